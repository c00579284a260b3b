"""What CPython refuses in a syntax tree that is compiled.

It does so twice: first it takes the tree over, which fails where a field is missing or has the wrong
type, then it looks whether the nodes make sense. The names of both are those of its abstract grammar.
"""

import _ast
from _ast import *

# Bases whose places CPython wants before it asks which class a node is of.
_PLACED_FIRST = ("stmt", "expr", "excepthandler", "pattern", "type_param")
_BUILT_IN = ("identifier", "string", "int", "constant")
_C_INT = range(-2**31, 2**31)


def _rows():
    for line in _ast.GRAMMAR.strip().splitlines():
        head, _, tail = line.partition(": ")
        name, base = head.split()
        yield name, base, [field.split() for field in tail.split(", ")] if tail else []


_FIELDS = {name: fields for name, _, fields in _rows()}
_BASE = {name: base for name, base, _ in _rows()}
_SUMS = {base for base in _BASE.values() if base != "AST"}


def check(tree):
    """TypeError or ValueError for what can't be in a tree that is compiled."""
    _take(tree, "mod")
    _Checks().part(tree)


def _concrete(node, base):
    """The name of the class of the grammar that a node is an instance of."""
    for cls in type(node).__mro__:
        if _BASE.get(cls.__name__) == base and getattr(_ast, cls.__name__) is cls:
            return cls.__name__
    raise TypeError(f"expected some sort of {base}, but got {node!r}")


def _take(value, kind):
    """Takes over a value that is to be of a type of the grammar."""
    if kind in _BUILT_IN:
        _take_built_in(value, kind)
    elif kind not in _SUMS:
        _take_fields(value, kind)
        if kind in _ast.PLACED:
            _take_place(value, kind)
    elif value is not None or kind not in _ast.PLACED:
        if kind in _PLACED_FIRST:
            _take_place(value, kind)
        _take_fields(value, _concrete(value, kind))


def _take_built_in(value, kind):
    if kind == "int":
        if not isinstance(value, int):
            raise ValueError(f"invalid integer value: {value!r}")
        if value not in _C_INT:
            raise OverflowError("Python int too large to convert to C int")
    elif kind == "identifier" and value is not None and type(value) is not str:
        raise TypeError("AST identifier must be of type str")
    elif kind == "string" and type(value) not in (str, bytes):
        raise TypeError("AST string must be of type str")


def _take_place(node, kind):
    for name in ("lineno", "col_offset"):
        if not hasattr(node, name):
            raise TypeError(f'required field "{name}" missing from {kind}')
        _take(getattr(node, name), "int")
    for name in ("end_lineno", "end_col_offset"):
        if getattr(node, name, None) is not None:
            _take(getattr(node, name), "int")


def _take_fields(node, name):
    for kind, field in _FIELDS[name]:
        plain = kind.rstrip("?*")
        if kind.endswith("*"):
            _take_list(getattr(node, field, []), plain, name, field)
        elif kind.endswith("?"):
            if getattr(node, field, None) is not None:
                _take(getattr(node, field), plain)
        elif not hasattr(node, field):
            raise TypeError(f'required field "{field}" missing from {name}')
        else:
            _take(getattr(node, field), plain)
    for kind, field in _FIELDS[name]:
        if kind[-1] not in "?*" and kind != "constant" and getattr(node, field) is None \
                and kind != "arguments":
            raise ValueError(f"field '{field}' is required for {name}")


def _take_list(items, kind, name, field):
    if not isinstance(items, list):
        raise TypeError(f'{name} field "{field}" must be a list, not a {type(items).__name__}')
    for item in items:
        _take(item, kind)


# What is looked at in a node, in this order: a check and a field. A check is a type of the grammar, with ?
# for None and * for a list; "some" wants the list not to be empty; "store" and "del" are expressions of that
# context, "own" of the context of the node itself; all else are methods.
_STEPS = """
Module: stmt* body
Interactive: stmt* body
Expression: expr body
FunctionDef: some body, stmt* body, type_param* type_params, arguments args, expr* decorator_list, expr? returns
AsyncFunctionDef: some body, stmt* body, type_param* type_params, arguments args, expr* decorator_list, expr? returns
ClassDef: some body, stmt* body, type_param* type_params, expr* bases, keyword* keywords, expr* decorator_list
Return: expr? value
Delete: some targets, del* targets
Assign: some targets, store* targets, expr value
AugAssign: store target, expr value
AnnAssign: simple target, store target, expr? value, expr annotation
TypeAlias: alias_name name, store name, type_param* type_params, expr value
For: store target, expr iter, some body, stmt* body, stmt* orelse
AsyncFor: store target, expr iter, some body, stmt* body, stmt* orelse
While: expr test, some body, stmt* body, stmt* orelse
If: expr test, some body, stmt* body, stmt* orelse
With: some items, withitem* items, some body, stmt* body
AsyncWith: some items, withitem* items, some body, stmt* body
Match: expr subject, some cases, match_case* cases
Raise: expr? exc, expr? cause, cause cause
Try: some body, stmt* body, handlers handlers, excepthandler* handlers, stmt* finalbody, stmt* orelse
TryStar: some body, stmt* body, handlers handlers, excepthandler* handlers, stmt* finalbody, stmt* orelse
Assert: expr test, expr? msg
Import: some names
ImportFrom: level level, some names
Global: some names
Nonlocal: some names
Expr: expr value
BoolOp: two values, expr* values
NamedExpr: named target, expr value
BinOp: expr left, expr right
UnaryOp: expr operand
Lambda: arguments args, expr body
IfExp: expr test, expr body, expr orelse
Dict: pairs keys, expr?* keys, expr* values
Set: expr* elts
ListComp: generators generators, comprehension* generators, expr elt
SetComp: generators generators, comprehension* generators, expr elt
GeneratorExp: generators generators, comprehension* generators, expr elt
DictComp: generators generators, comprehension* generators, expr key, expr value
Await: expr value
Yield: expr? value
YieldFrom: expr value
Compare: comparators comparators, expr* comparators, expr left
Call: expr func, expr* args, keyword* keywords
FormattedValue: expr value, expr? format_spec
JoinedStr: expr* values
Constant: constant value
Attribute: expr value
Subscript: expr slice, expr value
Starred: own value
List: own* elts
Tuple: own* elts
Slice: expr? lower, expr? upper, expr? step
comprehension: store target, expr iter, expr* ifs
ExceptHandler: expr? type, some body, stmt* body
arguments: arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, arg? kwarg, defaults defaults, expr* defaults, expr?* kw_defaults
arg: expr? annotation
keyword: expr value
withitem: expr context_expr, store? optional_vars
match_case: pattern pattern, expr? guard, some body, stmt* body
MatchValue: literal value
MatchSingleton: singleton value
MatchSequence: starred* patterns
MatchMapping: mapping keys, capture rest, key* keys, pattern* patterns
MatchClass: attributes kwd_attrs, expr cls, dotted cls, name* kwd_attrs, pattern* patterns, pattern* kwd_patterns
MatchStar: capture name
MatchAs: capture name, target name, pattern? pattern
MatchOr: alternatives patterns, pattern* patterns
TypeVar: name name, expr? bound, expr? default_value
ParamSpec: name name, expr? default_value
TypeVarTuple: name name, expr? default_value
"""


def _steps():
    for line in _STEPS.strip().splitlines():
        name, _, tail = line.partition(": ")
        yield name, [step.split() for step in tail.split(", ")]


_STEPS_OF = dict(_steps())
_LISTS = {"stmt": "statement", "expr": "expression", "store": "expression", "del": "expression",
          "own": "expression"}
_CONTEXTS = {"expr": "Load", "store": "Store", "del": "Del"}


def _name_of(node):
    """The name of a node's class in the grammar; that of a context, too."""
    return next(cls.__name__ for cls in type(node).__mro__ if cls.__name__ in _BASE)


class _Checks:
    """A method for each check that takes the node, its field and the value there."""

    def part(self, node, name=None):
        """A node with all below it."""
        name = name or _name_of(node)
        for check, field in _STEPS_OF.get(name, ()):
            value = getattr(node, field, None)
            if check[-1] == "*":
                self.items(node, value or [], check[:-1])
            elif check[-1] != "?" or value is not None:
                self.one(node, field, value, check.rstrip("?"))

    def items(self, node, items, check):
        may_miss = check[-1] == "?"
        check = check.rstrip("?")
        for item in items:
            if item is not None:
                self.one(node, None, item, check)
            elif not may_miss:
                # CPython crashes on some of these.
                raise ValueError(f"None disallowed in {_LISTS.get(check, check)} list")

    def one(self, node, field, value, check):
        if check in _CONTEXTS:
            self.in_context(value, _CONTEXTS[check])
        elif check == "own":
            self.in_context(value, _name_of(node.ctx))
        elif check in _FIELDS or check in _SUMS:
            self.below(value, check)
        else:
            getattr(self, "check_" + check)(node, field, value)

    def below(self, node, kind):
        """A part that is no expression."""
        if kind in _ast.PLACED and kind != "alias":
            self.place(node)
        if kind == "pattern" and isinstance(node, MatchStar):
            raise ValueError("can't use MatchStar here")
        self.part(node, kind if kind not in _SUMS else None)

    def place(self, node):
        line, column = node.lineno, node.col_offset
        end_line, end = getattr(node, "end_lineno", None), getattr(node, "end_col_offset", None)
        end_line, end = line if end_line is None else end_line, column if end is None else end
        if line > end_line:
            raise ValueError(f"AST node line range ({line}, {end_line}) is not valid")
        if line < 0 and end_line != line or column < 0 and column != end:
            raise ValueError(f"AST node column range ({column}, {end}) for line range "
                             f"({line}, {end_line}) is not valid")
        if line == end_line and column > end:
            raise ValueError(f"line {line}, column {column}-{end} is not a valid range")

    def in_context(self, node, wanted):
        self.place(node)
        name = _name_of(node)
        if name == "Name":
            self.check_name(node, "id", node.id)
        context = "Load"
        if any(field == "ctx" for _, field in _FIELDS[name]):
            context = _name_of(node.ctx)
        elif wanted != "Load":
            raise ValueError(f"expression which can't be assigned to in {wanted} context")
        if context != wanted:
            raise ValueError(f"expression must have {wanted} context but has {context} instead")
        self.part(node, name)

    def check_some(self, node, field, value):
        if not value:
            raise ValueError(f"empty {field} on {_name_of(node)}")

    def check_two(self, node, field, value):
        if len(value) < 2:
            raise ValueError("BoolOp with less than 2 values")

    def check_name(self, node, field, value):
        if value in ("None", "True", "False"):
            raise ValueError(f"identifier field can't represent {value!r} constant")

    def check_simple(self, node, field, value):
        if node.simple and not isinstance(value, Name):
            raise TypeError("AnnAssign with simple non-Name target")

    def check_alias_name(self, node, field, value):
        if not isinstance(value, Name):
            raise TypeError("TypeAlias with non-Name name")

    def check_named(self, node, field, value):
        if not isinstance(value, Name):
            raise TypeError("NamedExpr target must be a Name")

    def check_cause(self, node, field, value):
        if value is not None and getattr(node, "exc", None) is None:
            raise ValueError("Raise with cause but no exception")

    def check_handlers(self, node, field, value):
        if not value:
            if not getattr(node, "finalbody", None):
                raise ValueError(f"{_name_of(node)} has neither except handlers nor finalbody")
            if getattr(node, "orelse", None):
                raise ValueError(f"{_name_of(node)} has orelse but no except handlers")

    def check_level(self, node, field, value):
        if value is not None and value < 0:
            raise ValueError("Negative ImportFrom level")

    def check_pairs(self, node, field, value):
        if len(value or ()) != len(getattr(node, "values", ())):
            raise ValueError("Dict doesn't have the same number of keys as values")

    def check_generators(self, node, field, value):
        if not value:
            raise ValueError("comprehension with no generators")

    def check_comparators(self, node, field, value):
        if not value:
            raise ValueError("Compare with no comparators")
        if len(value) != len(getattr(node, "ops", ())):
            raise ValueError("Compare has a different number of comparators and operands")

    def check_defaults(self, node, field, value):
        count = {field: len(getattr(node, field, ())) for _, field in _FIELDS["arguments"]
                 if field not in ("vararg", "kwarg")}
        if count["defaults"] > count["posonlyargs"] + count["args"]:
            raise ValueError("more positional defaults than args on arguments")
        if count["kw_defaults"] != count["kwonlyargs"]:
            raise ValueError("length of kwonlyargs is not the same as kw_defaults on arguments")

    def check_constant(self, node, field, value):
        if type(value) in (tuple, frozenset):
            for item in value:
                self.check_constant(node, field, item)
        elif type(value) not in (str, bytes, int, float, complex, bool, type(None), type(...)):
            raise TypeError(f"got an invalid type in Constant: {type(value).__name__}")

    # Patterns.

    def check_starred(self, node, field, value):
        if not isinstance(value, MatchStar):
            return self.below(value, "pattern")
        self.place(value)
        self.part(value)

    def check_capture(self, node, field, value):
        if value == "_":
            raise ValueError("can't capture name '_' in patterns")
        self.check_name(node, field, value)

    def check_target(self, node, field, value):
        if value is None and getattr(node, "pattern", None) is not None:
            raise ValueError("MatchAs must specify a target name if a pattern is given")

    def check_alternatives(self, node, field, value):
        if len(value) < 2:
            raise ValueError("MatchOr requires at least 2 patterns")

    def check_singleton(self, node, field, value):
        if value is not None and value is not True and value is not False:
            raise ValueError("MatchSingleton can only contain True, False and None")

    def check_mapping(self, node, field, value):
        if len(value or ()) != len(getattr(node, "patterns", ())):
            raise ValueError("MatchMapping doesn't have the same number of keys as patterns")

    def check_attributes(self, node, field, value):
        if len(value or ()) != len(getattr(node, "kwd_patterns", ())):
            raise ValueError("MatchClass doesn't have the same number of keyword attributes as patterns")

    def check_dotted(self, node, field, value):
        while isinstance(value, Attribute):
            value = value.value
        if not isinstance(value, Name):
            raise ValueError("MatchClass cls field can only contain Name or Attribute nodes.")

    def check_key(self, node, field, value):
        singleton = isinstance(value, Constant) and type(value.value) in (bool, type(None))
        if not singleton:
            self.check_literal(node, field, value)

    def check_literal(self, node, field, value):
        self.in_context(value, "Load")
        if isinstance(value, Constant):
            if type(value.value) not in (int, float, complex, str, bytes):
                raise ValueError("unexpected constant inside of a literal pattern")
        elif not isinstance(value, (Attribute, JoinedStr)) and not _is_signed(value) \
                and not _is_sum(value):
            raise ValueError("patterns may only match literals and attribute lookups")


def _is_number(node, *types):
    return isinstance(node, Constant) and type(node.value) in types


def _is_signed(node, *types):
    return (isinstance(node, UnaryOp) and isinstance(node.op, USub)
            and _is_number(node.operand, *types or (int, float, complex)))


def _is_sum(node):
    return (isinstance(node, BinOp) and isinstance(node.op, (Add, Sub))
            and (_is_number(node.left, int, float) or _is_signed(node.left, int, float))
            and _is_number(node.right, complex))
