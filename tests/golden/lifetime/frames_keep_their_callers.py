"""The frames of finished functions keep their callers', and what those hold."""

import gc
import sys
import traceback

gc.disable()



class O:
    def __init__(s,n): s.n=n
    def __del__(s): print('del',s.n)
saved=[]
def inner():
    o=O('inner')
    try: raise ValueError
    except ValueError as e: saved.append(e)
def outer():
    o=O('outer'); inner(); print('outer ends')
outer(); print('after outer')
e=saved.pop(); tb=e.__traceback__; f=tb.tb_frame
while f: print(f.f_code.co_name, f.f_lineno, sorted(k for k in f.f_locals if k in('o','e'))); f=f.f_back
del e, tb; print('done')
def fr(): o=O('fr'); return sys._getframe()
def callfr(): o=O('callfr'); return fr()
f=callfr(); print(f.f_code.co_name, f.f_back.f_code.co_name, f.f_back.f_back.f_code.co_name, f.f_lineno, f.f_back.f_lineno)
f.clear(); print(f.f_locals, f.f_back.f_locals.keys()); del f; print('x')
def gen():
    o=O('gen'); yield sys._getframe(); 
def user():
    o=O('user'); g=gen(); f=next(g); print(f.f_back); list(g); return f
f=user(); print(f.f_back.f_code.co_name, *f.f_locals, *f.f_back.f_locals); del f; gc.collect()
def rec(n):
    if n: return rec(n-1)
    return sys._getframe()
f=rec(500); n=0
while f: n+=1; f=f.f_back
print(n)
def r2(n):
    if n: r2(n-1)
    else: raise KeyError
try: r2(800)
except KeyError as e: x=e
f=x.__traceback__
while f.tb_next: f=f.tb_next
f=f.tb_frame; n=0
while f: n+=1; f=f.f_back
print(n); del x, f
class C:
    def m(s):
        raise TypeError('m')
def cc():
    c=C(); c.o=O('attr')
    try: c.m()
    except TypeError as e: return e.__traceback__.tb_next.tb_frame
f=cc(); print(f.f_back.f_code.co_name, f.f_back.f_back.f_code.co_name, f.f_back.f_lineno); del f; gc.collect()
def closure():
    o=O('closure')
    def inn(): return sys._getframe(), o
    return inn()[0]
f=closure(); print(f.f_back.f_locals.keys()); del f
def lm(): o=O('lm'); return (lambda: sys._getframe())()
f=lm(); print(f.f_back.f_code.co_name); del f; print('end')
def comp(): o=O('comp'); return [sys._getframe() for i in range(1)][0]
f=comp(); print(f.f_back.f_code.co_name, f.f_locals.keys()); del f
def st():
    try: 1/0
    except Exception as e: return e
print(len(traceback.extract_stack(st().__traceback__.tb_frame)))
def deco(fn): return lambda *a: fn(*a)
@deco
def dd(): o=O('dd'); return sys._getframe()
f=dd(); print(f.f_back.f_code.co_name); del f


def chain(frame):
    while frame:
        yield frame.f_code.co_name
        frame = frame.f_back


def fails():
    raise ValueError


def handles():
    try:
        fails()
    except ValueError as error:
        return list(chain(error.__traceback__.tb_next.tb_frame))


print(handles())


def generator():
    try:
        yield 1
        fails()
    finally:
        print("generator ends")


def resumes(g):
    try:
        next(g)
        next(g)
    except ValueError as error:
        return error.__traceback__


g = generator()
tb = resumes(g)
while tb:
    print(tb.tb_frame.f_code.co_name, list(chain(tb.tb_frame)))
    tb = tb.tb_next
f = (lambda x: sys._getframe())(5)
f.f_locals["new"] = 6
print(f.f_locals)
f.clear()
print(f.f_locals, f.f_back.f_code.co_name)
