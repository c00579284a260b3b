"""open() in text modes: read, write, append, exclusive, update; seek and tell; newlines."""
import os
os.chdir(os.environ["SCRATCH"])
with open("a.txt", "w") as f:
    print(f.write("first\nsecond\n"), f.writable(), f.readable(), f.seekable(), f.name, f.mode, f.closed, f.encoding, f.newlines)
    print("printed", 1, 2, sep="-", end="!\n", file=f)
    f.writelines(["x\n", "y\n"])
print(f.closed, os.path.getsize("a.txt"))
with open("a.txt") as f:
    print(repr(f.read(3)), f.tell(), repr(f.readline()), repr(f.readline(2)), f.readlines(), repr(f.read()), repr(f.readline()))
    print(f.seek(0), [line for line in f], f.seek(6), repr(f.readline()), list(f))
with open("a.txt", "a") as f: print(f.tell(), f.write("appended"), f.tell())
with open("a.txt", "r+") as f:
    f.write("FIRST"); f.seek(0, 2); f.write("\nend"); f.seek(0); print(repr(f.read()))
with open("a.txt", "w+") as f: print(repr(f.read()), f.write("new\n"), f.seek(0), repr(f.read()), f.truncate(2), f.seek(0), repr(f.read()))
with open("a.txt", "a+") as f: f.write("more"); f.seek(0); print(repr(f.read()))
with open("b.txt", "x") as f: f.write("exclusive")
for args, kw in [(("b.txt", "x"), {}), (("missing.txt",), {}), (("a.txt", "rw"), {}), (("a.txt", ""), {}), (("a.txt", "q"), {}), (("a.txt", "rr"), {}), (("a.txt", "r", 0), {}), (("a.txt", "rb"), {"encoding": "utf-8"}), (("a.txt", "rb"), {"newline": ""}), (("a.txt",), {"newline": "x"}), (("a.txt",), {"errors": "nope"}), (("a.txt",), {"encoding": "nope"}), ((".",), {}), ((".", "w"), {}), (("no/dir/f", "w"), {}), ((None,), {}), ((1.5,), {}), (("a.txt", 5), {}), (("a\0b",), {}), (("",), {}), (("a.txt", "tb"), {}), (("a.txt", "Ur"), {}), ((-1,), {}), (("a.txt", "r", -1, "utf-8", "strict", None, False), {})]:
    try:
        open(*args, **kw).close()
        print(args, kw, "opened")
    except (OSError, ValueError, TypeError, LookupError) as error:
        print(args, kw, type(error).__name__, error)
f = open("a.txt")
for act in (lambda: f.write("x"), lambda: f.writelines(["x"]), lambda: f.truncate(), lambda: f.seek(1, 1), lambda: f.seek(-1), lambda: f.seek(1, 2), lambda: f.seek(0, 5), lambda: f.seek("x"), lambda: f.read("x"), lambda: f.readline(1.5), lambda: f.read(None), lambda: f.nothing, lambda: len(f), lambda: f[0], lambda: f.fileno() > 2, lambda: f.isatty(), lambda: f.flush(), lambda: f.detach() and None):
    try: print(act())
    except Exception as error: print(type(error).__name__, error)
f = open("a.txt"); f.close(); f.close()
for act in (f.read, f.readline, lambda: f.write("x"), lambda: next(f), lambda: f.__enter__(), f.tell, lambda: f.seek(0), f.flush, f.fileno, f.isatty, f.readable, lambda: list(f)):
    try: print(act())
    except ValueError as error: print(error)
w = open("w.txt", "w")
for act in (w.read, w.readline, lambda: list(w), lambda: w.write(5), lambda: w.write(b"x"), lambda: w.writelines([1]), lambda: w.writelines(5), lambda: w.write()):
    try: act()
    except Exception as error: print(type(error).__name__, error)
w.close()
