//! Comprehensions. Inlined ones (PEP 709) run in the frame around them; others are functions.

use super::scope::{Resolution, ScopeId};
use super::{Lowered, Lowering};
use crate::exec::comprehension::{CallComprehension, Clause, Comprehension, Element};
use crate::exec::define::MakeFunction;
use crate::exec::operand::Local;
use crate::exec::stmt::Return;
use crate::exec::tree::{Expr, Parameters, Statement};
use crate::object::value::Value;
use dunder_grammar::ast::{self, ExprKind};

impl Lowering<'_> {
    pub(super) fn comprehension(&mut self, e: &ast::Expr) -> Lowered<Expr> {
        let scope = self.tree.of(e);
        if matches!(e.kind, ExprKind::GeneratorExp { .. }) {
            return Err(self.error("generator expressions are not supported yet", e.span));
        }
        let first = self.expr(&generators(e)[0].iter)?;
        if self.tree[scope].inlined {
            return self.inlined(e, scope, first);
        }
        let parameters = Parameters {
            positional: 1,
            positional_only: 1,
            ..Parameters::default()
        };
        let code = self.function_code(scope, parameters, e.span, |lowering| {
            let argument = Local {
                slot: 0,
                name: lowering.vm.intern(".0"),
                span: e.span,
            };
            let value = lowering.loops(e, Box::new(argument), Box::new([]), true)?;
            let body: Statement = Box::new(Return { value });
            Ok((Value::None, body))
        })?;
        let make = MakeFunction {
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
            span: e.span,
        }))
    }

    fn inlined(&mut self, e: &ast::Expr, scope: ScopeId, first: Expr) -> Lowered<Expr> {
        let outer = std::mem::replace(&mut self.scope, scope);
        let tree = self.tree;
        let mut slots = Vec::new();
        for (name, symbol) in &tree[scope].symbols {
            let cell = symbol.resolution == Resolution::Cell;
            if cell || symbol.resolution == Resolution::Local {
                slots.push((self.new_variable(scope, name), cell));
            }
        }
        let value = self.loops(e, first, slots.into(), false);
        self.scope = outer;
        value
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
                conditions: self.exprs(&generator.ifs)?,
            });
        }
        let element = match &e.kind {
            ExprKind::SetComp { elt, .. } => Element::Set(self.expr(elt)?),
            ExprKind::DictComp(dict) => {
                Element::Dict(self.expr(&dict.key)?, self.expr(&dict.value)?)
            }
            ExprKind::ListComp { elt, .. } | ExprKind::GeneratorExp { elt, .. } => {
                Element::List(self.expr(elt)?)
            }
            _ => return Err(self.error("not a comprehension", e.span)),
        };
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
