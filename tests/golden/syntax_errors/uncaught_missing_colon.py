"""A syntax error in the script itself: nothing runs, the line and the caret are shown."""
print("never printed")
def f(x)
    return x
