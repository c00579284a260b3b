//! `time`: the host's clocks and sleeping. What knows the calendar is in the embedded module
//! `_calendar_time`, which is loaded when one of its functions is called first.

use super::NativeModule;
use crate::object::heap::Ref;
use crate::object::lookup;
use crate::object::table::{Row, TypeTable, method};
use crate::object::value::{PyResult, Value};
use crate::types::dict::Dict;
use crate::types::int;
use crate::types::str::Str;
use crate::types::struct_sequence::{self, OPEN_STRUCT, field, hidden};
use crate::types::tuple::Tuple;
use crate::vm::Vm;
use std::time::Duration;

/// The native module.
pub const TIME: NativeModule = NativeModule {
    name: "time",
    doc: "This module provides various functions to manipulate time values.",
    functions: FUNCTIONS,
    fill,
};

static STRUCT_TIME: TypeTable = TypeTable {
    name: "struct_time",
    module: "time",
    doc: "A date and time: as a tuple of year, month, day, hour, minute, second, weekday, day of the\nyear and daylight saving flag, or by the names of its attributes.",
    hidden: 2,
    properties: &[
        field::<0>("tm_year", "year, for example, 1993"),
        field::<1>("tm_mon", "month of year, range [1, 12]"),
        field::<2>("tm_mday", "day of month, range [1, 31]"),
        field::<3>("tm_hour", "hours, range [0, 23]"),
        field::<4>("tm_min", "minutes, range [0, 59]"),
        field::<5>("tm_sec", "seconds, range [0, 61])"),
        field::<6>("tm_wday", "day of week, range [0, 6], Monday is 0"),
        field::<7>("tm_yday", "day of year, range [1, 366]"),
        field::<8>(
            "tm_isdst",
            "1 if summer time is in effect, 0 if not, and -1 if unknown",
        ),
        hidden::<0>("tm_zone", "abbreviation of timezone name"),
        hidden::<1>("tm_gmtoff", "offset from UTC in seconds"),
    ],
    ..OPEN_STRUCT
};

fn fill(vm: &Vm, namespace: &Ref<Dict>) -> PyResult<()> {
    let class = struct_sequence::class(vm, &STRUCT_TIME);
    drop(namespace.set_name(&vm.intern("struct_time"), class.value()));
    Ok(())
}

/// Calls a function of `_calendar_time`.
fn calendar(vm: &Vm, function: &str, args: &[Value]) -> PyResult {
    let import = vm
        .builtins
        .get_name(&vm.names.__import__)
        .unwrap_or(Value::None);
    let module = vm.call(&import, &[vm.str("_calendar_time")])?;
    let function = lookup::get(vm, &module, &vm.intern(function))?;
    let given = args.iter().take_while(|arg| !arg.is_unbound());
    vm.call(&function, &given.cloned().collect::<Vec<_>>())
}

/// The attributes that depend on the host's time zone, worked out when one is asked for.
fn zone_attribute(vm: &Vm, args: &[Value]) -> PyResult {
    let name = args[0].get::<Str>().and_then(Str::as_str).unwrap_or("?");
    let Some(at) = ["timezone", "altzone", "daylight", "tzname"]
        .iter()
        .position(|known| *known == name)
    else {
        let message = format!("module 'time' has no attribute '{name}'");
        let this = vm.modules.get_name(&vm.intern("time"));
        return Err(vm.attribute_error(&this.unwrap_or(Value::None), &args[0], message));
    };
    let facts = calendar(vm, "zone_facts", &[])?;
    Ok(facts
        .get::<Tuple>()
        .and_then(|facts| facts.items.get(at).cloned())
        .unwrap_or(Value::None))
}

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
    method(
        "gmtime(seconds=None, /)",
        |vm, args| calendar(vm, "gmtime", args),
        "Convert seconds since the Epoch to a time tuple expressing UTC (a.k.a. GMT).",
    ),
    method(
        "localtime(seconds=None, /)",
        |vm, args| calendar(vm, "localtime", args),
        "Convert seconds since the Epoch to a time tuple expressing local time.",
    ),
    method(
        "mktime(tuple, /)",
        |vm, args| calendar(vm, "mktime", args),
        "Convert a time tuple in local time to seconds since the Epoch.",
    ),
    method(
        "asctime(tuple=None, /)",
        |vm, args| calendar(vm, "asctime", args),
        "Convert a time tuple to a string, e.g. 'Sat Jun 06 16:26:11 1998'.",
    ),
    method(
        "ctime(seconds=None, /)",
        |vm, args| calendar(vm, "ctime", args),
        "Convert a time in seconds since the Epoch to a string in local time.",
    ),
    method(
        "strftime(format, tuple=None, /)",
        |vm, args| calendar(vm, "strftime", args),
        "Convert a time tuple to a string according to a format specification.",
    ),
    method(
        "strptime(string, format='%a %b %d %H:%M:%S %Y', /)",
        |vm, args| calendar(vm, "strptime", args),
        "Parse a string to a time tuple according to a format specification.",
    ),
    method(
        "tzset()",
        // The zone is looked up whenever it is needed.
        |_, _| Ok(Value::None),
        "Initialize, or reinitialize, the local timezone to the value stored in os.environ['TZ'].",
    ),
    method(
        "__getattr__(name, /)",
        zone_attribute,
        "The attributes that depend on the time zone.",
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
        // Not beyond what a limit of time leaves.
        let nap = vm.time_left().map_or(left, |most| left.min(most));
        left = left.saturating_sub(nap) + vm.host.sleep(nap);
        vm.look()?;
        if left.is_zero() {
            break;
        }
    }
    Ok(Value::None)
}
