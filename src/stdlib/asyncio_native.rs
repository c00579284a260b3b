//! `_asyncio_steps`: what asyncio's tasks, futures and loops do at every step. The classes are written in Python, in
//! `asyncio`; these methods are put into them. What happens seldom is left to methods in Python.
//!
//! A task's steps have no frames of their own, so that tracebacks begin with the coroutine's.

use super::NativeModule;
use crate::exec::generator::{self, Generator, Thrown};
use crate::object::class::Class;
use crate::object::heap::{self, Ref};
use crate::object::lookup;
use crate::object::ops;
use crate::object::shape::Name;
use crate::object::table::{Row, method};
use crate::object::value::{PyResult, Raised, Value};
use crate::types::dict::Dict;
use crate::types::exceptions;
use crate::types::list::List;
use crate::types::native;
use crate::types::object::Plain;
use crate::types::tuple::Tuple;
use crate::vm::Vm;
use std::cell::RefCell;
use std::rc::Rc;

/// The module.
pub const ASYNCIO: NativeModule = NativeModule {
    name: "_asyncio_steps",
    doc: "What asyncio does at every step.",
    functions: &[method(
        "install(*parts)",
        install,
        "Puts the methods into the classes of futures and tasks, which are the first two parts.",
    )],
    fill: super::nothing,
};

static OF_FUTURES: &[Row] = &[
    method(
        "set_result(self, result, /)",
        |vm, args| set_result(vm, &*parts(vm)?, &args[0], &args[1]),
        "Makes the future done, with a result.",
    ),
    method(
        "_schedule_callbacks(self, /)",
        |vm, args| {
            parts(vm)?.schedule_callbacks(vm, &args[0])?;
            Ok(Value::None)
        },
        "Has the callbacks called soon.",
    ),
];

static OF_TASKS: &[Row] = &[
    method(
        "task_step(self, exc=None, /)",
        |vm, args| parts(vm)?.task_step(vm, &args[0], &args[1]),
        "Runs the coroutine up to where it waits next, from the event loop.",
    ),
    method(
        "_step_soon(self, /)",
        |vm, args| {
            parts(vm)?.step_soon(vm, &args[0])?;
            Ok(Value::None)
        },
        "Has the next step run soon.",
    ),
    method(
        "_run_step(self, exc, /)",
        |vm, args| parts(vm)?.run_step(vm, &args[0], args[1].given().cloned()),
        "Runs the coroutine up to where it waits next.",
    ),
    method(
        "task_wakeup(self, future, /)",
        |vm, args| parts(vm)?.task_wakeup(vm, &args[0], &args[1]),
        "Runs the next step, as what the coroutine awaits is done.",
    ),
];

macro_rules! names {
    ($($field:ident $name:literal,)*) => {
        /// The names of attributes and methods.
        struct Names { $($field: Name,)* }

        impl Names {
            fn new(vm: &Vm) -> Names {
                Names { $($field: vm.intern($name),)* }
            }
        }
    };
}

names! {
    state "_state",
    result "_result",
    exception "_exception",
    exception_tb "_exception_tb",
    log_traceback "_log_traceback",
    callbacks "_callbacks",
    the_loop "_loop",
    blocking "_asyncio_future_blocking",
    add_done_callback "add_done_callback",
    coro "_coro",
    context "_context",
    must_cancel "_must_cancel",
    waiter "_fut_waiter",
    task_step "task_step",
    task_wakeup "task_wakeup",
    make_cancelled "_make_cancelled_error",
    already_done "_already_done",
    cancelled_at_end "_cancelled_at_end",
    raised "_raised",
    wait_for "_wait_for",
    cancel_waiter "_cancel_waiter",
    get_result "result",
    send "send",
    throw "throw",
    call_soon "call_soon",
    closed "_closed",
    debug "_debug",
    ready "_ready",
    append "append",
    context_argument "context",
}

/// What the methods know of the Python side.
struct Parts {
    names: Names,
    future: Ref<Class>,
    handle: Ref<Class>,
    invalid_state: Ref<Class>,
    cancelled: Ref<Class>,
    /// The state of futures with a result.
    finished: Value,
    /// The running task of each loop.
    current: Ref<Dict>,
    /// The unfinished tasks by their identities.
    scheduled: Ref<Dict>,
    /// What refuses to enter a task while another one runs.
    enter: Value,
    copy_context: Value,
    /// Methods in Python: classes that have them are as usual.
    call_soon: Value,
    add_done_callback: Value,
    /// Where handles have callback, arguments, whether they are cancelled, loop and context.
    places: [usize; 5],
}

/// What the module keeps per interpreter.
#[derive(Default)]
pub struct State {
    parts: RefCell<Option<Rc<Parts>>>,
}

fn parts(vm: &Vm) -> PyResult<Rc<Parts>> {
    match vm.state.asyncio.parts.borrow().as_ref() {
        Some(parts) => Ok(parts.clone()),
        None => Err(vm.runtime_error("asyncio is not complete yet")),
    }
}

fn install(vm: &Vm, args: &[Value]) -> PyResult {
    let wrong = || vm.type_error("install() takes the parts of asyncio");
    let given = args[0].get::<Tuple>().map(|tuple| &tuple.items[..]);
    let Some(
        [
            future,
            task,
            event_loop,
            handle,
            invalid_state,
            cancelled,
            finished,
            current,
            scheduled,
            enter,
            copy_context,
        ],
    ) = given
    else {
        return Err(wrong());
    };
    let class = |value: &Value| value.as_ref::<Class>().cloned().ok_or_else(wrong);
    let table = |value: &Value| value.as_ref::<Dict>().cloned().ok_or_else(wrong);
    let names = Names::new(vm);
    let (future, event_loop, handle) = (class(future)?, class(event_loop)?, class(handle)?);
    native::put_methods(vm, &future, OF_FUTURES);
    native::put_methods(vm, &class(task)?, OF_TASKS);
    let mut places = [0; 5];
    let slots = ["_callback", "_args", "_cancelled", "_loop", "_context"];
    for (place, name) in places.iter_mut().zip(slots) {
        *place = native::slot_place(vm, &handle, name).ok_or_else(wrong)?;
    }
    let held = |class: &Class, name| class.dict(vm).get_name(name).ok_or_else(wrong);
    let parts = Parts {
        call_soon: held(&event_loop, &names.call_soon)?,
        add_done_callback: held(&future, &names.add_done_callback)?,
        names,
        future,
        handle,
        invalid_state: class(invalid_state)?,
        cancelled: class(cancelled)?,
        finished: finished.clone(),
        current: table(current)?,
        scheduled: table(scheduled)?,
        enter: enter.clone(),
        copy_context: copy_context.clone(),
        places,
    };
    let old = vm.state.asyncio.parts.replace(Some(Rc::new(parts)));
    drop(old);
    Ok(Value::None)
}

// ---------------------------------------------------------------------------------------------
// Attributes

/// What an instance has of its own.
fn own(vm: &Vm, value: &Value, name: &Name) -> Option<Value> {
    lookup::instance_find(vm, value.obj()?, name)
}

/// Whether an instance's own attribute is true.
fn flag(vm: &Vm, value: &Value, name: &Name) -> bool {
    matches!(own(vm, value, name), Some(Value::True))
}

impl Parts {
    /// Whether it is a future that notes its callbacks as usual.
    fn is_usual_future(&self, vm: &Vm, value: &Value) -> bool {
        let class = vm.class_of(value);
        class.is_subclass(&self.future)
            && lookup::class_find(vm, class, &self.names.add_done_callback)
                .is_some_and(|found| found.is(&self.add_done_callback))
    }

    /// Whether a future has neither a result nor an exception, and is not cancelled: the class says so then.
    fn is_pending(&self, vm: &Vm, future: &Value) -> bool {
        own(vm, future, &self.names.state).is_none()
    }

    fn is_cancelled_error(&self, vm: &Vm, exception: &Value) -> bool {
        vm.class_of(exception).is_subclass(&self.cancelled)
    }

    // -----------------------------------------------------------------------------------------
    // Loops

    /// `loop.call_soon(callback, *args, context=context)`, as the class of the loop has it.
    fn call_soon(
        &self,
        vm: &Vm,
        event_loop: &Value,
        [callback, args, context]: [&Value; 3],
    ) -> PyResult<()> {
        let found = lookup::class_find(vm, vm.class_of(event_loop), &self.names.call_soon);
        let usual = found.is_some_and(|found| found.is(&self.call_soon));
        if usual && !self.is_special(vm, event_loop) {
            return self.ready(vm, event_loop, [callback, args, context]);
        }
        let method = lookup::get(vm, event_loop, &self.names.call_soon)?;
        let mut all = vec![callback.clone()];
        all.extend(ops::collect(vm, args)?);
        all.push(context.clone());
        vm.call_with(
            &method,
            &all,
            std::slice::from_ref(&self.names.context_argument),
        )
        .map(drop)
    }

    /// Whether a loop is closed, or checks what it is given.
    fn is_special(&self, vm: &Vm, event_loop: &Value) -> bool {
        flag(vm, event_loop, &self.names.closed) || flag(vm, event_loop, &self.names.debug)
    }

    /// Makes a handle and adds it to those that are ready.
    fn ready(
        &self,
        vm: &Vm,
        event_loop: &Value,
        [callback, args, context]: [&Value; 3],
    ) -> PyResult<()> {
        let context = match context.is_none() {
            true => vm.call(&self.copy_context, &[])?,
            false => context.clone(),
        };
        let values = [
            callback.clone(),
            args.clone(),
            Value::False,
            event_loop.clone(),
            context,
        ];
        let handle = heap::alloc(&self.handle, Plain);
        let cells = handle.as_obj().values();
        for (place, value) in self.places.into_iter().zip(values) {
            if let Some(cell) = cells.get(place) {
                cell.set(value);
            }
        }
        let handle: Value = handle.into();
        let queue = lookup::get(vm, event_loop, &self.names.ready)?;
        vm.call_method(&queue, &self.names.append, &[handle])?;
        Ok(())
    }

    // -----------------------------------------------------------------------------------------
    // Futures

    fn finish(&self, vm: &Vm, future: &Value, result: Value) -> PyResult<()> {
        lookup::set(vm, future, &self.names.result, result)?;
        lookup::set(vm, future, &self.names.state, self.finished.clone())?;
        self.schedule_callbacks(vm, future)
    }

    fn schedule_callbacks(&self, vm: &Vm, future: &Value) -> PyResult<()> {
        let callbacks = lookup::get(vm, future, &self.names.callbacks)?;
        let callbacks = ops::collect(vm, &callbacks)?;
        if callbacks.is_empty() {
            return Ok(());
        }
        lookup::set(vm, future, &self.names.callbacks, vm.list(Vec::new()))?;
        let event_loop = lookup::get(vm, future, &self.names.the_loop)?;
        let args = vm.tuple(vec![future.clone()]);
        for entry in callbacks {
            if let Some([callback, context]) = entry.get::<Tuple>().map(|entry| &entry.items[..]) {
                self.call_soon(vm, &event_loop, [callback, &args, context])?;
            }
        }
        Ok(())
    }

    // -----------------------------------------------------------------------------------------
    // Tasks

    fn task_step(&self, vm: &Vm, task: &Value, exception: &Value) -> PyResult {
        if !self.is_pending(vm, task) {
            let exception = exception.given().unwrap_or(&Value::None).clone();
            return vm.call_method(task, &self.names.already_done, &[exception]);
        }
        let event_loop = lookup::get(vm, task, &self.names.the_loop)?;
        if self.current.get(vm, &event_loop)?.is_some() {
            vm.call(&self.enter, &[event_loop.clone(), task.clone()])?;
        }
        drop(self.current.insert(vm, event_loop.clone(), task.clone())?);
        let result = self.run_step(vm, task, exception.given().cloned());
        let pending = result.is_err().then(|| vm.take_pending());
        let left = self.current.remove(vm, &event_loop)?;
        if !left.is_some_and(|(_, left)| left.is(task)) {
            let shown = ops::repr(vm, task)?;
            return Err(vm.runtime_error(format!(
                "Leaving task {shown} does not match the current task."
            )));
        }
        match pending {
            Some(exception) => Err(vm.set_pending(exception)),
            None => result,
        }
    }

    /// Runs the coroutine up to where it waits next, or to its end.
    fn run_step(&self, vm: &Vm, task: &Value, exception: Option<Value>) -> PyResult {
        let names = &self.names;
        let exception = match flag(vm, task, &names.must_cancel) {
            true => Some(self.cancelling(vm, task, exception)?),
            false => exception,
        };
        if own(vm, task, &names.waiter).is_some_and(|waiter| !waiter.is_none()) {
            lookup::set(vm, task, &names.waiter, Value::None)?;
        }
        let coroutine = lookup::get(vm, task, &names.coro)?;
        match self.resumed(vm, &coroutine, exception) {
            Ok(Outcome::Waits(Value::None)) => {
                // A bare yield lets the others run.
                self.step_soon(vm, task)?;
                return Ok(Value::None);
            }
            Ok(Outcome::Waits(awaited)) => {
                self.wait_for(vm, task, &awaited)?;
                return Ok(Value::None);
            }
            Ok(Outcome::Returned(value)) => {
                if flag(vm, task, &names.must_cancel) {
                    // Cancelled just before it returned.
                    lookup::set(vm, task, &names.must_cancel, Value::False)?;
                    vm.call_method(task, &names.cancelled_at_end, &[])?;
                } else {
                    self.finish(vm, task, value)?;
                }
            }
            Err(Raised) => {
                let exception = vm.take_pending();
                vm.call_method(task, &names.raised, std::slice::from_ref(&exception))?;
                let class = vm.class_of(&exception);
                let exits = [&vm.exceptions.KeyboardInterrupt, &vm.exceptions.SystemExit];
                if exits.into_iter().any(|exit| class.is_subclass(exit)) {
                    return Err(vm.set_pending(exception));
                }
            }
        }
        drop(self.scheduled.remove(vm, &Value::Int(task.id()))?);
        Ok(Value::None)
    }

    /// The exception that tells the coroutine that it is cancelled.
    fn cancelling(&self, vm: &Vm, task: &Value, exception: Option<Value>) -> PyResult {
        let names = &self.names;
        let exception = match exception {
            Some(exception) if self.is_cancelled_error(vm, &exception) => exception,
            _ => vm.call_method(task, &names.make_cancelled, &[])?,
        };
        lookup::set(vm, task, &names.must_cancel, Value::False)?;
        Ok(exception)
    }

    fn resumed(&self, vm: &Vm, coroutine: &Value, exception: Option<Value>) -> PyResult<Outcome> {
        let Some(generator) = coroutine.as_ref::<Generator>() else {
            let result = match exception {
                None => vm.call_method(coroutine, &self.names.send, &[Value::None]),
                Some(exception) => vm.call_method(coroutine, &self.names.throw, &[exception]),
            };
            return match result {
                Ok(awaited) => Ok(Outcome::Waits(awaited)),
                Err(raised) => Ok(Outcome::Returned(generator::stop_value(vm, raised)?)),
            };
        };
        let awaited = match exception {
            None => generator::send(vm, generator, Value::None)?,
            Some(exception) => {
                generator::throw(vm, generator, &Thrown::exception(exception), true)?
            }
        };
        Ok(match awaited {
            Some(awaited) => Outcome::Waits(awaited),
            None => Outcome::Returned(generator.take_returned()),
        })
    }

    fn step_soon(&self, vm: &Vm, task: &Value) -> PyResult<()> {
        let event_loop = lookup::get(vm, task, &self.names.the_loop)?;
        let step = lookup::get(vm, task, &self.names.task_step)?;
        let context = lookup::get(vm, task, &self.names.context)?;
        let args = vm.tuple(Vec::new());
        self.call_soon(vm, &event_loop, [&step, &args, &context])
    }

    /// Arranges for the next step when what the coroutine awaits is done.
    fn wait_for(&self, vm: &Vm, task: &Value, awaited: &Value) -> PyResult<()> {
        let names = &self.names;
        let event_loop = lookup::get(vm, task, &names.the_loop)?;
        let as_usual = self.is_usual_future(vm, awaited)
            && flag(vm, awaited, &names.blocking)
            && own(vm, awaited, &names.the_loop).is_some_and(|other| other.is(&event_loop))
            && !awaited.is(task);
        if !as_usual {
            return vm
                .call_method(task, &names.wait_for, std::slice::from_ref(awaited))
                .map(drop);
        }
        lookup::set(vm, awaited, &names.blocking, Value::False)?;
        let wakeup = lookup::get(vm, task, &names.task_wakeup)?;
        let context = lookup::get(vm, task, &names.context)?;
        let callbacks = own(vm, awaited, &names.callbacks);
        match callbacks
            .as_ref()
            .and_then(|callbacks| callbacks.get::<List>())
        {
            Some(callbacks) if self.is_pending(vm, awaited) => {
                callbacks.append(vm, vm.tuple(vec![wakeup, context]))?;
            }
            _ => {
                let args = vm.tuple(vec![awaited.clone()]);
                self.call_soon(vm, &event_loop, [&wakeup, &args, &context])?;
            }
        }
        lookup::set(vm, task, &names.waiter, awaited.clone())?;
        if flag(vm, task, &names.must_cancel) {
            vm.call_method(task, &names.cancel_waiter, &[])?;
        }
        Ok(())
    }

    fn task_wakeup(&self, vm: &Vm, task: &Value, future: &Value) -> PyResult {
        let names = &self.names;
        let finished = own(vm, future, &names.state).is_some_and(|state| state.is(&self.finished));
        if finished && self.is_usual_future(vm, future) {
            lookup::set(vm, future, &names.log_traceback, Value::False)?;
            let exception = own(vm, future, &names.exception);
            if let Some(exception) = exception {
                let traceback = lookup::get(vm, future, &names.exception_tb)?;
                lookup::set(vm, future, &names.exception_tb, Value::None)?;
                exceptions::set_traceback(vm, &exception, traceback)?;
                return self.task_step(vm, task, &exception);
            }
            return self.task_step(vm, task, &Value::None);
        }
        match vm.call_method(future, &names.get_result, &[]) {
            Ok(_) => self.task_step(vm, task, &Value::None),
            Err(Raised) => self.task_step(vm, task, &vm.take_pending()),
        }
    }
}

/// What a step of a coroutine has come to.
enum Outcome {
    Waits(Value),
    Returned(Value),
}

fn set_result(vm: &Vm, parts: &Parts, future: &Value, result: &Value) -> PyResult {
    if !parts.is_pending(vm, future) {
        return Err(vm.raise(&parts.invalid_state, "invalid state"));
    }
    parts.finish(vm, future, result.clone())?;
    Ok(Value::None)
}
