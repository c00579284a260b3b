# A class is asked for __slots__ when an instance's state is taken.
import copyreg, pickle, copy
class M(type):
    __getattr__=None
class M2(type):
    def __getattr__(cls,n):
        print('  ga',n); raise ValueError(n)
class M3(type):
    def __getattribute__(cls,n):
        if 'slot' in n or 'mro' in n: print('  gab',n)
        return super().__getattribute__(n)
for m in (M,M2,M3,type):
    C=m('C',(),{}); D=m('D',(dict,),{}); S=m('S',(),{'__slots__':('a','__b')})
    for c in C,D,S:
        globals()[c.__name__]=c
        o=c()
        for f in (lambda o:o.__getstate__(), lambda o:o.__reduce_ex__(2)[1:3], copyreg._slotnames and (lambda o:copyreg._slotnames(type(o))), lambda o: len(pickle.dumps(o)), lambda o: type(copy.copy(o)), lambda o:len(pickle.dumps([o,o])), lambda o: type(o).__dict__.get('__slotnames__')):
            try: print(m.__name__, c.__name__, f(o))
            except Exception as e: print(m.__name__, c.__name__, type(e).__name__, str(e)[:60])
