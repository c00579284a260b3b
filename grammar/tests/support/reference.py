"""Writes CPython's trees of the sources in golden/trees in the form of dump.rs."""

import ast
import pathlib
import struct
import warnings


def dump(tree):
    out = []
    Dumper(out.append).top(tree)
    return "".join(out)


def quote(data):
    return "".join(chr(b) if b < 128 and chr(b).isalnum() else "%%%02x" % b for b in data)


class Dumper:
    def __init__(self, put):
        self.put = put

    def text(self, text):
        self.put(("-" if text is None else str(text)) + " ")

    def list(self, items, each):
        self.put("[")
        for item in items:
            each(item)
        self.put("]")

    def top(self, tree):
        if isinstance(tree, ast.Expression):
            self.node(tree.body)
        else:
            self.put(type(tree).__name__)
            self.list(tree.body, self.stmt)

    def stmt(self, node):
        self.put("\n")
        self.node(node)

    def stmts(self, body):
        self.list(body, self.stmt)

    def nodes(self, items):
        self.list(items, self.node)

    def node(self, node):
        if node is None:
            self.put("-")
            return
        name = type(node).__name__
        self.put(f"{name}@{node.lineno}:{node.col_offset}-{node.end_lineno}:{node.end_col_offset}(")
        special = getattr(self, "do_" + name, None)
        if special:
            special(node)
        else:
            for field in node._fields:
                if field not in ("ctx", "type_comment"):
                    self.value(getattr(node, field))
        self.put(")")

    def value(self, value):
        if value is None:
            self.put("-")
        elif isinstance(value, list):
            if value and isinstance(value[0], ast.stmt):
                self.stmts(value)
            elif value and isinstance(value[0], str):
                self.list(value, self.text)
            else:
                self.nodes(value)
        elif isinstance(value, (ast.operator, ast.boolop, ast.unaryop)):
            self.text(type(value).__name__)
        elif isinstance(value, ast.arguments):
            self.arguments(value)
        elif isinstance(value, ast.AST):
            self.node(value)
        else:
            self.text(value)

    def arguments(self, args):
        def parameter(pair):
            self.node(pair[0])
            self.node(pair[1])

        positional = args.posonlyargs + args.args
        defaults = [None] * (len(positional) - len(args.defaults)) + args.defaults
        split = len(args.posonlyargs)
        self.put("arguments(")
        self.list(zip(args.posonlyargs, defaults[:split]), parameter)
        self.list(zip(args.args, defaults[split:]), parameter)
        self.node(args.vararg)
        self.list(zip(args.kwonlyargs, args.kw_defaults), parameter)
        self.node(args.kwarg)
        self.put(")")

    def do_arg(self, node):
        self.text(node.arg)
        self.node(node.annotation)

    def do_alias(self, node):
        self.text(node.name)
        self.text(node.asname)

    def do_keyword(self, node):
        self.text(node.arg)
        self.node(node.value)

    def do_ImportFrom(self, node):
        self.text(node.module)
        self.nodes(node.names)
        self.text(node.level)

    def do_ExceptHandler(self, node):
        self.node(node.type)
        self.text(node.name)
        self.stmts(node.body)

    def items(self, items):
        def item(item):
            self.node(item.context_expr)
            self.node(item.optional_vars)

        self.list(items, item)

    def do_With(self, node):
        self.items(node.items)
        self.stmts(node.body)

    do_AsyncWith = do_With

    def do_Match(self, node):
        def case(case):
            self.node(case.pattern)
            self.node(case.guard)
            self.stmts(case.body)

        self.node(node.subject)
        self.list(node.cases, case)

    def do_MatchMapping(self, node):
        def item(pair):
            self.node(pair[0])
            self.node(pair[1])

        self.list(zip(node.keys, node.patterns), item)
        self.text(node.rest)

    def do_MatchClass(self, node):
        def keyword(pair):
            self.text(pair[0])
            self.node(pair[1])

        self.node(node.cls)
        self.nodes(node.patterns)
        self.list(zip(node.kwd_attrs, node.kwd_patterns), keyword)

    def do_MatchSingleton(self, node):
        self.text(repr(node.value))

    def do_MatchStar(self, node):
        self.text(node.name)

    def do_MatchAs(self, node):
        self.node(node.pattern)
        self.text(node.name)

    def comp(self, node):
        self.node(node.elt)
        self.generators(node.generators)

    do_ListComp = do_SetComp = do_GeneratorExp = comp

    def do_DictComp(self, node):
        self.node(node.key)
        self.node(node.value)
        self.generators(node.generators)

    def generators(self, generators):
        def generator(node):
            self.node(node.target)
            self.node(node.iter)
            self.nodes(node.ifs)
            self.text(node.is_async)

        self.list(generators, generator)

    def do_Dict(self, node):
        def item(pair):
            self.node(pair[0])
            self.node(pair[1])

        self.list(zip(node.keys, node.values), item)

    def do_Compare(self, node):
        def item(pair):
            self.text(type(pair[0]).__name__)
            self.node(pair[1])

        self.node(node.left)
        self.list(zip(node.ops, node.comparators), item)

    def do_Constant(self, node):
        value = node.value
        match value:
            case None | True | False:
                self.text(repr(value))
            case _ if value is ...:
                self.text("Ellipsis")
            case int():
                self.text(value if value < 2**63 else "big")
            case float():
                self.text("f" + struct.pack(">d", value).hex())
            case complex():
                self.text("j" + struct.pack(">d", value.imag).hex())
            case str():
                self.put("u" if node.kind == "u" else "s")
                self.put(quote(value.encode("utf-8", "surrogatepass")))
            case bytes():
                self.put("b" + quote(value))


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    directory = pathlib.Path(__file__).parent.parent / "golden" / "trees"
    for path in sorted(directory.glob("*.py")):
        path.with_suffix(".ast").write_text(dump(ast.parse(path.read_bytes())) + "\n")
