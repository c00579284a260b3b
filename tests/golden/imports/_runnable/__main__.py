"""Run as `-m _runnable`."""
import sys
from . import tool
print("main", __name__, __package__, __spec__.name, len(sys.argv), sys.argv[1:], tool.NAME)
print(sys.modules["__main__"].__dict__ is globals(), "_runnable.__main__" in sys.modules)
sys.exit(4)
