//! Checks of statements.

use std::ops::ControlFlow;

use super::{Checked, Checker, TOP_LEVEL, future};
use crate::ast::*;

/// What the code being checked is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Module,
    Class,
    Function,
    AsyncFunction,
    /// A comprehension, type parameter or generic annotation: the symbol table has decided there.
    Settled,
}

/// A block that `break`, `continue` and `return` must leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Block {
    Loop,
    /// `with`, or `try` before its `finally`: leaving it runs code that has no place in the source.
    Cleanup,
    /// An `except*`, which can't be left.
    ExceptStar,
    Other,
}

/// CPython's limit of blocks in blocks.
const MAX_BLOCKS: usize = 21;

/// One function's, class's or module's code.
pub(super) struct Scope {
    pub(super) place: Place,
    blocks: Vec<Block>,
    /// Whether a `return` may have a value: not in an asynchronous generator.
    is_async_generator: bool,
}

impl Scope {
    pub(super) fn new(place: Place) -> Scope {
        Scope {
            place,
            blocks: Vec::new(),
            is_async_generator: false,
        }
    }

    fn is_function(&self) -> bool {
        matches!(
            self.place,
            Place::Function | Place::AsyncFunction | Place::Settled
        )
    }
}

impl Checker<'_> {
    pub(super) fn ast(&mut self, ast: &Ast) -> Checked {
        let mut scope = Scope::new(Place::Module);
        match ast {
            Ast::Module(body) | Ast::Interactive(body) => self.stmts(body, &mut scope),
            Ast::Expression(value) => self.expr(value, Place::Module),
        }
    }

    fn stmts(&mut self, body: &[Stmt], scope: &mut Scope) -> Checked {
        body.iter().try_for_each(|stmt| self.stmt(stmt, scope))
    }

    /// The statements of a block that has to be left properly.
    fn block(&mut self, block: Block, span: Span, body: &[Stmt], scope: &mut Scope) -> Checked {
        self.enter(block, span, scope)?;
        self.stmts(body, scope)?;
        scope.blocks.pop();
        Ok(())
    }

    fn enter(&self, block: Block, span: Span, scope: &mut Scope) -> Checked {
        if scope.blocks.len() >= MAX_BLOCKS {
            return self.error("too many statically nested blocks", span);
        }
        scope.blocks.push(block);
        Ok(())
    }

    fn stmt(&mut self, stmt: &Stmt, scope: &mut Scope) -> Checked {
        let (span, place) = (stmt.span, scope.place);
        match &stmt.kind {
            StmtKind::FunctionDef(function) => self.function(function, span, place),
            StmtKind::ClassDef(class) => self.class(class, span, place),
            StmtKind::Return(value) => self.return_statement(value.as_deref(), span, scope),
            StmtKind::Delete(targets) => targets
                .iter()
                .try_for_each(|target| self.deleted(target, place)),
            StmtKind::Assign { targets, value } => {
                self.expr(value, place)?;
                targets
                    .iter()
                    .try_for_each(|target| self.target(target, place))
            }
            StmtKind::TypeAlias(alias) => {
                self.type_params(&alias.type_params)?;
                self.expr(&alias.value, Place::Settled)?;
                match &alias.name.kind {
                    ExprKind::Name(name) => self.bindable(name, span),
                    _ => Ok(()),
                }
            }
            StmtKind::AugAssign { target, value, .. } => {
                if let ExprKind::Name(_) = target.kind {
                    self.expr(value, place)?;
                    return self.target(target, place);
                }
                self.expr(target, place)?;
                self.expr(value, place)
            }
            StmtKind::AnnAssign(assign) => self.annotated(assign, span, place),
            StmtKind::For(node) => self.for_loop(node, span, scope),
            StmtKind::While { test, body, orelse } => {
                self.enter(Block::Loop, span, scope)?;
                self.expr(test, place)?;
                self.stmts(body, scope)?;
                scope.blocks.pop();
                self.stmts(orelse, scope)
            }
            StmtKind::If { branches, orelse } => {
                for branch in branches {
                    self.expr(&branch.test, place)?;
                    self.stmts(&branch.body, scope)?;
                }
                self.stmts(orelse, scope)
            }
            StmtKind::With(node) => self.with(node, span, scope),
            StmtKind::Match { subject, cases } => {
                self.expr(subject, place)?;
                for (index, case) in cases.iter().enumerate() {
                    let last = index + 1 == cases.len();
                    self.case_pattern(&case.pattern, case.guard.is_some() || last)?;
                    case.guard
                        .iter()
                        .try_for_each(|guard| self.expr(guard, place))?;
                    self.stmts(&case.body, scope)?;
                }
                Ok(())
            }
            StmtKind::Raise { exc, cause } => exc
                .iter()
                .chain(cause)
                .try_for_each(|value| self.expr(value, place)),
            StmtKind::Try(node) => self.try_statement(node, span, scope),
            StmtKind::Assert { test, msg } => {
                if matches!(&test.kind, ExprKind::Tuple(items) if !items.is_empty()) {
                    self.warn(
                        "assertion is always true, perhaps remove parentheses?",
                        span,
                    );
                }
                if self.options.optimize {
                    return Ok(());
                }
                self.expr(test, place)?;
                msg.iter().try_for_each(|msg| self.expr(msg, place))
            }
            StmtKind::Import(names) => names.iter().try_for_each(|alias| {
                let first = alias.name.split('.').next().unwrap_or_default();
                self.bindable(alias.asname.as_deref().unwrap_or(first), span)
            }),
            StmtKind::ImportFrom { names, .. } => {
                if future::names(stmt).is_some() && span.start >= self.late_futures {
                    let message = "from __future__ imports must occur at the beginning of the file";
                    return self.error(message, span);
                }
                names.iter().try_for_each(|alias| {
                    self.bindable(alias.asname.as_ref().unwrap_or(&alias.name), span)
                })
            }
            StmtKind::Expr(value) => self.expr(value, place),
            StmtKind::Break => self.leave_loop(scope, "'break' outside loop", span),
            StmtKind::Continue => self.leave_loop(scope, "'continue' not properly in loop", span),
            StmtKind::Pass | StmtKind::Skipped | StmtKind::Global(_) | StmtKind::Nonlocal(_) => {
                Ok(())
            }
        }
    }

    fn function(&mut self, function: &FunctionDef, span: Span, outer: Place) -> Checked {
        self.parameters(&function.args)?;
        self.exprs(&function.decorators, outer)?;
        self.defaults(&function.args, outer)?;
        self.type_params(&function.type_params)?;
        // The symbol table has seen to what generic functions may have in their annotations.
        let around = match function.type_params.is_empty() {
            true => self.annotation_place(outer),
            false => Place::Settled,
        };
        for annotation in annotations(&function.args).chain(function.returns.as_deref()) {
            match &annotation.kind {
                ExprKind::Starred(value) => self.expr(value, around)?,
                _ => self.expr(annotation, around)?,
            }
        }
        let place = if function.is_async {
            Place::AsyncFunction
        } else {
            Place::Function
        };
        let mut scope = Scope::new(place);
        let resumable = function.is_async || nests_deeply(&function.body, MAX_BLOCKS - 1);
        if resumable {
            let has_yield = has_yield(&function.body);
            scope.is_async_generator = function.is_async && has_yield;
            // Code that can be suspended is in a block of its own.
            scope
                .blocks
                .extend((function.is_async || has_yield).then_some(Block::Other));
        }
        self.stmts(&function.body, &mut scope)?;
        self.bindable(&function.name, span)
    }

    fn class(&mut self, class: &ClassDef, span: Span, outer: Place) -> Checked {
        self.exprs(&class.decorators, outer)?;
        self.type_params(&class.type_params)?;
        self.stmts(&class.body, &mut Scope::new(Place::Class))?;
        let around = if class.type_params.is_empty() {
            outer
        } else {
            Place::Settled
        };
        self.keywords(&class.keywords)?;
        for base in class
            .bases
            .iter()
            .chain(class.keywords.iter().map(|keyword| &keyword.value))
        {
            match &base.kind {
                ExprKind::Starred(value) => self.expr(value, around)?,
                _ => self.expr(base, around)?,
            }
        }
        self.bindable(&class.name, span)
    }

    fn type_params(&mut self, params: &[TypeParam]) -> Checked {
        for param in params {
            self.bindable(&param.name, param.span)?;
            let bound = match &param.kind {
                TypeParamKind::TypeVar { bound } => bound.as_deref(),
                _ => None,
            };
            for value in bound.into_iter().chain(param.default.as_deref()) {
                match &value.kind {
                    ExprKind::Starred(value) => self.expr(value, Place::Settled)?,
                    _ => self.expr(value, Place::Settled)?,
                }
            }
        }
        Ok(())
    }

    fn annotated(&mut self, assign: &AnnAssign, span: Span, place: Place) -> Checked {
        if let Some(value) = &assign.value {
            self.expr(value, place)?;
            self.target(&assign.target, place)?;
        }
        match &assign.target.kind {
            ExprKind::Name(name) | ExprKind::Attribute { attr: name, .. } => {
                self.bindable(name, span)?
            }
            _ => {}
        }
        if assign.value.is_none() {
            self.expr(&assign.target, place)?;
        }
        // Functions don't evaluate the annotations of their variables.
        if matches!(place, Place::Module | Place::Class) {
            self.expr(&assign.annotation, self.annotation_place(place))?;
        }
        Ok(())
    }

    fn annotation_place(&self, around: Place) -> Place {
        match self.leaves_annotations {
            true => Place::Settled,
            false => around,
        }
    }

    fn require_async(&self, scope: &Scope, what: &str, span: Span) -> Checked {
        let top_level = scope.place == Place::Module && self.options.top_level_await;
        if scope.place == Place::AsyncFunction {
            return Ok(());
        }
        if top_level {
            return self.error(format!("'{what}' {TOP_LEVEL}"), span);
        }
        self.error(format!("'{what}' outside async function"), span)
    }

    fn for_loop(&mut self, node: &For, span: Span, scope: &mut Scope) -> Checked {
        if node.is_async {
            self.require_async(scope, "async for", span)?;
        }
        self.expr(&node.iter, scope.place)?;
        self.enter(Block::Loop, span, scope)?;
        self.target(&node.target, scope.place)?;
        self.stmts(&node.body, scope)?;
        scope.blocks.pop();
        self.stmts(&node.orelse, scope)
    }

    fn with(&mut self, node: &With, span: Span, scope: &mut Scope) -> Checked {
        if node.is_async {
            self.require_async(scope, "async with", span)?;
        }
        for item in &node.items {
            self.expr(&item.context_expr, scope.place)?;
            self.enter(Block::Cleanup, item.context_expr.span, scope)?;
            item.optional_vars
                .iter()
                .try_for_each(|target| self.target(target, scope.place))?;
        }
        self.stmts(&node.body, scope)?;
        scope.blocks.truncate(scope.blocks.len() - node.items.len());
        Ok(())
    }

    fn try_statement(&mut self, node: &Try, span: Span, scope: &mut Scope) -> Checked {
        if node.finalbody.is_empty() {
            return self.try_except(node, span, scope);
        }
        self.enter(Block::Cleanup, span, scope)?;
        if node.handlers.is_empty() {
            self.stmts(&node.body, scope)?;
        } else {
            self.try_except(node, span, scope)?;
        }
        scope.blocks.pop();
        self.block(Block::Other, span, &node.finalbody, scope)
    }

    fn try_except(&mut self, node: &Try, span: Span, scope: &mut Scope) -> Checked {
        self.block(Block::Other, span, &node.body, scope)?;
        self.stmts(&node.orelse, scope)?;
        self.enter(
            if node.is_star {
                Block::ExceptStar
            } else {
                Block::Other
            },
            span,
            scope,
        )?;
        for (index, handler) in node.handlers.iter().enumerate() {
            if handler.typ.is_none() && index + 1 < node.handlers.len() {
                return self.error("default 'except:' must be last", handler.span);
            }
            handler
                .typ
                .iter()
                .try_for_each(|typ| self.expr(typ, scope.place))?;
            handler
                .name
                .iter()
                .try_for_each(|name| self.bindable(name, handler.span))?;
            self.block(Block::Other, handler.span, &handler.body, scope)?;
        }
        scope.blocks.pop();
        Ok(())
    }

    fn return_statement(&mut self, value: Option<&Expr>, span: Span, scope: &mut Scope) -> Checked {
        if !scope.is_function() {
            return self.error("'return' outside function", span);
        }
        if value.is_some() && scope.is_async_generator {
            return self.error("'return' with value in async generator", span);
        }
        value
            .into_iter()
            .try_for_each(|value| self.expr(value, scope.place))?;
        let at = match value {
            Some(Expr {
                kind: ExprKind::Constant(_),
                span: value,
                ..
            }) if self.same_line(span.start, value.start) => *value,
            _ => span,
        };
        self.leave_blocks(scope, at, |_| ControlFlow::Continue(()))
            .map(|_| ())
    }

    fn same_line(&self, first: u32, second: u32) -> bool {
        self.source
            .get(first as usize..second as usize)
            .is_some_and(|between| !between.contains('\n'))
    }

    fn leave_loop(&self, scope: &Scope, outside: &str, span: Span) -> Checked {
        let stop_at_loop = |block| {
            if block == Block::Loop {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        };
        match self.leave_blocks(scope, span, stop_at_loop)? {
            ControlFlow::Break(()) => Ok(()),
            ControlFlow::Continue(()) => self.error(outside, span),
        }
    }

    /// Leaves blocks from the inside out until `each` says that it is enough.
    fn leave_blocks(
        &self,
        scope: &Scope,
        span: Span,
        each: impl Fn(Block) -> ControlFlow<()>,
    ) -> Result<ControlFlow<()>, Box<crate::SyntaxError>> {
        let mut placeless = false;
        for &block in scope.blocks.iter().rev() {
            if block == Block::ExceptStar {
                let message = "'break', 'continue' and 'return' cannot appear in an except* block";
                let mut error = match self.error(message, span) {
                    Err(error) => error,
                    Ok(()) => continue,
                };
                if placeless {
                    error.forget_place();
                }
                return Err(error);
            }
            placeless |= block == Block::Cleanup;
            if each(block).is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        Ok(ControlFlow::Continue(()))
    }
}

/// The annotations of parameters, in the order of evaluation.
fn annotations(args: &Arguments) -> impl Iterator<Item = &Expr> {
    let positional = args
        .posonlyargs
        .iter()
        .chain(&args.args)
        .map(|parameter| &parameter.arg);
    let keyword = args.kwonlyargs.iter().map(|parameter| &parameter.arg);
    positional
        .chain(&args.vararg)
        .chain(keyword)
        .chain(&args.kwarg)
        .filter_map(|arg| arg.annotation.as_deref())
}

/// Whether statements may need as many blocks in blocks.
fn nests_deeply(body: &[Stmt], blocks: usize) -> bool {
    blocks == 0
        || body.iter().any(|stmt| {
            let (own, bodies) = match &stmt.kind {
                StmtKind::With(node) => (node.items.len(), vec![&node.body]),
                StmtKind::Try(node) => {
                    let handlers = node.handlers.iter().map(|handler| &handler.body);
                    (
                        3,
                        [&node.body, &node.orelse, &node.finalbody]
                            .into_iter()
                            .chain(handlers)
                            .collect(),
                    )
                }
                StmtKind::For(node) => (1, vec![&node.body, &node.orelse]),
                StmtKind::While { body, orelse, .. } => (1, vec![body, orelse]),
                StmtKind::If { branches, orelse } => (
                    0,
                    branches
                        .iter()
                        .map(|branch| &branch.body)
                        .chain([orelse])
                        .collect(),
                ),
                StmtKind::Match { cases, .. } => (0, cases.iter().map(|case| &case.body).collect()),
                _ => return false,
            };
            own >= blocks
                || bodies
                    .into_iter()
                    .any(|body| nests_deeply(body, blocks - own))
        })
}

/// Whether a function's own code has a `yield`. One in a comprehension is an error of its own, but the
/// first iterable is evaluated outside.
fn has_yield(body: &[Stmt]) -> bool {
    let mut inside: Vec<(Span, Span)> = Vec::new();
    crate::walk::any_expr(body, &mut |expr| {
        let generators = match &expr.kind {
            ExprKind::ListComp { generators, .. } | ExprKind::SetComp { generators, .. } => {
                generators
            }
            ExprKind::DictComp(dict) => &dict.generators,
            ExprKind::Yield(_) | ExprKind::YieldFrom(_) => {
                let within =
                    |outer: Span| outer.start <= expr.span.start && expr.span.end <= outer.end;
                return !inside
                    .iter()
                    .any(|(comprehension, first)| within(*comprehension) && !within(*first));
            }
            _ => return false,
        };
        inside.extend(generators.first().map(|first| (expr.span, first.iter.span)));
        false
    })
}
