import gc, sys
gc.disable()
class Meta(type):
    def __del__(self): print("   __del__ of", type.__dict__['__name__'].__get__(self), type.__dict__['__mro__'].__get__(self), '__dict__' in dir(type))
class Meta3(Meta):
    def mro(cls): raise ValueError("mro")
class Meta4(Meta):
    def mro(cls): return [5]
class A(metaclass=Meta): pass
class B(metaclass=Meta): pass
class AB(A, B): pass
class Bad:
    def __set_name__(self): pass
class Sub(metaclass=Meta):
    def __init_subclass__(cls, **k): raise ValueError("isub")
def t(what, name, bases, ns, meta=Meta):
    print(what)
    try: meta(name, bases, ns)
    except Exception as e: print("  ", type(e).__name__, e); e=None
    gc.collect()
t("qualname", "X", (), {"__qualname__": 5})
t("classcell", "X", (), {"__classcell__": 5})
t("slots", "X", (), {"__slots__": 5})
t("slots id", "X", (), {"__slots__": ['1']})
t("slots conflict", "X", (), {"__slots__": ['a'], 'a':1})
t("slots nonempty", "X", (int,), {"__slots__": ['a']})
t("slots twice", "X", (A,), {"__slots__": ['__dict__']})
t("mro conflict", "X", (object, A), {})
t("mro conflict2", "X", (A, AB), {})
t("mro raises", "X", (), {}, Meta3)
t("mro bad", "X", (), {}, Meta4)
t("dup", "X", (A, A), {})
t("layout", "X", (int, str), {})
t("final", "X", (bool,), {})
t("set_name", "X", (), {'b':Bad()})
t("isub", "X", (Sub,), {})
t("fine", "X", (), {})
t("getitem", "X", (), {"__module__": 5})
t("slots dup", "X", (), {"__slots__": ['__weakref__','__weakref__']})
t("static", "X", (), {"__static_attributes__": 5, '__firstlineno__':'x'})
