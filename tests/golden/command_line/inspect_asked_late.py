"""PYTHONINSPECT, set by the program."""
