"""Making a data class of a class whose `__annotations__` are none, or no dict."""

import dataclasses


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


class Base:
    x: int


for annotations in None, 5, [], {}, {"a": int}:
    for slots in False, True:
        class Plain(Base):
            __annotations__ = annotations

        made = attempt(dataclasses.dataclass(slots=slots), Plain)
        print(annotations, slots, made if type(made) is str else [f.name for f in dataclasses.fields(made)])

print(attempt(dataclasses.dataclass, type("Field", (), {"__annotations__": None, "a": dataclasses.field()})))
