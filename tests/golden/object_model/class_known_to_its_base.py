# A class's base knows it by a weak reference, which keeps the hash that it has once been asked for.
import gc
import weakref


class Meta(type):
    pass


class Unhashable(type):
    def __eq__(self, other):
        return self is other


class Asked(metaclass=Meta):
    pass


class Unasked(metaclass=Meta):
    pass


def hashed(cls):
    try:
        return hash(weakref.ref(cls)) == Meta.__hash__(cls)
    except TypeError as error:
        return error


print(weakref.getweakrefcount(Asked), weakref.getweakrefcount(int), weakref.getweakrefcount(object))
print(weakref.getweakrefs(object), [ref() for ref in weakref.getweakrefs(Asked)])
address = id(weakref.ref(Asked))
print(id(weakref.ref(Asked)) == address, weakref.getweakrefcount(Asked))
print(weakref.getweakrefs(Asked)[0] is weakref.ref(Asked))

print(hashed(Asked))
Asked.__class__ = Unasked.__class__ = Unhashable
print(hashed(Asked))
print(hashed(Unasked))

seen = []
reference = weakref.ref(Asked)
other = weakref.ref(Asked, lambda ref: seen.append(ref is other))
del Asked
gc.collect()
print(reference(), other(), seen, object.__subclasses__().count(Unasked))
