print("run inner")
from .. import VALUE as up
from . import from_parent
deep = f"{__name__} in {__package__} sees {from_parent} and {up}"
try:
    from ... import beyond
except ImportError as error:
    print(error)
