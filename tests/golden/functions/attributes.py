"""What a function object carries and which of it can be changed."""
def f(a, b=2, /, c: int = 3, *args, d, e=5, **kw) -> str:
    "doc"
    x = y = 1
    return a
print(f.__name__, f.__qualname__, f.__module__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__closure__, f.__dict__, f.__type_params__)
c = f.__code__
print(c.co_name, c.co_qualname, c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_varnames, c.co_nlocals, c.co_freevars, c.co_cellvars, c.co_firstlineno, c.co_flags & 0x0F)
def show(*call, **kw):
    try:
        print(f(*call, **kw))
    except TypeError as error:
        print(error)
show(1, d=4)
f.__defaults__ = ()
show(1, d=4)
f.__defaults__ = None
show(1, 2, 3, d=4)
f.__defaults__ = (10, 20, 30)
show(d=1)
f.__kwdefaults__ = {"d": "dd"}
show()
show(e=1)
f.__kwdefaults__["e"] = 6
show()
f.__kwdefaults__ = None
show()
del f.__defaults__
print(f.__defaults__, f.__kwdefaults__)
f.__name__ = "renamed"
f.__qualname__ = "quite.renamed"
show(1)
print(f.__code__.co_name)
def g(p, q): return p + q
f.__code__ = g.__code__
print(f(1, 2), f.__name__)
def outer():
    v = 1
    def h(): return v
    return h
h = outer()
try:
    g.__code__ = h.__code__
except ValueError as error:
    print(error)
try:
    h.__code__ = g.__code__
except ValueError as error:
    print(error)
print(h.__closure__[0].cell_contents, h.__code__.co_freevars, outer.__code__.co_cellvars, h.__qualname__)
h.__closure__[0].cell_contents = 99
print(h())
for attribute, value in [("__name__", 1), ("__qualname__", None), ("__defaults__", [1]), ("__kwdefaults__", ()), ("__code__", "x"), ("__dict__", 5), ("__closure__", None), ("__globals__", {}), ("__annotations__", 5), ("__module__", 3), ("__doc__", 4), ("new", 7), ("__class__", int), ("__type_params__", 1), ("__builtins__", {})]:
    try:
        setattr(g, attribute, value)
        print(attribute, "set to", getattr(g, attribute))
    except (TypeError, AttributeError) as error:
        print(attribute, type(error).__name__, error)
del g.__annotations__, g.__module__, g.new
print(g.__annotations__, g.__builtins__ is f.__builtins__, callable(g), type(g).__name__, sorted(a for a in dir(g) if not hasattr(object, a)))
