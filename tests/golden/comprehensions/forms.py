"""List, set, dict and generator comprehensions: nesting, conditions, targets, evaluation order."""
print([x * y for x in range(3) for y in range(x) if x + y > 1], [[x for x in range(n)] for n in range(3)], [x for x in range(20) if x % 2 if x % 3])
print({x % 3 for x in range(10)}, {x: x * x for x in range(4)}, {k: v for k, v in zip("abc", [1, 2, 3]) if v > 1}, {1: 0 for _ in "ab"}, {(a, b) for a, b in [(1, 2)]})
print(list(x for x in "ab"), tuple(i for i in range(3)), sum(i for i in range(5)), dict((k, 1) for k in "xy"), max((len(w), w) for w in ["a", "bbb", "cc"]))
log = []
def n(tag, value): log.append(tag); return value
r = [n(f"e{x}{y}", (x, y)) for x in n("iter x", [1, 2]) if n(f"if {x}", True) for y in n(f"iter y{x}", "a") if n(f"if {x}{y}", x > 1)]
print(r, log); log.clear()
r = {n(f"k{x}", x): n(f"v{x}", -x) for x in n("iter", [1, 2])}
print(r, log)
print([a + b for a, (b, *c) in [(1, (2, 3, 4)), (5, [6])]], [c for a, *b, c in ["wxyz"]], [y for x in [[1, 2], [3]] for y in x], [x if x > 1 else -x for x in range(3)])
print([lambda: x for x in range(2)][0](), [*[i for i in range(2)], *(j for j in "ab")], [[j for j in i] for i in ["ab", "cd"]], [i for i in [x for x in [y for y in [1, 2]]]])
print([(x, y) for x in range(2) for y in [x * 10 + z for z in range(2)]], [x for x in [1, 2, 3] if not x == 2], [x for x in (1, 2) or [3]], [x for x in [] or [3]])
m = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in m] for i in range(3)], [list(c) for c in zip(*m)], [sum(x) for x in m], {i: {j: i * j for j in range(2)} for i in range(2)})
print([x for x in range(3)] + [y for y in "a"], [i for i in range(5)][1:3], len([0 for _ in range(100)]), {x for x in "hello"} == set("hello"), [not x for x in (0, 1)])
print([w := 5, w + 1], [last := i for i in range(3)], last, [(z := i, z * 2) for i in range(2)], z)
print([f"{x}{y!r}" for x, y in {"k": "v"}.items()])
it = iter(range(6))
print([(a, next(it)) for a in it], [x for x in it])
for source in ["[1 / x for x in (1, 0)]", "[x for x in 5]", "{[x] for x in 'a'}", "{[x]: 1 for x in 'a'}", "[a for a, b in [(1,)]]", "list(1 / x for x in (1, 0))", "[x.y for x in 'a']", "[undefined_q for x in 'a']", "[x for x in 'a' if undefined_q]", "[x for x in undefined_q]", "{x: x[5] for x in 'a'}", "(x for x in 5)", "(x for x in undefined_q)"]:
    try:
        print(eval(source))
    except Exception as error:
        print(source, "->", type(error).__name__ + ":", error)
