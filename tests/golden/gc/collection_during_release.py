"""Generators at the end of a deep recursion are closed, which runs code, while what they
hold waits to be released: a collection in between must leave that alone."""
import gc


def walk(o):
    if isinstance(o, list):
        for part in o:
            yield from walk(part)
    elif isinstance(o, dict):
        for part in o.values():
            yield from walk(part)
    else:
        yield o


gc.set_threshold(50)
lists, dicts = [], {}
for x in range(20000):
    lists, dicts = [lists], {"k": dicts}
for nested in (lists, dicts):
    for _ in range(3):
        try:
            list(walk(nested))
        except RecursionError:
            print("too deep")
        junk = [[i] for i in range(2000)]


class Last:
    def __init__(self, rest):
        self.rest = rest

    def __del__(self):
        gc.collect()
        [[i] for i in range(100)]


chain = None
for x in range(2000):
    chain = Last([chain])
chain = None
print(len([o for o in gc.get_objects() if type(o) is Last]))
