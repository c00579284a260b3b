"""Relative imports where the package has to be guessed, and ImportErrors that are made again."""
import warnings


class Spec:
    parent = "a.b"


def attempt(**namespace):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            __import__("", namespace, {}, ("foo",), 1)
        except Exception as error:
            print(type(error).__name__, error)
        for warning in caught:
            print("   ", warning.category.__name__, warning.message)


attempt(__package__=None, __spec__=None, __name__="__main__")
attempt(__name__="a.b")
attempt(__name__="a.b", __path__=[])
attempt(__package__="a.b", __spec__=Spec, __name__="q")
attempt(__package__=None)

error = ImportError("text", name="name", path="path")
print(error.args, error.msg, error.name, error.path)
error.__init__()
print(error.args, error.msg, error.name, error.path)
error.__init__("other", "more", name="n")
print(error.args, error.msg, error.name, error.path)
