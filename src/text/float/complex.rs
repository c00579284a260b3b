//! `complex(text)` and `repr(complex)`.

use std::borrow::Cow;

use super::format::{Style, format};
use super::parse::{prefix, without_underscores};
use crate::text::{Error, Text, digits, escape};

/// `repr(real + imag * 1j)`
pub fn repr_complex(real: f64, imag: f64) -> String {
    let part = |value| format(value, Style::REPR_PART).unwrap_or_default();
    let imag = part(imag);
    if real == 0.0 && real.is_sign_positive() {
        return imag + "j";
    }
    let plus = if imag.starts_with('-') { "" } else { "+" };
    format!("({}{plus}{imag}j)", part(real))
}

/// `complex(text)`: real and imaginary part.
pub fn parse_complex(source: &Text) -> Result<(f64, f64), Error> {
    let ascii = match source.is_ascii() {
        true => Cow::Borrowed(source.as_bytes()),
        false => Cow::Owned(digits::to_ascii(source)),
    };
    let Some(text) = without_underscores(digits::trim(&ascii)) else {
        let repr = escape::repr(source);
        return Err(Error::value(format!(
            "could not convert string to complex: {repr}"
        )));
    };
    parse(&text).ok_or_else(|| Error::value("complex() arg is a malformed string"))
}

fn parse(text: &[u8]) -> Option<(f64, f64)> {
    let text = match text.strip_prefix(b"(") {
        Some(inner) => digits::trim(inner.strip_suffix(b")")?),
        None => text,
    };
    let (real, rest) = match prefix(text) {
        // A sole `j`, with or without a sign.
        None => return Some((0.0, unit(text)?)),
        Some((value, len)) => (value, &text[len..]),
    };
    match rest {
        [] => Some((real, 0.0)),
        [b'j' | b'J'] => Some((0.0, real)),
        [b'+' | b'-', ..] => {
            let imag = match prefix(rest) {
                None => unit(rest)?,
                Some((value, len)) => match rest[len..] {
                    [b'j' | b'J'] => value,
                    _ => return None,
                },
            };
            Some((real, imag))
        }
        _ => None,
    }
}

/// The value of `j`, `+j` or `-j`.
fn unit(text: &[u8]) -> Option<f64> {
    match text {
        [b'j' | b'J'] | [b'+', b'j' | b'J'] => Some(1.0),
        [b'-', b'j' | b'J'] => Some(-1.0),
        _ => None,
    }
}
