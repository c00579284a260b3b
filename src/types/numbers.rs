//! Operators on exact ints and floats, which need no look-up of special methods, and `pow` with three
//! arguments. What each type does is in its own file.

use crate::object::class::Class;
use crate::object::descriptor::call_special;
use crate::object::heap::{Kind, Ref};
use crate::object::ops::{self, BinaryOp, Compare};
use crate::object::special::Special;
use crate::object::value::{PyResult, Raised, Value};
use crate::types::complex::{self, Complex};
use crate::types::float;
use crate::types::int;
use crate::types::native::MethodDescriptor;
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
        (Value::Obj(x), _) | (_, Value::Obj(x)) if *x.class() == vm.types.complex => {
            complex::binary_exact(vm, op, a, b)
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
        (Value::Obj(x), _) | (_, Value::Obj(x)) if x.kind() == Kind::BigInt => {
            if !int::acts_as_int(vm, a, op.special())
                || !int::acts_as_int(vm, b, op.reflected().special())
            {
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
    let first = Power::of(vm, &class_a);
    let second = Power::of(vm, &class_b).filter(|second| Some(second) != first.as_ref());
    let third = Power::of(vm, vm.class_of(modulus));
    let third =
        third.filter(|third| Some(third) != first.as_ref() && Some(third) != second.as_ref());
    let order = match first.is_some() && class_b.is_subclass(&class_a) {
        true => [second, first, third],
        false => [first, second, third],
    };
    for power in order.into_iter().flatten() {
        let result = power.apply(vm, a, b, modulus)?;
        if !result.is_not_implemented() {
            return Ok(result);
        }
    }
    Err(no_power(vm, a, b, modulus))
}

/// Whose `pow` with three arguments a class has.
#[derive(PartialEq)]
enum Power {
    /// A built-in class's, which knows the kinds of all operands.
    BuiltIn(Ref<Class>),
    /// That of classes written in Python, which looks for `__pow__` and knows no `__rpow__`.
    Written,
}

impl Power {
    fn of(vm: &Vm, class: &Class) -> Option<Power> {
        let (power, reversed) = (
            class.special(vm, Special::Pow),
            class.special(vm, Special::RPow),
        );
        let owner = |method: &Option<Value>, name| {
            let descriptor = method.as_ref()?.get::<MethodDescriptor>()?;
            (descriptor.row.name() == name).then(|| descriptor.owner.clone())
        };
        match (owner(&power, "__pow__"), owner(&reversed, "__rpow__")) {
            (Some(one), Some(other)) if one == other => Some(Power::BuiltIn(one)),
            _ if power.is_none() && reversed.is_none() => None,
            _ => Some(Power::Written),
        }
    }

    fn apply(&self, vm: &Vm, a: &Value, b: &Value, modulus: &Value) -> PyResult {
        let owner = match self {
            Power::Written => {
                let class = vm.class_of(a).clone();
                if Power::of(vm, &class) != Some(Power::Written) {
                    return Ok(Value::NotImplemented);
                }
                return match class.special(vm, Special::Pow) {
                    Some(method) => call_special(vm, method, a, &[b.clone(), modulus.clone()]),
                    None => Err(vm.unnamed_attribute_error("__pow__")),
                };
            }
            Power::BuiltIn(owner) => owner,
        };
        let number =
            |value: &Value| float::float_of(value).is_some() || int::int_ref(value).is_some();
        if *owner == vm.types.float {
            let text = "pow() 3rd argument not allowed unless all arguments are integers";
            return Err(vm.type_error(text));
        }
        let complex = |value: &Value| number(value) || value.get::<Complex>().is_some();
        if *owner == vm.types.complex {
            return match complex(a) && complex(b) {
                true => Err(vm.value_error("complex modulo")),
                false => Ok(Value::NotImplemented),
            };
        }
        let (this, other, special) = match vm.class_of(a).is_subclass(owner) {
            true => (a, b, Special::Pow),
            false => (b, a, Special::RPow),
        };
        match owner.special(vm, special) {
            Some(method) if vm.class_of(this).is_subclass(owner) => {
                call_special(vm, method, this, &[other.clone(), modulus.clone()])
            }
            _ => Ok(Value::NotImplemented),
        }
    }
}

#[cold]
fn no_power(vm: &Vm, a: &Value, b: &Value, modulus: &Value) -> Raised {
    vm.type_error(format!(
        "unsupported operand type(s) for ** or pow(): '{}', '{}', '{}'",
        vm.type_name(a),
        vm.type_name(b),
        vm.type_name(modulus)
    ))
}
