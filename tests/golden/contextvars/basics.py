import contextvars
from contextvars import *

def plain(text):
    first, *rest = text.split(' at 0x')
    return first + ''.join(part.lstrip('0123456789abcdef') for part in rest)

def t(s):
    try:
        result = repr(eval(s))
        print(s, '->', plain(result))
    except BaseException as e:
        print(s, '!', type(e).__name__, plain(str(e)))

v = ContextVar('v'); w = ContextVar('w', default=5); tok = v.set(1); tok2 = v.set(2); ctx = copy_context()
empty = Context()
for s in '''ContextVar()
ContextVar(1)
ContextVar('a',2)
ContextVar('a',default=2)
ContextVar('a')
ContextVar(name='a')
ContextVar('a').get()
ContextVar('a').get(3)
w.get(), w.get(3)
v.reset(1)
w.reset(tok)
ctx.run(v.reset, tok2)
v.reset(tok2)
v.get()
v.reset(tok2)
tok2
tok.old_value, tok.var, tok2.old_value, tok.MISSING, Token.MISSING
Token()
Context(1)
Context(a=1)
ctx
ctx.run()
ctx.run(ctx.run, print)
ctx['a']
ctx[w]
ctx[v]
'a' in ctx
v in ctx, w in ctx
list(ctx), len(ctx), list(ctx.items()), list(ctx.keys()), list(ctx.values())
ctx.get(v), ctx.get(w), ctx.get(w,1)
ctx.get('a')
ctx == ctx.copy(), ctx == 1, ctx != empty, ctx == empty
ctx < ctx
hash(ctx)
hash(tok)
ContextVar[int], Token[int]
Context[int]
type(ctx.keys()), type(iter(ctx)), type(ctx.items())
v.name, setattr(v,'name',1)
type(Token.MISSING)
ContextVar.__module__, Context.__module__, Token.__module__
type('X',(ContextVar,),{})
v.set()
v.get(1,2)
v == w, tok == tok
isinstance(ctx, __import__('collections.abc').abc.Mapping)
empty.run(v.get, 'unset'), empty.run(w.set, 7), empty.run(w.get), w.get()
empty.run(lambda: (copy_context().run(w.set, 9), w.get()))
empty.run(lambda: 1 / 0), len(empty)
len(empty)'''.split('\n'):
    t(s)
def fail(): raise KeyError('out')
for i in range(2):
    try: ctx.run(fail)
    except KeyError as e: print(e)
