//! Writes a tree in the form that `tests/support/reference.py` writes CPython's in, positions included.

use std::fmt::Write;

use dunder_grammar::ast::*;
use dunder_grammar::{LineIndex, Span};

/// The text for a whole source.
pub fn dump(ast: &Ast, source: &str) -> String {
    let mut dumper = Dumper {
        lines: LineIndex::new(source),
        out: String::new(),
    };
    match ast {
        Ast::Module(body) => dumper.body("Module", body),
        Ast::Interactive(body) => dumper.body("Interactive", body),
        Ast::Expression(value) => dumper.expr(value),
    }
    dumper.out
}

struct Dumper {
    lines: LineIndex,
    out: String,
}

impl Dumper {
    fn put(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn head(&mut self, name: &str, span: Span) {
        let (start, end) = (
            self.lines.byte_position(span.start),
            self.lines.byte_position(span.end),
        );
        let _ = write!(
            self.out,
            "{name}@{}:{}-{}:{}(",
            start.line, start.column, end.line, end.column
        );
    }

    fn close(&mut self) {
        self.out.push(')');
    }

    fn text(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push(' ');
    }

    fn maybe(&mut self, text: Option<&Ident>) {
        self.text(text.map_or("-", |text| &**text));
    }

    fn list<T>(&mut self, items: &[T], each: impl Fn(&mut Self, &T)) {
        self.put("[");
        for item in items {
            each(self, item);
        }
        self.put("]");
    }

    fn optional<T>(&mut self, item: Option<&T>, each: impl Fn(&mut Self, &T)) {
        match item {
            Some(item) => each(self, item),
            None => self.put("-"),
        }
    }

    fn body(&mut self, name: &str, body: &[Stmt]) {
        self.put(name);
        self.list(body, Self::stmt);
    }

    fn exprs(&mut self, items: &[Expr]) {
        self.list(items, Self::expr);
    }

    fn maybe_expr(&mut self, item: Option<&Expr>) {
        self.optional(item, Self::expr);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        self.put("\n");
        let span = stmt.span;
        match &stmt.kind {
            StmtKind::FunctionDef(function) => {
                self.head(
                    if function.is_async {
                        "AsyncFunctionDef"
                    } else {
                        "FunctionDef"
                    },
                    span,
                );
                self.text(&function.name);
                self.arguments(&function.args);
                self.list(&function.body, Self::stmt);
                self.exprs(&function.decorators);
                self.maybe_expr(function.returns.as_deref());
                self.list(&function.type_params, Self::type_param);
            }
            StmtKind::ClassDef(class) => {
                self.head("ClassDef", span);
                self.text(&class.name);
                self.exprs(&class.bases);
                self.list(&class.keywords, Self::keyword);
                self.list(&class.body, Self::stmt);
                self.exprs(&class.decorators);
                self.list(&class.type_params, Self::type_param);
            }
            StmtKind::Return(value) => {
                self.head("Return", span);
                self.maybe_expr(value.as_deref());
            }
            StmtKind::Delete(targets) => {
                self.head("Delete", span);
                self.exprs(targets);
            }
            StmtKind::Assign { targets, value } => {
                self.head("Assign", span);
                self.exprs(targets);
                self.expr(value);
            }
            StmtKind::TypeAlias(alias) => {
                self.head("TypeAlias", span);
                self.expr(&alias.name);
                self.list(&alias.type_params, Self::type_param);
                self.expr(&alias.value);
            }
            StmtKind::AugAssign {
                target, op, value, ..
            } => {
                self.head("AugAssign", span);
                self.expr(target);
                self.text(&format!("{op:?}"));
                self.expr(value);
            }
            StmtKind::AnnAssign(assign) => {
                self.head("AnnAssign", span);
                self.expr(&assign.target);
                self.expr(&assign.annotation);
                self.maybe_expr(assign.value.as_ref());
                self.text(if assign.simple { "1" } else { "0" });
            }
            StmtKind::For(node) => {
                self.head(if node.is_async { "AsyncFor" } else { "For" }, span);
                self.expr(&node.target);
                self.expr(&node.iter);
                self.list(&node.body, Self::stmt);
                self.list(&node.orelse, Self::stmt);
            }
            StmtKind::While { test, body, orelse } => {
                self.head("While", span);
                self.expr(test);
                self.list(body, Self::stmt);
                self.list(orelse, Self::stmt);
            }
            StmtKind::If { branches, orelse } => {
                for (index, branch) in branches.iter().enumerate() {
                    self.put(if index == 0 { "" } else { "[\n" });
                    self.head("If", branch.span);
                    self.expr(&branch.test);
                    self.list(&branch.body, Self::stmt);
                }
                self.list(orelse, Self::stmt);
                self.put(&")]".repeat(branches.len() - 1));
            }
            StmtKind::With(node) => {
                self.head(if node.is_async { "AsyncWith" } else { "With" }, span);
                self.list(&node.items, |this, item| {
                    this.expr(&item.context_expr);
                    this.maybe_expr(item.optional_vars.as_ref());
                });
                self.list(&node.body, Self::stmt);
            }
            StmtKind::Match { subject, cases } => {
                self.head("Match", span);
                self.expr(subject);
                self.list(cases, |this, case| {
                    this.pattern(&case.pattern);
                    this.maybe_expr(case.guard.as_ref());
                    this.list(&case.body, Self::stmt);
                });
            }
            StmtKind::Raise { exc, cause } => {
                self.head("Raise", span);
                self.maybe_expr(exc.as_deref());
                self.maybe_expr(cause.as_deref());
            }
            StmtKind::Try(node) => {
                self.head(if node.is_star { "TryStar" } else { "Try" }, span);
                self.list(&node.body, Self::stmt);
                self.list(&node.handlers, |this, handler| {
                    this.head("ExceptHandler", handler.span);
                    this.maybe_expr(handler.typ.as_ref());
                    this.maybe(handler.name.as_ref());
                    this.list(&handler.body, Self::stmt);
                    this.close();
                });
                self.list(&node.orelse, Self::stmt);
                self.list(&node.finalbody, Self::stmt);
            }
            StmtKind::Assert { test, msg } => {
                self.head("Assert", span);
                self.expr(test);
                self.maybe_expr(msg.as_deref());
            }
            StmtKind::Import(names) => {
                self.head("Import", span);
                self.list(names, Self::alias);
            }
            StmtKind::ImportFrom {
                module,
                names,
                level,
            } => {
                self.head("ImportFrom", span);
                self.maybe(module.as_ref());
                self.list(names, Self::alias);
                self.text(&level.to_string());
            }
            StmtKind::Global(names) | StmtKind::Nonlocal(names) => {
                self.head(
                    if matches!(stmt.kind, StmtKind::Global(_)) {
                        "Global"
                    } else {
                        "Nonlocal"
                    },
                    span,
                );
                self.list(names, |this, name| this.text(name));
            }
            StmtKind::Expr(value) => {
                self.head("Expr", span);
                self.expr(value);
            }
            StmtKind::Pass => self.head("Pass", span),
            StmtKind::Skipped => self.head("Skipped", span),
            StmtKind::Break => self.head("Break", span),
            StmtKind::Continue => self.head("Continue", span),
        }
        self.close();
    }

    fn alias(&mut self, alias: &Alias) {
        self.head("alias", alias.span);
        self.text(&alias.name);
        self.maybe(alias.asname.as_ref());
        self.close();
    }

    fn keyword(&mut self, keyword: &Keyword) {
        self.head("keyword", keyword.span);
        self.maybe(keyword.arg.as_ref());
        self.expr(&keyword.value);
        self.close();
    }

    fn type_param(&mut self, param: &TypeParam) {
        let name = match param.kind {
            TypeParamKind::TypeVar { .. } => "TypeVar",
            TypeParamKind::TypeVarTuple => "TypeVarTuple",
            TypeParamKind::ParamSpec => "ParamSpec",
        };
        self.head(name, param.span);
        self.text(&param.name);
        if let TypeParamKind::TypeVar { bound } = &param.kind {
            self.maybe_expr(bound.as_deref());
        }
        self.maybe_expr(param.default.as_deref());
        self.close();
    }

    fn arguments(&mut self, args: &Arguments) {
        self.put("arguments(");
        self.list(&args.posonlyargs, Self::parameter);
        self.list(&args.args, Self::parameter);
        self.optional(args.vararg.as_ref(), Self::arg);
        self.list(&args.kwonlyargs, Self::parameter);
        self.optional(args.kwarg.as_ref(), Self::arg);
        self.close();
    }

    fn parameter(&mut self, parameter: &Parameter) {
        self.arg(&parameter.arg);
        self.maybe_expr(parameter.default.as_deref());
    }

    fn arg(&mut self, arg: &Arg) {
        self.head("arg", arg.span);
        self.text(&arg.name);
        self.maybe_expr(arg.annotation.as_deref());
        self.close();
    }

    fn pattern(&mut self, pattern: &Pattern) {
        let span = pattern.span;
        match &pattern.kind {
            PatternKind::MatchValue(value) => {
                self.head("MatchValue", span);
                self.expr(value);
            }
            PatternKind::MatchSingleton(value) => {
                self.head("MatchSingleton", span);
                self.text(&format!("{value:?}"));
            }
            PatternKind::MatchSequence(items) => {
                self.head("MatchSequence", span);
                self.list(items, Self::pattern);
            }
            PatternKind::MatchMapping { items, rest } => {
                self.head("MatchMapping", span);
                self.list(items, |this, (key, value)| {
                    this.expr(key);
                    this.pattern(value);
                });
                self.maybe(rest.as_ref());
            }
            PatternKind::MatchClass(class) => {
                self.head("MatchClass", span);
                self.expr(&class.cls);
                self.list(&class.patterns, Self::pattern);
                self.list(&class.kwd_patterns, |this, (name, value)| {
                    this.text(name);
                    this.pattern(value);
                });
            }
            PatternKind::MatchStar(name) => {
                self.head("MatchStar", span);
                self.maybe(name.as_ref());
            }
            PatternKind::MatchAs { pattern, name } => {
                self.head("MatchAs", span);
                self.optional(pattern.as_deref(), Self::pattern);
                self.maybe(name.as_ref());
            }
            PatternKind::MatchOr(items) => {
                self.head("MatchOr", span);
                self.list(items, Self::pattern);
            }
        }
        self.close();
    }

    fn generators(&mut self, generators: &[Comprehension]) {
        self.list(generators, |this, generator| {
            this.expr(&generator.target);
            this.expr(&generator.iter);
            this.exprs(&generator.ifs);
            this.text(if generator.is_async { "1" } else { "0" });
        });
    }

    fn comp(&mut self, name: &str, span: Span, elt: &Expr, generators: &[Comprehension]) {
        self.head(name, span);
        self.expr(elt);
        self.generators(generators);
    }

    fn expr(&mut self, expr: &Expr) {
        let span = expr.span;
        match &expr.kind {
            ExprKind::BoolOp { op, values } => {
                self.head("BoolOp", span);
                self.text(&format!("{op:?}"));
                self.exprs(values);
            }
            ExprKind::NamedExpr { target, value } => {
                self.head("NamedExpr", span);
                self.expr(target);
                self.expr(value);
            }
            ExprKind::BinOp {
                left, op, right, ..
            } => {
                self.head("BinOp", span);
                self.expr(left);
                self.text(&format!("{op:?}"));
                self.expr(right);
            }
            ExprKind::UnaryOp { op, operand } => {
                self.head("UnaryOp", span);
                self.text(&format!("{op:?}"));
                self.expr(operand);
            }
            ExprKind::Lambda { args, body } => {
                self.head("Lambda", span);
                self.arguments(args);
                self.expr(body);
            }
            ExprKind::IfExp { test, body, orelse } => {
                self.head("IfExp", span);
                self.expr(test);
                self.expr(body);
                self.expr(orelse);
            }
            ExprKind::Dict(items) => {
                self.head("Dict", span);
                self.list(items, |this, (key, value)| {
                    this.maybe_expr(key.as_ref());
                    this.expr(value);
                });
            }
            ExprKind::Set(items) => {
                self.head("Set", span);
                self.exprs(items);
            }
            ExprKind::ListComp { elt, generators } => self.comp("ListComp", span, elt, generators),
            ExprKind::SetComp { elt, generators } => self.comp("SetComp", span, elt, generators),
            ExprKind::GeneratorExp { elt, generators } => {
                self.comp("GeneratorExp", span, elt, generators)
            }
            ExprKind::DictComp(comp) => {
                self.head("DictComp", span);
                self.expr(&comp.key);
                self.expr(&comp.value);
                self.generators(&comp.generators);
            }
            ExprKind::Await(value) => {
                self.head("Await", span);
                self.expr(value);
            }
            ExprKind::Yield(value) => {
                self.head("Yield", span);
                self.maybe_expr(value.as_deref());
            }
            ExprKind::YieldFrom(value) => {
                self.head("YieldFrom", span);
                self.expr(value);
            }
            ExprKind::Compare { left, rest } => {
                self.head("Compare", span);
                self.expr(left);
                self.list(rest, |this, (op, right)| {
                    this.text(&format!("{op:?}"));
                    this.expr(right);
                });
            }
            ExprKind::Call(call) => {
                self.head("Call", span);
                self.expr(&call.func);
                self.exprs(&call.args);
                self.list(&call.keywords, Self::keyword);
            }
            ExprKind::FormattedValue {
                value,
                conversion,
                format_spec,
            } => {
                self.head("FormattedValue", span);
                self.expr(value);
                self.text(match conversion {
                    None => "-1",
                    Some(Conversion::Str) => "115",
                    Some(Conversion::Repr) => "114",
                    Some(Conversion::Ascii) => "97",
                });
                self.maybe_expr(format_spec.as_deref());
            }
            ExprKind::JoinedStr(values) => {
                self.head("JoinedStr", span);
                self.exprs(values);
            }
            ExprKind::Constant(value) => {
                self.head("Constant", span);
                self.constant(value);
            }
            ExprKind::Attribute { value, attr, .. } => {
                self.head("Attribute", span);
                self.expr(value);
                self.text(attr);
            }
            ExprKind::Subscript { value, slice } => {
                self.head("Subscript", span);
                self.expr(value);
                self.expr(slice);
            }
            ExprKind::Starred(value) => {
                self.head("Starred", span);
                self.expr(value);
            }
            ExprKind::Name(name) => {
                self.head("Name", span);
                self.text(name);
            }
            ExprKind::List(items) => {
                self.head("List", span);
                self.exprs(items);
            }
            ExprKind::Tuple(items) => {
                self.head("Tuple", span);
                self.exprs(items);
            }
            ExprKind::Slice { lower, upper, step } => {
                self.head("Slice", span);
                self.maybe_expr(lower.as_deref());
                self.maybe_expr(upper.as_deref());
                self.maybe_expr(step.as_deref());
            }
        }
        self.close();
    }

    fn constant(&mut self, value: &Constant) {
        match value {
            Constant::None | Constant::True | Constant::False | Constant::Ellipsis => {
                self.text(&format!("{value:?}"))
            }
            Constant::Int(value) => self.text(&value.to_string()),
            Constant::BigInt(_) => self.text("big"),
            Constant::Float(value) => self.text(&format!("f{:016x}", value.to_bits())),
            Constant::Complex(value) => self.text(&format!("j{:016x}", value.to_bits())),
            Constant::Str { value, u_prefix } => {
                self.put(if *u_prefix { "u" } else { "s" });
                self.bytes(value);
            }
            Constant::Bytes(value) => {
                self.put("b");
                self.bytes(value);
            }
        }
    }

    /// Readable for ordinary text, and unambiguous.
    fn bytes(&mut self, value: &[u8]) {
        for &byte in value {
            if byte.is_ascii_alphanumeric() {
                self.out.push(byte.into());
            } else {
                let _ = write!(self.out, "%{byte:02x}");
            }
        }
    }
}
