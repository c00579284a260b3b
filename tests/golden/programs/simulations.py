"""Automata, a brainf interpreter, percolation, a vending machine, elevators, a tiny event bus."""
def rule(number, width, steps):
    row = [0] * width; row[width // 2] = 1
    for _ in range(steps):
        yield "".join(".#"[c] for c in row)
        row = [number >> (row[i - 1] * 4 + row[i] * 2 + row[(i + 1) % width]) & 1 for i in range(width)]
print(*rule(30, 31, 8), *rule(90, 31, 8), sep="\n")
def bf(program, data=""):
    jumps, stack = {}, []
    for i, c in enumerate(program):
        if c == "[": stack.append(i)
        elif c == "]":
            if not stack: raise SyntaxError(f"unmatched ] at {i}")
            j = stack.pop(); jumps[i], jumps[j] = j, i
    if stack: raise SyntaxError(f"unmatched [ at {stack[-1]}")
    tape, pointer, pc, out, data = [0] * 100, 0, 0, [], iter(data)
    while pc < len(program):
        match program[pc]:
            case ">": pointer += 1
            case "<": pointer -= 1
            case "+": tape[pointer] = (tape[pointer] + 1) % 256
            case "-": tape[pointer] = (tape[pointer] - 1) % 256
            case ".": out.append(chr(tape[pointer]))
            case ",": tape[pointer] = ord(next(data, "\0"))
            case "[" if not tape[pointer]: pc = jumps[pc]
            case "]" if tape[pointer]: pc = jumps[pc]
        pc += 1
    return "".join(out)
hello = "++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++."
print(repr(bf(hello)), repr(bf(",[.,]", "echo")))
for bad in ("[[]", "]"):
    try: bf(bad)
    except SyntaxError as error: print(error)
class Machine:
    transitions = {}
    def __init__(self): self.state, self.money, self.log = "idle", 0, []
    def fire(self, event, *args):
        action = self.transitions.get((self.state, event))
        if action is None: self.log.append(f"{event}? not in {self.state}"); return self
        self.state = action(self, *args) or self.state
        self.log.append(f"{event} -> {self.state}({self.money})")
        return self
def on(state, event):
    def register(f): Machine.transitions[state, event] = f; return f
    return register
@on("idle", "coin")
@on("paid", "coin")
def coin(m, value): m.money += value; return "paid" if m.money >= 100 else "idle"
@on("paid", "choose")
def choose(m, what): m.money -= 100; m.log.append(f"take your {what}"); return "paid" if m.money >= 100 else "idle"
@on("paid", "refund")
@on("idle", "refund")
def refund(m): m.log.append(f"back: {m.money}"); m.money = 0; return "idle"
m = Machine().fire("choose", "tea").fire("coin", 50).fire("coin", 170).fire("choose", "tea").fire("choose", "cake").fire("refund").fire("dance")
print(m.log, m.state, sorted(Machine.transitions))
class Bus:
    def __init__(self): self.handlers = {}
    def __getattr__(self, name):
        if not name.startswith("on_"): raise AttributeError(name)
        def subscribe(f): self.handlers.setdefault(name[3:], []).append(f); return f
        return subscribe
    def emit(self, event, **data):
        out = []
        for h in self.handlers.get(event, []):
            try: out.append(h(**data))
            except Exception as error: out.append(repr(error))
        return out
bus = Bus()
@bus.on_sale
def tax(amount, **_): return amount // 10
@bus.on_sale
def broken(amount): return 1 // (amount - 100)
bus.on_start(lambda: "started"); bus.on_start(print)
print(bus.emit("sale", amount=100), bus.emit("sale", amount=101), bus.emit("start"), bus.emit("nothing"), bus.emit("sale", amount=5, extra=1))
try: bus.nope
except AttributeError as error: print(error)
class Lcg:
    def __init__(self, seed): self.s = seed
    def __call__(self, n): self.s = self.s * 6364136223846793005 + 1442695040888963407 & (1 << 64) - 1; return (self.s >> 33) % n
rnd = Lcg(7)
def percolates(n, p):
    grid = [[rnd(100) < p for _ in range(n)] for _ in range(n)]
    front = [(0, x) for x in range(n) if grid[0][x]]
    seen = set(front)
    for y, x in front:
        if y == n - 1: return True
        for a, b in ((y + 1, x), (y, x + 1), (y, x - 1), (y - 1, x)):
            if 0 <= a < n and 0 <= b < n and grid[a][b] and (a, b) not in seen: seen.add((a, b)); front.append((a, b))
    return False
print({p: sum(percolates(12, p) for _ in range(20)) for p in (30, 50, 60, 70, 90)})
def elevator(calls):
    floor, direction, todo, trace = 0, 1, sorted(calls), []
    while todo:
        ahead = [c for c in todo if (c - floor) * direction >= 0]
        if not ahead: direction = -direction; continue
        target = min(ahead, key=lambda c: abs(c - floor))
        trace.append(f"{floor}>{target}"); floor = target; todo.remove(target)
    return trace
print(elevator([5, 2, 9, 2, 1]), elevator([]))
def monty(trials):
    wins = [0, 0]
    for _ in range(trials):
        car, pick = rnd(3), rnd(3)
        shown = next(d for d in range(3) if d not in (car, pick))
        wins[0] += pick == car; wins[1] += next(d for d in range(3) if d not in (pick, shown)) == car
    return wins
w = monty(3000)
print(w, sum(w), w[1] > w[0] * 1.7)
