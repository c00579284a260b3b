"""for is iter() and next(): what each construct calls, how often, and in which order."""
log = []
class It:
    def __init__(self, n): self.n, self.i = n, 0
    def __iter__(self): log.append("iter"); return self
    def __next__(self):
        log.append("next")
        if self.i >= self.n: log.append("stop"); raise StopIteration
        self.i += 1
        return self.i
    def __len__(self): log.append("len"); return self.n
    def __length_hint__(self): log.append("hint"); return 99
    def __contains__(self, x): log.append("contains"); return x == 1
    def __getitem__(self, i): log.append("getitem"); raise IndexError
    def __reversed__(self): log.append("reversed"); return iter("rev")
    def __bool__(self): log.append("bool"); return True
def show(title, f):
    log.clear()
    try: result = f()
    except Exception as error: result = f"{type(error).__name__}: {error}"
    print(f"{title:14}", result, " ".join(log))
def loop(n, stop=None):
    for x in It(n):
        if x == stop: break
    else: log.append("else")
    return x
def unpack():
    a, b = It(2)
    return a, b
def star():
    a, *b = It(3)
    return a, b
def nested():
    out = []
    it = It(4)
    for x in it:
        for y in it: out.append((x, y))
    return out
def partial():
    it = It(4)
    first = next(it)
    return first, [x for x in it], next(it, "done")
def two():
    it = It(3)
    return list(zip(it, it))
for title, f in [("for", lambda: loop(2)), ("for break", lambda: loop(3, 2)), ("list", lambda: list(It(2))), ("tuple", lambda: tuple(It(2))), ("set", lambda: len(set(It(2)))), ("[*]", lambda: [*It(1)]), ("f(*)", lambda: (lambda *a: a)(*It(1))), ("unpack", unpack), ("star", star), ("in", lambda: 1 in It(2)), ("comp", lambda: [x for x in It(1)]), ("genexp", lambda: type(x for x in It(1)).__name__), ("sum", lambda: sum(It(3))), ("max", lambda: max(It(3))), ("sorted", lambda: sorted(It(2))), ("any", lambda: any(It(3))), ("all", lambda: all(It(1))), ("zip", two), ("map", lambda: list(map(str, It(1)))), ("enumerate", lambda: list(enumerate(It(1)))), ("filter", lambda: list(filter(None, It(1)))), ("dict", lambda: dict.fromkeys(It(2))), ("join", lambda: "".join(It(1))), ("extend", lambda: [].extend(It(2))), ("slice", lambda: [0].__setitem__(slice(0, 1), It(2))), ("reversed", lambda: list(reversed(It(2)))), ("nested", nested), ("partial", partial), ("bool", lambda: bool(It(0))), ("if", lambda: 1 if It(0) else 2), ("len", lambda: len(It(5))), ("iter", lambda: type(iter(It(1))).__name__), ("next", lambda: next(It(0))), ("next default", lambda: next(It(0), "d")), ("min empty", lambda: min(It(0), default="none")), ("bytes", lambda: bytes(It(2))), ("str", lambda: str(It)[:6]), ("unpack few", lambda: exec("a, b, c = it", {"it": It(2)})), ("unpack many", lambda: exec("a, b = it", {"it": It(3)})), ("yield from", lambda: list((lambda: (yield from It(2)))())), ("dict(zip)", lambda: dict(zip(It(2), "ab"))), ("range step", lambda: list(range(3))[::-1]), ("update", lambda: {9}.update(It(1))), ("print", lambda: print(*It(2), end=" "))]:
    show(title, f)
