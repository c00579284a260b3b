"""In-place operators fall back to the plain ones; the result is assigned."""
class Box:
    def __init__(self, *items): self.items = list(items)
    def __iadd__(self, o): self.items.append(o); return self
    def __add__(self, o): return "new"
    def __imul__(self, o): return NotImplemented
    def __mul__(self, o): return f"mul {o}"
    def __ior__(self, o): return None
b = c = Box()
b += 1
print(b is c, b.items)
b *= 3
print(b)
d = Box()
d |= 1
print(d)
class Holder: pass
h = Holder()
h.box = [Box()]
h.box[0] += 5
h.box += "ab"
print(h.box[0].items, h.box[1:])
t = ([],)
try:
    t[0] += [1]
except TypeError as e:
    print(e, t)
try:
    x = Box()
    x -= 1
except TypeError as e:
    print(e)
