class A:
    pass


A().__class__ = int
