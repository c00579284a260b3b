"""ImportError and ModuleNotFoundError: words, attributes, what stays in sys.modules."""
import sys
for source in ["import nothing_at_all", "import nothing.below", "import _pkg.nothing", "import _pkg.beta.nothing", "from _pkg import nothing", "from _pkg.beta import nothing", "from nothing import x", "from _pkg.nothing import x", "import sys.nothing", "from sys import nothing", "from . import x", "from .x import y", "from .. import x", "import _fails.at_import", "from _fails import at_import", "import _pkg as a, nothing as b", "__import__('')", "__import__('x.')", "__import__('.x')", "__import__('_pkg', fromlist=['nothing']).VALUE", "__import__('_pkg.beta').__name__", "__import__('_pkg.beta', fromlist=['NAME']).__name__", "__import__('beta', {'__package__': '_pkg', '__name__': '_pkg.x'}, {}, ['NAME'], 1).__name__", "__import__('x', level=-1)", "__import__('x', level=1)", "__import__('x', {'__name__': 'top'}, level=1)", "__import__('x', {'__package__': 'a.b'}, level=3)", "__import__('x', {'__package__': 5}, level=1)", "import _pkg.VALUE", "from _pkg import VALUE.x", "import a.b.c.d"]:
    try:
        result = eval(source) if source.startswith("__import__") else exec(source)
        print(source, "->", result)
    except Exception as error:
        print(source, "->", type(error).__name__, str(error).split(" (/")[0].split(" (unknown")[0], getattr(error, "name", None))
print([m for m in sys.modules if m.startswith("_fails")], "nothing_at_all" in sys.modules)
sys.modules["blocked"] = None
try: import blocked
except ImportError as error: print(type(error).__name__, error, error.name)
try: from blocked import x
except ImportError as error: print(type(error).__name__, error)
try: import _pkg.alpha.blocked
except ImportError as error: print(error)
def in_function():
    try: import nothing_local
    except ImportError: return "nothing_local" in locals()
print(in_function())
try:
    try: import first_missing
    except ImportError: import second_missing
except ImportError as error: print(error, "| context:", error.__context__)
from _fails import helper
import _fails.helper
helper.counter += 1
print(_fails.helper.counter)
try: from _pkg import alpha, nothing, beta
except ImportError as error: print(error.name, "alpha" in globals(), "beta" in globals())
saved, sys.path[:] = sys.path[:], []
try: import _dynamic
except ImportError as error: print(error)
sys.path[:] = saved
import _dynamic
print(_dynamic.defined)
