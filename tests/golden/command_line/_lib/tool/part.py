from . import __name__ as parent

print(__name__, parent, __package__, __spec__.parent)
