//! The bits of ints as two's complement without end, shifts, and conversion to and from bytes.

use dashu_int::ops::BitTest;
use dashu_int::{IBig, Sign, UBig};

use super::{Int, IntRef, MAX_BITS};
use crate::text::Error;

/// The order of an int's bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByteOrder {
    /// `'little'`
    Little,
    /// `'big'`
    Big,
}

impl ByteOrder {
    /// The order that Python names so.
    pub fn from_name(name: &[u8]) -> Result<ByteOrder, Error> {
        match name {
            b"little" => Ok(ByteOrder::Little),
            b"big" => Ok(ByteOrder::Big),
            _ => Err(Error::value("byteorder must be either 'little' or 'big'")),
        }
    }
}

#[allow(
    clippy::should_implement_trait,
    reason = "these have Python's meanings and errors"
)]
impl IntRef<'_> {
    /// How many words of 64 bits the absolute value takes: what is said of sizes when a bound will do.
    #[inline]
    pub fn words(self) -> u64 {
        match self {
            IntRef::Small(_) => 1,
            IntRef::Big(a) => a.as_sign_words().1.len() as u64,
        }
    }

    /// `a.bit_length()`
    pub fn bit_length(self) -> u64 {
        match self {
            IntRef::Small(a) => u64::from(64 - a.unsigned_abs().leading_zeros()),
            IntRef::Big(a) => {
                let (_, words) = a.as_sign_words();
                let top = words.last().map_or(64, |word| word.leading_zeros());
                words.len() as u64 * 64 - if words.is_empty() { 0 } else { u64::from(top) }
            }
        }
    }

    /// `a.bit_count()`
    pub fn bit_count(self) -> u64 {
        match self {
            IntRef::Small(a) => u64::from(a.unsigned_abs().count_ones()),
            IntRef::Big(a) => a
                .as_sign_words()
                .1
                .iter()
                .map(|word| u64::from(word.count_ones()))
                .sum(),
        }
    }

    /// The bit number `at` of the two's complement.
    pub fn bit(self, at: usize) -> bool {
        match self {
            IntRef::Small(a) => a >> at.min(63) & 1 == 1,
            IntRef::Big(a) => a.bit(at),
        }
    }

    /// `~a`
    pub fn invert(self) -> Int {
        match self {
            IntRef::Small(a) => Int::Small(!a),
            IntRef::Big(a) => Int::from(!a),
        }
    }

    /// `a & b`
    pub fn and(self, other: IntRef<'_>) -> Int {
        match (self, other) {
            (IntRef::Small(a), IntRef::Small(b)) => Int::Small(a & b),
            (a, b) => Int::from(&*a.to_big() & &*b.to_big()),
        }
    }

    /// `a | b`
    pub fn or(self, other: IntRef<'_>) -> Int {
        match (self, other) {
            (IntRef::Small(a), IntRef::Small(b)) => Int::Small(a | b),
            (a, b) => Int::from(&*a.to_big() | &*b.to_big()),
        }
    }

    /// `a ^ b`
    pub fn xor(self, other: IntRef<'_>) -> Int {
        match (self, other) {
            (IntRef::Small(a), IntRef::Small(b)) => Int::Small(a ^ b),
            (a, b) => Int::from(&*a.to_big() ^ &*b.to_big()),
        }
    }

    /// `a << b`
    pub fn shl(self, count: IntRef<'_>) -> Result<Int, Error> {
        if count.is_negative() {
            return Err(Error::value("negative shift count"));
        }
        if self.is_zero() {
            return Ok(Int::Small(0));
        }
        let Some(count) = count.to_u64() else {
            // The most that CPython counts bits with is a 61-bit number of 30-bit digits.
            let most = IBig::from(30) << 61;
            return Err(match count > IntRef::Big(&most) {
                false => Error::memory(),
                true => Error::overflow("too many digits in integer"),
            });
        };
        if self.bit_length().saturating_add(count) > MAX_BITS {
            return Err(Error::memory());
        }
        if let IntRef::Small(a) = self
            && count < 64
        {
            return Ok(Int::from(i128::from(a) << count));
        }
        Ok(Int::from(&*self.to_big() << count as usize))
    }

    /// `a >> b`
    pub fn shr(self, count: IntRef<'_>) -> Result<Int, Error> {
        if count.is_negative() {
            return Err(Error::value("negative shift count"));
        }
        let count = count.to_u64().unwrap_or(u64::MAX);
        Ok(match self {
            IntRef::Small(a) => Int::Small(a >> count.min(63)),
            IntRef::Big(_) if count >= self.bit_length() => {
                Int::Small(-i64::from(self.is_negative()))
            }
            IntRef::Big(a) => Int::from(a >> count as usize),
        })
    }

    /// `a.to_bytes(length, order, signed=signed)`
    pub fn to_bytes(self, length: usize, order: ByteOrder, signed: bool) -> Result<Vec<u8>, Error> {
        let negative = self.is_negative();
        if negative && !signed {
            return Err(Error::overflow("can't convert negative int to unsigned"));
        }
        // For a negative number the size is that of -a - 1, so that -128 fits a byte.
        let magnitude = if negative {
            self.invert()
        } else {
            self.to_int()
        };
        let needed = match (magnitude.as_ref().bit_length(), signed) {
            (0, _) => 0,
            (bits, false) => bits.div_ceil(8),
            (bits, true) => bits / 8 + 1,
        };
        if needed > length as u64 {
            return Err(Error::overflow("int too big to convert"));
        }
        let mut out = Vec::new();
        out.try_reserve_exact(length).map_err(|_| Error::memory())?;
        match magnitude {
            Int::Small(small) => out.extend_from_slice(&small.to_le_bytes()[..length.min(8)]),
            Int::Big(big) => out.extend_from_slice(&big.into_parts().1.to_le_bytes()),
        }
        out.resize(length, 0);
        if negative {
            out.iter_mut().for_each(|byte| *byte = !*byte);
        }
        if order == ByteOrder::Big {
            out.reverse();
        }
        Ok(out)
    }
}

/// `int.from_bytes(bytes, order, signed=signed)`
pub fn from_bytes(bytes: &[u8], order: ByteOrder, signed: bool) -> Int {
    let top = match order {
        ByteOrder::Little => bytes.last(),
        ByteOrder::Big => bytes.first(),
    };
    let magnitude = match order {
        ByteOrder::Little => UBig::from_le_bytes(bytes),
        ByteOrder::Big => UBig::from_be_bytes(bytes),
    };
    let value = IBig::from_parts(Sign::Positive, magnitude);
    match top {
        Some(0x80..) if signed => Int::from(value - (IBig::ONE << (bytes.len() * 8))),
        _ => Int::from(value),
    }
}
