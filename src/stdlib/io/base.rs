//! The abstract base classes `_io._IOBase`, `_RawIOBase`, `_BufferedIOBase` and `_TextIOBase`: what
//! streams have in common, in terms of the methods that a stream defines itself.

use super::{DEFAULT_BUFFER_SIZE, size_arg, unsupported};
use crate::object::build;
use crate::object::heap::{self, Kind, Ref};
use crate::object::lookup;
use crate::object::ops;
use crate::object::table::{Property, Row, TypeTable, getter, member, method, new, next, plain};
use crate::object::value::{PyResult, Raised, Value};
use crate::stdlib::extension;
use crate::types::args::wrong_argument;
use crate::types::bytearray::ByteArray;
use crate::types::bytes::Bytes;
use crate::types::list::List;
use crate::types::object::Plain;
use crate::types::str::text_of;
use crate::types::{buffer, slots};
use crate::vm::Vm;

/// The `__dict__` of streams.
const DICT: Property = member("__dict__", build::get_dict, "");

/// What the tables of streams have in common.
pub const STREAM: TypeTable = TypeTable {
    module: "_io",
    kind: Kind::Native,
    subclassable: true,
    has_dict: true,
    weakrefable: true,
    finalise: true,
    names_module: true,
    ..TypeTable::DEFAULT
};

#[rustfmt::skip]
static IO_BASE: TypeTable = TypeTable {
    name: "_IOBase",
    doc: "What all streams have in common, whatever they read or write.",
    kind: Kind::Instance,
    methods: &[
        new("__new__(type, /, *args, **kwargs)", base_new),
        slots::iter(iter),
        next(next_line),
        plain("__del__(self, /)", finalise, ""),
        method("seek(self, offset, whence=os.SEEK_SET, /)", |vm, _| Err(unsupported(vm, "seek")), "Move to a position; the new position."),
        method("tell(self, /)", tell, "The position."),
        method("truncate(self, size=None, /)", |vm, _| Err(unsupported(vm, "truncate")), "Set the size."),
        method("flush(self, /)", flush, "Send on what has been written."),
        method("close(self, /)", close, "Flush and close."),
        method("seekable(self, /)", no, "Whether seek() works."),
        method("readable(self, /)", no, "Whether read() works."),
        method("writable(self, /)", no, "Whether write() works."),
        method("_checkClosed(self, msg=None, /)", |vm, args| check_closed(vm, &args[0]).map(|()| Value::None), ""),
        method("_checkSeekable(self, msg=None, /)", |vm, args| check(vm, &args[0], "seekable"), ""),
        method("_checkReadable(self, msg=None, /)", |vm, args| check(vm, &args[0], "readable"), ""),
        method("_checkWritable(self, msg=None, /)", |vm, args| check(vm, &args[0], "writable"), ""),
        method("fileno(self, /)", |vm, _| Err(unsupported(vm, "fileno")), "The descriptor, if there is one."),
        method("isatty(self, /)", is_terminal, "Whether it is a terminal."),
        plain("__enter__(self, /)", enter, ""),
        plain("__exit__(self, /, *args)", exit, "").bare(),
        method("readline(self, size=-1, /)", readline, "Read up to the end of a line."),
        method("readlines(self, hint=-1, /)", readlines, "A list of lines, of about hint bytes or characters."),
        method("writelines(self, lines, /)", writelines, "Write several texts; nothing is put between them."),
    ],
    properties: &[DICT, getter("closed", get_closed, "")],
    ..STREAM
};

#[rustfmt::skip]
static RAW_BASE: TypeTable = TypeTable {
    name: "_RawIOBase",
    doc: "What files without a buffer have in common.",
    kind: Kind::Instance,
    methods: &[
        method("read(self, size=-1, /)", raw_read, "Read once, or to the end."),
        method("readall(self, /)", read_all, "Read to the end."),
        method("readinto(self, buffer, /)", not_implemented, ""),
        method("write(self, b, /)", not_implemented, ""),
    ],
    ..STREAM
};

#[rustfmt::skip]
static BUFFERED_BASE: TypeTable = TypeTable {
    name: "_BufferedIOBase",
    doc: "What streams of bytes with a buffer have in common.",
    kind: Kind::Instance,
    methods: &[
        method("detach(self, /)", |vm, _| Err(unsupported(vm, "detach")), "Give the raw stream back."),
        method("read(self, size=-1, /)", |vm, _| Err(unsupported(vm, "read")), "Read size bytes, or to the end."),
        method("read1(self, size=-1, /)", |vm, _| Err(unsupported(vm, "read1")), "Read at most size bytes, with one call of the raw stream."),
        method("readinto(self, buffer, /)", |vm, args| read_into(vm, args, "read"), "Read into a buffer."),
        method("readinto1(self, buffer, /)", |vm, args| read_into(vm, args, "read1"), "Read into a buffer, with one call of the raw stream."),
        method("write(self, b, /)", |vm, _| Err(unsupported(vm, "write")), "Write bytes."),
    ],
    ..STREAM
};

#[rustfmt::skip]
static TEXT_BASE: TypeTable = TypeTable {
    name: "_TextIOBase",
    doc: "What streams of text have in common.",
    kind: Kind::Instance,
    methods: &[
        method("detach(self, /)", |vm, _| Err(unsupported(vm, "detach")), "Give the stream of bytes back."),
        method("read(self, size=-1, /)", |vm, _| Err(unsupported(vm, "read")), "Read size characters, or to the end."),
        method("readline(self, size=-1, /)", |vm, _| Err(unsupported(vm, "readline")), "Read up to the end of a line."),
        method("write(self, s, /)", write_text, "Write a text."),
    ],
    properties: &[
        getter("encoding", none, "The encoding; None for a stream without one."),
        getter("newlines", none, "The line ends seen so far."),
        getter("errors", none, "What is done about errors of the encoding."),
    ],
    ..STREAM
};

fn write_text(vm: &Vm, args: &[Value]) -> PyResult {
    match text_of(&args[1]) {
        Some(_) => Err(unsupported(vm, "write")),
        None => Err(wrong_argument(vm, &args[1], "write() argument 1", "str")),
    }
}

/// Which of the base classes a stream's class inherits from.
#[derive(Clone, Copy)]
pub enum Base {
    /// `_IOBase`
    Stream,
    /// `_RawIOBase`
    Raw,
    /// `_BufferedIOBase`
    Buffered,
    /// `_TextIOBase`
    Text,
}

/// One of the base classes.
pub fn class(vm: &Vm, base: Base) -> Ref<crate::object::class::Class> {
    let io_base = extension::class(vm, &IO_BASE);
    let table = match base {
        Base::Stream => return io_base,
        Base::Raw => &RAW_BASE,
        Base::Buffered => &BUFFERED_BASE,
        Base::Text => &TEXT_BASE,
    };
    extension::class_of_base(vm, table, &io_base)
}

/// The rows that refuse pickling; the message names the class.
pub const NO_PICKLE: Row = method("__reduce__(self, /)", refuse_pickle, "");
/// As [`NO_PICKLE`].
pub const NO_PICKLE_EX: Row = method("__reduce_ex__(self, object, /)", refuse_pickle, "");

fn refuse_pickle(vm: &Vm, args: &[Value]) -> PyResult {
    let name = vm.class_of(&args[0]).name.borrow().to_string();
    Err(vm.type_error(format!("cannot pickle '{name}' instances")))
}

fn base_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = crate::types::class_arg(vm, &args[0], "_IOBase")?;
    Ok(heap::alloc(&class, Plain).into())
}

fn none(_vm: &Vm, _this: &Value) -> PyResult {
    Ok(Value::None)
}

fn no(_vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(Value::False)
}

fn not_implemented(vm: &Vm, _args: &[Value]) -> PyResult {
    Err(vm.not_implemented_error(""))
}

/// Calls a method of a stream by its name.
pub fn call(vm: &Vm, stream: &Value, name: &str, args: &[Value]) -> PyResult {
    vm.call_method(stream, &vm.intern(name), args)
}

/// The truth of what a method or attribute of a stream says.
fn says(vm: &Vm, stream: &Value, name: &str) -> PyResult<bool> {
    ops::truth(vm, &call(vm, stream, name, &[])?)
}

/// Whether a stream says that it is closed.
///
/// # Errors
/// What its attribute raises.
pub fn is_closed(vm: &Vm, stream: &Value) -> PyResult<bool> {
    let closed = lookup::get(vm, stream, &vm.intern("closed"))?;
    ops::truth(vm, &closed)
}

/// The error for a stream that is closed.
#[cold]
pub fn closed_error(vm: &Vm) -> Raised {
    vm.value_error("I/O operation on closed file.")
}

/// Refuses a stream that says that it is closed.
///
/// # Errors
/// ValueError.
pub fn check_closed(vm: &Vm, stream: &Value) -> PyResult<()> {
    match is_closed(vm, stream)? {
        true => Err(closed_error(vm)),
        false => Ok(()),
    }
}

/// Refuses a stream that isn't readable, writable or seekable.
///
/// # Errors
/// UnsupportedOperation.
pub fn check(vm: &Vm, stream: &Value, ability: &str) -> PyResult {
    if says(vm, stream, ability)? {
        return Ok(Value::True);
    }
    Err(unsupported(
        vm,
        &format!("File or stream is not {ability}."),
    ))
}

const CLOSED: &str = "__IOBase_closed";

fn get_closed(vm: &Vm, this: &Value) -> PyResult {
    let closed = lookup::get_optional(vm, this, &vm.intern(CLOSED))?;
    Ok(Value::bool(closed.is_some()))
}

fn tell(vm: &Vm, args: &[Value]) -> PyResult {
    call(vm, &args[0], "seek", &[Value::Int(0), Value::Int(1)])
}

fn flush(vm: &Vm, args: &[Value]) -> PyResult {
    if get_closed(vm, &args[0])?.is(&Value::True) {
        return Err(closed_error(vm));
    }
    Ok(Value::None)
}

/// `_IOBase.close`: flushes, and notes that the stream is closed.
pub fn close(vm: &Vm, args: &[Value]) -> PyResult {
    if get_closed(vm, &args[0])?.is(&Value::True) {
        return Ok(Value::None);
    }
    let flushed = vm.call_method(&args[0], &vm.names.flush, &[]);
    let pending = flushed.is_err().then(|| vm.take_pending());
    let noted = lookup::set(vm, &args[0], &vm.intern(CLOSED), Value::True);
    match pending {
        Some(error) => Err(vm.set_pending(error)),
        None => noted.map(|()| Value::None),
    }
}

/// What happens when nobody holds a stream any more: it is closed.
fn finalise(vm: &Vm, args: &[Value]) -> PyResult {
    let this = &args[0];
    let closed = match is_closed(vm, this) {
        Ok(closed) => closed,
        Err(_) => {
            drop(vm.take_pending());
            // A stream that was never initialised has nothing to close.
            true
        }
    };
    if closed {
        return Ok(Value::None);
    }
    if lookup::set(vm, this, &vm.intern("_finalizing"), Value::True).is_err() {
        drop(vm.take_pending());
    }
    if vm.call_method(this, &vm.names.close, &[]).is_err() {
        crate::types::unraisable(vm, "", this);
    }
    Ok(Value::None)
}

fn is_terminal(vm: &Vm, args: &[Value]) -> PyResult {
    check_closed(vm, &args[0])?;
    Ok(Value::False)
}

fn enter(vm: &Vm, args: &[Value]) -> PyResult {
    check_closed(vm, &args[0])?;
    Ok(args[0].clone())
}

fn exit(vm: &Vm, args: &[Value]) -> PyResult {
    vm.call_method(&args[0], &vm.names.close, &[])
}

fn iter(vm: &Vm, args: &[Value]) -> PyResult {
    enter(vm, args)
}

/// A line by the stream's own `readline`; `None` at the end.
pub fn next_line(vm: &Vm, this: &Value) -> PyResult<Option<Value>> {
    let line = vm.call_method(this, &vm.names.readline, &[])?;
    match ops::truth(vm, &line)? {
        true => Ok(Some(line)),
        false => Ok(None),
    }
}

fn readline(vm: &Vm, args: &[Value]) -> PyResult {
    let limit = size_arg(vm, &args[1])?;
    let peeks = lookup::get_optional(vm, &args[0], &vm.intern("peek"))?;
    let mut line: Vec<u8> = Vec::new();
    while limit.is_none_or(|limit| line.len() < limit) {
        let mut wanted = 1;
        if let Some(peek) = &peeks {
            let ahead = vm.call(peek, &[Value::Int(1)])?;
            let Some(ahead) = ahead.get::<Bytes>() else {
                let got = vm.type_name(&ahead);
                return Err(vm.raise(
                    &vm.exceptions.OSError,
                    &format!("peek() should have returned a bytes object, not '{got}'"),
                ));
            };
            let end = memchr::memchr(b'\n', &ahead.data).map_or(ahead.data.len(), |at| at + 1);
            let room = limit.map_or(usize::MAX, |limit| limit - line.len());
            wanted = end.max(1).min(room);
        }
        let read = vm.call_method(&args[0], &vm.intern("read"), &[Value::Int(wanted as i64)])?;
        let Some(bytes) = read.get::<Bytes>() else {
            let got = vm.type_name(&read);
            return Err(vm.raise(
                &vm.exceptions.OSError,
                &format!("read() should have returned a bytes object, not '{got}'"),
            ));
        };
        line.extend_from_slice(&bytes.data);
        if bytes.data.is_empty() || line.ends_with(b"\n") {
            break;
        }
    }
    Ok(vm.bytes(line))
}

fn readlines(vm: &Vm, args: &[Value]) -> PyResult {
    let hint = size_arg(vm, &args[1])?.filter(|&hint| hint > 0);
    let lines = List::new(Vec::new());
    let iterator = ops::iter(vm, &args[0])?;
    let mut total = 0;
    while let Some(line) = ops::next(vm, &iterator)? {
        total += match hint {
            Some(_) => ops::len(vm, &line)?,
            None => 0,
        };
        lines.items.push(line);
        if hint.is_some_and(|hint| total >= hint) {
            break;
        }
    }
    Ok(heap::alloc(&vm.types.list, lines).into())
}

/// `writelines` of any stream.
pub fn writelines(vm: &Vm, args: &[Value]) -> PyResult {
    check_closed(vm, &args[0])?;
    let iterator = ops::iter(vm, &args[1])?;
    while let Some(line) = ops::next(vm, &iterator)? {
        vm.call_method(&args[0], &vm.names.write, &[line])?;
    }
    Ok(Value::None)
}

// ---------------------------------------------------------------------------------------------
// Raw streams

fn raw_read(vm: &Vm, args: &[Value]) -> PyResult {
    let Some(size) = size_arg(vm, &args[1])? else {
        return call(vm, &args[0], "readall", &[]);
    };
    let target: Value =
        heap::alloc(&vm.types.bytearray, ByteArray::new(super::room(vm, size)?)).into();
    let count = call(vm, &args[0], "readinto", std::slice::from_ref(&target))?;
    if count.is_none() {
        return Ok(count);
    }
    let count = crate::types::args::size(vm, &count)?;
    let bytes = buffer::required(vm, &target)?.to_vec();
    match usize::try_from(count).ok().and_then(|n| bytes.get(..n)) {
        Some(read) => Ok(vm.bytes(read)),
        None => Err(vm.value_error(format!(
            "readinto returned {count} outside buffer size {size}"
        ))),
    }
}

fn read_all(vm: &Vm, args: &[Value]) -> PyResult {
    let mut all: Option<Vec<u8>> = None;
    loop {
        let wanted = [Value::Int(DEFAULT_BUFFER_SIZE as i64)];
        let part = call(vm, &args[0], "read", &wanted)?;
        if part.is_none() {
            break;
        }
        let Some(bytes) = part.get::<Bytes>() else {
            return Err(vm.type_error("read() should return bytes"));
        };
        all.get_or_insert_default().extend_from_slice(&bytes.data);
        if bytes.data.is_empty() {
            break;
        }
    }
    Ok(all.map_or(Value::None, |all| vm.bytes(all)))
}

/// `readinto` in terms of `read`.
fn read_into(vm: &Vm, args: &[Value], by: &str) -> PyResult {
    let (target, room) = super::writable_arg(
        vm,
        &args[1],
        if by == "read" {
            "readinto"
        } else {
            "readinto1"
        },
    )?;
    let read = call(vm, &args[0], by, &[Value::Int(room as i64)])?;
    let Some(bytes) = read.get::<Bytes>() else {
        return Err(vm.type_error("read() should return bytes"));
    };
    if bytes.data.len() > room {
        return Err(vm.value_error(format!(
            "read() returned too much data: {room} bytes requested, {} returned",
            bytes.data.len()
        )));
    }
    target.overwrite(vm, 0, &bytes.data)?;
    Ok(Value::Int(bytes.data.len() as i64))
}
