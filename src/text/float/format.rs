//! Floats to text: the shortest digits that read back as the same float, or any number of digits of the
//! exact value, ties to even.

use std::io::Write;

use crate::text::Error;
use crate::text::int::PAIRS;

/// How a float is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Digits and exponent: `e`.
    Exponent,
    /// A fixed number of digits after the point: `f`.
    Fixed,
    /// One or the other, by the exponent, without zeros at the end: `g`.
    General,
    /// The shortest digits that read back as the same float: `r`, the kind of `repr`.
    Repr,
}

/// All that decides what a finite float looks like.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// The layout.
    pub kind: Kind,
    /// Digits after the point, or for [`Kind::General`] digits in all; unused by [`Kind::Repr`].
    pub precision: usize,
    /// Capital letters.
    pub upper: bool,
    /// Keep the point and [`Kind::General`]'s zeros: the flag `#`.
    pub alternate: bool,
    /// Have a digit after the point unless there is an exponent.
    pub dot_zero: bool,
}

impl Style {
    /// The style of `repr(float)`.
    pub const REPR: Style = Style {
        kind: Kind::Repr,
        precision: 0,
        upper: false,
        alternate: false,
        dot_zero: true,
    };

    /// The style of the parts of `repr(complex)`.
    pub const REPR_PART: Style = Style {
        dot_zero: false,
        ..Style::REPR
    };
}

/// No float has more digits that are not 0 after the point, or in all.
const MOST_DIGITS: usize = 1100;

/// Decimal digits `0.DDDD * 10**point`.
struct Digits {
    digits: Vec<u8>,
    point: i64,
}

/// Reads digits and exponent from a number as Rust writes it.
fn read_digits(text: &[u8]) -> Digits {
    let (number, exponent) = match memchr::memchr(b'e', text) {
        Some(at) => (&text[..at], &text[at + 1..]),
        None => (text, &b"0"[..]),
    };
    let exponent = std::str::from_utf8(exponent)
        .ok()
        .and_then(|text| text.parse().ok());
    let whole = memchr::memchr(b'.', number).unwrap_or(number.len());
    let mut digits: Vec<u8> = number
        .iter()
        .copied()
        .filter(|&byte| byte != b'.')
        .collect();
    let zeros = digits.iter().take_while(|&&digit| digit == b'0').count();
    digits.drain(..zeros);
    while digits.last() == Some(&b'0') {
        digits.pop();
    }
    let point = match digits.is_empty() {
        // Zero has one digit before the point.
        true => 1,
        false => whole as i64 - zeros as i64 + exponent.unwrap_or(0i64),
    };
    Digits { digits, point }
}

/// `repr(value)`
pub fn repr(value: f64) -> String {
    let mut out = Vec::new();
    push_repr(&mut out, value);
    into_string(out)
}

/// What is ASCII is a string.
fn into_string(out: Vec<u8>) -> String {
    String::from_utf8(out).unwrap_or_default()
}

/// Appends `repr(value)`.
pub fn push_repr(out: &mut Vec<u8>, value: f64) {
    let magnitude = value.abs();
    if magnitude.is_finite() {
        let mut buffer = zmij::Buffer::new();
        let shortest = buffer.format_finite(value);
        // Within these bounds the crate and Python lay the digits out alike, and beyond them they
        // do but for the exponent.
        if (1e-4..1e16).contains(&magnitude) || magnitude == 0.0 {
            out.extend_from_slice(shortest.as_bytes());
            return;
        }
        if let Some((digits, exponent)) = shortest.split_once('e') {
            let (sign, exponent) = match exponent.strip_prefix('-') {
                Some(exponent) => ("e-", exponent),
                None => ("e+", exponent.trim_start_matches('+')),
            };
            let zero = if exponent.len() == 1 { "0" } else { "" };
            for part in [
                digits.strip_suffix(".0").unwrap_or(digits),
                sign,
                zero,
                exponent,
            ] {
                out.extend_from_slice(part.as_bytes());
            }
            return;
        }
    }
    // Without a precision there is nothing that could need too much memory.
    let _ = push(out, value, Style::REPR);
}

/// The float in a style, with a minus sign where it has one. Infinities and NaN have a form of their
/// own, and a NaN no sign.
pub fn format(value: f64, style: Style) -> Result<String, Error> {
    let mut out = Vec::new();
    push(&mut out, value, style)?;
    Ok(into_string(out))
}

/// Appends the float in a style.
pub fn push(out: &mut Vec<u8>, value: f64, style: Style) -> Result<(), Error> {
    if value.is_sign_negative() && !value.is_nan() {
        out.push(b'-');
    }
    let value = value.abs();
    if !value.is_finite() {
        let name: &[u8] = match (value.is_nan(), style.upper) {
            (true, false) => b"nan",
            (true, true) => b"NAN",
            (false, false) => b"inf",
            (false, true) => b"INF",
        };
        out.extend_from_slice(name);
    } else {
        out.try_reserve(style.precision.saturating_add(32))
            .map_err(|_| Error::memory())?;
        match style.kind {
            Kind::Fixed => push_fixed(out, value, style),
            _ => push_by_digits(out, value, style),
        }
    }
    Ok(())
}

/// Writes to a vector, which cannot fail.
macro_rules! put {
    ($out:expr, $($arguments:tt)*) => {
        let _ = write!($out, $($arguments)*);
    };
}

/// `value * 10**precision`, rounded to the nearest integer, ties to even, where 128 bits hold all that
/// leads to it.
fn scaled(value: f64, precision: usize) -> Option<u64> {
    /// No power beyond this one fits 64 bits.
    const MOST_PLACES: usize = 19;
    if precision > MOST_PLACES {
        return None;
    }
    let bits = value.to_bits();
    let (fraction, exponent) = (bits & ((1 << 52) - 1), (bits >> 52) as i32);
    let (mantissa, exponent) = match exponent {
        0 => (fraction, -1074),
        _ => (fraction | 1 << 52, exponent - 1075),
    };
    let product = u128::from(mantissa) * 10u128.pow(precision as u32);
    let number = match exponent {
        0..=10 => product << exponent,
        11.. => return None,
        // The product has at most 117 bits.
        ..=-118 => 0,
        _ => {
            let shift = exponent.unsigned_abs();
            let (number, rest) = (product >> shift, product & ((1 << shift) - 1));
            let half = 1u128 << (shift - 1);
            number + u128::from(rest > half || (rest == half && number & 1 == 1))
        }
    };
    u64::try_from(number).ok()
}

/// Writes a number with a point before its last digits.
fn push_with_point(out: &mut Vec<u8>, number: u64, places: usize) {
    // 20 digits, a point, and zeros before it.
    let (mut buffer, mut start) = ([b'0'; 24], 24);
    let (mut number, mut places) = (number, places);
    if places > 0 {
        while places >= 2 {
            start -= 2;
            buffer[start..start + 2].copy_from_slice(&PAIRS[(number % 100) as usize]);
            (number, places) = (number / 100, places - 2);
        }
        if places == 1 {
            start -= 1;
            buffer[start] = b'0' + (number % 10) as u8;
            number /= 10;
        }
        start -= 1;
        buffer[start] = b'.';
    }
    while number >= 100 {
        start -= 2;
        buffer[start..start + 2].copy_from_slice(&PAIRS[(number % 100) as usize]);
        number /= 100;
    }
    if number >= 10 {
        start -= 2;
        buffer[start..start + 2].copy_from_slice(&PAIRS[number as usize]);
    } else {
        start -= 1;
        buffer[start] = b'0' + number as u8;
    }
    out.extend_from_slice(&buffer[start..]);
}

fn push_fixed(out: &mut Vec<u8>, value: f64, style: Style) {
    let precision = style.precision.min(MOST_DIGITS);
    match scaled(value, precision) {
        Some(number) => push_with_point(out, number, precision),
        None => {
            put!(out, "{value:.precision$}");
        }
    }
    if style.precision == 0 && style.alternate {
        out.push(b'.');
    }
    out.resize(out.len() + style.precision - precision, b'0');
}

fn push_by_digits(out: &mut Vec<u8>, value: f64, style: Style) {
    // How many digits there are to show, and how far a number may go without an exponent.
    let (digits, shown, most) = match style.kind {
        Kind::Repr => {
            let digits = read_digits(zmij::Buffer::new().format_finite(value).as_bytes());
            let shown = digits.digits.len();
            (digits, shown, 16)
        }
        kind => {
            let count = style.precision.max(1) + usize::from(kind == Kind::Exponent);
            let count = if style.precision == 0 { 1 } else { count };
            let mut text = Vec::new();
            put!(&mut text, "{value:.*e}", count.min(MOST_DIGITS) - 1);
            let digits = read_digits(&text);
            let keep = kind == Kind::Exponent || style.alternate;
            let shown = if keep { count } else { digits.digits.len() };
            (digits, shown, count as i64 - i64::from(style.dot_zero))
        }
    };
    let exponent = match style.kind {
        Kind::Exponent => Some(digits.point - 1),
        _ => (digits.point <= -4 || digits.point > most).then_some(digits.point - 1),
    };
    // From here on `point` counts the digits before the point; those after it follow.
    let point = if exponent.is_some() { 1 } else { digits.point };
    let mut fraction = (shown as i64 - point).max(0);
    if exponent.is_none() && style.dot_zero {
        fraction = fraction.max(1);
    }
    let digit = |at: i64| {
        let digit = usize::try_from(at)
            .ok()
            .and_then(|at| digits.digits.get(at));
        digit.copied().unwrap_or(b'0')
    };
    out.extend((point.min(1) - 1..point).map(digit));
    if fraction > 0 || style.alternate {
        out.push(b'.');
    }
    out.extend((point..point + fraction).map(digit));
    if let Some(exponent) = exponent {
        out.push(if style.upper { b'E' } else { b'e' });
        put!(out, "{exponent:+03}");
    }
}
