"""How a class statement runs: bases, keywords, metaclass, namespace, hooks."""
log = []
class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        log.append(("prepare", name, [b.__name__ for b in bases], kw))
        return {"from_prepare": 1}
    def __new__(mcls, name, bases, ns, **kw):
        log.append(("new", name, sorted(k for k in ns if not k.startswith("__")), kw))
        return super().__new__(mcls, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        log.append(("init", name, kw))
        super().__init__(name, bases, ns)
    def __call__(cls, *args, **kw):
        log.append(("call", cls.__name__, args, kw))
        return super().__call__(*args, **kw)
    def __setattr__(cls, name, value):
        log.append(("setattr", name))
        super().__setattr__(name, value)
class A(metaclass=Meta, option=1):
    x = log.append("body")
    def __init__(self, v): self.v = v
class B(A, other=2):
    y = from_prepare
a = A(5)
A.z = 1
print(*log, sep="\n"); log.clear()
print(type(B) is Meta, B.y, B.from_prepare, a.v)
class Hooked:
    subclasses = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.subclasses.append((cls.__name__, tag))
class S1(Hooked): pass
class S2(Hooked, tag="t"): pass
class S3(S2): pass
print(Hooked.subclasses)
class Named:
    def __set_name__(self, owner, name): log.append(("set_name", owner.__name__, name))
class WithNames:
    one = Named()
    two = three = Named()
WithNames.later = Named()
type("Dynamic", (), {"d": Named()})
print(log)
for source in ["class X(tag=1): pass", "class X(Hooked, bad=1): pass", "class X(5): pass", "class X(int, str): pass", "class X(bool): pass", "class X(object, A): pass", "class X(A, A): pass", "class X(type(None)): pass", "class X(lambda: 0): pass", "class X(metaclass=5): pass", "class X(metaclass=lambda *a, **k: a[0]): print('X is', end=' ')\nprint(X)", "class X(*[A], **{'option': 3}): pass", "class M2(type): pass\nclass X(A, metaclass=M2): pass", "class X(type(lambda: 0)): pass", "class X(range): pass", "class X(...): pass", "class X(slice): pass", "class X(type(len)): pass", "class X(super): pass", "class X(property, staticmethod): pass", "class X(list, dict): pass", "class X(Exception, int): pass", "class X(Exception, KeyError): pass", "class X(KeyError, Exception): pass"]:
    try:
        exec(source)
    except TypeError as error:
        print(source.replace("\n", "; "), "->", error)
class BadPrepare(type):
    @classmethod
    def __prepare__(mcls, name, bases): return 5
try:
    class Y(metaclass=BadPrepare): pass
except TypeError as error:
    print(error)
class BadName:
    def __set_name__(self, owner, name): raise ValueError("no")
try:
    class Z: attr = BadName()
except ValueError as error:
    print(error, error.__notes__)
