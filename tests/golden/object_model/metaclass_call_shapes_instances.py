"""type.__call__: __new__ then __init__, unless something else comes back."""
class A:
    def __new__(cls, *args):
        print("new", args)
        return super().__new__(cls) if args != ("other",) else "not an A"
    def __init__(self, *args): print("init", args)
A(1)
print(A("other"))
class B(A):
    def __new__(cls): return object.__new__(A)
print(type(B()).__name__)
class C(A):
    def __new__(cls): return A.__new__(C, "c")
C()
class Bad:
    def __init__(self): return 5
try:
    Bad()
except TypeError as e:
    print(e)
class Args: pass
for f in (lambda: Args(1), lambda: Args(x=1), lambda: object(1), lambda: type.__call__(Args, 1)):
    try:
        f()
    except TypeError as e:
        print(e)
class Singleton(type):
    def __call__(cls, *args):
        if "it" not in cls.__dict__: cls.it = super().__call__(*args)
        return cls.it
class S(metaclass=Singleton): pass
print(S() is S())
