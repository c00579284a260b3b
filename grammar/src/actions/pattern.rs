//! Actions for the patterns of `case`.

use super::{Made, Refused};
use crate::MAX_DEPTH;
use crate::ast::*;

/// An entry of a mapping pattern.
#[derive(Debug)]
pub(crate) enum MappingItem {
    Pair(Expr, Pattern),
    Rest(Ident),
}

/// An argument of a class pattern.
#[derive(Debug)]
pub(crate) enum ClassItem {
    Positional(Pattern),
    Keyword(Ident, Pattern),
}

fn pattern(l: u32, below: u32, kind: PatternKind, r: u32) -> Made<Pattern> {
    if below >= MAX_DEPTH {
        return Err(Refused::Deep.into());
    }
    Ok(Pattern {
        span: Span::new(l, r),
        depth: below + 1,
        kind,
    })
}

fn leaf(l: u32, kind: PatternKind, r: u32) -> Pattern {
    Pattern {
        span: Span::new(l, r),
        depth: 1,
        kind,
    }
}

fn deepest<'p>(items: impl IntoIterator<Item = &'p Pattern>) -> u32 {
    items.into_iter().map(|item| item.depth).max().unwrap_or(0)
}

/// A name, or nothing for the wildcard.
fn binding(name: Ident) -> Option<Ident> {
    Some(name).filter(|name| &**name != "_")
}

pub(crate) fn sequence_pattern(l: u32, items: Vec<Pattern>, r: u32) -> Made<Pattern> {
    pattern(l, deepest(&items), PatternKind::MatchSequence(items), r)
}

pub(crate) fn star_pattern(l: u32, name: Ident, r: u32) -> Pattern {
    leaf(l, PatternKind::MatchStar(binding(name)), r)
}

pub(crate) fn as_pattern(l: u32, inner: Pattern, name: Ident, r: u32) -> Made<Pattern> {
    if &*name == "_" {
        return Err(Refused::Here.into());
    }
    pattern(
        l,
        inner.depth,
        PatternKind::MatchAs {
            pattern: Some(Box::new(inner)),
            name: Some(name),
        },
        r,
    )
}

pub(crate) fn or_pattern(l: u32, items: Vec<Pattern>, r: u32) -> Made<Pattern> {
    pattern(l, deepest(&items), PatternKind::MatchOr(items), r)
}

pub(crate) fn value_pattern(value: Expr) -> Made<Pattern> {
    let Span { start, end } = value.span;
    pattern(
        start,
        value.depth,
        PatternKind::MatchValue(Box::new(value)),
        end,
    )
}

pub(crate) fn singleton_pattern(l: u32, value: Singleton, r: u32) -> Pattern {
    leaf(l, PatternKind::MatchSingleton(value), r)
}

pub(crate) fn capture_pattern(l: u32, name: Ident, r: u32) -> Pattern {
    leaf(
        l,
        PatternKind::MatchAs {
            pattern: None,
            name: binding(name),
        },
        r,
    )
}

pub(crate) fn mapping_pattern(l: u32, list: Option<Vec<MappingItem>>, r: u32) -> Made<Pattern> {
    let (mut items, mut rest) = (Vec::new(), None);
    for item in list.unwrap_or_default() {
        // `**rest` comes last, and is not the wildcard.
        if rest.is_some() {
            return Err(Refused::Here.into());
        }
        match item {
            MappingItem::Pair(key, value) => items.push((key, value)),
            MappingItem::Rest(name) if &*name == "_" => {
                return Err(Refused::Here.into());
            }
            MappingItem::Rest(name) => rest = Some(name),
        }
    }
    let depth = deepest(items.iter().map(|(_, value)| value));
    let keys = super::deepest(items.iter().map(|(key, _)| key));
    pattern(
        l,
        depth.max(keys),
        PatternKind::MatchMapping { items, rest },
        r,
    )
}

pub(crate) fn class_pattern(
    l: u32,
    cls: Expr,
    open: u32,
    list: Option<Vec<ClassItem>>,
    r: u32,
) -> Made<Pattern> {
    // CPython takes `_` for the wildcard, behind which nothing follows.
    if matches!(&cls.kind, ExprKind::Name(name) if &**name == "_") {
        let message = "invalid syntax".to_owned();
        let span = Some(Span::new(open, open + 1));
        return Err(Refused::Literal { message, span }.into());
    }
    let (mut patterns, mut kwd_patterns) = (Vec::new(), Vec::new());
    for item in list.unwrap_or_default() {
        match item {
            ClassItem::Keyword(name, value) => kwd_patterns.push((name, value)),
            ClassItem::Positional(_) if !kwd_patterns.is_empty() => {
                return Err(Refused::Here.into());
            }
            ClassItem::Positional(value) => patterns.push(value),
        }
    }
    let depth = deepest(
        patterns
            .iter()
            .chain(kwd_patterns.iter().map(|(_, value)| value)),
    )
    .max(cls.depth);
    pattern(
        l,
        depth,
        PatternKind::MatchClass(Box::new(MatchClass {
            cls,
            patterns,
            kwd_patterns,
        })),
        r,
    )
}
