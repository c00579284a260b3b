def f():
    return 1
if f():
    return 2
