//! `repr` and `ascii` of `str`, `bytes` and `bytearray`. The escapes that codecs read and write are in
//! `codec`.

use super::Text;
use super::unicode::is_printable_char;

/// The quote that `repr` puts around a text: single, unless that alone would need escaping.
fn quote(bytes: &[u8]) -> u8 {
    match memchr::memchr(b'\'', bytes).is_some() && memchr::memchr(b'"', bytes).is_none() {
        true => b'"',
        false => b'\'',
    }
}

const HEX: &[u8; 16] = b"0123456789abcdef";

/// Appends `\xhh`, `\uhhhh` or `\Uhhhhhhhh`, the shortest that holds the value.
pub(super) fn push_hex_escape(out: &mut String, c: u32) {
    let (letter, digits) = match c {
        0..0x100 => ('x', 2),
        0x100..0x10000 => ('u', 4),
        _ => ('U', 8),
    };
    out.push('\\');
    out.push(letter);
    for place in (0..digits).rev() {
        out.push(char::from(HEX[(c >> (4 * place) & 15) as usize]));
    }
}

/// The letter after the backslash of the escapes that `repr` uses, beside hexadecimal ones.
pub(super) const fn short_escape(c: u32) -> Option<char> {
    match c {
        0x09 => Some('t'),
        0x0a => Some('n'),
        0x0d => Some('r'),
        0x5c => Some('\\'),
        _ => None,
    }
}

/// The escaped text in quotes; `shown` tells which of the code points beyond ASCII need no escape.
fn quoted(text: &Text, shown: fn(u32) -> bool) -> String {
    let quote = quote(text.as_bytes());
    let mut out = String::with_capacity(text.as_bytes().len() + 2);
    out.push(char::from(quote));
    for c in text.chars() {
        if c == u32::from(quote) {
            out.push('\\');
            out.push(char::from(quote));
        } else if let Some(letter) = short_escape(c) {
            out.push('\\');
            out.push(letter);
        } else {
            match char::from_u32(c) {
                Some(c @ ' '..='~') => out.push(c),
                Some(known) if c >= 0x80 && shown(c) => out.push(known),
                _ => push_hex_escape(&mut out, c),
            }
        }
    }
    out.push(char::from(quote));
    out
}

/// `repr(text)`. It never has a surrogate, as those are escaped.
pub fn repr(text: &Text) -> String {
    quoted(text, is_printable_char)
}

/// `ascii(text)`
pub fn ascii(text: &Text) -> String {
    quoted(text, |_| false)
}

/// What `ascii(object)` makes of `repr(object)`: escapes all that is not ASCII.
pub fn ascii_of_repr(repr: &Text) -> String {
    let mut out = String::with_capacity(repr.as_bytes().len());
    for c in repr.chars() {
        match c {
            0..0x80 => out.push(char::from(c as u8)),
            _ => push_hex_escape(&mut out, c),
        }
    }
    out
}

/// `repr(bytes)`
pub fn repr_bytes(bytes: &[u8]) -> String {
    let quote = quote(bytes);
    let mut out = String::with_capacity(bytes.len() + 3);
    out.push('b');
    push_quoted_bytes(&mut out, bytes, quote);
    out
}

/// `repr(bytearray)`
pub fn repr_bytearray(bytes: &[u8]) -> String {
    format!("bytearray({})", repr_bytes(bytes))
}

fn push_quoted_bytes(out: &mut String, bytes: &[u8], quote: u8) {
    out.push(char::from(quote));
    for &byte in bytes {
        if byte == quote {
            out.push('\\');
            out.push(char::from(quote));
        } else if let Some(letter) = short_escape(byte.into()) {
            out.push('\\');
            out.push(letter);
        } else if matches!(byte, b' '..=b'~') {
            out.push(char::from(byte));
        } else {
            push_hex_escape(out, byte.into());
        }
    }
    out.push(char::from(quote));
}
