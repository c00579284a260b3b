//! Expressions.

use super::operand::{self, Opd};
use super::{Lowered, Lowering, constants};
use crate::exec::arith::{
    Chain, ChainOp, Conditional, IsNone, Logical, Membership, Not, Test, Unary,
};
use crate::exec::assign::Walrus;
use crate::exec::attr::{SliceExpr, SliceItem};
use crate::exec::call_expr::{Argument, Call, GeneralCall, MethodCall, Plain};
use crate::exec::decision::Decision;
use crate::exec::display::{
    ConstantSet, DictDisplay, DictPart, FString, FieldSpec, Item, Kind, MOST_AT_ONCE, Pairs, Part,
    Replacement, Sequence,
};
use crate::exec::operand::Const;
use crate::exec::super_call::{SuperCall, SuperMethod};
use crate::exec::tree::Expr;
use crate::object::ops::Compare;
use crate::object::value::Value;
use crate::types::formatting::KnownSpec;
use dunder_grammar::Span;
use dunder_grammar::ast::{self, BoolOperator, CmpOperator, Constant, ExprKind, UnaryOperator};
use std::cell::OnceCell;
use std::rc::Rc;

/// The node that an expression makes of arguments, which are of a type of their own where they are few.
macro_rules! with_arguments {
    ($args:ident => $node:expr) => {{
        let node: Expr = match $args.into_array::<0>() {
            Ok($args) => $node,
            Err(more) => match more.into_array::<1>() {
                Ok($args) => $node,
                Err(more) => match more.into_array::<2>() {
                    Ok($args) => $node,
                    Err(more) => match more.into_array::<3>() {
                        Ok($args) => $node,
                        Err($args) => $node,
                    },
                },
            },
        };
        node
    }};
}

impl Lowering<'_> {
    pub(super) fn expr(&mut self, e: &ast::Expr) -> Lowered<Expr> {
        self.operand(e).map(Opd::into_expr)
    }

    pub(super) fn decision(&mut self, e: &ast::Expr) -> Lowered<Decision> {
        self.expr(e).map(Decision::from)
    }

    pub(super) fn decisions(&mut self, list: &[ast::Expr]) -> Lowered<Box<[Decision]>> {
        list.iter().map(|e| self.decision(e)).collect()
    }

    pub(super) fn argument(&mut self, e: &ast::Expr) -> Lowered<crate::exec::operand::Argument> {
        self.operand(e).map(Opd::into_argument)
    }

    fn plain_arguments(&mut self, call: &ast::Call) -> Lowered<Plain> {
        let named = call.keywords.iter().map(|keyword| &keyword.value);
        let values = call
            .args
            .iter()
            .chain(named)
            .map(|e| self.argument(e))
            .collect::<Lowered<Vec<_>>>()?;
        let names = call.keywords.iter().flat_map(|keyword| &keyword.arg);
        Ok(Plain {
            values: values.into(),
            names: names.map(|name| self.intern(name)).collect(),
        })
    }

    pub(super) fn optional(&mut self, e: &Option<Box<ast::Expr>>) -> Lowered<Option<Expr>> {
        e.as_ref().map(|e| self.expr(e)).transpose()
    }

    /// Two operands, of which the first is peeked at only if the second can't rebind it.
    pub(super) fn operands(&mut self, a: &ast::Expr, b: &ast::Expr) -> Lowered<(Opd, Opd)> {
        let first = self.operand(a)?;
        let second = self.operand(b)?;
        let peek = !self.body().walrus || !matches!(second, Opd::Other(_));
        Ok((
            if peek {
                first
            } else {
                Opd::Other(first.into_expr())
            },
            second,
        ))
    }

    pub(super) fn operand(&mut self, e: &ast::Expr) -> Lowered<Opd> {
        let row = self.outline_start(e.span);
        let operand = self.make_operand(e)?;
        self.outline_end(row, || super::outline::operand(&operand));
        Ok(operand)
    }

    fn make_operand(&mut self, e: &ast::Expr) -> Lowered<Opd> {
        let span = e.span;
        if let Some(taken) = self.take_hoisted(e) {
            return Ok(Opd::Other(taken));
        }
        Ok(match &e.kind {
            ExprKind::Name(name) => self.name_operand(name, span),
            ExprKind::Constant(constant) => Opd::Const(Const {
                value: self.constant(constant, span)?,
                span,
            }),
            ExprKind::UnaryOp { op, operand } => self.unary(*op, operand, span)?,
            ExprKind::Tuple(items) => self.tuple(items, span)?,
            ExprKind::Attribute { value, attr, .. } => {
                let is_super = self.super_method(value, attr);
                let value = match (self.operand(value)?, is_super) {
                    (Opd::Other(call), Some(method)) => {
                        Opd::Other(self.super_object(call, &method))
                    }
                    (value, _) => value,
                };
                let name = self.attribute_name(attr);
                operand::attribute(value, name, self.attribute_place(span, e))
            }
            ExprKind::BinOp {
                left, op, right, ..
            } => {
                if let Some(text) = self.percent_format(left, *op, right, span)? {
                    return Ok(Opd::Other(text));
                }
                let (a, b) = self.operands(left, right)?;
                match constants::folded(self.vm, *op, &a, &b) {
                    Some(value) => {
                        let value = self.note_constant(value);
                        Opd::Const(Const { value, span })
                    }
                    None => operand::binary_operand(*op, a, b, span),
                }
            }
            _ => Opd::Other(self.compound(e)?),
        })
    }

    fn compound(&mut self, e: &ast::Expr) -> Lowered<Expr> {
        let span = e.span;
        Ok(match &e.kind {
            ExprKind::BoolOp { op, values } => Box::new(Logical {
                stop_at: *op == BoolOperator::Or,
                operands: self.decisions(values)?,
                span,
            }),
            ExprKind::Compare { left, rest } => self.compare(left, rest, span)?,
            ExprKind::IfExp { test, body, orelse } => Box::new(Conditional {
                test: self.decision(test)?,
                body: self.expr(body)?,
                orelse: self.expr(orelse)?,
                span,
            }),
            ExprKind::NamedExpr { target, value } => Box::new(Walrus {
                value: self.expr(value)?,
                target: self.target(target)?,
                span,
            }),
            ExprKind::Subscript { value, slice }
                if let ExprKind::Slice { lower, upper, step } = &slice.kind =>
            {
                Box::new(SliceItem {
                    value: self.expr(value)?,
                    lower: self.optional(lower)?,
                    upper: self.optional(upper)?,
                    step: self.optional(step)?,
                    span,
                })
            }
            ExprKind::Subscript { value, slice } => {
                let (value, key) = self.operands(value, slice)?;
                operand::subscript(value, key, span)
            }
            ExprKind::Slice { lower, upper, step } => Box::new(SliceExpr {
                lower: self.optional(lower)?,
                upper: self.optional(upper)?,
                step: self.optional(step)?,
                span,
            }),
            ExprKind::Call(call) => self.call(call, span)?,
            ExprKind::List(items) => self.sequence(Kind::List, items, span)?,
            ExprKind::Set(items) if items.len() > 2 && items.iter().all(is_constant) => {
                self.constant_set(items, span)?
            }
            ExprKind::Set(items) => self.sequence(Kind::Set, items, span)?,
            ExprKind::Dict(items) => self.dict(items, span)?,
            ExprKind::JoinedStr(parts) => self.f_string(parts, span)?,
            ExprKind::FormattedValue { .. } => self.f_string(std::slice::from_ref(e), span)?,
            ExprKind::Lambda { args, body } => self.lambda(e, args, body)?,
            ExprKind::ListComp { .. }
            | ExprKind::SetComp { .. }
            | ExprKind::DictComp(_)
            | ExprKind::GeneratorExp { .. } => self.comprehension(e)?,
            ExprKind::Await(_) | ExprKind::Yield(_) | ExprKind::YieldFrom(_) => {
                return Err(self.error("'yield' outside function", span));
            }
            ExprKind::Starred(_) => {
                return Err(self.error("can't use starred expression here", span));
            }
            ExprKind::Name(_)
            | ExprKind::Constant(_)
            | ExprKind::UnaryOp { .. }
            | ExprKind::BinOp { .. }
            | ExprKind::Tuple(_)
            | ExprKind::Attribute { .. } => self.expr(e)?,
        })
    }

    fn f_string(&mut self, parts: &[ast::Expr], span: Span) -> Lowered<Expr> {
        let parts = parts.iter().map(|part| self.f_string_part(part));
        let parts = parts.collect::<Lowered<Vec<_>>>()?.into();
        Ok(Box::new(FString { parts, span }))
    }

    fn f_string_part(&mut self, part: &ast::Expr) -> Lowered<Part> {
        // What is evaluated beforehand is a local here.
        if self.hoisted.slot(part).is_some() {
            return self.expr(part).map(Part::Text);
        }
        Ok(match &part.kind {
            ExprKind::Constant(constant) => Part::Literal(self.constant(constant, part.span)?),
            ExprKind::FormattedValue {
                value,
                conversion,
                format_spec,
            } => Part::Field(Replacement {
                value: self.argument(value)?,
                conversion: *conversion,
                spec: self.field_spec(format_spec.as_deref())?,
                span: part.span,
            }),
            _ => Part::Text(self.expr(part)?),
        })
    }

    fn field_spec(&mut self, spec: Option<&ast::Expr>) -> Lowered<FieldSpec> {
        let Some(spec) = spec else {
            return Ok(FieldSpec::Empty);
        };
        if let ExprKind::JoinedStr(parts) = &spec.kind
            && let [only] = &**parts
            && let ExprKind::Constant(constant) = &only.kind
        {
            let value = self.constant(constant, only.span)?;
            return Ok(FieldSpec::Constant(value, KnownSpec::default()));
        }
        self.expr(spec).map(FieldSpec::Computed)
    }

    /// The value of a literal.
    pub(super) fn constant(&mut self, constant: &Constant, span: Span) -> Lowered<Value> {
        let Some(value) = self.constants.literal(self.vm, constant) else {
            return Err(self.error("invalid integer literal", span));
        };
        Ok(self.note_constant(value))
    }

    /// Lists a constant among those of the code.
    fn note_constant(&mut self, value: Value) -> Value {
        let consts = &mut self.body().consts;
        if consts.len() < 256 && !consts.iter().any(|known| known.is(&value)) {
            consts.push(value.clone());
        }
        value
    }

    fn unary(&mut self, op: UnaryOperator, operand: &ast::Expr, span: Span) -> Lowered<Opd> {
        let a = self.operand(operand)?;
        Ok(match (op, a) {
            (
                UnaryOperator::USub,
                Opd::Const(Const {
                    value: Value::Int(i),
                    ..
                }),
            ) if i != i64::MIN => Opd::Const(Const {
                value: Value::Int(-i),
                span,
            }),
            (
                UnaryOperator::USub,
                Opd::Const(Const {
                    value: Value::Float(x),
                    ..
                }),
            ) => Opd::Const(Const {
                value: Value::float(-x.get()),
                span,
            }),
            (UnaryOperator::Not, a) => Opd::Other(Box::new(Not {
                a: a.into_expr(),
                span,
            })),
            (op, a) => Opd::Other(Box::new(Unary {
                op,
                a: a.into_expr(),
                span,
            })),
        })
    }

    fn tuple(&mut self, items: &[ast::Expr], span: Span) -> Lowered<Opd> {
        match self.constant_tuple(items) {
            Some(value) => {
                let value = self.note_constant(value);
                Ok(Opd::Const(Const { value, span }))
            }
            None => self.sequence(Kind::Tuple, items, span).map(Opd::Other),
        }
    }

    fn constant_tuple(&mut self, items: &[ast::Expr]) -> Option<Value> {
        if !items.iter().all(is_constant) {
            return None;
        }
        let values = items.iter().map(|item| self.constant_item(item));
        let values = values.collect::<Option<_>>()?;
        Some(self.constants.tuple(self.vm, values))
    }

    /// The value of what can be an item of a constant tuple.
    fn constant_item(&mut self, item: &ast::Expr) -> Option<Value> {
        match &item.kind {
            ExprKind::Constant(constant) => self.constants.literal(self.vm, constant),
            ExprKind::Tuple(items) => self.constant_tuple(items),
            ExprKind::UnaryOp {
                op: UnaryOperator::USub,
                operand,
            } => match self.constant_item(operand)? {
                Value::Int(i) => i.checked_neg().map(Value::Int),
                Value::Float(x) => Some(Value::float(-x.get())),
                _ => None,
            },
            _ => None,
        }
    }

    fn sequence(&mut self, kind: Kind, items: &[ast::Expr], span: Span) -> Lowered<Expr> {
        let items = items
            .iter()
            .map(|item| match &item.kind {
                ExprKind::Starred(inner) => self.expr(inner).map(Item::Star),
                _ => self
                    .operand(item)
                    .map(|item| Item::One(item.into_argument())),
            })
            .collect::<Lowered<Vec<_>>>()?;
        Ok(Box::new(Sequence {
            kind,
            items: items.into(),
            span,
        }))
    }

    fn constant_set(&mut self, items: &[ast::Expr], span: Span) -> Lowered<Expr> {
        let items = items.iter().map(|item| self.expr(item));
        Ok(Box::new(ConstantSet {
            items: items.collect::<Lowered<_>>()?,
            made: OnceCell::new(),
            span,
        }))
    }

    fn dict(&mut self, items: &[(Option<ast::Expr>, ast::Expr)], span: Span) -> Lowered<Expr> {
        /// How many pairs make a dict that is merged before the next one is evaluated.
        const CHUNK: usize = MOST_AT_ONCE / 2 + 2;
        let mut parts = Vec::new();
        for run in items.chunk_by(|(a, _), (b, _)| a.is_some() && b.is_some()) {
            if let [(None, mapping)] = run {
                parts.push(DictPart::Mapping(self.expr(mapping)?));
                continue;
            }
            let constant =
                |(key, _): &(Option<ast::Expr>, _)| key.as_ref().is_some_and(is_constant);
            if run.iter().all(constant) {
                parts.push(DictPart::Direct(self.pairs(run)?));
                continue;
            }
            for chunk in run.chunks(CHUNK) {
                parts.push(DictPart::Own(Pairs {
                    pairs: self.pairs(chunk)?,
                    at_once: chunk.len() <= MOST_AT_ONCE / 2,
                }));
            }
        }
        let parts = parts.into();
        Ok(Box::new(DictDisplay { parts, span }))
    }

    fn pairs(&mut self, items: &[(Option<ast::Expr>, ast::Expr)]) -> Lowered<Box<[(Expr, Expr)]>> {
        let items = items.iter();
        let pairs = items.filter_map(|(key, value)| Some((key.as_ref()?, value)));
        let pairs = pairs.map(|(key, value)| Ok((self.expr(key)?, self.expr(value)?)));
        Ok(pairs.collect::<Lowered<Vec<_>>>()?.into())
    }

    fn compare(
        &mut self,
        left: &ast::Expr,
        rest: &[(CmpOperator, ast::Expr)],
        span: Span,
    ) -> Lowered<Expr> {
        let [(op, right)] = rest else {
            let first = self.expr(left)?;
            let rest = rest
                .iter()
                .map(|(op, operand)| Ok((chain_op(*op), self.expr(operand)?)))
                .collect::<Lowered<Vec<_>>>()?;
            return Ok(Box::new(Chain {
                first,
                rest: rest.into(),
                span,
            }));
        };
        match chain_op(*op) {
            ChainOp::Compare(op) => {
                let (a, b) = self.operands(left, right)?;
                Ok(operand::comparison(op as u8, a, b, span))
            }
            ChainOp::Test(test) => {
                let (a, b) = self.operands(left, right)?;
                let is_none = matches!(
                    &b,
                    Opd::Const(Const {
                        value: Value::None,
                        ..
                    })
                );
                if is_none && matches!(test, Test::Is | Test::IsNot) {
                    let negated = test == Test::IsNot;
                    return Ok(match a {
                        Opd::Local(a) => Box::new(IsNone { a, negated, span }),
                        Opd::Attribute(a) => Box::new(IsNone { a, negated, span }),
                        a => Box::new(IsNone {
                            a: a.into_expr(),
                            negated,
                            span,
                        }),
                    });
                }
                let b = b.into_argument();
                Ok(match a {
                    Opd::Local(a) => Box::new(Membership { a, test, b, span }),
                    a => Box::new(Membership {
                        a: a.into_expr(),
                        test,
                        b,
                        span,
                    }),
                })
            }
        }
    }

    /// The place that errors of reading an attribute, or of calling it, are reported at: what comes
    /// before the name is left out where it begins on an earlier line.
    pub(super) fn attribute_place(&self, place: Span, e: &ast::Expr) -> Span {
        let ExprKind::Attribute { attr, .. } = &e.kind else {
            return place;
        };
        let before = (place.start as usize)..(e.span.end as usize);
        let text = self.source.text.get(before).unwrap_or("");
        if !text.contains('\n') {
            return place;
        }
        let start = e.span.end.saturating_sub(attr.chars().count() as u32);
        Span::new(start, place.end)
    }

    fn call(&mut self, call: &ast::Call, span: Span) -> Lowered<Expr> {
        let starred = call
            .args
            .iter()
            .any(|arg| matches!(arg.kind, ExprKind::Starred(_)));
        let starred = starred || call.keywords.iter().any(|keyword| keyword.arg.is_none());
        if starred {
            let super_method = match &call.func.kind {
                ExprKind::Attribute { value, attr, .. } => self.super_method(value, attr),
                _ => None,
            };
            return Ok(Box::new(GeneralCall {
                callee: self.expr(&call.func)?,
                super_method,
                args: self.arguments(&call.args, &call.keywords)?,
                span,
            }));
        }
        if let ExprKind::Attribute { value, attr, .. } = &call.func.kind
            && self.hoisted.slot(&call.func).is_none()
        {
            let obj = self.operand(value)?;
            let name = self.attribute_name(attr);
            let args = self.plain_arguments(call)?;
            let attr_span = self.attribute_place(call.func.span, &call.func);
            let span = self.attribute_place(span, &call.func);
            let cache = Default::default();
            let super_method = self.super_method(value, attr);
            macro_rules! of_method {
                ($obj:expr, $args:expr) => {
                    MethodCall {
                        obj: $obj,
                        name,
                        args: $args,
                        attr_span,
                        span,
                        cache,
                        native: Default::default(),
                    }
                };
            }
            macro_rules! method_call {
                ($obj:expr) => {
                    with_arguments!(args => Box::new(of_method!($obj, args)))
                };
            }
            return Ok(match obj {
                Opd::Other(obj) if let Some(method) = super_method => {
                    let obj = self.super_object(obj, &method);
                    with_arguments!(args => Box::new(SuperCall {
                        plain: of_method!(obj, args),
                        method,
                    }))
                }
                Opd::Local(obj) => method_call!(obj),
                Opd::Attribute(obj) => method_call!(obj),
                obj => method_call!(obj.into_expr()),
            });
        }
        let callee = self.operand(&call.func)?;
        let args = self.plain_arguments(call)?;
        Ok(match callee {
            // The callee is taken before the arguments run, so they may rebind it.
            Opd::Local(callee) => with_arguments!(args => Box::new(Call {
                callee,
                args,
                span,
            })),
            Opd::Global(callee) => with_arguments!(args => Box::new(Call {
                callee: *callee,
                args,
                span,
            })),
            callee => with_arguments!(args => Box::new(Call {
                callee: callee.into_expr(),
                args,
                span,
            })),
        })
    }

    /// The node for a `super()` an attribute of which is wanted. Where the module itself mentions `super`,
    /// it is a call like any other, as CPython has it.
    fn super_object(&self, call: Expr, method: &SuperMethod) -> Expr {
        let mut scope = &self.tree[self.scope];
        while let Some(parent) = scope.parent {
            scope = &self.tree[parent];
        }
        match scope.symbols.contains_key("super") {
            true => call,
            false => method.object(call),
        }
    }

    /// What a call of a method of `super()` needs besides its parts, if `value` is that and what it
    /// stands for can be told from here.
    fn super_method(&mut self, value: &ast::Expr, attr: &Rc<str>) -> Option<SuperMethod> {
        let ExprKind::Call(call) = &value.kind else {
            return None;
        };
        let ExprKind::Name(name) = &call.func.kind else {
            return None;
        };
        if &**name != "super"
            || &**attr == "__class__"
            || !(call.args.is_empty() && call.keywords.is_empty())
        {
            return None;
        }
        let free = &self.tree[self.body().host].freevars;
        let class_at = free.iter().position(|name| &**name == "__class__")? as u32;
        let first_is_cell = self.body().cells.iter().any(|cell| cell.slot == 0);
        match self.name_operand(name, call.func.span) {
            Opd::Global(callee) => Some(SuperMethod {
                callee: *callee,
                name: self.attribute_name(attr),
                class_at,
                first_is_cell,
                cache: Default::default(),
                oldest: Default::default(),
            }),
            _ => None,
        }
    }

    /// The arguments of a call or class definition.
    pub(super) fn arguments(
        &mut self,
        args: &[ast::Expr],
        keywords: &[ast::Keyword],
    ) -> Lowered<Box<[Argument]>> {
        let mut list = Vec::with_capacity(args.len() + keywords.len());
        for arg in args {
            list.push(match &arg.kind {
                ExprKind::Starred(inner) => Argument::Star(self.expr(inner)?),
                _ => Argument::Positional(self.expr(arg)?),
            });
        }
        for keyword in keywords {
            let value = self.expr(&keyword.value)?;
            list.push(match &keyword.arg {
                Some(name) => Argument::Keyword(self.intern(name), value),
                None => Argument::DoubleStar(value),
            });
        }
        Ok(list.into())
    }
}

/// The comparison an operator stands for.
pub(super) fn chain_op(op: CmpOperator) -> ChainOp {
    match op {
        CmpOperator::Lt => ChainOp::Compare(Compare::Lt),
        CmpOperator::LtE => ChainOp::Compare(Compare::Le),
        CmpOperator::Eq => ChainOp::Compare(Compare::Eq),
        CmpOperator::NotEq => ChainOp::Compare(Compare::Ne),
        CmpOperator::Gt => ChainOp::Compare(Compare::Gt),
        CmpOperator::GtE => ChainOp::Compare(Compare::Ge),
        CmpOperator::Is => ChainOp::Test(Test::Is),
        CmpOperator::IsNot => ChainOp::Test(Test::IsNot),
        CmpOperator::In => ChainOp::Test(Test::In),
        CmpOperator::NotIn => ChainOp::Test(Test::NotIn),
    }
}

/// Whether CPython's compiler knows the value: literals, and signs and tuples of such.
fn is_constant(expr: &ast::Expr) -> bool {
    match &expr.kind {
        ExprKind::Constant(_) => true,
        ExprKind::UnaryOp { op, operand } => {
            !matches!(op, UnaryOperator::Not) && is_constant(operand)
        }
        ExprKind::Tuple(items) => items.iter().all(is_constant),
        _ => false,
    }
}
