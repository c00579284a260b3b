# Calls of built-in methods on objects whose own attributes come and go at the place of the call.
import io


def read(file, patch_at):
    parts = []
    for i in range(5):
        parts.append(file.read(1))
        if i == patch_at:
            file.read = lambda size: b"own"
        if i == 3:
            vars(file).clear()
    return parts


print(read(io.BytesIO(b"abcdef"), 1))
print(read(io.BytesIO(b"abcdef"), 9))
looked_at = io.BytesIO(b"abcdef")
looked_at.__dict__
print(read(looked_at, 0))
marked = io.BytesIO(b"abcdef")
marked.label = "x"
print(read(marked, 2), vars(marked))


class Stack(list):
    pass


class Counted(list):
    def append(self, item):
        print("append", item)
        super().append(item)


def push(stack, own=None):
    for i in range(3):
        stack.append(i)
        if i == 1 and own is not None:
            stack.append = own.append
    return stack


elsewhere = []
print(push(Stack()), push(Stack(), elsewhere), elsewhere, push(Counted()), push([]), push(Stack()))
Stack.append = lambda self, item: list.append(self, -item)
print(push(Stack()))
del Stack.append
print(push(Stack()))

for call in (
    lambda: [].append(),
    lambda: [].append(1, 2),
    lambda: list.append(3, 4),
    lambda: io.BytesIO(1, 2),
    lambda: io.StringIO(1, 2, 3),
    lambda: io.BytesIO("x"),
    lambda: io.StringIO(1),
    lambda: io.StringIO("a", 3),
):
    try:
        call()
    except TypeError as error:
        print(error)
print(io.BytesIO().read(), io.BytesIO(None).read(), io.StringIO().read(), io.StringIO(None).read())
text = io.StringIO("ab\ncdé\n\nx")
print(text.readline(2), repr(text.readline(0)), text.readline(), text.readline(3), list(text), repr(text.readline()))
