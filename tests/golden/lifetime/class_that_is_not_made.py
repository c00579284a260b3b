import gc, weakref
gc.disable()
class Noisy:
    def __init__(self, tag): self.tag = tag
    def __del__(self): print('~', self.tag)
def attempt(what):
    try: exec(what)
    except Exception as e: print(type(e).__name__, e)
    print('after', what.splitlines()[0])
class Bad(type):
    def mro(cls): raise ValueError('mro')
attempt("class A:\n  a = Noisy('cell')\n  __classcell__ = 8")
attempt("class B(metaclass=Bad):\n  __slots__ = ('s',)\n  a = Noisy('mro')")
attempt("class C:\n  a = Noisy('slots')\n  __slots__ = ('a',)")
attempt("class D(5):\n  a = Noisy('base')")
attempt("class E:\n  a = Noisy('qualname')\n  __qualname__ = 5")
