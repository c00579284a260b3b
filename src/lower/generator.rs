//! What has to suspend: finding it, and hoisting it out of expressions.
//!
//! Only statements can suspend. A `yield` or `await` inside an expression becomes a statement before
//! the one the expression belongs to, and so does every operand evaluated before it, so that the order
//! stays Python's. What is hoisted leaves its value in a temporary; `Hoisted::slots` says
//! which, and the ordinary lowering of the expression finds it there.

use super::operand::Opd;
use super::{Lowered, Lowering};
use crate::exec::assign::AssignLocal;
use crate::exec::display::{Item, Kind, Sequence};
use crate::exec::resumable::{self, Delegate, Delegation, Steps, Take, Yield};
use crate::exec::tree::{Expr, Resumable, Statement};
use crate::object::value::Value;
use dunder_grammar::ast::{self, Arguments, ExprKind, Stmt, StmtKind};
use dunder_grammar::hash::{HashMap, HashSet};

/// What is known of the syntax that suspends, by the nodes' addresses.
#[derive(Default)]
pub(super) struct Hoisted {
    /// Expressions that contain a `yield` or `await` of the body they are in.
    exprs: HashSet<usize>,
    /// Statements that do.
    stmts: HashSet<usize>,
    /// Where the values of hoisted expressions are.
    slots: HashMap<usize, u32>,
}

fn address<T>(node: &T) -> usize {
    std::ptr::from_ref(node) as usize
}

// ---------------------------------------------------------------------------------------------
// Finding what suspends

impl Hoisted {
    /// Marks what suspends in a body; whether anything does.
    pub(super) fn mark_block(&mut self, body: &[Stmt]) -> bool {
        body.iter()
            .fold(false, |any, stmt| self.mark_stmt(stmt) | any)
    }

    fn mark_stmt(&mut self, stmt: &Stmt) -> bool {
        let mut any = false;
        for_each_part(&stmt.kind, &mut |part| {
            any |= match part {
                Part::Expr(e) => self.mark(e),
                Part::Block(body) => self.mark_block(body),
                Part::Async => true,
            };
        });
        if any {
            self.stmts.insert(address(stmt));
        }
        any
    }

    /// Marks what suspends in an expression; whether anything does.
    pub(super) fn mark(&mut self, e: &ast::Expr) -> bool {
        let mut any = matches!(
            e.kind,
            ExprKind::Yield(_) | ExprKind::YieldFrom(_) | ExprKind::Await(_)
        );
        for child in operands(e) {
            any |= self.mark(child);
        }
        if let Some((generators, elements)) = comprehension(e) {
            any |= self.mark_loops(generators, &elements);
        }
        if any {
            self.exprs.insert(address(e));
        }
        any
    }

    /// Marks what suspends in a comprehension besides its first iterable.
    pub(super) fn mark_loops(
        &mut self,
        generators: &[ast::Comprehension],
        elements: &[&ast::Expr],
    ) -> bool {
        let mut any = false;
        for (i, clause) in generators.iter().enumerate() {
            any |= clause.is_async | self.mark(&clause.target);
            if i > 0 {
                any |= self.mark(&clause.iter);
            }
            for condition in &clause.ifs {
                any |= self.mark(condition);
            }
        }
        for element in elements {
            any |= self.mark(element);
        }
        any
    }

    /// Whether a statement suspends.
    pub(super) fn stmt(&self, stmt: &Stmt) -> bool {
        !self.stmts.is_empty() && self.stmts.contains(&address(stmt))
    }

    /// Whether one of the statements suspends.
    pub(super) fn block(&self, body: &[Stmt]) -> bool {
        !self.stmts.is_empty() && body.iter().any(|stmt| self.stmt(stmt))
    }

    /// Whether an expression suspends.
    pub(super) fn expr(&self, e: &ast::Expr) -> bool {
        !self.exprs.is_empty() && self.exprs.contains(&address(e))
    }

    /// The temporary that has an expression's value.
    pub(super) fn slot(&self, e: &ast::Expr) -> Option<u32> {
        if self.slots.is_empty() {
            return None;
        }
        self.slots.get(&address(e)).copied()
    }

    fn loops(&self, generators: &[ast::Comprehension], elements: &[&ast::Expr]) -> bool {
        generators.iter().enumerate().any(|(i, clause)| {
            clause.is_async
                || self.expr(&clause.target)
                || i > 0 && self.expr(&clause.iter)
                || clause.ifs.iter().any(|e| self.expr(e))
        }) || elements.iter().any(|e| self.expr(e))
    }
}

/// A part of a statement that is evaluated in the body the statement is in.
enum Part<'a> {
    Expr(&'a ast::Expr),
    Block(&'a [Stmt]),
    /// `async for`, `async with`
    Async,
}

fn for_each_part<'a>(kind: &'a StmtKind, visit: &mut dyn FnMut(Part<'a>)) {
    match kind {
        StmtKind::If { branches, orelse } => {
            for branch in branches {
                visit(Part::Expr(&branch.test));
                visit(Part::Block(&branch.body));
            }
            visit(Part::Block(orelse));
        }
        StmtKind::While { test, body, orelse } => {
            visit(Part::Expr(test));
            visit(Part::Block(body));
            visit(Part::Block(orelse));
        }
        StmtKind::For(node) => {
            if node.is_async {
                visit(Part::Async);
            }
            visit(Part::Expr(&node.iter));
            visit(Part::Expr(&node.target));
            visit(Part::Block(&node.body));
            visit(Part::Block(&node.orelse));
        }
        StmtKind::With(node) => {
            if node.is_async {
                visit(Part::Async);
            }
            for item in &node.items {
                visit(Part::Expr(&item.context_expr));
                item.optional_vars.iter().for_each(|e| visit(Part::Expr(e)));
            }
            visit(Part::Block(&node.body));
        }
        StmtKind::Match { subject, cases } => {
            visit(Part::Expr(subject));
            for case in cases {
                case.guard.iter().for_each(|e| visit(Part::Expr(e)));
                visit(Part::Block(&case.body));
            }
        }
        StmtKind::Try(node) => {
            visit(Part::Block(&node.body));
            for handler in &node.handlers {
                handler.typ.iter().for_each(|e| visit(Part::Expr(e)));
                visit(Part::Block(&handler.body));
            }
            visit(Part::Block(&node.orelse));
            visit(Part::Block(&node.finalbody));
        }
        simple => statement_operands(simple)
            .into_iter()
            .for_each(|e| visit(Part::Expr(e))),
    }
}

/// The expressions of a simple statement or definition, in the order of their evaluation.
pub(super) fn statement_operands(kind: &StmtKind) -> Vec<&ast::Expr> {
    match kind {
        StmtKind::Expr(value) | StmtKind::Return(Some(value)) => vec![value],
        StmtKind::Delete(targets) => targets.iter().collect(),
        StmtKind::Assign { targets, value } => std::iter::once(&**value).chain(targets).collect(),
        StmtKind::AugAssign { target, value, .. } => vec![target, value],
        StmtKind::AnnAssign(ann) => ann
            .value
            .iter()
            .chain(std::iter::once(&ann.target))
            .collect(),
        StmtKind::Raise { exc, cause } => exc.iter().chain(cause).map(|e| &**e).collect(),
        StmtKind::Assert { test, msg } => std::iter::once(&**test).chain(msg.as_deref()).collect(),
        StmtKind::FunctionDef(def) => {
            let mut all: Vec<&ast::Expr> = def.decorators.iter().collect();
            all.extend(defaults(&def.args));
            let parameters = def.args.posonlyargs.iter().chain(&def.args.args);
            let annotated = parameters
                .map(|p| &p.arg)
                .chain(&def.args.vararg)
                .chain(def.args.kwonlyargs.iter().map(|p| &p.arg))
                .chain(&def.args.kwarg);
            all.extend(annotated.filter_map(|arg| arg.annotation.as_deref()));
            all.extend(def.returns.as_deref());
            all
        }
        StmtKind::ClassDef(def) => def
            .decorators
            .iter()
            .chain(&def.bases)
            .chain(def.keywords.iter().map(|k| &k.value))
            .collect(),
        _ => Vec::new(),
    }
}

fn defaults(args: &Arguments) -> impl Iterator<Item = &ast::Expr> {
    let positional = args.posonlyargs.iter().chain(&args.args);
    positional
        .chain(&args.kwonlyargs)
        .filter_map(|parameter| parameter.default.as_deref())
}

/// The operands of an expression in the order of their evaluation; of a comprehension only the
/// first iterable.
pub(super) fn operands(e: &ast::Expr) -> Vec<&ast::Expr> {
    match &e.kind {
        ExprKind::BoolOp { values, .. } => values.iter().collect(),
        ExprKind::NamedExpr { value, .. }
        | ExprKind::UnaryOp { operand: value, .. }
        | ExprKind::Attribute { value, .. }
        | ExprKind::Starred(value)
        | ExprKind::Await(value)
        | ExprKind::YieldFrom(value) => vec![value],
        ExprKind::Yield(value) => value.iter().map(|e| &**e).collect(),
        ExprKind::BinOp { left, right, .. } => vec![left, right],
        ExprKind::Lambda { args, .. } => defaults(args).collect(),
        ExprKind::IfExp { test, body, orelse } => vec![test, body, orelse],
        ExprKind::Dict(items) => items
            .iter()
            .flat_map(|(key, value)| key.iter().chain(std::iter::once(value)))
            .collect(),
        ExprKind::Set(items)
        | ExprKind::List(items)
        | ExprKind::Tuple(items)
        | ExprKind::JoinedStr(items) => items.iter().collect(),
        ExprKind::Compare { left, rest } => std::iter::once(&**left)
            .chain(rest.iter().map(|(_, operand)| operand))
            .collect(),
        ExprKind::Call(call) => std::iter::once(&call.func)
            .chain(&call.args)
            .chain(call.keywords.iter().map(|k| &k.value))
            .collect(),
        ExprKind::FormattedValue {
            value, format_spec, ..
        } => std::iter::once(&**value)
            .chain(format_spec.as_deref())
            .collect(),
        ExprKind::Subscript { value, slice } => vec![value, slice],
        ExprKind::Slice { lower, upper, step } => [lower, upper, step]
            .into_iter()
            .filter_map(|part| part.as_deref())
            .collect(),
        ExprKind::ListComp { generators, .. }
        | ExprKind::SetComp { generators, .. }
        | ExprKind::GeneratorExp { generators, .. } => vec![&generators[0].iter],
        ExprKind::DictComp(dict) => vec![&dict.generators[0].iter],
        ExprKind::Name(_) | ExprKind::Constant(_) => Vec::new(),
    }
}

/// The clauses and elements of a comprehension that runs in the frame around it.
fn comprehension(e: &ast::Expr) -> Option<(&[ast::Comprehension], Vec<&ast::Expr>)> {
    match &e.kind {
        ExprKind::ListComp { elt, generators } | ExprKind::SetComp { elt, generators } => {
            Some((generators, vec![elt]))
        }
        ExprKind::DictComp(dict) => Some((&dict.generators, vec![&dict.key, &dict.value])),
        _ => None,
    }
}

// ---------------------------------------------------------------------------------------------
// Hoisting

impl Lowering<'_> {
    /// Makes the expressions, which are evaluated one after the other, free of what suspends: what
    /// must come before the last that does goes to `out`.
    pub(super) fn hoist_all(
        &mut self,
        exprs: &[&ast::Expr],
        out: &mut Vec<Statement>,
    ) -> Lowered<()> {
        let Some(last) = exprs.iter().rposition(|e| self.hoisted.expr(e)) else {
            return Ok(());
        };
        for (i, e) in exprs[..=last].iter().enumerate() {
            self.hoist(e, out)?;
            if i < last {
                self.spill(e, out)?;
            }
        }
        Ok(())
    }

    /// Evaluates an operand now, into a temporary.
    pub(super) fn spill(&mut self, e: &ast::Expr, out: &mut Vec<Statement>) -> Lowered<()> {
        if matches!(e.kind, ExprKind::Constant(_)) || self.hoisted.slot(e).is_some() {
            return Ok(());
        }
        let slot = self.new_temporary();
        let (key, value): (_, Expr) = match &e.kind {
            ExprKind::Starred(inner) => {
                let items = Box::new([Item::Star(self.expr(inner)?)]);
                let list = Sequence {
                    kind: Kind::List,
                    items,
                    span: e.span,
                };
                (address(&**inner), Box::new(list))
            }
            _ => (address(e), self.expr(e)?),
        };
        out.push(Box::new(AssignLocal { slot, value }));
        self.hoisted.slots.insert(key, slot);
        Ok(())
    }

    /// Makes an expression free of what suspends.
    pub(super) fn hoist(&mut self, e: &ast::Expr, out: &mut Vec<Statement>) -> Lowered<()> {
        if !self.hoisted.expr(e) || self.hoisted.slot(e).is_some() {
            return Ok(());
        }
        match &e.kind {
            ExprKind::Yield(_) | ExprKind::YieldFrom(_) | ExprKind::Await(_) => {
                let slot = self.new_temporary();
                let suspend = self.suspend(e, Some(slot), out)?;
                out.push(suspend);
                self.hoisted.slots.insert(address(e), slot);
                Ok(())
            }
            ExprKind::BoolOp { op, values } => {
                let stop_at = *op == ast::BoolOperator::Or;
                self.hoist_logical(e, stop_at, values, out)
            }
            ExprKind::Compare { left, rest } if rest.len() > 1 => {
                self.hoist_chain(e, left, rest, out)
            }
            ExprKind::IfExp { test, body, orelse } => {
                self.hoist_conditional(e, test, body, orelse, out)
            }
            _ => {
                if let Some((generators, elements)) = comprehension(e)
                    && self.hoisted.loops(generators, &elements)
                {
                    let slot = self.hoist_comprehension(e, out)?;
                    self.hoisted.slots.insert(address(e), slot);
                    return Ok(());
                }
                self.hoist_all(&operands(e), out)
            }
        }
    }

    /// The statement of a `yield`, `yield from` or `await`.
    pub(super) fn suspend(
        &mut self,
        e: &ast::Expr,
        to: Option<u32>,
        out: &mut Vec<Statement>,
    ) -> Lowered<Statement> {
        let waiting = self.body().waiting;
        let span = e.span;
        let (value, kind) = match &e.kind {
            ExprKind::Yield(value) => {
                let value = match value {
                    Some(value) => {
                        self.hoist(value, out)?;
                        self.operand(value)?
                    }
                    None => Opd::Other(super::stmt::constant(Value::None, span)),
                };
                return Ok(match value {
                    Opd::Local(value) => Box::new(Yield {
                        value,
                        waiting,
                        to,
                        span,
                    }),
                    value => Box::new(Yield {
                        value: value.into_expr(),
                        waiting,
                        to,
                        span,
                    }),
                });
            }
            ExprKind::YieldFrom(value) => (value, Delegation::YieldFrom),
            ExprKind::Await(value) => (value, Delegation::Await),
            _ => return Err(self.error("not a yield", span)),
        };
        if self.body().resumable == Resumable::No {
            return Err(self.error("'await' outside function", span));
        }
        self.hoist(value, out)?;
        Ok(Box::new(Delegate {
            value: self.expr(value)?,
            kind,
            waiting,
            to,
            span,
        }))
    }

    /// A statement of what was hoisted in front of a last one.
    pub(super) fn sequence_of(&mut self, mut before: Vec<Statement>, last: Statement) -> Statement {
        if before.is_empty() {
            return last;
        }
        before.push(last);
        Box::new(resumable::Block {
            body: before.into(),
            state: self.new_temporary(),
        })
    }

    /// As `sequence_of`, for what may be nothing at all.
    pub(super) fn optional_sequence(&mut self, mut all: Vec<Statement>) -> Option<Statement> {
        let last = all.pop()?;
        Some(self.sequence_of(all, last))
    }

    /// A statement that puts an expression's value into a slot.
    fn compute(&mut self, e: &ast::Expr, slot: u32) -> Lowered<Statement> {
        let mut before = Vec::new();
        self.hoist(e, &mut before)?;
        let value = self.expr(e)?;
        Ok(self.sequence_of(before, Box::new(AssignLocal { slot, value })))
    }

    fn hoist_logical(
        &mut self,
        e: &ast::Expr,
        stop_at: bool,
        values: &[ast::Expr],
        out: &mut Vec<Statement>,
    ) -> Lowered<()> {
        let result = self.new_temporary();
        let steps = values
            .iter()
            .map(|value| self.compute(value, result))
            .collect::<Lowered<Vec<_>>>()?;
        self.push_steps(e, steps, result, stop_at, out);
        Ok(())
    }

    fn push_steps(
        &mut self,
        e: &ast::Expr,
        steps: Vec<Statement>,
        result: u32,
        stop_at: bool,
        out: &mut Vec<Statement>,
    ) {
        out.push(Box::new(Steps {
            steps: steps.into(),
            result,
            stop_at,
            state: self.new_temporary(),
            span: e.span,
        }));
        self.hoisted.slots.insert(address(e), result);
    }

    fn hoist_chain(
        &mut self,
        e: &ast::Expr,
        left: &ast::Expr,
        rest: &[(ast::CmpOperator, ast::Expr)],
        out: &mut Vec<Statement>,
    ) -> Lowered<()> {
        let (left_slot, right_slot) = (self.new_temporary(), self.new_temporary());
        let result = self.new_temporary();
        out.push(self.compute(left, left_slot)?);
        let mut steps = Vec::new();
        for (op, operand) in rest {
            let right = self.compute(operand, right_slot)?;
            let step = crate::exec::resumable::ChainStep {
                op: super::expr::chain_op(*op),
                left: left_slot,
                right: right_slot,
                result,
                span: e.span,
            };
            steps.push(self.sequence_of(vec![right], Box::new(step)));
        }
        self.push_steps(e, steps, result, false, out);
        Ok(())
    }

    fn hoist_conditional(
        &mut self,
        e: &ast::Expr,
        test: &ast::Expr,
        body: &ast::Expr,
        orelse: &ast::Expr,
        out: &mut Vec<Statement>,
    ) -> Lowered<()> {
        let result = self.new_temporary();
        self.hoist(test, out)?;
        let condition = resumable::Condition {
            before: None,
            test: self.decision(test)?,
        };
        let branches = Box::new([(condition, self.compute(body, result)?)]);
        let orelse = Some(self.compute(orelse, result)?);
        out.push(Box::new(resumable::If {
            branches,
            orelse,
            state: self.new_temporary(),
        }));
        self.hoisted.slots.insert(address(e), result);
        Ok(())
    }

    /// The node that takes a hoisted expression's value.
    pub(super) fn take_hoisted(&self, e: &ast::Expr) -> Option<Expr> {
        let slot = self.hoisted.slot(e)?;
        Some(Box::new(Take { slot, span: e.span }))
    }
}
