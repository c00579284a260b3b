"""Suggestions for NameError, UnboundLocalError, AttributeError and ImportError."""
import sys, math
def show(f):
    try: f()
    except Exception as error: sys.excepthook(type(error), error, None)
counter, Counter_, total_value, x1 = 1, 2, 3, 4
class Account:
    balance = 1
    _private = 2
    def __init__(self): self.owner, self.number_of_items = "me", 2
    def deposit(self): pass
    def use_self(self): return deposit()
    def use_self_attr(self): return owner
    def use_unknown(self): return nothing_like_it
    @classmethod
    def on_class(cls): return balance
    @staticmethod
    def static(): return balance
a = Account()
def local():
    first_name = 1
    return first_nme
def unbound():
    value = valeu
def closure():
    enclosed = 1
    def inner(): return enclosd, enclosed
    inner()
def param(argument): return arguement
for f in (lambda: conter, lambda: Counter, lambda: totl_value, lambda: pritn, lambda: lenght, lambda: x, lambda: x2, lambda: xyzzy, lambda: Tru, lambda: none, lambda: NULL, lambda: false, lambda: math_, lambda: os, lambda: re, lambda: json.loads, lambda: time, lambda: itertools, lambda: sys_, lambda: rang, lambda: prnt, lambda: Print, lambda: exeption, lambda: ValueErorr, lambda: __nam__, lambda: a_very_long_name_that_matches_nothing_at_all,
          lambda: a.balanc, lambda: a.blance, lambda: a.Deposit, lambda: a.ownr, lambda: a.private, lambda: a.__int__, lambda: a.number_of_item, lambda: a.xyz, lambda: Account.balence, lambda: "".uper, lambda: [].apend, lambda: [].push, lambda: {}.itmes, lambda: {}.has_key, lambda: (1).imagg, lambda: math.sqr, lambda: math.squareroot, lambda: sys.pathh, lambda: None.foo, lambda: print.__nam__, lambda: a.deposit.__nam__, lambda: setattr(a.balanc, "x", 1), lambda: delattr(a, "balanc"),
          a.use_self, a.use_self_attr, a.use_unknown, Account.on_class, Account.static, local, unbound, closure, lambda: param(1), lambda: exec("from sys import modlues"), lambda: exec("from sys import completely_unknown"), lambda: exec("import maths"), lambda: exec("import sys.pathh"), lambda: exec("from sys import pth, path"), lambda: exec("a.blance = 1; a.balnce"), lambda: exec("del conter"), lambda: a.__getattribute__("balanc"), lambda: getattr(a, "balanc"), lambda: object.__getattribute__(a, "balanc"), lambda: super(Account, a).__ini__, lambda: Account.__nme__, lambda: type(a).__mor__):
    show(f)
e = NameError("name 'x' is not defined")
sys.excepthook(NameError, e, None)
e = NameError("custom text", name="counte")
sys.excepthook(NameError, e, None)
e = AttributeError("custom text", name="balanc", obj=a)
sys.excepthook(AttributeError, e, None)
e = ImportError("custom", name="math", name_from="sqr")
sys.excepthook(ImportError, e, None)
class Dir:
    def __dir__(self): return ["suggestion", 5, "another"]
show(lambda: Dir().sugestion)
class BadDir:
    def __dir__(self): raise ValueError
show(lambda: BadDir().anything)
class GetAttr:
    fallback = 1
    def __getattr__(self, name): raise AttributeError(name)
show(lambda: GetAttr().fallbck)
class GetAttr2:
    fallback = 1
    def __getattr__(self, name): raise AttributeError("own text", name=name, obj=self)
show(lambda: GetAttr2().fallbck)
