"""Looking members up by values that there are not, and what _missing_ may do."""

import enum
def T(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__, e, type(e.__context__).__name__, e.__context__, type(e.__cause__))
class E(enum.Enum):
    a = 1
    b = 2
T(E.a.__new__, E.a)
T(E.a.__new__, 5)
T(E.a.__new__, E.a, E.a)
T(E.a.__new__, E)
T(E.a.__new__, E, 7)
T(E.a.__new__, int, 7)
T(E.a.__new__, E.a, 7)
class F(enum.Flag):
    a = 1
    b = 2
T(F.a.__new__, F.a, 7)
T(F.a.__new__, F.a, 1)
T(F.a.__new__, F.a, [])
T(F.__new__, F, 9)
T(F.__new__, F, 's')
class N(enum.Enum): pass
T(N.__new__, N, 3)
T(enum.Enum.__new__, enum.Enum, 3)
T(enum.Enum.__new__, N, [])
T(enum.Enum.__new__, int, [])
T(enum.Enum.__new__, E, [])
for m in ('raise ValueError("q")', 'raise KeyError("q")', 'return 5', 'return cls.a', 'return None', 'return 1/0', 'raise ValueError from 1/0'):
    ns={}
    exec(f'''
import enum
class E(enum.Enum):
    a = 1
    @classmethod
    def _missing_(cls, v):
        {m}
''', ns)
    T(ns['E'], 12)
    T(ns['E'], [])
    class G: 
        def __repr__(self): 1/0
    T(ns['E'], G())
