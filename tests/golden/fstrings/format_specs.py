"""Format specs, literal and nested, and __format__."""
n, x, s, w, p = 42, 3.14159, "text", 10, 2
print(f"[{n:5}] [{n:<5}] [{n:^5}] [{n:>5}] [{n:05}] [{n:+}] [{n: }] [{n:*^9}] [{n:=+9}] [{n:,}] [{1234567:_}]")
print(f"[{n:b}] [{n:o}] [{n:x}] [{n:X}] [{n:#b}] [{n:#o}] [{n:#x}] [{n:c}] [{n:e}] [{n:.1f}] [{n:%}] [{n:n}] [{n:08b}] [{n:_b}] [{-n:#010x}]")
print(f"[{x:.2f}] [{x:10.3f}] [{x:<10.3f}] [{x:+.1e}] [{x:g}] [{x:.3g}] [{x:%}] [{x:.1%}] [{x:010.2f}] [{1e10:,}] [{1e10:_.2f}] [{x:#.0f}] [{-0.0:z.1f}]")
print(f"[{s:10}] [{s:>10}] [{s:^10}] [{s:*^10}] [{s:.2}] [{s:10.2}] [{s!r:>8}] [{True:5}] [{None!s:>6}] [{True:d}]")
print(f"[{n:{w}}] [{x:{w}.{p}f}] [{s:{'*'}^{w}}] [{n:{'0'}{w}}] [{n:{'>' + str(w)}}] [{x:.{p + 1}}] [{n!r:>{w}}] [{'':{w}}]")
print(f"{n:{n:d}}", f"{n:>{'1' f'{0}'}}")
class Fmt:
    def __format__(self, spec):
        return f"<{spec!r}>"
print(f"{Fmt()} {Fmt():} {Fmt():abc} {Fmt():{1}{2}} {Fmt():a{'{b}'}c} {Fmt()!s:.3}")
print(f"{Fmt():%H:%M} {Fmt(): } {Fmt():!r} {Fmt()::} {Fmt():'q'} {Fmt():{'}'}}")
for value, spec in [(1, "s"), (1, "q"), ("a", "d"), (1.5, "d"), ("a", "+"), ("a", "="), (1, ".2"), (1, "c,"), (300000000, "c"), (1.0, "x"), ("x", ","),
                    (1, "10.3d"), (object, "5"), ([], "5"), (None, ">5"), (1, "{"), (1, "5 5"), (1.5, ".f"), (1, ",_"), (1, "_,"), (1, "99999999999999999999")]:
    try:
        print(format(value, spec))
    except (ValueError, TypeError, OverflowError) as error:
        print(repr(spec), type(error).__name__, error)
class Bad:
    def __format__(self, spec):
        return 5
try:
    f"{Bad()}"
except TypeError as error:
    print(error)
class Plain: 
    def __str__(self): return "plain"
print(f"{Plain()}", f"{Plain():}", f"{Plain()!s:>8}")
try:
    f"{Plain():>8}"
except TypeError as error:
    print(error)
