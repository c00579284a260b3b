"""A compiler from expressions to a stack machine, with jumps, functions and a tracer."""
class Op:
    registry = {}
    def __init_subclass__(cls, name): cls.name = name; Op.registry[name] = cls
    def __init__(self, arg=None): self.arg = arg
    def __repr__(self): return f"{self.name}{'' if self.arg is None else ' ' + repr(self.arg)}"
class Push(Op, name="push"):
    def run(self, vm): vm.stack.append(self.arg)
class Load(Op, name="load"):
    def run(self, vm): vm.stack.append(vm.frame[self.arg])
class Store(Op, name="store"):
    def run(self, vm): vm.frame[self.arg] = vm.stack.pop()
class Binary(Op, name="binary"):
    table = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "<": lambda a, b: a < b, "==": lambda a, b: a == b, "%": lambda a, b: a % b, "//": lambda a, b: a // b}
    def run(self, vm): b, a = vm.stack.pop(), vm.stack.pop(); vm.stack.append(self.table[self.arg](a, b))
class Jump(Op, name="jump"):
    def run(self, vm): vm.pc = self.arg
class JumpIfNot(Jump, name="jumpifnot"):
    def run(self, vm):
        if not vm.stack.pop(): super().run(vm)
class Print(Op, name="print"):
    def run(self, vm): vm.output.append(vm.stack.pop())
class Call(Op, name="call"):
    def run(self, vm):
        target, count = self.arg
        args = [vm.stack.pop() for _ in range(count)][::-1]
        vm.frames.append((vm.pc, vm.frame))
        vm.pc, vm.frame = target.start, dict(zip(target.params, args))
class Return(Op, name="return"):
    def run(self, vm): vm.pc, vm.frame = vm.frames.pop()
class Halt(Op, name="halt"):
    def run(self, vm): raise StopIteration
class Function:
    def __init__(self, params): self.params, self.start = params, None
    def __repr__(self): return f"<function at {self.start}>"
class VM:
    def __init__(self, code): self.code, self.pc, self.stack, self.frame, self.frames, self.output, self.steps = code, 0, [], {}, [], [], 0
    def run(self):
        try:
            while True:
                op = self.code[self.pc]
                self.pc += 1; self.steps += 1
                op.run(self)
        except StopIteration: return self.output
class Compiler:
    def __init__(self): self.code, self.functions = [], {}
    def emit(self, op): self.code.append(op); return len(self.code) - 1
    def compile(self, tree):
        kind, *rest = tree if isinstance(tree, tuple) else ("const", tree)
        getattr(self, f"do_{kind}")(*rest)
    def do_const(self, v): self.emit(Load(v) if isinstance(v, str) else Push(v))
    def do_op(self, op, a, b): self.compile(a); self.compile(b); self.emit(Binary(op))
    def do_set(self, name, v): self.compile(v); self.emit(Store(name))
    def do_print(self, v): self.compile(v); self.emit(Print())
    def do_seq(self, *parts): [self.compile(p) for p in parts]
    def do_if(self, test, yes, no=("seq",)):
        self.compile(test); first = self.emit(JumpIfNot()); self.compile(yes); second = self.emit(Jump())
        self.code[first].arg = len(self.code); self.compile(no); self.code[second].arg = len(self.code)
    def do_while(self, test, body):
        start = len(self.code); self.compile(test); out = self.emit(JumpIfNot()); self.compile(body); self.emit(Jump(start)); self.code[out].arg = len(self.code)
    def do_def(self, name, params, body):
        over = self.emit(Jump()); f = self.functions[name] = Function(params); f.start = len(self.code)
        self.compile(body); self.emit(Return()); self.code[over].arg = len(self.code)
    def do_return(self, v): self.compile(v); self.emit(Return())
    def do_call(self, name, *args): [self.compile(a) for a in args]; self.emit(Call((self.functions[name], len(args))))
def op(o): return lambda a, b: ("op", o, a, b)
add, sub, mul, lt, eq, mod = map(op, ("+", "-", "*", "<", "==", "%"))
program = ("seq", ("def", "fib", ["n"], ("if", lt("n", 2), ("return", "n"), ("return", add(("call", "fib", sub("n", 1)), ("call", "fib", sub("n", 2)))))),
           ("set", "i", 0), ("while", lt("i", 10), ("seq", ("if", eq(mod("i", 3), 0), ("print", ("call", "fib", "i"))), ("set", "i", add("i", 1)))),
           ("print", ("call", "fib", 15)), ("set", "s", "i"), ("print", mul("s", 2)))
c = Compiler(); c.compile(program); c.emit(Halt())
vm = VM(c.code)
print(vm.run(), vm.steps, len(c.code), sorted(Op.registry))
print(*c.code[:14], sep="\n")
for broken in (("print", "nothing"), ("call", "nothing"), ("what", 1), ("print", ("op", "+", 1, None))):
    c = Compiler()
    try: c.compile(broken); c.emit(Halt()); VM(c.code).run()
    except (KeyError, AttributeError, TypeError) as e: print(type(e).__name__, e)
