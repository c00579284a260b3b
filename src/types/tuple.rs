//! `tuple`.

use crate::object::heap::{Kind, Obj, Trace};
use crate::object::table::TypeTable;
use crate::object::value::Value;

/// The payload of tuples.
pub struct Tuple {
    /// The items.
    pub items: Box<[Value]>,
}

impl Tuple {
    /// A payload with these items.
    pub fn new(items: Vec<Value>) -> Tuple {
        Tuple {
            items: items.into(),
        }
    }
}

impl Trace for Tuple {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        for item in &self.items {
            if let Value::Obj(obj) = item {
                visit(obj);
            }
        }
    }
}

/// The type's table.
pub const TUPLE: TypeTable = TypeTable {
    name: "tuple",
    kind: Kind::Tuple,
    subclassable: true,
    ..TypeTable::DEFAULT
};
