"""__setattr__ sees every assignment, augmented and unpacked ones too."""
class Logged:
    def __setattr__(self, name, value):
        print("set", name, value)
        super().__setattr__(name, value)
o = Logged()
o.a = 1
o.a += 10
o.b, (o.c, *o.d) = 2, (3, 4, 5)
for o.i in range(2):
    pass
with open(__file__) as o.f:
    o.f = None
setattr(o, "g", 6)
print(sorted(o.__dict__))
o.__dict__["quiet"] = 7
print(o.quiet)
