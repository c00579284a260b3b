# What codecs make of what handlers of errors answer: no tuple, wrong types, positions that are none.
import codecs, sys
def show(f, *a, **k):
    try: r = f(*a, **k)
    except BaseException as e: return f"{type(e).__name__}: {e}"
    return ascii(r)
class Idx:
    def __init__(s, v): s.v=v
    def __index__(s): return s.v
class SubT(tuple): pass
class SubS(str): pass
class SubI(int): pass
answers = [None, 5, 'x', b'x', (), ('x',), ('x', 1, 2), (1, 1), (None, 1), ('x', 'y'), ('x', None), ('x', 1.5), ['x', 1], ('x', Idx(1)), ('x', True), SubT(('x', 2)), (SubS('x'), SubI(2)), (b'x', 1), (b'\xff', 2), (bytearray(b'x'), 1), ('x', -1), ('x', -2), ('x', -100), ('x', 100), ('x', 2**31), ('x', 2**63), ('x', -2**63), ('x', -2**70), ('', 1), ('', 3), ('x', 0), ('\ud800', 3), ('\u1234', 3), ('\U0001f600y', 3), ('\xe9', 3), (b'', 4), (b'abc', 4), (b'\xe9', 3), ('x', 4), ('x', 5), ('x', 6), ('x', 7), ('x', 8), ('x',9)]
calls = 0
answer = None
def handler(e):
    global calls
    calls += 1
    log.append((type(e).__name__, e.encoding if not isinstance(e, UnicodeTranslateError) else None, e.start, e.end, e.reason, len(e.object)))
    if calls > 4: raise KeyError('many')
    return answer
codecs.register_error('h', handler)
dec = {'ascii': b'a\xff\xfeb', 'utf-8': b'a\xff\xe1\x80b\xe1', 'utf-16': b'\xff\xfea\x00\x00\xd8b\x00\x00', 'utf-16-le': b'a\x00\x00\xdcb\x00\x00\xd8', 'utf-16-be': b'\0a\xdc\x00\0b\xd8', 'utf-32': b'\xff\xfe\0\0a\0\0\0\0\0\x11\0b\0\0\0\1', 'utf-32-le': b'a\0\0\0\0\xd8\0\0b\0\0\0\1', 'utf-32-be': b'\0\0\0a\0\x11\0\0\0\0\0b\0', 'utf-7': b'a+AB\xffb+2A', 'cp1252': b'a\x81\x8db', 'cp1253': b'a\xaa\xd2b', 'raw_unicode_escape': b'a\\uzzzb\\U00110000c\\u12', 'unicode_escape': b'a\\xzb\\N{foo}\\U00110000\\u12', 'idna': b'a\xffb', 'charmap': None, 'koi8-r': None, 'mbcs': None, 'shift_jis': None}
enc = {'ascii': 'a\xff\u1234b', 'latin-1': 'a\u1234\u1235b', 'utf-8': 'a\ud800\udc00b', 'utf-16': 'a\ud800\ud801b', 'utf-16-le': 'a\ud800\ud801b', 'utf-16-be': 'a\ud800b\udc00', 'utf-32': 'a\ud800\ud801b', 'utf-32-le': 'a\ud800b', 'utf-32-be': 'a\ud800b', 'utf-7': 'a\ud800b', 'cp1252': 'a\u1234\u1235b', 'cp1253': 'a\u1234\u1235b', 'raw_unicode_escape': 'a\ud800b', 'unicode_escape': 'a\ud800b', 'iso8859-15': 'a\u1234\u1235b', 'koi8-r': 'a\u1234b'}
for name, data in dec.items():
    if data is None: continue
    for i, answer in enumerate(answers):
        calls = 0; log = []
        print('D', name, i, show(data.decode, name, 'h'), log[:5])
for name, data in enc.items():
    for i, answer in enumerate(answers):
        calls = 0; log = []
        print('E', name, i, show(data.encode, name, 'h'), log[:5])
class M(dict):
    def __getitem__(s, k): raise LookupError
for m in ({97: None}, {97: 'q', 255: 0x110000}, {255: 1.5}, {255: 'zz'}):
  for i, answer in enumerate(answers):
    calls = 0; log = []
    print('C', i, show(codecs.charmap_encode, 'a\xff\u1234b', 'h', m), log[:5])
for m in ({97: 'A'}, 'ab', {97: 'A', 98: 0x110000}, {97: b'q'}, 'a\ufffe'):
  for i, answer in enumerate(answers):
    calls = 0; log = []
    print('CD', i, show(codecs.charmap_decode, b'ba\xff', 'h', m), log[:5])
