"""dir() and names where the local namespace is a mapping of the program's own."""
import collections


class Mapping:
    def __getitem__(self, key):
        if key == "a":
            return 12
        raise KeyError

    def keys(self):
        return list("zyx")


class Dict(dict):
    def __getitem__(self, key):
        if key == "a":
            return 12
        return dict.__getitem__(self, key)

    def keys(self):
        return list("xyz")


class NoKeys:
    def __getitem__(self, key):
        raise KeyError(key)

    def keys(self):
        return 1


def attempt(source, namespace):
    try:
        print(eval(source, globals(), namespace))
    except Exception as error:
        print(type(error).__name__, error)


for namespace in (Mapping(), Dict(), NoKeys(), collections.UserDict(q=1)):
    attempt("a", namespace)
    attempt("b", namespace)
    attempt("dir()", namespace)
    attempt("locals() is namespace", namespace)
    attempt("[len(locals()) > 0 for i in (2, 3)]", namespace)

# Functions made by hand take over the built-ins of the code that makes them.
made = {"type": type, "__builtins__": {"None": None}}
exec("def first(s): pass\nsecond = type(first)(first.__code__, {})", made)
print(made["first"].__builtins__, made["second"].__builtins__, made["second"].__globals__)
