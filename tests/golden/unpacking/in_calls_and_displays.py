"""* and ** in calls, displays, subscripts, returns and yields: order and errors."""
def f(*args, **kwargs): return args, kwargs
def n(x): print(x, end=" "); return x
print(f(*[1, 2], 3, *"ab", **{"x": 1}, y=2, **{"z": 3}))
print(f(n(1), *n([2]), n(3), a=n(4), *n((5,)), b=n(6), **n({"c": 7})))
print(f(*(), **{}), f(*{}), f(*{"k": 1}), f(*range(3)), f(*(i for i in "xy")), f(*"" or [9]))
def tup(): return 1, *[2, 3]
def gen(): yield 0, *"ab"
print(tup(), next(gen()), [*range(2), *[5]], {*"a", *"a"}, (*[], *()), [*[*[*[1]]]])
for x in 1, *[2, 3]: print(x, end=" ")
print()
d = {"a": 1, **{"b": 2}, "a": 3, **{"a": 4, "c": 5}}
print(d, {**d, **{}}, {**{"x": {**{"y": 1}}}}, dict(**d, e=6), dict([("q", 1)], **{"r": 2}))
class Mapping:
    def keys(self): print("keys", end=" "); return ["m1", "m2"]
    def __getitem__(self, key): print("item", key, end=" "); return key.upper()
print(f(**Mapping()), {**Mapping()})
class NoKeys:
    def __getitem__(self, key): return 1
class BadKeys:
    def keys(self): return 5
    def __getitem__(self, key): return 1
def g(a, b=2, *, c=3): return a, b, c
for source in ["f(**{'a': 1}, **{'a': 2})", "f(a=1, **{'a': 2})", "f(**{1: 2})", "f(**{'a': 1}, **{1: 2})", "f(**[1])", "f(**None)", "f(*5)", "f(*None)", "f(1, *5)", "f(*[1], *None)", "f(**NoKeys())", "f(**BadKeys())", "{**NoKeys()}", "g(*[1], a=2)", "g(**{'a': 1, 'd': 4})", "g(*[1, 2, 3])", "g(1, **{'b c': 3})", "dict(**{'a b': 1})", "g(*[1], **{'c': 9})", "g(**{'a': 1}, b=5)", "len(*[[1, 2]])", "len(*[])", "print(*[1, 2], **{'sep': '-'})", "print(**{'bad': 1})", "int(*['5'], **{'base': 6})", "dict(a=1, **{'a': 2})", "f(**{'': 1})", "f(*'ab', *'cd', e=1, **{'f': 2}, **{'g': 3})"]:
    try:
        print(source, "=", eval(source))
    except Exception as error:
        print(source, "->", type(error).__name__ + ":", error)
class BadIter:
    def __iter__(self): raise ZeroDivisionError("inside iter")
class BadNext:
    def __iter__(self): return self
    def __next__(self): raise TypeError("inside next")
class NotIter:
    def __iter__(self): return 5
for thing in (BadIter, BadNext, NotIter):
    for use in (lambda: f(*thing()), lambda: [*thing()], lambda: (lambda a: 0)(*thing()), lambda: {*thing()}):
        try:
            use()
        except Exception as error:
            print(thing.__name__, type(error).__name__, error)
