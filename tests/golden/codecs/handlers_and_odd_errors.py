# The built-in handlers with errors whose attributes do not fit, and handlers that change the error.
import codecs
def show(f, *a, **k):
    try: r = f(*a, **k)
    except BaseException as e: return f"{type(e).__name__}: {e}"
    return ascii(r)
names = ['strict','ignore','replace','xmlcharrefreplace','backslashreplace','namereplace','surrogateescape','surrogatepass']
hs = {n: codecs.lookup_error(n) for n in names}
def mk():
    for s, e in ((0,1),(1,3),(-1,1),(-5,-2),(2,1),(1,100),(50,60),(3,3),(4,5),(0,0),(2**62,2**63-1),(-2**63,5)):
        yield f'E{s},{e}', UnicodeEncodeError('utf-8', 'a\u1234\udc80\U0001f600', s, e, 'r')
        yield f'D{s},{e}', UnicodeDecodeError('utf-8', b'a\xff\xed\xb2\x80', s, e, 'r')
        yield f'T{s},{e}', UnicodeTranslateError('a\u1234\udc80\U0001f600', s, e, 'r')
    for enc in ('utf-16', 'utf-16-le', 'utf-16be', 'utf-32', 'utf_32_be', 'utf8', 'cp65001', 'ascii', 'UTF-16LE', 'utf-7', 'utf-9', ''):
        yield 'E' + enc, UnicodeEncodeError(enc, 'a\udc80\ud800b', 1, 3, 'r')
        yield 'D' + enc, UnicodeDecodeError(enc, b'\x00\xd8\0\0\xdc\0\0\0\xed\xa0\x80', 0, 4, 'r')
        yield 'D2' + enc, UnicodeDecodeError(enc, b'\xed\xa0\x80\xed', 0, 4, 'r')
        yield 'D3' + enc, UnicodeDecodeError(enc, b'\xed\xa0\x80\xed\xa0\x80', 0, 1, 'r')
        yield 'D4' + enc, UnicodeDecodeError(enc, b'\xd8\x00\x00\xd8', 0, 2, 'r')
    for c in (UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError):
        yield 'new', c.__new__(c)
    def broken(make, **k):
        e = make()
        for a, v in k.items(): setattr(e, a, v)
        return e
    E = lambda: UnicodeEncodeError('utf-8', 'a\u1234\udc80', 1, 3, 'r')
    D = lambda: UnicodeDecodeError('utf-8', b'a\xff\xed\xb2\x80', 1, 3, 'r')
    T = lambda: UnicodeTranslateError('a\u1234\udc80', 1, 3, 'r')
    for n, m in (('E', E), ('D', D), ('T', T)):
        for obj in (None, 5, [], bytearray(b'abc')) + ((b'abc',) if n != 'D' else ('abc',)):
            yield f'{n}obj{obj!r}', broken(m, object=obj)
        for enc in (None, 5, b'utf-8'):
            yield f'{n}enc{enc!r}', broken(m, encoding=enc)
        for r in (None, 5): yield f'{n}reason{r!r}', broken(m, reason=r)
    yield 'val', ValueError(1)
    yield 'int', 5
    yield 'uni', UnicodeError('x')
    class S(UnicodeEncodeError): pass
    yield 'sub', S('utf-8', 'a\u1234', 1, 2, 'r')
for n in names:
    for what, e in mk():
        print(n, what, show(hs[n], e))
    print(show(hs[n]), show(hs[n], 1, 2))
calls = []
def change(e):
    calls.append((e.start, e.end, len(e.object)))
    if len(calls) > 3: raise KeyError('many')
    if how == 'bytes': e.object = b'xyz\xff'
    if how == 'short': e.object = b'x'
    if how == 'str': e.object = 'xyz'
    if how == 'none': e.object = None
    if how == 'del': del e.object
    if how == 'barr': e.object = bytearray(b'qqqqqqqqqqq')
    if how == 'start': e.start = 100; e.end = 200
    if how == 'cls': e.__class__ = MyE if isinstance(e, UnicodeDecodeError) else MyEE
    return ('?', pos if pos is not None else e.end)
class MyE(UnicodeDecodeError): pass
class MyEE(UnicodeEncodeError): pass
codecs.register_error('change', change)
for how in ('bytes','short','str','del','barr','start','cls'):
    for pos in (None, 1, 3, -1, 5):
        for enc, data in (('ascii', b'a\xffbc'), ('utf-8', b'a\xffbc'), ('utf-16-le', b'a\0\0\xdcb\0'), ('utf-32-le', b'a\0\0\0\0\xd8\0\0b\0\0\0'), ('unicode_escape', b'a\\xzb'), ('raw_unicode_escape', b'a\\uzzb'), ('cp1252', b'a\x81b'), ('cp1253', b'a\xaab'), ('utf-7', b'a\xffb')):
            calls = []
            print(how, pos, enc, show(data.decode, enc, 'change'), calls)
        for enc in ('ascii', 'utf-8', 'utf-16', 'cp1252', 'cp1253', 'latin-1'):
            calls = []
            print(how, pos, enc, show('a\ud800b'.encode, enc, 'change'), calls)
print(show(codecs.register_error, 'x', 5), show(codecs.register_error, 5, len), show(codecs.register_error, 'x'), show(codecs.lookup_error, 'nope'), show(codecs.lookup_error, 5), show(codecs.lookup_error, 'a\0b'), show(codecs.register_error, 'a\0', len), show(codecs.lookup_error, None))
for x in ('nope', 'a\0', '', 5, None):
    print(repr(x), show(b'\xff'.decode, 'ascii', x), show(b'a'.decode, 'ascii', x), show('\xff'.encode, 'ascii', x), show('\u1234'.encode, 'cp1253', x), show('a'.encode, 'ascii', x))
