//! `_signal`: the program's handlers of signals, which run between two steps of the program. `signal`, in
//! Python, gives the numbers names.

use super::NativeModule;
use crate::host::{Action, Identity};
use crate::object::heap::{Ref, ValueCell};
use crate::object::ops;
use crate::object::table::{Row, method};
use crate::object::value::{PyResult, Value};
use crate::stdlib::os::paths::or_raise;
use crate::types::args;
use crate::types::dict::Dict;
use crate::vm::Vm;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::Duration;

/// The native module.
pub const SIGNAL: NativeModule = NativeModule {
    name: "_signal",
    doc: "Signals and their handlers.",
    functions: FUNCTIONS,
    fill,
};

const SIGINT: i32 = 2;
const SIGPIPE: i32 = 13;
const SIGXFSZ: i32 = 25;
const COUNT: i64 = 65;

#[rustfmt::skip]
const FUNCTIONS: &[Row] = &[
    method("signal(signalnum, handler, /)", signal, "Set the handler of a signal; the one before."),
    method("getsignal(signalnum, /)", getsignal, "The handler of a signal."),
    method("default_int_handler(signalnum, frame, /)", default_int_handler, "Raise KeyboardInterrupt."),
    method("raise_signal(signalnum, /)", raise_signal, "Send a signal to this process."),
    method("alarm(seconds, /)", alarm, "Have SIGALRM sent after some seconds."),
    method("setitimer(which, seconds, interval=0, /)", setitimer, "Have SIGALRM sent after a time, and at every interval then."),
    method("getitimer(which, /)", getitimer, "What is left of the timer, and its interval."),
    method("pause()", pause, "Wait until a signal arrives."),
    method("siginterrupt(signalnum, flag, /)", |_, _| Ok(Value::None), "Whether a signal interrupts system calls, which are begun again in any case."),
];

const NUMBERS: &[(&str, i64)] = &[
    ("SIG_DFL", 0),
    ("SIG_IGN", 1),
    ("NSIG", COUNT),
    ("ITIMER_REAL", 0),
    ("ITIMER_VIRTUAL", 1),
    ("ITIMER_PROF", 2),
];

/// The program's handlers, by the signals' numbers.
#[derive(Default)]
pub struct Handlers(RefCell<BTreeMap<i32, Rc<ValueCell>>>);

fn fill(vm: &Vm, namespace: &Ref<Dict>) -> PyResult<()> {
    for &(name, number) in NUMBERS {
        drop(namespace.set_name(&vm.intern(name), Value::Int(number)));
    }
    if let Some(handler) = namespace.get_name(&vm.intern("default_int_handler")) {
        let handler = match vm.host.ignores_interrupts() {
            true => Value::Int(1),
            false => handler,
        };
        vm.state
            .signals
            .0
            .borrow_mut()
            .entry(SIGINT)
            .or_insert_with(|| Rc::new(ValueCell::new(handler)));
    }
    Ok(())
}

/// A signal has arrived: its handler runs.
///
/// # Errors
/// What it raises; KeyboardInterrupt for Ctrl-C unless the program handles it.
pub fn arrived(vm: &Vm, signal: i32) -> PyResult<()> {
    let handler = vm.state.signals.0.borrow().get(&signal).cloned();
    let Some(handler) = handler.map(|cell| cell.get()) else {
        return match signal {
            SIGINT => Err(vm.raise(&vm.exceptions.KeyboardInterrupt, "")),
            _ => Ok(()),
        };
    };
    if matches!(handler, Value::Int(_)) {
        return Ok(());
    }
    let frame = match vm.sys.get_name(&vm.intern("_getframe")) {
        Some(function) => vm.call(&function, &[]).unwrap_or_else(|_| {
            // No Python code is running.
            drop(vm.take_pending());
            Value::None
        }),
        None => Value::None,
    };
    vm.call(&handler, &[Value::Int(signal.into()), frame])?;
    Ok(())
}

fn number(vm: &Vm, value: &Value) -> PyResult<i32> {
    let number = args::c_int(vm, value)?;
    match (1..COUNT).contains(&number.into()) {
        true => Ok(number),
        false => Err(vm.value_error("signal number out of range")),
    }
}

fn current(vm: &Vm, signal: i32) -> Value {
    let handlers = vm.state.signals.0.borrow();
    match handlers.get(&signal) {
        Some(cell) => cell.get(),
        None if matches!(signal, SIGPIPE | SIGXFSZ) => Value::Int(1),
        None if matches!(signal, 32 | 33) => Value::None,
        None => Value::Int(0),
    }
}

fn signal(vm: &Vm, args: &[Value]) -> PyResult {
    let signal = args::c_int(vm, &args[0])?;
    let action = match &args[1] {
        handler if crate::types::is_callable(vm, handler) => Action::Catch,
        Value::Int(0) => Action::Default,
        Value::Int(1) => Action::Ignore,
        handler => {
            let equals = |number| ops::eq(vm, handler, &Value::Int(number));
            if equals(0)? {
                Action::Default
            } else if equals(1)? {
                Action::Ignore
            } else {
                return Err(vm.type_error(
                    "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object",
                ));
            }
        }
    };
    let signal = number(vm, &Value::Int(signal.into()))?;
    vm.check_signals()?;
    or_raise(vm, vm.host.set_signal_action(signal, action))?;
    let before = current(vm, signal);
    let handler = match action {
        Action::Catch => args[1].clone(),
        Action::Default => Value::Int(0),
        Action::Ignore => Value::Int(1),
    };
    let cell = Rc::new(ValueCell::new(handler));
    let old = vm.state.signals.0.borrow_mut().insert(signal, cell);
    drop(old);
    Ok(before)
}

fn getsignal(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(current(vm, number(vm, &args[0])?))
}

fn default_int_handler(vm: &Vm, _args: &[Value]) -> PyResult {
    Err(vm.raise(&vm.exceptions.KeyboardInterrupt, ""))
}

fn raise_signal(vm: &Vm, args: &[Value]) -> PyResult {
    let signal = args::c_int(vm, &args[0])?;
    let process = or_raise(vm, vm.host.identity(Identity::Process))?;
    or_raise(vm, vm.host.kill(process as i32, signal))?;
    vm.check_signals()?;
    Ok(Value::None)
}

fn alarm(vm: &Vm, args: &[Value]) -> PyResult {
    let seconds = args::c_int(vm, &args[0])?;
    let time = Duration::from_secs(u64::try_from(seconds).unwrap_or(0));
    let (left, _) = or_raise(vm, vm.host.set_timer(time, Duration::ZERO))?;
    Ok(Value::Int(left.as_secs_f64().ceil() as i64))
}

fn time(vm: &Vm, value: &Value) -> PyResult<Duration> {
    let seconds = match value {
        Value::Float(seconds) => seconds.get(),
        value => match ops::index(vm, value)? {
            Value::Int(seconds) => seconds as f64,
            _ => return Err(vm.overflow_error("timestamp out of range for platform time_t")),
        },
    };
    match Duration::try_from_secs_f64(seconds) {
        Ok(time) => Ok(time),
        Err(_) => or_raise(vm, Err(std::io::Error::from_raw_os_error(22))),
    }
}

/// Only the timer of real time is there.
fn check_timer(vm: &Vm, value: &Value) -> PyResult<()> {
    match args::c_int(vm, value)? {
        0 => Ok(()),
        1 | 2 => Err(vm.not_implemented_error("setitimer: only ITIMER_REAL is supported")),
        _ => or_raise(vm, Err(std::io::Error::from_raw_os_error(22))),
    }
}

fn shown(vm: &Vm, (left, interval): (Duration, Duration)) -> Value {
    let parts = [left, interval].map(|time| Value::float(time.as_secs_f64()));
    vm.tuple(parts.into())
}

fn setitimer(vm: &Vm, args: &[Value]) -> PyResult {
    check_timer(vm, &args[0])?;
    let (first, interval) = (time(vm, &args[1])?, time(vm, &args[2])?);
    let before = or_raise(vm, vm.host.set_timer(first, interval))?;
    Ok(shown(vm, before))
}

fn getitimer(vm: &Vm, args: &[Value]) -> PyResult {
    check_timer(vm, &args[0])?;
    Ok(shown(vm, or_raise(vm, vm.host.timer())?))
}

fn pause(vm: &Vm, _args: &[Value]) -> PyResult {
    const LONG: Duration = Duration::from_secs(86_400);
    // What is left says that a signal has ended the sleep.
    while vm.host.sleep(LONG).is_zero() {
        vm.check_signals()?;
    }
    vm.check_signals()?;
    Ok(Value::None)
}
