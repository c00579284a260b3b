//! `float.hex` and `float.fromhex`.

use crate::text::int::scale;
use crate::text::{Error, Text, digits};

/// `value.hex()`
pub fn to_hex(value: f64) -> String {
    if !value.is_finite() {
        return super::repr(value);
    }
    let sign = if value.is_sign_negative() { "-" } else { "" };
    let bits = value.to_bits();
    let (fraction, exponent) = (bits & ((1 << 52) - 1), (bits >> 52 & 0x7ff) as i64);
    match (exponent, fraction) {
        (0, 0) => format!("{sign}0x0.0p+0"),
        (0, _) => format!("{sign}0x0.{fraction:013x}p-1022"),
        _ => format!("{sign}0x1.{fraction:013x}p{:+}", exponent - 1023),
    }
}

/// `float.fromhex(text)`
pub fn from_hex(text: &Text) -> Result<f64, Error> {
    let invalid = || Error::value("invalid hexadecimal floating-point string");
    let text = digits::trim(text.as_bytes());
    let (negative, text) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    let value = match text.to_ascii_lowercase().as_slice() {
        b"inf" | b"infinity" => f64::INFINITY,
        b"nan" => f64::NAN,
        lower => {
            let (value, rest) = finite(lower).ok_or_else(invalid)?;
            // That a number is too large shows before that something follows it.
            let value = value.ok_or_else(|| {
                Error::overflow("hexadecimal value too large to represent as a float")
            })?;
            if !rest.is_empty() {
                return Err(invalid());
            }
            value
        }
    };
    Ok(if negative { -value } else { value })
}

/// The value of the number that a text in lower case starts with, nothing where it is too large, and
/// what follows it; nothing at all where there is none.
fn finite(text: &[u8]) -> Option<(Option<f64>, &[u8])> {
    let text = text.strip_prefix(b"0x").unwrap_or(text);
    let (whole, rest) = leading(text, u8::is_ascii_hexdigit);
    let (fraction, rest) = match rest.strip_prefix(b".") {
        Some(rest) => leading(rest, u8::is_ascii_hexdigit),
        None => (&[][..], rest),
    };
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let (exponent, rest) = match rest.strip_prefix(b"p") {
        Some(rest) => read_exponent(rest)?,
        None => (0, rest),
    };
    // The highest 60 bits, and whether any lower one is set.
    let (mut mantissa, mut dropped, mut low) = (0u64, 0i64, false);
    for &byte in whole.iter().chain(fraction) {
        let digit = u64::from((byte as char).to_digit(16)?);
        if mantissa >> 56 == 0 {
            mantissa = mantissa << 4 | digit;
        } else {
            dropped += 4;
            low |= digit != 0;
        }
    }
    let exponent = exponent
        .saturating_add(dropped)
        .saturating_sub(fraction.len() as i64 * 4);
    Some((scale(mantissa | u64::from(low), exponent), rest))
}

/// The longest start of a text whose bytes all pass, and the rest.
fn leading(text: &[u8], test: fn(&u8) -> bool) -> (&[u8], &[u8]) {
    text.split_at(
        text.iter()
            .position(|byte| !test(byte))
            .unwrap_or(text.len()),
    )
}

/// A decimal exponent, held within what can matter, and what follows it.
fn read_exponent(text: &[u8]) -> Option<(i64, &[u8])> {
    let (negative, text) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    let (digits, rest) = leading(text, u8::is_ascii_digit);
    if digits.is_empty() {
        return None;
    }
    let value = digits.iter().fold(0i64, |value, byte| {
        value
            .saturating_mul(10)
            .saturating_add(i64::from(byte - b'0'))
    });
    Some((if negative { -value } else { value }, rest))
}
