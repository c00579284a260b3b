a or b or c and d and not not e
a < b <= c > d >= e == f != g is h is not i in j not in k
a | b ^ c & d << e >> f + g - h * i @ j / k // l % m
-a ** -b ** c; ~+-a; not a == b; (-1) ** 2
await_ = lambda: a
lambda: (yield)
lambda a, /, b=1, *c, d, e=2, **f: lambda *, g: h
lambda *a, **b: a if b else c if d else lambda: e
a if b else c, d
(a)
((a))
()
(a,)
(a, b)
(*a, b)
(yield_)
[]
[a]
[a, *b,]
{}
{a: b, **c, **d | e,}
{a}
{a, *b}
[a for b in c]
[a for b, in c if d if e for f, *g in h if i]
{a for b.c in d}
{a: b for c[0] in d}
(a for b in c)
[a := b, c]
[(a := b) for c in d]
{a := b}
f(a for b in c)
f((a for b in c), d)
f(a, *b, c, d=e, *f, g=h, **i, j=k,)
f(a := b)
f(a)(b)[c].d
f()
a[b]
a[b, c]
a[b,]
a[:], a[b:], a[:b], a[b:c], a[::], a[b::], a[:b:], a[::b], a[b:c:d]
a[b:c, d, ::e, *f]
a[*b]
a[b := c]
a[(b, c)]
a[lambda: b : c]
a.b.c
None, True, False, ...
1, 1_000, 0x_Ff, 0o17, 0b1_0, 00, 99999999999999999999, 0xFFFFFFFFFFFFFFFFFFFF
1., .5, 1.5e3, 1e-5, 1_0.0_1e+1_0, 1E5, 0.0, 1e400
1j, 1.5J, 0e0j, 1_0j
'a' "b" '''c''' """d"""
u'a' 'b', 'a' u'b', U'c'
b'a' B"b" rb'\n' Rb'\n' bR'''\n'''
r'\n' R"\'"
'\n\t\\\'\"\a\b\f\r\v\0\12\377\x41\u00e9\U0001F600\N{BULLET}\N{latin small letter a}'
'\
continued'
'\ud800\udc00', '\ud800'
b'\x00\xff\377'
'''
multi
line'''
f'', f'a', f'a{b}c', f'{a}{b}', f'{{}}', f'{{{a}}}', f'a{{b}}c'
f'{a!r}', f'{a!s:x}', f'{a:>{b}.{c}}', f'{a:{b:{c}}}', f'{a:}', f'{a:{{}}}' if 0 else 1
f'{a=}', f'{a = }', f'{a = !s}', f'{a=:x}', f'{a + b = !r:>{c}}'
f'{a # comment
}' if 0 else f'''{
    a  # comment
    + b
    = }'''
f'{'nested' + f'{'more' + f"{x}"}'}'
f'{a["b"]}' f"{a['b']}" 'c' f'{d}'
f'{lambda_}', f'{(lambda x: x)}', f'{a, b}', f'{*a, b}', f'{(yield_)}', f'{ {1: 2} }', f'{a if b else c}'
rf'\{a}\n', fr'\n{a:\n}', Rf'{a}', f'\N{BULLET}{a}', f'\x41{a}\u00e9', F'\{6}'
f'''{a:
}''', f'{a!r:^{b}}'
f'{a:%H:%M}', f'{a:{b}:{c}}', f'{a::}', f'{a!r:!r}', f'{a:=}', f'{a!=b}', f'{a==b}', f'{a:=5}', f'{(a:=5)}'
'a' f'b' 'c' f'{d}' 'e' 'f' f'g{h}' u'i'
u'a' f'{b}', f'{a}' u'b', u'a' f'b'
é = ﬁ = ª = 1; é.ﬁ
f(**{"a": 1}, b=2); f(a)[b](c=d)
x = (
    1 +
    2)
a \
  + b
a;
1if 1else 2
