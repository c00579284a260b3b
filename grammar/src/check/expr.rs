//! Checks of expressions and targets. They don't recurse: an expression may be thousands of levels deep.

use crate::hash::HashMap;

use super::body::Place;
use super::{Checked, Checker, TOP_LEVEL};
use crate::ast::*;
use crate::walk;

/// The highest number of elements before a starred target.
const MAX_BEFORE_STAR: usize = 255;

impl Checker<'_> {
    pub(super) fn exprs(&mut self, items: &[Expr], place: Place) -> Checked {
        items.iter().try_for_each(|item| self.expr(item, place))
    }

    /// An expression that is evaluated.
    pub(super) fn expr(&mut self, root: &Expr, place: Place) -> Checked {
        let mut pending = vec![(root, place)];
        let mut next = Vec::new();
        while let Some((expr, place)) = pending.pop() {
            self.one(expr, place, &mut next)?;
            // The first to be evaluated is to be checked first.
            pending.extend(next.drain(..).rev());
        }
        Ok(())
    }

    /// Checks one expression; what is inside is left in `next`.
    fn one<'e>(
        &mut self,
        expr: &'e Expr,
        place: Place,
        next: &mut Vec<(&'e Expr, Place)>,
    ) -> Checked {
        match &expr.kind {
            ExprKind::Starred(_) => {
                return self.error("can't use starred expression here", expr.span);
            }
            ExprKind::Yield(_) | ExprKind::YieldFrom(_) => self.yields(expr, place)?,
            ExprKind::Await(_) => self.awaits(expr, place)?,
            ExprKind::Call(call) => {
                self.keywords(&call.keywords)?;
                self.warn_call(&call.func);
            }
            ExprKind::Compare { left, rest } => self.warn_identity(expr.span, left, rest, false),
            ExprKind::UnaryOp { .. } => {
                if let Some(comparison) = self.warn_negated(expr) {
                    walk::children(comparison, |child| next.push((child, place)));
                    return Ok(());
                }
            }
            ExprKind::Subscript { value, slice } => self.warn_subscript(value, slice),
            ExprKind::NamedExpr { target, value } => {
                next.push((value, place));
                return self.target(target, place);
            }
            ExprKind::Lambda { args, body } => {
                self.parameters(args)?;
                next.extend(walk::defaults(args).map(|default| (default, place)));
                next.push((
                    body,
                    if place == Place::Settled {
                        place
                    } else {
                        Place::Function
                    },
                ));
                return Ok(());
            }
            ExprKind::ListComp { elt, generators }
            | ExprKind::SetComp { elt, generators }
            | ExprKind::GeneratorExp { elt, generators } => {
                return self.comprehension(generators, &[elt], place, next);
            }
            ExprKind::DictComp(comp) => {
                return self.comprehension(
                    &comp.generators,
                    &[&comp.key, &comp.value],
                    place,
                    next,
                );
            }
            _ => {}
        }
        let may_star = matches!(
            expr.kind,
            ExprKind::Call(_) | ExprKind::List(_) | ExprKind::Tuple(_) | ExprKind::Set(_)
        );
        walk::children(expr, |child| match &child.kind {
            ExprKind::Starred(value) if may_star => next.push((value, place)),
            _ => next.push((child, place)),
        });
        Ok(())
    }

    fn comprehension<'e>(
        &mut self,
        generators: &'e [Comprehension],
        elements: &[&'e Expr],
        place: Place,
        next: &mut Vec<(&'e Expr, Place)>,
    ) -> Checked {
        for (index, generator) in generators.iter().enumerate() {
            // The first iterable is evaluated outside.
            next.push((
                &generator.iter,
                if index == 0 { place } else { Place::Settled },
            ));
            self.target(&generator.target, Place::Settled)?;
            next.extend(
                generator
                    .ifs
                    .iter()
                    .map(|condition| (condition, Place::Settled)),
            );
        }
        next.extend(elements.iter().map(|element| (*element, Place::Settled)));
        Ok(())
    }

    fn yields(&self, expr: &Expr, place: Place) -> Checked {
        let from = matches!(expr.kind, ExprKind::YieldFrom(_));
        match place {
            Place::Module | Place::Class if from => {
                self.error("'yield from' outside function", expr.span)
            }
            Place::Module | Place::Class => self.error("'yield' outside function", expr.span),
            Place::AsyncFunction if from => {
                self.error("'yield from' inside async function", expr.span)
            }
            _ => Ok(()),
        }
    }

    fn awaits(&self, expr: &Expr, place: Place) -> Checked {
        match place {
            Place::Module if self.options.top_level_await => {
                self.error(format!("'await' {TOP_LEVEL}"), expr.span)
            }
            Place::Module | Place::Class => self.error("'await' outside function", expr.span),
            Place::Function => self.error("'await' outside async function", expr.span),
            Place::AsyncFunction | Place::Settled => Ok(()),
        }
    }

    /// Parameters can't be called `__debug__`.
    pub(super) fn parameters(&self, args: &Arguments) -> Checked {
        let positional = args
            .posonlyargs
            .iter()
            .chain(&args.args)
            .map(|parameter| &parameter.arg);
        let keyword = args.kwonlyargs.iter().map(|parameter| &parameter.arg);
        let mut all = positional
            .chain(&args.vararg)
            .chain(keyword)
            .chain(&args.kwarg);
        all.try_for_each(|arg| self.bindable(&arg.name, arg.span))
    }

    pub(super) fn defaults(&mut self, args: &Arguments, place: Place) -> Checked {
        walk::defaults(args).try_for_each(|default| self.expr(default, place))
    }

    /// Keyword arguments can't be called `__debug__`, nor twice the same.
    pub(super) fn keywords(&self, keywords: &[Keyword]) -> Checked {
        let mut seen = HashMap::default();
        // Of several repetitions, that of the first argument is reported.
        let mut repeated: Option<(usize, &Keyword)> = None;
        for (index, keyword) in keywords.iter().enumerate() {
            let Some(name) = &keyword.arg else { continue };
            self.bindable(name, keyword.span)?;
            let first = *seen.entry(&**name).or_insert(index);
            if first != index && repeated.is_none_or(|(earlier, _)| first < earlier) {
                repeated = Some((first, keyword));
            }
        }
        match repeated {
            Some((
                _,
                Keyword {
                    arg: Some(name),
                    span,
                    ..
                },
            )) => self.error(format!("keyword argument repeated: {name}"), *span),
            _ => Ok(()),
        }
    }

    /// A target of an assignment. Brackets bound how deep targets nest.
    pub(super) fn target(&mut self, target: &Expr, place: Place) -> Checked {
        match &target.kind {
            ExprKind::Name(name) => self.bindable(name, target.span),
            ExprKind::Attribute { value, attr, .. } => {
                self.expr(value, place)?;
                self.bindable(attr, target.span)
            }
            ExprKind::Starred(_) => self.error(
                "starred assignment target must be in a list or tuple",
                target.span,
            ),
            ExprKind::Tuple(items) | ExprKind::List(items) => {
                let mut stars = items
                    .iter()
                    .enumerate()
                    .filter(|(_, item)| matches!(item.kind, ExprKind::Starred(_)));
                if stars
                    .next()
                    .is_some_and(|(index, _)| index > MAX_BEFORE_STAR)
                {
                    return self.error(
                        "too many expressions in star-unpacking assignment",
                        target.span,
                    );
                }
                if stars.next().is_some() {
                    return self.error("multiple starred expressions in assignment", target.span);
                }
                items.iter().try_for_each(|item| match &item.kind {
                    ExprKind::Starred(value) => self.target(value, place),
                    _ => self.target(item, place),
                })
            }
            ExprKind::Subscript { value, slice } => {
                self.expr(value, place)?;
                self.expr(slice, place)
            }
            _ => self.expr(target, place),
        }
    }

    /// A target of `del`.
    pub(super) fn deleted(&mut self, target: &Expr, place: Place) -> Checked {
        match &target.kind {
            ExprKind::Name(name) if &**name == "__debug__" => {
                self.error("cannot delete __debug__", target.span)
            }
            ExprKind::Tuple(items) | ExprKind::List(items) => {
                items.iter().try_for_each(|item| self.deleted(item, place))
            }
            ExprKind::Subscript { value, slice } => {
                self.expr(value, place)?;
                self.expr(slice, place)
            }
            _ => self.expr(target, place),
        }
    }
}
