"""Assigning classes and bases: which layouts fit, and what the others are told."""
class S: __slots__=()
class T: __slots__=()
class D: pass
class W: __slots__='__weakref__',
class DD: __slots__='__dict__',
class F(float): __slots__=()
class A: __slots__='a',
for n in (S,T,D,W,DD,A,object,F,float):
    for o in (S,T,D,W,DD,A,F,float):
        class K(o): pass
        class J(o): __slots__=()
        for k in (K,J):
            try: k.__bases__=(n,); print(n.__name__,o.__name__,"ok")
            except TypeError as e: print(n.__name__,o.__name__,e)
        try: x=o(); x.__class__=n; print('  ok', n.__name__,o.__name__)
        except TypeError as e: print('  ',n.__name__, o.__name__, e)
def t(*b):
    try:
        class X(*b): pass
        print("ok", b)
    except TypeError as e: print(b, e)
t(OSError, ImportError); t(OSError, ValueError); t(ValueError, OSError); t(AttributeError, NameError); t(KeyError, AttributeError); t(BaseExceptionGroup, OSError)
class A(ValueError): pass
class B(KeyError): pass
class C(OSError): pass
for x,y in ((A,B),(A,C)):
    try: x().__class__=y; print("ok")
    except TypeError as e: print(e)
