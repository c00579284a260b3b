"""A traceback of a program on the command line."""
