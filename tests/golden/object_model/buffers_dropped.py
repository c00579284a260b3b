# A memoryview that ends without release() tells its object all the same.
import gc
class B:
    def __init__(self): self.d = bytearray(b'abc')
    def __buffer__(self, flags):
        print('get', flags); return memoryview(self.d)
    def __release_buffer__(self, v): print('release', v.nbytes)
b = B()
m = memoryview(b); m.release(); print('1')
m = memoryview(b); del m; print('2')
m = memoryview(b); n = m[1:]; del m; print('kept'); del n; print('3')
m = memoryview(b); n = memoryview(m); m.release(); print('kept?'); n.release(); print('4')
bytes(b); print('5')
bytearray(b); print('6')
b''.join([b, b'x']); print('7')
bytearray(5)[0:2] = b; print('8')
b'abc' == b; print('9')
b'a' in memoryview(b); print('10')
b'abc'.find(b); print('11')
int.from_bytes(b, 'big'); print('12')
m = memoryview(b); l = [m]; l.append(l); del m, l; gc.collect(); print('13')
try: float(b)
except ValueError as e: print('no float')
print('16')
m = memoryview(b); b2 = m.obj; print(b2 is b); del m; print('17')
def f():
    m = memoryview(b)
    raise ValueError
try: f()
except ValueError as e: print('e')
print('18')
with memoryview(b) as m: print('in')
print('19')
class R(B):
    def __release_buffer__(self, v): raise ValueError('rel')
import sys
sys.unraisablehook = lambda u: print('unraisable', u.exc_value, u.err_msg)
m = memoryview(R()); del m; print('20')
m = memoryview(R())
try: m.release()
except ValueError as e: print('raised', e)
print('21')
m = memoryview(b); c = m.cast('b'); d = m.toreadonly(); del m, c; print('k'); del d; print('22')

import weakref
class B:
    def __buffer__(self, flags): return memoryview(b'abc')
    def __release_buffer__(self, v): print('release')
b=B()
m = memoryview(b); o = m.obj
t = type(o)
print(t, t.__mro__, t.__module__, list(vars(t)), t.__flags__ & (1<<10), t.__flags__&(1<<14), t.__basicsize__)
try: t()
except TypeError as e: print(e)
try: weakref.ref(o)
except TypeError as e: print(e)
try: class_ = type('X', (t,), {})
except TypeError as e: print(e)
print(gc.is_tracked(o), [type(x).__name__ for x in gc.get_referents(o)])
m.release(); print('r1'); 
m=memoryview(b); o=m.obj; del m; print('x'); del o; print('y')
class NR:
    def __buffer__(self, flags): return memoryview(b'abc')
m=memoryview(NR()); print(type(m.obj)); m.release(); 
class BB(bytearray):
    def __buffer__(self, flags): return super().__buffer__(flags)
m=memoryview(BB(b'x')); print(type(m.obj)); m.release()
class BC(bytearray):
    def __release_buffer__(self, v): print('rel', type(v)); super().__release_buffer__(v)
m=memoryview(BC(b'x')); print(type(m.obj)); m.release(); print('done'); m = memoryview(BC(b'q')); del m
m=memoryview(BC(b'x')).cast('b'); del m
