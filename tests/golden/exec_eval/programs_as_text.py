"""Code made by code: templates, a tiny REPL, nested exec, names from text."""
template = "def {name}({args}):\n    return {body}\n"
space = {}
for name, args, body in [("add", "a, b", "a + b"), ("scale", "x, by=2", "x * by"), ("rest", "*a, **k", "(a, k)")]:
    exec(template.format(name=name, args=args, body=body), space)
print(space["add"](1, 2), space["scale"]("ab"), space["rest"](1, k=2))
def make_class(name, **fields):
    lines = [f"class {name}:", f"    def __init__(self, {', '.join(f'{k}={v!r}' for k, v in fields.items())}):"]
    lines += [f"        self.{k} = {k}" for k in fields]
    lines += ["    def __repr__(self):", f"        return f'{name}(" + ", ".join(f"{k}={{self.{k}!r}}" for k in fields) + ")'"]
    exec("\n".join(lines), space)
    return space[name]
P = make_class("Point", x=0, y="origin")
print(P(), P(1, y=[2]), P.__name__, P.__module__ if "__module__" in vars(P) else "-")
def repl(lines):
    env = {}
    for line in lines:
        try:
            try: result = eval(line, env)
            except SyntaxError:
                exec(line, env)
                result = None
            if result is not None: print(">>>", line, "->", repr(result))
        except Exception as error: print(">>>", line, "->", type(error).__name__, error)
repl(["x = 5", "x * 2", "def sq(n): return n * n", "sq(x)", "y", "import math", "math.floor(2.5)", "[sq(i) for i in range(4)]", "for i in range(2): print('loop', i)", "i", "x += 1", "x", "1 +", "del x", "x", "class A: v = 1", "A().v", "lambda: 1" "if x"])
exec("exec(\"exec('print(1 + 1)')\")")
print(eval("eval('eval(\"1 + 2\")')"))
exec("print(eval('[n * n for n in values]'))", {"values": [1, 2, 3]})
for op in ("+", "-", "*", "//", "**", "%", "<", "and", "is not"): print(op, eval(f"7 {op} 2" if op != "is not" else "None is not ..."), end="; ")
print()
setattr(P, "area", eval("lambda self: self.x * 2"))
print(P(21).area(), eval("P(3).area()"), eval("P")(4).x)
vars_ = {f"v{i}": i for i in range(5)}
print(eval(" + ".join(vars_), {}, vars_), eval("{k: v for k, v in locals().items() if v > 2}", {}, vars_))
globals().update({f"dyn_{i}": i * i for i in range(3)})
print(dyn_0, dyn_1, dyn_2)
code = "\n".join(["total = 0"] + [f"total += {i}" for i in range(1000)])
exec(code, n := {})
print(n["total"])
source = "if True:\n    result = []\n    for i in range(3):\n        try:\n            result.append(10 // (i - 1))\n        except ZeroDivisionError:\n            result.append(None)\n        finally:\n            pass\n"
exec(source, n)
print(n["result"])
quine = "s = {!r}\nout = s.format(s)"
exec(quine.format(quine), n)
print(n["out"] == quine.format(quine))
print(eval("(lambda f, n: f(f, n))(lambda f, n: 1 if n < 2 else n * f(f, n - 1), 10)"))
print(eval("\n (1 +\n 2)\n".strip()), eval("'multi' \\\n 'line'"), eval("(yield_ := 5) + yield_"))
try: exec("def broken(:\n pass")
except SyntaxError as e: print(e.msg, e.lineno, e.offset, e.filename)
try: exec("x = 1\n\n\nraise ValueError('line 4')")
except ValueError as e: print(e, e.__traceback__.tb_next.tb_lineno)
