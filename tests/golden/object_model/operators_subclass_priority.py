"""The reflected method of a subclass instance on the right comes first if it differs."""
class A:
    def __add__(self, o): return "A.add"
    def __radd__(self, o): return "A.radd"
    def __lt__(self, o): return "A.lt"
    def __gt__(self, o): return "A.gt"
class Plain(A): pass
class Over(A):
    def __radd__(self, o): return "Over.radd"
    def __gt__(self, o): return "Over.gt"
class Refuses(A):
    def __radd__(self, o): return NotImplemented
print(A() + Plain(), A() + Over(), Over() + A(), A() + Refuses(), Plain() + Over())
print(A() < Plain(), A() < Over(), Over() < A())
class I(int):
    def __radd__(self, o): return "I.radd"
    def __rmul__(self, o): return "I.rmul"
print(1 + I(2), I(1) + I(2), 3 * I(2), I(1) + 1)
class S(str):
    def __radd__(self, o): return "S.radd"
print("a" + S("b"), S("a") + S("b"))
