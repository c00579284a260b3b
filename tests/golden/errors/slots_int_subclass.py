class Big(int):
    __slots__ = ("extra",)
