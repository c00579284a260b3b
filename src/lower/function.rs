//! Functions and lambdas: parameters, defaults, annotations, bodies.

use super::annotation_text;
use super::scope::{ScopeId, ScopeKind};
use super::stmt::constant;
use super::{CodeParts, Lowered, Lowering, Options};
use crate::exec::assign::Assign;
use crate::exec::deferred::Deferred;
use crate::exec::define::{Decorated, MakeFunction};
use crate::exec::names::CellSource;
use crate::exec::tree::{Code, CodeKind, Expr, Parameters, Resumable, Statement};
use crate::object::shape::Name;
use crate::object::value::Value;
use crate::text::Text;
use dunder_grammar::Span;
use dunder_grammar::ast::{self, Arguments, Constant, ExprKind, FunctionDef, Stmt, StmtKind};
use std::cell::OnceCell;
use std::rc::Rc;

/// `co_flags` bits.
mod flag {
    pub const OPTIMIZED: u32 = 0x1;
    pub const NEWLOCALS: u32 = 0x2;
    pub const VARARGS: u32 = 0x4;
    pub const VARKEYWORDS: u32 = 0x8;
    pub const NESTED: u32 = 0x10;
    pub const GENERATOR: u32 = 0x20;
    pub const COROUTINE: u32 = 0x80;
    pub const ASYNC_GENERATOR: u32 = 0x200;
}

/// Where a definition starts for `co_firstlineno`: at its first decorator.
pub(super) fn first_at(decorators: &[ast::Expr], span: Span) -> u32 {
    decorators
        .first()
        .map_or(span.start, |decorator| decorator.span.start)
}

/// Defaults of positional parameters, and of keyword-only ones by name.
type Defaults = (Box<[Expr]>, Box<[(Name, Expr)]>);

impl Lowering<'_> {
    pub(super) fn function_definition(
        &mut self,
        def: &FunctionDef,
        span: Span,
    ) -> Lowered<Statement> {
        let made: Expr = if def.type_params.is_empty() {
            let scope = self.tree.function(def);
            Box::new(self.make_function_of(def, scope, span, true)?)
        } else {
            self.generic_function(def, span)?
        };
        let value = self.decorate(&def.decorators, made)?;
        let target = self.name_target(&def.name, def.name_span);
        Ok(Box::new(Assign {
            targets: Box::new([target]),
            value,
        }))
    }

    /// The node that makes the function of a definition, with its defaults or without.
    pub(super) fn make_function_of(
        &mut self,
        def: &FunctionDef,
        scope: ScopeId,
        span: Span,
        with_defaults: bool,
    ) -> Lowered<MakeFunction> {
        self.make_function(
            scope,
            &def.args,
            def.returns.as_deref(),
            span,
            with_defaults,
            |lowering| lowering.definition_code(def, scope, span),
        )
    }

    /// The code of a definition.
    pub(super) fn definition_code(
        &mut self,
        def: &FunctionDef,
        scope: ScopeId,
        span: Span,
    ) -> Lowered<Rc<Code>> {
        let last = def.body.last().map(|stmt| &stmt.kind);
        let deferred = match last {
            Some(StmtKind::Skipped) => Some(self.deferred()),
            _ => None,
        };
        let parameters = parameters_of(&def.args);
        let code = self.function_code(scope, parameters, span, |lowering| {
            lowering.body().deferred = deferred;
            let (doc, body) = lowering.split_doc(&def.body);
            if lowering.body().resumable != Resumable::No {
                lowering.hoisted.mark_block(body);
            }
            let body = lowering.block_or_pass(body)?;
            Ok((doc, body))
        })?;
        code.first_at.set(first_at(&def.decorators, span));
        Ok(code)
    }

    /// What will make the code of a definition in the current scope, whose body has been left out.
    fn deferred(&self) -> Box<Deferred> {
        let parent = |scope: &ScopeId| self.tree[*scope].parent;
        let around = std::iter::successors(Some(self.scope), parent);
        let classes = around.filter(|scope| self.tree[*scope].kind == ScopeKind::Class);
        let mut classes: Vec<_> = classes.map(|scope| self.tree[scope].name.clone()).collect();
        classes.reverse();
        Box::new(Deferred {
            classes: classes.into(),
            options: Options {
                future_annotations: self.tree.future_annotations,
                ..self.options
            },
            made: OnceCell::new(),
        })
    }

    /// The nodes of a function's defaults: of positional and of keyword-only parameters.
    pub(super) fn defaults(&mut self, args: &Arguments, scope: ScopeId) -> Lowered<Defaults> {
        let positional = args.posonlyargs.iter().chain(&args.args);
        let defaults = positional
            .filter_map(|parameter| parameter.default.as_ref())
            .map(|default| self.expr(default))
            .collect::<Lowered<Vec<_>>>()?;
        let kwdefaults = args
            .kwonlyargs
            .iter()
            .filter_map(|p| Some((&p.arg.name, p.default.as_ref()?)))
            .map(|(name, default)| Ok((self.mangled(scope, name), self.expr(default)?)))
            .collect::<Lowered<Vec<_>>>()?;
        Ok((defaults.into(), kwdefaults.into()))
    }

    /// Wraps a definition in its decorators' calls.
    pub(super) fn decorate(&mut self, decorators: &[ast::Expr], mut value: Expr) -> Lowered<Expr> {
        for decorator in decorators.iter().rev() {
            value = Box::new(Decorated {
                decorator: self.expr(decorator)?,
                inner: value,
                span: decorator.span,
            });
        }
        Ok(value)
    }

    pub(super) fn lambda(
        &mut self,
        e: &ast::Expr,
        args: &Arguments,
        body: &ast::Expr,
    ) -> Lowered<Expr> {
        let scope = self.tree.of(e);
        let make = self.make_function(scope, args, None, e.span, true, |lowering| {
            let parameters = parameters_of(args);
            lowering.function_code(scope, parameters, e.span, |lowering| {
                let mut before = Vec::new();
                if lowering.body().resumable != Resumable::No {
                    lowering.hoisted.mark(body);
                    lowering.hoist(body, &mut before)?;
                }
                let value = lowering.operand(body)?;
                let body = lowering.sequence_of(before, super::operand::returned(value));
                Ok((Value::None, body))
            })
        })?;
        Ok(Box::new(make))
    }

    /// The node that makes a function of `scope`. Defaults and annotations are evaluated here, in the
    /// enclosing scope, before what `code` lowers.
    fn make_function(
        &mut self,
        scope: ScopeId,
        args: &Arguments,
        returns: Option<&ast::Expr>,
        span: Span,
        with_defaults: bool,
        code: impl FnOnce(&mut Self) -> Lowered<Rc<Code>>,
    ) -> Lowered<MakeFunction> {
        let (defaults, kwdefaults) = if with_defaults {
            self.defaults(args, scope)?
        } else {
            Default::default()
        };
        let annotations = self.annotations(args, returns)?;
        let code = code(self)?;
        let closure = self.closure_of(scope);
        Ok(MakeFunction {
            module: Default::default(),
            code,
            defaults,
            kwdefaults,
            annotations: annotations.into(),
            closure,
            span,
        })
    }

    /// The code object of a function scope.
    pub(super) fn function_code(
        &mut self,
        scope: ScopeId,
        parameters: Parameters,
        span: Span,
        lower_body: impl FnOnce(&mut Self) -> Lowered<(Value, Statement)>,
    ) -> Lowered<Rc<Code>> {
        let outer = self.scope;
        let resumable = self.resumable_of(scope);
        self.open(scope, resumable, span);
        let (doc, body) = lower_body(self)?;
        let parts = CodeParts {
            name: self.intern(&self.tree[scope].name),
            qualname: self.vm.intern(&self.tree.qualname(scope)),
            span,
            kind: CodeKind::Function,
            parameters,
            flags: self.flags(scope, parameters, resumable),
            doc,
            body,
        };
        let code = self.close(parts);
        self.scope = outer;
        Ok(code)
    }

    fn resumable_of(&self, scope: ScopeId) -> Resumable {
        let info = &self.tree[scope];
        match (info.is_coroutine, info.is_generator) {
            (false, false) => Resumable::No,
            (false, true) => Resumable::Generator,
            (true, false) => Resumable::Coroutine,
            (true, true) => Resumable::AsyncGenerator,
        }
    }

    fn flags(&self, scope: ScopeId, parameters: Parameters, resumable: Resumable) -> u32 {
        let info = &self.tree[scope];
        let bit = |on: bool, flag: u32| if on { flag } else { 0 };
        flag::OPTIMIZED
            | flag::NEWLOCALS
            | bit(parameters.varargs, flag::VARARGS)
            | bit(parameters.varkeywords, flag::VARKEYWORDS)
            | bit(info.nested, flag::NESTED)
            | bit(resumable == Resumable::Generator, flag::GENERATOR)
            | bit(resumable == Resumable::Coroutine, flag::COROUTINE)
            | bit(
                resumable == Resumable::AsyncGenerator,
                flag::ASYNC_GENERATOR,
            )
    }

    /// The cells that a nested scope's free variables are.
    pub(super) fn closure_of(&mut self, scope: ScopeId) -> Box<[CellSource]> {
        let tree = self.tree;
        tree[scope]
            .freevars
            .iter()
            .map(|name| self.cell_source(name))
            .collect()
    }

    /// A name as code in `scope` spells it, interned.
    pub(super) fn mangled(&self, scope: ScopeId, name: &ast::Ident) -> Name {
        self.vm.intern(&self.tree[scope].mangle(name))
    }

    fn annotations(
        &mut self,
        args: &Arguments,
        returns: Option<&ast::Expr>,
    ) -> Lowered<Vec<(Name, Expr)>> {
        // CPython's compiler comes to the positional-only ones last.
        let parameters = args.args.iter().chain(&args.posonlyargs).map(|p| &p.arg);
        let all = parameters
            .chain(&args.vararg)
            .chain(args.kwonlyargs.iter().map(|p| &p.arg))
            .chain(&args.kwarg);
        let mut annotations = Vec::new();
        for arg in all {
            if let Some(annotation) = &arg.annotation {
                let name = self.mangled(self.scope, &arg.name);
                annotations.push((name, self.annotation(annotation)?));
            }
        }
        if let Some(returns) = returns {
            annotations.push((self.vm.intern("return"), self.annotation(returns)?));
        }
        Ok(annotations)
    }

    /// An annotation: evaluated now, or its text under `from __future__ import annotations`.
    pub(super) fn annotation(&mut self, annotation: &ast::Expr) -> Lowered<Expr> {
        let span = annotation.span;
        if self.tree.future_annotations {
            return Ok(constant(annotation_text::text(self.vm, annotation), span));
        }
        match &annotation.kind {
            // `*args: *Ts` is `next(iter(Ts))`: the one item that unpacking gives.
            ExprKind::Starred(inner) => {
                let inner = self.expr(inner)?;
                Ok(Box::new(crate::exec::define::StarAnnotation {
                    inner,
                    span,
                }))
            }
            _ => self.expr(annotation),
        }
    }

    /// The doc string of a body, and the statements after it.
    pub(super) fn split_doc<'s>(&self, body: &'s [Stmt]) -> (Value, &'s [Stmt]) {
        if self.optimize() < 2
            && let Some((first, rest)) = body.split_first()
            && let StmtKind::Expr(value) = &first.kind
            && let ExprKind::Constant(Constant::Str { value, .. }) = &value.kind
        {
            return (self.vm.text(Text::from_wtf8(&clean_doc(value))), rest);
        }
        (Value::None, body)
    }

    pub(super) fn block_or_pass(&mut self, body: &[Stmt]) -> Lowered<Statement> {
        if body.is_empty() {
            Ok(Box::new(crate::exec::stmt::Pass))
        } else {
            self.body_block(body)
        }
    }
}

fn parameters_of(args: &Arguments) -> Parameters {
    Parameters {
        positional_only: args.posonlyargs.len() as u32,
        positional: (args.posonlyargs.len() + args.args.len()) as u32,
        keyword_only: args.kwonlyargs.len() as u32,
        varargs: args.vararg.is_some(),
        varkeywords: args.kwarg.is_some(),
    }
}

/// Takes the common indentation off a doc string, as the compiler does since 3.13.
fn clean_doc(doc: &[u8]) -> Vec<u8> {
    let indent_of = |line: &[u8]| line.iter().take_while(|b| **b == b' ').count();
    let expanded = expand_tabs(doc);
    let lines: Vec<&[u8]> = expanded.split(|b| *b == b'\n').collect();
    let margin = lines[1..]
        .iter()
        .filter(|l| l.iter().any(|b| *b != b' '))
        .map(|l| indent_of(l))
        .min();
    let mut out = Vec::with_capacity(expanded.len());
    for (i, line) in lines.iter().enumerate() {
        if i > 0 {
            out.push(b'\n');
        }
        let cut = if i == 0 {
            indent_of(line)
        } else {
            margin.unwrap_or(0).min(indent_of(line))
        };
        out.extend_from_slice(&line[cut..]);
    }
    out
}

/// Tabs in the indentation of lines count up to the next multiple of eight.
fn expand_tabs(doc: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(doc.len());
    let mut column = 0;
    for &b in doc {
        match b {
            b'\t' => {
                let spaces = 8 - column % 8;
                out.extend(std::iter::repeat_n(b' ', spaces));
                column += spaces;
            }
            b'\n' => {
                out.push(b);
                column = 0;
            }
            _ => {
                out.push(b);
                column += 1;
            }
        }
    }
    out
}
