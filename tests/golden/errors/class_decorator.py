def check(cls):
    if not hasattr(cls, "name"):
        raise TypeError(f"{cls.__qualname__} needs a name")
    return cls


@check
class Thing:
    pass
