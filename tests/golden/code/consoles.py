"""Consoles, and which texts need more lines."""
import code
import codeop
import sys

for text in ("x = 1", "if x:", "if x:\n  y", "if x:\n  y\n", "(", "'''", "x = 1\\", "", "# c", "def f():\n  return 1", "@a", "try:\n  x", "1 +", "a b", "else:", "for", "lambda", "def f", "x='abc", "[1,", "class A:\n def f(self):\n  pass\n"):
    try:
        result = "more" if codeop.compile_command(text) is None else "whole"
    except SyntaxError as error:
        result = f"{type(error).__name__}: {error.msg}"
    print(repr(text), result)
print(codeop.compile_command("", symbol="exec") is None, eval(codeop.compile_command("1+1", symbol="eval")))
sys.stderr = sys.stdout
console = code.InteractiveConsole({"a": 2})
for line in ("a + 1", "for i in range(2):", "    print(i)", "", "1/0", "x = = 2", "def f(): raise ValueError('f')", "", "f()"):
    print(">>", line, console.push(line))
lines = iter(["b = 5", "print(b)"])
def read(prompt):
    print(prompt, end="")
    try:
        return next(lines)
    except StopIteration:
        raise EOFError
code.interact(banner="hi", readfunc=read, local={}, exitmsg="bye")
interpreter = code.InteractiveInterpreter()
print(interpreter.runsource("print(1)\n"), interpreter.runsource("if 1:"), interpreter.locals["__name__"])
try:
    interpreter.runsource("raise SystemExit(3)")
except SystemExit as error:
    print("exit", error)
