import builtins, collections, functools, operator, types
def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)

class R:
    def __rpow__(self, o, m=None): return ('rpow', o, m)
class P:
    def __pow__(self, o, m=None): return ('pow', o, m)
class N:
    def __pow__(self, o, m=None): return NotImplemented
class IR(int):
    def __rpow__(self, o, m=None): return ('irpow', o, m)
class IP(int):
    def __pow__(self, o, m=None): return ('ipow', int(o), m)
class I(int): pass
class F(float): pass
class RP(R, P): pass
class Z: pass
values = (R(), P(), N(), IR(2), IP(2), I(2), F(2), RP(), Z(), 2, 2.0, 2j, 'a', True)
def shown(v): return tuple(map(shown, v)) if type(v) is tuple else v if type(v) in (int, float, complex, str, bool) else type(v).__name__
for a in values:
    for b in values:
        for m in values:
            try: print(shown((a, b, m)), shown(pow(a, b, m)))
            except BaseException as e: print(shown((a, b, m)), type(e).__name__, e)
