"""exec and eval with globals and built-ins that are no plain dicts."""
import types

class Loud(dict):
    def __getitem__(self, key):
        print("get", key)
        return dict.__getitem__(self, key)
    def __setitem__(self, key, value):
        print("set", key)
        dict.__setitem__(self, key, value)

def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except BaseException as error:
        print(type(error).__name__, error)

attempt(exec, "x = 1\ny = x", Loud())
attempt(eval, "a + b", Loud(a=1, b=2))
attempt(eval, "a", {}, Loud(a=3))
attempt(eval, "name", {"__builtins__": types.MappingProxyType({"name": 5})})
attempt(eval, "name", {"__builtins__": types.MappingProxyType({})})
attempt(eval, "name", {"__builtins__": Loud(name=6)})
attempt(eval, "(lambda: name)()", {"__builtins__": Loud(name=7)})
attempt(exec, "print", {"__builtins__": 123})
attempt(exec, "class A: pass", {"__builtins__": Loud()})
attempt(exec, "import os", {"__builtins__": types.MappingProxyType({})})
space = {"__builtins__": types.MappingProxyType({"__import__": lambda *a: a[0]})}
attempt(exec, "import foo.bar", space)
print(space["foo"])
class Missing(dict):
    def __missing__(self, key): return key.upper()
attempt(eval, "abc + d", Missing())
attempt(eval, "[abc for _ in '12']", Missing(), Missing())
