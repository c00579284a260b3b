//! `repr` and `ascii` of `str`, `bytes` and `bytearray`. The escapes that codecs read and write are in
//! `codec`.

use super::Text;
use super::unicode::is_printable_char;
use super::wtf8::CodePoints;

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
    let bytes = text.as_bytes();
    let quote = quote(bytes);
    let mut out = String::with_capacity(bytes.len() + 2);
    out.push(char::from(quote));
    let mut rest = text.chars();
    loop {
        push_plain(&mut out, &mut rest, quote);
        let Some(c) = rest.next() else { break };
        match char::from_u32(c) {
            Some(known) if c >= 0x80 && shown(c) => out.push(known),
            _ => push_escape(&mut out, c, quote),
        }
    }
    out.push(char::from(quote));
    out
}

/// Moves what needs no escape, as long as it is ASCII, from the front of the rest to the output.
fn push_plain(out: &mut String, rest: &mut CodePoints<'_>, quote: u8) {
    let bytes = rest.as_bytes();
    let plain = |&byte: &u8| matches!(byte, b' '..=b'~') && byte != quote && byte != b'\\';
    let len = bytes
        .iter()
        .position(|byte| !plain(byte))
        .unwrap_or(bytes.len());
    if let Ok(text) = std::str::from_utf8(&bytes[..len]) {
        out.push_str(text);
    }
    *rest = CodePoints::new(&bytes[len..]);
}

/// Appends a code point that is not shown as it is, or an ASCII character that may be.
fn push_escape(out: &mut String, c: u32, quote: u8) {
    if let Some(letter) = short_escape(c) {
        out.push('\\');
        out.push(letter);
    } else if c == u32::from(quote) {
        out.push('\\');
        out.push(char::from(quote));
    } else {
        match u8::try_from(c) {
            Ok(byte @ b' '..=b'~') => out.push(char::from(byte)),
            _ => push_hex_escape(out, c),
        }
    }
}

/// `repr(text)`. It never has a surrogate, as those are escaped.
pub fn repr(text: &Text) -> String {
    quoted(text, is_printable_char)
}

/// `repr(text)` as a text.
pub fn repr_text(text: &Text) -> Text {
    plain_repr(text).unwrap_or_else(|| Text::from(repr(text)))
}

/// `repr` of a short text that needs no escape.
fn plain_repr(text: &Text) -> Option<Text> {
    const SHORT: usize = 64;
    let bytes = text.as_bytes();
    let plain = |byte: &u8| matches!(byte, b' '..=b'~') && !matches!(byte, b'\'' | b'\\');
    if bytes.len() > SHORT - 2 || !bytes.iter().all(plain) {
        return None;
    }
    let mut out = [b'\''; SHORT];
    out[1..=bytes.len()].copy_from_slice(bytes);
    Some(Text::from_ascii(&out[..bytes.len() + 2]))
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

/// `repr(bytearray)`, of a class of that name. Unlike bytes, it escapes a single quote in double quotes.
pub fn repr_bytearray(class: &str, bytes: &[u8]) -> String {
    let text = repr_bytes(bytes);
    match text.starts_with("b\"") {
        true => format!("{class}({})", text.replace('\'', "\\'")),
        false => format!("{class}({text})"),
    }
}

fn push_quoted_bytes(out: &mut String, bytes: &[u8], quote: u8) {
    out.push(char::from(quote));
    bytes
        .iter()
        .for_each(|&byte| push_escape(out, byte.into(), quote));
    out.push(char::from(quote));
}
/// The bytes that the text of a bytes literal stands for; escapes that mean nothing stay.
///
/// # Errors
/// A message, for an escape that is not complete.
pub fn unescape_bytes(text: &[u8]) -> Result<Vec<u8>, String> {
    let mut out = Vec::with_capacity(text.len());
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        at += 1;
        if byte != b'\\' {
            out.push(byte);
            continue;
        }
        let Some(&escaped) = text.get(at) else {
            return Err(String::from("Trailing \\ in string"));
        };
        at += 1;
        match escaped {
            b'\n' => {}
            b'\\' | b'\'' | b'"' => out.push(escaped),
            b'a' => out.push(7),
            b'b' => out.push(8),
            b't' => out.push(b'\t'),
            b'n' => out.push(b'\n'),
            b'v' => out.push(11),
            b'f' => out.push(12),
            b'r' => out.push(b'\r'),
            b'0'..=b'7' => {
                let mut value = u32::from(escaped - b'0');
                for _ in 0..2 {
                    if let Some(digit @ b'0'..=b'7') = text.get(at) {
                        value = value * 8 + u32::from(digit - b'0');
                        at += 1;
                    } else {
                        break;
                    }
                }
                out.push(value as u8);
            }
            b'x' => {
                let digit =
                    |at: usize| text.get(at).and_then(|&byte| char::from(byte).to_digit(16));
                let (Some(high), Some(low)) = (digit(at), digit(at + 1)) else {
                    return Err(format!("invalid \\x escape at position {}", at - 2));
                };
                out.push((high * 16 + low) as u8);
                at += 2;
            }
            _ => out.extend_from_slice(&[b'\\', escaped]),
        }
    }
    Ok(out)
}
