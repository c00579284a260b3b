//! Parses pieces of a wrong source, which the rules have found to be right in themselves.

use crate::actions::{Builder, Error, Refused};
use crate::ast::{Ast, Comprehension, Expr, ExprKind, Keyword, Span};
use crate::parser::parse_tokens;
use crate::token::{Tok, Token};

/// An expression, possibly starred, a tuple without parentheses, or `yield`.
pub(super) fn expression(source: &str, tokens: &[Token]) -> Option<Expr> {
    wrapped(source, &[], tokens, &[])
}

/// What is wrong with string literals, and where.
pub(super) fn wrong_literal(source: &str, tokens: &[Token]) -> Option<(String, Option<Span>)> {
    let mut builder = Builder::new(source, 0);
    match parse_tokens(&mut builder, Tok::StartFragment, tokens.iter().copied()) {
        Err(Error::User {
            error: Refused::Literal { message, span },
        }) => Some((message, span)),
        _ => None,
    }
}

fn wrapped(source: &str, before: &[Tok], tokens: &[Token], after: &[Tok]) -> Option<Expr> {
    let (start, end) = (tokens.first()?.span.start, tokens.last()?.span.end);
    let at = |place: u32| {
        move |&kind: &Tok| Token {
            kind,
            span: Span::new(place, place),
        }
    };
    let all = before
        .iter()
        .map(at(start))
        .chain(tokens.iter().copied())
        .chain(after.iter().map(at(end)));
    let mut builder = Builder::new(source, 0);
    match parse_tokens(&mut builder, Tok::StartFragment, all) {
        Ok(Ast::Expression(expr)) => Some(*expr),
        _ => None,
    }
}

/// The arguments of a call, given what stands between its parentheses.
pub(super) fn arguments(source: &str, tokens: &[Token]) -> (Vec<Expr>, Vec<Keyword>) {
    let call = wrapped(
        source,
        &[Tok::Ellipsis, Tok::LParen],
        tokens,
        &[Tok::RParen],
    );
    match call.map(|expr| expr.kind) {
        Some(ExprKind::Call(call)) => (call.args, call.keywords),
        _ => (Vec::new(), Vec::new()),
    }
}

/// Where the last part of `for x in y if z` stands.
pub(super) fn last_condition(source: &str, tokens: &[Token]) -> Option<Span> {
    let generator = wrapped(
        source,
        &[Tok::LParen, Tok::Ellipsis],
        tokens,
        &[Tok::RParen],
    )?;
    let ExprKind::GeneratorExp { generators, .. } = generator.kind else {
        return None;
    };
    let Comprehension { iter, ifs, .. } = generators.last()?;
    Some(ifs.last().unwrap_or(iter).span)
}
