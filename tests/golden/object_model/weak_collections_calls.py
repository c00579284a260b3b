# Which attributes of their own the collections of weakref look at, also where __init__ has not run.
import copy
import re
import weakref


log=[]
def t(what,f):
    log.clear()
    try: r=f()
    except BaseException as e: r=(type(e).__name__,str(e))
    print(what,r if not hasattr(r,'__next__') else list(r),log)
class K:
    def __init__(s,n): s.n=n
    def __repr__(s): return f'K{s.n}'
class Spy:
    def __getattribute__(s,n):
        if n not in ('__class__','data'): log.append(n)
        return super().__getattribute__(n)
keep=[K(i) for i in range(5)]
class WK(Spy,weakref.WeakKeyDictionary): pass
class WV(Spy,weakref.WeakValueDictionary): pass
class WS(Spy,weakref.WeakSet): pass
a=keep[0];b=keep[1]
for C,mk,args in ((WK,lambda:WK({a:1,b:2}),[(a,),(a,5),({keep[2]:1},),(WK({a:1}),),(5,),(keep[3],),()]),(WV,lambda:WV({1:a,2:b}),[(1,),(1,b),({3:b},),(WV({1:a}),),(9,),()]),(WS,lambda:WS([a,b]),[(a,),([b],),(WS([a]),),({a},),(5,),()])):
    for n in sorted(dir(C)):
        if n in ('__class__','__init_subclass__','__subclasshook__','__new__','__getattribute__','__setattr__','__delattr__','__dir__','__dict__','__doc__','__module__','__weakref__','__hash__','__abstractmethods__','__slots__','__sizeof__','__reduce_ex__','__getstate__','_abc_impl','__annotations__','__firstlineno__','__static_attributes__','__match_args__','__class_getitem__','__reduce__','_abc_registry','__deepcopy__','_remove','pop'): continue
        for p in args:
            try: x=mk(); f=getattr(x,n)
            except BaseException as e: print(C.__name__,n,type(e),e); break
            if not callable(f): continue
            def call():
                r=f(*p)
                if hasattr(r,'__next__'): r=list(r)
                if isinstance(r,(set,)) : r=sorted(r,key=str)
                if isinstance(r,(Spy,)): r=(type(r).__name__,)
                if isinstance(r,weakref.ref): r=r()
                return r if not isinstance(r,list) else [i() if isinstance(i,weakref.ref) else i for i in r] if C is not WS else sorted(map(str,[i() if isinstance(i,weakref.ref) else i for i in r]))

            log.clear()
            try: r=call()
            except BaseException as e: r=(type(e).__name__,str(e))
            print(C.__name__,n,re.sub('0x[0-9a-f]+','0x',str(p)),re.sub('0x[0-9a-f]+','0x',str(r)),log)
    for f in (len,list,iter,bool,copy.copy):
        x=mk()
        log.clear()
        try: r=f(x)
        except BaseException as e: r=(type(e).__name__,str(e))
        print(C.__name__,f.__name__,type(r),log)
    bare=C.__new__(C)
    for n in sorted(dir(C)):
        if n in ('__class__','__init_subclass__','__subclasshook__','__new__','__getattribute__','__setattr__','__delattr__','__dir__','__dict__','__doc__','__module__','__weakref__','__hash__','__abstractmethods__','__slots__','__sizeof__','__reduce_ex__','__getstate__','_abc_impl','__annotations__','__firstlineno__','__static_attributes__','__match_args__','__class_getitem__','__reduce__','_abc_registry','__deepcopy__','_remove','pop'): continue
        for p in args[:2]+args[-1:]:
            try:
                bare=C.__new__(C)
                r=getattr(bare,n)(*p)
                if hasattr(r,'__next__'): r=list(r)
            except BaseException as e: r=(type(e).__name__,str(e))
            print('bare',C.__name__,n,re.sub('0x[0-9a-f]+','0x',str(p)),re.sub('0x[0-9a-f]+','0x',str(r)) if type(r) is tuple else type(r).__name__)
