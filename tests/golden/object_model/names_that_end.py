# A name that is an instance of a subclass ends when another one takes its place.
import weakref
class Name(str):
    def __del__(self): print("gone", str(self), holder.__name__, holder.__qualname__)
class C: pass
def f(): pass
for holder in (C, f):
    holder.__name__ = name = Name("first")
    holder.__qualname__ = Name("long")
    ref = weakref.ref(name, lambda ref: print("callback", holder.__name__))
    del name
    print(type(holder.__name__).__name__, holder)  if holder is C else print(type(holder.__name__).__name__)
    holder.__name__ = "second"
    holder.__qualname__ = "other"
    print(ref(), holder.__name__)
def outer(**kwargs): return kwargs
print(sorted(outer(**{Name("key"): 1})))
