# What goes wrong while an implementation is looked for happens while a KeyError is handled.
import abc
import functools


@functools.singledispatch
def function(value):
    return "default"


class Strange(abc.ABC):
    @classmethod
    def __subclasshook__(cls, other):
        raise ZeroDivisionError(other.__name__)


class Unhashable(type):
    __hash__ = None


class Odd(metaclass=Unhashable):
    pass


def attempt(value):
    try:
        print(function(value))
    except Exception as error:
        print(type(error).__name__, error)
        while error := error.__context__:
            print("   while handling", type(error).__name__)


attempt(1)
attempt(Odd())
function.register(Strange, lambda value: "strange")
attempt(1)
attempt("text")
attempt(Odd())
try:
    function()
except TypeError as error:
    print(error, error.__context__)


@function.register
def _(value: list):
    return "list"


attempt([])
function.register(dict, None)
attempt({})
