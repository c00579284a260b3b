"""Attribute hooks on a metaclass serve its classes."""
class Meta(type):
    def __getattr__(cls, name): return f"{cls.__name__}?{name}"
    def __setattr__(cls, name, value):
        print("set", name)
        super().__setattr__(name, value)
    def __delattr__(cls, name):
        print("del", name)
        super().__delattr__(name)
    def __len__(cls): return 3
    def __iter__(cls): return iter("abc")
    def __contains__(cls, x): return x == 1
    def __getitem__(cls, k): return k
    def __repr__(cls): return f"<{cls.__name__}>"
    def __add__(cls, o): return "added"
    def __bool__(cls): return False
class C(metaclass=Meta): pass
print(C.x, len(C), list(C), 1 in C, C[5], C, C + 1, bool(C))
C.y = 1
del C.y
try:
    C().x
except AttributeError as e:
    print(e)
try:
    len(C())
except TypeError as e:
    print(e)
