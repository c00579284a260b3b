"""Classes with __buffer__ and __release_buffer__."""
import collections.abc
import inspect

log = []


class Buffer:
    def __init__(self, data):
        self.data = bytearray(data)

    def __repr__(self):
        return "Buffer"

    def __buffer__(self, flags):
        log.append(("get", inspect.BufferFlags(flags) & inspect.BufferFlags.WRITABLE != 0))
        return memoryview(self.data)

    def __release_buffer__(self, view):
        log.append(("release", bytes(view)))
        view.release()


class ReadOnly:
    def __buffer__(self, flags):
        return memoryview(b"read only")

    def __repr__(self):
        return "ReadOnly"


class Wrong:
    def __buffer__(self, flags):
        return 5


class Raises:
    def __buffer__(self, flags):
        raise ValueError("no buffer")


def attempt(f):
    try:
        result = f()
    except Exception as e:
        result = f"{type(e).__name__}: {e}"
    taken = list(log)
    log.clear()
    return result, taken


b = Buffer(b"abc")
for o in (b, ReadOnly(), Wrong(), Raises(), 5):
    for label, f in [("bytes", lambda: bytes(o)), ("bytearray", lambda: bytearray(o)), ("find", lambda: b"xabc".find(o)), ("isinstance", lambda: isinstance(o, collections.abc.Buffer)),
                     ("int", lambda: int.from_bytes(o, "big"))]:
        print(type(o).__name__, label, *attempt(f))
view = memoryview(b)
view[0] = 65
print(b.data, view.tolist(), log)
view.release()
print(log)
log.clear()
try:
    memoryview(ReadOnly())[0] = 1
except TypeError as e:
    print(e)
with memoryview(b) as v:
    print(v.nbytes, v.readonly, v.format)
print(log)
