class A:
    pass


class B(A):
    __slots__ = ("__dict__",)
