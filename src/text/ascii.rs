//! The methods of `bytes` and `bytearray` that take bytes for ASCII characters, and hexadecimal.

use super::search::is_ascii_space;
use super::{Error, Text};

/// `bytes.title`
pub fn title(bytes: &[u8]) -> Vec<u8> {
    let mut in_word = false;
    let convert = |byte: &u8| {
        let converted = if in_word {
            byte.to_ascii_lowercase()
        } else {
            byte.to_ascii_uppercase()
        };
        in_word = byte.is_ascii_alphabetic();
        converted
    };
    bytes.iter().map(convert).collect()
}

/// `bytes.capitalize`
pub fn capitalize(bytes: &[u8]) -> Vec<u8> {
    let mut out = bytes.to_ascii_lowercase();
    if let Some(first) = out.first_mut() {
        first.make_ascii_uppercase();
    }
    out
}

/// `bytes.swapcase`
pub fn swapcase(bytes: &[u8]) -> Vec<u8> {
    let swap = |byte: &u8| byte ^ (u8::from(byte.is_ascii_alphabetic()) << 5);
    bytes.iter().map(swap).collect()
}

/// Whether there are bytes and all pass, as `bytes.isalpha` and its kin ask.
pub fn all(bytes: &[u8], test: fn(&u8) -> bool) -> bool {
    !bytes.is_empty() && bytes.iter().all(test)
}

/// `bytes.isspace`
pub fn is_space(bytes: &[u8]) -> bool {
    all(bytes, |&byte| is_ascii_space(byte))
}

/// `bytes.islower`
pub fn is_lower(bytes: &[u8]) -> bool {
    bytes.iter().any(u8::is_ascii_lowercase) && !bytes.iter().any(u8::is_ascii_uppercase)
}

/// `bytes.isupper`
pub fn is_upper(bytes: &[u8]) -> bool {
    bytes.iter().any(u8::is_ascii_uppercase) && !bytes.iter().any(u8::is_ascii_lowercase)
}

/// `bytes.istitle`
pub fn is_title(bytes: &[u8]) -> bool {
    let (mut any, mut in_word) = (false, false);
    for byte in bytes {
        if byte.is_ascii_uppercase() && in_word || byte.is_ascii_lowercase() && !in_word {
            return false;
        }
        in_word = byte.is_ascii_alphabetic();
        any |= in_word;
    }
    any
}

/// `bytes.hex(sep, group)`: groups are counted from the right, or from the left if negative.
pub fn hex(bytes: &[u8], separator: Option<u8>, group: i64) -> Result<Text, Error> {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let size = usize::try_from(group.unsigned_abs()).unwrap_or(usize::MAX);
    let separator = separator.filter(|_| size > 0);
    let most = if separator.is_some() {
        bytes.len() / size
    } else {
        0
    };
    let mut out = Vec::new();
    let room = bytes
        .len()
        .checked_mul(2)
        .and_then(|len| len.checked_add(most));
    out.try_reserve(room.ok_or_else(Error::memory)?)
        .map_err(|_| Error::memory())?;
    let digits = |byte: u8| [byte >> 4, byte & 15].map(|digit| DIGITS[usize::from(digit)]);
    if separator.is_none() {
        out.resize(bytes.len() * 2, 0);
        for (to, byte) in out.as_chunks_mut().0.iter_mut().zip(bytes) {
            *to = digits(*byte);
        }
        return Ok(Text::from_store(out.into(), bytes.len() * 2));
    }
    for (at, byte) in bytes.iter().enumerate() {
        let counted = if group > 0 { bytes.len() - at } else { at };
        if let Some(separator) = separator
            && at > 0
            && counted.is_multiple_of(size)
        {
            out.push(separator);
        }
        out.extend_from_slice(&digits(*byte));
    }
    let len = out.len();
    Ok(Text::from_store(out.into(), len))
}

/// `bytes.fromhex`
pub fn from_hex(text: &Text) -> Result<Vec<u8>, Error> {
    let invalid = |at: usize| {
        Error::value(format!(
            "non-hexadecimal number found in fromhex() arg at position {at}"
        ))
    };
    // What is not ASCII is reported before all else.
    if let Some(at) = text.chars().position(|c| c >= 0x80) {
        return Err(invalid(at));
    }
    let digit = |c: Option<u32>| c.and_then(char::from_u32).and_then(|c| c.to_digit(16));
    let (mut out, mut at, mut chars) = (Vec::with_capacity(text.len() / 2), 0, text.chars());
    while let Some(c) = chars.next() {
        at += 1;
        if u8::try_from(c).is_ok_and(is_ascii_space) {
            continue;
        }
        let high = digit(Some(c)).ok_or_else(|| invalid(at - 1))?;
        let low = digit(chars.next()).ok_or_else(|| invalid(at))?;
        out.push((high << 4 | low) as u8);
        at += 1;
    }
    Ok(out)
}
