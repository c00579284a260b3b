class D(dict):
    def __getitem__(s, k):
        print("gi", k)
        return dict.__getitem__(s, k)
d = D(a=1, print=print, dict=dict, __name__="m")
def run(s):
    print("--", s)
    try: exec(s, d)
    except BaseException as e: print(type(e).__name__, e)
run("a"); run("def f(): return a\nf()"); run("class A: a"); run("class A:\n global a\n a"); run("class A: pass"); run("[a for i in 'x']"); run("class A: [a for i in 'x']"); run("lambda: a"); run("@a\ndef f(): pass"); run("def f():\n class A: a\nf()"); run("nope"); run("def f(): nope\nf()"); run("len"); run("def f(): len\nf()"); run("def f(x: a): pass"); run("type X = a\nX.__value__"); run("def f[T: a](): pass\nf"); run("import sys"); run("def f():\n import sys\nf()"); run("x: int = 3"); run("try: 1/0\nexcept a: pass"); run("global zq\nzq = 1\nzq += 1\nzq"); run("def f():\n global zr\n zr = 1\n zr += 1\n del zr\nf()"); run("with a: pass"); run("match 3:\n case a: pass"); run("match 3:\n case a(): pass"); run("for a in [1]: a"); run("def f():\n global a\n for a in [1]: a\nf()"); run("f'{a}'"); run("assert not a"); run("print(a)"); run("def f(): print(a)\nf()\nf()"); run("super"); run("class A:\n def f(self): return super().__init__()\nA().f()"); run("def g():\n yield a\nlist(g())"); run("(a for a in [a])")
