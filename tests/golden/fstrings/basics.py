"""F-strings: fields, conversions, escapes and concatenation."""
name, n, pi = "Ada", 7, 3.14159
print(f"", f"plain", f"{name}", f"{name}!", f"{{}}", f"{{{name}}}", f"{{{{", f"}}}}")
print(f"{n + 1} {n * 2} {n ** 2} {-n} {not n} {n if n else 0} {n, 1} {[n]} {(n)}")
print(f"{name!r} {name!s} {name!a} {'é'!a} {'é'!r} { name } { name !r}" )
print(f"{'quoted'}" f'{"other"}' "plain" f"""{'''triple'''}""")
print(F"{n}" rf"\n{n}" fr"\{n}" Rf"\t{n}\\" f"\x41{n}\N{BULLET}\u0042")
print(f"a\nb\t{n}\\", f'\'{n}\'', f"\"{n}\"", f"{n}\
 continued")
print(f"{name.upper()} {name[0]} {name[::-1]} {len(name)} {'-'.join(name)} {dict(a=1)['a']}")
print(f"{lambda_ if (lambda_ := 5) else 0} {(lambda x: x * 2)(3)} {(y := 4)} {y}")
print(f"{ {'a': 1}['a'] } { {1, 2} } {[i for i in range(3)]} { {i: i for i in range(2)} }")
print(f"{n == 7} {n != 7} {n >= 7} {n <= 7} {1 < n < 9}")
print(f"{n!=7}", f"{n==7}", f"{'a' 'b'}", f"{'a' f'{n}'}")
print(f"{*[1, 2], 3} {*'ab',}")
def yields():
    got = f"<{yield 1}> {(yield 2)!r:>5}"
    print(got)
g = yields()
print(next(g), g.send("sent"))
try:
    g.send("x")
except StopIteration:
    print("stop")
print(f'{"nested " + f"{n:{n}d}"}' + f"{f'{f"{n}"}'}")
