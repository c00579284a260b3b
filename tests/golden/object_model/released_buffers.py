"""Bytes of classes with a __buffer__ of their own; what __release_buffer__ raises is not told to anybody."""

class N(bytes):
    __buffer__ = lambda self, flags: 5
def T(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
o = N(b'abc')
T(lambda: b'abc'.count(o))
T(lambda: o < b'b')
T(lambda: o == b'b')
class N(bytearray):
    __buffer__ = lambda self, flags: 5
o = N(b'abc')
T(lambda: b'abc'.count(o))
T(lambda: o < b'b')
T(lambda: o == b'b')
T(lambda: int(o, 16))
T(lambda: float(o))
T(lambda: float(N(b'1')))
T(lambda: int.from_bytes(o))
import sys
sys.unraisablehook = lambda u: print("unraisable", type(u.exc_value).__name__, u.exc_value, u.err_msg, type(u.object).__name__)
def T(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
class C:
    def __buffer__(self, flags): return memoryview(b'abc')
    def __release_buffer__(self, m): 1/0
o = C()
m = memoryview(o); T(m.release)
def f():
    with memoryview(o) as m: return m[0]
T(f)
class D(bytearray):
    def __buffer__(self, flags): return super().__buffer__(flags)
    def __release_buffer__(self, m): print('rel'); super().__release_buffer__(m)
T(lambda: bytes(D(b'x')))
