//! `time`: the host's clocks and sleeping. Calendar functions are not here yet; asking for one raises
//! AttributeError, which names it.

use super::NativeModule;
use crate::object::table::{Row, method};
use crate::object::value::{PyResult, Value};
use crate::types::int;
use crate::vm::Vm;
use std::time::Duration;

/// The native module.
pub const TIME: NativeModule = NativeModule {
    name: "time",
    doc: "This module provides various functions to manipulate time values.",
    functions: FUNCTIONS,
    fill: super::nothing,
};

const FUNCTIONS: &[Row] = &[
    method(
        "time()",
        |vm, _| Ok(seconds(vm.host.now())),
        "Return the current time in seconds since the Epoch.",
    ),
    method(
        "time_ns()",
        |vm, _| Ok(nanoseconds(vm, vm.host.now())),
        "Return the current time in nanoseconds since the Epoch.",
    ),
    method(
        "monotonic()",
        |vm, _| Ok(seconds(vm.host.monotonic())),
        "Monotonic clock, cannot go backward.",
    ),
    method(
        "monotonic_ns()",
        |vm, _| Ok(nanoseconds(vm, vm.host.monotonic())),
        "Monotonic clock, cannot go backward, as nanoseconds.",
    ),
    method(
        "perf_counter()",
        |vm, _| Ok(seconds(vm.host.monotonic())),
        "Performance counter for benchmarking.",
    ),
    method(
        "perf_counter_ns()",
        |vm, _| Ok(nanoseconds(vm, vm.host.monotonic())),
        "Performance counter for benchmarking as nanoseconds.",
    ),
    method(
        "sleep(object, /)",
        sleep,
        "Delay execution for a given number of seconds.",
    ),
];

fn seconds(time: Duration) -> Value {
    Value::float(time.as_secs_f64())
}

fn nanoseconds(vm: &Vm, time: Duration) -> Value {
    match i64::try_from(time.as_nanos()) {
        Ok(nanoseconds) => Value::Int(nanoseconds),
        Err(_) => int::from_big(vm, time.as_nanos().into()),
    }
}

fn sleep(vm: &Vm, args: &[Value]) -> PyResult {
    let wanted = match &args[0] {
        Value::Float(seconds) => seconds.get(),
        Value::Int(seconds) => *seconds as f64,
        other => match crate::object::ops::index(vm, other)? {
            Value::Int(seconds) => seconds as f64,
            _ => return Err(vm.overflow_error("timestamp too large to convert to C PyTime_t")),
        },
    };
    if wanted.is_nan() {
        return Err(vm.value_error("Invalid value NaN (not a number)"));
    }
    if wanted < 0.0 {
        return Err(vm.value_error("sleep length must be non-negative"));
    }
    let Ok(wanted) = Duration::try_from_secs_f64(wanted) else {
        return Err(vm.overflow_error("timestamp out of range for platform time_t"));
    };
    let mut left = wanted;
    loop {
        left = vm.host.sleep(left);
        vm.check_signals()?;
        if left.is_zero() {
            break;
        }
    }
    Ok(Value::None)
}
