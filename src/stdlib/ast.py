"""Syntax trees: parsing into them, walking, dumping and evaluating literals.

The classes are in _ast; unparse() and what compile() makes of a tree are in _unparse.
"""

import _ast
from _ast import *


def parse(source, filename="<unknown>", mode="exec", *,
          type_comments=False, feature_version=None, optimize=-1):
    """The tree of a source text; compile() with PyCF_ONLY_AST."""
    if type_comments:
        raise NotImplementedError("ast.parse(type_comments=True) is not supported")
    flags = PyCF_ONLY_AST
    if optimize > 0:
        flags |= PyCF_OPTIMIZED_AST
    if isinstance(feature_version, tuple):
        major, minor = feature_version
        if major != 3:
            raise ValueError(f"Unsupported major version: {major}")
    return compile(source, filename, mode, flags, dont_inherit=True)


def literal_eval(node_or_string):
    """The value of a literal, or of a display of literals; ValueError else."""
    if isinstance(node_or_string, str):
        node_or_string = parse(node_or_string.lstrip(" \t"), mode="eval")
    if isinstance(node_or_string, Expression):
        node_or_string = node_or_string.body
    return _literal(node_or_string)


def _malformed(node):
    message = "malformed node or string"
    if line := getattr(node, "lineno", None):
        message += f" on line {line}"
    raise ValueError(message + f": {node!r}")


def _literal(node):
    match node:
        case Constant(value):
            return value
        case Tuple(elts):
            return tuple(map(_literal, elts))
        case List(elts):
            return list(map(_literal, elts))
        case Set(elts):
            return set(map(_literal, elts))
        case Call(Name("set"), [], []):
            return set()
        case Dict(keys, values):
            if len(keys) != len(values):
                _malformed(node)
            return dict(zip(map(_literal, keys), map(_literal, values)))
        case BinOp(left, Add() | Sub() as op, right):
            left, right = _signed_number(left), _number(right)
            if isinstance(left, (int, float)) and isinstance(right, complex):
                return left + right if isinstance(op, Add) else left - right
    return _signed_number(node)


def _number(node):
    if not isinstance(node, Constant) or type(node.value) not in (int, float, complex):
        _malformed(node)
    return node.value


def _signed_number(node):
    if isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
        operand = _number(node.operand)
        return +operand if isinstance(node.op, UAdd) else -operand
    return _number(node)


def dump(node, annotate_fields=True, include_attributes=False, *,
         indent=None, show_empty=False):
    """A tree as text, for reading and comparing."""
    if not isinstance(node, AST):
        raise TypeError(f"expected AST, got {node.__class__.__name__!r}")
    if indent is not None and not isinstance(indent, str):
        indent = " " * indent
    dumper = _Dumper(annotate_fields, include_attributes, indent, show_empty)
    return dumper.text(node, 0)[0]


class _Dumper:
    """What dump() was asked for."""

    def __init__(self, annotate, attributes, indent, show_empty):
        self.annotate = annotate
        self.attributes = attributes
        self.indent = indent
        self.show_empty = show_empty

    def text(self, node, level):
        """The text, and whether it is short enough to stand on a line."""
        level += 1
        if self.indent is None:
            prefix, separator = "", ", "
        else:
            prefix, separator = "\n" + self.indent * level, ",\n" + self.indent * level
        if isinstance(node, AST):
            return self.node(node, level, prefix, separator)
        if isinstance(node, list):
            if not node:
                return "[]", True
            items = separator.join(self.text(item, level)[0] for item in node)
            return f"[{prefix}{items}]", False
        return repr(node), True

    def node(self, node, level, prefix, separator):
        cls = type(node)
        parts, left_out, simple, named = [], [], True, self.annotate
        for name in node._fields:
            try:
                value = getattr(node, name)
            except AttributeError:
                named = True
                continue
            if value is None and getattr(cls, name, ...) is None:
                named = True
                continue
            if not self.show_empty and self.is_empty(cls, name, value):
                if not named:
                    left_out.append((name, value))
                continue
            if not named:
                # Without names, what was left out before is needed again.
                for _, empty in left_out:
                    parts.append(repr(empty))
                left_out = []
            text, is_simple = self.text(value, level)
            simple = simple and is_simple
            parts.append(f"{name}={text}" if named else text)
        if self.attributes and node._attributes:
            for name in node._attributes:
                try:
                    value = getattr(node, name)
                except AttributeError:
                    continue
                if value is None and getattr(cls, name, ...) is None:
                    continue
                text, is_simple = self.text(value, level)
                simple = simple and is_simple
                parts.append(f"{name}={text}")
        name = node.__class__.__name__
        if simple and len(parts) <= 3:
            return f"{name}({', '.join(parts)})", not parts
        return f"{name}({prefix}{separator.join(parts)})", False

    def is_empty(self, cls, name, value):
        kind = cls._field_types.get(name, object)
        return value == [] and getattr(kind, "__origin__", None) is list


def copy_location(new_node, old_node):
    """Gives one node the place of another."""
    for name in ("lineno", "col_offset", "end_lineno", "end_col_offset"):
        if name in old_node._attributes and name in new_node._attributes:
            value = getattr(old_node, name, None)
            may_be_none = hasattr(old_node, name) and name.startswith("end_")
            if value is not None or may_be_none:
                setattr(new_node, name, value)
    return new_node


def fix_missing_locations(node):
    """Gives nodes without a place that of the node they are in."""
    def fix(node, place):
        for name in place:
            if name in node._attributes:
                if hasattr(node, name) and getattr(node, name) is not None:
                    place = {**place, name: getattr(node, name)}
                elif not hasattr(node, name) or name.startswith("end_"):
                    setattr(node, name, place[name])
        for child in iter_child_nodes(node):
            fix(child, place)
    fix(node, {"lineno": 1, "col_offset": 0, "end_lineno": 1, "end_col_offset": 0})
    return node


def increment_lineno(node, n=1):
    """Moves a tree n lines down."""
    for child in walk(node):
        if isinstance(child, TypeIgnore):
            child.lineno = getattr(child, "lineno", 0) + n
            continue
        if "lineno" in child._attributes:
            child.lineno = getattr(child, "lineno", 0) + n
        if "end_lineno" in child._attributes and \
                (end := getattr(child, "end_lineno", 0)) is not None:
            child.end_lineno = end + n
    return node


def iter_fields(node):
    """Pairs of name and value of the fields that are there."""
    for field in node._fields:
        try:
            yield field, getattr(node, field)
        except AttributeError:
            pass


def iter_child_nodes(node):
    """The nodes directly below."""
    for _, field in iter_fields(node):
        if isinstance(field, AST):
            yield field
        elif isinstance(field, list):
            for item in field:
                if isinstance(item, AST):
                    yield item


def walk(node):
    """The node and all below it, level by level."""
    from collections import deque
    left = deque([node])
    while left:
        node = left.popleft()
        left.extend(iter_child_nodes(node))
        yield node


def get_docstring(node, clean=True):
    """The documentation string of a function, class or module."""
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError(f"{node.__class__.__name__!r} can't have docstrings")
    match node.body:
        case [Expr(Constant(str() as text)), *_]:
            if clean:
                import inspect
                text = inspect.cleandoc(text)
            return text
    return None


def get_source_segment(source, node, *, padded=False):
    """The piece of the source that a node came from; None without a place."""
    try:
        if node.end_lineno is None or node.end_col_offset is None:
            return None
        first, last = node.lineno - 1, node.end_lineno - 1
        start, end = node.col_offset, node.end_col_offset
    except AttributeError:
        return None
    lines = [line.encode() for line in source.splitlines(keepends=True)]
    if first == last:
        return lines[first][start:end].decode()
    padding = ""
    if padded:
        before = lines[first][:start].decode()
        padding = "".join(c if c in "\f\t" else " " for c in before)
    middle = [line.decode() for line in lines[first + 1:last]]
    head, tail = lines[first][start:].decode(), lines[last][:end].decode()
    return padding + head + "".join(middle) + tail


class NodeVisitor:
    """Calls visit_<class> for each node, generic_visit where there is none."""

    def visit(self, node):
        """Visits a node."""
        visitor = getattr(self, "visit_" + node.__class__.__name__, self.generic_visit)
        return visitor(node)

    def generic_visit(self, node):
        """Visits the nodes below."""
        for child in iter_child_nodes(node):
            self.visit(child)

    def visit_Constant(self, node):
        """Calls the method for constants of the type that visitors had before visit_Constant."""
        name = _OLD_VISITORS.get(type(node.value))
        if name is None:
            name = next((old for kind, old in _OLD_VISITORS.items()
                         if isinstance(node.value, kind)), None)
        if name is None or (method := getattr(self, name, _OLD_VISITORS)) is _OLD_VISITORS:
            return self.generic_visit(node)
        import warnings
        warnings.warn(f"{name} is deprecated; add visit_Constant", DeprecationWarning, 2)
        return method(node)


# It is the mark of a missing method, too.
_OLD_VISITORS = {type(None): "visit_NameConstant", bool: "visit_NameConstant",
                 int: "visit_Num", float: "visit_Num", complex: "visit_Num",
                 str: "visit_Str", bytes: "visit_Bytes", type(...): "visit_Ellipsis"}


class NodeTransformer(NodeVisitor):
    """A visitor whose methods return what a node is to become, None to drop it."""

    def generic_visit(self, node):
        for name, old in iter_fields(node):
            if isinstance(old, list):
                old[:] = self._visited(old)
            elif isinstance(old, AST):
                new = self.visit(old)
                if new is None:
                    delattr(node, name)
                else:
                    setattr(node, name, new)
        return node

    def _visited(self, items):
        result = []
        for item in items:
            if isinstance(item, AST):
                item = self.visit(item)
                if item is None:
                    continue
                if not isinstance(item, AST):
                    result.extend(item)
                    continue
            result.append(item)
        return result


def unparse(ast_obj):
    """The source text of a tree."""
    import _unparse
    return _unparse.unparse(ast_obj)


# Classes of older versions, of which no tree has instances.
_OLD = {"slice": AST, "Index": AST, "ExtSlice": AST, "Suite": mod, "AugLoad": expr_context,
        "AugStore": expr_context, "Param": expr_context}


def _old_class(name):
    """Makes such a class; Index() gives its value, ExtSlice() a tuple."""
    base = _old_class("slice") if name in ("Index", "ExtSlice") else _OLD[name]
    members = {"__module__": "ast", "__doc__": "Deprecated AST node class."}
    if name == "Index":
        members["__new__"] = lambda cls, value, **kwargs: value
    elif name == "ExtSlice":
        members["__new__"] = lambda cls, dims=(), **kwargs: Tuple(list(dims), Load(), **kwargs)
    globals()[name] = globals().get(name) or type(name, (base,), members)
    return globals()[name]


def main():
    """The command line: dumps the tree of a file, or of standard input."""
    import argparse
    import sys
    parser = argparse.ArgumentParser(prog="python -m ast")
    parser.add_argument("infile", nargs="?", default="-", help="the file to parse; defaults to stdin")
    parser.add_argument("-m", "--mode", default="exec",
                        choices=("exec", "single", "eval", "func_type"),
                        help="specify what kind of code must be parsed")
    parser.add_argument("--no-type-comments", default=True, action="store_false",
                        help="don't add information about type comments")
    parser.add_argument("-a", "--include-attributes", action="store_true",
                        help="include attributes such as line numbers and column offsets")
    parser.add_argument("-i", "--indent", type=int, default=3,
                        help="indentation of nodes (number of spaces)")
    args = parser.parse_args()
    if args.infile == "-":
        name, source = "<stdin>", sys.stdin.buffer.read()
    else:
        name = args.infile
        with open(name, "rb") as file:
            source = file.read()
    tree = parse(source, name, args.mode)
    print(dump(tree, include_attributes=args.include_attributes, indent=args.indent))


def __getattr__(name):
    if name in _OLD:
        return _old_class(name)
    raise AttributeError(f"module 'ast' has no attribute {name!r}")


if __name__ == "__main__":
    main()
