"""What the class statement puts into a class's dict, in which order."""
class Plain:
    """Words."""
    a: int = 1
    def f(self):
        self.one = self.two = 3
        del self.three
    class Inner: pass
print([name for name in Plain.__dict__])
print(Plain.__static_attributes__, Plain.__firstlineno__, Plain.__module__, Plain.__doc__)
class Slotted:
    __slots__ = ("b", "a")
    def f(self): self.b = 1
print([name for name in Slotted.__dict__])
class Child(Plain): pass
print([name for name in Child.__dict__])
print([name for name in type("Made", (), {"x": 1}).__dict__])
print(type(Plain.__dict__["__dict__"]).__name__, type(Plain.__dict__["__weakref__"]).__name__)
