"""__getattribute__ on a metaclass sees reads of class attributes, but not those through instances."""
class Meta(type):
    def __getattribute__(cls, name):
        print("meta asked", name)
        return super().__getattribute__(name)
class C(metaclass=Meta):
    x = 1
    def m(self): return self.x
c = C()
print(c.x, c.m())
print(C.x)
C.m(c)
print(isinstance(c, C))
