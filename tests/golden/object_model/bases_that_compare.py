# Bases that say what they equal are compared with the forms of typing that look for themselves among the bases.
import re
import typing


class Eq:
    def __eq__(s,o): print('eq', re.sub(' at 0x.*>', '>', str(o))); return False
    def __mro_entries__(s,b): return ()
e=Eq()


def t(f):
    try: print(re.sub('0x[0-9a-f]+', '0x', str(f())))
    except BaseException as e: print(type(e).__name__, e)
T=typing.TypeVar('T')
def f():
    class S[T](e): pass
    return S.__mro__
t(f)
def f():
    class S[T](e,int): pass
    return S.__mro__
t(f)
def f():
    class S(e,typing.Generic[T]): pass
    return S.__mro__, S.__orig_bases__
t(f)
def f():
    class S(typing.Generic[T],e): pass
    return S.__mro__
t(f)
def f():
    class S(typing.Protocol[T],e): pass
    return S.__mro__
t(f)
def f():
    class S(e,typing.Protocol[T]): pass
    return S.__mro__
t(f)
def f():
    class S(typing.List[int],e): pass
    return S.__mro__
t(f)
def f():
    class S(e,typing.List[int],typing.Generic[T]): pass
    return S.__mro__
t(f)
def f():
    class S(e,typing.NamedTuple): pass
    return S.__mro__
t(f)
def f():
    class S(e,typing.TypedDict): pass
    return S.__mro__
t(f)


class E2(Eq):
    __mro_entries__=None
    def __init__(s,*a): print('made', a[:1])
e=E2()
def f():
    class S[T](e): pass
    return type(S)
t(f)
def f():
    class S(e,typing.Generic[T]): pass
    return type(S)
t(f)
