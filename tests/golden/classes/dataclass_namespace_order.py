import dataclasses
for kw in [dict(), dict(frozen=True), dict(unsafe_hash=True), dict(eq=False), dict(eq=False, unsafe_hash=True), dict(order=True, frozen=True), dict(slots=True,frozen=True), dict(weakref_slot=True, slots=True)]:
    for own in ({}, {'__eq__': lambda s,o: 1}, {'__eq__': lambda s,o: 1, '__hash__': lambda s: 1}, {'__hash__': None}, {'__init__':0}, {'__repr__':0},{'__replace__':0},{'__lt__':0}):
        C = type('C', (), {'__annotations__': {'a': int}, **own})
        try: C = dataclasses.dataclass(**kw)(C)
        except Exception as e: print(type(e).__name__, e)
        print(kw, list(own), list(C.__dict__), '__hash__' in C.__dict__ and C.__dict__['__hash__'] is None)
