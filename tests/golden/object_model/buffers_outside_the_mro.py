# An mro() that leaves out the class that an object is laid out by: what goes by the MRO doesn't find its protocol.
import array
import io


class Without(type):
    hidden = ()

    def mro(cls):
        return [base for base in super().mro() if base not in cls.hidden]


class Other:
    pass


class Bytes(bytearray, metaclass=Without):
    pass


class Array(array.array, metaclass=Without):
    pass


class Stream(io.BytesIO, metaclass=Without):
    pass


class Kept(bytearray):
    pass


def attempt(name, call):
    try:
        print(name, call())
    except Exception as error:
        print(name, type(error).__name__, error)


values = [Bytes(b"12"), Array("b", b"12"), Stream(b"12"), Kept(b"12")]
Without.hidden = (bytearray, array.array, io.BytesIO)
for cls in (Bytes, Array, Stream):
    cls.__bases__ = (Other, *cls.__bases__)

for value in values:
    print(type(value).__name__, [base.__name__ for base in type(value).__mro__])
    attempt("memoryview", lambda: memoryview(value).nbytes)
    attempt("bytes", lambda: bytes(value))
    attempt("int", lambda: int(value))
    attempt("int of base", lambda: int(value, 10))
    attempt("float", lambda: float(value))
    attempt("join", lambda: b"".join([value]))
    attempt("add", lambda: b"a" + value)
    attempt("find", lambda: b"a".find(value))
    attempt("percent", lambda: b"%b" % value)
    attempt("decode", lambda: str(value, "utf-8"))
    attempt("startswith", lambda: b"a".startswith(value))
    attempt("sum", lambda: type(sum([], value)).__name__)
    attempt("from_bytes", lambda: int.from_bytes(value))
    attempt("fill", lambda: b"a".center(3, value))
    attempt("len", lambda: len(value))
