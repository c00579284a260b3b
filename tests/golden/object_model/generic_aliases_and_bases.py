"""types.GenericAlias, __mro_entries__, and what classes remember of the bases they were given."""
import types


class Box:
    def __class_getitem__(cls, item):
        return types.GenericAlias(cls, item)

    def __init__(self, value=None):
        self.value = value

    @classmethod
    def make(cls):
        return cls.__name__


alias = Box[int]
print(repr(alias), alias.__origin__, alias.__args__, alias.__parameters__, alias.__unpacked__, alias == Box[int], alias == Box[str],
      hash(alias) == hash(Box[int]), alias is Box[int])
made = alias(5)
print(type(made).__name__, made.value, made.__orig_class__, alias.make(), alias.__name__, alias.__mro__[0].__name__)
for text in ["isinstance(made, alias)", "issubclass(Box, alias)", "alias[str]", "alias.nothing", "alias.__class__", "alias.__mro_entries__(())",
             "Box[()]", "Box[int, str].__args__", "list[int][str]", "list[int]()", "dict[str, int](a=1)", "alias.__doc__", "alias | int", "int | alias",
             "type(alias)", "dir(alias) == sorted(dir(alias))", "'make' in dir(alias)", "list[...]", "list[[1]]", "tuple[int, ...]", "list['x']",
             "type[int]", "isinstance(list[int], type)", "callable(alias)", "alias.value", "[*list[int]]", "len(list[int])", "list[int].append",
             "types.GenericAlias(5, 6)", "types.GenericAlias(int)", "types.GenericAlias()", "types.GenericAlias(list, (int,)) == list[int]",
             "bool(list[int])", "list[int] < list[str]", "copy(list[int])"]:
    try:
        print(text, "->", eval(text))
    except (TypeError, AttributeError, NameError) as e:
        print(text, "->", type(e).__name__, e)


class FromAlias(Box[int], dict[str, int]):
    pass


print(FromAlias.__bases__, FromAlias.__orig_bases__, types.get_original_bases(FromAlias), "__orig_bases__" in Box.__dict__)


class Child(FromAlias):
    pass


print(Child.__bases__, types.get_original_bases(Child), Child.__orig_bases__)


class Entry:
    def __init__(self, *bases):
        self.bases = bases

    def __mro_entries__(self, bases):
        print("asked with", [getattr(b, "__name__", type(b).__name__) for b in bases])
        return self.bases


class Many(Entry(Box), Entry(), int, Entry(object)):
    pass


print(Many.__bases__, len(Many.__orig_bases__))
for bases in [(Entry(5),), (Entry(int, int),), (Entry([int]),)]:
    try:
        class Wrong(*bases):
            pass
    except TypeError as e:
        print(e)


class NotTuple:
    def __mro_entries__(self, bases):
        return [int]


class OnInstance:
    def __init__(self):
        self.__mro_entries__ = lambda bases: (int,)


class NoneEntries:
    __mro_entries__ = None


for base in (NotTuple(), OnInstance(), NoneEntries(), 5):
    try:
        class Wrong(base):
            pass
        print(Wrong.__bases__)
    except TypeError as e:
        print(e)
print(types.resolve_bases((int, Box[int], Entry(str))), types.new_class("New", (Box[int],)).__bases__)
try:
    type("T", (Box[int],), {})
except TypeError as e:
    print(e)
try:
    alias.attribute = 5
except AttributeError as e:
    print(e)
for name in ("__origin__", "__args__", "__class__"):
    try:
        setattr(alias, name, 5)
        print(name, "set")
    except (AttributeError, TypeError) as e:
        print(name, e)
