"""What the default repr shows of a class whose module or names were changed."""

import re, types, sys
def m(s): return re.sub('0x[0-9a-f]+', '0x', s)
for mod in (5, None, 'builtins', 'x', property(lambda s: 5), 'a\0b'):
    class C:
        __qualname__ = 'Q.r'
    C.__module__ = mod
    class M(type):
        __module__ = 'mm'
    o = C()
    print(m(repr(o)), m(object.__repr__(o)), m("%s" % o), m(f"{o}"), m(str(C)), m(repr(super(C, o))))
    C.__name__ = 'NN'
    print(m(repr(o)), m(object.__repr__(o)), m("%s" % o), m(f"{o}"), m(str(C)), m(repr(super(C, o))))
    print(m(repr(o.__init__)), m(repr(o.__dict__)), m(repr(C.__weakref__)))
    try: o.x
    except Exception as e: print(e)
    try: o.x()
    except Exception as e: print(e)
    try: o + 1
    except Exception as e: print(e)
    try: C(1)
    except Exception as e: print(e)
    try: raise o
    except Exception as e: print(e)
    try: print(m(repr(o)))
    except Exception as e: print(e)
    try: print(m(repr(C)))
    except Exception as e: print(e)
class E(Exception):
    __module__ = 5
import traceback
print(traceback.format_exception_only(E()))
