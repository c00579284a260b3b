"""How many arguments the code of comprehensions and of the scopes of type parameters takes."""

import types


def codes(code):
    for const in code.co_consts:
        if isinstance(const, types.CodeType):
            yield const
            yield from codes(const)


SOURCE = """
def none[U](): pass
def positional[U](a=1, *, c): pass
def keyword[U](*, c=3): pass
def both[U](a=3, *, c=3): pass
def default[U=int](x: U) -> U: pass
def default_and_positional[U=int](a=1): pass
class C[T]:
    def none[U](self): pass
    def both[U](self, x=1, *, y=2): pass
type A[T: int] = T
class Z:
    y = (lambda: i for i in ())
async def h():
    return (j async for j in q)
"""
for code in codes(compile(SOURCE, "f", "exec")):
    print(code.co_qualname, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount,
          code.co_varnames, code.co_nlocals)

function = types.FunctionType((i for i in ()).gi_code, {})
for args, kwargs in ((), {}), ((iter([1]),), {}), ((), {".0": iter([1])}), ((1, 2), {}), ((1,), {".0": 2}):
    try:
        print(list(function(*args, **kwargs)))
    except TypeError as error:
        print(error)


def positional[U](a=1, *, c): return a, c
def keyword[U](*, c=3): return c
def both[U](a=4, *, c=5): return a, c
def none[U](a): return a


print(positional(c=2), keyword(), both(), none(1))
print(positional.__defaults__, positional.__kwdefaults__, keyword.__defaults__, keyword.__kwdefaults__)
print(both.__defaults__, both.__kwdefaults__, none.__defaults__, none.__kwdefaults__)
