"""A program on the command line, with arguments."""
