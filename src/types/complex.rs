//! `complex`: the payload, the method table and the operators. The arithmetic is in `text::float`.

use crate::object::class::Class;
use crate::object::descriptor::call_bound;
use crate::object::heap::{self, Kind, Obj, Ref, Trace};
use crate::object::ops::{self, BinaryOp};
use crate::object::special::Special;
use crate::object::table::{self, TypeTable, member, method};
use crate::object::value::{PyResult, Raised, Value};
use crate::text::float::{self as floats, complex_arith};
use crate::text::{Error, hash};
use crate::types::args::OrRaise;
use crate::types::formatting::format_complex;
use crate::types::int::int_ref;
use crate::types::str::text_of;
use crate::types::{float, slots};
use crate::vm::Vm;

/// The payload of complex numbers.
#[derive(Clone, Copy)]
pub struct Complex {
    /// The real part.
    pub re: f64,
    /// The imaginary part.
    pub im: f64,
}

impl Trace for Complex {
    fn trace(&self, _visit: &mut dyn FnMut(&Obj)) {}
}

/// The type's table.
#[rustfmt::skip]
pub const COMPLEX: TypeTable = TypeTable {
    name: "complex",
    own: &["__getattribute__"],
    kind: Kind::Complex,
    subclassable: true,
    construct: Some(construct),
    doc: "A complex number, from the text of one or from numbers: real + imag*1j.\n\nBoth parts are 0 where they are not given.",
    methods: &[
        table::new("__new__(cls, real=0, imag=0)", complex_new),
        slots::repr(repr), slots::hash(complex_hash),
        slots::lt(unordered), slots::le(unordered), slots::eq(eq), slots::ne(ne), slots::gt(unordered), slots::ge(unordered),
        slots::add(add), slots::radd(radd),
        slots::sub(sub), slots::rsub(rsub),
        slots::mul(mul), slots::rmul(rmul),
        slots::pow(pow), slots::rpow(rpow),
        slots::neg(neg), slots::pos(exact_self), slots::abs(abs), slots::bool(bool),
        slots::truediv(truediv), slots::rtruediv(rtruediv),
        method("conjugate(self, /)", conjugate, "Return the complex conjugate of its argument. (3-4j).conjugate() == 3+4j."),
        method("__complex__(self, /)", exact_self, "Convert this value to exact type complex."),
        method("__getnewargs__(self, /)", getnewargs, ""),
        method("__format__(self, format_spec, /)", format_complex, "Convert to a string according to format_spec."),
    ],
    properties: &[
        member("real", |vm, this| part(vm, this).map(|c| Value::float(c.re)), "the real part of a complex number"),
        member("imag", |vm, this| part(vm, this).map(|c| Value::float(c.im)), "the imaginary part of a complex number"),
    ],
    ..TypeTable::DEFAULT
};

impl Vm {
    /// A `complex`.
    pub fn complex(&self, re: f64, im: f64) -> Value {
        heap::alloc(&self.types.complex, Complex { re, im }).into()
    }
}

fn part(vm: &Vm, this: &Value) -> PyResult<Complex> {
    vm.this::<Complex>(std::slice::from_ref(this)).copied()
}

fn this(vm: &Vm, args: &[Value]) -> PyResult<Complex> {
    vm.this::<Complex>(args).copied()
}

fn value(vm: &Vm, c: Complex) -> Value {
    vm.complex(c.re, c.im)
}

// ---------------------------------------------------------------------------------------------
// Construction

fn complex_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = super::class_arg(vm, &args[0], "complex")?;
    // An imaginary part of 0 is as good as none.
    let imag = (!matches!(args[2], Value::Int(0))).then_some(&args[2]);
    make(vm, &class, &args[1], imag)
}

/// `complex(...)` with positional arguments only.
fn construct(vm: &Vm, args: &[Value]) -> PyResult {
    let class = &vm.types.complex;
    match args {
        [] => Ok(vm.complex(0.0, 0.0)),
        [real] if vm.class_of(real) == class => Ok(real.clone()),
        [real] => make(vm, class, real, None),
        [real, imag] => make(vm, class, real, Some(imag)),
        _ => Err(vm.type_error(format!(
            "complex() takes at most 2 arguments ({} given)",
            args.len()
        ))),
    }
}

fn make(vm: &Vm, class: &Ref<Class>, real: &Value, imag: Option<&Value>) -> PyResult {
    if let Some(text) = text_of(real) {
        if imag.is_some() {
            return Err(vm.type_error("complex() can't take second arg if first is a string"));
        }
        let (re, im) = floats::parse_complex(text).or_raise(vm)?;
        return Ok(instance(class, Complex { re, im }));
    }
    if imag.is_some_and(|imag| text_of(imag).is_some()) {
        return Err(vm.type_error("complex() second arg can't be a string"));
    }
    let own = special(vm, real)?;
    // Both are known to be numbers before one is asked for what it is.
    if own.is_none() {
        check_number(vm, real, FIRST)?;
    }
    if let Some(imag) = imag {
        check_number(vm, imag, SECOND)?;
    }
    let (first, is_complex) = match own {
        Some(c) => (c, true),
        None => number(vm, real, FIRST)?,
    };
    let Some(imag) = imag else {
        return Ok(instance(class, first));
    };
    let (second, both) = number(vm, imag, SECOND)?;
    // Each part is only touched where there is something to add, for the sake of signed zeros.
    let re = if both { first.re - second.im } else { first.re };
    let im = if is_complex {
        second.re + first.im
    } else {
        second.re
    };
    Ok(instance(class, Complex { re, im }))
}

fn instance(class: &Ref<Class>, c: Complex) -> Value {
    heap::alloc(class, c).into()
}

/// What `__complex__` gives, for objects that have it and are no `complex` themselves.
fn special(vm: &Vm, value: &Value) -> PyResult<Option<Complex>> {
    if let Some(c) = value.get::<Complex>()
        && *vm.class_of(value) == vm.types.complex
    {
        return Ok(Some(*c));
    }
    let Some(method) = vm.class_of(value).special(vm, Special::Complex) else {
        return Ok(None);
    };
    let result = call_bound(vm, method, value, &[])?;
    let Some(c) = result.get::<Complex>() else {
        return Err(vm.type_error(format!(
            "__complex__ returned non-complex (type {})",
            vm.type_name(&result)
        )));
    };
    if *vm.class_of(&result) != vm.types.complex {
        let message = format!(
            "__complex__ returned non-complex (type {}).  The ability to return an instance of a strict \
             subclass of complex is deprecated, and may be removed in a future version of Python.",
            vm.type_name(&result)
        );
        super::warn_deprecated(vm, &message)?;
    }
    Ok(Some(*c))
}

/// What the arguments of `complex()` have to be.
const FIRST: &str = "first argument must be a string or a number";
const SECOND: &str = "second argument must be a number";

/// Refuses what [`number`] can't be asked of.
fn check_number(vm: &Vm, value: &Value, what: &str) -> PyResult<()> {
    let class = vm.class_of(value);
    let real = [Special::Float, Special::Index];
    match value.get::<Complex>().is_some() || real.iter().any(|&way| class.has_special(vm, way)) {
        true => Ok(()),
        false => Err(no_number(vm, value, what)),
    }
}

fn no_number(vm: &Vm, value: &Value, what: &str) -> Raised {
    vm.type_error(format!("complex() {what}, not '{}'", vm.type_name(value)))
}

/// The number a value is, and whether it is complex.
fn number(vm: &Vm, value: &Value, what: &str) -> PyResult<(Complex, bool)> {
    if let Some(c) = value.get::<Complex>() {
        return Ok((*c, true));
    }
    let re = float::converted(vm, value)?.ok_or_else(|| no_number(vm, value, what))?;
    Ok((Complex { re, im: 0.0 }, false))
}

/// The complex number of an argument: its own, or what `__complex__`, `__float__` or `__index__` gives.
///
/// # Errors
/// TypeError for what has none, or what they raise.
pub fn from_object(vm: &Vm, value: &Value) -> PyResult<Complex> {
    if let Some(c) = value.get::<Complex>() {
        return Ok(*c);
    }
    match special(vm, value)? {
        Some(c) => Ok(c),
        None => Ok(Complex {
            re: float::real(vm, value)?,
            im: 0.0,
        }),
    }
}

// ---------------------------------------------------------------------------------------------
// Operators

/// An operand: the number that a complex, float or int holds.
fn operand(vm: &Vm, value: &Value) -> PyResult<Option<Complex>> {
    if let Some(c) = value.get::<Complex>() {
        return Ok(Some(*c));
    }
    Ok(float::operand(vm, value)?.map(|re| Complex { re, im: 0.0 }))
}

type Operation = fn((f64, f64), (f64, f64)) -> Result<(f64, f64), Error>;

const ADD: Operation = |a, b| Ok((a.0 + b.0, a.1 + b.1));
const SUB: Operation = |a, b| Ok((a.0 - b.0, a.1 - b.1));
const MUL: Operation = |a, b| Ok(complex_arith::mul(a, b));
const DIV: Operation = complex_arith::div;
const POW: Operation = complex_arith::pow;

fn operate(vm: &Vm, operation: Operation, a: &Value, b: &Value) -> PyResult {
    match (operand(vm, a)?, operand(vm, b)?) {
        (Some(a), Some(b)) => work_out(vm, operation, (a.re, a.im), (b.re, b.im)),
        _ => Ok(Value::NotImplemented),
    }
}

fn work_out(vm: &Vm, operation: Operation, a: (f64, f64), b: (f64, f64)) -> PyResult {
    let (re, im) = operation(a, b).or_raise(vm)?;
    Ok(vm.complex(re, im))
}

/// `a op b` where both are exact numbers that fit a word; `NotImplemented` for others.
pub(super) fn binary_exact(vm: &Vm, op: &BinaryOp, a: &Value, b: &Value) -> PyResult {
    let exact = |value: &Value| match value {
        Value::Float(re) => Some((re.get(), 0.0)),
        Value::Int(n) => Some((*n as f64, 0.0)),
        Value::Obj(obj) if *obj.class() == vm.types.complex => {
            value.get::<Complex>().map(|c| (c.re, c.im))
        }
        _ => None,
    };
    let operation = match op.forward {
        Special::Add => ADD,
        Special::Sub => SUB,
        Special::Mul => MUL,
        Special::TrueDiv => DIV,
        _ => return Ok(Value::NotImplemented),
    };
    match (exact(a), exact(b)) {
        (Some(a), Some(b)) => work_out(vm, operation, a, b),
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
    truediv rtruediv DIV;
}

fn pow(vm: &Vm, args: &[Value]) -> PyResult {
    power(vm, &args[0], &args[1], &args[2])
}

fn rpow(vm: &Vm, args: &[Value]) -> PyResult {
    power(vm, &args[1], &args[0], &args[2])
}

fn power(vm: &Vm, base: &Value, exponent: &Value, modulus: &Value) -> PyResult {
    let are_numbers = operand(vm, base)?.is_some() && operand(vm, exponent)?.is_some();
    match are_numbers && !modulus.is_none() {
        true => Err(vm.value_error("complex modulo")),
        false => operate(vm, POW, base, exponent),
    }
}

/// Whether a complex number equals another number; `None` when the other is none.
fn equal(a: Complex, other: &Value) -> Option<bool> {
    if let Some(b) = other.get::<Complex>() {
        return Some(a.re == b.re && a.im == b.im);
    }
    if let Some(b) = float::float_of(other) {
        return Some(a.im == 0.0 && a.re == b);
    }
    let int = int_ref(other)?;
    Some(
        a.im == 0.0
            && int
                .partial_cmp_float(a.re)
                .is_some_and(|order| order.is_eq()),
    )
}

fn eq(vm: &Vm, args: &[Value]) -> PyResult {
    let equal = equal(this(vm, args)?, &args[1]);
    Ok(equal.map_or(Value::NotImplemented, Value::bool))
}

fn ne(vm: &Vm, args: &[Value]) -> PyResult {
    let equal = equal(this(vm, args)?, &args[1]);
    Ok(equal.map_or(Value::NotImplemented, |equal| Value::bool(!equal)))
}

fn unordered(_vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(Value::NotImplemented)
}

fn neg(vm: &Vm, args: &[Value]) -> PyResult {
    let c = this(vm, args)?;
    Ok(vm.complex(-c.re, -c.im))
}

fn abs(vm: &Vm, args: &[Value]) -> PyResult {
    let c = this(vm, args)?;
    let size = c.re.hypot(c.im);
    match size.is_infinite() && c.re.is_finite() && c.im.is_finite() {
        true => Err(vm.overflow_error("absolute value too large")),
        false => Ok(Value::float(size)),
    }
}

fn bool(vm: &Vm, args: &[Value]) -> PyResult {
    let c = this(vm, args)?;
    Ok(Value::bool(c.re != 0.0 || c.im != 0.0))
}

fn exact_self(vm: &Vm, args: &[Value]) -> PyResult {
    match *vm.class_of(&args[0]) == vm.types.complex {
        true => Ok(args[0].clone()),
        false => this(vm, args).map(|c| value(vm, c)),
    }
}

fn complex_hash(vm: &Vm, args: &[Value]) -> PyResult {
    let c = this(vm, args)?;
    let part = |f| hash::hash_float(f).unwrap_or_else(|| ops::identity_hash(&args[0]));
    Ok(Value::Int(hash::hash_complex(part(c.re), part(c.im))))
}

// ---------------------------------------------------------------------------------------------
// Methods

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let c = this(vm, args)?;
    Ok(vm.str(&floats::repr_complex(c.re, c.im)))
}

fn conjugate(vm: &Vm, args: &[Value]) -> PyResult {
    let c = this(vm, args)?;
    Ok(vm.complex(c.re, -c.im))
}

fn getnewargs(vm: &Vm, args: &[Value]) -> PyResult {
    let c = this(vm, args)?;
    Ok(vm.tuple(vec![Value::float(c.re), Value::float(c.im)]))
}
