//! `BytesIO`: bytes in memory as a file.

use super::base::{self, Base, STREAM, closed_error};
use super::{size_arg, writable_arg};
use crate::native_payload;
use crate::object::class::Class;
use crate::object::heap::{Kind, Obj, Ref};
use crate::object::ops;
use crate::object::table::{TypeTable, getter, method, new, next};
use crate::object::value::{PyResult, Raised, Value};
use crate::stdlib::extension;
use crate::types::buffer::{self, Exporter, View};
use crate::types::native::NativePayload;
use crate::types::tuple::Tuple;
use crate::types::{args, memoryview, slots};
use crate::vm::Vm;
use std::cell::{Cell, Ref as Borrowed, RefCell, RefMut};
use std::ops::Range;

/// The payload of `BytesIO`.
struct BytesIo {
    data: RefCell<Vec<u8>>,
    at: Cell<usize>,
    /// How many memoryviews look at the bytes.
    exports: Cell<isize>,
    closed: Cell<bool>,
}

native_payload!(BytesIo);

impl BytesIo {
    fn holding(data: Vec<u8>) -> BytesIo {
        BytesIo {
            data: RefCell::new(data),
            at: Cell::default(),
            exports: Cell::default(),
            closed: Cell::default(),
        }
    }

    /// A `bytes` of those in the range.
    fn bytes(&self, vm: &Vm, range: Range<usize>) -> Value {
        vm.bytes(&self.data.borrow()[range])
    }
}

#[rustfmt::skip]
static BYTES_IO: TypeTable = TypeTable {
    name: "BytesIO",
    told: Some("(initial_bytes=b'')"),
    dict_ends_first: true,
    construct: Some(construct),
    doc: "Bytes in memory as a file.",
    methods: &[
        new("__new__(type, /, *args, **kwargs)", new_bytes).quickly(new_bytes),
        method("__init__(self, /, initial_bytes=b'')", init, ""),
        slots::iter(iter),
        next(next_line),
        method("readable(self, /)", yes, "True while the file is open."),
        method("seekable(self, /)", yes, "True while the file is open."),
        method("writable(self, /)", yes, "True while the file is open."),
        method("close(self, /)", close, "Let go of the bytes."),
        method("flush(self, /)", |vm, args| open(vm, args).map(|_| Value::None), "Does nothing."),
        method("isatty(self, /)", |vm, args| open(vm, args).map(|_| Value::False), "False."),
        method("tell(self, /)", |vm, args| Ok(Value::Int(open(vm, args)?.at.get() as i64)), "The position."),
        method("write(self, b, /)", write, "Write bytes."),
        method("writelines(self, lines, /)", writelines, "Write several bytes objects."),
        method("read1(self, size=-1, /)", read, "Read size bytes, or to the end."),
        method("readinto(self, buffer, /)", read_into, "Read into a buffer."),
        method("readline(self, size=-1, /)", readline, "Read up to the end of a line."),
        method("readlines(self, size=None, /)", readlines, "A list of lines, of about size bytes."),
        method("read(self, size=-1, /)", read, "Read size bytes, or to the end."),
        method("getbuffer(self, /)", get_buffer, "A memoryview of the bytes."),
        method("getvalue(self, /)", |vm, args| Ok(vm.bytes(&open(vm, args)?.data.borrow()[..])), "All of the bytes."),
        method("seek(self, pos, whence=0, /)", seek, "Move; the new position."),
        method("truncate(self, size=None, /)", truncate, "Set the size, by default to the position."),
        method("__getstate__(self, /)", get_state, ""),
        method("__setstate__(self, object, /)", set_state, ""),
        method("__sizeof__(self, /)", sizeof, "Size in memory, in bytes."),
    ],
    properties: &[getter("closed", |vm, this| Ok(Value::bool(payload(vm, this)?.closed.get())), "True if the file is closed.")],
    // Nothing has to be sent on at its end; an instance of a subclass may have to be closed.
    finalise: false,
    ..STREAM
};

fn sizeof(vm: &Vm, args: &[Value]) -> PyResult {
    let held = payload(vm, &args[0])?.data.borrow().len();
    Ok(Value::Int(
        (args[0].obj().map_or(0, Obj::size) + held) as i64,
    ))
}

/// What a memoryview of a `BytesIO` looks at.
struct BytesIoBuffer {
    source: Value,
}

static BYTES_IO_BUFFER: TypeTable = TypeTable {
    name: "_BytesIOBuffer",
    module: "_io",
    names_module: true,
    kind: Kind::Native,
    methods: &[
        slots::buffer(memoryview::buffer),
        slots::release_buffer(memoryview::release_buffer),
    ],
    ..TypeTable::DEFAULT
};

/// The class.
pub fn class(vm: &Vm) -> Ref<Class> {
    extension::class_of_base(vm, &BYTES_IO, &base::class(vm, Base::Buffered))
}

/// The class of what memoryviews look at.
pub fn buffer_class(vm: &Vm) -> Ref<Class> {
    extension::class(vm, &BYTES_IO_BUFFER)
}

impl NativePayload for BytesIoBuffer {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        if let Value::Obj(source) = &self.source {
            visit(source);
        }
    }
    fn exporter(&self) -> Option<&dyn Exporter> {
        Some(self)
    }
}

impl Exporter for BytesIoBuffer {
    fn bytes(&self) -> View<'_> {
        match self.source.native::<BytesIo>() {
            Some(io) => View::Guard(Borrowed::map(io.data.borrow(), Vec::as_slice)),
            None => View::Slice(&[]),
        }
    }
    fn bytes_mut(&self, vm: &Vm) -> PyResult<RefMut<'_, [u8]>> {
        match self
            .source
            .native::<BytesIo>()
            .map(|io| io.data.try_borrow_mut())
        {
            Some(Ok(bytes)) => Ok(RefMut::map(bytes, Vec::as_mut_slice)),
            _ => Err(exported(vm)),
        }
    }
    fn is_readonly(&self) -> bool {
        false
    }
    fn add_export(&self, by: isize) {
        if let Some(io) = self.source.native::<BytesIo>() {
            io.exports.set(io.exports.get() + by);
        }
    }
}

fn payload<'a>(vm: &Vm, this: &'a Value) -> PyResult<&'a BytesIo> {
    extension::this(vm, std::slice::from_ref(this))
}

fn open<'a>(vm: &Vm, args: &'a [Value]) -> PyResult<&'a BytesIo> {
    let this: &BytesIo = extension::this(vm, args)?;
    match this.closed.get() {
        true => Err(closed_error(vm)),
        false => Ok(this),
    }
}

#[cold]
fn exported(vm: &Vm) -> Raised {
    vm.buffer_error("Existing exports of data: object cannot be re-sized")
}

/// The payload, whose size may change.
fn resizable<'a>(vm: &Vm, args: &'a [Value]) -> PyResult<&'a BytesIo> {
    let this = open(vm, args)?;
    match this.exports.get() {
        0 => Ok(this),
        _ => Err(exported(vm)),
    }
}

/// `BytesIO(...)` with positional arguments only.
fn construct(vm: &Vm, args: &[Value]) -> PyResult {
    super::check_most(vm, "BytesIO", args, 1)?;
    let data = initial(vm, args.first())?;
    Ok(extension::alloc(&class(vm), BytesIo::holding(data)))
}

/// The bytes that are there at first.
fn initial(vm: &Vm, given: Option<&Value>) -> PyResult<Vec<u8>> {
    match given.and_then(Value::given) {
        Some(initial) => Ok(buffer::required_as(vm, initial, buffer::ND)?.to_vec()),
        None => Ok(Vec::new()),
    }
}

fn new_bytes(vm: &Vm, args: &[Value]) -> PyResult {
    let class = crate::types::class_arg(vm, &args[0], "BytesIO")?;
    Ok(extension::alloc(&class, BytesIo::holding(Vec::new())))
}

fn init(vm: &Vm, args: &[Value]) -> PyResult {
    let this = payload(vm, &args[0])?;
    if this.exports.get() != 0 {
        return Err(exported(vm));
    }
    let data = initial(vm, args.get(1))?;
    this.closed.set(false);
    this.at.set(0);
    this.data.replace(data);
    Ok(Value::None)
}

fn yes(vm: &Vm, args: &[Value]) -> PyResult {
    open(vm, args)?;
    Ok(Value::True)
}

fn iter(vm: &Vm, args: &[Value]) -> PyResult {
    open(vm, args)?;
    Ok(args[0].clone())
}

fn close(vm: &Vm, args: &[Value]) -> PyResult {
    let this: &BytesIo = extension::this(vm, args)?;
    if this.exports.get() != 0 {
        return Err(exported(vm));
    }
    this.closed.set(true);
    this.data.take();
    Ok(Value::None)
}

/// Moves past at most `most` bytes, and tells where they are.
fn take(this: &BytesIo, most: Option<usize>) -> Range<usize> {
    let len = this.data.borrow().len();
    let at = this.at.get().min(len);
    let end = most.map_or(len, |most| len.min(at.saturating_add(most)));
    if this.at.get() < end {
        this.at.set(end);
    }
    at..end
}

fn read(vm: &Vm, args: &[Value]) -> PyResult {
    let this = open(vm, args)?;
    let size = size_arg(vm, &args[1])?;
    Ok(this.bytes(vm, take(this, size)))
}

fn read_into(vm: &Vm, args: &[Value]) -> PyResult {
    let (target, room) = writable_arg(vm, &args[1], "readinto")?;
    let this = open(vm, args)?;
    let range = take(this, Some(room));
    let data = this.data.borrow()[range].to_vec();
    target.overwrite(vm, 0, &data)?;
    Ok(Value::Int(data.len() as i64))
}

/// Moves past a line, or `most` bytes of it, and tells where it is.
fn line(this: &BytesIo, most: Option<usize>) -> Range<usize> {
    let length = {
        let data = this.data.borrow();
        let rest = &data[this.at.get().min(data.len())..];
        memchr::memchr(b'\n', rest).map_or(rest.len(), |end| end + 1)
    };
    take(this, Some(most.map_or(length, |most| length.min(most))))
}

fn readline(vm: &Vm, args: &[Value]) -> PyResult {
    let this = open(vm, args)?;
    let most = size_arg(vm, &args[1])?;
    Ok(this.bytes(vm, line(this, most)))
}

fn next_line(vm: &Vm, this: &Value) -> PyResult<Option<Value>> {
    let this = open(vm, std::slice::from_ref(this))?;
    let found = line(this, None);
    Ok((!found.is_empty()).then(|| this.bytes(vm, found)))
}

fn readlines(vm: &Vm, args: &[Value]) -> PyResult {
    let this = open(vm, args)?;
    let hint = size_arg(vm, &args[1])?.filter(|&hint| hint > 0);
    let (mut lines, mut total) = (Vec::new(), 0);
    loop {
        let found = line(this, None);
        if found.is_empty() {
            break;
        }
        total += found.len();
        lines.push(this.bytes(vm, found));
        if hint.is_some_and(|hint| total >= hint) {
            break;
        }
    }
    Ok(vm.list(lines))
}

fn write(vm: &Vm, args: &[Value]) -> PyResult {
    resizable(vm, args)?;
    let bytes = buffer::required_as(vm, &args[1], buffer::ND)?.stable();
    // Looked at again: asking for the bytes can run Python code.
    let this = resizable(vm, args)?;
    if bytes.is_empty() {
        return Ok(Value::Int(0));
    }
    let mut data = this.data.borrow_mut();
    let at = this.at.get();
    let end = at
        .checked_add(bytes.len())
        .filter(|&end| end <= i64::MAX as usize);
    let Some(end) = end else {
        return Err(vm.overflow_error("new buffer size too large"));
    };
    let more = end.saturating_sub(data.len());
    if data.try_reserve(more).is_err() {
        return Err(vm.memory_error(""));
    }
    if at == data.len() {
        data.extend_from_slice(&bytes);
    } else {
        if end > data.len() {
            data.resize(end, 0);
        }
        data[at..end].copy_from_slice(&bytes);
    }
    this.at.set(end);
    Ok(Value::Int(bytes.len() as i64))
}

fn writelines(vm: &Vm, args: &[Value]) -> PyResult {
    open(vm, args)?;
    let iterator = ops::iter(vm, &args[1])?;
    while let Some(line) = ops::next(vm, &iterator)? {
        write(vm, &[args[0].clone(), line])?;
    }
    Ok(Value::None)
}

fn get_buffer(vm: &Vm, args: &[Value]) -> PyResult {
    open(vm, args)?;
    let source = BytesIoBuffer {
        source: args[0].clone(),
    };
    let holder = extension::alloc(&buffer_class(vm), source);
    vm.call(&vm.types.memoryview.value(), &[holder])
}

fn seek(vm: &Vm, args: &[Value]) -> PyResult {
    let this = open(vm, args)?;
    let offset = args::size(vm, &args[1])?;
    let whence = args::c_int(vm, &args[2])?;
    let from = match whence {
        0 if offset < 0 => return Err(vm.value_error(format!("negative seek value {offset}"))),
        0 => 0,
        1 => this.at.get() as i64,
        2 => this.data.borrow().len() as i64,
        _ => {
            return Err(vm.value_error(format!("invalid whence ({whence}, should be 0, 1 or 2)")));
        }
    };
    let Some(at) = from.checked_add(offset) else {
        return Err(vm.overflow_error("new position too large"));
    };
    this.at.set(at.max(0) as usize);
    Ok(Value::Int(at.max(0)))
}

fn truncate(vm: &Vm, args: &[Value]) -> PyResult {
    let this = resizable(vm, args)?;
    let size = match args[1].given() {
        Some(size) => super::signed_size(vm, size)?,
        None => this.at.get() as i64,
    };
    let Ok(wanted) = usize::try_from(size) else {
        return Err(vm.value_error(format!("negative size value {size}")));
    };
    this.data.borrow_mut().truncate(wanted);
    Ok(Value::Int(size))
}

/// `(bytes, position, attributes)`
fn get_state(vm: &Vm, args: &[Value]) -> PyResult {
    let this = open(vm, args)?;
    let state = vec![
        vm.bytes(&this.data.borrow()[..]),
        Value::Int(this.at.get() as i64),
        super::own_attributes(vm, &args[0])?,
    ];
    Ok(vm.tuple(state))
}

fn set_state(vm: &Vm, args: &[Value]) -> PyResult {
    let Some([data, at, attributes]) = args[1].get::<Tuple>().map(|state| &*state.items) else {
        return Err(vm.type_error(format!(
            "{}.__setstate__ argument should be 3-tuple, got {}",
            vm.type_name(&args[0]),
            vm.type_name(&args[1])
        )));
    };
    init(vm, &[args[0].clone(), data.clone()])?;
    let Value::Int(position) = at else {
        return Err(vm.type_error(format!(
            "second item of state must be an integer, not {}",
            vm.type_name(at)
        )));
    };
    let Ok(position) = usize::try_from(*position) else {
        return Err(vm.value_error("position value cannot be negative"));
    };
    payload(vm, &args[0])?.at.set(position);
    super::restore_attributes(vm, &args[0], attributes, "third")?;
    Ok(Value::None)
}
