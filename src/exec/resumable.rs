//! Statements of generators and coroutines: they can be left by `yield` and entered again.
//!
//! A body is resumed by running its tree again from the root. Each node here keeps where it was in a
//! slot of the frame (`Unbound`: it starts afresh) and leaves that slot `Unbound` however it ends. The
//! one `yield` a body waits at is in the slot `waiting`, of which there is one per body: `None` at
//! a plain `yield`, the iterator delegated to at `yield from` and `await`.
//!
//! `try` and `with` are in `exec::resumable_try`, asynchronous statements in `exec::async_stmt`.

use crate::exec::arith::{self, ChainOp};
use crate::exec::delegate::{self, Step};
use crate::exec::frame::Frame;
use crate::exec::generator::thrown_at;
use crate::exec::operand::Operand;
use crate::exec::pattern;
use crate::exec::stmt::{LoopTarget, start_loop};
use crate::exec::tree::{Expr, Flow, Node, Statement, Stmt};
use crate::object::ops;
use crate::object::value::{PyResult, Value};
use dunder_grammar::Span;

/// The number in a state slot; `None` when the node starts afresh.
#[inline(always)]
pub fn state(f: &Frame<'_>, slot: u32) -> Option<i64> {
    match f.get(slot) {
        Value::Int(i) => Some(*i),
        _ => None,
    }
}

/// As `state`, for nodes that clear it when they go on there.
#[inline(always)]
fn resume_at(f: &mut Frame<'_>, slot: u32) -> Option<i64> {
    let at = state(f, slot)?;
    f.put(slot, Value::Unbound);
    Some(at)
}

/// As `leave`, for a node that has cleared its state: only `yield` has something to note.
#[inline(always)]
fn suspend_at(f: &mut Frame<'_>, slot: u32, at: i64, flow: Flow) -> Flow {
    if flow == Flow::Yield {
        f.put(slot, Value::Int(at));
    }
    flow
}

/// Leaves a node: by `yield`, it is to go on at `at`; otherwise it is to start afresh.
#[inline(always)]
pub fn leave(f: &mut Frame<'_>, slot: u32, at: i64, flow: Flow) -> Flow {
    let state = if flow == Flow::Yield {
        Value::Int(at)
    } else {
        Value::Unbound
    };
    f.set(slot, state);
    flow
}

/// Statements one after the other.
pub struct Block {
    /// The statements.
    pub body: Box<[Statement]>,
    /// The index of the one that is suspended.
    pub state: u32,
}

impl Block {
    /// A block of one statement, which keeps no state.
    pub fn only(stmt: Statement) -> Block {
        Block {
            body: Box::new([stmt]),
            state: 0,
        }
    }

    /// `exec`, for the loops that have a block as their body.
    #[inline(always)]
    pub fn run_inline(&self, f: &mut Frame<'_>) -> Flow {
        if let [only] = &*self.body {
            return only.exec(f);
        }
        let mut at = resume_at(f, self.state).unwrap_or(0) as usize;
        while let Some(stmt) = self.body.get(at) {
            let flow = stmt.exec(f);
            if flow != Flow::Next {
                return suspend_at(f, self.state, at as i64, flow);
            }
            at += 1;
        }
        Flow::Next
    }
}

impl Stmt for Block {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        self.run_inline(f)
    }
}

/// `yield value`; what is sent goes to a slot.
pub struct Yield<V: Operand> {
    /// What is yielded.
    pub value: V,
    /// Where the body's waiting is noted.
    pub waiting: u32,
    /// Where the value sent goes.
    pub to: Option<u32>,
    /// The whole expression.
    pub span: Span,
}

impl<V: Operand> Stmt for Yield<V> {
    #[inline]
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        if !f.get(self.waiting).is_unbound() {
            return resumed(f, self.waiting, self.to, self.span);
        }
        match self.value.hold(f) {
            Ok(held) => {
                let value = self.value.take(held, f);
                f.core.span.set(self.span);
                f.core.result.put(value);
                f.put(self.waiting, Value::None);
                Flow::Yield
            }
            Err(_) => Flow::Raise,
        }
    }
}

/// The body goes on: with the value sent, or with the exception thrown in.
#[inline(never)]
fn resumed(f: &mut Frame<'_>, waiting: u32, to: Option<u32>, span: Span) -> Flow {
    f.put(waiting, Value::Unbound);
    let sent = f.core.result.take();
    if sent.is_unbound() {
        return thrown_at(f, span);
    }
    finish(f, to, sent)
}

#[inline(always)]
fn finish(f: &mut Frame<'_>, to: Option<u32>, value: Value) -> Flow {
    match to {
        Some(slot) => f.set(slot, value),
        None => drop(value),
    }
    Flow::Next
}

/// What a [`Delegate`] makes an iterator of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Delegation {
    /// `yield from`
    YieldFrom,
    /// `await`
    Await,
    /// `await` of what an asynchronous statement's method (of this name) returned.
    Implicit(&'static str),
    /// `await` of what `__anext__` returned.
    Next,
}

/// `yield from value`, `await value`.
pub struct Delegate {
    /// What is delegated to.
    pub value: Expr,
    /// Which of the two.
    pub kind: Delegation,
    /// Where the body's waiting is noted.
    pub waiting: u32,
    /// Where the delegate's value goes.
    pub to: Option<u32>,
    /// The whole expression.
    pub span: Span,
}

impl Stmt for Delegate {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        let (iterator, sent) = match f.get(self.waiting) {
            Value::Unbound => match self.start(f) {
                Ok(iterator) => (iterator, Value::None),
                Err(_) => return Flow::Raise,
            },
            Value::Obj(_) => {
                let sent = f.core.result.take();
                if sent.is_unbound() {
                    drop(f.take(self.waiting));
                    return thrown_at(f, self.span);
                }
                (f.take(self.waiting), sent)
            }
            _ => return resumed(f, self.waiting, self.to, self.span),
        };
        f.core.span.set(self.span);
        match delegate::send(f.vm, &iterator, sent) {
            Ok(Step::Yield(value)) => {
                f.set(self.waiting, iterator);
                f.core.result.set(value);
                Flow::Yield
            }
            Ok(Step::Return(value)) => {
                drop(iterator);
                finish(f, self.to, value)
            }
            Err(raised) => {
                drop(iterator);
                let _ = f.trace(self.span, raised);
                Flow::Raise
            }
        }
    }
}

impl Delegate {
    fn start(&self, f: &mut Frame<'_>) -> PyResult {
        let value = self.value.eval(f)?;
        f.core.span.set(self.span);
        let vm = f.vm;
        let iterator = match self.kind {
            Delegation::YieldFrom => {
                let flags = f.core.code.flags;
                let coroutine = flags & (super::coroutine::COROUTINE | super::coroutine::ITERABLE);
                delegate::start_yield_from(vm, value, coroutine != 0)
            }
            Delegation::Await => super::coroutine::awaitable(vm, &value),
            Delegation::Implicit(method) => {
                super::coroutine::implicit_awaitable(vm, &value, method)
            }
            Delegation::Next => super::coroutine::next_awaitable(vm, &value),
        };
        f.at(self.span, iterator)
    }
}

/// A temporary's value, moved out of its slot.
pub struct Take {
    /// The slot.
    pub slot: u32,
    /// The expression whose value it is.
    pub span: Span,
}

impl Node for Take {
    #[inline]
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        Ok(f.take(self.slot))
    }
    fn span(&self) -> Span {
        self.span
    }
}

/// A temporary's value.
pub struct Peek {
    /// The slot.
    pub slot: u32,
    /// The expression whose value it is.
    pub span: Span,
}

impl Node for Peek {
    #[inline]
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        Ok(f.get(self.slot).clone())
    }
    fn span(&self) -> Span {
        self.span
    }
}

/// `and`, `or` and comparison chains: each step leaves its value in `result`; a value of the wrong
/// truth ends them.
pub struct Steps {
    /// The steps.
    pub steps: Box<[Statement]>,
    /// Where the value is.
    pub result: u32,
    /// The truth that ends them.
    pub stop_at: bool,
    /// The step that is suspended.
    pub state: u32,
    /// The whole expression.
    pub span: Span,
}

impl Stmt for Steps {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        let start = state(f, self.state).unwrap_or(0) as usize;
        for (i, step) in self.steps.iter().enumerate().skip(start) {
            let flow = step.exec(f);
            if flow != Flow::Next {
                return leave(f, self.state, i as i64, flow);
            }
            if i + 1 < self.steps.len() {
                let value = f.get(self.result).clone();
                let truth = ops::truth(f.vm, &value);
                match f.at(self.span, truth) {
                    Ok(truth) if truth == self.stop_at => break,
                    Ok(_) => {}
                    Err(_) => return leave(f, self.state, 0, Flow::Raise),
                }
            }
        }
        leave(f, self.state, 0, Flow::Next)
    }
}

/// A condition that may have to suspend: statements, then an expression.
pub struct Condition {
    /// What comes before the test.
    pub before: Option<Statement>,
    /// The test.
    pub test: Expr,
}

/// `if`, `elif` and `else`.
pub struct If {
    /// Conditions with their blocks.
    pub branches: Box<[(Condition, Statement)]>,
    /// The `else` block.
    pub orelse: Option<Statement>,
    /// Twice the branch that is suspended, and one more in its block.
    pub state: u32,
}

impl Stmt for If {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        let start = resume_at(f, self.state).unwrap_or(0);
        let first = start as usize / 2;
        for at in first..self.branches.len() {
            let (condition, block) = &self.branches[at];
            let at = 2 * at as i64;
            if at + 1 != start {
                if let Some(before) = &condition.before {
                    let flow = before.exec(f);
                    if flow != Flow::Next {
                        return suspend_at(f, self.state, at, flow);
                    }
                }
                match condition.test.cond(f) {
                    Ok(true) => {}
                    Ok(false) => continue,
                    Err(_) => return Flow::Raise,
                }
            }
            let flow = block.exec(f);
            return suspend_at(f, self.state, at + 1, flow);
        }
        let flow = match &self.orelse {
            Some(orelse) => orelse.exec(f),
            None => Flow::Next,
        };
        suspend_at(f, self.state, 2 * self.branches.len() as i64, flow)
    }
}

/// `while`
pub struct While {
    /// The condition.
    pub condition: Condition,
    /// The body.
    pub body: Block,
    /// The `else` block.
    pub orelse: Option<Statement>,
    /// Which part is suspended.
    pub state: u32,
}

const TEST: i64 = 0;
const BODY: i64 = 1;
const ELSE: i64 = 2;

impl Stmt for While {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        let mut at = resume_at(f, self.state).unwrap_or(TEST);
        while at != ELSE {
            if at == TEST {
                if let Some(before) = &self.condition.before {
                    let flow = before.exec(f);
                    if flow != Flow::Next {
                        return suspend_at(f, self.state, TEST, flow);
                    }
                }
                match self.condition.test.cond(f) {
                    Ok(true) => {}
                    Ok(false) => break,
                    Err(_) => return Flow::Raise,
                }
            }
            at = TEST;
            match self.body.run_inline(f) {
                Flow::Next | Flow::Continue => {}
                Flow::Break => return Flow::Next,
                other => return suspend_at(f, self.state, BODY, other),
            }
            if let Err(raised) = f.vm.tick() {
                let _ = f.trace(self.condition.test.span(), raised);
                return Flow::Raise;
            }
        }
        let flow = match &self.orelse {
            Some(orelse) => orelse.exec(f),
            None => Flow::Next,
        };
        suspend_at(f, self.state, ELSE, flow)
    }
}

/// `for`
pub struct For {
    /// What is assigned to.
    pub target: LoopTarget,
    /// What is iterated over.
    pub iter: Expr,
    /// Whether that is an iterator already (a generator expression's).
    pub iterating: bool,
    /// The body.
    pub body: Block,
    /// The `else` block.
    pub orelse: Option<Statement>,
    /// The iterator while the body is suspended, `None` while the `else` block is.
    pub state: u32,
}

impl Stmt for For {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        let span = self.iter.span();
        let mut in_body = true;
        let iterator = match f.take(self.state) {
            Value::Unbound => {
                in_body = false;
                let started = if self.iterating {
                    self.iter.eval(f)
                } else {
                    start_loop(f, &self.iter)
                };
                match started {
                    Ok(iterator) => iterator,
                    Err(_) => return Flow::Raise,
                }
            }
            Value::None => return self.finish(f),
            iterator => iterator,
        };
        loop {
            if !in_body {
                match self.target.advance(f, &iterator, span) {
                    Ok(true) => {}
                    Ok(false) => break,
                    Err(_) => return Flow::Raise,
                }
            }
            in_body = false;
            match self.body.run_inline(f) {
                Flow::Next | Flow::Continue => {}
                Flow::Break => return Flow::Next,
                Flow::Yield => {
                    f.set(self.state, iterator);
                    return Flow::Yield;
                }
                other => return other,
            }
            if let Err(raised) = f.vm.tick() {
                let _ = f.trace(span, raised);
                return Flow::Raise;
            }
        }
        drop(iterator);
        self.finish(f)
    }
}

impl For {
    fn finish(&self, f: &mut Frame<'_>) -> Flow {
        let Some(orelse) = &self.orelse else {
            return Flow::Next;
        };
        let flow = orelse.exec(f);
        if flow == Flow::Yield {
            f.set(self.state, Value::None);
        }
        flow
    }
}

/// One comparison of a chain, whose right operand is the next one's left.
pub struct ChainStep {
    /// The operator.
    pub op: ChainOp,
    /// The left operand.
    pub left: u32,
    /// The right operand.
    pub right: u32,
    /// Where the result goes.
    pub result: u32,
    /// The whole chain.
    pub span: Span,
}

impl Stmt for ChainStep {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        let (left, right) = (f.take(self.left), f.take(self.right));
        let result = arith::apply(f, self.op, &left, &right);
        drop(left);
        match f.at(self.span, result) {
            Ok(result) => {
                f.set(self.left, right);
                f.set(self.result, result);
                Flow::Next
            }
            Err(_) => Flow::Raise,
        }
    }
}

/// A case whose guard may have to suspend.
pub struct MatchCase {
    /// The pattern and the block; the guard is not here.
    pub case: pattern::Case,
    /// The guard.
    pub guard: Option<Condition>,
}

/// `match`
pub struct Match {
    /// What is matched.
    pub subject: Expr,
    /// The cases.
    pub cases: Box<[MatchCase]>,
    /// The subject while a guard is suspended.
    pub value: u32,
    /// Twice the case that is suspended, and one more in its block.
    pub state: u32,
}

impl Stmt for Match {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        let mut resumed = state(f, self.state);
        let subject = match resumed {
            Some(_) => f.take(self.value),
            None => match self.subject.eval(f) {
                Ok(subject) => subject,
                Err(_) => return Flow::Raise,
            },
        };
        let start = resumed.unwrap_or(0) as usize / 2;
        for (i, MatchCase { case, guard }) in self.cases.iter().enumerate().skip(start) {
            let at = 2 * i as i64;
            let resumed = resumed.take();
            if resumed != Some(at + 1) {
                if resumed.is_none() {
                    match case.applies(f, &subject) {
                        Ok(true) => {}
                        Ok(false) => continue,
                        Err(_) => return leave(f, self.state, 0, Flow::Raise),
                    }
                }
                match guard.as_ref().map(|guard| guard.holds(f)) {
                    None | Some(Ok(true)) => {}
                    Some(Ok(false)) => continue,
                    Some(Err(flow)) => {
                        if flow == Flow::Yield {
                            f.set(self.value, subject);
                        }
                        return leave(f, self.state, at, flow);
                    }
                }
            }
            drop(subject);
            let flow = case.body.exec(f);
            return leave(f, self.state, at + 1, flow);
        }
        leave(f, self.state, 0, Flow::Next)
    }
}

impl Condition {
    /// Whether it holds, or how it was left.
    fn holds(&self, f: &mut Frame<'_>) -> Result<bool, Flow> {
        if let Some(before) = &self.before {
            let flow = before.exec(f);
            if flow != Flow::Next {
                return Err(flow);
            }
        }
        self.test.cond(f).map_err(|_| Flow::Raise)
    }
}
