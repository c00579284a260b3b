import operator, functools
def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e, type(e.__context__).__name__)
for F in ("methodcaller('m')", "methodcaller('m', k=1)", "attrgetter('b')", "attrgetter('b','c')", "itemgetter(1)", "itemgetter(1,2)"):
  f = eval('operator.'+F)

  g=f
  for h in (f, g, f.__call__, g.__call__):
   for a in [(), (1,), (1,2)]:
    for k in [{}, {'y':1}]:
        print(F, a, k, end=' ');t(h, *a, **k)
t(operator.methodcaller); t(operator.methodcaller, k=1); t(operator.attrgetter); t(operator.attrgetter, 'a', k=1); t(operator.itemgetter); t(operator.itemgetter, 1, k=1)
t(operator.attrgetter, 5); t(operator.methodcaller, 5)
