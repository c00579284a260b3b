//! `float`: the payload of instances of subclasses, the method table and the conversions the rest of
//! the interpreter needs. Plain floats are `Value::Float`; the arithmetic is in `text::float`.

use crate::object::class::Class;
use crate::object::descriptor::call_special;
use crate::object::heap::{self, Kind, Obj, Trace};
use crate::object::ops::{self, BinaryOp, Compare};
use crate::object::special::Special;
use crate::object::table::{self, TypeTable, class_method, getter, method};
use crate::object::value::{PyResult, Value};
use crate::text::float::{self as algorithms, Power, complex_arith};
use crate::text::int::{self as ints};
use crate::text::{escape, hash};
use crate::types::args::OrRaise;
use crate::types::formatting::format_float;
use crate::types::int::{from_int, int_ref};
use crate::types::str::text_of;
use crate::types::{args, buffer, sequence, slots};
use crate::vm::Vm;
use std::cmp::Ordering;

/// The payload of instances of subclasses of `float`.
pub struct Float(pub f64);

impl Trace for Float {
    fn trace(&self, _visit: &mut dyn FnMut(&Obj)) {}
}

/// The type's table.
#[rustfmt::skip]
pub const FLOAT: TypeTable = TypeTable {
    name: "float",
    kind: Kind::Float,
    subclassable: true,
    construct: Some(construct),
    doc: "Convert a string or number to a floating-point number, if possible.",
    methods: &[
        table::new("__new__(cls, x=0, /)", float_new),
        slots::repr(repr),
        slots::hash(float_hash),
        slots::lt(lt), slots::le(le), slots::eq(eq), slots::ne(ne), slots::gt(gt), slots::ge(ge),
        slots::add(add), slots::radd(radd),
        slots::sub(sub), slots::rsub(rsub),
        slots::mul(mul), slots::rmul(rmul),
        slots::mod_(modulo), slots::rmod(rmodulo),
        slots::divmod(divmod), slots::rdivmod(rdivmod),
        slots::pow(pow), slots::rpow(rpow),
        slots::neg(neg), slots::pos(exact_self), slots::abs(abs), slots::bool(bool),
        slots::int(trunc), slots::float(exact_self),
        slots::floordiv(floordiv), slots::rfloordiv(rfloordiv),
        slots::truediv(truediv), slots::rtruediv(rtruediv),
        method("conjugate(self, /)", exact_self, "Return self, the complex conjugate of any float."),
        method("__trunc__(self, /)", trunc, "Return the Integral closest to x between 0 and x."),
        method("__floor__(self, /)", floor, "Return the floor as an Integral."),
        method("__ceil__(self, /)", ceil, "Return the ceiling as an Integral."),
        method("__round__(self, ndigits=None, /)", round, "Return the Integral closest to x, rounding half toward even."),
        method("as_integer_ratio(self, /)", as_integer_ratio, "Return a pair of integers, whose ratio is exactly equal to the original float."),
        class_method("fromhex(type, string, /)", from_hex, "Create a floating-point number from a hexadecimal string."),
        method("hex(self, /)", hex, "Return a hexadecimal representation of a floating-point number."),
        method("is_integer(self, /)", is_integer, "Return True if the float is an integer."),
        method("__getnewargs__(self, /)", getnewargs, ""),
        class_method("__getformat__(type, typestr, /)", getformat, "You probably don't want to use this function."),
        method("__format__(self, format_spec, /)", format_float, "Formats the float according to format_spec."),
    ],
    properties: &[
        getter("real", |vm, this| exact_self(vm, std::slice::from_ref(this)), "the real part of a complex number"),
        getter("imag", |_, _| Ok(Value::float(0.0)), "the imaginary part of a complex number"),
    ],
    ..TypeTable::DEFAULT
};

// ---------------------------------------------------------------------------------------------
// Values and floats

/// The number a float (or an instance of a subclass) holds.
#[inline]
pub fn float_of(value: &Value) -> Option<f64> {
    match value {
        Value::Float(f) => Some(f.get()),
        Value::Obj(obj) => obj.get::<Float>().map(|f| f.0),
        _ => None,
    }
}

/// An operand: the number a float or int holds; `None` for anything else.
///
/// # Errors
/// OverflowError for an int beyond the floats.
#[inline]
pub fn operand(vm: &Vm, value: &Value) -> PyResult<Option<f64>> {
    if let Some(f) = float_of(value) {
        return Ok(Some(f));
    }
    match int_ref(value) {
        Some(int) => int.to_f64().or_raise(vm).map(Some),
        None => Ok(None),
    }
}

/// The float of an argument that has to be a number: what `__float__` or `__index__` gives.
///
/// # Errors
/// TypeError (`must be real number, not str`) for what has neither, or what they raise.
pub fn real(vm: &Vm, value: &Value) -> PyResult<f64> {
    match value {
        Value::Float(f) => Ok(crate::state::Nans::plain(f.get())),
        Value::Int(i) => Ok(*i as f64),
        _ if let Some(f) = float_of(value) => Ok(crate::state::Nans::plain(f)),
        _ => match converted(vm, value)? {
            Some(f) => Ok(f),
            None => Err(vm.type_error(format!("must be real number, not {}", vm.type_name(value)))),
        },
    }
}

/// What `__float__` or `__index__` gives; `None` for an object with neither.
///
/// # Errors
/// What they raise; TypeError for what is no number.
pub fn converted(vm: &Vm, value: &Value) -> PyResult<Option<f64>> {
    if let Value::Float(f) = value {
        return Ok(Some(f.get()));
    }
    let class = vm.class_of(value).clone();
    if let Some(method) = class.special(vm, Special::Float) {
        let result = call_special(vm, method, value, &[])?;
        return from_dunder(vm, value, &result).map(Some);
    }
    if class.has_special(vm, Special::Index) {
        let index = ops::index(vm, value)?;
        return operand(vm, &index);
    }
    Ok(float_of(value))
}

fn from_dunder(vm: &Vm, value: &Value, result: &Value) -> PyResult<f64> {
    if let Value::Float(f) = result {
        return Ok(f.get());
    }
    let names = (vm.type_name(value), vm.type_name(result));
    let Some(f) = float_of(result) else {
        return Err(vm.type_error(format!(
            "{}.__float__ returned non-float (type {})",
            names.0, names.1
        )));
    };
    let message = format!(
        "{}.__float__ returned non-float (type {}).  The ability to return an instance of a strict \
         subclass of float is deprecated, and may be removed in a future version of Python.",
        names.0, names.1
    );
    super::warn_deprecated(vm, &message)?;
    Ok(f)
}

/// `float(...)` with positional arguments only.
fn construct(vm: &Vm, args: &[Value]) -> PyResult {
    match sequence::check_count(vm, "float", args, (0, 1))? {
        [] => Ok(Value::float(0.0)),
        [value, ..] => from_object(vm, value).map(Value::float),
    }
}

fn float_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = super::class_arg(vm, &args[0], "float")?;
    let f = from_object(vm, &args[1])?;
    Ok(match class == vm.types.float {
        true => Value::float(f),
        false => heap::alloc(&class, Float(f)).into(),
    })
}

/// `float(value)`.
///
/// # Errors
/// TypeError for what is no number and no text, ValueError for a text of another form, or what the
/// value's methods raise.
pub fn from_object(vm: &Vm, value: &Value) -> PyResult<f64> {
    if let Some(text) = text_of(value)
        && vm.class_of(value) == &vm.types.str
    {
        return match algorithms::parse(text) {
            Some(f) if f.is_nan() => Ok(vm.state.nans.distinct(f)),
            Some(f) => Ok(f),
            None => Err(no_number(vm, &escape::repr(text))),
        };
    }
    if let Some(f) = converted(vm, value)? {
        return Ok(f);
    }
    if let Some(text) = text_of(value) {
        if let Some(f) = algorithms::parse(text) {
            return Ok(f);
        }
        let repr = ops::repr(vm, value)?.to_string();
        return Err(no_number(vm, &repr));
    }
    let parsed = buffer::text_bytes(vm, value).map(|bytes| algorithms::parse_bytes(&bytes));
    match parsed {
        Some(Some(f)) => Ok(f),
        Some(None) => {
            let repr = ops::repr(vm, value)?.to_string();
            Err(no_number(vm, &repr))
        }
        None => Err(vm.type_error(format!(
            "float() argument must be a string or a real number, not '{}'",
            vm.type_name(value)
        ))),
    }
}

#[cold]
fn no_number(vm: &Vm, repr: &str) -> crate::object::value::Raised {
    vm.value_error(format!("could not convert string to float: {repr}"))
}

/// The float a method was called on.
#[inline]
fn this(vm: &Vm, args: &[Value]) -> PyResult<f64> {
    float_of(&args[0]).ok_or_else(|| super::internal_error(vm, "a float without payload"))
}

// ---------------------------------------------------------------------------------------------
// Operators

type Operation = fn(&Vm, f64, f64) -> PyResult;

const ADD: Operation = |_, a, b| Ok(Value::float(a + b));
const SUB: Operation = |_, a, b| Ok(Value::float(a - b));
const MUL: Operation = |_, a, b| Ok(Value::float(a * b));
const TRUE_DIV: Operation = |vm, a, b| algorithms::true_div(a, b).or_raise(vm).map(Value::float);
const FLOOR_DIV: Operation = |vm, a, b| algorithms::floor_div(a, b).or_raise(vm).map(Value::float);
const MOD: Operation = |vm, a, b| algorithms::modulo(a, b).or_raise(vm).map(Value::float);
const POW: Operation = power;
const DIVMOD: Operation = |vm, a, b| {
    let (quotient, rest) = algorithms::div_mod(a, b).or_raise(vm)?;
    Ok(vm.pair(Value::float(quotient), Value::float(rest)))
};

/// `a ** b`.
///
/// # Errors
/// ZeroDivisionError for zero to a negative power, OverflowError for what is too large.
pub fn power(vm: &Vm, a: f64, b: f64) -> PyResult {
    match algorithms::pow(a, b).or_raise(vm)? {
        Power::Real(f) => Ok(Value::float(f)),
        Power::Complex => {
            let (re, im) = complex_arith::pow((a, 0.0), (b, 0.0)).or_raise(vm)?;
            Ok(vm.complex(re, im))
        }
        Power::OutOfRange => Err(out_of_range(vm)),
    }
}

/// The OverflowError of the C library's ERANGE.
#[cold]
fn out_of_range(vm: &Vm) -> crate::object::value::Raised {
    let args = vec![Value::Int(34), vm.str("Numerical result out of range")];
    let exception = vm.new_exception(&vm.exceptions.OverflowError, args);
    vm.raise_value(exception.into())
}

fn operate(vm: &Vm, operation: Operation, a: &Value, b: &Value) -> PyResult {
    match (operand(vm, a)?, operand(vm, b)?) {
        (Some(a), Some(b)) => operation(vm, a, b),
        _ => Ok(Value::NotImplemented),
    }
}

macro_rules! operators {
    ($($forward:ident $reflected:ident $operation:ident;)*) => {$(
        fn $forward(vm: &Vm, args: &[Value]) -> PyResult {
            operate(vm, $operation, &args[0], &args[1])
        }
        fn $reflected(vm: &Vm, args: &[Value]) -> PyResult {
            operate(vm, $operation, &args[1], &args[0])
        }
    )*};
}

operators! {
    add radd ADD;
    sub rsub SUB;
    mul rmul MUL;
    truediv rtruediv TRUE_DIV;
    floordiv rfloordiv FLOOR_DIV;
    modulo rmodulo MOD;
    divmod rdivmod DIVMOD;
}

/// `a op b` for floats and ints, at least one of them a float: what the evaluator does for mixed
/// operands. `NotImplemented` when one is no such number or the operator is not for floats.
///
/// # Errors
/// ZeroDivisionError and OverflowError.
#[inline(never)]
pub fn binary_slow(vm: &Vm, op: &BinaryOp, a: &Value, b: &Value) -> PyResult {
    let operation = match op.forward {
        Special::Add => ADD,
        Special::Sub => SUB,
        Special::Mul => MUL,
        Special::TrueDiv => TRUE_DIV,
        Special::FloorDiv => FLOOR_DIV,
        Special::Mod => MOD,
        Special::Pow => POW,
        Special::DivMod => DIVMOD,
        _ => return Ok(Value::NotImplemented),
    };
    operate(vm, operation, a, b)
}

fn pow(vm: &Vm, args: &[Value]) -> PyResult {
    check_no_modulus(vm, &args[2])?;
    operate(vm, POW, &args[0], &args[1])
}

fn rpow(vm: &Vm, args: &[Value]) -> PyResult {
    check_no_modulus(vm, &args[2])?;
    operate(vm, POW, &args[1], &args[0])
}

fn check_no_modulus(vm: &Vm, modulus: &Value) -> PyResult<()> {
    match modulus.is_none() {
        true => Ok(()),
        false => {
            Err(vm.type_error("pow() 3rd argument not allowed unless all arguments are integers"))
        }
    }
}

/// The order of a float and another number; `Err` when the other is none.
fn order(a: f64, other: &Value) -> Result<Option<Ordering>, ()> {
    if let Some(b) = float_of(other) {
        return Ok(a.partial_cmp(&b));
    }
    match int_ref(other) {
        Some(int) => Ok(int.partial_cmp_float(a).map(Ordering::reverse)),
        None => Err(()),
    }
}

fn compare(vm: &Vm, op: Compare, args: &[Value]) -> PyResult {
    Ok(match order(this(vm, args)?, &args[1]) {
        Ok(Some(order)) => Value::bool(op.holds(order, Ordering::Equal)),
        Ok(None) => Value::bool(op == Compare::Ne),
        Err(()) => Value::NotImplemented,
    })
}

macro_rules! comparisons {
    ($($name:ident $op:ident;)*) => {$(
        fn $name(vm: &Vm, args: &[Value]) -> PyResult {
            compare(vm, Compare::$op, args)
        }
    )*};
}

comparisons! { lt Lt; le Le; eq Eq; ne Ne; gt Gt; ge Ge; }

fn neg(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::float(-this(vm, args)?))
}

fn abs(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::float(this(vm, args)?.abs()))
}

fn bool(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::bool(this(vm, args)? != 0.0))
}

fn exact_self(vm: &Vm, args: &[Value]) -> PyResult {
    this(vm, args).map(Value::float)
}

/// `hash(float)`; that of the object itself for a NaN.
pub fn hash_value(value: &Value) -> i64 {
    let hash = float_of(value).and_then(hash::hash_float);
    hash.unwrap_or_else(|| ops::identity_hash(value))
}

fn float_hash(_vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::Int(hash_value(&args[0])))
}

// ---------------------------------------------------------------------------------------------
// Methods

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(vm.str(&algorithms::repr(this(vm, args)?)))
}

fn whole(vm: &Vm, value: f64) -> PyResult {
    Ok(from_int(vm, ints::from_float(value).or_raise(vm)?))
}

fn trunc(vm: &Vm, args: &[Value]) -> PyResult {
    whole(vm, this(vm, args)?)
}

fn floor(vm: &Vm, args: &[Value]) -> PyResult {
    whole(vm, this(vm, args)?.floor())
}

fn ceil(vm: &Vm, args: &[Value]) -> PyResult {
    whole(vm, this(vm, args)?.ceil())
}

fn round(vm: &Vm, args: &[Value]) -> PyResult {
    let value = this(vm, args)?;
    if args[1].is_none() {
        return Ok(from_int(vm, algorithms::round_to_int(value).or_raise(vm)?));
    }
    let ndigits = ops::index(vm, &args[1])?;
    match int_ref(&ndigits) {
        Some(ndigits) => algorithms::round(value, ndigits)
            .or_raise(vm)
            .map(Value::float),
        None => Ok(Value::float(value)),
    }
}

fn as_integer_ratio(vm: &Vm, args: &[Value]) -> PyResult {
    let (numerator, denominator) = ints::float_ratio(this(vm, args)?).or_raise(vm)?;
    let pair = vec![from_int(vm, numerator), from_int(vm, denominator)];
    Ok(vm.tuple(pair))
}

fn from_hex(vm: &Vm, args: &[Value]) -> PyResult {
    let Some(text) = text_of(&args[1]) else {
        return Err(vm.type_error("bad argument type for built-in operation"));
    };
    let value = Value::float(algorithms::from_hex(text).or_raise(vm)?);
    match args[0].as_ref::<Class>() {
        Some(class) if *class != vm.types.float => vm.call(&args[0], &[value]),
        _ => Ok(value),
    }
}

fn hex(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(vm.str(&algorithms::to_hex(this(vm, args)?)))
}

fn is_integer(vm: &Vm, args: &[Value]) -> PyResult {
    let value = this(vm, args)?;
    Ok(Value::bool(value.is_finite() && value.floor() == value))
}

fn getnewargs(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(vm.tuple(vec![Value::float(this(vm, args)?)]))
}

fn getformat(vm: &Vm, args: &[Value]) -> PyResult {
    let kind = args::text(vm, &args[1], "__getformat__() argument")?;
    if *kind != "double" && *kind != "float" {
        return Err(vm.value_error("__getformat__() argument 1 must be 'double' or 'float'"));
    }
    Ok(vm.str(match cfg!(target_endian = "little") {
        true => "IEEE, little-endian",
        false => "IEEE, big-endian",
    }))
}
