//! Annotations as text, for `from __future__ import annotations`: the expression written anew, with
//! the spaces, quotes and brackets that CPython's compiler gives it. Reference: PEP 563.

use crate::object::value::Value;
use crate::text::Text;
use crate::text::escape;
use crate::text::float;
use crate::vm::Vm;
use dunder_grammar::ast::{
    Arg, Arguments, BoolOperator, Call, CmpOperator, Comprehension, Constant, Conversion, Expr,
    ExprKind, Operator, Parameter, UnaryOperator,
};

/// How tightly an operator binds; what binds less than its place asks for gets brackets.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Named,
    Tuple,
    Test,
    Or,
    And,
    Not,
    Compare,
    BitOr,
    BitXor,
    BitAnd,
    Shift,
    Arith,
    Term,
    Factor,
    Power,
    Await,
    Atom,
}

const LEVELS: [Level; 17] = [
    Level::Named,
    Level::Tuple,
    Level::Test,
    Level::Or,
    Level::And,
    Level::Not,
    Level::Compare,
    Level::BitOr,
    Level::BitXor,
    Level::BitAnd,
    Level::Shift,
    Level::Arith,
    Level::Term,
    Level::Factor,
    Level::Power,
    Level::Await,
    Level::Atom,
];

impl Level {
    fn tighter(self) -> Level {
        let next = LEVELS.get(self as usize + 1);
        next.copied().unwrap_or(Level::Atom)
    }
}

/// The text of an annotation.
pub(super) fn text(vm: &Vm, annotation: &Expr) -> Value {
    let mut writer = Writer::new(vm);
    writer.expr(annotation, Level::Test);
    vm.str(&writer.out)
}

struct Writer<'a> {
    vm: &'a Vm,
    out: String,
}

impl<'a> Writer<'a> {
    fn new(vm: &'a Vm) -> Writer<'a> {
        let out = String::new();
        Writer { vm, out }
    }

    fn push(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn in_brackets(&mut self, needed: bool, write: impl FnOnce(&mut Self)) {
        if needed {
            self.push("(");
        }
        write(self);
        if needed {
            self.push(")");
        }
    }

    fn list(&mut self, items: &[Expr], level: Level) {
        for (at, item) in items.iter().enumerate() {
            self.separate(at);
            self.expr(item, level);
        }
    }

    fn separate(&mut self, at: usize) {
        if at > 0 {
            self.push(", ");
        }
    }

    fn enclosed(&mut self, open: &str, items: &[Expr], close: &str) {
        self.push(open);
        self.list(items, Level::Test);
        self.push(close);
    }

    fn expr(&mut self, e: &Expr, level: Level) {
        match &e.kind {
            ExprKind::BoolOp { op, values } => {
                let (word, own) = match op {
                    BoolOperator::And => (" and ", Level::And),
                    BoolOperator::Or => (" or ", Level::Or),
                };
                self.in_brackets(level > own, |w| {
                    for (at, value) in values.iter().enumerate() {
                        w.push(if at > 0 { word } else { "" });
                        w.expr(value, own.tighter());
                    }
                });
            }
            ExprKind::NamedExpr { target, value } => self.in_brackets(level > Level::Named, |w| {
                w.expr(target, Level::Atom);
                w.push(" := ");
                w.expr(value, Level::Atom);
            }),
            ExprKind::BinOp {
                left, op, right, ..
            } => {
                let (word, own) = binary(*op);
                let from_right = *op == Operator::Pow;
                let (a, b) = match from_right {
                    true => (own.tighter(), own),
                    false => (own, own.tighter()),
                };
                self.in_brackets(level > own, |w| {
                    w.expr(left, a);
                    w.push(word);
                    w.expr(right, b);
                });
            }
            ExprKind::UnaryOp { op, operand } => {
                let (word, own) = match op {
                    UnaryOperator::Invert => ("~", Level::Factor),
                    UnaryOperator::Not => ("not ", Level::Not),
                    UnaryOperator::UAdd => ("+", Level::Factor),
                    UnaryOperator::USub => ("-", Level::Factor),
                };
                self.in_brackets(level > own, |w| {
                    w.push(word);
                    w.expr(operand, own);
                });
            }
            ExprKind::Lambda { args, body } => self.in_brackets(level > Level::Test, |w| {
                let positional = !args.posonlyargs.is_empty() || !args.args.is_empty();
                w.push(if positional { "lambda " } else { "lambda" });
                w.arguments(args);
                w.push(": ");
                w.expr(body, Level::Test);
            }),
            ExprKind::IfExp { test, body, orelse } => self.in_brackets(level > Level::Test, |w| {
                w.expr(body, Level::Test.tighter());
                w.push(" if ");
                w.expr(test, Level::Test.tighter());
                w.push(" else ");
                w.expr(orelse, Level::Test);
            }),
            ExprKind::Compare { left, rest } => self.in_brackets(level > Level::Compare, |w| {
                w.expr(left, Level::Compare.tighter());
                for (op, operand) in rest {
                    w.push(comparison(*op));
                    w.expr(operand, Level::Compare.tighter());
                }
            }),
            ExprKind::Await(value) => self.in_brackets(level > Level::Await, |w| {
                w.push("await ");
                w.expr(value, Level::Atom);
            }),
            ExprKind::Tuple(items) if items.is_empty() => self.push("()"),
            ExprKind::Tuple(items) => self.in_brackets(level > Level::Tuple, |w| {
                w.list(items, Level::Test);
                w.push(if items.len() == 1 { "," } else { "" });
            }),
            _ => self.closed(e),
        }
    }

    /// Expressions that never need brackets.
    fn closed(&mut self, e: &Expr) {
        match &e.kind {
            ExprKind::Dict(items) => self.dict(items),
            ExprKind::Set(items) => self.enclosed("{", items, "}"),
            ExprKind::List(items) => self.enclosed("[", items, "]"),
            ExprKind::ListComp { elt, generators } => self.comprehension("[", elt, generators, "]"),
            ExprKind::SetComp { elt, generators } => self.comprehension("{", elt, generators, "}"),
            ExprKind::GeneratorExp { elt, generators } => {
                self.comprehension("(", elt, generators, ")");
            }
            ExprKind::DictComp(comp) => {
                self.push("{");
                self.expr(&comp.key, Level::Test);
                self.push(": ");
                self.expr(&comp.value, Level::Test);
                self.clauses(&comp.generators);
                self.push("}");
            }
            ExprKind::Yield(None) => self.push("(yield)"),
            ExprKind::Yield(Some(value)) => {
                self.push("(yield ");
                self.expr(value, Level::Tuple);
                self.push(")");
            }
            ExprKind::YieldFrom(value) => {
                self.push("(yield from ");
                self.expr(value, Level::Test);
                self.push(")");
            }
            ExprKind::Call(call) => self.call(call),
            ExprKind::JoinedStr(parts) => {
                let mut body = Text::new();
                f_string_parts(self.vm, parts, &mut body);
                self.push("f");
                self.push(&escape::repr(&body));
            }
            ExprKind::FormattedValue { .. } => {
                let mut body = Text::new();
                f_string_part(self.vm, e, &mut body);
                self.push("f");
                self.push(&escape::repr(&body));
            }
            ExprKind::Constant(constant) => self.constant(constant),
            ExprKind::Attribute { value, attr, .. } => {
                self.expr(value, Level::Atom);
                let number = matches!(
                    value.kind,
                    ExprKind::Constant(Constant::Int(_) | Constant::BigInt(_))
                );
                self.push(if number { " ." } else { "." });
                self.push(attr);
            }
            ExprKind::Subscript { value, slice } => {
                self.expr(value, Level::Atom);
                self.push("[");
                self.expr(slice, Level::Tuple);
                self.push("]");
            }
            ExprKind::Starred(value) => {
                self.push("*");
                self.expr(value, Level::BitOr);
            }
            ExprKind::Name(name) => self.push(name),
            ExprKind::Slice { lower, upper, step } => {
                let mut part = |before: &str, part: &Option<Box<Expr>>| {
                    self.push(before);
                    if let Some(part) = part {
                        self.expr(part, Level::Test);
                    }
                };
                part("", lower);
                part(":", upper);
                part(if step.is_some() { ":" } else { "" }, step);
            }
            _ => {}
        }
    }

    fn dict(&mut self, items: &[(Option<Expr>, Expr)]) {
        self.push("{");
        for (at, (key, value)) in items.iter().enumerate() {
            self.separate(at);
            match key {
                Some(key) => {
                    self.expr(key, Level::Test);
                    self.push(": ");
                    self.expr(value, Level::Test);
                }
                None => {
                    self.push("**");
                    self.expr(value, Level::BitOr);
                }
            }
        }
        self.push("}");
    }

    fn comprehension(&mut self, open: &str, elt: &Expr, clauses: &[Comprehension], close: &str) {
        self.push(open);
        self.expr(elt, Level::Test);
        self.clauses(clauses);
        self.push(close);
    }

    fn clauses(&mut self, clauses: &[Comprehension]) {
        for clause in clauses {
            self.push(if clause.is_async {
                " async for "
            } else {
                " for "
            });
            self.expr(&clause.target, Level::Tuple);
            self.push(" in ");
            self.expr(&clause.iter, Level::Test.tighter());
            for condition in &clause.ifs {
                self.push(" if ");
                self.expr(condition, Level::Test.tighter());
            }
        }
    }

    fn call(&mut self, call: &Call) {
        self.expr(&call.func, Level::Atom);
        if let ([only], []) = (&call.args[..], &call.keywords[..])
            && matches!(only.kind, ExprKind::GeneratorExp { .. })
        {
            return self.expr(only, Level::Atom);
        }
        self.push("(");
        self.list(&call.args, Level::Test);
        for (at, keyword) in call.keywords.iter().enumerate() {
            self.separate(at + call.args.len());
            match &keyword.arg {
                Some(name) => {
                    self.push(name);
                    self.push("=");
                }
                None => self.push("**"),
            }
            self.expr(&keyword.value, Level::Test);
        }
        self.push(")");
    }

    fn arguments(&mut self, args: &Arguments) {
        let mut first = true;
        let mut next = |w: &mut Self| {
            if !std::mem::take(&mut first) {
                w.push(", ");
            }
        };
        for parameter in &args.posonlyargs {
            next(self);
            self.parameter(parameter);
        }
        if !args.posonlyargs.is_empty() {
            next(self);
            self.push("/");
        }
        for parameter in &args.args {
            next(self);
            self.parameter(parameter);
        }
        if args.vararg.is_some() || !args.kwonlyargs.is_empty() {
            next(self);
            self.push("*");
            args.vararg.iter().for_each(|arg| self.arg(arg));
        }
        for parameter in &args.kwonlyargs {
            next(self);
            self.parameter(parameter);
        }
        if let Some(arg) = &args.kwarg {
            next(self);
            self.push("**");
            self.arg(arg);
        }
    }

    fn arg(&mut self, arg: &Arg) {
        self.push(&arg.name);
        if let Some(annotation) = &arg.annotation {
            self.push(": ");
            self.expr(annotation, Level::Test);
        }
    }

    fn parameter(&mut self, parameter: &Parameter) {
        self.arg(&parameter.arg);
        if let Some(default) = &parameter.default {
            self.push("=");
            self.expr(default, Level::Test);
        }
    }

    fn big_int(&self, text: &str) -> String {
        let value = crate::types::int::parse_literal(self.vm, text);
        let digits = value.and_then(|value| crate::types::int::to_big(&value));
        digits.map_or_else(|| text.to_owned(), |digits| digits.to_string())
    }

    fn constant(&mut self, constant: &Constant) {
        let text = match constant {
            Constant::None => "None".to_owned(),
            Constant::True => "True".to_owned(),
            Constant::False => "False".to_owned(),
            Constant::Ellipsis => "...".to_owned(),
            Constant::Int(i) => i.to_string(),
            Constant::BigInt(text) => self.big_int(text),
            // Infinity has no name; a number that is too large stands for it.
            Constant::Float(f) => float::repr(*f).replace("inf", "1e309"),
            Constant::Complex(im) => float::repr_complex(0.0, *im).replace("inf", "1e309"),
            Constant::Str { value, u_prefix } => {
                let prefix = if *u_prefix { "u" } else { "" };
                format!("{prefix}{}", escape::repr(&Text::from_wtf8(value)))
            }
            Constant::Bytes(bytes) => escape::repr_bytes(bytes),
        };
        self.push(&text);
    }
}

fn f_string_parts(vm: &Vm, parts: &[Expr], out: &mut Text) {
    parts.iter().for_each(|part| f_string_part(vm, part, out));
}

/// A part of an f-string, as between its quotes.
fn f_string_part(vm: &Vm, part: &Expr, out: &mut Text) {
    match &part.kind {
        ExprKind::Constant(Constant::Str { value, .. }) => {
            let mut doubled = Vec::with_capacity(value.len());
            for &byte in value.iter() {
                doubled.push(byte);
                if matches!(byte, b'{' | b'}') {
                    doubled.push(byte);
                }
            }
            out.push_text(&Text::from_wtf8(&doubled));
        }
        ExprKind::JoinedStr(parts) => f_string_parts(vm, parts, out),
        ExprKind::FormattedValue {
            value,
            conversion,
            format_spec,
        } => {
            let mut inner = Writer::new(vm);
            inner.expr(value, Level::Test.tighter());
            out.push_str(if inner.out.starts_with('{') {
                "{ "
            } else {
                "{"
            });
            out.push_str(&inner.out);
            out.push_str(match conversion {
                None => "",
                Some(Conversion::Str) => "!s",
                Some(Conversion::Repr) => "!r",
                Some(Conversion::Ascii) => "!a",
            });
            if let Some(spec) = format_spec {
                out.push_str(":");
                f_string_part(vm, spec, out);
            }
            out.push_str("}");
        }
        _ => {}
    }
}

fn binary(op: Operator) -> (&'static str, Level) {
    match op {
        Operator::Add => (" + ", Level::Arith),
        Operator::Sub => (" - ", Level::Arith),
        Operator::Mult => (" * ", Level::Term),
        Operator::MatMult => (" @ ", Level::Term),
        Operator::Div => (" / ", Level::Term),
        Operator::Mod => (" % ", Level::Term),
        Operator::FloorDiv => (" // ", Level::Term),
        Operator::LShift => (" << ", Level::Shift),
        Operator::RShift => (" >> ", Level::Shift),
        Operator::BitOr => (" | ", Level::BitOr),
        Operator::BitXor => (" ^ ", Level::BitXor),
        Operator::BitAnd => (" & ", Level::BitAnd),
        Operator::Pow => (" ** ", Level::Power),
    }
}

fn comparison(op: CmpOperator) -> &'static str {
    match op {
        CmpOperator::Eq => " == ",
        CmpOperator::NotEq => " != ",
        CmpOperator::Lt => " < ",
        CmpOperator::LtE => " <= ",
        CmpOperator::Gt => " > ",
        CmpOperator::GtE => " >= ",
        CmpOperator::Is => " is ",
        CmpOperator::IsNot => " is not ",
        CmpOperator::In => " in ",
        CmpOperator::NotIn => " not in ",
    }
}
