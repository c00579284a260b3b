//! The buffer protocol: the bytes that `bytes`, `bytearray`, `memoryview` and other exporters share.
//! What each type does with its bytes is in the types' own files.

use crate::exec::uncaught::unraisable;
use crate::object::class::Class;
use crate::object::descriptor::call_special;
use crate::object::heap::{Kind, Obj};
use crate::object::special::Special;
use crate::object::value::{PyResult, Raised, Value};
use crate::types::bytearray::ByteArray;
use crate::types::bytes::Bytes;
use crate::types::item_format::Format;
use crate::types::memoryview::MemoryView;
use crate::types::native::{MethodDescriptor, Native};
use crate::vm::Vm;
use std::borrow::Cow;
use std::cell::{Ref, RefMut};
use std::ops::Deref;

/// The flags of a request for a buffer with everything that describes it.
pub const FULL_RO: i64 = 284;

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
    match value {
        Value::Obj(obj)
            if let Some(bytes) = obj.get::<Bytes>()
                && !obj.class().is_heap() =>
        {
            Ok(Some(View::Slice(&bytes.data)))
        }
        Value::Obj(obj) => view_of(vm, obj, value),
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
        Some(memory) => memory.view(vm).map(Some),
        None if let Some(obj) = value.obj()
            && exporter(value).is_none()
            && let Some(method) = obj.class().special(vm, Special::Buffer) =>
        {
            copied(vm, value, method, FULL_RO).map(|bytes| Some(View::Owned(bytes)))
        }
        None => view(vm, value),
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

fn view_of<'a>(vm: &Vm, obj: &'a Obj, value: &'a Value) -> PyResult<Option<View<'a>>> {
    if let Some(method) = overridden(vm, value) {
        return copied(vm, value, method, 0).map(|bytes| Some(View::Owned(bytes)));
    }
    if let Some(memory) = obj.get::<MemoryView>() {
        return match memory.view(vm)? {
            View::Owned(_) => {
                Err(vm.buffer_error("memoryview: underlying buffer is not C-contiguous"))
            }
            bytes => Ok(Some(bytes)),
        };
    }
    if let Some(exporter) = exporter(value) {
        return Ok(Some(exporter.bytes()));
    }
    match obj.class().special(vm, Special::Buffer) {
        Some(method) => copied(vm, value, method, 0).map(|bytes| Some(View::Owned(bytes))),
        None => Ok(None),
    }
}

/// A copy of the bytes that an object's `__buffer__` exposes.
fn copied(vm: &Vm, value: &Value, method: Value, flags: i64) -> PyResult<Vec<u8>> {
    let memory = call_buffer(vm, value, method, flags)?;
    let bytes = memory
        .get::<MemoryView>()
        .map(|memory| memory.view(vm).map(|view| view.to_vec()));
    release(vm, value, &memory)?;
    bytes.unwrap_or_else(|| Ok(Vec::new()))
}

/// `value.__buffer__(flags)`, a memoryview.
///
/// # Errors
/// What it raises; TypeError when it returns something else.
pub fn call_buffer(vm: &Vm, value: &Value, method: Value, flags: i64) -> PyResult {
    let memory = call_special(vm, method, value, &[Value::Int(flags)])?;
    match memory.get::<MemoryView>() {
        Some(_) => Ok(memory),
        None => Err(vm.type_error("__buffer__ returned non-memoryview object")),
    }
}

/// Tells an object that a memoryview its `__buffer__` gave is no longer used. What its `__release_buffer__` raises
/// goes to `sys.unraisablehook`.
///
/// # Errors
/// Those of releasing the memoryview.
pub fn release(vm: &Vm, value: &Value, memory: &Value) -> PyResult<()> {
    // That of a built-in exporter is for views of its own.
    if let Some(method) = vm.class_of(value).special(vm, Special::ReleaseBuffer)
        && method.get::<MethodDescriptor>().is_none()
    {
        let called = call_special(vm, method, value, std::slice::from_ref(memory));
        if called.is_err() {
            let name = vm.type_name(value);
            let text = format!("Exception ignored in __release_buffer__ of {name}");
            unraisable(vm, Some(&text), &Value::None);
        }
    }
    if let Some(memory) = memory.get::<MemoryView>() {
        memory.release(vm)?;
    }
    Ok(())
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
    view(vm, value)?.ok_or_else(|| not_bytes_like(vm, value))
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

/// The bytes of an object that can be overwritten in place; `None` for any other. While they are held
/// no Python code may run.
///
/// # Errors
/// ValueError for a released memoryview, BufferError for one whose items don't lie in a row.
pub fn writable<'a>(vm: &Vm, value: &'a Value) -> PyResult<Option<RefMut<'a, [u8]>>> {
    match (value.get::<MemoryView>(), exporter(value)) {
        (Some(memory), _) => memory.view_mut(vm),
        (None, Some(exporter)) if !exporter.is_readonly() => exporter.bytes_mut(vm).map(Some),
        _ => Ok(None),
    }
}

/// The error for an object that is not bytes-like.
#[cold]
pub fn not_bytes_like(vm: &Vm, value: &Value) -> Raised {
    vm.type_error(format!(
        "a bytes-like object is required, not '{}'",
        vm.type_name(value)
    ))
}

/// How many bytes an object takes, if it is bytes-like and they can be overwritten.
///
/// # Errors
/// As [`view`].
pub fn writable_len(vm: &Vm, value: &Value) -> PyResult<Option<usize>> {
    let readonly = match value.get::<MemoryView>() {
        Some(memory) => memory.is_readonly(),
        None => exporter(value).is_some_and(Exporter::is_readonly),
    };
    if readonly {
        return Ok(None);
    }
    Ok(view(vm, value)?.map(|bytes| bytes.len()))
}

/// Overwrites the first bytes of a bytes-like object.
///
/// # Errors
/// As [`view`], and those of objects whose bytes can't be overwritten.
pub fn overwrite(vm: &Vm, value: &Value, data: &[u8]) -> PyResult<()> {
    /// The flag of a request for bytes to write to.
    const WRITABLE: i64 = 1;
    if let Some(memory) = value.get::<MemoryView>() {
        return memory.overwrite(vm, data);
    }
    if let Some(exporter) = exporter(value) {
        let mut bytes = exporter.bytes_mut(vm)?;
        if let Some(target) = bytes.get_mut(..data.len()) {
            target.copy_from_slice(data);
        }
        return Ok(());
    }
    let Some(method) = value
        .obj()
        .and_then(|obj| obj.class().special(vm, Special::Buffer))
    else {
        return Err(not_bytes_like(vm, value));
    };
    let memory = call_buffer(vm, value, method, WRITABLE)?;
    let done = memory
        .get::<MemoryView>()
        .map_or(Ok(()), |memory| memory.overwrite(vm, data));
    release(vm, value, &memory)?;
    done
}
