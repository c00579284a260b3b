"""Keys of equal hash: which are compared, in which order, and what the comparison may do."""


class Key:
    def __init__(self, name, hash=1):
        self.name, self.hash = name, hash

    def __hash__(self):
        return self.hash

    def __eq__(self, other):
        print("eq", self.name, getattr(other, "name", other))
        return isinstance(other, Key) and self.name == other.name

    def __repr__(self):
        return self.name


d = {Key("a"): 1, 1: 2, Key("b"): 3, True: 4, 1.0: 5, 1 + 0j: 6}
print(d)
print(d[Key("b")], d[1], d.get(Key("c")))
try:
    d[Key("missing")]
except KeyError as error:
    print("KeyError", error)
for n in range(20):
    d[n] = n
    d[float(n)] = -n
print(d)
print({(1, 2): "a", (1.0, True + 1): "b", (1, (2, "x")): "c"}[1, (2.0, "x")])
print({True: 1, 1: 2, 1.0: 3}, {0.0: 1, -0.0: 2, False: 3}, {2**70: 1, float(2**70): 2})
nan = float("nan")
print(nan in {nan: 1}, float("nan") == nan, (nan,) in {(nan,): 1})
e = {n: n for n in range(100)}
for n in range(0, 100, 2):
    del e[n]
e.update({n: "new" for n in range(90, 110)})
print(list(e)[:8], len(e), list(e.items())[-12:], list(reversed(e))[:5], e.copy() == e)


class Evil:
    def __hash__(self):
        return 5

    def __eq__(self, other):
        victim.clear()
        return False


victim = {Evil(): 1}
print(victim.get(5), victim)
