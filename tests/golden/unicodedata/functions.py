import unicodedata as u
from unicodedata import *
def t(s):
    try: print(s, '->', ascii(eval(s)))
    except BaseException as e: print(s, '!', type(e).__name__, ascii(str(e)))
for s in '''name('a'), name('\\0', None), name('\\0', 5)
name('\\0')
name('ab')
name(1)
name()
category('ab')
category(1)
category('')
decimal('a')
decimal('a', None), decimal('5'), decimal('²', 3)
digit('a')
digit('²'), numeric('½'), numeric('五')
numeric('a')
lookup('foo')
lookup('LATIN SMALL LETTER A'), lookup(b'DIGIT ONE'), lookup('digit two')
lookup('A' * 300)
lookup(1)
lookup('é')
normalize('X', 'a')
normalize('NFC', 1)
normalize(1, 'a')
is_normalized('NFC', 'é'), is_normalized('NFD', 'é')
is_normalized('X', 'a')
[normalize(f, 'e\\u0301\\ufb01\\u1e9b\\u0323\\uac00\\u2460') for f in ('NFC', 'NFD', 'NFKC', 'NFKD')]
decomposition('é'), decomposition('a'), decomposition('가'), decomposition('ﬁ'), decomposition('\\U0002fa1d')
decomposition('')
combining('\\u0301'), mirrored('('), east_asian_width('字'), bidirectional('א'), combining('a'), mirrored('a')
unidata_version
name('가'), name('一'), lookup('HANGUL SYLLABLE GA'), lookup('CJK UNIFIED IDEOGRAPH-4E00')'''.split('\n'): t(s)
h = 0
for c in range(0, 0x110000, 7):
    c = chr(c)
    h = (h * 31 + hash((category(c) == 'Lu', combining(c), mirrored(c)))) % 1000003
    for f in (category, bidirectional, east_asian_width, decomposition):
        for x in f(c): h = (h * 31 + ord(x)) % 1000003
    h = (h * 31 + decimal(c, 77) + digit(c, 88)) % 1000003
print(h)
print([name(chr(c), '-') for c in range(0, 0x30000, 997)])
