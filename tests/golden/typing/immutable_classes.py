"""The classes of type parameters cannot be changed; aliases make unions; generic classes pickle under old names."""

import typing
def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return f"{type(e).__name__}: {e}"
type A = int
type B = str
print(type(A|B), A|B, type(A|int))
T=typing.TypeVar("T")
for c in typing.TypeAliasType, typing.TypeVar, typing.ParamSpec, typing.TypeVarTuple, typing.ParamSpecArgs, typing.ParamSpecKwargs, typing.Generic, typing.NoDefault, type(typing.NoDefault), typing.Union, typing.Any:
    print(c, type(c), attempt(setattr, c, "x", 1), attempt(lambda: c.__flags__ & (1<<8|1<<9|1<<10)))
print(attempt(lambda: type("X",(typing.TypeVar,),{})))
print(attempt(lambda: type(typing.NoDefault)(1)),attempt(lambda: type(typing.NoDefault)()))
print(attempt(setattr, T, "__name__", 3), attempt(setattr,A,"x",1), attempt(setattr,T,"x",1))
class C(typing.Generic[T]): pass
print(attempt(setattr, C, "__bases__", (dict,)))
class C[T]: pass
print(C.__base__, C.__bases__)
print(attempt(setattr, C, "__bases__", (dict,)))
print(list(typing.Generic.__dict__), typing.Generic.__basicsize__, typing.Generic.__dictoffset__)
print(attempt(delattr, typing.Generic, "__class_getitem__"))
import pickle, typing, collections.abc, copyreg
T = typing.TypeVar('T')
for p in range(6):
    print(pickle.loads(pickle.dumps(collections.abc.Callable[[int], T], p)), pickle.loads(pickle.dumps(typing.Callable[[int], T], p)), pickle.loads(pickle.dumps(typing.List[T], p)))
