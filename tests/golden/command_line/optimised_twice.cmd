-OO
-c
def f():\n    "doc"\nprint(__debug__, f.__doc__)
