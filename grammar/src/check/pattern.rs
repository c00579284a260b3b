//! Checks of patterns: which names they bind, and what they can't be refuted by.

use crate::hash::HashSet;

use super::constant;
use super::{Checked, Checker};
use crate::ast::*;

/// The names that a pattern has bound so far.
type Bound<'p> = HashSet<&'p str>;

impl Checker<'_> {
    /// The pattern of a `case`; only the last may match anything.
    pub(super) fn case_pattern(&mut self, pattern: &Pattern, may_match_all: bool) -> Checked {
        self.pattern(pattern, may_match_all, &mut Bound::default())
    }

    fn pattern<'p>(
        &mut self,
        pattern: &'p Pattern,
        may_match_all: bool,
        bound: &mut Bound<'p>,
    ) -> Checked {
        let span = pattern.span;
        match &pattern.kind {
            PatternKind::MatchValue(value) => {
                if constant::fold(value).is_none()
                    && !matches!(value.kind, ExprKind::Attribute { .. })
                {
                    return self.error(
                        "patterns may only match literals and attribute lookups",
                        span,
                    );
                }
                Ok(())
            }
            PatternKind::MatchSingleton(_) => Ok(()),
            PatternKind::MatchSequence(items) => self.sequence(items, span, bound),
            PatternKind::MatchMapping { items, rest } => {
                self.mapping(items, rest.as_ref(), span, bound)
            }
            PatternKind::MatchClass(class) => self.class_pattern(class, bound),
            PatternKind::MatchStar(name) => name
                .iter()
                .try_for_each(|name| self.bind(name, span, bound)),
            PatternKind::MatchAs {
                pattern: None,
                name,
            } => {
                if !may_match_all {
                    let what = name
                        .as_ref()
                        .map_or("wildcard".into(), |name| format!("name capture '{name}'"));
                    return self
                        .error(format!("{what} makes remaining patterns unreachable"), span);
                }
                name.iter()
                    .try_for_each(|name| self.bind(name, span, bound))
            }
            PatternKind::MatchAs {
                pattern: Some(inner),
                name,
            } => {
                self.pattern(inner, may_match_all, bound)?;
                name.iter()
                    .try_for_each(|name| self.bind(name, span, bound))
            }
            PatternKind::MatchOr(items) => self.alternatives(items, span, may_match_all, bound),
        }
    }

    fn bind<'p>(&self, name: &'p str, span: Span, bound: &mut Bound<'p>) -> Checked {
        self.bindable(name, span)?;
        if !bound.insert(name) {
            return self.error(
                format!("multiple assignments to name '{name}' in pattern"),
                span,
            );
        }
        Ok(())
    }

    fn sequence<'p>(&mut self, items: &'p [Pattern], span: Span, bound: &mut Bound<'p>) -> Checked {
        let stars = items
            .iter()
            .filter(|item| matches!(item.kind, PatternKind::MatchStar(_)))
            .count();
        if stars > 1 {
            return self.error("multiple starred names in sequence pattern", span);
        }
        items
            .iter()
            .try_for_each(|item| self.pattern(item, true, bound))
    }

    fn mapping<'p>(
        &mut self,
        items: &'p [(Expr, Pattern)],
        rest: Option<&'p Ident>,
        span: Span,
        bound: &mut Bound<'p>,
    ) -> Checked {
        let mut seen: HashSet<String> = HashSet::default();
        for (key, _) in items {
            match constant::fold(key) {
                Some(folded) => {
                    if !seen.insert(format!("{:?}", folded.key())) {
                        let message =
                            format!("mapping pattern checks duplicate key ({})", folded.repr());
                        return self.error(message, span);
                    }
                }
                None if matches!(key.kind, ExprKind::Attribute { .. }) => {}
                None => {
                    return self.error(
                        "mapping pattern keys may only match literals and attribute lookups",
                        span,
                    );
                }
            }
        }
        items
            .iter()
            .try_for_each(|(_, value)| self.pattern(value, true, bound))?;
        rest.into_iter()
            .try_for_each(|name| self.bind(name, span, bound))
    }

    fn class_pattern<'p>(&mut self, class: &'p MatchClass, bound: &mut Bound<'p>) -> Checked {
        let mut names = HashSet::default();
        for (name, value) in &class.kwd_patterns {
            self.bindable(name, value.span)?;
            if !names.insert(&**name) {
                return self.error(
                    format!("attribute name repeated in class pattern: {name}"),
                    value.span,
                );
            }
        }
        let keyword = class.kwd_patterns.iter().map(|(_, value)| value);
        class
            .patterns
            .iter()
            .chain(keyword)
            .try_for_each(|value| self.pattern(value, true, bound))
    }

    fn alternatives<'p>(
        &mut self,
        items: &'p [Pattern],
        span: Span,
        may_match_all: bool,
        bound: &mut Bound<'p>,
    ) -> Checked {
        let mut first: Option<Bound<'p>> = None;
        for (index, item) in items.iter().enumerate() {
            let mut names = Bound::default();
            self.pattern(item, may_match_all && index + 1 == items.len(), &mut names)?;
            match &first {
                None => first = Some(names),
                Some(first) if *first != names => {
                    return self.error("alternative patterns bind different names", span);
                }
                Some(_) => {}
            }
        }
        for name in first.into_iter().flatten() {
            self.bind(name, span, bound)?;
        }
        Ok(())
    }
}
