"""A syntax error on the command line."""
