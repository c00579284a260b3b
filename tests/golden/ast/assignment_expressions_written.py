"""The value of an assignment expression is written in parentheses unless it is an atom."""
import ast

for value in ("1", "-1", "not b", "1 or b", "b + 1", "b < c", "b if c else d", "lambda: 1", "f(1)", "(1, 2)", "[1]",
              "b.c", "b[1]", "b ** 2", "(c := 1)", "'s'", "{1}", "(x for x in y)", "f'{a}'"):
    print(ast.unparse(ast.parse(f"(a := {value})")), ast.unparse(ast.parse(f"f(a := {value})")),
          ast.unparse(ast.parse(f"[a := {value}]")))
same = (1, 2)


class Sub(tuple):
    pass


sub = Sub(same)
print(same.__getnewargs__()[0] is same, same.__reduce_ex__(2)[1][1] is same)
print(type(sub.__getnewargs__()[0]), sub.__reduce_ex__(2)[1][1:])
