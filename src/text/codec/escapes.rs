//! The encodings `unicode_escape` and `raw_unicode_escape`.

use super::Run;
use crate::text::escape::{push_hex_escape, short_escape};
use crate::text::wtf8::push_code_point;
use crate::text::{Text, unicode};

/// Encodes as in a string literal, in ASCII; quotes stay as they are.
pub fn encode_unicode_escape(input: &Text) -> Vec<u8> {
    let mut out = String::with_capacity(input.as_bytes().len());
    for c in input.chars() {
        match (short_escape(c), c) {
            (Some(letter), _) => {
                out.push('\\');
                out.push(letter);
            }
            (None, 0x20..0x7f) => out.push(char::from(c as u8)),
            _ => push_hex_escape(&mut out, c),
        }
    }
    out.into_bytes()
}

/// Encodes as in a raw string literal of old: Latin-1, and escapes beyond it.
pub fn encode_raw_unicode_escape(input: &Text) -> Vec<u8> {
    let mut out = Vec::with_capacity(input.as_bytes().len());
    for c in input.chars() {
        match u8::try_from(c) {
            Ok(byte) => out.push(byte),
            Err(_) => {
                let mut escape = String::new();
                push_hex_escape(&mut escape, c);
                out.extend_from_slice(escape.as_bytes());
            }
        }
    }
    out
}

/// Reads up to `most` hexadecimal digits: their value, and where they end.
fn hex(input: &[u8], start: usize, most: usize) -> (u32, usize) {
    let (mut value, mut at) = (0u32, start);
    while at < start + most
        && let Some(digit) = input.get(at).and_then(|&byte| (byte as char).to_digit(16))
    {
        value = value << 4 | digit;
        at += 1;
    }
    (value, at)
}

/// Reads the escape whose letter, `x`, `u` or `U`, stands at `at`: its code point and end, or the fault.
fn numeric(input: &[u8], at: usize) -> Result<(u32, usize), (usize, &'static str)> {
    let (digits, reason) = match input[at] {
        b'x' => (2, "truncated \\xXX escape"),
        b'u' => (4, "truncated \\uXXXX escape"),
        _ => (8, "truncated \\UXXXXXXXX escape"),
    };
    match hex(input, at + 1, digits) {
        (value, end) if end == at + 1 + digits => Ok((value, end)),
        (_, end) => Err((end, reason)),
    }
}

/// Reads the escape `\N{name}` whose letter stands at `at`.
fn named(input: &[u8], at: usize) -> Result<(u32, usize), (usize, &'static str)> {
    let malformed = "malformed \\N character escape";
    if input.get(at + 1) != Some(&b'{') {
        return Err((at + 1, malformed));
    }
    let start = at + 2;
    let Some(len) = memchr::memchr(b'}', &input[start..]) else {
        return Err((input.len(), malformed));
    };
    if len == 0 {
        return Err((start, malformed));
    }
    let end = start + len + 1;
    let name = std::str::from_utf8(&input[start..start + len]).ok();
    match name.and_then(unicode::character) {
        Some(c) => Ok((c, end)),
        None => Err((end, "unknown Unicode character name")),
    }
}

/// What stands where a backslash is.
enum Escape {
    /// A code point, or too large a number for one, and where the escape ends.
    CodePoint(u32, usize),
    /// Nothing, as at an escaped end of line.
    Nothing,
    /// A backslash that stands for itself.
    None,
    /// An escape that is malformed: where it ends, and how.
    Fault(usize, &'static str),
}

/// Reads the escape whose backslash stands at `start`.
fn escape(input: &[u8], start: usize) -> Escape {
    let Some(&letter) = input.get(start + 1) else {
        return Escape::Fault(start + 1, "\\ at end of string");
    };
    let read = match letter {
        b'\n' => return Escape::Nothing,
        b'x' | b'u' | b'U' => numeric(input, start + 1),
        b'N' => named(input, start + 1),
        b'0'..=b'7' => Ok(octal(input, start + 1)),
        _ => match simple(letter) {
            Some(c) => Ok((c.into(), start + 2)),
            None => return Escape::None,
        },
    };
    match read {
        Ok((c, end)) => Escape::CodePoint(c, end),
        Err((end, reason)) => Escape::Fault(end, reason),
    }
}

/// Reads up to three octal digits: their value, and where they end.
fn octal(input: &[u8], start: usize) -> (u32, usize) {
    let digits = input[start..].iter().take(3);
    let digits = digits.take_while(|digit| matches!(digit, b'0'..=b'7'));
    digits.fold((0, start), |(value, end), digit| {
        (value << 3 | u32::from(digit - b'0'), end + 1)
    })
}

/// Decodes escapes from the byte `at`; notes where the first backslash stands that starts none.
pub(super) fn decode(
    input: &[u8],
    mut at: usize,
    finish: bool,
    out: &mut Vec<u8>,
    invalid: &mut Option<usize>,
) -> Run {
    while let Some(&byte) = input.get(at) {
        if byte != b'\\' {
            push_code_point(out, byte.into());
            at += 1;
            continue;
        }
        let start = at;
        match escape(input, start) {
            Escape::CodePoint(c, end) if c <= 0x10ffff => {
                push_code_point(out, c);
                at = end;
            }
            Escape::CodePoint(_, end) => {
                return Run::Fault {
                    start,
                    end,
                    reason: "illegal Unicode character",
                };
            }
            Escape::Nothing => at += 2,
            Escape::None => {
                // What follows is no backslash, and so stands for itself.
                invalid.get_or_insert(start);
                out.push(b'\\');
                at += 1;
            }
            Escape::Fault(end, _) if !finish && end == input.len() => return Run::Done(start),
            Escape::Fault(end, reason) => return Run::Fault { start, end, reason },
        }
    }
    Run::Done(at)
}

/// The character of an escape of one letter.
const fn simple(letter: u8) -> Option<u8> {
    Some(match letter {
        b'\\' | b'\'' | b'"' => letter,
        b'a' => 0x07,
        b'b' => 0x08,
        b't' => 0x09,
        b'n' => 0x0a,
        b'v' => 0x0b,
        b'f' => 0x0c,
        b'r' => 0x0d,
        _ => return None,
    })
}

/// Decodes Latin-1 with the escapes `\u` and `\U` from the byte `at`.
pub(super) fn decode_raw(input: &[u8], mut at: usize, finish: bool, out: &mut Vec<u8>) -> Run {
    while let Some(&byte) = input.get(at) {
        let start = at;
        match (byte, input.get(start + 1)) {
            (b'\\', Some(b'u' | b'U')) => match numeric(input, start + 1) {
                Ok((c, end)) if c <= 0x10ffff => {
                    push_code_point(out, c);
                    at = end;
                }
                Ok((_, end)) => {
                    return Run::Fault {
                        start,
                        end,
                        reason: "\\Uxxxxxxxx out of range",
                    };
                }
                Err((end, _)) if !finish && end == input.len() => return Run::Done(start),
                Err((end, reason)) => return Run::Fault { start, end, reason },
            },
            (b'\\', None) if !finish => return Run::Done(start),
            (b'\\', Some(&next)) => {
                // A backslash before a backslash takes it along, so that it starts no escape.
                push_code_point(out, byte.into());
                push_code_point(out, next.into());
                at += 2;
            }
            _ => {
                push_code_point(out, byte.into());
                at += 1;
            }
        }
    }
    Run::Done(at)
}
