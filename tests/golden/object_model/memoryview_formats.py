"""Formats that memoryviews refuse, and what can't be an item."""
import array
import struct


def show(name, function):
    try:
        result = function()
    except Exception as error:
        result = type(error).__name__, str(error)
    if isinstance(result, memoryview):
        result = result.format, result.shape, result.strides, result.tobytes()
    print(name, result)


view = memoryview(bytes(16))
for text in "w @w u s p x Z @ @@B BB =B <i 2B @P n N \0 B\0 @h\0x \xe9 \u20ac".split(" ") + ["", "B ", 1, None, b"B"]:
    show(ascii(text), lambda: view.cast(text).format)
show("too large", lambda: view.cast("B", [2**70]))
show("product too large", lambda: view.cast("B", [2**62, 2**62]))
show("no int", lambda: view.cast("B", [1.0]))
show("not positive", lambda: view.cast("B", [-1]))
view.release()
show("released", lambda: view.cast("B"))
show("released", lambda: view.cast(1))
show("released", lambda: view.tobytes(1))

print("code points")
text = array.array("w", "ab")
view = memoryview(text)
for source in (
    "view.format", "view[0]", "view[5]", "view[(0,)]", "view.tolist()", "list(view)", "view.__setitem__(0, 1)",
    "view.__setitem__(5, 1)", "view == view", "view == text", "view != text", "view.tobytes()", "view[1:]", "97 in view",
    "view.cast('B').tolist()", "view.cast('w')", "view.toreadonly().__setitem__(0, 1)", "hash(view.toreadonly())",
    "view.__setitem__(slice(0, 1), memoryview(array.array('w', 'c')))", "text",
    "view.__setitem__(slice(0, 1), memoryview(array.array('I', [1])))", "memoryview(array.array('w')).tolist()",
):
    show(source, lambda: eval(source))


class Index:
    def __init__(self, result):
        self.result = result

    def __index__(self):
        if isinstance(self.result, Exception):
            raise self.result
        return self.result


class Float(Index):
    __index__ = None

    def __float__(self):
        return Index.__index__(self)


class Bool(Index):
    __index__ = None

    def __bool__(self):
        return Index.__index__(self)


for code in "BhiqNPefd?c":
    view = memoryview(bytearray(struct.calcsize(code))).cast(code)
    for kind in Index, Float, Bool:
        for result in 1, 1.5, "a", 2**200, TypeError("t"), ValueError("v"), OverflowError("o"), ZeroDivisionError("z"):
            show(f"{code} {kind.__name__}({result!r})", lambda: (view.__setitem__(0, kind(result)), view[0]))
    for item in 0, -1, -(2**63), -(2**63) - 1, 2**64 - 1, 2**64, 2**2000, 70000.0, b"a", b"ab", None, True:
        show(f"{code} {str(item)[:30]}", lambda: (view.__setitem__(0, item), view[0]))
show("bools", lambda: memoryview(b"\2").cast("?") == memoryview(b"\1").cast("?"))

print("dimensions")
point = memoryview(bytearray(b"z")).cast("B", [])
table = memoryview(bytearray(4)).cast("B", [2, 2])
for key in 0, 2**70, (), (0,), ..., slice(1), "a", Index(ValueError("never")):
    name = key if isinstance(key, (int, str, slice, type(...))) else type(key).__name__
    for view in point, table:
        show(f"{view.ndim} {name}", lambda: view[key])
        show(f"{view.ndim} {name} set", lambda: view.__setitem__(key, 7))
        show(f"{view.ndim} {name} del", lambda: view.__delitem__(key))
