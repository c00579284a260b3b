"""asend, athrow and aclose warn when nobody awaits them."""
async def gen():
    yield 1
def a(): gen().asend(None)
def b(): gen().athrow(ValueError)
def c(): gen().aclose()
def d(): gen().__anext__()
for f in (a,b,c,d): f()
g=gen()
x=g.asend(None)
try: x.send(None)
except StopIteration as e: print(e.value)
del x
x=g.asend(None); x.close(); del x
x=g.aclose()
try: x.throw(ValueError)
except ValueError as e: print(repr(e))
del x, g
print('done')
