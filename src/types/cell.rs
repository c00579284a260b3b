//! `cell`: what a closure shares a variable through.

use super::slots;
use crate::object::heap::{self, Kind, Obj, Ref, Trace, ValueCell};
use crate::object::ops::{self, Compare};
use crate::object::table::{self, TypeTable, getset, method};
use crate::object::value::{PyResult, Value};
use crate::vm::Vm;

/// The payload of cells.
pub struct CellObject {
    /// The variable's value, `Unbound` when it has none.
    pub value: ValueCell,
}

impl CellObject {
    /// A cell.
    pub fn alloc(vm: &Vm, value: Value) -> Ref<CellObject> {
        heap::alloc(
            &vm.types.cell,
            CellObject {
                value: ValueCell::new(value),
            },
        )
    }
}

impl Trace for CellObject {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        self.value.trace(visit);
    }
    fn clear(&self) {
        drop(self.value.take());
    }
}

/// The type's table.
pub const CELL: TypeTable = TypeTable {
    name: "cell",
    told: Some("([contents])"),
    kind: Kind::Cell,
    doc: "Create a new cell object.\n\n  contents\n    the contents of the cell. If not specified, the cell will be empty,\n    and \n further attempts to access its cell_contents attribute will\n    raise a ValueError.",
    methods: &[
        table::new("__new__(cls, contents=<unrepresentable>, /)", new),
        slots::repr(repr),
        method(
            "__lt__(self, value, /)",
            |vm, args| compare(vm, args, Compare::Lt),
            "Return self<value.",
        ),
        method(
            "__le__(self, value, /)",
            |vm, args| compare(vm, args, Compare::Le),
            "Return self<=value.",
        ),
        method(
            "__eq__(self, value, /)",
            |vm, args| compare(vm, args, Compare::Eq),
            "Return self==value.",
        ),
        method(
            "__ne__(self, value, /)",
            |vm, args| compare(vm, args, Compare::Ne),
            "Return self!=value.",
        ),
        method(
            "__gt__(self, value, /)",
            |vm, args| compare(vm, args, Compare::Gt),
            "Return self>value.",
        ),
        method(
            "__ge__(self, value, /)",
            |vm, args| compare(vm, args, Compare::Ge),
            "Return self>=value.",
        ),
    ],
    properties: &[getset("cell_contents", get, set, "")],
    ..TypeTable::DEFAULT
};

fn new(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(CellObject::alloc(vm, args[1].clone()).into())
}

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let at = args[0].id();
    let text = match vm.this::<CellObject>(args)?.value.get() {
        Value::Unbound => format!("<cell at {at:#x}: empty>"),
        value => format!(
            "<cell at {at:#x}: {} object at {:#x}>",
            vm.type_name(&value),
            value.id()
        ),
    };
    Ok(vm.str(&text))
}

/// Cells compare by their contents; an empty one is smaller.
fn compare(vm: &Vm, args: &[Value], op: Compare) -> PyResult {
    let Some(other) = args[1].get::<CellObject>() else {
        return Ok(Value::NotImplemented);
    };
    let (a, b) = (vm.this::<CellObject>(args)?.value.get(), other.value.get());
    if a.is_unbound() || b.is_unbound() {
        return Ok(Value::bool(op.holds(!a.is_unbound(), !b.is_unbound())));
    }
    ops::compare(vm, op, &a, &b)
}

fn get(vm: &Vm, this: &Value) -> PyResult {
    match this.get::<CellObject>().map(|cell| cell.value.get()) {
        Some(Value::Unbound) | None => Err(vm.value_error("Cell is empty")),
        Some(value) => Ok(value),
    }
}

fn set(_vm: &Vm, this: &Value, value: Value) -> PyResult<()> {
    if let Some(cell) = this.get::<CellObject>() {
        cell.value.set(value);
    }
    Ok(())
}
