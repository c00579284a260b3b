import weakref, re, types
class D:
    def __call__(self): pass
class E: pass
d = D(); e = E()
print(sorted(set(dir(type(weakref.proxy(d)))) ^ set(dir(type(weakref.proxy(e))))))
for o in (re.match('a','a'), types.MappingProxyType({}), list[int], int|str, weakref.proxy(d), weakref.proxy(e), {}, range(3), memoryview(b'a'), type, b'a'):
    for f in (iter, reversed, lambda o: o in o, lambda o: 1 in o, list, lambda o: __import__('operator').indexOf(o, 1), lambda o: __import__('operator').countOf(o, 1),lambda o: __import__('operator').concat(o, o), lambda o: [*o], bool, len):
        try: print(type(o).__name__, type(f(o)).__name__)
        except Exception as x: print(type(o).__name__, x)
