def base():
    pass


class A(base):
    pass
