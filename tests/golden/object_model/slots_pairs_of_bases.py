"""Multiple inheritance of every pair of layouts."""


def layouts():
    class Plain: pass
    class Empty: __slots__ = ()
    class A: __slots__ = ("a",)
    class B: __slots__ = ("b",)
    class AB: __slots__ = ("a", "b")
    class ChildA(A): __slots__ = ("c",)
    class EmptyA(A): __slots__ = ()
    class DictA(A): pass
    class Dict: __slots__ = ("__dict__",)
    class Weak: __slots__ = ("__weakref__",)
    class DictWeak: __slots__ = ("__dict__", "__weakref__")
    class Int(int): pass
    class IntEmpty(int): __slots__ = ()
    class List(list): __slots__ = ("x",)
    class ListEmpty(list): __slots__ = ()
    class Error(Exception): pass
    class ErrorSlots(ValueError): __slots__ = ("e",)
    return [v for k, v in locals().items()]


ALL = layouts()
for first in ALL:
    for second in ALL:
        if first is second:
            continue
        try:
            class Both(first, second): pass
        except TypeError as e:
            print(first.__name__, second.__name__, str(e).replace("\n", " "))
            continue
        try:
            class Slim(first, second): __slots__ = ()
        except TypeError as e:
            Slim = Both
            print(e)
        print(first.__name__, second.__name__, "base", Both.__base__.__name__, "dict" if Both.__dictoffset__ else "-",
              "weak" if Both.__weakrefoffset__ else "-", "slim", Slim.__base__.__name__, "dict" if Slim.__dictoffset__ else "-",
              "weak" if Slim.__weakrefoffset__ else "-")
