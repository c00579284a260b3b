"""__class__ assignment between all pairs of layouts."""


def classes():
    class Plain: pass
    class Plain2: pass
    class Child(Plain): pass
    class Empty: __slots__ = ()
    class Empty2: __slots__ = ()
    class A: __slots__ = ("a",)
    class A2: __slots__ = ("a",)
    class B: __slots__ = ("b",)
    class AB: __slots__ = ("a", "b")
    class BA: __slots__ = ("b", "a")
    class ChildA(A): __slots__ = ()
    class ChildA2(A2): __slots__ = ()
    class DictA(A): pass
    class Dict: __slots__ = ("__dict__",)
    class Weak: __slots__ = ("__weakref__",)
    class DictWeak: __slots__ = ("__dict__", "__weakref__")
    class Int(int): pass
    class Int2(int): pass
    class IntSlots(int): __slots__ = ()
    class List(list): pass
    class Error(Exception): pass
    class Error2(ValueError): pass
    class Error3(OSError): pass
    return [v for k, v in locals().items()]


ALL = classes()
for cls in ALL:
    fine = []
    refused = {}
    for new in ALL:
        o = cls()
        if hasattr(o, "__dict__"):
            o.__dict__["mark"] = 1
        try:
            o.__class__ = new
        except TypeError as e:
            refused.setdefault(str(e).replace(f"'{new.__name__}'", "'NEW'"), []).append(new.__name__)
            assert type(o) is cls
        else:
            assert type(o) is new
            fine.append(new.__name__)
            if hasattr(o, "__dict__"):
                assert o.mark == 1
    print(cls.__name__, "->", *fine)
    for text, names in refused.items():
        print("   ", text, names)
for value in [5, None, "Plain", int, object, type, ALL[0]()]:
    try:
        ALL[0]().__class__ = value
    except TypeError as e:
        print(e)
for o in [5, "s", None, [], object(), len, ALL[0], (1,)]:
    try:
        o.__class__ = ALL[0]
    except TypeError as e:
        print(type(o).__name__, e)
