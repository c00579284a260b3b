"""-m with a folder without __main__.py."""
