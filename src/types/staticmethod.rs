//! `staticmethod`.

use crate::object::heap::{self, Kind, Obj, Trace, ValueCell};
use crate::object::table::TypeTable;
use crate::object::value::Value;
use crate::vm::Vm;

/// The payload of `staticmethod` objects.
pub struct StaticMethod {
    /// `__func__`
    pub function: ValueCell,
}

impl StaticMethod {
    /// Wraps a callable.
    pub fn wrap(vm: &Vm, function: Value) -> Value {
        heap::alloc(
            &vm.types.staticmethod,
            StaticMethod {
                function: ValueCell::new(function),
            },
        )
        .into()
    }
}

impl Trace for StaticMethod {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        self.function.trace(visit);
    }
    fn clear(&self) {
        drop(self.function.take());
    }
}

/// The type's table.
pub const STATICMETHOD: TypeTable = TypeTable {
    name: "staticmethod",
    kind: Kind::StaticMethod,
    subclassable: true,
    has_dict: true,
    ..TypeTable::DEFAULT
};
