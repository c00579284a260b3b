//! Statements that suspend: those with a `yield` or `await` in them. Which do, and hoisting out of
//! expressions, is in `lower::generator`.

use super::generator::{operands, statement_operands};
use super::{Lowered, Lowering};
use crate::exec::arith::Not;
use crate::exec::assign::{
    AnyTarget, Assign, AssignLocal, AttributeTarget, AugmentName, Delete, LocalTarget,
    SequenceTarget, SubscriptTarget,
};
use crate::exec::async_stmt::{AsyncFor, AsyncWith};
use crate::exec::attr::{Attribute, Subscript};
use crate::exec::decision::Decision;
use crate::exec::except::Handler;
use crate::exec::resumable::{
    Block, Condition, Delegate, Delegation, For, If, Match, MatchCase, Peek, Take, While,
};
use crate::exec::resumable_try::{Clause, TryExcept, TryFinally, TryStar, With};
use crate::exec::stmt::{Assert, LoopTarget, Pass};
use crate::exec::tree::{Expr, Statement};
use crate::object::value::Value;
use dunder_grammar::Span;
use dunder_grammar::ast::{self, ExprKind, Stmt, StmtKind};

impl Lowering<'_> {
    /// A block of statements of which some suspend.
    pub(super) fn resumable_block(&mut self, body: &[Stmt]) -> Lowered<Statement> {
        let mut block = self.suspending_block(body)?;
        Ok(match block.body.len() {
            1 => std::mem::take(&mut block.body).into_vec().remove(0),
            _ => Box::new(block),
        })
    }

    fn suspending_block(&mut self, body: &[Stmt]) -> Lowered<Block> {
        let mut out = Vec::new();
        for stmt in body {
            self.resumable_stmt(stmt, &mut out)?;
        }
        Ok(self.block_of(out))
    }

    /// The body of a loop that suspends somewhere.
    fn loop_body(&mut self, body: &[Stmt]) -> Lowered<Block> {
        if self.hoisted.block(body) {
            return self.suspending_block(body);
        }
        Ok(Block::only(self.block(body)?))
    }

    /// Statements as a block, with a slot for its state if it needs one.
    pub(super) fn block_of(&mut self, stmts: Vec<Statement>) -> Block {
        let state = match stmts.len() {
            1 => 0,
            _ => self.new_temporary(),
        };
        Block {
            body: stmts.into(),
            state,
        }
    }

    /// The statements that one statement becomes.
    fn resumable_stmt(&mut self, stmt: &Stmt, out: &mut Vec<Statement>) -> Lowered<()> {
        self.note_statement(stmt);
        if !self.hoisted.stmt(stmt) {
            out.push(self.plain_stmt(stmt)?);
            return Ok(());
        }
        match &stmt.kind {
            StmtKind::Expr(value) if is_suspension(value) => {
                let suspend = self.suspend(value, None, out)?;
                out.push(suspend);
                return Ok(());
            }
            StmtKind::Assign { targets, value } => return self.assign_hoisted(targets, value, out),
            StmtKind::AugAssign {
                target, op, value, ..
            } => {
                return self.augment_hoisted(target, *op, value, stmt.span, out);
            }
            StmtKind::AnnAssign(ann) => {
                let mut all: Vec<&ast::Expr> = ann.value.iter().collect();
                all.extend(operands(&ann.target));
                self.hoist_all(&all, out)?;
            }
            StmtKind::Delete(targets) => {
                for target in targets {
                    self.delete_hoisted(target, out)?;
                }
                return Ok(());
            }
            StmtKind::If { branches, orelse } => return self.if_hoisted(branches, orelse, out),
            StmtKind::While { test, body, orelse } => {
                let condition = self.condition(test)?;
                let body = self.loop_body(body)?;
                let orelse = self.optional_block(orelse)?;
                let state = self.new_temporary();
                out.push(Box::new(While {
                    condition,
                    body,
                    orelse,
                    state,
                }));
                return Ok(());
            }
            StmtKind::For(node) => return self.for_hoisted(node, stmt.span, out),
            StmtKind::With(node) => return self.with_hoisted(node, out),
            StmtKind::Try(node) => return self.try_hoisted(node, out),
            StmtKind::Match { subject, cases } => return self.match_hoisted(subject, cases, out),
            StmtKind::Assert { test, msg } => {
                return self.assert_hoisted(test, msg.as_deref(), out);
            }
            simple => self.hoist_all(&statement_operands(simple), out)?,
        }
        out.push(self.plain_stmt(stmt)?);
        Ok(())
    }

    /// The value of an expression statement-wise: what is hoisted goes before.
    fn hoisted_expr(&mut self, e: &ast::Expr, out: &mut Vec<Statement>) -> Lowered<Expr> {
        self.hoist(e, out)?;
        self.expr(e)
    }

    fn condition(&mut self, test: &ast::Expr) -> Lowered<Condition> {
        let mut before = Vec::new();
        let test = self.hoisted_expr(test, &mut before)?.into();
        let before = self.optional_sequence(before);
        Ok(Condition { before, test })
    }

    fn take(slot: u32, span: Span) -> Expr {
        Box::new(Take { slot, span })
    }

    // -----------------------------------------------------------------------------------------
    // Assignment

    fn assign_hoisted(
        &mut self,
        targets: &[ast::Expr],
        value: &ast::Expr,
        out: &mut Vec<Statement>,
    ) -> Lowered<()> {
        if let [target] = targets
            && let ExprKind::Name(name) = &target.kind
            && is_suspension(value)
            && let Some(slot) = self.local_slot(name)
        {
            let suspend = self.suspend(value, Some(slot), out)?;
            out.push(suspend);
            return Ok(());
        }
        let span = value.span;
        let value = self.hoisted_expr(value, out)?;
        if !targets.iter().any(|target| self.hoisted.expr(target)) {
            let targets = targets
                .iter()
                .map(|target| self.target(target))
                .collect::<Lowered<Vec<_>>>()?;
            out.push(Box::new(Assign {
                targets: targets.into(),
                value,
            }));
            return Ok(());
        }
        let slot = self.new_temporary();
        out.push(Box::new(AssignLocal { slot, value }));
        for target in targets {
            self.assign_from(target, Box::new(Peek { slot, span }), out)?;
        }
        // The temporary must not keep the value alive.
        out.push(Box::new(AssignLocal {
            slot,
            value: super::stmt::constant(Value::Unbound, span),
        }));
        Ok(())
    }

    /// Assigns to a target that may suspend.
    fn assign_from(
        &mut self,
        target: &ast::Expr,
        value: Expr,
        out: &mut Vec<Statement>,
    ) -> Lowered<()> {
        let parts = match &target.kind {
            ExprKind::Starred(inner) => return self.assign_from(inner, value, out),
            ExprKind::List(items) | ExprKind::Tuple(items) if self.hoisted.expr(target) => items,
            _ => {
                self.hoist_all(&operands(target), out)?;
                let target = self.target(target)?;
                out.push(Box::new(Assign {
                    targets: Box::new([target]),
                    value,
                }));
                return Ok(());
            }
        };
        let slots: Vec<u32> = parts.iter().map(|_| self.new_temporary()).collect();
        let name = self.vm.intern(".part");
        let targets = slots
            .iter()
            .map(|&slot| -> AnyTarget {
                Box::new(LocalTarget {
                    slot,
                    name: name.clone(),
                    span: target.span,
                })
            })
            .collect();
        let star = parts
            .iter()
            .position(|part| matches!(part.kind, ExprKind::Starred(_)));
        let unpack = SequenceTarget::new(targets, star, target.span);
        out.push(Box::new(Assign {
            targets: Box::new([Box::new(unpack)]),
            value,
        }));
        for (part, slot) in parts.iter().zip(slots) {
            self.assign_from(part, Self::take(slot, part.span), out)?;
        }
        Ok(())
    }

    /// A loop's or `with`'s target; one that suspends is assigned to by a statement in `body`.
    pub(super) fn late_target(
        &mut self,
        target: &ast::Expr,
        body: &mut Vec<Statement>,
    ) -> Lowered<LoopTarget> {
        if !self.hoisted.expr(target) {
            return self.loop_target(target);
        }
        let slot = self.new_temporary();
        self.assign_from(target, Self::take(slot, target.span), body)?;
        Ok(LoopTarget::Slot(slot))
    }

    fn augment_hoisted(
        &mut self,
        target: &ast::Expr,
        op: ast::Operator,
        value: &ast::Expr,
        span: Span,
        out: &mut Vec<Statement>,
    ) -> Lowered<()> {
        self.hoist_all(&operands(target), out)?;
        let left = self.new_temporary();
        let (read, store): (Expr, AnyTarget) = match &target.kind {
            ExprKind::Name(name) => (
                self.name_operand(name, target.span).into_expr(),
                self.name_target(name, target.span),
            ),
            ExprKind::Attribute {
                value: obj, attr, ..
            } => {
                let slot = self.new_temporary();
                let obj_value = self.expr(obj)?;
                out.push(Box::new(AssignLocal {
                    slot,
                    value: obj_value,
                }));
                let name = self.attribute_name(attr);
                let peek: Expr = Box::new(Peek {
                    slot,
                    span: obj.span,
                });
                let read = Attribute {
                    value: peek,
                    name: name.clone(),
                    span: target.span,
                    cache: Default::default(),
                };
                let store = AttributeTarget {
                    obj: Self::take(slot, obj.span),
                    name,
                    span: target.span,
                    cache: Default::default(),
                };
                (Box::new(read), Box::new(store))
            }
            ExprKind::Subscript { value: obj, slice } => {
                let slots = [self.new_temporary(), self.new_temporary()];
                for (part, slot) in [obj, slice].into_iter().zip(slots) {
                    let value = self.expr(part)?;
                    out.push(Box::new(AssignLocal { slot, value }));
                }
                let peek = |slot: u32| -> Expr { Box::new(Peek { slot, span }) };
                let read = Subscript {
                    value: peek(slots[0]),
                    key: peek(slots[1]),
                    span: target.span,
                };
                let store = SubscriptTarget {
                    obj: Self::take(slots[0], obj.span),
                    key: Self::take(slots[1], slice.span),
                    span: target.span,
                };
                (Box::new(read), Box::new(store))
            }
            _ => {
                return Err(self.error("illegal expression for augmented assignment", target.span));
            }
        };
        out.push(Box::new(AssignLocal {
            slot: left,
            value: read,
        }));
        let value = self.hoisted_expr(value, out)?;
        out.push(Box::new(AugmentName {
            read: Self::take(left, target.span),
            target: store,
            op: op as u8,
            value,
            span,
        }));
        Ok(())
    }

    fn delete_hoisted(&mut self, target: &ast::Expr, out: &mut Vec<Statement>) -> Lowered<()> {
        if let ExprKind::List(items) | ExprKind::Tuple(items) = &target.kind {
            for item in items {
                self.delete_hoisted(item, out)?;
            }
            return Ok(());
        }
        self.hoist_all(&operands(target), out)?;
        let target = self.target(target)?;
        out.push(Box::new(Delete {
            targets: Box::new([target]),
        }));
        Ok(())
    }

    // -----------------------------------------------------------------------------------------
    // Control flow

    fn if_hoisted(
        &mut self,
        branches: &[ast::IfBranch],
        orelse: &[Stmt],
        out: &mut Vec<Statement>,
    ) -> Lowered<()> {
        let branches = branches
            .iter()
            .map(|branch| Ok((self.condition(&branch.test)?, self.block(&branch.body)?)))
            .collect::<Lowered<Vec<_>>>()?;
        let orelse = self.optional_block(orelse)?;
        out.push(Box::new(If {
            branches: branches.into(),
            orelse,
            state: self.new_temporary(),
        }));
        Ok(())
    }

    fn assert_hoisted(
        &mut self,
        test: &ast::Expr,
        msg: Option<&ast::Expr>,
        out: &mut Vec<Statement>,
    ) -> Lowered<()> {
        if self.optimize() > 0 {
            out.push(Box::new(Pass));
            return Ok(());
        }
        let a = self.hoisted_expr(test, out)?;
        let span = test.span;
        let failed = Condition {
            before: None,
            test: Decision::from(Box::new(Not { a, span }) as Expr),
        };
        let mut before = Vec::new();
        let msg = match msg {
            Some(msg) => Some(self.hoisted_expr(msg, &mut before)?),
            None => None,
        };
        let fail = Box::new(Assert {
            test: super::stmt::constant(Value::False, span),
            msg,
            span,
        });
        let fail = self.sequence_of(before, fail);
        out.push(Box::new(If {
            branches: Box::new([(failed, fail)]),
            orelse: None,
            state: self.new_temporary(),
        }));
        Ok(())
    }

    fn for_hoisted(
        &mut self,
        node: &ast::For,
        span: Span,
        out: &mut Vec<Statement>,
    ) -> Lowered<()> {
        let iter = self.hoisted_expr(&node.iter, out)?;
        let mut body = Vec::new();
        let target = self.late_target(&node.target, &mut body)?;
        let block = self.loop_body(&node.body)?;
        let body = self.joined(body, block);
        let orelse = self.optional_block(&node.orelse)?;
        let asynchronous = node.is_async.then_some(span);
        let statement = self.loop_of(asynchronous, target, (iter, false), body, orelse);
        out.push(statement);
        Ok(())
    }

    /// What was hoisted in front of a loop's body, and the body.
    fn joined(&mut self, mut before: Vec<Statement>, block: Block) -> Block {
        if before.is_empty() {
            return block;
        }
        before.extend(block.body.into_vec());
        self.block_of(before)
    }

    /// The `for` or `async for` of these parts, the latter with the place of all of it, where it awaits. `iter`
    /// comes with whether it is an iterator already.
    pub(super) fn loop_of(
        &mut self,
        asynchronous: Option<Span>,
        target: LoopTarget,
        (iter, iterating): (Expr, bool),
        body: Block,
        orelse: Option<Statement>,
    ) -> Statement {
        let state = self.new_temporary();
        let Some(span) = asynchronous else {
            return Box::new(For {
                target,
                iter,
                iterating,
                body,
                orelse,
                state,
            });
        };
        let item = self.new_temporary();
        let next = self.implicit_await(item, Delegation::Next, span);
        Box::new(AsyncFor {
            target,
            iter,
            iterating,
            next,
            item,
            body,
            orelse,
            iterator: self.new_temporary(),
            state,
        })
    }

    /// Awaits what is in a slot, and leaves the value there.
    fn implicit_await(&mut self, slot: u32, kind: Delegation, span: Span) -> Delegate {
        Delegate {
            value: Self::take(slot, span),
            kind,
            waiting: self.body().waiting,
            to: Some(slot),
            span,
        }
    }

    fn with_hoisted(&mut self, node: &ast::With, out: &mut Vec<Statement>) -> Lowered<()> {
        self.body().guarded = true;
        self.with_items(node, &node.items, out)
    }

    fn with_items(
        &mut self,
        node: &ast::With,
        items: &[ast::WithItem],
        out: &mut Vec<Statement>,
    ) -> Lowered<()> {
        let Some((item, rest)) = items.split_first() else {
            out.push(self.block(&node.body)?);
            return Ok(());
        };
        let context = self.hoisted_expr(&item.context_expr, out)?;
        let mut inner = Vec::new();
        let target = match &item.optional_vars {
            Some(target) => Some(self.late_target(target, &mut inner)?),
            None => None,
        };
        self.with_items(node, rest, &mut inner)?;
        let body = self
            .optional_sequence(inner)
            .unwrap_or_else(|| Box::new(Pass));
        let exit = self.new_temporary();
        if !node.is_async {
            out.push(Box::new(With {
                context,
                target,
                body,
                exit,
            }));
            return Ok(());
        }
        self.body().direct = false;
        let (slot, span) = (self.new_temporary(), context.span());
        out.push(Box::new(AsyncWith {
            enter: self.implicit_await(slot, Delegation::Implicit("__aenter__"), span),
            leave: self.implicit_await(slot, Delegation::Implicit("__aexit__"), span),
            context,
            target,
            item: slot,
            body,
            exit,
            state: self.new_temporary(),
            kept: self.new_temporary(),
        }));
        Ok(())
    }

    fn try_hoisted(&mut self, node: &ast::Try, out: &mut Vec<Statement>) -> Lowered<()> {
        self.body().guarded = true;
        let mut body = self.block(&node.body)?;
        if let Some(first) = node.handlers.first() {
            let clauses = node
                .handlers
                .iter()
                .map(|handler| self.clause(handler))
                .collect::<Lowered<Vec<_>>>()?
                .into();
            let orelse = self.optional_block(&node.orelse)?;
            let (state, exception) = (self.new_temporary(), self.new_temporary());
            body = if node.is_star {
                Box::new(TryStar {
                    body,
                    clauses,
                    orelse,
                    state,
                    kept: exception,
                    span: first.span,
                })
            } else {
                Box::new(TryExcept {
                    body,
                    clauses,
                    orelse,
                    state,
                    exception,
                })
            };
        }
        if self.hoisted.block(&node.finalbody) {
            self.body().direct = false;
        }
        if let Some(finalbody) = self.optional_block(&node.finalbody)? {
            body = Box::new(TryFinally {
                body,
                finalbody,
                state: self.new_temporary(),
                kept: self.new_temporary(),
            });
        }
        out.push(body);
        Ok(())
    }

    fn clause(&mut self, handler: &ast::ExceptHandler) -> Lowered<Clause> {
        let typ_suspends = handler.typ.as_ref().is_some_and(|e| self.hoisted.expr(e));
        if typ_suspends || self.hoisted.block(&handler.body) {
            self.body().direct = false;
        }
        let mut before = Vec::new();
        let typ = match &handler.typ {
            Some(typ) => Some(self.hoisted_expr(typ, &mut before)?),
            None => None,
        };
        let name = handler
            .name
            .as_ref()
            .map(|name| self.name_target(name, handler.span));
        Ok(Clause {
            before: self.optional_sequence(before),
            handler: Handler {
                typ,
                name,
                body: self.block(&handler.body)?,
                span: handler.span,
            },
        })
    }

    fn match_hoisted(
        &mut self,
        subject: &ast::Expr,
        cases: &[ast::MatchCase],
        out: &mut Vec<Statement>,
    ) -> Lowered<()> {
        let subject = self.hoisted_expr(subject, out)?;
        let cases = cases
            .iter()
            .map(|case| {
                let (pattern, targets) = self.case_pattern(&case.pattern)?;
                let guard = match &case.guard {
                    Some(guard) => Some(self.condition(guard)?),
                    None => None,
                };
                let case = crate::exec::pattern::Case {
                    pattern,
                    targets,
                    guard: None,
                    body: self.block(&case.body)?,
                };
                Ok(MatchCase { case, guard })
            })
            .collect::<Lowered<Vec<_>>>()?;
        out.push(Box::new(Match {
            subject,
            cases: cases.into(),
            value: self.new_temporary(),
            state: self.new_temporary(),
        }));
        Ok(())
    }
}

/// Whether the expression itself is a `yield` or `await`.
fn is_suspension(e: &ast::Expr) -> bool {
    matches!(
        e.kind,
        ExprKind::Yield(_) | ExprKind::YieldFrom(_) | ExprKind::Await(_)
    )
}
