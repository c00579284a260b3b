//! Character data of Unicode 15.1, the version of CPython 3.13, and what Python asks of it.
//!
//! `ucd.txt` holds the data (`generate.py` makes it) and `tables.rs` reads it, once, at the first
//! question about a character beyond ASCII. Crates follow the newest Unicode, whose new letters
//! CPython 3.13 calls unassigned, so they serve only where that can be told apart: names and
//! normalisation, in `names.rs` and `normal.rs`.

mod case;
mod class;
mod decomposition;
mod names;
mod normal;
mod tables;

pub use case::{
    capitalize, case_equivalents, cased, casefold, lower, simple_lower, simple_upper, swapcase,
    title, upper,
};
pub use class::{
    is_alnum, is_alpha, is_decimal, is_digit, is_identifier, is_lower, is_numeric, is_printable,
    is_space, is_title, is_upper,
};
pub use decomposition::decomposition;
pub use names::{character, name};
pub use normal::{Form, is_normalized, normalize};
pub use tables::{Kind, Number, Record, UNICODE_VERSION, number, record};

use tables::Flag;

/// The value of a decimal digit of any script.
#[inline]
pub fn decimal_value(c: u32) -> Option<u8> {
    match c {
        0x30..0x3a => Some((c - 0x30) as u8),
        0..0x80 => None,
        _ => number(c)
            .filter(|n| n.kind == Kind::Decimal)
            .map(|n| n.numerator as u8),
    }
}

/// The value of a digit, which may be a superscript or the like.
pub fn digit_value(c: u32) -> Option<u8> {
    number(c)
        .filter(|n| n.kind != Kind::Numeric)
        .map(|n| n.numerator as u8)
}

/// The value of any character that stands for a number.
pub fn numeric_value(c: u32) -> Option<f64> {
    number(c).map(|n| n.numerator as f64 / n.denominator as f64)
}

/// Whether `repr` shows the character as it is.
#[inline]
pub fn is_printable_char(c: u32) -> bool {
    match c {
        0..0x80 => (0x20..0x7f).contains(&c),
        _ => record(c).has(Flag::Printable),
    }
}

/// Whether an identifier may start with the character.
pub fn is_identifier_start(c: u32) -> bool {
    match ascii(c) {
        Some(b) => b.is_ascii_alphabetic() || b == b'_',
        None => record(c).has(Flag::IdentifierStart),
    }
}

/// Whether an identifier may contain the character.
pub fn is_identifier_part(c: u32) -> bool {
    match ascii(c) {
        Some(b) => b.is_ascii_alphanumeric() || b == b'_',
        None => record(c).has(Flag::IdentifierPart),
    }
}

/// The byte that an ASCII character is: whose properties are known without the tables, which take a
/// millisecond to read.
fn ascii(c: u32) -> Option<u8> {
    u8::try_from(c).ok().filter(u8::is_ascii)
}

/// Whether the character is a letter or stands for a number: the `re` module's word characters, but
/// for the underscore.
#[inline]
pub fn is_alnum_char(c: u32) -> bool {
    match c {
        0..0x80 => (c as u8).is_ascii_alphanumeric(),
        _ => record(c).has(Flag::Alpha) || number(c).is_some(),
    }
}
