"""Syntax trees as source text: ast.unparse()."""

import sys
import _check_tree
from _ast import *
from ast import NodeVisitor, iter_child_nodes

# How closely operators bind; what binds less closely than its place allows gets parentheses.
(_NAMED, _TUPLE, _YIELD, _TEST, _OR, _AND, _NOT, _COMPARE, _BIT_OR, _BIT_XOR, _BIT_AND, _SHIFT,
 _SUM, _PRODUCT, _SIGN, _POWER, _AWAIT, _ATOM) = range(18)

_BINARY = {
    Add: ("+", _SUM), Sub: ("-", _SUM), Mult: ("*", _PRODUCT), MatMult: ("@", _PRODUCT),
    Div: ("/", _PRODUCT), Mod: ("%", _PRODUCT), LShift: ("<<", _SHIFT), RShift: (">>", _SHIFT),
    BitOr: ("|", _BIT_OR), BitXor: ("^", _BIT_XOR), BitAnd: ("&", _BIT_AND),
    FloorDiv: ("//", _PRODUCT), Pow: ("**", _POWER),
}
_UNARY = {Invert: ("~", _SIGN), Not: ("not ", _NOT), UAdd: ("+", _SIGN), USub: ("-", _SIGN)}
_COMPARISONS = {
    Eq: "==", NotEq: "!=", Lt: "<", LtE: "<=", Gt: ">", GtE: ">=", Is: "is", IsNot: "is not",
    In: "in", NotIn: "not in",
}
_INFINITY = f"1e{sys.float_info.max_10_exp + 1}"
# Longer numbers may have too many decimal digits.
_LONG = 10**300
_ESCAPED = {"\n": "\\n", "\t": "\\t", "\r": "\\r", "\\": "\\\\"}


def source_for(tree, mode):
    """The text of a tree that is compiled: statements stand in the lines that the tree says."""
    wanted = {"exec": Module, "eval": Expression, "single": Interactive}[mode]
    if not isinstance(tree, wanted):
        raise TypeError(f"expected {wanted.__name__} node, got {type(tree).__name__}")
    _refuse_cycles(tree)
    _check_tree.check(tree)
    writer = _Statements(in_place=True)
    writer.put(tree)
    return "\n".join(writer.lines) + "\n"


def _refuse_cycles(tree):
    """RecursionError for a tree that is part of itself."""
    above, left = set(), [(tree, False)]
    while left:
        node, done = left.pop()
        if done:
            above.discard(id(node))
        elif id(node) in above:
            kind = next(base.__name__ for base in type(node).__mro__ if AST in base.__bases__)
            raise RecursionError(f"maximum recursion depth exceeded while traversing '{kind}' node")
        else:
            above.add(id(node))
            left.append((node, True))
            left.extend((child, False) for child in iter_child_nodes(node))


def unparse(ast_obj):
    """The source text of a tree: without comments, and with as few parentheses as may be."""
    writer = _Statements()
    nodes = ast_obj if isinstance(ast_obj, list) else [ast_obj]
    for node in nodes:
        writer.put(node)
    text = "\n".join(writer.lines)
    return text if writer.lines and writer.lines[0] else text.removeprefix("\n")


class _Expressions(NodeVisitor):
    """Methods that give the text of an expression or a part of one."""

    # Whether it is to be compiled: then constants have to stay what they are.
    in_place = False

    def text(self, node, least=_TEST):
        """The text of an expression where only what binds so closely needs no parentheses."""
        text, own = self.visit(node)
        return f"({text})" if own < least else text

    def generic_visit(self, node):
        raise TypeError(f"ast.unparse() can't show a {type(node).__name__}")

    def list_of(self, nodes, least=_TEST):
        return ", ".join([self.text(node, least) for node in nodes])

    def visit_Name(self, node):
        return node.id, _ATOM

    def visit_Constant(self, node):
        value = node.value
        if isinstance(value, tuple):
            parts = [self.visit(Constant(item))[0] for item in value]
            return f"({', '.join(parts)}{',' * (len(parts) == 1)})", _ATOM
        if value is ...:
            return "...", _ATOM
        if self.in_place and isinstance(value, int) and abs(value) >= _LONG:
            text = hex(value)
        else:
            text = repr(value)
        if isinstance(value, (float, complex)):
            text = text.replace("inf", _INFINITY).replace("nan", f"({_INFINITY}-{_INFINITY})")
        if self.in_place and text.startswith("-"):
            # One number, whatever stands beside it.
            text = f"({text})"
        if node.__dict__.get("kind") == "u":
            text = "u" + text
        return text, _ATOM

    def visit_BoolOp(self, node):
        word, own = ("and", _AND) if isinstance(node.op, And) else ("or", _OR)
        # Each value gets parentheses more readily than the one before.
        values = [self.text(value, min(own + at, _ATOM))
                  for at, value in enumerate(node.values, start=1)]
        return f" {word} ".join(values), own

    def visit_NamedExpr(self, node):
        return f"{self.text(node.target, _ATOM)} := {self.text(node.value, _ATOM)}", _NAMED

    def visit_BinOp(self, node):
        sign, own = _BINARY[type(node.op)]
        # A power binds to the right.
        left, right = (own + 1, own) if isinstance(node.op, Pow) else (own, own + 1)
        left, right = self.text(node.left, left), self.text(node.right, right)
        return f"{left} {sign} {right}", own

    def visit_UnaryOp(self, node):
        sign, own = _UNARY[type(node.op)]
        return sign + self.text(node.operand, own), own

    def visit_Lambda(self, node):
        parameters = self.parameters(node.args)
        return f"lambda{' ' * bool(parameters)}{parameters}: {self.text(node.body)}", _TEST

    def visit_IfExp(self, node):
        return (f"{self.text(node.body, _OR)} if {self.text(node.test, _OR)} "
                f"else {self.text(node.orelse, _TEST)}"), _TEST

    def visit_Dict(self, node):
        items = [f"**{self.text(value, _BIT_OR)}" if key is None
                 else f"{self.text(key)}: {self.text(value)}"
                 for key, value in zip(node.keys, node.values)]
        return f"{{{', '.join(items)}}}", _ATOM

    def visit_Set(self, node):
        return f"{{{self.list_of(node.elts) if node.elts else '*()'}}}", _ATOM

    def visit_List(self, node):
        return f"[{self.list_of(node.elts)}]", _ATOM

    def visit_Tuple(self, node):
        text = self.list_of(node.elts)
        if not node.elts:
            return "()", _ATOM
        return text + "," * (len(node.elts) == 1), _TUPLE

    def visit_ListComp(self, node):
        return f"[{self.text(node.elt)}{self.clauses(node)}]", _ATOM

    def visit_SetComp(self, node):
        return f"{{{self.text(node.elt)}{self.clauses(node)}}}", _ATOM

    def visit_GeneratorExp(self, node):
        return f"({self.text(node.elt)}{self.clauses(node)})", _ATOM

    def visit_DictComp(self, node):
        return f"{{{self.text(node.key)}: {self.text(node.value)}{self.clauses(node)}}}", _ATOM

    def clauses(self, node):
        return "".join(map(self.visit, node.generators))

    def visit_comprehension(self, node):
        word = " async for " if node.is_async else " for "
        conditions = "".join([f" if {self.text(test, _OR)}" for test in node.ifs])
        return f"{word}{self.text(node.target, _TUPLE)} in {self.text(node.iter, _OR)}{conditions}"

    def visit_Await(self, node):
        return f"await {self.text(node.value, _ATOM)}", _AWAIT

    def visit_Yield(self, node):
        value = " " + self.text(node.value, _ATOM) if node.value else ""
        return "yield" + value, _YIELD

    def visit_YieldFrom(self, node):
        return f"yield from {self.text(node.value, _ATOM)}", _YIELD

    def visit_Compare(self, node):
        parts = [self.text(node.left, _COMPARE + 1)]
        for sign, value in zip(node.ops, node.comparators):
            parts += [_COMPARISONS[type(sign)], self.text(value, _COMPARE + 1)]
        return " ".join(parts), _COMPARE

    def visit_Call(self, node):
        arguments = [self.text(argument) for argument in node.args]
        arguments += map(self.visit, node.keywords)
        return f"{self.text(node.func, _ATOM)}({', '.join(arguments)})", _ATOM

    def visit_keyword(self, node):
        return ("**" if node.arg is None else node.arg + "=") + self.text(node.value)

    def visit_Attribute(self, node):
        value = self.text(node.value, _ATOM)
        # 3.real would be read as a float.
        if isinstance(node.value, Constant) and isinstance(node.value.value, int):
            value += " "
        return f"{value}.{node.attr}", _ATOM

    def visit_Subscript(self, node):
        index = node.slice
        if isinstance(index, Tuple) and index.elts:
            # Parentheses are only wanted where they are needed.
            inner = self.list_of(index.elts) + "," * (len(index.elts) == 1)
        else:
            inner = self.text(index, _TEST)
        return f"{self.text(node.value, _ATOM)}[{inner}]", _ATOM

    def visit_Slice(self, node):
        text = (self.text(node.lower) if node.lower else "") + ":"
        text += self.text(node.upper) if node.upper else ""
        return text + (":" + self.text(node.step) if node.step else ""), _ATOM

    def visit_Starred(self, node):
        return "*" + self.text(node.value, _BIT_OR), _ATOM

    # Strings with fields

    def visit_JoinedStr(self, node):
        return self.formatted(self.pieces(node.values)), _ATOM

    def visit_FormattedValue(self, node):
        return self.formatted(self.pieces([node])), _ATOM

    def pieces(self, values, in_format=False):
        """The parts: pairs of a text and whether it is a literal's."""
        result = []
        for value in values:
            if isinstance(value, Constant):
                text = value.value.replace("{", "{{").replace("}", "}}")
                result.append((text, True))
            elif isinstance(value, JoinedStr):
                result += self.pieces(value.values, in_format)
            else:
                result += self.field(value)
        return result

    def field(self, node):
        text = self.text(node.value, _OR)
        text = (" " if text.startswith("{") else "") + text
        if node.conversion != -1:
            text += "!" + chr(node.conversion)
        if node.format_spec is None:
            return [("{" + text + "}", False)]
        return [("{" + text + ":", False), *self.pieces(node.format_spec.values, True), ("}", False)]

    def formatted(self, pieces):
        """An f-string of these pieces, in quotes that they allow."""
        literal = "".join([text for text, is_literal in pieces if is_literal])
        # Quotes within fields may be the same; lines within them want three quotes.
        quotes = ["'", '"', '"""', "'''"]
        if any("\n" in text for text, is_literal in pieces if not is_literal):
            quotes = quotes[2:]
        # Those are better that the text does not end with.
        quotes.sort(key=lambda quote: literal.endswith(quote[0]))
        best = next((quote for quote in quotes if quote not in literal), "'''")
        result = "f" + best
        for text, is_literal in pieces:
            result += _quoted(text, best) if is_literal else text
        return result + best

    # Parameters

    def parameters(self, node):
        parts = []
        positional = node.posonlyargs + node.args
        defaults = [None] * (len(positional) - len(node.defaults)) + node.defaults
        for at, (parameter, default) in enumerate(zip(positional, defaults), start=1):
            parts.append(self.visit(parameter) + ("=" + self.text(default) if default else ""))
            if at == len(node.posonlyargs):
                parts.append("/")
        if node.vararg:
            parts.append("*" + self.visit(node.vararg))
        elif node.kwonlyargs:
            parts.append("*")
        for parameter, default in zip(node.kwonlyargs, node.kw_defaults):
            parts.append(self.visit(parameter) + ("=" + self.text(default) if default else ""))
        if node.kwarg:
            parts.append("**" + self.visit(node.kwarg))
        return ", ".join(parts)

    def visit_arguments(self, node):
        return self.parameters(node), _TEST

    def visit_arg(self, node):
        return node.arg + (": " + self.text(node.annotation) if node.annotation else "")

    def visit_alias(self, node):
        return node.name + (" as " + node.asname if node.asname else "")

    def visit_withitem(self, node):
        text = self.text(node.context_expr)
        return text + (" as " + self.text(node.optional_vars) if node.optional_vars else "")

    def visit_TypeVar(self, node):
        bound = ": " + self.text(node.bound) if node.bound else ""
        return node.name + bound + self.default(node)

    def visit_TypeVarTuple(self, node):
        return "*" + node.name + self.default(node)

    def visit_ParamSpec(self, node):
        return "**" + node.name + self.default(node)

    def default(self, node):
        return " = " + self.text(node.default_value) if node.default_value else ""

    def type_parameters(self, node):
        return f"[{', '.join(map(self.visit, node.type_params))}]" if node.type_params else ""

    # Patterns

    def pattern(self, node, alternative=False):
        text = self.visit(node)
        loose = isinstance(node, MatchAs) and node.pattern is not None
        loose = loose or alternative and isinstance(node, MatchOr)
        return f"({text})" if loose and alternative else text

    def visit_MatchValue(self, node):
        return self.text(node.value)

    def visit_MatchSingleton(self, node):
        return repr(node.value)

    def visit_MatchSequence(self, node):
        return f"[{', '.join(map(self.visit, node.patterns))}]"

    def visit_MatchStar(self, node):
        return "*" + (node.name or "_")

    def visit_MatchMapping(self, node):
        items = [f"{self.text(key)}: {self.visit(value)}"
                 for key, value in zip(node.keys, node.patterns)]
        if node.rest is not None:
            items.append("**" + node.rest)
        return f"{{{', '.join(items)}}}"

    def visit_MatchClass(self, node):
        items = [*map(self.visit, node.patterns)]
        items += [f"{name}={self.visit(value)}"
                  for name, value in zip(node.kwd_attrs, node.kwd_patterns)]
        return f"{self.text(node.cls, _ATOM)}({', '.join(items)})"

    def visit_MatchAs(self, node):
        if node.pattern is None:
            return node.name or "_"
        return f"{self.pattern(node.pattern, isinstance(node.pattern, MatchAs))} as {node.name}"

    def visit_MatchOr(self, node):
        return " | ".join([self.pattern(value, True) for value in node.patterns])


def _quoted(text, quote):
    """A literal's text, escaped for its quotes."""
    result = ""
    for character in text:
        if character == "\n" and len(quote) == 3:
            result += character
        elif character in _ESCAPED:
            result += _ESCAPED[character]
        elif not character.isprintable():
            result += character.encode("unicode_escape").decode("ascii")
        else:
            result += character
    return result.replace(quote, "\\" + quote)


class _Statements(_Expressions):
    """Methods that write the lines of a statement."""

    def __init__(self, in_place=False):
        self.lines = []
        self.indent = 0
        # Whether statements stand where the tree says, as far as the lines before leave room.
        self.in_place = in_place

    def put(self, node):
        """Writes a statement, a module, or an expression or part of one as a line."""
        if self.in_place:
            before = getattr(node, "lineno", 1) - 1
            self.lines += [""] * min(before - len(self.lines), 1_000_000)
        method = getattr(self, "put_" + type(node).__name__, None)
        if method is not None:
            method(node)
            return
        text = self.visit(node)
        if isinstance(text, tuple):
            text, own = text
            if own < _TEST:
                text = f"({text})"
        self.line(text)

    def line(self, text):
        self.lines.append("    " * self.indent + text)

    def body(self, statements):
        self.indent += 1
        for statement in statements:
            self.put(statement)
        self.indent -= 1

    def block(self, head, statements):
        self.line(head + ":")
        self.body(statements)

    def docstring(self, statements):
        """Writes a docstring, if there is one; the statements that are left."""
        first = statements[0] if statements else None
        if not (isinstance(first, Expr) and isinstance(first.value, Constant)
                and isinstance(first.value.value, str)):
            return statements
        text = first.value.value
        escaped = "".join([c if c in "\n\t" or c.isprintable() and c != "\\" else
                           _ESCAPED.get(c) or c.encode("unicode_escape").decode("ascii")
                           for c in text])
        if '"""' in escaped or escaped.endswith('"'):
            if "\'\'\'" in escaped or escaped.endswith("'"):
                escaped = escaped.replace('"""', '\\"\\"\\"')
                if escaped.endswith('"'):
                    escaped = escaped[:-1] + '\\"'
                self.line(f'"""{escaped}"""')
            else:
                self.line(f"\'\'\'{escaped}\'\'\'")
        else:
            self.line(f'"""{escaped}"""')
        return statements[1:]

    def put_Module(self, node):
        for statement in self.docstring(node.body):
            self.put(statement)

    def put_Interactive(self, node):
        for statement in node.body:
            self.put(statement)

    def put_Expression(self, node):
        self.line(self.text(node.body))

    def put_FunctionType(self, node):
        self.line(f"({self.list_of(node.argtypes)}) -> {self.text(node.returns)}")

    def put_Expr(self, node):
        text, own = self.visit(node.value)
        # A statement may be a yield or a tuple; a bare walrus may not stand there.
        bare = isinstance(node.value, (Yield, YieldFrom))
        self.line(text if own >= _TEST or bare else f"({text})")

    def put_Assign(self, node):
        targets = "".join([self.text(target, _TUPLE) + " = " for target in node.targets])
        comment = " # type: " + node.type_comment if node.type_comment else ""
        self.line(targets + self.text(node.value) + comment)

    def put_AugAssign(self, node):
        sign = _BINARY[type(node.op)][0]
        self.line(f"{self.text(node.target)} {sign}= {self.text(node.value)}")

    def put_AnnAssign(self, node):
        target = self.text(node.target)
        if not node.simple and isinstance(node.target, Name):
            target = f"({target})"
        value = " = " + self.text(node.value) if node.value else ""
        self.line(f"{target}: {self.text(node.annotation)}{value}")

    def put_TypeAlias(self, node):
        self.line(f"type {self.text(node.name)}{self.type_parameters(node)} = "
                  f"{self.text(node.value)}")

    def put_Return(self, node):
        self.line("return" + (" " + self.text(node.value) if node.value else ""))

    def put_Pass(self, node):
        self.line("pass")

    def put_Break(self, node):
        self.line("break")

    def put_Continue(self, node):
        self.line("continue")

    def put_Delete(self, node):
        self.line("del " + self.list_of(node.targets))

    def put_Assert(self, node):
        message = ", " + self.text(node.msg) if node.msg else ""
        self.line(f"assert {self.text(node.test)}{message}")

    def put_Global(self, node):
        self.line("global " + ", ".join(node.names))

    def put_Nonlocal(self, node):
        self.line("nonlocal " + ", ".join(node.names))

    def put_Import(self, node):
        self.line("import " + ", ".join(map(self.visit, node.names)))

    def put_ImportFrom(self, node):
        names = ", ".join(map(self.visit, node.names))
        self.line(f"from {'.' * (node.level or 0)}{node.module or ''} import {names}")

    def put_Raise(self, node):
        text = "raise"
        if node.exc:
            text += " " + self.text(node.exc)
        elif node.cause:
            raise ValueError("Node can't be used without a value attribute.")
        self.line(text + (" from " + self.text(node.cause) if node.cause else ""))

    def put_If(self, node, word="if"):
        self.block(f"{word} {self.text(node.test)}", node.body)
        orelse = node.orelse
        if len(orelse) == 1 and isinstance(orelse[0], If):
            self.put_If(orelse[0], "elif")
        elif orelse:
            self.block("else", orelse)

    def put_While(self, node):
        self.block(f"while {self.text(node.test)}", node.body)
        if node.orelse:
            self.block("else", node.orelse)

    def put_For(self, node, word="for"):
        comment = " # type: " + node.type_comment if node.type_comment else ""
        self.line(f"{word} {self.text(node.target, _TUPLE)} in {self.text(node.iter)}:{comment}")
        self.body(node.body)
        if node.orelse:
            self.block("else", node.orelse)

    def put_AsyncFor(self, node):
        self.put_For(node, "async for")

    def put_With(self, node, word="with"):
        comment = " # type: " + node.type_comment if node.type_comment else ""
        self.line(f"{word} {', '.join(map(self.visit, node.items))}:{comment}")
        self.body(node.body)

    def put_AsyncWith(self, node):
        self.put_With(node, "async with")

    def put_Try(self, node, star=""):
        self.block("try", node.body)
        for handler in node.handlers:
            kind = " " + self.text(handler.type) if handler.type else ""
            name = " as " + handler.name if handler.name else ""
            self.block(f"except{star}{kind}{name}", handler.body)
        if node.orelse:
            self.block("else", node.orelse)
        if node.finalbody:
            self.block("finally", node.finalbody)

    def put_TryStar(self, node):
        self.put_Try(node, "*")

    def put_Match(self, node):
        self.line(f"match {self.text(node.subject)}:")
        self.indent += 1
        for case in node.cases:
            self.put_match_case(case)
        self.indent -= 1

    def put_match_case(self, node):
        guard = " if " + self.text(node.guard) if node.guard else ""
        self.block(f"case {self.visit(node.pattern)}{guard}", node.body)

    def definition(self, node, head):
        # Definitions are set apart, wherever they stand.
        if not self.in_place:
            self.lines.append("")
        for decorator in node.decorator_list:
            self.line("@" + self.text(decorator))
        self.line(head + ":")
        self.indent += 1
        for statement in self.docstring(node.body):
            self.put(statement)
        self.indent -= 1

    def put_FunctionDef(self, node, word="def"):
        returns = " -> " + self.text(node.returns) if node.returns else ""
        self.definition(node, f"{word} {node.name}{self.type_parameters(node)}"
                              f"({self.parameters(node.args)}){returns}")

    def put_AsyncFunctionDef(self, node):
        self.put_FunctionDef(node, "async def")

    def put_ClassDef(self, node):
        arguments = [self.text(base) for base in node.bases] + [*map(self.visit, node.keywords)]
        bases = f"({', '.join(arguments)})" if arguments else ""
        self.definition(node, f"class {node.name}{self.type_parameters(node)}{bases}")
