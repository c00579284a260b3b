"""The order in which the parts of every statement and expression are evaluated."""
trace = []
def t(name, value=None): trace.append(name); return value
class T:
    def __init__(self, name): self.__dict__["name"] = name
    def __getattr__(self, n):
        if n.startswith("__"): raise AttributeError(n)
        trace.append(f"{self.name}.{n}"); return 1
    def __setattr__(self, n, v): trace.append(f"{self.name}.{n}={v}")
    def __delattr__(self, n): trace.append(f"del {self.name}.{n}")
    def __getitem__(self, k): trace.append(f"{self.name}[{k}]"); return 1
    def __setitem__(self, k, v): trace.append(f"{self.name}[{k}]={v}")
    def __delitem__(self, k): trace.append(f"del {self.name}[{k}]")
    def __add__(self, o): trace.append(f"{self.name}+"); return self
    def __lt__(self, o): trace.append(f"{self.name}<"); return True
    def __call__(self, *a, **k): trace.append(f"{self.name}()"); return self
    def __enter__(self): trace.append(f"enter {self.name}"); return self.name
    def __exit__(self, *a): trace.append(f"exit {self.name}")
    def __iter__(self): trace.append(f"iter {self.name}"); return iter("xy")
    def __bool__(self): trace.append(f"bool {self.name}"); return True
    def __contains__(self, x): trace.append(f"in {self.name}"); return True
    def __format__(self, s): trace.append(f"format {self.name}"); return "f"
    def __neg__(self): trace.append(f"-{self.name}"); return self
    def __hash__(self): trace.append(f"hash {self.name}"); return 1
def m(name): trace.append(name); return T(name)
def run(source):
    trace.clear()
    space = dict(t=t, m=m, T=T)
    try: exec(source, space)
    except Exception as error: trace.append(f"{type(error).__name__}")
    print(source.replace("\n", "; "), "|", *trace)
for source in """m('a').x = m('v')
m('a')[m('k')] = t('v')
m('a').x += t('v', 1)
m('a')[t('k')] += t('v', 1)
a = m('t').x = m('u')[t('k')] = t('v')
m('a').x, m('b')[t('k')] = t('v1'), t('v2')
del m('a').x, m('b')[t('k')]
m('a') + m('b') + m('c')
m('a') + (m('b') + m('c'))
m('a') < m('b') < m('c')
t('x') in m('a')
m('f')(t('1'), *t('2', [1]), t('3'), k=t('4'), **t('5', {}))
m('o').meth
m('o')[t('lo'):t('hi'):t('st')]
[t('a'), *t('b', []), t('c')]
{t('k1'): t('v1'), **t('d', {}), t('k2'): t('v2')}
{t('a'), t('b')}
t('yes') if t('test', 1) else t('no')
t('a', 0) or t('b', 1) or t('c')
t('a', 1) and t('b', 0) and t('c')
not m('a')
-m('a')
f"{t('a')}{m('b'):{t('spec')}}{t('c')!r}"
(lambda a=t('default'), *, b=t('kwdefault'): t('body'))()
[t('elt') for x in t('iter', 'ab') if t('cond', 1)]
{t('key'): t('value') for x in 'a'}
[t('z') for x in t('outer', 'a') for y in t('inner', 'b')]
(y := t('walrus'))
with m('a') as x, m('b'): t('body')
with m('a') as t('target').__class__.q: pass
for m('o').x in m('it'): t('body')
for m('o')[t('k')] in 'a': pass
while t('test', 0): pass
if t('1', 0): pass\nelif t('2', 1): t('then')
assert t('test', 0), t('message')
raise t('exc', ValueError) from t('cause', KeyError())
try: t('try'); raise ValueError\nexcept t('match', ValueError): t('handler')\nelse: t('else')\nfinally: t('finally')
@t('deco1', lambda f: f)\n@t('deco2', lambda f: f)\ndef f(a: t('ann')=t('default'), *, b: t('bann')=t('bdef')) -> t('ret'): pass
@t('deco', lambda c: c)\nclass C(t('base', object), metaclass=t('meta', type)): t('body')
class C: x: t('annotation') = t('value')
x: t('annotation') = t('value')
m('o').x: t('annotation') = t('value')
m('o')[t('k')]: t('annotation')
(x): t('annotation') = t('value')
print(t('a'), t('b'), sep=t('sep', ''), end=t('end', ''))
a, (b, *c) = t('v', (1, 'xyz'))
x = [t('a'), t('b')][t('i', 0)]
t('f', lambda *a: t('called'))(t('arg'))
m('a').b.c if t('x', 1) else 0
match t('subject', 1):\n case 1 if t('guard', 0): pass\n case _: t('default')
import sys as m_sys; t('after')
global_ = t('v'); del global_
def f(): return t('ret'), (yield_ := t('w'))\nf()
{m('a'): t('v')}
m('a')(m('b')(m('c')))
(t('a'), (t('b'), t('c')), t('d'))
t('a', 5) ** -t('b', 2) ** t('c', 2)
m('a')[t('i')][t('j')] = m('v')[t('k')]""".split("\n"):
    run(source.replace("\\n", "\n"))
