# In which order the parts of an exception go: what its class adds, its attributes, then args, traceback and causes.
class Part:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("   gone:", self.name)


class Plain(Exception):
    pass


class Slotted(ValueError):
    __slots__ = ("slot",)


def filled(error):
    error.attribute = Part("attribute")
    error.args = (Part("args"),)
    error.__cause__ = KeyError(Part("cause"))
    error.__context__ = KeyError(Part("context"))
    return error


def raised(error):
    part = Part("local")
    try:
        raise error
    except BaseException as caught:
        error.__context__ = KeyError(Part("context"))
        return caught
    finally:
        del error


for make in (
    lambda: Exception(),
    lambda: Plain(),
    lambda: AttributeError(name="n", obj=Part("obj")),
    lambda: NameError(name=Part("name")),
    lambda: ImportError(name=Part("name"), path=Part("path")),
    lambda: StopIteration(Part("value")),
    lambda: SystemExit(Part("code")),
    lambda: OSError(Part("errno"), Part("strerror"), Part("filename")),
    lambda: SyntaxError("msg", (Part("filename"), 1, 2, Part("text"))),
    lambda: ExceptionGroup("g", [KeyError(Part("member"))]),
):
    error = make()
    print(type(error).__name__)
    error = filled(error)
    print("  filled")
    error = None
    error = raised(make())
    print("  raised")
    error = None

error = Slotted()
error.slot = Part("slot")
error = filled(error)
print("Slotted")
del error


class Owner:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("   gone:", self.name)

    def compare(self, other):
        return self.missing


def attempt():
    try:
        Owner("first").compare(Owner("second"))
    except AttributeError:
        pass


attempt()
