//! The constants of a compilation: equal ones of the same types are one object, in all of its functions,
//! as in CPython. What a literal means is in `literal`.

use super::literal;
use super::operand::Opd;
use crate::object::ops::BINARY_OPS;
use crate::object::value::Value;
use crate::types::numbers;
use crate::vm::Vm;
use dunder_grammar::ast::{Constant, Operator};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// Values by what is written.
type Written = HashMap<Box<[u8]>, Value>;

/// What has been made so far.
#[derive(Default)]
pub struct Constants {
    texts: Written,
    bytes: Written,
    integers: Written,
    /// By the imaginary part's bits.
    imaginary: HashMap<u64, Value>,
    /// By the items' identity, as they are constants themselves.
    tuples: HashMap<Box<[Item]>, Value>,
}

/// What identifies an item.
#[derive(PartialEq, Eq, Hash)]
enum Item {
    Int(i64),
    Float(u64),
    Other(i64),
}

impl Item {
    fn of(value: &Value) -> Item {
        match value {
            Value::Int(i) => Item::Int(*i),
            Value::Float(x) => Item::Float(x.get().to_bits()),
            other => Item::Other(other.id()),
        }
    }
}

impl Constants {
    /// The value of a literal; `None` for what is no integer although it should be.
    pub fn literal(&mut self, vm: &Vm, constant: &Constant) -> Option<Value> {
        match constant {
            Constant::Str { value, .. } if !literal::is_name_like(value) => {
                written(&mut self.texts, value, || literal::value(vm, constant))
            }
            Constant::Bytes(bytes) => {
                written(&mut self.bytes, bytes, || literal::value(vm, constant))
            }
            Constant::BigInt(text) => written(&mut self.integers, text.as_bytes(), || {
                literal::value(vm, constant)
            }),
            Constant::Complex(imaginary) => match self.imaginary.entry(imaginary.to_bits()) {
                Entry::Occupied(known) => Some(known.get().clone()),
                Entry::Vacant(place) => Some(place.insert(literal::value(vm, constant)?).clone()),
            },
            other => literal::value(vm, other),
        }
    }

    /// A tuple of constants.
    pub fn tuple(&mut self, vm: &Vm, items: Vec<Value>) -> Value {
        let key = items.iter().map(Item::of).collect();
        let made = self.tuples.entry(key).or_insert_with(|| vm.tuple(items));
        made.clone()
    }
}

fn written(
    known: &mut Written,
    text: &[u8],
    make: impl FnOnce() -> Option<Value>,
) -> Option<Value> {
    if let Some(value) = known.get(text) {
        return Some(value.clone());
    }
    let value = make()?;
    known.insert(text.into(), value.clone());
    Some(value)
}

/// What an operation on numbers gives that are written there, unless it fails or could be large.
pub fn folded(vm: &Vm, op: Operator, a: &Opd, b: &Opd) -> Option<Value> {
    /// The largest exponent and shift.
    const MOST: u64 = 128;
    let (Opd::Const(a), Opd::Const(b)) = (a, b) else {
        return None;
    };
    let grows = matches!(op, Operator::Pow | Operator::LShift);
    if grows && a.int().or(b.int()).is_some() {
        let (base, exponent) = (a.int()?, b.int()?);
        if base.unsigned_abs() > u64::from(u32::MAX) || exponent.unsigned_abs() > MOST {
            return None;
        }
    }
    let result = numbers::binary(vm, BINARY_OPS[op as usize], &a.value, &b.value)?;
    // What fails is to fail when it is run.
    result.map_err(|_| drop(vm.take_pending())).ok()
}
