import functools, collections
def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
class C0(functools.partial): pass
class C3:
    a = 1
C3.__getattribute__ = C0.__getattribute__
print(C0.__getattribute__, C3.__dict__['__getattribute__'])
t(lambda: C3().a)
t(lambda: C3().b)
t(C0.__getattribute__, C3(), 'a')
class C4: pass
C4.__setattr__ = functools.partial.__setattr__
def f(): C4().x = 5
t(f)
C4.__delattr__ = functools.partial.__delattr__
def f(): del C4().x
t(f)
class C5(dict): pass
C5.__getattribute__ = collections.OrderedDict.__getattribute__
t(lambda: C5().x)
C5.__getattribute__ = collections.defaultdict.__getattribute__
t(lambda: C5().keys)
class C6(list): pass
C6.__getattribute__ = reversed.__getattribute__
C6.__repr__ = reversed.__reduce__
C6.__len__ = dict.__len__
C6.__iter__ = tuple.__iter__
C6.__hash__ = str.__hash__
C6.__eq__ = dict.__eq__
C6.__call__ = functools.partial.__call__
for g in (repr, len, list, hash, lambda o: o == o, lambda o: o(), lambda o: o.a, lambda o: o[0], lambda o: o < o, bool, str): t(g, C6())
class C7(int): pass
for g in (lambda o: o+1, lambda o: 1+o, lambda o: [1][o], bool, lambda o: o<1, format, str, float, int, lambda o: -o, hex): t(g, C7(0))
class C7(int): pass
C7.__add__ = float.__add__; C7.__index__ = float.__int__; C7.__bool__ = float.__bool__; C7.__lt__ = list.__lt__; C7.__format__ = str.__format__; C7.__str__ = bytes.__str__; C7.__float__= float.__float__; C7.__int__ = float.__int__
for g in (lambda o: o+1, lambda o: 1+o, lambda o: [1][o], bool, lambda o: o<1, format, str, float, int, lambda o: -o, hex): t(g, C7(0))
