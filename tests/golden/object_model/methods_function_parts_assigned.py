"""A function's code, defaults and keyword defaults can be replaced while it is in use."""
def f(a, b=2, *, k=3): return a, b, k
def g(a, b=2, *, k=3): return "g", a, b, k
def call(): return f(1)
print(call())
f.__defaults__ = (20,)
f.__kwdefaults__ = {"k": 30}
print(call())
f.__defaults__ = (10, 20)
print(f(), call())
f.__defaults__ = None
f.__kwdefaults__ = None
try:
    call()
except TypeError as e:
    print(e)
f.__code__ = g.__code__
f.__defaults__, f.__kwdefaults__ = (2,), {"k": 3}
print(call())
x = 1
def closed(): return x
def outer():
    y = 1
    return lambda: y
for name, value in (("__code__", outer().__code__), ("__code__", 5), ("__defaults__", [1]), ("__kwdefaults__", ()), ("__name__", 5), ("__qualname__", None), ("__closure__", ()), ("__globals__", {}), ("__annotations__", 5), ("__dict__", 5)):
    try:
        setattr(f, name, value)
        print("set", name)
    except (TypeError, ValueError, AttributeError) as e:
        print(type(e).__name__, e)
