# The descriptor of __dict__ where an object has none: its class came by it with an assignment to its bases.
import collections
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e, getattr(e,'name',0), getattr(e,'obj',0).__class__.__name__)
class P: a=1
class W:
    __slots__=('__weakref__',)
class S: __slots__=('x',)
class D(collections.defaultdict): __slots__=('x',)
class L(list): __slots__=()
class DS:
    __slots__=('__dict__',)
for C in S,D,L:
    o=C()
    try: C.__bases__+=(P,)
    except TypeError as e: print(e)
    else:
        t(lambda:o.__dict__)
        def s(): o.__dict__={}
        t(s)
        def s(): o.__dict__=5
        t(s)
        def s(): del o.__dict__
        t(s)
        def s(): o.zz=1
        t(s)
        t(lambda:vars(o))
        t(lambda:C().__dict__)
        t(lambda:P.__dict__['__dict__'].__get__(o))
        t(lambda:P.__dict__['__dict__'].__get__(5))
        t(lambda:dir(o)==sorted(set(dir(C))))
        t(lambda:o.__weakref__)
        t(lambda:C.__dictoffset__)
        import weakref
        t(lambda:weakref.ref(o))
        t(lambda:o.__getstate__())
        t(lambda:o.zz)
        t(lambda:hasattr(o,'__dict__'))
        import copy
        t(lambda:copy.copy(o).__class__)
    print([k for k in C.__mro__])
    try: C.__bases__=(C.__bases__[0],W)
    except TypeError as e: print(e)
    else:
        t(lambda:o.__weakref__); t(lambda:weakref.ref(o)); t(lambda:o.__dict__)
    try: C.__bases__=(C.__bases__[0],DS)
    except TypeError as e: print(e)
    else: t(lambda:o.__dict__); t(lambda:DS.__dict__['__dict__'].__get__(o))
