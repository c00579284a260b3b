from __future__ import annotations, generator_stop
from __future__ import (division,
                        print_function as pf,)
"""Not a docstring any more."""
import sys
print(__doc__, annotations.getMandatoryRelease(), division.getOptionalRelease()[:2], pf.compiler_flag > 0)
def f(a: undefined_annotation, *b: [x for x in nothing]) -> undefined.too: pass
print(f.__annotations__)
class C:
    v: also.undefined[1:2] = 1
    w: "quoted"
    def m(self, p: C | None = None): return p
print(C.__annotations__, C.m.__annotations__)
n: lambda: 0
print(__annotations__)
try:
    import json_is_not_called_this as codec
except ImportError:
    codec = None
print(codec)
if sys.version_info >= (3, 13): import functools as ft
else: ft = None
print(ft.__name__)
def lazy():
    global late
    import operator as late
    from functools import reduce, partial as p
    return reduce(late.add, [1, 2, 3]), p(late.mul, 2)(5)
print(lazy(), late.__name__)
while True:
    import math
    break
try: pass
finally: from math import pi
for sys.imported in (math,): pass
print(round(pi, 2), sys.imported is math)
import functools, functools as again
print(functools is again is ft)
import collections.abc
print(collections.abc.Sized.__name__, collections.__name__)
import os.path as osp, os
print(osp is os.path)
from collections import (
    OrderedDict,
    namedtuple as nt,
)
print(OrderedDict(a=1), nt("N", "x y")(1, 2))
(lambda: exec("import itertools as made_here", globals()))()
print(made_here.__name__)
def shadows():
    try: return math.pi
    except UnboundLocalError as error: return str(error)
    import math
print(shadows())
class Local:
    import math as m
    tau = m.tau
print(round(Local.tau, 3), Local.m is math)
