//! Python's `int`: a machine word that promotes to a big integer, and the arithmetic on both.
//!
//! [`IntRef`] is what every function takes: a word or a borrowed big integer. [`Int`] is what they
//! give back, big only where a word would not do. The evaluator has its own fast paths for words and
//! comes here when one overflows. Digits are in `parse.rs` and `format.rs`, bits and bytes in
//! `bits.rs`, floats in `real.rs`.

mod bits;
mod format;
mod parse;
mod real;

use std::borrow::Cow;
use std::cmp::Ordering;

use dashu_int::ops::{Abs, DivRem, Gcd, SquareRoot};
use dashu_int::{IBig, Sign, UBig, fast_div::ConstDivisor};

use super::Error;

pub use bits::{ByteOrder, from_bytes};
pub use format::{
    DEFAULT_DIGIT_LIMIT, PAIRS, decimal, push_decimal, radix_digits, short_decimal, small_decimal,
    with_decimal, with_digits, with_power_digits,
};
pub use parse::{ParseError, literal_error, parse, parse_bytes};
pub use real::{float_ratio, from_float, scale};

/// The most bits that a result may have (a gigabyte); beyond that it is a `MemoryError` at once, as
/// an allocation that the system refuses would be.
pub const MAX_BITS: u64 = 1 << 33;

/// A Python `int`. `Big` never holds what would fit `Small`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Int {
    /// A value that fits a word.
    Small(i64),
    /// A value that does not.
    Big(IBig),
}

/// A borrowed Python `int`.
#[derive(Clone, Copy, Debug)]
pub enum IntRef<'a> {
    /// A value that fits a word.
    Small(i64),
    /// Any value, which should be outside a word's range.
    Big(&'a IBig),
}

impl From<IBig> for Int {
    #[inline]
    fn from(value: IBig) -> Int {
        match as_word(&value) {
            Some(small) => Int::Small(small),
            None => Int::Big(value),
        }
    }
}

/// The integer, if it fits a word.
#[inline]
pub fn as_word(big: &IBig) -> Option<i64> {
    match big.as_sign_words() {
        (_, []) => Some(0),
        (Sign::Positive, [word]) => i64::try_from(*word).ok(),
        (Sign::Negative, [word]) => 0i64.checked_sub_unsigned(*word),
        _ => None,
    }
}

impl From<UBig> for Int {
    fn from(value: UBig) -> Int {
        Int::from(IBig::from(value))
    }
}

impl From<i64> for Int {
    fn from(value: i64) -> Int {
        Int::Small(value)
    }
}

impl From<u64> for Int {
    fn from(value: u64) -> Int {
        i64::try_from(value).map_or_else(|_| Int::Big(IBig::from(value)), Int::Small)
    }
}

impl From<i128> for Int {
    #[inline]
    fn from(value: i128) -> Int {
        i64::try_from(value).map_or_else(|_| Int::Big(IBig::from(value)), Int::Small)
    }
}

impl From<i64> for IntRef<'_> {
    #[inline]
    fn from(value: i64) -> Self {
        IntRef::Small(value)
    }
}

impl<'a> From<&'a IBig> for IntRef<'a> {
    #[inline]
    fn from(value: &'a IBig) -> Self {
        IntRef::Big(value)
    }
}

impl<'a> From<&'a Int> for IntRef<'a> {
    #[inline]
    fn from(value: &'a Int) -> Self {
        value.as_ref()
    }
}

impl Int {
    /// The value, borrowed.
    #[inline]
    pub const fn as_ref(&self) -> IntRef<'_> {
        match self {
            Int::Small(small) => IntRef::Small(*small),
            Int::Big(big) => IntRef::Big(big),
        }
    }

    /// The value if it fits a word.
    pub const fn as_i64(&self) -> Option<i64> {
        match self {
            Int::Small(small) => Some(*small),
            Int::Big(_) => None,
        }
    }

    /// The value as a big integer.
    pub fn into_big(self) -> IBig {
        match self {
            Int::Small(small) => IBig::from(small),
            Int::Big(big) => big,
        }
    }
}

/// Both quotient and remainder of a floored division.
pub fn floor_div_rem(a: &IBig, b: &IBig) -> (IBig, IBig) {
    let (quotient, rest) = a.div_rem(b);
    match !rest.is_zero() && rest.sign() != b.sign() {
        true => (quotient - 1, rest + b),
        false => (quotient, rest),
    }
}

#[allow(
    clippy::should_implement_trait,
    reason = "these have Python's meanings and errors"
)]
impl<'a> IntRef<'a> {
    /// The value as a big integer; a word needs no allocation for it.
    #[inline]
    pub fn to_big(self) -> Cow<'a, IBig> {
        match self {
            IntRef::Small(small) => Cow::Owned(IBig::from(small)),
            IntRef::Big(big) => Cow::Borrowed(big),
        }
    }

    /// An owned copy.
    pub fn to_int(self) -> Int {
        match self {
            IntRef::Small(small) => Int::Small(small),
            IntRef::Big(big) => Int::from(big.clone()),
        }
    }

    /// The value if it fits a word.
    pub fn to_i64(self) -> Option<i64> {
        match self {
            IntRef::Small(small) => Some(small),
            IntRef::Big(big) => as_word(big),
        }
    }

    /// The value if it fits an unsigned word.
    pub fn to_u64(self) -> Option<u64> {
        match self {
            IntRef::Small(small) => u64::try_from(small).ok(),
            IntRef::Big(big) => u64::try_from(big).ok(),
        }
    }

    /// Whether the value is 0.
    pub fn is_zero(self) -> bool {
        match self {
            IntRef::Small(small) => small == 0,
            IntRef::Big(big) => big.is_zero(),
        }
    }

    /// Whether the value is below 0.
    pub fn is_negative(self) -> bool {
        match self {
            IntRef::Small(small) => small < 0,
            IntRef::Big(big) => big.sign() == Sign::Negative,
        }
    }

    /// `a + b`
    pub fn add(self, other: IntRef<'_>) -> Int {
        match (self, other) {
            (IntRef::Small(a), IntRef::Small(b)) => Int::from(i128::from(a) + i128::from(b)),
            (a, b) => Int::from(&*a.to_big() + &*b.to_big()),
        }
    }

    /// `a - b`
    pub fn sub(self, other: IntRef<'_>) -> Int {
        match (self, other) {
            (IntRef::Small(a), IntRef::Small(b)) => Int::from(i128::from(a) - i128::from(b)),
            (a, b) => Int::from(&*a.to_big() - &*b.to_big()),
        }
    }

    /// `a * b`
    pub fn mul(self, other: IntRef<'_>) -> Result<Int, Error> {
        match (self, other) {
            (IntRef::Small(a), IntRef::Small(b)) => Ok(Int::from(i128::from(a) * i128::from(b))),
            (a, b)
                if (a.words() + b.words()) * 64 > MAX_BITS
                    && a.bit_length() + b.bit_length() > MAX_BITS =>
            {
                Err(Error::memory())
            }
            (a, b) => Ok(Int::from(&*a.to_big() * &*b.to_big())),
        }
    }

    /// `-a`
    pub fn neg(self) -> Int {
        match self {
            IntRef::Small(a) => Int::from(-i128::from(a)),
            IntRef::Big(a) => Int::from(-a),
        }
    }

    /// `abs(a)`
    pub fn abs(self) -> Int {
        match self {
            IntRef::Small(a) => Int::from(i128::from(a).abs()),
            IntRef::Big(a) => Int::from(a.abs()),
        }
    }

    /// `a // b`
    pub fn floor_div(self, other: IntRef<'_>) -> Result<Int, Error> {
        self.div_mod(other).map(|(quotient, _)| quotient)
    }

    /// `a % b`
    pub fn modulo(self, other: IntRef<'_>) -> Result<Int, Error> {
        if other.is_zero() {
            return Err(Error::zero_division("integer modulo by zero"));
        }
        self.div_mod(other).map(|(_, rest)| rest)
    }

    /// `divmod(a, b)`
    pub fn div_mod(self, other: IntRef<'_>) -> Result<(Int, Int), Error> {
        match (self, other) {
            _ if other.is_zero() => Err(Error::zero_division("integer division or modulo by zero")),
            (IntRef::Small(i64::MIN), IntRef::Small(-1)) => {
                Ok((Int::from(-i128::from(i64::MIN)), Int::Small(0)))
            }
            (IntRef::Small(a), IntRef::Small(b)) => {
                let (quotient, rest) = (a / b, a % b);
                let down = i64::from(rest != 0 && (rest < 0) != (b < 0));
                Ok((Int::Small(quotient - down), Int::Small(rest + b * down)))
            }
            (a, b) => {
                let (quotient, rest) = floor_div_rem(&a.to_big(), &b.to_big());
                Ok((Int::from(quotient), Int::from(rest)))
            }
        }
    }

    /// `a ** b` for `b` at least 0. (For a negative `b` Python computes with floats.)
    pub fn pow(self, exponent: IntRef<'_>) -> Result<Int, Error> {
        if let IntRef::Small(base @ -1..=1) = self {
            let odd = exponent.bit(0);
            return Ok(Int::Small(match base {
                0 => i64::from(exponent.is_zero()),
                -1 if !odd => 1,
                _ => base,
            }));
        }
        let exponent = exponent.to_u64().ok_or_else(Error::memory)?;
        // A lower bound of the result's size; what is under the limit may reach it at most twice.
        let bits = (self.bit_length() - 1).saturating_mul(exponent);
        if bits > MAX_BITS {
            return Err(Error::memory());
        }
        if let IntRef::Small(base) = self
            && let Ok(exponent) = u32::try_from(exponent)
            && let Some(power) = base.checked_pow(exponent)
        {
            return Ok(Int::Small(power));
        }
        let exponent = usize::try_from(exponent).map_err(|_| Error::memory())?;
        Ok(Int::from(self.to_big().pow(exponent)))
    }

    /// `pow(a, b, m)`
    pub fn pow_mod(self, exponent: IntRef<'_>, modulus: IntRef<'_>) -> Result<Int, Error> {
        if modulus.is_zero() {
            return Err(Error::value("pow() 3rd argument cannot be 0"));
        }
        let modulus = modulus.to_big();
        let size = modulus.as_ref().abs();
        let Ok(size) = UBig::try_from(size) else {
            return Err(Error::memory());
        };
        if size.is_one() {
            return Ok(Int::Small(0));
        }
        let (_, base) = floor_div_rem(&self.to_big(), size.as_ibig());
        let Ok(base) = UBig::try_from(base) else {
            return Err(Error::memory());
        };
        let ring = ConstDivisor::new(size);
        let mut base = ring.reduce(base);
        if exponent.is_negative() {
            base = match base.inv() {
                Some(inverse) => inverse,
                None => {
                    let message = "base is not invertible for the given modulus";
                    return Err(Error::value(message));
                }
            };
        }
        let (_, exponent) = exponent.to_big().into_owned().into_parts();
        let power = IBig::from(base.pow(&exponent).residue());
        // The result has the modulus's sign.
        match modulus.sign() == Sign::Negative && !power.is_zero() {
            true => Ok(Int::from(power + &*modulus)),
            false => Ok(Int::from(power)),
        }
    }

    /// `math.isqrt(a)`
    pub fn isqrt(self) -> Result<Int, Error> {
        if let IntRef::Small(value @ 0..) = self {
            return Ok(Int::Small(value.isqrt()));
        }
        match UBig::try_from(self.to_big().into_owned()) {
            Ok(value) => Ok(Int::from(value.sqrt())),
            Err(_) => Err(Error::value("isqrt() argument must be nonnegative")),
        }
    }

    /// `math.gcd(a, b)`
    pub fn gcd(self, other: IntRef<'_>) -> Int {
        match (self, other) {
            _ if self.is_zero() => other.abs(),
            _ if other.is_zero() => self.abs(),
            (IntRef::Small(a), IntRef::Small(b)) => {
                // The odd parts, the larger one without the smaller one, until nothing is left. Neither is 0.
                let (mut a, mut b) = (a.unsigned_abs(), b.unsigned_abs());
                let twos = (a | b).trailing_zeros();
                a >>= a.trailing_zeros();
                while b != 0 {
                    b >>= b.trailing_zeros();
                    (a, b) = (a.min(b), a.abs_diff(b));
                }
                Int::from(a << twos)
            }
            (a, b) => Int::from((&*a.to_big()).gcd(&*b.to_big())),
        }
    }

    /// `round(a, ndigits)`: to a multiple of a power of ten, ties to even.
    pub fn round(self, ndigits: IntRef<'_>) -> Result<Int, Error> {
        if !ndigits.is_negative() || self.is_zero() {
            return Ok(self.to_int());
        }
        // 10 ** n is more than twice the value if n is at least its number of bits.
        let places = match ndigits.to_i64().map(i64::unsigned_abs) {
            Some(places) if places <= self.bit_length() => places,
            _ => return Ok(Int::Small(0)),
        };
        let unit = IBig::from(10).pow(places as usize);
        let (mut quotient, rest) = floor_div_rem(&self.to_big(), &unit);
        let up = match (rest << 1usize).cmp(&unit) {
            Ordering::Less => false,
            Ordering::Equal => IntRef::Big(&quotient).bit(0),
            Ordering::Greater => true,
        };
        quotient += i64::from(up);
        Ok(Int::from(quotient * unit))
    }
}

impl PartialEq for IntRef<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for IntRef<'_> {}

impl PartialOrd for IntRef<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for IntRef<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (IntRef::Small(a), IntRef::Small(b)) => a.cmp(b),
            (a, b) => a.to_big().as_ref().cmp(b.to_big().as_ref()),
        }
    }
}
