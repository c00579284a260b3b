//! The iterators of `str`, `bytes` and `bytearray`.

use super::slots;
use crate::object::heap::{self, Kind, Obj, Ref, Trace, ValueCell};
use crate::object::table::{self, Row, TypeTable, method};
use crate::object::value::{PyResult, Value};
use crate::text::wtf8::{decode_at, width};
use crate::types::bytearray::ByteArray;
use crate::types::bytes::Bytes;
use crate::types::iterators::{Held, builtin, reduced};
use crate::types::str::Str;
use crate::types::{args, buffer};
use crate::vm::Vm;
use std::cell::Cell;

/// The payload of the iterators of `str`.
pub struct StrIterator {
    source: Held<Str>,
    /// The byte that the next code point starts with.
    at: Cell<usize>,
}

impl Trace for StrIterator {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        self.source.trace(visit);
    }
}

impl StrIterator {
    /// `iter(source)`.
    pub fn alloc(vm: &Vm, source: &Ref<Str>) -> Value {
        // A subclass's text is of no class of its own.
        let is_plain = *source.as_obj().class() == vm.types.str;
        let class = match is_plain && source.text.is_ascii() {
            true => &vm.types.str_ascii_iterator,
            false => &vm.types.str_iterator,
        };
        let iterator = StrIterator {
            source: Held::new(source.clone()),
            at: Cell::new(0),
        };
        heap::alloc(class, iterator).into()
    }

    /// The next character.
    #[inline]
    pub fn next(&self, vm: &Vm) -> Option<Value> {
        let at = self.at.get();
        let next = self.source.with(|s| {
            let text = s.text.as_bytes();
            decode_at(text, at).map(|c| (c, width(text[at])))
        })?;
        match next {
            Some((c, width)) => {
                self.at.set(at + width);
                Some(vm.code_point(c))
            }
            None => {
                self.source.release();
                None
            }
        }
    }
}

/// The payload of the iterators of `bytes` and `bytearray`.
pub struct BytesIterator {
    /// The object; `Unbound` when exhausted.
    source: ValueCell,
    at: Cell<usize>,
}

impl Trace for BytesIterator {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        self.source.trace(visit);
    }
}

impl BytesIterator {
    /// `iter(source)` of a `bytes` or `bytearray`.
    pub fn alloc(vm: &Vm, source: &Value) -> Value {
        let class = match source.obj().map(Obj::kind) {
            Some(Kind::ByteArray) => &vm.types.bytearray_iterator,
            _ => &vm.types.bytes_iterator,
        };
        let iterator = BytesIterator {
            source: ValueCell::new(source.clone()),
            at: Cell::new(0),
        };
        heap::alloc(class, iterator).into()
    }

    /// The next byte.
    ///
    /// # Errors
    /// Whatever a subclass's buffer raises.
    #[inline]
    pub fn next(&self, vm: &Vm) -> PyResult<Option<Value>> {
        let source = self.source.get();
        let at = self.at.get();
        let byte = match &source {
            Value::Obj(obj) => match (obj.get::<Bytes>(), obj.get::<ByteArray>()) {
                (Some(bytes), _) => bytes.data.get(at).copied(),
                (_, Some(bytes)) => bytes.byte(at),
                _ => buffer::view(vm, &source)?.and_then(|bytes| bytes.get(at).copied()),
            },
            _ => return Ok(None),
        };
        match byte {
            Some(byte) => {
                self.at.set(at + 1);
                Ok(Some(Value::Int(byte.into())))
            }
            None => {
                drop(self.source.take());
                Ok(None)
            }
        }
    }
}

const ITERATOR: TypeTable = TypeTable {
    methods: &[
        slots::iter(iter_self),
        table::next(str_next),
        length_hint(str_length_hint),
        reduce(str_reduce),
        set_state(str_set_state),
    ],
    kind: Kind::StrIterator,
    ..TypeTable::DEFAULT
};

const fn length_hint(function: table::Method) -> Row {
    method(
        "__length_hint__(self, /)",
        function,
        "Private method returning an estimate of len(list(it)).",
    )
}
const fn reduce(function: table::Method) -> Row {
    method(
        "__reduce__(self, /)",
        function,
        "Return state information for pickling.",
    )
}
const fn set_state(function: table::Method) -> Row {
    method(
        "__setstate__(self, object, /)",
        function,
        "Set state information for unpickling.",
    )
}

/// The table of `str_ascii_iterator`.
pub const STR_ASCII_ITERATOR: TypeTable = TypeTable {
    name: "str_ascii_iterator",
    ..ITERATOR
};
/// The table of `str_iterator`.
pub const STR_ITERATOR: TypeTable = TypeTable {
    name: "str_iterator",
    ..ITERATOR
};

const BYTES_LIKE_ITERATOR: TypeTable = TypeTable {
    methods: &[
        slots::iter(iter_self),
        table::next(bytes_next),
        length_hint(bytes_length_hint),
        reduce(bytes_reduce),
        set_state(bytes_set_state),
    ],
    kind: Kind::BytesIterator,
    ..TypeTable::DEFAULT
};
/// The table of `bytes_iterator`.
pub const BYTES_ITERATOR: TypeTable = TypeTable {
    name: "bytes_iterator",
    ..BYTES_LIKE_ITERATOR
};
/// The table of `bytearray_iterator`.
pub const BYTEARRAY_ITERATOR: TypeTable = TypeTable {
    name: "bytearray_iterator",
    ..BYTES_LIKE_ITERATOR
};

fn iter_self(_vm: &Vm, args: &[Value]) -> PyResult {
    Ok(args[0].clone())
}

fn str_next(vm: &Vm, this: &Value) -> PyResult<Option<Value>> {
    Ok(vm.this::<StrIterator>(std::slice::from_ref(this))?.next(vm))
}

fn str_length_hint(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<StrIterator>(args)?;
    let at = this.at.get();
    let left = this
        .source
        .with(|s| s.text.len() - s.text.char_offset(at))
        .unwrap_or(0);
    Ok(Value::Int(left as i64))
}

fn str_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<StrIterator>(args)?;
    // Finding the function may run user code that exhausts the iterator: look it up first.
    builtin(vm, "iter")?;
    match this.source.get() {
        Some(source) => {
            let at = source.text.char_offset(this.at.get());
            reduced(vm, "iter", source.into(), Some(at))
        }
        None => reduced(vm, "iter", vm.str(""), None),
    }
}

fn str_set_state(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<StrIterator>(args)?;
    let state = args::word(vm, &args[1])?;
    if let Some(s) = this.source.get() {
        let at = usize::try_from(state).unwrap_or(0).min(s.text.len());
        this.at.set(s.text.byte_offset(at));
    }
    Ok(Value::None)
}

fn bytes_next(vm: &Vm, this: &Value) -> PyResult<Option<Value>> {
    vm.this::<BytesIterator>(std::slice::from_ref(this))?
        .next(vm)
}

fn bytes_length_hint(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<BytesIterator>(args)?;
    let source = this.source.get();
    let len = buffer::view(vm, &source)?.map_or(0, |bytes| bytes.len());
    Ok(Value::Int(len.saturating_sub(this.at.get()) as i64))
}

fn bytes_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<BytesIterator>(args)?;
    builtin(vm, "iter")?;
    match this.source.get().bound() {
        Some(source) => reduced(vm, "iter", source, Some(this.at.get())),
        None => reduced(vm, "iter", vm.tuple(Vec::new()), None),
    }
}

fn bytes_set_state(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<BytesIterator>(args)?;
    let state = args::word(vm, &args[1])?;
    let source = this.source.get();
    if let Some(bytes) = buffer::view(vm, &source)? {
        this.at
            .set(usize::try_from(state).unwrap_or(0).min(bytes.len()));
    }
    Ok(Value::None)
}
