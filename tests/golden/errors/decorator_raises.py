def once(f):
    raise TypeError(f"{f.__name__} may not be decorated")


@once
def f():
    pass
