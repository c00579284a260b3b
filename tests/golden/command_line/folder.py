"""A folder with __main__.py is run."""
