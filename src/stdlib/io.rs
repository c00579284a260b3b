//! The standard streams: text in UTF-8, made with the interpreter without any Python code, so that
//! `print` is fast and a start cheap. All other streams are in `_io`.

use crate::host::Stream;
use crate::object::heap::{Kind, Obj, Ref, ValueCell};
use crate::object::lookup;
use crate::object::ops;
use crate::object::table::{Row, TypeTable, getter, method, next};
use crate::object::value::{PyResult, Value};
use crate::stdlib::extension;
use crate::text::Text;
use crate::text::codec::Codec;
use crate::types::args;
use crate::types::dict::Dict;
use crate::types::encoding;
use crate::types::native::NativePayload;
use crate::types::slots;
use crate::types::str::text_of;
use crate::vm::Vm;
use std::any::Any;
use std::cell::{Cell, RefCell};

/// A standard stream.
struct StandardText {
    stream: Stream,
    /// Written and not sent yet.
    pending: RefCell<Vec<u8>>,
    /// Read and not asked for yet, from `at` on.
    ahead: RefCell<Vec<u8>>,
    at: Cell<usize>,
    closed: Cell<bool>,
    line_buffering: Cell<bool>,
    /// The error handler.
    errors: RefCell<&'static str>,
    /// `buffer`, made when it is asked for.
    buffer: ValueCell,
}

impl NativePayload for StandardText {
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        self.buffer.trace(visit);
    }
}

/// How much output waits before it is sent.
const BUFFER: usize = 8192;

#[rustfmt::skip]
const METHODS: &[Row] = &[
    slots::repr(repr),
    method("write(self, text, /)", write, "Write string s to stream."),
    method("writelines(self, lines, /)", writelines, "Write a list of lines to stream."),
    method("flush(self, /)", flush, "Flush write buffers, if applicable."),
    method("close(self, /)", close, "Flush and close the IO object."),
    method("fileno(self, /)", fileno, "Return underlying file descriptor if one exists."),
    method("isatty(self, /)", is_terminal, "Return whether this is an 'interactive' stream."),
    method("readable(self, /)", readable, "Return whether object was opened for reading."),
    method("writable(self, /)", writable, "Return whether object was opened for writing."),
    method("seekable(self, /)", seekable, "Return whether object supports random access."),
    method("read(self, size=-1, /)", read, "Read at most size characters from stream."),
    method("readline(self, size=-1, /)", readline, "Read until newline or EOF."),
    method("readlines(self, hint=-1, /)", readlines, "Return a list of lines from the stream."),
    method("reconfigure(self, /, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)", reconfigure, "Reconfigure the text stream with new parameters."),
    method("__enter__(self, /)", enter, ""),
    method("__exit__(self, /, *args)", exit, ""),
    slots::iter(enter),
    next(next_line),
];

static TEXT: TypeTable = TypeTable {
    name: "TextIOWrapper",
    module: "_io",
    doc: "Character and line based layer over a BufferedIOBase object, buffer.",
    kind: Kind::Native,
    has_dict: true,
    weakrefable: true,
    methods: METHODS,
    properties: &[
        getter("name", get_name, ""),
        getter("mode", get_mode, ""),
        getter("encoding", get_encoding, ""),
        getter("errors", get_errors, ""),
        getter("newlines", get_none, ""),
        getter("closed", get_closed, ""),
        getter("line_buffering", get_line_buffering, ""),
        getter("write_through", get_write_through, ""),
        getter("buffer", get_buffer, ""),
    ],
    ..TypeTable::DEFAULT
};

/// Opens `sys.stdin`, `sys.stdout` and `sys.stderr`.
pub fn open_standard_streams(vm: &Vm, namespace: &Ref<Dict>) {
    let class = extension::class(vm, &TEXT);
    for (name, stream) in [
        ("stdin", Stream::In),
        ("stdout", Stream::Out),
        ("stderr", Stream::Err),
    ] {
        let payload = StandardText {
            stream,
            pending: RefCell::default(),
            ahead: RefCell::default(),
            at: Cell::new(0),
            closed: Cell::new(false),
            line_buffering: Cell::new(stream == Stream::Err || vm.host.is_terminal(stream)),
            errors: RefCell::new(if stream == Stream::Err {
                "backslashreplace"
            } else {
                "strict"
            }),
            buffer: ValueCell::new(Value::Unbound),
        };
        let object = extension::alloc(&class, payload);
        drop(namespace.set_name(&vm.intern(name), object.clone()));
        drop(namespace.set_name(&vm.intern(&format!("__{name}__")), object));
    }
}

/// Whether writing to a stream needs no call of a Python method.
pub fn is_plain_text(file: &Value) -> bool {
    file.native::<StandardText>().is_some()
}

fn this<'a>(vm: &Vm, value: &'a Value) -> PyResult<&'a StandardText> {
    extension::this(vm, std::slice::from_ref(value))
}

fn open_stream<'a>(vm: &Vm, value: &'a Value) -> PyResult<&'a StandardText> {
    let stream = this(vm, value)?;
    if stream.closed.get() {
        return Err(vm.value_error("I/O operation on closed file."));
    }
    Ok(stream)
}

/// Writes to a stream that [`is_plain_text`].
///
/// # Errors
/// OSError; UnicodeEncodeError for lone surrogates.
pub fn write_text(vm: &Vm, file: &Value, text: &Text) -> PyResult<()> {
    let stream = open_stream(vm, file)?;
    if stream.stream == Stream::In {
        return Err(unsupported(vm, "not writable"));
    }
    let encoded;
    let bytes = match text.as_str() {
        Some(text) => text.as_bytes(),
        None => {
            let errors = Text::from_ascii(stream.errors.borrow().as_bytes());
            encoded = encoding::encode_text(vm, text, Codec::Utf8, &errors)?;
            &encoded
        }
    };
    let full = {
        let mut pending = stream.pending.borrow_mut();
        pending.extend_from_slice(bytes);
        pending.len() > BUFFER || (stream.line_buffering.get() && bytes.contains(&b'\n'))
    };
    if full || stream.stream == Stream::Err {
        flush_stream(vm, stream)?;
    }
    Ok(())
}

/// Writes to a stream that [`is_plain_text`].
///
/// # Errors
/// OSError.
pub fn write_str(vm: &Vm, file: &Value, text: &str) -> PyResult<()> {
    write_text(vm, file, &Text::from_wtf8(text.as_bytes()))
}

fn flush_stream(vm: &Vm, stream: &StandardText) -> PyResult<()> {
    let pending = std::mem::take(&mut *stream.pending.borrow_mut());
    if pending.is_empty() {
        return Ok(());
    }
    vm.host
        .write(stream.stream, &pending)
        .map_err(|error| super::raise_os(vm, &error, None))
}

#[cold]
fn unsupported(vm: &Vm, what: &str) -> crate::object::value::Raised {
    let class = crate::exec::import::import_absolute(vm, "_io")
        .and_then(|module| lookup::get(vm, &module, &vm.intern("UnsupportedOperation")));
    match class.and_then(|class| vm.call(&class, &[vm.str(what)])) {
        Ok(exception) => vm.raise_value(exception),
        Err(raised) => raised,
    }
}

fn write(vm: &Vm, args: &[Value]) -> PyResult {
    match text_of(&args[1]) {
        Some(text) => {
            write_text(vm, &args[0], text)?;
            Ok(Value::Int(text.len() as i64))
        }
        None => Err(vm.type_error(format!(
            "write() argument must be str, not {}",
            vm.type_name(&args[1])
        ))),
    }
}

fn writelines(vm: &Vm, args: &[Value]) -> PyResult {
    for line in ops::collect(vm, &args[1])? {
        write(vm, &[args[0].clone(), line])?;
    }
    Ok(Value::None)
}

fn flush(vm: &Vm, args: &[Value]) -> PyResult {
    flush_stream(vm, open_stream(vm, &args[0])?)?;
    Ok(Value::None)
}

fn close(vm: &Vm, args: &[Value]) -> PyResult {
    let stream = this(vm, &args[0])?;
    if !stream.closed.get() {
        let done = flush_stream(vm, stream);
        stream.closed.set(true);
        done?;
    }
    Ok(Value::None)
}

fn fileno(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::Int(match open_stream(vm, &args[0])?.stream {
        Stream::In => 0,
        Stream::Out => 1,
        Stream::Err => 2,
    }))
}

fn is_terminal(vm: &Vm, args: &[Value]) -> PyResult {
    let stream = open_stream(vm, &args[0])?.stream;
    Ok(Value::bool(vm.host.is_terminal(stream)))
}

fn readable(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::bool(open_stream(vm, &args[0])?.stream == Stream::In))
}

fn writable(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::bool(open_stream(vm, &args[0])?.stream != Stream::In))
}

fn seekable(vm: &Vm, args: &[Value]) -> PyResult {
    open_stream(vm, &args[0])?;
    Ok(Value::False)
}

/// Reads on from standard input; false at its end.
fn fill(vm: &Vm, stream: &StandardText) -> PyResult<bool> {
    let mut chunk = vec![0; BUFFER];
    let count = vm
        .host
        .read_stdin(&mut chunk)
        .map_err(|error| super::raise_os(vm, &error, None))?;
    let mut ahead = stream.ahead.borrow_mut();
    ahead.drain(..stream.at.replace(0));
    ahead.extend_from_slice(&chunk[..count]);
    Ok(count > 0)
}

fn for_reading<'a>(vm: &Vm, args: &'a [Value]) -> PyResult<&'a StandardText> {
    let stream = open_stream(vm, &args[0])?;
    if stream.stream != Stream::In {
        return Err(unsupported(vm, "not readable"));
    }
    Ok(stream)
}

fn decoded(vm: &Vm, bytes: &[u8]) -> PyResult {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => {
            let data = vm.bytes(bytes.to_vec());
            let text = vm.call_method(&data, &vm.intern("decode"), &[])?;
            text_of(&text)
                .map(|text| text.to_string_lossy())
                .unwrap_or_default()
        }
    };
    Ok(vm.str(&dunder_grammar::normalise_newlines(&text)))
}

fn read(vm: &Vm, args: &[Value]) -> PyResult {
    let stream = for_reading(vm, args)?;
    let size = match args[1].given() {
        Some(size) => args::size(vm, size)?,
        None => -1,
    };
    let Ok(size) = usize::try_from(size) else {
        while fill(vm, stream)? {}
        let bytes = std::mem::take(&mut *stream.ahead.borrow_mut());
        return decoded(vm, &bytes);
    };
    loop {
        let found = {
            let ahead = stream.ahead.borrow();
            let rest = &ahead[stream.at.get()..];
            // Positions where characters start; one more than asked for shows that they are complete.
            let mut starts = (0..rest.len()).filter(|&at| rest[at] & 0xC0 != 0x80);
            starts.nth(size).map(|end| rest[..end].to_vec())
        };
        if let Some(bytes) = found {
            stream.at.set(stream.at.get() + bytes.len());
            return decoded(vm, &bytes);
        }
        if !fill(vm, stream)? {
            let bytes = std::mem::take(&mut *stream.ahead.borrow_mut());
            return decoded(vm, &bytes);
        }
    }
}

fn line(vm: &Vm, stream: &StandardText) -> PyResult<Vec<u8>> {
    loop {
        let found = {
            let ahead = stream.ahead.borrow();
            let rest = &ahead[stream.at.get()..];
            memchr::memchr(b'\n', rest).map(|end| rest[..=end].to_vec())
        };
        if let Some(bytes) = found {
            stream.at.set(stream.at.get() + bytes.len());
            return Ok(bytes);
        }
        if !fill(vm, stream)? {
            return Ok(std::mem::take(&mut *stream.ahead.borrow_mut()));
        }
    }
}

fn readline(vm: &Vm, args: &[Value]) -> PyResult {
    let stream = for_reading(vm, args)?;
    let size = match args[1].given() {
        Some(size) => args::size(vm, size)?,
        None => -1,
    };
    let mut bytes = line(vm, stream)?;
    if let Ok(size) = usize::try_from(size) {
        let mut starts = (0..bytes.len()).filter(|&at| bytes[at] & 0xC0 != 0x80);
        if let Some(end) = starts.nth(size) {
            let rest = bytes.split_off(end);
            let mut ahead = stream.ahead.borrow_mut();
            let at = stream.at.replace(0);
            ahead.splice(..at, rest);
        }
    }
    decoded(vm, &bytes)
}

fn next_line(vm: &Vm, this: &Value) -> PyResult<Option<Value>> {
    let stream = for_reading(vm, std::slice::from_ref(this))?;
    let bytes = line(vm, stream)?;
    if bytes.is_empty() {
        return Ok(None);
    }
    decoded(vm, &bytes).map(Some)
}

fn readlines(vm: &Vm, args: &[Value]) -> PyResult {
    let mut lines = Vec::new();
    while let Some(line) = next_line(vm, &args[0])? {
        lines.push(line);
    }
    Ok(vm.list(lines))
}

fn reconfigure(vm: &Vm, args: &[Value]) -> PyResult {
    const HANDLERS: [&str; 7] = [
        "strict",
        "ignore",
        "replace",
        "backslashreplace",
        "surrogateescape",
        "xmlcharrefreplace",
        "namereplace",
    ];
    let stream = open_stream(vm, &args[0])?;
    flush_stream(vm, stream)?;
    if let Some(errors) = args[2].given().and_then(text_of) {
        let known = HANDLERS
            .iter()
            .find(|name| name.as_bytes() == errors.as_bytes());
        if let Some(name) = known {
            *stream.errors.borrow_mut() = name;
        }
    }
    if let Some(on) = args[4].given() {
        stream.line_buffering.set(ops::truth(vm, on)?);
    }
    Ok(Value::None)
}

fn enter(vm: &Vm, args: &[Value]) -> PyResult {
    open_stream(vm, &args[0])?;
    Ok(args[0].clone())
}

fn exit(vm: &Vm, args: &[Value]) -> PyResult {
    close(vm, args)
}

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let (name, mode) = (get_name(vm, &args[0])?, get_mode(vm, &args[0])?);
    Ok(vm.str(&format!(
        "<_io.TextIOWrapper name={} mode={} encoding='utf-8'>",
        ops::repr(vm, &name)?,
        ops::repr(vm, &mode)?
    )))
}

fn get_name(vm: &Vm, value: &Value) -> PyResult {
    Ok(vm.str(match this(vm, value)?.stream {
        Stream::In => "<stdin>",
        Stream::Out => "<stdout>",
        Stream::Err => "<stderr>",
    }))
}

fn get_mode(vm: &Vm, value: &Value) -> PyResult {
    Ok(vm.str(if this(vm, value)?.stream == Stream::In {
        "r"
    } else {
        "w"
    }))
}

fn get_encoding(vm: &Vm, _value: &Value) -> PyResult {
    Ok(vm.str("utf-8"))
}

fn get_errors(vm: &Vm, value: &Value) -> PyResult {
    Ok(vm.str(*this(vm, value)?.errors.borrow()))
}

fn get_none(_vm: &Vm, _value: &Value) -> PyResult {
    Ok(Value::None)
}

fn get_closed(vm: &Vm, value: &Value) -> PyResult {
    Ok(Value::bool(this(vm, value)?.closed.get()))
}

fn get_line_buffering(vm: &Vm, value: &Value) -> PyResult {
    Ok(Value::bool(this(vm, value)?.line_buffering.get()))
}

fn get_write_through(_vm: &Vm, _value: &Value) -> PyResult {
    Ok(Value::False)
}

/// The bytes below the text, as an unbuffered file: what is written there comes after what has been
/// written here.
fn get_buffer(vm: &Vm, value: &Value) -> PyResult {
    let stream = this(vm, value)?;
    flush_stream(vm, stream)?;
    if let Some(known) = stream.buffer.get().bound() {
        return Ok(known);
    }
    let module = crate::exec::import::import_absolute(vm, "_io")?;
    let (number, mode) = match stream.stream {
        Stream::In => (0, "r"),
        Stream::Out => (1, "w"),
        Stream::Err => (2, "w"),
    };
    let arguments = [Value::Int(number), vm.str(mode), Value::False];
    let file = vm.call_method(&module, &vm.intern("FileIO"), &arguments)?;
    lookup::set(vm, &file, &vm.names.name, get_name(vm, value)?)?;
    let class = if stream.stream == Stream::In {
        "BufferedReader"
    } else {
        "BufferedWriter"
    };
    let made = match stream.stream {
        Stream::In => vm.call_method(&module, &vm.intern(class), &[file])?,
        _ => file,
    };
    stream.buffer.set(made.clone());
    Ok(made)
}
