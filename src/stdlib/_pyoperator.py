"""The functions of operator in Python, for when the native _operator isn't there."""

from builtins import abs as _abs

# Comparing and testing

def lt(a, b):
    "Same as a < b."
    return a < b

def le(a, b):
    "Same as a <= b."
    return a <= b

def eq(a, b):
    "Same as a == b."
    return a == b

def ne(a, b):
    "Same as a != b."
    return a != b

def ge(a, b):
    "Same as a >= b."
    return a >= b

def gt(a, b):
    "Same as a > b."
    return a > b

def not_(a):
    "Same as not a."
    return not a

def truth(a):
    "Return True if a is true, False otherwise."
    return True if a else False

def is_(a, b):
    "Same as a is b."
    return a is b

def is_not(a, b):
    "Same as a is not b."
    return a is not b

# Numbers

def abs(a):
    "Same as abs(a)."
    return _abs(a)

def add(a, b):
    "Same as a + b."
    return a + b

def and_(a, b):
    "Same as a & b."
    return a & b

def floordiv(a, b):
    "Same as a // b."
    return a // b

def index(a):
    "Same as a.__index__()."
    return range(a).stop  # what takes an index converts it by the rules

def inv(a):
    "Same as ~a."
    return ~a

invert = inv

def lshift(a, b):
    "Same as a << b."
    return a << b

def mod(a, b):
    "Same as a % b."
    return a % b

def mul(a, b):
    "Same as a * b."
    return a * b

def matmul(a, b):
    "Same as a @ b."
    return a @ b

def neg(a):
    "Same as -a."
    return -a

def or_(a, b):
    "Same as a | b."
    return a | b

def pos(a):
    "Same as +a."
    return +a

def pow(a, b):
    "Same as a ** b."
    return a ** b

def rshift(a, b):
    "Same as a >> b."
    return a >> b

def sub(a, b):
    "Same as a - b."
    return a - b

def truediv(a, b):
    "Same as a / b."
    return a / b

def xor(a, b):
    "Same as a ^ b."
    return a ^ b

# Sequences

def concat(a, b):
    "Same as a + b, for a and b sequences."
    if not hasattr(a, "__getitem__"):
        raise TypeError(f"'{type(a).__name__}' object can't be concatenated")
    return a + b

def contains(a, b):
    "Same as b in a (note reversed operands)."
    return b in a

def countOf(a, b):
    "Return the number of items in a which are, or which equal, b."
    return sum([1 for item in a if item is b or item == b])

def delitem(a, b):
    "Same as del a[b]."
    del a[b]

def getitem(a, b):
    "Same as a[b]."
    return a[b]

def indexOf(a, b):
    "Return the first index of b in a."
    for position, item in enumerate(a):
        if item is b or item == b:
            return position
    raise ValueError("sequence.index(x): x not in sequence")

def setitem(a, b, c):
    "Same as a[b] = c."
    a[b] = c

def length_hint(obj, default=0):
    """How many items obj is likely to have: its len(), what __length_hint__ says, or default."""
    if not isinstance(default, int):
        raise TypeError(f"'{type(default).__name__}' object cannot be interpreted as an integer")
    try:
        return len(obj)
    except TypeError:
        pass
    hint = getattr(type(obj), "__length_hint__", None)
    if hint is None:
        return default
    try:
        answer = hint(obj)
    except TypeError:
        return default
    if answer is NotImplemented:
        return default
    if not isinstance(answer, int):
        raise TypeError(f"__length_hint__ must be an integer, not {type(answer).__name__}")
    if answer < 0:
        raise ValueError("__length_hint__() should return >= 0")
    return answer

def call(obj, /, *args, **kwargs):
    "Same as obj(*args, **kwargs)."
    return obj(*args, **kwargs)

# In place

def iadd(a, b):
    "Same as a += b."
    a += b
    return a

def iand(a, b):
    "Same as a &= b."
    a &= b
    return a

def iconcat(a, b):
    "Same as a += b, for a and b sequences."
    if not hasattr(a, "__getitem__"):
        raise TypeError(f"'{type(a).__name__}' object can't be concatenated")
    a += b
    return a

def ifloordiv(a, b):
    "Same as a //= b."
    a //= b
    return a

def ilshift(a, b):
    "Same as a <<= b."
    a <<= b
    return a

def imod(a, b):
    "Same as a %= b."
    a %= b
    return a

def imul(a, b):
    "Same as a *= b."
    a *= b
    return a

def imatmul(a, b):
    "Same as a @= b."
    a @= b
    return a

def ior(a, b):
    "Same as a |= b."
    a |= b
    return a

def ipow(a, b):
    "Same as a **= b."
    a **= b
    return a

def irshift(a, b):
    "Same as a >>= b."
    a >>= b
    return a

def isub(a, b):
    "Same as a -= b."
    a -= b
    return a

def itruediv(a, b):
    "Same as a /= b."
    a /= b
    return a

def ixor(a, b):
    "Same as a ^= b."
    a ^= b
    return a

# Callables that look something up

class _Getter:
    """What attrgetter and itemgetter have in common: repr and pickling."""

    __slots__ = ("_wanted", "_call")
    __module__ = "operator"

    def __call__(self, obj, /):
        return self._call(obj)

    def __repr__(self):
        kind = self.__class__
        return f"{kind.__module__}.{kind.__qualname__}({', '.join(map(repr, self._wanted))})"

    def __reduce__(self):
        return self.__class__, self._wanted


class attrgetter(_Getter):
    """attrgetter("name.first")(obj) is obj.name.first; several names give a tuple."""

    __slots__ = ()
    __module__ = "operator"

    def __init__(self, attr, /, *attrs):
        self._wanted = (attr, *attrs)
        for name in self._wanted:
            if not isinstance(name, str):
                raise TypeError("attribute name must be a string")
        chains = [name.split(".") for name in self._wanted]

        def follow(obj, chain):
            for name in chain:
                obj = getattr(obj, name)
            return obj

        if attrs:
            self._call = lambda obj: tuple([follow(obj, chain) for chain in chains])
        else:
            self._call = lambda obj: follow(obj, chains[0])


class itemgetter(_Getter):
    """itemgetter(2)(obj) is obj[2]; several items give a tuple."""

    __slots__ = ()
    __module__ = "operator"

    def __init__(self, item, /, *items):
        self._wanted = (item, *items)
        if items:
            self._call = lambda obj: tuple([obj[i] for i in self._wanted])
        else:
            self._call = lambda obj: obj[item]


class methodcaller:
    """methodcaller("name", 1, x=2)(obj) is obj.name(1, x=2)."""

    __slots__ = ("_name", "_args", "_kwargs")
    __module__ = "operator"

    def __init__(self, name, /, *args, **kwargs):
        self._name = name
        if not isinstance(name, str):
            raise TypeError("method name must be a string")
        self._args = args
        self._kwargs = kwargs

    def __call__(self, obj, /):
        return getattr(obj, self._name)(*self._args, **self._kwargs)

    def __repr__(self):
        shown = [repr(self._name)]
        shown += map(repr, self._args)
        shown += [f"{key}={value!r}" for key, value in self._kwargs.items()]
        kind = self.__class__
        return f"{kind.__module__}.{kind.__name__}({', '.join(shown)})"

    def __reduce__(self):
        if not self._kwargs:
            return self.__class__, (self._name, *self._args)
        from functools import partial
        return partial(self.__class__, self._name, **self._kwargs), self._args


__all__ = [name for name in globals() if not name.startswith("_")]
for _function in __all__:
    globals()[_function].__module__ = "operator"
del _function
