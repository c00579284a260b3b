//! `_struct`: the functions of the module and `Struct`. What formats mean is in `layout`.

mod layout;

use self::layout::Layout;
use super::NativeModule;
use super::extension::{self, alloc, this};
use crate::object::heap::{Kind, Obj, Ref, ValueCell};
use crate::object::ops;
use crate::object::table::{self, Row, TypeTable, getter, method};
use crate::object::value::{PyResult, Raised, Value};
use crate::types::bytes::Bytes;
use crate::types::dict::Dict;
use crate::types::iterators::{LENGTH_HINT_DOC, SELF_ITER};
use crate::types::native::NativePayload;
use crate::types::str::Str;
use crate::types::tuple::Tuple;
use crate::types::{args, buffer, class_arg, quick, slots};
use crate::vm::Vm;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

/// The module.
pub const STRUCT: NativeModule = NativeModule {
    name: "_struct",
    doc: "Functions to convert between Python values and C structs.\n\nPython bytes objects hold the data; format strings say what is where in it.",
    functions: FUNCTIONS,
    fill,
};

static FUNCTIONS: &[Row] = &[
    method(
        "_clearcache()",
        clear_cache,
        "Forget the formats used last.",
    ),
    method(
        "calcsize(format, /)",
        |vm, args| Ok(Value::Int(cached(vm, &args[0])?.size as i64)),
        "The size in bytes of what the format describes.",
    ),
    method(
        "iter_unpack(format, buffer, /)",
        |vm, args| iter_unpack(vm, cached(vm, &args[0])?, &args[1]),
        "An iterator over the tuples that the bytes hold one after another.",
    ),
    method(
        "pack(*args)",
        |vm, args| pack_by_format(vm, values_of(&args[0])),
        "pack(format, v1, v2, ...): the values as bytes.",
    )
    .quickly(pack_by_format),
    method(
        "pack_into(*args)",
        |vm, args| {
            let (layout, rest) = with_format(vm, values_of(&args[0]))?;
            pack_into(vm, &layout, rest)
        },
        "pack_into(format, buffer, offset, v1, v2, ...): write the values into a buffer.",
    ),
    method(
        "unpack(format, buffer, /)",
        |vm, args| unpack(vm, &*cached(vm, &args[0])?, &args[1]),
        "The values that the bytes hold, a tuple.",
    ),
    method(
        "unpack_from(format, /, buffer, offset=0)",
        |vm, args| unpack_from(vm, &*cached(vm, &args[0])?, &args[1], &args[2]),
        "The values that the bytes hold from an offset on, a tuple.",
    ),
];

fn fill(vm: &Vm, namespace: &Ref<Dict>) -> PyResult<()> {
    extension::add_classes(vm, namespace, &[&STRUCT_CLASS]);
    let error = error_class(vm)?;
    drop(namespace.set_name(&vm.intern("error"), error));
    Ok(())
}

fn error_class(vm: &Vm) -> PyResult {
    extension::exception(vm, "struct", "error", &vm.exceptions.Exception)
}

/// Raises `struct.error`.
#[cold]
pub(super) fn error(vm: &Vm, text: &str) -> Raised {
    extension::raise(vm, error_class(vm), text)
}

/// The formats used last, by their texts.
#[derive(Default)]
pub struct Formats {
    /// The very last one.
    last: RefCell<Option<(Value, Rc<Layout>)>>,
    all: RefCell<HashMap<Vec<u8>, Rc<Layout>>>,
}

/// How many formats are kept.
const CACHE_SIZE: usize = 100;

fn clear_cache(vm: &Vm, _args: &[Value]) -> PyResult {
    vm.state.formats.all.borrow_mut().clear();
    drop(vm.state.formats.last.take());
    Ok(Value::None)
}

/// What a format says, from the cache if it is there.
fn cached(vm: &Vm, format: &Value) -> PyResult<Rc<Layout>> {
    let formats = &vm.state.formats;
    if let Some((last, layout)) = &*formats.last.borrow()
        && quick::eq(vm, last, format) == Some(true)
    {
        return Ok(layout.clone());
    }
    let text = format_text(vm, format)?;
    let found = formats.all.borrow().get(text).cloned();
    let layout = match found {
        Some(layout) => layout,
        None => {
            let layout = Rc::new(Layout::parse(vm, text)?);
            let mut cache = formats.all.borrow_mut();
            if cache.len() >= CACHE_SIZE {
                cache.clear();
            }
            cache.insert(text.to_vec(), layout.clone());
            layout
        }
    };
    // Only of these classes is it certain that dropping one runs no code.
    let class = vm.class_of(format);
    if *class == vm.types.str || *class == vm.types.bytes {
        drop(formats.last.replace(Some((format.clone(), layout.clone()))));
    }
    Ok(layout)
}

fn format_text<'a>(vm: &Vm, format: &'a Value) -> PyResult<&'a [u8]> {
    if let Some(bytes) = format.get::<Bytes>() {
        return Ok(&bytes.data);
    }
    let Some(text) = format.get::<Str>().map(|s| &s.text) else {
        return Err(vm.type_error(format!(
            "Struct() argument 1 must be a str or bytes object, not {}",
            vm.type_name(format)
        )));
    };
    if !text.is_ascii() {
        let encode = vm.intern("encode");
        vm.call_method(format, &encode, &[vm.str("ascii")])?;
    }
    Ok(text.as_bytes())
}

/// The format and what follows it, of the arguments of a function.
fn with_format<'a>(vm: &Vm, args: &'a [Value]) -> PyResult<(Rc<Layout>, &'a [Value])> {
    match args {
        [format, rest @ ..] => Ok((cached(vm, format)?, rest)),
        _ => Err(vm.type_error("missing format argument")),
    }
}

fn pack_by_format(vm: &Vm, args: &[Value]) -> PyResult {
    let (layout, values) = with_format(vm, args)?;
    pack(vm, &layout, values)
}

fn check_count(vm: &Vm, layout: &Layout, function: &str, given: usize) -> PyResult<()> {
    if given == layout.values {
        return Ok(());
    }
    Err(error(
        vm,
        &format!(
            "{function} expected {} items for packing (got {given})",
            layout.values
        ),
    ))
}

/// What C needs for a bytes object besides the bytes.
const BYTES_HEADER: usize = 33;
/// Up to so many bytes are put together on the stack.
const SHORT: usize = 64;

fn pack(vm: &Vm, layout: &Layout, values: &[Value]) -> PyResult {
    check_count(vm, layout, "pack", values.len())?;
    if layout.size <= SHORT {
        let mut bytes = [0; SHORT];
        let bytes = &mut bytes[..layout.size];
        layout.pack(vm, values, bytes)?;
        return Ok(vm.bytes(&*bytes));
    }
    let mut bytes = Vec::new();
    if layout.size > isize::MAX as usize - BYTES_HEADER {
        return Err(vm.overflow_error("byte string is too large"));
    }
    if bytes.try_reserve_exact(layout.size).is_err() {
        return Err(vm.memory_error(""));
    }
    bytes.resize(layout.size, 0);
    layout.pack(vm, values, &mut bytes)?;
    Ok(vm.bytes(bytes))
}

fn pack_into(vm: &Vm, layout: &Layout, args: &[Value]) -> PyResult {
    let [buffer, rest @ ..] = args else {
        return Err(error(vm, "pack_into expected buffer argument"));
    };
    let [offset, values @ ..] = rest else {
        return Err(error(vm, "pack_into expected offset argument"));
    };
    check_count(vm, layout, "pack_into", values.len())?;
    let Some(target) = buffer::Target::of(vm, buffer) else {
        return Err(vm.type_error(format!(
            "argument must be read-write bytes-like object, not {}",
            vm.type_name(buffer)
        )));
    };
    let len = target.len(vm)?;
    let offset = args::subscript(vm, offset)?;
    let at = place(vm, layout, offset, len, &PACKING)?;
    let mut packed = vec![0; layout.size];
    layout.pack(vm, values, &mut packed)?;
    // The values' conversion may have run code that has changed the buffer.
    target.overwrite(vm, at, &packed)?;
    Ok(Value::None)
}

/// The words of the errors about an offset.
struct Words {
    function: &'static str,
    doing: &'static str,
    no_room: &'static str,
}

const PACKING: Words = Words {
    function: "pack_into",
    doing: "packing",
    no_room: "no space to pack",
};
const UNPACKING: Words = Words {
    function: "unpack_from",
    doing: "unpacking",
    no_room: "not enough data to unpack",
};

/// Where an offset, maybe from the end, is in a buffer of `len` bytes.
fn place(vm: &Vm, layout: &Layout, offset: i64, len: usize, words: &Words) -> PyResult<usize> {
    let size = layout.size;
    let mut at = offset;
    if offset < 0 {
        if offset.saturating_add(size as i64) > 0 {
            let text = format!("{} {size} bytes at offset {offset}", words.no_room);
            return Err(error(vm, &text));
        }
        at = offset.saturating_add(len as i64);
        if at < 0 {
            let text = format!("offset {offset} out of range for {len}-byte buffer");
            return Err(error(vm, &text));
        }
    }
    let at = at as usize;
    if len.checked_sub(at).is_none_or(|left| left < size) {
        return Err(error(
            vm,
            &format!(
                "{} requires a buffer of at least {} bytes for {} {size} bytes at offset {at} (actual buffer size is {len})",
                words.function,
                at as u128 + size as u128,
                words.doing,
            ),
        ));
    }
    Ok(at)
}

fn unpack(vm: &Vm, layout: &Layout, buffer: &Value) -> PyResult {
    let bytes = buffer::required(vm, buffer)?;
    if bytes.len() != layout.size {
        let text = format!("unpack requires a buffer of {} bytes", layout.size);
        return Err(error(vm, &text));
    }
    Ok(layout.unpack(vm, &bytes))
}

fn unpack_from(vm: &Vm, layout: &Layout, buffer: &Value, offset: &Value) -> PyResult {
    let offset = args::size(vm, offset)?;
    let bytes = buffer::required(vm, buffer)?;
    let at = place(vm, layout, offset, bytes.len(), &UNPACKING)?;
    Ok(layout.unpack(vm, &bytes[at..at + layout.size]))
}

// ---------------------------------------------------------------------------------------------
// Struct

/// A compiled format; none before `__init__`.
struct Struct {
    layout: RefCell<Option<Rc<Layout>>>,
}

impl NativePayload for Struct {}

static STRUCT_CLASS: TypeTable = TypeTable {
    names_module: true,
    own: &["__getattribute__", "__setattr__", "__delattr__"],
    name: "Struct",
    module: "_struct",
    doc: "Struct(fmt) --> compiled struct object",
    kind: Kind::Native,
    subclassable: true,
    weakrefable: true,
    methods: &[
        table::new("__new__(type, *args, **kwargs)", |vm, args| {
            let class = class_arg(vm, &args[0], "Struct")?;
            let layout = RefCell::new(None);
            Ok(alloc(&class, Struct { layout }))
        }),
        method(
            "__init__(self, /, format)",
            init,
            "Initialize self.  See help(type(self)) for accurate signature.",
        ),
        slots::repr(repr),
        method(
            "iter_unpack(self, buffer, /)",
            |vm, args| iter_unpack(vm, layout_of(vm, args)?, &args[1]),
            "An iterator over the tuples that the bytes hold one after another.",
        ),
        method(
            "pack(self, /, *args)",
            |vm, args| pack(vm, &*layout_of(vm, args)?, values_of(&args[1])),
            "pack(v1, v2, ...): the values as bytes.",
        )
        .quickly(|vm, args| pack(vm, &*layout_of(vm, args)?, &args[1..])),
        method(
            "pack_into(self, /, *args)",
            |vm, args| pack_into(vm, &*layout_of(vm, args)?, values_of(&args[1])),
            "pack_into(buffer, offset, v1, v2, ...): write the values into a buffer.",
        ),
        method(
            "unpack(self, buffer, /)",
            |vm, args| unpack(vm, &*layout_of(vm, args)?, &args[1]),
            "The values that the bytes hold, a tuple.",
        ),
        method(
            "unpack_from(self, /, buffer, offset=0)",
            |vm, args| unpack_from(vm, &*layout_of(vm, args)?, &args[1], &args[2]),
            "The values that the bytes hold from an offset on, a tuple.",
        ),
        method(
            "__sizeof__(self, /)",
            size_of_struct,
            "S.__sizeof__() -> size of S in memory, in bytes",
        ),
    ],
    properties: &[
        getter(
            "format",
            |vm, value| {
                let layout = layout_of(vm, std::slice::from_ref(value))?;
                Ok(vm.intern(&String::from_utf8_lossy(&layout.text)).value())
            },
            "struct format string",
        ),
        getter(
            "size",
            |vm, value| {
                let layout = layout_of(vm, std::slice::from_ref(value))?;
                Ok(Value::Int(layout.size as i64))
            },
            "struct size in bytes",
        ),
    ],
    ..TypeTable::DEFAULT
};

fn values_of(args: &Value) -> &[Value] {
    args.get::<Tuple>().map_or(&[], |tuple| &tuple.items)
}

fn layout_of(vm: &Vm, args: &[Value]) -> PyResult<Rc<Layout>> {
    let layout = this::<Struct>(vm, args)?.layout.borrow().clone();
    layout
        .ok_or(())
        .map_err(|()| vm.runtime_error("Struct object is not initialized"))
}

fn init(vm: &Vm, args: &[Value]) -> PyResult {
    let this = this::<Struct>(vm, args)?;
    let layout = Layout::parse(vm, format_text(vm, &args[1])?)?;
    let old = this.layout.replace(Some(Rc::new(layout)));
    drop(old);
    Ok(Value::None)
}

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let layout = layout_of(vm, args)?;
    let format = vm.str(&String::from_utf8_lossy(&layout.text));
    let shown = ops::repr(vm, &format)?;
    let name = vm.class_of(&args[0]).name.borrow().to_string();
    Ok(vm.str(&format!("{name}({shown})")))
}

fn size_of_struct(vm: &Vm, args: &[Value]) -> PyResult {
    let groups = layout_of(vm, args)?.groups();
    // The object, and a C struct of four words for each group and one more.
    Ok(Value::Int(56 + 32 * (groups as i64 + 1)))
}

// ---------------------------------------------------------------------------------------------
// Iteration

struct UnpackIterator {
    layout: Rc<Layout>,
    /// A memoryview: while it lives, the buffer keeps its size.
    buffer: ValueCell,
    at: Cell<usize>,
}

impl NativePayload for UnpackIterator {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        self.buffer.trace(visit);
    }
    fn clear(&self) {
        drop(self.buffer.take());
    }
}

static UNPACK_ITERATOR: TypeTable = TypeTable {
    names_module: true,
    own: &["__getattribute__"],
    name: "unpack_iterator",
    module: "_struct",
    kind: Kind::Native,
    methods: &[
        SELF_ITER,
        table::next(next),
        method("__length_hint__(self, /)", length_hint, LENGTH_HINT_DOC),
    ],
    ..TypeTable::DEFAULT
};

fn iter_unpack(vm: &Vm, layout: Rc<Layout>, buffer: &Value) -> PyResult {
    let size = layout.size;
    if size == 0 {
        return Err(error(
            vm,
            "cannot iteratively unpack with a struct of length 0",
        ));
    }
    if !buffer::is_bytes_like(vm, buffer) {
        return Err(buffer::not_bytes_like(vm, buffer));
    }
    let held = crate::types::memoryview::hold(vm, buffer, buffer::SIMPLE)?;
    let len = buffer::required(vm, &held)?.len();
    if len % size != 0 {
        let text = format!("iterative unpacking requires a buffer of a multiple of {size} bytes");
        return Err(error(vm, &text));
    }
    let payload = UnpackIterator {
        layout,
        buffer: ValueCell::new(held),
        at: Cell::new(0),
    };
    Ok(alloc(&extension::class(vm, &UNPACK_ITERATOR), payload))
}

fn next(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    let this = this::<UnpackIterator>(vm, std::slice::from_ref(value))?;
    let Some(held) = this.buffer.get().bound() else {
        return Ok(None);
    };
    let (at, size) = (this.at.get(), this.layout.size);
    let found = {
        let bytes = buffer::required(vm, &held)?;
        let part = bytes.get(at..at + size);
        part.map(|part| this.layout.unpack(vm, part))
    };
    this.at.set(at + size);
    if found.is_none() {
        drop(this.buffer.take());
    }
    Ok(found)
}

fn length_hint(vm: &Vm, args: &[Value]) -> PyResult {
    let this = this::<UnpackIterator>(vm, args)?;
    let left = match this.buffer.get().bound() {
        Some(held) => {
            let bytes = buffer::required(vm, &held)?.len();
            bytes.saturating_sub(this.at.get()) / this.layout.size
        }
        None => 0,
    };
    Ok(Value::Int(left as i64))
}
