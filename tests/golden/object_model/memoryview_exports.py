"""A memoryview can't be released while somebody holds its buffer, and a restricted one gives none."""
import array
import io
import pickle
import struct
import sys


def show(name, function):
    try:
        result = function()
    except Exception as error:
        result = type(error).__name__, str(error)
    if isinstance(result, memoryview):
        result = result.tobytes(), result.readonly, type(result.obj).__name__
    print(name, result)


def hook(unraisable):
    print("unraisable", type(unraisable.exc_value).__name__, unraisable.exc_value, unraisable.err_msg, unraisable.object)


sys.unraisablehook = hook
data = bytearray(b"abc")
view = memoryview(data)
held = [view.__buffer__(0) for _ in range(3)]
print(held[0].obj is view, held[0][1:].obj is view)
while held:
    show("release", view.release)
    held.pop().release()
show("release", view.release)
show("view", lambda: view.tobytes())
show("append", lambda: data.append(100))

view = memoryview(data)
inner = view.__buffer__(0)
part = inner[1:]
inner.release()
show("part", view.release)
show("with", lambda: view.__exit__())
show("wrong object", lambda: view.__release_buffer__(part.__buffer__(0)))
show("no view", lambda: view.__release_buffer__(1))
show("released by its object", lambda: view.__release_buffer__(part))
show("again", lambda: view.__release_buffer__(part))
show("part", lambda: part.tobytes())
show("view", view.release)

view = memoryview(data)
other = memoryview(view)
show("a view of the same", view.release)
show("other", other.tobytes)
view = memoryview(data)
buffer = pickle.PickleBuffer(view)
show("pickle buffer", view.release)
buffer.release()
show("pickle buffer", view.release)
view = memoryview(b"abc")
iterator = struct.iter_unpack("B", view)
show("iter_unpack", view.release)
print(list(iterator))
show("iter_unpack", view.release)


class Exporter:
    def __init__(self):
        self.data = bytearray(b"abcd")

    def __buffer__(self, flags):
        self.view = memoryview(self.data)
        return self.view

    def __release_buffer__(self, view):
        self.kept = view
        print("released", view is self.view, view.tobytes(), type(view.obj))
        show("release", view.release)


print("what __buffer__ gave")
exporter = Exporter()
view = memoryview(exporter)
part = view[1:]
show("given", exporter.view.release)
view.release()
print("still")
part.release()
show("resize", lambda: exporter.data.append(1))
exporter = Exporter()
del Exporter.__release_buffer__
view = memoryview(exporter)
view.release()
show("nobody has released it", lambda: exporter.view.tobytes())
show("resize", lambda: exporter.data.append(1))
wrapper = memoryview(exporter).obj
print(type(wrapper).__name__, hasattr(wrapper, "__release_buffer__"))


class Same:
    def __init__(self):
        self.view = memoryview(bytearray(b"same"))

    def __buffer__(self, flags):
        return self.view

    def __release_buffer__(self, view):
        print("same")
        raise KeyError("lost")


same = Same()
views = memoryview(same), memoryview(same)
show("two", same.view.release)
views[0].release()
show("one", same.view.release)
views[1].release()
show("none", same.view.release)
show("gone", lambda: memoryview(same))


class Array(bytearray):
    def __buffer__(self, flags):
        print("buffer", int(flags))
        return super().__buffer__(flags)

    def __release_buffer__(self, view):
        print("release", view.obj, view.shape)
        for text in (
            "memoryview(view)", "view[1:]", "view[0]", "view.cast('b')", "view.cast(1)", "view.toreadonly()",
            "view.__buffer__(0)", "memoryview._from_flags(view, 0)", "bytes(view)", "bytearray(view)", "b''.join([view])",
            "b'' + view", "view.tobytes()", "view.tolist()", "list(view)", "view.hex()", "hash(view)", "view == view",
            "view == b'abcd'", "b'abcd' == view", "memoryview(b'abcd') == view", "io.BytesIO(b'x').readinto(view)",
            "view.__setitem__(0, 65)", "view.__setitem__(slice(1, 3), b'BC')",
            "memoryview(bytearray(4)).__setitem__(slice(0, 4), view)", "struct.unpack('4B', view)", "view.__enter__() is view",
            "self.append(1)",
        ):
            show(text, lambda: eval(text, globals(), {"view": view, "self": self}))
        super().__release_buffer__(view)
        show("after", view.tobytes)
        self.kept = view


print("restricted")
own = Array(b"abcd")
view = memoryview(own)
print(view.obj is own, type(view.obj).__name__)
view.release()
show("kept", own.kept.tobytes)
show("append", lambda: own.append(1))
print(own)


class Told(array.array):
    def __release_buffer__(self, view):
        print("told", view.format, view.itemsize, view.shape, view.tobytes())
        raise ValueError("not now")


told = Told("i", [1, 2])
memoryview(told).release()
memoryview._from_flags(told, 0).release()
view = memoryview(told).cast("B")
del view
view = told.__buffer__(0)
print("explicit")
view.release()
told.append(3)
with memoryview(told) as view:
    show("append", lambda: told.append(4))
