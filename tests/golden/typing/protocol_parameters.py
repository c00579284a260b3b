"""Protocol[...] beside Generic[...] and type parameters."""
from typing import *
T0=TypeVar('T0');T1=TypeVar('T1')
class G(Protocol[T1]): pass
class F(Generic[T1]): pass
for bases in ['G[T1], Protocol[T0]','F[T1], Protocol[T0]','G[T1],Protocol','G[T0],G','Protocol[T0],Generic[T0]','Generic[T0],Protocol[T0]','Protocol[T0],Generic[T0,T1]','F[T1],Generic[T0]','G[int],Protocol[T0,T1]', 'Protocol[T1,T0],Generic[T0,T1]']:
    try:
        exec(f'class Q({bases}): pass'); print(bases, Q.__parameters__, Q.__mro__)
    except TypeError as e: print(bases, e)
class O[T](Protocol[T]): pass
print(O.__parameters__, O.__orig_bases__)
try:
    class Q[A](Generic[T0]): pass
except TypeError as e: print(e)
