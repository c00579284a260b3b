//! `list`.

use crate::object::heap::{Kind, Obj, Trace, VecCell};
use crate::object::table::TypeTable;
use crate::object::value::Value;

/// The payload of lists.
pub struct List {
    /// The items.
    pub items: VecCell,
}

impl List {
    /// A payload with these items.
    pub fn new(items: Vec<Value>) -> List {
        List {
            items: VecCell::new(items),
        }
    }
}

impl Trace for List {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        self.items.trace(visit);
    }
    fn clear(&self) {
        drop(self.items.take());
    }
}

/// The type's table.
pub const LIST: TypeTable = TypeTable {
    name: "list",
    kind: Kind::List,
    subclassable: true,
    ..TypeTable::DEFAULT
};
