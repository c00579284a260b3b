"""Binary files, BytesIO, StringIO, raw and buffered objects, readinto, peek."""
import io, os
os.chdir(os.environ["SCRATCH"])
with open("b", "wb") as f: print(f.write(b"0123456789"), f.write(bytearray(b"ab")), f.write(memoryview(b"cd")), type(f).__name__, f.mode, f.tell())
with open("b", "rb") as f:
    print(f.read(3), f.tell(), f.seek(-2, 2), f.read(), f.seek(2), f.seek(3, 1), f.read(1), f.readline(), f.read(), f.read(5), type(f).__name__, f.peek(1))
    buffer = bytearray(4)
    print(f.seek(0), f.readinto(buffer), buffer, f.read1(2), f.raw.__class__.__name__)
with open("b", "r+b") as f: f.seek(2); f.write(b"XX"); f.seek(0); print(f.read(), f.truncate(5), f.seek(0), f.read())
with open("b", "ab") as f: f.write(b"!"); print(f.tell())
with open("b", "rb", buffering=0) as f: print(type(f).__name__, f.read(2), f.readall(), f.mode, f.closefd)
with open("lines", "wb") as f: f.writelines([b"a\n", b"b\r\n", b"c"])
print(list(open("lines", "rb")), open("lines", "rb").readlines(3), [l for l in open("lines", "rb")][1])
for act in (lambda: open("b", "wb").write("text"), lambda: open("b", "rb").write(b"x"), lambda: open("b", "wb").read(), lambda: open("b", "rb").seek(-1), lambda: open("lines", "rb").readinto(b"x"), lambda: open("lines", "rb", buffering=0).write(b"x"), lambda: io.BytesIO("x"), lambda: io.StringIO(b"x"), lambda: io.StringIO().write(b"x"), lambda: io.BytesIO().write("x"), lambda: io.BytesIO(b"x").seek(-1), lambda: io.StringIO("x").seek(1, 1)):
    try: act()
    except Exception as error: print(type(error).__name__, error)
b = io.BytesIO(b"line 1\nline 2\n")
print(b.readline(), b.tell(), b.read(), b.getvalue(), b.seek(3), b.write(b"XYZ!"), b.getvalue(), b.truncate(4), b.getvalue(), b.seek(8), b.write(b"z"), b.getvalue())
print(b.getbuffer()[:2].tobytes(), b.closed, len(b.getvalue()), b.readable(), b.seekable())
b.close()
try: b.getvalue()
except ValueError as error: print(error)
s = io.StringIO("one\ntwo\n", newline=None)
print(s.read(2), s.readline(), list(s), s.seek(0), s.write("ON"), s.getvalue(), s.seek(0, 2), print("end", file=s), s.getvalue())
s = io.StringIO(newline="\r\n"); s.write("a\nb"); print(repr(s.getvalue()))
with io.StringIO() as s: s.write("x"); print(s.getvalue())
w = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
w.write("é\n"); print(w.buffer.getvalue(), w.tell())
r = io.TextIOWrapper(io.BytesIO(b"a\r\nb"), newline=None); print(r.read(), r.detach().getvalue())
br = io.BufferedReader(io.BytesIO(b"abcdef"), buffer_size=2)
print(br.peek(1)[:1], br.read(2), br.read1(10), br.read())
print(isinstance(open("b"), io.TextIOBase), isinstance(open("b", "rb"), io.BufferedIOBase), isinstance(io.BytesIO(), io.IOBase), io.DEFAULT_BUFFER_SIZE, io.open is open)
class Upper(io.TextIOBase):
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s.upper()); return len(s)
    def writable(self): return True
u = Upper()
print("to a custom file", 5, file=u, flush=True)
print(u.parts)
class Minimal:
    def write(self, s): log.append(s)
log = []
print("a", "b", sep="|", file=Minimal())
print(log)
for bad in (5, object(), None): 
    try: print("x", file=bad, end="" if bad is None else "\n")
    except AttributeError as error: print(error)
print()
class RawReader(io.RawIOBase):
    def __init__(self, data): self.data = data
    def readable(self): return True
    def readinto(self, b): n = min(len(b), len(self.data), 3); b[:n] = self.data[:n]; self.data = self.data[n:]; return n
print(RawReader(b"hello world").readall(), io.BufferedReader(RawReader(b"hello world")).read(5), io.TextIOWrapper(io.BufferedReader(RawReader(b"l1\nl2\n"))).readlines())
