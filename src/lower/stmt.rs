//! Statements.

use super::operand::{self, Opd};
use super::{Lowered, Lowering};
use crate::exec::assign::{Assign, AssignEach, AugmentCell, AugmentName, AugmentSubscript, Delete};
use crate::exec::except::{Handler, Raise, TryExcept, TryFinally, TryStar, With};
use crate::exec::operand::Const;
use crate::exec::stmt::{
    Assert, Block, Display, Evaluate, For, If, IfElse, Jump, LoopTarget, Pass, While,
};
use crate::exec::tree::{Expr, Flow, Statement};
use crate::object::value::Value;
use dunder_grammar::Span;
use dunder_grammar::ast::{self, ExprKind, Operator, Stmt, StmtKind};

fn is_starred(e: &ast::Expr) -> bool {
    matches!(e.kind, ExprKind::Starred(_))
}

/// The targets and values of `a, b = x, y`: two or three of each. A tuple of constants is one itself.
fn item_by_item<'a>(
    target: &'a ast::Expr,
    value: &'a ast::Expr,
) -> Option<(&'a [ast::Expr], &'a [ast::Expr])> {
    let (ExprKind::Tuple(targets) | ExprKind::List(targets), ExprKind::Tuple(values)) =
        (&target.kind, &value.kind)
    else {
        return None;
    };
    let fits = targets.len() == values.len() && (2..=AssignEach::MOST).contains(&values.len());
    let plain = !targets.iter().chain(values).any(is_starred);
    let constant = |e: &ast::Expr| matches!(e.kind, ExprKind::Constant(_));
    (fits && plain && !values.iter().all(constant)).then_some((targets, values))
}

impl Lowering<'_> {
    pub(super) fn block(&mut self, body: &[Stmt]) -> Lowered<Statement> {
        if self.hoisted.block(body) {
            return self.resumable_block(body);
        }
        self.stmts(body).map(one_after_the_other)
    }

    /// Statements without those that do nothing.
    fn stmts(&mut self, body: &[Stmt]) -> Lowered<Vec<Statement>> {
        let mut statements = Vec::with_capacity(body.len());
        for stmt in body {
            let node = self.stmt(stmt)?;
            if !node.is_nothing() {
                statements.push(node);
            }
        }
        Ok(statements)
    }

    /// The statements of a function's body. What follows an `if` that always leaves becomes its
    /// `else`, so that the last statements executed are in tail position.
    pub(super) fn body_block(&mut self, body: &[Stmt]) -> Lowered<Statement> {
        self.nested_body(body, 32)
    }

    fn nested_body(&mut self, body: &[Stmt], nesting: u32) -> Lowered<Statement> {
        let early = |stmt: &Stmt| match &stmt.kind {
            StmtKind::If { branches, orelse } => {
                branches.len() == 1
                    && orelse.is_empty()
                    && branches[0].body.last().is_some_and(leaves)
            }
            _ => false,
        };
        if self.hoisted.block(body) {
            return self.block(body);
        }
        let Some(at) = body
            .iter()
            .position(early)
            .filter(|at| at + 1 < body.len() && nesting > 0)
        else {
            return self.block(body);
        };
        let mut statements = self.stmts(&body[..at])?;
        if let StmtKind::If { branches, .. } = &body[at].kind {
            let test = self.decision(&branches[0].test)?;
            let then = self.block(&branches[0].body)?;
            let orelse = Some(self.nested_body(&body[at + 1..], nesting - 1)?);
            statements.push(Box::new(IfElse {
                test,
                body: then,
                orelse,
            }));
        }
        Ok(one_after_the_other(statements))
    }

    pub(super) fn optional_block(&mut self, body: &[Stmt]) -> Lowered<Option<Statement>> {
        if body.is_empty() {
            Ok(None)
        } else {
            self.block(body).map(Some)
        }
    }

    pub(super) fn stmt(&mut self, stmt: &Stmt) -> Lowered<Statement> {
        self.note_statement(stmt);
        let row = self.outline_start(stmt.span);
        let node = match self.hoisted.stmt(stmt) {
            true => self.resumable_block(std::slice::from_ref(stmt))?,
            false => self.plain_stmt(stmt)?,
        };
        self.outline_end(row, || super::outline::short(node.kind()));
        Ok(node)
    }

    /// Remembers where a statement stands, for `co_lines`.
    pub(super) fn note_statement(&mut self, stmt: &Stmt) {
        let statements = &mut self.body().statements;
        if statements.last() != Some(&stmt.span) {
            statements.push(stmt.span);
        }
    }

    /// A statement that does not suspend, or has been hoisted out of already.
    pub(super) fn plain_stmt(&mut self, stmt: &Stmt) -> Lowered<Statement> {
        let span = stmt.span;
        Ok(match &stmt.kind {
            StmtKind::Expr(value) => self.expression_statement(value)?,
            StmtKind::Assign { targets, value } => self.assign(targets, value)?,
            StmtKind::AugAssign {
                target, op, value, ..
            } => self.augmented(target, *op, value, span)?,
            StmtKind::AnnAssign(ann) => self.annotated(ann)?,
            StmtKind::Return(value) => {
                let value = match value {
                    Some(value) => self.operand(value)?,
                    None => Opd::Const(Const {
                        value: Value::None,
                        span,
                    }),
                };
                operand::returned(value)
            }
            StmtKind::Delete(targets) => {
                let targets = targets
                    .iter()
                    .map(|target| self.target(target))
                    .collect::<Lowered<Vec<_>>>()?;
                Box::new(Delete {
                    targets: targets.into(),
                })
            }
            StmtKind::If { branches, orelse } if branches.len() == 1 => Box::new(IfElse {
                test: self.decision(&branches[0].test)?,
                body: self.block(&branches[0].body)?,
                orelse: self.optional_block(orelse)?,
            }),
            StmtKind::If { branches, orelse } => {
                let branches = branches
                    .iter()
                    .map(|branch| Ok((self.decision(&branch.test)?, self.block(&branch.body)?)))
                    .collect::<Lowered<Vec<_>>>()?;
                Box::new(If {
                    branches: branches.into(),
                    orelse: self.optional_block(orelse)?,
                })
            }
            StmtKind::While { test, body, orelse } => Box::new(While {
                test: self.decision(test)?,
                body: self.block(body)?,
                orelse: self.optional_block(orelse)?,
            }),
            StmtKind::For(node) => self.for_loop(node)?,
            StmtKind::With(node) => self.with(node)?,
            StmtKind::Try(node) => self.try_statement(node)?,
            StmtKind::Raise { exc, cause } => Box::new(Raise {
                exc: self.optional(exc)?,
                cause: self.optional(cause)?,
                span,
            }),
            StmtKind::Assert { test, msg } => self.assertion(test, msg, span)?,
            StmtKind::FunctionDef(def) => self.function_definition(def, span)?,
            StmtKind::ClassDef(def) => self.class_definition(def, span)?,
            StmtKind::Pass | StmtKind::Skipped | StmtKind::Global(_) | StmtKind::Nonlocal(_) => {
                Box::new(Pass)
            }
            StmtKind::Break => Box::new(Jump { flow: Flow::Break }),
            StmtKind::Continue => Box::new(Jump {
                flow: Flow::Continue,
            }),
            StmtKind::Import(aliases) => self.import(aliases, span)?,
            StmtKind::ImportFrom {
                module,
                names,
                level,
            } => self.import_from(module.as_ref(), names, *level, span)?,
            StmtKind::Match { subject, cases } => self.match_statement(subject, cases)?,
            StmtKind::TypeAlias(alias) => self.type_alias(alias, span)?,
        })
    }

    fn expression_statement(&mut self, value: &ast::Expr) -> Lowered<Statement> {
        let value = self.expr(value)?;
        if self.options.interactive && self.bodies.len() == 1 {
            return Ok(Box::new(Display { value }));
        }
        Ok(Box::new(Evaluate { value }))
    }

    fn assign(&mut self, targets: &[ast::Expr], value: &ast::Expr) -> Lowered<Statement> {
        if let [target] = targets {
            return self.assign_one(target, value);
        }
        let value = self.expr(value)?;
        let targets = targets
            .iter()
            .map(|target| self.target(target))
            .collect::<Lowered<Vec<_>>>()?;
        Ok(Box::new(Assign {
            targets: targets.into(),
            value,
        }))
    }

    fn assign_one(&mut self, target: &ast::Expr, value: &ast::Expr) -> Lowered<Statement> {
        match &target.kind {
            ExprKind::Name(name) if let Some(slot) = self.local_slot(name) => {
                let value = self.operand(value)?;
                Ok(operand::assign_local(slot, value))
            }
            ExprKind::Attribute {
                value: obj, attr, ..
            } => {
                // The value comes first: peeking at it is right only if the object can't rebind it.
                let (value, obj) = self.operands(value, obj)?;
                let name = self.attribute_name(attr);
                let place = self.attribute_place(target.span, target);
                Ok(operand::assign_attribute(obj, name, place, value))
            }
            ExprKind::Subscript { value: obj, slice } => {
                let value = self.argument(value)?;
                let (obj, key) = self.operands(obj, slice)?;
                Ok(operand::assign_subscript(obj, key, target.span, value))
            }
            _ => {
                if let Some((targets, values)) = item_by_item(target, value) {
                    let values: Lowered<Vec<_>> = values.iter().map(|v| self.argument(v)).collect();
                    let targets: Lowered<Vec<_>> = targets.iter().map(|t| self.target(t)).collect();
                    let pairs = targets?.into_iter().zip(values?).collect();
                    return Ok(Box::new(AssignEach { pairs }));
                }
                let value = self.expr(value)?;
                Ok(Box::new(Assign {
                    targets: Box::new([self.target(target)?]),
                    value,
                }))
            }
        }
    }

    fn augmented(
        &mut self,
        target: &ast::Expr,
        op: Operator,
        value: &ast::Expr,
        span: Span,
    ) -> Lowered<Statement> {
        match &target.kind {
            ExprKind::Name(name) => {
                let read = self.name_operand(name, target.span);
                let value = self.operand(value)?;
                let peek = !self.body().walrus || !matches!(value, Opd::Other(_));
                match read {
                    Opd::Local(local) if peek => Ok(operand::augment_local(op, local, value, span)),
                    read => Ok(match self.cell_target(name, target.span) {
                        Some(target) => Box::new(AugmentCell {
                            target,
                            op: op as u8,
                            value: value.into_expr(),
                            span,
                        }),
                        None => Box::new(AugmentName {
                            read: read.into_expr(),
                            target: self.name_target(name, target.span),
                            op: op as u8,
                            value: value.into_expr(),
                            span,
                        }),
                    }),
                }
            }
            ExprKind::Attribute {
                value: obj, attr, ..
            } => {
                let obj = self.operand(obj)?;
                let name = self.attribute_name(attr);
                let place = self.attribute_place(target.span, target);
                let value = self.argument(value)?;
                let names = (name, op, place, span);
                Ok(match obj {
                    Opd::Local(obj) => operand::augment_attribute(obj, names, value),
                    obj => operand::augment_attribute(obj.into_expr(), names, value),
                })
            }
            ExprKind::Subscript { value: obj, slice } => Ok(Box::new(AugmentSubscript {
                obj: self.argument(obj)?,
                key: self.argument(slice)?,
                op: op as u8,
                value: self.argument(value)?,
                target_span: target.span,
                span,
            })),
            _ => Err(self.error("illegal expression for augmented assignment", target.span)),
        }
    }

    fn for_loop(&mut self, node: &ast::For) -> Lowered<Statement> {
        let iter = self.expr(&node.iter)?;
        let target = self.loop_target(&node.target)?;
        let body = self.block(&node.body)?;
        Ok(Box::new(For {
            target,
            iter,
            body,
            orelse: self.optional_block(&node.orelse)?,
        }))
    }

    pub(super) fn loop_target(&mut self, target: &ast::Expr) -> Lowered<LoopTarget> {
        if let ExprKind::Name(name) = &target.kind
            && let Some(slot) = self.local_slot(name)
        {
            return Ok(LoopTarget::Slot(slot));
        }
        if let ExprKind::List(items) | ExprKind::Tuple(items) = &target.kind
            && items.len() == 2
            && !items.iter().any(is_starred)
        {
            let pair = self.sequence_target(items, target.span)?;
            return Ok(LoopTarget::Pair(pair));
        }
        self.target(target).map(LoopTarget::Other)
    }

    fn with(&mut self, node: &ast::With) -> Lowered<Statement> {
        let mut items = Vec::new();
        for item in &node.items {
            let context = self.expr(&item.context_expr)?;
            let target = item
                .optional_vars
                .as_ref()
                .map(|target| self.target(target))
                .transpose()?;
            items.push((context, target));
        }
        let mut body = self.block(&node.body)?;
        for (context, target) in items.into_iter().rev() {
            body = Box::new(With {
                context,
                target,
                body,
            });
        }
        Ok(body)
    }

    fn try_statement(&mut self, node: &ast::Try) -> Lowered<Statement> {
        let mut body = self.block(&node.body)?;
        if !node.handlers.is_empty() {
            let handlers = node
                .handlers
                .iter()
                .map(|handler| {
                    Ok(Handler {
                        typ: handler.typ.as_ref().map(|typ| self.expr(typ)).transpose()?,
                        name: handler
                            .name
                            .as_ref()
                            .map(|name| self.name_target(name, handler.span)),
                        body: self.block(&handler.body)?,
                        span: handler.span,
                    })
                })
                .collect::<Lowered<Vec<_>>>()?;
            let orelse = self.optional_block(&node.orelse)?;
            let (handlers, span) = (handlers.into(), node.handlers[0].span);
            body = if node.is_star {
                Box::new(TryStar {
                    body,
                    handlers,
                    orelse,
                    span,
                })
            } else {
                Box::new(TryExcept {
                    body,
                    handlers,
                    orelse,
                })
            };
        }
        match self.optional_block(&node.finalbody)? {
            Some(finalbody) => Ok(Box::new(TryFinally { body, finalbody })),
            None => Ok(body),
        }
    }

    fn assertion(
        &mut self,
        test: &ast::Expr,
        msg: &Option<Box<ast::Expr>>,
        _span: Span,
    ) -> Lowered<Statement> {
        if self.optimize() > 0 {
            return Ok(Box::new(Pass));
        }
        Ok(Box::new(Assert {
            span: test.span,
            test: self.expr(test)?,
            msg: self.optional(msg)?,
        }))
    }
}

fn one_after_the_other(mut statements: Vec<Statement>) -> Statement {
    match statements.len() {
        0 => Box::new(Pass),
        1 => statements.swap_remove(0),
        _ => Box::new(Block {
            body: statements.into(),
        }),
    }
}

/// Whether a statement never goes on to the next one.
fn leaves(stmt: &Stmt) -> bool {
    matches!(stmt.kind, StmtKind::Return(_) | StmtKind::Raise { .. })
}

/// A constant's node.
pub(super) fn constant(value: Value, span: Span) -> Expr {
    Box::new(Const { value, span })
}
