class Point:
    __slots__ = ("x", "y")


Point().z = 3
