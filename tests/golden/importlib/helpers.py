"""Names of compiled files, and modules loaded when they are used."""
import importlib.abc
import importlib.util
import sys

# The tag is each interpreter's own.
sys.implementation.cache_tag = "cpython-313"

print(importlib.util.cache_from_source("/a/b/c.py"), importlib.util.cache_from_source("c.py", optimization=2), importlib.util.cache_from_source("/a.b/c.d.py", optimization=""))
print(importlib.util.source_from_cache("/a/__pycache__/c.cpython-313.pyc"), importlib.util.source_from_cache("__pycache__/c.cpython-313.opt-1.pyc"))
for broken in (lambda: importlib.util.cache_from_source("c.py", optimization="a-b"), lambda: importlib.util.source_from_cache("/a/c.cpython-313.pyc"), lambda: importlib.util.source_from_cache("__pycache__/c.pyc"),
               lambda: importlib.util.source_from_cache("__pycache__/c.x.y.pyc"), lambda: importlib.util.resolve_name(".x", ""), lambda: importlib.util.LazyLoader(3)):
    try:
        print(broken())
    except Exception as error:
        print(type(error).__name__, error)
class Source(importlib.abc.InspectLoader):
    def get_source(self, fullname):
        print("loading", fullname)
        return "x = 5\ndef f(): return __name__"
spec = importlib.util.spec_from_loader("lazy", importlib.util.LazyLoader(Source()))
module = importlib.util.module_from_spec(spec)
sys.modules["lazy"] = module
spec.loader.exec_module(module)
print("not yet")
print(module.x, module.f(), type(module).__name__)
class Files(importlib.abc.SourceLoader):
    def get_data(self, path): return b"# coding: latin-1\r\nname = '\xe9'"
    def get_filename(self, fullname): return "/virtual/" + fullname + ".py"
loader = Files()
print(repr(loader.get_source("m")), loader.is_package("m"), loader.is_package("m.__init__"))
spec = importlib.util.spec_from_loader("m", loader)
module = importlib.util.module_from_spec(spec)
loader.exec_module(module)
print(module.name, module.__file__, spec.origin)
try:
    importlib.abc.ExecutionLoader()
except TypeError as error:
    print(error)
print(importlib.util.decode_source(b"a\r\nb\rc"), issubclass(importlib.machinery.SourceFileLoader, importlib.abc.FileLoader))
