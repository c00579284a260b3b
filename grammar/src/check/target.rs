//! Which expressions can be targets.

use crate::ast::*;

/// The contexts an expression can be a target in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target {
    /// `=`, `for`, `with`: anything, starred elements included.
    Star,
    /// `+=` and annotations: a name, attribute or subscript.
    Single,
    /// `del`: tuples and lists, but nothing starred.
    Delete,
}

/// Whether the grammar allows `expr` as a target.
pub(crate) fn is_target(expr: &Expr, kind: Target) -> bool {
    match &expr.kind {
        ExprKind::Name(_) | ExprKind::Attribute { .. } | ExprKind::Subscript { .. } => true,
        ExprKind::Tuple(items) | ExprKind::List(items) if kind != Target::Single => {
            items.iter().all(|item| is_target(item, kind))
        }
        ExprKind::Starred(value) if kind == Target::Star => {
            !matches!(value.kind, ExprKind::Starred(_)) && is_target(value, kind)
        }
        _ => false,
    }
}

/// The kinds of target that `wrong_target` knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wrong {
    Assign,
    For,
    Delete,
}

/// The part of `expr` that can't be a target.
pub(crate) fn wrong_target(expr: &Expr, kind: Wrong) -> Option<&Expr> {
    match &expr.kind {
        ExprKind::Name(_) | ExprKind::Attribute { .. } | ExprKind::Subscript { .. } => None,
        ExprKind::Tuple(items) | ExprKind::List(items) => {
            items.iter().find_map(|item| wrong_target(item, kind))
        }
        ExprKind::Starred(value) if kind != Wrong::Delete => wrong_target(value, kind),
        // In `for a in b`, what looks like a comparison has the target on its left.
        ExprKind::Compare { left, rest } if kind == Wrong::For => match rest.first() {
            Some((CmpOperator::In, _)) => wrong_target(left, kind),
            _ => None,
        },
        _ => Some(expr),
    }
}
