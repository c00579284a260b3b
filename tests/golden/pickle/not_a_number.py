"""The bytes of what is not a number are the same, however it came to be."""
import struct,array,pickle,math,copy
n=float('nan'); m=float('nan')
def h(x): return x.hex() if isinstance(x,(bytes,bytearray)) else repr(x)
a=array.array('d',[0.0]); a[0]=m
mv=memoryview(bytearray(8)).cast('d'); mv[0]=m
print(h(struct.pack('>d',n)),h(struct.pack('>d',m)),h(array.array('d',[n,m]).tobytes()),h(a.tobytes()),h(mv.tobytes()),h(struct.pack('d',math.copysign(m,-1))),h(struct.pack('d',-m)),h(struct.pack('f',m)),h(struct.pack('e',m)))
for p in range(6): print(h(pickle.dumps(m,p)),h(pickle.dumps([m,complex(m,m)],p)))
class F(float): pass
print(h(pickle.dumps(F(m),2)), h(struct.pack('d',F(m))),h(struct.pack('d',abs(m))),h(struct.pack('d',m+1)),h(struct.pack('d',complex(m,1).real)))
print(h(struct.pack('d',struct.unpack('d',b'\x01\0\0\0\0\0\xf8\x7f')[0])), h(struct.pack('d',array.array('d',b'\x01\0\0\0\0\0\xf8\x7f')[0])), h(struct.pack('d',pickle.loads(pickle.dumps(m,2)))))
