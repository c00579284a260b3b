"""Structures written by hand: heap, linked list, ring buffer, AVL tree, skip-free matrix, interval set, bloom-like bits."""
class Heap:
    def __init__(self, items=(), key=lambda x: x):
        self.key, self.items = key, []
        for i in items: self.push(i)
    def push(self, item):
        self.items.append(item); i = len(self.items) - 1
        while i and self.key(self.items[i]) < self.key(self.items[(i - 1) // 2]):
            self.items[i], self.items[(i - 1) // 2] = self.items[(i - 1) // 2], self.items[i]; i = (i - 1) // 2
    def pop(self):
        if not self.items: raise IndexError("pop from an empty heap")
        top, last = self.items[0], self.items.pop()
        if self.items:
            self.items[0], i = last, 0
            while True:
                least = min((j for j in (i, 2 * i + 1, 2 * i + 2) if j < len(self.items)), key=lambda j: self.key(self.items[j]))
                if least == i: break
                self.items[i], self.items[least], i = self.items[least], self.items[i], least
        return top
    def __len__(self): return len(self.items)
    def __iter__(self):
        while self: yield self.pop()
print(list(Heap([5, 3, 8, 1, 9, 2])), list(Heap(["ccc", "a", "bb"], key=len)), len(Heap()))
try: Heap().pop()
except IndexError as error: print(error)
class Linked:
    class Node:
        __slots__ = ("value", "next")
        def __init__(self, value, next=None): self.value, self.next = value, next
    def __init__(self, items=()):
        self.head, self.size = None, 0
        for i in reversed(list(items)): self.head = self.Node(i, self.head); self.size += 1
    def __iter__(self):
        node = self.head
        while node: yield node.value; node = node.next
    def __reversed__(self): return reversed(list(self))
    def __len__(self): return self.size
    def __getitem__(self, i):
        if isinstance(i, slice): return type(self)(list(self)[i])
        if i < 0: i += self.size
        for j, v in enumerate(self):
            if j == i: return v
        raise IndexError(f"no item {i}")
    def reverse(self):
        previous = None
        while self.head: self.head.next, previous, self.head = previous, self.head, self.head.next
        self.head = previous
    def __eq__(self, o): return isinstance(o, Linked) and list(self) == list(o)
    def __add__(self, o): return Linked([*self, *o])
    def __repr__(self): return " -> ".join(map(repr, self)) or "empty"
    def __contains__(self, v): return any(x == v for x in self)
l = Linked("abcd")
print(l, len(l), l[1], l[-1], l[1:3], "c" in l, "z" in l, l + [1], list(reversed(l)), Linked(), l == Linked("abcd"))
l.reverse(); print(l)
try: l[9]
except IndexError as error: print(error)
class AVL:
    def __init__(self, key): self.key, self.left, self.right, self.height = key, None, None, 1
    @staticmethod
    def h(t): return t.height if t else 0
    def fix(self): self.height = 1 + max(self.h(self.left), self.h(self.right)); return self
    def balance(self): return self.h(self.left) - self.h(self.right)
    def rotate(self, side, other):
        new = getattr(self, side)
        setattr(self, side, getattr(new, other)); setattr(new, other, self.fix())
        return new.fix()
    @classmethod
    def insert(cls, t, key):
        if t is None: return cls(key)
        if key < t.key: t.left = cls.insert(t.left, key)
        elif key > t.key: t.right = cls.insert(t.right, key)
        else: return t
        t.fix()
        if t.balance() > 1:
            if key > t.left.key: t.left = t.left.rotate("right", "left")
            return t.rotate("left", "right")
        if t.balance() < -1:
            if key < t.right.key: t.right = t.right.rotate("left", "right")
            return t.rotate("right", "left")
        return t
    def __iter__(self):
        if self.left: yield from self.left
        yield self.key
        if self.right: yield from self.right
    def check(self): return abs(self.balance()) < 2 and (not self.left or self.left.check()) and (not self.right or self.right.check())
t = None
for i in range(200): t = AVL.insert(t, i * 73 % 200)
print(list(t) == list(range(200)), t.height, t.check(), t.key)
class Ring:
    def __init__(self, n): self.slots, self.start, self.used = [None] * n, 0, 0
    def put(self, v):
        end = (self.start + self.used) % len(self.slots); self.slots[end] = v
        if self.used < len(self.slots): self.used += 1
        else: self.start = (self.start + 1) % len(self.slots)
    def __iter__(self): return (self.slots[(self.start + i) % len(self.slots)] for i in range(self.used))
r = Ring(3)
for i in range(5): r.put(i); print(list(r), end=" ")
print(r.slots)
class Intervals:
    def __init__(self): self.spans = []
    def add(self, lo, hi):
        keep = []
        for a, b in self.spans:
            if b < lo or a > hi: keep.append((a, b))
            else: lo, hi = min(a, lo), max(b, hi)
        self.spans = sorted(keep + [(lo, hi)])
        return self
    def __contains__(self, x): return any(a <= x <= b for a, b in self.spans)
print(Intervals().add(1, 3).add(7, 9).add(2, 5).add(11, 12).add(6, 6).spans, 4 in Intervals().add(1, 5), Intervals().add(1, 10).add(3, 4).spans)
class Bits:
    def __init__(self, v=0): self.v = v
    def __getitem__(self, i): return self.v >> i & 1
    def __setitem__(self, i, on): self.v = self.v | 1 << i if on else self.v & ~(1 << i)
    def __iter__(self):
        v, i = self.v, 0
        while v:
            if v & 1: yield i
            v >>= 1; i += 1
    def __or__(self, o): return Bits(self.v | o.v)
    def __len__(self): return self.v.bit_count()
b = Bits(); b[3] = b[70] = b[5] = 1; b[5] = 0
print(list(b), b[3], b[4], len(b), list(b | Bits(1)), hex(b.v))
class Default(dict):
    def __init__(self, make): self.make = make
    def __missing__(self, k): self[k] = v = self.make(); return v
d = Default(lambda: Default(int)); d["a"]["x"] += 1; d["a"]["y"] += 2; d["b"]["x"] += 3
print(d, {k: sum(v.values()) for k, v in d.items()})
class LFU:
    def __init__(self, n): self.n, self.values, self.uses, self.tick = n, {}, {}, 0
    def get(self, k):
        self.tick += 1
        if k not in self.values: return None
        self.uses[k] = (self.uses[k][0] + 1, self.tick); return self.values[k]
    def put(self, k, v):
        self.tick += 1
        if k not in self.values and len(self.values) == self.n: out = min(self.uses, key=self.uses.get); del self.values[out], self.uses[out]
        self.values[k], self.uses[k] = v, (self.uses.get(k, (0, 0))[0] + 1, self.tick)
c = LFU(2); c.put("a", 1); c.put("b", 2); c.get("a"); c.put("c", 3); print(c.values, c.get("b"), c.get("a"), c.uses)
