# Which of two wrong things a built-in function tells.


class NoIndex:
    def __index__(self):
        return "text"


class NoFloat:
    def __float__(self):
        return "text"


class NoComplex:
    def __complex__(self):
        return "text"


def tell(function, *args):
    try:
        print(function(*args))
    except TypeError as error:
        print(error)


for start in "", b"", bytearray(), []:
    tell(sum, 1, start)
    tell(sum, [], start)
for first in NoIndex(), NoFloat(), NoComplex(), object(), 1:
    for second in object(), NoIndex(), 2:
        tell(complex, first, second)
for name in 5, [], "name", "a'b":
    tell(type.__setattr__, int, name, 6)
    tell(type.__delattr__, int, name)
    tell(type.__setattr__, NoIndex, name, 6)

# The flag of types that make no instances when they are called.
for value in 1, (), iter([]), len, (i for i in ()), {}.keys(), None, ..., type.__dict__["__dict__"]:
    print(type(value).__name__, bool(type(value).__flags__ & 1 << 7))
