//! `int`: the payload of big integers (and of instances of subclasses) and the entry points for the
//! rest of the interpreter. Inline integers are `Value::Int`.

use crate::object::descriptor::call_special;
use crate::object::heap::{self, Kind, Obj, Trace};
use crate::object::special::Special;
use crate::object::table::TypeTable;
use crate::object::value::{PyResult, Value};
use crate::vm::Vm;
use dashu_int::IBig;

/// The payload of `int` objects that are not inline.
pub struct BigInt(pub IBig);

impl Trace for BigInt {
    fn trace(&self, _visit: &mut dyn FnMut(&Obj)) {}
}

/// The type's table.
pub const INT: TypeTable = TypeTable {
    name: "int",
    kind: Kind::BigInt,
    subclassable: true,
    ..TypeTable::DEFAULT
};

/// The modulus of numeric hashes.
const MODULUS: i64 = (1 << 61) - 1;

/// `hash()` of an inline integer.
#[inline]
pub fn hash_i64(i: i64) -> i64 {
    let hash = if (-MODULUS < i) & (i < MODULUS) {
        i
    } else {
        i % MODULUS
    };
    if hash == -1 { -2 } else { hash }
}

/// An `int` value in its normal form: inline when it fits.
pub fn from_big(vm: &Vm, big: IBig) -> Value {
    match i64::try_from(&big) {
        Ok(i) => Value::Int(i),
        Err(_) => heap::alloc(&vm.types.int, BigInt(big)).into(),
    }
}

/// The integer a value holds (`bool` and instances of subclasses included).
pub fn to_big(value: &Value) -> Option<IBig> {
    match value {
        Value::Int(i) => Some(IBig::from(*i)),
        Value::True => Some(IBig::from(1)),
        Value::False => Some(IBig::ZERO),
        other => other.get::<BigInt>().map(|big| big.0.clone()),
    }
}

/// What `__hash__` returned, reduced to the range of hashes.
pub fn hash_of_int(value: &Value) -> Option<i64> {
    match value {
        Value::Int(i) => Some(*i),
        Value::True => Some(1),
        Value::False => Some(0),
        other => other
            .get::<BigInt>()
            .map(|big| match i64::try_from(&big.0) {
                Ok(i) => i,
                Err(_) => hash_big(&big.0),
            }),
    }
}

/// `hash()` of any integer.
pub fn hash_big(big: &IBig) -> i64 {
    let rest = big % IBig::from(MODULUS);
    i64::try_from(&rest).map_or(0, hash_i64)
}

/// Whether an integer value is below zero.
pub fn is_negative(value: &Value) -> bool {
    match value {
        Value::Int(i) => *i < 0,
        other => other.get::<BigInt>().is_some_and(|big| big.0 < IBig::ZERO),
    }
}

/// `operator.index` of anything that is not inline.
///
/// # Errors
/// TypeError without `__index__`, or what it raises.
pub fn index_slow(vm: &Vm, value: &Value) -> PyResult {
    if let Some(big) = value.get::<BigInt>() {
        return Ok(from_big(vm, big.0.clone()));
    }
    let Some(method) = vm.class_of(value).special(vm, Special::Index) else {
        return Err(vm.type_error(format!(
            "'{}' object cannot be interpreted as an integer",
            vm.type_name(value)
        )));
    };
    let result = call_special(vm, method, value, &[])?;
    match to_big(&result) {
        Some(big) => Ok(from_big(vm, big)),
        None => Err(vm.type_error(format!(
            "__index__ returned non-int (type {})",
            vm.type_name(&result)
        ))),
    }
}
