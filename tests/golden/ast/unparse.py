"""Trees as text, and trees compiled."""
import ast

texts = '''\
x = (yield 1)
a, *b = c = (1, 2)
del a[1:2, ::3], b.c
f(*a, k=1, **d)[0].x
lambda x, /, y=1, *a, z, **k: (x, y)
a if b else c if d else e
not (a and b or c) and (not d)
-x ** -y + (a + b) * c - (d - e)
(a := 5) + 1
[x async for x in y if a if b]
{**a, 'b': 1, **c}
{1, 2} | set()
f"a{x!r:>{w}}b{{}} {'q'} {d['k']}" f'{x=}'
"it's" + 'say "hi"' + "both ' and \\""
b'bytes' + b"\\x00"
1e400 - 3j + ...
1 .real + 1.5.real
x: int = 1
(x): int
type A[T: int, *Ts, **P] = dict[T, int]
a < b <= c is not d not in e
await_ = [*a, *b]
print((yield))
'''
for text in texts.splitlines():
    tree = ast.parse(text) if "yield" in text or "async" in text else ast.parse(text)
    print(ast.unparse(tree))
print(ast.unparse(ast.parse('''
@deco(1)
class C[T](Base, metaclass=M):
    """Doc \\\\ string."""
    async def f(self, *, a: int=1) -> None:
        async with a as b, c:
            await x
        async for i in y: pass
        else: return (1, 2)
    def g():
        try:
            raise A from B
        except* (E, F) as e: ...
        else: pass
        finally:
            global q; nonlocal_ = 1
        while 1:
            if a: break
            elif b: continue
            else:
                with open(f): assert x, 'm'
match x:
    case [1, *rest] | {'a': b, **c} if d: pass
    case A.B(1, k=-2) as e: pass
    case None | (1 as y): pass
    case _: import a.b as c, d; from ..e import f as g
''')))
print(ast.unparse(ast.BinOp(ast.Name("a"), ast.Mult(), ast.Tuple([ast.Constant(1)]))), ast.unparse(ast.arguments(args=[ast.arg("x")])) if False else "")
tree = ast.parse("def f(n):\n\n    return [n * i for i in range(3)]\n\nresult = f(2)")
space = {}
exec(compile(tree, "made", "exec"), space)
print(space["result"], space["f"].__code__.co_firstlineno, space["f"].__code__.co_filename)
class Double(ast.NodeTransformer):
    def visit_Constant(self, node): return ast.copy_location(ast.Constant(node.value * 2), node)
print(eval(compile(ast.fix_missing_locations(Double().visit(ast.parse("1 + 2 * 3", mode="eval"))), "e", "eval")))
exec(compile(ast.Interactive([ast.Expr(ast.Constant("shown"), lineno=1, col_offset=0)]) if False else ast.parse("'shown'", mode="single"), "s", "single"))
for make, mode in ((lambda: ast.Module([], []), "eval"), (lambda: ast.Expression(ast.Name("x")), "eval"), (lambda: ast.Expression(ast.Constant(object(), lineno=1, col_offset=0)), "eval"), (lambda: ast.parse("1"), "single")):
    try:
        compile(make(), "x", mode)
    except Exception as error:
        print(type(error).__name__, error)
try:
    exec(compile(ast.parse("\n\n1/0"), "lines", "exec"))
except ZeroDivisionError as error:
    print(error.__traceback__.tb_next.tb_lineno)
