class A:
    __slots__ = ("a",)


class B:
    __slots__ = ("b",)


A().__class__ = B
