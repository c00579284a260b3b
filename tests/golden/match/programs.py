"""match at work: expression simplifier, tokens, JSON walker, state machine, red-black balance."""
class Num:
    __match_args__ = ("v",)
    def __init__(self, v): self.v = v
    def __repr__(self): return str(self.v)
class Var:
    __match_args__ = ("n",)
    def __init__(self, n): self.n = n
    def __repr__(self): return self.n
class Bin:
    __match_args__ = ("op", "l", "r")
    def __init__(self, op, l, r): self.op, self.l, self.r = op, l, r
    def __repr__(self): return f"({self.l} {self.op} {self.r})"
def simplify(e):
    match e:
        case Bin(op, l, r):
            match Bin(op, simplify(l), simplify(r)):
                case Bin("+", Num(a), Num(b)): return Num(a + b)
                case Bin("*", Num(a), Num(b)): return Num(a * b)
                case Bin("+", Num(0), x) | Bin("+", x, Num(0)): return x
                case Bin("*", Num(0), _) | Bin("*", _, Num(0)): return Num(0)
                case Bin("*", Num(1), x) | Bin("*", x, Num(1)): return x
                case Bin("-", Var(a), Var(b)) if a == b: return Num(0)
                case other: return other
        case _: return e
def derive(e, x):
    match e:
        case Num(): return Num(0)
        case Var(n): return Num(1 if n == x else 0)
        case Bin("+" | "-" as op, l, r): return Bin(op, derive(l, x), derive(r, x))
        case Bin("*", l, r): return Bin("+", Bin("*", derive(l, x), r), Bin("*", l, derive(r, x)))
x = Var("x")
e = Bin("+", Bin("*", Num(3), Bin("*", x, x)), Bin("-", x, x))
print(e, simplify(e), simplify(derive(e, "x")))
def kinds(j, depth=0):
    match j:
        case None | True | False: yield depth, "literal"
        case int() | float(): yield depth, "number"
        case str(s): yield depth, f"string[{len(s)}]"
        case []: yield depth, "empty array"
        case [*items]:
            yield depth, f"array of {len(items)}"
            for i in items: yield from kinds(i, depth + 1)
        case {**members}:
            for k, v in members.items():
                yield depth, f".{k}"
                yield from kinds(v, depth + 1)
print(list(kinds({"a": [1, "xy", None], "b": {"c": []}})))
def machine(events):
    state, out = ("idle",), []
    for event in events:
        match state, event:
            case ("idle",), ("start", job): state = "busy", job, 0
            case ("busy", job, n), "tick" if n >= 2: state = ("idle",); out.append(f"{job} done")
            case ("busy", job, n), "tick": state = "busy", job, n + 1
            case ("busy", *_), "stop": state = ("idle",); out.append("stopped")
            case _, ("start", job): out.append(f"rejected {job}")
            case (s, *_), e: out.append(f"{e} ignored in {s}")
    return state, out
print(machine([("start", "a"), "tick", ("start", "b"), "tick", "tick", "stop", ("start", "c"), "tick", "stop"]))
B, R = "B", "R"
class C: B, R = "B", "R"
def balance(t):
    match t:
        case (C.B, (C.R, (C.R, a, x, b), y, c), z, d) | (C.B, (C.R, a, x, (C.R, b, y, c)), z, d) | (C.B, a, x, (C.R, (C.R, b, y, c), z, d)) | (C.B, a, x, (C.R, b, y, (C.R, c, z, d))):
            return R, (B, a, x, b), y, (B, c, z, d)
        case _: return t
def insert(t, v):
    def ins(t):
        match t:
            case None: return R, None, v, None
            case (c, l, k, r) if v < k: return balance((c, ins(l), k, r))
            case (c, l, k, r) if v > k: return balance((c, l, k, ins(r)))
            case _: return t
    _, l, k, r = ins(t)
    return B, l, k, r
def walk(t):
    match t:
        case None: return []
        case (_, l, k, r): return walk(l) + [k] + walk(r)
def height(t): return 0 if t is None else 1 + max(height(t[1]), height(t[3]))
t = None
for i in range(64): t = insert(t, i * 37 % 64)
print(walk(t) == list(range(64)), height(t))
def run(program):
    stack, pc, env = [], 0, {}
    while True:
        match program[pc].split():
            case ["push", n]: stack.append(int(n))
            case ["add" | "mul" as op]:
                b, a = stack.pop(), stack.pop()
                stack.append(a + b if op == "add" else a * b)
            case ["store", name]: env[name] = stack.pop()
            case ["load", name] if name in env: stack.append(env[name])
            case ["jumpless", name, limit, target] if env[name] < int(limit): pc = int(target); continue
            case ["jumpless", *_]: pass
            case ["halt"]: return stack, env
            case [op, *args]: return f"bad instruction {op} {args}"
        pc += 1
print(run("push 1|store i|load i|push 2|mul|store i|jumpless i 100 2|load i|halt".split("|")), run(["load nothing"]))
