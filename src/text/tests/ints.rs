//! Arithmetic, digits and conversions of ints.

use super::super::int::{self, ByteOrder, Int, IntRef, ParseError};
use super::super::{Error, Text};
use super::{Answer, Args, Operation, bits, bytes, check, shown};

impl Args<'_> {
    pub(super) fn int(&self, at: usize) -> Int {
        int::parse(self.text(at), 10, 0).expect("an int")
    }
}

fn two(args: &Args, operation: fn(IntRef<'_>, IntRef<'_>) -> Result<Int, Error>) -> Answer {
    shown(operation(args.int(0).as_ref(), args.int(1).as_ref())?)
}

fn parsed(args: &Args) -> Answer {
    let base = args.number(1);
    match int::parse(args.text(0), base, int::DEFAULT_DIGIT_LIMIT) {
        Ok(value) => shown(value),
        Err(ParseError::Other(error)) => Err(error),
        Err(ParseError::Literal) => {
            let repr = super::super::escape::repr(args.text(0));
            Err(int::literal_error(base, &repr))
        }
    }
}

const OPERATIONS: &[Operation] = &[
    ("int", parsed),
    ("add", |a| two(a, |x, y| Ok(x.add(y)))),
    ("sub", |a| two(a, |x, y| Ok(x.sub(y)))),
    ("mul", |a| two(a, |x, y| x.mul(y))),
    ("floordiv", |a| two(a, |x, y| x.floor_div(y))),
    ("mod", |a| two(a, |x, y| x.modulo(y))),
    ("truediv", |a| {
        bits(a.int(0).as_ref().true_div(a.int(1).as_ref())?)
    }),
    ("pow", |a| two(a, |x, y| x.pow(y))),
    ("powmod", |a| {
        shown(
            a.int(0)
                .as_ref()
                .pow_mod(a.int(1).as_ref(), a.int(2).as_ref())?,
        )
    }),
    ("and", |a| two(a, |x, y| Ok(x.and(y)))),
    ("or", |a| two(a, |x, y| Ok(x.or(y)))),
    ("xor", |a| two(a, |x, y| Ok(x.xor(y)))),
    ("invert", |a| shown(a.int(0).as_ref().invert())),
    ("shl", |a| two(a, |x, y| x.shl(y))),
    ("shr", |a| two(a, |x, y| x.shr(y))),
    ("bit_length", |a| shown(a.int(0).as_ref().bit_length())),
    ("bit_count", |a| shown(a.int(0).as_ref().bit_count())),
    ("isqrt", |a| shown(a.int(0).as_ref().isqrt()?)),
    ("gcd", |a| two(a, |x, y| Ok(x.gcd(y)))),
    ("round", |a| two(a, |x, y| x.round(y))),
    ("to_bytes", |a| {
        let order = ByteOrder::from_name(a.str(2).as_bytes())?;
        bytes(
            &a.int(0)
                .as_ref()
                .to_bytes(a.number(1), order, a.str(3) == "1")?,
        )
    }),
    ("from_bytes", |a| {
        let order = ByteOrder::from_name(a.str(1).as_bytes())?;
        shown(int::from_bytes(&a.bytes(0), order, a.str(2) == "1"))
    }),
    ("to_float", |a| bits(a.int(0).as_ref().to_f64()?)),
    ("from_float", |a| shown(int::from_float(a.float(0))?)),
    ("ratio", |a| {
        let (numerator, denominator) = int::float_ratio(a.float(0))?;
        shown(format!("{numerator}/{denominator}"))
    }),
    ("order", |a| {
        let order = a.int(0).as_ref().partial_cmp_float(a.float(1));
        shown(order.map_or("none".to_owned(), |order| (order as i8).to_string()))
    }),
    ("radix", |a| {
        let base = match a.str(1) {
            "b" => 2,
            "o" => 8,
            "x" => 16,
            _ => 10,
        };
        shown(int::radix_digits(a.int(0).as_ref(), base))
    }),
];

#[test]
fn agrees_with_tables() {
    check("ints", OPERATIONS);
}

#[test]
fn sizes_are_guarded() {
    let one = IntRef::Small(1);
    let big = |bits: i64| one.shl(IntRef::Small(bits)).unwrap();
    let (huge, vast) = (big(50), big(100));
    assert_eq!(one.shl(huge.as_ref()), Err(Error::memory()));
    assert_eq!(
        one.shl(vast.as_ref()),
        Err(Error::overflow("too many digits in integer"))
    );
    assert_eq!(IntRef::Small(0).shl(vast.as_ref()), Ok(Int::Small(0)));
    assert_eq!(IntRef::Small(-1).shr(vast.as_ref()), Ok(Int::Small(-1)));
    assert_eq!(IntRef::Small(3).pow(vast.as_ref()), Err(Error::memory()));
    assert_eq!(IntRef::Small(3).pow(huge.as_ref()), Err(Error::memory()));
    assert_eq!(IntRef::Small(-1).pow(vast.as_ref()), Ok(Int::Small(1)));
}

#[test]
fn digits_are_limited() {
    let digits = |n: usize| Text::from("7".repeat(n));
    assert!(int::parse(&digits(4300), 10, 4300).is_ok());
    let Err(ParseError::Other(error)) = int::parse(&digits(4301), 10, 4300) else {
        panic!()
    };
    assert_eq!(
        error.message,
        "Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; \
         use sys.set_int_max_str_digits() to increase the limit"
    );
    let long = int::parse(&digits(4301), 10, 0).unwrap();
    let error = int::decimal(long.as_ref(), 4300).unwrap_err();
    assert_eq!(
        error.message,
        "Exceeds the limit (4300 digits) for integer string conversion; use \
         sys.set_int_max_str_digits() to increase the limit"
    );
    let long = int::parse(&digits(4300), 10, 0).unwrap();
    assert!(int::decimal(long.as_ref(), 4300).is_ok());
}
