"""What goes when a class statement fails, and when."""
import sys
class Noisy:
    def __init__(s,t): s.t=t
    def __del__(s): print("~",s.t)
def t(f):
    try: f()
    except Exception as e: print(type(e).__name__, e)
    print("--")
def f1():
    class X(int, dict): a = Noisy(1)
def f2():
    class X(object, int): a = Noisy(2)
def f3():
    class X(bool): a = Noisy(3)
def f4():
    class X:
        a = Noisy(4)
        __slots__ = ("a",)
def f5():
    class X:
        a = Noisy(5)
        __slots__ = ("9",)
def f6():
    class X:
        a = Noisy(6)
        __qualname__ = 5
def f7():
    class S:
        def __set_name__(*a): 1/0
    class X:
        a = Noisy(7)
        s = S()
def f8():
    class B:
        def __init_subclass__(c): 1/0
    class X(B):
        a = Noisy(8)
def f9():
    class M(type):
        def mro(c): 1/0
    class X(metaclass=M):
        a = Noisy(9)
def f10():
    class M(type):
        pass
    class N(type): pass
    class A(metaclass=M): pass
    class X(A, metaclass=N):
        a = Noisy(10)
def f11():
    class X:
        a = Noisy(11)
        raise ValueError
def f12():
    class X(int):
        a = Noisy(12)
        __slots__ = "q",
for f in (f1,f2,f3,f4,f5,f6,f7,f8,f9,f10,f11,f12): t(f)
