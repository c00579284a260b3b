//! Functions of one float that neither the standard library nor a crate computes as CPython does: the gamma function
//! (by Lanczos' approximation, as everywhere), and the inverse hyperbolic and error functions, which take their
//! exponentials and logarithms from the platform's library, as that of the platform does.
//!
//! Not here: what a result that is infinite or no number means to the caller.

use std::f64::consts::{LN_2, PI};

/// The shift of Lanczos' approximation.
const LANCZOS_G: f64 = 6.024_680_040_776_73;
const LANCZOS_G_MINUS_HALF: f64 = 5.524_680_040_776_73;

/// The coefficients of Lanczos' rational function for that shift, the constant one first.
const LANCZOS_NUMERATOR: [f64; 13] = [
    23_531_376_880.410_76,
    42_919_803_642.649_1,
    35_711_959_237.355_67,
    17_921_034_426.037_21,
    6_039_542_586.352_028,
    1_439_720_407.311_721_6,
    248_874_557.862_054_17,
    31_426_415.585_400_194,
    2_876_370.628_935_372_5,
    186_056.265_395_223_48,
    8_071.672_002_365_816,
    210.824_277_751_579_36,
    2.506_628_274_631_000_2,
];
const LANCZOS_DENOMINATOR: [f64; 13] = [
    0.0,
    39_916_800.0,
    120_543_840.0,
    150_917_976.0,
    105_258_076.0,
    45_995_730.0,
    13_339_535.0,
    2_637_558.0,
    357_423.0,
    32_670.0,
    1_925.0,
    66.0,
    1.0,
];

/// A polynomial whose first coefficient is the constant one.
fn polynomial(coefficients: &[f64], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, c| sum * x + c)
}

/// Lanczos' rational function: in powers of 1/x where those of x would become too large.
fn lanczos_sum(x: f64) -> f64 {
    let value = |coefficients: &[f64; 13]| match x < 5.0 {
        true => polynomial(coefficients, x),
        false => coefficients.iter().fold(0.0, |sum, c| sum / x + c),
    };
    value(&LANCZOS_NUMERATOR) / value(&LANCZOS_DENOMINATOR)
}

/// The sine of pi times x, exact where x is whole or a half.
fn sin_pi(x: f64) -> f64 {
    let y = x.abs() % 2.0;
    let result = match (2.0 * y).round() as u8 {
        0 => (PI * y).sin(),
        1 => (PI * (y - 0.5)).cos(),
        2 => (PI * (1.0 - y)).sin(),
        3 => -(PI * (y - 1.5)).cos(),
        _ => (PI * (y - 2.0)).sin(),
    };
    1f64.copysign(x) * result
}

/// (x - 1)! of a whole x, where that is exact.
fn small_factorial(x: f64) -> Option<f64> {
    let whole = x == x.floor() && (1.0..=23.0).contains(&x);
    whole.then(|| (1..x as u64).map(|factor| factor as f64).product())
}

/// The gamma function of a finite float that is no pole; infinite where it overflows.
pub fn gamma(x: f64) -> f64 {
    if let Some(known) = small_factorial(x) {
        return known;
    }
    let size = x.abs();
    if size < 1e-20 {
        return 1.0 / x;
    }
    if size > 200.0 {
        return if x < 0.0 {
            0.0 / sin_pi(x)
        } else {
            f64::INFINITY
        };
    }
    // What is lost in the sum of the base, for the correction.
    let y = size + LANCZOS_G_MINUS_HALF;
    let lost = match size > LANCZOS_G_MINUS_HALF {
        true => y - size - LANCZOS_G_MINUS_HALF,
        false => y - LANCZOS_G_MINUS_HALF - size,
    };
    let correction = lost * LANCZOS_G / y;
    // The power of a large size by way of its root, which doesn't overflow before the result does.
    let (power, times) = match size < 140.0 {
        true => (y.powf(size - 0.5), 1),
        false => (y.powf(size / 2.0 - 0.25), 2),
    };
    if x < 0.0 {
        let r = -PI / sin_pi(size) / size * y.exp() / lanczos_sum(size);
        (0..times).fold(r - correction * r, |r, _| r / power)
    } else {
        let r = lanczos_sum(size) / y.exp();
        (0..times).fold(r + correction * r, |r, _| r * power)
    }
}

/// The logarithm of the size of the gamma function of a finite float that is no pole.
pub fn ln_gamma(x: f64) -> f64 {
    const LN_PI: f64 = 1.144_729_885_849_400_2;
    if x == 1.0 || x == 2.0 {
        return 0.0;
    }
    let size = x.abs();
    if size < 1e-20 {
        return -size.ln();
    }
    let r =
        lanczos_sum(size).ln() - LANCZOS_G + (size - 0.5) * ((size + LANCZOS_G - 0.5).ln() - 1.0);
    match x < 0.0 {
        true => LN_PI - sin_pi(size).abs().ln() - size.ln() - r,
        false => r,
    }
}

/// Where a hyperbolic function's exponential hides the rest.
const LARGE: f64 = (1u32 << 28) as f64;

/// The inverse hyperbolic cosine.
pub fn acosh(x: f64) -> f64 {
    if x < 1.0 {
        f64::NAN
    } else if x > LARGE {
        x.ln() + LN_2
    } else if x > 2.0 {
        (2.0 * x - 1.0 / (x + (x * x - 1.0).sqrt())).ln()
    } else {
        let t = x - 1.0;
        (t + (2.0 * t + t * t).sqrt()).ln_1p()
    }
}

/// The inverse hyperbolic sine.
pub fn asinh(x: f64) -> f64 {
    let size = x.abs();
    let result = if size < 1.0 / LARGE {
        return x;
    } else if size > LARGE {
        size.ln() + LN_2
    } else if size > 2.0 {
        (2.0 * size + 1.0 / ((size * size + 1.0).sqrt() + size)).ln()
    } else {
        let t = size * size;
        (size + t / (1.0 + (1.0 + t).sqrt())).ln_1p()
    };
    result.copysign(x)
}

/// The inverse hyperbolic tangent.
pub fn atanh(x: f64) -> f64 {
    let size = x.abs();
    let result = if size < 1.0 / LARGE {
        return x;
    } else if size < 0.5 {
        let t = size + size;
        0.5 * (t + t * size / (1.0 - size)).ln_1p()
    } else {
        0.5 * ((size + size) / (1.0 - size)).ln_1p()
    };
    result.copysign(x)
}

/// A polynomial whose first coefficient is the constant one, summed by pairs, as the platform's library does here.
fn polynomial_by_pairs(coefficients: &[f64], x: f64) -> f64 {
    let square = x * x;
    let fourth = square * square;
    let powers = [1.0, square, fourth, fourth * square, fourth * fourth];
    let pair = |pair: &[f64]| pair.get(1).map_or(pair[0], |second| pair[0] + x * second);
    let pairs = coefficients.chunks(2).zip(powers);
    let terms = pairs.map(|(coefficients, power)| power * pair(coefficients));
    terms.reduce(|sum, term| sum + term).unwrap_or(0.0)
}

/// A numerator and a denominator.
type Rational = (&'static [f64], &'static [f64]);

fn rational((numerator, denominator): Rational, x: f64) -> f64 {
    polynomial_by_pairs(numerator, x) / polynomial_by_pairs(denominator, x)
}

// The rational functions of the error functions: around 0 (in x^2), around 1 (in |x| - 1), and those in the exponent
// from 1.25 on to about 2.86, and further out (in 1/x^2).
const ERF_AROUND_0: Rational = (
    &[
        0.128_379_167_095_512_56,
        -0.325_042_107_247_001_5,
        -0.028_481_749_575_598_51,
        -0.005_770_270_296_489_442,
        -2.376_301_665_665_016_3e-5,
    ],
    &[
        1.0,
        0.397_917_223_959_155_35,
        0.065_022_249_988_767_3,
        0.005_081_306_281_875_766,
        0.000_132_494_738_004_321_64,
        -3.960_228_278_775_368e-6,
    ],
);
const ERF_AROUND_1: Rational = (
    &[
        -0.002_362_118_560_752_659_4,
        0.414_856_118_683_748_33,
        -0.372_207_876_035_701_3,
        0.318_346_619_901_161_75,
        -0.110_894_694_282_396_68,
        0.035_478_304_325_618_236,
        -0.002_166_375_594_868_791,
    ],
    &[
        1.0,
        0.106_420_880_400_844_23,
        0.540_397_917_702_171,
        0.071_828_654_414_196_27,
        0.126_171_219_808_761_64,
        0.013_637_083_912_029_05,
        0.011_984_499_846_799_107,
    ],
);
const ERFC_NEAR: Rational = (
    &[
        -0.009_864_944_034_847_148,
        -0.693_858_572_707_181_8,
        -10.558_626_225_323_291,
        -62.375_332_450_326_006,
        -162.396_669_462_573_47,
        -184.605_092_906_711_04,
        -81.287_435_506_306_6,
        -9.814_329_344_169_145,
    ],
    &[
        1.0,
        19.651_271_667_439_257,
        137.657_754_143_519_04,
        434.565_877_475_229_23,
        645.387_271_733_267_9,
        429.008_140_027_567_83,
        108.635_005_541_779_44,
        6.570_249_770_319_282,
        -0.060_424_415_214_858_1,
    ],
);
const ERFC_FAR: Rational = (
    &[
        -0.009_864_942_924_700_1,
        -0.799_283_237_680_523,
        -17.757_954_917_754_752,
        -160.636_384_855_821_92,
        -637.566_443_368_389_6,
        -1_025.095_131_611_077_2,
        -483.519_191_608_651_4,
    ],
    &[
        1.0,
        30.338_060_743_482_46,
        325.792_512_996_573_9,
        1_536.729_586_084_437,
        3_199.858_219_508_595_5,
        2_553.050_406_433_164_4,
        474.528_541_206_955_37,
        -22.440_952_446_585_82,
    ],
);

/// About the error function of 1, in few digits.
const ERF_OF_1: f64 = 0.845_062_911_510_467_5;
/// What 2 / sqrt(pi) is more than 1.
const ERF_SLOPE: f64 = 0.128_379_167_095_512_6;
/// Where the function around 0 ends, and that around 1.
const ZERO_ENDS: f64 = 0.84375;
const ONE_ENDS: f64 = 1.25;

/// The complementary error function of a float from 1.25 on to where it vanishes.
fn erfc_tail(x: f64) -> f64 {
    let near = x < 1.0 / 0.35;
    let part = rational(if near { ERFC_NEAR } else { ERFC_FAR }, 1.0 / (x * x));
    // The upper half of the digits, whose square is exact.
    let z = f64::from_bits(x.to_bits() & 0xffff_ffff_0000_0000);
    (-z * z - 0.5625).exp() * ((z - x) * (z + x) + part).exp() / x
}

/// The error function.
pub fn erf(x: f64) -> f64 {
    let size = x.abs();
    if size.is_nan() {
        x
    } else if size < 1.0 / LARGE {
        x + ERF_SLOPE * x
    } else if size < ZERO_ENDS {
        x + x * rational(ERF_AROUND_0, x * x)
    } else if size < ONE_ENDS {
        (ERF_OF_1 + rational(ERF_AROUND_1, size - 1.0)).copysign(x)
    } else if size < 6.0 {
        (1.0 - erfc_tail(size)).copysign(x)
    } else {
        1f64.copysign(x)
    }
}

/// The complementary error function.
pub fn erfc(x: f64) -> f64 {
    let size = x.abs();
    if x.is_nan() {
        x
    } else if size < ZERO_ENDS {
        let part = x * rational(ERF_AROUND_0, x * x);
        match x < 0.25 {
            true => 1.0 - (x + part),
            false => 0.5 - (part + (x - 0.5)),
        }
    } else if size < ONE_ENDS {
        let part = rational(ERF_AROUND_1, size - 1.0);
        match x < 0.0 {
            true => 1.0 + (ERF_OF_1 + part),
            false => 1.0 - ERF_OF_1 - part,
        }
    } else if x >= 28.0 {
        0.0
    } else if x > 0.0 {
        erfc_tail(x)
    } else if x > -6.0 {
        2.0 - erfc_tail(size)
    } else {
        2.0
    }
}
