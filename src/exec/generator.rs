//! Generators, coroutines and asynchronous generators: objects that keep a frame between resumptions,
//! and what sending, throwing and closing do to it. Reference: 6.2.9, Yield expressions; 8.9, Coroutines.
//!
//! The nodes that suspend and resume are in `exec::resumable`; what delegates (`yield from`, `await`)
//! call is in `exec::delegate`; the types' tables are in `types::generator` and its neighbours.

use crate::exec::call::{enter, leave};
use crate::exec::delegate::{self, Reply};
use crate::exec::except;
use crate::exec::frame::{self, Args, Entry, Frame, Receiver};
use crate::exec::tree::{Code, Flow, Resumable};
use crate::object::class::Class;
use crate::object::exception::{self, Exception};
use crate::object::heap::{self, Obj, Ref, Trace, ValueCell};
use crate::object::value::{PyResult, Raised, Value};
use crate::types::frame::FrameObject;
use crate::types::function::Function;
use crate::vm::Vm;
use dunder_grammar::Span;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// What a generator is doing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// The body has not started.
    Created,
    /// The body waits at a `yield` or `await`.
    Suspended,
    /// The body is running.
    Running,
    /// The body has ended.
    Finished,
}

/// The payload of generators, coroutines and asynchronous generators.
pub struct Generator {
    /// What it is doing.
    pub state: Cell<State>,
    /// The code.
    pub code: Rc<Code>,
    /// The function that was called.
    pub function: Ref<Function>,
    /// `__name__`
    pub name: ValueCell,
    /// `__qualname__`
    pub qualname: ValueCell,
    /// The frame's slots.
    slots: Box<[ValueCell]>,
    /// The frame object, once somebody has seen it.
    frame: ValueCell,
    /// What the body has returned, until somebody takes it; `Unbound` for `None`.
    returned: ValueCell,
    /// Where the body is suspended.
    pub span: Cell<Span>,
    /// How often it has been resumed, so that who has left it suspended for a while sees whether it still
    /// stands where it stood.
    turn: Cell<u32>,
    /// `cr_origin`; `Unbound` for none.
    pub origin: ValueCell,
    /// What asynchronous generators have besides.
    pub asynchronous: crate::exec::async_generator::Extra,
}

impl Trace for Generator {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        visit(self.function.as_obj());
        for cell in self.slots.iter().chain(self.cells()) {
            cell.trace(visit);
        }
    }
    fn clear(&self) {
        for cell in self.slots.iter().chain(self.cells()) {
            drop(cell.take());
        }
    }
}

/// The part of the interpreter's state that belongs to generators.
pub struct Settings {
    /// What the caller of a `throw()` is handling: no context for what is thrown.
    outer_handled: ValueCell,
    /// `sys.get_asyncgen_hooks().firstiter`, `Unbound` for none.
    pub firstiter: ValueCell,
    /// `sys.get_asyncgen_hooks().finalizer`, `Unbound` for none.
    pub finalizer: ValueCell,
    /// `sys.get_coroutine_origin_tracking_depth()`
    pub origin_depth: Cell<u32>,
    /// The class of `sys.get_asyncgen_hooks()`, made when first asked for.
    pub hooks_class: std::cell::OnceCell<Ref<crate::object::class::Class>>,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            outer_handled: ValueCell::new(Value::Unbound),
            firstiter: ValueCell::new(Value::Unbound),
            finalizer: ValueCell::new(Value::Unbound),
            origin_depth: Cell::new(0),
            hooks_class: Default::default(),
        }
    }
}

impl Generator {
    fn cells(&self) -> impl Iterator<Item = &ValueCell> {
        [
            &self.name,
            &self.qualname,
            &self.frame,
            &self.returned,
            &self.origin,
            &self.asynchronous.finalizer,
        ]
        .into_iter()
    }

    /// How messages name its type.
    pub fn noun(&self) -> &'static str {
        match self.code.resumable {
            Resumable::Coroutine => "coroutine",
            Resumable::AsyncGenerator => "async generator",
            Resumable::Generator | Resumable::No => "generator",
        }
    }

    /// Whether it is a coroutine.
    pub fn is_coroutine(&self) -> bool {
        self.code.resumable == Resumable::Coroutine
    }

    /// What it delegates to by `yield from` or `await`, while suspended there.
    pub fn delegate(&self) -> Option<Value> {
        if self.state.get() != State::Suspended {
            return None;
        }
        match self.slots.get(self.code.waiting as usize)?.get() {
            value @ Value::Obj(_) => Some(value),
            _ => None,
        }
    }

    /// Forgets the delegate, before the body goes on.
    fn let_go(&self, delegate: Value) {
        self.set_slot(self.code.waiting, Value::None);
        drop(delegate);
    }

    /// What the body has returned, for the first who asks; then `None`.
    pub fn take_returned(&self) -> Value {
        match self.returned.take() {
            Value::Unbound => Value::None,
            value => value,
        }
    }

    /// Whether its body has not ended.
    pub fn is_alive(&self) -> bool {
        self.state.get() != State::Finished
    }

    /// A copy of the value in a slot.
    pub fn slot(&self, slot: u32) -> Value {
        self.slots
            .get(slot as usize)
            .map_or(Value::Unbound, ValueCell::get)
    }

    /// Stores in a slot, unless the body is running (its frame has the slots then).
    pub fn set_slot(&self, slot: u32, value: Value) {
        if self.state.get() != State::Running
            && let Some(cell) = self.slots.get(slot as usize)
        {
            cell.set(value);
        }
    }

    /// Whether anything but what looks at the frame could tell that the suspended body is closed by an exception.
    fn notices_end(&self) -> bool {
        self.code.resumable != Resumable::Generator
            || self.code.guarded
            || !self.frame.is_unbound()
            || self.delegate().is_some()
    }

    /// The body is over: lets go of the locals.
    fn finish(&self) {
        self.state.set(State::Finished);
        drop(self.frame.take());
        for cell in &self.slots {
            drop(cell.take());
        }
    }
}

/// Makes the generator that calling a generator function returns.
///
/// # Errors
/// What looking at the callers for `cr_origin` raises.
pub fn create(vm: &Vm, function: &Ref<Function>, code: &Rc<Code>, mut args: Args<'_>) -> PyResult {
    let slots = args
        .as_mut_slice()
        .iter_mut()
        .map(|value| ValueCell::new(std::mem::replace(value, Value::Unbound)))
        .collect();
    drop(args);
    let (class, origin) = match code.resumable {
        Resumable::Coroutine => (&vm.types.coroutine, super::coroutine::origin(vm)),
        Resumable::AsyncGenerator => (&vm.types.async_generator, Value::Unbound),
        Resumable::Generator | Resumable::No => (&vm.types.generator, Value::Unbound),
    };
    let generator = Generator {
        state: Cell::new(State::Created),
        code: code.clone(),
        function: function.clone(),
        name: ValueCell::new(function.name()),
        qualname: ValueCell::new(function.qualname()),
        slots,
        frame: ValueCell::new(Value::Unbound),
        returned: ValueCell::new(Value::Unbound),
        span: Cell::new(code.entry_span()),
        turn: Cell::new(0),
        origin: ValueCell::new(origin),
        asynchronous: Default::default(),
    };
    Ok(heap::alloc(class, generator).into())
}

/// Runs the body to its next `yield` (`Some`) or to its end (`None`; see [`Generator::take_returned`]).
/// `Unbound` is sent to raise the pending exception there.
#[inline]
fn resume(vm: &Vm, generator: &Ref<Generator>, sent: Value) -> PyResult<Option<Value>> {
    resume_for(vm, generator, sent, None)
}

/// As `resume`; what is yielded goes to the receiver as far as possible. `Some(Unbound)`: the receiver had
/// the last value, and the body does not go on.
fn resume_for(
    vm: &Vm,
    generator: &Ref<Generator>,
    sent: Value,
    receiver: Option<&dyn Receiver>,
) -> PyResult<Option<Value>> {
    if let Err(raised) = enter(vm) {
        // As for any exception that leaves the body.
        generator.finish();
        return Err(raised);
    }
    generator.state.set(State::Running);
    generator.turn.set(generator.turn.get().wrapping_add(1));
    let function = &generator.function;
    let entry = Entry {
        code: (&generator.code).into(),
        env: &function.env,
        function: Some(function),
        object: match generator.frame.is_unbound() {
            true => None,
            false => generator.frame.get().downcast::<FrameObject>().ok(),
        },
        result: sent,
        receiver,
    };
    let result = frame::run_on_heap(vm, entry, &generator.slots, |f| {
        if matches!(f.get(generator.code.waiting), Value::Obj(_))
            && generator.code.direct
            && receiver.is_none()
        {
            let sent = f.core.result.take();
            match pass_on(generator, f, sent) {
                Passed::Yielded(value) => return Ok(Some(value)),
                Passed::GoOn(value) => f.core.result.put(value),
            }
        }
        let flow = generator.code.body.exec(f);
        if flow == Flow::Yield {
            let value = f.core.result.take();
            if value.is_unbound() {
                return Ok(Some(value));
            }
            generator.span.set(f.core.span.get());
            if let Some(object) = f.core.existing_object() {
                object.span.set(f.core.span.get());
                keep_frame(generator, object);
            }
            generator.state.set(State::Suspended);
            return Ok(Some(value));
        }
        ended(generator, f, flow)
    });
    leave(vm);
    result
}

/// Calls deeper than this get their values one by one: what receives values runs above the generators on
/// the native stack.
const MOST_DEPTH: u32 = 1500;

/// Hands what a generator yields to a closure while the body runs. To all others the generator is suspended
/// meanwhile, and they may even resume it.
struct Handing<'a, F> {
    generator: &'a Ref<Generator>,
    to: RefCell<F>,
    stopped: Cell<bool>,
}

impl<F: FnMut(Value) -> bool> Receiver for Handing<'_, F> {
    #[inline]
    fn receive(&self, f: &Frame<'_>, value: Value, span: Span) -> bool {
        let (vm, generator) = (f.vm, self.generator);
        generator.span.set(span);
        generator.state.set(State::Suspended);
        let turn = generator.turn.get();
        leave(vm);
        let more = f.outside(|| match self.to.try_borrow_mut() {
            Ok(mut to) => to(value),
            Err(_) => false,
        });
        vm.depth.set(vm.depth.get() + 1);
        if !more {
            self.stopped.set(true);
            return false;
        }
        // Resumed by somebody else, or seen by somebody: the body is entered anew.
        if generator.turn.get() != turn || !generator.frame.is_unbound() {
            return false;
        }
        generator.state.set(State::Running);
        true
    }
}

/// Calls `each` with all values of a generator until it answers false. Whether the generator has ended.
///
/// # Errors
/// As [`send`].
pub fn drive(
    vm: &Vm,
    generator: &Ref<Generator>,
    each: impl FnMut(Value) -> bool,
) -> PyResult<bool> {
    let handing = Handing {
        generator,
        to: RefCell::new(each),
        stopped: Cell::new(false),
    };
    loop {
        let sent = match generator.state.get() {
            State::Suspended => Value::None,
            // Nothing takes it.
            State::Created => Value::Unbound,
            _ => return cannot_send(vm, generator).map(|_| true),
        };
        // What a body handles is not what is handled outside of it.
        let receiver: Option<&dyn Receiver> =
            match generator.code.direct && vm.depth.get() < MOST_DEPTH {
                true => Some(&handing),
                false => None,
            };
        let more = match resume_for(vm, generator, sent, receiver)? {
            None => return Ok(true),
            Some(Value::Unbound) => !handing.stopped.get(),
            Some(value) => (handing.to.borrow_mut())(value),
        };
        if !more {
            return Ok(false);
        }
    }
}

/// The generator that a value is, if it is one.
#[inline]
pub fn plain(vm: &Vm, value: &Value) -> Option<Ref<Generator>> {
    match value {
        // Not to be subclassed: the class says that `__next__` is the built-in one.
        Value::Obj(obj) if *obj.class() == vm.types.generator => obj.as_ref::<Generator>().cloned(),
        _ => None,
    }
}

/// Calls `run` while the generator's frame is the innermost one.
fn in_frame<R>(vm: &Vm, generator: &Ref<Generator>, run: impl FnOnce() -> R) -> R {
    let entry = Entry {
        code: (&generator.code).into(),
        env: &generator.function.env,
        function: Some(&generator.function),
        object: generator.frame.get().downcast::<FrameObject>().ok(),
        result: Value::Unbound,
        receiver: None,
    };
    frame::run_on_heap(vm, entry, &generator.slots, |f| {
        f.core.span.set(generator.span.get());
        let result = run();
        if let Some(object) = f.core.existing_object() {
            object.span.set(generator.span.get());
            keep_frame(generator, object);
        }
        result
    })
}

/// What became of a value that was passed on to a delegate.
enum Passed {
    /// The delegate yielded, and so does the generator.
    Yielded(Value),
    /// The delegate is done: the body goes on with this.
    GoOn(Value),
}

/// Passes what is sent on to the delegate, from the generator's frame but not through its tree, so
/// that a step through a chain of delegations costs little per link.
fn pass_on(generator: &Ref<Generator>, f: &mut Frame<'_>, sent: Value) -> Passed {
    let waiting = generator.code.waiting;
    if sent.is_unbound() {
        return Passed::GoOn(sent);
    }
    let iterator = f.take(waiting);
    f.core.span.set(generator.span.get());
    let step = delegate::send(f.vm, &iterator, sent);
    if let Ok(delegate::Step::Yield(value)) = step {
        if let Some(object) = f.core.existing_object() {
            object.span.set(f.core.span.get());
            keep_frame(generator, object);
        }
        f.set(waiting, iterator);
        generator.state.set(State::Suspended);
        return Passed::Yielded(value);
    }
    drop(iterator);
    // As if it had waited at a plain `yield`.
    f.set(waiting, Value::None);
    match step {
        Ok(delegate::Step::Return(value)) => Passed::GoOn(value),
        _ => {
            // The exception has its context already.
            f.vm.state.generators.outer_handled.set(f.vm.handled.get());
            Passed::GoOn(Value::Unbound)
        }
    }
}

/// The frame object stays that of the generator.
#[cold]
fn keep_frame(generator: &Ref<Generator>, object: Ref<FrameObject>) {
    let owner = heap::WeakPtr::new(generator.as_obj());
    *object.generator.borrow_mut() = Some(owner);
    generator.frame.set(object.into());
}

/// The body is over, in its frame: what it returns if it does.
fn leave_body(generator: &Ref<Generator>, f: &mut Frame<'_>) -> Value {
    generator.as_obj().set_may_finalise(false);
    f.core.keep_locals(f.vm);
    let value = f.core.result.take();
    let pending = f.vm.take_pending();
    generator.finish();
    let _ = f.vm.set_pending(pending);
    value
}

#[inline(never)]
fn ended(generator: &Ref<Generator>, f: &mut Frame<'_>, flow: Flow) -> PyResult<Option<Value>> {
    let value = leave_body(generator, f);
    match flow {
        Flow::Raise => Err(no_stop(f.vm, generator)),
        Flow::Return => {
            if !value.is_none() {
                generator.returned.set(value);
            }
            Ok(None)
        }
        _ => Ok(None),
    }
}

/// A StopIteration that the body raises would look like its end (PEP 479).
#[cold]
fn no_stop(vm: &Vm, generator: &Generator) -> Raised {
    let asynchronous = generator.code.resumable == Resumable::AsyncGenerator;
    let what = if vm.pending_is(&vm.exceptions.StopIteration) {
        "StopIteration"
    } else if asynchronous && vm.pending_is(&vm.exceptions.StopAsyncIteration) {
        "StopAsyncIteration"
    } else {
        return Raised;
    };
    let stop = vm.take_pending();
    let error = vm.new_exception(
        &vm.exceptions.RuntimeError,
        vec![vm.str(&format!("{} raised {what}", generator.noun()))],
    );
    error.cause.set(stop.clone());
    error.suppress_context.set(true);
    error.context.set(stop);
    vm.set_pending(error.into())
}

/// `generator.send(value)`: the next value, or `None` at the end.
///
/// # Errors
/// ValueError when it is running already; what the body raises.
#[inline]
pub fn send(vm: &Vm, generator: &Ref<Generator>, value: Value) -> PyResult<Option<Value>> {
    match generator.state.get() {
        State::Suspended => resume(vm, generator, value),
        State::Created if value.is_none() => resume(vm, generator, value),
        _ => cannot_send(vm, generator),
    }
}

#[cold]
fn cannot_send(vm: &Vm, generator: &Generator) -> PyResult<Option<Value>> {
    let noun = generator.noun();
    match generator.state.get() {
        State::Created => Err(vm.type_error(format!(
            "can't send non-None value to a just-started {noun}"
        ))),
        State::Running => Err(vm.value_error(format!("{noun} already executing"))),
        _ if generator.is_coroutine() => {
            Err(vm.runtime_error("cannot reuse already awaited coroutine"))
        }
        _ => {
            drop(generator.returned.take());
            Ok(None)
        }
    }
}

/// `__next__` of generators.
///
/// # Errors
/// As [`send`].
pub fn next(vm: &Vm, this: &Value) -> PyResult<Option<Value>> {
    match this.as_ref::<Generator>() {
        Some(generator) => send(vm, generator, Value::None),
        None => Err(crate::types::internal_error(vm, "not a generator")),
    }
}

/// The value for the StopIteration that ends `iterator`, when it is a generator.
pub fn returned_value(iterator: &Value) -> Value {
    match iterator.get::<Generator>() {
        Some(generator) => generator.take_returned(),
        None => Value::None,
    }
}

/// Raises the pending exception where the body is suspended.
///
/// # Errors
/// What the body raises: often that very exception.
pub fn resume_raising(vm: &Vm, generator: &Ref<Generator>) -> PyResult<Option<Value>> {
    match generator.state.get() {
        State::Suspended => {
            vm.state.generators.outer_handled.set(vm.handled.get());
            resume(vm, generator, Value::Unbound)
        }
        State::Created => raise_at_start(vm, generator),
        State::Running => {
            drop(vm.take_pending());
            cannot_send(vm, generator)
        }
        State::Finished if generator.is_coroutine() => {
            drop(vm.take_pending());
            cannot_send(vm, generator)
        }
        State::Finished => Err(Raised),
    }
}

/// An exception thrown in before the body has started: it passes through the frame and ends it.
fn raise_at_start(vm: &Vm, generator: &Ref<Generator>) -> PyResult<Option<Value>> {
    let function = &generator.function;
    let entry = Entry {
        code: (&generator.code).into(),
        env: &function.env,
        function: Some(function),
        object: generator.frame.get().downcast::<FrameObject>().ok(),
        result: Value::Unbound,
        receiver: None,
    };
    frame::run_on_heap(vm, entry, &generator.slots, |f| {
        let raised = f.trace(generator.code.entry_span(), Raised);
        // The body has raised nothing that PEP 479 could mean.
        drop(leave_body(generator, f));
        Err(raised)
    })
}

/// An exception arrives at a suspended `yield`: its context is what the body is handling there.
#[cold]
pub fn thrown_at(f: &mut Frame<'_>, span: Span) -> Flow {
    let outer = f.vm.state.generators.outer_handled.take();
    let handled = f.vm.handled.get();
    if handled.get::<Exception>().is_some() && !handled.is(&outer) {
        let exception = f.vm.take_pending();
        let _ = f.vm.raise_value(exception);
    }
    let _ = f.trace(span, Raised);
    Flow::Raise
}

/// What `throw()` was called with; `Unbound` for arguments that were not given.
#[derive(Clone)]
pub struct Thrown {
    /// An exception or an exception class.
    pub typ: Value,
    /// The deprecated second argument.
    pub value: Value,
    /// The deprecated third argument.
    pub traceback: Value,
}

impl Thrown {
    /// An exception instance to be thrown.
    pub fn exception(exception: Value) -> Thrown {
        Thrown {
            typ: exception,
            value: Value::Unbound,
            traceback: Value::Unbound,
        }
    }

    /// The arguments that `throw` or `athrow`, which is named, was called with.
    ///
    /// # Errors
    /// TypeError for another number of them than 1 to 3.
    pub fn of_args(vm: &Vm, name: &str, given: &[Value]) -> PyResult<Thrown> {
        let wanted = match given.len() {
            0 => "at least 1 argument",
            1..=3 => {
                let at = |at: usize| given.get(at).cloned().unwrap_or(Value::Unbound);
                return Ok(Thrown {
                    typ: at(0),
                    value: at(1),
                    traceback: at(2),
                });
            }
            _ => "at most 3 arguments",
        };
        let count = given.len();
        Err(vm.type_error(format!("{name} expected {wanted}, got {count}")))
    }

    /// Whether it is a GeneratorExit.
    pub fn is_exit(&self, vm: &Vm) -> bool {
        let class = match self.typ.as_ref::<crate::object::class::Class>() {
            Some(class) => class,
            None => vm.class_of(&self.typ),
        };
        class.is_subclass(&vm.exceptions.GeneratorExit)
    }

    /// The arguments that were given, to be passed on.
    pub fn args(&self) -> Vec<Value> {
        [&self.typ, &self.value, &self.traceback]
            .into_iter()
            .filter(|value| !value.is_unbound())
            .cloned()
            .collect()
    }

    /// Makes the exception pending.
    ///
    /// # Errors
    /// TypeError when the arguments make no exception; what its constructor raises. `Ok` means that
    /// the exception is pending.
    pub fn set_pending(&self, vm: &Vm) -> PyResult<()> {
        let traceback = match self.traceback.given() {
            Some(tb) if !crate::types::traceback::is_traceback(tb) => {
                return Err(vm.type_error("throw() third argument must be a traceback object"));
            }
            tb => tb.cloned(),
        };
        let exception = if self.typ.get::<Exception>().is_some() {
            if self.value.given().is_some() {
                return Err(vm.type_error("instance exception may not have a separate value"));
            }
            self.typ.clone()
        } else if crate::types::exceptions::is_exception_class(vm, &self.typ) {
            match self.instantiate(vm) {
                Ok(exception) => exception,
                // That error is thrown in its place.
                Err(Raised) => return Ok(()),
            }
        } else {
            return Err(vm.type_error(format!(
                "exceptions must be classes or instances deriving from BaseException, not {}",
                vm.type_name(&self.typ)
            )));
        };
        if let (Some(traceback), Some(payload)) = (traceback, exception.get::<Exception>()) {
            payload.traceback.set(traceback);
        }
        let _ = vm.set_pending(exception);
        Ok(())
    }

    /// An instance of the class, made of the second argument.
    fn instantiate(&self, vm: &Vm) -> PyResult {
        match (self.value.given(), self.typ.as_ref::<Class>()) {
            (Some(value), Some(class)) if value.get::<Exception>().is_some() => {
                except::normalise(vm, class, value.clone())
            }
            (value, _) => except::create(vm, &self.typ, value),
        }
    }
}

/// `generator.throw(...)`. A GeneratorExit closes the delegate when `close_delegate`.
///
/// # Errors
/// What the body raises.
pub fn throw(
    vm: &Vm,
    generator: &Ref<Generator>,
    thrown: &Thrown,
    close_delegate: bool,
) -> PyResult<Option<Value>> {
    let Some(delegate) = generator.delegate() else {
        thrown.set_pending(vm)?;
        return resume_raising(vm, generator);
    };
    let _guard = vm.recurse("")?;
    if close_delegate && thrown.is_exit(vm) {
        generator.state.set(State::Running);
        let closed = delegate::close(vm, &delegate);
        generator.state.set(State::Suspended);
        generator.let_go(delegate);
        if closed.is_ok() {
            thrown.set_pending(vm)?;
        }
        return resume_raising(vm, generator);
    }
    generator.state.set(State::Running);
    let result = in_frame(vm, generator, || {
        delegate::throw(vm, &delegate, thrown, close_delegate)
    });
    generator.state.set(State::Suspended);
    let returned = match result {
        Ok(Reply::Step(delegate::Step::Yield(value))) => return Ok(Some(value)),
        // The body does not learn of it, and waits on.
        Ok(Reply::NotFound(raised)) => return Err(raised),
        // The delegate is done: its value is that of the `yield from`.
        Ok(Reply::Step(delegate::Step::Return(value))) => Ok(value),
        // As if the delegate, which can't be told, had ended so.
        Ok(Reply::Absent) => {
            thrown.set_pending(vm)?;
            stop_value(vm, Raised)
        }
        Err(raised) => Err(raised),
    };
    generator.let_go(delegate);
    match returned {
        Ok(value) => resume(vm, generator, value),
        Err(Raised) => resume_raising(vm, generator),
    }
}

/// `generator.close()`: what the body returns, `None` mostly.
///
/// # Errors
/// RuntimeError when the body yields again; what else it raises.
pub fn close(vm: &Vm, generator: &Ref<Generator>) -> PyResult {
    match generator.state.get() {
        State::Suspended if generator.notices_end() => {}
        State::Created | State::Suspended => {
            // Who is handing on its values just now has to look again.
            generator.turn.set(generator.turn.get().wrapping_add(1));
            generator.as_obj().set_may_finalise(false);
            generator.finish();
            return Ok(Value::None);
        }
        State::Finished => return Ok(Value::None),
        State::Running => return cannot_send(vm, generator).map(|_| Value::None),
    }
    let closed = match generator.delegate() {
        Some(delegate) => {
            let _guard = vm.recurse("")?;
            generator.state.set(State::Running);
            let closed = delegate::close(vm, &delegate);
            generator.state.set(State::Suspended);
            generator.let_go(delegate);
            closed
        }
        None => Ok(()),
    };
    if closed.is_ok() {
        let exit = vm.new_exception(&vm.exceptions.GeneratorExit, Vec::new());
        let _ = vm.set_pending(exit.into());
    }
    match resume_raising(vm, generator) {
        Ok(Some(_)) => Err(vm.runtime_error(format!("{} ignored GeneratorExit", generator.noun()))),
        Ok(None) => Ok(generator.take_returned()),
        Err(raised) => {
            if vm.pending_is(&vm.exceptions.GeneratorExit)
                || vm.pending_is(&vm.exceptions.StopIteration)
            {
                drop(vm.take_pending());
                return Ok(Value::None);
            }
            Err(raised)
        }
    }
}

/// Closes a generator at its end.
pub fn finalise(vm: &Vm, generator: &Ref<Generator>) {
    match (generator.state.get(), generator.code.resumable) {
        (State::Finished | State::Running, _) => return,
        (State::Created, Resumable::Coroutine) => super::coroutine::warn_unawaited(vm, generator),
        (State::Suspended, Resumable::AsyncGenerator)
            if super::async_generator::call_finalizer(vm, generator) =>
        {
            return;
        }
        _ => {}
    }
    if close(vm, generator).is_err() {
        crate::types::unraisable(vm, "Exception ignored in: ", &generator.value());
    }
}

/// `gi_frame`: the frame object of a body that has not ended.
pub fn frame_object(vm: &Vm, generator: &Ref<Generator>) -> Value {
    if generator.state.get() == State::Finished {
        return Value::None;
    }
    if let Value::Obj(frame) = generator.frame.get() {
        return frame.into();
    }
    if generator.state.get() == State::Running {
        // Its frame is on the stack: that makes the object.
        let mut depth = 0;
        while let Some(found) = vm.with_frame(depth, |core| {
            core.has_slots(&generator.slots).then(|| core.object(vm))
        }) {
            if let Some(object) = found {
                return object.into();
            }
            depth += 1;
        }
        return Value::None;
    }
    let object = FrameObject::suspended(vm, generator);
    generator.frame.set(object.value());
    object.into()
}

/// The pending StopIteration's value, with the exception cleared.
///
/// # Errors
/// The pending exception, when it is another one.
pub fn stop_value(vm: &Vm, raised: Raised) -> PyResult {
    let pending = vm.pending();
    vm.swallow(&vm.exceptions.StopIteration, raised)?;
    let value = pending
        .get::<Exception>()
        .map_or(Value::None, |stop| stop.field(exception::field::VALUE));
    Ok(value.bound().unwrap_or(Value::None))
}
