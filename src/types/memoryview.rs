//! `memoryview`: the payload, the table, and what does not look at single items. Subscripts, lists and
//! comparison are in `memoryview_items`; the formats of items are in `item_format`.

use crate::object::collect;
use crate::object::descriptor::call_special;
use crate::object::heap::{self, Kind, Obj, Trace, ValueCell};
use crate::object::ops;
use crate::object::special::Special;
use crate::object::table::{self, TypeTable, class_method, getter, method};
use crate::object::value::{PyResult, Raised, Value};
use crate::text::Text;
use crate::text::codec::Codec;
use crate::types::args::{self, OrRaise};
use crate::types::buffer::{self, Exporter, View};
use crate::types::buffer_wrapper::{self, BufferWrapper};
use crate::types::bytes_methods::hex_separator;
use crate::types::encoding::encode_text;
use crate::types::item_format::Format;
use crate::types::list::List;
use crate::types::memoryview_items::*;
use crate::types::slots;
use crate::types::tuple::Tuple;
use crate::vm::Vm;
use std::cell::{Cell, RefMut};

/// Where the items of a memoryview lie in the exporter's bytes.
#[derive(Clone)]
pub struct Layout {
    /// The byte at which the first item starts.
    pub start: i64,
    /// What the items are.
    pub format: Format,
    /// Whether the format was given with an `@`.
    pub marked: bool,
    /// How many there are along each dimension.
    pub shape: Vec<i64>,
    /// How many bytes from one to the next along each dimension.
    pub strides: Vec<i64>,
}

impl Layout {
    /// Items in a row.
    fn flat(format: Format, bytes: usize) -> Layout {
        Layout {
            start: 0,
            format,
            marked: false,
            shape: vec![(bytes / format.size()) as i64],
            strides: vec![format.size() as i64],
        }
    }

    /// How many items there are in all.
    pub fn count(&self) -> usize {
        self.shape.iter().product::<i64>() as usize
    }

    /// How many bytes the items have.
    pub fn bytes(&self) -> usize {
        self.count() * self.format.size()
    }

    /// As much of the layout as somebody sees who asks with such flags: without a word of the format single
    /// bytes, with nothing of the dimensions all in a row.
    fn described(&self, flags: i64) -> Layout {
        let has = |flag: i64| flags & flag == flag;
        let format = self.format.described(flags);
        let mut layout = match has(buffer::ND) {
            true => self.clone(),
            false => Layout::flat(format, self.bytes()),
        };
        if has(buffer::ND) && !has(buffer::STRIDES) {
            layout.strides = Layout::row_strides(format, &self.shape);
        }
        layout.start = self.start;
        layout.format = format;
        layout.marked = self.marked && has(buffer::FORMAT);
        layout
    }

    /// Whether the items lie in a row, the last dimension's closest (`C`), or the first one's.
    fn is_contiguous(&self, first_closest: bool) -> bool {
        let mut expected = self.format.size() as i64;
        let dimensions = self.shape.len();
        if dimensions > 1 && self.count() == 0 {
            return true;
        }
        (0..dimensions).all(|k| {
            let k = if first_closest { k } else { dimensions - 1 - k };
            let fits = self.shape[k] == 1 || self.strides[k] == expected;
            expected *= self.shape[k];
            fits
        })
    }

    /// The strides of items in a row, the last dimension's closest.
    fn row_strides(format: Format, shape: &[i64]) -> Vec<i64> {
        let mut step = format.size() as i64;
        let mut strides: Vec<i64> = shape
            .iter()
            .rev()
            .map(|&count| {
                let stride = step;
                step *= count;
                stride
            })
            .collect();
        strides.reverse();
        strides
    }
}

/// The payload of memoryviews.
pub struct MemoryView {
    /// The object whose bytes these are: never a memoryview itself.
    base: Value,
    /// The [`BufferWrapper`] of an object written in Python; `Unbound` for others and after the end.
    wrapper: ValueCell,
    /// Where the items lie.
    pub layout: Layout,
    readonly: bool,
    /// Whether it is for the length of a `__release_buffer__` only: no other view may be made of it.
    restricted: bool,
    released: Cell<bool>,
    /// How many others have asked this one for its buffer and hold it.
    exports: Cell<usize>,
    hash: Cell<Option<i64>>,
}

impl Trace for MemoryView {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        if let Value::Obj(base) = &self.base {
            visit(base);
        }
        self.wrapper.trace(visit);
    }
}

impl Drop for MemoryView {
    fn drop(&mut self) {
        if self.uncount()
            && let Some(vm) = crate::vm::current()
        {
            let wrapper = self.wrapper.take();
            if let Some(wrapper) = wrapper.native::<BufferWrapper>() {
                collect::undisturbed(&vm, || wrapper.release(&vm));
            }
        }
    }
}

/// The type's table.
#[rustfmt::skip]
pub const MEMORYVIEW: TypeTable = TypeTable {
    name: "memoryview",
    own: &["__getattribute__"],
    kind: Kind::MemoryView,
    weakrefable: true,
    doc: "Create a new memoryview object which references the given object.",
    methods: &[
        table::new("__new__(cls, object)", memory_new),
        slots::repr(repr), slots::hash(hash),
        slots::lt(unordered), slots::le(unordered), slots::eq(eq), slots::ne(ne), slots::gt(unordered), slots::ge(unordered),
        slots::iter(iter), slots::len(len),
        slots::getitem(getitem), slots::setitem(setitem), slots::delitem(delitem),
        slots::buffer(buffer), slots::release_buffer(release_buffer),
        method("release(self, /)", release, "Release the underlying buffer exposed by the memoryview object."),
        method("tobytes(self, /, order='C')", tobytes, "Return the data in the buffer as a byte string."),
        method("hex(self, /, sep=<unrepresentable>, bytes_per_sep=1)", hex, "Return the data in the buffer as a str of hexadecimal numbers."),
        method("tolist(self, /)", tolist, "Return the data in the buffer as a list of elements."),
        method("cast(self, /, format, shape=<unrepresentable>)", cast, "Cast a memoryview to a new format or shape."),
        method("toreadonly(self, /)", toreadonly, "Return a readonly version of the memoryview."),
        class_method("_from_flags(type, /, object, flags)", from_flags, "Create a new memoryview object which references the given object."),
        method("__enter__(self, /)", enter, ""),
        method("__exit__(self, /, *exc_info)", release, "Release the underlying buffer exposed by the memoryview object.").bare(),
    ],
    properties: &[
        getter("obj", |vm, this| Ok(open(vm, this)?.owner()), "The underlying object of the memoryview."),
        getter("nbytes", |vm, this| Ok(Value::Int(open(vm, this)?.layout.bytes() as i64)), "The amount of space in bytes that the array would use in a contiguous representation."),
        getter("readonly", |vm, this| Ok(Value::bool(open(vm, this)?.readonly)), "A bool indicating whether the memory is read only."),
        getter("itemsize", |vm, this| Ok(Value::Int(open(vm, this)?.layout.format.size() as i64)), "The size in bytes of each element of the memoryview."),
        getter("format", get_format, "A string containing the format (in struct module style) for each element in the view."),
        getter("ndim", |vm, this| Ok(Value::Int(open(vm, this)?.layout.shape.len() as i64)), "An integer indicating how many dimensions of a multi-dimensional array the memory represents."),
        getter("shape", |vm, this| Ok(ints(vm, &open(vm, this)?.layout.shape)), "A tuple of ndim integers giving the shape of the memory as an N-dimensional array."),
        getter("strides", |vm, this| Ok(ints(vm, &open(vm, this)?.layout.strides)), "A tuple of ndim integers giving the size in bytes to access each element for each dimension of the array."),
        getter("suboffsets", |vm, this| open(vm, this).map(|_| vm.tuple(Vec::new())), "A tuple of integers used internally for PIL-style arrays."),
        getter("c_contiguous", |vm, this| Ok(Value::bool(open(vm, this)?.layout.is_contiguous(false))), "A bool indicating whether the memory is C contiguous."),
        getter("f_contiguous", |vm, this| Ok(Value::bool(open(vm, this)?.layout.is_contiguous(true))), "A bool indicating whether the memory is Fortran contiguous."),
        getter("contiguous", is_contiguous, "A bool indicating whether the memory is contiguous."),
    ],
    ..TypeTable::DEFAULT
};

impl MemoryView {
    /// A view of the same bytes.
    pub(super) fn with_layout(&self, vm: &Vm, layout: Layout, readonly: bool) -> Value {
        alloc(vm, self.base.clone(), self.wrapper.get(), layout, readonly)
    }

    /// The exporter.
    ///
    /// # Errors
    /// ValueError when the view has been released.
    pub(super) fn exporter(&self, vm: &Vm) -> PyResult<&dyn Exporter> {
        match buffer::exporter(&self.base).filter(|_| !self.released.get()) {
            Some(exporter) => Ok(exporter),
            None => Err(released(vm)),
        }
    }

    /// Whether the bytes must not be changed through this view.
    pub fn is_readonly(&self) -> bool {
        self.readonly
    }

    /// Whether the view has been released.
    pub fn is_released(&self) -> bool {
        self.released.get()
    }

    /// The bytes of all items, in the order of the dimensions.
    ///
    /// # Errors
    /// ValueError when the view has been released.
    pub fn view(&self, vm: &Vm) -> PyResult<View<'_>> {
        let exporter = self.exporter(vm)?;
        if self.layout.is_contiguous(false) {
            let (start, len) = (self.layout.start.max(0) as usize, self.layout.bytes());
            return Ok(buffer::part(
                exporter,
                if len == 0 { 0 } else { start },
                len,
            ));
        }
        let bytes = exporter.bytes();
        let mut out = Vec::with_capacity(self.layout.bytes());
        let size = self.layout.format.size();
        self.layout.for_each(false, &mut |at| {
            out.extend_from_slice(&bytes[at..at + size]);
        });
        Ok(View::Owned(out))
    }

    /// As [`MemoryView::view`], for somebody who asks the view for its buffer.
    ///
    /// # Errors
    /// As [`MemoryView::view`]; ValueError too when no other view may be made of it.
    pub(super) fn shared(&self, vm: &Vm) -> PyResult<View<'_>> {
        match self.restricted {
            true => Err(restricted(vm)),
            false => self.view(vm),
        }
    }

    /// The bytes of all items, to be overwritten; `None` when they must not be.
    ///
    /// # Errors
    /// ValueError when the view has been released, BufferError when its items don't lie in a row.
    pub(super) fn view_mut(&self, vm: &Vm) -> PyResult<Option<RefMut<'_, [u8]>>> {
        let exporter = self.exporter(vm)?;
        if self.readonly {
            return Ok(None);
        }
        if self.restricted {
            return Err(restricted(vm));
        }
        if !self.layout.is_contiguous(false) {
            return Err(vm.buffer_error("memoryview: underlying buffer is not C-contiguous"));
        }
        let (start, len) = (self.layout.start.max(0) as usize, self.layout.bytes());
        let range = if len == 0 { 0..0 } else { start..start + len };
        let bytes = exporter.bytes_mut(vm)?;
        Ok(Some(RefMut::map(bytes, |bytes| &mut bytes[range])))
    }

    /// What `obj` shows.
    pub(super) fn owner(&self) -> Value {
        if self.restricted {
            return Value::None;
        }
        let wrapper = self.wrapper.get();
        let shown = wrapper.native::<BufferWrapper>();
        shown
            .and_then(|shown| shown.shown(&wrapper))
            .unwrap_or_else(|| self.base.clone())
    }

    /// Counts somebody who holds the view's buffer.
    pub(super) fn add_export(&self) {
        self.exports.set(self.exports.get() + 1);
    }

    /// Counts that somebody no longer holds the view's buffer.
    pub(super) fn remove_export(&self) {
        self.exports.set(self.exports.get().saturating_sub(1));
    }

    /// Ends the view.
    ///
    /// # Errors
    /// BufferError while somebody holds its buffer.
    pub fn release(&self, vm: &Vm) -> PyResult<()> {
        let exports = self.exports.get();
        if exports > 0 {
            let s = if exports == 1 { "" } else { "s" };
            return Err(vm.buffer_error(format!("memoryview has {exports} exported buffer{s}")));
        }
        self.end(vm);
        Ok(())
    }

    /// Ends the view, whoever holds its buffer.
    pub(super) fn end(&self, vm: &Vm) {
        let last = self.uncount();
        let wrapper = self.wrapper.take();
        if let Some(wrapper) = wrapper.native::<BufferWrapper>()
            && last
        {
            wrapper.release(vm);
        }
    }

    /// Counts the end of the view; whether it was the last one by way of its wrapper.
    fn uncount(&self) -> bool {
        if self.released.replace(true) {
            return false;
        }
        if let Some(exporter) = buffer::exporter(&self.base) {
            exporter.add_export(-1);
        }
        let wrapper = self.wrapper.get();
        wrapper
            .native::<BufferWrapper>()
            .is_some_and(BufferWrapper::remove)
    }

    /// The layout in which somebody who asks with such flags gets the items.
    ///
    /// # Errors
    /// BufferError when they are not as asked for.
    fn asked(&self, vm: &Vm, flags: i64) -> PyResult<Layout> {
        let has = |flag: i64| flags & flag == flag;
        let layout = &self.layout;
        let (rows, columns) = (layout.is_contiguous(false), layout.is_contiguous(true));
        let refuse = |what: &str| Err(vm.buffer_error(format!("memoryview: {what}")));
        if has(buffer::WRITABLE) && self.readonly {
            return refuse("underlying buffer is not writable");
        }
        if has(buffer::C_CONTIGUOUS) && !rows {
            return refuse("underlying buffer is not C-contiguous");
        }
        if has(buffer::F_CONTIGUOUS) && !columns {
            return refuse("underlying buffer is not Fortran contiguous");
        }
        if has(buffer::ANY_CONTIGUOUS) && !rows && !columns {
            return refuse("underlying buffer is not contiguous");
        }
        if !has(buffer::STRIDES) && !rows {
            return refuse("underlying buffer is not C-contiguous");
        }
        if !has(buffer::ND) && has(buffer::FORMAT) {
            return refuse("cannot cast to unsigned bytes if the format flag is present");
        }
        Ok(layout.described(flags))
    }
}

/// The payload of a memoryview, which counts as one of the exporter's.
fn payload(base: Value, wrapper: Value, layout: Layout, readonly: bool) -> MemoryView {
    if let Some(exporter) = buffer::exporter(&base) {
        exporter.add_export(1);
    }
    if let Some(wrapper) = wrapper.native::<BufferWrapper>() {
        wrapper.add();
    }
    MemoryView {
        base,
        wrapper: ValueCell::new(wrapper),
        layout,
        readonly,
        restricted: false,
        released: Cell::new(false),
        exports: Cell::new(0),
        hash: Cell::new(None),
    }
}

fn alloc(vm: &Vm, base: Value, wrapper: Value, layout: Layout, readonly: bool) -> Value {
    let view = payload(base, wrapper, layout, readonly);
    heap::alloc(&vm.types.memoryview, view).into()
}

#[cold]
fn restricted(vm: &Vm) -> Raised {
    vm.value_error("cannot create new view on restricted memoryview")
}

#[cold]
fn released(vm: &Vm) -> Raised {
    vm.value_error("operation forbidden on released memoryview object")
}

/// The memoryview of a receiver, which must not have been released.
///
/// # Errors
/// ValueError when it has.
pub(super) fn open<'a>(vm: &Vm, this: &'a Value) -> PyResult<&'a MemoryView> {
    let view = vm.this::<MemoryView>(std::slice::from_ref(this))?;
    match view.released.get() {
        true => Err(released(vm)),
        false => Ok(view),
    }
}

/// As [`open`], where another view is to be made of it.
///
/// # Errors
/// ValueError also when it is for the length of a `__release_buffer__` only.
pub(super) fn viewable<'a>(vm: &Vm, this: &'a Value) -> PyResult<&'a MemoryView> {
    let view = open(vm, this)?;
    match view.restricted {
        true => Err(restricted(vm)),
        false => Ok(view),
    }
}

// ---------------------------------------------------------------------------------------------
// Construction

fn memory_new(vm: &Vm, args: &[Value]) -> PyResult {
    new(vm, &args[1], buffer::FULL_RO)
}

fn from_flags(vm: &Vm, args: &[Value]) -> PyResult {
    let flags = args::c_int(vm, &args[2])?;
    new(vm, &args[1], flags.into())
}

/// `memoryview(value)`, where the object is asked with such flags.
///
/// # Errors
/// TypeError when the object exposes no bytes, BufferError when they are not as asked for.
pub fn new(vm: &Vm, value: &Value, flags: i64) -> PyResult {
    if value.get::<MemoryView>().is_some() {
        let view = viewable(vm, value)?;
        return Ok(view.with_layout(vm, view.layout.clone(), view.readonly));
    }
    if buffer::overridden(vm, value).is_none()
        && let Some(exporter) = buffer::exporter(value)
    {
        return exported(vm, value, exporter, flags);
    }
    match vm.class_of(value).special(vm, Special::Buffer) {
        Some(method) => given(vm, value, method, flags),
        None => Err(vm.type_error(format!(
            "memoryview: a bytes-like object is required, not '{}'",
            vm.type_name(value)
        ))),
    }
}

/// As [`new`], where a memoryview counts as one that has been asked for its buffer.
///
/// # Errors
/// As [`new`].
pub fn hold(vm: &Vm, value: &Value, flags: i64) -> PyResult {
    match value.get::<MemoryView>() {
        Some(_) => of_memory(vm, value, flags),
        None => new(vm, value, flags),
    }
}

/// A memoryview of what a built-in exporter has.
fn exported(vm: &Vm, value: &Value, exporter: &dyn Exporter, flags: i64) -> PyResult {
    let readonly = exporter.is_readonly();
    if readonly && flags & buffer::WRITABLE != 0 {
        return Err(vm.buffer_error("Object is not writable."));
    }
    let layout = Layout::flat(exporter.format().described(flags), exporter.bytes().len());
    let wrapper = buffer_wrapper::of_base(vm, value, || {
        let mut view = payload(value.clone(), Value::Unbound, layout.clone(), readonly);
        view.restricted = true;
        heap::alloc(&vm.types.memoryview, view).into()
    });
    let wrapper = wrapper.unwrap_or(Value::Unbound);
    Ok(alloc(vm, value.clone(), wrapper, layout, readonly))
}

/// A memoryview of what an object's `__buffer__` gives.
fn given(vm: &Vm, value: &Value, method: Value, flags: i64) -> PyResult {
    let inner = call_special(vm, method, value, &[Value::Int(flags)])?;
    if inner.get::<MemoryView>().is_none() {
        return Err(vm.type_error("__buffer__ returned non-memoryview object"));
    }
    let view = viewable(vm, &inner)?;
    let layout = view.asked(vm, flags)?;
    let wrapper = buffer_wrapper::of_given(vm, value, inner.clone());
    Ok(alloc(vm, view.base.clone(), wrapper, layout, view.readonly))
}

/// A memoryview of what a memoryview gives who asks it for its buffer.
fn of_memory(vm: &Vm, value: &Value, flags: i64) -> PyResult {
    let view = viewable(vm, value)?;
    let layout = view.asked(vm, flags)?;
    let wrapper = buffer_wrapper::of_memory(vm, value);
    Ok(alloc(vm, view.base.clone(), wrapper, layout, view.readonly))
}

/// `__buffer__` of the built-in exporters.
///
/// # Errors
/// As [`new`]; OverflowError for flags that are no C `int`.
pub fn buffer(vm: &Vm, args: &[Value]) -> PyResult {
    let flags = args::index(vm, &args[1])?;
    if flags > i32::MAX.into() {
        return Err(vm.overflow_error("buffer flags too large"));
    }
    match buffer::exporter(&args[0]) {
        // Not by way of a subclass's own `__buffer__`, which may be asking.
        Some(exporter) => exported(vm, &args[0], exporter, flags),
        None => hold(vm, &args[0], flags),
    }
}

/// `__release_buffer__` of the built-in exporters.
///
/// # Errors
/// TypeError for what is no memoryview, ValueError for one that has been released or is not of the object,
/// BufferError for one whose buffer somebody holds.
pub fn release_buffer(vm: &Vm, args: &[Value]) -> PyResult {
    let Some(view) = args[1].get::<MemoryView>() else {
        return Err(vm.type_error("expected a memoryview object"));
    };
    // The one that a `__release_buffer__` hands on to its base ends by itself.
    if view.restricted {
        return Ok(Value::None);
    }
    if view.released.get() {
        return Err(vm.value_error("memoryview's buffer has already been released"));
    }
    if !view.owner().is(&args[0]) {
        return Err(vm.value_error("memoryview's buffer is not this object"));
    }
    view.release(vm)?;
    Ok(Value::None)
}

// ---------------------------------------------------------------------------------------------
// Protocols

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let released = vm.this::<MemoryView>(args)?.released.get();
    let kind = if released {
        "released memory"
    } else {
        "memory"
    };
    Ok(vm.str(&format!("<{kind} at {:#x}>", args[0].id())))
}

fn hash(vm: &Vm, args: &[Value]) -> PyResult {
    let view = vm.this::<MemoryView>(args)?;
    if let Some(hash) = view.hash.get() {
        return Ok(Value::Int(hash));
    }
    let view = open(vm, &args[0])?;
    if !view.readonly {
        return Err(vm.value_error("cannot hash writable memoryview object"));
    }
    if !view.layout.format.is_byte() {
        return Err(vm.value_error("memoryview: hashing is restricted to formats 'B', 'b' or 'c'"));
    }
    ops::hash(vm, &view.owner())?;
    let bytes = view.view(vm)?;
    let hash = crate::vm::with_hash_key(|key| key.hash_bytes(&bytes));
    view.hash.set(Some(hash));
    Ok(Value::Int(hash))
}

fn unordered(_vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(Value::NotImplemented)
}

fn len(vm: &Vm, args: &[Value]) -> PyResult {
    match open(vm, &args[0])?.layout.shape.first() {
        Some(&len) => Ok(Value::Int(len)),
        None => Err(vm.type_error("0-dim memory has no length")),
    }
}

fn enter(vm: &Vm, args: &[Value]) -> PyResult {
    open(vm, &args[0])?;
    Ok(args[0].clone())
}

fn release(vm: &Vm, args: &[Value]) -> PyResult {
    vm.this::<MemoryView>(args)?.release(vm)?;
    Ok(Value::None)
}

fn get_format(vm: &Vm, this: &Value) -> PyResult {
    let layout = &open(vm, this)?.layout;
    let mark = if layout.marked { "@" } else { "" };
    Ok(vm.str(&format!("{mark}{}", layout.format.code())))
}

fn is_contiguous(vm: &Vm, this: &Value) -> PyResult {
    let layout = &open(vm, this)?.layout;
    let contiguous = layout.is_contiguous(false) || layout.is_contiguous(true);
    Ok(Value::bool(contiguous))
}

fn ints(vm: &Vm, values: &[i64]) -> Value {
    vm.tuple(values.iter().copied().map(Value::Int).collect())
}

// ---------------------------------------------------------------------------------------------
// Methods

fn toreadonly(vm: &Vm, args: &[Value]) -> PyResult {
    let view = viewable(vm, &args[0])?;
    Ok(view.with_layout(vm, view.layout.clone(), true))
}

fn tobytes(vm: &Vm, args: &[Value]) -> PyResult {
    let order = match &args[1] {
        Value::None => String::from("C"),
        order => match crate::types::str::text_of(order) {
            Some(order) => order.to_string(),
            None => {
                return Err(vm.type_error(format!(
                    "tobytes() argument 'order' must be str or None, not {}",
                    vm.type_name(order)
                )));
            }
        },
    };
    let view = open(vm, &args[0])?;
    let first_closest = match &*order {
        "C" => false,
        "F" => true,
        "A" => view.layout.is_contiguous(true) && !view.layout.is_contiguous(false),
        _ => return Err(vm.value_error("order must be 'C', 'F' or 'A'")),
    };
    if !first_closest {
        let bytes = view.view(vm)?.to_vec();
        return Ok(vm.bytes(bytes));
    }
    let bytes = view.exporter(vm)?.bytes();
    let size = view.layout.format.size();
    let mut out = Vec::with_capacity(view.layout.bytes());
    view.layout
        .for_each(true, &mut |at| out.extend_from_slice(&bytes[at..at + size]));
    Ok(vm.bytes(out))
}

fn hex(vm: &Vm, args: &[Value]) -> PyResult {
    let view = open(vm, &args[0])?;
    let group = args::c_int(vm, &args[2])?;
    let separator = hex_separator(vm, &args[1])?;
    let digits = crate::text::ascii::hex(&view.view(vm)?, separator, group.into());
    Ok(vm.text(digits.or_raise(vm)?))
}

fn cast(vm: &Vm, args: &[Value]) -> PyResult {
    let text = args::text(vm, &args[1], "cast() argument 'format'")?;
    let view = viewable(vm, &args[0])?;
    let layout = &view.layout;
    if !layout.is_contiguous(false) {
        return Err(vm.type_error("memoryview: casts are restricted to C-contiguous views"));
    }
    let has_shape = !args[2].is_unbound();
    if (has_shape || layout.shape.len() != 1) && layout.shape.contains(&0) {
        return Err(vm.type_error("memoryview: cannot cast view with zeros in shape or strides"));
    }
    let shape = match has_shape {
        true => Some(shape_arg(vm, &args[2], layout.shape.len())?),
        false => None,
    };
    let (format, marked) = cast_format(vm, text)?;
    if !format.is_byte() && !layout.format.is_byte() {
        return Err(vm.type_error("memoryview: cannot cast between two non-byte formats"));
    }
    let bytes = layout.bytes();
    if !bytes.is_multiple_of(format.size()) {
        return Err(vm.type_error("memoryview: length is not a multiple of itemsize"));
    }
    let mut cast = Layout {
        start: layout.start,
        marked,
        ..Layout::flat(format, bytes)
    };
    if let Some(shape) = shape {
        cast.shape = shape_values(vm, &shape)?;
        let count = cast
            .shape
            .iter()
            .try_fold(1i64, |n, &more| n.checked_mul(more));
        let Some(count) = count else {
            return Err(vm.value_error("memoryview.cast(): product(shape) > SSIZE_MAX"));
        };
        if count.checked_mul(format.size() as i64) != Some(bytes as i64) {
            return Err(vm.type_error("memoryview: product(shape) * itemsize != buffer size"));
        }
        cast.strides = Layout::row_strides(format, &cast.shape);
    }
    Ok(view.with_layout(vm, cast, view.readonly))
}

/// The format that the argument `format` names, and whether with an `@`.
fn cast_format(vm: &Vm, text: &Text) -> PyResult<(Format, bool)> {
    let ascii = encode_text(vm, text, Codec::Ascii, &Text::from("strict"))?;
    // A text ends for CPython where C's do.
    let ascii = ascii.split(|&byte| byte == 0).next().unwrap_or_default();
    match Format::of(ascii) {
        Some(format) => Ok((format, ascii.len() == 2)),
        None => Err(vm.value_error(
            "memoryview: destination format must be a native single character format prefixed with \
             an optional '@'",
        )),
    }
}

/// The most dimensions.
const MOST_DIMENSIONS: usize = 64;

/// The items of the argument `shape`, for a view of so many dimensions.
fn shape_arg(vm: &Vm, value: &Value, dimensions: usize) -> PyResult<Vec<Value>> {
    let items = match (value.get::<List>(), value.get::<Tuple>()) {
        (Some(list), _) => list.items.to_vec(),
        (_, Some(tuple)) => tuple.items.to_vec(),
        _ => return Err(vm.type_error("shape must be a list or a tuple")),
    };
    if items.len() > MOST_DIMENSIONS {
        return Err(vm.value_error(format!(
            "memoryview: number of dimensions must not exceed {MOST_DIMENSIONS}"
        )));
    }
    if dimensions != 1 && items.len() != 1 {
        return Err(vm.type_error("memoryview: cast must be 1D -> ND or ND -> 1D"));
    }
    Ok(items)
}

fn shape_values(vm: &Vm, items: &[Value]) -> PyResult<Vec<i64>> {
    let value = |item: &Value| {
        if crate::types::int::int_ref(item).is_none() {
            return Err(vm.type_error("memoryview.cast(): elements of shape must be integers"));
        }
        match args::size(vm, item)? {
            count @ 1.. => Ok(count),
            _ => Err(vm.value_error("memoryview.cast(): elements of shape must be integers > 0")),
        }
    };
    items.iter().map(value).collect()
}
