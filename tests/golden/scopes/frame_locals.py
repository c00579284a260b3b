"""f_locals of functions writes through (PEP 667)."""
import sys
def f(a,b=2):
    c=3
    class G:
        def __repr__(self): return 'G'
        def __call__(self): return c
    g=G()
    p=sys._getframe().f_locals
    print(type(p), type(p).__module__, sorted(dir(p)), str(p)[:20])
    print(type(p).__mro__, type(p).__doc__)
    print(list(p), len(p), p.keys(), p['c'])
    p['a']=10; p['c']=30; p['zz']=5
    print(a,c,g(),p['zz'], locals(), p is sys._getframe().f_locals, p==sys._getframe().f_locals, p=={}, p!={})
    for s in ["del p['a']","del p['zz']","del p['nope']","p['nope']","p.pop('a')","p.pop('zz')","p.popitem()","p.clear()","p[1]","p.__setitem__(1,2)","p[1]","p.get('a')","p.get('q',5)","p.setdefault('a',6)","p.setdefault('n',6)","p.update(a=1)","p.update({'a':100})","p.update(5)","p|{'k':1}","{'k':1}|p","p|5","5|p","p.copy()","type(p.copy())","list(reversed(p))","'a' in p","1 in p","[] in p","p[[]]","hash(p)","type(iter(p))","type(p)(sys._getframe())","type(p)()","type(p)(5)","p < p","p.x","bool(p)","dict(p)==p", "p=={}", "p.__or__({1:2})","p.__ior__({'a':7})", "p.__len__()","{**p}", "p.fromkeys([1])","p.get()","p.pop()","p.keys(1)",  "p.__contains__('c')", "p.setdefault('t')","p.setdefault()", "p.__eq__(5)","p.__ne__({})","p == dict(p)", "p.__reversed__()","p.__ior__(5)","p.__delitem__('t')"]:
        try: print(s, '->', eval(s) if not s.startswith('del') else exec(s))
        except Exception as e: print(s,'->', type(e).__name__, e)
    print(a, p)
    return sys._getframe()
fr=f(1)
print(fr.f_locals, fr.f_locals['a'])
fr.f_locals['a']=77
print(fr.f_locals['a'])
def gen():
    x=1
    y=yield 
    print(x,y)
    yield
    print(x)
g=gen(); next(g)
p=g.gi_frame.f_locals; print(p); p['x']=55; print(p); g.send(2); p['x']=66; print(list(g), p)
def outer():
    v=1
    def inner():
        nonlocal v
        p=sys._getframe().f_locals
        print(p); p['v']=2; print(v, p)
        return p
    p=inner(); print(v); v=3; print(p)
    del v
    print(p)
outer()
