"""What __buffer__ of memoryviews, arrays and bytes gives for which flags."""
import array


def show(name, function):
    try:
        result = function()
    except Exception as error:
        result = type(error).__name__, str(error)
    if isinstance(result, memoryview):
        result = result.format, result.itemsize, result.shape, result.strides, result.readonly, result.tobytes(), type(result.obj).__name__
    print(name, result)


table = memoryview(bytearray(range(8))).cast("h", [2, 2])
views = {
    "bytes": lambda: b"abcd",
    "bytearray": lambda: bytearray(b"abcd"),
    "array": lambda: array.array("i", [1, 2]),
    "view": lambda: memoryview(b"abcd"),
    "table": lambda: table,
    "rows": lambda: table[::-1],
    "point": lambda: memoryview(b"a").cast("B", []),
    "scattered": lambda: memoryview(b"abcdef")[::2],
    "empty": lambda: memoryview(b"")[::2],
    "one": lambda: memoryview(b"ab")[::2],
}
for flags in 0, 1, 4, 8, 9, 0x18, 0x38, 0x58, 0x98, 0x118, 0x11C, 0x11D, -1, 0x1000:
    for name, view in views.items():
        show(f"{name}.__buffer__({flags})", lambda: view().__buffer__(flags))
        show(f"_from_flags({name}, {flags})", lambda: memoryview._from_flags(view(), flags))
for flags in 2**31 - 1, 2**31, -(2**31), 2**63, -(2**63) - 1, "a", 1.5:
    show(flags, lambda: bytearray().__buffer__(flags))

print("bytes that are items")
view = memoryview._from_flags(array.array("i", [1, 258]), 0)
for text in (
    "view[0]", "view[1]", "view.tolist()", "list(view)", "view == view", "view == b'\\1\\2'",
    "view == array.array('i', [1, 258])", "view[::2]", "view.cast('b')", "view.cast('i')", "view.nbytes", "len(view)",
    "view.__setitem__(0, 5)", "view.tolist()", "view.__setitem__(0, 300)", "view.__setitem__(slice(0, 1), view[1:])",
    "view.__setitem__(slice(0, 1), b'a')", "view.obj", "view.hex()", "view.__buffer__(284)",
):
    show(text, lambda: eval(text))

print("in a row")
for view in (
    memoryview(b"")[::2], memoryview(b"a")[::2], memoryview(b"abc")[::2], memoryview(b"ab")[0:0][::-1],
    memoryview(b"abcd").cast("B", [2, 2])[0:0], memoryview(b"abcd").cast("B", [2, 2])[::2],
    memoryview(b"abcd").cast("B", [2, 2])[::-1],
):
    print(view.shape, view.strides, view.contiguous, view.c_contiguous, view.f_contiguous)
show("join", lambda: b"".join([memoryview(b"")[::2]]))
