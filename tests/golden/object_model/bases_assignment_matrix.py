"""Assigning __bases__: which layouts are accepted, and what the class is like afterwards."""


class Plain: pass
class Other: pass
class Empty: __slots__ = ()
class A: __slots__ = ("a",)
class A2: __slots__ = ("a",)
class Dict: __slots__ = ("__dict__",)
class Int(int): pass
class Error(Exception): pass
class Meta(type): pass
class OfMeta(metaclass=Meta): pass


def targets():
    yield type("Sub", (Plain,), {"x": 1})
    yield type("SubTwo", (Plain, Other), {})
    yield type("SubA", (A,), {})
    yield type("SubSlim", (A,), {"__slots__": ()})
    yield type("SubInt", (Int,), {})
    yield type("SubError", (Error,), {})
    yield type("Direct", (), {})
    yield Meta("SubMeta", (OfMeta,), {})


NEW = [(Plain,), (Other, Plain), (Plain, Other), (object,), (Empty,), (Empty, Plain), (A,), (A2,), (A, Plain), (Dict,), (Int,), (int,), (Error,),
       (ValueError,), (OfMeta,), (OfMeta, Plain), (Plain, object), (object, Plain), (Plain, Plain), (), [Plain], (5,), (Plain, None), (bool,), (type,)]
for count in range(len(list(targets()))):
    for bases in NEW:
        cls = list(targets())[count]
        before = cls.__mro__
        try:
            cls.__bases__ = bases
        except TypeError as e:
            assert cls.__mro__ is before
            text = str(e).replace("\n", " ")
            print(cls.__name__, getattr(bases, "__class__", None).__name__, [getattr(b, "__name__", b) for b in bases], "|", text)
        else:
            print(cls.__name__, [b.__name__ for b in bases], "->", [c.__name__ for c in cls.__mro__], cls.__base__.__name__,
                  cls in bases[0].__subclasses__())
try:
    del Plain.__bases__
except TypeError as e:
    print(e)
for cls in (int, object, type):
    try:
        cls.__bases__ = (object,)
    except TypeError as e:
        print(e)
class Loop(Plain): pass
try:
    Plain.__bases__ = (Loop,)
except TypeError as e:
    print(e)
try:
    Plain.__bases__ = (Plain,)
except TypeError as e:
    print(e)
