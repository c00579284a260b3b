"""What can't be pickled or unpickled, and in which words."""
import pickle, io
class A:
    def __init__(s): s.x=1
class S:
    __slots__=('a','__dict__')
def t(f):
    try: print(f())
    except BaseException as e: print(type(e), str(e).split(' at 0x')[0])
def loc():
    def g(): pass
    class L: pass
    return g, L
g,L=loc()
def moved(): pass
m2=moved
def moved(): pass
for p in (0,2,4):
    t(lambda: pickle.dumps(lambda:1,p))
    t(lambda: pickle.dumps(g,p))
    t(lambda: pickle.dumps(L(),p))
    t(lambda: pickle.dumps((i for i in []),p))
    t(lambda: pickle.dumps(io,p))
    class B: __module__='nomod'
    B.__qualname__='B'
    t(lambda: pickle.dumps(B,p))
    class R:
        def __reduce__(s): return 3
    t(lambda: pickle.dumps(R(),p))
    R.__reduce__=lambda s: (1,)
    t(lambda: pickle.dumps(R(),p))
    R.__reduce__=lambda s: (1,())
    t(lambda: pickle.dumps(R(),p))
    R.__reduce__=lambda s: (int,3)
    t(lambda: pickle.dumps(R(),p))
    R.__reduce__=lambda s: (int,(),None,3)
    t(lambda: pickle.dumps(R(),p))
    R.__reduce__=lambda s: (int,(),None,None,3)
    t(lambda: pickle.dumps(R(),p))
    R.__reduce__=lambda s: "nope"
    t(lambda: pickle.dumps(R(),p))
    R.__reduce__=lambda s: (int,(),None,None,None,3)
    t(lambda: pickle.dumps(R(),p))
t(lambda: pickle.dumps(1,9))
t(lambda: pickle.dumps(1,-1))
t(lambda: pickle.loads(b''))
t(lambda: pickle.loads(b'\x80\x09.'))
t(lambda: pickle.loads(b'?'))
t(lambda: pickle.loads(b'.'))
t(lambda: pickle.loads(b'K'))
t(lambda: pickle.loads(b'cfoo\nbar\n.'))
t(lambda: pickle.loads(b'cio\nbar\n.'))
t(lambda: pickle.loads(b't.'))
t(lambda: pickle.loads(b'h\x01.'))
t(lambda: pickle.loads(b'Pxx\n.'))
t(lambda: pickle.loads(b'I'))
t(lambda: pickle.loads(b'Ix\n.'))
t(lambda: pickle.loads(b'X\x05\0\0\0ab.'))
t(lambda: pickle.loads(b'\x82\x01.'))
t(lambda: pickle.loads('a'))
t(lambda: pickle.load(3))
t(lambda: pickle.dump(3,3))
t(lambda: pickle.Pickler(3))

