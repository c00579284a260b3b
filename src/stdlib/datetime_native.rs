//! `_datetime_quick`: what `date`, `datetime` and `timedelta` do quickly, for objects of just these classes and, as far as
//! zones matter, of the same zone. These methods are put into the classes, in place of those of the same names that
//! are written in Python; these stay under other names and do whatever is not done here.

use super::NativeModule;
use crate::object::class::Class;
use crate::object::heap::{self, Obj, Ref};
use crate::object::ops::Compare;
use crate::object::table::{Property, Row, getter, member, method};
use crate::object::value::{PyResult, Value};
use crate::types::int::hash_i64;
use crate::types::native;
use crate::types::object::Plain;
use crate::types::slots;
use crate::types::str::text_of;
use crate::types::tuple::Tuple;
use crate::vm::Vm;
use std::cell::RefCell;
use std::rc::Rc;

/// The module.
pub const DATETIME: NativeModule = NativeModule {
    name: "_datetime_quick",
    doc: "What datetime does quickly.",
    functions: &[
        method(
            "install(date, datetime, timedelta, tzinfo, timezone, /)",
            install,
            "Puts the methods into the classes.",
        ),
        method(
            "new_date(year, month, day, /)",
            |vm, args| Ok(new_date(vm, args).unwrap_or(Value::None)),
            "A date of ints in their ranges; None for anything else.",
        ),
        method(
            "new_datetime(year, month, day, hour, minute, second, microsecond, tzinfo, fold, /)",
            |vm, args| Ok(new_datetime(vm, args).unwrap_or(Value::None)),
            "A datetime of ints in their ranges; None for anything else.",
        ),
        method(
            "new_timedelta(days, seconds, microseconds, milliseconds, minutes, hours, weeks, /)",
            |vm, args| Ok(new_delta(vm, args).unwrap_or(Value::None)),
            "A timedelta of ints; None for anything else.",
        ),
        method(
            "read_date(text, /)",
            |vm, args| Ok(read_date(vm, &args[0]).unwrap_or(Value::None)),
            "The date YYYY-MM-DD; None for other formats.",
        ),
        method(
            "read_datetime(text, /)",
            |vm, args| Ok(read_datetime(vm, &args[0]).unwrap_or(Value::None)),
            "The datetime YYYY-MM-DD[THH:MM:SS[.fff[fff]]]; None for other formats.",
        ),
        method(
            "replace_date(date, year, month, day, /)",
            |vm, args| Ok(replace_date(vm, args).unwrap_or(Value::None)),
            "A date with other numbers where they are not None; None for what is not done here.",
        ),
        method(
            "replace_datetime(datetime, year, month, day, hour, minute, second, microsecond, tzinfo, fold, /)",
            |vm, args| Ok(replace_datetime(vm, args).unwrap_or(Value::None)),
            "A datetime with other numbers where they are not None; None for what is not done here.",
        ),
        method(
            "iso_calendar(year, month, day, /)",
            iso_calendar,
            "The ISO year, week and weekday of a date.",
        ),
        method(
            "of_timestamp(timestamp, tzinfo, local, /)",
            |vm, args| Ok(of_timestamp(vm, args).unwrap_or(Value::None)),
            "The datetime of seconds since 1970; None for what is not done here. local is for no zone: from when until when which offset holds, in seconds.",
        ),
        method(
            "timestamp(datetime, local, /)",
            |vm, args| Ok(timestamp(vm, args).unwrap_or(Value::None)),
            "The seconds since 1970 of a datetime; None for what is not done here. local is for no zone: from when until when which offset holds, in seconds.",
        ),
    ],
    fill: super::nothing,
};

const SECOND: i128 = 1_000_000;
const DAY: i128 = 86_400 * SECOND;
/// The number of 1 January 1970, where that of year 1 is 1.
const EPOCH: i64 = 719_163;
const LAST_ORDINAL: i64 = 3_652_059;

static DELTA_METHODS: &[Row] = &[
    slots::add(|vm, args| delta(vm, args, |a, b| a + b, "__add__")),
    slots::radd(|vm, args| delta(vm, args, |a, b| a + b, "__radd__")),
    slots::sub(|vm, args| delta(vm, args, |a, b| a - b, "__sub__")),
    slots::rsub(|vm, args| delta(vm, args, |a, b| b - a, "__rsub__")),
    slots::mul(|vm, args| delta_times(vm, args, "__mul__")),
    slots::rmul(|vm, args| delta_times(vm, args, "__rmul__")),
    slots::lt(|vm, args| compare_deltas(vm, args, Compare::Lt)),
    slots::le(|vm, args| compare_deltas(vm, args, Compare::Le)),
    slots::gt(|vm, args| compare_deltas(vm, args, Compare::Gt)),
    slots::ge(|vm, args| compare_deltas(vm, args, Compare::Ge)),
    slots::eq(|vm, args| compare_deltas(vm, args, Compare::Eq)),
    slots::ne(|vm, args| compare_deltas(vm, args, Compare::Ne)),
    method(
        "total_seconds(self, /)",
        total_seconds,
        "Total seconds in the duration.",
    ),
];

static DATE_METHODS: &[Row] = &[
    slots::add(|vm, args| shift_date(vm, args, 1, "__add__")),
    slots::radd(|vm, args| shift_date(vm, args, 1, "__radd__")),
    slots::sub(subtract_date),
    slots::lt(|vm, args| compare_dates(vm, args, Compare::Lt)),
    slots::le(|vm, args| compare_dates(vm, args, Compare::Le)),
    slots::gt(|vm, args| compare_dates(vm, args, Compare::Gt)),
    slots::ge(|vm, args| compare_dates(vm, args, Compare::Ge)),
    slots::eq(|vm, args| compare_dates(vm, args, Compare::Eq)),
    slots::ne(|vm, args| compare_dates(vm, args, Compare::Ne)),
    slots::hash(hash_date),
    method(
        "toordinal(self, /)",
        to_ordinal,
        "The number of the date; 1 January of year 1 is 1.",
    ),
    method(
        "weekday(self, /)",
        weekday,
        "The day of the week; Monday is 0.",
    ),
];

static DATETIME_METHODS: &[Row] = &[
    slots::add(|vm, args| shift_datetime(vm, args, 1, "__add__")),
    slots::radd(|vm, args| shift_datetime(vm, args, 1, "__radd__")),
    slots::sub(subtract_datetime),
    slots::lt(|vm, args| compare_datetimes(vm, args, Compare::Lt)),
    slots::le(|vm, args| compare_datetimes(vm, args, Compare::Le)),
    slots::gt(|vm, args| compare_datetimes(vm, args, Compare::Gt)),
    slots::ge(|vm, args| compare_datetimes(vm, args, Compare::Ge)),
    slots::eq(|vm, args| compare_datetimes(vm, args, Compare::Eq)),
    slots::ne(|vm, args| compare_datetimes(vm, args, Compare::Ne)),
    slots::hash(hash_datetime),
    method("date(self, /)", date_part, "The date part."),
    slots::str(|vm, args| match plain_iso(vm, &args[0], " ") {
        Some(text) => Ok(vm.str(&text)),
        None => otherwise(vm, "datetime", "__str__", args),
    }),
    method(
        "isoformat(self, /, sep='T', timespec='auto')",
        isoformat,
        "The date and time as YYYY-MM-DDTHH:MM:SS[.ffffff], with the offset.",
    ),
];

/// What shows as an attribute of a class, by position in its slots.
macro_rules! fields {
    ($name:ident $kind:ident $make:ident: $($field:literal $at:literal $doc:literal;)*) => {
        static $name: &[Property] = &[$($make(
            $field,
            |vm, value| field(vm, value, |parts| parts.$kind.places[$at], $field),
            $doc,
        )),*];
    };
}

fields! { DELTA_FIELDS delta member:
    "days" 0 "Number of days (between -999999999 and 999999999 inclusive).";
    "seconds" 1 "Number of seconds (>= 0 and less than 1 day).";
    "microseconds" 2 "Number of microseconds (>= 0 and less than 1 second).";
}
fields! { DATE_FIELDS date getter: "year" 0 ""; "month" 1 ""; "day" 2 ""; }
fields! { DATETIME_FIELDS datetime getter:
    "hour" 3 ""; "minute" 4 ""; "second" 5 ""; "microsecond" 6 ""; "tzinfo" 7 ""; "fold" 8 "";
}

/// A class, and where its instances keep what.
struct Kind {
    class: Ref<Class>,
    places: Vec<usize>,
}

/// What the methods know of the Python side.
struct Parts {
    date: Kind,
    datetime: Kind,
    delta: Kind,
    tzinfo: Ref<Class>,
    timezone: Kind,
}

/// What the module keeps per interpreter.
#[derive(Default)]
pub struct State {
    parts: RefCell<Option<Rc<Parts>>>,
}

fn parts(vm: &Vm) -> Option<Rc<Parts>> {
    vm.state.dates.parts.borrow().clone()
}

fn install(vm: &Vm, args: &[Value]) -> PyResult {
    const DATE_SLOTS: &[&str] = &["_year", "_month", "_day"];
    const CLOCK_SLOTS: &[&str] = &[
        "_hour",
        "_minute",
        "_second",
        "_microsecond",
        "_tzinfo",
        "_fold",
    ];
    const DELTA_SLOTS: &[&str] = &["_days", "_seconds", "_microseconds"];
    let kind = |class: &Value, slots: &[&str]| {
        let class = class.as_ref::<Class>()?;
        let place = |name: &&str| native::slot_place(vm, class, name);
        Some(Kind {
            class: class.clone(),
            places: slots.iter().map(place).collect::<Option<_>>()?,
        })
    };
    let made = (|| {
        Some(Parts {
            date: kind(&args[0], DATE_SLOTS)?,
            datetime: kind(&args[1], &[DATE_SLOTS, CLOCK_SLOTS].concat())?,
            delta: kind(&args[2], DELTA_SLOTS)?,
            tzinfo: args[3].as_ref::<Class>()?.clone(),
            timezone: kind(&args[4], &["_offset"])?,
        })
    })();
    let Some(made) = made else {
        return Err(vm.type_error("install() takes the classes of datetime"));
    };
    for (kind, rows, fields) in [
        (&made.delta, DELTA_METHODS, DELTA_FIELDS),
        (&made.date, DATE_METHODS, DATE_FIELDS),
        (&made.datetime, DATETIME_METHODS, DATETIME_FIELDS),
    ] {
        let dict = kind.class.dict(vm);
        for row in rows {
            let native = native::from_row(vm, &kind.class, row);
            if let Some(old) = dict.set_name(&vm.intern(row.name()), native) {
                let name = other_name(&kind.class.name_text(), row.name());
                drop(dict.set_name(&vm.intern(&name), old));
            }
        }
        for property in fields {
            let native = native::from_property(vm, &kind.class, property);
            drop(dict.set_name(&vm.intern(property.name), native));
        }
        kind.class.modified(vm);
    }
    let old = vm.state.dates.parts.replace(Some(Rc::new(made)));
    drop(old);
    Ok(Value::None)
}

/// Where the method in Python is.
fn other_name(class: &str, method: &str) -> String {
    format!("_{class}_{method}")
}

/// Calls the method in Python.
#[inline(never)]
fn otherwise(vm: &Vm, class: &str, method: &str, args: &[Value]) -> PyResult {
    vm.call_method(&args[0], &vm.intern(&other_name(class, method)), &args[1..])
}

fn field(vm: &Vm, value: &Value, place: fn(&Parts) -> usize, name: &str) -> PyResult {
    let found = parts(vm).zip(value.obj()).and_then(|(parts, obj)| {
        let cell = obj.values().get(place(&parts))?;
        cell.get().bound()
    });
    found
        .ok_or(())
        .map_err(|()| vm.unnamed_attribute_error(name))
}

// ---------------------------------------------------------------------------------------------
// Days of the calendar

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days_before_month(year: i64, month: i64) -> i64 {
    const BEFORE: [i64; 13] = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    BEFORE[month as usize] + i64::from(month > 2 && is_leap(year))
}

fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 => 28 + i64::from(is_leap(year)),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn ordinal([year, month, day]: [i64; 3]) -> i64 {
    let before = year - 1;
    before * 365 + before / 4 - before / 100 + before / 400 + days_before_month(year, month) + day
}

/// The date of a number from 1 to [`LAST_ORDINAL`].
fn from_ordinal(number: i64) -> [i64; 3] {
    let number = number - 1;
    let (periods, number) = (number / 146_097, number % 146_097);
    let centuries = (number / 36_524).min(3);
    let number = number - centuries * 36_524;
    let (fours, number) = (number / 1461, number % 1461);
    let years = (number / 365).min(3);
    let number = number - years * 365;
    let year = periods * 400 + centuries * 100 + fours * 4 + years + 1;
    let mut month = (number / 29 + 1).min(12);
    while days_before_month(year, month) > number {
        month -= 1;
    }
    [year, month, number - days_before_month(year, month) + 1]
}

// ---------------------------------------------------------------------------------------------
// Objects and numbers

impl Kind {
    /// The object, if it is of this class and no other.
    fn exact<'a>(&self, value: &'a Value) -> Option<&'a Obj> {
        value.obj().filter(|obj| *obj.class() == self.class)
    }

    /// The numbers in the first places of an object of just this class.
    fn numbers<const N: usize>(&self, value: &Value) -> Option<[i64; N]> {
        self.numbers_of(self.exact(value)?)
    }

    /// The numbers in the first places of an object of this class or one below it.
    fn numbers_of<const N: usize>(&self, obj: &Obj) -> Option<[i64; N]> {
        let values = obj.values();
        let mut numbers = [0; N];
        for (number, place) in numbers.iter_mut().zip(&self.places) {
            *number = values.get(*place)?.as_int()?;
        }
        Some(numbers)
    }

    fn make(&self, values: impl IntoIterator<Item = Value>) -> Value {
        let made = heap::alloc(&self.class, Plain);
        let cells = made.as_obj().values();
        for (place, value) in self.places.iter().zip(values) {
            if let Some(cell) = cells.get(*place) {
                cell.set(value);
            }
        }
        made.into()
    }
}

impl Parts {
    /// A timedelta in microseconds.
    fn micro(&self, value: &Value) -> Option<i128> {
        let [days, seconds, micro] = self.delta.numbers(value)?;
        Some(i128::from(days) * DAY + i128::from(seconds) * SECOND + i128::from(micro))
    }

    /// The timedelta of so many microseconds, if there is one.
    fn make_delta(&self, micro: i128) -> Option<Value> {
        let (days, rest) = (micro.div_euclid(DAY), micro.rem_euclid(DAY));
        (-999_999_999..=999_999_999).contains(&days).then(|| {
            let numbers = [days, rest / SECOND, rest % SECOND];
            self.delta
                .make(numbers.map(|number| Value::Int(number as i64)))
        })
    }

    fn make_date(&self, number: i64) -> Option<Value> {
        (1..=LAST_ORDINAL)
            .contains(&number)
            .then(|| self.date.make(from_ordinal(number).map(Value::Int)))
    }

    fn zone(&self, value: &Value) -> Option<Value> {
        self.zone_of(self.datetime.exact(value)?)
    }

    fn zone_of(&self, obj: &Obj) -> Option<Value> {
        obj.values().get(self.datetime.places[7])?.get().bound()
    }

    /// How many microseconds a zone is always east of UTC, if it is a timezone.
    fn offset(&self, zone: &Value) -> Option<i128> {
        let cell = self
            .timezone
            .exact(zone)?
            .values()
            .get(self.timezone.places[0])?;
        self.micro(&cell.get())
    }

    /// Microseconds since 1970 by the datetime's own clock.
    fn since_epoch(&self, value: &Value) -> Option<i128> {
        self.since_epoch_of(self.datetime.exact(value)?)
    }

    fn since_epoch_of(&self, obj: &Obj) -> Option<i128> {
        let [year, month, day, hour, minute, second, micro] = self.datetime.numbers_of(obj)?;
        let days = ordinal([year, month, day]) - EPOCH;
        let seconds = ((days * 24 + hour) * 60 + minute) * 60 + second;
        Some(i128::from(seconds) * SECOND + i128::from(micro))
    }

    fn make_datetime(&self, micro: i128, zone: Value) -> Option<Value> {
        let number = i64::try_from(micro.div_euclid(DAY)).ok()? + EPOCH;
        if !(1..=LAST_ORDINAL).contains(&number) {
            return None;
        }
        let rest = micro.rem_euclid(DAY) as i64;
        let (seconds, micro) = (rest / 1_000_000, rest % 1_000_000);
        let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60, micro];
        let numbers = from_ordinal(number).into_iter().chain(clock);
        Some(
            self.datetime
                .make(numbers.map(Value::Int).chain([zone, Value::Int(0)])),
        )
    }

    /// The distance of two datetimes of the same zone, or without one.
    fn distance(&self, a: &Value, b: &Value) -> Option<i128> {
        if !self.zone(a)?.is(&self.zone(b)?) {
            return None;
        }
        Some(self.since_epoch(a)? - self.since_epoch(b)?)
    }
}

/// The ints, if all are such.
fn ints<const N: usize>(values: &[Value]) -> Option<[i64; N]> {
    let mut numbers = [0; N];
    for (number, value) in numbers.iter_mut().zip(values) {
        match value {
            Value::Int(small) => *number = *small,
            _ => return None,
        }
    }
    Some(numbers)
}

fn is_date([year, month, day]: [i64; 3]) -> bool {
    (1..=9999).contains(&year)
        && (1..=12).contains(&month)
        && (1..=days_in_month(year, month)).contains(&day)
}

fn new_date(vm: &Vm, args: &[Value]) -> Option<Value> {
    let date = ints(args).filter(|date| is_date(*date))?;
    Some(parts(vm)?.date.make(date.map(Value::Int)))
}

fn new_datetime(vm: &Vm, args: &[Value]) -> Option<Value> {
    let [year, month, day, hour, minute, second, micro] = ints(args)?;
    let parts = parts(vm)?;
    let zone = &args[7];
    let fits = is_date([year, month, day])
        && (0..24).contains(&hour)
        && (0..60).contains(&minute)
        && (0..60).contains(&second)
        && (0..1_000_000).contains(&micro)
        && matches!(args[8], Value::Int(0 | 1))
        && (zone.is_none() || vm.class_of(zone).is_subclass(&parts.tzinfo));
    fits.then(|| parts.datetime.make(args.iter().cloned()))
}

fn new_delta(vm: &Vm, args: &[Value]) -> Option<Value> {
    const UNITS: [i128; 7] = [DAY, SECOND, 1, 1000, 60 * SECOND, 3600 * SECOND, 7 * DAY];
    let numbers: [i64; 7] = ints(args)?;
    let total = numbers
        .iter()
        .zip(UNITS)
        .map(|(number, unit)| i128::from(*number) * unit);
    parts(vm)?.make_delta(total.sum())
}

/// The numbers in a text of digits, where the pattern has `0`, and of what the pattern has besides; `?` is any
/// character.
fn numbers_by<const N: usize>(text: &[u8], pattern: &[u8]) -> Option<[i64; N]> {
    let mut numbers = [0; N];
    let mut at = 0;
    if text.len() != pattern.len() {
        return None;
    }
    for (&byte, &expected) in text.iter().zip(pattern) {
        match expected {
            b'0' if byte.is_ascii_digit() => {
                numbers[at] = numbers[at] * 10 + i64::from(byte - b'0');
            }
            b'?' if byte.is_ascii() => at += 1,
            expected if expected == byte && expected != b'0' => at += 1,
            _ => return None,
        }
    }
    Some(numbers)
}

const DATE_PATTERN: &[u8] = b"0000-00-00";

fn read_date(vm: &Vm, text: &Value) -> Option<Value> {
    let date = numbers_by::<3>(text_of(text)?.as_bytes(), DATE_PATTERN)?;
    new_date(vm, &date.map(Value::Int))
}

fn read_datetime(vm: &Vm, text: &Value) -> Option<Value> {
    let text = text_of(text)?.as_bytes();
    let clock = b"?00:00:00.";
    let pattern = [DATE_PATTERN, clock, b"000000"].concat();
    let (length, micros_per_unit) = match text.len() {
        10 => (10, 0),
        19 => (19, 0),
        23 => (23, 1000),
        26 => (26, 1),
        _ => return None,
    };
    let [year, month, day, hour, minute, second, fraction] = numbers_by(text, &pattern[..length])?;
    let micro = fraction * micros_per_unit;
    let mut fields = [year, month, day, hour, minute, second, micro, 0, 0].map(Value::Int);
    fields[7] = Value::None;
    new_datetime(vm, &fields)
}

// ---------------------------------------------------------------------------------------------
// timedelta

fn delta(vm: &Vm, args: &[Value], compute: fn(i128, i128) -> i128, name: &str) -> PyResult {
    let result = parts(vm).and_then(|parts| {
        let micro = compute(parts.micro(&args[0])?, parts.micro(&args[1])?);
        parts.make_delta(micro)
    });
    match result {
        Some(result) => Ok(result),
        None => otherwise(vm, "timedelta", name, args),
    }
}

fn delta_times(vm: &Vm, args: &[Value], name: &str) -> PyResult {
    let result = parts(vm).and_then(|parts| match args[1] {
        Value::Int(times) => {
            let micro = parts.micro(&args[0])?.checked_mul(times.into())?;
            parts.make_delta(micro)
        }
        _ => None,
    });
    match result {
        Some(result) => Ok(result),
        None => otherwise(vm, "timedelta", name, args),
    }
}

/// The name of a comparison's method.
fn compare_name(op: Compare) -> &'static str {
    match op {
        Compare::Lt => "__lt__",
        Compare::Le => "__le__",
        Compare::Gt => "__gt__",
        Compare::Ge => "__ge__",
        Compare::Eq => "__eq__",
        Compare::Ne => "__ne__",
    }
}

fn compare_deltas(vm: &Vm, args: &[Value], op: Compare) -> PyResult {
    let pair = parts(vm).and_then(|parts| parts.micro(&args[0]).zip(parts.micro(&args[1])));
    match pair {
        Some((a, b)) => Ok(Value::bool(op.holds(a, b))),
        None => otherwise(vm, "timedelta", compare_name(op), args),
    }
}

fn total_seconds(vm: &Vm, args: &[Value]) -> PyResult {
    match parts(vm).and_then(|parts| parts.micro(&args[0])) {
        // What is exact as a float is divided with one rounding.
        Some(micro) if micro.abs() < 1 << 53 => Ok(Value::float(micro as f64 / 1e6)),
        _ => otherwise(vm, "timedelta", "total_seconds", args),
    }
}

// ---------------------------------------------------------------------------------------------
// date

fn shift_date(vm: &Vm, args: &[Value], sign: i64, name: &str) -> PyResult {
    let result = parts(vm).and_then(|parts| {
        let date = parts.date.numbers(&args[0])?;
        let [days] = parts.delta.numbers(&args[1])?;
        parts.make_date(ordinal(date) + sign * days)
    });
    match result {
        Some(result) => Ok(result),
        None => otherwise(vm, "date", name, args),
    }
}

fn subtract_date(vm: &Vm, args: &[Value]) -> PyResult {
    let result = parts(vm).and_then(|parts| {
        let (a, b) = (parts.date.numbers(&args[0])?, parts.date.numbers(&args[1])?);
        parts.make_delta(i128::from(ordinal(a) - ordinal(b)) * DAY)
    });
    match result {
        Some(result) => Ok(result),
        None => shift_date(vm, args, -1, "__sub__"),
    }
}

fn compare_dates(vm: &Vm, args: &[Value], op: Compare) -> PyResult {
    let pair = parts(vm).and_then(|parts| {
        let pair = (
            parts.date.numbers::<3>(&args[0])?,
            parts.date.numbers::<3>(&args[1])?,
        );
        Some(pair)
    });
    match pair {
        Some((a, b)) => Ok(Value::bool(op.holds(a, b))),
        None => otherwise(vm, "date", compare_name(op), args),
    }
}

/// The number of a date, or of the date that a datetime has.
fn day_number(vm: &Vm, value: &Value) -> Option<i64> {
    let parts = parts(vm)?;
    let date = parts
        .date
        .numbers(value)
        .or_else(|| parts.datetime.numbers(value))?;
    Some(ordinal(date))
}

fn to_ordinal(vm: &Vm, args: &[Value]) -> PyResult {
    match day_number(vm, &args[0]) {
        Some(number) => Ok(Value::Int(number)),
        None => otherwise(vm, "date", "toordinal", args),
    }
}

fn weekday(vm: &Vm, args: &[Value]) -> PyResult {
    match day_number(vm, &args[0]) {
        Some(number) => Ok(Value::Int((number + 6) % 7)),
        None => otherwise(vm, "date", "weekday", args),
    }
}

/// The hash of a date is that of the bytes that stand for it.
fn hash_date(vm: &Vm, args: &[Value]) -> PyResult {
    let date = parts(vm).and_then(|parts| parts.date.numbers_of::<3>(args[0].obj()?));
    match date {
        Some([year, month, day]) => {
            let bytes = [(year >> 8) as u8, year as u8, month as u8, day as u8];
            let hash = crate::vm::with_hash_key(|key| key.hash_bytes(&bytes));
            Ok(Value::Int(hash))
        }
        None => otherwise(vm, "date", "__hash__", args),
    }
}

/// The number in an argument, or what there is in its place.
fn given(arg: &Value, before: i64) -> Value {
    match arg {
        Value::None => Value::Int(before),
        other => other.clone(),
    }
}

fn replace_date(vm: &Vm, args: &[Value]) -> Option<Value> {
    let [year, month, day] = parts(vm)?.date.numbers(&args[0])?;
    let fields = [
        given(&args[1], year),
        given(&args[2], month),
        given(&args[3], day),
    ];
    new_date(vm, &fields)
}

/// The number of the Monday of an ISO year's first week.
fn iso_week_one(year: i64) -> i64 {
    let first = ordinal([year, 1, 1]);
    let weekday = (first + 6).rem_euclid(7);
    first - weekday + if weekday > 3 { 7 } else { 0 }
}

fn iso_calendar(vm: &Vm, args: &[Value]) -> PyResult {
    let Some(date) = ints::<3>(args).filter(|date| is_date(*date)) else {
        return Err(vm.value_error("iso_calendar() takes a date"));
    };
    let number = ordinal(date);
    let mut year = date[0];
    if number < iso_week_one(year) {
        year -= 1;
    } else if number >= iso_week_one(year + 1) {
        year += 1;
    }
    let days = number - iso_week_one(year);
    Ok(vm.tuple([year, days / 7 + 1, days % 7 + 1].map(Value::Int).to_vec()))
}

// ---------------------------------------------------------------------------------------------
// datetime

/// Without a zone, or with one that is always as far from UTC; other zones are asked in Python, once.
fn hash_datetime(vm: &Vm, args: &[Value]) -> PyResult {
    let micro = parts(vm).and_then(|parts| {
        let obj = args[0].obj()?;
        let micro = parts.since_epoch_of(obj)?;
        match parts.zone_of(obj)? {
            Value::None => Some(micro),
            zone => Some(micro - parts.offset(&zone)?),
        }
    });
    match micro.map(i64::try_from) {
        Some(Ok(micro)) => Ok(Value::Int(hash_i64(micro))),
        _ => otherwise(vm, "datetime", "__hash__", args),
    }
}

fn date_part(vm: &Vm, args: &[Value]) -> PyResult {
    let date = parts(vm).and_then(|parts| {
        let date: [i64; 3] = parts.datetime.numbers_of(args[0].obj()?)?;
        Some(parts.date.make(date.map(Value::Int)))
    });
    match date {
        Some(date) => Ok(date),
        None => otherwise(vm, "datetime", "date", args),
    }
}

fn replace_datetime(vm: &Vm, args: &[Value]) -> Option<Value> {
    let parts = parts(vm)?;
    let numbers: [i64; 7] = parts.datetime.numbers(&args[0])?;
    let fold_place = *parts.datetime.places.get(8)?;
    let fold = args[0].obj()?.values().get(fold_place)?.as_int()?;
    let mut fields: Vec<Value> = args[1..8]
        .iter()
        .zip(numbers)
        .map(|(arg, before)| given(arg, before))
        .collect();
    fields.push(match &args[8] {
        Value::True => parts.zone(&args[0])?,
        zone => zone.clone(),
    });
    fields.push(given(&args[9], fold));
    new_datetime(vm, &fields)
}

/// A float in millionths, those of its fraction rounded to the even neighbour; nothing for floats without a fraction.
fn millionths(number: f64) -> Option<i128> {
    const WHOLE: f64 = (1i64 << 52) as f64;
    if number.is_nan() || number.abs() >= WHOLE {
        return None;
    }
    let fraction = (number.fract() * 1e6).round_ties_even();
    Some(number.trunc() as i128 * SECOND + fraction as i128)
}

/// The times, in seconds, between which local time is always as far from UTC, and how far.
struct Steady {
    from: i64,
    until: i64,
    offset: i64,
}

impl Steady {
    fn of(value: &Value) -> Option<Steady> {
        let [from, until, offset] = ints(value.as_ref::<Tuple>()?.items.get(..3)?)?;
        Some(Steady {
            from,
            until,
            offset,
        })
    }

    /// Whether it is known of a time and a day around it, in which what is earlier or later could matter.
    fn covers(&self, seconds: i64) -> bool {
        const DAY: i64 = 86_400;
        self.from <= seconds - DAY && seconds + DAY < self.until
    }
}

fn of_timestamp(vm: &Vm, args: &[Value]) -> Option<Value> {
    const RANGE: std::ops::Range<i128> = -62_135_596_800 * SECOND..253_402_300_800 * SECOND;
    let parts = parts(vm)?;
    let micro = match &args[0] {
        Value::Int(seconds) => i128::from(*seconds) * SECOND,
        Value::Float(seconds) => millionths(seconds.get())?,
        _ => return None,
    };
    if !RANGE.contains(&micro) {
        return None;
    }
    let offset = match &args[1] {
        Value::None => {
            let seconds = i64::try_from(micro.div_euclid(SECOND)).ok()?;
            let local = Steady::of(&args[2]).filter(|local| local.covers(seconds))?;
            i128::from(local.offset) * SECOND
        }
        zone => parts.offset(zone)?,
    };
    parts.make_datetime(micro + offset, args[1].clone())
}

fn timestamp(vm: &Vm, args: &[Value]) -> Option<Value> {
    let parts = parts(vm)?;
    let obj = args[0].obj()?;
    let micro = parts.since_epoch_of(obj)?;
    let zone = parts.zone_of(obj)?;
    if !zone.is_none() {
        let micro = micro - parts.offset(&zone)?;
        // What is exact as a float is divided with one rounding.
        return (micro.abs() < 1 << 53).then(|| Value::float(micro as f64 / 1e6));
    }
    let local = Steady::of(&args[1])?;
    let seconds = i64::try_from(micro.div_euclid(SECOND)).ok()?;
    let moment = seconds - local.offset;
    let known = local.covers(seconds) && local.covers(moment);
    let rest = micro.rem_euclid(SECOND) as f64 / 1e6;
    known.then(|| Value::float(moment as f64 + rest))
}

fn shift_datetime(vm: &Vm, args: &[Value], sign: i128, name: &str) -> PyResult {
    let result = parts(vm).and_then(|parts| {
        let micro = parts.since_epoch(&args[0])? + sign * parts.micro(&args[1])?;
        parts.make_datetime(micro, parts.zone(&args[0])?)
    });
    match result {
        Some(result) => Ok(result),
        None => otherwise(vm, "datetime", name, args),
    }
}

fn subtract_datetime(vm: &Vm, args: &[Value]) -> PyResult {
    let result = parts(vm).and_then(|parts| {
        let micro = parts.distance(&args[0], &args[1])?;
        parts.make_delta(micro)
    });
    match result {
        Some(result) => Ok(result),
        None => shift_datetime(vm, args, -1, "__sub__"),
    }
}

fn compare_datetimes(vm: &Vm, args: &[Value], op: Compare) -> PyResult {
    match parts(vm).and_then(|parts| parts.distance(&args[0], &args[1])) {
        Some(distance) => Ok(Value::bool(op.holds(distance, 0))),
        None => otherwise(vm, "datetime", compare_name(op), args),
    }
}

/// The usual text of a datetime without a zone.
fn plain_iso(vm: &Vm, value: &Value, separator: &str) -> Option<String> {
    let parts = parts(vm)?;
    let [year, month, day, hour, minute, second, micro] = parts.datetime.numbers(value)?;
    if !parts.zone(value)?.is_none() {
        return None;
    }
    let mut text =
        format!("{year:04}-{month:02}-{day:02}{separator}{hour:02}:{minute:02}:{second:02}");
    if micro != 0 {
        text.push_str(&format!(".{micro:06}"));
    }
    Some(text)
}

fn isoformat(vm: &Vm, args: &[Value]) -> PyResult {
    let usual = text_of(&args[1])
        .filter(|separator| separator.len() == 1)
        .and_then(|separator| separator.as_str())
        .filter(|_| text_of(&args[2]).and_then(|spec| spec.as_str()) == Some("auto"))
        .and_then(|separator| plain_iso(vm, &args[0], separator));
    match usual {
        Some(text) => Ok(vm.str(&text)),
        None => otherwise(vm, "datetime", "isoformat", args),
    }
}
