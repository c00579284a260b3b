//! Finite decimal numbers: a sign, a coefficient and an exponent, with exact arithmetic and rounding to a number of
//! digits. Nothing here knows Python's objects. What is too large to be done quickly is left to the caller.

use dashu_int::UBig;
use dashu_int::ops::{BitTest, DivRem};
use std::cmp::Ordering;

/// The powers of ten that fit.
const POWERS: [u128; 39] = {
    let mut powers = [1; 39];
    let mut at = 1;
    while at < 39 {
        powers[at] = powers[at - 1] * 10;
        at += 1;
    }
    powers
};

/// Coefficients with more bits, and shifts by more digits, are not for this module.
const MOST_BITS: usize = 8192;
const MOST_DIGITS: i64 = 2400;

/// How what is cut off counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Rounding {
    Down,
    Up,
    HalfUp,
    HalfDown,
    HalfEven,
    Ceiling,
    Floor,
    ZeroFiveUp,
}

impl Rounding {
    /// Whether a coefficient becomes one larger by what was cut off, which was not all zeros: from how that compares
    /// with one half, the last digit that stays, and whether the number is negative.
    pub fn adds_one(self, half: Ordering, last: u64, negative: bool) -> bool {
        match self {
            Rounding::Down => false,
            Rounding::Up => true,
            Rounding::HalfUp => half.is_ge(),
            Rounding::HalfDown => half.is_gt(),
            Rounding::HalfEven => half.is_gt() || half.is_eq() && last % 2 == 1,
            Rounding::Ceiling => !negative,
            Rounding::Floor => negative,
            Rounding::ZeroFiveUp => last.is_multiple_of(5),
        }
    }
}

/// The names, as contexts have them.
pub(super) const ROUNDINGS: [(&str, Rounding); 8] = [
    ("ROUND_HALF_EVEN", Rounding::HalfEven),
    ("ROUND_HALF_UP", Rounding::HalfUp),
    ("ROUND_HALF_DOWN", Rounding::HalfDown),
    ("ROUND_DOWN", Rounding::Down),
    ("ROUND_UP", Rounding::Up),
    ("ROUND_CEILING", Rounding::Ceiling),
    ("ROUND_FLOOR", Rounding::Floor),
    ("ROUND_05UP", Rounding::ZeroFiveUp),
];

/// A coefficient. One that fits is always `Small`.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Coefficient {
    Small(u128),
    Big(UBig),
}

use Coefficient::{Big, Small};

impl From<UBig> for Coefficient {
    fn from(big: UBig) -> Coefficient {
        match u128::try_from(&big) {
            Ok(small) => Small(small),
            Err(_) => Big(big),
        }
    }
}

impl Coefficient {
    /// A coefficient, unless it is too large.
    pub fn of_big(big: UBig) -> Option<Coefficient> {
        (big.bit_len() <= MOST_BITS).then(|| big.into())
    }

    fn to_big(&self) -> UBig {
        match self {
            Small(small) => UBig::from(*small),
            Big(big) => big.clone(),
        }
    }

    pub fn is_zero(&self) -> bool {
        *self == Small(0)
    }

    /// How many digits it has; one for zero.
    pub fn digits(&self) -> i64 {
        match self {
            Small(0) => 1,
            Small(small) => {
                let least = (((127 - small.leading_zeros()) * 1233) >> 12) as usize;
                let more = POWERS.get(least + 1).is_some_and(|power| small >= power);
                (least + 1 + usize::from(more)) as i64
            }
            Big(big) => {
                let least = ((big.bit_len() - 1) as f64 * std::f64::consts::LOG10_2) as usize;
                let more = *big >= UBig::from(10u8).pow(least + 1);
                (least + 1 + usize::from(more)) as i64
            }
        }
    }

    /// The text of the digits.
    pub fn text(&self) -> String {
        match self {
            Small(small) => small.to_string(),
            Big(big) => big.to_string(),
        }
    }

    /// The coefficient with so many zeros behind it.
    pub fn scaled(&self, count: i64) -> Option<Coefficient> {
        if !(0..=MOST_DIGITS).contains(&count) {
            return None;
        }
        let count = count as usize;
        if let Small(small) = self
            && let Some(scaled) = POWERS
                .get(count)
                .and_then(|power| small.checked_mul(*power))
        {
            return Some(Small(scaled));
        }
        Some((self.to_big() * UBig::from(10u8).pow(count)).into())
    }

    fn times(&self, other: &Coefficient) -> Coefficient {
        if let (Small(a), Small(b)) = (self, other)
            && let Some(product) = a.checked_mul(*b)
        {
            return Small(product);
        }
        (self.to_big() * other.to_big()).into()
    }

    fn plus(&self, other: &Coefficient) -> Coefficient {
        if let (Small(a), Small(b)) = (self, other)
            && let Some(sum) = a.checked_add(*b)
        {
            return Small(sum);
        }
        (self.to_big() + other.to_big()).into()
    }

    /// The difference to a coefficient that is not larger.
    fn minus(&self, other: &Coefficient) -> Coefficient {
        match (self, other) {
            (Small(a), Small(b)) => Small(a.saturating_sub(*b)),
            _ => (self.to_big() - other.to_big()).into(),
        }
    }

    fn div_rem(&self, other: &Coefficient) -> (Coefficient, Coefficient) {
        match (self, other) {
            (Small(a), Small(b)) => (Small(a / b), Small(a % b)),
            _ => {
                let (quotient, rest) = self.to_big().div_rem(other.to_big());
                (quotient.into(), rest.into())
            }
        }
    }

    fn compare(&self, other: &Coefficient) -> Ordering {
        match (self, other) {
            (Small(a), Small(b)) => a.cmp(b),
            _ => self.to_big().cmp(&other.to_big()),
        }
    }

    fn modulo(&self, divisor: u64) -> u64 {
        match self {
            Small(small) => (small % u128::from(divisor)) as u64,
            Big(big) => big % divisor,
        }
    }

    /// The coefficient without its last digits, and whether they were not all zero.
    pub fn without_digits(
        &self,
        count: i64,
        sign: bool,
        rounding: Rounding,
    ) -> Option<(Coefficient, bool)> {
        let (quotient, rest, half) = if count > self.digits() {
            (Small(0), self.clone(), Ordering::Less)
        } else {
            let divisor = Small(1).scaled(count)?;
            let (quotient, rest) = self.div_rem(&divisor);
            let half = rest.plus(&rest).compare(&divisor);
            (quotient, rest, half)
        };
        if rest.is_zero() {
            return Some((quotient, false));
        }
        let rounded = match rounding.adds_one(half, quotient.modulo(10), sign) {
            true => quotient.plus(&Small(1)),
            false => quotient,
        };
        Some((rounded, true))
    }
}

/// A finite number.
#[derive(Clone, Debug)]
pub(super) struct Number {
    /// Whether it is negative; zeros have a sign, too.
    pub sign: bool,
    pub coefficient: Coefficient,
    pub exponent: i64,
}

/// A number as it is after rounding, and whether digits were cut off, and not all of them zeros.
pub(super) struct Rounded {
    pub number: Number,
    pub rounded: bool,
    pub inexact: bool,
}

/// What of a context matters to results.
#[derive(Clone, Copy)]
pub(super) struct Settings {
    pub prec: i64,
    pub emin: i64,
    pub emax: i64,
    pub clamp: bool,
    pub rounding: Rounding,
}

impl Number {
    /// The exponent of the first digit.
    pub fn adjusted(&self) -> i64 {
        self.exponent + self.coefficient.digits() - 1
    }

    /// The coefficients of both numbers with the exponent that both can have.
    fn aligned(&self, other: &Number) -> Option<(Coefficient, Coefficient, i64)> {
        let (a, b) = (&self.coefficient, &other.coefficient);
        let distance = self.exponent - other.exponent;
        Some(match distance.cmp(&0) {
            Ordering::Equal => (a.clone(), b.clone(), self.exponent),
            Ordering::Greater => (a.scaled(distance)?, b.clone(), other.exponent),
            Ordering::Less => (a.clone(), b.scaled(-distance)?, self.exponent),
        })
    }

    /// `self + other`, or with `minus` `self - other`.
    pub fn plus(&self, other: &Number, minus: bool, settings: &Settings) -> Option<Number> {
        let other_sign = other.sign ^ minus;
        if self.exponent != other.exponent {
            if self.coefficient.is_zero() || other.coefficient.is_zero() {
                return self.plus_zero(other, other_sign, settings);
            }
            if (self.exponent - other.exponent).abs() > settings.prec.saturating_add(50) {
                return None;
            }
        }
        let (a, b, exponent) = self.aligned(other)?;
        let (sign, coefficient) = if self.sign == other_sign {
            (self.sign, a.plus(&b))
        } else {
            match a.compare(&b) {
                Ordering::Greater => (self.sign, a.minus(&b)),
                Ordering::Less => (other_sign, b.minus(&a)),
                Ordering::Equal => (settings.rounding == Rounding::Floor, Small(0)),
            }
        };
        Some(Number {
            sign,
            coefficient,
            exponent,
        })
    }

    /// The sum where one of both is zero: the exponent goes down as far as there are digits for it.
    fn plus_zero(&self, other: &Number, other_sign: bool, settings: &Settings) -> Option<Number> {
        let exponent = self.exponent.min(other.exponent);
        let (sign, value) = match (self.coefficient.is_zero(), other.coefficient.is_zero()) {
            (true, true) => {
                let differ = self.sign != other_sign;
                let floor = settings.rounding == Rounding::Floor;
                return Some(Number {
                    sign: if differ { floor } else { self.sign },
                    coefficient: Small(0),
                    exponent,
                });
            }
            (true, false) => (other_sign, other),
            (false, _) => (self.sign, self),
        };
        let exponent = exponent.max(value.adjusted().saturating_sub(settings.prec));
        let exponent = exponent.min(value.exponent);
        Some(Number {
            sign,
            coefficient: value.coefficient.scaled(value.exponent - exponent)?,
            exponent,
        })
    }

    /// `self * other`
    pub fn times(&self, other: &Number) -> Number {
        Number {
            sign: self.sign ^ other.sign,
            coefficient: self.coefficient.times(&other.coefficient),
            exponent: self.exponent + other.exponent,
        }
    }

    /// `self / other`, with a digit more than wanted that tells how to round.
    pub fn divided(&self, other: &Number, settings: &Settings) -> Option<Number> {
        if self.coefficient.is_zero() || other.coefficient.is_zero() {
            return None;
        }
        let more = other.coefficient.digits() - self.coefficient.digits();
        let shift = more.checked_add(settings.prec)?.checked_add(1)?;
        let ideal = self.exponent - other.exponent;
        let mut exponent = ideal.checked_sub(shift)?;
        let (mut quotient, rest) = if shift >= 0 {
            self.coefficient.scaled(shift)?.div_rem(&other.coefficient)
        } else {
            self.coefficient.div_rem(&other.coefficient.scaled(-shift)?)
        };
        if !rest.is_zero() {
            // A digit that keeps what follows from being a tie.
            if quotient.modulo(5) == 0 {
                quotient = quotient.plus(&Small(1));
            }
        } else {
            // An exact result has the exponent that fits best.
            while exponent < ideal {
                let (shorter, rest) = quotient.div_rem(&Small(10));
                if !rest.is_zero() {
                    break;
                }
                quotient = shorter;
                exponent += 1;
            }
        }
        Some(Number {
            sign: self.sign ^ other.sign,
            coefficient: quotient,
            exponent,
        })
    }

    /// The integer quotient and the remainder, where the quotient is no longer than the precision.
    fn div_mod(&self, other: &Number, settings: &Settings) -> Option<(Number, Number)> {
        if self.coefficient.is_zero() || other.coefficient.is_zero() {
            return None;
        }
        let (a, b, exponent) = self.aligned(other)?;
        let (quotient, rest) = a.div_rem(&b);
        if quotient.digits() > settings.prec {
            return None;
        }
        let quotient = Number {
            sign: self.sign ^ other.sign,
            coefficient: quotient,
            exponent: 0,
        };
        let rest = Number {
            sign: self.sign,
            coefficient: rest,
            exponent,
        };
        Some((quotient, rest))
    }

    /// `self // other`
    pub fn floor_divided(&self, other: &Number, settings: &Settings) -> Option<Number> {
        Some(self.div_mod(other, settings)?.0)
    }

    /// `self % other`
    pub fn remainder(&self, other: &Number, settings: &Settings) -> Option<Number> {
        Some(self.div_mod(other, settings)?.1)
    }

    /// The integer that it is, if it is one of moderate size.
    fn integer(&self) -> Option<i64> {
        let coefficient = match self.exponent {
            0.. => self.coefficient.scaled(self.exponent)?,
            _ => {
                let (whole, rest) = self.coefficient.div_rem(&Small(1).scaled(-self.exponent)?);
                rest.is_zero().then_some(whole)?
            }
        };
        let Small(magnitude) = coefficient else {
            return None;
        };
        let magnitude = i64::try_from(magnitude).ok()?;
        Some(if self.sign { -magnitude } else { magnitude })
    }

    /// `self ** other` for an integer, by squaring and multiplying with a few digits more than wanted.
    pub fn power(&self, other: &Number, settings: &Settings) -> Option<Rounded> {
        let n = other.integer().filter(|n| *n != 0)?;
        let digits = self.coefficient.digits();
        let is_one = self.adjusted() == 0 && self.coefficient == Small(1).scaled(digits - 1)?;
        if self.coefficient.is_zero() || is_one {
            return None;
        }
        let work = Settings {
            prec: settings.prec.checked_add(other.adjusted() + 3)?,
            rounding: Rounding::HalfEven,
            clamp: false,
            ..*settings
        };
        let (mut rounded, mut inexact) = (false, false);
        let mut fixed = |number: Number| {
            let result = number.fixed(&work)?;
            rounded |= result.rounded;
            inexact |= result.inexact;
            Some(result.number)
        };
        let mut base = Number {
            sign: false,
            ..self.clone()
        };
        if n < 0 {
            let one = Number {
                sign: false,
                coefficient: Small(1),
                exponent: 0,
            };
            base = fixed(one.divided(&base, &work)?)?;
        }
        let n = n.unsigned_abs();
        let mut power = base.clone();
        for bit in (0..n.ilog2()).rev() {
            power = fixed(power.times(&power))?;
            if n >> bit & 1 == 1 {
                power = fixed(power.times(&base))?;
            }
        }
        power.sign = self.sign && n % 2 == 1;
        let mut result = power.fixed(settings)?;
        result.rounded |= rounded;
        result.inexact |= inexact;
        Some(result)
    }

    /// The order of both numbers.
    pub fn compared(&self, other: &Number) -> Option<Ordering> {
        let signum = |number: &Number| match (number.coefficient.is_zero(), number.sign) {
            (true, _) => 0,
            (false, true) => -1,
            (false, false) => 1,
        };
        let (mine, theirs) = (signum(self), signum(other));
        if mine != theirs || mine == 0 {
            return Some(mine.cmp(&theirs));
        }
        let order = match self.adjusted().cmp(&other.adjusted()) {
            Ordering::Equal => {
                let (a, b, _) = self.aligned(other)?;
                a.compare(&b)
            }
            order => order,
        };
        Some(if self.sign { order.reverse() } else { order })
    }

    /// The number rounded to a context; `None` where more than the rounding has to be reported.
    pub fn fixed(self, settings: &Settings) -> Option<Rounded> {
        let lowest = settings.emin - settings.prec + 1;
        let highest = settings.emax - settings.prec + 1;
        let as_it_is = |number| Rounded {
            number,
            rounded: false,
            inexact: false,
        };
        if self.coefficient.is_zero() {
            let limit = if settings.clamp {
                highest
            } else {
                settings.emax
            };
            let fits = (lowest..=limit).contains(&self.exponent);
            return fits.then(|| as_it_is(self));
        }
        let keep = self.coefficient.digits() + self.exponent - settings.prec;
        if keep > highest || keep < lowest || settings.clamp && self.exponent > highest {
            return None;
        }
        if self.exponent >= keep {
            return Some(as_it_is(self));
        }
        self.shortened(keep, settings)
            .filter(|rounded| rounded.number.exponent <= highest)
    }

    fn shortened(&self, mut keep: i64, settings: &Settings) -> Option<Rounded> {
        let count = keep - self.exponent;
        let (mut coefficient, inexact) =
            self.coefficient
                .without_digits(count, self.sign, settings.rounding)?;
        if coefficient.digits() > settings.prec {
            coefficient = coefficient.div_rem(&Small(10)).0;
            keep += 1;
        }
        let number = Number {
            sign: self.sign,
            coefficient,
            exponent: keep,
        };
        Some(Rounded {
            number,
            rounded: true,
            inexact,
        })
    }

    /// The number with that exponent; `None` where it has no such form, or more than the rounding has to be reported.
    pub fn quantized(&self, exponent: i64, settings: &Settings) -> Option<Rounded> {
        let lowest = settings.emin - settings.prec + 1;
        let highest = settings.emax - settings.prec + 1;
        let limit = if settings.clamp {
            highest
        } else {
            settings.emax
        };
        if !(lowest..=limit).contains(&exponent) {
            return None;
        }
        let (coefficient, inexact) = if self.exponent >= exponent {
            let count = self.exponent - exponent;
            let zero = self.coefficient.is_zero();
            let scaled = if zero {
                Some(Small(0))
            } else {
                self.coefficient.scaled(count)
            };
            (scaled?, false)
        } else {
            let count = exponent - self.exponent;
            self.coefficient
                .without_digits(count, self.sign, settings.rounding)?
        };
        let zero = coefficient.is_zero();
        let number = Number {
            sign: self.sign,
            coefficient,
            exponent,
        };
        let adjusted = number.adjusted();
        if number.coefficient.digits() > settings.prec
            || !zero && !(settings.emin..=settings.emax).contains(&adjusted)
        {
            return None;
        }
        Some(Rounded {
            number,
            rounded: self.exponent < exponent && !self.coefficient.is_zero(),
            inexact,
        })
    }

    /// The hash that all numbers of this value have.
    pub fn hash(&self) -> i64 {
        const MODULUS: u64 = (1 << 61) - 1;
        /// What ten times it is one.
        const TENTH: u64 = 2_075_258_708_292_324_556;
        let times = |a: u64, b: u64| (u128::from(a) * u128::from(b) % u128::from(MODULUS)) as u64;
        let mut base = if self.exponent >= 0 { 10 } else { TENTH };
        let mut result = self.coefficient.modulo(MODULUS);
        let mut power = self.exponent.unsigned_abs();
        while power > 0 {
            if power & 1 == 1 {
                result = times(result, base);
            }
            base = times(base, base);
            power >>= 1;
        }
        match (self.sign, result as i64) {
            (true, 1) => -2,
            (true, hash) => -hash,
            (false, hash) => hash,
        }
    }

    /// The text, with its exponent apart, if it has one.
    pub fn text(&self) -> (String, Option<i64>) {
        let digits = self.coefficient.text();
        let len = digits.len() as i64;
        let left = self.exponent + len;
        let plain = self.exponent <= 0 && left > -6;
        let point = if plain { left } else { 1 };
        let mut text = String::with_capacity(digits.len() + 10);
        if self.sign {
            text.push('-');
        }
        if point <= 0 {
            text.push_str("0.");
            text.extend(std::iter::repeat_n('0', point.unsigned_abs() as usize));
            text.push_str(&digits);
        } else if point >= len {
            text.push_str(&digits);
        } else {
            let (whole, fraction) = digits.split_at(point as usize);
            text.push_str(whole);
            text.push('.');
            text.push_str(fraction);
        }
        (text, (left != point).then_some(left - point))
    }

    /// The number that a text stands for, in the usual notation; `None` for any other.
    pub fn parse(text: &str) -> Option<Number> {
        let text = text.trim_matches(|c: char| c.is_ascii_whitespace());
        let (sign, rest) = match text.as_bytes().first()? {
            b'-' => (true, &text[1..]),
            b'+' => (false, &text[1..]),
            _ => (false, text),
        };
        let (mantissa, power) = match rest.find(['e', 'E']) {
            Some(at) => (&rest[..at], rest[at + 1..].parse::<i32>().ok()?),
            None => (rest, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let len = whole.len() + fraction.len();
        let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if len == 0 || len as i64 > MOST_DIGITS || !all_digits(whole) || !all_digits(fraction) {
            return None;
        }
        let digits = || whole.bytes().chain(fraction.bytes());
        let coefficient = match len {
            ..=38 => Small(digits().fold(0, |sum, digit| sum * 10 + u128::from(digit - b'0'))),
            _ => UBig::from_str_radix(&[whole, fraction].concat(), 10)
                .ok()?
                .into(),
        };
        Some(Number {
            sign,
            coefficient,
            exponent: i64::from(power) - fraction.len() as i64,
        })
    }
}
