"""for: targets, else, break, continue, changing the sequence and the loop variable."""
for i in range(3):
    if i == 1: continue
    print(i, end=" ")
else:
    print("else ran", i)
for i in range(3):
    if i == 1: break
else:
    print("never")
print("after break", i)
for i in []: pass
else: print("empty else", i)
l = [1, 2, 3]
for x in l:
    if x < 5: l.append(x + 2)
print(l)
l = [1, 2, 3, 4]
for x in l: l.remove(x)
print(l)
for x in l[:]: l.append(x); x = 100
print(l, x)
d = {1: 1}
for change in ("d[2] = 2", "d.pop(1)", "d[1] = 5"):
    try:
        for k in d: exec(change)
        print("no error", d)
    except RuntimeError as error:
        print(error)
try:
    s = {1}
    for k in s: s.add(k + 1)
except RuntimeError as error:
    print(error)
try:
    d = {1: 1, 2: 2}
    for k in d:
        del d[k]; d[k + 10] = 1
        if len(d) > 5: break
except RuntimeError as error:
    print(error)
for a in range(2):
    for b in range(3):
        if b == 1: continue
        if a == 1: break
        print(a, b, end="; ")
    else:
        print("inner else", a); continue
    print("inner broke", a)
    break
else:
    print("never")
def f():
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: return i
        finally:
            print("finally", i, end=" ")
    else:
        print("never")
print(f())
it = iter(range(6))
for x in it:
    print(x, next(it), end=" | ")
print()
for x in (y for y in range(3)): pass
print(x, "y" in globals())
for range_ in range(2): range = 5
print(range_, range)
del range
for i in (i for i in range(3)): i += 10
print(i)
for _ in "ab": _ *= 2
print(_)
for for_ in 1, 2, *(3,): print(for_, end=",")
print()
class Seq:
    def __getitem__(self, i):
        if i == 3: raise StopIteration
        return i
print(list(zip(Seq(), "ab")))
