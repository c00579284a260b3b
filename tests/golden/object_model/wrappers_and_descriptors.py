"""Instances of str subclasses become data descriptors; wrappers copy attributes past descriptors; repeating by mixed sequences."""

class C0(str): pass
class C1(C0):
    def __init__(self): pass
class C4: pass
v = C1()
C4.a = v
o = C4()
o.__dict__['a'] = 5
def get(o): return o.a
def mul(o):
    o.a *= 2
    return o.a
def put(o): o.a = 3
get(o); get(o)
C0.__delete__ = lambda self, o: print('delete')
for f in get, mul, put:
    for i in range(3):
        try: print(f.__name__, f(o))
        except Exception as e: print(f.__name__, type(e), e)
class D0: pass
class D1(D0): pass
C4.b = D1()
o = C4(); o.__dict__['b'] = 5
def get(o): return o.b
def put(o): o.b = 3
get(o); put(o); put(o)
D0.__set__ = lambda self, o, v: print('set')
for f in get, put, get:
    for i in range(3):
        try: print(f.__name__, f(o))
        except Exception as e: print(f.__name__, type(e), e)
import collections


def T(f, *a):
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__, e)


class Mixed(str, collections.UserList):
    pass


class Plain(str):
    pass


T(lambda: "ab" * Mixed())
T(lambda: Mixed() * "ab")
T(lambda: "ab" * Plain())
T(lambda: [1] * Mixed())
for wrapper in classmethod, staticmethod:
    class Wrapped(wrapper):
        __doc__ = property(lambda self: "doc")

    T(Wrapped, len)
    T(lambda: Wrapped(5).__doc__)

    class Stored(wrapper):
        def __setattr__(self, name, value):
            print("set", name)

    T(lambda: vars(Stored(len)))
import types, functools, collections
def T(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
for c in (types.GenericAlias, int, types.SimpleNamespace):
    T(lambda: c.__annotations__); T(setattr, c, '__name__', 'x'); T(setattr, c, '__doc__', 'x'); T(setattr, c, '__bases__', ()); T(setattr, c, 'x', 1); T(delattr, c, 'x'); T(delattr, c, '__name__'); T(setattr, c, '__annotations__', {}); T(setattr, c, '__module__', 'x'); T(setattr, c, '__abstractmethods__', ()); T(setattr, c, '__type_params__', ()); T(setattr, c, '__qualname__', 'q'); T(lambda: c.__abstractmethods__); T(lambda: c.nope); T(setattr, c, '__mro__', 1); T(setattr, c, '__dict__', 1); T(delattr, c, '__annotations__'); T(lambda: c.__text_signature__)
