//! Comprehensions. Inlined ones (PEP 709) run in the frame around them; others are functions.

use super::scope::{Resolution, ScopeId};
use super::{Lowered, Lowering};
use crate::exec::comprehension::{CallComprehension, Clause, Comprehension, Element};
use crate::exec::define::MakeFunction;
use crate::exec::operand::Local;
use crate::exec::resumable::{Take, Yield};
use crate::exec::resumable_comprehension::{
    Collect, ContinueUnless, FinishCollecting, StartCollecting,
};
use crate::exec::stmt::{Pass, Return};
use crate::exec::tree::{Expr, Parameters, Resumable, Statement};
use crate::object::value::Value;
use dunder_grammar::Span;
use dunder_grammar::ast::{self, ExprKind};

impl Lowering<'_> {
    pub(super) fn comprehension(&mut self, e: &ast::Expr) -> Lowered<Expr> {
        let scope = self.tree.of(e);
        let first = self.expr(&generators(e)[0].iter)?;
        if self.tree[scope].inlined {
            return self.inlined(e, scope, first);
        }
        let parameters = Parameters {
            positional: 1,
            ..Parameters::default()
        };
        let code = self.function_code(scope, parameters, e.span, |lowering| {
            let argument = Box::new(Local {
                slot: 0,
                name: lowering.vm.intern(".0"),
                span: generators(e)[0].iter.span,
            });
            if lowering.body().resumable != Resumable::No {
                let body = lowering.comprehension_body(e, argument)?;
                return Ok((Value::None, body));
            }
            let value = lowering.loops(e, argument, Box::new([]), true)?;
            let body: Statement = Box::new(Return { value });
            Ok((Value::None, body))
        })?;
        let make = MakeFunction {
            module: Default::default(),
            code,
            defaults: Box::new([]),
            kwdefaults: Box::new([]),
            annotations: Box::new([]),
            closure: self.closure_of(scope),
            span: e.span,
        };
        Ok(Box::new(CallComprehension {
            make,
            iter: first,
            is_async: generators(e)[0].is_async,
            span: e.span,
        }))
    }

    /// The body of a generator expression, or of another comprehension that suspends.
    fn comprehension_body(&mut self, e: &ast::Expr, first: Expr) -> Lowered<Statement> {
        self.hoisted.mark_loops(generators(e), &elements(e));
        if let ExprKind::GeneratorExp { elt, .. } = &e.kind {
            let mut inner = Vec::new();
            self.hoist(elt, &mut inner)?;
            let value = self.expr(elt)?;
            inner.push(Box::new(Yield {
                value,
                waiting: self.body().waiting,
                to: None,
                span: elt.span,
            }));
            return self.resumable_loops(e.span, generators(e), Some((first, true)), inner);
        }
        let mut all = Vec::new();
        let slot = self.collect_into(e, (first, true), Box::new([]), &mut all)?;
        let span = e.span;
        let value: Expr = Box::new(Take { slot, span });
        Ok(self.sequence_of(all, Box::new(Return { value })))
    }

    /// Statements for a comprehension that runs in this frame and suspends; the slot of its value.
    pub(super) fn hoist_comprehension(
        &mut self,
        e: &ast::Expr,
        out: &mut Vec<Statement>,
    ) -> Lowered<u32> {
        let scope = self.tree.of(e);
        let first = &generators(e)[0].iter;
        self.hoist(first, out)?;
        let first = self.expr(first)?;
        let outer = std::mem::replace(&mut self.scope, scope);
        let own = self.own_slots(scope);
        let slot = self.collect_into(e, (first, false), own, out);
        self.scope = outer;
        slot
    }

    fn collect_into(
        &mut self,
        e: &ast::Expr,
        first: (Expr, bool),
        own: Box<[(u32, bool)]>,
        out: &mut Vec<Statement>,
    ) -> Lowered<u32> {
        let (slot, span) = (self.new_temporary(), e.span);
        let is_dict = matches!(e.kind, ExprKind::DictComp(_));
        out.push(Box::new(StartCollecting {
            slot,
            is_dict,
            own: own.clone(),
        }));
        let mut inner = Vec::new();
        self.hoist_all(&elements(e), &mut inner)?;
        let element = self.element(e)?;
        let is_set = matches!(element, Element::Set(_));
        inner.push(Box::new(Collect {
            slot,
            element,
            span,
        }));
        let body = self.resumable_loops(span, generators(e), Some(first), inner)?;
        out.push(body);
        out.push(Box::new(FinishCollecting {
            slot,
            is_set,
            own,
            span,
        }));
        Ok(slot)
    }

    /// The loops of the comprehension at `span` around what its innermost body does.
    fn resumable_loops(
        &mut self,
        span: Span,
        clauses: &[ast::Comprehension],
        first: Option<(Expr, bool)>,
        inner: Vec<Statement>,
    ) -> Lowered<Statement> {
        let Some((clause, rest)) = clauses.split_first() else {
            return Ok(self
                .optional_sequence(inner)
                .unwrap_or_else(|| Box::new(Pass)));
        };
        let mut before = Vec::new();
        let iter = match first {
            Some(first) => first,
            None => {
                self.hoist(&clause.iter, &mut before)?;
                (self.expr(&clause.iter)?, false)
            }
        };
        let mut body = Vec::new();
        let target = self.late_target(&clause.target, &mut body)?;
        for condition in &clause.ifs {
            self.hoist(condition, &mut body)?;
            let test = self.decision(condition)?;
            body.push(Box::new(ContinueUnless { test }));
        }
        match rest {
            [] => body.extend(inner),
            rest => body.push(self.resumable_loops(span, rest, None, inner)?),
        }
        let body = self.block_of(body);
        let asynchronous = clause.is_async.then_some(span);
        let statement = self.loop_of(asynchronous, target, iter, body, None);
        Ok(self.sequence_of(before, statement))
    }

    fn inlined(&mut self, e: &ast::Expr, scope: ScopeId, first: Expr) -> Lowered<Expr> {
        let outer = std::mem::replace(&mut self.scope, scope);
        let slots = self.own_slots(scope);
        let value = self.loops(e, first, slots, false);
        self.scope = outer;
        value
    }

    /// Slots for the variables of an inlined comprehension, and whether each is a cell.
    fn own_slots(&mut self, scope: ScopeId) -> Box<[(u32, bool)]> {
        let tree = self.tree;
        let mut slots = Vec::new();
        for (name, symbol) in &tree[scope].symbols {
            let cell = symbol.resolution == Resolution::Cell;
            if cell || symbol.resolution == Resolution::Local {
                slots.push((self.new_variable(scope, name), cell));
            }
        }
        self.body().comprehension_slots.extend(&slots);
        slots.into()
    }

    fn element(&mut self, e: &ast::Expr) -> Lowered<Element> {
        Ok(match &e.kind {
            ExprKind::SetComp { elt, .. } => Element::Set(self.argument(elt)?),
            ExprKind::DictComp(dict) => {
                Element::Dict(self.argument(&dict.key)?, self.argument(&dict.value)?)
            }
            ExprKind::ListComp { elt, .. } | ExprKind::GeneratorExp { elt, .. } => {
                Element::List(self.argument(elt)?)
            }
            _ => return Err(self.error("not a comprehension", e.span)),
        })
    }

    fn loops(
        &mut self,
        e: &ast::Expr,
        first: Expr,
        own: Box<[(u32, bool)]>,
        iterating: bool,
    ) -> Lowered<Expr> {
        let mut first = Some(first);
        let mut clauses = Vec::new();
        for generator in generators(e) {
            let iter = match first.take() {
                Some(first) => first,
                None => self.expr(&generator.iter)?,
            };
            let target = self.loop_target(&generator.target)?;
            clauses.push(Clause {
                target,
                iter,
                conditions: self.decisions(&generator.ifs)?,
            });
        }
        let element = self.element(e)?;
        Ok(Box::new(Comprehension {
            clauses: clauses.into(),
            element,
            own,
            iterating,
            span: e.span,
        }))
    }
}

/// The `for` clauses.
fn generators(e: &ast::Expr) -> &[ast::Comprehension] {
    match &e.kind {
        ExprKind::ListComp { generators, .. }
        | ExprKind::SetComp { generators, .. }
        | ExprKind::GeneratorExp { generators, .. } => generators,
        ExprKind::DictComp(dict) => &dict.generators,
        _ => &[],
    }
}

/// What is collected: an element, or a key and a value.
fn elements(e: &ast::Expr) -> Vec<&ast::Expr> {
    match &e.kind {
        ExprKind::ListComp { elt, .. }
        | ExprKind::SetComp { elt, .. }
        | ExprKind::GeneratorExp { elt, .. } => vec![elt],
        ExprKind::DictComp(dict) => vec![&dict.key, &dict.value],
        _ => Vec::new(),
    }
}
