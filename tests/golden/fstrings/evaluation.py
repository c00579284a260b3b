"""When and in which order fields, conversions and specs are evaluated."""
log = []
class Show:
    def __init__(self, name): self.name = name
    def __repr__(self): log.append("repr " + self.name); return "R"
    def __str__(self): log.append("str " + self.name); return "S"
    def __format__(self, spec): log.append(f"format {self.name} {spec!r}"); return "F"
def make(name):
    log.append("make " + name)
    return Show(name)
print(f"{make('a')} {make('b')!r:{make('w')!r}>4} {make('c')!s} {make('d'):{make('e')}}")
print("\n".join(log)); log.clear()
try:
    print(f"{make('a')}{1 / 0}{make('never')}")
except ZeroDivisionError as error:
    print(error, log)
x = 1
def late():
    return f"{x}"
x = 2
print(late())
funcs = [lambda: f"{i}" for i in range(3)]
print([f() for f in funcs])
class C:
    y = 5
    text = f"{y} {[y for _ in '1']}" if False else f"{y}"
print(C.text)
def scope():
    z = 1
    def inner():
        return f"{z=} {(lambda: z + 1)()}"
    z = 10
    return inner()
print(scope())
print(f"{undefined}" if False else "lazy")
try:
    f"{undefined!r:>{x}}"
except NameError as error:
    print(error)
print(type(f""), f"a" is not None, f"{'a'}" == "a", hash(f"{1}") == hash("1"))
class StrSub(str):
    def __format__(self, spec): return "sub"
    def __str__(self): return "substr"
s = StrSub("base")
print(f"{s}", f"{s!s}", f"{s!r}", "%s" % s, "{}".format(s), format(s), str(s), s + "")
print(type(f"{s}"), type(f"{s!s}"))
class Weird:
    def __str__(self): return StrSub("w")
    def __repr__(self): return 5
print(type(f"{Weird()!s}"), f"{Weird()!s}")
for source in ["f'{Weird()!r}'", "f'{Weird()!a}'", "repr(Weird())"]:
    try:
        eval(source)
    except TypeError as error:
        print(error)
