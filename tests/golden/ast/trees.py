"""Trees of every kind of node, with their places; walking, changing and evaluating them."""
import ast

SOURCE = '''
@deco(1)
async def f[T: int, *Ts, **P](a, /, b: str = "x", *args: *Ts, c, d=2, **kw) -> None:
    "doc"
    global g
    async for i in aiter(a): await i
    async with a as b, c: return
    yield; x = yield 1; yield from y

class C(B, metaclass=M):
    x: int = 1
    (y): int
    del a.b, a[1:2, ::3], [c, (d, e)]
    a = b, *c = {1: 2, **d}
    a //= -1 if not b else ~c
    type A[T = int] = list[T]

def g():
    nonlocal n
    for (a, b), *c in d:
        continue
    else:
        break
    while a < b is not c not in d: pass
    if a: 1
    elif b: 2
    elif c: 3
    else: 4
    try: raise E from e
    except (A, B) as err: pass
    except: raise
    else: assert a, "no"
    finally: pass
    try: pass
    except* A: pass
    with (a as b, c): pass
    import a.b as c, d
    from ..m import x as y, z
    from . import *
    return lambda a, *b, c=1, **d: (a and b or c, a @ b ** c, (z := 3), ...)

match a:
    case 1 | -2 | "s" | None | True: pass
    case [a, *_, b] | (c, *d) if x: pass
    case {"k": v, **rest}: pass
    case C(1, x=2) as q: pass
    case m.n: pass
    case _: pass
[x for x in y if a if b]; {x async for x in y}; {k: v for k, v in z}; (i for i in j for k in l)
f"a{b!r:>{w}}c{d=}" "e" f'{f"{g}"}', u"u" 'x', b"b" b"c", 1_0, 0x1f, 1e3, 2j
print(*a, **b, end="")
'''

tree = ast.parse(SOURCE)
print(ast.dump(tree, indent=1, include_attributes=True))
print(ast.dump(ast.parse("a + 1", mode="eval"), annotate_fields=False))
print(ast.dump(ast.parse("a\n", mode="single")))
print([type(node).__name__ for node in ast.walk(ast.parse("a if b else c(d)"))])

for text in ["{'a': [1, 2.5], 'b': {(3,)}}", "-1", "1 + 2j", "set()", "f()", "x", "[1] * 3", "1 +", "None"]:
    try:
        print(text, "->", ast.literal_eval(text))
    except (ValueError, SyntaxError) as error:
        print(text, "->", type(error).__name__, str(error).partition(": ")[0])


class Names(ast.NodeVisitor):
    def visit_Name(self, node):
        print(node.id, type(node.ctx).__name__, node.lineno, node.col_offset)
        self.generic_visit(node)


class Fold(ast.NodeTransformer):
    def visit_Name(self, node):
        return ast.copy_location(ast.Constant(5), node)

    def visit_Pass(self, node):
        return None


Names().visit(ast.parse("a = b.c[d]\ndel e"))
print(ast.dump(Fold().visit(ast.parse("if a + b: x; pass"))))
print(ast.get_docstring(ast.parse("def f():\n  '''one\n     two'''").body[0]))
print(repr(ast.get_source_segment("x = (1 +\n  22)", ast.parse("x = (1 +\n  22)").body[0].value)))
print(ast.dump(ast.fix_missing_locations(ast.Expr(ast.Name("x", ast.Load()))), include_attributes=True))
print(ast.dump(ast.Call(ast.Name("f"), keywords=[ast.keyword("k", ast.Constant(1))])))
print(ast.FunctionDef._fields, ast.expr._attributes, ast.Name.__doc__, ast.If._field_types)
print(ast.Name("a", ctx=ast.Store()).__class__.__mro__)
for make in (lambda: ast.Name("a", 1, 2), lambda: ast.Name("a", id="b")):
    try:
        make()
    except TypeError as error:
        print(error)
