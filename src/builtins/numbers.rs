//! Built-in functions on numbers and characters.

use crate::object::descriptor::{call_bound, call_special};
use crate::object::heap::Kind;
use crate::object::ops;
use crate::object::special::Special;
use crate::object::value::{PyResult, Value};
use crate::text::int::{IntRef, with_power_digits};
use crate::types::str::text_of;
use crate::types::{buffer, int, numbers};
use crate::vm::Vm;

pub(super) fn abs(vm: &Vm, args: &[Value]) -> PyResult {
    match &args[0] {
        Value::Int(i) if *i > i64::MIN => return Ok(Value::Int(i.abs())),
        Value::Float(f) if !f.get().is_nan() => return Ok(Value::float(f.get().abs())),
        _ => {}
    }
    match vm.class_of(&args[0]).special(vm, Special::Abs) {
        Some(method) => call_special(vm, method, &args[0], &[]),
        None => Err(vm.type_error(format!(
            "bad operand type for abs(): '{}'",
            vm.type_name(&args[0])
        ))),
    }
}

fn in_base(vm: &Vm, value: &Value, spec: &str) -> PyResult {
    if let Value::Int(i) = value {
        let (bits, prefix) = match spec {
            "#b" => (1, b"0b"),
            "#o" => (3, b"0o"),
            _ => (4, b"0x"),
        };
        return Ok(with_power_digits(*i, bits, prefix, |digits| {
            vm.ascii(digits)
        }));
    }
    let index = ops::index(vm, value)?;
    let index = crate::types::int::exact(vm, &index);
    ops::format(vm, &index, &vm.str(spec)).map(Value::from)
}

pub(super) fn bin(vm: &Vm, args: &[Value]) -> PyResult {
    in_base(vm, &args[0], "#b")
}

pub(super) fn oct(vm: &Vm, args: &[Value]) -> PyResult {
    in_base(vm, &args[0], "#o")
}

pub(super) fn hex(vm: &Vm, args: &[Value]) -> PyResult {
    in_base(vm, &args[0], "#x")
}

pub(super) fn chr(vm: &Vm, args: &[Value]) -> PyResult {
    let code = match ops::index(vm, &args[0])? {
        Value::Int(code) => u32::try_from(code).ok().filter(|&code| code <= 0x10_FFFF),
        _ => None,
    };
    match code {
        Some(code) => Ok(vm.code_point(code)),
        None => Err(vm.value_error("chr() arg not in range(0x110000)")),
    }
}

pub(super) fn ord(vm: &Vm, args: &[Value]) -> PyResult {
    if let Some(text) = text_of(&args[0]) {
        return match (text.len(), text.get(0)) {
            (1, Some(code)) => Ok(Value::Int(code.into())),
            (len, _) => Err(vm.type_error(format!(
                "ord() expected a character, but string of length {len} found"
            ))),
        };
    }
    if buffer::is_bytes_or_array(&args[0]) {
        return match &buffer::own(vm, &args[0])?.stable()[..] {
            [byte] => Ok(Value::Int((*byte).into())),
            bytes => Err(vm.type_error(format!(
                "ord() expected a character, but string of length {} found",
                bytes.len()
            ))),
        };
    }
    Err(vm.type_error(format!(
        "ord() expected string of length 1, but {} found",
        vm.type_name(&args[0])
    )))
}

pub(super) fn divmod(vm: &Vm, args: &[Value]) -> PyResult {
    ops::binary(vm, &ops::DIVMOD, &args[0], &args[1])
}

pub(super) fn pow(vm: &Vm, args: &[Value]) -> PyResult {
    match args[2].given() {
        None => ops::binary(vm, &ops::POW, &args[0], &args[1]),
        Some(modulus) => numbers::power(vm, &args[0], &args[1], modulus),
    }
}

pub(super) fn round(vm: &Vm, args: &[Value]) -> PyResult {
    let Some(method) = vm.class_of(&args[0]).special(vm, Special::Round) else {
        return Err(vm.type_error(format!(
            "type {} doesn't define __round__ method",
            vm.type_name(&args[0])
        )));
    };
    match args[1].given() {
        None => call_bound(vm, method, &args[0], &[]),
        Some(digits) => call_bound(vm, method, &args[0], std::slice::from_ref(digits)),
    }
}

/// A running sum of floats with the rounding errors kept apart (Neumaier's method), as CPython
/// has it since 3.12.
struct Compensated {
    high: f64,
    low: f64,
}

impl Compensated {
    fn add(&mut self, x: f64) {
        let total = self.high + x;
        self.low += if self.high.abs() >= x.abs() {
            (self.high - total) + x
        } else {
            (x - total) + self.high
        };
        self.high = total;
    }
    fn get(&self) -> f64 {
        // An infinite or undefined correction would spoil an infinite sum.
        if self.low != 0.0 && self.low.is_finite() {
            self.high + self.low
        } else {
            self.high
        }
    }
}

enum Total {
    Int(i64),
    Float(Compensated),
    Any(Value),
}

impl Total {
    fn value(self) -> Value {
        match self {
            Total::Int(i) => Value::Int(i),
            Total::Float(sum) => Value::float(sum.get()),
            Total::Any(value) => value,
        }
    }
    fn start(value: Value) -> Total {
        match value {
            Value::Int(i) => Total::Int(i),
            Value::Float(x) => Total::Float(Compensated {
                high: x.get(),
                low: 0.0,
            }),
            value => Total::Any(value),
        }
    }
    #[inline]
    fn add(&mut self, vm: &Vm, item: Value) -> PyResult<()> {
        match (&mut *self, &item) {
            (Total::Int(a), Value::Int(b)) if let Some(sum) = a.checked_add(*b) => *a = sum,
            (Total::Int(a), Value::True) if *a < i64::MAX => *a += 1,
            (Total::Int(_), Value::False) => {}
            (Total::Float(sum), Value::Float(x)) => sum.add(x.get()),
            // What an integer loses is not made up for.
            (Total::Float(sum), Value::Int(i)) => sum.high += *i as f64,
            (Total::Float(sum), Value::True) => sum.high += 1.0,
            (Total::Float(sum), Value::Obj(_)) if let Some(i) = small_int(&item) => {
                sum.high += i as f64;
            }
            _ => return self.add_other(vm, &item),
        }
        Ok(())
    }
    #[inline(never)]
    fn add_other(&mut self, vm: &Vm, item: &Value) -> PyResult<()> {
        let total = std::mem::replace(self, Total::Int(0)).value();
        *self = Total::start(ops::binary(vm, &ops::ADD, &total, item)?);
        Ok(())
    }
}

/// An integer of a subclass that is no larger than those that are no objects.
fn small_int(value: &Value) -> Option<i64> {
    match int::int_ref(value)? {
        IntRef::Small(i) => Some(i),
        IntRef::Big(i) => i.try_into().ok(),
    }
}

/// What `sum()` says of a start that is there to be joined.
fn joins_instead(start: &Value) -> Option<&'static str> {
    match start.obj()?.kind() {
        _ if text_of(start).is_some() => Some("sum() can't sum strings [use ''.join(seq) instead]"),
        Kind::Bytes => Some("sum() can't sum bytes [use b''.join(seq) instead]"),
        Kind::ByteArray if buffer::is_bytes_or_array(start) => {
            Some("sum() can't sum bytearray [use b''.join(seq) instead]")
        }
        _ => None,
    }
}

pub(super) fn sum(vm: &Vm, args: &[Value]) -> PyResult {
    let start = args[1].clone();
    if let Some(message) = joins_instead(&start) {
        ops::iter(vm, &args[0])?;
        return Err(vm.type_error(message));
    }
    let mut total = Total::start(start);
    ops::for_each(vm, &args[0], |item| total.add(vm, item).map(|()| true))?;
    Ok(total.value())
}
