//! Encodings: text to bytes and back, error handlers, and the names of both.
//!
//! [`decode`] and [`encode`] run a [`Codec`] and ask a handler what to put in place of what the codec
//! cannot convert; [`Builtin`] is the handlers that Python has from the start, and the object layer
//! makes another of a registered function. Input that comes in pieces is decoded with `finish` false,
//! which leaves an incomplete end unread.

mod charmap;
mod escapes;
mod handler;
mod names;
mod utf8;
mod wide;

pub use charmap::Charmap;
pub use escapes::{encode_raw_unicode_escape, encode_unicode_escape};
pub use handler::Builtin;
pub use names::lookup;

use super::Text;
use std::borrow::Cow;

/// The order of the bytes of a code unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The lowest byte first.
    Little,
    /// The highest byte first.
    Big,
    /// What a byte order mark says, and the lowest byte first without one; encoding writes a mark.
    Marked,
}

/// An encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Codec {
    /// `utf-8`
    Utf8,
    /// `utf-8-sig`: with a byte order mark.
    Utf8Sig,
    /// `utf-16` and its variants.
    Utf16(Order),
    /// `utf-32` and its variants.
    Utf32(Order),
    /// `ascii`
    Ascii,
    /// `latin-1`
    Latin1,
    /// A code page.
    Charmap(Charmap),
    /// `unicode_escape`
    UnicodeEscape,
    /// `raw_unicode_escape`
    RawUnicodeEscape,
}

impl Codec {
    /// The name that `codecs.lookup` gives the encoding.
    pub const fn name(self) -> &'static str {
        match self {
            Codec::Utf8 => "utf-8",
            Codec::Utf8Sig => "utf-8-sig",
            Codec::Utf16(Order::Little) => "utf-16-le",
            Codec::Utf16(Order::Big) => "utf-16-be",
            Codec::Utf16(Order::Marked) => "utf-16",
            Codec::Utf32(Order::Little) => "utf-32-le",
            Codec::Utf32(Order::Big) => "utf-32-be",
            Codec::Utf32(Order::Marked) => "utf-32",
            Codec::Ascii => "ascii",
            Codec::Latin1 => "iso8859-1",
            Codec::Charmap(map) => map.name(),
            Codec::UnicodeEscape => "unicode-escape",
            Codec::RawUnicodeEscape => "raw-unicode-escape",
        }
    }

    /// The name that the encoding has in errors.
    const fn error_name(self) -> &'static str {
        match self {
            Codec::Utf8Sig => "utf-8",
            Codec::Latin1 => "latin-1",
            Codec::Charmap(_) => "charmap",
            Codec::UnicodeEscape => "unicodeescape",
            Codec::RawUnicodeEscape => "rawunicodeescape",
            _ => self.name(),
        }
    }
}

/// What a codec cannot convert: the arguments of a `UnicodeDecodeError` or `UnicodeEncodeError` but
/// for the object, which the handler is given beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The encoding's name.
    pub encoding: &'static str,
    /// Where the trouble starts: a byte when decoding, a code point when encoding.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// What it is.
    pub reason: &'static str,
}

/// Decides what takes the place of bytes that cannot be decoded.
pub trait OnDecodeFault {
    /// What the handler raises.
    type Failure;

    /// The text to put, and the byte from which to go on, which is at most the input's length.
    fn fix(&mut self, fault: Fault, input: &[u8]) -> Result<(Text, usize), Self::Failure>;

    /// What the last call of [`OnDecodeFault::fix`] put in place of the input, if it did: decoding goes on in it.
    fn take_replaced_input(&mut self) -> Option<Vec<u8>> {
        None
    }
}

/// What an error handler puts in place of code points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Patch {
    /// Text, which must be encodable in turn.
    Text(Text),
    /// Bytes as they are.
    Bytes(Vec<u8>),
}

/// Decides what takes the place of code points that cannot be encoded.
pub trait OnEncodeFault {
    /// What the handler raises.
    type Failure;

    /// What to put, and the code point from which to go on, which is at most the text's length.
    fn fix(&mut self, fault: Fault, input: &Text) -> Result<(Patch, usize), Self::Failure>;

    /// What to raise where the patch itself cannot be encoded.
    fn refuse(&mut self, fault: Fault, input: &Text) -> Self::Failure;
}

/// What decoding gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text.
    pub text: Text,
    /// How many bytes were read: all, if the input was finished.
    pub consumed: usize,
    /// The encoding for what follows: the order of bytes may have become known, or a mark have passed.
    pub next: Codec,
    /// Where the first backslash stood that was no escape: the reason for a `DeprecationWarning`.
    pub invalid_escape: Option<usize>,
}

/// How far a decoder or encoder came.
enum Run {
    /// To here, which is the end unless the input was not finished.
    Done(usize),
    /// To something it cannot convert.
    Fault {
        start: usize,
        end: usize,
        reason: &'static str,
    },
}

/// Decodes bytes. Unless `finish` is set, an incomplete end is left unread.
pub fn decode<H: OnDecodeFault>(
    codec: Codec,
    input: &[u8],
    finish: bool,
    handler: &mut H,
) -> Result<Decoded, H::Failure> {
    let asked = codec;
    let (codec, mark) = match byte_order(codec, input, finish) {
        Some(found) => found,
        None => {
            return Ok(Decoded {
                text: Text::new(),
                consumed: 0,
                next: codec,
                invalid_escape: None,
            });
        }
    };
    // Positions count from the input's start, but for utf-8-sig, which cuts the mark off first.
    let (input, cut, mut at) = match codec {
        Codec::Utf8 => (&input[mark..], mark, 0),
        _ => (input, 0, mark),
    };
    let mut input = Cow::Borrowed(input);
    let mut out = Vec::new();
    let mut invalid_escape = None;
    let consumed = loop {
        let run = run_decoder(codec, &input, at, finish, &mut out, &mut invalid_escape);
        match run {
            Run::Done(consumed) => break consumed,
            Run::Fault { start, end, reason } => {
                let fault = Fault {
                    encoding: codec.error_name(),
                    start,
                    end,
                    reason,
                };
                let (text, resume) = handler.fix(fault, &input)?;
                if let Some(replaced) = handler.take_replaced_input() {
                    input = Cow::Owned(replaced);
                }
                out.extend_from_slice(text.as_bytes());
                at = resume.min(input.len());
            }
        }
    };
    let text = Text::from_wtf8_vec(out);
    let consumed = consumed + cut;
    // Without a mark the order of bytes stays open until a unit has been read.
    let next = if consumed < unit(codec) { asked } else { codec };
    Ok(Decoded {
        text,
        consumed,
        next,
        invalid_escape,
    })
}

/// Decodes from the byte `at` as far as it goes.
fn run_decoder(
    codec: Codec,
    input: &[u8],
    at: usize,
    finish: bool,
    out: &mut Vec<u8>,
    invalid_escape: &mut Option<usize>,
) -> Run {
    match codec {
        Codec::Utf8 | Codec::Utf8Sig => utf8::decode(input, at, finish, out),
        Codec::Utf16(order) => wide::decode_16(order, input, at, finish, out),
        Codec::Utf32(order) => wide::decode_32(order, input, at, finish, out),
        Codec::Ascii => charmap::decode_ascii(input, at, out),
        Codec::Latin1 => charmap::decode_latin_1(input, at, out),
        Codec::Charmap(map) => charmap::decode(map, input, at, out),
        Codec::UnicodeEscape => escapes::decode(input, at, finish, out, invalid_escape),
        Codec::RawUnicodeEscape => escapes::decode_raw(input, at, finish, out),
    }
}

/// The encoding that a byte order mark tells, and the mark's size; nothing while the input is too
/// short to know.
fn byte_order(codec: Codec, input: &[u8], finish: bool) -> Option<(Codec, usize)> {
    type Marks = &'static [(&'static [u8], Codec)];
    let (marks, without): (Marks, Codec) = match codec {
        Codec::Utf8Sig => (&[(b"\xef\xbb\xbf", Codec::Utf8)], Codec::Utf8),
        Codec::Utf16(Order::Marked) => (
            &[
                (b"\xff\xfe", Codec::Utf16(Order::Little)),
                (b"\xfe\xff", Codec::Utf16(Order::Big)),
            ],
            Codec::Utf16(Order::Little),
        ),
        Codec::Utf32(Order::Marked) => (
            &[
                (b"\xff\xfe\0\0", Codec::Utf32(Order::Little)),
                (b"\0\0\xfe\xff", Codec::Utf32(Order::Big)),
            ],
            Codec::Utf32(Order::Little),
        ),
        _ => return Some((codec, 0)),
    };
    if let Some((mark, found)) = marks.iter().find(|(mark, _)| input.starts_with(mark)) {
        return Some((*found, mark.len()));
    }
    let unknown = match codec {
        Codec::Utf8Sig => marks.iter().any(|(mark, _)| mark.starts_with(input)),
        _ => input.len() < unit(codec),
    };
    match unknown && !finish {
        true => None,
        false => Some((without, 0)),
    }
}

/// What the incremental decoders of `utf-16` and `utf-32` raise if input does not start with a byte
/// order mark; they ask after [`decode`], which does without, has consumed so many bytes.
pub fn missing_mark(codec: Codec, input: &[u8], consumed: usize) -> Option<Fault> {
    let end = match codec {
        Codec::Utf16(Order::Marked) => 2,
        Codec::Utf32(Order::Marked) => 4,
        _ => return None,
    };
    let (_, mark) = byte_order(codec, input, false)?;
    let reason = "Stream does not start with BOM";
    let missing = mark == 0 && consumed >= end;
    missing.then_some(Fault {
        encoding: codec.name(),
        start: 0,
        end,
        reason,
    })
}

/// Encodes text.
pub fn encode<H: OnEncodeFault>(
    codec: Codec,
    input: &Text,
    handler: &mut H,
) -> Result<Vec<u8>, H::Failure> {
    let mut out = Vec::new();
    match codec {
        Codec::UnicodeEscape => return Ok(encode_unicode_escape(input)),
        Codec::RawUnicodeEscape => return Ok(encode_raw_unicode_escape(input)),
        Codec::Utf8Sig => out.extend_from_slice(b"\xef\xbb\xbf"),
        Codec::Utf16(Order::Marked) => out.extend_from_slice(b"\xff\xfe"),
        Codec::Utf32(Order::Marked) => out.extend_from_slice(b"\xff\xfe\0\0"),
        _ => {}
    }
    let mut at = 0;
    while let Run::Fault { start, end, reason } = run_encoder(codec, input, at, &mut out) {
        let fault = Fault {
            encoding: codec.error_name(),
            start,
            end,
            reason,
        };
        let (patch, resume) = handler.fix(fault, input)?;
        match patch {
            Patch::Bytes(bytes) if bytes.len().is_multiple_of(unit(codec)) => {
                out.extend_from_slice(&bytes);
            }
            Patch::Bytes(_) => return Err(handler.refuse(fault, input)),
            Patch::Text(text) => {
                // Text for the Unicode encodings must be ASCII, whatever they could encode.
                let ascii = text.is_ascii() || matches!(codec, Codec::Latin1 | Codec::Charmap(_));
                let fits = ascii && matches!(run_encoder(codec, &text, 0, &mut out), Run::Done(_));
                if !fits {
                    return Err(handler.refuse(fault, input));
                }
            }
        }
        at = resume.min(input.len());
    }
    Ok(out)
}

/// The size of the smallest piece of an encoding's output.
const fn unit(codec: Codec) -> usize {
    match codec {
        Codec::Utf16(_) => 2,
        Codec::Utf32(_) => 4,
        _ => 1,
    }
}

fn run_encoder(codec: Codec, input: &Text, at: usize, out: &mut Vec<u8>) -> Run {
    match codec {
        Codec::Utf16(order) => wide::encode_16(order, input, at, out),
        Codec::Utf32(order) => wide::encode_32(order, input, at, out),
        Codec::Ascii => charmap::encode_below(0x80, input, at, out),
        Codec::Latin1 => charmap::encode_below(0x100, input, at, out),
        Codec::Charmap(map) => charmap::encode(map, input, at, out),
        _ => utf8::encode(input, at, out),
    }
}

/// `str()` of a `UnicodeDecodeError`.
pub fn decode_message(
    encoding: &str,
    input: &[u8],
    start: usize,
    end: usize,
    reason: &str,
) -> String {
    match input.get(start) {
        Some(byte) if end == start.wrapping_add(1) => {
            format!(
                "'{encoding}' codec can't decode byte 0x{byte:02x} in position {start}: {reason}"
            )
        }
        _ => {
            let last = end as i64 - 1;
            format!("'{encoding}' codec can't decode bytes in position {start}-{last}: {reason}")
        }
    }
}

/// `str()` of a `UnicodeEncodeError`.
pub fn encode_message(
    encoding: &str,
    input: &Text,
    start: usize,
    end: usize,
    reason: &str,
) -> String {
    match input.get(start) {
        Some(c) if end == start.wrapping_add(1) => {
            let mut shown = String::new();
            super::escape::push_hex_escape(&mut shown, c);
            format!(
                "'{encoding}' codec can't encode character '{shown}' in position {start}: {reason}"
            )
        }
        _ => {
            let last = end as i64 - 1;
            format!(
                "'{encoding}' codec can't encode characters in position {start}-{last}: {reason}"
            )
        }
    }
}
