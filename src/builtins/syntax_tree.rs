//! `compile(..., PyCF_ONLY_AST)`: the parser's tree as objects of the classes in `_ast`.
//!
//! The classes themselves are Python (`_ast.py`). The way back, from objects to code, does not exist yet.

use crate::exec::tree::Source;
use crate::lower::literal;
use crate::object::lookup;
use crate::object::value::{PyResult, Value};
use crate::vm::Vm;
use dunder_grammar::ast::{self, *};

/// Makes a module of `_ast` out of a parsed text.
///
/// # Errors
/// What importing `_ast` and making its objects raises.
pub fn objects(vm: &Vm, source: &Source, tree: &Ast) -> PyResult {
    let module = crate::exec::import::import_absolute(vm, "_ast")?;
    let new = lookup::get(vm, &vm.types.object.value(), &vm.intern("__new__"))?;
    let maker = Maker {
        vm,
        source,
        module,
        new,
    };
    match tree {
        Ast::Module(body) => {
            let fields = [
                ("body", maker.body(body)?),
                ("type_ignores", vm.list(Vec::new())),
            ];
            maker.node("Module", fields)
        }
        Ast::Interactive(body) => maker.node("Interactive", [("body", maker.body(body)?)]),
        Ast::Expression(body) => maker.node("Expression", [("body", maker.expr(body)?)]),
    }
}

/// What an expression in an assignment's place is for.
#[derive(Clone, Copy)]
enum Context {
    Load,
    Store,
    Del,
}

impl Context {
    fn name(self) -> &'static str {
        match self {
            Context::Load => "Load",
            Context::Store => "Store",
            Context::Del => "Del",
        }
    }
}

/// The name of a field and its value.
type Field = (&'static str, Value);

struct Maker<'a> {
    vm: &'a Vm,
    source: &'a Source,
    module: Value,
    new: Value,
}

impl Maker<'_> {
    fn node(&self, class: &str, fields: impl IntoIterator<Item = Field>) -> PyResult {
        let vm = self.vm;
        let class = lookup::get(vm, &self.module, &vm.intern(class))?;
        let made = vm.call(&self.new, &[class])?;
        for (name, value) in fields {
            lookup::set(vm, &made, &vm.intern(name), value)?;
        }
        Ok(made)
    }

    /// A node that has a place.
    fn placed(&self, class: &str, span: Span, fields: impl IntoIterator<Item = Field>) -> PyResult {
        let made = self.node(class, fields)?;
        let lines = self.source.lines();
        let (start, end) = (
            lines.byte_position(span.start),
            lines.byte_position(span.end),
        );
        for (name, at) in [
            ("lineno", start.line),
            ("col_offset", start.column),
            ("end_lineno", end.line),
            ("end_col_offset", end.column),
        ] {
            lookup::set(self.vm, &made, &self.vm.intern(name), Value::Int(at.into()))?;
        }
        Ok(made)
    }

    fn list<T>(&self, items: &[T], make: impl Fn(&T) -> PyResult) -> PyResult {
        let made = items.iter().map(make).collect::<PyResult<Vec<_>>>()?;
        Ok(self.vm.list(made))
    }

    fn name(&self, name: &Ident) -> Value {
        self.vm.intern(name).into()
    }

    fn names(&self, names: &[Ident]) -> Value {
        self.vm
            .list(names.iter().map(|name| self.name(name)).collect())
    }

    fn optional_name(&self, name: &Option<Ident>) -> Value {
        name.as_ref().map_or(Value::None, |name| self.name(name))
    }

    fn body(&self, body: &[Stmt]) -> PyResult {
        self.list(body, |stmt| self.stmt(stmt))
    }

    fn expr(&self, e: &Expr) -> PyResult {
        self.expr_for(e, Context::Load)
    }

    fn exprs(&self, all: &[Expr]) -> PyResult {
        self.list(all, |e| self.expr(e))
    }

    fn exprs_for(&self, all: &[Expr], context: Context) -> PyResult {
        self.list(all, |e| self.expr_for(e, context))
    }

    fn optional(&self, e: Option<&Expr>) -> PyResult {
        e.map_or(Ok(Value::None), |e| self.expr(e))
    }

    // -----------------------------------------------------------------------------------------
    // Statements

    fn stmt(&self, stmt: &Stmt) -> PyResult {
        let _guard = self.vm.recurse(" during ast construction")?;
        let span = stmt.span;
        let (class, fields): (&str, Vec<Field>) = match &stmt.kind {
            StmtKind::FunctionDef(function) => return self.function(function, span),
            StmtKind::ClassDef(class) => (
                "ClassDef",
                vec![
                    ("name", self.name(&class.name)),
                    ("bases", self.exprs(&class.bases)?),
                    ("keywords", self.keywords(&class.keywords)?),
                    ("body", self.body(&class.body)?),
                    ("decorator_list", self.exprs(&class.decorators)?),
                    ("type_params", self.type_params(&class.type_params)?),
                ],
            ),
            StmtKind::Return(value) => {
                ("Return", vec![("value", self.optional(value.as_deref())?)])
            }
            StmtKind::Delete(targets) => {
                let targets = self.exprs_for(targets, Context::Del)?;
                ("Delete", vec![("targets", targets)])
            }
            StmtKind::Assign { targets, value } => (
                "Assign",
                vec![
                    ("targets", self.exprs_for(targets, Context::Store)?),
                    ("value", self.expr(value)?),
                    ("type_comment", Value::None),
                ],
            ),
            StmtKind::TypeAlias(alias) => (
                "TypeAlias",
                vec![
                    ("name", self.expr_for(&alias.name, Context::Store)?),
                    ("type_params", self.type_params(&alias.type_params)?),
                    ("value", self.expr(&alias.value)?),
                ],
            ),
            StmtKind::AugAssign {
                target, op, value, ..
            } => (
                "AugAssign",
                vec![
                    ("target", self.expr_for(target, Context::Store)?),
                    ("op", self.node(operator(*op), [])?),
                    ("value", self.expr(value)?),
                ],
            ),
            StmtKind::AnnAssign(ann) => (
                "AnnAssign",
                vec![
                    ("target", self.expr_for(&ann.target, Context::Store)?),
                    ("annotation", self.expr(&ann.annotation)?),
                    ("value", self.optional(ann.value.as_ref())?),
                    ("simple", Value::Int(ann.simple.into())),
                ],
            ),
            StmtKind::While { test, body, orelse } => (
                "While",
                vec![
                    ("test", self.expr(test)?),
                    ("body", self.body(body)?),
                    ("orelse", self.body(orelse)?),
                ],
            ),
            StmtKind::If { branches, orelse } => return self.branches(branches, orelse),
            StmtKind::For(node) => return self.for_loop(node, span),
            StmtKind::With(node) => return self.with(node, span),
            StmtKind::Try(node) => return self.try_stmt(node, span),
            StmtKind::Match { subject, cases } => (
                "Match",
                vec![
                    ("subject", self.expr(subject)?),
                    ("cases", self.list(cases, |case| self.case(case))?),
                ],
            ),
            simple => self.simple(simple)?,
        };
        self.placed(class, span, fields)
    }

    fn simple(&self, kind: &StmtKind) -> PyResult<(&'static str, Vec<Field>)> {
        Ok(match kind {
            StmtKind::Raise { exc, cause } => (
                "Raise",
                vec![
                    ("exc", self.optional(exc.as_deref())?),
                    ("cause", self.optional(cause.as_deref())?),
                ],
            ),
            StmtKind::Assert { test, msg } => (
                "Assert",
                vec![
                    ("test", self.expr(test)?),
                    ("msg", self.optional(msg.as_deref())?),
                ],
            ),
            StmtKind::Import(names) => ("Import", vec![("names", self.aliases(names)?)]),
            StmtKind::ImportFrom {
                module,
                names,
                level,
            } => (
                "ImportFrom",
                vec![
                    ("module", self.optional_name(module)),
                    ("names", self.aliases(names)?),
                    ("level", Value::Int((*level).into())),
                ],
            ),
            StmtKind::Global(names) => ("Global", vec![("names", self.names(names))]),
            StmtKind::Nonlocal(names) => ("Nonlocal", vec![("names", self.names(names))]),
            StmtKind::Expr(value) => ("Expr", vec![("value", self.expr(value)?)]),
            StmtKind::Break => ("Break", Vec::new()),
            StmtKind::Continue => ("Continue", Vec::new()),
            _ => ("Pass", Vec::new()),
        })
    }

    fn function(&self, function: &FunctionDef, span: Span) -> PyResult {
        let class = match function.is_async {
            true => "AsyncFunctionDef",
            false => "FunctionDef",
        };
        let fields = [
            ("name", self.name(&function.name)),
            ("args", self.arguments(&function.args)?),
            ("body", self.body(&function.body)?),
            ("decorator_list", self.exprs(&function.decorators)?),
            ("returns", self.optional(function.returns.as_deref())?),
            ("type_comment", Value::None),
            ("type_params", self.type_params(&function.type_params)?),
        ];
        self.placed(class, span, fields)
    }

    /// A chain of branches is nested `If`s, made from the last one on.
    fn branches(&self, branches: &[IfBranch], orelse: &[Stmt]) -> PyResult {
        let mut orelse = self.body(orelse)?;
        let mut made = Value::None;
        for branch in branches.iter().rev() {
            let fields = [
                ("test", self.expr(&branch.test)?),
                ("body", self.body(&branch.body)?),
                ("orelse", orelse),
            ];
            made = self.placed("If", branch.span, fields)?;
            orelse = self.vm.list(vec![made.clone()]);
        }
        Ok(made)
    }

    fn for_loop(&self, node: &For, span: Span) -> PyResult {
        let class = if node.is_async { "AsyncFor" } else { "For" };
        let fields = [
            ("target", self.expr_for(&node.target, Context::Store)?),
            ("iter", self.expr(&node.iter)?),
            ("body", self.body(&node.body)?),
            ("orelse", self.body(&node.orelse)?),
            ("type_comment", Value::None),
        ];
        self.placed(class, span, fields)
    }

    fn with(&self, node: &With, span: Span) -> PyResult {
        let class = if node.is_async { "AsyncWith" } else { "With" };
        let item = |item: &WithItem| {
            let vars = match &item.optional_vars {
                Some(vars) => self.expr_for(vars, Context::Store)?,
                None => Value::None,
            };
            let context = self.expr(&item.context_expr)?;
            self.node(
                "withitem",
                [("context_expr", context), ("optional_vars", vars)],
            )
        };
        let fields = [
            ("items", self.list(&node.items, item)?),
            ("body", self.body(&node.body)?),
            ("type_comment", Value::None),
        ];
        self.placed(class, span, fields)
    }

    fn try_stmt(&self, node: &Try, span: Span) -> PyResult {
        let class = if node.is_star { "TryStar" } else { "Try" };
        let handler = |handler: &ExceptHandler| {
            let fields = [
                ("type", self.optional(handler.typ.as_ref())?),
                ("name", self.optional_name(&handler.name)),
                ("body", self.body(&handler.body)?),
            ];
            self.placed("ExceptHandler", handler.span, fields)
        };
        let fields = [
            ("body", self.body(&node.body)?),
            ("handlers", self.list(&node.handlers, handler)?),
            ("orelse", self.body(&node.orelse)?),
            ("finalbody", self.body(&node.finalbody)?),
        ];
        self.placed(class, span, fields)
    }

    fn aliases(&self, names: &[Alias]) -> PyResult {
        self.list(names, |alias| {
            let fields = [
                ("name", self.name(&alias.name)),
                ("asname", self.optional_name(&alias.asname)),
            ];
            self.placed("alias", alias.span, fields)
        })
    }

    fn type_params(&self, all: &[TypeParam]) -> PyResult {
        self.list(all, |param| {
            let mut fields = vec![("name", self.name(&param.name))];
            let class = match &param.kind {
                TypeParamKind::TypeVar { bound } => {
                    fields.push(("bound", self.optional(bound.as_deref())?));
                    "TypeVar"
                }
                TypeParamKind::TypeVarTuple => "TypeVarTuple",
                TypeParamKind::ParamSpec => "ParamSpec",
            };
            fields.push(("default_value", self.optional(param.default.as_deref())?));
            self.placed(class, param.span, fields)
        })
    }

    // -----------------------------------------------------------------------------------------
    // Patterns

    fn case(&self, case: &MatchCase) -> PyResult {
        let fields = [
            ("pattern", self.pattern(&case.pattern)?),
            ("guard", self.optional(case.guard.as_ref())?),
            ("body", self.body(&case.body)?),
        ];
        self.node("match_case", fields)
    }

    fn patterns(&self, all: &[Pattern]) -> PyResult {
        self.list(all, |pattern| self.pattern(pattern))
    }

    fn pattern(&self, pattern: &Pattern) -> PyResult {
        let (class, fields): (&str, Vec<Field>) = match &pattern.kind {
            PatternKind::MatchValue(value) => ("MatchValue", vec![("value", self.expr(value)?)]),
            PatternKind::MatchSingleton(value) => {
                let value = match value {
                    Singleton::None => Value::None,
                    Singleton::True => Value::True,
                    Singleton::False => Value::False,
                };
                ("MatchSingleton", vec![("value", value)])
            }
            PatternKind::MatchSequence(all) => {
                ("MatchSequence", vec![("patterns", self.patterns(all)?)])
            }
            PatternKind::MatchMapping { items, rest } => (
                "MatchMapping",
                vec![
                    ("keys", self.list(items, |(key, _)| self.expr(key))?),
                    (
                        "patterns",
                        self.list(items, |(_, item)| self.pattern(item))?,
                    ),
                    ("rest", self.optional_name(rest)),
                ],
            ),
            PatternKind::MatchClass(class) => {
                let named = &class.kwd_patterns;
                let names = named.iter().map(|(name, _)| self.name(name)).collect();
                (
                    "MatchClass",
                    vec![
                        ("cls", self.expr(&class.cls)?),
                        ("patterns", self.patterns(&class.patterns)?),
                        ("kwd_attrs", self.vm.list(names)),
                        (
                            "kwd_patterns",
                            self.list(named, |(_, item)| self.pattern(item))?,
                        ),
                    ],
                )
            }
            PatternKind::MatchStar(name) => ("MatchStar", vec![("name", self.optional_name(name))]),
            PatternKind::MatchAs { pattern, name } => {
                let inner = pattern.as_deref();
                let inner = inner.map_or(Ok(Value::None), |inner| self.pattern(inner))?;
                let name = self.optional_name(name);
                ("MatchAs", vec![("pattern", inner), ("name", name)])
            }
            PatternKind::MatchOr(all) => ("MatchOr", vec![("patterns", self.patterns(all)?)]),
        };
        self.placed(class, pattern.span, fields)
    }

    // -----------------------------------------------------------------------------------------
    // Expressions

    fn expr_for(&self, e: &Expr, context: Context) -> PyResult {
        let _guard = self.vm.recurse(" during ast construction")?;
        let ctx = || self.node(context.name(), []);
        let (class, fields): (&str, Vec<Field>) = match &e.kind {
            ExprKind::Attribute { value, attr, .. } => (
                "Attribute",
                vec![
                    ("value", self.expr(value)?),
                    ("attr", self.name(attr)),
                    ("ctx", ctx()?),
                ],
            ),
            ExprKind::Subscript { value, slice } => (
                "Subscript",
                vec![
                    ("value", self.expr(value)?),
                    ("slice", self.expr(slice)?),
                    ("ctx", ctx()?),
                ],
            ),
            ExprKind::Starred(value) => (
                "Starred",
                vec![("value", self.expr_for(value, context)?), ("ctx", ctx()?)],
            ),
            ExprKind::Name(name) => ("Name", vec![("id", self.name(name)), ("ctx", ctx()?)]),
            ExprKind::List(items) => (
                "List",
                vec![("elts", self.exprs_for(items, context)?), ("ctx", ctx()?)],
            ),
            ExprKind::Tuple(items) => (
                "Tuple",
                vec![("elts", self.exprs_for(items, context)?), ("ctx", ctx()?)],
            ),
            ExprKind::Constant(constant) => ("Constant", self.constant(constant)?),
            ExprKind::Call(call) => (
                "Call",
                vec![
                    ("func", self.expr(&call.func)?),
                    ("args", self.exprs(&call.args)?),
                    ("keywords", self.keywords(&call.keywords)?),
                ],
            ),
            other => self.operation(other)?,
        };
        self.placed(class, e.span, fields)
    }

    fn operation(&self, kind: &ExprKind) -> PyResult<(&'static str, Vec<Field>)> {
        Ok(match kind {
            ExprKind::BoolOp { op, values } => {
                let op = match op {
                    BoolOperator::And => "And",
                    BoolOperator::Or => "Or",
                };
                let values = self.exprs(values)?;
                (
                    "BoolOp",
                    vec![("op", self.node(op, [])?), ("values", values)],
                )
            }
            ExprKind::NamedExpr { target, value } => (
                "NamedExpr",
                vec![
                    ("target", self.expr_for(target, Context::Store)?),
                    ("value", self.expr(value)?),
                ],
            ),
            ExprKind::BinOp {
                left, op, right, ..
            } => (
                "BinOp",
                vec![
                    ("left", self.expr(left)?),
                    ("op", self.node(operator(*op), [])?),
                    ("right", self.expr(right)?),
                ],
            ),
            ExprKind::UnaryOp { op, operand } => {
                let op = match op {
                    UnaryOperator::Invert => "Invert",
                    UnaryOperator::Not => "Not",
                    UnaryOperator::UAdd => "UAdd",
                    UnaryOperator::USub => "USub",
                };
                let operand = self.expr(operand)?;
                (
                    "UnaryOp",
                    vec![("op", self.node(op, [])?), ("operand", operand)],
                )
            }
            ExprKind::Lambda { args, body } => (
                "Lambda",
                vec![("args", self.arguments(args)?), ("body", self.expr(body)?)],
            ),
            ExprKind::IfExp { test, body, orelse } => (
                "IfExp",
                vec![
                    ("test", self.expr(test)?),
                    ("body", self.expr(body)?),
                    ("orelse", self.expr(orelse)?),
                ],
            ),
            ExprKind::Dict(items) => (
                "Dict",
                vec![
                    (
                        "keys",
                        self.list(items, |(key, _)| self.optional(key.as_ref()))?,
                    ),
                    ("values", self.list(items, |(_, value)| self.expr(value))?),
                ],
            ),
            ExprKind::Compare { left, rest } => (
                "Compare",
                vec![
                    ("left", self.expr(left)?),
                    (
                        "ops",
                        self.list(rest, |(op, _)| self.node(comparison(*op), []))?,
                    ),
                    (
                        "comparators",
                        self.list(rest, |(_, right)| self.expr(right))?,
                    ),
                ],
            ),
            ExprKind::Slice { lower, upper, step } => (
                "Slice",
                vec![
                    ("lower", self.optional(lower.as_deref())?),
                    ("upper", self.optional(upper.as_deref())?),
                    ("step", self.optional(step.as_deref())?),
                ],
            ),
            other => self.comprehension_or_string(other)?,
        })
    }

    fn comprehension_or_string(&self, kind: &ExprKind) -> PyResult<(&'static str, Vec<Field>)> {
        let comprehension = |elt: &Expr, generators: &[ast::Comprehension]| {
            let elt = self.expr(elt)?;
            Ok(vec![
                ("elt", elt),
                ("generators", self.generators(generators)?),
            ])
        };
        Ok(match kind {
            ExprKind::Set(items) => ("Set", vec![("elts", self.exprs(items)?)]),
            ExprKind::ListComp { elt, generators } => ("ListComp", comprehension(elt, generators)?),
            ExprKind::SetComp { elt, generators } => ("SetComp", comprehension(elt, generators)?),
            ExprKind::GeneratorExp { elt, generators } => {
                ("GeneratorExp", comprehension(elt, generators)?)
            }
            ExprKind::DictComp(dict) => (
                "DictComp",
                vec![
                    ("key", self.expr(&dict.key)?),
                    ("value", self.expr(&dict.value)?),
                    ("generators", self.generators(&dict.generators)?),
                ],
            ),
            ExprKind::Await(value) => ("Await", vec![("value", self.expr(value)?)]),
            ExprKind::Yield(value) => ("Yield", vec![("value", self.optional(value.as_deref())?)]),
            ExprKind::YieldFrom(value) => ("YieldFrom", vec![("value", self.expr(value)?)]),
            ExprKind::FormattedValue {
                value,
                conversion,
                format_spec,
            } => {
                let conversion = match conversion {
                    None => -1,
                    Some(Conversion::Str) => 's' as i64,
                    Some(Conversion::Repr) => 'r' as i64,
                    Some(Conversion::Ascii) => 'a' as i64,
                };
                (
                    "FormattedValue",
                    vec![
                        ("value", self.expr(value)?),
                        ("conversion", Value::Int(conversion)),
                        ("format_spec", self.optional(format_spec.as_deref())?),
                    ],
                )
            }
            ExprKind::JoinedStr(parts) => ("JoinedStr", vec![("values", self.exprs(parts)?)]),
            _ => return Err(self.vm.system_error("unexpected expression")),
        })
    }

    fn generators(&self, all: &[ast::Comprehension]) -> PyResult {
        self.list(all, |clause| {
            let fields = [
                ("target", self.expr_for(&clause.target, Context::Store)?),
                ("iter", self.expr(&clause.iter)?),
                ("ifs", self.exprs(&clause.ifs)?),
                ("is_async", Value::Int(clause.is_async.into())),
            ];
            self.node("comprehension", fields)
        })
    }

    fn keywords(&self, all: &[Keyword]) -> PyResult {
        self.list(all, |keyword| {
            let fields = [
                ("arg", self.optional_name(&keyword.arg)),
                ("value", self.expr(&keyword.value)?),
            ];
            self.placed("keyword", keyword.span, fields)
        })
    }

    fn arg(&self, arg: &Arg) -> PyResult {
        let fields = [
            ("arg", self.name(&arg.name)),
            ("annotation", self.optional(arg.annotation.as_deref())?),
            ("type_comment", Value::None),
        ];
        self.placed("arg", arg.span, fields)
    }

    fn arguments(&self, args: &Arguments) -> PyResult {
        let parameters = |all: &[Parameter]| self.list(all, |parameter| self.arg(&parameter.arg));
        let optional =
            |arg: &Option<Arg>| arg.as_ref().map_or(Ok(Value::None), |arg| self.arg(arg));
        let positional = args.posonlyargs.iter().chain(&args.args);
        let defaults = positional
            .filter_map(|parameter| parameter.default.as_deref())
            .map(|default| self.expr(default))
            .collect::<PyResult<Vec<_>>>()?;
        let keyword_default = |parameter: &Parameter| self.optional(parameter.default.as_deref());
        let fields = [
            ("posonlyargs", parameters(&args.posonlyargs)?),
            ("args", parameters(&args.args)?),
            ("vararg", optional(&args.vararg)?),
            ("kwonlyargs", parameters(&args.kwonlyargs)?),
            ("kw_defaults", self.list(&args.kwonlyargs, keyword_default)?),
            ("kwarg", optional(&args.kwarg)?),
            ("defaults", self.vm.list(defaults)),
        ];
        self.node("arguments", fields)
    }

    fn constant(&self, constant: &Constant) -> PyResult<Vec<Field>> {
        let Some(value) = literal::value(self.vm, constant) else {
            return Err(self.vm.value_error("invalid integer literal"));
        };
        let kind = match constant {
            Constant::Str { u_prefix: true, .. } => self.vm.str("u"),
            _ => Value::None,
        };
        Ok(vec![("value", value), ("kind", kind)])
    }
}

fn operator(op: Operator) -> &'static str {
    match op {
        Operator::Add => "Add",
        Operator::Sub => "Sub",
        Operator::Mult => "Mult",
        Operator::MatMult => "MatMult",
        Operator::Div => "Div",
        Operator::Mod => "Mod",
        Operator::Pow => "Pow",
        Operator::LShift => "LShift",
        Operator::RShift => "RShift",
        Operator::BitOr => "BitOr",
        Operator::BitXor => "BitXor",
        Operator::BitAnd => "BitAnd",
        Operator::FloorDiv => "FloorDiv",
    }
}

fn comparison(op: CmpOperator) -> &'static str {
    match op {
        CmpOperator::Eq => "Eq",
        CmpOperator::NotEq => "NotEq",
        CmpOperator::Lt => "Lt",
        CmpOperator::LtE => "LtE",
        CmpOperator::Gt => "Gt",
        CmpOperator::GtE => "GtE",
        CmpOperator::Is => "Is",
        CmpOperator::IsNot => "IsNot",
        CmpOperator::In => "In",
        CmpOperator::NotIn => "NotIn",
    }
}
