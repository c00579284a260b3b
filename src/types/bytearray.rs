//! `bytearray`: the payload, the table, and what `bytes` does not have. The methods both share are in
//! `bytes_methods`.

use crate::object::heap::{self, Kind, Obj, Ref as Pointer, Trace};
use crate::object::ops::{self, Compare};
use crate::object::table::{self, TypeTable, class_method, method, static_method};
use crate::object::value::{PyResult, Raised, Value};
use crate::text::escape;
use crate::types::bytes::{self, add, byte_arg, cannot_concat, modulo, mul, rmodulo};
use crate::types::bytes_methods::*;
use crate::types::iterators_text::BytesIterator;
use crate::types::sequence::{self, Subscript};
use crate::types::slice::Span;
use crate::types::str::text_of;
use crate::types::{args, buffer, memoryview, slots};
use crate::vm::Vm;
use std::cell::{Cell, Ref, RefCell, RefMut};

/// The payload of bytearrays.
#[derive(Default)]
pub struct ByteArray {
    data: RefCell<Vec<u8>>,
    /// How many memoryviews look at the bytes: while there are any, the size stays.
    exports: Cell<usize>,
}

impl ByteArray {
    /// The byte at `index`.
    #[inline]
    pub fn byte(&self, index: usize) -> Option<u8> {
        self.data.borrow().get(index).copied()
    }
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
    /// Replaces the bytes from `start` to `end`, which lie within them.
    ///
    /// # Errors
    /// BufferError when the size would change while memoryviews look, MemoryError.
    fn splice(&self, vm: &Vm, start: usize, end: usize, bytes: &[u8]) -> PyResult<()> {
        if bytes.len() == end - start {
            self.borrow_mut(vm)?[start..end].copy_from_slice(bytes);
            return Ok(());
        }
        let mut data = self.resizable(vm)?;
        if data.try_reserve(bytes.len()).is_err() {
            return Err(vm.memory_error(""));
        }
        data.splice(start..end, bytes.iter().copied());
        Ok(())
    }
}

#[cold]
fn in_use(vm: &Vm) -> Raised {
    vm.buffer_error("Existing exports of data: object cannot be re-sized")
}

/// The type's table.
#[rustfmt::skip]
pub const BYTEARRAY: TypeTable = TypeTable {
    name: "bytearray",
    own: &["__getattribute__"],
    kind: Kind::ByteArray,
    sequence: true,
    subclassable: true,
    doc: "bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> bytearray\nbytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer\nbytearray(int) -> bytes array of size given by the parameter initialized with null bytes\nbytearray() -> empty bytes array\n\nA sequence of bytes that can change, from any of these.",
    methods: byte_methods!("bytearray", "bytes/bytearray", ":";
        table::new("__new__(cls, *args, **kwargs)", array_new),
        method("__init__(self, /, source=<unrepresentable>, encoding=<unrepresentable>, errors=<unrepresentable>)", array_init, "Initialize self.  See help(type(self)) for accurate signature."),
        slots::repr(repr), slots::str(str),
        slots::lt(lt), slots::le(le), slots::eq(eq), slots::ne(ne), slots::gt(gt), slots::ge(ge),
        slots::iter(iter), slots::len(len), slots::contains(contains),
        slots::getitem(getitem), slots::setitem(setitem), slots::delitem(delitem),
        slots::add(add), slots::iadd(iadd), slots::mul(mul), slots::rmul(mul), slots::imul(imul),
        slots::mod_(modulo), slots::rmod(rmodulo),
        slots::buffer(memoryview::buffer), slots::release_buffer(memoryview::release_buffer),
        method("__alloc__(self, /)", alloc, "B.__alloc__() -> int"),
        method("__reduce__(self, /)", reduce, "Return state information for pickling."),
        method("__reduce_ex__(self, proto=0, /)", reduce_ex, "Return state information for pickling."),
        method("__sizeof__(self, /)", size_of, "Returns the size of the bytearray object in memory, in bytes.");
        method("append(self, item, /)", append, "Append a single item to the end of the bytearray."),
        method("clear(self, /)", clear, "Remove all items from the bytearray."),
        method("copy(self, /)", copy, "Return a copy of B."),
        method("extend(self, iterable_of_ints, /)", extend, "Append all the items from the iterator or sequence to the end of the bytearray."),
        method("insert(self, index, item, /)", insert, "Insert a single item into the bytearray before the given index."),
        method("pop(self, index=-1, /)", pop, "Remove and return a single item from B."),
        method("remove(self, value, /)", remove, "Remove the first occurrence of a value in the bytearray."),
        method("reverse(self, /)", reverse, "Reverse the order of the values in B in place."),
    ),
    ..TypeTable::DEFAULT
};

impl Vm {
    /// A `bytearray`.
    pub fn bytearray(&self, data: Vec<u8>) -> Pointer<ByteArray> {
        heap::alloc(&self.types.bytearray, ByteArray::new(data))
    }
}

fn array_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = super::class_arg(vm, &args[0], "bytearray")?;
    Ok(heap::alloc(&class, ByteArray::default()).into())
}

fn array_init(vm: &Vm, args: &[Value]) -> PyResult {
    let array = vm.this::<ByteArray>(args)?;
    if let [source, Value::Unbound, Value::Unbound] = &args[1..4]
        && bytes::is_plain_iterable(vm, source)
    {
        // The array grows as the iterator runs, which may look at it.
        array.resizable(vm)?.clear();
        let iterator = ops::iter(vm, source).map_err(|raised| {
            let found = vm.type_name(source);
            vm.reword_type_error(
                raised,
                &format!("cannot convert '{found}' object to bytearray"),
            )
        })?;
        while let Some(item) = ops::next(vm, &iterator)? {
            vm.tick()?;
            append_bytes(vm, array, &[byte_arg(vm, &item, "byte")?])?;
        }
        return Ok(Value::None);
    }
    if !array.borrow().is_empty() {
        array.resizable(vm)?.clear();
    }
    let bytes = bytes::from_arguments(vm, &args[1..4], "bytearray")?;
    let len = array.borrow().len();
    array.splice(vm, 0, len, &bytes)?;
    Ok(Value::None)
}

// ---------------------------------------------------------------------------------------------
// Operators and protocols

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let class = vm.type_name(&args[0]);
    let text = escape::repr_bytearray(&class, &this(vm, args)?);
    Ok(vm.str(&text))
}

fn str(vm: &Vm, args: &[Value]) -> PyResult {
    bytes::warn_of_mixing(vm, "str() on a bytearray instance")?;
    repr(vm, args)
}

fn compare(vm: &Vm, op: Compare, args: &[Value]) -> PyResult {
    let (own, other) = (buffer::attempt(vm, &args[0]), buffer::attempt(vm, &args[1]));
    Ok(match (own, other) {
        (Some(own), Some(other)) => Value::bool(op.holds(&*own, &*other)),
        _ => {
            if matches!(op, Compare::Eq | Compare::Ne) && text_of(&args[1]).is_some() {
                bytes::warn_of_mixing(vm, "Comparison between bytearray and string")?;
            }
            Value::NotImplemented
        }
    })
}

macro_rules! comparisons {
    ($($name:ident $op:ident;)*) => {$(
        fn $name(vm: &Vm, args: &[Value]) -> PyResult {
            compare(vm, Compare::$op, args)
        }
    )*};
}

comparisons! { lt Lt; le Le; eq Eq; ne Ne; gt Gt; ge Ge; }

fn iter(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(BytesIterator::alloc(vm, &args[0]))
}

fn len(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::Int(this(vm, args)?.len() as i64))
}

#[cold]
fn out_of_range(vm: &Vm) -> Raised {
    vm.index_error("bytearray index out of range")
}

fn getitem(vm: &Vm, args: &[Value]) -> PyResult {
    let subscript = sequence::subscript(vm, &args[1], "bytearray")?;
    let data = vm.this::<ByteArray>(args)?.borrow();
    match subscript {
        Subscript::Index(index) => match args::position(index, data.len()) {
            Some(at) => Ok(Value::Int(data[at].into())),
            None => Err(out_of_range(vm)),
        },
        Subscript::Slice(bounds) => {
            let bytes = bounds.fit(data.len()).of_bytes(&data);
            Ok(vm.bytearray(bytes).into())
        }
    }
}

fn setitem(vm: &Vm, args: &[Value]) -> PyResult {
    let array = vm.this::<ByteArray>(args)?;
    match sequence::subscript(vm, &args[1], "bytearray")? {
        Subscript::Index(index) => {
            let byte = byte_arg(vm, &args[2], "byte")?;
            let mut data = array.borrow_mut(vm)?;
            match args::position(index, data.len()) {
                Some(at) => data[at] = byte,
                None => return Err(out_of_range(vm)),
            }
        }
        Subscript::Slice(bounds) => {
            let bytes = assigned(vm, &args[2])?;
            let is_other = args[2].get::<ByteArray>().is_some() && !args[2].is(&args[0]);
            // Anything else becomes a bytearray, with which the assignment begins again.
            let bounds = match is_other {
                true => bounds,
                false => match sequence::subscript(vm, &args[1], "bytearray")? {
                    Subscript::Slice(again) => again,
                    Subscript::Index(_) => bounds,
                },
            };
            let span = bounds.fit(array.borrow().len());
            assign_span(vm, array, span, &bytes)?;
        }
    }
    Ok(Value::None)
}

/// The bytes to assign to a slice.
fn assigned(vm: &Vm, value: &Value) -> PyResult<Vec<u8>> {
    if let Some(bytes) = buffer::scattered(vm, value)? {
        return Ok(bytes.to_vec());
    }
    if args::is_number(vm, value) || text_of(value).is_some() {
        return Err(
            vm.type_error("can assign only bytes, buffers, or iterables of ints in range(0, 256)")
        );
    }
    let made = vm.call(&vm.types.bytearray.value(), std::slice::from_ref(value))?;
    let made = vm.this::<ByteArray>(std::slice::from_ref(&made))?;
    Ok(made.borrow().to_vec())
}

fn assign_span(vm: &Vm, array: &ByteArray, span: Span, bytes: &[u8]) -> PyResult<()> {
    if span.step == 1 {
        return array.splice(vm, span.start, span.start + span.count, bytes);
    }
    if bytes.is_empty() {
        return delete_span(vm, array, span);
    }
    if bytes.len() != span.count {
        return Err(vm.value_error(format!(
            "attempt to assign bytes of size {} to extended slice of size {}",
            bytes.len(),
            span.count
        )));
    }
    let mut data = array.borrow_mut(vm)?;
    for (at, &byte) in span.positions().zip(bytes) {
        data[at] = byte;
    }
    Ok(())
}

fn delete_span(vm: &Vm, array: &ByteArray, span: Span) -> PyResult<()> {
    if span.count == 0 {
        return Ok(());
    }
    let mut data = array.resizable(vm)?;
    let span = span.ascending();
    let (mut at, mut next, mut left) = (0, span.start, span.count);
    data.retain(|_| {
        let hit = at == next && left > 0;
        if hit {
            left -= 1;
            next += span.step as usize;
        }
        at += 1;
        !hit
    });
    Ok(())
}

fn delitem(vm: &Vm, args: &[Value]) -> PyResult {
    let array = vm.this::<ByteArray>(args)?;
    match sequence::subscript(vm, &args[1], "bytearray")? {
        Subscript::Index(index) => {
            let len = array.borrow().len();
            match args::position(index, len) {
                Some(at) => drop(array.resizable(vm)?.remove(at)),
                None => return Err(out_of_range(vm)),
            }
        }
        Subscript::Slice(bounds) => {
            let span = bounds.fit(array.borrow().len());
            delete_span(vm, array, span)?;
        }
    }
    Ok(Value::None)
}

fn iadd(vm: &Vm, args: &[Value]) -> PyResult {
    let Some(bytes) = buffer::attempt(vm, &args[1]) else {
        return Err(cannot_concat(vm, args));
    };
    // The bytes may be the array's own.
    let bytes = bytes.stable();
    append_bytes(vm, vm.this::<ByteArray>(args)?, &bytes)?;
    Ok(args[0].clone())
}

fn append_bytes(vm: &Vm, array: &ByteArray, bytes: &[u8]) -> PyResult<()> {
    if bytes.is_empty() {
        return Ok(());
    }
    let mut data = array.resizable(vm)?;
    if data.try_reserve(bytes.len()).is_err() {
        return Err(vm.memory_error(""));
    }
    data.extend_from_slice(bytes);
    Ok(())
}

fn imul(vm: &Vm, args: &[Value]) -> PyResult {
    let times = args::times(vm, &args[1])?;
    let array = vm.this::<ByteArray>(args)?;
    let len = array.borrow().len();
    if times != 1 && len > 0 {
        let bytes = bytes::repeated(vm, &array.borrow(), times)?;
        array.splice(vm, 0, len, &bytes)?;
    }
    Ok(args[0].clone())
}

// ---------------------------------------------------------------------------------------------
// Methods

fn alloc(vm: &Vm, args: &[Value]) -> PyResult {
    let len = this(vm, args)?.len();
    Ok(Value::Int(if len == 0 { 0 } else { len as i64 + 1 }))
}

fn size_of(vm: &Vm, args: &[Value]) -> PyResult {
    // As CPython lays it out: a header, the bytes and a null after them.
    let len = this(vm, args)?.len();
    Ok(Value::Int(56 + if len == 0 { 0 } else { len as i64 + 1 }))
}

fn reduce(vm: &Vm, args: &[Value]) -> PyResult {
    reduced(vm, &args[0], 2)
}

fn reduce_ex(vm: &Vm, args: &[Value]) -> PyResult {
    let protocol = args::c_int(vm, &args[1])?;
    reduced(vm, &args[0], protocol)
}

fn reduced(vm: &Vm, value: &Value, protocol: i32) -> PyResult {
    let bytes = this(vm, std::slice::from_ref(value))?.to_vec();
    let state = crate::object::lookup::get(vm, value, &vm.names.__getstate__)?;
    let state = vm.call(&state, &[])?;
    let content = if bytes.is_empty() {
        Vec::new()
    } else if protocol < 3 {
        let text = bytes.iter().map(|&byte| u32::from(byte)).collect();
        vec![vm.text(text), vm.str("latin-1")]
    } else {
        vec![vm.bytes(bytes)]
    };
    let content = vm.tuple(content);
    Ok(vm.tuple(vec![vm.class_of(value).value(), content, state]))
}

fn append(vm: &Vm, args: &[Value]) -> PyResult {
    let byte = byte_arg(vm, &args[1], "byte")?;
    append_bytes(vm, vm.this::<ByteArray>(args)?, &[byte])?;
    Ok(Value::None)
}

fn clear(vm: &Vm, args: &[Value]) -> PyResult {
    vm.this::<ByteArray>(args)?.resizable(vm)?.clear();
    Ok(Value::None)
}

fn copy(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(vm.bytearray(this(vm, args)?.to_vec()).into())
}

fn extend(vm: &Vm, args: &[Value]) -> PyResult {
    let array = vm.this::<ByteArray>(args)?;
    if buffer::is_bytes_like(vm, &args[1]) {
        let Some(bytes) = buffer::attempt(vm, &args[1]) else {
            return Err(vm.type_error(format!(
                "can't set bytearray slice from {}",
                vm.type_name(&args[1])
            )));
        };
        let bytes = bytes.stable();
        append_bytes(vm, array, &bytes)?;
        return Ok(Value::None);
    }
    let iterator = ops::iter(vm, &args[1]).map_err(|raised| {
        match vm.swallow(&vm.exceptions.TypeError, raised) {
            Ok(()) => vm.type_error(format!(
                "can't extend bytearray with {}",
                vm.type_name(&args[1])
            )),
            Err(raised) => raised,
        }
    })?;
    // Only for what it calls: programs see that lengths are asked for.
    super::iterators::length_hint(vm, &args[1], 0)?;
    let bytes = bytes::collect_bytes(vm, &iterator, "byte").map_err(|raised| {
        if text_of(&args[1]).is_none() {
            return raised;
        }
        match vm.swallow(&vm.exceptions.TypeError, raised) {
            Ok(()) => vm.type_error("expected iterable of integers; got: 'str'"),
            Err(raised) => raised,
        }
    })?;
    append_bytes(vm, array, &bytes)?;
    Ok(Value::None)
}

fn insert(vm: &Vm, args: &[Value]) -> PyResult {
    let index = args::size(vm, &args[1])?;
    let byte = byte_arg(vm, &args[2], "byte")?;
    let mut data = vm.this::<ByteArray>(args)?.resizable(vm)?;
    let len = data.len() as i64;
    let at = if index < 0 {
        index.saturating_add(len)
    } else {
        index
    };
    let at = at.clamp(0, len) as usize;
    data.insert(at, byte);
    Ok(Value::None)
}

fn pop(vm: &Vm, args: &[Value]) -> PyResult {
    let index = args::size(vm, &args[1])?;
    let array = vm.this::<ByteArray>(args)?;
    let len = array.borrow().len();
    if len == 0 {
        return Err(vm.index_error("pop from empty bytearray"));
    }
    match args::position(index, len) {
        Some(at) => Ok(Value::Int(array.resizable(vm)?.remove(at).into())),
        None => Err(vm.index_error("pop index out of range")),
    }
}

fn remove(vm: &Vm, args: &[Value]) -> PyResult {
    let byte = byte_arg(vm, &args[1], "byte")?;
    let array = vm.this::<ByteArray>(args)?;
    let at = memchr::memchr(byte, &array.borrow());
    match at {
        Some(at) => {
            array.resizable(vm)?.remove(at);
            Ok(Value::None)
        }
        None => Err(vm.value_error("value not found in bytearray")),
    }
}

fn reverse(vm: &Vm, args: &[Value]) -> PyResult {
    vm.this::<ByteArray>(args)?.borrow_mut(vm)?.reverse();
    Ok(Value::None)
}
