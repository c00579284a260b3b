class P(str):
    def __repr__(self): return "P" + str.__repr__(self)
def t(f):
    try: r = f(); print(type(r).__name__, r)
    except Exception as e: print(type(e).__name__, e)
a = P("ab"); e = P("")
for s in (a, e, P("é"), P("a\u1234"), P("a%%"), P("%%"), P("%s"), P("%%b"), P("a{{"), P("a"), P("a{}")):
    print(repr(s))
    t(lambda: s % ()); t(lambda: s % {}); t(lambda: s % 3); t(lambda: s % (1,)); t(lambda: s % P("z")); t(lambda: s % {"a": 1}); t(lambda: s % [1]); t(lambda: s % None)
    t(lambda: s.format()); t(lambda: s.format(1)); t(lambda: s.format(P("q"))); t(lambda: s.format_map({}))
    t(lambda: "".join([s])); t(lambda: s.join(["a"])); t(lambda: s + ""); t(lambda: "" + s); t(lambda: s * 1); t(lambda: s[:]); t(lambda: s[0:5]); t(lambda: s.strip()); t(lambda: s.replace("q", "r")); t(lambda: s.lower()); t(lambda: s.ljust(0)); t(lambda: s.zfill(0)); t(lambda: s.expandtabs()); t(lambda: s.translate({})); t(lambda: s.split("q")); t(lambda: s.partition("q")); t(lambda: s.rpartition("q")); t(lambda: str(s)); t(lambda: s.__str__()); t(lambda: format(s)); t(lambda: format(s, "")); t(lambda: f"{s}"); t(lambda: f"{s!s}"); t(lambda: "%s" % s); t(lambda: "{}".format(s)); t(lambda: s.removeprefix("q")); t(lambda: s.removesuffix("q")); t(lambda: s.splitlines()); t(lambda: s.center(1)); t(lambda: s.__getnewargs__()); t(lambda: s.casefold()); t(lambda: s.encode().decode()); t(lambda: s.swapcase())
    t(lambda: [type(x).__name__ for x in s.split("q")+s.rsplit()+s.splitlines()+list(s.partition("q"))+list(s)]);
    t(lambda: s % s); t(lambda: P("%s") % s)
for cls, v in ((bytes, b"ab"), (bytearray, b"ab")):
    B = type("B", (cls,), {})
    s = B(v)
    t(lambda: s % ()); t(lambda: s + b""); t(lambda: b"" + s); t(lambda: s * 1); t(lambda: s[:]); t(lambda: s.strip()); t(lambda: s.replace(b"q", b"r")); t(lambda: bytes(s)); t(lambda: b"".join([s])); t(lambda: s.ljust(0)); t(lambda: s.zfill(0)); t(lambda: s.expandtabs()); t(lambda: s.translate(None)); t(lambda: s.partition(b"q")); t(lambda: s.split(b"q")); t(lambda: [type(x).__name__ for x in s.split(b"q")+s.splitlines()+list(s.partition(b"q"))]); t(lambda: s.removeprefix(b"q")); t(lambda: s.lower()); t(lambda: b"%s" % s); t(lambda: s.center(0)); t(lambda: s.rstrip())
class T(tuple): pass
x = T((1, 2)); 
for f in (lambda: x + (), lambda: () + x, lambda: x * 1, lambda: x[:], lambda: tuple(x), lambda: sorted(x), lambda: x.__getnewargs__()): t(f)
class L(list): pass
x = L((1, 2)); 
for f in (lambda: x + [], lambda: [] + x, lambda: x * 1, lambda: x[:], lambda: list(x), lambda: x.copy()): t(f)
class I(int): pass
x = I(3)
for f in (lambda: +x, lambda: x | 0, lambda: x + 0, lambda: abs(x), lambda: int(x), lambda: x.__index__(), lambda: x.__int__(), lambda: round(x), lambda: x.__trunc__(), lambda: x.__floor__(), lambda: x.conjugate(), lambda: x.real, lambda: x.numerator, lambda: x ** 1, lambda: x << 0, lambda: x // 1, lambda: divmod(x, 2)): t(f)
class F(float): pass
x = F(3)
for f in (lambda: +x, lambda: x + 0, lambda: abs(x), lambda: float(x), lambda: x.conjugate(), lambda: x.real, lambda: x ** 1, lambda: x.__float__(), lambda: round(x, 2), lambda: float.fromhex("1"), lambda: F.fromhex("1")): t(f)
class D(dict): pass
x = D(a=1)
for f in (lambda: x | {}, lambda: {} | x, lambda: x.copy(), lambda: dict(x), lambda: D.fromkeys("a")): t(f)
class S(set): pass
x = S([1])
for f in (lambda: x | set(), lambda: set() | x, lambda: x.copy(), lambda: x - set(), lambda: x.union(), lambda: x & x, lambda: frozenset(x)): t(f)
class P(str):
    def __repr__(self): return "P" + str.__repr__(self)
s = P("")
for e in ['"".join([s])','s.join(["a"])','s + ""','"" + s','s+s','s+"a"', '"a"+s','s + P("b")','P("b")+s','P("b")+""', '""+P("b")', 's * 1','s[:]','s.strip()','s.replace("q", "r")','s.split("q")','s.rsplit("q")','s.split("q",1)','s.partition("q")','s.rpartition("q")','P("a").split("q")','P("a").partition("q")','P("a").rpartition("q")','P("").splitlines()','s.center(0)','s.translate({})','s.expandtabs()','P("a")*1','P("a")*0','s*0','s*5', 'b"".join([b""])', 's.zfill(0)','"a".join([P("x")])', '"".join([P("x")])', '"".join([P("x"),""])','"x".join(P("y"))','"%s%s" % (P("a"),"")', 'f"{s}{s}"', 's.format()', 's % ()','format(s,"")', 's.removeprefix("")', 's.encode().decode()', 'str(s)', 's.__format__("")', 's.ljust(0)', 's.replace("","")','P("a").replace("a","a")', 'P("a").replace("a","a",0)','s.__add__("")','s.__radd__("")' if hasattr(str,'__radd__') else '1', 'P("a").upper()', 's.upper()', 's.title()', 's.swapcase()', 's.casefold()', 's.capitalize()']:
    try: r = eval(e); print(e, type(r).__name__, r, [type(x).__name__ for x in r])
    except Exception as x: print(e, type(x), x)
B = type("B", (bytes,), {})
s = B(b"")
for e in ['s + b""', 'b"" + s', 's+b"a"', 'b"a"+s', 'B(b"b")+b""','b""+B(b"b")', 's*1', 's*0', 's[:]','s.split(b"q")', 's.partition(b"q")', 's.rpartition(b"q")','B(b"a").partition(b"q")','B(b"a").rpartition(b"q")', 's.replace(b"a",b"b")','B(b"a").split(b"q")','B(b"a").rsplit(b"q")','B(b"a").splitlines()','B(b"a").split()','B(b"a")*1','B(b"a") % ()','b"".join([B(b"a")])','B(b"a").strip()', 'B(b"a").removeprefix(b"b")', 'B(b"a").removesuffix(b"b")','B(b"a").translate(None)', 'B(b"a").expandtabs()','B(b"a").ljust(0)', 'B(b"a").__bytes__()', 'bytes(B(b"a"))']:
    try: r = eval(e); print(e, type(r).__name__, r, [type(x).__name__ for x in r])
    except Exception as x: print(e, type(x), x)
T = type("T", (tuple,), {}); L = type("L", (list,), {})
for e in ['T()+()', '()+T()', 'T()+(1,)', '(1,)+T()', 'T((1,))+()', '()+T((1,))', 'T()*1', 'T((1,))*1', 'T()*0','T()[:]', 'L()+[]','[]+L()', 'tuple(T())','tuple(T((1,)))', 'T().__getnewargs__()']:
    try: r = eval(e); print(e, type(r).__name__, r)
    except Exception as x: print(e, type(x), x)
FS = type("FS", (frozenset,), {})
for e in ['FS()|set()','FS([1])|set()','FS([1]).copy()','FS().copy()','frozenset(FS([1]))','frozenset(FS())','FS([1])&FS([1])','FS([1]).union()','frozenset([1]) | FS()','frozenset().union(FS([1]))', 'set() | FS([1])','FS([1]).difference()', 'FS(FS([1]))','FS(frozenset())', 'frozenset([1]).union() ']:
    try: r = eval(e); print(e, type(r).__name__, r)
    except Exception as x: print(e, type(x), x)
class P(str): pass
for e in ['P("a").split("qq")','P("a").split("\u1234")','P("a").rsplit("qq")','P("a").split("qq",0)','P("a").rsplit("\u1234",0)','P("é").split("\u1234")','P("a").split("é")','P("a").split("éé")','P("é").split("éa")','P("ab").split("qq")','P("\u1234").split("\U00012345")','P("\u1234").split("a")','P("a").split("é",0)','P("").split("a",0)', 'P("a}}b").format()','P("abc").format()','P("é").format(1)','P("abc{}").format("")','P("{}").format("x")', 'P("a").format_map({})','P("{}").format(P("x"))', '"{}".format(P("x"))','P("a") % ()', 'P("%%") % ()','P("%s") % "a"','P("a").__mod__(())','P("a").__mod__({})', 'P("ab%%") % ()']:
    r = eval(e); print(e, type(r).__name__, r, [type(x).__name__ for x in r])
