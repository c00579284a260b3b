//! The syntax tree: CPython's `ast` node for node, as plain Rust data.
//!
//! It knows nothing of tokens or of the parser generator, and nothing of scopes: names are not
//! mangled and an assignment target is an ordinary expression (`check` has made sure that it is a
//! legal one). Differences from `ast`, all for the sake of whoever walks the tree:
//!
//! * `async def`, `async for` and `async with` are the plain nodes with `is_async` set;
//! * an `if`/`elif`/`else` chain is one [`StmtKind::If`] with several branches, so that a long
//!   chain is not a deep tree;
//! * a comparison keeps its operators and right-hand operands together, a dict its keys and values,
//!   a parameter its default.

use std::fmt;
use std::rc::Rc;

/// An identifier, NFKC-normalised as Python requires.
pub type Ident = Rc<str>;

/// A half-open range of byte offsets into the decoded source.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset just past the last byte.
    pub end: u32,
}

impl Span {
    /// The range from `start` up to, not including, `end`.
    pub const fn new(start: u32, end: u32) -> Span {
        Span { start, end }
    }

    /// The smallest range that covers both.
    pub fn to(self, other: Span) -> Span {
        Span::new(self.start, other.end)
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

/// What `parse` returns: one of the three forms `compile()` knows.
#[derive(Debug, Clone, PartialEq)]
pub enum Ast {
    /// A file: `compile(..., 'exec')`.
    Module(Vec<Stmt>),
    /// One statement typed at the prompt: `compile(..., 'single')`.
    Interactive(Vec<Stmt>),
    /// One expression: `compile(..., 'eval')`.
    Expression(Box<Expr>),
}

/// A statement.
#[derive(Debug, Clone, PartialEq)]
pub struct Stmt {
    /// From the statement's first token to its last; a decorated definition starts at `def`/`class`.
    pub span: Span,
    /// Which statement, and its parts.
    pub kind: StmtKind,
}

/// The kinds of statement.
#[derive(Debug, Clone, PartialEq)]
pub enum StmtKind {
    /// `def` and `async def`.
    FunctionDef(Box<FunctionDef>),
    /// `class`.
    ClassDef(Box<ClassDef>),
    /// `return value`.
    Return(Option<Box<Expr>>),
    /// `del targets`.
    Delete(Vec<Expr>),
    /// `a = b = value`.
    Assign {
        /// From left to right.
        targets: Vec<Expr>,
        /// Evaluated first.
        value: Box<Expr>,
    },
    /// `type Name[T] = value`.
    TypeAlias(Box<TypeAlias>),
    /// `target += value`.
    AugAssign {
        /// A name, attribute or subscript.
        target: Box<Expr>,
        /// The operator without its `=`.
        op: Operator,
        /// Where the operator stands, `=` included.
        op_span: Span,
        /// The right-hand side.
        value: Box<Expr>,
    },
    /// `target: annotation = value`.
    AnnAssign(Box<AnnAssign>),
    /// `for` and `async for`.
    For(Box<For>),
    /// `while test`.
    While {
        /// The condition.
        test: Box<Expr>,
        /// The loop's body.
        body: Vec<Stmt>,
        /// The `else` block, empty when absent.
        orelse: Vec<Stmt>,
    },
    /// `if`, its `elif`s and its `else`.
    If {
        /// The `if` branch, then each `elif`. Never empty.
        branches: Vec<IfBranch>,
        /// The `else` block, empty when absent.
        orelse: Vec<Stmt>,
    },
    /// `with` and `async with`.
    With(Box<With>),
    /// `match`.
    Match {
        /// What is matched.
        subject: Box<Expr>,
        /// The `case` blocks.
        cases: Vec<MatchCase>,
    },
    /// `raise exc from cause`.
    Raise {
        /// Absent in a bare `raise`.
        exc: Option<Box<Expr>>,
        /// After `from`.
        cause: Option<Box<Expr>>,
    },
    /// `try`.
    Try(Box<Try>),
    /// `assert test, msg`.
    Assert {
        /// The condition.
        test: Box<Expr>,
        /// The message.
        msg: Option<Box<Expr>>,
    },
    /// `import a.b as c`.
    Import(Vec<Alias>),
    /// `from ..module import names`.
    ImportFrom {
        /// The dotted name, absent in `from . import x`.
        module: Option<Ident>,
        /// `*` is an alias of that name.
        names: Vec<Alias>,
        /// The number of leading dots.
        level: u32,
    },
    /// `global names`.
    Global(Vec<Ident>),
    /// `nonlocal names`.
    Nonlocal(Vec<Ident>),
    /// An expression on a line of its own.
    Expr(Box<Expr>),
    /// `pass`.
    Pass,
    /// `break`.
    Break,
    /// `continue`.
    Continue,
    /// The statements of a function that [`crate::parse_outline`] has left out.
    Skipped,
}

/// `def name[type_params](args) -> returns: body`.
#[derive(Debug, Clone, PartialEq)]
pub struct FunctionDef {
    /// The function's name.
    pub name: Ident,
    /// Where the name stands.
    pub name_span: Span,
    /// Parameters.
    pub args: Arguments,
    /// Never empty.
    pub body: Vec<Stmt>,
    /// From top to bottom; the spans leave out the `@`.
    pub decorators: Vec<Expr>,
    /// The annotation after `->`.
    pub returns: Option<Box<Expr>>,
    /// `[T, *Ts, **P]`.
    pub type_params: Vec<TypeParam>,
    /// Whether this is `async def`.
    pub is_async: bool,
}

/// `class name[type_params](bases, keywords): body`.
#[derive(Debug, Clone, PartialEq)]
pub struct ClassDef {
    /// The class's name.
    pub name: Ident,
    /// Where the name stands.
    pub name_span: Span,
    /// Positional arguments; may hold `Starred`.
    pub bases: Vec<Expr>,
    /// Keyword arguments and `**` arguments.
    pub keywords: Vec<Keyword>,
    /// Never empty.
    pub body: Vec<Stmt>,
    /// From top to bottom; the spans leave out the `@`.
    pub decorators: Vec<Expr>,
    /// `[T, *Ts, **P]`.
    pub type_params: Vec<TypeParam>,
}

/// `type name[type_params] = value`.
#[derive(Debug, Clone, PartialEq)]
pub struct TypeAlias {
    /// Always an [`ExprKind::Name`].
    pub name: Expr,
    /// `[T, *Ts, **P]`.
    pub type_params: Vec<TypeParam>,
    /// Evaluated lazily.
    pub value: Expr,
}

/// `target: annotation = value`.
#[derive(Debug, Clone, PartialEq)]
pub struct AnnAssign {
    /// A name, attribute or subscript.
    pub target: Expr,
    /// The annotation.
    pub annotation: Expr,
    /// The value, if one is assigned.
    pub value: Option<Expr>,
    /// A bare name, not in parentheses: only then is the annotation recorded.
    pub simple: bool,
}

/// `for target in iter: body`.
#[derive(Debug, Clone, PartialEq)]
pub struct For {
    /// An assignment target.
    pub target: Expr,
    /// What is iterated over.
    pub iter: Expr,
    /// The loop's body.
    pub body: Vec<Stmt>,
    /// The `else` block, empty when absent.
    pub orelse: Vec<Stmt>,
    /// Whether this is `async for`.
    pub is_async: bool,
}

/// One `if` or `elif` of a chain.
#[derive(Debug, Clone, PartialEq)]
pub struct IfBranch {
    /// From the `if` or `elif` keyword to the end of the whole chain, as in CPython's nested `If`.
    pub span: Span,
    /// The condition.
    pub test: Expr,
    /// Never empty.
    pub body: Vec<Stmt>,
}

/// `with items: body`.
#[derive(Debug, Clone, PartialEq)]
pub struct With {
    /// Never empty.
    pub items: Vec<WithItem>,
    /// Never empty.
    pub body: Vec<Stmt>,
    /// Whether this is `async with`.
    pub is_async: bool,
}

/// One context manager of a `with`.
#[derive(Debug, Clone, PartialEq)]
pub struct WithItem {
    /// The context manager.
    pub context_expr: Expr,
    /// The target after `as`.
    pub optional_vars: Option<Expr>,
}

/// `try` with its clauses.
#[derive(Debug, Clone, PartialEq)]
pub struct Try {
    /// Never empty.
    pub body: Vec<Stmt>,
    /// All `except`, or all `except*` when `is_star`.
    pub handlers: Vec<ExceptHandler>,
    /// The `else` block, empty when absent.
    pub orelse: Vec<Stmt>,
    /// The `finally` block, empty when absent.
    pub finalbody: Vec<Stmt>,
    /// Whether the handlers are `except*` (CPython's `TryStar`).
    pub is_star: bool,
}

/// `except typ as name: body`.
#[derive(Debug, Clone, PartialEq)]
pub struct ExceptHandler {
    /// From `except` to the end of the body.
    pub span: Span,
    /// Absent in a bare `except:`.
    pub typ: Option<Expr>,
    /// The name after `as`.
    pub name: Option<Ident>,
    /// Never empty.
    pub body: Vec<Stmt>,
}

/// `case pattern if guard: body`.
#[derive(Debug, Clone, PartialEq)]
pub struct MatchCase {
    /// The pattern.
    pub pattern: Pattern,
    /// The condition after `if`.
    pub guard: Option<Expr>,
    /// Never empty.
    pub body: Vec<Stmt>,
}

/// A pattern of a `case`.
#[derive(Debug, Clone, PartialEq)]
pub struct Pattern {
    /// The pattern's extent; like an expression's, without enclosing parentheses.
    pub span: Span,
    /// Height of the tree below, counting this node.
    pub depth: u32,
    /// Which pattern, and its parts.
    pub kind: PatternKind,
}

/// The kinds of pattern.
#[derive(Debug, Clone, PartialEq)]
pub enum PatternKind {
    /// Compares with `==`: a number, string, or dotted name.
    MatchValue(Box<Expr>),
    /// Compares with `is`.
    MatchSingleton(Singleton),
    /// `[a, b, *rest]`.
    MatchSequence(Vec<Pattern>),
    /// `{key: pattern, **rest}`.
    MatchMapping {
        /// Keys with their patterns.
        items: Vec<(Expr, Pattern)>,
        /// The name after `**`.
        rest: Option<Ident>,
    },
    /// `Cls(patterns, name=pattern)`.
    MatchClass(Box<MatchClass>),
    /// `*name`; `None` for `*_`. Only inside a sequence.
    MatchStar(Option<Ident>),
    /// `pattern as name`, a capture (no pattern) or the wildcard (neither).
    MatchAs {
        /// The pattern before `as`.
        pattern: Option<Box<Pattern>>,
        /// The name bound.
        name: Option<Ident>,
    },
    /// `a | b | c`.
    MatchOr(Vec<Pattern>),
}

/// `Cls(patterns, name=pattern)`.
#[derive(Debug, Clone, PartialEq)]
pub struct MatchClass {
    /// A name or dotted name.
    pub cls: Expr,
    /// Positional sub-patterns.
    pub patterns: Vec<Pattern>,
    /// Keyword sub-patterns.
    pub kwd_patterns: Vec<(Ident, Pattern)>,
}

/// The constants a pattern compares with `is`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Singleton {
    /// `None`
    None,
    /// `True`
    True,
    /// `False`
    False,
}

/// An expression.
#[derive(Debug, Clone, PartialEq)]
pub struct Expr {
    /// The expression's extent. Enclosing parentheses don't count, but a tuple's or a generator's own do.
    pub span: Span,
    /// Height of the tree below, counting this node; at most [`crate::MAX_DEPTH`], so recursion
    /// over an expression is bounded.
    pub depth: u32,
    /// Whether it was written in parentheses of its own (`(a)`, `(a, b)`, `(x for x in y)`).
    pub parenthesised: bool,
    /// Which expression, and its parts.
    pub kind: ExprKind,
}

/// The kinds of expression.
#[derive(Debug, Clone, PartialEq)]
pub enum ExprKind {
    /// `a and b and c`.
    BoolOp {
        /// `and` or `or`.
        op: BoolOperator,
        /// At least two.
        values: Vec<Expr>,
    },
    /// `target := value`.
    NamedExpr {
        /// Always a name.
        target: Box<Expr>,
        /// The value.
        value: Box<Expr>,
    },
    /// `left + right`.
    BinOp {
        /// Left operand.
        left: Box<Expr>,
        /// The operator.
        op: Operator,
        /// Where the operator stands.
        op_span: Span,
        /// Right operand.
        right: Box<Expr>,
    },
    /// `-operand`.
    UnaryOp {
        /// The operator.
        op: UnaryOperator,
        /// The operand.
        operand: Box<Expr>,
    },
    /// `lambda args: body`.
    Lambda {
        /// Parameters.
        args: Box<Arguments>,
        /// The value.
        body: Box<Expr>,
    },
    /// `body if test else orelse`.
    IfExp {
        /// The condition.
        test: Box<Expr>,
        /// The value when true.
        body: Box<Expr>,
        /// The value when false.
        orelse: Box<Expr>,
    },
    /// `{key: value, **mapping}`; an item without a key is a `**mapping`.
    Dict(Vec<(Option<Expr>, Expr)>),
    /// `{a, b}`.
    Set(Vec<Expr>),
    /// `[elt for ...]`.
    ListComp {
        /// The element.
        elt: Box<Expr>,
        /// Never empty.
        generators: Vec<Comprehension>,
    },
    /// `{elt for ...}`.
    SetComp {
        /// The element.
        elt: Box<Expr>,
        /// Never empty.
        generators: Vec<Comprehension>,
    },
    /// `{key: value for ...}`.
    DictComp(Box<DictComp>),
    /// `(elt for ...)`.
    GeneratorExp {
        /// The element.
        elt: Box<Expr>,
        /// Never empty.
        generators: Vec<Comprehension>,
    },
    /// `await value`.
    Await(Box<Expr>),
    /// `yield value`.
    Yield(Option<Box<Expr>>),
    /// `yield from value`.
    YieldFrom(Box<Expr>),
    /// `left < a <= b`.
    Compare {
        /// The first operand.
        left: Box<Expr>,
        /// Each operator with the operand to its right. Never empty.
        rest: Vec<(CmpOperator, Expr)>,
    },
    /// `func(args, keywords)`.
    Call(Box<Call>),
    /// `{value!r:spec}` inside an f-string.
    FormattedValue {
        /// The expression.
        value: Box<Expr>,
        /// `!s`, `!r` or `!a`.
        conversion: Option<Conversion>,
        /// Always a `JoinedStr`.
        format_spec: Option<Box<Expr>>,
    },
    /// An f-string: string constants and `FormattedValue`s. The text of `{x=}` is already a constant.
    JoinedStr(Vec<Expr>),
    /// A literal.
    Constant(Constant),
    /// `value.attr`.
    Attribute {
        /// The object.
        value: Box<Expr>,
        /// The attribute's name.
        attr: Ident,
        /// Where the name stands.
        attr_span: Span,
    },
    /// `value[slice]`.
    Subscript {
        /// The object.
        value: Box<Expr>,
        /// The index: any expression, a `Slice`, or a tuple of them.
        slice: Box<Expr>,
    },
    /// `*value`.
    Starred(Box<Expr>),
    /// An identifier.
    Name(Ident),
    /// `[a, b]`.
    List(Vec<Expr>),
    /// `(a, b)` or `a, b`.
    Tuple(Vec<Expr>),
    /// `lower:upper:step`, only inside a subscript.
    Slice {
        /// Before the first colon.
        lower: Option<Box<Expr>>,
        /// After the first colon.
        upper: Option<Box<Expr>>,
        /// After the second colon.
        step: Option<Box<Expr>>,
    },
}

/// `func(args, keywords)`.
#[derive(Debug, Clone, PartialEq)]
pub struct Call {
    /// What is called.
    pub func: Expr,
    /// Positional arguments; may hold `Starred`.
    pub args: Vec<Expr>,
    /// Keyword arguments and `**` arguments.
    pub keywords: Vec<Keyword>,
}

/// `{key: value for ...}`.
#[derive(Debug, Clone, PartialEq)]
pub struct DictComp {
    /// The key.
    pub key: Expr,
    /// The value.
    pub value: Expr,
    /// Never empty.
    pub generators: Vec<Comprehension>,
}

/// `for target in iter if cond if cond`.
#[derive(Debug, Clone, PartialEq)]
pub struct Comprehension {
    /// An assignment target.
    pub target: Expr,
    /// What is iterated over.
    pub iter: Expr,
    /// The conditions.
    pub ifs: Vec<Expr>,
    /// Whether this is `async for`.
    pub is_async: bool,
}

/// `name=value`, or `**value` when there is no name.
#[derive(Debug, Clone, PartialEq)]
pub struct Keyword {
    /// From the name (or `**`) to the end of the value.
    pub span: Span,
    /// The name.
    pub arg: Option<Ident>,
    /// The value.
    pub value: Expr,
}

/// The parameters of a function.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Arguments {
    /// Before `/`.
    pub posonlyargs: Vec<Parameter>,
    /// Positional or keyword.
    pub args: Vec<Parameter>,
    /// `*args`.
    pub vararg: Option<Arg>,
    /// After `*`.
    pub kwonlyargs: Vec<Parameter>,
    /// `**kwargs`.
    pub kwarg: Option<Arg>,
}

/// A parameter that may have a default.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameter {
    /// The name and its annotation.
    pub arg: Arg,
    /// The default.
    pub default: Option<Box<Expr>>,
}

/// A parameter's name and annotation.
#[derive(Debug, Clone, PartialEq)]
pub struct Arg {
    /// From the name to the end of the annotation.
    pub span: Span,
    /// The name.
    pub name: Ident,
    /// The annotation; `Starred` is possible for `*args: *Ts`.
    pub annotation: Option<Box<Expr>>,
}

/// `name as asname` of an import.
#[derive(Debug, Clone, PartialEq)]
pub struct Alias {
    /// The whole alias.
    pub span: Span,
    /// A dotted name, or `*`.
    pub name: Ident,
    /// The name after `as`.
    pub asname: Option<Ident>,
}

/// A type parameter.
#[derive(Debug, Clone, PartialEq)]
pub struct TypeParam {
    /// The whole parameter.
    pub span: Span,
    /// The name.
    pub name: Ident,
    /// Which of the three.
    pub kind: TypeParamKind,
    /// After `=`.
    pub default: Option<Box<Expr>>,
}

/// The kinds of type parameter.
#[derive(Debug, Clone, PartialEq)]
pub enum TypeParamKind {
    /// `T` or `T: bound`.
    TypeVar {
        /// A tuple expression means constraints.
        bound: Option<Box<Expr>>,
    },
    /// `*Ts`.
    TypeVarTuple,
    /// `**P`.
    ParamSpec,
}

/// A literal. Adjacent string literals are already joined.
#[derive(Debug, Clone, PartialEq)]
pub enum Constant {
    /// `None`
    None,
    /// `True`
    True,
    /// `False`
    False,
    /// `...`
    Ellipsis,
    /// An integer that fits.
    Int(i64),
    /// A larger one: its digits without underscores, with the radix prefix if it has one.
    BigInt(Rc<str>),
    /// A floating-point number.
    Float(f64),
    /// An imaginary number; this is the imaginary part.
    Complex(f64),
    /// A string.
    Str {
        /// UTF-8, except that lone surrogates are encoded like other code points (WTF-8's superset:
        /// a high and a low surrogate stay two code points).
        value: Rc<[u8]>,
        /// Whether the (first) literal has a `u` prefix.
        u_prefix: bool,
    },
    /// A bytes object.
    Bytes(Rc<[u8]>),
}

/// `and`, `or`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BoolOperator {
    /// `and`
    And,
    /// `or`
    Or,
}

/// The binary arithmetic operators.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Operator {
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mult,
    /// `@`
    MatMult,
    /// `/`
    Div,
    /// `%`
    Mod,
    /// `**`
    Pow,
    /// `<<`
    LShift,
    /// `>>`
    RShift,
    /// `|`
    BitOr,
    /// `^`
    BitXor,
    /// `&`
    BitAnd,
    /// `//`
    FloorDiv,
}

/// The unary operators.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UnaryOperator {
    /// `~`
    Invert,
    /// `not`
    Not,
    /// `+`
    UAdd,
    /// `-`
    USub,
}

/// The comparison operators.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CmpOperator {
    /// `==`
    Eq,
    /// `!=`
    NotEq,
    /// `<`
    Lt,
    /// `<=`
    LtE,
    /// `>`
    Gt,
    /// `>=`
    GtE,
    /// `is`
    Is,
    /// `is not`
    IsNot,
    /// `in`
    In,
    /// `not in`
    NotIn,
}

/// The conversion of a replacement field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conversion {
    /// `!s`
    Str,
    /// `!r`
    Repr,
    /// `!a`
    Ascii,
}
