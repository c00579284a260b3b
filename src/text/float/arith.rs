//! The float operators that differ from Rust's, and rounding.

use std::io::Write;

use crate::text::Error;
use crate::text::int::{Int, IntRef, from_float};

/// `a / b`
#[inline]
pub fn true_div(a: f64, b: f64) -> Result<f64, Error> {
    match b == 0.0 {
        true => Err(Error::zero_division("float division by zero")),
        false => Ok(a / b),
    }
}

/// `a // b`
pub fn floor_div(a: f64, b: f64) -> Result<f64, Error> {
    match b == 0.0 {
        true => Err(Error::zero_division("float floor division by zero")),
        false => Ok(floored(a, b).0),
    }
}

/// `a % b`
pub fn modulo(a: f64, b: f64) -> Result<f64, Error> {
    if b == 0.0 {
        return Err(Error::zero_division("float modulo by zero"));
    }
    Ok(floored_rest(a % b, b))
}

/// `divmod(a, b)`
pub fn div_mod(a: f64, b: f64) -> Result<(f64, f64), Error> {
    match b == 0.0 {
        true => Err(Error::zero_division("float divmod()")),
        false => Ok(floored(a, b)),
    }
}

/// The rest of a division, moved to have the divisor's sign.
fn floored_rest(rest: f64, b: f64) -> f64 {
    if rest == 0.0 {
        0.0f64.copysign(b)
    } else if (b < 0.0) != (rest < 0.0) {
        rest + b
    } else {
        rest
    }
}

fn floored(a: f64, b: f64) -> (f64, f64) {
    let cut = a % b;
    let rest = floored_rest(cut, b);
    let mut quotient = (a - cut) / b;
    if cut != 0.0 && (b < 0.0) != (cut < 0.0) {
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0.0f64.copysign(a / b), rest);
    }
    // The quotient is whole but for its own rounding.
    let floor = quotient.floor();
    (
        if quotient - floor > 0.5 {
            floor + 1.0
        } else {
            floor
        },
        rest,
    )
}

/// What `a ** b` is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Power {
    /// A float.
    Real(f64),
    /// Complex, as a negative number to a broken power is: the caller computes it as such.
    Complex,
    /// An `OverflowError` with the arguments `(34, 'Numerical result out of range')`.
    OutOfRange,
}

/// `a ** b`
pub fn pow(a: f64, b: f64) -> Result<Power, Error> {
    if a == 0.0 && b < 0.0 && b.is_finite() {
        return Err(Error::zero_division(
            "0.0 cannot be raised to a negative power",
        ));
    }
    if a.is_finite() && b.is_finite() {
        if a < 0.0 && b != b.floor() {
            return Ok(Power::Complex);
        }
        let value = a.powf(b);
        return Ok(match value.is_infinite() {
            true => Power::OutOfRange,
            false => Power::Real(value),
        });
    }
    // Rust's powers of NaN and the infinities are C's, as Python's are.
    Ok(Power::Real(a.powf(b)))
}

/// `round(value)`: to the nearest int, ties to even.
pub fn round_to_int(value: f64) -> Result<Int, Error> {
    from_float(value.round_ties_even())
}

/// `round(value, ndigits)`, correctly rounded from the exact value.
pub fn round(value: f64, ndigits: IntRef<'_>) -> Result<f64, Error> {
    let up_to = if ndigits.is_negative() {
        i64::MIN
    } else {
        i64::MAX
    };
    let ndigits = ndigits.to_i64().unwrap_or(up_to);
    // Beyond these a float has no more digits, or less than half a unit.
    if !value.is_finite() || ndigits > 323 {
        return Ok(value);
    }
    if ndigits < -308 {
        return Ok(0.0 * value);
    }
    let rounded = match usize::try_from(ndigits) {
        Ok(digits) => reread(format_args!("{value:.digits$}")),
        Err(_) => round_left(value, ndigits.unsigned_abs() as usize),
    };
    match rounded.filter(|value| value.is_finite()) {
        Some(rounded) => Ok(rounded.copysign(value)),
        None => Err(Error::overflow("rounded value too large to represent")),
    }
}

/// The float nearest to a number as it is written.
fn reread(number: std::fmt::Arguments<'_>) -> Option<f64> {
    let mut text = Vec::new();
    text.write_fmt(number).ok()?;
    std::str::from_utf8(&text).ok()?.parse().ok()
}

/// Rounds to a multiple of ten to the power of `places`, at least 1.
fn round_left(value: f64, places: usize) -> Option<f64> {
    // All digits of the whole part, exactly; the fraction only breaks ties.
    let value = value.abs();
    let digits = format!("{:.0}", value.trunc()).len();
    if digits < places {
        return Some(0.0);
    }
    match digits - places {
        0 => {
            let half = format!("5e{}", places - 1).parse::<f64>().ok()?;
            match above_half(value, places, half) {
                true => reread(format_args!("1e{places}")),
                false => Some(0.0),
            }
        }
        kept => reread(format_args!("{value:.*e}", kept - 1)),
    }
}

/// Whether a value with as many digits as `places` is above half of ten to that power.
fn above_half(value: f64, places: usize, half: f64) -> bool {
    if value != half {
        return value > half;
    }
    // The nearest float to the half may be on either side of it.
    let exact = format!("{value:.0}");
    exact.as_bytes()
        > [b"5", vec![b'0'; places - 1].as_slice()]
            .concat()
            .as_slice()
}
