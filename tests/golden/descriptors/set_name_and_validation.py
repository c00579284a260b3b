"""__set_name__, per-instance storage, and a validated field library."""
class Field:
    order = 0
    def __init__(self, default=None):
        self.default = default
        Field.order += 1
        self.order = Field.order
    def __set_name__(self, owner, name):
        self.public, self.private = name, "_" + name
        owner.fields = getattr(owner, "fields", ()) + (name,)
    def __get__(self, obj, owner=None):
        return self if obj is None else obj.__dict__.get(self.private, self.default)
    def __set__(self, obj, value): obj.__dict__[self.private] = self.check(value)
    def __delete__(self, obj):
        try: del obj.__dict__[self.private]
        except KeyError: raise AttributeError(f"{self.public} was never set") from None
    def check(self, value): return value
class Typed(Field):
    def __init_subclass__(cls, type_): cls.type_ = type_
    def check(self, value):
        if not isinstance(value, self.type_): raise TypeError(f"{self.public} wants {self.type_.__name__}, got {type(value).__name__}")
        return super().check(value)
class Int(Typed, type_=int): pass
class Str(Typed, type_=str): pass
class Positive(Field):
    def check(self, value):
        if value <= 0: raise ValueError(f"{self.public} must be positive")
        return super().check(value)
class PositiveInt(Int, Positive, type_=int): pass
class Stock:
    name = Str("unnamed")
    shares = PositiveInt(1)
    note = Field()
    def __init__(self, **kw):
        for k, v in kw.items(): setattr(self, k, v)
s = Stock(name="ACME", shares=5)
print(s.name, s.shares, s.note, vars(s), Stock.fields, Stock.name.public, Stock.shares.order)
for act in ("s.name = 5", "s.shares = -1", "s.shares = 'x'", "s.shares += 10; print(s.shares)", "del s.shares; print(s.shares)", "del s.shares", "Stock(shares=0)", "s.unknown = 1; print(s.unknown)"):
    try:
        exec(act)
    except (TypeError, ValueError, AttributeError) as error:
        print(act, "->", type(error).__name__, error)
class Sub(Stock):
    extra = Int(0)
print(Sub.fields, Stock.fields, Sub(extra=3).extra)
log = []
class Recorder:
    def __set_name__(self, owner, name, log=log): log.append((owner.__name__, name, name in vars(owner)))
class Order:
    b, a = Recorder(), Recorder()
    class Nested: n = Recorder()
    nested_instance = [Recorder()]
Order.after = Recorder()
setattr(Order, "also", Recorder())
print(log)
class WrongArity:
    def __set_name__(self): pass
try:
    class Bad: w = WrongArity()
except TypeError as error:
    print(error, error.__notes__)
class NotCallable:
    __set_name__ = 5
try:
    class Bad2: w = NotCallable()
except TypeError as error:
    print(error, error.__notes__)
class Meta(type):
    def __init__(cls, name, bases, ns):
        super().__init__(name, bases, ns)
        cls.seen = [k for k, v in ns.items() if isinstance(v, Field)]
class WithMeta(metaclass=Meta):
    f, g = Field(), Field()
print(WithMeta.seen, WithMeta.fields)
class InstanceSetName:
    def __init__(self): self.__set_name__ = lambda o, n: print("never: looked up on the type")
class I: x = InstanceSetName()
class Mutating:
    def __set_name__(self, owner, name): setattr(owner, name + "_twin", self)
class Twin: m = Mutating()
print([k for k in vars(Twin) if k[0] == "m"])
