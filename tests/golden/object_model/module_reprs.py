"""The repr of modules asks for their attributes as a program would."""

import types, sys, re
def T(f, *a):
    try: print(re.sub('0x[0-9a-f]+', '0x', str(f(*a))))
    except BaseException as e: print(type(e).__name__, e, type(e.__context__).__name__)
M = types.ModuleType
a = M('a'); T(repr, a)
a.__file__ = ('x', 'y'); T(repr, a)
a.__file__ = 5; T(repr, a)
a.__file__ = None; T(repr, a)
a.__loader__ = 5; T(repr, a)
a.__loader__ = type('L', (), {'__repr__': lambda s: 'ldr'})(); T(repr, a)
a.__file__='f'; T(repr, a)
a.__spec__ = 5; T(repr, a)
a.__spec__ = types.SimpleNamespace(name='s', origin=None, loader=None, has_location=False); T(repr, a)
a.__spec__ = types.SimpleNamespace(name='s', origin='o', loader=None, has_location=False); T(repr, a)
a.__spec__ = types.SimpleNamespace(name='s', origin='o', loader=None, has_location=True); T(repr, a)
a.__spec__ = types.SimpleNamespace(name=5, origin=7, loader=None, has_location=3); T(repr, a)
a.__spec__ = None
del a.__file__, a.__loader__
a.__name__ = 5; T(repr, a)
del a.__name__; T(repr, a)
a.__file__ = 'q'; T(repr, a)
del a.__dict__['__file__'], a.__spec__, a.__dict__['__doc__']; T(repr, a)
a.__getattr__ = lambda n: ('g', n)
T(repr, a)
a.__getattr__ = lambda n: 'g'
T(repr, a)
a.__getattr__ = lambda n: 1/0
T(repr, a)
class S(M):
    def __getattr__(self, n): return 'mg33'
T(repr, S('mod'))
class S(M):
    def __getattr__(self, n): return ('mg33', n)
T(repr, S('mod'))
class S(M):
    def __getattr__(self, n): print(n); raise AttributeError(n)
T(repr, S('mod'))
class S(M):
    def __getattr__(self, n): print(n); 1/0
T(repr, S('mod'))
class S(M):
    def __getattribute__(self, n): print(n); 1/0
T(repr, S('mod'))
class S(M):
    def __getattribute__(self, n): print(n); return 'x'
T(repr, S('mod'))
T(str, S('mod'))
class S(M):
    def __init__(self): pass
T(repr, S())
class S(M):
    __getattr__ = None
    def __init__(self): pass
T(repr, S())
class S(M):
    __getattr__ = None
T(repr, S('mod'))
s=S('mod'); s.__loader__ = object(); del s.__spec__
T(repr, s)
class S(M):
    __spec__ = 5
    __file__ = 7
    __name__ = 'w'
    __loader__ = 6
    __class__ = int
T(repr, S('mod'))
s=S('mod'); s.__dict__.clear(); T(repr, s)
class S(M):
    __file__ = property(lambda s: 1/0)
T(repr, S('mod'))
class S(M):
    __loader__ = property(lambda s: 1/0)
T(repr, S('mod'))
class S(M):
    __spec__ = property(lambda s: 1/0)
T(repr, S('mod'))
class S(M):
    __name__ = property(lambda s: 1/0)
T(repr, S('mod'))
class S(M):
    __file__ = type('F', (), {'__repr__': lambda s: 1/0})()
T(repr, S('mod'))
a = M('a'); a.__spec__ = sys.__spec__; T(repr, a)
import builtins; T(repr, builtins)
