"""types.new_class, prepare_class and resolve_bases."""
import types


class Meta(type):
    @classmethod
    def __prepare__(meta, name, bases, **kwargs):
        return {"prepared": (name, sorted(kwargs))}

    def __new__(meta, name, bases, namespace, **kwargs):
        return super().__new__(meta, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **kwargs):
        cls.given = sorted(kwargs)


class Entry:
    def __mro_entries__(self, bases):
        return (int,)


made = types.new_class("Made", (), {"metaclass": Meta, "k": 1}, lambda ns: ns.update(x=5))
print(made.prepared, made.given, made.x, type(made).__name__, made.__module__, made.__qualname__)
print(types.new_class("Plain").__mro__[1:], types.new_class("E", (Entry(),)).__bases__, len(types.new_class("E", (Entry(),)).__orig_bases__))
meta, namespace, kwargs = types.prepare_class("P", (made,), {"other": 2})
print(meta.__name__, namespace, kwargs)
print(types.resolve_bases((int, Entry())), types.resolve_bases((int,)))
for bases, kwargs in [((int, str), {}), ((5,), {}), ((made,), {"metaclass": type}), ((), {"metaclass": 5}), ((), {"metaclass": len})]:
    try:
        print(types.new_class("C", bases, kwargs))
    except TypeError as e:
        print(str(e).split("\n")[0])
