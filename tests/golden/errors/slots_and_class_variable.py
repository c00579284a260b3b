class Point:
    __slots__ = ("x",)
    x = 0
