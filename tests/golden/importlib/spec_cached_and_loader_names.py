"""A spec knows where the compiled file of its source would be; a loader answers for its own module."""

import importlib
import importlib.util as util
import os
import sys
from importlib.machinery import ModuleSpec

sys.path.insert(0, os.environ["SCRATCH"])
os.chdir(os.environ["SCRATCH"])
with open("cached_one.py", "w") as file:
    file.write("value = 1\n")


def show(value):
    text = str(value).replace(os.environ["SCRATCH"], "SCRATCH")
    print("  ", text.replace(sys.implementation.cache_tag, "TAG"))


def tell(function, *args):
    try:
        show(function(*args))
    except Exception as error:
        print("  ", type(error).__name__, error, getattr(error, "name", None))


def described(spec):
    return spec and (spec.origin, spec.cached, spec.has_location, spec.submodule_search_locations)


print("files")
for path in "cached_one.py", "./x.py", "a/../x.py", ".//x.py", "/q/x.y.py", "/q/__init__.py", "x.txt", "/q/":
    show(described(util.spec_from_file_location("m", path)))
tell(util.spec_from_file_location, "m", 3)
tell(util.spec_from_file_location, "m")


class Package:
    def is_package(self, name):
        return True


class Named(Package):
    def get_filename(self, name):
        return "relative.py"


class Refusing:
    def get_filename(self, name):
        raise ImportError

    is_package = get_filename


print("loaders")
for loader in Package(), Named(), Refusing():
    for location in None, "q/r.py", "/r.txt":
        show(described(util.spec_from_file_location("m", location, loader=loader)))
    for is_package in None, True, False:
        show(described(util.spec_from_loader("m", loader, is_package=is_package)))

print("modules")
spec = util.spec_from_file_location("cached_one", "cached_one.py")
module = util.module_from_spec(spec)
show(module.__cached__)
show(sorted(vars(module)))
for name in "get_filename", "get_code", "get_source", "is_package":
    tell(getattr(spec.loader, name), "zz")
show(spec.loader.get_filename())
import cached_one
show(cached_one.__cached__)
show(cached_one.__spec__.cached)
tell(cached_one.__loader__.get_filename, "other")

print("specs")
for origin in "x.py", "f/x.py", "x.pyc", "x.txt":
    spec = ModuleSpec("a", None, origin=origin)
    show((spec.cached, spec.has_location))
    spec.has_location = 1
    show((spec.cached, spec.has_location))
    spec.origin = "other.py"
    show(spec.cached)
    spec.cached = 5
    show(spec.cached)
for name in "cached", "has_location":
    tell(delattr, spec, name)


class Both:
    def __repr__(self):
        return "repr"

    def __str__(self):
        return "str"


for locations in "x y", [], ["a"], 5, Both():
    spec = ModuleSpec("a", None)
    spec.submodule_search_locations = locations
    print(spec)
    spec.origin = Both()
    print(spec)

print("finders")


class Finder:
    def __init__(self, find):
        self.find = find

    def find_spec(self, name, path=None, target=None):
        return self.find(name)


class OnlyExec:
    def exec_module(self, module):
        pass


class OnlyCreate:
    def create_module(self, spec):
        pass


for find in (lambda name: ModuleSpec(name, None), lambda name: ModuleSpec("other", None),
             lambda name: ModuleSpec(name, OnlyExec()), lambda name: ModuleSpec(name, OnlyCreate()),
             lambda name: 5):
    sys.meta_path.insert(0, Finder(find))
    tell(importlib.import_module, "bad")
    print("bad" in sys.modules)
    del sys.meta_path[0]
tell(util.module_from_spec, ModuleSpec("n", OnlyExec()))
