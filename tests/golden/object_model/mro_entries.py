"""__mro_entries__ replaces objects among the bases."""
class Real: r = 1
class Stand:
    def __init__(self, *bases): self.bases = bases
    def __mro_entries__(self, bases):
        print("entries asked, bases are", len(bases))
        return self.bases
class A(Stand(Real)): pass
print(A.__bases__ == (Real,), A.__orig_bases__[0].__class__.__name__, A.r)
class B(Stand(), Real): pass
print(B.__bases__ == (Real,))
class C(Stand()): pass
print(C.__bases__)
class Bad:
    def __mro_entries__(self, bases): return [int]
for f in ("class D(Bad()): pass", "class D(5): pass", "type('D', (Stand(Real),), {})"):
    try:
        exec(f)
    except TypeError as e:
        print(e)
import types
print(types.resolve_bases((Stand(Real), int)) == (Real, int))
print([k.__name__ for k in types.new_class("N", (Stand(Real),)).__mro__])
