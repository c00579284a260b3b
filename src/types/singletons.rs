//! `bool`, `NoneType`, `NotImplementedType` and `ellipsis`: types whose instances are inline values.

use crate::object::heap::Kind;
use crate::object::table::{TypeTable, method};
use crate::object::value::{PyResult, Value};
use crate::vm::Vm;

/// The table of `bool`.
pub const BOOL: TypeTable = TypeTable {
    name: "bool",
    kind: Kind::BigInt,
    ..TypeTable::DEFAULT
};

/// The table of `NoneType`.
pub const NONE: TypeTable = TypeTable {
    name: "NoneType",
    doc: "The type of the None singleton.",
    methods: &[
        method("__repr__(self, /)", none_repr, "Return repr(self)."),
        method("__bool__(self, /)", none_bool, "True if self else False"),
    ],
    ..TypeTable::DEFAULT
};

/// The table of `NotImplementedType`.
pub const NOT_IMPLEMENTED: TypeTable = TypeTable {
    name: "NotImplementedType",
    doc: "The type of the NotImplemented singleton.",
    methods: &[method(
        "__repr__(self, /)",
        not_implemented_repr,
        "Return repr(self).",
    )],
    ..TypeTable::DEFAULT
};

/// The table of `ellipsis`.
pub const ELLIPSIS: TypeTable = TypeTable {
    name: "ellipsis",
    doc: "The type of the Ellipsis singleton.",
    methods: &[method(
        "__repr__(self, /)",
        ellipsis_repr,
        "Return repr(self).",
    )],
    ..TypeTable::DEFAULT
};

fn none_repr(vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(vm.str("None"))
}
fn none_bool(_vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(Value::False)
}
fn not_implemented_repr(vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(vm.str("NotImplemented"))
}
fn ellipsis_repr(vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(vm.str("Ellipsis"))
}
