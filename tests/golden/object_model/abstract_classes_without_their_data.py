"""ABCMeta's methods on classes that ABCMeta did not make."""
import abc


class Abstract(abc.ABC):
    pass


class Plain:
    pass


class Inherits(Abstract):
    pass


made = type.__new__(abc.ABCMeta, "Made", (Plain,), {})
derived = type.__new__(abc.ABCMeta, "Derived", (Abstract,), {})


def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


for name in ["Plain", "made", "derived", "Inherits", "Abstract", "int", "5"]:
    attempt(f"abc.ABCMeta.register({name}, int)")
    attempt(f"abc.ABCMeta.__instancecheck__({name}, 5)")
    attempt(f"abc.ABCMeta.__subclasscheck__({name}, int)")
    attempt(f"abc.ABCMeta.__subclasscheck__({name}, 5)")
attempt("isinstance(5, made)")
attempt("isinstance(5, derived)")
attempt("issubclass(int, Abstract)")
attempt("abc.ABCMeta.register(Abstract, 5)")
attempt("abc.ABCMeta.register(Abstract, Abstract)")
attempt("abc.ABCMeta.register(Inherits, Abstract)")
Abstract._abc_impl = 5
attempt("isinstance(5, Abstract)")
attempt("abc.ABCMeta.register(Abstract, int)")
attempt("isinstance(Abstract(), Abstract)")
attempt("abc.ABCMeta.__instancecheck__(Abstract, 7)")
del Abstract._abc_impl
attempt("abc.ABCMeta.register(Abstract, int)")
attempt("issubclass(int, Abstract)")
