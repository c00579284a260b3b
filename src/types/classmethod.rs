//! `classmethod`.

use crate::object::heap::{self, Kind, Obj, Trace, ValueCell};
use crate::object::table::TypeTable;
use crate::object::value::Value;
use crate::vm::Vm;

/// The payload of `classmethod` objects.
pub struct ClassMethod {
    /// `__func__`
    pub function: ValueCell,
}

impl ClassMethod {
    /// Wraps a callable.
    pub fn wrap(vm: &Vm, function: Value) -> Value {
        heap::alloc(
            &vm.types.classmethod,
            ClassMethod {
                function: ValueCell::new(function),
            },
        )
        .into()
    }
}

impl Trace for ClassMethod {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        self.function.trace(visit);
    }
    fn clear(&self) {
        drop(self.function.take());
    }
}

/// The type's table.
pub const CLASSMETHOD: TypeTable = TypeTable {
    name: "classmethod",
    kind: Kind::ClassMethod,
    subclassable: true,
    has_dict: true,
    ..TypeTable::DEFAULT
};
