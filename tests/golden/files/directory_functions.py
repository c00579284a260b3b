"""os and os.path: the functions scripts use on files and folders."""
import os
os.chdir(os.environ["SCRATCH"])
os.mkdir("d"); os.makedirs("d/e/f"); os.makedirs("d/e", exist_ok=True)
for name in ("d/1.txt", "d/2.txt", "d/e/3.txt"):
    with open(name, "w") as f: f.write(name)
print(sorted(os.listdir("d")), os.path.exists("d/1.txt"), os.path.isfile("d"), os.path.isdir("d"), os.path.getsize("d/1.txt"))
for top, dirs, files in os.walk("d"): dirs.sort(); print(top, dirs, sorted(files))
os.rename("d/1.txt", "d/one.txt"); os.replace("d/2.txt", "d/one.txt"); print(sorted(os.listdir("d")), open("d/one.txt").read())
for act in ("os.mkdir('d')", "os.makedirs('d/e')", "os.rmdir('d')", "os.remove('nope')", "os.remove('d')", "os.listdir('nope')", "os.rename('nope', 'x')", "os.rmdir('nope')", "os.chdir('nope')", "os.stat('nope')", "open('d')", "os.listdir('d/one.txt')", "os.mkdir('x/y')", "os.listdir(5.5)", "os.path.join('a', 5)", "os.path.getsize('nope')"):
    try: print(act, eval(act))
    except (OSError, TypeError) as error: print(act, "->", type(error).__name__, error)
with os.scandir("d") as entries: print(sorted((e.name, e.is_dir(), e.is_file()) for e in entries))
st = os.stat("d/one.txt"); print(st.st_size, st.st_mtime > 0, os.path.getmtime("d/one.txt") == st.st_mtime)
p = os.path
for path in ("/a/b/c.tar.gz", "a", "", "/", "a/", "./a/../b", "//x", ".hidden", "dir.d/file", "a//b///c/.", "../..", "/..", "x.y."):
    print(repr(path), p.split(path), p.splitext(path), repr(p.basename(path)), repr(p.dirname(path)), repr(p.normpath(path)), p.isabs(path))
print(p.join("a", "b", "/c", "d"), p.join("a/", "b"), p.join("a", ""), p.join(""), p.commonprefix(["/a/bc", "/a/bd"]), p.commonpath(["/a/b", "/a/c"]), p.relpath("/a/b/c", "/a/d"), p.abspath("/x/../y"), p.expanduser("nothing"), p.splitroot("/a"), p.samefile("d", "d/../d"))
print(os.sep, os.linesep == "\n", os.curdir, os.pardir, os.name, os.extsep, os.pathsep, os.devnull)
os.environ["GOLDEN_VAR"] = "value"
print(os.environ["GOLDEN_VAR"], os.getenv("GOLDEN_VAR"), os.getenv("NOPE", "default"), "GOLDEN_VAR" in os.environ, os.environ.get("NOPE"), p.expandvars("$GOLDEN_VAR/${GOLDEN_VAR}/$NOPE"))
del os.environ["GOLDEN_VAR"]
try: os.environ["GOLDEN_VAR"]
except KeyError as error: print(error)
try: os.environ["x"] = 5
except TypeError as error: print(error)
print(os.fspath("s"), os.fspath(b"b"), os.fsencode("é"), os.fsdecode(b"x"))
class P:
    def __fspath__(self): return "d/one.txt"
print(open(P()).read(), os.fspath(P()), p.exists(P()))
try: os.fspath(5)
except TypeError as error: print(error)
fd = os.open("raw", os.O_RDWR | os.O_CREAT); os.write(fd, b"hello"); os.lseek(fd, 1, 0); print(os.read(fd, 3), os.fstat(fd).st_size); os.close(fd)
with open(os.open("raw", os.O_RDONLY)) as f: print(f.read(), type(f.name).__name__)
os.remove("raw"); os.unlink("d/one.txt"); os.remove("d/e/3.txt"); os.removedirs("d/e/f")
print(os.listdir("."), os.getcwd() == p.realpath(os.environ["SCRATCH"]), isinstance(os.getpid(), int), len(os.urandom(8)), os.cpu_count() > 0)
