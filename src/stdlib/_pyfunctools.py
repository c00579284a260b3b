"""What functools takes from the native _functools, for when that isn't there."""

from _thread import RLock
from _recursive_repr import recursive_repr

_missing = object()


def reduce(function, sequence, initial=_missing, /):
    """Combine the items of sequence, from the left, into one value.

    reduce(f, [a, b, c]) is f(f(a, b), c); initial, if there is one, comes first.
    """
    iterator = iter(sequence)
    if initial is _missing:
        try:
            value = next(iterator)
        except StopIteration:
            raise TypeError("reduce() of empty iterable with no initial value") from None
    else:
        value = initial
    for item in iterator:
        value = function(value, item)
    return value


def cmp_to_key(mycmp):
    """Make a key function out of a function that compares two arguments."""

    class K(object):
        __slots__ = ["obj"]
        __hash__ = None

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

    return K


class partial:
    """A function with some arguments filled in."""

    __slots__ = "func", "args", "keywords", "__dict__", "__weakref__"
    __module__ = "functools"

    def __new__(cls, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = super().__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    @recursive_repr()
    def __repr__(self):
        kind = type(self)
        shown = [repr(self.func)]
        shown += map(repr, self.args)
        shown += [f"{key}={value!r}" for key, value in self.keywords.items()]
        return f"{kind.__module__}.{kind.__qualname__}({', '.join(shown)})"

    def __get__(self, obj, objtype=None):
        if obj is not None:
            import warnings
            warnings.warn("functools.partial will be a method descriptor in future Python "
                          "versions; wrap it in staticmethod() if you want to preserve the "
                          "old behavior", FutureWarning, 2)
        return self

    def __reduce__(self):
        state = self.func, self.args, self.keywords or None, self.__dict__ or None
        return type(self), (self.func,), state

    def __setstate__(self, state):
        if not isinstance(state, tuple):
            raise TypeError("argument to __setstate__ must be a tuple")
        if len(state) != 4:
            raise TypeError(f"expected 4 items in state, got {len(state)}")
        func, args, kwds, namespace = state
        if (not callable(func) or not isinstance(args, tuple)
                or (kwds is not None and not isinstance(kwds, dict))
                or (namespace is not None and not isinstance(namespace, dict))):
            raise TypeError("invalid partial state")
        if kwds is None:
            kwds = {}
        elif type(kwds) is not dict:
            kwds = dict(kwds)
        self.__dict__ = {} if namespace is None else namespace
        self.func = func
        self.args = tuple(args)
        self.keywords = kwds

    __class_getitem__ = classmethod(type(list[int]))


def _lru_cache_wrapper(user_function, maxsize, typed, _CacheInfo):
    """user_function with a cache in front; a dict's order tells what was used last."""
    from functools import _make_key

    cache = {}
    size = cache.__len__
    hits = misses = 0
    lock = RLock()

    def uncached(*args, **kwds):
        nonlocal misses
        misses += 1
        return user_function(*args, **kwds)

    def unbounded(*args, **kwds):
        nonlocal hits, misses
        key = _make_key(args, kwds, typed)
        result = cache.get(key, _missing)
        if result is not _missing:
            hits += 1
            return result
        misses += 1
        result = user_function(*args, **kwds)
        cache[key] = result
        return result

    def bounded(*args, **kwds):
        nonlocal hits, misses
        key = _make_key(args, kwds, typed)
        with lock:
            result = cache.pop(key, _missing)
            if result is not _missing:
                cache[key] = result
                hits += 1
                return result
            misses += 1
        result = user_function(*args, **kwds)
        with lock:
            # Another call may have come to a result meanwhile.
            if key not in cache:
                if size() >= maxsize:
                    del cache[next(iter(cache))]
                cache[key] = result
        return result

    if maxsize == 0:
        wrapper = uncached
    elif maxsize is None:
        wrapper = unbounded
    else:
        wrapper = bounded

    def cache_info():
        """Hits, misses, maxsize and current size."""
        with lock:
            return _CacheInfo(hits, misses, maxsize, size())

    def cache_clear():
        """Forget all results."""
        nonlocal hits, misses
        with lock:
            cache.clear()
            hits = misses = 0

    wrapper.cache_info = cache_info
    wrapper.cache_clear = cache_clear
    return wrapper
