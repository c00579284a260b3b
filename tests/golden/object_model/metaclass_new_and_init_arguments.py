"""object.__new__ and object.__init__ complain about arguments nobody takes."""
def report(f):
    try:
        print(type(f()).__name__)
    except TypeError as e:
        print(e)
class N:
    def __new__(cls, *args): return object.__new__(cls, *args)
class I:
    def __init__(self, *args): object.__init__(self, *args)
class NI(N):
    def __init__(self, *args): super().__init__(*args)
class OnlyNew:
    def __new__(cls, x): return super().__new__(cls)
class OnlyInit:
    def __init__(self, x): super().__init__()
for cls in (N, I, NI, OnlyNew, OnlyInit):
    report(lambda: cls())
    report(lambda: cls(1))
    report(lambda: cls(1, 2))
report(lambda: object.__init__(OnlyNew(1), 2))
report(lambda: object.__new__(OnlyInit, 3))
