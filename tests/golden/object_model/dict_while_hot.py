"""Loops that have seen an attribute many times see every change to the dict."""
class C:
    a = "class"
    def m(self): return "method"
c = C()
def read(): return c.a
def call(): return c.m()
seen = []
for turn in range(12):
    if turn == 2: c.a = "instance"
    if turn == 4: del c.a
    if turn == 6: c.__dict__["a"] = "through dict"
    if turn == 7: c.__dict__ = {"a": "replaced", "m": lambda: "shadow"}
    if turn == 9: c.__dict__.clear()
    if turn == 10: C.a = "new class value"
    if turn == 11: C.m = lambda self: "new method"
    seen.append((read(), call()))
for pair in seen: print(*pair)
