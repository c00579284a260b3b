"""The attributes of functions: which can be set, to what, and what changes then."""
import types


def f(a, b=2, *args, c=3, d, **kwargs):
    """about f"""
    return a, b, args, c, d, kwargs


def outer():
    x, y = 1, 2

    def inner(z):
        return x, y, z

    def single():
        return x
    return inner, single


inner, single = outer()
print(f.__name__, f.__qualname__, f.__module__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__dict__, f.__closure__)
print(inner.__qualname__, [cell.cell_contents for cell in inner.__closure__], inner.__code__.co_freevars, f.__type_params__)
for name, values in {
    "__name__": ["g", 5, None], "__qualname__": ["Q.g", 5], "__doc__": ["new", 5, None], "__module__": ["m", 5],
    "__defaults__": [(1,), None, [1], 5, ()], "__kwdefaults__": [{"c": 1}, None, 5], "__annotations__": [{"a": int}, None, 5],
    "__dict__": [{"k": 1}, 5], "__code__": [outer.__code__, inner.__code__, 5, None], "__closure__": [()], "__globals__": [{}],
    "__builtins__": [{}], "__type_params__": [(1,), 5], "__new_attribute__": [1],
}.items():
    for value in values:
        def g(a=1, *, c=2):
            return "g"
        try:
            setattr(g, name, value)
            shown = getattr(g, name)
            print(name, "=", shown if not isinstance(shown, types.CodeType) else shown.co_name)
        except (TypeError, AttributeError, ValueError) as e:
            print(name, type(value).__name__, type(e).__name__, e)
    def g(a=1, *, c=2):
        return "g"
    try:
        delattr(g, name)
        print("deleted", name, getattr(g, name, "gone"))
    except (TypeError, AttributeError) as e:
        print("del", name, type(e).__name__, e)


def use(h, *args, **kwargs):
    try:
        return h(*args, **kwargs)
    except TypeError as e:
        return str(e)


print(use(f, 1), use(f, 1, d=4))
f.__kwdefaults__ = {"d": "dd"}
f.__defaults__ = ("aa", "bb")
print(use(f), use(f, 1), use(f, c=1))
f.__name__, f.__qualname__ = "renamed", "Q.renamed"
f.__defaults__ = None
print(use(f), repr(f).split(" at ")[0], f.__code__.co_name, f.__code__.co_qualname)
inner.__code__ = (lambda: None).__code__ if False else inner.__code__
try:
    inner.__code__ = single.__code__
except ValueError as e:
    print(e)
try:
    f.__code__ = single.__code__
except ValueError as e:
    print(e)
single.__closure__[0].cell_contents = "changed"
print(inner(3), single())
del single.__closure__[0].cell_contents
for call in (single, lambda: inner(1), lambda: single.__closure__[0].cell_contents):
    try:
        call()
    except (NameError, ValueError) as e:
        print(type(e).__name__, e)
made = types.FunctionType(f.__code__, {"__name__": "elsewhere"}, "made", (7, 8))
print(made.__name__, made.__module__, made.__defaults__, use(made, d=1), made.__qualname__)
for args in [(5, {}), (f.__code__, 5), (inner.__code__, {}), (inner.__code__, {}, None, None, (1, 2)), (f.__code__, {}, 5), (f.__code__, {}, None, 5)]:
    try:
        print(types.FunctionType(*args))
    except (TypeError, ValueError) as e:
        print(e)
