"""import of packages, submodules, aliases; what gets bound; __name__, __package__, __path__."""
import sys
import _pkg
print(_pkg.VALUE, hasattr(_pkg, "alpha"), "_pkg.alpha" in sys.modules)
import _pkg.alpha
print(_pkg.alpha.where(), _pkg.alpha.deep, _pkg.alpha.up, _pkg.beta.lazily())
import _pkg.sub.inner as inner
print(inner is _pkg.sub.inner is sys.modules["_pkg.sub.inner"], inner.__name__, inner.__package__, _pkg.sub.from_parent)
from _pkg import alpha as renamed, VALUE, HIDDEN as h
print(renamed.NAME, VALUE, h)
from _pkg.sub import inner as again
print(again is inner)
import _pkg.beta, _pkg.sub as s
print(s.__name__, s.__path__[0].endswith("_pkg/sub"), sorted(n for n in vars(_pkg) if not n.startswith("__")))
def local():
    import _pkg.alpha
    from _pkg import beta
    return sorted(locals()), _pkg.alpha.NAME, beta.NAME
print(local())
class Body:
    import _pkg as package
    from _pkg.beta import public
print(Body.package is _pkg, Body.public)
print(_pkg.__spec__.name, _pkg.__spec__.parent, _pkg.alpha.__spec__.parent, _pkg.__spec__.submodule_search_locations == _pkg.__path__, _pkg.__doc__, inner.__doc__, __spec__, __package__, __name__)
del _pkg.beta
try: _pkg.beta
except AttributeError as error: print(error)
import _pkg.beta
print("beta" in vars(_pkg), sys.modules["_pkg.beta"].NAME)
from _pkg import beta
print(beta.NAME)
del sys.modules["_pkg.beta"]
import _pkg.beta
print(_pkg.beta is beta, _pkg.beta.NAME)
sys.modules["_pkg.fake"] = "not even a module"
import _pkg.fake
try: print(_pkg.fake)
except AttributeError as error: print(error)
from _pkg import fake
print(fake)
