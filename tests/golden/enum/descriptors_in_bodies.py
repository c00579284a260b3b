"""functools.partial in an enum's body is no member; the same of enum's own odd objects."""

import enum, functools
class P(functools.partial): pass
class E(enum.Enum):
    a = functools.partial(len, [])
    b = 2
    c = P(len)
    e = 5
print(E.a, list(E), E.c)
class partial:
    pass
class E(enum.Enum):
    a = partial()
print(type(E.a))
class partial:
    def __get__(self, *a): return 7
class E(enum.Enum):
    a = partial()
    b = enum.member(functools.partial(len, []))
    c = enum.nonmember(functools.partial(len, []))
print(E.a, E.b, E.c)
class E(enum.Enum):
    a = enum.auto()
    b = functools.partial(len, [])
    c = enum.auto()
print(E.c)
class E(enum.Enum):
    _a_b = functools.partial(len, [])
    __a__ = functools.partial(len, [])
    __a = functools.partial(len, [])
print(list(E))
try:
    class E(enum.Enum):
        a = 1
        a = functools.partial(len, [])
except Exception as e: print(e)
try:
    class E(enum.Enum):
        a = functools.partial(len, [])
        a = 1
    print(E.a)
except Exception as e: print(e)
try:
    class E(enum.Enum):
        _ignore_ = 'a'
        a = functools.partial(len, [])
        a = 1
    print(E.a)
except Exception as e: print(e)

p = enum.property(len)
print(vars(p), vars(enum.property).keys())
class E(enum.Enum, metaclass=type('M', (enum.EnumType,), {})):
    a = 1
try: 
    class E(enum.Enum, k=1):
        a = 1
except Exception as e: print(e)
try: print(enum.EnumType.__init__(E, 1, 2, x=3))
except Exception as e: print(e)
try: print(enum.EnumType.__init__(E, x=3))
except Exception as e: print(e)
class B:
    def __init_subclass__(cls, **k): print(k)
class E(B, enum.Enum, k=1): a=1
try: print(p.__get__(None, int))
except Exception as e: print(type(e), e, getattr(e,"name",0))
try: print(p.__get__(5, int))
except Exception as e: print(type(e), e, getattr(e,"name",0))
p.fget = None
try: print(p.__get__(5, int))
except Exception as e: print(type(e), e, getattr(e,"name",0))
try: print(p.__get__(5, E))
except Exception as e: print(type(e), e, getattr(e,"name",0))
try: print(p.__set__(5, E))
except Exception as e: print(type(e), e, getattr(e,"name",0))
