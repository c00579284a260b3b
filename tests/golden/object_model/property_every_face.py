"""property by keyword, copies with other functions, docs, names, abstractness and misuse."""


def getter(self):
    """from the getter"""
    return self._x


def setter(self, value):
    self._x = value


def deleter(self):
    del self._x


def show(p):
    return [getattr(f, "__name__", f) for f in (p.fget, p.fset, p.fdel)], p.__doc__


for kwargs in [{}, {"fget": getter}, {"fset": setter}, {"fdel": deleter}, {"fget": getter, "doc": "given"}, {"doc": "only"},
               {"fget": None, "fset": None}, {"fget": getter, "fset": setter, "fdel": deleter}, {"fget": len}]:
    p = property(**kwargs)
    print(sorted(kwargs), show(p))
    for other in (p.getter(deleter), p.setter(setter), p.deleter(None), p.getter(None)):
        print("   ", show(other), type(other).__name__)

    class C:
        pass

    C.x = p
    o = C()
    for action in [lambda: o.x, lambda: setattr(o, "x", 1), lambda: o.x, lambda: delattr(o, "x"), lambda: C.x is p, lambda: p.__get__(None, C) is p,
                   lambda: p.__get__(o), lambda: p.__set__(o, 2), lambda: p.__delete__(o), lambda: p.__name__]:
        try:
            print("   ", action())
        except (AttributeError, TypeError) as e:
            print("   ", type(e).__name__, e)


class Named:
    @property
    def first(self):
        raise AttributeError("own")

    @first.setter
    def second(self, value):
        pass

    third = property()
    third.__doc__ = "set later"


print(Named.first.__name__, Named.second.__name__, Named.third.__name__, Named.third.__doc__, Named.second.fset.__name__)
for name in ("first", "second", "third"):
    for f in (getattr, delattr, lambda o, n: setattr(o, n, 1)):
        try:
            f(Named(), name)
            print(name, "fine")
        except AttributeError as e:
            print(name, e, e.name)
p = property(getter)
p.__name__ = "given"
print(p.__name__)
p.__set_name__(Named, "by_hand")
print(p.__name__)
del p.__name__
print(p.__name__)
for action in [lambda: setattr(p, "fget", 1), lambda: delattr(p, "fset"), lambda: p(1), lambda: property(1, 2, 3, 4, 5), lambda: property(unknown=1),
               lambda: p.__set_name__(1), lambda: p.__get__(), lambda: p.__set__(1), lambda: p.new, lambda: setattr(p, "new", 1)]:
    try:
        print(action())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)


def abstract(self):
    pass


abstract.__isabstractmethod__ = True
print(property(abstract).__isabstractmethod__, property(getter, abstract).__isabstractmethod__, property(getter).__isabstractmethod__)
