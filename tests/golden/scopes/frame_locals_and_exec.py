"""f_locals, locals(), exec and comprehensions in one function."""
import sys
def h(x):
    r=[(sys._getframe().f_locals['x'], locals()) for x in [5]]
    print(r, x)
    r=[[(sys._getframe().f_locals['x'], locals()) for x in [x+1]] for x in [5]]
    print(r,x)
    print(r)
    exec("x=9"); print(x); sys._getframe().f_locals['x']=9; print(x)
    l=locals(); l['x']=3; print(x, locals() is l)
    exec("y=3"); print('y' in locals())
    exec("y=3", None, sys._getframe().f_locals); print('y' in locals(), locals().get('y'))
    print(eval('x+y',None,sys._getframe().f_locals))
    del x
    print('x' in sys._getframe().f_locals, locals().keys())
    try: sys._getframe().f_locals['x']
    except KeyError as e: print(repr(e))
    sys._getframe().f_locals['x']=4
    print(x)
h(1)
