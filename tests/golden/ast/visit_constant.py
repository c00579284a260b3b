import ast
import warnings

warnings.simplefilter("always")


def shown(message, category, filename, lineno, file=None, line=None):
    print("  warning:", category.__name__, message)


warnings.showwarning = shown
tree = ast.parse("f(1, 2.5, 'a', b'b', None, True, ..., 2j)")
print("visit_Constant" in vars(ast.NodeVisitor), "visit_Constant" in vars(ast.NodeTransformer))


class Old(ast.NodeVisitor):
    def visit_Num(self, node):
        print("Num", node.value)

    def visit_Str(self, node):
        print("Str", node.value)

    def visit_Bytes(self, node):
        print("Bytes", node.value)

    def visit_NameConstant(self, node):
        print("NameConstant", node.value)

    def visit_Ellipsis(self, node):
        print("Ellipsis", node.value)


Old().visit(tree)


class Some(ast.NodeVisitor):
    def visit_Num(self, node):
        print("Num", node.value)
        return 7

    def generic_visit(self, node):
        print("generic", type(node).__name__)
        return super().generic_visit(node)


Some().visit(tree)
print(Some().visit(ast.Constant(3)), Some().visit(ast.Constant("s")))


class New(ast.NodeVisitor):
    def visit_Constant(self, node):
        print("Constant", node.value)
        return super().visit_Constant(node)

    def visit_Num(self, node):
        print("Num", node.value)


New().visit(tree)


class Doubling(ast.NodeTransformer):
    def visit_Num(self, node):
        return ast.Constant(node.value * 2)


print(ast.dump(Doubling().visit(ast.parse("a + 2 + 'x'", mode="eval"))))


class Number(int):
    pass


Old().visit(ast.Constant(Number(4)))
Old().visit(ast.Constant([1]))
Old().visit(ast.Constant((1, 2)))
Old().visit(ast.Constant(Ellipsis))


class Asking(ast.NodeVisitor):
    def __getattr__(self, name):
        print("asked for", name)
        raise AttributeError(name)


Asking().visit(ast.Constant(1))
Asking().visit(ast.Constant([]))
