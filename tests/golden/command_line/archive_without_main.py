"""An archive without a __main__.py."""
