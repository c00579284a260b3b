//! `PickleBuffer`: bytes that may be kept apart from the pickle.

use crate::native_payload;
use crate::object::heap::{Kind, ValueCell};
use crate::object::lookup;
use crate::object::ops;
use crate::object::table::{self, TypeTable, method};
use crate::object::value::{PyResult, Value};
use crate::stdlib::extension::{alloc, this};
use crate::types::{buffer, class_arg, memoryview, slots};
use crate::vm::Vm;

/// A memoryview, until it is released.
pub(super) struct PickleBuffer {
    view: ValueCell,
}
native_payload!(PickleBuffer, view);

pub(super) static PICKLE_BUFFER: TypeTable = TypeTable {
    name: "PickleBuffer",
    told: Some(""),
    module: "pickle",
    doc: "Wrapper for potentially out-of-band buffers",
    kind: Kind::Native,
    subclassable: true,
    weakrefable: true,
    methods: &[
        table::new("__new__(type, object, /)", new),
        slots::buffer(get_buffer),
        slots::release_buffer(|_, _| Ok(Value::None)),
        method(
            "raw(self, /)",
            raw,
            "The memory as a one-dimensional, contiguous memoryview of bytes.",
        ),
        method(
            "release(self, /)",
            release,
            "Gives the memory back; nothing can be done with the object afterwards.",
        ),
    ],
    ..TypeTable::DEFAULT
};

fn memory_view(vm: &Vm, object: &Value) -> PyResult {
    vm.call(&vm.types.memoryview.value(), std::slice::from_ref(object))
}

fn new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = class_arg(vm, &args[0], "PickleBuffer")?;
    let view = ValueCell::new(memoryview::hold(vm, &args[1], buffer::FULL_RO)?);
    Ok(alloc(&class, PickleBuffer { view }))
}

impl PickleBuffer {
    /// The memoryview.
    pub(super) fn view(&self, vm: &Vm) -> PyResult {
        self.view
            .get()
            .bound()
            .ok_or(())
            .map_err(|()| vm.value_error("operation forbidden on released PickleBuffer object"))
    }

    /// Whether its bytes lie in a row.
    pub(super) fn is_contiguous(&self, vm: &Vm) -> PyResult<bool> {
        ops::truth(
            vm,
            &lookup::get(vm, &self.view(vm)?, &vm.intern("contiguous"))?,
        )
    }
}

fn get_buffer(vm: &Vm, args: &[Value]) -> PyResult {
    memory_view(vm, &this::<PickleBuffer>(vm, args)?.view(vm)?)
}

fn raw(vm: &Vm, args: &[Value]) -> PyResult {
    let buffer = this::<PickleBuffer>(vm, args)?;
    let view = buffer.view(vm)?;
    if !buffer.is_contiguous(vm)? {
        return Err(vm.buffer_error("cannot extract raw buffer from non-contiguous buffer"));
    }
    let c_contiguous = lookup::get(vm, &view, &vm.intern("c_contiguous"))?;
    let view = match ops::truth(vm, &c_contiguous)? {
        true => view,
        // In the order in which the bytes lie.
        false => {
            let bytes = vm.call_method(&view, &vm.intern("tobytes"), &[vm.str("A")])?;
            memory_view(vm, &bytes)?
        }
    };
    vm.call_method(&view, &vm.intern("cast"), &[vm.str("B")])
}

fn release(vm: &Vm, args: &[Value]) -> PyResult {
    let buffer = this::<PickleBuffer>(vm, args)?;
    match buffer.view.take().bound() {
        Some(view) => vm.call_method(&view, &vm.intern("release"), &[]),
        None => Ok(Value::None),
    }
}
