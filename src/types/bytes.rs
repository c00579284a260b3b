//! `bytes`.

use crate::object::heap::{Kind, Obj, Trace};
use crate::object::table::TypeTable;
use std::rc::Rc;

/// The payload of `bytes` objects.
pub struct Bytes {
    /// The bytes.
    pub data: Rc<[u8]>,
}

impl Trace for Bytes {
    fn trace(&self, _visit: &mut dyn FnMut(&Obj)) {}
}

/// The type's table.
pub const BYTES: TypeTable = TypeTable {
    name: "bytes",
    kind: Kind::Bytes,
    subclassable: true,
    ..TypeTable::DEFAULT
};
