//! `"%s and %r" % (a, b)`: a text literal's `%` with a tuple display, which is an f-string where every conversion is
//! `%s`, `%r` or `%a`: each item is converted as soon as it is evaluated. What `%` does at run time is in
//! `types::formatting` and `text::percent`.

use super::{Lowered, Lowering};
use crate::exec::display::{FString, FieldSpec, Part, Replacement};
use crate::exec::tree::Expr;
use crate::types::formatting::KnownSpec;
use dunder_grammar::Span;
use dunder_grammar::ast::{self, Constant, Conversion, ExprKind, Operator};

/// Widths and precisions with more digits are left to `%` itself.
const MOST_DIGITS: usize = 3;

/// A part of a format.
#[derive(PartialEq, Debug)]
enum Piece {
    Literal(String),
    Field(Conversion, String),
}

/// The parts of a format that has only these conversions.
fn pieces(format: &str) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut literal = String::new();
    let mut rest = format;
    while let Some(at) = rest.find('%') {
        literal.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix('%') {
            literal.push('%');
            rest = after;
            continue;
        }
        if !literal.is_empty() {
            pieces.push(Piece::Literal(std::mem::take(&mut literal)));
        }
        let (field, after) = field(rest)?;
        pieces.push(field);
        rest = after;
    }
    literal.push_str(rest);
    if !literal.is_empty() {
        pieces.push(Piece::Literal(literal));
    }
    Some(pieces)
}

/// What stands after a `%`, and what follows it.
fn field(text: &str) -> Option<(Piece, &str)> {
    let after_flags = text.trim_start_matches(['-', '+', ' ', '#', '0']);
    let is_left = text[..text.len() - after_flags.len()].contains('-');
    let (width, rest) = digits(after_flags)?;
    let (precision, rest) = match rest.strip_prefix('.') {
        Some(rest) => digits(rest).map(|(precision, rest)| (Some(precision), rest))?,
        None => (None, rest),
    };
    let conversion = match rest.chars().next()? {
        's' => Conversion::Str,
        'r' => Conversion::Repr,
        'a' => Conversion::Ascii,
        _ => return None,
    };
    let mut spec = String::new();
    if !width.is_empty() {
        spec.push_str(if is_left { "" } else { ">" });
        spec.push_str(width);
    }
    if let Some(precision) = precision {
        spec.push('.');
        spec.push_str(if precision.is_empty() { "0" } else { precision });
    }
    Some((Piece::Field(conversion, spec), &rest[1..]))
}

/// The digits at the start, if there are not too many, and the rest.
fn digits(text: &str) -> Option<(&str, &str)> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = &text[..text.len() - rest.len()];
    (digits.len() <= MOST_DIGITS).then_some((digits, rest))
}

impl Lowering<'_> {
    /// `left op right` as an f-string, if it is such a format.
    pub(super) fn percent_format(
        &mut self,
        left: &ast::Expr,
        op: Operator,
        right: &ast::Expr,
        span: Span,
    ) -> Lowered<Option<Expr>> {
        let (
            ExprKind::Constant(Constant::Str { value: format, .. }),
            Operator::Mod,
            ExprKind::Tuple(items),
        ) = (&left.kind, op, &right.kind)
        else {
            return Ok(None);
        };
        let starred = |item: &ast::Expr| matches!(item.kind, ExprKind::Starred(_));
        if items.iter().any(starred) || self.hoisted.slot(right).is_some() {
            return Ok(None);
        }
        let Some(pieces) = std::str::from_utf8(format).ok().and_then(pieces) else {
            return Ok(None);
        };
        let fields = pieces
            .iter()
            .filter(|piece| matches!(piece, Piece::Field(..)));
        if fields.count() != items.len() {
            return Ok(None);
        }
        let mut items = items.iter();
        let mut parts = Vec::with_capacity(pieces.len());
        for piece in pieces {
            parts.push(match piece {
                Piece::Literal(text) => Part::Literal(self.vm.str(&text)),
                Piece::Field(conversion, spec) => {
                    let Some(item) = items.next() else { continue };
                    Part::Field(Replacement {
                        value: self.argument(item)?,
                        conversion: Some(conversion),
                        spec: match spec.is_empty() {
                            true => FieldSpec::Empty,
                            false => FieldSpec::Constant(self.vm.str(&spec), KnownSpec::default()),
                        },
                        span: item.span,
                    })
                }
            });
        }
        let parts = parts.into();
        Ok(Some(Box::new(FString { parts, span })))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_conversions_to_text_only() {
        let field = |conversion, spec: &str| Piece::Field(conversion, spec.to_owned());
        let literal = |text: &str| Piece::Literal(text.to_owned());
        let of = |format| pieces(format);
        assert_eq!(
            of("a%%%s"),
            Some(vec![literal("a%"), field(Conversion::Str, "")])
        );
        assert_eq!(
            of("%5r%-05.2a"),
            Some(vec![
                field(Conversion::Repr, ">5"),
                field(Conversion::Ascii, "5.2"),
            ])
        );
        assert_eq!(
            of("%.s!"),
            Some(vec![field(Conversion::Str, ".0"), literal("!")])
        );
        for other in ["%d", "%*s", "%.*s", "%(a)s", "%ls", "%", "%s%", "%1000s"] {
            assert_eq!(of(other), None, "{other}");
        }
    }
}
