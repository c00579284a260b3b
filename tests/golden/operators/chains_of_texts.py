"""Texts and lists put together by several operators: each result may take the place of the one before."""


def check():
    s = "abc"
    t = s + "d"
    u = t + "e" + "f" * 40 + s + t
    print(t, u, s, hash(u) == hash("abcd" + "e" + "f" * 40 + "abcabcd"), len(u))
    d = {u: 1}
    v = u + "x" + "é" + "y" * 100 + "\U0001f600" + "z"
    print(v, len(v), v[41], v[60], v[-2], u in d, v.encode()[-8:])
    print(("a" + "b") + ("c" + "d") + "", "" + "x" + "", ("" + "") + "q")
    def f(x): return x + "1" + x + "2"
    print(f("long text of more than twenty three bytes "), f("é"), f(""))
    class S(str):
        def __radd__(self, o): return "radd"
        def __add__(self, o): return "add"
    print("a" + "b" + S("c"), S("a") + "b" + "c", "x" + S("q") + "y")
    try: "a" + "b" + 1
    except TypeError as e: print(e)
    try: "a" + "b" + None
    except TypeError as e: print(e)
    k = "ke" + "y" + str(5)
    print({k: 1}, k == "key5", k is k, k in ["key5"])
    def g():
        yield "a" + "b" + (yield "p") + "c"
    it = g(); next(it); print(it.send("Q"))
    parts = [("x" + str(i) + ":" + "=" * i + ";") for i in range(30)]
    print(parts)
    text = "é" * 50 + "ü" * 50 + "x"
    print(text[75], text[99], (text + "z" + text)[101], (text + "z" + text)[150])
check()


def lists():
    a, b = [1, 2], [3]
    c = a + b + a + [4] + []
    print(c, a, b)
    a.append(9)
    print(c, ([] + a) + a, ([0] + [1]) * 2 + [2])
    inner = []
    d = [inner] + [inner] + a
    inner.append("x")
    print(d)

    class L(list):
        def __radd__(self, other):
            return ("radd", other)

    print([1] + [2] + L([3]), type(L([1]) + [2]), [1] + [2] + b, b)
    try:
        [1] + [2] + (3,)
    except TypeError as error:
        print(error)


lists()
