"""Frame names: methods, lambdas, comprehensions, generators, classes, decorators, exec, properties."""
import sys
def show(f, *args):
    try: f(*args)
    except BaseException as error: sys.excepthook(type(error), error, error.__traceback__)
def boom(*a, **k): raise RuntimeError("boom")
class K:
    def method(self): boom()
    @property
    def prop(self): boom()
    @staticmethod
    def static(): boom()
    @classmethod
    def klass(cls): boom()
    def __init__(self, go=False):
        if go: boom()
    def __call__(self): boom()
    def __getitem__(self, i): boom()
    def __add__(self, o): boom()
    def __radd__(self, o): boom()
    def __iter__(self): boom()
    def __eq__(self, o): boom()
    def __contains__(self, o): boom()
    def __enter__(self): boom()
    def __exit__(self, *a): pass
    def __bool__(self): boom()
    def __len__(self): boom()
    def __str__(self): boom()
    def __hash__(self): boom()
    def __setattr__(self, n, v): boom()
    def __getattr__(self, n): boom()
    def __delitem__(self, i): boom()
    def __format__(self, s): boom()
    def __neg__(self): boom()
    def __lt__(self, o): boom()
    def __next__(self): boom()
    def __await__(self): boom()
k = K()
def gen(): yield boom()
def gen_outer(): yield from gen()
async def coro(): await coro_inner()
async def coro_inner(): boom()
def nested():
    def inner(): (lambda: boom())()
    inner()
def klass_body():
    class Body:
        x = boom()
def exec_(): exec("def g():\n    boom()\ng()")
def eval_(): eval("boom() + 1")
def decorate():
    @boom
    def f(): pass
def with_():
    with k: pass
def for_():
    for x in k: pass
def if_():
    if k: pass
def while_():
    while k: pass
def assert_(): assert k
def not_(): not k
def and_(): k and 1
def del_(): del k[0]
def set_(): k.x = 1
def del_obj(): {k: 1}
def sort_(): sorted([k, k])
def map_(): list(map(boom, [1]))
def key_(): max([1, 2], key=lambda v: boom())
def default_():
    def f(x=boom()): pass
def import_(): __import__("_not_there_at_all")
def closing():
    g = gen_close()
    next(g)
    g.close()
def gen_close():
    try: yield
    finally: boom()
def thrown():
    g = gen_plain()
    next(g)
    g.throw(ValueError("thrown"))
def gen_plain():
    yield 1
for f in (k.method, lambda: k.prop, K.static, K.klass, lambda: K(True), lambda: k(), lambda: k[0], lambda: k + 1, lambda: 1 + k, for_, lambda: k == 1, lambda: 1 in k, with_, if_, while_, assert_, not_, and_, del_, set_, lambda: k.anything, del_obj, sort_, map_, key_, default_, lambda: f"{k}", lambda: -k, lambda: k < 1, lambda: next(k), lambda: list(gen()), lambda: list(gen_outer()), lambda: coro().send(None), nested, klass_body, exec_, eval_, decorate, lambda: [boom() for _ in "a"], lambda: {boom() for _ in "a"}, lambda: {1: boom() for _ in "a"}, lambda: list(boom() for _ in "a"), import_, closing, thrown, lambda: str(k), lambda: len(k), lambda: print(k), lambda: {}[k], lambda: [k].index(1), lambda: "".join(boom() for _ in "a")):
    show(f)
