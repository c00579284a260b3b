"""With which flags a class's __buffer__ is asked, and when its __release_buffer__ is called."""
import array
import binascii
import codecs
import inspect
import io
import os
import pickle
import struct

log = []


class Exporter:
    def __init__(self, data=b"abcd", readonly=False):
        self.data = bytearray(data)
        self.readonly = readonly

    def __buffer__(self, flags):
        log.append((type(flags).__name__, inspect.BufferFlags(flags).name or int(flags)))
        view = memoryview(self.data)
        return view.toreadonly() if self.readonly else view

    def __release_buffer__(self, view):
        log.append(type(view).__name__)


def show(name, function):
    log.clear()
    try:
        result = function()
    except Exception as error:
        result = type(error).__name__, str(error)
    print(name, repr(result).split(" at 0x")[0], log)


b = Exporter()
for flags in 0, 1, 4, 8, 24, 56, 88, 152, 280, 284, 285:
    show(f"_from_flags {flags}", lambda: memoryview._from_flags(b, flags))
show("memoryview", lambda: memoryview(b))
show("bytes", lambda: bytes(b))
show("bytearray", lambda: bytearray(b))
show("extend", lambda: bytearray().extend(b))
show("concatenation", lambda: b"x" + b)
show("concatenation of bytearrays", lambda: bytearray(b"x") + b)
show("join", lambda: b",".join([b]))
show("find", lambda: b"abcd".find(b))
show("in", lambda: b in b"zzabcdzz")
show("split", lambda: b"xxabcdyy".split(b))
show("partition of bytearrays", lambda: bytearray(b"xxabcdyy").partition(b))
show("startswith", lambda: b"abcdyy".startswith(b))
show("%b", lambda: b"%b" % b)
show("bytearray ==", lambda: bytearray(b"abcd") == b)
show("memoryview ==", lambda: memoryview(b"abcd") == b)
show("slice of a bytearray", lambda: bytearray(b"abcdef").__setitem__(slice(0, 2), b))
show("slice of a memoryview", lambda: memoryview(bytearray(b"abcd")).__setitem__(slice(0, 4), b))
show("int", lambda: int(Exporter(b"12")))
show("int.from_bytes", lambda: int.from_bytes(b))
show("str", lambda: str(b, "ascii"))
show("utf_8_decode", lambda: codecs.utf_8_decode(b))
show("unpack", lambda: struct.unpack("4s", b))
show("unpack_from", lambda: struct.unpack_from("4s", b))
show("iter_unpack", lambda: list(struct.iter_unpack("2s", b)))
show("frombytes", lambda: array.array("B").frombytes(b))
show("hexlify", lambda: binascii.hexlify(b))
show("BytesIO", lambda: io.BytesIO(b))
show("BytesIO.write", lambda: io.BytesIO().write(b))
show("BytesIO.writelines", lambda: io.BytesIO().writelines([b]))
show("BufferedWriter.write", lambda: io.BufferedWriter(io.BytesIO()).write(b))
show("PickleBuffer", lambda: pickle.PickleBuffer(b))
show("pickle.loads", lambda: pickle.loads(Exporter(b"N.")))
show("pack_into", lambda: struct.pack_into("2s", b, 0, b"zz"))
print(b.data)
show("BytesIO.readinto", lambda: io.BytesIO(b"zyx").readinto(b))
print(b.data)
show("BufferedReader.readinto", lambda: io.BufferedReader(io.BytesIO(b"12")).readinto(b))
show("BufferedReader.readinto1", lambda: io.BufferedReader(io.BytesIO(b"34")).readinto1(b))
print(b.data)
b = Exporter(readonly=True)
show("pack_into", lambda: struct.pack_into("2s", b, 0, b"zz"))
show("BytesIO.readinto", lambda: io.BytesIO(b"zy").readinto(b))


class Scattered:
    def __buffer__(self, flags):
        return memoryview(b"abcdef")[::2]


b = Scattered()
log.clear()
for flags in 0, 1, 4, 8, 24, 56, 88, 152, 284:
    show(f"scattered, {flags}", lambda: memoryview._from_flags(b, flags).tobytes())
show("bytes", lambda: bytes(b))
show("bytearray", lambda: bytearray(b))
show("join", lambda: b"".join([b]))
show("concatenation", lambda: b"" + b)
show("extend", lambda: bytearray().extend(b))
show("BytesIO", lambda: io.BytesIO(b))
show("memoryview ==", lambda: memoryview(b"ace") == b)
show("readinto", lambda: io.BytesIO(b"a").readinto(b))


class Failing:
    def __buffer__(self, flags):
        raise ValueError("no buffer")


show("readinto", lambda: io.BytesIO(b"a").readinto(Failing()))
show("pack_into", lambda: struct.pack_into("B", Failing(), 0, 1))
