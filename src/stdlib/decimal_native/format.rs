//! Decimals by a format specification. The specification is read, and what comes out laid out at its width, as for
//! other numbers (`text::format_spec`); rounding to it is done on the digits as text, so that any number of them will do.

use super::number::Rounding;
use crate::text::Error;
use crate::text::format_spec::{Align, Spec};
use std::cmp::Ordering;

/// More digits than there is memory for; exponents can be added to it.
const MOST: usize = 4 << 60;

/// A finite number as digits.
pub(super) struct Written {
    pub negative: bool,
    /// The coefficient: no leading zeros but the one of zero.
    pub digits: Vec<u8>,
    pub exponent: i64,
}

/// What of a context matters to texts.
#[derive(Clone, Copy)]
pub(super) struct Manner {
    pub rounding: Rounding,
    pub capitals: bool,
}

impl Written {
    fn is_zero(&self) -> bool {
        self.digits == b"0"
    }

    fn len(&self) -> i64 {
        self.digits.len() as i64
    }

    /// Gives the number that exponent.
    fn rescale(&mut self, exponent: i64, rounding: Rounding) -> Result<(), Error> {
        let more = self.exponent - exponent;
        self.exponent = exponent;
        match more {
            _ if self.is_zero() => Ok(()),
            0.. => push_zeros(&mut self.digits, more),
            _ => {
                self.cut(more.unsigned_abs(), rounding);
                Ok(())
            }
        }
    }

    /// Rounds the last digits away.
    fn cut(&mut self, count: u64, rounding: Rounding) {
        let kept = (self.digits.len() as u64).checked_sub(count);
        let at = kept.unwrap_or(0) as usize;
        let rest = &self.digits[at..];
        let inexact = rest.iter().any(|&digit| digit != b'0');
        let half = match rest {
            _ if kept.is_none() => Ordering::Less,
            [b'5', more @ ..] if more.iter().all(|&digit| digit == b'0') => Ordering::Equal,
            [first, ..] if *first >= b'5' => Ordering::Greater,
            _ => Ordering::Less,
        };
        self.digits.truncate(at);
        let last = self.digits.last().map_or(0, |digit| digit - b'0');
        if inexact && rounding.adds_one(half, last.into(), self.negative) {
            self.add_one();
        }
        if self.digits.is_empty() {
            self.digits.push(b'0');
        }
    }

    fn add_one(&mut self) {
        for digit in self.digits.iter_mut().rev() {
            if *digit < b'9' {
                *digit += 1;
                return;
            }
            *digit = b'0';
        }
        self.digits.insert(0, b'1');
    }

    /// Rounds, or extends, the number to so many digits.
    fn with_digits(&mut self, count: i64, rounding: Rounding) -> Result<(), Error> {
        if self.is_zero() {
            return Ok(());
        }
        let exponent = self.exponent + self.len() - count;
        self.rescale(exponent, rounding)?;
        if self.len() > count {
            self.rescale(exponent + 1, rounding)?;
        }
        Ok(())
    }
}

fn push_zeros(digits: &mut Vec<u8>, count: i64) -> Result<(), Error> {
    let count = usize::try_from(count).map_err(|_| Error::memory())?;
    digits.try_reserve(count).map_err(|_| Error::memory())?;
    digits.resize(digits.len() + count, b'0');
    Ok(())
}

/// A specification of decimals.
pub(super) struct DecimalSpec {
    spec: Spec,
    /// Whether it has a zero before the width.
    zeros: bool,
}

impl DecimalSpec {
    pub fn parse(text: &[u8]) -> Result<DecimalSpec, Error> {
        let (spec, zeros) = Spec::parse_decimal(text)?;
        Ok(DecimalSpec { spec, zeros })
    }

    /// Whether it has the type that is deprecated.
    pub fn is_deprecated(&self) -> bool {
        self.spec.letter() == Some(b'N')
    }

    /// `format(number, spec)` of an infinity or NaN, which has this text.
    pub fn special(mut self, negative: bool, text: &str) -> Result<Vec<u8>, Error> {
        let percent = if self.spec.letter() == Some(b'%') {
            "%"
        } else {
            ""
        };
        if self.zeros {
            self.spec.fill = u32::from(b' ');
            self.spec.align = Align::Right;
        }
        let mut out = Vec::new();
        let text = [text, percent].concat();
        self.spec
            .put_number(&mut out, negative, b"", text.as_bytes())?;
        Ok(out)
    }

    /// Lays out a finite number. Zeros that were given as the filling are no digits: they get no separators.
    fn put(mut self, negative: bool, digits: &[u8], rest: &[u8]) -> Result<Vec<u8>, Error> {
        let mut out = Vec::new();
        let spec = &mut self.spec;
        if self.zeros || spec.fill != u32::from(b'0') || spec.align != Align::Inner {
            spec.put_number(&mut out, negative, digits, rest)?;
            return Ok(out);
        }
        let width = std::mem::take(&mut spec.width);
        spec.put_number(&mut out, negative, digits, rest)?;
        let missing = width.saturating_sub(out.len());
        out.try_reserve(missing).map_err(|_| Error::memory())?;
        let sign = usize::from(!out.starts_with(&digits[..1]));
        out.splice(sign..sign, std::iter::repeat_n(b'0', missing));
        Ok(out)
    }

    /// `format(number, spec)` of a finite number.
    pub fn finite(self, mut number: Written, manner: Manner) -> Result<Vec<u8>, Error> {
        let spec = &self.spec;
        let kind = match spec.letter() {
            Some(b'n') => b'g',
            Some(b'N') => b'G',
            None | Some(0) if manner.capitals => b'G',
            None | Some(0) => b'g',
            Some(kind) => kind,
        };
        number.round(spec, kind, manner.rounding)?;
        if spec.no_negative_zero && number.is_zero() {
            number.negative = false;
        }
        let point = number.point(spec, kind);
        let power = number.exponent + number.len() - point;
        let at = number.pad_to(point)?;
        let (whole, fraction) = number.digits.split_at(at);
        let mut rest = Vec::new();
        rest.try_reserve(fraction.len() + 32)
            .map_err(|_| Error::memory())?;
        if !fraction.is_empty() || spec.alternate {
            rest.push(b'.');
            rest.extend_from_slice(fraction);
        }
        if power != 0 || is_scientific(kind) {
            let letter = if kind.is_ascii_uppercase() { 'E' } else { 'e' };
            rest.extend_from_slice(format!("{letter}{power:+}").as_bytes());
        }
        if kind == b'%' {
            rest.push(b'%');
        }
        self.put(number.negative, whole, &rest)
    }
}

fn is_fixed(kind: u8) -> bool {
    matches!(kind, b'f' | b'F' | b'%')
}

fn is_scientific(kind: u8) -> bool {
    matches!(kind, b'e' | b'E')
}

impl Written {
    /// Rounds to the precision, as the type takes it.
    fn round(&mut self, spec: &Spec, kind: u8, rounding: Rounding) -> Result<(), Error> {
        if kind == b'%' {
            self.exponent += 2;
        }
        match spec.precision.map(|digits| digits.min(MOST) as i64) {
            Some(digits) if is_scientific(kind) => {
                self.with_digits(digits + 1, rounding)?;
            }
            Some(digits) if is_fixed(kind) => self.rescale(-digits, rounding)?,
            Some(digits) if self.len() > digits.max(1) => {
                self.with_digits(digits.max(1), rounding)?;
            }
            _ => {}
        }
        if is_fixed(kind) && self.is_zero() && self.exponent > 0 {
            self.exponent = 0;
        }
        Ok(())
    }

    /// How many digits stand before the point.
    fn point(&self, spec: &Spec, kind: u8) -> i64 {
        let left = self.exponent + self.len();
        match spec.precision {
            Some(digits) if is_scientific(kind) && self.is_zero() => 1 - digits.min(MOST) as i64,
            _ if is_fixed(kind) => left,
            _ if !is_scientific(kind) && self.exponent <= 0 && left > -6 => left,
            _ => 1,
        }
    }

    /// Adds the zeros that the digits want for a point in that place; where it then is.
    fn pad_to(&mut self, point: i64) -> Result<usize, Error> {
        if point <= 0 {
            let mut padded = Vec::new();
            push_zeros(&mut padded, 1 - point)?;
            padded
                .try_reserve(self.digits.len())
                .map_err(|_| Error::memory())?;
            padded.append(&mut self.digits);
            self.digits = padded;
            return Ok(1);
        }
        let more = (point - self.len()).max(0);
        push_zeros(&mut self.digits, more)?;
        Ok(point as usize)
    }
}
