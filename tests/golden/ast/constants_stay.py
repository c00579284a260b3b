"""Trees whose constants could be taken for something else when they are compiled by way of text."""

import ast


def value(node):
    return eval(compile(ast.fix_missing_locations(ast.Expression(node)), "", "eval"), {"f": lambda x: x})


C = ast.Constant
for constant in -2, -2.5, -1j, -2 + 3j, 10**5000, -(10**5000), float("-inf"), -0.0, (-1, (-2.0,)), True:
    for make in (
        lambda c: c,
        lambda c: ast.BinOp(c, ast.Pow(), C(2)),
        lambda c: ast.BinOp(C(3), ast.Sub(), c),
        lambda c: ast.UnaryOp(ast.USub(), c),
        lambda c: ast.Attribute(c, "real", ast.Load()),
        lambda c: ast.Call(ast.Name("f", ast.Load()), [c], []),
        lambda c: ast.Compare(c, [ast.Lt()], [C(0)]),
    ):
        try:
            result = value(make(C(constant)))
            print(hash(result), type(result).__name__)
        except Exception as error:
            print(type(error).__name__, str(error)[:60])
print(ast.unparse(ast.BinOp(C(-2), ast.Pow(), C(2))), ast.unparse(C(-2)))
