//! The `is...` methods of `str`.

use super::tables::{Flag, Kind, number, record};
use crate::text::{Text, search};

/// Whether there are code points and all of them pass.
fn all(text: &Text, test: impl Fn(u32) -> bool) -> bool {
    !text.is_empty() && text.chars().all(test)
}

/// Whether all code points pass, by an ASCII test where that will do.
fn all_by(text: &Text, ascii: impl Fn(&u8) -> bool, test: impl Fn(u32) -> bool) -> bool {
    match text.is_ascii() {
        true => !text.is_empty() && text.as_bytes().iter().all(ascii),
        false => all(text, test),
    }
}

/// `str.isalpha`
pub fn is_alpha(text: &Text) -> bool {
    all_by(text, u8::is_ascii_alphabetic, |c| {
        record(c).has(Flag::Alpha)
    })
}

/// `str.isalnum`
pub fn is_alnum(text: &Text) -> bool {
    all_by(text, u8::is_ascii_alphanumeric, super::is_alnum_char)
}

/// `str.isdecimal`
pub fn is_decimal(text: &Text) -> bool {
    all_by(text, u8::is_ascii_digit, |c| {
        super::decimal_value(c).is_some()
    })
}

/// `str.isdigit`
pub fn is_digit(text: &Text) -> bool {
    all_by(text, u8::is_ascii_digit, |c| {
        number(c).is_some_and(|n| n.kind != Kind::Numeric)
    })
}

/// `str.isnumeric`
pub fn is_numeric(text: &Text) -> bool {
    all_by(text, u8::is_ascii_digit, |c| number(c).is_some())
}

/// `str.isspace`
pub fn is_space(text: &Text) -> bool {
    all(text, search::is_space)
}

/// `str.isprintable`
pub fn is_printable(text: &Text) -> bool {
    text.chars().all(super::is_printable_char)
}

/// `str.isidentifier`
pub fn is_identifier(text: &Text) -> bool {
    let mut chars = text.chars();
    match chars.next() {
        None => false,
        Some(first) => super::is_identifier_start(first) && chars.all(super::is_identifier_part),
    }
}

/// `str.islower`
pub fn is_lower(text: &Text) -> bool {
    only(text, Flag::Lowercase, Flag::Uppercase)
}

/// `str.isupper`
pub fn is_upper(text: &Text) -> bool {
    only(text, Flag::Uppercase, Flag::Lowercase)
}

/// Whether some code point is of the wanted case and none of the others.
fn only(text: &Text, wanted: Flag, other: Flag) -> bool {
    let mut any = false;
    if text.is_ascii() {
        let is = |flag: Flag, b: u8| match flag {
            Flag::Uppercase => b.is_ascii_uppercase(),
            _ => b.is_ascii_lowercase(),
        };
        let bytes = text.as_bytes();
        return bytes.iter().any(|&b| is(wanted, b)) && !bytes.iter().any(|&b| is(other, b));
    }
    for c in text.chars() {
        let record = record(c);
        if record.has(other) || record.has(Flag::Titlecase) {
            return false;
        }
        any |= record.has(wanted);
    }
    any
}

/// `str.istitle`
pub fn is_title(text: &Text) -> bool {
    let (mut any, mut in_word) = (false, false);
    for c in text.chars() {
        let record = record(c);
        let starts = record.has(Flag::Uppercase) || record.has(Flag::Titlecase);
        if (starts && in_word) || (!starts && record.has(Flag::Lowercase) && !in_word) {
            return false;
        }
        in_word = record.is_cased();
        any |= in_word;
    }
    any
}
