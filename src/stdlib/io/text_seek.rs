//! Positions in text: `tell`, `seek`, `truncate`. A position is that of the byte where the next
//! character begins.

use super::base::call;
use super::buffered;
use super::text::{self, TextIo, direct, open};
use super::text_read::Segment;
use super::unsupported;
use crate::object::ops::{self, Compare};
use crate::object::value::{PyResult, Raised, Value};
use crate::text::Text;
use crate::types::bytes::Bytes;
use crate::types::encoding::{self, decode_bytes};
use crate::types::{args, int};
use crate::vm::Vm;

#[cold]
fn os_error(vm: &Vm, message: &str) -> Raised {
    vm.raise(&vm.exceptions.OSError, message)
}

/// `tell()`
pub fn tell(vm: &Vm, args: &[Value]) -> PyResult {
    let this = open(vm, &args[0])?;
    if !this.seekable.get() {
        return Err(unsupported(vm, "underlying stream is not seekable"));
    }
    if !this.telling.get() {
        return Err(os_error(vm, "telling position disabled by next() call"));
    }
    super::text_write::pass_on(vm, this)?;
    let below = this.buffer.get();
    let at = match direct(vm, &below) {
        Some(below) => buffered::position(vm, below)?,
        None => {
            vm.call_method(&below, &vm.names.flush, &[])?;
            args::size(vm, &call(vm, &below, "tell", &[])?)?
        }
    };
    let unread = unread_bytes(vm, this)?;
    Ok(Value::Int(at - unread as i64))
}

/// How many of the bytes that were read belong to text that hasn't been asked for.
fn unread_bytes(vm: &Vm, this: &TextIo) -> PyResult<usize> {
    let mut total = this.tail.borrow().len();
    let mut asked = this.at.get();
    let mut start = 0;
    let segments = this.segments.borrow();
    for segment in &*segments {
        let raw = segment.raw.as_ref().map_or(segment.len, Vec::len);
        let here = asked.min(segment.len);
        let consumed = match (&segment.raw, here) {
            (None, here) => here,
            (Some(_), 0) if asked == 0 => 0,
            (Some(raw), here) if here == segment.len => raw.len(),
            (Some(_), here) => {
                let text = this.ahead.borrow()[start..start + here].to_vec();
                consumed_bytes(vm, this, segment, &text)?
            }
        };
        total += raw - consumed;
        asked -= here;
        start += segment.len;
    }
    Ok(total)
}

/// How many bytes of a segment its first text takes: it is decoded again, character by character.
fn consumed_bytes(vm: &Vm, this: &TextIo, segment: &Segment, text: &[u8]) -> PyResult<usize> {
    let raw = segment.raw.as_deref().unwrap_or_default();
    let errors = this.errors.borrow().clone();
    let Some(mut codec) = segment.codec else {
        let name = this.encoding.borrow().clone();
        let Some(info) = encoding::search(vm, &name)? else {
            return Err(os_error(vm, "can't reconstruct logical file position"));
        };
        let text = vm.text(Text::from_wtf8(text));
        let encoded = encoding::call_info(vm, &info, 0, &text, &errors)?;
        return Ok(encoded
            .get::<Bytes>()
            .map_or(raw.len(), |bytes| bytes.data.len().min(raw.len())));
    };
    let (mut at, mut produced) = (0, 0);
    while produced < text.len() {
        let mut len = 1;
        loop {
            let Some(part) = raw.get(at..at + len) else {
                return Err(os_error(vm, "can't reconstruct logical file position"));
            };
            let decoded = decode_bytes(vm, part, codec, at + len == raw.len(), &errors)?;
            if decoded.consumed > 0 {
                produced += decoded.text.as_bytes().len();
                at += decoded.consumed;
                codec = decoded.next;
                break;
            }
            len += 1;
        }
    }
    Ok(at)
}

fn is_zero(vm: &Vm, value: &Value) -> PyResult<bool> {
    ops::compare_bool(vm, Compare::Eq, value, &Value::Int(0))
}

/// `seek(cookie, whence=0, /)`
pub fn seek(vm: &Vm, args: &[Value]) -> PyResult {
    let this = open(vm, &args[0])?;
    let whence = match args[2].given() {
        Some(whence) => args::c_int(vm, whence)?,
        None => 0,
    };
    if !this.seekable.get() {
        return Err(unsupported(vm, "underlying stream is not seekable"));
    }
    let cookie = match whence {
        0 => args[1].clone(),
        1 if is_zero(vm, &args[1])? => {
            // To where it is: what was read ahead goes, what was written is sent.
            vm.call_method(&args[0], &vm.intern("tell"), &[])?
        }
        1 => return Err(unsupported(vm, "can't do nonzero cur-relative seeks")),
        2 if is_zero(vm, &args[1])? => return seek_end(vm, this, &args[0]),
        2 => return Err(unsupported(vm, "can't do nonzero end-relative seeks")),
        _ => {
            return Err(vm.value_error(format!("invalid whence ({whence}, should be 0, 1 or 2)")));
        }
    };
    if ops::compare_bool(vm, Compare::Lt, &cookie, &Value::Int(0))? {
        return Err(vm.value_error(format!(
            "negative seek position {}",
            ops::repr(vm, &cookie)?
        )));
    }
    vm.call_method(&args[0], &vm.names.flush, &[])?;
    let cookie = match ops::index(vm, &cookie)? {
        Value::Int(cookie) => cookie,
        big => {
            debug_assert!(!int::is_negative(&big));
            return Err(vm.overflow_error("Python int too large to convert to C ssize_t"));
        }
    };
    call(vm, &this.buffer.get(), "seek", &[Value::Int(cookie)])?;
    restart(vm, this, cookie == 0)?;
    Ok(Value::Int(cookie))
}

/// What is read and written next is elsewhere, perhaps at the beginning.
fn restart(vm: &Vm, this: &TextIo, at_start: bool) -> PyResult<()> {
    this.forget_input();
    this.at_start.set(at_start);
    if at_start {
        this.reading.set(this.codec.get());
    }
    for cell in [&this.decoder, &this.encoder] {
        if let Some(coder) = cell.get().bound() {
            call(vm, &coder, "reset", &[])?;
        }
    }
    Ok(())
}

fn seek_end(vm: &Vm, this: &TextIo, stream: &Value) -> PyResult {
    vm.call_method(stream, &vm.names.flush, &[])?;
    let at = call(
        vm,
        &this.buffer.get(),
        "seek",
        &[Value::Int(0), Value::Int(2)],
    )?;
    let at_start = is_zero(vm, &at)?;
    restart(vm, this, at_start)?;
    Ok(at)
}

/// `truncate(pos=None, /)`
pub fn truncate(vm: &Vm, args: &[Value]) -> PyResult {
    let this = text::attached(vm, &args[0])?;
    vm.call_method(&args[0], &vm.names.flush, &[])?;
    let below = this.buffer.get();
    call(vm, &below, "truncate", std::slice::from_ref(&args[1]))
}
