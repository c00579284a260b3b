# Annotations in quotes are looked up in the class's module, which may not be there.
import dataclasses, typing
def t(ann, mod='nowhere', **k):
    try:
        ns = {'__annotations__': {'b': ann}, '__module__': mod}
        print(ann, [f.type for f in dataclasses.fields(dataclasses.dataclass(type('C',(),ns)))])
    except Exception as e: print(ann, type(e).__name__, e)
for a in ['x','typing.ClassVar','ClassVar','a.b','.b','','5','x y','x[','t.ClassVar','_initvar.InitVar', ' x']: t(a)
import sys
sys.modules['nowhere2']=None
for a in ['x','typing.ClassVar']: t(a,'nowhere2')
sys.modules['nowhere3']=5
for a in ['x','typing.ClassVar']: t(a,'nowhere3')
