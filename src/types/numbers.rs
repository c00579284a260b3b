//! Operators on exact ints and floats, which need no look-up of special methods, and `pow` with three
//! arguments. What each type does is in its own file.

use crate::object::descriptor::call_special;
use crate::object::ops::{self, BinaryOp, Compare};
use crate::object::special::Special;
use crate::object::value::{PyResult, Raised, Value};
use crate::types::complex::Complex;
use crate::types::float;
use crate::types::int;
use crate::vm::Vm;
use std::cmp::Ordering;

/// `a op b` where both are exact ints or floats; `None` for others, and where they have no such operator.
#[inline]
pub fn binary(vm: &Vm, op: &BinaryOp, a: &Value, b: &Value) -> Option<PyResult> {
    let result = match (a, b) {
        (Value::Int(_) | Value::Obj(_), Value::Int(_) | Value::Obj(_))
            if int::is_exact(vm, a) && int::is_exact(vm, b) =>
        {
            int::binary_slow(vm, op, a, b)
        }
        (Value::Int(_), Value::True | Value::False) => {
            int::binary_slow(vm, op, a, &Value::Int(i64::from(matches!(b, Value::True))))
        }
        (Value::True | Value::False, Value::Int(_)) => {
            int::binary_slow(vm, op, &Value::Int(i64::from(matches!(a, Value::True))), b)
        }
        (Value::Float(_), Value::Float(_)) => float::binary_slow(vm, op, a, b),
        (Value::Float(_), other) | (other, Value::Float(_)) if int::is_exact(vm, other) => {
            float::binary_slow(vm, op, a, b)
        }
        _ => return None,
    };
    match result {
        Ok(Value::NotImplemented) => None,
        result => Some(result),
    }
}

/// `a op b` where both are exact ints or floats.
#[inline]
pub fn compare(vm: &Vm, op: Compare, a: &Value, b: &Value) -> Option<bool> {
    let order = match (a, b) {
        (Value::Int(a), Value::Float(b)) => int::compare_float(*a, b.get()),
        (Value::Float(a), Value::Int(b)) => int::compare_float(*b, a.get()).map(Ordering::reverse),
        (Value::Obj(x), _) | (_, Value::Obj(x)) if *x.class() == vm.types.int => {
            if !int::is_exact(vm, a) || !int::is_exact(vm, b) {
                return None;
            }
            Some(int::int_ref(a)?.cmp(&int::int_ref(b)?))
        }
        _ => return None,
    };
    Some(match order {
        Some(order) => op.holds(order, Ordering::Equal),
        // Beside a NaN only `!=` holds.
        None => op == Compare::Ne,
    })
}

/// `pow(a, b, modulus)`. Reference: 3.3.8, `__pow__`.
///
/// # Errors
/// TypeError when no operand knows how, or what their methods raise.
pub fn power(vm: &Vm, a: &Value, b: &Value, modulus: &Value) -> PyResult {
    if modulus.is_none() {
        return ops::binary(vm, &ops::POW, a, b);
    }
    let (class_a, class_b) = (vm.class_of(a).clone(), vm.class_of(b).clone());
    if let Some(method) = class_a.special(vm, Special::Pow) {
        let result = call_special(vm, method, a, &[b.clone(), modulus.clone()])?;
        if !result.is_not_implemented() {
            return Ok(result);
        }
    }
    // "Note that ternary pow() will not try calling __rpow__()": but built-in numbers have a say.
    if class_a != class_b
        && !class_b.is_heap()
        && let Some(method) = class_b.special(vm, Special::RPow)
    {
        let result = call_special(vm, method, b, &[a.clone(), modulus.clone()])?;
        if !result.is_not_implemented() {
            return Ok(result);
        }
    }
    Err(no_power(vm, a, b, modulus))
}

#[cold]
fn no_power(vm: &Vm, a: &Value, b: &Value, modulus: &Value) -> Raised {
    if float::float_of(modulus).is_some() {
        return vm.type_error("pow() 3rd argument not allowed unless all arguments are integers");
    }
    if modulus.get::<Complex>().is_some() {
        return vm.value_error("complex modulo");
    }
    vm.type_error(format!(
        "unsupported operand type(s) for ** or pow(): '{}', '{}', '{}'",
        vm.type_name(a),
        vm.type_name(b),
        vm.type_name(modulus)
    ))
}
