class A:
    __slots__ = ("x",)


A.x.__get__(3, int)
