"""Every built-in exception's bases, constructor, str and repr."""
import builtins
classes = [c for c in vars(builtins).values() if isinstance(c, type) and issubclass(c, BaseException)]
seen = {}
for c in classes: seen[c] = c.__name__
def tree(c, depth=0):
    print("  " * depth + c.__name__, f"({', '.join(b.__name__ for b in c.__bases__)})" if len(c.__bases__) > 1 else "")
    for s in sorted((s for s in c.__subclasses__() if s in seen), key=lambda s: s.__name__): tree(s, depth + 1)
tree(BaseException)
print({n: getattr(builtins, n) is OSError for n in ("IOError", "EnvironmentError")})
for c in sorted(seen, key=lambda c: c.__name__):
    for args in ((), (1,), ("m", 2)):
        try:
            e = c(*args)
            print(c.__name__, args, repr(e), repr(str(e)), e.args)
        except TypeError as error:
            print(c.__name__, args, "TypeError", error)
print(repr(KeyError("k")), str(KeyError("k")), str(KeyError(1, 2)), str(KeyError()), str(ValueError("v")), str(ValueError("a", "b")), str(Exception([1])), str(Exception(())), repr(Exception(())), repr(ValueError(None)), str(ValueError(None)), repr(Exception("it's")), repr(Exception("two\nlines")))
