//! `math`: functions of floats, and some of integers. What floats and ints do themselves is in their
//! types' files.

pub(super) mod special;

use super::NativeModule;
use crate::object::descriptor::call_bound;
use crate::object::heap::Kind;
use crate::object::heap::Ref;
use crate::object::ops;
use crate::object::special::Special;
use crate::object::table::{Method, Row, method};
use crate::object::value::{PyResult, Raised, Value};
use crate::text::int::{Int, IntRef};
use crate::types::args::OrRaise;
use crate::types::dict::Dict;
use crate::types::float::real;
use crate::types::int::{from_int, int_ref};
use crate::types::int_work;
use crate::types::tuple::Tuple;
use crate::vm::Vm;
use smallvec::SmallVec;

/// The module.
pub const MATH: NativeModule = NativeModule {
    name: "math",
    doc: "Mathematical functions of real numbers.",
    functions: FUNCTIONS,
    fill,
};

fn fill(vm: &Vm, namespace: &Ref<Dict>) -> PyResult<()> {
    use std::f64::consts;
    for (name, value) in [
        ("pi", consts::PI),
        ("e", consts::E),
        ("tau", consts::TAU),
        ("inf", f64::INFINITY),
        ("nan", f64::NAN),
    ] {
        drop(namespace.set_name(&vm.intern(name), Value::float(value)));
    }
    Ok(())
}

fn domain(vm: &Vm) -> Raised {
    vm.value_error("math domain error")
}

fn range(vm: &Vm) -> Raised {
    vm.overflow_error("math range error")
}

/// A function of one float. An infinite result of a finite argument is an overflow or a pole.
fn unary(vm: &Vm, args: &[Value], function: fn(f64) -> f64, overflows: bool) -> PyResult {
    let x = real(vm, &args[0])?;
    let result = function(x);
    if result.is_nan() && !x.is_nan() || result.is_infinite() && x.is_finite() && !overflows {
        return Err(domain(vm));
    }
    if result.is_infinite() && x.is_finite() {
        return Err(range(vm));
    }
    Ok(Value::float(result))
}

macro_rules! unary_rows {
    ($($name:literal $function:expr, $overflows:literal, $doc:literal;)*) => {
        &[$({
            const FUNCTION: Method = |vm, args| unary(vm, args, $function, $overflows);
            method(concat!($name, "(x, /)"), FUNCTION, $doc)
        },)*]
    };
}

const UNARY: &[Row] = unary_rows! {
    "acos" f64::acos, false, "The arc cosine, in radians.";
    "acosh" special::acosh, false, "The inverse hyperbolic cosine.";
    "asin" f64::asin, false, "The arc sine, in radians.";
    "asinh" special::asinh, false, "The inverse hyperbolic sine.";
    "atan" f64::atan, false, "The arc tangent, in radians.";
    "atanh" special::atanh, false, "The inverse hyperbolic tangent.";
    "cbrt" f64::cbrt, false, "The cube root.";
    "cos" f64::cos, false, "The cosine of x radians.";
    "cosh" f64::cosh, true, "The hyperbolic cosine.";
    "erf" special::erf, false, "The error function.";
    "erfc" special::erfc, false, "The complementary error function.";
    "exp" f64::exp, true, "e to the power of x.";
    "exp2" f64::exp2, true, "2 to the power of x.";
    "expm1" f64::exp_m1, true, "exp(x) - 1, exact near 0.";
    "fabs" f64::abs, false, "The absolute value, a float.";
    "log1p" f64::ln_1p, false, "The natural logarithm of 1 + x, exact near 0.";
    "sin" f64::sin, false, "The sine of x radians.";
    "sinh" f64::sinh, true, "The hyperbolic sine.";
    "sqrt" f64::sqrt, false, "The square root.";
    "tan" f64::tan, false, "The tangent of x radians.";
    "tanh" f64::tanh, false, "The hyperbolic tangent.";
};

const OTHERS: &[Row] = &[
    method(
        "atan2(y, x, /)",
        |vm, a| Ok(Value::float(real(vm, &a[0])?.atan2(real(vm, &a[1])?))),
        "The angle of the point (x, y).",
    ),
    method(
        "copysign(x, y, /)",
        |vm, a| Ok(Value::float(real(vm, &a[0])?.copysign(real(vm, &a[1])?))),
        "x with the sign of y.",
    ),
    method(
        "degrees(x, /)",
        |vm, a| {
            Ok(Value::float(
                real(vm, &a[0])? * (180.0 / std::f64::consts::PI),
            ))
        },
        "Radians to degrees.",
    ),
    method(
        "radians(x, /)",
        |vm, a| {
            Ok(Value::float(
                real(vm, &a[0])? * (std::f64::consts::PI / 180.0),
            ))
        },
        "Degrees to radians.",
    ),
    method(
        "isfinite(x, /)",
        |vm, a| Ok(Value::bool(real(vm, &a[0])?.is_finite())),
        "Whether x is neither infinite nor a NaN.",
    ),
    method(
        "isinf(x, /)",
        |vm, a| Ok(Value::bool(real(vm, &a[0])?.is_infinite())),
        "Whether x is infinite.",
    ),
    method(
        "isnan(x, /)",
        |vm, a| Ok(Value::bool(real(vm, &a[0])?.is_nan())),
        "Whether x is a NaN.",
    ),
    method(
        "ceil(x, /)",
        |vm, a| rounded(vm, &a[0], Special::Ceil, f64::ceil),
        "The least integer not below x.",
    ),
    method(
        "floor(x, /)",
        |vm, a| rounded(vm, &a[0], Special::Floor, f64::floor),
        "The greatest integer not above x.",
    ),
    method("trunc(x, /)", trunc, "x without its fraction."),
    method("fmod(x, y, /)", fmod, "The remainder with the sign of x."),
    method(
        "remainder(x, y, /)",
        remainder,
        "The difference of x and the nearest multiple of y.",
    ),
    method("pow(x, y, /)", pow, "x to the power of y, as floats."),
    method("frexp(x, /)", frexp, "The pair (m, e) with x == m * 2**e."),
    method("ldexp(x, i, /)", ldexp, "x * 2**i."),
    method(
        "modf(x, /)",
        modf,
        "The fraction and the integer part, as floats.",
    ),
    method(
        "log(x, base=<unrepresentable>, /)",
        log,
        "The logarithm, natural unless a base is given.",
    )
    .untold(),
    method(
        "log2(x, /)",
        |vm, a| logarithm(vm, &a[0], f64::log2).map(Value::float),
        "The logarithm to base 2.",
    ),
    method(
        "log10(x, /)",
        |vm, a| logarithm(vm, &a[0], f64::log10).map(Value::float),
        "The logarithm to base 10.",
    ),
    method("fsum(seq, /)", fsum, "The sum of floats, rounded once."),
    method(
        "prod(iterable, /, *, start=1)",
        prod,
        "The product of all values.",
    ),
    method(
        "sumprod(p, q, /)",
        sumprod,
        "The sum of the products of pairs.",
    ),
    method(
        "gcd(*integers)",
        |vm, args| gcd(vm, collected(args)),
        "The greatest common divisor.",
    )
    .told("($module, *integers)")
    .quickly(gcd),
    method(
        "lcm(*integers)",
        |vm, args| lcm(vm, collected(args)),
        "The least common multiple.",
    )
    .told("($module, *integers)")
    .quickly(lcm),
    method("isqrt(n, /)", isqrt, "The integer part of the square root."),
    method("factorial(n, /)", factorial, "The product of 1 to n."),
    method(
        "comb(n, k, /)",
        comb,
        "In how many ways k of n can be chosen.",
    ),
    method(
        "perm(n, k=None, /)",
        perm,
        "In how many ways k of n can be arranged.",
    ),
    method(
        "isclose(a, b, *, rel_tol=<unrepresentable>, abs_tol=<unrepresentable>)",
        isclose,
        "Whether two numbers are nearly the same.",
    )
    .told("($module, /, a, b, *, rel_tol=1e-09, abs_tol=0.0)"),
    method(
        "hypot(*coordinates)",
        |vm, args| hypot(vm, collected(args)),
        "The distance of a point from the origin.",
    )
    .untold()
    .quickly(hypot),
    method("dist(p, q, /)", dist, "The distance of two points."),
    method(
        "lgamma(x, /)",
        lgamma,
        "The logarithm of the gamma function's absolute value.",
    ),
    method("gamma(x, /)", gamma, "The gamma function."),
    method("ulp(x, /)", ulp, "The value of the least significant bit."),
    method(
        "nextafter(x, y, /, *, steps=None)",
        nextafter,
        "The next float after x towards y.",
    ),
    method("fma(x, y, z, /)", fma, "x * y + z, rounded once."),
];

const FUNCTIONS: &[Row] = &{
    const LEN: usize = UNARY.len() + OTHERS.len();
    let mut rows = [UNARY[0]; LEN];
    let mut at = 0;
    while at < LEN {
        rows[at] = if at < UNARY.len() {
            UNARY[at]
        } else {
            OTHERS[at - UNARY.len()]
        };
        at += 1;
    }
    rows
};

// ---------------------------------------------------------------------------------------------
// Floats

fn rounded(vm: &Vm, value: &Value, special: Special, round: fn(f64) -> f64) -> PyResult {
    match value {
        Value::Int(_) => return Ok(value.clone()),
        Value::Float(f) if f.get().abs() < 9e15 => return Ok(Value::Int(round(f.get()) as i64)),
        _ => {}
    }
    if !matches!(value, Value::Float(_))
        && let Some(method) = vm.class_of(value).special(vm, special)
    {
        return call_bound(vm, method, value, &[]);
    }
    let rounded = round(real(vm, value)?);
    crate::types::int::from_object(vm, &Value::float(rounded))
}

fn trunc(vm: &Vm, args: &[Value]) -> PyResult {
    match vm.class_of(&args[0]).special(vm, Special::Trunc) {
        Some(method) => call_bound(vm, method, &args[0], &[]),
        None => Err(vm.type_error(format!(
            "type {} doesn't define __trunc__ method",
            vm.type_name(&args[0])
        ))),
    }
}

fn fmod(vm: &Vm, args: &[Value]) -> PyResult {
    let (x, y) = (real(vm, &args[0])?, real(vm, &args[1])?);
    let result = x % y;
    if result.is_nan() && !x.is_nan() && !y.is_nan() {
        return Err(domain(vm));
    }
    Ok(Value::float(result))
}

fn remainder(vm: &Vm, args: &[Value]) -> PyResult {
    let (x, y) = (real(vm, &args[0])?, real(vm, &args[1])?);
    let result = libm::remainder(x, y);
    if result.is_nan() && !x.is_nan() && !y.is_nan() {
        return Err(domain(vm));
    }
    Ok(Value::float(result))
}

fn pow(vm: &Vm, args: &[Value]) -> PyResult {
    let (x, y) = (real(vm, &args[0])?, real(vm, &args[1])?);
    let result = x.powf(y);
    if x.is_finite() && y.is_finite() {
        if result.is_nan() || result.is_infinite() && x == 0.0 {
            return Err(domain(vm));
        }
        if result.is_infinite() {
            return Err(range(vm));
        }
    }
    Ok(Value::float(result))
}

fn frexp(vm: &Vm, args: &[Value]) -> PyResult {
    let x = real(vm, &args[0])?;
    let (mantissa, exponent) = libm::frexp(x);
    let exponent = if x.is_finite() { exponent } else { 0 };
    Ok(vm.tuple(vec![
        Value::float(mantissa),
        Value::Int(i64::from(exponent)),
    ]))
}

fn ldexp(vm: &Vm, args: &[Value]) -> PyResult {
    let x = real(vm, &args[0])?;
    let Some(exponent) = int_ref(&args[1]) else {
        return Err(vm.type_error("Expected an int as second argument to ldexp."));
    };
    let bound = if exponent.is_negative() {
        -10_000
    } else {
        10_000
    };
    let exponent = exponent.to_i64().unwrap_or(bound).clamp(-10_000, 10_000);
    let result = libm::ldexp(x, exponent as i32);
    if result.is_infinite() && x.is_finite() {
        return Err(range(vm));
    }
    Ok(Value::float(result))
}

fn modf(vm: &Vm, args: &[Value]) -> PyResult {
    let x = real(vm, &args[0])?;
    let fraction = if x.is_infinite() { 0.0 } else { x.fract() };
    Ok(vm.tuple(vec![
        Value::float(fraction.copysign(x)),
        Value::float(x.trunc()),
    ]))
}

fn logarithm(vm: &Vm, value: &Value, function: fn(f64) -> f64) -> PyResult<f64> {
    if let Some(int) = int_ref(value) {
        if int.is_negative() || int.is_zero() {
            return Err(domain(vm));
        }
        if let Ok(x) = int.to_f64() {
            return Ok(function(x));
        }
        // Too large for a float: the logarithm of the leading bits as a fraction, and that of the rest.
        let bits = int.bit_length();
        let head = int.shr(IntRef::from(bits as i64 - 64)).or_raise(vm)?;
        let head = libm::ldexp(IntRef::from(&head).to_f64().or_raise(vm)?, -64);
        return Ok(function(head) + function(2.0) * bits as f64);
    }
    let x = real(vm, value)?;
    if x <= 0.0 {
        return Err(domain(vm));
    }
    Ok(function(x))
}

fn log(vm: &Vm, args: &[Value]) -> PyResult {
    let x = logarithm(vm, &args[0], f64::ln)?;
    if args[1].is_unbound() {
        return Ok(Value::float(x));
    }
    let base = logarithm(vm, &args[1], f64::ln)?;
    if base == 0.0 {
        return Err(vm.zero_division_error("float division by zero"));
    }
    Ok(Value::float(x / base))
}

/// Adds to a sum that is kept as floats whose bits don't overlap.
fn add_exactly(partials: &mut Vec<f64>, mut x: f64) {
    let mut kept = 0;
    for at in 0..partials.len() {
        let mut y = partials[at];
        if x.abs() < y.abs() {
            std::mem::swap(&mut x, &mut y);
        }
        let high = x + y;
        let low = y - (high - x);
        if low != 0.0 {
            partials[kept] = low;
            kept += 1;
        }
        x = high;
    }
    partials.truncate(kept);
    partials.push(x);
}

/// The sum of such floats, rounded once, half to even.
fn rounded_sum(partials: &[f64]) -> f64 {
    let Some((&last, rest)) = partials.split_last() else {
        return 0.0;
    };
    let (mut high, mut low, mut at) = (last, 0.0, rest.len());
    while at > 0 {
        at -= 1;
        let (x, y) = (high, rest[at]);
        high = x + y;
        low = y - (high - x);
        if low != 0.0 {
            break;
        }
    }
    if at > 0 && (low < 0.0 && rest[at - 1] < 0.0 || low > 0.0 && rest[at - 1] > 0.0) {
        let twice = low * 2.0;
        let next = high + twice;
        if twice == next - high {
            high = next;
        }
    }
    high
}

fn fsum(vm: &Vm, args: &[Value]) -> PyResult {
    let mut partials = Vec::new();
    let (mut special, mut infinities) = (0.0, 0.0);
    ops::for_each(vm, &args[0], |item| {
        let x = real(vm, &item)?;
        if x.is_finite() {
            add_exactly(&mut partials, x);
            if partials.iter().any(|p| !p.is_finite()) {
                return Err(vm.overflow_error("intermediate overflow in fsum"));
            }
        } else {
            special += x;
            infinities += if x.is_infinite() { x } else { 0.0 };
        }
        Ok(true)
    })?;
    if f64::is_nan(infinities) {
        return Err(vm.value_error("-inf + inf in fsum"));
    }
    if special != 0.0 {
        return Ok(Value::float(special));
    }
    Ok(Value::float(rounded_sum(&partials)))
}

fn norm(coordinates: &[f64]) -> f64 {
    if coordinates.iter().any(|x| x.is_infinite()) {
        return f64::INFINITY;
    }
    let largest = coordinates.iter().fold(0.0, |a: f64, x| {
        if x.is_nan() || a.is_nan() {
            f64::NAN
        } else {
            a.max(x.abs())
        }
    });
    if largest == 0.0 || largest.is_nan() {
        return largest;
    }
    let (_, exponent) = libm::frexp(largest);
    let mut partials = Vec::with_capacity(8);
    for x in coordinates {
        let x = libm::ldexp(*x, -exponent);
        let square = x * x;
        add_exactly(&mut partials, square);
        add_exactly(&mut partials, x.mul_add(x, -square));
    }
    let root = rounded_sum(&partials).sqrt();
    // One step of Newton's method with the exact rest.
    let square = root * root;
    add_exactly(&mut partials, -square);
    add_exactly(&mut partials, -root.mul_add(root, -square));
    libm::ldexp(root + rounded_sum(&partials) / (2.0 * root), exponent)
}

fn hypot(vm: &Vm, items: &[Value]) -> PyResult {
    let mut coordinates: SmallVec<[f64; 4]> = SmallVec::with_capacity(items.len());
    for x in items {
        coordinates.push(real(vm, x)?);
    }
    Ok(Value::float(norm(&coordinates)))
}

fn dist(vm: &Vm, args: &[Value]) -> PyResult {
    let (p, q) = (ops::collect(vm, &args[0])?, ops::collect(vm, &args[1])?);
    if p.len() != q.len() {
        return Err(vm.value_error("both points must have the same number of dimensions"));
    }
    let mut differences = Vec::with_capacity(p.len());
    for (p, q) in p.iter().zip(&q) {
        differences.push(real(vm, p)? - real(vm, q)?);
    }
    Ok(Value::float(norm(&differences)))
}

fn isclose(vm: &Vm, args: &[Value]) -> PyResult {
    let (a, b) = (real(vm, &args[0])?, real(vm, &args[1])?);
    let tolerance = |value: &Value, default: f64| match value {
        Value::Unbound => Ok(default),
        value => real(vm, value),
    };
    let (relative, absolute) = (tolerance(&args[2], 1e-9)?, tolerance(&args[3], 0.0)?);
    if relative < 0.0 || absolute < 0.0 {
        return Err(vm.value_error("tolerances must be non-negative"));
    }
    if a == b || a.is_infinite() || b.is_infinite() {
        return Ok(Value::bool(a == b));
    }
    let difference = (b - a).abs();
    let close = difference <= (relative * b).abs()
        || difference <= (relative * a).abs()
        || difference <= absolute;
    Ok(Value::bool(close))
}

fn lgamma(vm: &Vm, args: &[Value]) -> PyResult {
    let x = real(vm, &args[0])?;
    if x <= 0.0 && x == x.floor() && x.is_finite() {
        return Err(domain(vm));
    }
    if x.is_infinite() {
        return Ok(Value::float(f64::INFINITY));
    }
    match special::ln_gamma(x) {
        result if result.is_infinite() => Err(range(vm)),
        result => Ok(Value::float(result)),
    }
}

fn gamma(vm: &Vm, args: &[Value]) -> PyResult {
    let x = real(vm, &args[0])?;
    if x == f64::NEG_INFINITY || x <= 0.0 && x == x.floor() {
        return Err(domain(vm));
    }
    let result = special::gamma(x);
    if result.is_infinite() && x.is_finite() {
        return Err(range(vm));
    }
    Ok(Value::float(result))
}

fn ulp(vm: &Vm, args: &[Value]) -> PyResult {
    let x = real(vm, &args[0])?.abs();
    if !x.is_finite() {
        return Ok(Value::float(x));
    }
    let next = x.next_up();
    Ok(Value::float(if next.is_infinite() {
        x - x.next_down()
    } else {
        next - x
    }))
}

fn nextafter(vm: &Vm, args: &[Value]) -> PyResult {
    let (x, y) = (real(vm, &args[0])?, real(vm, &args[1])?);
    if args[2].is_none() {
        return Ok(Value::float(libm::nextafter(x, y)));
    }
    let steps = ops::index(vm, &args[2])?;
    if crate::types::int::is_negative(&steps) {
        return Err(vm.value_error("steps must be a non-negative integer"));
    }
    let steps = int_ref(&steps)
        .and_then(|int| int.to_u64())
        .unwrap_or(u64::MAX);
    if steps == 0 || x.is_nan() {
        return Ok(Value::float(x));
    }
    if y.is_nan() || x == y {
        return Ok(Value::float(y));
    }
    Ok(Value::float(steps_towards(x, y, steps)))
}

/// The float that many steps from `x` on the way to `y`, at most `y`. Neither is a NaN.
fn steps_towards(x: f64, y: f64, steps: u64) -> f64 {
    // Floats of one sign are in the order of their bits.
    let (from, to) = (i128::from(x.abs().to_bits()), i128::from(y.abs().to_bits()));
    let signed = |sign: f64, bits: i128| if sign.is_sign_negative() { -bits } else { bits };
    let (from, to) = (signed(x, from), signed(y, to));
    let steps = i128::from(steps);
    if (to - from).abs() <= steps {
        return y;
    }
    let at = if to > from {
        from + steps
    } else {
        from - steps
    };
    let magnitude = f64::from_bits(at.unsigned_abs() as u64);
    let negative = at < 0 || at == 0 && x.is_sign_negative();
    if negative { -magnitude } else { magnitude }
}

fn fma(vm: &Vm, args: &[Value]) -> PyResult {
    let (x, y, z) = (
        real(vm, &args[0])?,
        real(vm, &args[1])?,
        real(vm, &args[2])?,
    );
    let result = x.mul_add(y, z);
    if result.is_nan() && !x.is_nan() && !y.is_nan() && !z.is_nan() {
        return Err(vm.value_error("invalid operation in fma"));
    }
    if result.is_infinite() && x.is_finite() && y.is_finite() && z.is_finite() {
        return Err(vm.overflow_error("overflow in fma"));
    }
    Ok(Value::float(result))
}

// ---------------------------------------------------------------------------------------------
// Integers

fn prod(vm: &Vm, args: &[Value]) -> PyResult {
    let mut product = args[1].clone();
    ops::for_each(vm, &args[0], |item| {
        product = ops::binary(vm, &ops::MUL, &product, &item)?;
        Ok(true)
    })?;
    Ok(product)
}

fn sumprod(vm: &Vm, args: &[Value]) -> PyResult {
    let (p, q) = (ops::iter(vm, &args[0])?, ops::iter(vm, &args[1])?);
    let mut sum = SumOfProducts::default();
    loop {
        vm.tick()?;
        match (ops::next(vm, &p)?, ops::next(vm, &q)?) {
            (Some(a), Some(b)) => sum.add(vm, &a, &b)?,
            (None, None) => break,
            _ => return Err(vm.value_error("Inputs are not the same length")),
        }
    }
    sum.finish_floats(vm)?;
    Ok(sum.total)
}

/// `sumprod` as far as it has come: small ints are added first, then the products of floats exactly for as
/// long as there is a float in every pair, the rest as Python adds numbers.
struct SumOfProducts {
    total: Value,
    partials: Vec<f64>,
    /// The partials before the last product, to go back to when that is too much.
    before: Vec<f64>,
    takes_ints: bool,
    takes_floats: bool,
}

impl Default for SumOfProducts {
    fn default() -> SumOfProducts {
        SumOfProducts {
            total: Value::Int(0),
            partials: Vec::new(),
            before: Vec::new(),
            takes_ints: true,
            takes_floats: true,
        }
    }
}

impl SumOfProducts {
    fn add(&mut self, vm: &Vm, a: &Value, b: &Value) -> PyResult<()> {
        if self.takes_ints {
            self.takes_ints = self.add_ints(a, b);
            if self.takes_ints {
                return Ok(());
            }
        }
        if self.takes_floats {
            self.takes_floats = self.add_floats(a, b);
            if self.takes_floats {
                return Ok(());
            }
            self.finish_floats(vm)?;
        }
        let product = ops::binary(vm, &ops::MUL, a, b)?;
        self.total = ops::binary(vm, &ops::ADD, &self.total, &product)?;
        Ok(())
    }

    /// Whether both were small ints, and the sum is one.
    fn add_ints(&mut self, a: &Value, b: &Value) -> bool {
        let (Value::Int(a), Value::Int(b), Value::Int(total)) = (a, b, &self.total) else {
            return false;
        };
        let sum = a
            .checked_mul(*b)
            .and_then(|product| total.checked_add(product));
        self.total = Value::Int(sum.unwrap_or(*total));
        sum.is_some()
    }

    /// Whether one at least was a float, and the sum is finite.
    fn add_floats(&mut self, a: &Value, b: &Value) -> bool {
        let float = |value: &Value| match value {
            Value::Float(float) => Some(float.get()),
            Value::Obj(obj) if obj.kind() != Kind::BigInt => None,
            value => int_ref(value)?.to_f64().ok(),
        };
        let (Some(x), Some(y)) = (float(a), float(b)) else {
            return false;
        };
        if !matches!((a, b), (Value::Float(_), _) | (_, Value::Float(_))) {
            return false;
        }
        let product = x * y;
        self.before.clone_from(&self.partials);
        add_exactly(&mut self.partials, product);
        add_exactly(&mut self.partials, x.mul_add(y, -product));
        let fits = self.partials.last().is_some_and(|high| high.is_finite());
        if !fits {
            std::mem::swap(&mut self.partials, &mut self.before);
        }
        fits
    }

    /// Adds the exact sum of the floats to the rest.
    fn finish_floats(&mut self, vm: &Vm) -> PyResult<()> {
        if !self.partials.is_empty() {
            let floats = Value::float(rounded_sum(&std::mem::take(&mut self.partials)));
            self.total = ops::binary(vm, &ops::ADD, &self.total, &floats)?;
        }
        Ok(())
    }
}

/// The value of an integer argument.
fn integer(vm: &Vm, value: &Value) -> PyResult<Int> {
    let value = ops::index(vm, value)?;
    match int_ref(&value) {
        Some(int) => Ok(int.to_int()),
        None => Err(crate::types::internal_error(vm, "an index is no int")),
    }
}

/// The arguments that a function without other parameters has collected.
fn collected(args: &[Value]) -> &[Value] {
    args[0].get::<Tuple>().map_or(&[], |tuple| &tuple.items)
}

fn gcd(vm: &Vm, items: &[Value]) -> PyResult {
    let mut result = Int::Small(0);
    for item in items {
        let item = integer(vm, item)?;
        result = int_work::gcd(vm, IntRef::from(&result), IntRef::from(&item))?;
    }
    Ok(from_int(vm, result))
}

fn lcm(vm: &Vm, items: &[Value]) -> PyResult {
    let mut result = Int::Small(1);
    for item in items {
        let item = integer(vm, item)?;
        let (a, b) = (IntRef::from(&result), IntRef::from(&item));
        result = if a.is_zero() || b.is_zero() {
            Int::Small(0)
        } else {
            let divisor = int_work::gcd(vm, a, b)?;
            let part = int_work::floor_div(vm, a, IntRef::from(&divisor))?;
            let product = int_work::multiply(vm, IntRef::from(&part), b)?;
            IntRef::from(&product).abs()
        };
    }
    Ok(from_int(vm, result))
}

fn isqrt(vm: &Vm, args: &[Value]) -> PyResult {
    let n = integer(vm, &args[0])?;
    if IntRef::from(&n).is_negative() {
        return Err(vm.value_error("isqrt() argument must be nonnegative"));
    }
    let root = int_work::alone(vm, IntRef::from(&n), |n| n.isqrt())?;
    Ok(from_int(vm, root))
}

/// The product of all integers from `low` to `high`, halved again and again.
fn product(vm: &Vm, low: i64, high: i64) -> PyResult<Int> {
    if high - low < 24 {
        let (mut small, mut next) = (1i64, low);
        while next <= high
            && let Some(product) = small.checked_mul(next)
        {
            (small, next) = (product, next + 1);
        }
        let mut result = Int::Small(small);
        for factor in next..=high {
            result = IntRef::from(&result)
                .mul(IntRef::from(factor))
                .or_raise(vm)?;
        }
        return Ok(result);
    }
    vm.tick()?;
    let middle = low + (high - low) / 2;
    let (a, b) = (product(vm, low, middle)?, product(vm, middle + 1, high)?);
    int_work::multiply(vm, IntRef::from(&a), IntRef::from(&b))
}

fn factorial(vm: &Vm, args: &[Value]) -> PyResult {
    let n = integer(vm, &args[0])?;
    let n = IntRef::from(&n);
    if n.is_negative() {
        return Err(vm.value_error("factorial() not defined for negative values"));
    }
    match n.to_i64() {
        Some(n) => product(vm, 1, n).map(|result| from_int(vm, result)),
        None => Err(vm.overflow_error(format!(
            "factorial() argument should not exceed {}",
            i64::MAX
        ))),
    }
}

/// `n * (n - 1) * ...`, of `k` factors.
fn falling(vm: &Vm, n: &Int, k: i64) -> PyResult<Int> {
    let n = IntRef::from(n);
    if let Some(n) = n.to_i64() {
        return product(vm, n - k + 1, n);
    }
    let mut result = Int::Small(1);
    for i in 0..k {
        vm.tick()?;
        let factor = n.sub(IntRef::from(i));
        result = IntRef::from(&result)
            .mul(IntRef::from(&factor))
            .or_raise(vm)?;
    }
    Ok(result)
}

/// The arguments `n` and `k`, none of which may be negative.
fn natural_pair(vm: &Vm, args: &[Value]) -> PyResult<(Int, Int)> {
    let (n, k) = (integer(vm, &args[0])?, integer(vm, &args[1])?);
    for (int, name) in [(&n, "n"), (&k, "k")] {
        if IntRef::from(int).is_negative() {
            return Err(vm.value_error(format!("{name} must be a non-negative integer")));
        }
    }
    Ok((n, k))
}

fn perm(vm: &Vm, args: &[Value]) -> PyResult {
    if args[1].is_none() {
        return factorial(vm, args);
    }
    let (n, k) = natural_pair(vm, args)?;
    if IntRef::from(&n)
        .sub(IntRef::from(&k))
        .as_ref()
        .is_negative()
    {
        return Ok(Value::Int(0));
    }
    match IntRef::from(&k).to_i64() {
        Some(k) => falling(vm, &n, k).map(|result| from_int(vm, result)),
        None => Err(vm.overflow_error(format!("k must not exceed {}", i64::MAX))),
    }
}

fn comb(vm: &Vm, args: &[Value]) -> PyResult {
    let (n, k) = natural_pair(vm, args)?;
    let rest = IntRef::from(&n).sub(IntRef::from(&k));
    if rest.as_ref().is_negative() {
        return Ok(Value::Int(0));
    }
    let smaller = match (IntRef::from(&k).to_i64(), rest.as_ref().to_i64()) {
        (Some(k), Some(rest)) => k.min(rest),
        (Some(k), None) | (None, Some(k)) => k,
        (None, None) => {
            return Err(vm.overflow_error(format!("min(n - k, k) must not exceed {}", i64::MAX)));
        }
    };
    let all = falling(vm, &n, smaller)?;
    let orders = product(vm, 1, smaller)?;
    let result = int_work::floor_div(vm, IntRef::from(&all), IntRef::from(&orders))?;
    Ok(from_int(vm, result))
}
