//! The digits of ints, in any base from 2 to 36.

use super::{Int, IntRef};
use crate::text::{Error, Text};
use dashu_int::{IBig, Sign, Word};
use smallvec::SmallVec;

/// The number of digits up to which `int` and `str` convert by default.
pub const DEFAULT_DIGIT_LIMIT: usize = 4300;

/// `str(a)`, unless it has more digits than the limit (0 for none) allows.
pub fn decimal(value: IntRef<'_>, limit: usize) -> Result<Text, Error> {
    if let IntRef::Small(small) = value {
        return Ok(small_decimal(small));
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
    if let IntRef::Big(big) = value
        && let Some(text) = medium_decimal(big)
        && (limit == 0 || text.len() - usize::from(value.is_negative()) <= limit)
    {
        return Ok(text);
    }
    let digits = value.to_big().to_string();
    let digits_len = digits.len();
    match digits_len - usize::from(value.is_negative()) > limit && limit != 0 {
        true => Err(too_long()),
        false => Ok(Text::from_store(digits.into_bytes().into(), digits_len)),
    }
}

/// The digits of the numbers below 100, two each.
pub const PAIRS: [[u8; 2]; 100] = {
    let mut pairs = [[0; 2]; 100];
    let mut number = 0;
    while number < 100 {
        pairs[number] = [b'0' + (number / 10) as u8, b'0' + (number % 10) as u8];
        number += 1;
    }
    pairs
};

/// Up to so many words are divided again and again by a power of ten.
const MEDIUM: usize = 16;
/// The zeros of the largest power of ten that is a word, and that power.
const LARGEST_PLACES: usize = if Word::BITS == 64 { 19 } else { 9 };
const LARGEST_POWER: Word = (10 as Word).pow(LARGEST_PLACES as u32);

/// `str(a)` of a few words; `None` for more.
fn medium_decimal(value: &IBig) -> Option<Text> {
    let (sign, words) = value.as_sign_words();
    if words.is_empty() || words.len() > MEDIUM {
        return None;
    }
    // A word has at most 20 digits, and there may be a sign.
    let (mut buffer, mut start) = ([b'0'; MEDIUM * 20 + 1], MEDIUM * 20 + 1);
    let mut words: SmallVec<[Word; MEDIUM]> = SmallVec::from_slice(words);
    while !words.is_empty() {
        let mut rest: Word = 0;
        for word in words.iter_mut().rev() {
            let both = u128::from(rest) << Word::BITS | u128::from(*word);
            let quotient = (both / u128::from(LARGEST_POWER)) as Word;
            rest = word.wrapping_sub(quotient.wrapping_mul(LARGEST_POWER));
            *word = quotient;
        }
        while words.last() == Some(&0) {
            words.pop();
        }
        let mut at = start;
        while rest > 0 {
            at -= 1;
            buffer[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
        }
        start = if words.is_empty() {
            at
        } else {
            start - LARGEST_PLACES
        };
    }
    if sign == Sign::Negative {
        start -= 1;
        buffer[start] = b'-';
    }
    Some(Text::from_ascii(&buffer[start..]))
}

/// The eight digits of a number below 10**8, the first one in the lowest byte, as numbers.
#[inline(always)]
const fn eight_digits(number: u64) -> u64 {
    // Each step halves all parts at once: two of four digits, four of two, eight of one. A division is a
    // multiplication and a shift, which are exact for numbers that small.
    let four = (number / 10_000) | (number % 10_000) << 32;
    let hundreds = ((four * 10_486) >> 20) & 0x0000_007f_0000_007f;
    let two = hundreds | (four - 100 * hundreds) << 16;
    let tens = ((two * 103) >> 10) & 0x000f_000f_000f_000f;
    tens | (two - 10 * tens) << 8
}

/// The bytes of `str(a)` in a word, the first one lowest, and how many they are; `None` for what has more
/// than eight.
#[inline(always)]
pub const fn short_decimal(value: i64) -> Option<([u8; 8], usize)> {
    let number = value.unsigned_abs();
    if number >= 100_000_000 || value <= -10_000_000 {
        return None;
    }
    let digits = eight_digits(number);
    // Even 0 has a digit.
    let leading = (digits | 1 << 56).trailing_zeros() / 8;
    let (mut word, mut size) = (
        (digits | 0x3030_3030_3030_3030) >> (leading * 8),
        8 - leading as usize,
    );
    if value < 0 {
        word = word << 8 | b'-' as u64;
        size += 1;
    }
    Some((word.to_le_bytes(), size))
}

/// What `then` makes of the bytes of `str(a)`.
#[inline]
pub fn with_decimal<R>(value: i64, then: impl FnOnce(&[u8]) -> R) -> R {
    if let Some((word, size)) = short_decimal(value) {
        return then(&word[..size]);
    }
    // 19 digits and a sign.
    let (mut buffer, mut start) = ([0u8; 20], 20);
    let mut rest = value.unsigned_abs();
    while rest >= 100 {
        start -= 2;
        buffer[start..start + 2].copy_from_slice(&PAIRS[(rest % 100) as usize]);
        rest /= 100;
    }
    if rest >= 10 {
        start -= 2;
        buffer[start..start + 2].copy_from_slice(&PAIRS[rest as usize]);
    } else {
        start -= 1;
        buffer[start] = b'0' + rest as u8;
    }
    if value < 0 {
        start -= 1;
        buffer[start] = b'-';
    }
    then(&buffer[start..])
}

/// Appends `str(a)` of a word.
#[inline]
pub fn push_decimal(out: &mut Vec<u8>, value: i64) {
    match short_decimal(value) {
        // A copy of a fixed size is much cheaper than one of any size.
        Some((word, size)) => {
            let len = out.len() + size;
            out.extend_from_slice(&word);
            out.truncate(len);
        }
        None => with_decimal(value, |digits| out.extend_from_slice(digits)),
    }
}

/// `str(a)` of a word.
pub fn small_decimal(value: i64) -> Text {
    with_decimal(value, Text::from_ascii)
}

/// What `then` makes of the digits in base 2, 8, 10 or 16, in lower case, with a minus sign but no prefix.
/// `limit` is the most decimal digits (0 for any number).
#[inline]
pub fn with_digits<R>(
    value: IntRef<'_>,
    base: u32,
    limit: usize,
    then: impl FnOnce(&[u8]) -> Result<R, Error>,
) -> Result<R, Error> {
    match (value, base) {
        (IntRef::Small(small), 10) => with_decimal(small, then),
        (IntRef::Small(small), 2) => with_power_digits(small, 1, b"", then),
        (IntRef::Small(small), 8) => with_power_digits(small, 3, b"", then),
        (IntRef::Small(small), 16) => with_power_digits(small, 4, b"", then),
        (_, 10) => then(decimal(value, limit)?.as_bytes()),
        _ => then(radix_digits(value, base).as_bytes()),
    }
}

/// The digits in a base from 2 to 36, in lower case, with a minus sign but no prefix. A base that is
/// no power of two has no digit limit here.
pub fn radix_digits(value: IntRef<'_>, base: u32) -> Text {
    match (value, base) {
        (IntRef::Small(small), 10) => small_decimal(small),
        (IntRef::Small(small), 2) => with_power_digits(small, 1, b"", Text::from_ascii),
        (IntRef::Small(small), 8) => with_power_digits(small, 3, b"", Text::from_ascii),
        (IntRef::Small(small), 16) => with_power_digits(small, 4, b"", Text::from_ascii),
        _ => Text::from(value.to_big().in_radix(base.clamp(2, 36) as u8).to_string()),
    }
}

/// What `then` makes of the digits of a word in base 2, 8 or 16, that is of 1, 3 or 4 bits each, after
/// sign and prefix.
#[inline]
pub fn with_power_digits<R>(
    value: i64,
    bits: u32,
    prefix: &[u8],
    then: impl FnOnce(&[u8]) -> R,
) -> R {
    // 64 binary digits, a prefix and a sign.
    let (mut buffer, mut start) = ([0u8; 68], 68);
    let (mut rest, mask) = (value.unsigned_abs(), (1 << bits) - 1);
    loop {
        start -= 1;
        buffer[start] = b"0123456789abcdef"[(rest & mask) as usize];
        rest >>= bits;
        if rest == 0 {
            break;
        }
    }
    for &byte in prefix.iter().rev().take(2) {
        start -= 1;
        buffer[start] = byte;
    }
    if value < 0 {
        start -= 1;
        buffer[start] = b'-';
    }
    then(&buffer[start..])
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
