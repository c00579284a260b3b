"""__delattr__ decides what deleting does."""
class Keeps:
    def __delattr__(self, name):
        print("asked to delete", name)
        if name != "kept":
            super().__delattr__(name)
k = Keeps()
k.kept = k.gone = 1
del k.kept, k.gone
print(vars(k))
try:
    del k.never
except AttributeError as e:
    print(e)
delattr(k, "kept")
object.__delattr__(k, "kept")
print(vars(k))
