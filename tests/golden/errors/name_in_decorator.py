@decorate
def f():
    pass
