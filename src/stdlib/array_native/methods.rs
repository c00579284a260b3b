//! The methods of arrays, and their iterator.

use super::Array;
use super::construct::{self, check_size, packed};
use super::items::{Class, check_character};
use crate::native_payload;
use crate::object::heap::{Kind, ValueCell};
use crate::object::lookup;
use crate::object::ops::{self, Compare};
use crate::object::table::{self, TypeTable, getter, method};
use crate::object::value::{PyResult, Raised, Value};
use crate::stdlib::extension::{self, alloc, this};
use crate::text::Text;
use crate::types::buffer::Exporter;
use crate::types::bytes::Bytes;
use crate::types::iterators::{self, REDUCE_DOC, SELF_ITER, SETSTATE_DOC};
use crate::types::list::List;
use crate::types::sequence::{self, Subscript};
use crate::types::slice;
use crate::types::slice::Span;
use crate::types::{args, buffer, class_getitem, memoryview, slots};
use crate::vm::Vm;
use std::cell::Cell;

#[rustfmt::skip]
pub(super) static ARRAY: TypeTable = TypeTable {
    names_module: true,
    own: &["__getattribute__"],
    name: "array",
    module: "array",
    doc: "array(typecode [, initializer]) -> array\n\nA sequence of numbers or characters of one C type: signed b h i l q, unsigned B H I L Q,\nfloats f d, characters w.",
    kind: Kind::Native,
    subclassable: true,
    weakrefable: true,
    sequence: true,
    methods: &[
        table::new("__new__(type, *args, **kwargs)", construct::new),
        slots::repr(repr),
        slots::lt(lt), slots::le(le), slots::eq(eq), slots::ne(ne), slots::gt(gt), slots::ge(ge),
        slots::iter(iter), slots::len(len), slots::contains(contains),
        slots::getitem(getitem), slots::setitem(setitem), slots::delitem(delitem),
        slots::add(add), slots::iadd(iadd), slots::mul(mul), slots::rmul(mul), slots::imul(imul),
        slots::buffer(memoryview::buffer), slots::release_buffer(memoryview::release_buffer),
        method("append(self, v, /)", append, "Add an item at the end."),
        method("buffer_info(self, /)", buffer_info, "The address of the items and how many there are, a tuple."),
        method("byteswap(self, /)", byteswap, "Reverse the bytes of all items."),
        method("clear(self, /)", clear, "Remove all items."),
        method("__copy__(self, /)", copy, "Return a copy of the array."),
        method("count(self, v, /)", count, "How many items equal v."),
        method("__deepcopy__(self, unused, /)", copy, "Return a copy of the array."),
        method("extend(self, bb, /)", extend, "Add the items of an iterable at the end."),
        method("fromfile(self, f, n, /)", fromfile, "Read n items from a file and add them at the end."),
        method("fromlist(self, list, /)", fromlist, "Add the items of a list at the end, or none of them."),
        method("frombytes(self, buffer, /)", frombytes, "Add items at the end, given as their bytes."),
        method("fromunicode(self, ustr, /)", fromunicode, "Add the characters of a str at the end."),
        method("index(self, v, start=0, stop=sys.maxsize, /)", index, "The first position of v."),
        method("insert(self, i, v, /)", insert, "Insert v before position i."),
        method("pop(self, i=-1, /)", pop, "Remove and return the item at position i."),
        method("__reduce_ex__(self, value, /)", reduce_ex, REDUCE_DOC),
        method("remove(self, v, /)", remove, "Remove the first item that equals v."),
        method("reverse(self, /)", reverse, "Reverse the order of the items."),
        method("tofile(self, f, /)", tofile, "Write the bytes of all items to a file."),
        method("tolist(self, /)", |vm, args| Ok(vm.list(this::<Array>(vm, args)?.to_vec(vm)?)), "A list of the items."),
        method("tobytes(self, /)", tobytes, "The bytes of all items."),
        method("tounicode(self, /)", tounicode, "The characters as a str."),
        method("__sizeof__(self, /)", sizeof, "Size of the array in memory, in bytes."),
        table::class_getitem(class_getitem),
    ],
    properties: &[
        getter("typecode", |vm, value| Ok(vm.str(&one(vm, value)?.code.code.to_string())), "the typecode character used to create the array"),
        getter("itemsize", |vm, value| Ok(Value::Int(one(vm, value)?.code.size as i64)), "the size, in bytes, of one array item"),
    ],
    ..TypeTable::DEFAULT
};

fn one<'a>(vm: &Vm, value: &'a Value) -> PyResult<&'a Array> {
    this::<Array>(vm, std::slice::from_ref(value))
}

/// A plain array with these bytes.
fn with_bytes(vm: &Vm, like: &Array, bytes: Vec<u8>) -> Value {
    alloc(&extension::class(vm, &ARRAY), Array::new(like.code, bytes))
}

fn text(vm: &Vm, array: &Array) -> PyResult<Text> {
    let mut text = Text::new();
    for bytes in array.data.borrow().chunks_exact(4) {
        let c = u32::from_ne_bytes(bytes.try_into().unwrap_or_default());
        check_character(vm, c)?;
        text.push_text(&Text::from_code_point(c));
    }
    Ok(text)
}

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let array = this::<Array>(vm, args)?;
    let name = vm.class_of(&args[0]).name.borrow().to_string();
    let code = array.code.code;
    if array.len() == 0 {
        return Ok(vm.str(&format!("{name}('{code}')")));
    }
    let content = match array.code.class {
        Class::Text => vm.text(text(vm, array)?),
        _ => vm.list(array.to_vec(vm)?),
    };
    let mut out = Text::new();
    out.push_str(&format!("{name}('{code}', "));
    out.push_text(&ops::repr(vm, &content)?.text);
    out.push_str(")");
    Ok(vm.text(out))
}

fn compare(vm: &Vm, op: Compare, args: &[Value]) -> PyResult {
    let array = this::<Array>(vm, args)?;
    let Some(other) = args[1].native::<Array>() else {
        return Ok(Value::NotImplemented);
    };
    if array.code == other.code
        && array.code.class != Class::Float
        && matches!(op, Compare::Eq | Compare::Ne)
    {
        let equal = *array.data.borrow() == *other.data.borrow();
        return Ok(Value::bool(equal == (op == Compare::Eq)));
    }
    // Items are new objects each time, so that a NaN does not equal itself.
    let mut at = 0;
    while let (Some(x), Some(y)) = (array.get(vm, at), other.get(vm, at)) {
        let (x, y) = (x?, y?);
        if !ops::compare_bool(vm, Compare::Eq, &x, &y)? {
            return match op {
                Compare::Eq | Compare::Ne => Ok(Value::bool(op == Compare::Ne)),
                _ => ops::compare(vm, op, &x, &y),
            };
        }
        at += 1;
    }
    Ok(Value::bool(op.holds(array.len(), other.len())))
}

/// The first position from `at` to `stop` whose item equals a value.
fn find(
    vm: &Vm,
    array: &Array,
    value: &Value,
    mut at: usize,
    stop: usize,
) -> PyResult<Option<usize>> {
    while at < stop
        && let Some(item) = array.get(vm, at)
    {
        if ops::compare_bool(vm, Compare::Eq, &item?, value)? {
            return Ok(Some(at));
        }
        at += 1;
    }
    Ok(None)
}

crate::types::comparison_methods!(compare);

fn len(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::Int(this::<Array>(vm, args)?.len() as i64))
}

fn contains(vm: &Vm, args: &[Value]) -> PyResult {
    let array = this::<Array>(vm, args)?;
    let found = find(vm, array, &args[1], 0, usize::MAX)?;
    Ok(Value::bool(found.is_some()))
}

// ---------------------------------------------------------------------------------------------
// Subscripts

fn subscript(vm: &Vm, key: &Value) -> PyResult<Subscript> {
    if !matches!(key, Value::Int(_))
        && !args::has_index(vm, key)
        && key.get::<crate::types::slice::Slice>().is_none()
    {
        return Err(vm.type_error("array indices must be integers"));
    }
    sequence::subscript(vm, key, "array")
}

fn getitem(vm: &Vm, args: &[Value]) -> PyResult {
    let array = this::<Array>(vm, args)?;
    match subscript(vm, &args[1])? {
        Subscript::Index(index) => args::position(index, array.len())
            .and_then(|at| array.get(vm, at))
            .unwrap_or_else(|| Err(vm.index_error("array index out of range"))),
        Subscript::Slice(bounds) => {
            let span = bounds.fit(array.len());
            let size = array.code.size;
            let data = array.data.borrow();
            let bytes: Vec<u8> = match span.step {
                1 => data[span.start * size..(span.start + span.count) * size].to_vec(),
                _ => span
                    .positions()
                    .flat_map(|at| data[at * size..(at + 1) * size].iter().copied())
                    .collect(),
            };
            drop(data);
            Ok(with_bytes(vm, array, bytes))
        }
    }
}

fn assignment_range(vm: &Vm) -> Raised {
    vm.index_error("array assignment index out of range")
}

fn setitem(vm: &Vm, args: &[Value]) -> PyResult {
    let array = this::<Array>(vm, args)?;
    match subscript(vm, &args[1])? {
        Subscript::Index(index) => {
            let bytes = match args::position(index, array.len()) {
                Some(_) => array.bytes_of(vm, &args[2])?,
                None => return Err(assignment_range(vm)),
            };
            // The value's conversion may have changed the array.
            let at = args::position(index, array.len()).ok_or_else(|| assignment_range(vm))?;
            array.splice(vm, at, at + 1, &bytes)?;
        }
        Subscript::Slice(bounds) => {
            let Some(other) = args[2].native::<Array>() else {
                return Err(vm.type_error(format!(
                    "can only assign array (not \"{}\") to array slice",
                    vm.type_name(&args[2])
                )));
            };
            if other.code != array.code {
                return Err(vm.type_error("bad argument type for built-in operation"));
            }
            let bytes = other.data.borrow().clone();
            // An array is copied to be put into itself, and the assignment begins again.
            let bounds = match args[2].is(&args[0]) {
                true if let Subscript::Slice(again) = subscript(vm, &args[1])? => again,
                _ => bounds,
            };
            set_span(vm, array, bounds.fit(array.len()), &bytes)?;
        }
    }
    Ok(Value::None)
}

fn set_span(vm: &Vm, array: &Array, span: Span, bytes: &[u8]) -> PyResult<()> {
    let size = array.code.size;
    if span.step == 1 {
        return array.splice(vm, span.start, span.start + span.count, bytes);
    }
    if bytes.is_empty() {
        return delete_span(vm, array, span);
    }
    if bytes.len() / size != span.count {
        return Err(vm.value_error(format!(
            "attempt to assign array of size {} to extended slice of size {}",
            bytes.len() / size,
            span.count
        )));
    }
    let mut data = array.bytes_mut(vm)?;
    for (at, item) in span.positions().zip(bytes.chunks_exact(size)) {
        data[at * size..(at + 1) * size].copy_from_slice(item);
    }
    Ok(())
}

fn delete_span(vm: &Vm, array: &Array, span: Span) -> PyResult<()> {
    if span.count == 0 {
        return Ok(());
    }
    let size = array.code.size;
    let mut data = array.resizable(vm)?;
    let span = span.ascending();
    let (mut at, mut next, mut left) = (0, span.start, span.count);
    data.retain(|_| {
        let hit = at / size == next && left > 0;
        at += 1;
        if hit && at % size == 0 {
            left -= 1;
            next += span.step as usize;
        }
        !hit
    });
    Ok(())
}

fn delitem(vm: &Vm, args: &[Value]) -> PyResult {
    let array = this::<Array>(vm, args)?;
    match subscript(vm, &args[1])? {
        Subscript::Index(index) => {
            let at = args::position(index, array.len()).ok_or_else(|| assignment_range(vm))?;
            array.splice(vm, at, at + 1, &[])?;
        }
        Subscript::Slice(bounds) => delete_span(vm, array, bounds.fit(array.len()))?,
    }
    Ok(Value::None)
}

// ---------------------------------------------------------------------------------------------
// Operators

fn add(vm: &Vm, args: &[Value]) -> PyResult {
    let array = this::<Array>(vm, args)?;
    let Some(other) = args[1].native::<Array>() else {
        return Err(vm.type_error(format!(
            "can only append array (not \"{}\") to array",
            vm.type_name(&args[1])
        )));
    };
    if other.code != array.code {
        return Err(vm.type_error("bad argument type for built-in operation"));
    }
    let bytes = [array.data.borrow().as_slice(), &other.data.borrow()].concat();
    Ok(with_bytes(vm, array, bytes))
}

fn iadd(vm: &Vm, args: &[Value]) -> PyResult {
    let array = this::<Array>(vm, args)?;
    if args[1].native::<Array>().is_none() {
        return Err(vm.type_error(format!(
            "can only extend array with array (not \"{}\")",
            vm.type_name(&args[1])
        )));
    }
    extend_with(vm, array, &args[1])?;
    Ok(args[0].clone())
}

fn repeated(vm: &Vm, array: &Array, times: usize) -> PyResult<Vec<u8>> {
    let data = array.data.borrow();
    let total = data.len().checked_mul(times);
    let mut bytes = Vec::new();
    match total {
        Some(total) if bytes.try_reserve_exact(total).is_ok() => {}
        _ => return Err(vm.memory_error("")),
    }
    if !data.is_empty() {
        (0..times).for_each(|_| bytes.extend_from_slice(&data));
    }
    Ok(bytes)
}

fn mul(vm: &Vm, args: &[Value]) -> PyResult {
    let array = this::<Array>(vm, args)?;
    let bytes = repeated(vm, array, args::times(vm, &args[1])?)?;
    Ok(with_bytes(vm, array, bytes))
}

fn imul(vm: &Vm, args: &[Value]) -> PyResult {
    let array = this::<Array>(vm, args)?;
    let times = args::times(vm, &args[1])?;
    if times != 1 && array.len() > 0 {
        let bytes = repeated(vm, array, times)?;
        array.splice(vm, 0, array.len(), &bytes)?;
    }
    Ok(args[0].clone())
}

// ---------------------------------------------------------------------------------------------
// Methods

fn append(vm: &Vm, args: &[Value]) -> PyResult {
    let array = this::<Array>(vm, args)?;
    let bytes = array.bytes_to_add(vm, &args[1])?;
    array.extend(vm, &bytes)?;
    Ok(Value::None)
}

fn extend(vm: &Vm, args: &[Value]) -> PyResult {
    extend_with(vm, this::<Array>(vm, args)?, &args[1])?;
    Ok(Value::None)
}

fn extend_with(vm: &Vm, array: &Array, iterable: &Value) -> PyResult<()> {
    let Some(other) = iterable.native::<Array>() else {
        // One by one: what comes before a wrong item stays.
        return ops::for_each(vm, iterable, |value| {
            let bytes = array.bytes_to_add(vm, &value)?;
            array.extend(vm, &bytes)?;
            Ok(true)
        });
    };
    if other.code != array.code {
        return Err(vm.type_error("can only extend with array of same kind"));
    }
    let bytes = other.data.borrow().clone();
    array.extend(vm, &bytes)
}

fn fromlist(vm: &Vm, args: &[Value]) -> PyResult {
    let array = this::<Array>(vm, args)?;
    let Some(list) = args[1].get::<List>() else {
        return Err(vm.type_error("arg must be list"));
    };
    let len = list.items.len();
    let items = vm.list(list.items.to_vec());
    let bytes = packed(vm, array.code, &items)?;
    if list.items.len() != len {
        return Err(vm.runtime_error("list changed size during iteration"));
    }
    array.extend(vm, &bytes)?;
    Ok(Value::None)
}

fn frombytes(vm: &Vm, args: &[Value]) -> PyResult {
    let array = this::<Array>(vm, args)?;
    let bytes = buffer::required(vm, &args[1])?.stable().into_owned();
    check_size(vm, array.code, &bytes)?;
    array.extend(vm, &bytes)?;
    Ok(Value::None)
}

fn fromfile(vm: &Vm, args: &[Value]) -> PyResult {
    let array = this::<Array>(vm, args)?;
    let count = args::size(vm, &args[2])?;
    if count < 0 {
        return Err(vm.value_error("negative count"));
    }
    let Some(size) = count.checked_mul(array.code.size as i64) else {
        return Err(vm.memory_error(""));
    };
    let bytes = vm.call_method(&args[1], &vm.intern("read"), &[Value::Int(size)])?;
    let Some(read) = bytes.get::<Bytes>() else {
        return Err(vm.type_error("read() didn't return bytes"));
    };
    check_size(vm, array.code, &read.data)?;
    array.extend(vm, &read.data)?;
    if read.data.len() as i64 != size {
        return Err(vm.raise(&vm.exceptions.EOFError, "read() didn't return enough bytes"));
    }
    Ok(Value::None)
}

/// How many bytes are written at once.
const BLOCK: usize = 1 << 16;

fn tofile(vm: &Vm, args: &[Value]) -> PyResult {
    let array = this::<Array>(vm, args)?;
    let write = lookup::get(vm, &args[1], &vm.names.write)?;
    let mut at = 0;
    loop {
        let block = {
            let data = array.data.borrow();
            let end = data.len().min(at + BLOCK);
            match data.get(at..end) {
                Some(block) if !block.is_empty() => vm.bytes(block),
                _ => return Ok(Value::None),
            }
        };
        vm.call(&write, &[block])?;
        at += BLOCK;
    }
}

fn only_text(vm: &Vm, array: &Array, name: &str) -> PyResult<()> {
    if array.code.class == Class::Text {
        return Ok(());
    }
    Err(vm.value_error(format!(
        "{name}() may only be called on unicode type arrays ('u' or 'w')"
    )))
}

fn fromunicode(vm: &Vm, args: &[Value]) -> PyResult {
    let array = this::<Array>(vm, args)?;
    let text = args::text(vm, &args[1], "fromunicode() argument")?;
    only_text(vm, array, "fromunicode")?;
    let bytes: Vec<u8> = text.chars().flat_map(|c| c.to_ne_bytes()).collect();
    array.extend(vm, &bytes)?;
    Ok(Value::None)
}

fn tounicode(vm: &Vm, args: &[Value]) -> PyResult {
    let array = this::<Array>(vm, args)?;
    only_text(vm, array, "tounicode")?;
    Ok(vm.text(text(vm, array)?))
}

fn tobytes(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(vm.bytes(this::<Array>(vm, args)?.data.borrow().as_slice()))
}

fn buffer_info(vm: &Vm, args: &[Value]) -> PyResult {
    let array = this::<Array>(vm, args)?;
    let address = array.data.borrow().as_ptr() as usize as i64;
    Ok(vm.tuple(vec![Value::Int(address), Value::Int(array.len() as i64)]))
}

fn byteswap(vm: &Vm, args: &[Value]) -> PyResult {
    let array = this::<Array>(vm, args)?;
    let size = array.code.size;
    for item in array.bytes_mut(vm)?.chunks_exact_mut(size) {
        item.reverse();
    }
    Ok(Value::None)
}

fn clear(vm: &Vm, args: &[Value]) -> PyResult {
    let array = this::<Array>(vm, args)?;
    if array.len() > 0 {
        array.resizable(vm)?.clear();
    }
    Ok(Value::None)
}

fn count(vm: &Vm, args: &[Value]) -> PyResult {
    let array = this::<Array>(vm, args)?;
    let (mut count, mut at) = (0, 0);
    while let Some(found) = find(vm, array, &args[1], at, usize::MAX)? {
        count += 1;
        at = found + 1;
    }
    Ok(Value::Int(count))
}

fn index(vm: &Vm, args: &[Value]) -> PyResult {
    let array = this::<Array>(vm, args)?;
    let range = slice::bounds(vm, &args[2], &args[3], array.len())?;
    match find(vm, array, &args[1], range.start, range.end)? {
        Some(at) => Ok(Value::Int(at as i64)),
        None => Err(vm.value_error("array.index(x): x not in array")),
    }
}

fn insert(vm: &Vm, args: &[Value]) -> PyResult {
    let array = this::<Array>(vm, args)?;
    let index = args::size(vm, &args[1])?;
    let bytes = array.bytes_to_add(vm, &args[2])?;
    let len = array.len() as i64;
    let at = if index < 0 {
        index.saturating_add(len)
    } else {
        index
    };
    let at = at.clamp(0, len) as usize;
    array.splice(vm, at, at, &bytes)?;
    Ok(Value::None)
}

fn pop(vm: &Vm, args: &[Value]) -> PyResult {
    let array = this::<Array>(vm, args)?;
    let index = args::size(vm, &args[1])?;
    if array.len() == 0 {
        return Err(vm.index_error("pop from empty array"));
    }
    let Some(at) = args::position(index, array.len()) else {
        return Err(vm.index_error("pop index out of range"));
    };
    let item = array.get(vm, at).unwrap_or(Ok(Value::None))?;
    array.splice(vm, at, at + 1, &[])?;
    Ok(item)
}

fn remove(vm: &Vm, args: &[Value]) -> PyResult {
    let array = this::<Array>(vm, args)?;
    match find(vm, array, &args[1], 0, usize::MAX)? {
        // The comparison may have taken items away.
        Some(at) if at < array.len() => {
            array.splice(vm, at, at + 1, &[])?;
            Ok(Value::None)
        }
        _ => Err(vm.value_error("array.remove(x): x not in array")),
    }
}

fn reverse(vm: &Vm, args: &[Value]) -> PyResult {
    let array = this::<Array>(vm, args)?;
    let mut data = array.bytes_mut(vm)?;
    // All bytes from the end, then those of each item again.
    data.reverse();
    for item in data.chunks_exact_mut(array.code.size) {
        item.reverse();
    }
    Ok(Value::None)
}

fn copy(vm: &Vm, args: &[Value]) -> PyResult {
    let array = this::<Array>(vm, args)?;
    let bytes = array.data.borrow().clone();
    Ok(with_bytes(vm, array, bytes))
}

fn sizeof(vm: &Vm, args: &[Value]) -> PyResult {
    let data = this::<Array>(vm, args)?.data.borrow().capacity();
    Ok(Value::Int(64 + data as i64))
}

fn reduce_ex(vm: &Vm, args: &[Value]) -> PyResult {
    let array = this::<Array>(vm, args)?;
    let Value::Int(protocol) = args[1] else {
        return Err(vm.type_error("__reduce_ex__ argument should be an integer"));
    };
    let state = lookup::get_optional(vm, &args[0], &vm.names.__dict__)?;
    let state = state.unwrap_or(Value::None);
    let class = vm.class_of(&args[0]).value();
    let code = vm.str(&array.code.code.to_string());
    if protocol < 3 {
        let content = vm.tuple(vec![code, vm.list(array.to_vec(vm)?)]);
        return Ok(vm.tuple(vec![class, content, state]));
    }
    let module = crate::exec::import::import_absolute(vm, "array")?;
    let reconstruct = lookup::get(vm, &module, &vm.intern("_array_reconstructor"))?;
    let machine = Value::Int(array.code.machine_format().into());
    let bytes = vm.bytes(array.data.borrow().as_slice());
    let content = vm.tuple(vec![class, code, machine, bytes]);
    Ok(vm.tuple(vec![reconstruct, content, state]))
}

// ---------------------------------------------------------------------------------------------
// The iterator

struct ArrayIterator {
    /// `Unbound` when exhausted.
    array: ValueCell,
    at: Cell<usize>,
}
native_payload!(ArrayIterator, array);

static ARRAY_ITERATOR: TypeTable = TypeTable {
    names_module: true,
    own: &["__getattribute__"],
    name: "arrayiterator",
    module: "array",
    kind: Kind::Native,
    methods: &[
        SELF_ITER,
        table::next(next),
        method("__reduce__(self, /)", iterator_reduce, REDUCE_DOC),
        method("__setstate__(self, state, /)", setstate, SETSTATE_DOC),
    ],
    ..TypeTable::DEFAULT
};

fn iter(vm: &Vm, args: &[Value]) -> PyResult {
    this::<Array>(vm, args)?;
    let payload = ArrayIterator {
        array: ValueCell::new(args[0].clone()),
        at: Cell::new(0),
    };
    Ok(alloc(&extension::class(vm, &ARRAY_ITERATOR), payload))
}

fn next(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    let this = this::<ArrayIterator>(vm, std::slice::from_ref(value))?;
    let held = this.array.get();
    let at = this.at.get();
    match held.native::<Array>().and_then(|array| array.get(vm, at)) {
        Some(item) => {
            this.at.set(at + 1);
            item.map(Some)
        }
        None => {
            drop(this.array.take());
            Ok(None)
        }
    }
}

fn iterator_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let this = this::<ArrayIterator>(vm, args)?;
    iterators::builtin(vm, "iter")?;
    match this.array.get().bound() {
        Some(array) => iterators::reduced(vm, "iter", array, Some(this.at.get())),
        None => iterators::reduced(vm, "iter", vm.tuple(Vec::new()), None),
    }
}

fn setstate(vm: &Vm, args: &[Value]) -> PyResult {
    let this = this::<ArrayIterator>(vm, args)?;
    let index = args::size(vm, &args[1])?;
    if let Some(array) = this.array.get().native::<Array>() {
        this.at.set((index.max(0) as usize).min(array.len()));
    }
    Ok(Value::None)
}
