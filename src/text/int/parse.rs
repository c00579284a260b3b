//! `int(text, base)`: white space, signs, prefixes, underscores, digits of all scripts, and the limit
//! on the number of digits.

use dashu_int::{IBig, Sign, UBig, Word};
use smallvec::SmallVec;

use super::Int;
use crate::text::{Error, Text, digits};

/// Why a text is no int.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParseError {
    /// It is not of the form; the caller has the message made by [`literal_error`].
    Literal,
    /// The base is wrong, or there are too many digits.
    Other(Error),
}

/// How much of a text's `repr` the error for it shows.
const MOST_SHOWN: usize = 200;

/// The error for a text of the wrong form, given its `repr`.
pub fn literal_error(base: i64, repr: &str) -> Error {
    let end = repr
        .char_indices()
        .nth(MOST_SHOWN)
        .map_or(repr.len(), |(at, _)| at);
    let shown = &repr[..end];
    Error::value(format!(
        "invalid literal for int() with base {base}: {shown}"
    ))
}

/// `int(text, base)` with a base of 0 or from 2 to 36 and a limit on digits (0 for none).
pub fn parse(text: &Text, base: i64, limit: usize) -> Result<Int, ParseError> {
    match text.is_ascii() {
        true => parse_trimmed(digits::trim(text.as_bytes()), base, limit),
        false => parse_trimmed(digits::trim(&digits::to_ascii(text)), base, limit),
    }
}

/// `int(bytes, base)`: as for a text, but no digits beyond ASCII.
pub fn parse_bytes(bytes: &[u8], base: i64, limit: usize) -> Result<Int, ParseError> {
    parse_trimmed(digits::trim(bytes), base, limit)
}

fn parse_trimmed(text: &[u8], base: i64, limit: usize) -> Result<Int, ParseError> {
    if base != 0 && !(2..=36).contains(&base) {
        let message = "int() base must be >= 2 and <= 36, or 0";
        return Err(ParseError::Other(Error::value(message)));
    }
    let (negative, text) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    let (base, digits, any) = prefix(text, base as u32);
    // One underscore may stand after a prefix, and one between two digits.
    let digits = match digits {
        [b'_', rest @ ..] if digits.len() < text.len() => rest,
        _ => digits,
    };
    let value = magnitude(digits, base, limit)?;
    if !any && value.1 {
        // Base 0 takes no leading zeros, but for zero itself.
        return Err(ParseError::Literal);
    }
    Ok(match (value.0, negative) {
        (Int::Small(small), true) => Int::Small(-small),
        (Int::Big(big), true) => Int::from(-big),
        (value, false) => value,
    })
}

/// The base that a prefix gives or the base asked for, the digits after it, and whether they may
/// start with zeros whatever the value.
fn prefix(text: &[u8], base: u32) -> (u32, &[u8], bool) {
    let named = match text {
        [b'0', b'x' | b'X', ..] => 16,
        [b'0', b'o' | b'O', ..] => 8,
        [b'0', b'b' | b'B', ..] => 2,
        _ => 0,
    };
    match (base, named) {
        (0, 0) => (10, text, text.first() != Some(&b'0')),
        (0, _) => (named, &text[2..], true),
        _ if base == named => (base, &text[2..], true),
        _ => (base, text, true),
    }
}

/// Up to so many digits are taken together word by word.
const MEDIUM: usize = 300;

/// The value of decimal digits.
fn medium_value(digits: &[u8]) -> UBig {
    /// So many digits are less than a word, and their power of ten too.
    const PLACES: usize = if Word::BITS == 64 { 19 } else { 9 };
    let mut words: SmallVec<[Word; 32]> = SmallVec::new();
    let (first, rest) = digits.split_at(digits.len() % PLACES);
    for chunk in std::iter::once(first).chain(rest.chunks(PLACES)) {
        let mut carry = chunk.iter().fold(0, |number: Word, digit| {
            number * 10 + Word::from(digit - b'0')
        });
        let power = u128::from((10 as Word).pow(chunk.len() as u32));
        for word in &mut words {
            let product = u128::from(*word) * power + u128::from(carry);
            *word = product as Word;
            carry = (product >> Word::BITS) as Word;
        }
        if carry > 0 {
            words.push(carry);
        }
    }
    UBig::from_words(&words)
}

/// The value of digits with underscores between them, and whether it is other than 0.
fn magnitude(text: &[u8], base: u32, limit: usize) -> Result<(Int, bool), ParseError> {
    let mut clean = Vec::new();
    let (mut small, mut fits, mut count, mut after_digit) = (0i64, true, 0usize, false);
    for &byte in text {
        if byte == b'_' && after_digit {
            after_digit = false;
            continue;
        }
        let digit = (byte as char).to_digit(base).ok_or(ParseError::Literal)?;
        after_digit = true;
        count += 1;
        if fits {
            let next = small
                .checked_mul(i64::from(base))
                .map(|n| n.checked_add(digit.into()));
            match next.flatten() {
                Some(next) => small = next,
                None => {
                    // The digits so far, without underscores, start the long form.
                    fits = false;
                    clean.reserve(text.len());
                    clean.extend(text.iter().filter(|&&b| b != b'_').take(count));
                }
            }
        } else {
            clean.push(byte);
        }
    }
    if !after_digit {
        return Err(ParseError::Literal);
    }
    if fits && count <= limit.max(640) {
        return Ok((Int::Small(small), small != 0));
    }
    if limit != 0 && count > limit && !base.is_power_of_two() {
        return Err(ParseError::Other(Error::value(format!(
            "Exceeds the limit ({limit} digits) for integer string conversion: value has {count} \
             digits; use sys.set_int_max_str_digits() to increase the limit"
        ))));
    }
    if fits {
        return Ok((Int::Small(small), small != 0));
    }
    if base == 10 && clean.len() <= MEDIUM {
        let value = medium_value(&clean);
        return Ok((Int::from(IBig::from_parts(Sign::Positive, value)), true));
    }
    let digits = std::str::from_utf8(&clean).map_err(|_| ParseError::Literal)?;
    let value = UBig::from_str_radix(digits, base).map_err(|_| ParseError::Literal)?;
    Ok((Int::from(IBig::from_parts(Sign::Positive, value)), true))
}
