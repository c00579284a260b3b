//! `int`: the payload of big integers (and of instances of subclasses), the method table, and the
//! entry points for the rest of the interpreter. Inline integers are `Value::Int`; the arithmetic is
//! in `text::int`.

use crate::object::class::Class;
use crate::object::descriptor::{call_bound, call_special};
use crate::object::heap::{self, Kind, Obj, Ref, Trace};
use crate::object::ops::{self, BinaryOp, Compare};
use crate::object::special::Special;
use crate::object::table::{self, TypeTable, class_method, getter, method};
use crate::object::value::{PyResult, Raised, Value};
use crate::text::int::{self as algorithms, ByteOrder, Int, IntRef, ParseError, as_word};
use crate::text::{Error, Text, hash};
use crate::types::args::{self, OrRaise};
use crate::types::formatting::format_int;
use crate::types::str::text_of;
use crate::types::{buffer, float, int_work, sequence, slots};
use crate::vm::Vm;
use dashu_int::IBig;
use std::cell::Cell;
use std::cmp::Ordering;

/// The payload of `int` objects that are not inline.
pub struct BigInt(pub IBig);

impl Trace for BigInt {
    fn trace(&self, _visit: &mut dyn FnMut(&Obj)) {}
}

/// The type's table.
#[rustfmt::skip]
pub const INT: TypeTable = TypeTable {
    name: "int",
    own: &["__getattribute__"],
    kind: Kind::BigInt,
    subclassable: true,
    construct: Some(construct),
    doc: "int([x]) -> integer\nint(x, base=10) -> integer\n\nAn unbounded whole number: 0, or what a number or the digits in a text stand for.\nA base of 0 follows the prefix of the text.",
    methods: &[
        table::new(
            "__new__(cls, x=<unrepresentable>, /, base=<unrepresentable>)",
            int_new,
        ),
        slots::repr(repr),
        slots::hash(int_hash),
        slots::lt(lt), slots::le(le), slots::eq(eq), slots::ne(ne), slots::gt(gt), slots::ge(ge),
        slots::add(add), slots::radd(radd),
        slots::sub(sub), slots::rsub(rsub),
        slots::mul(mul), slots::rmul(rmul),
        slots::mod_(modulo), slots::rmod(rmodulo),
        slots::divmod(divmod), slots::rdivmod(rdivmod),
        slots::pow(pow), slots::rpow(rpow),
        slots::neg(neg), slots::pos(exact_self), slots::abs(abs), slots::bool(bool), slots::invert(invert),
        slots::lshift(lshift), slots::rlshift(rlshift),
        slots::rshift(rshift), slots::rrshift(rrshift),
        slots::and(and), slots::rand(rand),
        slots::xor(xor), slots::rxor(rxor),
        slots::or(or), slots::ror(ror),
        slots::int(exact_self), slots::float(to_float),
        slots::floordiv(floordiv), slots::rfloordiv(rfloordiv),
        slots::truediv(truediv), slots::rtruediv(rtruediv),
        slots::index(exact_self),
        method("conjugate(self, /)", exact_self, "Returns self, the complex conjugate of any int."),
        method("bit_length(self, /)", bit_length, "Number of bits necessary to represent self in binary."),
        method("bit_count(self, /)", bit_count, "Number of ones in the binary representation of the absolute value of self."),
        method("to_bytes(self, /, length=1, byteorder='big', *, signed=False)", to_bytes, "Return an array of bytes representing an integer."),
        class_method("from_bytes(type, /, bytes, byteorder='big', *, signed=False)", from_bytes, "Return the integer represented by the given array of bytes."),
        method("as_integer_ratio(self, /)", as_integer_ratio, "Return a pair of integers, whose ratio is equal to the original int."),
        method("__trunc__(self, /)", exact_self, "Truncating an Integral returns itself."),
        method("__floor__(self, /)", exact_self, "Flooring an Integral returns itself."),
        method("__ceil__(self, /)", exact_self, "Ceiling of an Integral returns itself."),
        method("__round__(self, ndigits=<unrepresentable>, /)", round, "Rounding an Integral returns itself."),
        method("__getnewargs__(self, /)", getnewargs, ""),
        method("__format__(self, format_spec, /)", format_int, "Convert to a string according to format_spec."),
        method("__sizeof__(self, /)", size_of, "Returns size in memory, in bytes."),
        method("is_integer(self, /)", is_integer, "Returns True. Exists for duck type compatibility with float.is_integer."),
    ],
    properties: &[
        getter("real", |vm, this| Ok(exact(vm, this)), "the real part of a complex number"),
        getter("imag", |_, _| Ok(Value::Int(0)), "the imaginary part of a complex number"),
        getter("numerator", |vm, this| Ok(exact(vm, this)), "the numerator of a rational number in lowest terms"),
        getter("denominator", |_, _| Ok(Value::Int(1)), "the denominator of a rational number in lowest terms"),
    ],
    ..TypeTable::DEFAULT
};

/// `sys.get_int_max_str_digits()`; 0 means no limit.
pub struct DigitLimit(Cell<usize>);

impl Default for DigitLimit {
    fn default() -> DigitLimit {
        DigitLimit(Cell::new(algorithms::DEFAULT_DIGIT_LIMIT))
    }
}

impl DigitLimit {
    /// The limit.
    pub fn get(&self) -> usize {
        self.0.get()
    }
    /// `sys.set_int_max_str_digits(limit)`, checked by the caller.
    pub fn set(&self, limit: usize) {
        self.0.set(limit);
    }
}

// ---------------------------------------------------------------------------------------------
// Values and integers

/// An `int` value in its normal form: inline when it fits.
pub fn from_big(vm: &Vm, big: IBig) -> Value {
    from_int(vm, Int::from(big))
}

/// An `int` value.
#[inline]
pub fn from_int(vm: &Vm, int: Int) -> Value {
    match int {
        Int::Small(i) => Value::Int(i),
        Int::Big(big) => heap::alloc(&vm.types.int, BigInt(big)).into(),
    }
}

/// The integer a value holds (`bool` and instances of subclasses included), borrowed.
#[inline]
pub fn int_ref(value: &Value) -> Option<IntRef<'_>> {
    match value {
        Value::Int(i) => Some(IntRef::Small(*i)),
        Value::True => Some(IntRef::Small(1)),
        Value::False => Some(IntRef::Small(0)),
        Value::Obj(obj) => obj.get::<BigInt>().map(|big| match as_word(&big.0) {
            Some(i) => IntRef::Small(i),
            None => IntRef::Big(&big.0),
        }),
        _ => None,
    }
}

/// The integer a value holds (`bool` and instances of subclasses included).
pub fn to_big(value: &Value) -> Option<IBig> {
    int_ref(value).map(|int| int.to_big().into_owned())
}

/// The same integer as an exact `int`: what `int.__index__` and its like give.
pub fn exact(vm: &Vm, value: &Value) -> Value {
    match value {
        Value::Obj(obj) if *obj.class() == vm.types.int => value.clone(),
        _ => int_ref(value).map_or_else(|| value.clone(), |int| from_int(vm, int.to_int())),
    }
}

/// Whether the value is an `int` of the class itself, so that no subclass's methods count.
#[inline]
pub fn is_exact(vm: &Vm, value: &Value) -> bool {
    match value {
        Value::Int(_) => true,
        Value::Obj(obj) => *obj.class() == vm.types.int,
        _ => false,
    }
}

/// Whether the special method of the value is that of `int`: it is one, or an instance of a subclass that has not
/// overridden it.
#[inline]
pub fn acts_as_int(vm: &Vm, value: &Value, special: Special) -> bool {
    match value {
        Value::Int(_) => true,
        Value::Obj(obj) => {
            obj.kind() == Kind::BigInt && obj.class().has_of(vm, special, &vm.types.int)
        }
        _ => false,
    }
}

/// The order of an inline integer and a float, exactly; none beside a NaN.
pub fn compare_float(int: i64, float: f64) -> Option<Ordering> {
    IntRef::Small(int).partial_cmp_float(float)
}

/// An integer as an instance of a class: `int` itself or a subclass.
pub fn instance(vm: &Vm, class: &Ref<Class>, int: Int) -> Value {
    if *class == vm.types.int {
        from_int(vm, int)
    } else {
        heap::alloc(class, BigInt(int.into_big())).into()
    }
}

/// Whether an integer value is below zero.
pub fn is_negative(value: &Value) -> bool {
    int_ref(value).is_some_and(IntRef::is_negative)
}

/// The modulus of numeric hashes.
const MODULUS: i64 = hash::MODULUS as i64;

/// `hash()` of an inline integer.
#[inline]
pub fn hash_i64(i: i64) -> i64 {
    let hash = if (-MODULUS < i) & (i < MODULUS) {
        i
    } else {
        i % MODULUS
    };
    if hash == -1 { -2 } else { hash }
}

/// What `__hash__` returned, reduced to the range of hashes.
pub fn hash_of_int(value: &Value) -> Option<i64> {
    match int_ref(value)? {
        IntRef::Small(i) => Some(i),
        big => Some(hash::hash_int(big)),
    }
}

/// `hash()` of an object that holds an integer.
pub fn hash_of_big(obj: &Obj) -> Option<i64> {
    obj.get::<BigInt>().map(|big| hash_big(&big.0))
}

/// `hash()` of any integer.
pub fn hash_big(big: &IBig) -> i64 {
    hash::hash_int(IntRef::Big(big))
}

/// `operator.index` of anything that is not inline.
///
/// # Errors
/// TypeError without `__index__`, or what it raises.
pub fn index_slow(vm: &Vm, value: &Value) -> PyResult {
    if int_ref(value).is_some() {
        return Ok(exact(vm, value));
    }
    let Some(method) = vm.class_of(value).special(vm, Special::Index) else {
        return Err(vm.type_error(format!(
            "'{}' object cannot be interpreted as an integer",
            vm.type_name(value)
        )));
    };
    let result = call_special(vm, method, value, &[])?;
    checked_result(vm, "__index__", result)
}

/// What `__int__` or `__index__` returned, as an exact `int`.
fn checked_result(vm: &Vm, name: &str, result: Value) -> PyResult {
    if is_exact(vm, &result) {
        return Ok(result);
    }
    if int_ref(&result).is_none() {
        return Err(vm.type_error(format!(
            "{name} returned non-int (type {})",
            vm.type_name(&result)
        )));
    }
    let message = format!(
        "{name} returned non-int (type {}).  The ability to return an instance of a strict subclass of \
         int is deprecated, and may be removed in a future version of Python.",
        vm.type_name(&result)
    );
    super::warn_deprecated(vm, &message)?;
    Ok(exact(vm, &result))
}

// ---------------------------------------------------------------------------------------------
// Construction

/// `int(...)` with positional arguments only.
fn construct(vm: &Vm, args: &[Value]) -> PyResult {
    match sequence::check_count(vm, "int", args, (0, 2))? {
        [] => Ok(Value::Int(0)),
        [value] => from_object(vm, value),
        [value, base, ..] => from_digits(vm, value, base),
    }
}

fn int_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = super::class_arg(vm, &args[0], "int")?;
    let value = match (&args[1], &args[2]) {
        (Value::Unbound, Value::Unbound) => Value::Int(0),
        (Value::Unbound, _) => return Err(vm.type_error("int() missing string argument")),
        (value, Value::Unbound) => from_object(vm, value)?,
        (value, base) => from_digits(vm, value, base)?,
    };
    if class == vm.types.int {
        return Ok(value);
    }
    let big = to_big(&value).unwrap_or_default();
    Ok(heap::alloc(&class, BigInt(big)).into())
}

/// `int(value)`.
///
/// # Errors
/// TypeError for what is no number and no text, ValueError for a text of another form, or what the
/// value's methods raise.
pub fn from_object(vm: &Vm, value: &Value) -> PyResult {
    match value {
        Value::Int(_) => return Ok(value.clone()),
        Value::Float(f) => return Ok(from_int(vm, algorithms::from_float(f.get()).or_raise(vm)?)),
        _ if is_exact(vm, value) => return Ok(value.clone()),
        _ => {}
    }
    let class = vm.class_of(value).clone();
    if let Some(method) = class.special(vm, Special::Int) {
        let result = call_special(vm, method, value, &[])?;
        return checked_result(vm, "__int__", result);
    }
    if class.has_special(vm, Special::Index) {
        return index_slow(vm, value);
    }
    if let Some(method) = class.special(vm, Special::Trunc) {
        super::warn_deprecated(vm, "The delegation of int() to __trunc__ is deprecated.")?;
        return from_trunc(vm, call_bound(vm, method, value, &[])?);
    }
    if let Some(result) = parse(vm, value, 10)? {
        return Ok(result);
    }
    Err(vm.type_error(format!(
        "int() argument must be a string, a bytes-like object or a real number, not '{}'",
        vm.type_name(value)
    )))
}

fn from_trunc(vm: &Vm, result: Value) -> PyResult {
    if int_ref(&result).is_some() {
        return Ok(exact(vm, &result));
    }
    if args::has_index(vm, &result) {
        return index_slow(vm, &result);
    }
    Err(vm.type_error(format!(
        "__trunc__ returned non-Integral (type {})",
        vm.type_name(&result)
    )))
}

fn from_digits(vm: &Vm, value: &Value, base: &Value) -> PyResult {
    let base = match ops::index(vm, base)? {
        Value::Int(base) if base == 0 || (2..=36).contains(&base) => base,
        _ => return Err(vm.value_error("int() base must be >= 2 and <= 36, or 0")),
    };
    match text_of(value).is_some() || buffer::is_bytes_or_array(value) {
        true => parse(vm, value, base)?.ok_or(Raised),
        false => Err(vm.type_error("int() can't convert non-string with explicit base")),
    }
}

/// The integer that a `str` or bytes-like object spells; `None` when it is neither.
fn parse(vm: &Vm, value: &Value, base: i64) -> PyResult<Option<Value>> {
    let limit = vm.state.digit_limit.get();
    let parsed = match text_of(value) {
        Some(text) if limit == 0 && text.as_bytes().len() > int_work::LARGE_TEXT => {
            let text = text.clone();
            let bits = text.as_bytes().len() as u64 * 4;
            int_work::apart(vm, bits, move || algorithms::parse(&text, base, limit))?
        }
        Some(text) => algorithms::parse(text, base, limit),
        None => match buffer::text_bytes(vm, value) {
            Some(bytes) => algorithms::parse_bytes(&bytes, base, limit),
            None => return Ok(None),
        },
    };
    match parsed {
        Ok(int) => Ok(Some(from_int(vm, int))),
        Err(ParseError::Other(error)) => Err(vm.raise_error(error)),
        Err(ParseError::Literal) => {
            let bytes = match text_of(value) {
                None => buffer::text_bytes(vm, value),
                Some(_) => None,
            };
            let repr = match bytes {
                Some(bytes) => crate::text::escape::repr_bytes(&bytes),
                None => ops::repr(vm, value)?.to_string(),
            };
            let repr: String = repr.chars().take(200).collect();
            Err(vm.raise_error(algorithms::literal_error(base, &repr)))
        }
    }
}

// ---------------------------------------------------------------------------------------------
// Operators

type Operation = fn(&Vm, IntRef<'_>, IntRef<'_>) -> PyResult;

fn fallible(vm: &Vm, result: Result<Int, Error>) -> PyResult {
    Ok(from_int(vm, result.or_raise(vm)?))
}

const ADD: Operation = |vm, a, b| Ok(from_int(vm, a.add(b)));
const SUB: Operation = |vm, a, b| Ok(from_int(vm, a.sub(b)));
const MUL: Operation = |vm, a, b| Ok(from_int(vm, int_work::multiply(vm, a, b)?));
const FLOOR_DIV: Operation = |vm, a, b| Ok(from_int(vm, int_work::floor_div(vm, a, b)?));
const MOD: Operation = |vm, a, b| Ok(from_int(vm, int_work::modulo(vm, a, b)?));
const LSHIFT: Operation = |vm, a, b| fallible(vm, a.shl(b));
const RSHIFT: Operation = |vm, a, b| fallible(vm, a.shr(b));
const AND: Operation = |vm, a, b| Ok(from_int(vm, a.and(b)));
const OR: Operation = |vm, a, b| Ok(from_int(vm, a.or(b)));
const XOR: Operation = |vm, a, b| Ok(from_int(vm, a.xor(b)));
const TRUE_DIV: Operation = |vm, a, b| a.true_div(b).or_raise(vm).map(Value::float);
const DIVMOD: Operation = |vm, a, b| {
    let (quotient, rest) = int_work::div_mod(vm, a, b)?;
    Ok(vm.pair(from_int(vm, quotient), from_int(vm, rest)))
};
const POW: Operation = |vm, a, b| {
    if b.is_negative() {
        // "If the second argument is negative, the result is a float."
        return float::power(vm, a.to_f64().or_raise(vm)?, b.to_f64().or_raise(vm)?);
    }
    Ok(from_int(vm, int_work::power(vm, a, b)?))
};

#[inline]
fn operate(vm: &Vm, operation: Operation, a: &Value, b: &Value) -> PyResult {
    match (int_ref(a), int_ref(b)) {
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
    floordiv rfloordiv FLOOR_DIV;
    modulo rmodulo MOD;
    divmod rdivmod DIVMOD;
    truediv rtruediv TRUE_DIV;
    lshift rlshift LSHIFT;
    rshift rrshift RSHIFT;
    and rand AND;
    or ror OR;
    xor rxor XOR;
}

/// `a op b` for two ints (`bool` and instances of subclasses included): what the evaluator does when
/// words will not do. `NotImplemented` when one is no int or the operator is not for ints.
///
/// # Errors
/// ZeroDivisionError, ValueError for a negative shift, MemoryError for what is too large.
#[inline(never)]
pub fn binary_slow(vm: &Vm, op: &BinaryOp, a: &Value, b: &Value) -> PyResult {
    let operation = match op.forward {
        Special::Add => ADD,
        Special::Sub => SUB,
        Special::Mul => MUL,
        Special::FloorDiv => FLOOR_DIV,
        Special::Mod => MOD,
        Special::TrueDiv => TRUE_DIV,
        Special::Pow => POW,
        Special::LShift => LSHIFT,
        Special::RShift => RSHIFT,
        Special::And => AND,
        Special::Or => OR,
        Special::Xor => XOR,
        Special::DivMod => DIVMOD,
        _ => return Ok(Value::NotImplemented),
    };
    operate(vm, operation, a, b)
}

fn pow(vm: &Vm, args: &[Value]) -> PyResult {
    power(vm, &args[0], &args[1], &args[2])
}

fn rpow(vm: &Vm, args: &[Value]) -> PyResult {
    power(vm, &args[1], &args[0], &args[2])
}

/// `pow(a, b, modulus)` for ints, the modulus possibly None; `NotImplemented` when one is no int.
fn power(vm: &Vm, a: &Value, b: &Value, modulus: &Value) -> PyResult {
    if modulus.is_none() {
        return operate(vm, POW, a, b);
    }
    match (int_ref(a), int_ref(b), int_ref(modulus)) {
        (Some(a), Some(b), Some(modulus)) => {
            let result = int_work::power_modulo(vm, a, b, modulus)?;
            Ok(from_int(vm, result))
        }
        _ => Ok(Value::NotImplemented),
    }
}

fn compare(op: Compare, args: &[Value]) -> PyResult {
    Ok(match (int_ref(&args[0]), int_ref(&args[1])) {
        (Some(a), Some(b)) => Value::bool(op.holds(a, b)),
        _ => Value::NotImplemented,
    })
}

macro_rules! comparisons {
    ($($name:ident $op:ident;)*) => {$(
        fn $name(_vm: &Vm, args: &[Value]) -> PyResult {
            compare(Compare::$op, args)
        }
    )*};
}

comparisons! { lt Lt; le Le; eq Eq; ne Ne; gt Gt; ge Ge; }

/// The integer a method was called on.
fn this<'a>(vm: &Vm, args: &'a [Value]) -> PyResult<IntRef<'a>> {
    int_ref(&args[0]).ok_or_else(|| super::internal_error(vm, "an int without payload"))
}

fn neg(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(from_int(vm, this(vm, args)?.neg()))
}

fn abs(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(from_int(vm, this(vm, args)?.abs()))
}

fn invert(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(from_int(vm, this(vm, args)?.invert()))
}

fn bool(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::bool(!this(vm, args)?.is_zero()))
}

fn exact_self(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(exact(vm, &args[0]))
}

fn to_float(vm: &Vm, args: &[Value]) -> PyResult {
    this(vm, args)?.to_f64().or_raise(vm).map(Value::float)
}

fn int_hash(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::Int(hash::hash_int(this(vm, args)?)))
}

// ---------------------------------------------------------------------------------------------
// Methods

/// The decimal digits, within the limit on their number.
///
/// # Errors
/// ValueError above the limit.
pub fn decimal(vm: &Vm, int: IntRef<'_>) -> PyResult<Text> {
    let limit = vm.state.digit_limit.get();
    if limit != 0 && limit <= algorithms::DEFAULT_DIGIT_LIMIT {
        return algorithms::decimal(int, limit).or_raise(vm);
    }
    int_work::alone(vm, int, move |int| algorithms::decimal(int, limit))
}

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(vm.text(decimal(vm, this(vm, args)?)?))
}

fn bit_length(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(from_int(vm, Int::from(this(vm, args)?.bit_length())))
}

fn bit_count(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(from_int(vm, Int::from(this(vm, args)?.bit_count())))
}

fn byte_order(vm: &Vm, value: &Value, what: &str) -> PyResult<ByteOrder> {
    ByteOrder::from_name(args::text(vm, value, what)?.as_bytes()).or_raise(vm)
}

fn to_bytes(vm: &Vm, args: &[Value]) -> PyResult {
    let length = args::size(vm, &args[1])?;
    let order = byte_order(vm, &args[2], "to_bytes() argument 'byteorder'")?;
    let signed = ops::truth(vm, &args[3])?;
    let Ok(length) = usize::try_from(length) else {
        return Err(vm.value_error("length argument must be non-negative"));
    };
    let bytes = this(vm, args)?
        .to_bytes(length, order, signed)
        .or_raise(vm)?;
    Ok(vm.bytes(bytes))
}

fn from_bytes(vm: &Vm, args: &[Value]) -> PyResult {
    let order = byte_order(vm, &args[2], "from_bytes() argument 'byteorder'")?;
    let signed = ops::truth(vm, &args[3])?;
    let bytes = super::bytes::from_object(vm, &args[1])?;
    let int = from_int(vm, algorithms::from_bytes(&bytes, order, signed));
    match args[0].as_ref::<Class>() {
        Some(class) if *class != vm.types.int => vm.call(&args[0], &[int]),
        _ => Ok(int),
    }
}

fn as_integer_ratio(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(vm.tuple(vec![exact(vm, &args[0]), Value::Int(1)]))
}

fn round(vm: &Vm, args: &[Value]) -> PyResult {
    if args[1].is_unbound() {
        return Ok(exact(vm, &args[0]));
    }
    let ndigits = ops::index(vm, &args[1])?;
    match int_ref(&ndigits) {
        Some(ndigits) => fallible(vm, this(vm, args)?.round(ndigits)),
        None => Ok(exact(vm, &args[0])),
    }
}

fn getnewargs(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(vm.tuple(vec![exact(vm, &args[0])]))
}

fn size_of(vm: &Vm, args: &[Value]) -> PyResult {
    // As CPython lays them out: a header and digits of 30 bits in four bytes each.
    let digits = this(vm, args)?.bit_length().div_ceil(30).max(1);
    Ok(Value::Int(24 + 4 * digits as i64))
}

fn is_integer(_vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(Value::True)
}

/// The value of an integer literal, without underscores but with its radix prefix.
pub fn parse_literal(vm: &Vm, text: &str) -> Option<Value> {
    let (digits, radix) = match text.get(..2) {
        Some("0x" | "0X") => (&text[2..], 16),
        Some("0o" | "0O") => (&text[2..], 8),
        Some("0b" | "0B") => (&text[2..], 2),
        _ => (text, 10),
    };
    IBig::from_str_radix(digits, radix)
        .ok()
        .map(|big| from_big(vm, big))
}
