# Keys of ** mappings that are no strings: a repeated one is found first.
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__,e)
def f(**k): return k
class H:
    def __init__(s,n): s.n=n
    def __hash__(s): return hash(s.n)
    def __eq__(s,o): print('eq',s.n,o.n if isinstance(o,H) else o); return s.n==(o.n if isinstance(o,H) else o)
    def __repr__(s): return f'H({s.n!r})'
class M:
    def __init__(s,*k): s.k=k
    def keys(s): return s.k
    def __getitem__(s,k): print('get',k); return 1
t(lambda:f(**{1:2},**{1:3}))
t(lambda:f(**{1:2},**{2:3}))
t(lambda:f(**{1:2},**{1.0:3},**{'a':1}))
t(lambda:f(a=1,**{H('a'):3}))
t(lambda:f(**{H('a'):3},a=1))
t(lambda:f(**{H('a'):3},**{'a':1}))
t(lambda:f(**{'a':1},**{H('a'):3}))
t(lambda:f(**M(H('a'),'a')))
t(lambda:f(**M('a',H('a'))))
t(lambda:f(**M(None,None)))
t(lambda:f(**{None:1},**M(None,'x')))
t(lambda:f(**{None:1},**{'x':1},**M('x')))
t(lambda:f(**{(1,2):1},**{(1,2):1}))
