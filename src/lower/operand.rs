//! Choosing nodes by their operands' kinds: what a local, a constant or any other expression becomes
//! as a type parameter.

use crate::exec::arith::{Binary, Comparison};
use crate::exec::assign::{
    ANY_OP, AssignAttribute, AssignLocal, AssignSubscript, AttributeTarget, AugmentAttribute,
    AugmentLocal, SubscriptTarget,
};
use crate::exec::attr::{Attribute, Subscript};
use crate::exec::names::GlobalName;
use crate::exec::operand::{Argument, Const, Local, Offset, Operand};
use crate::exec::stmt::Return;
use crate::exec::tree::{Expr, Statement};
use crate::object::shape::Name;
use dunder_grammar::Span;
use dunder_grammar::ast::Operator;

/// An operand before it becomes a type parameter.
pub(super) enum Opd {
    Local(Local),
    Const(Const),
    Global(Box<GlobalName>),
    /// An attribute of a local.
    Attribute(Box<Attribute<Local>>),
    /// A local and a constant added to it.
    Offset(Box<Offset>),
    Other(Expr),
}

impl Opd {
    /// Globals are operands of their own only as callees, attributes only where they are frequent.
    fn plain(self) -> Opd {
        match self {
            Opd::Global(name) => Opd::Other(name),
            Opd::Attribute(attribute) => Opd::Other(attribute),
            Opd::Offset(offset) => Opd::Other(offset.node),
            other => other,
        }
    }

    pub(super) fn into_argument(self) -> Argument {
        match self {
            Opd::Local(local) => Argument::Local(local),
            Opd::Const(constant) => Argument::Const(constant),
            Opd::Attribute(attribute) => Argument::Attribute(attribute),
            Opd::Offset(offset) => Argument::Offset(offset),
            other => Argument::Other(other.into_expr()),
        }
    }

    pub(super) fn into_expr(self) -> Expr {
        match self {
            Opd::Local(local) => Box::new(local),
            Opd::Const(constant) => Box::new(constant),
            Opd::Global(name) => name,
            Opd::Attribute(attribute) => attribute,
            Opd::Offset(offset) => offset.node,
            Opd::Other(expr) => expr,
        }
    }
}

/// Builds a node for each combination of two operands' kinds.
macro_rules! two {
    ($a:expr, $b:expr, |$x:ident, $y:ident| $make:expr) => {
        match ($a.plain(), $b.plain()) {
            (Opd::Local($x), Opd::Local($y)) => $make,
            (Opd::Local($x), Opd::Const($y)) => $make,
            (Opd::Local($x), Opd::Other($y)) => $make,
            (Opd::Const($x), Opd::Local($y)) => $make,
            (Opd::Const($x), Opd::Const($y)) => $make,
            (Opd::Const($x), Opd::Other($y)) => $make,
            (Opd::Other($x), Opd::Local($y)) => $make,
            (Opd::Other($x), Opd::Const($y)) => $make,
            (Opd::Other($x), Opd::Other($y)) => $make,
            // `plain` leaves nothing else.
            ($x, $y) => {
                let ($x, $y): (Expr, Expr) = ($x.into_expr(), $y.into_expr());
                $make
            }
        }
    };
}

/// As `two`, with attributes of locals as operands of their own.
macro_rules! two_or_attributes {
    ($a:expr, $b:expr, |$x:ident, $y:ident| $make:expr) => {
        match ($a, $b) {
            (Opd::Attribute($x), Opd::Attribute($y)) => $make,
            (Opd::Attribute($x), Opd::Local($y)) => $make,
            (Opd::Attribute($x), Opd::Const($y)) => $make,
            (Opd::Local($x), Opd::Attribute($y)) => $make,
            (a, b) => two!(a, b, |$x, $y| $make),
        }
    };
}

fn frequent_op<const OP: u8>(a: Opd, b: Opd, span: Span) -> Expr {
    two_or_attributes!(a, b, |a, b| Box::new(Binary::<OP, _, _> { a, b, span }))
}

fn binary_op<const OP: u8>(a: Opd, b: Opd, span: Span) -> Expr {
    two!(a, b, |a, b| Box::new(Binary::<OP, _, _> { a, b, span }))
}

/// `a op b`, as an operand.
pub(super) fn binary_operand(op: Operator, a: Opd, b: Opd, span: Span) -> Opd {
    let by = match (op, &b) {
        (Operator::Add, Opd::Const(b)) => b.int(),
        (Operator::Sub, Opd::Const(b)) => b.int().and_then(i64::checked_neg),
        _ => None,
    };
    match (a, by) {
        (Opd::Local(a), Some(by)) => Opd::Offset(Box::new(Offset {
            slot: a.slot,
            by,
            node: binary(op, Opd::Local(a), b, span),
        })),
        (a, _) => Opd::Other(binary(op, a, b, span)),
    }
}

/// `a op b`
pub(super) fn binary(op: Operator, a: Opd, b: Opd, span: Span) -> Expr {
    match op {
        Operator::Add => frequent_op::<{ Operator::Add as u8 }>(a, b, span),
        Operator::Sub => frequent_op::<{ Operator::Sub as u8 }>(a, b, span),
        Operator::Mult => frequent_op::<{ Operator::Mult as u8 }>(a, b, span),
        Operator::MatMult => binary_op::<{ Operator::MatMult as u8 }>(a, b, span),
        Operator::Div => binary_op::<{ Operator::Div as u8 }>(a, b, span),
        Operator::Mod => binary_op::<{ Operator::Mod as u8 }>(a, b, span),
        Operator::Pow => binary_op::<{ Operator::Pow as u8 }>(a, b, span),
        Operator::LShift => binary_op::<{ Operator::LShift as u8 }>(a, b, span),
        Operator::RShift => binary_op::<{ Operator::RShift as u8 }>(a, b, span),
        Operator::BitOr => binary_op::<{ Operator::BitOr as u8 }>(a, b, span),
        Operator::BitXor => binary_op::<{ Operator::BitXor as u8 }>(a, b, span),
        Operator::BitAnd => binary_op::<{ Operator::BitAnd as u8 }>(a, b, span),
        Operator::FloorDiv => binary_op::<{ Operator::FloorDiv as u8 }>(a, b, span),
    }
}

fn comparison_op<const OP: u8>(a: Opd, b: Opd, span: Span) -> Expr {
    two_or_attributes!(a, b, |a, b| Box::new(Comparison::<OP, _, _> { a, b, span }))
}

/// `a < b` and its kin; `op` as in `exec::arith::comparison`.
pub(super) fn comparison(op: u8, a: Opd, b: Opd, span: Span) -> Expr {
    match op {
        0 => comparison_op::<0>(a, b, span),
        1 => comparison_op::<1>(a, b, span),
        2 => comparison_op::<2>(a, b, span),
        3 => comparison_op::<3>(a, b, span),
        4 => comparison_op::<4>(a, b, span),
        _ => comparison_op::<5>(a, b, span),
    }
}

/// `a[b]`
pub(super) fn subscript(value: Opd, key: Opd, span: Span) -> Expr {
    match (value, key) {
        (Opd::Local(value), Opd::Offset(key)) => Box::new(Subscript { value, key, span }),
        (value, key) => two_or_attributes!(value, key, |value, key| Box::new(Subscript {
            value,
            key,
            span
        })),
    }
}

/// `a[b]` as a target
pub(super) fn subscript_target(obj: Opd, key: Opd, span: Span) -> crate::exec::assign::AnyTarget {
    two_or_attributes!(obj, key, |obj, key| Box::new(SubscriptTarget {
        obj,
        key,
        span
    }))
}

/// `a[b] = value`
pub(super) fn assign_subscript(obj: Opd, key: Opd, span: Span, value: Argument) -> Statement {
    match (obj, key) {
        (Opd::Local(obj), Opd::Offset(key)) => Box::new(AssignSubscript {
            target: SubscriptTarget { obj, key, span },
            value,
        }),
        (obj, key) => two_or_attributes!(obj, key, |obj, key| Box::new(AssignSubscript {
            target: SubscriptTarget { obj, key, span },
            value
        })),
    }
}

/// `a.name`
pub(super) fn attribute(value: Opd, name: Name, span: Span) -> Opd {
    let cache = Default::default();
    match value {
        Opd::Local(value) => Opd::Attribute(Box::new(Attribute {
            value,
            name,
            span,
            cache,
        })),
        Opd::Attribute(value) => Opd::Other(Box::new(Attribute {
            value,
            name,
            span,
            cache,
        })),
        other => Opd::Other(Box::new(Attribute {
            value: other.into_expr(),
            name,
            span,
            cache,
        })),
    }
}

/// `return value`
pub(super) fn returned(value: Opd) -> Statement {
    match value {
        Opd::Local(value) => Box::new(Return { value }),
        Opd::Const(value) => Box::new(Return { value }),
        Opd::Attribute(value) => Box::new(Return { value }),
        value => Box::new(Return {
            value: value.into_expr(),
        }),
    }
}

/// `local = value`
pub(super) fn assign_local(slot: u32, value: Opd) -> Statement {
    match value {
        Opd::Local(value) => Box::new(AssignLocal { slot, value }),
        Opd::Const(value) => Box::new(AssignLocal { slot, value }),
        Opd::Attribute(value) => Box::new(AssignLocal { slot, value }),
        Opd::Offset(value) => Box::new(AssignLocal { slot, value }),
        value => Box::new(AssignLocal {
            slot,
            value: value.into_expr(),
        }),
    }
}

/// `a.name = value`
pub(super) fn assign_attribute(obj: Opd, name: Name, span: Span, value: Opd) -> Statement {
    let cache = Default::default();
    match (obj, value) {
        (Opd::Local(obj), Opd::Local(value)) => Box::new(AssignAttribute {
            target: AttributeTarget {
                obj,
                name,
                span,
                cache,
            },
            value,
        }),
        (Opd::Local(obj), Opd::Const(value)) => Box::new(AssignAttribute {
            target: AttributeTarget {
                obj,
                name,
                span,
                cache,
            },
            value,
        }),
        (Opd::Local(obj), Opd::Other(value)) => Box::new(AssignAttribute {
            target: AttributeTarget {
                obj,
                name,
                span,
                cache,
            },
            value,
        }),
        (obj, value) => Box::new(AssignAttribute {
            target: AttributeTarget {
                obj: obj.into_expr(),
                name,
                span,
                cache,
            },
            value: value.into_expr(),
        }),
    }
}

fn frequent_augment_op<const OP: u8>(local: Local, value: Opd, span: Span) -> Statement {
    match value {
        Opd::Attribute(value) => Box::new(AugmentLocal::<OP, _> { local, value, span }),
        value => augment_op::<OP>(local, value, span),
    }
}

fn augment_op<const OP: u8>(local: Local, value: Opd, span: Span) -> Statement {
    match value.plain() {
        Opd::Local(value) => Box::new(AugmentLocal::<OP, _> { local, value, span }),
        Opd::Const(value) => Box::new(AugmentLocal::<OP, _> { local, value, span }),
        value => {
            let value = value.into_expr();
            Box::new(AugmentLocal::<OP, _> { local, value, span })
        }
    }
}

/// `local op= value`
pub(super) fn augment_local(op: Operator, local: Local, value: Opd, span: Span) -> Statement {
    match op {
        Operator::Add => frequent_augment_op::<{ Operator::Add as u8 }>(local, value, span),
        Operator::Sub => frequent_augment_op::<{ Operator::Sub as u8 }>(local, value, span),
        Operator::Mult => frequent_augment_op::<{ Operator::Mult as u8 }>(local, value, span),
        Operator::MatMult => augment_op::<{ Operator::MatMult as u8 }>(local, value, span),
        Operator::Div => augment_op::<{ Operator::Div as u8 }>(local, value, span),
        Operator::Mod => augment_op::<{ Operator::Mod as u8 }>(local, value, span),
        Operator::Pow => augment_op::<{ Operator::Pow as u8 }>(local, value, span),
        Operator::LShift => augment_op::<{ Operator::LShift as u8 }>(local, value, span),
        Operator::RShift => augment_op::<{ Operator::RShift as u8 }>(local, value, span),
        Operator::BitOr => augment_op::<{ Operator::BitOr as u8 }>(local, value, span),
        Operator::BitXor => augment_op::<{ Operator::BitXor as u8 }>(local, value, span),
        Operator::BitAnd => augment_op::<{ Operator::BitAnd as u8 }>(local, value, span),
        Operator::FloorDiv => augment_op::<{ Operator::FloorDiv as u8 }>(local, value, span),
    }
}

/// `obj.name op= value`, for the name, the operator, and where target and statement stand.
pub(super) fn augment_attribute<A: Operand>(
    obj: A,
    names: (Name, Operator, Span, Span),
    value: Argument,
) -> Statement {
    match names.1 {
        Operator::Add => augment_attribute_op::<{ Operator::Add as u8 }, A>(obj, names, value),
        Operator::Sub => augment_attribute_op::<{ Operator::Sub as u8 }, A>(obj, names, value),
        Operator::Mult => augment_attribute_op::<{ Operator::Mult as u8 }, A>(obj, names, value),
        _ => augment_attribute_op::<ANY_OP, A>(obj, names, value),
    }
}

fn augment_attribute_op<const OP: u8, A: Operand>(
    obj: A,
    (name, op, target_span, span): (Name, Operator, Span, Span),
    value: Argument,
) -> Statement {
    Box::new(AugmentAttribute::<OP, A> {
        target: AttributeTarget {
            obj,
            name,
            span: target_span,
            cache: Default::default(),
        },
        cache: Default::default(),
        op: op as u8,
        value,
        span,
    })
}
