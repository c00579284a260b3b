"""reprlib.recursive_repr, apart because many modules want no more of reprlib."""

# What the function below shows as its module.
__name__ = "reprlib"


def recursive_repr(fillvalue="..."):
    """Decorator for a __repr__ that gives fillvalue when it is asked from within itself."""
    from _thread import get_ident

    def decorating_function(user_function):
        running = set()

        def wrapper(self):
            key = id(self), get_ident()
            if key in running:
                return fillvalue
            running.add(key)
            try:
                return user_function(self)
            finally:
                running.discard(key)

        for name in ("__module__", "__doc__", "__name__", "__qualname__", "__annotations__"):
            setattr(wrapper, name, getattr(user_function, name))
        wrapper.__type_params__ = getattr(user_function, "__type_params__", ())
        wrapper.__wrapped__ = user_function
        return wrapper

    return decorating_function
