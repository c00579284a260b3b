//! `bytes`: the payload, the table, the operators and what makes bytes of other objects. The methods
//! it shares with `bytearray` are in `bytes_methods`; the algorithms are in `text`.

use crate::object::class::Class;
use crate::object::descriptor::call_bound;
use crate::object::heap::{self, Kind, Obj, Ref, Trace};
use crate::object::ops::{self, Compare};
use crate::object::special::Special;
use crate::object::table::{self, TypeTable, class_method, method, static_method};
use crate::object::value::{PyResult, Raised, Value};
use crate::text::{Fill, Store, escape};
use crate::types::bytes_methods::*;
use crate::types::encoding::{self, Arguments};
use crate::types::iterators_text::BytesIterator;
use crate::types::sequence::{self, Subscript};
use crate::types::str::text_of;
use crate::types::{args, buffer, formatting, memoryview, quick, slots};
use crate::vm::Vm;
use std::cell::Cell;

/// The payload of `bytes` objects.
pub struct Bytes {
    /// The bytes.
    pub data: Store,
    /// -1 while not computed: no Python hash is -1.
    hash: Cell<i64>,
}

impl Trace for Bytes {
    fn trace(&self, _visit: &mut dyn FnMut(&Obj)) {}
}

impl Bytes {
    /// A payload.
    #[inline(always)]
    pub fn new(data: impl Into<Store>) -> Bytes {
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
    #[inline]
    pub fn bytes(&self, data: impl Fill) -> Value {
        let empty = || Bytes::new(Store::default());
        let class = &self.types.bytes;
        heap::alloc_filled(class, false, empty, |bytes| data.fill(&mut bytes.data)).into()
    }
}

/// The type's table.
#[rustfmt::skip]
pub const BYTES: TypeTable = TypeTable {
    name: "bytes",
    own: &["__getattribute__"],
    kind: Kind::Bytes,
    sequence: true,
    subclassable: true,
    construct: Some(construct),
    doc: "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\nbytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer\nbytes(int) -> bytes object of size given by the parameter initialized with null bytes\nbytes() -> empty bytes object\n\nAn immutable sequence of bytes, from any of these.",
    methods: byte_methods!("bytes", "bytes", ",";
        table::new("__new__(cls, source=<unrepresentable>, encoding=<unrepresentable>, errors=<unrepresentable>)", bytes_new),
        slots::repr(repr), slots::str(str), slots::hash(hash),
        slots::lt(lt), slots::le(le), slots::eq(eq), slots::ne(ne), slots::gt(gt), slots::ge(ge),
        slots::iter(iter), slots::len(len), slots::getitem(getitem), slots::contains(contains),
        slots::add(add), slots::mul(mul), slots::rmul(mul), slots::mod_(modulo), slots::rmod(rmodulo),
        slots::buffer(memoryview::buffer),
        method("__getnewargs__(self, /)", getnewargs, ""),
        method("__bytes__(self, /)", exact_self, "Convert this value to exact type bytes."),
    ),
    ..TypeTable::DEFAULT
};

// ---------------------------------------------------------------------------------------------
// Construction

/// `bytes(...)` with positional arguments only.
fn construct(vm: &Vm, args: &[Value]) -> PyResult {
    let mut given = [Value::Unbound, Value::Unbound, Value::Unbound];
    let Some(places) = given.get_mut(..args.len()) else {
        let count = args.len();
        let text = format!("bytes() takes at most 3 arguments ({count} given)");
        return Err(vm.type_error(text));
    };
    places.clone_from_slice(args);
    from_source(vm, &given)
}

/// What `source`, `encoding` and `errors` make, an exact `bytes` or what `__bytes__` gives.
fn from_source(vm: &Vm, args: &[Value]) -> PyResult {
    let object = match args {
        [source, Value::Unbound, Value::Unbound] => from_special(vm, source)?,
        _ => None,
    };
    match object {
        Some(object) => Ok(object),
        None => Ok(vm.bytes(from_arguments(vm, args, "bytes")?)),
    }
}

fn bytes_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = super::class_arg(vm, &args[0], "bytes")?;
    let object = from_source(vm, &args[1..4])?;
    Ok(match (class == vm.types.bytes, object.get::<Bytes>()) {
        (false, Some(bytes)) => instance(&class, bytes.data.to_vec()),
        _ => object,
    })
}

/// Bytes as an instance of `bytes` or a subclass.
fn instance(class: &Ref<Class>, bytes: Vec<u8>) -> Value {
    heap::alloc(class, Bytes::new(bytes)).into()
}

/// What an exact `bytes` is itself, and what `__bytes__` gives; `None` for anything else.
fn from_special(vm: &Vm, source: &Value) -> PyResult<Option<Value>> {
    if *vm.class_of(source) == vm.types.bytes {
        return Ok(Some(source.clone()));
    }
    let Some(method) = vm.class_of(source).special(vm, Special::Bytes) else {
        return Ok(None);
    };
    let result = call_bound(vm, method, source, &[])?;
    match result.get::<Bytes>() {
        Some(_) => Ok(Some(result)),
        None => Err(vm.type_error(format!(
            "__bytes__ returned non-bytes (type {})",
            vm.type_name(&result)
        ))),
    }
}

/// The bytes that the arguments `source, encoding, errors` of a constructor ask for.
///
/// # Errors
/// TypeError for arguments that don't go together, or as [`from_object`].
pub fn from_arguments(vm: &Vm, args: &[Value], function: &str) -> PyResult<Vec<u8>> {
    let [source, encoding, errors] = args else {
        return Err(super::internal_error(vm, "bytes() without its arguments"));
    };
    let is_text = text_of(source).is_some();
    let arguments = Arguments::new(vm, function, encoding, errors)?;
    match (encoding, errors) {
        (Value::Unbound, Value::Unbound) if source.is_unbound() => Ok(Vec::new()),
        (Value::Unbound, _) if is_text => Err(vm.type_error("string argument without an encoding")),
        (Value::Unbound, Value::Unbound) => from_size_or_object(vm, source, function),
        (Value::Unbound, _) => Err(vm.type_error("errors without a string argument")),
        _ if !is_text => Err(vm.type_error("encoding without a string argument")),
        _ => {
            let encoded = encoding::encode(vm, source, &arguments)?;
            Ok(buffer::required(vm, &encoded)?.to_vec())
        }
    }
}

fn from_size_or_object(vm: &Vm, source: &Value, name: &str) -> PyResult<Vec<u8>> {
    if args::has_index(vm, source) {
        match size_of(vm, source) {
            Ok(size) => return zeros(vm, size),
            // Something with a broken `__index__` may still be iterable.
            Err(raised) => vm.swallow(&vm.exceptions.TypeError, raised)?,
        }
    }
    convert(vm, source, name)
}

fn size_of(vm: &Vm, source: &Value) -> PyResult<i64> {
    match ops::index(vm, source)? {
        Value::Int(size) => Ok(size),
        _ => Err(vm.overflow_error(format!(
            "cannot fit '{}' into an index-sized integer",
            vm.type_name(source)
        ))),
    }
}

fn zeros(vm: &Vm, size: i64) -> PyResult<Vec<u8>> {
    let size = usize::try_from(size).map_err(|_| vm.value_error("negative count"))?;
    let mut bytes = Vec::new();
    if bytes.try_reserve_exact(size).is_err() {
        return Err(vm.memory_error(""));
    }
    bytes.resize(size, 0);
    Ok(bytes)
}

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

/// The bytes of an object by `__bytes__`, as a bytes-like object, or as an iterable of ints: what
/// `int.from_bytes` takes.
///
/// # Errors
/// TypeError for anything else, or what the methods or the iteration raise.
pub fn from_object(vm: &Vm, value: &Value) -> PyResult<Vec<u8>> {
    match from_special(vm, value)? {
        Some(bytes) => Ok(buffer::required(vm, &bytes)?.to_vec()),
        None => convert(vm, value, "bytes"),
    }
}

/// Whether an object is iterable and neither a number, nor a text, nor bytes-like.
pub(super) fn is_plain_iterable(vm: &Vm, value: &Value) -> bool {
    !args::has_index(vm, value)
        && text_of(value).is_none()
        && !buffer::is_bytes_like(vm, value)
        && vm.class_of(value).has_special(vm, Special::Iter)
}

/// The bytes of a bytes-like object or of an iterable of ints, for a constructor of that name.
fn convert(vm: &Vm, value: &Value, name: &str) -> PyResult<Vec<u8>> {
    if let Some(bytes) = buffer::scattered(vm, value)? {
        return Ok(bytes.to_vec());
    }
    let no_bytes = || {
        vm.type_error(format!(
            "cannot convert '{}' object to {name}",
            vm.type_name(value)
        ))
    };
    if text_of(value).is_some() {
        return Err(no_bytes());
    }
    let iterator = match ops::iter(vm, value) {
        Ok(iterator) => iterator,
        Err(raised) => {
            vm.swallow(&vm.exceptions.TypeError, raised)?;
            return Err(no_bytes());
        }
    };
    let what = if name == "bytes" { "bytes" } else { "byte" };
    if let Some(bytes) = small_ints(vm, value) {
        return Ok(bytes);
    }
    super::iterators::length_hint(vm, value, 64)?;
    collect_bytes(vm, &iterator, what)
}

/// The bytes of a plain list, tuple or range of ints that are bytes; `None` for anything else.
fn small_ints(vm: &Vm, value: &Value) -> Option<Vec<u8>> {
    let class = vm.class_of(value);
    if *class != vm.types.list && *class != vm.types.tuple && *class != vm.types.range {
        return None;
    }
    let items = quick::collect(vm, value)?;
    let byte = |item: &Value| match item {
        Value::Int(i) => u8::try_from(*i).ok(),
        _ => None,
    };
    items.iter().map(byte).collect()
}

/// The bytes that an iterator of ints gives.
///
/// # Errors
/// As [`byte_arg`], or what the iteration raises.
pub fn collect_bytes(vm: &Vm, iterator: &Value, what: &str) -> PyResult<Vec<u8>> {
    let mut bytes = Vec::new();
    while let Some(item) = ops::next(vm, iterator)? {
        vm.tick()?;
        sequence::push(vm, &mut bytes, byte_arg(vm, &item, what)?)?;
    }
    Ok(bytes)
}

// ---------------------------------------------------------------------------------------------
// Operators and protocols

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(vm.str(&escape::repr_bytes(&this(vm, args)?)))
}

fn str(vm: &Vm, args: &[Value]) -> PyResult {
    warn_of_mixing(vm, "str() on a bytes instance")?;
    repr(vm, args)
}

/// What `-b` asks to be warned of.
///
/// # Errors
/// The warning, when it is to be an error.
pub fn warn_of_mixing(vm: &Vm, text: &str) -> PyResult<()> {
    if vm.state.sys.flags.borrow().bytes_warning == 0 {
        return Ok(());
    }
    crate::stdlib::warn::here(vm, &vm.exceptions.BytesWarning, text, 1)
}

fn hash(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::Int(vm.this::<Bytes>(args)?.hash_value()))
}

fn compare(vm: &Vm, op: Compare, args: &[Value]) -> PyResult {
    let bytes = vm.this::<Bytes>(args)?;
    Ok(match args[1].get::<Bytes>() {
        Some(other) => Value::bool(op.holds(&bytes.data, &other.data)),
        None => {
            if matches!(op, Compare::Eq | Compare::Ne) {
                if text_of(&args[1]).is_some() {
                    warn_of_mixing(vm, "Comparison between bytes and string")?;
                } else if vm.class_of(&args[1]).is_subclass(&vm.types.int) {
                    warn_of_mixing(vm, "Comparison between bytes and int")?;
                }
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

fn getitem(vm: &Vm, args: &[Value]) -> PyResult {
    let data = &vm.this::<Bytes>(args)?.data;
    match sequence::subscript(vm, &args[1], "byte")? {
        Subscript::Index(index) => match args::position(index, data.len()) {
            Some(at) => Ok(Value::Int(data[at].into())),
            None => Err(vm.index_error("index out of range")),
        },
        Subscript::Slice(bounds) => {
            let span = bounds.fit(data.len());
            match span.count == data.len() && span.step == 1 {
                true => changed(vm, args, None::<Store>),
                false => Ok(vm.bytes(span.of_bytes(data))),
            }
        }
    }
}

/// `self + value` of `bytes` and `bytearray`.
pub(super) fn add(vm: &Vm, args: &[Value]) -> PyResult {
    if let ([], Some(_)) = (&*this(vm, args)?, args[1].get::<Bytes>())
        && *vm.class_of(&args[1]) == vm.types.bytes
        && args[0].get::<Bytes>().is_some()
    {
        return Ok(args[1].clone());
    }
    let Some(tail) = buffer::attempt(vm, &args[1]) else {
        return Err(cannot_concat(vm, args));
    };
    let Some(head) = buffer::attempt(vm, &args[0]) else {
        return Err(cannot_concat(vm, args));
    };
    let mut bytes = Vec::new();
    if bytes.try_reserve_exact(head.len() + tail.len()).is_err() {
        return Err(vm.memory_error(""));
    }
    bytes.extend_from_slice(&head);
    bytes.extend_from_slice(&tail);
    Ok(like(vm, &args[0], bytes))
}

/// The error of `self + value`.
#[cold]
pub(super) fn cannot_concat(vm: &Vm, args: &[Value]) -> Raised {
    vm.type_error(format!(
        "can't concat {} to {}",
        vm.type_name(&args[1]),
        vm.type_name(&args[0])
    ))
}

/// `self * value` of `bytes` and `bytearray`.
pub(super) fn mul(vm: &Vm, args: &[Value]) -> PyResult {
    let times = args::times(vm, &args[1])?;
    if times == 1 {
        return changed(vm, args, None::<Store>);
    }
    let bytes = this(vm, args)?;
    let is_bytes = args[0].get::<Bytes>().is_some();
    if is_bytes && i64::try_from(bytes.len().saturating_mul(times)).is_err() {
        return Err(vm.overflow_error("repeated bytes are too long"));
    }
    let bytes = repeated(vm, &bytes, times)?;
    Ok(like(vm, &args[0], bytes))
}

/// Bytes so many times over.
///
/// # Errors
/// MemoryError.
pub(super) fn repeated(vm: &Vm, bytes: &[u8], times: usize) -> PyResult<Vec<u8>> {
    let mut out = Vec::new();
    let size = bytes.len().checked_mul(times);
    if size.is_none_or(|size| out.try_reserve_exact(size).is_err()) {
        return Err(vm.memory_error(""));
    }
    match bytes {
        &[byte] => out.resize(times, byte),
        _ => (0..times).for_each(|_| out.extend_from_slice(bytes)),
    }
    Ok(out)
}

/// `self % value` of `bytes` and `bytearray`.
pub(super) fn modulo(vm: &Vm, args: &[Value]) -> PyResult {
    let format = this(vm, args)?.stable().into_owned();
    let bytes = formatting::percent_bytes(vm, &format, &args[1])?;
    Ok(like(vm, &args[0], bytes))
}

/// `value % self` of `bytes` and `bytearray`.
pub(super) fn rmodulo(vm: &Vm, args: &[Value]) -> PyResult {
    match vm.class_of(&args[1]).instance_kind == vm.class_of(&args[0]).instance_kind {
        true => modulo(vm, &[args[1].clone(), args[0].clone()]),
        false => Ok(Value::NotImplemented),
    }
}

fn exact_self(vm: &Vm, args: &[Value]) -> PyResult {
    changed(vm, args, None::<Store>)
}

fn getnewargs(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(vm.tuple(vec![vm.bytes(this(vm, args)?.to_vec())]))
}
