//! The digits of ints, in any base from 2 to 36.

use super::{Int, IntRef};
use crate::text::{Error, Text};

/// The number of digits up to which `int` and `str` convert by default.
pub const DEFAULT_DIGIT_LIMIT: usize = 4300;

/// `str(a)`, unless it has more digits than the limit (0 for none) allows.
pub fn decimal(value: IntRef<'_>, limit: usize) -> Result<String, Error> {
    if let IntRef::Small(small) = value {
        return Ok(small.to_string());
    }
    let too_long = || {
        Error::value(format!(
            "Exceeds the limit ({limit} digits) for integer string conversion; use \
             sys.set_int_max_str_digits() to increase the limit"
        ))
    };
    // More than 10 bits for every three digits is certain to be too long, and cheap to see.
    if limit != 0 && value.bit_length() / 10 > limit as u64 / 3 + 1 {
        return Err(too_long());
    }
    let digits = value.to_big().to_string();
    match digits.len() - usize::from(value.is_negative()) > limit && limit != 0 {
        true => Err(too_long()),
        false => Ok(digits),
    }
}

/// `str(a)` of a word.
pub fn small_decimal(value: i64) -> Text {
    // 19 digits and a sign.
    let (mut buffer, mut start) = ([0u8; 20], 20);
    let mut rest = value.unsigned_abs();
    loop {
        start -= 1;
        buffer[start] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if value < 0 {
        start -= 1;
        buffer[start] = b'-';
    }
    Text::from_ascii(&buffer[start..])
}

/// The digits in a base from 2 to 36, in lower case, with a minus sign but no prefix. A base that is
/// no power of two has no digit limit here.
pub fn radix_digits(value: IntRef<'_>, base: u32) -> String {
    match (value, base) {
        (IntRef::Small(small), 10) => small.to_string(),
        (IntRef::Small(small), _) => small_digits(small, u64::from(base.clamp(2, 36))),
        (IntRef::Big(big), _) => big.in_radix(base.clamp(2, 36) as u8).to_string(),
    }
}

fn small_digits(value: i64, base: u64) -> String {
    // 64 binary digits and a sign.
    let (mut buffer, mut start) = ([0u8; 65], 65);
    let mut rest = value.unsigned_abs();
    loop {
        let digit = (rest % base) as u8;
        start -= 1;
        buffer[start] = if digit < 10 {
            b'0' + digit
        } else {
            b'a' + digit - 10
        };
        rest /= base;
        if rest == 0 {
            break;
        }
    }
    if value < 0 {
        start -= 1;
        buffer[start] = b'-';
    }
    String::from_utf8_lossy(&buffer[start..]).into_owned()
}

impl std::fmt::Display for Int {
    /// The decimal digits, without a limit: for messages and tests.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Int::Small(small) => small.fmt(f),
            Int::Big(big) => big.fmt(f),
        }
    }
}
