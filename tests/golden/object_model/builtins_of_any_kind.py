# Names that are looked up in a __builtins__ of any kind.


def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__,e)


class B:
    def __getitem__(s,k): print('B',k); return 7 if k=='zz' else [][k]


class D(dict):
    def __missing__(s,k): return 8


for b in (5,[],None,B(),D(),{},{'zz':1},object(),"abc"):
    t(lambda: eval("zz",{"__builtins__":b}))
    t(lambda: eval("zz",{"__builtins__":b},{}))
    t(lambda: exec("def f(): return zz\nprint(f())",{"__builtins__":b,'print':print}))
    t(lambda: exec("class C: print(zz)",{"__builtins__":b,'print':print}))
    t(lambda: exec("zz=3;del zz;zz",{"__builtins__":b,'print':print}))
    t(lambda: exec("import os",{"__builtins__":b,'print':print}))
    t(lambda: exec("assert 0",{"__builtins__":b,'print':print}))
    t(lambda: eval("[zz for i in (1,)]",{"__builtins__":b}))
    t(lambda: eval("(lambda:zz)()",{"__builtins__":b}))
    t(lambda: eval("lambda:zz",{"__builtins__":b}).__builtins__ is b)
