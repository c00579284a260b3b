import binascii
from binascii import *
def t(s):
    try: print(s, '->', eval(s))
    except BaseException as e: print(s, '!', type(e).__name__, e)
for s in r'''a2b_base64('é')
a2b_base64(1)
b2a_base64(b'abc', newline=False), b2a_base64(b''), b2a_base64(b'a')
b2a_base64('abc')
a2b_hex('a')
a2b_hex('zz')
a2b_hex(b'aB')
a2b_hex('é')
a2b_hex(1)
unhexlify('0g')
hexlify(b'abcdef', '-', 2), hexlify(b'abcdef', b':', -3), b2a_hex(b'ab', sep='_')
hexlify(b'a', 'ab')
hexlify('a')
crc32(b'abc'), crc32(b'abc', 5), crc32(b'abc', -1), crc32(b'abc', 2**40), crc32(bytes(range(256)) * 9)
crc_hqx(b'abc', 0), crc_hqx(b'abc', 70000), crc_hqx(b'', -1), crc_hqx(bytes(range(256)), 9)
crc_hqx(b'abc')
crc32('a')
b2a_uu(b'abc'), b2a_uu(b''), b2a_uu(b'', backtick=True), b2a_uu(b'\0\0', backtick=True), b2a_uu(b'a'*45)
b2a_uu(b'a'*46)
a2b_uu(b''), a2b_uu(b'#86)C\n'), a2b_uu('#86)C'), a2b_uu(b'#86\n)C')
a2b_uu(b'\x7f')
a2b_uu(b'#86)C!!')
a2b_uu(b'#\x07')
Error, Incomplete, Error.__mro__, Incomplete.__mro__
crc32(b'', 'a')
[a2b_uu(b2a_uu(bytes(range(n)))) == bytes(range(n)) for n in range(46)].count(False)
[a2b_base64(b2a_base64(bytes(range(n)))) == bytes(range(n)) for n in range(99)].count(False)'''.split('\n'): t(s)
# Every short text over a few characters
def texts(alphabet, longest):
    found = ['']
    for text in found:
        if len(text) < longest:
            found += [text + c for c in alphabet]
    return found
for strict in (False, True):
    results = {}
    for text in texts('aZ/=!', 5):
        try: result = a2b_base64(text, strict_mode=strict)
        except Error as e: result = str(e)
        results.setdefault(result, []).append(text)
    for result in sorted(results, key=repr): print(strict, result, len(results[result]), results[result][:3], results[result][-1])
for header in (False, True):
    results = {}
    for text in texts('=4a_\n\r', 4):
        results.setdefault(a2b_qp(text, header), []).append(text)
    for result in sorted(results): print(header, result, len(results[result]), results[result][:3])
for options in range(8):
    names = dict(quotetabs=bool(options & 1), istext=bool(options & 2), header=bool(options & 4))
    h = 0
    for text in texts('=. \t\n\r_a', 4):
        out = b2a_qp(text.encode(), **names)
        h = crc32(out, h)
        if len(text) == 4 and text[0] == '.' and text[1] in ' \n\r' and text[2] in '\t_': print(names, repr(text), out)
    for n in range(60, 90):
        for tail in (b'', b'\n', b'\xff', b' ', b' \n', b'\r\nx', b'.\n', b'..'):
            h = crc32(b2a_qp(b'x' * n + tail + b'y' * 80 + b'\r\n', **names), h)
    print(names, h)
