"""AttributeErrors raised inside a getter lead to __getattr__, other errors don't."""
class C:
    @property
    def a(self): return self.not_there
    @property
    def b(self): raise KeyError("b")
    def __getattr__(self, name): return f"fallback for {name}"
c = C()
print(c.a)
try:
    c.b
except KeyError as e:
    print("KeyError", e)
class D:
    @property
    def a(self): return self.not_there
try:
    D().a
except AttributeError as e:
    print(e, e.name)
print(hasattr(D(), "a"), getattr(D(), "a", "default"))
