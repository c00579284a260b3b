//! `bytes`: the payload, the table and what makes bytes of other objects. The methods it shares with
//! `bytearray` are in `bytes_methods`; the algorithms are in `text`.

use crate::object::heap::{self, Kind, Obj, Trace};
use crate::object::ops;
use crate::object::table::TypeTable;
use crate::object::value::{PyResult, Value};
use crate::types::buffer;
use crate::vm::Vm;
use std::cell::Cell;

/// The payload of `bytes` objects.
pub struct Bytes {
    /// The bytes.
    pub data: Box<[u8]>,
    /// -1 while not computed: no Python hash is -1.
    hash: Cell<i64>,
}

impl Trace for Bytes {
    fn trace(&self, _visit: &mut dyn FnMut(&Obj)) {}
}

impl Bytes {
    /// A payload.
    pub fn new(data: impl Into<Box<[u8]>>) -> Bytes {
        Bytes {
            data: data.into(),
            hash: Cell::new(-1),
        }
    }
    /// `hash(self)`, computed once.
    pub fn hash_value(&self) -> i64 {
        if self.hash.get() == -1 {
            self.hash
                .set(crate::vm::with_hash_key(|key| key.hash_bytes(&self.data)));
        }
        self.hash.get()
    }
}

impl Vm {
    /// A `bytes` object.
    pub fn bytes(&self, data: impl Into<Box<[u8]>>) -> Value {
        heap::alloc(&self.types.bytes, Bytes::new(data)).into()
    }
}

/// The type's table.
pub const BYTES: TypeTable = TypeTable {
    name: "bytes",
    kind: Kind::Bytes,
    subclassable: true,
    ..TypeTable::DEFAULT
};

/// One byte: what `__index__` gives, from 0 to 255.
///
/// # Errors
/// TypeError for what is no integer, ValueError (`what` must be in the range) for another one.
pub fn byte_arg(vm: &Vm, value: &Value, what: &str) -> PyResult<u8> {
    let index = ops::index(vm, value)?;
    match index {
        Value::Int(i) if (0..256).contains(&i) => Ok(i as u8),
        _ => Err(vm.value_error(format!("{what} must be in range(0, 256)"))),
    }
}

/// The bytes of a bytes-like object or of an iterable of ints: what `bytes(value)` does with what is
/// neither a text nor a number.
///
/// # Errors
/// TypeError for anything else, or what the iteration raises.
pub fn from_object(vm: &Vm, value: &Value) -> PyResult<Vec<u8>> {
    if let Some(bytes) = buffer::view(vm, value)? {
        return Ok(bytes.to_vec());
    }
    let no_bytes = || {
        vm.type_error(format!(
            "cannot convert '{}' object to bytes",
            vm.type_name(value)
        ))
    };
    if crate::types::str::text_of(value).is_some() {
        return Err(no_bytes());
    }
    let iterator = match ops::iter(vm, value) {
        Ok(iterator) => iterator,
        Err(raised) => {
            vm.swallow(&vm.exceptions.TypeError, raised)?;
            return Err(no_bytes());
        }
    };
    collect_bytes(vm, &iterator, "bytes")
}

/// The bytes that an iterator of ints gives.
///
/// # Errors
/// As [`byte_arg`], or what the iteration raises.
pub fn collect_bytes(vm: &Vm, iterator: &Value, what: &str) -> PyResult<Vec<u8>> {
    let mut bytes = Vec::new();
    while let Some(item) = ops::next(vm, iterator)? {
        vm.tick()?;
        bytes.push(byte_arg(vm, &item, what)?);
    }
    Ok(bytes)
}
