# super() misused in all ways: what each says.
def t(n,f):
    try: r=f(); print(n,type(r).__name__)
    except BaseException as e: print(n,type(e).__name__,e)
class A:
    def m(self): return 1
class B(A):
    def m(self): return super().m()
    @classmethod
    def c(cls): return super().m
    @staticmethod
    def s(): return super().m
    @staticmethod
    def s1(x): return super().m
    def n(): return super()
    def d(self): 
        del self
        return super()
    def e(*args): return super()
    def g(self): return [super().m for _ in range(1)]
    def h(self): return (lambda: super().m)()
    def i(self): 
        def j(x): return super().m
        return j(5)
    def k(self, x): 
        self=x
        return super().m
    def l(self):
        __class__=5
        return super()
    async def co(self): return super()
    def gen(self): yield super()
    def ii(self): return super().__init__
    def kw(self): return super(k=1)
    def kw2(self): return super(B, self, k=1)
    def kw3(self): return super(B, self, 1)
    def one(self): return super(B)
    def cell(self):
        def f(): return self
        return super().m
    def cell2(self):
        del self
        def f(): return self
        return super().m
    def cell3(self, x):
        self=x
        def f(): return self
        return super().m
    lam=lambda self: super().m
    lam0=lambda: super().m
b=B()
for n in ('m','c','s','n','d','e','g','h','i','l','ii','kw','kw2','kw3','one','cell','cell2','lam','lam0'):
    t(n, lambda: getattr(b,n)())
for n in ('s1','k','cell3'):
    for x in (b,5,None,B,A,A(),int): t(n+repr(x)[:8], lambda: getattr(b,n)(x))
for n in ('m','n','d','e','g','h','i','l','k','lam','lam0'):
    for args in ((),(5,),(A(),),(B,),(A,),(None,),(b,b)): t(f'B.{n} {len(args)} {type(args[0]).__name__ if args else ""}', lambda: getattr(B,n)(*args))
s=super
t('f', lambda: super())
t('f', lambda: s())
def g(): return super()
def g1(x): return super()
def g2(x): __class__; return super()
t('g',g); t('g1',lambda: g1(1)); t('mod', lambda: eval('super()')); t('exec', lambda: exec('super()'))
def outer():
    def inner(x): return super()
    return inner
t('outer', lambda: outer()(1))
for args in ((1,),(1,2),(int,),(int,1),(int,'a'),(int,bool),(bool,int),(int,None),(None,),(None,None),(type,int),(B,b),(B,A()),(A,B),(B,A),(int,int,int),('a',b),(B,object()),(B,5),(super(),) if 0 else (B,B),):
    t('super'+repr([x if isinstance(x,(int,str,type)) else type(x).__name__ for x in args]), lambda: super(*args))
    su=super(B)
    t('init'+repr([x if isinstance(x,(int,str,type)) else type(x).__name__ for x in args]), lambda: su.__init__(*args))
    t('sinit'+repr([x if isinstance(x,(int,str,type)) else type(x).__name__ for x in args]), lambda: super.__init__(super.__new__(super),*args))
    t('selfarg', lambda: super.__init__(*args))
x=super.__new__(super)
for a in ('m','__thisclass__','__self__','__self_class__','__class__','__init__','foo','__repr__','__doc__','__dict__'):
    t('unbound '+a, lambda: getattr(x,a)); t('half '+a, lambda: getattr(super(B),a)); t('b '+a, lambda: getattr(super(B,b),a))
print(repr(x), repr(super(B)), repr(super(B,b))[:30], str(super(B,B)))
t('get', lambda: super(B).__get__(b)); t('get', lambda: super(B).__get__(5)); t('get', lambda: super(B).__get__(None)); t('get', lambda: super(B).__get__(None,B)); t('get', lambda: super(B).__get__(b).m())
t('bget', lambda: super(B,b).__get__(5))
class S(super): pass
class S2(super):
    def __init__(self,*a): super().__init__(*a)
for c in S,S2:
    t('S', lambda: c(B,b)); t('S1', lambda: c(B)); t('S0', lambda: c()); t('Sget', lambda: c(B).__get__(b)); t('Sget5', lambda: c(B).__get__(5)); t('S3', lambda: c(1))
class D(A):
    def f(self): return S().m
    def g(self): return S2().m
t('D', D().f); t('D', D().g)
t('set', lambda: setattr(super(B,b),'q',1)); t('set', lambda: setattr(super(B,b),'m',1)); t('del', lambda: delattr(super(B,b),'m')); t('set', lambda: setattr(super(B,b),'__class__',1)); t('set', lambda: setattr(super(B,b),'__thisclass__',1)); t('set', lambda: setattr(S(B,b),'q',1))
