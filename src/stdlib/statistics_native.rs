//! `_statistics`: what of `statistics` is worth doing natively. The Python module has the same function for
//! where this one is missing.

use super::NativeModule;
use crate::object::table::{Row, method};
use crate::object::value::{PyResult, Value};
use crate::types::float;
use crate::vm::Vm;

/// The module.
pub const STATISTICS: NativeModule = NativeModule {
    name: "_statistics",
    doc: "Accelerators for the statistics module.\n",
    functions: FUNCTIONS,
    fill: super::nothing,
};

static FUNCTIONS: &[Row] = &[method(
    "_normal_dist_inv_cdf(p, mu, sigma, /)",
    inverse_cdf,
    "The value that a share p of the distribution is below.",
)];

/// Numerator and denominator of Wichura's algorithm AS 241, highest power first: in the middle, further out
/// and at the ends.
const AS241: [[[f64; 8]; 2]; 3] = [
    [
        [
            2509.0809287301227,
            33430.57558358813,
            67265.7709270087,
            45921.95393154987,
            13731.69376550946,
            1971.5909503065513,
            133.14166789178438,
            3.3871328727963665,
        ],
        [
            5226.495278852854,
            28729.085735721943,
            39307.89580009271,
            21213.794301586597,
            5394.196021424751,
            687.1870074920579,
            42.31333070160091,
            1.0,
        ],
    ],
    [
        [
            0.0007745450142783414,
            0.022723844989269184,
            0.2417807251774506,
            1.2704582524523684,
            3.6478483247632045,
            5.769497221460691,
            4.630337846156546,
            1.4234371107496835,
        ],
        [
            1.0507500716444169e-09,
            0.0005475938084995345,
            0.015198666563616457,
            0.14810397642748008,
            0.6897673349851,
            1.6763848301838038,
            2.053191626637759,
            1.0,
        ],
    ],
    [
        [
            2.0103343992922881e-07,
            2.7115555687434876e-05,
            0.0012426609473880784,
            0.026532189526576124,
            0.29656057182850487,
            1.7848265399172913,
            5.463784911164114,
            6.657904643501103,
        ],
        [
            2.0442631033899397e-15,
            1.421511758316446e-07,
            1.8463183175100548e-05,
            0.0007868691311456133,
            0.014875361290850615,
            0.1369298809227358,
            0.599832206555888,
            1.0,
        ],
    ],
];

/// The quotient of the two polynomials.
fn rational(x: f64, scale: f64, [above, below]: &[[f64; 8]; 2]) -> f64 {
    let polynomial = |all: &[f64; 8]| all.iter().fold(0.0, |sum, c| sum * x + c);
    polynomial(above) * scale / polynomial(below)
}

fn inverse_cdf(vm: &Vm, args: &[Value]) -> PyResult {
    let p = float::real(vm, &args[0])?;
    let mu = float::real(vm, &args[1])?;
    let sigma = float::real(vm, &args[2])?;
    let q = p - 0.5;
    if q.abs() <= 0.425 {
        let x = rational(0.180625 - q * q, q, &AS241[0]);
        return Ok(Value::float(mu + x * sigma));
    }
    let r = if q <= 0.0 { p } else { 1.0 - p };
    if r <= 0.0 || r >= 1.0 {
        return Err(vm.value_error("inv_cdf undefined for these parameters"));
    }
    let r = (-r.ln()).sqrt();
    let x = match r <= 5.0 {
        true => rational(r - 1.6, 1.0, &AS241[1]),
        false => rational(r - 5.0, 1.0, &AS241[2]),
    };
    Ok(Value::float(mu + if q < 0.0 { -x } else { x } * sigma))
}
