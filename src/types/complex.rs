//! `complex`.

use crate::object::heap::{Kind, Obj, Trace};
use crate::object::table::TypeTable;

/// The payload of complex numbers.
pub struct Complex {
    /// The real part.
    pub re: f64,
    /// The imaginary part.
    pub im: f64,
}

impl Trace for Complex {
    fn trace(&self, _visit: &mut dyn FnMut(&Obj)) {}
}

/// The type's table.
pub const COMPLEX: TypeTable = TypeTable {
    name: "complex",
    kind: Kind::Complex,
    subclassable: true,
    ..TypeTable::DEFAULT
};
