//! The awaitables that asynchronous generators' methods return: `__anext__`, `asend`, `athrow`,
//! `aclose`. Reference: 6.2.9.4, Asynchronous generator-iterator methods; PEP 525.

use crate::exec::delegate::Step;
use crate::exec::generator::{self, Generator, State, Thrown};
use crate::exec::tree::Resumable;
use crate::object::heap::{self, Extension, Obj, Ref, ValueCell};
use crate::object::ops;
use crate::object::value::{PyResult, Raised, Value};
use crate::types::native::{Native, NativePayload};
use crate::types::tuple::Tuple;
use crate::vm::Vm;
use std::cell::Cell;

/// What asynchronous generators have besides what generators have.
pub struct Extra {
    /// One of its awaitables is under way.
    pub running: Cell<bool>,
    /// It has been closed or has ended.
    closed: Cell<bool>,
    /// The hooks have been told of it.
    hooked: Cell<bool>,
    /// Who is told when it goes unfinished.
    pub finalizer: ValueCell,
}

impl Default for Extra {
    fn default() -> Extra {
        Extra {
            running: Cell::new(false),
            closed: Cell::new(false),
            hooked: Cell::new(false),
            finalizer: ValueCell::new(Value::Unbound),
        }
    }
}

/// What an awaitable does to its generator.
enum Action {
    /// `asend(value)`
    Send(ValueCell),
    /// `athrow(...)`, with a tuple of the arguments, which are looked at when it begins.
    Throw(Value),
    /// `aclose()`
    Close,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    New,
    Going,
    Done,
}

/// The payload of `async_generator_asend` and `async_generator_athrow`.
pub struct Awaitable {
    generator: Ref<Generator>,
    action: Action,
    phase: Cell<Phase>,
}

impl NativePayload for Awaitable {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        visit(self.generator.as_obj());
        match &self.action {
            Action::Send(value) => value.trace(visit),
            Action::Throw(Value::Obj(args)) => visit(args),
            Action::Throw(_) | Action::Close => {}
        }
    }
    fn clear(&self) {
        if let Action::Send(value) = &self.action {
            drop(value.take());
        }
    }
    fn finalise(&self, vm: &Vm) {
        if self.phase.replace(Phase::Done) == Phase::New && self.warn(vm).is_err() {
            crate::types::unraisable(vm, "Exception ignored in: ", &self.generator.value());
        }
    }
}

/// `__del__` of what `asend` and others return.
pub fn finalise(vm: &Vm, this: &Value) {
    if let Some(awaitable) = this.native::<Awaitable>() {
        awaitable.finalise(vm);
    }
}

fn make(vm: &Vm, generator: &Ref<Generator>, action: Action) -> PyResult {
    tell_hooks(vm, generator)?;
    let class = match action {
        Action::Send(_) => &vm.types.async_generator_asend,
        _ => &vm.types.async_generator_athrow,
    };
    let awaitable = Awaitable {
        generator: generator.clone(),
        action,
        phase: Cell::new(Phase::New),
    };
    Ok(heap::alloc(class, Native(Extension::new(awaitable))).into())
}

/// `generator.asend(value)`
///
/// # Errors
/// What the `firstiter` hook raises.
pub fn asend(vm: &Vm, generator: &Ref<Generator>, value: Value) -> PyResult {
    make(vm, generator, Action::Send(ValueCell::new(value)))
}

/// `generator.athrow(...)`, with a tuple of its arguments.
///
/// # Errors
/// What the `firstiter` hook raises.
pub fn athrow(vm: &Vm, generator: &Ref<Generator>, args: Value) -> PyResult {
    make(vm, generator, Action::Throw(args))
}

/// `generator.aclose()`
///
/// # Errors
/// What the `firstiter` hook raises.
pub fn aclose(vm: &Vm, generator: &Ref<Generator>) -> PyResult {
    make(vm, generator, Action::Close)
}

/// At the first use: the finaliser hook is remembered, the other one called.
fn tell_hooks(vm: &Vm, generator: &Ref<Generator>) -> PyResult<()> {
    let extra = &generator.asynchronous;
    if extra.hooked.replace(true) {
        return Ok(());
    }
    let settings = &vm.state.generators;
    extra.finalizer.set(settings.finalizer.get());
    match settings.firstiter.get() {
        Value::Unbound => Ok(()),
        hook => vm.call(&hook, &[generator.value()]).map(drop),
    }
}

/// Leaves the end of an unfinished generator to the hook; false when there is none.
pub fn call_finalizer(vm: &Vm, generator: &Ref<Generator>) -> bool {
    let extra = &generator.asynchronous;
    let hook = extra.finalizer.get();
    if hook.is_unbound() || extra.closed.get() {
        return false;
    }
    if vm.call(&hook, &[generator.value()]).is_err() {
        crate::types::unraisable(vm, "Exception ignored in: ", &generator.value());
    }
    true
}

/// How a resumption of an asynchronous generator ended.
enum Resumed {
    /// It awaits something, and this is for the event loop.
    Awaiting(Value),
    /// It yielded.
    Yielded(Value),
}

/// Tells what the body yielded from what it awaits; its end is a StopAsyncIteration.
fn sort(vm: &Vm, generator: &Generator, result: PyResult<Option<Value>>) -> PyResult<Resumed> {
    match result? {
        Some(value) if generator.delegate().is_some() => Ok(Resumed::Awaiting(value)),
        Some(value) => Ok(Resumed::Yielded(value)),
        None => {
            let stop = vm.new_exception(&vm.exceptions.StopAsyncIteration, Vec::new());
            Err(vm.raise_value(stop.into()))
        }
    }
}

fn is_end(vm: &Vm) -> bool {
    vm.pending_is(&vm.exceptions.StopAsyncIteration) || vm.pending_is(&vm.exceptions.GeneratorExit)
}

impl Awaitable {
    /// `RuntimeWarning: coroutine method 'asend' of 'f' was never awaited`
    fn warn(&self, vm: &Vm) -> PyResult<()> {
        let method = match self.action {
            Action::Send(_) => "asend",
            Action::Throw(_) => "athrow",
            Action::Close => "aclose",
        };
        let of = ops::repr(vm, &self.generator.qualname.get())?;
        let text = format!("coroutine method '{method}' of {of} was never awaited");
        let category = &vm.exceptions.RuntimeWarning;
        crate::stdlib::warn::about(vm, category, &text, 1, self.generator.value())
    }

    fn extra(&self) -> &Extra {
        &self.generator.asynchronous
    }

    fn name(&self) -> &'static str {
        match self.action {
            Action::Send(_) => "anext()",
            Action::Throw(_) => "athrow()",
            Action::Close => "aclose()",
        }
    }

    fn check_reuse(&self, vm: &Vm) -> PyResult<()> {
        if self.phase.get() != Phase::Done {
            return Ok(());
        }
        let methods = match self.action {
            Action::Send(_) => "__anext__()/asend()",
            _ => "aclose()/athrow()",
        };
        Err(vm.runtime_error(format!("cannot reuse already awaited {methods}")))
    }

    /// The first step: no other awaitable of the generator may be under way.
    fn begin(&self, vm: &Vm) -> PyResult<()> {
        if self.extra().running.get() {
            self.phase.set(Phase::Done);
            return Err(vm.runtime_error(format!(
                "{}: asynchronous generator is already running",
                self.name()
            )));
        }
        self.phase.set(Phase::Going);
        self.extra().running.set(true);
        Ok(())
    }

    /// The end of a step of `asend` and `athrow`.
    fn unwrap(&self, vm: &Vm, result: PyResult<Resumed>) -> PyResult<Step> {
        let extra = self.extra();
        match result {
            Ok(Resumed::Awaiting(value)) => Ok(Step::Yield(value)),
            Ok(Resumed::Yielded(value)) => {
                extra.running.set(false);
                self.phase.set(Phase::Done);
                Ok(Step::Return(value))
            }
            Err(raised) => {
                if is_end(vm) {
                    extra.closed.set(true);
                }
                extra.running.set(false);
                self.phase.set(Phase::Done);
                Err(raised)
            }
        }
    }

    /// The end of a step of `aclose`: the generator must not yield.
    fn close_step(&self, vm: &Vm, result: PyResult<Resumed>) -> PyResult<Step> {
        if let Ok(Resumed::Awaiting(value)) = result {
            return Ok(Step::Yield(value));
        }
        self.extra().running.set(false);
        self.phase.set(Phase::Done);
        match result {
            Ok(_) => Err(vm.runtime_error("async generator ignored GeneratorExit")),
            Err(_) if is_end(vm) => {
                drop(vm.take_pending());
                Ok(Step::Return(Value::None))
            }
            Err(raised) => Err(raised),
        }
    }

    fn finish_step(&self, vm: &Vm, result: PyResult<Option<Value>>) -> PyResult<Step> {
        let result = sort(vm, &self.generator, result);
        match self.action {
            Action::Close => self.close_step(vm, result),
            _ => self.unwrap(vm, result),
        }
    }

    fn send(&self, vm: &Vm, value: &Value) -> PyResult<Step> {
        self.check_reuse(vm)?;
        let generator = &self.generator;
        if let Action::Send(first) = &self.action {
            let mut value = value.clone();
            if self.phase.get() == Phase::New {
                self.begin(vm)?;
                if value.is_none() {
                    value = first.take();
                }
            }
            let result = generator::send(vm, generator, value);
            return self.finish_step(vm, result);
        }
        if generator.state.get() == State::Finished {
            self.phase.set(Phase::Done);
            return Ok(Step::Return(Value::None));
        }
        if self.phase.get() == Phase::Going {
            let result = generator::send(vm, generator, value.clone());
            let result = self.finish_step(vm, result);
            if matches!(self.action, Action::Throw(_)) {
                // As in CPython, it is done only when the generator is.
                self.phase.set(Phase::Going);
            }
            return result;
        }
        self.start_throwing(vm, value)
    }

    fn start_throwing(&self, vm: &Vm, value: &Value) -> PyResult<Step> {
        let generator = &self.generator;
        if !self.extra().running.get() {
            if self.extra().closed.get() {
                self.phase.set(Phase::Done);
                let stop = vm.new_exception(&vm.exceptions.StopAsyncIteration, Vec::new());
                return Err(vm.raise_value(stop.into()));
            }
            if !value.is_none() {
                return Err(
                    vm.runtime_error("can't send non-None value to a just-started coroutine")
                );
            }
        }
        self.begin(vm)?;
        let result = match &self.action {
            Action::Throw(args) => {
                let args = args.get::<Tuple>().map_or(&[][..], |args| &args.items);
                // It has begun even if there are too few or too many.
                let thrown = Thrown::of_args(vm, "athrow", args)?;
                generator::throw(vm, generator, &thrown, false)
            }
            _ => {
                self.extra().closed.set(true);
                let exit = Thrown::exception(vm.exceptions.GeneratorExit.value());
                generator::throw(vm, generator, &exit, false)
            }
        };
        self.finish_step(vm, result)
    }

    /// Throws what `thrown` makes, which is asked for when there is something to throw into.
    fn throw(&self, vm: &Vm, thrown: impl FnOnce() -> PyResult<Thrown>) -> PyResult<Step> {
        self.check_reuse(vm)?;
        if self.phase.get() == Phase::New {
            self.begin(vm)?;
        }
        let result =
            thrown().and_then(|thrown| generator::throw(vm, &self.generator, &thrown, true));
        self.finish_step(vm, result)
    }
}

/// A step of an asynchronous generator's awaitable; `None` when the value is none.
pub fn step(vm: &Vm, iterator: &Value, value: &Value) -> Option<PyResult<Step>> {
    Some(iterator.native::<Awaitable>()?.send(vm, value))
}

/// `awaitable.throw(...)`; `None` when the value is none.
pub fn step_throwing(
    vm: &Vm,
    iterator: &Value,
    thrown: impl FnOnce() -> PyResult<Thrown>,
) -> Option<PyResult<Step>> {
    Some(iterator.native::<Awaitable>()?.throw(vm, thrown))
}

/// `awaitable.close()`; `None` when the value is none.
pub fn close(vm: &Vm, iterator: &Value) -> Option<PyResult<()>> {
    let awaitable = iterator.native::<Awaitable>()?;
    if awaitable.phase.get() == Phase::Done {
        return Some(Ok(()));
    }
    let exit = Thrown::exception(vm.exceptions.GeneratorExit.value());
    Some(match awaitable.throw(vm, || Ok(exit)) {
        Ok(Step::Yield(_)) => Err(vm.runtime_error("coroutine ignored GeneratorExit")),
        Ok(Step::Return(_)) => Ok(()),
        Err(Raised) if is_end(vm) || vm.pending_is(&vm.exceptions.StopIteration) => {
            drop(vm.take_pending());
            Ok(())
        }
        Err(raised) => Err(raised),
    })
}

/// The asynchronous generator a value is.
pub fn as_async_generator(value: &Value) -> Option<&Ref<Generator>> {
    value
        .as_ref::<Generator>()
        .filter(|generator| generator.code.resumable == Resumable::AsyncGenerator)
}
