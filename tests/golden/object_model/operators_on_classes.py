"""Classes as operands: the metaclass's special methods, never the class's own."""


class Meta(type):
    def __add__(cls, other):
        return ("meta add", cls.__name__, other)

    def __radd__(cls, other):
        return ("meta radd", cls.__name__, other)

    def __len__(cls):
        return 7

    def __iter__(cls):
        return iter(["meta", cls.__name__])

    def __contains__(cls, item):
        return item == "in meta"

    def __getitem__(cls, key):
        return ("meta item", key)

    def __setitem__(cls, key, value):
        cls.stored = (key, value)

    def __delitem__(cls, key):
        del cls.stored

    def __bool__(cls):
        return False

    def __eq__(cls, other):
        return NotImplemented

    def __hash__(cls):
        return 42

    def __lt__(cls, other):
        return cls.__name__ < other.__name__

    def __invert__(cls):
        return "meta invert"

    def __enter__(cls):
        return "entered " + cls.__name__

    def __exit__(cls, *args):
        return True

    def __format__(cls, spec):
        return "meta " + spec

    def __or__(cls, other):
        return ("meta or", other)

    def __index__(cls):
        return 2

    def __int__(cls):
        return 3

    def __reversed__(cls):
        return iter("atem")


class A(metaclass=Meta):
    def __add__(self, other):
        return "instance add"

    def __len__(self):
        return 1

    def __class_getitem__(cls, key):
        return "class getitem"

    def __getitem__(self, key):
        return "instance item"

    def __iter__(self):
        return iter("instance")


class B(A):
    pass


class Plain:
    def __add__(self, other):
        return "instance add"

    def __len__(self):
        return 1

    def __class_getitem__(cls, key):
        return ("class getitem", cls.__name__, key)

    def __iter__(self):
        return iter("instance")

    def __contains__(self, item):
        return True

    def __call__(self):
        return "called"

    __hash__ = None


for cls in (A, B, Plain, int, type):
    for text in ["cls + 1", "1 + cls", "len(cls)", "[*cls]", "'in meta' in cls", "cls['k']", "bool(cls)", "cls == cls", "cls == 5", "hash(cls) == 42",
                 "~cls", "f'{cls:spec}'", "cls | 5", "cls | None", "[0, 1, 2][cls]", "int(cls)", "[*reversed(cls)]", "cls < B", "sorted([B, A])",
                 "max([A, B])", "{cls: 1}[cls]", "-cls", "type(iter(cls))", "next(cls)", "cls()[0]", "cls() + 1", "len(cls())", "abs(cls)", "list(zip(cls, 'ab'))"]:
        try:
            print(cls.__name__, text, "->", eval(text))
        except TypeError as e:
            print(cls.__name__, text, "->", e)
A[1] = 2
print(A.stored, B.stored)
del A[1]
print(hasattr(A, "stored"))
with A as x:
    print(x)
    raise ValueError("swallowed by the metaclass")
try:
    with Plain:
        pass
except TypeError as e:
    print(e)
a, b = A
print(a, b)
match A:
    case [x, y]:
        print("sequence", x, y)
    case {"k": x}:
        print("mapping", x)
    case _:
        print("neither")
print("yes" if A else "no", "yes" if Plain else "no", not A, A and 1, A or 2)
