"""sys.stdin, stdout, stderr: reading input in every way, replacing streams, printing rules."""
import sys, io
print(sys.stdin.readline(), end="")
print(repr(input()), repr(input("prompt> ")))
print(repr(sys.stdin.read(5)), repr(next(sys.stdin)))
for line in sys.stdin:
    print("loop", repr(line))
    if "stop" in line: break
print(sys.stdin.readlines(), repr(sys.stdin.read()), repr(sys.stdin.readline()))
try: input()
except EOFError as error: print(error)
print(sys.stdin.name, sys.stdout.name, sys.stderr.name, sys.stdin.fileno(), sys.stdout.encoding, sys.stdout.mode, sys.stdin.mode, sys.stdout.isatty(), sys.stdout.errors, sys.stderr.errors)
print(sys.stdout is sys.__stdout__, sys.stdout.write("written\n"))
sys.stdout.writelines(["a", "b\n"])
sys.stderr.write("to stderr\n")
print("also", "stderr", file=sys.stderr)
real, sys.stdout = sys.stdout, io.StringIO()
print("captured")
help_text = sys.stdout.getvalue()
sys.stdout = real
print(repr(help_text))
class Tee:
    def __init__(self, *files): self.files = files
    def write(self, s): [f.write(s) for f in self.files]
    def flush(self): pass
copy = io.StringIO()
sys.stdout = Tee(real, copy)
print("tee", 1)
sys.stdout = real
print(repr(copy.getvalue()))
sys.stdout = None
print("nowhere")
sys.stdout = real
del sys.stdout
try: print("lost")
except RuntimeError as error: sys.stdout = real; print(error)
sys.stdin = io.StringIO("from a string\nsecond\n")
print(input("ask: "), input(), sep="|")
sys.stdin = None
try: input()
except RuntimeError as error: print(error)
sys.stdin = sys.__stdin__
print(1, 2, sep="", end="") or print(None, sep=None, end=None)
print(*[], sep="x"); print("", ""); print(sep="-"); print("a\tb", "c\\n", sep="\n")
for kw in ({"sep": 5}, {"end": 5}, {"file": 5}, {"flush": "yes"}, {"bad": 1}):
    try: print("p", **kw)
    except Exception as error: print(type(error).__name__, error)
class S:
    def __str__(self): return "str of S"
class Bad:
    def __str__(self): raise ValueError("in str")
print(S(), [S] == [S], end=".\n")
try: print("partly", Bad())
except ValueError as error: print("|", error)
sys.stdout.flush()
sys.stdout.buffer.write(b"bytes\n")
sys.stdout.buffer.flush()
print("last", flush=True)
