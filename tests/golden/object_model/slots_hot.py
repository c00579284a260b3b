"""Loops over slotted instances notice unset slots, new descriptors and new classes."""
class P:
    __slots__ = ("x",)
class Q:
    __slots__ = ("x",)
def read(o):
    try:
        return o.x
    except AttributeError as e:
        return str(e)
p = P()
out = []
for turn in range(8):
    if turn == 1: p.x = 1
    if turn == 3: del p.x
    if turn == 4: P.x.__set__(p, "set by hand")
    if turn == 5: saved, P.x = P.x, "class value"
    if turn == 6: P.x = saved
    if turn == 7: p.__class__ = Q
    out.append(read(p))
for line in out: print(line)
