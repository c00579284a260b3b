def tag(name):
    def wrap(f):
        return f
    return wrap


@tag
def f():
    pass


f(1, 2)
