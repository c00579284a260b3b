//! What `int`, `float` and `complex` do to a text before they read it.

use std::ops::Range;

use super::{Text, search, unicode};

/// The bytes without ASCII white space on either side.
pub fn trim(bytes: &[u8]) -> &[u8] {
    let Range { start, end } = search::strip(bytes, None, true, true);
    &bytes[start..end]
}

/// A text in ASCII: digits of other scripts as ASCII digits, other white space as blanks, and what is
/// neither as question marks, which no number has.
pub fn to_ascii(text: &Text) -> Vec<u8> {
    let convert = |c| match c {
        0..0x80 => c as u8,
        _ if search::is_space(c) => b' ',
        _ => unicode::decimal_value(c).map_or(b'?', |digit| b'0' + digit),
    };
    text.chars().map(convert).collect()
}
