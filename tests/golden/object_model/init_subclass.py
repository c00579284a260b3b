"""__init_subclass__ hears of each subclass, with the keywords of the class statement."""
class Base:
    registry = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.registry.append((cls.__name__, tag))
class A(Base, tag="a"): pass
class B(A): pass
type("C", (B,), {}, tag="dynamic")
print(Base.registry)
for f in (lambda: type("D", (Base,), {}, other=1), lambda: type("E", (), {}, x=1)):
    try:
        f()
    except TypeError as e:
        print(e)
class Fails(Base):
    def __init_subclass__(cls): raise ValueError("no subclasses")
try:
    class G(Fails): pass
except ValueError as e:
    print(e, Fails.__subclasses__())
Base.__init_subclass__ = classmethod(lambda cls, **kw: print("replaced", cls.__name__, kw))
class H(Base, k=1): pass
