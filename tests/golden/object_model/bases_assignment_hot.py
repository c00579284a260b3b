"""Loops see the new bases: attributes, methods, special methods and super()."""
class One:
    x = 1
    def m(self): return "One"
    def __add__(self, o): return "One+"
class Two:
    x = 2
    def m(self): return "Two"
    def __add__(self, o): return "Two+"
class C(One):
    def m(self): return "C>" + super().m()
c = C()
for turn in range(6):
    if turn == 2: C.__bases__ = (Two,)
    if turn == 4: C.__bases__ = (One, Two)
    print(c.x, c.m(), c + 1)
