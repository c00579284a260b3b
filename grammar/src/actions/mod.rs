//! What the grammar calls to build the tree: positions, depth, and the joining of literals.
//!
//! Nothing here words an error. An action that sees that the grammar was too generous refuses, and
//! `explain` says why.

mod expr;
mod pattern;
mod stmt;
mod strings;

use std::rc::Rc;

use unicode_normalization::UnicodeNormalization;

use crate::ast::*;
use crate::error::SyntaxWarning;
use crate::hash::HashMap;
use crate::token::Tok;
use crate::{MAX_DEPTH, number};

pub(crate) use expr::*;
pub(crate) use pattern::*;
pub(crate) use stmt::*;
pub(crate) use strings::{FStringPart, StringPart};

/// Why an action refuses.
#[derive(Debug)]
pub(crate) enum Refused {
    /// Not Python, though the grammar takes it: `explain` finds the words.
    Here,
    /// The tree would get too deep to compile.
    Deep,
    /// The same construct is nested too often in itself to parse.
    Nested,
    /// A string literal is wrong; without a place, the error is that of the token after it.
    Literal { message: String, span: Option<Span> },
    /// A number has too many digits.
    Number { message: String, span: Span },
}

/// The result of most actions.
pub(crate) type Made<T> = Result<T, Error>;

/// The parser's error.
pub(crate) type Error = lalrpop_util::ParseError<u32, Tok, Refused>;

/// What the actions share.
pub(crate) struct Builder<'s> {
    pub(crate) source: &'s str,
    pub(crate) warnings: Vec<SyntaxWarning>,
    names: HashMap<&'s str, Ident>,
    max_digits: u32,
}

impl<'s> Builder<'s> {
    pub(crate) fn new(source: &'s str, max_digits: u32) -> Builder<'s> {
        Builder {
            source,
            warnings: Vec::new(),
            names: HashMap::default(),
            max_digits,
        }
    }

    pub(crate) fn text(&self, span: Span) -> &'s str {
        self.source
            .get(span.start as usize..span.end as usize)
            .unwrap_or("")
    }

    /// The identifier between two offsets, normalised and shared.
    pub(crate) fn identifier(&mut self, l: u32, r: u32) -> Ident {
        let text = self.text(Span::new(l, r));
        let shared = self.names.entry(text).or_insert_with(|| {
            if text.is_ascii() {
                Rc::from(text)
            } else {
                text.nfkc().collect::<String>().into()
            }
        });
        shared.clone()
    }

    /// A name as an expression.
    pub(crate) fn name(&mut self, l: u32, r: u32) -> Expr {
        leaf(l, ExprKind::Name(self.identifier(l, r)), r)
    }

    /// A numeric literal.
    pub(crate) fn number(&mut self, l: u32, r: u32) -> Made<Expr> {
        let span = Span::new(l, r);
        match number::value(self.text(span), self.max_digits) {
            Ok(value) => Ok(constant(l, value, r)),
            Err(message) => Err(Refused::Number { message, span }.into()),
        }
    }
}

/// `list` with `item` at its end.
pub(crate) fn push<T>(mut list: Vec<T>, item: T) -> Vec<T> {
    list.push(item);
    list
}

/// One list after the other.
pub(crate) fn append<T>(mut list: Vec<T>, more: Vec<T>) -> Vec<T> {
    list.extend(more);
    list
}

/// `rest` with `first` at its start.
pub(crate) fn prepend<T>(first: T, mut rest: Vec<T>) -> Vec<T> {
    rest.insert(0, first);
    rest
}

/// An expression without operands.
pub(crate) fn leaf(l: u32, kind: ExprKind, r: u32) -> Expr {
    Expr {
        span: Span::new(l, r),
        depth: 1,
        parenthesised: false,
        kind,
    }
}

/// An expression whose operands have at most the given depth.
pub(crate) fn node(l: u32, below: u32, kind: ExprKind, r: u32) -> Made<Expr> {
    if below >= MAX_DEPTH {
        return Err(Refused::Deep.into());
    }
    Ok(Expr {
        span: Span::new(l, r),
        depth: below + 1,
        parenthesised: false,
        kind,
    })
}

/// The depth of the deepest.
pub(crate) fn deepest<'e>(items: impl IntoIterator<Item = &'e Expr>) -> u32 {
    items.into_iter().map(|item| item.depth).max().unwrap_or(0)
}
