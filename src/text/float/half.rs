//! Floats of half precision: the format `e` of `struct` and `memoryview`.

/// The float that the 16 bits stand for.
pub fn from_half(bits: u16) -> f64 {
    let sign = if bits >> 15 == 1 { -1.0 } else { 1.0 };
    let (exponent, fraction) = (i32::from(bits >> 10 & 0x1f), f64::from(bits & 0x3ff));
    sign * match exponent {
        0 => fraction * 2f64.powi(-24),
        31 if fraction == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        _ => (1024.0 + fraction) * 2f64.powi(exponent - 25),
    }
}

/// The 16 bits nearest to a float, ties to even; nothing for a finite float that is too large.
pub fn to_half(value: f64) -> Option<u16> {
    let sign = u16::from(value.is_sign_negative()) << 15;
    let magnitude = value.abs();
    if value.is_nan() {
        return Some(sign | 0x7e00);
    }
    if magnitude.is_infinite() {
        return Some(sign | 0x7c00);
    }
    // The exponent of the lowest bit: at least that of subnormals.
    let exponent = (magnitude.to_bits() >> 52) as i32 - 1023;
    let lowest = (exponent - 10).max(-24);
    let units = (magnitude * 2f64.powi(-lowest)).round_ties_even() as u32;
    // Counting up from the subnormals, a carry moves into the exponent by itself.
    let bits = if lowest == -24 && units < 0x800 {
        units
    } else {
        units + (((lowest + 24) as u32) << 10)
    };
    (bits < 0x7c00).then_some(sign | bits as u16)
}
