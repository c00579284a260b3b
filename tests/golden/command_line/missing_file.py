"""A file that is not there."""
