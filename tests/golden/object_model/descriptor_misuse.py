# Who is named when a descriptor's attribute can't be set, and what __get__ wants.
import gc
class A: __slots__=('a',)
class B: pass
class C(A): pass
class D(C): pass
class S(A): __slots__=('__weakref__','x')
class T(S): pass
class E(Exception): pass
class F(int): pass
class L(list): pass
class M(type): pass
import types
class Z(metaclass=M): pass
class N: 
    __slots__='__dict__',
class NN(N): pass
def t(n,f):
    try: print(n,f())
    except Exception as e: print(n,type(e).__name__,e)
def sd(o,n):
    for w in ('__weakref__','__dict__','__class__','__doc__','__module__','a','x'):
        def setter(): setattr(o,w,1)
        t(f'{n} set {w}',setter)
        def deleter(): delattr(o,w)
        t(f'{n} del {w}',deleter)
for c in (A,B,C,D,S,T,E,L,Z,NN):
    o=c()
    sd(o,c.__name__)
sd(F(1),'F')
def fn(): pass
sd(fn,'fn'); sd(types.SimpleNamespace(),'ns'); 
sd(M('q',(),{}),'Mq')
sd(C,'C'); sd(B,'B'); sd(int,'int'); sd(1,'1'); sd(types.ModuleType('m'),'mod'); sd(ValueError(),'VE'); sd(property(),'prop'); sd((i for i in ()),'gen'); sd(len,'len'); sd([].append,'bm'); sd(int.__add__,'w');sd(B().__init__,'mw'); sd(super(D,D()),'super'); sd(classmethod(fn),'cm')
for o in (B,S,E,L,F,NN,T,D):
    d=o.__dict__.get('__weakref__')
    if d: 
        t(o.__name__+' get',lambda: d.__get__(5)); t('set',lambda:d.__set__(5,1)); t('del', lambda: d.__delete__(5)); t('get',lambda: d.__get__(None, 5)); t('getN',lambda: d.__get__(None)); 
        print(d, d.__objclass__, d.__name__, d.__qualname__, d.__doc__)
    d=o.__dict__.get('__dict__')
    if d:
        t(o.__name__+' get',lambda: d.__get__(5)); t('set',lambda:d.__set__(5,1)); t('del', lambda: d.__delete__(5))
        t('set',lambda:d.__set__(o(),1));
        print(d)
        t('set',lambda:d.__set__(fn,1));
class BS:
    __slots__ = ("a", "__weakref__")


for d in (BS.a, BS.__weakref__, int.__dict__['real'], int.__add__, str.join, dict.__dict__['fromkeys'], property(), classmethod(fn), staticmethod(fn), fn, type.__dict__['__mro__'], super(B)):
    for args in ((None,5),(None,B),(None,None),(None,),(5,5),(5,None),(5,),(B(),),(BS(),BS),(),(1,2,3),(None,int),(None,bool),(None,dict),([],list),('a',str),(int,),(int,type)):
        def f():
            r=d.__get__(*args)
            return r if ' at 0x' not in repr(r) else type(r)
        t(f'{type(d).__name__} {[a if isinstance(a,(int,type)) else type(a) for a in args]}', f)
