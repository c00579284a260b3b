"""A zip archive with a __main__.py."""
