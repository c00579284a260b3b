//! The buffer protocol: the bytes that `bytes`, `bytearray`, `memoryview` and other exporters share.
//! What each type does with its bytes is in the types' own files.

use crate::object::class::Class;
use crate::object::heap::{Kind, Obj};
use crate::object::special::Special;
use crate::object::value::{PyResult, Raised, Value};
use crate::types::bytearray::ByteArray;
use crate::types::bytes::Bytes;
use crate::types::item_format::Format;
use crate::types::memoryview::{self, MemoryView};
use crate::types::native::{MethodDescriptor, Native};
use crate::vm::Vm;
use std::borrow::Cow;
use std::cell::{Ref, RefMut};
use std::ops::Deref;

/// The flags of a request for the bytes alone, which have to lie in a row.
pub const SIMPLE: i64 = 0;
/// The flag of a request for a buffer that can be written.
pub const WRITABLE: i64 = 1;
/// The flag of a request for the format of items.
pub const FORMAT: i64 = 4;
/// The flag of a request for the dimensions.
pub const ND: i64 = 8;
/// The flags of a request for where items lie.
pub const STRIDES: i64 = 0x10 | ND;
/// The flags of a request for items in a row, the last dimension's closest.
pub const C_CONTIGUOUS: i64 = 0x20 | STRIDES;
/// The flags of a request for items in a row, the first dimension's closest.
pub const F_CONTIGUOUS: i64 = 0x40 | STRIDES;
/// The flags of a request for items in a row, either way.
pub const ANY_CONTIGUOUS: i64 = 0x80 | STRIDES;
/// The flags of a request for a buffer with everything that describes it.
pub const FULL_RO: i64 = 0x100 | STRIDES | FORMAT;

/// The bytes of an object. While it lives no Python code may run, since that could change a bytearray.
pub enum View<'a> {
    /// Of an object that never changes.
    Slice(&'a [u8]),
    /// Of an object that can change.
    Guard(Ref<'a, [u8]>),
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
            View::Guard(bytes) => Cow::Owned(bytes.to_vec()),
            View::Owned(bytes) => Cow::Owned(bytes),
        }
    }

    /// The bytes of a range, which lies within them.
    fn part(self, start: usize, len: usize) -> View<'a> {
        let range = start..start + len;
        match self {
            View::Slice(bytes) => View::Slice(&bytes[range]),
            View::Guard(bytes) => View::Guard(Ref::map(bytes, |bytes| &bytes[range])),
            View::Owned(bytes) => View::Owned(bytes[range].to_vec()),
        }
    }
}

/// An object that shares its bytes with memoryviews.
pub trait Exporter {
    /// The bytes.
    fn bytes(&self) -> View<'_>;
    /// The bytes, to be overwritten in place.
    ///
    /// # Errors
    /// BufferError while somebody reads them, TypeError when they never change.
    fn bytes_mut(&self, vm: &Vm) -> PyResult<RefMut<'_, [u8]>>;
    /// Whether the bytes never change.
    fn is_readonly(&self) -> bool;
    /// What the items are.
    fn format(&self) -> Format {
        Format::BYTES
    }
    /// Counts a memoryview (`1`) or its end (`-1`).
    fn add_export(&self, by: isize);
}

impl Exporter for Bytes {
    fn bytes(&self) -> View<'_> {
        View::Slice(&self.data)
    }
    fn bytes_mut(&self, vm: &Vm) -> PyResult<RefMut<'_, [u8]>> {
        Err(vm.type_error("cannot modify read-only memory"))
    }
    fn is_readonly(&self) -> bool {
        true
    }
    fn add_export(&self, _by: isize) {}
}

impl Exporter for ByteArray {
    fn bytes(&self) -> View<'_> {
        View::Guard(Ref::map(self.borrow(), Vec::as_slice))
    }
    fn bytes_mut(&self, vm: &Vm) -> PyResult<RefMut<'_, [u8]>> {
        Ok(RefMut::map(self.borrow_mut(vm)?, Vec::as_mut_slice))
    }
    fn is_readonly(&self) -> bool {
        false
    }
    fn add_export(&self, by: isize) {
        ByteArray::add_export(self, by);
    }
}

/// Whether a class finds the protocol of the built-in class by whose kind its instances are laid out: an `mro()` of
/// its own may have left that out.
fn inherits_protocol(class: &Class, kind: Kind) -> bool {
    let is_built_in = |class: &Class| class.table.is_some_and(|table| table.kind == kind);
    is_built_in(class) || class.mro().iter().any(|base| is_built_in(base))
}

/// Whether a value is a `bytes` or `bytearray`.
pub fn is_bytes_or_array(value: &Value) -> bool {
    value.obj().is_some_and(|obj| match obj.kind() {
        Kind::Bytes => true,
        kind => kind == Kind::ByteArray && inherits_protocol(obj.class(), kind),
    })
}

/// The exporter that an object is, memoryviews aside.
pub fn exporter(value: &Value) -> Option<&dyn Exporter> {
    let Value::Obj(obj) = value else {
        return None;
    };
    match obj.kind() {
        Kind::Bytes => obj.get::<Bytes>().map(|bytes| bytes as &dyn Exporter),
        kind if !inherits_protocol(obj.class(), kind) => None,
        Kind::ByteArray => obj.get::<ByteArray>().map(|array| array as &dyn Exporter),
        Kind::Native => obj.get::<Native>().and_then(|native| native.0.exporter()),
        _ => None,
    }
}

/// Whether an object is bytes-like.
pub fn is_bytes_like(vm: &Vm, value: &Value) -> bool {
    match value {
        Value::Obj(obj) => {
            matches!(obj.kind(), Kind::Bytes | Kind::MemoryView)
                || exporter(value).is_some()
                || obj.class().has_special(vm, Special::Buffer)
        }
        _ => false,
    }
}

/// The bytes of a bytes-like object; `None` for any other.
///
/// # Errors
/// What the object's `__buffer__` raises; for a memoryview ValueError when it has been released, and
/// BufferError when its items don't lie in a row.
#[inline]
pub fn view<'a>(vm: &Vm, value: &'a Value) -> PyResult<Option<View<'a>>> {
    view_as(vm, value, SIMPLE)
}

/// As [`view`], where an object written in Python is asked with such flags.
///
/// # Errors
/// As [`view`].
#[inline]
pub fn view_as<'a>(vm: &Vm, value: &'a Value, flags: i64) -> PyResult<Option<View<'a>>> {
    match value {
        Value::Obj(obj)
            if let Some(bytes) = obj.get::<Bytes>()
                && !obj.class().is_heap() =>
        {
            Ok(Some(View::Slice(&bytes.data)))
        }
        Value::Obj(obj) => view_of(vm, obj, value, flags),
        _ => Ok(None),
    }
}

/// As [`view`], where an object that fails to give its bytes is as good as one that has none.
pub fn attempt<'a>(vm: &Vm, value: &'a Value) -> Option<View<'a>> {
    view(vm, value).unwrap_or_else(|_raised| {
        drop(vm.take_pending());
        None
    })
}

/// The bytes that `int` and `float` read as text: bytes and bytearrays have them whatever their `__buffer__`
/// says, other objects as for [`attempt`].
pub fn text_bytes<'a>(vm: &Vm, value: &'a Value) -> Option<View<'a>> {
    match value.obj().map(Obj::kind) {
        Some(Kind::Bytes | Kind::ByteArray) => exporter(value).map(|exporter| exporter.bytes()),
        _ => attempt(vm, value),
    }
}

/// As [`view`], and also the bytes of a memoryview whose items don't lie in a row.
///
/// # Errors
/// As [`view`].
pub fn scattered<'a>(vm: &Vm, value: &'a Value) -> PyResult<Option<View<'a>>> {
    match value.get::<MemoryView>() {
        Some(memory) => memory.shared(vm).map(Some),
        None => view_as(vm, value, FULL_RO),
    }
}

/// The `__buffer__` of a class written in Python, which counts more than that of a built-in base; one taken from
/// a class that is no base will refuse.
pub fn overridden(vm: &Vm, value: &Value) -> Option<Value> {
    let class = vm.class_of(value);
    if !class.is_heap() {
        return None;
    }
    let method = class.special(vm, Special::Buffer)?;
    let own = method.get::<MethodDescriptor>();
    let inherited = own.is_some_and(|built_in| class.is_subclass(&built_in.owner));
    (!inherited).then_some(method)
}

fn view_of<'a>(vm: &Vm, obj: &'a Obj, value: &'a Value, flags: i64) -> PyResult<Option<View<'a>>> {
    if overridden(vm, value).is_some() {
        return copied(vm, value, flags).map(Some);
    }
    if let Some(memory) = obj.get::<MemoryView>() {
        return match memory.shared(vm)? {
            View::Owned(_) => {
                Err(vm.buffer_error("memoryview: underlying buffer is not C-contiguous"))
            }
            bytes => Ok(Some(bytes)),
        };
    }
    if let Some(exporter) = exporter(value) {
        return Ok(Some(exporter.bytes()));
    }
    match obj.class().has_special(vm, Special::Buffer) {
        true => copied(vm, value, flags).map(Some),
        false => Ok(None),
    }
}

/// A copy of the bytes that an object's `__buffer__` exposes.
fn copied<'a>(vm: &Vm, value: &Value, flags: i64) -> PyResult<View<'a>> {
    let memory = memoryview::new(vm, value, flags)?;
    let Some(view) = memory.get::<MemoryView>() else {
        return Ok(View::Owned(Vec::new()));
    };
    let bytes = view.view(vm)?.to_vec();
    view.end(vm);
    Ok(View::Owned(bytes))
}

/// Part of an exporter's bytes.
pub(super) fn part(exporter: &dyn Exporter, start: usize, len: usize) -> View<'_> {
    exporter.bytes().part(start, len)
}

/// The bytes of an argument that has to be bytes-like.
///
/// # Errors
/// TypeError for what is not, and as [`view`].
pub fn required<'a>(vm: &Vm, value: &'a Value) -> PyResult<View<'a>> {
    required_as(vm, value, SIMPLE)
}

/// As [`required`], where an object written in Python is asked with such flags.
///
/// # Errors
/// As [`required`].
pub fn required_as<'a>(vm: &Vm, value: &'a Value, flags: i64) -> PyResult<View<'a>> {
    view_as(vm, value, flags)?.ok_or_else(|| not_bytes_like(vm, value))
}

/// The bytes of the `bytes` or `bytearray` that a method is called on, whatever its class's `__buffer__` says.
///
/// # Errors
/// TypeError for anything else.
pub fn own<'a>(vm: &Vm, value: &'a Value) -> PyResult<View<'a>> {
    exporter(value)
        .map(Exporter::bytes)
        .ok_or(())
        .map_err(|()| not_bytes_like(vm, value))
}

/// The error for an object that is not bytes-like.
#[cold]
pub fn not_bytes_like(vm: &Vm, value: &Value) -> Raised {
    vm.type_error(format!(
        "a bytes-like object is required, not '{}'",
        vm.type_name(value)
    ))
}

/// An object whose bytes are to be overwritten, or the memoryview it gave for that if it is written in Python: the
/// end of this is the end of that one.
pub struct Target(Value);

impl Target {
    /// The target that an object is; nothing where its bytes can't be overwritten, for whatever reason.
    pub fn of(vm: &Vm, value: &Value) -> Option<Target> {
        let is_built_in = value.get::<MemoryView>().is_some() || exporter(value).is_some();
        let target = match is_built_in && overridden(vm, value).is_none() {
            true => Ok(value.clone()),
            false => memoryview::new(vm, value, WRITABLE),
        };
        let target = target.and_then(|target| {
            let is_writable = writable(vm, &target)?.is_some();
            Ok(is_writable.then_some(Target(target)))
        });
        target.unwrap_or_else(|_raised| {
            drop(vm.take_pending());
            None
        })
    }

    /// The bytes, to be overwritten; `None` when they can't be. While they are held no Python code may run.
    ///
    /// # Errors
    /// ValueError for a memoryview that has been released, BufferError while somebody reads the bytes.
    pub fn bytes(&self, vm: &Vm) -> PyResult<Option<RefMut<'_, [u8]>>> {
        writable(vm, &self.0)
    }

    /// How many bytes there are.
    ///
    /// # Errors
    /// As [`Target::bytes`].
    pub fn len(&self, vm: &Vm) -> PyResult<usize> {
        Ok(self.bytes(vm)?.map_or(0, |bytes| bytes.len()))
    }

    /// Overwrites the bytes from a position on, unless there are no longer so many.
    ///
    /// # Errors
    /// As [`Target::bytes`].
    pub fn overwrite(&self, vm: &Vm, at: usize, data: &[u8]) -> PyResult<()> {
        if let Some(mut bytes) = self.bytes(vm)?
            && let Some(target) = bytes.get_mut(at..at + data.len())
        {
            target.copy_from_slice(data);
        }
        Ok(())
    }
}

fn writable<'a>(vm: &Vm, value: &'a Value) -> PyResult<Option<RefMut<'a, [u8]>>> {
    match (value.get::<MemoryView>(), exporter(value)) {
        (Some(memory), _) => memory.view_mut(vm),
        (None, Some(exporter)) if !exporter.is_readonly() => exporter.bytes_mut(vm).map(Some),
        _ => Ok(None),
    }
}
