"""The exit status of a program on the command line."""
