//! `time`: the host's clocks, sleeping, and the calendar.

mod calendar;
mod format;
mod parse;
mod zone;

pub use zone::Current as CurrentZone;

use super::NativeModule;
use crate::object::heap::Ref;
use crate::object::lookup;
use crate::object::ops;
use crate::object::table::{Row, TypeTable, method};
use crate::object::value::{PyResult, Raised, Value};
use crate::stdlib::os::paths::or_raise;
use crate::text::Text;
use crate::types::dict::Dict;
use crate::types::str::text_of;
use crate::types::struct_sequence::{OPEN_STRUCT, class, field, hidden, make_with};
use crate::types::tuple::Tuple;
use crate::types::{args, int};
use crate::vm::Vm;
use calendar::Broken;
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

/// The native module.
pub const TIME: NativeModule = NativeModule {
    name: "time",
    doc: "This module provides various functions to manipulate time values.",
    functions: FUNCTIONS,
    fill,
};

/// The clocks of clock_gettime(2) that have names of their own here.
const PROCESS: i32 = 2;
const THREAD: i32 = 3;

#[rustfmt::skip]
const FUNCTIONS: &[Row] = &[
    method("time()", |vm, _| Ok(seconds(vm.host.now())), "Return the current time in seconds since the Epoch."),
    method("time_ns()", |vm, _| Ok(nanoseconds(vm, vm.host.now())), "Return the current time in nanoseconds since the Epoch."),
    method("monotonic()", |vm, _| Ok(seconds(vm.host.monotonic())), "Monotonic clock, cannot go backward."),
    method("monotonic_ns()", |vm, _| Ok(nanoseconds(vm, vm.host.monotonic())), "Monotonic clock, cannot go backward, as nanoseconds."),
    method("perf_counter()", |vm, _| Ok(seconds(vm.host.monotonic())), "Performance counter for benchmarking."),
    method("perf_counter_ns()", |vm, _| Ok(nanoseconds(vm, vm.host.monotonic())), "Performance counter for benchmarking as nanoseconds."),
    method("process_time()", |vm, _| Ok(seconds(clock(vm, PROCESS)?)), "The processor time of this process."),
    method("process_time_ns()", |vm, _| Ok(nanoseconds(vm, clock(vm, PROCESS)?)), "The processor time of this process, in nanoseconds."),
    method("thread_time()", |vm, _| Ok(seconds(clock(vm, THREAD)?)), "The processor time of this thread."),
    method("thread_time_ns()", |vm, _| Ok(nanoseconds(vm, clock(vm, THREAD)?)), "The processor time of this thread, in nanoseconds."),
    method("clock_gettime(clk_id, /)", |vm, args| Ok(seconds(clock(vm, args::c_int(vm, &args[0])?)?)), "What a clock says."),
    method("clock_gettime_ns(clk_id, /)", |vm, args| Ok(nanoseconds(vm, clock(vm, args::c_int(vm, &args[0])?)?)), "What a clock says, in nanoseconds."),
    method("clock_getres(clk_id, /)", clock_getres, "The resolution of a clock."),
    method("get_clock_info(name, /)", get_clock_info, "What is known of a clock."),
    method("sleep(object, /)", sleep, "Delay execution for a given number of seconds."),
    method("gmtime(seconds=None, /)", gmtime, "A moment in Greenwich, by default now."),
    method("localtime(seconds=None, /)", localtime, "A moment in the local time zone, by default now."),
    method("mktime(time_tuple, /)", mktime, "Seconds since the epoch of a moment in the local time zone."),
    method("asctime(time_tuple=None, /)", asctime, "A moment as text, by default now."),
    method("ctime(seconds=None, /)", ctime, "A moment in the local time zone as text, by default now."),
    method("strftime(format, time_tuple=None, /)", strftime, "A moment in a format, by default now."),
    method("strptime(data_string, format=<unrepresentable>, /)", strptime, "Read a moment by a format."),
    method("_strptime(data_string, format, /)", strptime_parts, "Read a moment by a format: (fields, microseconds, microseconds of the offset)."),
    method("clock_settime(clk_id, time, /)", |vm, _| Err(unsupported(vm, "clock_settime")), "Set a clock: refused."),
    method("clock_settime_ns(clk_id, time, /)", |vm, _| Err(unsupported(vm, "clock_settime_ns")), "Set a clock, in nanoseconds: refused."),
    method("pthread_getcpuclockid(thread_id, /)", |vm, _| Err(unsupported(vm, "pthread_getcpuclockid")), "The clock of a thread: refused."),
    method("tzset()", tzset, "Look at the variable TZ again."),
];

/// The host has no clocks that can be set, and none of other threads.
fn unsupported(vm: &Vm, function: &str) -> Raised {
    vm.not_implemented_error(format!("time.{function}() is not supported by Dunder"))
}

static STRUCT_TIME: TypeTable = TypeTable {
    names_module: true,
    name: "struct_time",
    module: "time",
    doc: "A moment as people write it.",
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

const CLOCKS: &[(&str, i64)] = &[
    ("CLOCK_REALTIME", 0),
    ("CLOCK_MONOTONIC", 1),
    ("CLOCK_PROCESS_CPUTIME_ID", 2),
    ("CLOCK_THREAD_CPUTIME_ID", 3),
    ("CLOCK_MONOTONIC_RAW", 4),
    ("CLOCK_BOOTTIME", 7),
    ("CLOCK_TAI", 11),
    ("_STRUCT_TM_ITEMS", 11),
];

fn fill(vm: &Vm, namespace: &Ref<Dict>) -> PyResult<()> {
    for &(name, number) in CLOCKS {
        drop(namespace.set_name(&vm.intern(name), Value::Int(number)));
    }
    let class = class(vm, &STRUCT_TIME).value();
    drop(namespace.set_name(&vm.intern("struct_time"), class));
    set_zone(vm, namespace);
    Ok(())
}

/// `tzname`, `timezone`, `altzone` and `daylight`.
fn set_zone(vm: &Vm, namespace: &Ref<Dict>) {
    let zone = vm.state.time.renew(vm);
    let year = calendar::broken(vm.host.now().as_secs() as i64).year;
    let (winter, summer) = zone.seasons(year);
    let names = vec![vm.str(&winter.name), vm.str(&summer.name)];
    let different = winter.offset != summer.offset;
    for (name, value) in [
        ("tzname", vm.tuple(names)),
        ("timezone", Value::Int(-winter.offset)),
        ("altzone", Value::Int(-summer.offset)),
        ("daylight", Value::Int(different.into())),
    ] {
        drop(namespace.set_name(&vm.intern(name), value));
    }
}

fn tzset(vm: &Vm, _args: &[Value]) -> PyResult {
    let module = crate::exec::import::import_absolute(vm, "time")?;
    if let Some(obj) = module.obj()
        && let Some(namespace) = crate::types::module::namespace(vm, obj)
    {
        set_zone(vm, &namespace);
    }
    Ok(Value::None)
}

// ---------------------------------------------------------------------------------------------
// Clocks

fn clock(vm: &Vm, id: i32) -> PyResult<Duration> {
    or_raise(vm, vm.host.clock(id))
}

fn clock_getres(vm: &Vm, args: &[Value]) -> PyResult {
    let id = args::c_int(vm, &args[0])?;
    Ok(seconds(or_raise(vm, vm.host.clock_resolution(id))?))
}

fn get_clock_info(vm: &Vm, args: &[Value]) -> PyResult {
    let name = args::text(vm, &args[0], "get_clock_info() argument 1")?;
    let (id, clock, monotonic) = match name.as_bytes() {
        b"time" => (0, "REALTIME", false),
        b"monotonic" | b"perf_counter" => (1, "MONOTONIC", true),
        b"process_time" => (PROCESS, "PROCESS_CPUTIME_ID", true),
        b"thread_time" => (THREAD, "THREAD_CPUTIME_ID", true),
        _ => return Err(vm.value_error("unknown clock")),
    };
    let resolution = or_raise(vm, vm.host.clock_resolution(id))?;
    let fields = [
        (
            "implementation",
            vm.str(&format!("clock_gettime(CLOCK_{clock})")),
        ),
        ("monotonic", Value::bool(monotonic)),
        ("adjustable", Value::bool(!monotonic)),
        ("resolution", seconds(resolution)),
    ];
    let names: Vec<_> = fields.iter().map(|(name, _)| vm.intern(name)).collect();
    let values = fields.map(|(_, value)| value);
    vm.call_with(&vm.types.simple_namespace.value(), &values, &names)
}

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
    if wanted >= i64::MAX as f64 / 1e9 {
        return Err(vm.overflow_error("timestamp too large to convert to C PyTime_t"));
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

// ---------------------------------------------------------------------------------------------
// Moments

#[cold]
fn out_of_range(vm: &Vm) -> Raised {
    vm.overflow_error("timestamp out of range for platform time_t")
}

/// Whole seconds since the epoch of an argument, by default now.
fn moment_arg(vm: &Vm, value: &Value) -> PyResult<i64> {
    match value {
        Value::None | Value::Unbound => Ok(vm.host.now().as_secs() as i64),
        Value::Float(seconds) => {
            let seconds = seconds.get();
            if seconds.is_nan() {
                return Err(vm.value_error("Invalid value NaN (not a number)"));
            }
            let whole = seconds.floor();
            match (-9.2e18..9.2e18).contains(&whole) {
                true => Ok(whole as i64),
                false => Err(out_of_range(vm)),
            }
        }
        value => match ops::index(vm, value)? {
            Value::Int(seconds) => Ok(seconds),
            _ => Err(out_of_range(vm)),
        },
    }
}

/// Refuses years that are no C `int`, as the system does.
fn check_year(vm: &Vm, seconds: i64) -> PyResult<()> {
    const MOST: i64 = 67_768_036_191_676_799;
    match (-67_768_040_609_740_800..=MOST).contains(&seconds) {
        true => Ok(()),
        false => or_raise(vm, Err(std::io::Error::from_raw_os_error(75))),
    }
}

fn struct_time(vm: &Vm, moment: &Broken) -> Value {
    let items = numbers(moment).map(Value::Int).into();
    let zone = match &moment.zone {
        Some(zone) => vm.str(zone),
        None => Value::None,
    };
    let offset = moment.offset.map_or(Value::None, Value::Int);
    make_with(&class(vm, &STRUCT_TIME), items, vec![zone, offset])
}

fn numbers(moment: &Broken) -> [i64; 9] {
    [
        moment.year,
        moment.month,
        moment.day,
        moment.hour,
        moment.minute,
        moment.second,
        moment.weekday,
        moment.yearday,
        moment.summer,
    ]
}

fn gmtime(vm: &Vm, args: &[Value]) -> PyResult {
    let seconds = moment_arg(vm, &args[0])?;
    check_year(vm, seconds)?;
    let moment = Broken {
        zone: Some("GMT".to_owned()),
        offset: Some(0),
        ..calendar::broken(seconds)
    };
    Ok(struct_time(vm, &moment))
}

fn local(vm: &Vm, value: &Value) -> PyResult<Broken> {
    let seconds = moment_arg(vm, value)?;
    check_year(vm, seconds)?;
    Ok(vm.state.time.get(vm).broken(seconds))
}

fn localtime(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(struct_time(vm, &local(vm, &args[0])?))
}

fn ctime(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(vm.str(&format::plain(&local(vm, &args[0])?)))
}

/// The fields of a time tuple argument, as they are.
fn fields(vm: &Vm, value: &Value, function: &str) -> PyResult<Broken> {
    let Some(tuple) = value.get::<Tuple>() else {
        return Err(vm.type_error("Tuple or struct_time argument required"));
    };
    if tuple.items.len() != 9 {
        return Err(vm.type_error(format!("{function}(): illegal time tuple argument")));
    }
    let mut numbers = [0i64; 9];
    for (number, item) in numbers.iter_mut().zip(&tuple.items) {
        *number = match ops::index(vm, item)? {
            Value::Int(item) if i32::try_from(item).is_ok() => item,
            Value::Int(item) if item < 0 => {
                return Err(vm.overflow_error("signed integer is less than minimum"));
            }
            big if int::is_negative(&big) => {
                return Err(vm.overflow_error("signed integer is less than minimum"));
            }
            _ => return Err(vm.overflow_error("signed integer is greater than maximum")),
        };
    }
    let [
        year,
        month,
        day,
        hour,
        minute,
        second,
        weekday,
        yearday,
        summer,
    ] = numbers;
    // The C library counts from 1900 in 32 bits.
    if year < i64::from(i32::MIN) + 1900 {
        return Err(vm.overflow_error("year out of range"));
    }
    let cell = |at: usize| {
        value
            .obj()
            .filter(|_| {
                vm.class_of(value)
                    .table
                    .is_some_and(|t| std::ptr::eq(t, &STRUCT_TIME))
            })
            .and_then(|obj| obj.values().get(at).map(|cell| cell.get()))
    };
    let zone = cell(0).and_then(|zone| text_of(&zone).map(|text| text.to_string_lossy()));
    let offset = match cell(1) {
        Some(Value::Int(offset)) => Some(offset),
        _ => None,
    };
    Ok(Broken {
        year,
        month,
        day,
        hour,
        minute,
        second,
        weekday,
        yearday,
        summer,
        zone,
        offset,
    })
}

/// Sees to it that each field is in its range; a zero for month, day or day of the year is the first.
fn checked(vm: &Vm, mut moment: Broken) -> PyResult<Broken> {
    for field in [&mut moment.month, &mut moment.day, &mut moment.yearday] {
        if *field == 0 {
            *field = 1;
        }
    }
    moment.weekday = match moment.weekday {
        -1 => 6,
        day @ 0.. => day % 7,
        _ => return Err(vm.value_error("day of week out of range")),
    };
    let ranges = [
        (moment.month, 1..=12, "month"),
        (moment.day, 1..=31, "day of month"),
        (moment.hour, 0..=23, "hour"),
        (moment.minute, 0..=59, "minute"),
        (moment.second, 0..=61, "seconds"),
        (moment.yearday, 1..=366, "day of year"),
    ];
    for (value, range, name) in ranges {
        if !range.contains(&value) {
            return Err(vm.value_error(format!("{name} out of range")));
        }
    }
    Ok(moment)
}

fn asctime(vm: &Vm, args: &[Value]) -> PyResult {
    let moment = match args[0].given() {
        Some(given) => checked(vm, fields(vm, given, "asctime")?)?,
        None => local(vm, &Value::None)?,
    };
    Ok(vm.str(&format::plain(&moment)))
}

fn mktime(vm: &Vm, args: &[Value]) -> PyResult {
    let moment = fields(vm, &args[0], "mktime")?;
    Ok(Value::float(vm.state.time.get(vm).seconds(&moment) as f64))
}

fn strftime(vm: &Vm, args: &[Value]) -> PyResult {
    let format = args::text(vm, &args[0], "strftime() argument 1")?;
    let zone = vm.state.time.get(vm);
    let moment = match args[1].given() {
        Some(given) => {
            let mut moment = checked(vm, fields(vm, given, "strftime")?)?;
            if moment.zone.is_none() && moment.offset.is_none() {
                // Only the season is known: the zone's name for it.
                let (winter, summer) = zone.seasons(moment.year);
                moment.zone = match moment.summer {
                    0 => Some(winter.name),
                    1.. => Some(summer.name),
                    _ => None,
                };
                moment.offset = match moment.summer {
                    0 => Some(winter.offset),
                    1.. => Some(summer.offset),
                    _ => None,
                };
            }
            moment
        }
        None => local(vm, &Value::None)?,
    };
    if format.as_bytes().contains(&0) {
        return Err(vm.value_error("embedded null character"));
    }
    written(vm, format, &moment, &zone)
}

/// A moment by a format; what is no character is copied.
fn written(vm: &Vm, format: &Text, moment: &Broken, zone: &zone::Zone) -> PyResult {
    let mut out = Text::new();
    let mut between = String::new();
    for c in format.chars().map(Some).chain([None]) {
        match c.map(|c| char::from_u32(c).ok_or(c)) {
            Some(Ok(c)) => between.push(c),
            end => {
                let text = format::format(&between, moment, zone);
                out.push_str(&text.map_err(|_| vm.memory_error(""))?);
                between.clear();
                if let Some(Err(c)) = end {
                    out.push(c);
                }
            }
        }
    }
    Ok(vm.text(out))
}

/// The formats that strptime() has used lately, by their texts.
#[derive(Default)]
pub struct Formats(RefCell<Vec<(Vec<u32>, Rc<parse::Format>)>>);

/// When there are more formats, all are forgotten.
const MOST_FORMATS: usize = 5;

fn code_points(text: &Value) -> Vec<u32> {
    text_of(text).map_or_else(Vec::new, |text| text.chars().collect())
}

/// A format, ready to be matched.
fn compiled(vm: &Vm, written: &Value, level: i64) -> PyResult<Rc<parse::Format>> {
    let text = code_points(written);
    let mut formats = vm.state.strptime.0.borrow_mut();
    if formats.len() > MOST_FORMATS {
        formats.clear();
    }
    if let Some((_, format)) = formats.iter().find(|(other, _)| *other == text) {
        return Ok(format.clone());
    }
    drop(formats);
    let zone = vm.state.time.get(vm);
    let year = calendar::broken(vm.host.now().as_secs() as i64).year;
    let (winter, summer) = zone.seasons(year);
    let format = parse::Format::compile(&text, [winter.name, summer.name])
        .map_err(|fault| raise_fault(vm, fault, [written, written]))?;
    if format.day_without_year {
        let category = &vm.exceptions.DeprecationWarning;
        super::warn::here(vm, category, DAY_WITHOUT_YEAR, level)?;
    }
    format
        .check_groups()
        .map_err(|fault| raise_fault(vm, fault, [written, written]))?;
    let format = Rc::new(format);
    vm.state
        .strptime
        .0
        .borrow_mut()
        .push((text, format.clone()));
    Ok(format)
}

fn raise_fault(vm: &Vm, fault: parse::Fault, [text, format]: [&Value; 2]) -> Raised {
    let shown = |value| ops::repr(vm, value);
    let message = match fault {
        parse::Fault::Value(message) => Ok(message),
        parse::Fault::Pattern(message) => return raise_pattern_error(vm, &message),
        parse::Fault::Remains(end) => {
            let rest = parse::shown(&code_points(text)[end..]);
            Ok(format!("unconverted data remains: {rest}"))
        }
        parse::Fault::Mismatch => shown(text).and_then(|text| {
            let format = shown(format)?;
            Ok(format!("time data {text} does not match format {format}"))
        }),
    };
    match message {
        Ok(message) => vm.value_error(message),
        Err(raised) => raised,
    }
}

fn raise_pattern_error(vm: &Vm, message: &str) -> Raised {
    let class = crate::exec::import::import_absolute(vm, "re")
        .and_then(|module| lookup::get(vm, &module, &vm.intern("PatternError")));
    match class.and_then(|class| vm.call(&class, &[vm.str(message)])) {
        Ok(exception) => vm.set_pending(exception),
        Err(raised) => raised,
    }
}

/// Reads a text by a format. Warnings are about the code `level` frames up.
fn parsed(vm: &Vm, args: &[Value], level: i64) -> PyResult<parse::Parsed> {
    for (at, value) in args.iter().enumerate() {
        if text_of(value).is_none() && !value.is_unbound() {
            return Err(vm.type_error(format!(
                "strptime() argument {at} must be str, not {}",
                ops::repr(vm, &vm.class_of(value).value())?
            )));
        }
    }
    let written = match &args[1] {
        Value::Unbound => vm.str("%a %b %d %H:%M:%S %Y"),
        written => written.clone(),
    };
    let format = compiled(vm, &written, level)?;
    format
        .read(&code_points(&args[0]))
        .map_err(|fault| raise_fault(vm, fault, [&args[0], &written]))
}

const DAY_WITHOUT_YEAR: &str = "\
Parsing dates involving a day of month without a year specified is ambiguious
and fails to parse leap day. The default behavior will change in Python 3.15
to either always raise an exception or to use a different default year (TBD).
To avoid trouble, add a specific year to the input & format.
See https://github.com/python/cpython/issues/70647.";

fn strptime(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(struct_time(vm, &parsed(vm, args, 1)?.moment))
}

/// For `datetime`, which has microseconds.
fn strptime_parts(vm: &Vm, args: &[Value]) -> PyResult {
    let found = parsed(vm, args, 2)?;
    let mut items: Vec<Value> = numbers(&found.moment).map(Value::Int).into();
    items.push(
        found
            .moment
            .zone
            .as_deref()
            .map_or(Value::None, |zone| vm.str(zone)),
    );
    items.push(found.moment.offset.map_or(Value::None, Value::Int));
    let parts = vec![
        vm.tuple(items),
        Value::Int(found.microsecond),
        Value::Int(found.offset_fraction),
    ];
    Ok(vm.tuple(parts))
}
