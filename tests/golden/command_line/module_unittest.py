"""-m unittest."""
