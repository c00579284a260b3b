//! `method`: a function bound to an object. Reference: 3.2.8.2, Instance methods.

use crate::object::heap::{self, Kind, Obj, Trace};
use crate::object::table::TypeTable;
use crate::object::value::Value;
use crate::vm::Vm;

/// The payload of bound methods.
pub struct BoundMethod {
    /// `__func__`
    pub function: Value,
    /// `__self__`
    pub this: Value,
}

impl BoundMethod {
    /// A bound method object.
    pub fn alloc(vm: &Vm, function: Value, this: Value) -> Value {
        heap::alloc(&vm.types.method, BoundMethod { function, this }).into()
    }
}

impl Trace for BoundMethod {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        for value in [&self.function, &self.this] {
            if let Value::Obj(obj) = value {
                visit(obj);
            }
        }
    }
}

/// The type's table.
pub const METHOD: TypeTable = TypeTable {
    name: "method",
    kind: Kind::BoundMethod,
    weakrefable: true,
    ..TypeTable::DEFAULT
};
