def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e, type(e.__context__).__name__)
class B:
    def __init__(self, r): self.r = r
    def __buffer__(self, flags):
        if self.r == 0: return 5
        if self.r == 1: raise KeyError(9)
        if self.r == 2: return memoryview(b'12')
        m = memoryview(b'1'); m.release(); return m
import re, binascii, hashlib, struct, io, os, codecs, array, base64
fs = dict(startswith=lambda o: b'abc'.startswith(o), endswith=lambda o: b'abc'.endswith((o,)), join=lambda o: b'a'.join([o]), bajoin=lambda o: bytearray(b'a').join([o]),
 concat=lambda o: b''+o, baconcat=lambda o: bytearray()+o, find=lambda o:b'a'.find(o), count=lambda o:b'a'.count(o), split=lambda o:b'a'.split(o), partition=lambda o:b'a'.partition(o), replace=lambda o:b'a'.replace(o,b''),
 strip=lambda o:b'a'.strip(o), translate=lambda o:b'a'.translate(o), maketrans=lambda o:bytes.maketrans(o,o), removeprefix=lambda o:b'a'.removeprefix(o), contains=lambda o:o in b'a', fill=lambda o:b'a'.ljust(3,o), extend=lambda o: bytearray().extend(o), iadd=lambda o: bytearray().__iadd__(o), setslice=lambda o: bytearray().__setitem__(slice(0,0),o),
 percent=lambda o: b'%b' % o, percents=lambda o: b'%s' % o, percentc=lambda o: b'%c' % o, fromhex=lambda o: bytes.fromhex(o), frombytes=lambda o:int.from_bytes(o), bytesn=lambda o: bytes([o]), ord=lambda o:ord(o), mv=lambda o: memoryview(o)[0], resub=lambda o: re.sub(b'a', b'', o), rematch=lambda o: re.match(b'1', o), hexl=lambda o: binascii.hexlify(o), md5=lambda o: hashlib.md5(o).hexdigest(), unpack=lambda o: struct.unpack('b',o), bio=lambda o: io.BytesIO(o).read(), write=lambda o: io.BytesIO().write(o), decode=lambda o: codecs.decode(o), utf8=lambda o: codecs.utf_8_decode(o), strd=lambda o: str(o,'utf8'), arr=lambda o: array.array('b', o), eq=lambda o:b''==o, eq2=lambda o:bytearray()==o, lt=lambda o:bytearray()<o, mveq=lambda o: memoryview(b'1')==o, fmt=lambda o: '%s' % (o.r,), lstr=lambda o:bytes(o), baof=lambda o:bytearray(o), intb=lambda o:int(o), intbase=lambda o:int(o,10), flt=lambda o:float(o), cplx=lambda o:complex(o), ev=lambda o:eval(o), ex=lambda o:exec(o),  modd=lambda o: "a%d"%o, crc=lambda o: binascii.crc32(o), b64=lambda o: base64.b64encode(o), splitl=lambda o: b'a'.rsplit(o), idx=lambda o: b'1'.index(o), cnt=lambda o: bytearray(b'1').count(o), mod2=lambda o: bytearray(b'%b') % o, hexs=lambda o: o.hex(), open=lambda o: open(o), imul=lambda o: b'' * o, iter=lambda o: list(o), ucs=lambda o: 'a'.join(o), enc=lambda o: codecs.escape_decode(o), rec=lambda o: re.compile(o), recm=lambda o: re.compile(b'1').findall(o), mvc=lambda o: memoryview(o).cast("B")[0])
for n, f in fs.items():
    for r in range(4):
        print(n, r, end=' '); t(f, B(r))
