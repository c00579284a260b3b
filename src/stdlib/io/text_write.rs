//! Writing text: it is encoded at once and passed on when there is enough of it.

use super::base::call;
use super::buffered;
use super::newlines;
use super::text::{self, TextIo, check_open, direct};
use super::unsupported;
use crate::object::value::{PyResult, Value};
use crate::stdlib::extension;
use crate::text::Text;
use crate::text::codec::{Codec, Order};
use crate::types::bytes::Bytes;
use crate::types::encoding;
use crate::types::str::text_of;
use crate::vm::Vm;

/// Passes what is encoded on to the stream of bytes.
///
/// # Errors
/// What that raises.
pub fn pass_on(vm: &Vm, this: &TextIo) -> PyResult<()> {
    if this.pending.borrow().is_empty() {
        return Ok(());
    }
    let below = this.buffer.get();
    if let Some(below) = direct(vm, &below) {
        let bytes = std::mem::take(&mut *this.pending.borrow_mut());
        let put = buffered::put(vm, below, &bytes);
        // The memory is used again.
        let mut pending = this.pending.borrow_mut();
        if pending.is_empty() {
            *pending = bytes;
            pending.clear();
        }
        return put;
    }
    let bytes = std::mem::take(&mut *this.pending.borrow_mut());
    vm.call_method(&below, &vm.names.write, &[vm.bytes(bytes)])?;
    Ok(())
}

/// Passes everything on and has it sent.
///
/// # Errors
/// What the stream of bytes raises.
fn send(vm: &Vm, this: &TextIo) -> PyResult<()> {
    pass_on(vm, this)?;
    let below = this.buffer.get();
    match direct(vm, &below) {
        Some(below) if this.writable.get() && !this.readable.get() => buffered::send(vm, below),
        _ => vm.call_method(&below, &vm.names.flush, &[]).map(drop),
    }
}

/// Writes a text to an open stream.
///
/// # Errors
/// UnicodeEncodeError; what the stream of bytes raises.
pub fn put(vm: &Vm, this: &TextIo, given: &Text) -> PyResult<()> {
    check_open(vm, this)?;
    if !this.writable.get() {
        return Err(unsupported(vm, "not writable"));
    }
    let bytes = given.as_bytes();
    let sends = this.line_buffering() && memchr::memchr2(b'\n', b'\r', bytes).is_some();
    let changed = match this.newline.get().written() {
        Some(as_what) if bytes.contains(&b'\n') => {
            Some(Text::from_wtf8_vec(newlines::written(bytes, as_what)))
        }
        _ => None,
    };
    let text = changed.as_ref().unwrap_or(given);
    match this.codec.get() {
        Some(Codec::Utf8) if !text.has_surrogates() => {
            this.pending.borrow_mut().extend_from_slice(text.as_bytes());
        }
        _ => {
            let encoded = encode(vm, this, text)?;
            this.pending.borrow_mut().extend_from_slice(&encoded);
        }
    }
    if this.readable.get() {
        // What was read ahead is no longer what comes next.
        this.forget_input();
    }
    let full = this.pending.borrow().len() >= this.chunk_size.get();
    if sends {
        send(vm, this)
    } else if full || this.write_through() {
        pass_on(vm, this)
    } else {
        Ok(())
    }
}

fn encode(vm: &Vm, this: &TextIo, text: &Text) -> PyResult<Vec<u8>> {
    let begins = this.at_start.replace(false);
    let codec = match this.codec.get() {
        None => {
            let encoder = this.encoder.get();
            if !begins && this.seekable.get() {
                // An encoder that would begin with a mark is told that this is not the beginning.
                call(vm, &encoder, "setstate", &[Value::Int(0)])?;
            }
            let encoded = call(vm, &encoder, "encode", &[vm.text(text.clone())])?;
            return match encoded.get::<Bytes>() {
                Some(bytes) => Ok(bytes.data.to_vec()),
                None => Err(vm.type_error(format!(
                    "encoder should return a bytes object, not '{}'",
                    vm.type_name(&encoded)
                ))),
            };
        }
        Some(codec) if begins => codec,
        // A mark is at the beginning only; without one the order is the machine's.
        Some(Codec::Utf8Sig) => Codec::Utf8,
        Some(Codec::Utf16(Order::Marked)) => Codec::Utf16(Order::Little),
        Some(Codec::Utf32(Order::Marked)) => Codec::Utf32(Order::Little),
        Some(codec) => codec,
    };
    let errors = this.errors.borrow().clone();
    encoding::encode_text(vm, text, codec, &errors)
}

/// `write(text, /)`
pub fn write(vm: &Vm, args: &[Value]) -> PyResult {
    let this: &TextIo = extension::this(vm, args)?;
    let Some(text) = text_of(&args[1]) else {
        text::check_attached(vm, this)?;
        return Err(vm.type_error(format!(
            "write() argument must be str, not {}",
            vm.type_name(&args[1])
        )));
    };
    put(vm, this, text)?;
    Ok(Value::Int(text.len() as i64))
}

/// `flush()`
pub fn flush(vm: &Vm, args: &[Value]) -> PyResult {
    let this = text::open(vm, &args[0])?;
    this.telling.set(this.seekable.get());
    send(vm, this)?;
    Ok(Value::None)
}
