"""Errors of starred arguments: wording, and when they come."""
def f(*a, **k): pass
def t(s):
    try: print(s, '->', eval(s))
    except Exception as e: print(s, '->', type(e).__name__, e)
class M:
    def keys(self): return 5
class It:
    def __iter__(self): raise TypeError("own")
class It2:
    __iter__ = None
class GI:
    def __getitem__(self, i): raise TypeError('gi')
def z(): return 1/0
for s in ["f(*1)","f(*1, k=1)","f(*1, k=z())","f(1,*1)","f(1,*1, 2)","f(*1, *z())","f(*1, **z())","f(*1, **{})","f(*(), *1)", "f(*It())", "f(1,*It())", "f(*It2())", "f(1,*It2())","f(*GI())","f(*GI(),2)","f(**1)","f(**M())","f(a=1,**1)","f(a=1, **{'a':2})","f(**{'a':1}, **{'a':2})","f(**{1:2})","f(*[1], **{1:2})","f(**{'a':1}, a=2)","f(a=1, **{1:2}, **z())","f(**1, b=z())","f(**1, **z())","[*1]","{*1}","(*1,)","{**1}","f(x for x in 1)","f(*(x for x in 1))","f(**{'a':1}, **1)","len(*1)","len(*[1],*1)","print(**1)","(lambda:0)(*1)","f(*1 if z() else 2)", "M(*1)", "M().x(*1)","M().keys(*1)","M().keys(**1)","5(*1)","5(**1)","f(*[1],2,*None)","f(*1,**1)","f(2,*1,**1)","f(**1,**{1:2})","f(*[],a=1,a2=z(),**1)","f(z(), *1)","f(*None, z())", "f(**{'a':1},**{'a':2},**z())"]:
    t(s)

