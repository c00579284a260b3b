"""__getattribute__ runs for each access, found or not, but not for special methods."""
class Watch:
    size = 3
    def __init__(self): self.x = 1
    def __getattribute__(self, name):
        print("asked for", name)
        return object.__getattribute__(self, name)
    def __len__(self): return 7
w = Watch()
print(w.x, w.size, len(w), bool(w))
print(hasattr(w, "nothing"))
print(getattr(w, "nothing", "default"))
w.y = 2
print(w.__len__())
