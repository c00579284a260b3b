"""Trees that are part of themselves."""
import ast


def t(f):
    try:
        print(f())
    except BaseException as error:
        print(type(error).__name__, error)



operand = ast.UnaryOp(op=ast.Not(), operand=None, lineno=1, col_offset=0)
operand.operand = operand
t(lambda: compile(ast.Expression(operand), "x", "eval"))
statement = ast.If(test=ast.Constant(1, lineno=1, col_offset=0), orelse=[], lineno=1, col_offset=0)
statement.body = [statement]
try:
    compile(ast.Module([statement], []), "x", "exec")
except RecursionError as error:
    print(type(error).__name__)
shared = ast.Constant(2, lineno=1, col_offset=0)
both = ast.BinOp(shared, ast.Add(), shared, lineno=1, col_offset=0)
t(lambda: eval(compile(ast.Expression(both), "x", "eval")))
