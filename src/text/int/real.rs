//! Ints and floats: conversion, comparison, true division, each correctly rounded.

use std::cmp::Ordering;

use dashu_int::ops::DivRem;
use dashu_int::{IBig, Sign, UBig};

use super::{Int, IntRef};
use crate::text::Error;

/// `mantissa * 2**exponent`, rounded to the nearest float, ties to even; the lowest bit of the mantissa
/// may stand for any number of lower bits that are not all 0. Nothing if it is too large.
pub fn scale(mantissa: u64, exponent: i64) -> Option<f64> {
    if mantissa == 0 {
        return Some(0.0);
    }
    // The leading bit at 63 leaves at least ten bits to round away.
    let shift = i64::from(mantissa.leading_zeros());
    let mantissa = mantissa << shift;
    let exponent = exponent.saturating_sub(shift);
    // The exponent of the result's lowest bit, which subnormals hold at -1074.
    let lowest = exponent.saturating_add(11).max(-1074);
    let drop = lowest - exponent;
    if drop > 64 {
        return Some(0.0);
    }
    let (kept, rest) = match drop {
        64 => (0, mantissa),
        _ => (mantissa >> drop, mantissa << (64 - drop)),
    };
    let half = 1u64 << 63;
    let up = rest > half || (rest == half && kept & 1 == 1);
    let kept = kept + u64::from(up);
    if lowest > 971 || (lowest == 971 && kept >> 53 != 0) {
        return None;
    }
    // `kept` has at most 53 bits or is 2**53, and both factors are powers within range.
    let power = if lowest < -1022 {
        f64::from_bits(1 << (lowest + 1074))
    } else {
        f64::from_bits(((lowest + 1023) as u64) << 52)
    };
    Some(kept as f64 * power)
}

/// The highest 64 bits of a value that is not 0, their lowest bit set if any dropped one is, and the
/// number of bits dropped.
fn leading_bits(value: &UBig) -> (u64, i64) {
    let words = value.as_words();
    let (Some(&top), len) = (words.last(), words.len()) else {
        return (0, 0);
    };
    if len == 1 {
        return (top, 0);
    }
    let shift = top.leading_zeros();
    let second = words[len - 2];
    let both = u128::from(top) << 64 | u128::from(second);
    let mantissa = (both << shift >> 64) as u64;
    let dropped = (both << shift) as u64 != 0 || words[..len - 2].iter().any(|&word| word != 0);
    (
        mantissa | u64::from(dropped),
        (len as i64 - 1) * 64 - i64::from(shift),
    )
}

impl IntRef<'_> {
    /// `float(a)`
    pub fn to_f64(self) -> Result<f64, Error> {
        match self {
            IntRef::Small(small) => Ok(small as f64),
            IntRef::Big(big) => {
                let (sign, magnitude) = big.clone().into_parts();
                let (mantissa, exponent) = leading_bits(&magnitude);
                match scale(mantissa, exponent) {
                    Some(value) if sign == Sign::Negative => Ok(-value),
                    Some(value) => Ok(value),
                    None => Err(Error::overflow("int too large to convert to float")),
                }
            }
        }
    }

    /// `a / b`, rounded once.
    pub fn true_div(self, other: IntRef<'_>) -> Result<f64, Error> {
        const EXACT: u64 = 1 << 53;
        match (self, other) {
            _ if other.is_zero() => return Err(Error::zero_division("division by zero")),
            (IntRef::Small(a), IntRef::Small(b))
                if a.unsigned_abs() <= EXACT && b.unsigned_abs() <= EXACT =>
            {
                return Ok(a as f64 / b as f64);
            }
            _ => {}
        }
        let negative = self.is_negative() != other.is_negative();
        let sign = |value: f64| if negative { -value } else { value };
        if self.is_zero() {
            return Ok(sign(0.0));
        }
        // A quotient of 64 or 65 bits and whether there is a rest decide the rounding.
        let shift = other.bit_length() as i64 - self.bit_length() as i64 + 64;
        let (_, mut a) = self.to_big().into_owned().into_parts();
        let (_, mut b) = other.to_big().into_owned().into_parts();
        let too_large = || Error::overflow("integer division result too large for a float");
        match shift {
            ..=-1025 => return Err(too_large()),
            1200.. => return Ok(sign(0.0)),
            0.. => a <<= shift as usize,
            _ => b <<= shift.unsigned_abs() as usize,
        }
        let (quotient, rest) = a.div_rem(&b);
        let (mantissa, exponent) = leading_bits(&quotient);
        let mantissa = mantissa | u64::from(!rest.is_zero());
        scale(mantissa, exponent - shift)
            .map(sign)
            .ok_or_else(too_large)
    }

    /// The order of an int and a float, exactly; none beside a NaN.
    pub fn partial_cmp_float(self, other: f64) -> Option<Ordering> {
        if other.is_nan() {
            return None;
        }
        if other.is_infinite() {
            return Some(if other > 0.0 {
                Ordering::Less
            } else {
                Ordering::Greater
            });
        }
        let whole = other.trunc();
        let order = match (self, from_float(whole).ok()?) {
            (IntRef::Small(a), Int::Small(b)) => a.cmp(&b),
            (a, b) => a.cmp(&b.as_ref()),
        };
        Some(order.then_with(|| 0.0f64.total_cmp(&(other - whole + 0.0))))
    }
}

/// `int(value)`: cut towards 0.
pub fn from_float(value: f64) -> Result<Int, Error> {
    if value.is_nan() {
        return Err(Error::value("cannot convert float NaN to integer"));
    }
    if value.is_infinite() {
        return Err(Error::overflow("cannot convert float infinity to integer"));
    }
    // 2**63 itself is too large for a word, -2**63 is not.
    if (-9223372036854775808.0..9223372036854775808.0).contains(&value) {
        return Ok(Int::Small(value as i64));
    }
    let (mantissa, exponent) = parts(value);
    let magnitude = IBig::from(mantissa) << exponent.max(0) as usize;
    Ok(Int::from(if value < 0.0 { -magnitude } else { magnitude }))
}

/// `abs(value)` as mantissa and power of two, for a finite value.
fn parts(value: f64) -> (u64, i64) {
    let bits = value.to_bits();
    let (fraction, exponent) = (bits & ((1 << 52) - 1), (bits >> 52 & 0x7ff) as i64);
    match exponent {
        0 => (fraction, -1074),
        _ => (fraction | 1 << 52, exponent - 1075),
    }
}

/// `value.as_integer_ratio()`: numerator and denominator in lowest terms.
pub fn float_ratio(value: f64) -> Result<(Int, Int), Error> {
    if value.is_nan() {
        return Err(Error::value("cannot convert NaN to integer ratio"));
    }
    if value.is_infinite() {
        return Err(Error::overflow("cannot convert Infinity to integer ratio"));
    }
    let (mantissa, exponent) = parts(value);
    if mantissa == 0 {
        return Ok((Int::Small(0), Int::Small(1)));
    }
    let zeros = i64::from(mantissa.trailing_zeros());
    let (mantissa, exponent) = (IBig::from(mantissa >> zeros), exponent + zeros);
    let mantissa = if value < 0.0 { -mantissa } else { mantissa };
    Ok(match exponent {
        0.. => (Int::from(mantissa << exponent as usize), Int::Small(1)),
        _ => (
            Int::from(mantissa),
            Int::from(IBig::ONE << exponent.unsigned_abs() as usize),
        ),
    })
}
