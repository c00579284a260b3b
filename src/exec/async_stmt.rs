//! `async for` and `async with`. Reference: 8.9.2, 8.9.3.
//!
//! What they await is done by a [`Delegate`] of theirs, which takes the awaitable from a slot.

use crate::exec::except::exit_args;
use crate::exec::frame::Frame;
use crate::exec::resumable::{Block, Delegate, leave, state};
use crate::exec::stmt::LoopTarget;
use crate::exec::tree::{Expr, Flow, Statement, Stmt};
use crate::object::descriptor::{self, Binding, call_async};
use crate::object::ops;
use crate::object::special::Special;
use crate::object::value::{PyResult, Raised, Value};
use crate::vm::Vm;
use dunder_grammar::Span;

/// `async for`
pub struct AsyncFor {
    /// What is assigned to.
    pub target: LoopTarget,
    /// What is iterated over.
    pub iter: Expr,
    /// Whether that is an iterator already (a generator expression's).
    pub iterating: bool,
    /// Awaits what `__anext__` returned, from and into the slot `item`.
    pub next: Delegate,
    /// The awaitable, then the item.
    pub item: u32,
    /// The body.
    pub body: Block,
    /// The `else` block.
    pub orelse: Option<Statement>,
    /// The iterator while something is suspended.
    pub iterator: u32,
    /// What is suspended.
    pub state: u32,
}

const NEXT: i64 = 0;
const BODY: i64 = 1;
const ELSE: i64 = 2;

/// `aiter(value)` as `async for` has it.
///
/// # Errors
/// TypeError when it is no asynchronous iterable.
pub fn start(vm: &Vm, value: &Value) -> PyResult {
    let Some(method) = vm.class_of(value).special(vm, Special::AIter) else {
        return Err(vm.type_error(format!(
            "'async for' requires an object with __aiter__ method, got {}",
            vm.type_name(value)
        )));
    };
    let iterator = call_async(vm, method, value, "__aiter__")?;
    if vm.class_of(&iterator).has_special(vm, Special::ANext) {
        return Ok(iterator);
    }
    Err(vm.type_error(format!(
        "'async for' received an object from __aiter__ that does not implement __anext__: {}",
        vm.type_name(&iterator)
    )))
}

fn call_next(vm: &Vm, iterator: &Value) -> PyResult {
    match vm.class_of(iterator).special(vm, Special::ANext) {
        Some(method) => call_async(vm, method, iterator, "__anext__"),
        None => Err(vm.type_error(format!(
            "'async for' requires an iterator with __anext__ method, got {}",
            vm.type_name(iterator)
        ))),
    }
}

impl Stmt for AsyncFor {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        let mut at = state(f, self.state);
        let iterator = if at.is_none() {
            match self.begin(f) {
                Ok(iterator) => iterator,
                Err(_) => return Flow::Raise,
            }
        } else {
            f.take(self.iterator)
        };
        while at != Some(ELSE) {
            let resumed = at.take();
            if resumed != Some(BODY) {
                match self.advance(f, &iterator, resumed.is_some()) {
                    Flow::Next => {}
                    Flow::Break => break,
                    other => return self.suspend(f, iterator, NEXT, other),
                }
            }
            match self.body.run_inline(f) {
                Flow::Next | Flow::Continue => {}
                Flow::Break => return self.suspend(f, iterator, BODY, Flow::Next),
                other => return self.suspend(f, iterator, BODY, other),
            }
            if let Err(raised) = f.vm.tick() {
                let _ = f.trace(self.iter.span(), raised);
                return self.suspend(f, iterator, BODY, Flow::Raise);
            }
        }
        drop(iterator);
        let flow = match &self.orelse {
            Some(orelse) => orelse.exec(f),
            None => Flow::Next,
        };
        leave(f, self.state, ELSE, flow)
    }
}

impl AsyncFor {
    fn begin(&self, f: &mut Frame<'_>) -> PyResult {
        let value = self.iter.eval(f)?;
        if self.iterating {
            return Ok(value);
        }
        f.core.span.set(self.iter.span());
        let iterator = start(f.vm, &value);
        f.at(self.iter.span(), iterator)
    }

    fn suspend(&self, f: &mut Frame<'_>, iterator: Value, at: i64, flow: Flow) -> Flow {
        if flow == Flow::Yield {
            f.set(self.iterator, iterator);
        } else {
            drop(iterator);
        }
        leave(f, self.state, at, flow)
    }

    /// Awaits the next item and assigns it; `Break` at the end.
    fn advance(&self, f: &mut Frame<'_>, iterator: &Value, resumed: bool) -> Flow {
        let flow = if resumed {
            self.next.exec(f)
        } else {
            f.core.span.set(self.next.span);
            let awaitable = call_next(f.vm, iterator);
            match f.at(self.next.span, awaitable) {
                Ok(awaitable) => {
                    f.set(self.item, awaitable);
                    self.next.exec(f)
                }
                Err(_) => Flow::Raise,
            }
        };
        match flow {
            Flow::Raise => {
                let end = f.vm.swallow(&f.vm.exceptions.StopAsyncIteration, Raised);
                if end.is_ok() {
                    Flow::Break
                } else {
                    Flow::Raise
                }
            }
            Flow::Next => {
                let item = f.take(self.item);
                crate::exec::assign::flow(self.target.assign(f, item))
            }
            other => other,
        }
    }
}

/// `async with context as target: body`; several items are nested.
pub struct AsyncWith {
    /// The context manager.
    pub context: Expr,
    /// The target after `as`.
    pub target: Option<LoopTarget>,
    /// Awaits what `__aenter__` returned, from and into the slot `item`.
    pub enter: Delegate,
    /// Awaits what `__aexit__` returned, from and into the slot `item`.
    pub leave: Delegate,
    /// An awaitable, then its value.
    pub item: u32,
    /// The block.
    pub body: Statement,
    /// The bound `__aexit__`.
    pub exit: u32,
    /// What is suspended; from `LEAVING` on, with how the block was left.
    pub state: u32,
    /// The exception or the return value that waits for `__aexit__`.
    pub kept: u32,
}

const ENTERING: i64 = 0;
const INSIDE: i64 = 1;
const LEAVING: i64 = 2;

/// Calls `__aenter__`; the bound `__aexit__` and the awaitable.
fn begin(vm: &Vm, manager: &Value) -> PyResult<(Value, Value)> {
    let class = vm.class_of(manager).clone();
    let bind = |special: Special| match class.special(vm, special) {
        Some(method) => descriptor::get(vm, &method, Binding::Instance(manager, &class)).map(Some),
        None => Ok(None),
    };
    let missing = |missed: &str| {
        let name = class.name_text();
        vm.type_error(format!(
            "'{name}' object does not support the asynchronous context manager protocol{missed}"
        ))
    };
    let Some(enter) = bind(Special::AEnter)? else {
        return Err(missing(""));
    };
    let Some(exit) = bind(Special::AExit)? else {
        return Err(missing(" (missed __aexit__ method)"));
    };
    Ok((exit, vm.call(&enter, &[])?))
}

impl Stmt for AsyncWith {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        let at = match state(f, self.state) {
            Some(at) => at,
            None => match self.begin(f) {
                Ok(()) => ENTERING,
                Err(_) => return Flow::Raise,
            },
        };
        if at >= LEAVING {
            return self.finish(f, at);
        }
        if at == ENTERING {
            let flow = self.enter.exec(f);
            if flow != Flow::Next {
                return leave(f, self.state, ENTERING, flow);
            }
        }
        let flow = if at == ENTERING && self.assign(f).is_err() {
            Flow::Raise
        } else {
            self.body.exec(f)
        };
        if flow == Flow::Yield {
            return leave(f, self.state, INSIDE, flow);
        }
        self.call_exit(f, flow)
    }
}

impl AsyncWith {
    fn begin(&self, f: &mut Frame<'_>) -> PyResult<()> {
        let manager = self.context.eval(f)?;
        f.core.span.set(self.context.span());
        let entered = begin(f.vm, &manager);
        let (exit, awaitable) = f.at(self.context.span(), entered)?;
        f.set(self.exit, exit);
        f.set(self.item, awaitable);
        Ok(())
    }

    fn assign(&self, f: &mut Frame<'_>) -> PyResult<()> {
        let value = f.take(self.item);
        match &self.target {
            Some(target) => target.assign(f, value),
            None => Ok(()),
        }
    }

    /// The block was left by `flow`: calls `__aexit__`, and awaits what it returns.
    fn call_exit(&self, f: &mut Frame<'_>, flow: Flow) -> Flow {
        let exit = f.take(self.exit);
        f.core.span.set(self.context.span());
        let (kept, args) = match flow {
            Flow::Raise => {
                let exception = f.vm.take_pending();
                let args = exit_args(f.vm, &exception);
                (exception, args)
            }
            Flow::Return => (
                f.core.result.take(),
                [Value::None, Value::None, Value::None],
            ),
            _ => (Value::Unbound, [Value::None, Value::None, Value::None]),
        };
        let previous = self.handle(f, flow, &kept);
        let awaitable = f.vm.call(&exit, &args);
        drop((exit, args));
        let awaitable = f.at(self.context.span(), awaitable);
        if let Some(previous) = previous {
            f.vm.handled.set(previous);
        }
        let Ok(awaitable) = awaitable else {
            return leave(f, self.state, 0, Flow::Raise);
        };
        f.set(self.item, awaitable);
        f.set(self.kept, kept);
        self.finish(f, LEAVING + flow as i64)
    }

    /// While `__aexit__` runs, the exception is being handled. What was handled before.
    fn handle(&self, f: &Frame<'_>, flow: Flow, kept: &Value) -> Option<Value> {
        (flow == Flow::Raise).then(|| f.vm.handled.replace(kept.clone()))
    }

    /// Awaits what `__aexit__` returned; a true value suppresses the exception.
    fn finish(&self, f: &mut Frame<'_>, at: i64) -> Flow {
        let left_by = crate::exec::resumable_try::flow_of(at - LEAVING);
        let kept = f.take(self.kept);
        let previous = self.handle(f, left_by, &kept);
        let flow = self.leave.exec(f);
        if let Some(previous) = previous {
            f.vm.handled.set(previous);
        }
        if flow != Flow::Next {
            if flow == Flow::Yield {
                f.set(self.kept, kept);
            }
            return leave(f, self.state, at, flow);
        }
        f.set(self.state, Value::Unbound);
        let answer = f.take(self.item);
        match left_by {
            Flow::Raise => {
                let suppressed = ops::truth(f.vm, &answer);
                match f.at(self.context.span(), suppressed) {
                    Ok(true) => Flow::Next,
                    Ok(false) => {
                        let _ = f.vm.set_pending(kept);
                        Flow::Raise
                    }
                    Err(_) => Flow::Raise,
                }
            }
            Flow::Return => {
                f.core.result.set(kept);
                Flow::Return
            }
            other => other,
        }
    }
}

/// `aiter(value)` of the first clause of an asynchronous generator expression, made where that stands.
///
/// # Errors
/// As [`start`].
pub fn start_traced(f: &mut Frame<'_>, iter: &Expr, span: Span) -> PyResult {
    let value = iter.eval(f)?;
    f.core.span.set(span);
    let iterator = start(f.vm, &value);
    f.at(span, iterator)
}
