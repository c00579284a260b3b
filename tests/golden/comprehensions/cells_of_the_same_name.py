"""A comprehension's captured variable does not touch the one around it."""
def h(x):
    print(x)
    r=[x for x in [5]]
    print(r,x)
    r=[(lambda: x)() for x in [5]]
    print(r, x)
h(1)
def h2():
    x=1
    r=[(lambda: x)() for x in [5]]
    print(r, x)
h2()
def h3(x):
    r=[(lambda: x)() for x in [5]]
    def g(): return x
    print(r, x, g())
h3(1)
class A:
    x=1
    r=[(lambda: x)() for x in [5]]
    print(r, x)
x=1
r=[(lambda: x)() for x in [5]]
print(r, x)
