"""__getattr__ runs only when the normal lookup has failed."""
class Fallback:
    known = 1
    def __getattr__(self, name):
        print("fallback", name)
        if name.startswith("no"):
            raise AttributeError(f"really no {name}")
        return name.upper()
f = Fallback()
f.own = 2
print(f.known, f.own, f.other)
for name in ("known", "own", "another", "none"):
    print(name, getattr(f, name, "default"))
try:
    f.nope
except AttributeError as e:
    print(e, e.name, e.obj is f)
