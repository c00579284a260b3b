import collections
o = object.__new__(collections.UserString)
class S(collections.UserString): pass
p = object.__new__(S)
q = collections.UserString("ab")
class Liar:
    @property
    def __class__(self): raise LookupError("class")
for e in ("o == 1", "o == q", "q == o", "o < q", "q < o", "q == Liar()", "o == Liar()", "o.count(q)", "q.count(o)", "o.count(Liar())", "o.find(q)", "q.find(o)", "o.rfind('a')", "q.rfind(Liar())", "o in q", "q in o", "Liar() in o", "o + q", "q + o", "o + Liar()", "q.replace(o, p)", "o.replace(q, q)", "q.removeprefix(o)", "o.removeprefix(q)", "o.startswith(q)", "q.startswith(o)", "q.join([o])", "o.join([])", "q % o", "o % q", "o.encode()", "q.index(o)", "q.partition(o)", "q.split(o)", "q.strip(o)", "q * o", "o * 2", "o[0]", "len(o)", "hash(o)", "str(o)", "repr(o)", "int(o)", "o.center(3)", "q.translate(o)", "q.__radd__(o)", "o.__radd__('a')", "'a' + o", "'%s' % o", "o.__rmod__('a')", "q.__rmod__(o)"):
    try: print(e, repr(eval(e)))
    except Exception as x: print(e, type(x).__name__, x)
for L in (collections.UserList, collections.UserDict):
    o = object.__new__(L); q = L()
    for e in ("o == q", "q == o", "o == 1", "q == 1", "o + q", "q + o", "o + 1", "q + 1", "1 + o", "o < q", "q < o", "q in o", "len(o)", "o[0]", "o[0:1]", "o | q", "q | o", "o | {}", "{} | o", "o |= q", "o.copy()", "repr(o)", "o.extend(q)", "q.extend(o)", "q.update(o)", "o.update(q)", "o * 2", "o.index(1)", "o.sort()", "list(o)", "dict(q)", "q.__radd__(o)", "q.__ior__(o)", "q.__iadd__(o)", "1 in q", "q == Liar()", "o == Liar()", "o.get(1)", "q.get(1)", "q.__contains__(Liar())", "L(o)", "L(1)"):
        try: print(L.__name__, e, repr(eval(e)))
        except Exception as x: print(L.__name__, e, type(x).__name__, x)
