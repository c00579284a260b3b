"""The `=` specifier keeps the expression's text, whitespace included."""
x = 5
s = "hi"
print(f"{x=}", f"{x = }", f"{ x=}", f"{x  =  }", f"{x=!r}", f"{s=}", f"{s=!s}", f"{s=!a}", f"{s=:>6}", f"{s=!r:>6}", f"{x=:05}", f"{x = :+}")
print(f"{x + 1=}", f"{ x*2 = }", f"{s.upper()=}", f"{(x)=}", f"{[x, x]=}", f"{x==5=}", f"{(x:=6)=}", f"{x=}={x=}")
print(f"{s[0]=} {len(s)=} { {'a': 1}['a']=} {'a' 'b'=}")
print(f"{(x,)=}", f"{x,=}")
print(f"""{
    x
    =}""")
print(f"""{
x + # comment
1 = }""")
print(f"{f'{x=}'=}", f"{'é'=}")
print(f"{x!r:=^7}", f"{x:=^7}", f"{x:=+7}", f"{x<=6=}", f"{x>=6 = }")
print(f"{lambda_()=}" if (lambda_ := lambda: 1) else "")
print(f"{x=:{'>'}{4}}", f"{s=!r:^{10}}|")
class D:
    def __repr__(self): return "repr"
    def __str__(self): return "str"
    def __format__(self, spec): return "format:" + spec
d = D()
print(f"{d=} {d=!s} {d=:spec} {d=:} {d=!r:8}| {d} {d!s} {d!r}")
