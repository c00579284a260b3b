"""The module's docstring."""
print(repr(__doc__))
def f():
    "doc" " string"
def g():
    f"not a docstring"
def h():
    b"not either"
def i():
    """  Indented
        lines   
          are cut
    """
def j():
    x = 1
    "too late"
async def k(): "one line"
class C:
    """Class doc."""
    def m(self):
        r"""raw \d doc"""
class D(C):
    pass
class E:
    __doc__ = "assigned"
def l():
    ("parenthesised")
def m(): 1; "no"
for thing in (f, g, h, i, j, k, l, m, C, C.m, C().m, D, E, E(), lambda: "x"):
    print(getattr(thing, "__name__", "-"), repr(thing.__doc__))
f.__doc__ = "changed"
print(f.__doc__)
del f.__doc__
print(f.__doc__)
C.__doc__ = 5
print(C.__doc__, C().__doc__)
class S:
    "slotted"
    __slots__ = ()
print(S.__doc__, S().__doc__)
try:
    S().__doc__ = 1
except AttributeError as error:
    print(error)
try:
    C.m.__doc__ = "x"
    print(C.m.__doc__)
    C().m.__doc__ = "y"
except AttributeError as error:
    print(error)
