"""What partition() gives for the separator: the object itself, where it is of use."""

class S(str): pass
class B(bytes): pass
class BA(bytearray): pass
for v,seps in (('a-b',('-',S('-'),S('x'))),(S('a-b'),('-',S('-'),S('x'))),(b'a-b',(b'-',B(b'-'),bytearray(b'-'),memoryview(b'-'),B(b'x'))),(B(b'a-b'),(b'-',b'x')),(bytearray(b'a-b'),(b'-',bytearray(b'-'),BA(b'-'),b'x')),(BA(b'a-b'),(b'-',b'x'))):
    for s in seps:
        for m in ('partition','rpartition'):
            r=getattr(v,m)(s); print(type(v).__name__,type(s).__name__,m,[type(x).__name__ for x in r], r[1] is s, r[0] is v, r[2] is v)
