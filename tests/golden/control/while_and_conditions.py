"""while/else, if chains, conditional expressions, pass and nesting."""
n = 0
while n < 5:
    n += 1
    if n == 2: continue
    if n == 4: break
    print(n, end=" ")
else:
    print("never")
print("n", n)
while n: n -= 1
else: print("zero else")
while False: print("never")
else: print("false else")
def classify(x):
    if x is None: return "none"
    elif isinstance(x, bool): return "bool"
    elif isinstance(x, int):
        if x < 0: return "negative"
        elif not x: return "zero"
        else: return "positive"
    elif x: return "truthy"
    return "falsy"
print([classify(x) for x in (None, True, -1, 0, 5, "x", "", [], [0])])
print("a" if 1 else "b", "a" if 0 else "b" if 0 else "c", ("x" if 1 else "y") if 1 else "z", [1 if x % 2 else 0 for x in range(4)])
class Countdown:
    def __init__(self, n): self.n = n
    def __bool__(self): self.n -= 1; print("?", end=""); return self.n > 0
c = Countdown(4)
while c: print(c.n, end=" ")
print()
def g():
    while True:
        try:
            return "returned"
        finally:
            print("cleanup", end=" ")
            break
    return "after break"
print(g())
def h():
    n = 3
    while n:
        try:
            n -= 1
            if n == 1: raise ValueError
        except ValueError:
            print("caught", end=" ")
            continue
        else:
            print("else", n, end=" ")
        finally:
            print("fin", n, end=" ")
    return n
print(h())
i = 0
while True:
    i += 1
    while True:
        i += 1
        if i % 2: break
        if i > 6: break
    else:
        print("never")
    if i > 7: break
print(i)
if 1: pass
elif undefined: pass
if 0: undefined
else: print("lazy branches")
x = 5
while x:
    x -= 1
    if x: continue
    print("last")
while (line := x) < 3: x += 1; print(line, end=" ")
print(1 if x == 3 else undefined, 0 and undefined, 1 or undefined)
