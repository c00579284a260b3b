"""What a member that can't be made leaves behind: causes, contexts, notes."""

import enum
class X(Exception):
    pass
def show(e):
    return (type(e).__name__, str(e), getattr(e,'__notes__',None), type(e.__cause__), type(e.__context__), e.__suppress_context__)
keep = X("me"); keep.z = 1
class B:
    def __init__(self, *a): raise keep
try:
    class E(B, enum.Enum):
        A = 1
except Exception as e: print(show(e), e is keep)
class R:
    def __init__(self, *a): pass
try:
    class E(range, enum.Enum):
        A = 1
except Exception as e: print(show(e))
try:
    class E(complex, enum.Enum):
        A = 1, 2, 3
except Exception as e: print(show(e))
class BN:
    def __new__(cls, *a): return object.__new__(cls)
    def __init__(self, x): pass
try:
    class E(BN, enum.Enum):
        A = 1, 2, 3
except Exception as e: print(show(e))
class BN:
    def __new__(cls): return object.__new__(cls)
try:
    class E(BN, enum.Enum):
        A = 1, 2, 3
except Exception as e: print(show(e))
class BI(int):
    def __new__(cls, v):
        if v is None: raise ValueError("x")
        return int.__new__(cls, 1)
class E(BI, enum.Enum):
    A = 3
print(E.A)
class BJ(str):
    def __new__(cls, *v): return str.__new__(cls, "1")
    def __init__(self, x):
        if type(self) is BJ: raise ValueError('oh')
try:
    class E(BJ, enum.Enum):
        A = 3
except Exception as e: print(show(e))
class Bad:
    def __set_name__(self, o, n): raise ValueError("mine")
    def __get__(self, *a): pass
try:
    class E(enum.Enum):
        A = 3
        b = Bad()
except Exception as e: print(show(e))
class Bas:
    def __init_subclass__(cls): raise keep
try:
    class E(Bas, enum.Enum):
        A = 3
except Exception as e: print(show(e), e is keep)
class Bas:
    def __init_subclass__(cls): e = X("N"); e.add_note("q"); raise e
try:
    class E(Bas, enum.Enum):
        A = 3
except Exception as e: print(show(e), e is keep)
class Big(BaseException): pass
class Bas:
    def __init_subclass__(cls): raise Big
try:
    class E(Bas, enum.Enum):
        A = 3
except BaseException as e: print(show(e), e is keep)
class Two(Exception):
    def __init__(self, a, b): pass
class Bas:
    def __init_subclass__(cls): raise Two(1, 2)
try:
    class E(Bas, enum.Enum):
        A = 3
except BaseException as e: print(show(e), e is keep)
def f():
  try: 1/0
  except ZeroDivisionError:
    class E(enum.Enum):
        A = 3
        b = Bad()
try: f()
except Exception as e: print(show(e), show(e.__context__))
