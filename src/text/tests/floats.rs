//! Floats and complex numbers, and the hashes of all numbers.

use super::super::float::complex_arith::{self, Complex};
use super::super::float::{self, Kind, Power, Style};
use super::super::{Error, Text, escape, hash, int};
use super::{Answer, Args, Operation, bits, check, shown};

fn style(args: &Args) -> Answer {
    let letter = args.str(1);
    let kind = match letter {
        "e" | "E" => Kind::Exponent,
        "f" | "F" => Kind::Fixed,
        _ => Kind::General,
    };
    let upper = letter == letter.to_uppercase();
    let alternate = args.str(3) == "1";
    let style = Style {
        kind,
        precision: args.number(2),
        upper,
        alternate,
        dot_zero: false,
    };
    float::format(args.float(0), style).map(Text::from)
}

fn parsed(args: &Args) -> Answer {
    match float::parse(args.text(0)) {
        Some(value) => bits(value),
        None => {
            let repr = escape::repr(args.text(0));
            Err(Error::value(format!(
                "could not convert string to float: {repr}"
            )))
        }
    }
}

fn pair(a: f64, b: f64) -> Answer {
    shown(format!("{:016x} {:016x}", a.to_bits(), b.to_bits()))
}

/// A NaN that an operation made has whatever sign the machine gives it.
fn plain(value: f64) -> f64 {
    if value.is_nan() { f64::NAN } else { value }
}

fn operand(args: &Args, at: usize) -> Complex {
    (args.float(at), args.float(at + 1))
}

fn complex(value: Result<Complex, Error>) -> Answer {
    let (real, imag) = value?;
    pair(plain(real), plain(imag))
}

fn computed(value: f64) -> Answer {
    bits(plain(value))
}

const OPERATIONS: &[Operation] = &[
    ("repr", |a| shown(float::repr(a.float(0)))),
    ("style", style),
    ("dot_zero", |a| {
        let precision = a.number(1);
        let style = Style {
            kind: Kind::General,
            precision,
            ..Style::REPR
        };
        float::format(a.float(0), style).map(Text::from)
    }),
    ("float", parsed),
    ("complex", |a| {
        let (real, imag) = float::parse_complex(a.text(0))?;
        pair(real, imag)
    }),
    ("repr_complex", |a| {
        shown(float::repr_complex(a.float(0), a.float(1)))
    }),
    ("hex", |a| shown(float::to_hex(a.float(0)))),
    ("fromhex", |a| bits(float::from_hex(a.text(0))?)),
    ("floordiv", |a| {
        computed(float::floor_div(a.float(0), a.float(1))?)
    }),
    ("mod", |a| computed(float::modulo(a.float(0), a.float(1))?)),
    ("divmod", |a| {
        let (quotient, rest) = float::div_mod(a.float(0), a.float(1))?;
        pair(plain(quotient), plain(rest))
    }),
    ("pow", |a| match float::pow(a.float(0), a.float(1))? {
        Power::Real(value) => computed(value),
        Power::Complex => shown("complex"),
        Power::OutOfRange => Err(Error::overflow("(34, 'Numerical result out of range')")),
    }),
    ("round_to_int", |a| shown(float::round_to_int(a.float(0))?)),
    ("round", |a| {
        bits(float::round(a.float(0), int::IntRef::Small(a.number(1)))?)
    }),
    ("hash", |a| shown(hash::hash_float(a.float(0)).unwrap_or(0))),
    ("hash_int", |a| shown(hash::hash_int(a.int(0).as_ref()))),
    ("hash_complex", |a| {
        let part = |at| hash::hash_float(a.float(at)).unwrap_or(0);
        shown(hash::hash_complex(part(0), part(1)))
    }),
    ("complex_mul", |a| {
        complex(Ok(complex_arith::mul(operand(a, 0), operand(a, 2))))
    }),
    ("complex_div", |a| {
        complex(complex_arith::div(operand(a, 0), operand(a, 2)))
    }),
    ("complex_pow", |a| {
        complex(complex_arith::pow(operand(a, 0), operand(a, 2)))
    }),
    ("hash_ratio", |a| {
        shown(hash::hash_ratio(a.int(0).as_ref(), a.int(1).as_ref()))
    }),
];

#[test]
fn agrees_with_tables() {
    check("floats", OPERATIONS);
}

#[test]
fn takes_any_precision() {
    let style = Style {
        precision: 100_000,
        kind: Kind::Fixed,
        ..Style::REPR
    };
    assert_eq!(float::format(0.1, style).unwrap().len(), 100_002);
    let style = Style {
        kind: Kind::Exponent,
        ..style
    };
    assert_eq!(float::format(0.1, style).unwrap().len(), 100_006);
    let style = Style {
        precision: 1 << 62,
        ..style
    };
    assert_eq!(float::format(0.1, style), Err(Error::memory()));
}
