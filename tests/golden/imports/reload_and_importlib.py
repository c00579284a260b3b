"""importlib: import_module, reload, find_spec, util; sys.modules by hand."""
import importlib, sys
import _counting
print(_counting.runs, _counting.kept)
same = importlib.reload(_counting)
print(same is _counting, _counting.runs, _counting.kept, _counting.first_only)
_counting.extra = "survives reload"
importlib.reload(_counting)
print(_counting.runs, _counting.extra)
del sys.modules["_counting"]
import _counting as fresh
print(fresh is _counting, fresh.runs)
print(importlib.import_module("_pkg.beta").NAME, importlib.import_module(".beta", "_pkg").NAME, importlib.import_module("..beta", "_pkg.sub").NAME)
for act in (lambda: importlib.import_module(".x"), lambda: importlib.import_module("nothing_here"), lambda: importlib.import_module(".nothing", "_pkg"), lambda: importlib.import_module("..x", "_pkg"), lambda: importlib.reload(5), lambda: importlib.reload(_counting), lambda: importlib.import_module("")):
    try:
        act()
    except Exception as error:
        print(type(error).__name__, error)
import importlib.util
print(importlib.util.find_spec("nothing_here"), importlib.util.find_spec("_pkg.alpha").name, importlib.util.find_spec("_pkg").submodule_search_locations is not None)
saved = fresh.runs
importlib.invalidate_caches()
print(importlib.import_module("_counting") is fresh, saved)
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name.startswith("virtual"): return importlib.util.spec_from_loader(name, self)
    def create_module(self, spec): return None
    def exec_module(self, module): module.made_by = "finder"; module.seen = module.__name__, module.__spec__.name
sys.meta_path.insert(0, Finder())
import virtual_module
print(virtual_module.made_by, virtual_module.seen, "virtual_module" in sys.modules)
from virtual_other import made_by
print(made_by)
sys.meta_path.pop(0)
import _namespace.part.leaf as leaf
print(leaf.VALUE, type(sys.modules["_namespace"].__path__).__name__, hasattr(sys.modules["_namespace"], "__file__") and sys.modules["_namespace"].__file__)
import os
os.makedirs(os.path.join(os.environ["SCRATCH"], "late"))
with open(os.path.join(os.environ["SCRATCH"], "late_module.py"), "w") as f: f.write("value = 'found through sys.path'\n")
sys.path.append(os.environ["SCRATCH"])
import late_module
print(late_module.value)
with open(os.path.join(os.environ["SCRATCH"], "late_module.py"), "w") as f: f.write("value = 'changed and reloaded'  # longer\n")
importlib.reload(late_module)
print(late_module.value)
builtin_import = __import__
import builtins
def spy(name, *args): print("import", name, args[2] if len(args) > 2 else None, args[3] if len(args) > 3 else None); return builtin_import(name, *args)
builtins.__import__ = spy
import math, _pkg.beta
from _pkg import VALUE as v, beta as b
from os import path
builtins.__import__ = builtin_import
import string
print("done")
