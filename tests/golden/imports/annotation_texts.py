from __future__ import annotations
def a0(x: "quoted", y: 'a' "b", z: f'{x!r:>{y}} {{}} {a["b"]}', w: f"{x=}", v: f'{ {1:2} }', u: u'x'): pass
def a1(x: (1,2), y: (1,), z: (), w: [1,2 , 3], v: {1:2, **d}, u: {1,2}): pass
def a2(x: a+b*c, y: (a+b)*c, z: a-(b-c), w: (a-b)-c, v: a**b**c, u: (a**b)**c, t: -a**b, s: (-a)**b, r: not a, q: not (a and b)): pass
def a3(x: a if b else c, y: (a if b else c) if d else e, z: lambda: 0, w: lambda x, y=1, /, *a, z, **k: (x, y), v: (lambda: 0)(), u: lambda *, k=2: k): pass
def a4(x: a[1:2], y: a[::2], z: a[:], w: a[1, 2], v: a[1:2, ::3], u: a[(1,2)], t: a[b][c], s: a[*b], r: a[b,]): pass
def a5(x: f(1), y: f(*a, **k), z: f(x for x in y), w: f(a, b=1), v: f((x for x in y), 1), u: a.b.c, t: 1 .real, s: (1).real, r: 1.5.real): pass
def a6(x: [i for i in a if b if c], y: {i for i in a for j in b}, z: {k: v for k, v in a}, w: (i async for i in a)): pass
def a7(x: a < b <= c, y: a in b, z: a not in b, w: a is not b, v: (a < b) < c, u: a or b and c, t: (a or b) and c, s: not a in b): pass
def a8(x: 1e1000, y: 1e1000j, z: -1e999, w: 1j, v: 0x10, u: 123456789012345678901234567890, t: 0xffffffffffffffffffffffff, s: 1_000, r: 1e10, q: 0.1): pass
def a9(x: b'\x00a', y: 'é\n"\'', z: "it's", w: None, v: ..., u: True, t: ~a, s: +a, r: - -a, q: a @ b % c // d, p: a << b >> c, o: a & b | c ^ d): pass
def b0(*args: *Ts, k: """tri
ple""", **kw: int  |  None) -> dict [ str ,  int ]: pass
class C:
    x: List [ int ] = 1
    y: "str"
z: f"{a!s}{b:{c}}{d!a:x}"
for n, f in sorted(globals().items()):
    if n[0] in 'ab' and len(n)==2:
        for k, v in f.__annotations__.items(): print(n, k, v)
print(C.__annotations__, __annotations__)
