log=[]
class S:
    def __init__(s,n): s.n=n; log.append(f'make {n}')
    def __str__(s): log.append(f'str {s.n}'); return 's'+str(s.n)
    def __repr__(s): log.append(f'repr {s.n}'); return 'r\u00e9'+str(s.n)
    def __format__(s,spec): log.append('format'); return 'f'
class T(str):
    def __str__(s): log.append('T.str'); return T('t'+s)
    def __format__(s,spec): log.append('T.format'); return 'tf'
def show(src):
    log.clear()
    try: r=eval(src); log.append(ascii(r)); log.append(type(r).__name__)
    except Exception as e: log.append(f'{type(e).__name__}: {e}')
    print(src, '->', ' | '.join(log))
show("'%s %s' % (S(1), S(2))")
show("'%r %a' % (S(1), S(2))")
show("'%5s|%-5s|%.1s|%-6.2r|' % (S(1), S(2), S(3), S(4))")
show("'%s %d' % (S(1), S(2))")
show("'%s' % (S(1), S(2))")
show("'%s %s' % (S(1),)")
show("'%s%%%s' % (S(1), S(2))")
show("'%s %s' % (*[S(1)], S(2))")
show("'%+s %05s % s %#s %0-5s|' % (S(1), S(2), S(3), S(4), S(5))")
show("'%*s %s' % (5, S(1), S(2))")
show("'%.*s %s' % (1, S(1), S(2))")
show("'%(a)s %s' % (S(1), S(2))")
show("'%ls %hs' % (S(1), S(2))")
show("'%s %' % (S(1),)")
show("'' % ()")
show("'a' % ()")
show("'a%%' % ()")
show("'%s' % (T('x'),)")
show("'%s' % T('x')")
show("'%s%s' % (T('x'), T('y'))")
show("'%5s' % (T('x'),)")
show("'%999s' % (S(1),) == ''")
show("'%1000s' % (S(1),) == ''")
show("'%.999s|' % (S(1),)")
show("'%c%s' % ('a', S(1))")
show("'%s %s' % (S(1), [][0])")
show("'%s %s' % (S(1), 1/0)")
show("b'%s %s' % (b'a', b'b')")
show("'%s %s' '%s' % (S(1), S(2), S(3))")
show("('%s %s') % ((S(1), S(2)))")
show("'%s' % ((S(1), S(2)),)")
show("'%u %i' % (1, 2)")
show("'%s\\u20ac%s' % (S(1), S(2))")
show("'%s %s' % (S(1), (lambda: S(5))())")
show("'%s %s' % ([S(i) for i in range(2)], {S(3)})")
show("'%.s|%5.s|' % (S(1), S(2))")
show("'%-s|%-0s|' % (S(1), S(2))")
def g():
    x = '%s %s' % (S(1), (yield 1))
    print(x)
    x = '%s %s' % ((yield 2), S(3))
    print(x)
for i in g(): print(i)
import sys, traceback
def places():
    for x in traceback.extract_tb(sys.exception().__traceback__):
        print(x.name, x.lineno, x.end_lineno, x.colno, x.end_colno)
class B:
    def __str__(s): 1/0
def f():
    return '%s %s' % (S(1),
       B())
try: f()
except ZeroDivisionError: places()
def f2():
    return '%s %s %d' % (S(1),
       B(), 3)
try: f2()
except ZeroDivisionError: places()
