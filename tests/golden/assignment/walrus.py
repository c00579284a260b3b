"""Assignment expressions: value, scope and positions."""
print((a := 1), a, (b := a + 1) * b, [c := 3, c ** 2], (d := 4, 5), d)
if (n := len("hello")) > 3: print(n)
while (n := n - 1) > 2: print("n", n)
print([y := 1, y + 1, y + 2], {(k := "key"): (v := "val")}, k, v)
print([last := x for x in range(5)], last, [(j := x) for x in "ab"], j)
print(any((hit := x) > 2 for x in range(10)), hit, not all((miss := x) < 5 for x in range(9)), miss)
def f():
    [z := i for i in range(3)]
    def g():
        nonlocal z
        [z := w for w in "xy"]
    g()
    return z, "i" in locals()
print(f())
def g():
    global GLOBAL
    [GLOBAL := i for i in range(4)]
g()
print(GLOBAL)
def h(x, cat=(default := "d")): return x, cat
print(h(y := 5), y, default, h(x=(w := 6)), w)
print(f"{(q := 10)} {q}", (lambda: (r := 5) + r)(), [0, 1, 2][i := 1], i, "abc"[(s := 1):], s)
x = (y := 0), (z := 1)
print(x, y, z)
x = y = (z := 9)
print(x, y, z)
data = [1, 5, 8]
print([(x, y) for x in data if (y := x * 2) > 5], y)
print({i: (t := i) for i in range(2)}, t, {(u := i) for i in range(3)}, u)
assert (ok := True), "never"
print(ok, (p := None) is None, (m := 3) == 3, (not (o := 0)), o)
del a
print((a := [1]), (a := a + [2]), a)
print([b := b + i for i in range(4)], b)
for source in ["(x.y := 1)", "x := 1", "[i := 0 for i in range(3)]", "[(j := 0) for i in range(2) for j in range(2)]", "[i for i in (k := range(3))]", "(x[0] := 1)", "f(a=b:=1)", "lambda x := 1: x", "(a, b := 1, 2)", "def f(x=y:=1): pass", "class C: [(z := i) for i in range(2)]", "((a) := 1)", "(True := 1)", "(*a := 1)", "[[(i := 1) for j in range(2)] for i in range(2)]", "(lambda: (x := 1))()", "x = y := 1", "print(f'{x:=5}')", "{x := 1: 2}", "{1: x := 2}", "f(x := 1)", "x[y := 1]", "@(d := lambda f: f)\ndef t(): pass", "(x := 1, y := 2)", "del (a := 1)", "with (y := open('x')) as f: pass"]:
    try:
        compile(source, "<s>", "exec")
        print(source.replace("\n", "; "), "fine")
    except SyntaxError as error:
        print(source, "->", error.msg)
