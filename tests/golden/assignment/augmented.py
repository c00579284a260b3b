"""Augmented assignment: in-place method, fallbacks, targets evaluated once."""
log = []
class Box:
    def __init__(self): object.__setattr__(self, "store", {})
    def __getitem__(self, key): log.append(f"get[{key}]"); return self.store.get(key, 0)
    def __setitem__(self, key, value): log.append(f"set[{key}]={value}"); self.store[key] = value
    def __getattr__(self, name): log.append(f"getattr {name}"); return 100
    def __setattr__(self, name, value): log.append(f"setattr {name}={value}")
def box(): log.append("box()"); return b
def key(k): log.append(f"key({k})"); return k
def value(v): log.append(f"value({v})"); return v
b = Box()
box()[key("a")] += value(5)
box().attr -= value(1)
box()[key("b")] **= value(2)
print(*log, sep=", "); log.clear()
class InPlace:
    def __init__(self, v): self.v = v
    def __iadd__(self, other): log.append("iadd"); self.v += other; return self
    def __isub__(self, other): log.append("isub"); return NotImplemented
    def __sub__(self, other): log.append("sub"); return "sub result"
    def __imul__(self, other): return None
    __itruediv__ = None
    def __truediv__(self, other): return "div"
x = y = InPlace(1)
x += 2
print(x is y, y.v, log)
x -= 1
print(x, log)
x = y
x *= 3
print(x)
x = y
try:
    x /= 1
except TypeError as error:
    print(error)
print(x is y)
t = ([1], 2)
try:
    t[0] += [9]
except TypeError as error:
    print(error, t)
l = [1, 2]
m = l
l += "ab"
l += (3,); l *= 2
print(m, l is m)
l[0:2] += [0]
l[1] += 5
print(l)
for source in ["n += 1", "n = 1; n += 'a'", "l = []; l += 5", "d = {}; d['k'] += 1", "s = 'a'; s -= 1", "t = (1,); t += [2]", "t = (1,); t += (2,); print(t)", "s = {1}; s |= {2}; print(s)", "s = {1}; s += {2}", "f = frozenset({1}); g = f; f |= {2}; print(f == {1, 2}, g)",
               "d = {1: 2}; d |= [(3, 4)]; print(d)", "d = {}; d |= 5", "x = 5; x @= 2", "x = 7; x //= 2; x <<= 3; x |= 1; x ^= 2; x &= 31; x >>= 1; x %= 5; x **= 3; print(x)", "b = bytearray(b'a'); c = b; b += b'b'; print(c)"]:
    try:
        exec(source)
    except Exception as error:
        print(source, "->", type(error).__name__ + ":", error)
