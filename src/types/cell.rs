//! `cell`: what a closure shares a variable through.

use crate::object::heap::{self, Kind, Obj, Ref, Trace, ValueCell};
use crate::object::table::TypeTable;
use crate::object::value::Value;
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
    kind: Kind::Cell,
    ..TypeTable::DEFAULT
};
