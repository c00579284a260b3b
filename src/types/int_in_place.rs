//! Operators on exact ints whose operands the evaluator gives away: where one of them is a big integer that
//! nobody else refers to, the result takes its memory and its object. What is large, rare or an error is up
//! to `types::int`.

use crate::object::ops::BinaryOp;
use crate::object::special::Special;
use crate::object::value::{PyResult, Value};
use crate::text::int::{IntRef, as_word, floor_div_rem};
use crate::types::int::{self, BigInt};
use crate::types::int_work;
use crate::vm::Vm;
use dashu_int::IBig;
use std::mem;

/// `a op b`; `None`, and the operands as they were, unless both are exact ints that have the operator.
/// They are as they were after an error, too.
#[inline(always)]
pub fn binary(vm: &Vm, op: &BinaryOp, a: &mut Value, b: &mut Value) -> Option<PyResult> {
    if !int::is_exact(vm, a) || !int::is_exact(vm, b) {
        return with_bool(op, a, b).map(Ok);
    }
    if let Some(result) = reuse(op.forward, a, b) {
        return Some(Ok(result));
    }
    match int::binary_slow(vm, op, a, b) {
        Ok(Value::NotImplemented) => None,
        result => Some(result),
    }
}

/// The sum, difference or product of an int and a bool, or two bools, where it fits a word.
#[inline(never)]
fn with_bool(op: &BinaryOp, a: &Value, b: &Value) -> Option<Value> {
    let number = |value: &Value| match value {
        Value::Int(number) => Some(*number),
        Value::True => Some(1),
        Value::False => Some(0),
        _ => None,
    };
    let (a, b) = (number(a)?, number(b)?);
    let result = match op.forward {
        Special::Add => a.checked_add(b),
        Special::Sub => a.checked_sub(b),
        Special::Mul => a.checked_mul(b),
        _ => None,
    };
    result.map(Value::Int)
}

/// The big integer of an object that nobody else refers to.
#[inline]
fn sole(value: &mut Value) -> Option<&mut IBig> {
    match value {
        Value::Obj(obj) => obj.get_mut::<BigInt>().map(|big| &mut big.0),
        _ => None,
    }
}

fn reuse(op: Special, a: &mut Value, b: &mut Value) -> Option<Value> {
    use Special::{Add, And, Mul, Or, Xor};
    if sole(a).is_some() {
        replace(op, a, b)
    } else if matches!(op, Add | Mul | And | Or | Xor) {
        replace(op, b, a)
    } else {
        None
    }
}

fn replace(op: Special, a: &mut Value, b: &Value) -> Option<Value> {
    let left = sole(a)?;
    // An exact int that is an object does not fit a word.
    let right = match b {
        Value::Int(word) => IntRef::Small(*word),
        Value::Obj(obj) => IntRef::Big(&obj.get::<BigInt>()?.0),
        _ => return None,
    };
    if !is_quick(op, IntRef::Big(left), right) {
        return None;
    }
    match apply(op, mem::take(left), right) {
        Ok(result) => match as_word(&result) {
            Some(word) => Some(Value::Int(word)),
            None => {
                // What is overwritten is the 0 that was left there.
                mem::forget(mem::replace(left, result));
                Some(mem::replace(a, Value::None))
            }
        },
        Err(same) => {
            *left = same;
            None
        }
    }
}

/// Whether `apply` knows the operator, the operands are no error for it, and it does not take long.
fn is_quick(op: Special, a: IntRef<'_>, b: IntRef<'_>) -> bool {
    match op {
        Special::Add | Special::Sub | Special::And | Special::Or | Special::Xor => true,
        Special::Mul => int_work::is_quick_product(a, b),
        Special::FloorDiv | Special::Mod => !b.is_zero() && int_work::is_quick_quotient(a, b),
        Special::LShift | Special::RShift => matches!(b, IntRef::Small(0..=4096)),
        _ => false,
    }
}

/// `a op b`; gives `a` back where `is_quick` says no.
fn apply(op: Special, a: IBig, b: IntRef<'_>) -> Result<IBig, IBig> {
    macro_rules! with {
        ($op:tt) => {
            match b {
                IntRef::Small(b) => a $op IBig::from(b),
                IntRef::Big(b) => a $op b,
            }
        };
    }
    Ok(match (op, b) {
        (Special::Add, _) => with!(+),
        (Special::Sub, _) => with!(-),
        (Special::Mul, _) => with!(*),
        (Special::And, _) => with!(&),
        (Special::Or, _) => with!(|),
        (Special::Xor, _) => with!(^),
        // Both round to zero, as flooring does where the signs agree.
        (Special::FloorDiv, _) if IntRef::Big(&a).is_negative() == b.is_negative() => with!(/),
        (Special::FloorDiv, _) => floor_div_rem(&a, &b.to_big()).0,
        (Special::Mod, _) if IntRef::Big(&a).is_negative() == b.is_negative() => with!(%),
        (Special::Mod, _) => floor_div_rem(&a, &b.to_big()).1,
        (Special::LShift, IntRef::Small(count)) => a << count as usize,
        (Special::RShift, IntRef::Small(count)) => a >> count as usize,
        _ => return Err(a),
    })
}
