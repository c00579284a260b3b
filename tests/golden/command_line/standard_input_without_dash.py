"""Without arguments and terminal, the program comes from standard input."""
