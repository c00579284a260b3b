# What unions of weak containers ask of their operands.
import weakref
class Failing:
    def __init__(self, tag): self.tag = tag
    def __get__(self, obj, cls=None): raise AttributeError(self.tag)
def t(f):
    try: print(type(f()))
    except Exception as e: print(type(e).__name__, e, getattr(e,'name',0))
class C(weakref.WeakValueDictionary): __class__ = Failing('x')
t(lambda: C()|None)
t(lambda: {}|C())
t(lambda: C()|{})
t(lambda: {1:2}|C())
class C(weakref.WeakKeyDictionary): __class__ = Failing('x')
t(lambda: C()|None)
t(lambda: {}|C())
t(lambda: C()|{})
class C(weakref.WeakSet): __class__ = Failing('x')
t(lambda: C()|None)
t(lambda: C()|{})
t(lambda: C()|set())
t(lambda: C()<{})
t(lambda: C()<set())
t(lambda: C()==set())
