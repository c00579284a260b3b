# Comparisons of instances of subclasses that have overridden some of them, or put others in their place.
import enum, collections
class I(int): pass
class I2(int):
    def __eq__(s,o): print('I2.eq'); return int.__eq__(s,o)
    __hash__=int.__hash__
class I3(int):
    def __lt__(s,o): print('I3.lt'); return NotImplemented
    def __radd__(s,o): print('I3.radd'); return 7
class I4(I):
    def __gt__(s,o): print('I4.gt'); return 'gt'
    def __add__(s,o): print('I4.add'); return NotImplemented
class S(str): pass
class S2(str):
    def __ne__(s,o): print('S2.ne'); return 'ne'
class T(tuple): pass
class T2(T):
    def __ge__(s,o): print('T2.ge'); return NotImplemented
    def __eq__(s,o): print('T2.eq'); return NotImplemented
class L(list): pass
NT=collections.namedtuple('NT','a b')
class E(enum.IntEnum): A=1; B=2
class SE(enum.StrEnum): A='a'
class O: pass
class O2(O):
    def __eq__(s,o): print('O2.eq'); return NotImplemented
class O3:
    def __ne__(s,o): print('O3.ne'); return NotImplemented
class O4(O):
    __eq__ = object.__eq__
class Foreign:
    __eq__ = int.__eq__
    __lt__ = str.__lt__
class Crossed(int):
    __lt__ = int.__gt__
    __eq__ = int.__ne__
class CrossedText(str):
    __eq__ = str.__ne__
    __le__ = str.__gt__
import operator as op
values = [1, 2**70, True, 1.0, None, I(1), I(2**70), I2(1), I3(1), I4(1), Crossed(1), 'a', S('a'), S2('a'), S('b'),
          CrossedText('a'), (1, 2), T((1, 2)), T2((1, 2)), NT(1, 2), [1], L([1]), E.A, E.B, SE.A, O(), O2(), O3(), O4(), Foreign()]
def name(x): return type(x).__name__
for f in (op.eq, op.ne, op.lt, op.le, op.gt, op.ge):
    for a in values:
        out = ''
        for b in values:
            try:
                f(a, b)
                r = f(a, b)
            except TypeError: r = 'e'
            out += {True: 'T', False: 'F'}.get(r, r if isinstance(r, str) else '?')
        print(f.__name__, name(a), out)
def loop(a, b):
    return [(a == b, a != b) for _ in range(3)]
o = O()
print(loop(o, o), loop(o, O()), loop(O(), None), loop(None, O()))
O.__eq__ = lambda s, x: 'patched'
print(loop(o, o), loop(None, o), o != 1)
del O.__eq__
print(loop(o, None))
