"""Where a named tuple has its methods in its namespace, and under which names; what a failing lookup leaves alive."""

import collections, enum, gc, typing, weakref
N = collections.namedtuple('N', 'a b', defaults=(1,))
for C in N, typing.NamedTuple('T', [('a', int)]):
    for k, v in vars(C).items():
        print(k, type(v).__name__, getattr(v, '__qualname__', ''), getattr(getattr(v, '__func__', None), '__qualname__', ''), getattr(v, '__annotations__', '') if callable(v) else '', getattr(v, '__defaults__', ''))
class D(typing.NamedTuple):
    '''doc'''
    a: int
    b: str = 'x'
    def m(self): pass
print(list(vars(D)))


class Noisy:
    def __del__(self):
        print("gone")


class E(enum.Enum):
    a = 1


gc.disable()
for missing in (None, 5, "raise"):
    class E(enum.Enum):
        a = 1

        @classmethod
        def _missing_(cls, value):
            return missing if missing != "raise" else 1 / 0

    try:
        E(Noisy())
    except Exception as e:
        print(type(e).__name__)
    print("after")
print(weakref.WeakSet()._remove.__qualname__)
