//! `float`: the payload of instances of subclasses. Plain floats are `Value::Float`.

use crate::object::heap::{Kind, Obj, Trace};
use crate::object::table::TypeTable;

/// The payload of instances of subclasses of `float`.
pub struct Float(pub f64);

impl Trace for Float {
    fn trace(&self, _visit: &mut dyn FnMut(&Obj)) {}
}

/// The type's table.
pub const FLOAT: TypeTable = TypeTable {
    name: "float",
    kind: Kind::Float,
    subclassable: true,
    ..TypeTable::DEFAULT
};
