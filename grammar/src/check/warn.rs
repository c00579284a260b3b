//! Warnings about expressions that are legal and surely not what was meant.

use super::Checker;
use super::constant::{self, Folded};
use crate::ast::*;

impl Checker<'_> {
    /// `x is 1`
    pub(super) fn warn_identity(
        &mut self,
        span: Span,
        left: &Expr,
        rest: &[(CmpOperator, Expr)],
        negated: bool,
    ) {
        let mut left_literal = literal_type(left);
        for (op, right) in rest {
            let right_literal = literal_type(right);
            let (word, instead) = match (op, negated) {
                (CmpOperator::Is, false) | (CmpOperator::IsNot, true) => ("is", "=="),
                (CmpOperator::IsNot, false) | (CmpOperator::Is, true) => ("is not", "!="),
                _ => ("", ""),
            };
            if let Some(kind) = left_literal.or(right_literal)
                && !word.is_empty()
            {
                self.warn(
                    format!("\"{word}\" with '{kind}' literal. Did you mean \"{instead}\"?"),
                    span,
                );
                return;
            }
            left_literal = right_literal;
        }
    }

    /// `not x is 1`, to which CPython's compiler comes when it is `x is not 1` already; the comparison.
    pub(super) fn warn_negated<'e>(&mut self, expr: &'e Expr) -> Option<&'e Expr> {
        let (mut comparison, mut negated) = (expr, false);
        while let ExprKind::UnaryOp {
            op: UnaryOperator::Not,
            operand,
        } = &comparison.kind
        {
            (comparison, negated) = (operand, !negated);
        }
        match &comparison.kind {
            ExprKind::Compare { left, rest } if rest.len() == 1 => {
                self.warn_identity(comparison.span, left, rest, negated);
                Some(comparison)
            }
            _ => None,
        }
    }

    /// `"x" (y)`, where a comma is missing.
    pub(super) fn warn_call(&mut self, func: &Expr) {
        let callable = matches!(func.kind, ExprKind::Lambda { .. });
        if let Some(kind) = type_of(func).filter(|_| !callable) {
            self.warn(
                format!("'{kind}' object is not callable; perhaps you missed a comma?"),
                func.span,
            );
        }
    }

    /// `[1, 2] [3, 4]`, where a comma is missing.
    pub(super) fn warn_subscript(&mut self, value: &Expr, slice: &Expr) {
        let Some(kind) = type_of(value) else { return };
        match kind {
            "NoneType" | "ellipsis" | "bool" | "int" | "float" | "complex" | "set"
            | "generator" | "function" => {
                self.warn(
                    format!("'{kind}' object is not subscriptable; perhaps you missed a comma?"),
                    value.span,
                );
            }
            "str" | "bytes" | "tuple" | "list" => {
                let index = type_of(slice).filter(|index| !matches!(*index, "int" | "bool"));
                if let Some(index) = index {
                    let message = format!(
                        "{kind} indices must be integers or slices, not {index}; perhaps you missed a comma?"
                    );
                    self.warn(message, value.span);
                }
            }
            _ => {}
        }
    }
}

/// The type of a literal that is not one of the singletons.
fn literal_type(expr: &Expr) -> Option<&'static str> {
    match constant::fold(expr)? {
        Folded::Singleton(_) => None,
        folded => Some(folded.type_name()),
    }
}

/// The type of an expression's value, where the expression tells.
fn type_of(expr: &Expr) -> Option<&'static str> {
    Some(match &expr.kind {
        ExprKind::Tuple(_) => "tuple",
        ExprKind::List(_) | ExprKind::ListComp { .. } => "list",
        ExprKind::Dict(_) | ExprKind::DictComp(_) => "dict",
        ExprKind::Set(_) | ExprKind::SetComp { .. } => "set",
        ExprKind::GeneratorExp { .. } => "generator",
        ExprKind::Lambda { .. } => "function",
        ExprKind::JoinedStr(_) | ExprKind::FormattedValue { .. } => "str",
        _ => constant::fold(expr)?.type_name(),
    })
}
