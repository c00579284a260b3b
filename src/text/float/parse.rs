//! `float(text)`.

use std::borrow::Cow;

use crate::text::{Text, digits};

/// `float(text)`, or nothing if it is no float; then the error is a `ValueError`, "could not convert
/// string to float: " and the argument's `repr`.
pub fn parse(text: &Text) -> Option<f64> {
    match text.is_ascii() {
        true => parse_bytes(text.as_bytes()),
        false => parse_bytes(&digits::to_ascii(text)),
    }
}

/// `float(bytes)`
pub fn parse_bytes(bytes: &[u8]) -> Option<f64> {
    let text = without_underscores(digits::trim(bytes))?;
    match prefix(&text)? {
        (value, len) if len == text.len() => Some(value),
        _ => None,
    }
}

/// The number without its underscores, if each stands between two digits.
pub(super) fn without_underscores(text: &[u8]) -> Option<Cow<'_, [u8]>> {
    if memchr::memchr(b'_', text).is_none() {
        return Some(Cow::Borrowed(text));
    }
    let digit = |at: usize| text.get(at).is_some_and(u8::is_ascii_digit);
    for at in memchr::memchr_iter(b'_', text) {
        if at == 0 || !digit(at - 1) || !digit(at + 1) {
            return None;
        }
    }
    Some(text.iter().copied().filter(|&byte| byte != b'_').collect())
}

/// The float that the text starts with, and how many bytes it has.
pub(super) fn prefix(text: &[u8]) -> Option<(f64, usize)> {
    let (negative, signed) = match text.first()? {
        b'-' => (true, 1),
        b'+' => (false, 1),
        _ => (false, 0),
    };
    let rest = &text[signed..];
    let (value, len) = match named(rest) {
        Some(found) => found,
        None => {
            let len = number_len(rest)?;
            let number = std::str::from_utf8(&rest[..len]).ok()?;
            (number.parse().ok()?, len)
        }
    };
    Some((if negative { -value } else { value }, signed + len))
}

fn named(text: &[u8]) -> Option<(f64, usize)> {
    let names: [(&[u8], f64); 3] = [
        (b"infinity", f64::INFINITY),
        (b"inf", f64::INFINITY),
        (b"nan", f64::NAN),
    ];
    let starts = |name: &[u8]| {
        text.get(..name.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(name))
    };
    let found = names.iter().find(|(name, _)| starts(name));
    found.map(|(name, value)| (*value, name.len()))
}

/// How many bytes of the text are a decimal number without sign.
fn number_len(text: &[u8]) -> Option<usize> {
    let digits_from = |start: usize| {
        let rest = text.get(start..).unwrap_or_default();
        rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
    };
    let whole = digits_from(0);
    let mut len = whole;
    if text.get(len) == Some(&b'.') {
        let fraction = digits_from(len + 1);
        if whole + fraction == 0 {
            return None;
        }
        len += 1 + fraction;
    } else if whole == 0 {
        return None;
    }
    if matches!(text.get(len), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(text.get(len + 1), Some(b'+' | b'-')));
        let exponent = digits_from(len + 1 + sign);
        if exponent > 0 {
            len += 1 + sign + exponent;
        }
    }
    Some(len)
}
