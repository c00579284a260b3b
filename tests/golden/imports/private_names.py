"""Private names are mangled in imports, too."""

import sys
import types

module = types.ModuleType("m")
module.__zz = "plain"
module._A__zz = "mangled"
sys.modules["m"] = sys.modules["_A__mm"] = module
module.a = 5


def attempt(text):
    space = {}
    try:
        exec(text, space)
        found = {name: value for name, value in vars(space["A"]).items() if "zz" in name or name == "a" or "mm" in name}
        print(text, found if all(isinstance(v, (str, int)) for v in found.values()) else sorted(found))
    except ImportError as error:
        print(text, type(error).__name__, error, error.name)


attempt("class A: from m import __zz")
attempt("class A: from m import __zz as a")
attempt("class A: from m import __nope")
attempt("class A: import __mm")
attempt("class A: import __nope")
attempt("class A: from __mm import a")
attempt("class A: from __nope import a")
attempt("class A: import m.__zz")
attempt("class A: import __mm.nope")
attempt("class A: import __mm as a\nA = A.a")
attempt("class A:\n def f():\n  from m import __zz\n  return __zz\n zz = f()")
asked = []
import builtins

original = builtins.__import__
builtins.__import__ = lambda *args: asked.append((args[0], args[3])) or original(*args)
attempt("class A: from m import __zz, a")
attempt("class A: import __mm, m")
builtins.__import__ = original
print(asked)
