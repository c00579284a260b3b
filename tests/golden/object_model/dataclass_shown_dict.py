# dataclass() and its kin where a metaclass shows something else as the dict of a class.
import dataclasses
import inspect
import re
import typing


def t(f):
    try: print(re.sub("0x[0-9a-f]+", "0x", str(f())))
    except BaseException as e: print(type(e).__name__, e, getattr(e,'name',0), e.__context__)
for d in (10, property(lambda c:{'a':5}), property(lambda c:{'__annotations__':{'q':int}}), property(lambda c:[(1,2)]), property(lambda c:{}), None, property(lambda c:c.zz), property(lambda c:{'__annotations__':5,'__slots__':('zz',)}),property(lambda c:{'__annotations__':type.__dict__['__name__']})):
    class M(type):
        __dict__=d
    class B(metaclass=M):
        b:int=3
    for k in ({},dict(slots=True),dict(eq=False),dict(order=True),dict(frozen=True),dict(unsafe_hash=True)):
        class C(B):
            a:int=5
        t(lambda:inspect.get_annotations(C))
        t(lambda:typing.get_type_hints(C))
        print(k,d if not isinstance(d,property) else '')
        t(lambda:dataclasses.dataclass(**k)(C))
        t(lambda:dataclasses.fields(C))
        t(lambda:C(1))
