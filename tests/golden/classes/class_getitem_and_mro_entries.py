"""__class_getitem__, __mro_entries__, __orig_bases__, types.new_class, resolve_bases, generic aliases."""
import types
class G:
    def __class_getitem__(cls, item): return (cls.__name__, item)
class H(G): pass
print(G[int], H[1, 2], G[()], G[:])
try:
    G()[0]
except TypeError as error:
    print(error)
class Entry:
    def __init__(self, *bases): self.bases = bases
    def __mro_entries__(self, bases):
        print("entries", len(bases), end=" ")
        return self.bases
class A: pass
class B: pass
class C(Entry(A, B)): pass
class D(Entry(), A): pass
print(C.__bases__, D.__bases__, len(C.__orig_bases__), hasattr(A, "__orig_bases__"))
for bad in (5, [A], None):
    try:
        class Bad(type("E", (), {"__mro_entries__": lambda self, bases: bad})()): pass
    except TypeError as error:
        print(error)
try:
    type("X", (Entry(A),), {})
except TypeError as error:
    print(error)
print(types.resolve_bases((Entry(A), B)), types.new_class("N", (Entry(A),), {}, lambda ns: ns.update(x=1)).x)
print(types.prepare_class("P", (A,), {"metaclass": type, "k": 1}))
alias = list[int]
print(alias, alias.__origin__, alias.__args__, alias.__parameters__, alias == list[int], alias == list[str], hash(alias) == hash(list[int]), alias(), alias([1, 2]), repr(dict[str, list[int]]), tuple[()], list[int] | None, type(alias).__name__, alias.append, isinstance(alias, type), alias.__mro__ is list.__mro__)
class Sub(list[int]): pass
print(Sub.__bases__, Sub.__orig_bases__, Sub([1]))
for act in ("isinstance([], list[int])", "issubclass(list, list[int])", "list[int][str]", "int[str]", "list[int]()", "list[int].nothing", "list[int] | 5", "list[T_undefined]", "type('X', (list[int],), {})", "list[int].__class__", "list[int] < list[str]", "int | str", "int | None | str", "int | int", "isinstance(1, int | str)", "isinstance(None, int | None)", "issubclass(bool, int | str)", "int | 'str'", "(int | str).__args__", "(int | str) == (str | int)", "isinstance([], list[int] | int)", "type(int | str)", "{int | str: 1}[str | int]", "(int | list[str]).__args__"):
    try:
        print(act, "=", eval(act))
    except (TypeError, NameError, AttributeError) as error:
        print(act, "->", type(error).__name__, error)
ns = types.SimpleNamespace(a=1, b="x")
ns.c = [ns]
print(ns, ns == types.SimpleNamespace(a=1), types.SimpleNamespace(), types.MappingProxyType({"a": 1}), vars(types.SimpleNamespace(q=1)))
@types.DynamicClassAttribute
def dca(self): return "dynamic"
class WithDca: attr = dca
print(WithDca().attr, types.GenericAlias(list, (int,)), types.GenericAlias(G, int), types.get_original_bases(Sub))
