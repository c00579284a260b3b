"""Whoever is called by an operation sees the line of the operation in its caller."""
import sys
class A:
    def __eq__(self, o): print(sys._getframe(1).f_lineno); return True
    def __lt__(self, o): print(sys._getframe(1).f_lineno); return True
    def __add__(self, o): print(sys._getframe(1).f_lineno); return self
    def __format__(self, s): print(sys._getframe(1).f_lineno); return ''
    def __str__(self): print(sys._getframe(1).f_lineno); return ''
    def __hash__(self): print(sys._getframe(1).f_lineno); return 1
    def __getitem__(self, i): print(sys._getframe(1).f_lineno); return 1
    def __bool__(self): print(sys._getframe(1).f_lineno); return True
    def __contains__(self, x): print(sys._getframe(1).f_lineno); return True
    def __neg__(self): print(sys._getframe(1).f_lineno); return True
    def __iter__(self): print(sys._getframe(1).f_lineno); return iter([])
    def __getattr__(self, n): print(sys._getframe(1).f_lineno); return 1
a = A()
x = 1
a == 1
x = 1
a < 1
x = 1
a + 1
x = 1
f"{a}"
x = 1
f"{a!s}"
x = 1
{a}
x = 1
a[1]
x = 1
if a: pass
x = 1
1 in a
x = 1
-a
x = 1
for i in a: pass
x = 1
[*a]
x = 1
a.foo
x = 1
[a] == [1]
x = 1
not a
x = 1
a and x
x = 1

a += 1
x = 1
a < 1 < 2
x = 1
a and x or a
x = 1
while a: break
x = 1
{a: 1}
x = 1
{**{}, a: 1}
x = 1
[1 for _ in "x" if a]
x = 1
x = 1
{a: 1 for _ in "x"}
x = 1
f"{1:{a}}"
x = 1
b = {1: 2}
b[a] = 3
x = 1
del b[a]
x = 1
b[a] = 3
x = 1
b[a]
x = 1
a if a else a
x = 1
assert a
x = 1
_, = [1] if a else [1]
x = 1
match a:
    case 1: pass
x = 1
not (a and a)
x = 1
print(*a)
x = 1
"%s" % a
x = 1
a[1:2]
x = 1
