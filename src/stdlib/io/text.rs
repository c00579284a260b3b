//! `TextIOWrapper`: text over a stream of bytes. Here are the object, its attributes and its ends; see
//! `text_read`, `text_write` and `text_seek` for the work.

use super::base::{self, Base, NO_PICKLE, NO_PICKLE_EX, STREAM, call, closed_error};
use super::buffered::{self, Buffered};
use super::file;
use super::newlines::{Newline, Seen};
use super::text_read::Segments;
use super::{text_read, text_seek, text_write, unsupported};
use crate::native_payload;
use crate::object::class::Class;
use crate::object::heap::{Ref, ValueCell};
use crate::object::lookup;
use crate::object::ops;
use crate::object::table::{TypeTable, getset, getter, method, new, next};
use crate::object::value::{PyResult, Value};
use crate::stdlib::extension;
use crate::text::Text;
use crate::text::codec::{self, Codec};
use crate::types::str::text_of;
use crate::types::{args, encoding, slots};
use crate::vm::Vm;
use std::cell::{Cell, RefCell};

/// The payload of `TextIOWrapper`.
pub struct TextIo {
    /// The stream of bytes; `Unbound` before `__init__`, `None` after `detach()`.
    pub buffer: ValueCell,
    /// The encoding, as it was named.
    pub encoding: RefCell<Text>,
    /// The error handler.
    pub errors: RefCell<Text>,
    /// The interpreter's codec of that name; without one, `encoder` and `decoder` do the work.
    pub codec: Cell<Option<Codec>>,
    pub(super) encoder: ValueCell,
    pub(super) decoder: ValueCell,
    /// The codec for what is read next: once a byte order mark has been seen, it is another one.
    pub(super) reading: Cell<Option<Codec>>,
    /// Whether what is written next begins the stream, with a byte order mark if there has to be one.
    pub(super) at_start: Cell<bool>,
    pub(super) newline: Cell<Newline>,
    pub(super) readable: Cell<bool>,
    pub(super) writable: Cell<bool>,
    pub(super) seekable: Cell<bool>,
    /// Whether `tell()` may be asked: not while the stream is iterated over.
    pub(super) telling: Cell<bool>,
    pub(super) has_read1: Cell<bool>,
    line_buffering: Cell<bool>,
    write_through: Cell<bool>,
    finalizing: Cell<bool>,
    pub(super) chunk_size: Cell<usize>,
    /// Encoded and not passed on yet.
    pub(super) pending: RefCell<Vec<u8>>,
    /// Decoded and not asked for yet, from `at` on, with line ends as they were read.
    pub(super) ahead: RefCell<Vec<u8>>,
    pub(super) at: Cell<usize>,
    /// Whether all of `ahead` is ASCII.
    pub(super) ascii: Cell<bool>,
    /// Where the text in `ahead` came from.
    pub(super) segments: RefCell<Segments>,
    /// Read and not decoded yet: the beginning of a character.
    pub(super) tail: RefCell<Vec<u8>>,
    pub(super) seen: Seen,
    /// Whether the last chunk ended with a carriage return, whose line feed may follow.
    pub(super) held: Cell<bool>,
}

native_payload!(TextIo, buffer, encoder, decoder);

#[rustfmt::skip]
static TEXT_IO: TypeTable = TypeTable {
    name: "TextIOWrapper",
    told: Some("(buffer, encoding=None, errors=None, newline=None,\n              line_buffering=False, write_through=False)"),
    doc: "Text over a stream of bytes.",
    methods: &[
        new("__new__(type, /, *args, **kwargs)", new_text),
        slots::repr(repr),
        method("__init__(self, /, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)", init, ""),
        next(text_read::next_line),
        method("detach(self, /)", detach, "Give the stream of bytes back; this one can't be used any more."),
        method("reconfigure(self, /, *, encoding=None, errors=None, newline=<unrepresentable>, line_buffering=None, write_through=None)", reconfigure, "Change settings of the stream."),
        method("write(self, text, /)", text_write::write, "Write a text; its length."),
        method("read(self, size=-1, /)", text_read::read, "Read size characters, or to the end."),
        method("readline(self, size=-1, /)", text_read::readline, "Read up to the end of a line."),
        method("flush(self, /)", text_write::flush, "Send on what has been written."),
        method("close(self, /)", close, "Flush and close."),
        method("fileno(self, /)", |vm, args| ask(vm, &args[0], "fileno"), "The descriptor."),
        method("seekable(self, /)", |vm, args| ask(vm, &args[0], "seekable"), "Whether seek() works."),
        method("readable(self, /)", |vm, args| ask(vm, &args[0], "readable"), "Whether read() works."),
        method("writable(self, /)", |vm, args| ask(vm, &args[0], "writable"), "Whether write() works."),
        method("isatty(self, /)", is_terminal, "Whether it is a terminal."),
        method("seek(self, cookie, whence=os.SEEK_SET, /)", text_seek::seek, "Move to a position that tell() gave."),
        method("tell(self, /)", text_seek::tell, "The position, for seek()."),
        method("truncate(self, pos=None, /)", text_seek::truncate, "Set the size, by default to the position."),
        NO_PICKLE, NO_PICKLE_EX,
    ],
    properties: &[
        getter("encoding", |vm, this| Ok(vm.text(attached(vm, this)?.encoding.borrow().clone())), "The encoding."),
        getter("buffer", |vm, this| Ok(payload(vm, this)?.buffer.get().bound().unwrap_or(Value::None)), "The stream of bytes."),
        getter("line_buffering", |vm, this| Ok(Value::bool(payload(vm, this)?.line_buffering.get())), "Whether lines are sent at once."),
        getter("write_through", |vm, this| Ok(Value::bool(payload(vm, this)?.write_through.get())), "Whether texts are passed on at once."),
        getset("_finalizing", |vm, this| Ok(Value::bool(payload(vm, this)?.finalizing.get())), set_finalizing, ""),
        getter("name", |vm, this| lookup::get(vm, &attached(vm, this)?.buffer.get(), &vm.names.name), "The name."),
        getter("closed", |vm, this| Ok(Value::bool(is_closed(vm, attached(vm, this)?)?)), "Whether the stream of bytes is closed."),
        getter("newlines", get_newlines, "The line ends read so far."),
        getter("errors", |vm, this| Ok(vm.text(attached(vm, this)?.errors.borrow().clone())), "What is done about errors of the encoding."),
        getset("_CHUNK_SIZE", |vm, this| Ok(Value::Int(attached(vm, this)?.chunk_size.get() as i64)), set_chunk_size, ""),
    ],
    ..STREAM
};

/// The class.
pub fn class(vm: &Vm) -> Ref<Class> {
    extension::class_of_base(vm, &TEXT_IO, &base::class(vm, Base::Text))
}

/// Whether a value is a `TextIOWrapper` and nothing else.
#[inline]
pub fn exact<'a>(vm: &Vm, value: &'a Value) -> Option<&'a TextIo> {
    match super::is_exact(vm, value, &TEXT_IO) {
        true => value.native::<TextIo>(),
        false => None,
    }
}

/// UTF-8 over a buffer, for the standard streams.
pub fn standard(vm: &Vm, buffer: Value, reads: bool, errors: &str) -> Value {
    let made = TextIo::empty();
    made.buffer.set(buffer);
    *made.encoding.borrow_mut() = Text::from("utf-8");
    *made.errors.borrow_mut() = Text::from(errors);
    made.codec.set(Some(Codec::Utf8));
    made.reading.set(Some(Codec::Utf8));
    made.readable.set(reads);
    made.writable.set(!reads);
    made.has_read1.set(true);
    extension::alloc(&class(vm), made)
}

impl TextIo {
    fn empty() -> TextIo {
        TextIo {
            buffer: ValueCell::new(Value::Unbound),
            encoding: RefCell::default(),
            errors: RefCell::default(),
            codec: Cell::new(None),
            encoder: ValueCell::new(Value::Unbound),
            decoder: ValueCell::new(Value::Unbound),
            reading: Cell::new(None),
            at_start: Cell::new(true),
            newline: Cell::new(Newline::Universal),
            readable: Cell::default(),
            writable: Cell::default(),
            seekable: Cell::default(),
            telling: Cell::default(),
            has_read1: Cell::default(),
            line_buffering: Cell::default(),
            write_through: Cell::default(),
            finalizing: Cell::default(),
            chunk_size: Cell::new(super::DEFAULT_BUFFER_SIZE),
            pending: RefCell::default(),
            ahead: RefCell::default(),
            at: Cell::default(),
            ascii: Cell::default(),
            segments: RefCell::default(),
            tail: RefCell::default(),
            seen: Seen::default(),
            held: Cell::default(),
        }
    }

    /// Whether lines are sent at once.
    pub fn line_buffering(&self) -> bool {
        self.line_buffering.get()
    }

    /// Sets whether lines are sent at once, and whether everything is.
    pub fn set_buffering(&self, lines: bool, everything: bool) {
        self.line_buffering.set(lines);
        self.write_through.set(everything);
    }

    /// Whether texts are passed on at once.
    pub fn write_through(&self) -> bool {
        self.write_through.get()
    }

    /// Drops everything that was read ahead.
    pub(super) fn forget_input(&self) {
        self.ahead.borrow_mut().clear();
        self.at.set(0);
        self.segments.borrow_mut().clear();
        self.tail.borrow_mut().clear();
        self.held.set(false);
    }
}

fn payload<'a>(vm: &Vm, this: &'a Value) -> PyResult<&'a TextIo> {
    extension::this(vm, std::slice::from_ref(this))
}

/// The stream, which has a stream of bytes.
pub(super) fn attached<'a>(vm: &Vm, this: &'a Value) -> PyResult<&'a TextIo> {
    let this = payload(vm, this)?;
    check_attached(vm, this)?;
    Ok(this)
}

pub(super) fn check_attached(vm: &Vm, this: &TextIo) -> PyResult<()> {
    match this.buffer.get() {
        Value::Unbound => Err(vm.value_error("I/O operation on uninitialized object")),
        Value::None => Err(vm.value_error("underlying buffer has been detached")),
        _ => Ok(()),
    }
}

/// The buffer below, when its methods can be called directly.
pub(super) fn direct<'a>(vm: &Vm, buffer: &'a Value) -> Option<&'a Buffered> {
    buffered::exact(vm, buffer)
}

/// Whether the stream of bytes is closed.
fn is_closed(vm: &Vm, this: &TextIo) -> PyResult<bool> {
    let buffer = this.buffer.get();
    if let Some(below) = direct(vm, &buffer)
        && let Some(file) = file::exact(vm, &below.raw.get())
    {
        return Ok(file.fd.get() < 0);
    }
    base::is_closed(vm, &buffer)
}

/// Refuses a stream that has no stream of bytes, or a closed one.
///
/// # Errors
/// ValueError.
pub(super) fn check_open(vm: &Vm, this: &TextIo) -> PyResult<()> {
    check_attached(vm, this)?;
    match is_closed(vm, this)? {
        true => Err(closed_error(vm)),
        false => Ok(()),
    }
}

/// The open stream.
pub(super) fn open<'a>(vm: &Vm, this: &'a Value) -> PyResult<&'a TextIo> {
    let this = payload(vm, this)?;
    check_open(vm, this)?;
    Ok(this)
}

fn new_text(vm: &Vm, args: &[Value]) -> PyResult {
    let class = crate::types::class_arg(vm, &args[0], "TextIOWrapper")?;
    Ok(extension::alloc(&class, TextIo::empty()))
}

/// A text argument, or `None`.
fn optional_text(vm: &Vm, value: &Value, function: &str, name: &str) -> PyResult<Option<Text>> {
    if value.given().is_none() {
        return Ok(None);
    }
    let Some(text) = text_of(value) else {
        return Err(vm.type_error(format!(
            "{function}() argument '{name}' must be str or None, not {}",
            vm.type_name(value)
        )));
    };
    if text.as_bytes().contains(&0) {
        return Err(vm.value_error("embedded null character"));
    }
    Ok(Some(text.clone()))
}

fn newline_of(vm: &Vm, text: Option<Text>) -> PyResult<Newline> {
    match text {
        None => Ok(Newline::Universal),
        Some(text) => Newline::of(text.as_bytes())
            .ok_or_else(|| vm.value_error(format!("illegal newline value: {text}"))),
    }
}

fn init(vm: &Vm, args: &[Value]) -> PyResult {
    let this = payload(vm, &args[0])?;
    const NAME: &str = "TextIOWrapper";
    let encoding = optional_text(vm, &args[2], NAME, "encoding")?;
    let errors = optional_text(vm, &args[3], NAME, "errors")?;
    let newline = newline_of(vm, optional_text(vm, &args[4], NAME, "newline")?)?;
    let line_buffering = ops::truth(vm, &args[5])?;
    let write_through = ops::truth(vm, &args[6])?;
    this.buffer.set(Value::Unbound);
    this.forget_input();
    this.pending.borrow_mut().clear();
    this.seen.clear();
    let buffer = &args[1];
    set_encoding(vm, this, encoding, errors.unwrap_or(Text::from("strict")))?;
    let says = |name: &str| ops::truth(vm, &call(vm, buffer, name, &[])?);
    this.readable.set(says("readable")?);
    this.writable.set(says("writable")?);
    this.newline.set(newline);
    make_coders(vm, this)?;
    let seekable = says("seekable")?;
    this.seekable.set(seekable);
    this.telling.set(seekable);
    let read1 = lookup::get_optional(vm, buffer, &vm.intern("read1"))?;
    this.has_read1.set(read1.is_some());
    this.line_buffering.set(line_buffering);
    this.write_through.set(write_through);
    this.at_start.set(true);
    if seekable && this.writable.get() {
        let at = call(vm, buffer, "tell", &[])?;
        this.at_start.set(matches!(at, Value::Int(0)));
    }
    this.buffer.set(buffer.clone());
    Ok(Value::None)
}

/// Finds the codec of an encoding, by default that of the locale.
fn set_encoding(vm: &Vm, this: &TextIo, name: Option<Text>, errors: Text) -> PyResult<()> {
    let name = name
        .filter(|name| name.as_bytes() != b"locale")
        .unwrap_or(Text::from("UTF-8"));
    let found = name.as_str().and_then(codec::lookup);
    if found.is_none() {
        let Some(info) = encoding::search(vm, &name)? else {
            return Err(vm.lookup_error(format!("unknown encoding: {name}")));
        };
        let is_text = lookup::get_optional(vm, &info, &vm.intern("_is_text_encoding"))?;
        if is_text.is_some_and(|is_text| is_text.is(&Value::False)) {
            return Err(vm.lookup_error(format!(
                "'{name}' is not a text encoding; use codecs.open() to handle arbitrary codecs"
            )));
        }
        this.decoder.set(info.clone());
        this.encoder.set(info);
    }
    this.codec.set(found);
    this.reading.set(found);
    this.encoding.replace(name);
    this.errors.replace(errors);
    Ok(())
}

/// Makes decoder and encoder of a codec that the interpreter doesn't have itself.
fn make_coders(vm: &Vm, this: &TextIo) -> PyResult<()> {
    if this.codec.get().is_some() {
        this.decoder.set(Value::Unbound);
        this.encoder.set(Value::Unbound);
        return Ok(());
    }
    let errors = vm.text(this.errors.borrow().clone());
    let make = |cell: &ValueCell, wanted: bool, name: &str| -> PyResult<()> {
        let info = cell.take();
        if wanted {
            let class = lookup::get(vm, &info, &vm.intern(name))?;
            cell.set(vm.call(&class, std::slice::from_ref(&errors))?);
        }
        Ok(())
    };
    make(&this.decoder, this.readable.get(), "incrementaldecoder")?;
    make(&this.encoder, this.writable.get(), "incrementalencoder")
}

fn reconfigure(vm: &Vm, args: &[Value]) -> PyResult {
    let this = attached(vm, &args[0])?;
    const NAME: &str = "reconfigure";
    let encoding = optional_text(vm, &args[1], NAME, "encoding")?;
    let errors = optional_text(vm, &args[2], NAME, "errors")?;
    let newline = match &args[3] {
        Value::Unbound => None,
        value => Some(newline_of(vm, optional_text(vm, value, NAME, "newline")?)?),
    };
    let has_read = !this.ahead.borrow().is_empty() || !this.tail.borrow().is_empty();
    let recodes = encoding.is_some() || errors.is_some() || newline.is_some();
    if has_read && recodes {
        return Err(unsupported(
            vm,
            "It is not possible to set the encoding or newline of stream after the first read",
        ));
    }
    let flag = |value: &Value, before: bool| match value.given() {
        None => Ok(before),
        Some(value) => Ok(crate::types::args::c_int(vm, value)? != 0),
    };
    let line_buffering = flag(&args[4], this.line_buffering.get())?;
    let write_through = flag(&args[5], this.write_through.get())?;
    vm.call_method(&args[0], &vm.names.flush, &[])?;
    if encoding.is_some() || errors.is_some() {
        let errors = match (&encoding, errors) {
            (_, Some(errors)) => errors,
            (Some(_), None) => Text::from("strict"),
            (None, None) => this.errors.borrow().clone(),
        };
        let encoding = encoding.unwrap_or_else(|| this.encoding.borrow().clone());
        set_encoding(vm, this, Some(encoding), errors)?;
        make_coders(vm, this)?;
    }
    if let Some(newline) = newline {
        this.newline.set(newline);
    }
    this.line_buffering.set(line_buffering);
    this.write_through.set(write_through);
    Ok(Value::None)
}

fn detach(vm: &Vm, args: &[Value]) -> PyResult {
    let this = attached(vm, &args[0])?;
    vm.call_method(&args[0], &vm.names.flush, &[])?;
    Ok(this.buffer.replace(Value::None))
}

fn close(vm: &Vm, args: &[Value]) -> PyResult {
    let this = attached(vm, &args[0])?;
    if is_closed(vm, this)? {
        return Ok(Value::None);
    }
    let buffer = this.buffer.get();
    if this.finalizing.get() {
        let warned = match lookup::get_optional(vm, &buffer, &vm.intern("_dealloc_warn")) {
            Ok(Some(warn)) => vm.call(&warn, std::slice::from_ref(&args[0])).map(drop),
            other => other.map(drop),
        };
        if warned.is_err() {
            drop(vm.take_pending());
        }
    }
    let flushed = vm.call_method(&args[0], &vm.names.flush, &[]);
    let pending = flushed.is_err().then(|| vm.take_pending());
    let closed = vm.call_method(&buffer, &vm.names.close, &[]);
    match pending {
        Some(first) => Err(super::after(vm, first, closed.is_err())),
        None => closed,
    }
}

/// What the stream of bytes answers.
fn ask(vm: &Vm, this: &Value, name: &str) -> PyResult {
    call(vm, &attached(vm, this)?.buffer.get(), name, &[])
}

fn is_terminal(vm: &Vm, args: &[Value]) -> PyResult {
    ask(vm, &args[0], "isatty")
}

fn get_newlines(vm: &Vm, this: &Value) -> PyResult {
    let this = attached(vm, this)?;
    Ok(match this.decoder.get() {
        _ if !matches!(this.newline.get(), Newline::Universal | Newline::Any) => Value::None,
        _ => this.seen.value(vm),
    })
}

fn set_finalizing(vm: &Vm, this: &Value, value: Value) -> PyResult<()> {
    let on = ops::truth(vm, &value)?;
    payload(vm, this)?.finalizing.set(on);
    Ok(())
}

fn set_chunk_size(vm: &Vm, this: &Value, value: Value) -> PyResult<()> {
    let this = attached(vm, this)?;
    if value.is_unbound() {
        return Err(vm.raise(&vm.exceptions.AttributeError, "cannot delete attribute"));
    }
    match usize::try_from(args::size(vm, &value)?) {
        Ok(size @ 1..) => {
            this.chunk_size.set(size);
            Ok(())
        }
        _ => Err(vm.value_error("a strictly positive integer is required")),
    }
}

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let this = payload(vm, &args[0])?;
    if this.buffer.is_unbound() {
        return Err(vm.value_error("I/O operation on uninitialized object"));
    }
    let mut text = format!("<{}", vm.type_name(&args[0]));
    if let Some(name) = super::optional_name(vm, &args[0])? {
        text.push_str(&format!(" name={}", super::shown(vm, &args[0], &name)?));
    }
    if let Some(mode) = lookup::get_optional(vm, &args[0], &vm.intern("mode"))? {
        text.push_str(&format!(" mode={}", ops::repr(vm, &mode)?));
    }
    let encoding = vm.text(this.encoding.borrow().clone());
    text.push_str(&format!(" encoding={}>", ops::repr(vm, &encoding)?));
    Ok(vm.str(&text))
}
