//! The operators of `complex` beyond addition.

use crate::text::Error;

/// A complex number: real and imaginary part.
pub type Complex = (f64, f64);

/// `a * b`
pub fn mul(a: Complex, b: Complex) -> Complex {
    (a.0 * b.0 - a.1 * b.1, a.0 * b.1 + a.1 * b.0)
}

/// `a / b`
pub fn div(a: Complex, b: Complex) -> Result<Complex, Error> {
    if b == (0.0, 0.0) {
        return Err(Error::zero_division("complex division by zero"));
    }
    // Dividing both by the larger part first keeps the parts from overflowing.
    Ok(if b.0.abs() >= b.1.abs() {
        let ratio = b.1 / b.0;
        let divisor = b.0 + b.1 * ratio;
        ((a.0 + a.1 * ratio) / divisor, (a.1 - a.0 * ratio) / divisor)
    } else if b.1.abs() >= b.0.abs() {
        let ratio = b.0 / b.1;
        let divisor = b.0 * ratio + b.1;
        ((a.0 * ratio + a.1) / divisor, (a.1 * ratio - a.0) / divisor)
    } else {
        (f64::NAN, f64::NAN)
    })
}

/// Whole powers up to this are multiplied out.
const MULTIPLIED: f64 = 100.0;

/// `a ** b`
pub fn pow(a: Complex, b: Complex) -> Result<Complex, Error> {
    let whole = b.1 == 0.0 && b.0 == b.0.floor() && b.0.abs() <= MULTIPLIED;
    let impossible = || Error::zero_division("0.0 to a negative or complex power");
    let power = if whole {
        let power = multiplied(a, b.0.abs() as u32);
        match b.0 > 0.0 {
            true => power,
            false => div((1.0, 0.0), power).map_err(|_| impossible())?,
        }
    } else if a == (0.0, 0.0) {
        if b.1 != 0.0 || b.0 < 0.0 {
            return Err(impossible());
        }
        (0.0, 0.0)
    } else {
        // An infinite angle has no sine, for which Python gives the same error.
        polar(a, b).ok_or_else(impossible)?
    };
    match power.0.is_infinite() || power.1.is_infinite() {
        true => Err(Error::overflow("complex exponentiation")),
        false => Ok(power),
    }
}

/// A whole power by repeated squaring.
fn multiplied(a: Complex, exponent: u32) -> Complex {
    let (mut power, mut square, mut rest) = ((1.0, 0.0), a, exponent);
    while rest > 0 {
        if rest & 1 == 1 {
            power = mul(power, square);
        }
        rest >>= 1;
        square = mul(square, square);
    }
    power
}

/// Any power of a number that is not 0, unless its angle is infinite.
fn polar(a: Complex, b: Complex) -> Option<Complex> {
    let (length, angle) = (a.0.hypot(a.1), a.1.atan2(a.0));
    let (mut power, mut phase) = (length.powf(b.0), angle * b.0);
    if b.1 != 0.0 {
        power /= (angle * b.1).exp();
        phase += b.1 * length.ln();
    }
    (!phase.is_infinite()).then(|| (power * phase.cos(), power * phase.sin()))
}
