"""classmethod and staticmethod objects: attributes copied, calls, and odd contents."""
import functools


def documented(*args):
    """about it"""
    return args


documented.extra = "kept"


class Callable:
    """callable class"""

    def __call__(self, *args):
        return ("callable", args)


class Descriptor:
    def __get__(self, obj, owner=None):
        return ("descriptor", obj, owner and owner.__name__)


class Abstract:
    __isabstractmethod__ = True

    def __call__(self):
        pass


for kind in (classmethod, staticmethod):
    for content in [documented, Callable(), len, 5, None, Descriptor(), property(lambda self: ("p", self)), functools.partial(documented, 1), Abstract(),
                    classmethod(documented), staticmethod(documented), dict]:
        wrapped = kind(content)
        cls = type("C", (), {"m": wrapped})
        print(kind.__name__, type(content).__name__)
        print("   ", wrapped.__func__ is content, wrapped.__wrapped__ is content, wrapped.__isabstractmethod__, sorted(wrapped.__dict__))
        for label, action in [("class", lambda: cls.m), ("instance", lambda: cls().m), ("call", lambda: cls.m(1)), ("call2", lambda: cls().m(1)),
                              ("direct", lambda: wrapped(1)), ("name", lambda: wrapped.__name__), ("doc", lambda: wrapped.__doc__ and wrapped.__doc__[:8]),
                              ("repr", lambda: repr(wrapped))]:
            try:
                result = repr(action())
            except (TypeError, AttributeError) as e:
                result = f"{type(e).__name__}: {e}"
            print("   ", label, result.split(" at 0x")[0].split(" object at")[0])
    for args in [(), (1, 2)]:
        try:
            kind(*args)
        except TypeError as e:
            print(e)
    wrapped = kind(documented)
    wrapped.new = 1
    print(wrapped.new, hasattr(wrapped, "extra"), hasattr(documented, "new"))
    documented.later = 1
    print(hasattr(wrapped, "later"))
    wrapped.__init__(len)
    print(wrapped.__func__)
    try:
        wrapped.__func__ = 5
    except AttributeError as e:
        print(e)
