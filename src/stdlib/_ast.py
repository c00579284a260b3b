"""The classes of syntax trees, one per production of Python's abstract grammar.

GRAMMAR has a line per class: its name, its base and its fields. A field is a
type and a name; ? behind the type makes it optional, * a list.
"""

import _seal

PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000
PyCF_ONLY_AST = 0x400
PyCF_OPTIMIZED_AST = 0x8400
PyCF_TYPE_COMMENTS = 0x1000

GRAMMAR = """
mod AST
Module mod: stmt* body, type_ignore* type_ignores
Interactive mod: stmt* body
Expression mod: expr body
FunctionType mod: expr* argtypes, expr returns
stmt AST
FunctionDef stmt: identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params
AsyncFunctionDef stmt: identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params
ClassDef stmt: identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list, type_param* type_params
Return stmt: expr? value
Delete stmt: expr* targets
Assign stmt: expr* targets, expr value, string? type_comment
TypeAlias stmt: expr name, type_param* type_params, expr value
AugAssign stmt: expr target, operator op, expr value
AnnAssign stmt: expr target, expr annotation, expr? value, int simple
For stmt: expr target, expr iter, stmt* body, stmt* orelse, string? type_comment
AsyncFor stmt: expr target, expr iter, stmt* body, stmt* orelse, string? type_comment
While stmt: expr test, stmt* body, stmt* orelse
If stmt: expr test, stmt* body, stmt* orelse
With stmt: withitem* items, stmt* body, string? type_comment
AsyncWith stmt: withitem* items, stmt* body, string? type_comment
Match stmt: expr subject, match_case* cases
Raise stmt: expr? exc, expr? cause
Try stmt: stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody
TryStar stmt: stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody
Assert stmt: expr test, expr? msg
Import stmt: alias* names
ImportFrom stmt: identifier? module, alias* names, int? level
Global stmt: identifier* names
Nonlocal stmt: identifier* names
Expr stmt: expr value
Pass stmt
Break stmt
Continue stmt
expr AST
BoolOp expr: boolop op, expr* values
NamedExpr expr: expr target, expr value
BinOp expr: expr left, operator op, expr right
UnaryOp expr: unaryop op, expr operand
Lambda expr: arguments args, expr body
IfExp expr: expr test, expr body, expr orelse
Dict expr: expr?* keys, expr* values
Set expr: expr* elts
ListComp expr: expr elt, comprehension* generators
SetComp expr: expr elt, comprehension* generators
DictComp expr: expr key, expr value, comprehension* generators
GeneratorExp expr: expr elt, comprehension* generators
Await expr: expr value
Yield expr: expr? value
YieldFrom expr: expr value
Compare expr: expr left, cmpop* ops, expr* comparators
Call expr: expr func, expr* args, keyword* keywords
FormattedValue expr: expr value, int conversion, expr? format_spec
JoinedStr expr: expr* values
Constant expr: constant value, string? kind
Attribute expr: expr value, identifier attr, expr_context ctx
Subscript expr: expr value, expr slice, expr_context ctx
Starred expr: expr value, expr_context ctx
Name expr: identifier id, expr_context ctx
List expr: expr* elts, expr_context ctx
Tuple expr: expr* elts, expr_context ctx
Slice expr: expr? lower, expr? upper, expr? step
expr_context AST
Load expr_context
Store expr_context
Del expr_context
boolop AST
And boolop
Or boolop
operator AST
Add operator
Sub operator
Mult operator
MatMult operator
Div operator
Mod operator
Pow operator
LShift operator
RShift operator
BitOr operator
BitXor operator
BitAnd operator
FloorDiv operator
unaryop AST
Invert unaryop
Not unaryop
UAdd unaryop
USub unaryop
cmpop AST
Eq cmpop
NotEq cmpop
Lt cmpop
LtE cmpop
Gt cmpop
GtE cmpop
Is cmpop
IsNot cmpop
In cmpop
NotIn cmpop
comprehension AST: expr target, expr iter, expr* ifs, int is_async
excepthandler AST
ExceptHandler excepthandler: expr? type, identifier? name, stmt* body
arguments AST: arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr?* kw_defaults, arg? kwarg, expr* defaults
arg AST: identifier arg, expr? annotation, string? type_comment
keyword AST: identifier? arg, expr value
alias AST: identifier name, identifier? asname
withitem AST: expr context_expr, expr? optional_vars
match_case AST: pattern pattern, expr? guard, stmt* body
pattern AST
MatchValue pattern: expr value
MatchSingleton pattern: constant value
MatchSequence pattern: pattern* patterns
MatchMapping pattern: expr* keys, pattern* patterns, identifier? rest
MatchClass pattern: expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns
MatchStar pattern: identifier? name
MatchAs pattern: pattern? pattern, identifier? name
MatchOr pattern: pattern* patterns
type_ignore AST
TypeIgnore type_ignore: int lineno, string tag
type_param AST
TypeVar type_param: identifier name, expr? bound, expr? default_value
ParamSpec type_param: identifier name, expr? default_value
TypeVarTuple type_param: identifier name, expr? default_value
"""

PLACED = ("stmt", "expr", "excepthandler", "arg", "keyword", "alias", "pattern",
          "type_param")
PLACE = ("lineno", "col_offset", "end_lineno", "end_col_offset")
BUILT_IN = {"identifier": str, "string": str, "int": int, "constant": object}


class AST:
    _fields = ()
    _attributes = ()
    _field_types = {}
    __match_args__ = ()

    def __init__(self, *args, **kwargs):
        cls = type(self)
        fields = cls._fields
        if len(args) > len(fields):
            s = "" if len(fields) == 1 else "s"
            raise TypeError(f"{cls.__name__} constructor takes at most "
                            f"{len(fields)} positional argument{s}")
        missing = dict.fromkeys(fields)
        for name, value in zip(fields, args):
            setattr(self, name, value)
            del missing[name]
        for name, value in kwargs.items():
            if name in missing:
                del missing[name]
            elif name in fields:
                raise TypeError(f"{cls.__name__} got multiple values for "
                                f"argument {name!r}")
            elif name not in cls._attributes:
                _warn(f"{cls.__name__}.__init__ got an unexpected keyword argument "
                      f"{name!r}. Support for arbitrary keyword arguments is "
                      "deprecated and will be removed in Python 3.15.")
            setattr(self, name, value)
        for name in missing:
            _fill_in(self, cls, name)

    def __reduce__(self):
        state = dict(self.__dict__)
        fields = []
        for name in self._fields:
            if name not in state:
                break
            fields.append(state.pop(name))
        return type(self), tuple(fields), state or None


def _warn(message):
    import warnings
    warnings.warn(message, DeprecationWarning, stacklevel=3)


def _fill_in(node, cls, name):
    """A field that the constructor was not given."""
    kind = cls._field_types.get(name)
    if name in vars(cls) or hasattr(cls, name):
        return
    if kind is None:
        _warn(f"Field {name!r} is missing from {cls.__name__}._field_types. "
              "This will become an error in Python 3.15.")
    elif getattr(kind, "__origin__", None) is list:
        setattr(node, name, [])
    elif kind is expr_context:
        node.ctx = Load()
    else:
        _warn(f"{cls.__name__}.__init__ missing 1 required positional argument: "
              f"{name!r}. This will become an error in Python 3.15.")


def _field_type(text):
    name = text.rstrip("?*")
    kind = BUILT_IN.get(name) or globals()[name]
    if text.endswith("*"):
        return list[kind]
    return kind | None if text.endswith("?") else kind


def _make_classes():
    rows = []
    for line in GRAMMAR.strip().splitlines():
        head, _, tail = line.partition(": ")
        name, base = head.split()
        fields = [field.split() for field in tail.split(", ")] if tail else []
        names = tuple(field for _, field in fields)
        namespace = {"__module__": "ast", "__doc__": _signature(name, fields),
                     "_fields": names, "__match_args__": names}
        if name in PLACED:
            namespace["_attributes"] = PLACE
            namespace["end_lineno"] = namespace["end_col_offset"] = None
        for kind, field in fields:
            if kind.endswith("?"):
                namespace[field] = None
        globals()[name] = type(name, (globals()[base],), namespace)
        rows.append((globals()[name], fields))
    for cls, fields in rows:
        cls._field_types = {field: _field_type(kind) for kind, field in fields}


def _signature(name, fields):
    if not fields:
        return name
    return f"{name}({', '.join(f'{kind} {field}' for kind, field in fields)})"


AST.__module__ = "ast"
_make_classes()
_seal.seal(AST, immutable=False)
