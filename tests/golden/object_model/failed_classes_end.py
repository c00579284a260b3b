# Classes whose making fails late come to their end as others do; sets whose subclasses say what they iterate over.
import sys, gc
sys.unraisablehook=lambda u: print('  unraisable', type(u.exc_value).__name__, u.exc_value)
class Meta(type):
    def __del__(self): print('  del', type(self).__name__, ascii(getattr(self,'__name__',None)))
def t(n, f):
    try: f(); print(n,'ok')
    except BaseException as e: print(n, type(e).__name__, e)
    gc.collect()
class BadMro(Meta):
    def mro(cls): raise ValueError('mro')
class BadMro2(Meta):
    def mro(cls): return [5]
class BadMro3(Meta):
    def mro(cls): return 5
class BadInit(Meta):
    def __init__(cls,*a): raise ValueError('init')
class SN:
    def __set_name__(self,o,n): raise ValueError('sn')
class IS:
    def __init_subclass__(cls, **k): raise ValueError('is')
class A: pass
class B(A): pass
class NB(type): 
    pass
cases={
'qual':lambda: Meta('X',(),{'__qualname__':5}),
'cell':lambda: Meta('X',(),{'__classcell__':5}),
'doc':lambda: Meta('X',(),{'__doc__':5}),
'docs':lambda: Meta('X',(),{'__doc__':'\ud800'}),
'slots':lambda: Meta('X',(),{'__slots__':5}),
'slots2':lambda: Meta('X',(),{'__slots__':('a','a b')}),
'slots3':lambda: Meta('X',(),{'__slots__':('a',),'a':1}),
'slots4':lambda: Meta('X',(int,),{'__slots__':('a',)}),
'slots5':lambda: Meta('X',(A,),{'__slots__':('__dict__',)}),
'slots6':lambda: Meta('X',(),{'__slots__':('__dict__','__dict__')}),
'name':lambda: Meta('X\0',(),{}),
'name2':lambda: Meta(5,(),{}),
'name3':lambda: Meta('\ud800',(),{}),
'bases':lambda: Meta('X',(5,),{}),
'bases2':lambda: Meta('X',(bool,),{}),
'bases3':lambda: Meta('X',(A,A),{}),
'bases4':lambda: Meta('X',(A,B),{}),
'bases5':lambda: Meta('X',(int,str),{}),
'badmro':lambda: BadMro('X',(),{}),
'badmro2':lambda: BadMro2('X',(),{}),
'badmro3':lambda: BadMro3('X',(),{}),
'badinit':lambda: BadInit('X',(),{}),
'sn':lambda: Meta('X',(),{'a':SN()}),
'is':lambda: Meta('X',(IS,),{}),
'kw':lambda: Meta('X',(),{},k=1),
'key':lambda: Meta('X',(),{5:6}),
'abs':lambda: Meta('X',(),{'__abstractmethods__':5}),
'module':lambda: Meta('X',(),{'__module__':5}),
'new':lambda: Meta('X',(),{'__new__':5}),
'cg':lambda: Meta('X',(),{'__class_getitem__':5}),
'ok':lambda: Meta('X',(),{}),
'class':lambda: Meta('X',(),{'__class__':5}),
'mod':lambda: Meta('X',(),{'__classdictcell__':5}),
'tp':lambda: Meta('X',(),{'__type_params__':5}),
'sa':lambda: Meta('X',(),{'__static_attributes__':5,'__firstlineno__':'a'}),
}
for n,f in cases.items(): t(n,f)
class Q:
    __qualname__='q.r'; __module__=property(lambda s:5)
print(str(Q())[:20].split(' at')[0], repr(Q)[:20])
class Q2:
    __qualname__='q.r'; __module__='builtins'
print(str(Q2())[:20].split(' at')[0], repr(Q2)[:20])
class Q3:
    __qualname__='q.r'
    del __module__
print(str(Q3())[:20].split(' at')[0], repr(Q3)[:20])
Q4=type('Q4',(),{'__module__':None,'__qualname__':'a.b'})
print(str(Q4())[:20].split(' at')[0], repr(Q4)[:20])
class S(set):
    def __iter__(self): yield from (1,11)
class F(frozenset):
    def __iter__(self): yield from (1,11)
for c in S,F:
    s=c([5,6])
    print(s.__reduce__(), s.copy(), s|set(), s.union([7]), sorted(set(s)), sorted(list(s)), s==c([5,6]), len(s), repr(s), s<={5,6,7}, s.issubset([5,6]), {5,6}<=s, {5}.union(s), {5}.update(s), {5}|s, {5}.issuperset(s), frozenset(s), s.isdisjoint([1]), {1}.isdisjoint(s), {5}.intersection(s), {5}&s, {5}.difference(s), {5,1}-s, {5,1}^s, {1,5}.symmetric_difference(s))
    import copy, pickle
    print(copy.copy(s)==c([1,11]), pickle.loads(pickle.dumps(s)).__len__())
