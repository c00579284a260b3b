"""ABCMeta in Python alone, for when the native caches of _abc aren't there."""

from _weakrefset import WeakSet

# Goes up with every registration; caches of "no" answers are good for one value.
_registrations = 0


def get_cache_token():
    """A value that changes whenever any class is registered."""
    return _registrations


class ABCMeta(type):
    """Metaclass of abstract base classes.

    A class of it can take in unrelated classes as virtual subclasses by
    register(); isinstance() and issubclass() then answer as if they
    inherited from it.
    """

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        abstracts = {key for key, value in namespace.items()
                     if getattr(value, "__isabstractmethod__", False)}
        for base in bases:
            for key in getattr(base, "__abstractmethods__", ()):
                if getattr(getattr(cls, key, None), "__isabstractmethod__", False):
                    abstracts.add(key)
        cls.__abstractmethods__ = frozenset(abstracts)
        cls._abc_registry = WeakSet()
        cls._abc_cache = WeakSet()
        cls._abc_negative_cache = WeakSet()
        cls._abc_negative_cache_version = _registrations
        return cls

    def register(cls, subclass):
        """Take in a virtual subclass and return it, which allows use as a decorator."""
        global _registrations
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        cls._abc_registry.add(subclass)
        _registrations += 1
        return subclass

    def __instancecheck__(cls, instance):
        claimed = instance.__class__
        if claimed in cls._abc_cache:
            return True
        real = type(instance)
        if real is claimed:
            if (cls._abc_negative_cache_version == _registrations
                    and claimed in cls._abc_negative_cache):
                return False
            return cls.__subclasscheck__(claimed)
        return any(cls.__subclasscheck__(kind) for kind in (claimed, real))

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        if subclass in cls._abc_cache:
            return True
        if cls._abc_negative_cache_version < _registrations:
            cls._abc_negative_cache = WeakSet()
            cls._abc_negative_cache_version = _registrations
        elif subclass in cls._abc_negative_cache:
            return False
        answer = cls.__subclasshook__(subclass)
        if answer is NotImplemented:
            answer = (cls in getattr(subclass, "__mro__", ())
                      or any(issubclass(subclass, kind) for kind in cls._abc_registry)
                      or any(issubclass(subclass, kind) for kind in cls.__subclasses__()))
        else:
            assert isinstance(answer, bool)
        (cls._abc_cache if answer else cls._abc_negative_cache).add(subclass)
        return answer

    def _dump_registry(cls, file=None):
        print(f"Class: {cls.__module__}.{cls.__qualname__}", file=file)
        print(f"Inv. counter: {get_cache_token()}", file=file)
        for name in cls.__dict__:
            if name.startswith("_abc_"):
                value = getattr(cls, name)
                print(f"{name}: {set(value) if isinstance(value, WeakSet) else value!r}",
                      file=file)

    def _abc_registry_clear(cls):
        cls._abc_registry.clear()

    def _abc_caches_clear(cls):
        cls._abc_cache.clear()
        cls._abc_negative_cache.clear()
