"""Defining __eq__ takes away hashing; giving it back."""
class E:
    def __eq__(self, o): return True
class H(E):
    __hash__ = object.__hash__
class Both:
    def __eq__(self, o): return True
    def __hash__(self): return 5
class Child(Both): pass
class Loses(Both):
    def __eq__(self, o): return False
for cls in (E, H, Both, Child, Loses):
    print(cls.__name__, cls.__hash__ is None, "__hash__" in cls.__dict__)
try:
    {E(): 1}
except TypeError as e:
    print(e)
print(hash(Both()), {Both(): "x"}[Child()])
E.__hash__ = lambda self: 3
print(hash(E()))
del E.__hash__
try:
    print(type(hash(E())))
except TypeError as e:
    print(e)
from collections.abc import Hashable
print(isinstance(E(), Hashable), isinstance(Both(), Hashable), issubclass(Loses, Hashable))
