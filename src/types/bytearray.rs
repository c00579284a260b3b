//! `bytearray`: the payload and the methods that `bytes` does not have.

use crate::object::heap::{Kind, Obj, Trace};
use crate::object::table::TypeTable;
use crate::object::value::{PyResult, Raised};
use crate::vm::Vm;
use std::cell::{Cell, Ref, RefCell, RefMut};

/// The payload of bytearrays.
#[derive(Default)]
pub struct ByteArray {
    data: RefCell<Vec<u8>>,
    /// How many memoryviews look at the bytes: while there are any, the size stays.
    exports: Cell<usize>,
}

impl Trace for ByteArray {
    fn trace(&self, _visit: &mut dyn FnMut(&Obj)) {}
}

impl ByteArray {
    /// A payload with these bytes.
    pub fn new(data: Vec<u8>) -> ByteArray {
        ByteArray {
            data: RefCell::new(data),
            exports: Cell::new(0),
        }
    }
    /// The bytes. No Python code may run meanwhile.
    #[inline]
    pub fn borrow(&self) -> Ref<'_, Vec<u8>> {
        self.data.borrow()
    }
    /// The bytes, to be overwritten in place. No Python code may run meanwhile.
    ///
    /// # Errors
    /// BufferError while somebody reads them.
    pub fn borrow_mut(&self, vm: &Vm) -> PyResult<RefMut<'_, Vec<u8>>> {
        self.data.try_borrow_mut().map_err(|_| in_use(vm))
    }
    /// The bytes, to change their number as well.
    ///
    /// # Errors
    /// BufferError while memoryviews look at them.
    pub fn resizable(&self, vm: &Vm) -> PyResult<RefMut<'_, Vec<u8>>> {
        if self.exports.get() > 0 {
            return Err(in_use(vm));
        }
        self.borrow_mut(vm)
    }
    /// Counts a memoryview (`1`) or its end (`-1`).
    pub fn add_export(&self, by: isize) {
        self.exports
            .set(self.exports.get().saturating_add_signed(by));
    }
}

#[cold]
fn in_use(vm: &Vm) -> Raised {
    vm.buffer_error("Existing exports of data: object cannot be re-sized")
}

/// The type's table.
pub const BYTEARRAY: TypeTable = TypeTable {
    name: "bytearray",
    kind: Kind::ByteArray,
    sequence: true,
    subclassable: true,
    ..TypeTable::DEFAULT
};
