"""Warnings are printed once per place, with the source line; the program runs all the same."""
def f():
    return "\d", b"\q", 1
