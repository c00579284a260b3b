//! `cmath`: functions of complex numbers. What they give for infinities and NaNs is in `special`.

mod special;

use self::special::{Special, look_up};
use super::NativeModule;
use super::math::special as real_line;
use crate::object::heap::Ref;
use crate::object::table::{Row, method};
use crate::object::value::{PyResult, Raised, Value};
use crate::text::float::complex_arith;
use crate::types::complex::from_object;
use crate::types::dict::Dict;
use crate::types::float::real;
use crate::vm::Vm;
use std::f64::consts::{E, FRAC_PI_2, LN_2, LN_10, PI, TAU};

/// The module.
pub const CMATH: NativeModule = NativeModule {
    name: "cmath",
    doc: "Mathematical functions of complex numbers.",
    functions: FUNCTIONS,
    fill,
};

/// The row of a function of one complex number.
macro_rules! one {
    ($name:literal, $function:expr, $doc:literal) => {
        method(
            concat!($name, "(z, /)"),
            |vm, args| {
                let z = argument(vm, &args[0])?;
                answer(vm, $function(z))
            },
            $doc,
        )
    };
}

/// The row of a question about one complex number.
macro_rules! test {
    ($name:literal, $function:expr, $doc:literal) => {
        method(
            concat!($name, "(z, /)"),
            |vm, args| {
                let (re, im) = argument(vm, &args[0])?;
                Ok(Value::bool($function(re, im)))
            },
            $doc,
        )
    };
}

static FUNCTIONS: &[Row] = &[
    one!("acos", acos, "Return the arc cosine of z."),
    one!("acosh", acosh, "Return the inverse hyperbolic cosine of z."),
    one!("asin", asin, "Return the arc sine of z."),
    one!("asinh", asinh, "Return the inverse hyperbolic sine of z."),
    one!("atan", atan, "Return the arc tangent of z."),
    one!(
        "atanh",
        atanh,
        "Return the inverse hyperbolic tangent of z."
    ),
    one!("cos", cos, "Return the cosine of z."),
    one!("cosh", cosh, "Return the hyperbolic cosine of z."),
    one!("exp", exp, "Return the exponential value e**z."),
    one!("log10", log10, "Return the base-10 logarithm of z."),
    one!("sin", sin, "Return the sine of z."),
    one!("sinh", sinh, "Return the hyperbolic sine of z."),
    one!("sqrt", sqrt, "Return the square root of z."),
    one!("tan", tan, "Return the tangent of z."),
    one!("tanh", tanh, "Return the hyperbolic tangent of z."),
    method(
        "log(z, base=<unrepresentable>, /)",
        log_row,
        "The logarithm of z to the given base, or the natural one.",
    ),
    method("phase(z, /)", phase, "The angle of z in polar coordinates."),
    method(
        "polar(z, /)",
        polar,
        "z in polar coordinates: the length and the angle.",
    ),
    method(
        "rect(r, phi, /)",
        rect,
        "The complex number of polar coordinates.",
    ),
    method(
        "isclose(a, b, *, rel_tol=<unrepresentable>, abs_tol=<unrepresentable>)",
        isclose,
        "Whether two complex numbers are close to each other.",
    )
    .told("($module, /, a, b, *, rel_tol=1e-09, abs_tol=0.0)"),
    test!(
        "isfinite",
        |re: f64, im: f64| re.is_finite() && im.is_finite(),
        "Whether both parts of z are finite."
    ),
    test!(
        "isinf",
        |re: f64, im: f64| re.is_infinite() || im.is_infinite(),
        "Whether a part of z is infinite."
    ),
    test!(
        "isnan",
        |re: f64, im: f64| re.is_nan() || im.is_nan(),
        "Whether a part of z is not a number."
    ),
];

fn fill(vm: &Vm, namespace: &Ref<Dict>) -> PyResult<()> {
    for (name, value) in [
        ("pi", Value::float(PI)),
        ("e", Value::float(E)),
        ("tau", Value::float(TAU)),
        ("inf", Value::float(f64::INFINITY)),
        ("infj", vm.complex(0.0, f64::INFINITY)),
        ("nan", Value::float(f64::NAN)),
        ("nanj", vm.complex(0.0, f64::NAN)),
    ] {
        drop(namespace.set_name(&vm.intern(name), value));
    }
    Ok(())
}

type Complex = (f64, f64);

/// Why there is no answer.
enum Failure {
    Domain,
    Range,
}

type Answer = Result<Complex, Failure>;

fn argument(vm: &Vm, value: &Value) -> PyResult<Complex> {
    let z = from_object(vm, value)?;
    Ok((z.re, z.im))
}

fn raise(vm: &Vm, failure: Failure) -> Raised {
    match failure {
        Failure::Domain => vm.value_error("math domain error"),
        Failure::Range => vm.overflow_error("math range error"),
    }
}

fn answer(vm: &Vm, answer: Answer) -> PyResult {
    match answer {
        Ok((re, im)) => Ok(vm.complex(re, im)),
        Err(failure) => Err(raise(vm, failure)),
    }
}

fn is_finite((re, im): Complex) -> bool {
    re.is_finite() && im.is_finite()
}

fn from_table(table: &Special, (re, im): Complex) -> Answer {
    look_up(table, re, im).ok_or(Failure::Domain)
}

/// The result of finite arguments: an infinity is an overflow.
fn in_range(z: Complex) -> Answer {
    match z.0.is_infinite() || z.1.is_infinite() {
        true => Err(Failure::Range),
        false => Ok(z),
    }
}

/// Larger ones may overflow when they are squared or added.
const LARGE: f64 = f64::MAX / 4.0;
/// The square root of the above.
const LARGE_ROOT: f64 = 6.7e153;
/// The square root of the smallest normal number.
const SMALL_ROOT: f64 = 1.4916681462400413e-154;
/// The logarithm of `LARGE`.
const LARGE_LOG: f64 = 708.39;

// ---------------------------------------------------------------------------------------------
// Roots and logarithms

fn sqrt(z: Complex) -> Answer {
    let (re, im) = z;
    if !is_finite(z) {
        return from_table(&special::SQRT, z);
    }
    if re == 0.0 && im == 0.0 {
        return Ok((0.0, im));
    }
    let (ax, ay) = (re.abs(), im.abs());
    let s = if ax < f64::MIN_POSITIVE && ay < f64::MIN_POSITIVE && (ax > 0.0 || ay > 0.0) {
        // Subnormal numbers are brought up first.
        let ax = libm::ldexp(ax, 54);
        let length = ax.hypot(libm::ldexp(ay, 54));
        libm::ldexp((ax + length).sqrt(), -27) / 2f64.sqrt()
    } else {
        let ax = ax / 8.0;
        2.0 * (ax + ax.hypot(ay / 8.0)).sqrt()
    };
    let d = ay / (2.0 * s);
    Ok(match re >= 0.0 {
        true => (s, d.copysign(im)),
        false => (d, s.copysign(im)),
    })
}

fn log(z: Complex) -> Answer {
    let (re, im) = z;
    if !is_finite(z) {
        return from_table(&special::LOG, z);
    }
    let (ax, ay) = (re.abs(), im.abs());
    let length = if ax > LARGE || ay > LARGE {
        (ax / 2.0).hypot(ay / 2.0).ln() + LN_2
    } else if ax < f64::MIN_POSITIVE && ay < f64::MIN_POSITIVE {
        if ax == 0.0 && ay == 0.0 {
            return Err(Failure::Domain);
        }
        libm::ldexp(ax, 53).hypot(libm::ldexp(ay, 53)).ln() - 53.0 * LN_2
    } else {
        let h = ax.hypot(ay);
        if (0.71..=1.73).contains(&h) {
            // Near 1 the logarithm is that of what is over.
            let (most, least) = if ax > ay { (ax, ay) } else { (ay, ax) };
            ((most - 1.0) * (most + 1.0) + least * least).ln_1p() / 2.0
        } else {
            h.ln()
        }
    };
    Ok((length, im.atan2(re)))
}

fn log10(z: Complex) -> Answer {
    let (re, im) = log(z)?;
    Ok((re / LN_10, im / LN_10))
}

fn log_row(vm: &Vm, args: &[Value]) -> PyResult {
    let z = log(argument(vm, &args[0])?).map_err(|failure| raise(vm, failure))?;
    if args[1].is_unbound() {
        return Ok(vm.complex(z.0, z.1));
    }
    let base = log(argument(vm, &args[1])?).map_err(|failure| raise(vm, failure))?;
    answer(vm, complex_arith::div(z, base).map_err(|_| Failure::Domain))
}

// ---------------------------------------------------------------------------------------------
// Exponential and hyperbolic functions

/// For an infinite real and a finite imaginary part that is not 0: infinities by the signs of the
/// angle's cosine and sine.
fn signs(magnitude: f64, angle: f64) -> Complex {
    (
        magnitude.copysign(angle.cos()),
        magnitude.copysign(angle.sin()),
    )
}

fn exp(z: Complex) -> Answer {
    let (re, im) = z;
    if re.is_infinite() && im.is_finite() && im != 0.0 {
        return Ok(signs(if re > 0.0 { f64::INFINITY } else { 0.0 }, im));
    }
    if !is_finite(z) {
        return from_table(&special::EXP, z);
    }
    in_range(if re > LARGE_LOG {
        let length = (re - 1.0).exp();
        (length * im.cos() * E, length * im.sin() * E)
    } else {
        let length = re.exp();
        (length * im.cos(), length * im.sin())
    })
}

fn cosh(z: Complex) -> Answer {
    let (re, im) = z;
    if re.is_infinite() && im.is_finite() && im != 0.0 {
        let (x, y) = signs(f64::INFINITY, im);
        return Ok((x, if re > 0.0 { y } else { -y }));
    }
    if !is_finite(z) {
        return from_table(&special::COSH, z);
    }
    in_range(if re.abs() > LARGE_LOG {
        let less = re - 1f64.copysign(re);
        (im.cos() * less.cosh() * E, im.sin() * less.sinh() * E)
    } else {
        (im.cos() * re.cosh(), im.sin() * re.sinh())
    })
}

fn sinh(z: Complex) -> Answer {
    let (re, im) = z;
    if re.is_infinite() && im.is_finite() && im != 0.0 {
        let (x, y) = signs(f64::INFINITY, im);
        return Ok((if re > 0.0 { x } else { -x }, y));
    }
    if !is_finite(z) {
        return from_table(&special::SINH, z);
    }
    in_range(if re.abs() > LARGE_LOG {
        let less = re - 1f64.copysign(re);
        (im.cos() * less.sinh() * E, im.sin() * less.cosh() * E)
    } else {
        (im.cos() * re.sinh(), im.sin() * re.cosh())
    })
}

fn tanh(z: Complex) -> Answer {
    let (re, im) = z;
    if re.is_infinite() && im.is_finite() && im != 0.0 {
        return Ok((1f64.copysign(re), 0f64.copysign(2.0 * im.sin() * im.cos())));
    }
    if !is_finite(z) {
        return from_table(&special::TANH, z);
    }
    Ok(if re.abs() > LARGE_LOG {
        let im = 4.0 * im.sin() * im.cos() * (-2.0 * re.abs()).exp();
        (1f64.copysign(re), im)
    } else {
        let (tx, ty, secant) = (re.tanh(), im.tan(), 1.0 / re.cosh());
        let divisor = 1.0 + (tx * ty) * (tx * ty);
        (
            tx * (1.0 + ty * ty) / divisor,
            ty / divisor * secant * secant,
        )
    })
}

/// A function of an angle by the one of the area: `f(z) = -i g(iz)`.
fn rotated(function: fn(Complex) -> Answer, (re, im): Complex) -> Answer {
    let (x, y) = function((-im, re))?;
    Ok((y, -x))
}

fn sin(z: Complex) -> Answer {
    rotated(sinh, z)
}

fn cos((re, im): Complex) -> Answer {
    cosh((-im, re))
}

fn tan(z: Complex) -> Answer {
    rotated(tanh, z)
}

// ---------------------------------------------------------------------------------------------
// Inverse functions

/// The logarithm of twice the length of what is too large to be squared.
fn large_log((re, im): Complex) -> f64 {
    (re / 2.0).hypot(im / 2.0).ln() + 2.0 * LN_2
}

fn is_large((re, im): Complex) -> bool {
    re.abs() > LARGE || im.abs() > LARGE
}

fn acos(z: Complex) -> Answer {
    let (re, im) = z;
    if !is_finite(z) {
        return from_table(&special::ACOS, z);
    }
    if is_large(z) {
        let length = large_log(z);
        let y = if im.is_sign_negative() {
            length
        } else {
            -length
        };
        return Ok((im.abs().atan2(re), y));
    }
    let (a, b) = (sqrt((1.0 - re, -im))?, sqrt((1.0 + re, im))?);
    Ok((
        2.0 * a.0.atan2(b.0),
        real_line::asinh(b.0 * a.1 - b.1 * a.0),
    ))
}

fn acosh(z: Complex) -> Answer {
    let (re, im) = z;
    if !is_finite(z) {
        return from_table(&special::ACOSH, z);
    }
    if is_large(z) {
        return Ok((large_log(z), im.atan2(re)));
    }
    let (a, b) = (sqrt((re - 1.0, im))?, sqrt((re + 1.0, im))?);
    Ok((
        real_line::asinh(a.0 * b.0 + a.1 * b.1),
        2.0 * a.1.atan2(b.0),
    ))
}

fn asin(z: Complex) -> Answer {
    rotated(asinh, z)
}

fn asinh(z: Complex) -> Answer {
    let (re, im) = z;
    if !is_finite(z) {
        return from_table(&special::ASINH, z);
    }
    if is_large(z) {
        return Ok((large_log(z).copysign(re), im.atan2(re.abs())));
    }
    let (a, b) = (sqrt((1.0 + im, -re))?, sqrt((1.0 - im, re))?);
    Ok((
        real_line::asinh(a.0 * b.1 - b.0 * a.1),
        im.atan2(a.0 * b.0 - a.1 * b.1),
    ))
}

fn atan(z: Complex) -> Answer {
    rotated(atanh, z)
}

fn atanh(z: Complex) -> Answer {
    let (re, im) = z;
    if !is_finite(z) {
        return from_table(&special::ATANH, z);
    }
    if re.is_sign_negative() {
        let (x, y) = atanh((-re, -im))?;
        return Ok((-x, -y));
    }
    let ay = im.abs();
    if re > LARGE_ROOT || ay > LARGE_ROOT {
        let length = (re / 2.0).hypot(im / 2.0);
        return Ok((re / 4.0 / length / length, FRAC_PI_2.copysign(im)));
    }
    if re == 1.0 && ay < SMALL_ROOT {
        if ay == 0.0 {
            return Err(Failure::Domain);
        }
        let x = -(ay.sqrt() / ay.hypot(2.0).sqrt()).ln();
        return Ok((x, (2f64.atan2(-ay) / 2.0).copysign(im)));
    }
    let left = (1.0 - re) * (1.0 - re) + ay * ay;
    let y = -(-2.0 * im).atan2((1.0 - re) * (1.0 + re) - ay * ay) / 2.0;
    Ok(((4.0 * re / left).ln_1p() / 4.0, y))
}

// ---------------------------------------------------------------------------------------------
// Polar coordinates, closeness

fn phase(vm: &Vm, args: &[Value]) -> PyResult {
    let (re, im) = argument(vm, &args[0])?;
    Ok(Value::float(im.atan2(re)))
}

fn polar(vm: &Vm, args: &[Value]) -> PyResult {
    let (re, im) = argument(vm, &args[0])?;
    let length = re.hypot(im);
    if length.is_infinite() && is_finite((re, im)) {
        return Err(raise(vm, Failure::Range));
    }
    Ok(vm.tuple(vec![Value::float(length), Value::float(im.atan2(re))]))
}

fn rect(vm: &Vm, args: &[Value]) -> PyResult {
    let (r, phi) = (real(vm, &args[0])?, real(vm, &args[1])?);
    if r.is_infinite() && phi.is_finite() && phi != 0.0 {
        let (x, y) = signs(f64::INFINITY, phi);
        let sign = 1f64.copysign(r);
        return Ok(vm.complex(sign * x, sign * y));
    }
    if !is_finite((r, phi)) {
        return answer(vm, from_table(&special::RECT, (r, phi)));
    }
    // So that a 0 keeps its sign.
    Ok(match phi == 0.0 {
        true => vm.complex(r, r * phi),
        false => vm.complex(r * phi.cos(), r * phi.sin()),
    })
}

fn isclose(vm: &Vm, args: &[Value]) -> PyResult {
    let (a, b) = (argument(vm, &args[0])?, argument(vm, &args[1])?);
    let tolerance = |value: &Value, default: f64| match value {
        Value::Unbound => Ok(default),
        value => real(vm, value),
    };
    let (relative, absolute) = (tolerance(&args[2], 1e-9)?, tolerance(&args[3], 0.0)?);
    if relative < 0.0 || absolute < 0.0 {
        return Err(vm.value_error("tolerances must be non-negative"));
    }
    let infinite = |z: Complex| z.0.is_infinite() || z.1.is_infinite();
    if a == b || infinite(a) || infinite(b) {
        return Ok(Value::bool(a == b));
    }
    let difference = (a.0 - b.0).hypot(a.1 - b.1);
    let close = difference <= relative * b.0.hypot(b.1)
        || difference <= relative * a.0.hypot(a.1)
        || difference <= absolute;
    Ok(Value::bool(close))
}
