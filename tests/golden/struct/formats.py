import struct
from struct import *

class I:
    def __index__(self): return 5
class BadI:
    def __index__(self): raise ValueError('bad')

for o in ['', '<', '>', '=', '!', '@']:
    for c in 'bBhHiIlLqQnNP?efd':
        for v in ['0', '-1', '5', '-2**70', '2**70', '127', '128', '-128', '-129', '300', '2**15', '2**16', '2**31', '2**32-1', '2**32',
                  '2**63', '2**64-1', '2**64', '-2**63', '-2**63-1', '1.5', '-0.0', '1e300', '1e-8', '65519.9', '65520.0',
                  'float("nan")', 'float("-inf")', 'I()', 'BadI()', "'a'", 'True', 'None', '2**2000']:
            try:
                packed = pack(o + c, eval(v))
                print(o + c, v, packed, unpack(o + c, packed))
            except Exception as e:
                print(o + c, v, '!', type(e).__name__, e)
    print(o, [calcsize(o + f) for f in ('', 'bi', 'ib0i', 'b0q', 'bhx', 'b3sq', 'hhi', '3x2bd', 'bxbxi')])
