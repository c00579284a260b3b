//! The buffer protocol: the bytes that `bytes`, `bytearray`, `memoryview` and other exporters share.
//! What each type does with its bytes is in the types' own files.

use crate::object::heap::{Kind, Obj};
use crate::object::value::{PyResult, Raised, Value};
use crate::types::bytearray::ByteArray;
use crate::types::bytes::Bytes;
use crate::vm::Vm;
use std::borrow::Cow;
use std::cell::Ref;
use std::ops::Deref;

/// The bytes of an object. While it lives no Python code may run, since that could change a bytearray.
pub enum View<'a> {
    /// Of an object that never changes.
    Slice(&'a [u8]),
    /// Of a bytearray.
    Guard(Ref<'a, Vec<u8>>),
    /// A copy, of bytes that don't lie in a row.
    Owned(Vec<u8>),
}

impl Deref for View<'_> {
    type Target = [u8];
    #[inline]
    fn deref(&self) -> &[u8] {
        match self {
            View::Slice(bytes) => bytes,
            View::Guard(bytes) => bytes,
            View::Owned(bytes) => bytes,
        }
    }
}

impl<'a> View<'a> {
    /// The bytes, copied where Python code could change them.
    pub fn stable(self) -> Cow<'a, [u8]> {
        match self {
            View::Slice(bytes) => Cow::Borrowed(bytes),
            View::Guard(bytes) => Cow::Owned(bytes.clone()),
            View::Owned(bytes) => Cow::Owned(bytes),
        }
    }
}

/// Whether an object is bytes-like.
pub fn is_bytes_like(_vm: &Vm, value: &Value) -> bool {
    matches!(
        value.obj().map(Obj::kind),
        Some(Kind::Bytes | Kind::ByteArray)
    )
}

/// The bytes of a bytes-like object; `None` for any other.
///
/// # Errors
/// What the object's `__buffer__` raises, ValueError for a released memoryview.
pub fn view<'a>(_vm: &Vm, value: &'a Value) -> PyResult<Option<View<'a>>> {
    let Value::Obj(obj) = value else {
        return Ok(None);
    };
    Ok(match obj.kind() {
        Kind::Bytes => obj.get::<Bytes>().map(|bytes| View::Slice(&bytes.data)),
        Kind::ByteArray => obj
            .get::<ByteArray>()
            .map(|array| View::Guard(array.borrow())),
        _ => None,
    })
}

/// The bytes of an argument that has to be bytes-like.
///
/// # Errors
/// TypeError for what is not, and as [`view`].
pub fn required<'a>(vm: &Vm, value: &'a Value) -> PyResult<View<'a>> {
    view(vm, value)?.ok_or_else(|| not_bytes_like(vm, value))
}

/// The error for an object that is not bytes-like.
#[cold]
pub fn not_bytes_like(vm: &Vm, value: &Value) -> Raised {
    vm.type_error(format!(
        "a bytes-like object is required, not '{}'",
        vm.type_name(value)
    ))
}
