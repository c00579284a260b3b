//! `bool`, `NoneType`, `NotImplementedType` and `ellipsis`: types whose instances are inline values.

use crate::object::heap::Kind;
use crate::object::ops::{self, BinaryOp};
use crate::object::table::{self, TypeTable, method};
use crate::object::value::{PyResult, Value};
use crate::types::dict::Dict;
use crate::types::tuple::Tuple;
use crate::types::{int, sequence, slots};
use crate::vm::Vm;

/// The table of `bool`.
#[rustfmt::skip]
pub const BOOL: TypeTable = TypeTable {
    name: "bool",
    kind: Kind::BigInt,
    construct: Some(bool_construct),
    doc: "True for an object that counts as true, False for any other; there are no other instances.",
    methods: &[
        table::new("__new__(cls, object=False, /)", bool_new),
        slots::repr(bool_repr),
        slots::invert(bool_invert),
        slots::and(|vm, args| bool_bits(vm, &ops::AND, &args[0], &args[1])),
        slots::rand(|vm, args| bool_bits(vm, &ops::AND, &args[1], &args[0])),
        slots::xor(|vm, args| bool_bits(vm, &ops::XOR, &args[0], &args[1])),
        slots::rxor(|vm, args| bool_bits(vm, &ops::XOR, &args[1], &args[0])),
        slots::or(|vm, args| bool_bits(vm, &ops::OR, &args[0], &args[1])),
        slots::ror(|vm, args| bool_bits(vm, &ops::OR, &args[1], &args[0])),
    ],
    ..TypeTable::DEFAULT
};

/// The table of `NoneType`.
pub const NONE: TypeTable = TypeTable {
    name: "NoneType",
    told: Some("()"),
    own: &["__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"],
    doc: "The type of the None singleton.",
    methods: &[
        table::new("__new__(type, *args, **kwargs)", none_new),
        slots::repr(none_repr),
        slots::hash(none_hash),
        slots::bool(none_bool),
    ],
    ..TypeTable::DEFAULT
};

/// The table of `NotImplementedType`.
pub const NOT_IMPLEMENTED: TypeTable = TypeTable {
    name: "NotImplementedType",
    told: Some("()"),
    doc: "The type of the NotImplemented singleton.",
    methods: &[
        table::new("__new__(type, *args, **kwargs)", not_implemented_new),
        slots::repr(not_implemented_repr),
        slots::bool(not_implemented_bool),
        method("__reduce__(self, /)", not_implemented_repr, ""),
    ],
    ..TypeTable::DEFAULT
};

/// The table of `ellipsis`.
pub const ELLIPSIS: TypeTable = TypeTable {
    name: "ellipsis",
    told: Some("()"),
    doc: "The type of the Ellipsis singleton.",
    methods: &[
        table::new("__new__(type, *args, **kwargs)", ellipsis_new),
        slots::repr(ellipsis_repr),
        method("__reduce__(self, /)", ellipsis_repr, ""),
    ],
    ..TypeTable::DEFAULT
};

fn no_arguments(vm: &Vm, name: &str, args: &[Value]) -> PyResult<()> {
    let positional = args[1].get::<Tuple>().is_some_and(|t| !t.items.is_empty());
    if positional || args[2].get::<Dict>().is_some_and(|d| !d.is_empty()) {
        return Err(vm.type_error(format!("{name} takes no arguments")));
    }
    Ok(())
}

fn none_new(vm: &Vm, args: &[Value]) -> PyResult {
    no_arguments(vm, "NoneType", args)?;
    Ok(Value::None)
}
fn not_implemented_new(vm: &Vm, args: &[Value]) -> PyResult {
    no_arguments(vm, "NotImplementedType", args)?;
    Ok(Value::NotImplemented)
}
fn ellipsis_new(vm: &Vm, args: &[Value]) -> PyResult {
    no_arguments(vm, "EllipsisType", args)?;
    Ok(Value::Ellipsis)
}

/// `bool(...)` with positional arguments only.
fn bool_construct(vm: &Vm, args: &[Value]) -> PyResult {
    match sequence::check_count(vm, "bool", args, (0, 1))? {
        [] => Ok(Value::False),
        [value, ..] => ops::truth(vm, value).map(Value::bool),
    }
}

fn bool_new(vm: &Vm, args: &[Value]) -> PyResult {
    super::class_arg(vm, &args[0], "bool")?;
    ops::truth(vm, &args[1]).map(Value::bool)
}

fn bool_repr(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(vm
        .intern(if matches!(args[0], Value::True) {
            "True"
        } else {
            "False"
        })
        .into())
}

/// `&`, `|` or `^`: of two bools a bool, otherwise what ints give.
fn bool_bits(vm: &Vm, op: &BinaryOp, a: &Value, b: &Value) -> PyResult {
    let result = int::binary_slow(vm, op, a, b)?;
    Ok(match (a, b, &result) {
        (Value::True | Value::False, Value::True | Value::False, Value::Int(bit)) => {
            Value::bool(*bit != 0)
        }
        _ => result,
    })
}

fn bool_invert(vm: &Vm, args: &[Value]) -> PyResult {
    super::warn_deprecated(
        vm,
        "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns \
         the bitwise inversion of the underlying int object and is usually not what you expect from \
         negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want \
         the bitwise inversion of the underlying int.",
    )?;
    Ok(Value::Int(if matches!(args[0], Value::True) {
        -2
    } else {
        -1
    }))
}

/// A constant, so that what depends on it is the same in every run.
fn none_hash(_vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(Value::Int(0xfca8_6420))
}
fn none_repr(vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(vm.str("None"))
}
fn none_bool(_vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(Value::False)
}
fn not_implemented_repr(vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(vm.str("NotImplemented"))
}
/// Deprecated, but true.
fn not_implemented_bool(vm: &Vm, _args: &[Value]) -> PyResult {
    let text = "NotImplemented should not be used in a boolean context";
    super::warn_deprecated(vm, text)?;
    Ok(Value::True)
}
fn ellipsis_repr(vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(vm.str("Ellipsis"))
}
