"""The order in which annotations are evaluated and listed."""
def p(x):
    print(x, end=' '); return x
def f(a: p('a'), b: p('b'), /, c: p('c'), d:p('d'), *args: p('args'), e: p('e'), f: p('f')=1, **kw: p('kw')) -> p('ret'): pass
print(f.__annotations__)
def f(a: p('a'), b: p('b'), c: p('c'), *, e: p('e'), f: p('f')=1) -> p('ret'): pass
print(f.__annotations__)
