//! Hashes of numbers: equal numbers of whatever type have equal hashes, all being the value modulo the
//! prime 2**61 - 1.

use dashu_int::Sign;

use super::int::IntRef;

/// The modulus of numeric hashes: `sys.hash_info.modulus`.
pub const MODULUS: u64 = (1 << 61) - 1;

/// The hash of an infinity.
pub const INFINITY: i64 = 314159;

const IMAGINARY: u64 = 1000003;

/// -1 stands for an error in CPython's interface, so no hash is -1.
const fn avoid_error(hash: i64) -> i64 {
    if hash == -1 { -2 } else { hash }
}

/// `value * 2**shift` modulo the prime, for a value below it.
const fn rotate(value: u64, shift: u32) -> u64 {
    let shift = shift % 61;
    (value << shift & MODULUS) | value >> (61 - shift)
}

/// `hash(int)`
pub fn hash_int(value: IntRef<'_>) -> i64 {
    let (negative, magnitude) = match value {
        IntRef::Small(small) => (small < 0, small.unsigned_abs() % MODULUS),
        IntRef::Big(big) => {
            let (sign, words) = big.as_sign_words();
            let fold = |rest: u64, &word: &u64| {
                let next = u128::from(rest) << 64 | u128::from(word);
                (next % u128::from(MODULUS)) as u64
            };
            (sign == Sign::Negative, words.iter().rev().fold(0, fold))
        }
    };
    avoid_error(if negative {
        -(magnitude as i64)
    } else {
        magnitude as i64
    })
}

/// `hash(float)`, but nothing for a NaN, whose hash is that of the object's identity.
pub fn hash_float(value: f64) -> Option<i64> {
    if value.is_nan() {
        return None;
    }
    if value.is_infinite() {
        return Some(if value > 0.0 { INFINITY } else { -INFINITY });
    }
    let bits = value.to_bits();
    let (fraction, exponent) = (bits & ((1 << 52) - 1), (bits >> 52 & 0x7ff) as i64);
    let (mantissa, exponent) = match exponent {
        0 => (fraction, -1074),
        _ => (fraction | 1 << 52, exponent - 1075),
    };
    let magnitude = rotate(mantissa, exponent.rem_euclid(61) as u32) as i64;
    Some(avoid_error(if value < 0.0 {
        -magnitude
    } else {
        magnitude
    }))
}

/// `hash(complex)`, given the hashes of its parts, for a NaN that of its object's identity.
pub fn hash_complex(real: i64, imag: i64) -> i64 {
    avoid_error((real as u64).wrapping_add(IMAGINARY.wrapping_mul(imag as u64)) as i64)
}

/// `hash(Fraction(numerator, denominator))` in lowest terms, for a denominator above 0.
pub fn hash_ratio(numerator: IntRef<'_>, denominator: IntRef<'_>) -> i64 {
    let modulus = IntRef::Small(MODULUS as i64);
    let Ok(inverse) = denominator.pow_mod(IntRef::Small(-1), modulus) else {
        return if numerator.is_negative() {
            -INFINITY
        } else {
            INFINITY
        };
    };
    let rest = u128::from(hash_int(numerator.abs().as_ref()) as u64);
    let inverse = inverse.as_i64().unwrap_or(0) as u128;
    let hash = (rest * inverse % u128::from(MODULUS)) as i64;
    avoid_error(if numerator.is_negative() { -hash } else { hash })
}
