"""property: getters, setters, deleters, inheritance, errors and introspection."""
class T:
    def __init__(self): self._c = 0
    @property
    def c(self):
        "the c"
        return self._c
    @c.setter
    def c(self, v):
        if v < -273: raise ValueError("too cold")
        self._c = v
    @c.deleter
    def c(self): print("deleting"); self._c = None
    @property
    def read_only(self): return "ro"
    write_only = property(None, lambda self, v: print("wrote", v))
    f = property(lambda self: self._c * 2, doc="explicit doc")
    empty = property()
t = T()
t.c = 25
print(t.c, t.f, t.read_only, T.c.__doc__, T.f.__doc__, T.c.fget.__name__, T.read_only.fset, T.c.__name__, T.write_only.fget)
t.write_only = 5
del t.c
for act in ("t.c = -300", "t.read_only = 1", "del t.read_only", "t.write_only", "t.empty", "t.empty = 1", "del t.empty", "del t.f", "t.f = 1", "T.c.fget = 5", "T.c.__doc__ = 'changed'; print(T.c.__doc__)", "T.c.x = 1", "property(1).__get__(5)", "T.c.__set__(t, -1); print(t._c)", "T.c.__get__(None)", "print(T.c.__get__(t), T.c.__get__(None, T) is T.c)"):
    try:
        exec(act)
    except Exception as error:
        print(act, "->", type(error).__name__, error)
class U(T):
    @property
    def c(self): return super().c + 100
    @T.read_only.getter
    def read_only(self): return "overridden"
    @c.setter
    def c(self, v): T.c.fset(self, v * 2)
u = U()
u.c = 1
print(u.c, u.read_only, u._c, isinstance(U.c, property), T().read_only)
class V(T):
    c = T.c.setter(lambda self, v: setattr(self, "_c", "custom " + str(v)))
v = V()
v.c = 3
print(v.c)
class Cached(property):
    def __get__(self, obj, owner=None):
        if obj is None: return self
        d = obj.__dict__.setdefault("_cache", {})
        name = self.fget.__name__
        if name not in d: d[name] = super().__get__(obj, owner)
        return d[name]
class W:
    n = 0
    @Cached
    def expensive(self): W.n += 1; return W.n
w = W()
print(w.expensive, w.expensive, W.n, type(W.expensive).__name__)
class X:
    @property
    def a(self): return self.b
    @property
    def g(self): yield 1
    @classmethod
    def k(cls): return cls.__name__
    p = property(len)
    def __len__(self): return 7
try:
    X().a
except AttributeError as error:
    print(error)
print(list(X().g), X().p)
class Renamed:
    alias = T.c
    _c = "aliased"
r = Renamed()
print(r.alias, Renamed.alias.__name__)
try:
    del Renamed.alias
    r.alias
except AttributeError as error:
    print(error)
try:
    Renamed.ro = property(lambda self: 1)
    r.ro = 2
except AttributeError as error:
    print(error)
print(property.__doc__[:40], type(property.fget).__name__, property.__get__.__name__)
