"""-i: the prompt knows the names of the program."""
