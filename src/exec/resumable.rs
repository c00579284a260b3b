//! Statements of generators and coroutines: they can be left by `yield` and entered again.
//!
//! A body is resumed by running its tree again from the root. Each node here keeps where it is in a
//! slot of the frame (`Unbound`: it starts afresh) and leaves that slot `Unbound` when it ends. The
//! one `yield` a body waits at is in the slot `waiting`, of which there is one per body: `None` at
//! a plain `yield`, the iterator delegated to at `yield from` and `await`.
//!
//! A generator may go on without having been left (`generator::drive`), and somebody else may have resumed
//! it before. So what is suspended is in the slots already when a part that can yield is run, and
//! `Flow::Yield` passes through without touching them. Only what coroutines alone contain, and handlers
//! of exceptions (see [`Code::direct`](crate::exec::tree::Code)), may put it there afterwards, by [`leave`].
//!
//! `try` and `with` are in `exec::resumable_try`, asynchronous statements in `exec::async_stmt`.

use crate::exec::arith::{self, ChainOp};
use crate::exec::decision::Decision;
use crate::exec::delegate::{self, Step};
use crate::exec::frame::{Frame, Receiver};
use crate::exec::generator::{self, Generator, thrown_at};
use crate::exec::operand::Operand;
use crate::exec::pattern;
use crate::exec::stmt::{LoopTarget, start_loop};
use crate::exec::tree::{Expr, Flow, Node, Statement, Stmt};
use crate::object::heap::Ref;
use crate::object::ops;
use crate::object::value::{PyResult, Raised, Value};
use dunder_grammar::Span;

/// The number in a state slot; `None` when the node starts afresh.
#[inline(always)]
pub fn state(f: &Frame<'_>, slot: u32) -> Option<i64> {
    match f.get(slot) {
        Value::Int(i) => Some(*i),
        _ => None,
    }
}

/// As `state`, with what a fresh start has.
#[inline(always)]
fn resume_at(f: &Frame<'_>, slot: u32, fresh: i64) -> i64 {
    state(f, slot).unwrap_or(fresh)
}

/// Notes what is run now.
#[inline(always)]
pub fn note(f: &mut Frame<'_>, slot: u32, at: i64) {
    f.put(slot, Value::Int(at));
}

/// A node ends by `flow`: it is to start afresh, unless it yields.
#[inline(always)]
pub fn end(f: &mut Frame<'_>, slot: u32, flow: Flow) -> Flow {
    if flow != Flow::Yield {
        f.put(slot, Value::Unbound);
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
        let mut at = resume_at(f, self.state, 0) as usize;
        while let Some(stmt) = self.body.get(at) {
            note(f, self.state, at as i64);
            let flow = stmt.exec(f);
            if flow != Flow::Next {
                return end(f, self.state, flow);
            }
            at += 1;
        }
        end(f, self.state, Flow::Next)
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
                f.put(self.waiting, Value::None);
                if let Some(receiver) = f.core.receiver
                    && !f.core.has_object()
                {
                    if !receiver.receive(f, value, self.span) {
                        return Flow::Yield;
                    }
                    f.put(self.waiting, Value::Unbound);
                    return finish(f, self.to, Value::None);
                }
                f.core.span.set(self.span);
                f.core.result.put(value);
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
        match f.core.receiver {
            Some(receiver) if !f.core.has_object() => self.hand_on(f, iterator, receiver),
            _ => self.step(f, iterator, sent),
        }
    }
}

impl Delegate {
    fn step(&self, f: &mut Frame<'_>, iterator: Value, sent: Value) -> Flow {
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
            Err(raised) => self.raised(f, iterator, raised),
        }
    }

    fn raised(&self, f: &mut Frame<'_>, iterator: Value, raised: Raised) -> Flow {
        drop(iterator);
        let _ = f.trace(self.span, raised);
        Flow::Raise
    }

    /// What the delegate yields goes to who receives the values of this body.
    fn hand_on(&self, f: &mut Frame<'_>, iterator: Value, receiver: &dyn Receiver) -> Flow {
        f.set(self.waiting, iterator.clone());
        f.core.span.set(self.span);
        let ended = match generator::plain(f.vm, &iterator) {
            Some(delegate) => {
                let f = &*f;
                generator::drive(f.vm, &delegate, |value| {
                    receiver.receive(f, value, self.span)
                })
                .map(|ended| ended.then(|| delegate.take_returned()))
            }
            None => self.hand_on_each(f, &iterator, receiver),
        };
        match ended {
            Ok(None) => Flow::Yield,
            Ok(Some(value)) => {
                drop(iterator);
                drop(f.take(self.waiting));
                finish(f, self.to, value)
            }
            Err(raised) => {
                drop(f.take(self.waiting));
                self.raised(f, iterator, raised)
            }
        }
    }

    /// The delegate's value, or `None` when the body does not go on.
    fn hand_on_each(
        &self,
        f: &Frame<'_>,
        iterator: &Value,
        receiver: &dyn Receiver,
    ) -> PyResult<Option<Value>> {
        loop {
            match delegate::send(f.vm, iterator, Value::None)? {
                Step::Yield(value) => {
                    if !receiver.receive(f, value, self.span) {
                        return Ok(None);
                    }
                }
                Step::Return(value) => return Ok(Some(value)),
            }
        }
    }

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
        let start = resume_at(f, self.state, 0) as usize;
        for (i, step) in self.steps.iter().enumerate().skip(start) {
            note(f, self.state, i as i64);
            let flow = step.exec(f);
            if flow != Flow::Next {
                return end(f, self.state, flow);
            }
            if i + 1 < self.steps.len() {
                let value = f.get(self.result).clone();
                let truth = ops::truth(f.vm, &value);
                match f.at(self.span, truth) {
                    Ok(truth) if truth == self.stop_at => break,
                    Ok(_) => {}
                    Err(_) => return end(f, self.state, Flow::Raise),
                }
            }
        }
        end(f, self.state, Flow::Next)
    }
}

/// A condition that may have to suspend: statements, then an expression.
pub struct Condition {
    /// What comes before the test.
    pub before: Option<Statement>,
    /// The test.
    pub test: Decision,
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
        let start = resume_at(f, self.state, 0);
        let first = start as usize / 2;
        for at in first..self.branches.len() {
            let (condition, block) = &self.branches[at];
            let at = 2 * at as i64;
            if at + 1 != start {
                if let Some(before) = &condition.before {
                    note(f, self.state, at);
                    let flow = before.exec(f);
                    if flow != Flow::Next {
                        return end(f, self.state, flow);
                    }
                }
                match condition.test.cond(f) {
                    Ok(true) => {}
                    Ok(false) => continue,
                    Err(_) => return end(f, self.state, Flow::Raise),
                }
            }
            note(f, self.state, at + 1);
            let flow = block.exec(f);
            return end(f, self.state, flow);
        }
        let flow = match &self.orelse {
            Some(orelse) => {
                note(f, self.state, 2 * self.branches.len() as i64);
                orelse.exec(f)
            }
            None => Flow::Next,
        };
        end(f, self.state, flow)
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
        let mut at = resume_at(f, self.state, TEST);
        while at != ELSE {
            if at == TEST {
                if let Some(before) = &self.condition.before {
                    note(f, self.state, TEST);
                    let flow = before.exec(f);
                    if flow != Flow::Next {
                        return end(f, self.state, flow);
                    }
                }
                match self.condition.test.cond(f) {
                    Ok(true) => {}
                    Ok(false) => break,
                    Err(_) => return end(f, self.state, Flow::Raise),
                }
            }
            at = TEST;
            note(f, self.state, BODY);
            match self.body.run_inline(f) {
                Flow::Next | Flow::Continue => {}
                Flow::Break => return end(f, self.state, Flow::Next),
                other => return end(f, self.state, other),
            }
            if let Err(raised) = f.vm.tick() {
                let _ = f.trace(self.condition.test.node.span(), raised);
                return end(f, self.state, Flow::Raise);
            }
        }
        let flow = match &self.orelse {
            Some(orelse) => {
                note(f, self.state, ELSE);
                orelse.exec(f)
            }
            None => Flow::Next,
        };
        end(f, self.state, flow)
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
        let iterator = match f.get(self.state) {
            Value::Unbound => {
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
            _ => match self.body.run_inline(f) {
                Flow::Yield => return Flow::Yield,
                flow => {
                    let iterator = f.take(self.state);
                    match self.body_done(f, flow) {
                        Flow::Next => iterator,
                        flow => return left_by(flow),
                    }
                }
            },
        };
        if f.core.receiver.is_some()
            && let Some(generator) = generator::plain(f.vm, &iterator)
        {
            drop(iterator);
            return self.drive(f, generator);
        }
        self.rounds(f, iterator)
    }
}

/// How a loop ends whose body was left in this way.
fn left_by(flow: Flow) -> Flow {
    match flow {
        Flow::Break => Flow::Next,
        flow => flow,
    }
}

impl For {
    fn rounds(&self, f: &mut Frame<'_>, mut iterator: Value) -> Flow {
        let span = self.iter.span();
        loop {
            match self.target.advance(f, &iterator, span) {
                Ok(true) => {}
                Ok(false) => break,
                Err(_) => return Flow::Raise,
            }
            f.put(self.state, iterator);
            let flow = self.body.run_inline(f);
            if flow == Flow::Yield {
                return Flow::Yield;
            }
            iterator = f.take(self.state);
            match self.body_done(f, flow) {
                Flow::Next => {}
                flow => return left_by(flow),
            }
        }
        drop(iterator);
        self.finish(f)
    }

    /// The loop of a generator whose values are received by somebody: so does this one receive those of
    /// the generator it loops over.
    #[inline(never)]
    fn drive(&self, f: &mut Frame<'_>, iterator: Ref<Generator>) -> Flow {
        let (vm, span) = (f.vm, self.iter.span());
        f.core.span.set(span);
        f.set(self.state, iterator.value());
        let mut flow = Flow::Next;
        let ended = generator::drive(vm, &iterator, |value| {
            flow = match self.target.assign(f, value) {
                Ok(()) => self.body.run_inline(f),
                Err(_) => Flow::Raise,
            };
            if flow == Flow::Yield {
                return false;
            }
            flow = self.body_done(f, flow);
            f.core.span.set(span);
            flow == Flow::Next
        });
        if flow == Flow::Yield {
            return Flow::Yield;
        }
        drop(f.take(self.state));
        let ended = f.at(span, ended);
        drop(iterator);
        match ended {
            Ok(true) => self.finish(f),
            Ok(false) => left_by(flow),
            Err(_) => Flow::Raise,
        }
    }

    /// What follows the body: `Next` for the next round.
    #[inline(always)]
    fn body_done(&self, f: &mut Frame<'_>, flow: Flow) -> Flow {
        if !matches!(flow, Flow::Next | Flow::Continue) {
            return flow;
        }
        match f.vm.tick() {
            Ok(()) => Flow::Next,
            Err(raised) => {
                let _ = f.trace(self.iter.span(), raised);
                Flow::Raise
            }
        }
    }

    fn finish(&self, f: &mut Frame<'_>) -> Flow {
        let Some(orelse) = &self.orelse else {
            return Flow::Next;
        };
        f.put(self.state, Value::None);
        let flow = orelse.exec(f);
        end(f, self.state, flow)
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
        let mut captured = Vec::new();
        for (i, MatchCase { case, guard }) in self.cases.iter().enumerate().skip(start) {
            let at = 2 * i as i64;
            let resumed = resumed.take();
            if resumed != Some(at + 1) {
                if resumed.is_none() {
                    match case.applies(f, &subject, &mut captured) {
                        Ok(true) => {}
                        Ok(false) => continue,
                        Err(_) => return end(f, self.state, Flow::Raise),
                    }
                }
                if let Some(guard) = guard {
                    if guard.before.is_some() {
                        f.set(self.value, subject.clone());
                        note(f, self.state, at);
                    }
                    let holds = guard.holds(f);
                    if let Err(Flow::Yield) = holds {
                        return Flow::Yield;
                    }
                    drop(f.take(self.value));
                    match holds {
                        Ok(true) => {}
                        Ok(false) => continue,
                        Err(flow) => return end(f, self.state, flow),
                    }
                }
            }
            drop(subject);
            note(f, self.state, at + 1);
            let flow = case.body.exec(f);
            return end(f, self.state, flow);
        }
        end(f, self.state, Flow::Next)
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
