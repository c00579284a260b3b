"""__main__ as a module: importing oneself, __file__, sys.argv, __name__."""
import sys
print(__name__, __file__.rsplit("/", 1)[-1], sys.argv[1:], sys.argv[0], __spec__ and __spec__.name, __package__, __doc__)
if __name__ == "__main__":
    import main_module as again
    print(again.__name__, again is sys.modules["__main__"], again.x)
    import __main__
    print(__main__.y if hasattr(__main__, "y") else "no y yet")
    y = "set in main"
    print(__main__.y, hasattr(again, "y"))
x = "defined " + __name__
print(__builtins__ is sys.modules["builtins"] or type(__builtins__).__name__, __annotations__ if "__annotations__" in globals() else "none")
print(sys.path[0].rsplit("/", 1)[-1], sys.modules[__name__].__dict__ is globals(), sys.argv[1:])
