-c
def f(x):\n    return x / 0\nprint("before")\nf(1)
