//! Reading text: bytes are decoded chunk by chunk, and lines are found in what is decoded.

use super::base::call;
use super::buffered;
use super::newlines::{self, Newline};
use super::text::{self, TextIo, check_open, direct, open};
use super::text_write;
use super::{size_arg, unsupported};
use crate::object::value::{PyResult, Value};
use crate::text::Text;
use crate::text::codec::Codec;
use crate::types::str::text_of;
use crate::types::{buffer, encoding};
use crate::vm::Vm;
use std::collections::VecDeque;

/// A run of text that was decoded at once.
pub struct Segment {
    /// How long it is, in bytes of `ahead`.
    pub len: usize,
    /// The bytes that it was decoded from; `None` if they were the same.
    pub raw: Option<Vec<u8>>,
    /// The codec for its first byte; `None` for one that isn't the interpreter's.
    pub codec: Option<Codec>,
}

/// Where the text read ahead came from, first to last.
pub type Segments = VecDeque<Segment>;

/// Reads and decodes on; false at the end. `hint`: how many more bytes are wanted.
pub fn fill(vm: &Vm, this: &TextIo, hint: usize) -> PyResult<bool> {
    if !this.readable.get() {
        return Err(unsupported(vm, "not readable"));
    }
    let size = this.chunk_size.get().max(hint.min(1 << 24));
    let input = read_bytes(vm, this, size)?;
    let is_end = input.is_empty();
    decode(vm, this, input, is_end)?;
    Ok(!is_end)
}

fn read_bytes(vm: &Vm, this: &TextIo, size: usize) -> PyResult<Vec<u8>> {
    let below = this.buffer.get();
    if let Some(below) = direct(vm, &below) {
        return Ok(buffered::chunk(vm, below, size)?.unwrap_or_default());
    }
    let name = if this.has_read1.get() {
        "read1"
    } else {
        "read"
    };
    let read = call(vm, &below, name, &[Value::Int(size as i64)])?;
    match buffer::view(vm, &read)? {
        Some(bytes) => Ok(bytes.to_vec()),
        None => Err(vm.type_error(format!(
            "underlying {name}() should have returned a bytes-like object, not '{}'",
            vm.type_name(&read)
        ))),
    }
}

/// Forgets the text that has been asked for.
fn compact(this: &TextIo) {
    let mut segments = this.segments.borrow_mut();
    let (at, mut gone) = (this.at.get(), 0);
    while let Some(first) = segments.front()
        && gone + first.len <= at
    {
        gone += first.len;
        segments.pop_front();
    }
    if gone > 0 {
        this.ahead.borrow_mut().drain(..gone);
        this.at.set(at - gone);
    }
}

/// Decodes bytes behind what is decoded already.
pub fn decode(vm: &Vm, this: &TextIo, input: Vec<u8>, is_end: bool) -> PyResult<()> {
    compact(this);
    let mut tail = std::mem::take(&mut *this.tail.borrow_mut());
    let bytes = match tail.is_empty() {
        true => input,
        false => {
            tail.extend_from_slice(&input);
            tail
        }
    };
    let Some(codec) = this.reading.get() else {
        return decode_by_object(vm, this, bytes, is_end);
    };
    let same = match codec {
        Codec::Utf8 => match std::str::from_utf8(&bytes) {
            Ok(_) => Some(bytes.len()),
            // The beginning of a character waits for its rest.
            Err(error) if error.error_len().is_none() && !is_end => Some(error.valid_up_to()),
            Err(_) => None,
        },
        Codec::Ascii | Codec::Latin1 if bytes.is_ascii() => Some(bytes.len()),
        _ => None,
    };
    if let Some(len) = same {
        this.tail.borrow_mut().extend_from_slice(&bytes[len..]);
        append(this, &bytes[..len], None, Some(codec), is_end);
        return Ok(());
    }
    let errors = this.errors.borrow().clone();
    let decoded = encoding::decode_stream(vm, &bytes, codec, is_end, &errors)?;
    this.reading.set(Some(decoded.next));
    let (read, rest) = bytes.split_at(decoded.consumed.min(bytes.len()));
    this.tail.borrow_mut().extend_from_slice(rest);
    let text = decoded.text.as_bytes();
    append(this, text, Some(read.to_vec()), Some(codec), is_end);
    Ok(())
}

fn decode_by_object(vm: &Vm, this: &TextIo, bytes: Vec<u8>, is_end: bool) -> PyResult<()> {
    let arguments = [vm.bytes(&bytes[..]), Value::bool(is_end)];
    let decoded = call(vm, &this.decoder.get(), "decode", &arguments)?;
    let Some(text) = text_of(&decoded) else {
        return Err(vm.type_error(format!(
            "decoder should return a string result, not '{}'",
            vm.type_name(&decoded)
        )));
    };
    append(this, text.as_bytes(), Some(bytes), None, is_end);
    Ok(())
}

fn append(this: &TextIo, text: &[u8], raw: Option<Vec<u8>>, codec: Option<Codec>, is_end: bool) {
    note_newlines(this, text, is_end);
    if text.is_empty() && raw.as_ref().is_none_or(Vec::is_empty) {
        return;
    }
    let mut ahead = this.ahead.borrow_mut();
    let ascii = text.is_ascii() && (ahead.is_empty() || this.ascii.get());
    this.ascii.set(ascii);
    ahead.extend_from_slice(text);
    drop(ahead);
    this.segments.borrow_mut().push_back(Segment {
        len: text.len(),
        raw,
        codec,
    });
}

/// Notes which line ends there are; a carriage return at the end of a chunk waits for the next.
fn note_newlines(this: &TextIo, text: &[u8], is_end: bool) {
    if !matches!(this.newline.get(), Newline::Universal | Newline::Any) {
        return;
    }
    if this.held.get() && (is_end || !text.is_empty()) {
        this.held.set(false);
        let mut joined = vec![b'\r'];
        joined.extend_from_slice(&text[..text.len().min(1)]);
        this.seen.note(&joined);
        return note_newlines(this, text.strip_prefix(b"\n").unwrap_or(text), is_end);
    }
    match text {
        [before @ .., b'\r'] if !is_end => {
            this.held.set(true);
            this.seen.note(before);
        }
        _ => this.seen.note(text),
    }
}

/// Reading comes after what has been written.
fn before_reading(vm: &Vm, this: &TextIo) -> PyResult<()> {
    if !this.readable.get() {
        return Err(unsupported(vm, "not readable"));
    }
    text_write::pass_on(vm, this)
}

// ---------------------------------------------------------------------------------------------
// Lines

/// The next line as text in its own bytes, of at most `most` characters; empty at the end.
fn line(vm: &Vm, this: &TextIo, most: Option<usize>) -> PyResult<Text> {
    let newline = this.newline.get();
    // What has been looked at already, of which the last byte can be half a line end.
    let mut known = 0usize;
    loop {
        let complete;
        {
            let ahead = this.ahead.borrow();
            let rest = &ahead[this.at.get()..];
            let from = known.saturating_sub(1);
            if let Some(end) = newline.line_end(&rest[from..], false) {
                return Ok(take_line(this, &ahead, from + end, most));
            }
            known = rest.len();
            complete = most.is_some_and(|most| rest.len() / 4 > most);
        }
        if complete || !fill(vm, this, 0)? {
            let ahead = this.ahead.borrow();
            let rest = &ahead[this.at.get()..];
            let end = newline.line_end(rest, !complete).unwrap_or(rest.len());
            return Ok(take_line(this, &ahead, end, most));
        }
    }
}

/// Takes the text up to `end` (which is that of a line, if there is one), or fewer characters.
fn take_line(this: &TextIo, ahead: &[u8], end: usize, most: Option<usize>) -> Text {
    let at = this.at.get();
    let found = &ahead[at..at + end];
    let text = match (this.newline.get(), found) {
        (Newline::Universal, [line @ .., b'\r', b'\n'] | [line @ .., b'\r']) => {
            let mut line = line.to_vec();
            line.push(b'\n');
            Text::from_wtf8_vec(line)
        }
        _ if this.ascii.get() => Text::from_ascii(found),
        _ => Text::from_wtf8(found),
    };
    match most.filter(|&most| most < text.len()) {
        None => {
            this.at.set(at + end);
            text
        }
        Some(most) => {
            // The characters before the line's end are the same in both.
            let text = text.slice(0..most);
            this.at.set(at + text.as_bytes().len());
            text
        }
    }
}

/// `readline(size=-1, /)`
pub fn readline(vm: &Vm, args: &[Value]) -> PyResult {
    let most = match &args[1] {
        Value::Int(size) => usize::try_from(*size).ok(),
        Value::None => None,
        size => usize::try_from(crate::types::args::size(vm, size)?).ok(),
    };
    let this = open(vm, &args[0])?;
    before_reading(vm, this)?;
    Ok(vm.text(line(vm, this, most)?))
}

/// `__next__`
pub fn next_line(vm: &Vm, this: &Value) -> PyResult<Option<Value>> {
    let Some(stream) = text::exact(vm, this) else {
        return next_by_method(vm, this);
    };
    check_open(vm, stream)?;
    before_reading(vm, stream)?;
    stream.telling.set(false);
    let found = line(vm, stream, None)?;
    if found.is_empty() {
        stream.telling.set(stream.seekable.get());
        return Ok(None);
    }
    Ok(Some(vm.text(found)))
}

/// A subclass may have a `readline` of its own.
#[cold]
fn next_by_method(vm: &Vm, this: &Value) -> PyResult<Option<Value>> {
    let stream = text::attached(vm, this)?;
    stream.telling.set(false);
    let found = vm.call_method(this, &vm.names.readline, &[])?;
    let Some(text) = text_of(&found) else {
        return Err(vm.raise(
            &vm.exceptions.OSError,
            &format!(
                "readline() should have returned a str object, not '{}'",
                vm.type_name(&found)
            ),
        ));
    };
    if text.is_empty() {
        stream.telling.set(stream.seekable.get());
        return Ok(None);
    }
    Ok(Some(found))
}

// ---------------------------------------------------------------------------------------------
// Characters

/// `read(size=-1, /)`
pub fn read(vm: &Vm, args: &[Value]) -> PyResult {
    let size = size_arg(vm, &args[1])?;
    let this = open(vm, &args[0])?;
    before_reading(vm, this)?;
    match size {
        Some(size) => read_some(vm, this, size),
        None => read_rest(vm, this),
    }
}

fn read_rest(vm: &Vm, this: &TextIo) -> PyResult {
    let below = this.buffer.get();
    let rest = call(vm, &below, "read", &[])?;
    let rest = match buffer::view(vm, &rest)? {
        Some(bytes) => bytes.to_vec(),
        None if rest.is_none() => Vec::new(),
        None => {
            return Err(vm.type_error(format!(
                "underlying read() should have returned a bytes-like object, not '{}'",
                vm.type_name(&rest)
            )));
        }
    };
    decode(vm, this, rest, true)?;
    let mut found = std::mem::take(&mut *this.ahead.borrow_mut());
    found.drain(..this.at.get());
    this.forget_input();
    if this.newline.get() == Newline::Universal
        && let Some(translated) = newlines::translated(&found)
    {
        found = translated;
    }
    Ok(vm.text(Text::from_wtf8_vec(found)))
}

/// How many bytes of a text are `wanted` characters, a pair of carriage return and line feed being one
/// if `pairs`. `None` if there are not so many, or it can't be told yet.
fn extent(text: &[u8], wanted: usize, pairs: bool, complete: bool) -> Option<usize> {
    let (mut at, mut count) = (0, 0);
    while count < wanted {
        let first = *text.get(at)?;
        at += match first {
            b'\r' if pairs => match text.get(at + 1) {
                Some(b'\n') => 2,
                None if !complete => return None,
                _ => 1,
            },
            0..0x80 => 1,
            0x80..0xE0 => 2,
            0xE0..0xF0 => 3,
            _ => 4,
        };
        count += 1;
    }
    Some(at)
}

fn read_some(vm: &Vm, this: &TextIo, size: usize) -> PyResult {
    let universal = this.newline.get() == Newline::Universal;
    loop {
        let (found, missing) = {
            let ahead = this.ahead.borrow();
            let rest = &ahead[this.at.get()..];
            (
                extent(rest, size, universal, false),
                size.saturating_sub(rest.len()),
            )
        };
        let end = match found {
            Some(end) => end,
            None if fill(vm, this, missing)? => continue,
            None => {
                let ahead = this.ahead.borrow();
                let rest = &ahead[this.at.get()..];
                extent(rest, size, universal, true).unwrap_or(rest.len())
            }
        };
        let ahead = this.ahead.borrow();
        let at = this.at.get();
        let found = &ahead[at..at + end];
        this.at.set(at + end);
        let translated = match universal {
            true => newlines::translated(found),
            false => None,
        };
        return Ok(vm.text(match translated {
            Some(text) => Text::from_wtf8_vec(text),
            None => Text::from_wtf8(found),
        }));
    }
}
