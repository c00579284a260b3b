//! `array`: the table of the module and the payload of arrays. Items are in `items`, construction and
//! pickling in `construct`, the methods in `methods`.

mod construct;
mod items;
mod methods;

use self::items::Code;
use super::NativeModule;
use super::extension;
use crate::object::heap::Ref as Pointer;
use crate::object::table::method;
use crate::object::value::{PyResult, Raised, Value};
use crate::types::buffer::{Exporter, View};
use crate::types::dict::Dict;
use crate::types::item_format::Format;
use crate::types::native::NativePayload;
use crate::vm::Vm;
use std::cell::{Cell, Ref, RefCell, RefMut};

/// The module.
pub const ARRAY: NativeModule = NativeModule {
    name: "array",
    doc: "Sequences of numbers or characters of one C type, stored without an object for each.",
    functions: &[method(
        "_array_reconstructor(arraytype, typecode, mformat_code, items, /)",
        construct::reconstruct,
        "Internal. Used for pickling support.",
    )],
    fill,
};

fn fill(vm: &Vm, namespace: &Pointer<Dict>) -> PyResult<()> {
    extension::add_classes(vm, namespace, &[&methods::ARRAY]);
    let class = extension::class(vm, &methods::ARRAY);
    drop(namespace.set_name(&vm.intern("ArrayType"), class.value()));
    let codes: String = items::CODES.iter().map(|code| code.code).collect();
    drop(namespace.set_name(&vm.intern("typecodes"), vm.str(&codes)));
    // An array is a sequence that can change, for those who ask for one.
    let abstract_class = crate::exec::import::import_absolute(vm, "_collections_abc")?;
    let sequence = crate::object::lookup::get(vm, &abstract_class, &vm.intern("MutableSequence"))?;
    vm.call_method(&sequence, &vm.intern("register"), &[class.value()])?;
    Ok(())
}

/// The payload of arrays.
pub(super) struct Array {
    code: &'static Code,
    /// The bytes of all items, in memory's order.
    data: RefCell<Vec<u8>>,
    /// How many memoryviews look at the bytes: while there are any, the size stays.
    exports: Cell<usize>,
}

impl NativePayload for Array {
    fn exporter(&self) -> Option<&dyn Exporter> {
        Some(self)
    }
}

impl Exporter for Array {
    fn bytes(&self) -> View<'_> {
        View::Guard(Ref::map(self.data.borrow(), Vec::as_slice))
    }
    fn bytes_mut(&self, vm: &Vm) -> PyResult<RefMut<'_, [u8]>> {
        match self.data.try_borrow_mut() {
            Ok(data) => Ok(RefMut::map(data, Vec::as_mut_slice)),
            Err(_) => Err(in_use(vm)),
        }
    }
    fn is_readonly(&self) -> bool {
        false
    }
    fn format(&self) -> Format {
        self.code.format()
    }
    fn add_export(&self, by: isize) {
        self.exports
            .set(self.exports.get().saturating_add_signed(by));
    }
}

#[cold]
fn in_use(vm: &Vm) -> Raised {
    vm.buffer_error("cannot resize an array that is exporting buffers")
}

impl Array {
    fn new(code: &'static Code, data: Vec<u8>) -> Array {
        Array {
            code,
            data: RefCell::new(data),
            exports: Cell::new(0),
        }
    }

    /// How many items there are.
    fn len(&self) -> usize {
        self.data.borrow().len() / self.code.size
    }

    /// The item at a position.
    fn get(&self, vm: &Vm, at: usize) -> Option<PyResult> {
        let size = self.code.size;
        let data = self.data.borrow();
        let bytes = data.get(at * size..(at + 1) * size)?;
        Some(self.code.get(vm, bytes))
    }

    /// All items.
    fn to_vec(&self, vm: &Vm) -> PyResult<Vec<Value>> {
        let data = self.data.borrow();
        data.chunks_exact(self.code.size)
            .map(|bytes| self.code.get(vm, bytes))
            .collect()
    }

    /// The bytes of a value as an item.
    fn bytes_of(&self, vm: &Vm, value: &Value) -> PyResult<Vec<u8>> {
        let mut bytes = Vec::with_capacity(8);
        self.code.put(vm, value, &mut bytes)?;
        Ok(bytes)
    }

    /// The bytes of an item that is added.
    fn bytes_to_add(&self, vm: &Vm, value: &Value) -> PyResult<Vec<u8>> {
        let mut bytes = Vec::with_capacity(8);
        construct::add(vm, self.code, value, &mut bytes)?;
        Ok(bytes)
    }

    /// The bytes, to change their number as well.
    fn resizable(&self, vm: &Vm) -> PyResult<RefMut<'_, Vec<u8>>> {
        if self.exports.get() > 0 {
            return Err(in_use(vm));
        }
        self.data.try_borrow_mut().map_err(|_| in_use(vm))
    }

    /// Appends the bytes of whole items.
    fn extend(&self, vm: &Vm, bytes: &[u8]) -> PyResult<()> {
        if bytes.is_empty() {
            return Ok(());
        }
        let mut data = self.resizable(vm)?;
        if data.try_reserve(bytes.len()).is_err() {
            return Err(vm.memory_error(""));
        }
        data.extend_from_slice(bytes);
        Ok(())
    }

    /// Replaces the items from `start` to `end`, which lie within the array.
    fn splice(&self, vm: &Vm, start: usize, end: usize, bytes: &[u8]) -> PyResult<()> {
        let size = self.code.size;
        let range = start * size..end * size;
        if bytes.len() == range.len() {
            self.bytes_mut(vm)?[range].copy_from_slice(bytes);
            return Ok(());
        }
        let mut data = self.resizable(vm)?;
        if data.try_reserve(bytes.len()).is_err() {
            return Err(vm.memory_error(""));
        }
        data.splice(range, bytes.iter().copied());
        Ok(())
    }
}
