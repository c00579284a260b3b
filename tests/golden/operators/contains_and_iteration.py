"""`in` uses __contains__, then __iter__, then __getitem__; identity before equality."""
class C:
    def __contains__(self, item): print("contains", item, end=" "); return item
class I:
    def __iter__(self):
        for n in (1, 2, 3):
            print("yield", n, end=" ")
            yield n
class G:
    def __getitem__(self, i):
        print("get", i, end=" ")
        if i > 2: raise IndexError
        return i * 10
class S:
    __contains__ = None
    def __iter__(self): return iter([1])
class NoIter:
    __iter__ = None
    def __getitem__(self, i): return i
class Raises:
    def __getitem__(self, i): raise KeyError("stop")
print(5 in C(), 0 in C(), [] not in C(), "x" not in C())
print(2 in I(), 9 in I(), 20 in G(), 5 in G())
for source in ["1 in S()", "1 in NoIter()", "1 in Raises()", "1 in object()", "1 not in 5", "iter(NoIter())", "list(Raises())", "iter(3)", "for x in 5: pass", "1 in S", "[*object()]"]:
    try:
        exec(source)
    except Exception as error:
        print(source, "->", type(error).__name__ + ":", error)
class Never:
    def __eq__(self, other): print("eq", end=" "); return False
n = Never()
print(n in [n], n in (1, n), [n].count(n), [n].index(n), [n] == [n], n == n, [1, n] != [1, n])
try:
    {n}
except TypeError as error:
    print(error)
class Loud:
    def __eq__(self, other): raise RuntimeError("compared")
    __hash__ = None
try:
    1 in [Loud()]
except RuntimeError as error:
    print(error)
g = (i for i in range(5))
print(2 in g, list(g), 1 in iter([1]), "b" in iter("abc"))
class Odd(list):
    def __contains__(self, item): return "odd"
    def __iter__(self): return iter("xyz")
    def __len__(self): return 7
    def __getitem__(self, i): return "item"
o = Odd([1, 2])
print(1 in o, 9 in o, list(o), len(o), o[0], [*o], o, sorted(o), o + [3], tuple(o), o == [1, 2], bool(o))
