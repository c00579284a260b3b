"""Protocols whose annotations are no mapping."""

import typing
def T(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e, type(e.__context__).__name__)
for ann in (5, None, [3], {'q': int}, 'xy', (1,), {5: int}):
    def mk():
        class P(typing.Protocol):
            __annotations__ = ann
            def m(self): pass
        return sorted(P.__protocol_attrs__, key=str)
    T(mk)
    def mk():
        class N(typing.NamedTuple):
            __annotations__ = ann
        return N._fields
    T(mk)
    def mk():
        class N(typing.TypedDict):
            __annotations__ = ann
        return sorted(N.__required_keys__)
    T(mk)
    T(mk)
