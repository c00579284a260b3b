//! What the functions of `cmath` give for infinities and NaNs. Reference: C99, annex G.
//!
//! The rows go by the real part of the argument and the columns by its imaginary part: negative
//! infinity, negative, -0, 0, positive, infinity, NaN. Combinations that are computed are `U`, those
//! that are errors `E`.

use std::f64::consts::{FRAC_PI_2 as P12, FRAC_PI_4 as P14, PI as P};

/// The values of a function.
pub(super) type Special = [[(f64, f64); 7]; 7];

const I: f64 = f64::INFINITY;
const N: f64 = f64::NAN;
const P34: f64 = 3.0 * P14;
const U: (f64, f64) = (0.0, 0.0);
/// An infinity beside a finite number of no meaning.
const E: (f64, f64) = (f64::MIN, f64::MIN);

/// Where a number stands in the tables.
fn class(x: f64) -> usize {
    match x {
        f64::NEG_INFINITY => 0,
        f64::INFINITY => 5,
        _ if x.is_nan() => 6,
        0.0 if x.is_sign_negative() => 2,
        0.0 => 3,
        _ if x < 0.0 => 1,
        _ => 4,
    }
}

/// The value for an argument that is not finite; `None` where there is none.
pub(super) fn look_up(table: &Special, re: f64, im: f64) -> Option<(f64, f64)> {
    Some(table[class(re)][class(im)]).filter(|value| *value != E)
}

#[rustfmt::skip]
pub(super) const ACOS: Special = [
    [(P34, I), (P, I), (P, I), (P, -I), (P, -I), (P34, -I), (N, I)],
    [(P12, I), U, U, U, U, (P12, -I), (N, N)],
    [(P12, I), U, U, U, U, (P12, -I), (P12, N)],
    [(P12, I), U, U, U, U, (P12, -I), (P12, N)],
    [(P12, I), U, U, U, U, (P12, -I), (N, N)],
    [(P14, I), (0.0, I), (0.0, I), (0.0, -I), (0.0, -I), (P14, -I), (N, I)],
    [(N, I), (N, N), (N, N), (N, N), (N, N), (N, -I), (N, N)],
];
#[rustfmt::skip]
pub(super) const ACOSH: Special = [
    [(I, -P34), (I, -P), (I, -P), (I, P), (I, P), (I, P34), (I, N)],
    [(I, -P12), U, U, U, U, (I, P12), (N, N)],
    [(I, -P12), U, U, U, U, (I, P12), (N, N)],
    [(I, -P12), U, U, U, U, (I, P12), (N, N)],
    [(I, -P12), U, U, U, U, (I, P12), (N, N)],
    [(I, -P14), (I, -0.0), (I, -0.0), (I, 0.0), (I, 0.0), (I, P14), (I, N)],
    [(I, N), (N, N), (N, N), (N, N), (N, N), (I, N), (N, N)],
];
#[rustfmt::skip]
pub(super) const ASINH: Special = [
    [(-I, -P14), (-I, -0.0), (-I, -0.0), (-I, 0.0), (-I, 0.0), (-I, P14), (-I, N)],
    [(-I, -P12), U, U, U, U, (-I, P12), (N, N)],
    [(-I, -P12), U, U, U, U, (-I, P12), (N, N)],
    [(I, -P12), U, U, U, U, (I, P12), (N, N)],
    [(I, -P12), U, U, U, U, (I, P12), (N, N)],
    [(I, -P14), (I, -0.0), (I, -0.0), (I, 0.0), (I, 0.0), (I, P14), (I, N)],
    [(I, N), (N, N), (N, -0.0), (N, 0.0), (N, N), (I, N), (N, N)],
];
#[rustfmt::skip]
pub(super) const ATANH: Special = [
    [(-0.0, -P12), (-0.0, -P12), (-0.0, -P12), (-0.0, P12), (-0.0, P12), (-0.0, P12), (-0.0, N)],
    [(-0.0, -P12), U, U, U, U, (-0.0, P12), (N, N)],
    [(-0.0, -P12), U, U, U, U, (-0.0, P12), (-0.0, N)],
    [(0.0, -P12), U, U, U, U, (0.0, P12), (0.0, N)],
    [(0.0, -P12), U, U, U, U, (0.0, P12), (N, N)],
    [(0.0, -P12), (0.0, -P12), (0.0, -P12), (0.0, P12), (0.0, P12), (0.0, P12), (0.0, N)],
    [(0.0, -P12), (N, N), (N, N), (N, N), (N, N), (0.0, P12), (N, N)],
];
#[rustfmt::skip]
pub(super) const COSH: Special = [
    [E, U, (I, 0.0), (I, -0.0), U, E, (I, N)],
    [E, U, U, U, U, E, (N, N)],
    [E, U, U, U, U, E, (N, 0.0)],
    [E, U, U, U, U, E, (N, 0.0)],
    [E, U, U, U, U, E, (N, N)],
    [E, U, (I, -0.0), (I, 0.0), U, E, (I, N)],
    [(N, N), (N, N), (N, 0.0), (N, 0.0), (N, N), (N, N), (N, N)],
];
#[rustfmt::skip]
pub(super) const EXP: Special = [
    [(0.0, 0.0), U, (0.0, -0.0), (0.0, 0.0), U, (0.0, 0.0), (0.0, 0.0)],
    [E, U, U, U, U, E, (N, N)],
    [E, U, U, U, U, E, (N, N)],
    [E, U, U, U, U, E, (N, N)],
    [E, U, U, U, U, E, (N, N)],
    [E, U, (I, -0.0), (I, 0.0), U, E, (I, N)],
    [(N, N), (N, N), (N, -0.0), (N, 0.0), (N, N), (N, N), (N, N)],
];
#[rustfmt::skip]
pub(super) const LOG: Special = [
    [(I, -P34), (I, -P), (I, -P), (I, P), (I, P), (I, P34), (I, N)],
    [(I, -P12), U, U, U, U, (I, P12), (N, N)],
    [(I, -P12), U, U, U, U, (I, P12), (N, N)],
    [(I, -P12), U, U, U, U, (I, P12), (N, N)],
    [(I, -P12), U, U, U, U, (I, P12), (N, N)],
    [(I, -P14), (I, -0.0), (I, -0.0), (I, 0.0), (I, 0.0), (I, P14), (I, N)],
    [(I, N), (N, N), (N, N), (N, N), (N, N), (I, N), (N, N)],
];
#[rustfmt::skip]
pub(super) const SINH: Special = [
    [E, U, (-I, -0.0), (-I, 0.0), U, E, (I, N)],
    [E, U, U, U, U, E, (N, N)],
    [E, U, U, U, U, E, (0.0, N)],
    [E, U, U, U, U, E, (0.0, N)],
    [E, U, U, U, U, E, (N, N)],
    [E, U, (I, -0.0), (I, 0.0), U, E, (I, N)],
    [(N, N), (N, N), (N, -0.0), (N, 0.0), (N, N), (N, N), (N, N)],
];
#[rustfmt::skip]
pub(super) const SQRT: Special = [
    [(I, -I), (0.0, -I), (0.0, -I), (0.0, I), (0.0, I), (I, I), (N, I)],
    [(I, -I), U, U, U, U, (I, I), (N, N)],
    [(I, -I), U, U, U, U, (I, I), (N, N)],
    [(I, -I), U, U, U, U, (I, I), (N, N)],
    [(I, -I), U, U, U, U, (I, I), (N, N)],
    [(I, -I), (I, -0.0), (I, -0.0), (I, 0.0), (I, 0.0), (I, I), (I, N)],
    [(I, -I), (N, N), (N, N), (N, N), (N, N), (I, I), (N, N)],
];
#[rustfmt::skip]
pub(super) const TANH: Special = [
    [(-1.0, 0.0), U, (-1.0, -0.0), (-1.0, 0.0), U, (-1.0, 0.0), (-1.0, 0.0)],
    [E, U, U, U, U, E, (N, N)],
    [E, U, U, U, U, E, (N, N)],
    [E, U, U, U, U, E, (N, N)],
    [E, U, U, U, U, E, (N, N)],
    [(1.0, 0.0), U, (1.0, -0.0), (1.0, 0.0), U, (1.0, 0.0), (1.0, 0.0)],
    [(N, N), (N, N), (N, -0.0), (N, 0.0), (N, N), (N, N), (N, N)],
];
#[rustfmt::skip]
pub(super) const RECT: Special = [
    [E, U, (-I, 0.0), (-I, -0.0), U, E, (I, N)],
    [E, U, U, U, U, E, (N, N)],
    [(0.0, 0.0), U, U, U, U, (0.0, 0.0), (0.0, 0.0)],
    [(0.0, 0.0), U, U, U, U, (0.0, 0.0), (0.0, 0.0)],
    [E, U, U, U, U, E, (N, N)],
    [E, U, (I, -0.0), (I, 0.0), U, E, (I, N)],
    [(N, N), (N, N), (N, 0.0), (N, 0.0), (N, N), (N, N), (N, N)],
];
