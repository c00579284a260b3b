"""The annotation of *args is unpacked as one target's value is."""


def tell(source):
    namespace = {}
    try:
        exec(source, globals(), namespace)
    except Exception as error:
        print(source, repr(error))
    else:
        print(source, namespace["f"].__annotations__)


class Refusing:
    def __iter__(self):
        raise TypeError("mine")


class Wrong:
    def __iter__(self):
        return 3


class Without:
    __iter__ = None


class Old:
    def __getitem__(self, index):
        return "ab"[index]


for value in ("5", "None", "int", "[1]", "[]", "[1, 2]", "'a'", "range(1)", "Refusing()", "Wrong()",
              "Without()", "Old()"):
    tell(f"def f(*args: *{value}): pass")
