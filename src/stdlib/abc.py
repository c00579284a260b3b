"""Abstract base classes: classes that can be registered for, and abstract methods."""


def abstractmethod(funcobj):
    """Mark a method that concrete subclasses have to override.

    A class whose metaclass is ABCMeta can't be instantiated while it has any.
    """
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """Kept for old code: write @classmethod above @abstractmethod instead."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    """Kept for old code: write @staticmethod above @abstractmethod instead."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    """Kept for old code: write @property above @abstractmethod instead."""

    __isabstractmethod__ = True


try:
    from _abc import (get_cache_token, _abc_init, _abc_register, _abc_instancecheck,
                      _abc_subclasscheck, _abc_adopt, _get_dump, _reset_registry, _reset_caches)
except ImportError:
    from _py_abc import ABCMeta, get_cache_token
    ABCMeta.__module__ = "abc"
else:
    class ABCMeta(type):
        """Metaclass of abstract base classes.

        A class of it can take in unrelated classes as virtual subclasses by
        register(); isinstance() and issubclass() then answer as if they
        inherited from it.
        """

        def __new__(mcls, name, bases, namespace, /, **kwargs):
            cls = super().__new__(mcls, name, bases, namespace, **kwargs)
            _abc_init(cls)
            return cls

        def register(cls, subclass):
            """Take in a virtual subclass and return it, which allows use as a decorator."""
            return _abc_register(cls, subclass)

        def __instancecheck__(cls, instance):
            return _abc_instancecheck(cls, instance)

        def __subclasscheck__(cls, subclass):
            return _abc_subclasscheck(cls, subclass)

        def _dump_registry(cls, file=None):
            print(f"Class: {cls.__module__}.{cls.__qualname__}", file=file)
            print(f"Inv. counter: {get_cache_token()}", file=file)
            registry, cache, negative_cache, version = _get_dump(cls)
            print(f"_abc_registry: {registry!r}", file=file)
            print(f"_abc_cache: {cache!r}", file=file)
            print(f"_abc_negative_cache: {negative_cache!r}", file=file)
            print(f"_abc_negative_cache_version: {version!r}", file=file)

        def _abc_registry_clear(cls):
            _reset_registry(cls)

        def _abc_caches_clear(cls):
            _reset_caches(cls)

    _abc_adopt(ABCMeta)


def update_abstractmethods(cls):
    """Work out anew which methods of an abstract class are abstract.

    For class decorators that add or replace methods. Subclasses that exist
    already are not touched. Returns cls.
    """
    if not hasattr(cls, "__abstractmethods__"):
        return cls
    names = [name for base in cls.__bases__
             for name in getattr(base, "__abstractmethods__", ())
             if getattr(getattr(cls, name, None), "__isabstractmethod__", False)]
    names += [name for name, value in cls.__dict__.items()
              if getattr(value, "__isabstractmethod__", False)]
    cls.__abstractmethods__ = frozenset(names)
    return cls


class ABC(metaclass=ABCMeta):
    """Base class for those who would rather inherit than name a metaclass."""

    __slots__ = ()
