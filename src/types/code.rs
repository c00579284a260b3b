//! `code`: code objects as programs see them. What they hold is in `exec::tree`.

use crate::exec::tree::Code;
use crate::object::heap::{self, Kind, Obj, Trace};
use crate::object::table::TypeTable;
use crate::object::value::Value;
use crate::vm::Vm;
use std::rc::Rc;

/// The payload of code objects.
pub struct CodeObject {
    /// The code.
    pub code: Rc<Code>,
}

impl CodeObject {
    /// A code object.
    pub fn alloc(vm: &Vm, code: Rc<Code>) -> Value {
        heap::alloc(&vm.types.code, CodeObject { code }).into()
    }
}

impl Trace for CodeObject {
    fn trace(&self, _visit: &mut dyn FnMut(&Obj)) {}
}

/// The type's table.
pub const CODE: TypeTable = TypeTable {
    name: "code",
    kind: Kind::Code,
    weakrefable: true,
    ..TypeTable::DEFAULT
};
