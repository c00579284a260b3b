print("b starts")
import _cycle.a
print("b sees a", hasattr(_cycle.a, "NAME") if hasattr(_cycle, "a") else "no attribute a yet")
from . import a
print("from . import a works", type(a).__name__)
NAME = "b"
try:
    from .a import NAME as A_NAME
except ImportError as error:
    print(str(error).split(" (/")[0])
try:
    a.NAME
except AttributeError as error:
    print(error)
print("b ends")
