//! Simple statements and control flow. Reference: 7 and 8.1 to 8.3.
//!
//! Assignment is in `exec::assign`, exceptions in `exec::except`, statements of generators in
//! `exec::resumable`.

use crate::exec::assign::{SequenceTarget, Target};
use crate::exec::decision::Decision;
use crate::exec::frame::Frame;
use crate::exec::iteration::Loop;
use crate::exec::maker::Stored;
use crate::exec::operand::Operand;
use crate::exec::tree::{Expr, Flow, Leaf, Statement, Stmt};
use crate::object::ops;
use crate::object::value::{PyResult, Raised, Value};
use crate::types::quick;
use dunder_grammar::Span;

/// Statements one after the other.
pub struct Block {
    /// The statements.
    pub body: Box<[Statement]>,
}

impl Stmt for Block {
    #[inline]
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        for stmt in &self.body {
            let flow = stmt.exec(f);
            if flow != Flow::Next {
                return flow;
            }
        }
        Flow::Next
    }
    fn run(&self, f: &mut Frame<'_>) -> PyResult {
        run_all(&self.body, f)
    }
    fn leaf(&self, leaf: &Leaf<'_>) -> Option<Value> {
        match &*self.body {
            [only] => only.leaf(leaf),
            _ => None,
        }
    }
    fn may_be_leaf(&self) -> bool {
        matches!(&*self.body, [only] if only.may_be_leaf())
    }
    fn leaf_body(&self, leaf: &Leaf<'_>, done: &mut u32) -> Option<Value> {
        let (last, init) = self.body.split_last()?;
        for stmt in init {
            stmt.leaf(leaf)?;
            *done += 1;
        }
        last.leaf(leaf)
    }
    fn may_be_leaf_body(&self) -> bool {
        let Some((last, init)) = self.body.split_last() else {
            return false;
        };
        let mut init = init.iter();
        last.may_be_leaf() && init.all(|stmt| stmt.is_step() && stmt.may_be_leaf())
    }
    fn stores(&self, list: &mut Vec<Stored>) -> bool {
        self.body.iter().all(|stmt| stmt.stores(list))
    }
    fn run_rest(&self, f: &mut Frame<'_>, done: u32) -> PyResult {
        run_all(self.body.get(done as usize..).unwrap_or(&[]), f)
    }
}

/// Executes the last statements of a body and gives what it returns.
#[inline(always)]
fn run_all(body: &[Statement], f: &mut Frame<'_>) -> PyResult {
    let Some((last, init)) = body.split_last() else {
        return Ok(Value::None);
    };
    for stmt in init {
        match stmt.exec(f) {
            Flow::Next => {}
            Flow::Return => return Ok(f.core.result.take()),
            Flow::Raise => return Err(Raised),
            _ => return Ok(Value::None),
        }
    }
    last.run(f)
}

/// `pass`
pub struct Pass;

impl Stmt for Pass {
    fn exec(&self, _f: &mut Frame<'_>) -> Flow {
        Flow::Next
    }
    fn leaf(&self, _leaf: &Leaf<'_>) -> Option<Value> {
        Some(Value::None)
    }
    fn may_be_leaf(&self) -> bool {
        true
    }
    fn is_nothing(&self) -> bool {
        true
    }
}

/// `break` and `continue`.
pub struct Jump {
    /// `Flow::Break` or `Flow::Continue`.
    pub flow: Flow,
}

impl Stmt for Jump {
    fn exec(&self, _f: &mut Frame<'_>) -> Flow {
        self.flow
    }
}

/// An expression on a line of its own.
pub struct Evaluate {
    /// The expression.
    pub value: Expr,
}

impl Stmt for Evaluate {
    #[inline]
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        match self.value.eval(f) {
            Ok(value) => {
                drop(value);
                Flow::Next
            }
            Err(_) => Flow::Raise,
        }
    }
    fn leaf(&self, leaf: &Leaf<'_>) -> Option<Value> {
        self.value.leaf_step(leaf)?;
        Some(Value::None)
    }
    fn may_be_leaf(&self) -> bool {
        self.value.may_be_leaf_step()
    }
    fn is_step(&self) -> bool {
        true
    }
}

/// An expression at the prompt: its value goes to `sys.displayhook`.
pub struct Display {
    /// The expression.
    pub value: Expr,
}

impl Stmt for Display {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        let Ok(value) = self.value.eval(f) else {
            return Flow::Raise;
        };
        let vm = f.vm;
        let result = match vm.sys.get_name(&vm.names.displayhook) {
            Some(hook) => vm.call(&hook, &[value]),
            None => Err(vm.runtime_error("lost sys.displayhook")),
        };
        if f.at(self.value.span(), result).is_ok() {
            Flow::Next
        } else {
            Flow::Raise
        }
    }
}

/// `return value`
pub struct Return<V: Operand> {
    /// The value.
    pub value: V,
}

impl<V: Operand> Stmt for Return<V> {
    #[inline]
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        match self.run(f) {
            Ok(value) => {
                f.core.result.set(value);
                Flow::Return
            }
            Err(_) => Flow::Raise,
        }
    }
    #[inline]
    fn run(&self, f: &mut Frame<'_>) -> PyResult {
        let held = self.value.hold(f)?;
        Ok(self.value.take(held, f))
    }
    fn leaf(&self, leaf: &Leaf<'_>) -> Option<Value> {
        self.value.leaf_value(leaf)
    }
    fn may_be_leaf(&self) -> bool {
        self.value.may_be_leaf()
    }
}

/// `if`, `elif` and `else`.
pub struct If {
    /// Conditions with their blocks.
    pub branches: Box<[(Decision, Statement)]>,
    /// The `else` block.
    pub orelse: Option<Statement>,
}

impl Stmt for If {
    #[inline]
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        for (test, body) in &self.branches {
            match test.cond(f) {
                Ok(true) => return body.exec(f),
                Ok(false) => {}
                Err(_) => return Flow::Raise,
            }
        }
        match &self.orelse {
            Some(body) => body.exec(f),
            None => Flow::Next,
        }
    }
    fn run(&self, f: &mut Frame<'_>) -> PyResult {
        for (test, body) in &self.branches {
            if test.cond(f)? {
                return body.run(f);
            }
        }
        match &self.orelse {
            Some(body) => body.run(f),
            None => Ok(Value::None),
        }
    }
}

/// `if test: body` and perhaps `else: orelse`, the common form.
pub struct IfElse {
    /// The condition.
    pub test: Decision,
    /// The block.
    pub body: Statement,
    /// The `else` block.
    pub orelse: Option<Statement>,
}

impl Stmt for IfElse {
    #[inline]
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        match (self.test.cond(f), &self.orelse) {
            (Ok(true), _) => self.body.exec(f),
            (Ok(false), Some(orelse)) => orelse.exec(f),
            (Ok(false), None) => Flow::Next,
            (Err(_), _) => Flow::Raise,
        }
    }
    #[inline]
    fn run(&self, f: &mut Frame<'_>) -> PyResult {
        match (self.test.cond(f)?, &self.orelse) {
            (true, _) => self.body.run(f),
            (false, Some(orelse)) => orelse.run(f),
            (false, None) => Ok(Value::None),
        }
    }
    fn leaf(&self, leaf: &Leaf<'_>) -> Option<Value> {
        match (self.test.leaf_cond(leaf)?, &self.orelse) {
            (true, _) => self.body.leaf(leaf),
            (false, Some(orelse)) => orelse.leaf(leaf),
            (false, None) => Some(Value::None),
        }
    }
    fn may_be_leaf(&self) -> bool {
        let orelse = self.orelse.as_ref();
        self.test.node.may_be_leaf()
            && self.body.may_be_leaf()
            && orelse.is_none_or(|orelse| orelse.may_be_leaf())
    }
}

/// `while`
pub struct While {
    /// The condition.
    pub test: Decision,
    /// The body.
    pub body: Statement,
    /// The `else` block.
    pub orelse: Option<Statement>,
}

impl Stmt for While {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        loop {
            match self.test.cond(f) {
                Ok(true) => {}
                Ok(false) => break,
                Err(_) => return Flow::Raise,
            }
            match self.body.exec(f) {
                Flow::Next | Flow::Continue => {}
                Flow::Break => return Flow::Next,
                other => return other,
            }
            if let Err(raised) = f.vm.tick() {
                let _ = f.trace(self.test.node.span(), raised);
                return Flow::Raise;
            }
        }
        match &self.orelse {
            Some(body) => body.exec(f),
            None => Flow::Next,
        }
    }
}

/// What a `for` loop assigns to.
pub enum LoopTarget {
    /// A local variable.
    Slot(u32),
    /// `a, b`: two targets.
    Pair(SequenceTarget),
    /// Anything else.
    Other(Box<dyn Target>),
}

impl LoopTarget {
    /// Binds the next value.
    ///
    /// # Errors
    /// As the assignment.
    #[inline(always)]
    pub fn assign(&self, f: &mut Frame<'_>, value: Value) -> PyResult<()> {
        match self {
            LoopTarget::Slot(slot) => {
                f.set(*slot, value);
                Ok(())
            }
            LoopTarget::Pair(target) => target.assign(f, value),
            LoopTarget::Other(target) => target.assign(f, value),
        }
    }

    /// Takes the next value of a loop and binds it; false at the end.
    ///
    /// # Errors
    /// As `next()` and the assignment.
    #[inline(always)]
    pub fn advance(&self, f: &mut Frame<'_>, iterator: &Value, span: Span) -> PyResult<bool> {
        if let LoopTarget::Pair(target) = self
            && let Some(more) = advance_pair(f, target, iterator, span)
        {
            return more;
        }
        match advance(f, iterator, span)? {
            Some(value) => self.assign(f, value).map(|()| true),
            None => Ok(false),
        }
    }
}

/// `advance` for two targets and an iterator that has two values for them without a tuple.
#[inline]
fn advance_pair(
    f: &mut Frame<'_>,
    target: &SequenceTarget,
    iterator: &Value,
    span: Span,
) -> Option<PyResult<bool>> {
    let (first, second) = target.as_pair()?;
    f.core.span.set(span);
    let pair = quick::next_pair(f.vm, iterator)?;
    let bind = || {
        let Some((a, b)) = f.at(span, pair)? else {
            return Ok(false);
        };
        if let Some((first, second)) = target.pair_slots {
            f.set(first, a);
            f.set(second, b);
            return Ok(true);
        }
        first.assign(f, a)?;
        second.assign(f, b)?;
        Ok(true)
    };
    Some(bind())
}

/// `for`
pub struct For {
    /// What is assigned to.
    pub target: LoopTarget,
    /// What is iterated over.
    pub iter: Expr,
    /// The body.
    pub body: Statement,
    /// The `else` block.
    pub orelse: Option<Statement>,
}

/// The iterator of a `for` loop's expression, with the error traced.
///
/// # Errors
/// As `iter()`.
pub fn start_loop(f: &mut Frame<'_>, iter: &Expr) -> PyResult {
    let iterable = iter.eval(f)?;
    f.core.span.set(iter.span());
    let iterator = ops::iter(f.vm, &iterable);
    f.at(iter.span(), iterator)
}

/// The next value of a loop, with the error traced.
///
/// # Errors
/// As `next()`.
#[inline(always)]
pub fn advance(f: &mut Frame<'_>, iterator: &Value, span: Span) -> PyResult<Option<Value>> {
    if let Value::Obj(obj) = iterator
        && let Some(item) = quick::next_plain(obj)
    {
        return Ok(item);
    }
    advance_slow(f, iterator, span)
}

#[inline(never)]
fn advance_slow(f: &mut Frame<'_>, iterator: &Value, span: Span) -> PyResult<Option<Value>> {
    f.core.span.set(span);
    let next = match iterator {
        // Not to be subclassed: the class says that `__next__` is the built-in one.
        Value::Obj(obj) if *obj.class() == f.vm.types.generator => {
            crate::exec::generator::next(f.vm, iterator)
        }
        _ => ops::next(f.vm, iterator),
    };
    f.at(span, next)
}

impl Stmt for For {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        let Ok(over) = Loop::start(f, &self.iter) else {
            return Flow::Raise;
        };
        let flow = over.run(f, &self.target, self.iter.span(), |f| {
            match self.body.exec(f) {
                Flow::Next | Flow::Continue => {}
                other => return other,
            }
            match f.vm.tick() {
                Ok(()) => Flow::Next,
                Err(raised) => {
                    let _ = f.trace(self.iter.span(), raised);
                    Flow::Raise
                }
            }
        });
        match (flow, &self.orelse) {
            (Flow::Next, Some(body)) => body.exec(f),
            (Flow::Break, _) => Flow::Next,
            (other, _) => other,
        }
    }
}

/// `assert test, msg`
pub struct Assert {
    /// The condition.
    pub test: Expr,
    /// The message.
    pub msg: Option<Expr>,
    /// Where the error points.
    pub span: Span,
}

impl Stmt for Assert {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        match self.test.cond(f) {
            Ok(true) => return Flow::Next,
            Ok(false) => {}
            Err(_) => return Flow::Raise,
        }
        let args = match &self.msg {
            Some(msg) => match msg.eval(f) {
                Ok(msg) => vec![msg],
                Err(_) => return Flow::Raise,
            },
            None => Vec::new(),
        };
        let exception = f.vm.new_exception(&f.vm.exceptions.AssertionError, args);
        let raised = f.vm.raise_value(exception.into());
        let _ = f.trace(self.span, raised);
        Flow::Raise
    }
}
