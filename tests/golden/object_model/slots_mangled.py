"""Private names in __slots__ are mangled."""
class Private:
    __slots__ = ("__secret", "_half", "__dunder__")
    def __init__(self): self.__secret, self._half = 1, 2
    def reveal(self): return self.__secret
print([n for n in Private.__dict__ if "secret" in n or "half" in n or n == "__dunder__"])
p = Private()
print(p.reveal(), p._Private__secret)
class _Lead:
    __slots__ = ("__x",)
print([n for n in _Lead.__dict__ if n.endswith("__x")])
