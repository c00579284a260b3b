//! `BufferedReader`, `BufferedWriter` and `BufferedRandom`: a buffer before a raw stream. Over a plain
//! `FileIO` no method is looked up.

use super::base::{self, Base, NO_PICKLE, NO_PICKLE_EX, STREAM, call};
use super::file::{self, FileIo};
use super::{DEFAULT_BUFFER_SIZE, size_arg, unsupported, writable_arg};
use crate::native_payload;
use crate::object::class::Class;
use crate::object::heap::{self, Ref, ValueCell};
use crate::object::lookup;
use crate::object::ops;
use crate::object::table::{Property, TypeTable, getset, getter, method, new, next};
use crate::object::value::{PyResult, Raised, Value};
use crate::stdlib::extension;
use crate::types::bytearray::ByteArray;
use crate::types::bytes::Bytes;
use crate::types::{args, buffer, slots};
use crate::vm::Vm;
use std::cell::{Cell, RefCell};

/// The payload of all three.
pub struct Buffered {
    /// The raw stream; `Unbound` before `__init__`, `None` after `detach()`.
    pub raw: ValueCell,
    /// Whether reading and writing are this class's business.
    reads: Cell<bool>,
    writes: Cell<bool>,
    size: Cell<usize>,
    /// Read and not asked for yet, from `at` on.
    ahead: RefCell<Vec<u8>>,
    at: Cell<usize>,
    /// Written and not sent yet.
    out: RefCell<Vec<u8>>,
    finalizing: Cell<bool>,
}

native_payload!(Buffered, raw);

macro_rules! table {
    ($static:ident, $name:literal, $doc:literal, $init:ident, [$($row:expr,)*]) => {
        #[rustfmt::skip]
        static $static: TypeTable = TypeTable {
            name: $name,
            told: Some("(raw, buffer_size=DEFAULT_BUFFER_SIZE)"),
            doc: $doc,
            methods: &[
                new("__new__(type, /, *args, **kwargs)", |vm, args| new_buffered(vm, args, $name)),
                slots::repr(repr),
                method("__init__(self, /, raw, buffer_size=8192)", $init, ""),
                method("detach(self, /)", detach, "Give the raw stream back; this one can't be used any more."),
                method("flush(self, /)", flush, "Send on what has been written."),
                method("close(self, /)", close, "Flush and close."),
                method("seekable(self, /)", |vm, args| ask(vm, &args[0], "seekable"), "Whether seek() works."),
                method("fileno(self, /)", |vm, args| ask(vm, &args[0], "fileno"), "The descriptor."),
                method("isatty(self, /)", |vm, args| ask(vm, &args[0], "isatty"), "Whether it is a terminal."),
                method("_dealloc_warn(self, source, /)", dealloc_warn, ""),
                method("seek(self, target, whence=0, /)", seek, "Move; the new position."),
                method("tell(self, /)", tell, "The position."),
                method("truncate(self, pos=None, /)", truncate, "Set the size, by default to the position."),
                method("__sizeof__(self, /)", sizeof, "Size in memory, in bytes."),
                NO_PICKLE, NO_PICKLE_EX,
                $($row,)*
            ],
            properties: PROPERTIES,
            ..STREAM
        };
    };
}

fn sizeof(vm: &Vm, args: &[Value]) -> PyResult {
    let room = this_of(vm, &args[0])?.size.get();
    Ok(Value::Int(
        (args[0].obj().map_or(0, heap::Obj::size) + room) as i64,
    ))
}

#[rustfmt::skip]
const PROPERTIES: &[Property] = &[
    getter("raw", |vm, this| Ok(this_of(vm, this)?.raw.get().bound().unwrap_or(Value::None)), "The raw stream."),
    getset("_finalizing", |vm, this| Ok(Value::bool(this_of(vm, this)?.finalizing.get())), set_finalizing, ""),
    getter("closed", |vm, this| Ok(Value::bool(is_closed(vm, attached(vm, this)?)?)), "Whether the raw stream is closed."),
    getter("name", |vm, this| raw_attribute(vm, this, "name"), "The raw stream's name."),
    getter("mode", |vm, this| raw_attribute(vm, this, "mode"), "The raw stream's mode."),
];

table!(
    READER,
    "BufferedReader",
    "A buffer for reading from a raw stream.",
    init_reader,
    [
        next(next_line),
        method(
            "readable(self, /)",
            |vm, args| ask(vm, &args[0], "readable"),
            "Whether read() works."
        ),
        method(
            "read(self, size=-1, /)",
            read,
            "Read size bytes, or to the end."
        ),
        method(
            "peek(self, size=0, /)",
            peek,
            "What comes next, without moving."
        ),
        method(
            "read1(self, size=-1, /)",
            read1,
            "Read at most size bytes, with one call of the raw stream."
        ),
        method(
            "readinto(self, buffer, /)",
            |vm, args| read_into(vm, args, "readinto"),
            "Read into a buffer."
        ),
        method(
            "readinto1(self, buffer, /)",
            |vm, args| read_into(vm, args, "readinto1"),
            "Read into a buffer, with one call of the raw stream."
        ),
        method(
            "readline(self, size=-1, /)",
            readline,
            "Read up to the end of a line."
        ),
    ]
);

table!(
    WRITER,
    "BufferedWriter",
    "A buffer for writing to a raw stream.",
    init_writer,
    [
        method(
            "writable(self, /)",
            |vm, args| ask(vm, &args[0], "writable"),
            "Whether write() works."
        ),
        method("write(self, buffer, /)", write, "Write bytes."),
    ]
);

table!(
    RANDOM,
    "BufferedRandom",
    "A buffer for reading from and writing to a raw stream.",
    init_random,
    [
        next(next_line),
        method(
            "readable(self, /)",
            |vm, args| ask(vm, &args[0], "readable"),
            "Whether read() works."
        ),
        method(
            "writable(self, /)",
            |vm, args| ask(vm, &args[0], "writable"),
            "Whether write() works."
        ),
        method(
            "read(self, size=-1, /)",
            read,
            "Read size bytes, or to the end."
        ),
        method(
            "peek(self, size=0, /)",
            peek,
            "What comes next, without moving."
        ),
        method(
            "read1(self, size=-1, /)",
            read1,
            "Read at most size bytes, with one call of the raw stream."
        ),
        method(
            "readinto(self, buffer, /)",
            |vm, args| read_into(vm, args, "readinto"),
            "Read into a buffer."
        ),
        method(
            "readinto1(self, buffer, /)",
            |vm, args| read_into(vm, args, "readinto1"),
            "Read into a buffer, with one call of the raw stream."
        ),
        method(
            "readline(self, size=-1, /)",
            readline,
            "Read up to the end of a line."
        ),
        method("write(self, buffer, /)", write, "Write bytes."),
    ]
);

/// What a buffer is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// `BufferedReader`
    Reader,
    /// `BufferedWriter`
    Writer,
    /// `BufferedRandom`
    Random,
}

impl Role {
    fn table(self) -> &'static TypeTable {
        match self {
            Role::Reader => &READER,
            Role::Writer => &WRITER,
            Role::Random => &RANDOM,
        }
    }
}

/// The class.
pub fn class(vm: &Vm, role: Role) -> Ref<Class> {
    extension::class_of_base(vm, role.table(), &base::class(vm, Base::Buffered))
}

/// A buffer before a raw stream that fits.
pub fn over(vm: &Vm, raw: Value, role: Role) -> Value {
    let made = Buffered::empty();
    made.raw.set(raw);
    made.reads.set(role != Role::Writer);
    made.writes.set(role != Role::Reader);
    extension::alloc(&class(vm, role), made)
}

/// Whether a value is one of the three and nothing else.
#[inline]
pub fn exact<'a>(vm: &Vm, value: &'a Value) -> Option<&'a Buffered> {
    let class = vm.class_of(value);
    let is = |table: &'static TypeTable| class.table.is_some_and(|own| std::ptr::eq(own, table));
    match is(&READER) || is(&WRITER) || is(&RANDOM) {
        true => value.native::<Buffered>(),
        false => None,
    }
}

impl Buffered {
    fn empty() -> Buffered {
        Buffered {
            raw: ValueCell::new(Value::Unbound),
            reads: Cell::default(),
            writes: Cell::default(),
            size: Cell::new(DEFAULT_BUFFER_SIZE),
            ahead: RefCell::default(),
            at: Cell::default(),
            out: RefCell::default(),
            finalizing: Cell::default(),
        }
    }

    /// How much of the input is left.
    pub fn left(&self) -> usize {
        self.ahead.borrow().len() - self.at.get()
    }

    fn forget_input(&self) {
        self.ahead.borrow_mut().clear();
        self.at.set(0);
    }
}

fn this_of<'a>(vm: &Vm, this: &'a Value) -> PyResult<&'a Buffered> {
    extension::this(vm, std::slice::from_ref(this))
}

/// The buffer, which has a raw stream.
fn attached<'a>(vm: &Vm, this: &'a Value) -> PyResult<&'a Buffered> {
    let this = this_of(vm, this)?;
    match this.raw.get() {
        Value::Unbound => Err(vm.value_error("I/O operation on uninitialized object")),
        Value::None => Err(vm.value_error("raw stream has been detached")),
        _ => Ok(this),
    }
}

/// Whether the raw stream is closed.
fn is_closed(vm: &Vm, this: &Buffered) -> PyResult<bool> {
    let raw = this.raw.get();
    match file::exact(vm, &raw) {
        Some(file) => Ok(file.fd.get() < 0),
        None => base::is_closed(vm, &raw),
    }
}

/// The buffer, which is open.
fn open<'a>(vm: &Vm, this: &'a Value, action: &str) -> PyResult<&'a Buffered> {
    let this = attached(vm, this)?;
    match is_closed(vm, this)? {
        true => Err(vm.value_error(format!("{action} of closed file"))),
        false => Ok(this),
    }
}

fn new_buffered(vm: &Vm, args: &[Value], name: &str) -> PyResult {
    let class = crate::types::class_arg(vm, &args[0], name)?;
    Ok(extension::alloc(&class, Buffered::empty()))
}

fn init(vm: &Vm, args: &[Value], role: Role) -> PyResult {
    let this = this_of(vm, &args[0])?;
    this.raw.set(Value::Unbound);
    let abilities: &[&str] = match role {
        Role::Reader => &["readable"],
        Role::Writer => &["writable"],
        Role::Random => &["seekable", "readable", "writable"],
    };
    for ability in abilities {
        base::check(vm, &args[1], ability)?;
    }
    let size = args::size(vm, &args[2])?;
    let Ok(size @ 1..) = usize::try_from(size) else {
        return Err(vm.value_error("buffer size must be strictly positive"));
    };
    this.forget_input();
    this.out.borrow_mut().clear();
    this.size.set(size);
    this.reads.set(role != Role::Writer);
    this.writes.set(role != Role::Reader);
    this.finalizing.set(false);
    this.raw.set(args[1].clone());
    Ok(Value::None)
}

fn init_reader(vm: &Vm, args: &[Value]) -> PyResult {
    init(vm, args, Role::Reader)
}
fn init_writer(vm: &Vm, args: &[Value]) -> PyResult {
    init(vm, args, Role::Writer)
}
fn init_random(vm: &Vm, args: &[Value]) -> PyResult {
    init(vm, args, Role::Random)
}

/// What the raw stream answers.
fn ask(vm: &Vm, this: &Value, name: &str) -> PyResult {
    call(vm, &attached(vm, this)?.raw.get(), name, &[])
}

fn raw_attribute(vm: &Vm, this: &Value, name: &str) -> PyResult {
    let raw = this_of(vm, this)?.raw.get();
    match raw {
        Value::Unbound => Err(vm.value_error("I/O operation on uninitialized object")),
        Value::None => Err(vm.value_error("raw stream has been detached")),
        raw => lookup::get(vm, &raw, &vm.intern(name)),
    }
}

fn set_finalizing(vm: &Vm, this: &Value, value: Value) -> PyResult<()> {
    let on = ops::truth(vm, &value)?;
    this_of(vm, this)?.finalizing.set(on);
    Ok(())
}

fn dealloc_warn(vm: &Vm, args: &[Value]) -> PyResult {
    let raw = this_of(vm, &args[0])?.raw.get();
    if raw.obj().is_some()
        && let Some(warn) = lookup::get_optional(vm, &raw, &vm.intern("_dealloc_warn"))?
    {
        vm.call(&warn, std::slice::from_ref(&args[1]))?;
    }
    Ok(Value::None)
}

// ---------------------------------------------------------------------------------------------
// The raw stream

/// The raw stream, when its methods can be called directly.
fn direct<'a>(vm: &Vm, raw: &'a Value) -> Option<&'a FileIo> {
    file::exact(vm, raw)
}

/// Reads once from the raw stream, at most `wanted` bytes; `None` if it would have to be waited for.
fn raw_read(vm: &Vm, this: &Buffered, wanted: usize) -> PyResult<Option<Vec<u8>>> {
    let raw = this.raw.get();
    if let Some(file) = direct(vm, &raw) {
        let mut data = super::room(vm, wanted)?;
        let count = file.read_once(vm, &mut data)?;
        return Ok(count.map(|count| {
            data.truncate(count);
            data
        }));
    }
    let target: Value = heap::alloc(
        &vm.types.bytearray,
        ByteArray::new(super::room(vm, wanted)?),
    )
    .into();
    let memory = vm.call(&vm.types.memoryview.value(), std::slice::from_ref(&target))?;
    let count = call(vm, &raw, "readinto", std::slice::from_ref(&memory))?;
    if count.is_none() {
        return Ok(None);
    }
    let count = ops::index(vm, &count)?;
    let data = buffer::required(vm, &target)?.to_vec();
    let valid = match count {
        Value::Int(count) => usize::try_from(count).ok().filter(|&count| count <= wanted),
        _ => None,
    };
    match valid {
        Some(count) => Ok(Some(data[..count].to_vec())),
        None => Err(vm.raise(
            &vm.exceptions.OSError,
            &format!(
                "raw readinto() returned invalid length {} (should have been between 0 and {wanted})",
                ops::repr(vm, &count)?
            ),
        )),
    }
}

/// Writes once to the raw stream; `None` if it would have to be waited for.
fn raw_write(vm: &Vm, this: &Buffered, bytes: &[u8]) -> PyResult<Option<usize>> {
    let raw = this.raw.get();
    if let Some(file) = direct(vm, &raw) {
        return file.write_once(vm, bytes);
    }
    let data = vm.bytes(bytes);
    let memory = vm.call(&vm.types.memoryview.value(), std::slice::from_ref(&data))?;
    let count = vm.call_method(&raw, &vm.names.write, std::slice::from_ref(&memory))?;
    if count.is_none() {
        return Ok(None);
    }
    let count = ops::index(vm, &count)?;
    let valid = match count {
        Value::Int(count) => usize::try_from(count).ok().filter(|&n| n <= bytes.len()),
        _ => None,
    };
    match valid {
        Some(count) => Ok(Some(count)),
        None => Err(vm.raise(
            &vm.exceptions.OSError,
            &format!(
                "raw write() returned invalid length {} (should have been between 0 and {})",
                ops::repr(vm, &count)?,
                bytes.len()
            ),
        )),
    }
}

fn raw_position(vm: &Vm, this: &Buffered) -> PyResult<i64> {
    let raw = this.raw.get();
    if let Some(file) = direct(vm, &raw) {
        return file.move_to(vm, 0, 1);
    }
    let at = args::size(vm, &call(vm, &raw, "tell", &[])?)?;
    match at {
        ..0 => Err(vm.raise(
            &vm.exceptions.OSError,
            &format!("Raw stream returned invalid position {at}"),
        )),
        _ => Ok(at),
    }
}

fn raw_seek(vm: &Vm, this: &Buffered, offset: i64, whence: i32) -> PyResult<i64> {
    let raw = this.raw.get();
    if let Some(file) = direct(vm, &raw) {
        return file.move_to(vm, offset, whence);
    }
    let arguments = [Value::Int(offset), Value::Int(whence.into())];
    let at = args::size(vm, &call(vm, &raw, "seek", &arguments)?)?;
    match at {
        ..0 => Err(vm.raise(
            &vm.exceptions.OSError,
            &format!("Raw stream returned invalid position {at}"),
        )),
        _ => Ok(at),
    }
}

/// The error for a write that would have to wait, after `written` bytes.
#[cold]
fn would_block(vm: &Vm, written: usize) -> Raised {
    let arguments = [
        Value::Int(11),
        vm.str("write could not complete without blocking"),
        Value::Int(written as i64),
    ];
    match vm.call(&vm.exceptions.BlockingIOError.value(), &arguments) {
        Ok(error) => vm.raise_value(error),
        Err(raised) => raised,
    }
}

/// Sends everything that is waiting.
///
/// # Errors
/// What the raw stream raises; BlockingIOError.
pub fn send(vm: &Vm, this: &Buffered) -> PyResult<()> {
    while !this.out.borrow().is_empty() {
        let waiting = std::mem::take(&mut *this.out.borrow_mut());
        let sent = raw_write(vm, this, &waiting);
        let count = *sent.as_ref().unwrap_or(&None);
        // What was written meanwhile (by a signal's handler) comes behind.
        let mut rest = waiting;
        rest.drain(..count.unwrap_or(0));
        let mut out = this.out.borrow_mut();
        rest.append(&mut out);
        *out = rest;
        drop(out);
        if sent?.is_none() {
            return Err(would_block(vm, 0));
        }
    }
    Ok(())
}

/// Gives unread input back: then the raw stream is where this one is.
fn rewind(vm: &Vm, this: &Buffered) -> PyResult<()> {
    let left = this.left();
    if left > 0 {
        raw_seek(vm, this, -(left as i64), 1)?;
    }
    this.forget_input();
    Ok(())
}

// ---------------------------------------------------------------------------------------------
// Reading

/// Reads on; false at the end, `None` if that would have to be waited for.
fn fill(vm: &Vm, this: &Buffered) -> PyResult<Option<bool>> {
    let Some(data) = raw_read(vm, this, this.size.get())? else {
        return Ok(None);
    };
    let more = !data.is_empty();
    let mut ahead = this.ahead.borrow_mut();
    ahead.drain(..this.at.replace(0));
    if ahead.is_empty() {
        *ahead = data;
    } else {
        ahead.extend_from_slice(&data);
    }
    Ok(Some(more))
}

/// Takes at most `most` bytes of the input that is there.
fn take(this: &Buffered, most: usize) -> Vec<u8> {
    let ahead = this.ahead.borrow();
    let at = this.at.get();
    let end = ahead.len().min(at.saturating_add(most));
    this.at.set(end);
    ahead[at..end].to_vec()
}

/// The next bytes: those that are there, or as many as one read gives. Empty at the end, `None` if
/// that would have to be waited for.
///
/// # Errors
/// What the raw stream raises.
pub fn chunk(vm: &Vm, this: &Buffered, size: usize) -> PyResult<Option<Vec<u8>>> {
    if this.writes.get() {
        send(vm, this)?;
    }
    if this.left() > 0 {
        return Ok(Some(take(this, size)));
    }
    this.forget_input();
    raw_read(vm, this, size)
}

/// Everything up to the end.
fn read_rest(vm: &Vm, this: &Buffered) -> PyResult {
    let mut data = take(this, usize::MAX);
    this.forget_input();
    let raw = this.raw.get();
    if let Some(file) = direct(vm, &raw) {
        return Ok(match file::rest(vm, file)? {
            Some(rest) if data.is_empty() => vm.bytes(rest),
            Some(rest) => {
                data.extend_from_slice(&rest);
                vm.bytes(data)
            }
            None if data.is_empty() => Value::None,
            None => vm.bytes(data),
        });
    }
    if let Some(all) = lookup::get_optional(vm, &raw, &vm.intern("readall"))? {
        let rest = vm.call(&all, &[])?;
        return match rest.get::<Bytes>() {
            Some(rest) => {
                data.extend_from_slice(&rest.data);
                Ok(vm.bytes(data))
            }
            None if rest.is_none() && data.is_empty() => Ok(Value::None),
            None if rest.is_none() => Ok(vm.bytes(data)),
            None => Err(vm.type_error("readall() should return bytes")),
        };
    }
    loop {
        let part = call(vm, &raw, "read", &[])?;
        match part.get::<Bytes>() {
            Some(part) if !part.data.is_empty() => data.extend_from_slice(&part.data),
            None if !part.is_none() => {
                return Err(vm.type_error("read() should return bytes"));
            }
            None if data.is_empty() => return Ok(Value::None),
            _ => return Ok(vm.bytes(data)),
        }
    }
}

fn read(vm: &Vm, args: &[Value]) -> PyResult {
    let this = attached(vm, &args[0])?;
    let size = match &args[1] {
        Value::None => -1,
        size if !args::has_index(vm, size) => return Err(super::not_a_size(vm, size)),
        size => args::size(vm, size)?,
    };
    if size < -1 {
        return Err(vm.value_error("read length must be non-negative or -1"));
    }
    let this = open(vm, &args[0], "read").map(|_| this)?;
    if this.writes.get() {
        send(vm, this)?;
    }
    let Ok(size) = usize::try_from(size) else {
        return read_rest(vm, this);
    };
    if size <= this.left() {
        return Ok(vm.bytes(take(this, size)));
    }
    let mut data = take(this, usize::MAX);
    this.forget_input();
    while data.len() < size {
        let missing = size - data.len();
        // What is read ahead may not be larger than the buffer.
        let wanted = (missing - missing % this.size.get()).min(1 << 30);
        if wanted == 0 {
            match fill(vm, this)? {
                Some(true) => data.extend(take(this, missing)),
                Some(false) => break,
                None if data.is_empty() => return Ok(Value::None),
                None => break,
            }
            continue;
        }
        match raw_read(vm, this, wanted)? {
            Some(part) if part.is_empty() => break,
            Some(part) if data.is_empty() => data = part,
            Some(part) => data.extend_from_slice(&part),
            None if data.is_empty() => return Ok(Value::None),
            None => break,
        }
    }
    Ok(vm.bytes(data))
}

fn read1(vm: &Vm, args: &[Value]) -> PyResult {
    let this = attached(vm, &args[0])?;
    let size = match usize::try_from(args::size(vm, &args[1])?) {
        Ok(size) => size,
        Err(_) => this.size.get(),
    };
    open(vm, &args[0], "read")?;
    if size == 0 {
        return Ok(vm.bytes(Vec::new()));
    }
    Ok(vm.bytes(chunk(vm, this, size)?.unwrap_or_default()))
}

fn peek(vm: &Vm, args: &[Value]) -> PyResult {
    let this = open(vm, &args[0], "peek")?;
    args::size(vm, &args[1])?;
    if this.writes.get() {
        send(vm, this)?;
    }
    if this.left() == 0 {
        fill(vm, this)?;
    }
    let ahead = this.ahead.borrow();
    Ok(vm.bytes(&ahead[this.at.get()..]))
}

fn read_into(vm: &Vm, args: &[Value], function: &str) -> PyResult {
    let this = attached(vm, &args[0])?;
    let (target, room) = writable_arg(vm, &args[1], function)?;
    open(vm, &args[0], function)?;
    if this.writes.get() {
        send(vm, this)?;
    }
    let mut data = take(this, room);
    while data.len() < room {
        if function == "readinto1" && !data.is_empty() {
            break;
        }
        this.forget_input();
        let missing = room - data.len();
        let part = if missing >= this.size.get() {
            raw_read(vm, this, missing)?
        } else {
            fill(vm, this)?.map(|_| take(this, missing))
        };
        match part {
            Some(part) if part.is_empty() => break,
            Some(part) => data.extend_from_slice(&part),
            None if data.is_empty() => return Ok(Value::None),
            None => break,
        }
    }
    target.overwrite(vm, 0, &data)?;
    Ok(Value::Int(data.len() as i64))
}

/// A line, of at most `most` bytes. Empty at the end.
///
/// # Errors
/// What the raw stream raises.
fn line(vm: &Vm, this: &Buffered, most: usize) -> PyResult<Vec<u8>> {
    if this.writes.get() {
        send(vm, this)?;
    }
    let mut found: Vec<u8> = Vec::new();
    loop {
        {
            let ahead = this.ahead.borrow();
            let at = this.at.get();
            let limit = ahead.len().min(at.saturating_add(most - found.len()));
            let visible = &ahead[at..limit];
            let end = memchr::memchr(b'\n', visible).map(|end| end + 1);
            let part = &visible[..end.unwrap_or(visible.len())];
            this.at.set(at + part.len());
            found.extend_from_slice(part);
            if end.is_some() || found.len() >= most {
                return Ok(found);
            }
        }
        if fill(vm, this)? != Some(true) {
            return Ok(found);
        }
    }
}

fn readline(vm: &Vm, args: &[Value]) -> PyResult {
    let this = open(vm, &args[0], "readline")?;
    let most = size_arg(vm, &args[1])?.unwrap_or(usize::MAX);
    Ok(vm.bytes(line(vm, this, most)?))
}

fn next_line(vm: &Vm, this: &Value) -> PyResult<Option<Value>> {
    if exact(vm, this).is_none() {
        base::check_closed(vm, this)?;
        return base::next_line(vm, this);
    }
    let buffered = open(vm, this, "readline")?;
    let found = line(vm, buffered, usize::MAX)?;
    Ok((!found.is_empty()).then(|| vm.bytes(found)))
}

// ---------------------------------------------------------------------------------------------
// Writing

/// Writes bytes.
///
/// # Errors
/// What the raw stream raises; BlockingIOError.
pub fn put(vm: &Vm, this: &Buffered, data: &[u8]) -> PyResult<()> {
    if this.reads.get() && !this.ahead.borrow().is_empty() {
        rewind(vm, this)?;
    }
    let size = this.size.get();
    if this.out.borrow().len() + data.len() <= size && data.len() < size {
        this.out.borrow_mut().extend_from_slice(data);
        return Ok(());
    }
    if send(vm, this).is_err() {
        return Err(keep_what_fits(vm, this, data, 0));
    }
    let mut sent = 0;
    while data.len() - sent >= size {
        match raw_write(vm, this, &data[sent..])? {
            Some(count) => sent += count,
            None => {
                let kept = (data.len() - sent).min(size);
                this.out
                    .borrow_mut()
                    .extend_from_slice(&data[sent..sent + kept]);
                return match sent + kept == data.len() {
                    true => Ok(()),
                    false => Err(would_block(vm, sent + kept)),
                };
            }
        }
    }
    this.out.borrow_mut().extend_from_slice(&data[sent..]);
    Ok(())
}

/// After a BlockingIOError: keeps as much as the buffer has room for.
#[cold]
fn keep_what_fits(vm: &Vm, this: &Buffered, data: &[u8], sent: usize) -> Raised {
    let blocked = vm
        .class_of(&vm.pending())
        .is_subclass(&vm.exceptions.BlockingIOError);
    if !blocked {
        return Raised;
    }
    let mut out = this.out.borrow_mut();
    let kept = this
        .size
        .get()
        .saturating_sub(out.len())
        .min(data.len() - sent);
    out.extend_from_slice(&data[sent..sent + kept]);
    drop(out);
    drop(vm.take_pending());
    would_block(vm, sent + kept)
}

fn write(vm: &Vm, args: &[Value]) -> PyResult {
    let this = attached(vm, &args[0])?;
    let data = buffer::required(vm, &args[1])?.stable();
    open(vm, &args[0], "write")?;
    put(vm, this, &data)?;
    Ok(Value::Int(data.len() as i64))
}

fn flush(vm: &Vm, args: &[Value]) -> PyResult {
    let this = attached(vm, &args[0])?;
    if this.writes.get() {
        open(vm, &args[0], "flush")?;
        send(vm, this)?;
        if this.reads.get() {
            rewind(vm, this)?;
        }
    } else {
        // Readers pass it on, as CPython does.
        call(vm, &this.raw.get(), "flush", &[])?;
    }
    Ok(Value::None)
}

fn close(vm: &Vm, args: &[Value]) -> PyResult {
    let this = attached(vm, &args[0])?;
    if is_closed(vm, this)? {
        return Ok(Value::None);
    }
    if this.finalizing.get() {
        dealloc_warn(vm, &[args[0].clone(), args[0].clone()])?;
    }
    let flushed = vm.call_method(&args[0], &vm.names.flush, &[]);
    let pending = flushed.is_err().then(|| vm.take_pending());
    let closed = vm.call_method(&this.raw.get(), &vm.names.close, &[]);
    this.forget_input();
    this.out.borrow_mut().clear();
    match pending {
        Some(first) => Err(super::after(vm, first, closed.is_err())),
        None => closed,
    }
}

fn detach(vm: &Vm, args: &[Value]) -> PyResult {
    let this = attached(vm, &args[0])?;
    vm.call_method(&args[0], &vm.names.flush, &[])?;
    Ok(this.raw.replace(Value::None))
}

// ---------------------------------------------------------------------------------------------
// Moving

/// The position.
///
/// # Errors
/// What the raw stream raises.
pub fn position(vm: &Vm, this: &Buffered) -> PyResult<i64> {
    let raw = raw_position(vm, this)?;
    let at = raw - this.left() as i64 + this.out.borrow().len() as i64;
    Ok(at.max(0))
}

fn tell(vm: &Vm, args: &[Value]) -> PyResult {
    position(vm, attached(vm, &args[0])?).map(Value::Int)
}

fn seek(vm: &Vm, args: &[Value]) -> PyResult {
    let this = attached(vm, &args[0])?;
    let whence = args::c_int(vm, &args[2])?;
    if !(0..=2).contains(&whence) {
        return Err(vm.value_error(format!("whence value {whence} unsupported")));
    }
    open(vm, &args[0], "seek")?;
    if file::exact(vm, &this.raw.get()).is_none() {
        base::check(vm, &this.raw.get(), "seekable")?;
    }
    let mut offset = args::size(vm, &args[1])?;
    let left = this.left() as i64;
    if this.reads.get() && whence != 2 && left > 0 {
        // What is in the buffer need not be read again.
        let raw = raw_position(vm, this)?;
        let here = raw - left;
        let target = if whence == 0 {
            offset
        } else {
            here.saturating_add(offset)
        };
        let to = target - here + this.at.get() as i64;
        if (0..=this.ahead.borrow().len() as i64).contains(&to) {
            this.at.set(to as usize);
            return Ok(Value::Int(target));
        }
    }
    send(vm, this)?;
    if whence == 1 {
        offset = offset.saturating_sub(left);
    }
    let at = raw_seek(vm, this, offset, whence)?;
    this.forget_input();
    Ok(Value::Int(at))
}

fn truncate(vm: &Vm, args: &[Value]) -> PyResult {
    let this = attached(vm, &args[0])?;
    open(vm, &args[0], "truncate")?;
    if !this.writes.get() {
        return Err(unsupported(vm, "truncate"));
    }
    send(vm, this)?;
    rewind(vm, this)?;
    call(
        vm,
        &this.raw.get(),
        "truncate",
        std::slice::from_ref(&args[1]),
    )
}

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let class = vm.type_name(&args[0]);
    Ok(vm.str(&match super::optional_name(vm, &args[0])? {
        Some(name) => format!("<{class} name={}>", super::shown(vm, &args[0], &name)?),
        None => format!("<{class}>"),
    }))
}
