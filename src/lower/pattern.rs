//! The `match` statement and its patterns.

use super::{Lowered, Lowering};
use crate::exec::assign::AnyTarget;
use crate::exec::pattern::{Case, Key, Match, Pattern};
use crate::exec::tree::Statement;
use crate::object::value::Value;
use dunder_grammar::ast::{self, ExprKind, Ident, PatternKind, Singleton};

/// The names a case captures, each with its number.
#[derive(Default)]
pub(super) struct Captures(Vec<(Ident, dunder_grammar::Span)>);

impl Captures {
    fn number(&mut self, name: &Ident, span: dunder_grammar::Span) -> usize {
        match self.0.iter().position(|(known, _)| known == name) {
            Some(at) => at,
            None => {
                self.0.push((name.clone(), span));
                self.0.len() - 1
            }
        }
    }
}

impl Lowering<'_> {
    pub(super) fn match_statement(
        &mut self,
        subject: &ast::Expr,
        cases: &[ast::MatchCase],
    ) -> Lowered<Statement> {
        let subject = self.expr(subject)?;
        let cases = cases
            .iter()
            .map(|case| self.case(case))
            .collect::<Lowered<Vec<_>>>()?;
        Ok(Box::new(Match {
            subject,
            cases: cases.into(),
        }))
    }

    fn case(&mut self, case: &ast::MatchCase) -> Lowered<Case> {
        let (pattern, targets) = self.case_pattern(&case.pattern)?;
        let guard = case
            .guard
            .as_ref()
            .map(|guard| self.expr(guard))
            .transpose()?;
        Ok(Case {
            pattern,
            targets,
            guard,
            body: self.block(&case.body)?,
        })
    }

    /// A case's pattern, and the targets of its captures.
    pub(super) fn case_pattern(
        &mut self,
        pattern: &ast::Pattern,
    ) -> Lowered<(Pattern, Box<[AnyTarget]>)> {
        let mut captures = Captures::default();
        let lowered = self.pattern(pattern, &mut captures)?;
        let targets = captures
            .0
            .iter()
            .map(|(name, span)| self.name_target(name, *span))
            .collect();
        Ok((lowered, targets))
    }

    fn patterns(
        &mut self,
        list: &[ast::Pattern],
        captures: &mut Captures,
    ) -> Lowered<Box<[Pattern]>> {
        list.iter()
            .map(|p| self.pattern(p, captures))
            .collect::<Lowered<Vec<_>>>()
            .map(Into::into)
    }

    fn key(&mut self, key: &ast::Expr) -> Lowered<Key> {
        Ok(match &key.kind {
            ExprKind::Constant(literal) => Key::Literal(self.constant(literal, key.span)?),
            _ => Key::Computed(self.expr(key)?),
        })
    }

    fn pattern(&mut self, pattern: &ast::Pattern, captures: &mut Captures) -> Lowered<Pattern> {
        let span = pattern.span;
        Ok(match &pattern.kind {
            PatternKind::MatchValue(value) => match &value.kind {
                ExprKind::Constant(literal) => {
                    Pattern::Literal(self.constant(literal, value.span)?, value.span)
                }
                _ => Pattern::Value(self.expr(value)?),
            },
            PatternKind::MatchSingleton(singleton) => Pattern::Singleton(match singleton {
                Singleton::None => Value::None,
                Singleton::True => Value::True,
                Singleton::False => Value::False,
            }),
            PatternKind::MatchSequence(list) => Pattern::Sequence {
                star: list
                    .iter()
                    .position(|p| matches!(p.kind, PatternKind::MatchStar(_))),
                patterns: self.patterns(list, captures)?,
                span,
            },
            PatternKind::MatchMapping { items, rest } => {
                let items = items
                    .iter()
                    .map(|(key, value)| Ok((self.key(key)?, self.pattern(value, captures)?)))
                    .collect::<Lowered<Vec<_>>>()?;
                let rest = rest.as_ref().map(|name| captures.number(name, span));
                Pattern::Mapping {
                    items: items.into(),
                    rest,
                    span,
                }
            }
            PatternKind::MatchClass(class) => {
                let keywords = class
                    .kwd_patterns
                    .iter()
                    .map(|(name, value)| Ok((self.intern(name), self.pattern(value, captures)?)))
                    .collect::<Lowered<Vec<_>>>();
                Pattern::Class {
                    class: self.expr(&class.cls)?,
                    positional: self.patterns(&class.patterns, captures)?,
                    keywords: keywords?.into(),
                    span,
                }
            }
            PatternKind::MatchStar(name) => {
                Pattern::Capture(name.as_ref().map(|name| captures.number(name, span)))
            }
            PatternKind::MatchAs {
                pattern: None,
                name,
            } => Pattern::Capture(name.as_ref().map(|name| captures.number(name, span))),
            PatternKind::MatchAs {
                pattern: Some(inner),
                name,
            } => {
                let inner = self.pattern(inner, captures)?;
                match name {
                    Some(name) => Pattern::As(Box::new(inner), captures.number(name, span)),
                    None => inner,
                }
            }
            PatternKind::MatchOr(list) => Pattern::Or(self.patterns(list, captures)?),
        })
    }
}
