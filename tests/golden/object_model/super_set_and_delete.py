"""super() reads through the MRO, but stores nowhere."""
class A:
    @property
    def p(self): return self._p
    @p.setter
    def p(self, v): self._p = v
class B(A):
    def try_set(self): super().p = 1
    def try_other(self): super().other = 1
    def try_del(self): del super().p
    def really(self): super(B, type(self)).p.fset(self, 9)
b = B()
for f in (b.try_set, b.try_other, b.try_del):
    try:
        f()
    except AttributeError as e:
        print(e)
b.really()
print(b.p)
s = super(B, b)
for name in ("__self__", "__thisclass__"):
    try:
        setattr(s, name, 1)
    except AttributeError as e:
        print(e)
