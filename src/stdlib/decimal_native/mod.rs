//! `_decimal_quick`: what `decimal.Decimal` does quickly, for finite numbers of moderate length where at most rounding has
//! to be reported. These methods are put into the class, in place of those of the same purpose that are written in
//! Python, whose names start with an underscore: they do whatever is not done here. The arithmetic is in `number`.

mod format;
mod number;
mod of_contexts;

use self::format::{DecimalSpec, Manner, Written};
use self::number::{Coefficient, Number, ROUNDINGS, Rounded, Settings};
use super::{NativeModule, contextvars};
use crate::object::class::Class;
use crate::object::heap::{self, Ref, ValueCell};
use crate::object::lookup;
use crate::object::ops::Compare;
use crate::object::shape::Name;
use crate::object::table::{Row, method};
use crate::object::value::{PyResult, Value};
use crate::text::Text;
use crate::types::args::OrRaise;
use crate::types::dict::Dict;
use crate::types::int::{self, BigInt};
use crate::types::native;
use crate::types::object::Plain;
use crate::types::slots;
use crate::types::str::{Str, text_of};
use crate::types::type_::check_encodable;
use crate::types::warn_deprecated;
use crate::vm::Vm;
use dashu_int::{IBig, Sign, UBig};
use std::cell::RefCell;
use std::rc::Rc;

/// The module.
pub const DECIMAL: NativeModule = NativeModule {
    name: "_decimal_quick",
    doc: "What decimal does quickly.",
    functions: &[
        method(
            "install(decimal, context, variable, getcontext, inexact, rounded, /)",
            install,
            "Puts the methods into the classes. The others are the variable of contexts, what makes it have one, and two signals.",
        ),
        method(
            "new(value, /)",
            new,
            "The Decimal of an int, or of a text in the usual notation; None for anything else.",
        ),
        method(
            "digits(coefficient, /)",
            |vm, args| Ok(vm.text(Text::from_wtf8_vec(digits_of(&args[0])))),
            "The digits of an int that is not negative, of any length.",
        ),
        method(
            "make(sign, coefficient, exponent, /)",
            make,
            "The Decimal of these parts.",
        ),
    ],
    fill: super::nothing,
};

/// The methods of `Decimal`.
static METHODS: &[Row] = &[
    slots::add(|vm, args| binary(vm, args, &ADD)),
    slots::radd(|vm, args| binary(vm, args, &RADD)),
    slots::sub(|vm, args| binary(vm, args, &SUB)),
    slots::rsub(|vm, args| binary(vm, args, &RSUB)),
    slots::mul(|vm, args| binary(vm, args, &MUL)),
    slots::rmul(|vm, args| binary(vm, args, &RMUL)),
    slots::truediv(|vm, args| binary(vm, args, &DIV)),
    slots::rtruediv(|vm, args| binary(vm, args, &RDIV)),
    slots::floordiv(|vm, args| binary(vm, args, &FLOORDIV)),
    slots::rfloordiv(|vm, args| binary(vm, args, &RFLOORDIV)),
    slots::mod_(|vm, args| binary(vm, args, &MOD)),
    slots::rmod(|vm, args| binary(vm, args, &RMOD)),
    slots::pow(power),
    slots::lt(|vm, args| compare(vm, args, Compare::Lt, "_lt")),
    slots::le(|vm, args| compare(vm, args, Compare::Le, "_le")),
    slots::gt(|vm, args| compare(vm, args, Compare::Gt, "_gt")),
    slots::ge(|vm, args| compare(vm, args, Compare::Ge, "_ge")),
    slots::eq(|vm, args| compare(vm, args, Compare::Eq, "_eq")),
    slots::ne(|vm, args| compare(vm, args, Compare::Ne, "_ne")),
    slots::hash(hash),
    slots::bool(truth),
    slots::str(text),
    slots::repr(repr),
    method(
        "__format__(self, specifier, /)",
        format,
        "Format the number by a specification.",
    ),
    slots::neg(|vm, args| unary(vm, args, |sign| !sign, "_neg")),
    slots::pos(|vm, args| unary(vm, args, |sign| sign, "_pos")),
    slots::abs(|vm, args| unary(vm, args, |_| false, "_abs")),
    method(
        "quantize(self, /, exp, rounding=None, context=None)",
        quantize,
        "The number with the exponent of another: rounded to cents by quantize(Decimal('.01')).",
    ),
];

/// What the methods know of the Python side.
struct Parts {
    class: Ref<Class>,
    context: Ref<Class>,
    variable: Value,
    getcontext: Value,
    inexact: Value,
    rounded: Value,
    /// Where sign, coefficient and exponent are among an instance's values.
    places: [usize; 3],
    names: [Name; 8],
}

/// What the module keeps per interpreter.
#[derive(Default)]
pub struct State {
    parts: RefCell<Option<Rc<Parts>>>,
}

fn parts(vm: &Vm) -> Option<Rc<Parts>> {
    vm.state.decimal.parts.borrow().clone()
}

fn install(vm: &Vm, args: &[Value]) -> PyResult {
    let (Some(class), Some(context)) = (args[0].as_ref::<Class>(), args[1].as_ref::<Class>())
    else {
        return Err(vm.type_error("install() takes classes"));
    };
    let mut places = [0; 3];
    for (place, name) in places
        .iter_mut()
        .zip(["_sign", "_coefficient", "_exponent"])
    {
        let found = native::slot_place(vm, class, name);
        *place = found.ok_or_else(|| vm.type_error("install() takes a class with slots"))?;
    }
    let names = [
        "prec", "Emin", "Emax", "clamp", "rounding", "flags", "traps", "capitals",
    ];
    let parts = Parts {
        class: class.clone(),
        context: context.clone(),
        variable: args[2].clone(),
        getcontext: args[3].clone(),
        inexact: args[4].clone(),
        rounded: args[5].clone(),
        places,
        names: names.map(|name| vm.intern(name)),
    };
    let old = vm.state.decimal.parts.replace(Some(Rc::new(parts)));
    drop(old);
    native::put_methods(vm, class, METHODS);
    native::put_methods(vm, context, of_contexts::METHODS);
    Ok(Value::None)
}

// ---------------------------------------------------------------------------------------------
// Objects and numbers

impl Parts {
    /// The finite number that a Decimal or an int is, if it is not too long.
    fn number(&self, value: &Value) -> Option<Number> {
        let (sign, coefficient, exponent) = match value {
            Value::Int(small) => (
                *small < 0,
                Coefficient::Small(small.unsigned_abs().into()),
                0,
            ),
            value => {
                let [sign, coefficient, exponent] = self.cells(value)?;
                (
                    sign.as_int()? != 0,
                    coefficient_of(&coefficient.get())?,
                    exponent.as_int()?,
                )
            }
        };
        Some(Number {
            sign,
            coefficient,
            exponent,
        })
    }

    /// What sign, coefficient and exponent of a Decimal are in.
    fn cells<'a>(&self, value: &'a Value) -> Option<[&'a ValueCell; 3]> {
        let obj = value.obj()?;
        if *obj.class() != self.class && !obj.class().is_subclass(&self.class) {
            return None;
        }
        let values = obj.values();
        let [sign, coefficient, exponent] = self.places.map(|place| values.get(place));
        Some([sign?, coefficient?, exponent?])
    }

    /// An instance of a subclass as a Decimal; anything else as it is.
    fn plain(&self, value: &Value) -> Value {
        let Some(obj) = value
            .obj()
            .filter(|obj| *obj.class() != self.class && obj.class().is_subclass(&self.class))
        else {
            return value.clone();
        };
        let own = |place: usize| match obj.values().get(place) {
            Some(cell) => cell.get(),
            None => Value::Unbound,
        };
        self.of(self.places.map(own))
    }

    /// A Decimal of its three parts.
    fn of(&self, values: [Value; 3]) -> Value {
        let decimal = heap::alloc(&self.class, Plain);
        let cells = decimal.as_obj().values();
        for (place, value) in self.places.into_iter().zip(values) {
            if let Some(cell) = cells.get(place) {
                cell.set(value);
            }
        }
        decimal.into()
    }

    /// A Decimal.
    fn decimal(&self, vm: &Vm, number: Number) -> Value {
        let coefficient = match number.coefficient {
            Coefficient::Small(small) => match i64::try_from(small) {
                Ok(small) => Value::Int(small),
                Err(_) => int::from_big(vm, IBig::from(small)),
            },
            Coefficient::Big(big) => int::from_big(vm, big.into()),
        };
        let sign = Value::Int(number.sign.into());
        self.of([sign, coefficient, Value::Int(number.exponent)])
    }

    /// The current context, if there is one yet and it is a plain one.
    fn current(&self, vm: &Vm) -> Option<Value> {
        let context = contextvars::value(vm, &self.variable)?;
        (*vm.class_of(&context) == self.context).then_some(context)
    }

    fn attribute(&self, vm: &Vm, context: &Value, at: usize) -> Option<Value> {
        lookup::instance_find(vm, context.obj()?, &self.names[at])
    }

    fn settings(&self, vm: &Vm, context: &Value) -> Option<Settings> {
        let number = |at| match self.attribute(vm, context, at) {
            Some(Value::Int(number)) => Some(number),
            _ => None,
        };
        let rounding = self.attribute(vm, context, 4)?;
        Some(Settings {
            prec: number(0)?,
            emin: number(1)?,
            emax: number(2)?,
            clamp: number(3)? != 0,
            rounding: rounding_of(&rounding)?,
        })
    }

    /// A result, whose rounding is reported to the context; `None` if the program wants to hear of it.
    fn reported(&self, vm: &Vm, context: &Value, result: Rounded) -> PyResult<Option<Value>> {
        if result.rounded {
            let (Some(flags), Some(traps)) = (
                self.attribute(vm, context, 5),
                self.attribute(vm, context, 6),
            ) else {
                return Ok(None);
            };
            let (Some(flags), Some(traps)) = (flags.get::<Dict>(), traps.get::<Dict>()) else {
                return Ok(None);
            };
            let signals = [Some(&self.rounded), result.inexact.then_some(&self.inexact)];
            for signal in signals.into_iter().flatten() {
                if !matches!(traps.get(vm, signal)?, Some(Value::False)) {
                    return Ok(None);
                }
            }
            for signal in signals.into_iter().flatten() {
                drop(flags.insert(vm, signal.clone(), Value::True)?);
            }
        }
        Ok(Some(self.decimal(vm, result.number)))
    }
}

fn coefficient_of(value: &Value) -> Option<Coefficient> {
    match value {
        Value::Int(small) => Some(Coefficient::Small(small.unsigned_abs().into())),
        value => {
            let (sign, magnitude) = value.get::<BigInt>()?.0.clone().into_parts();
            match sign {
                Sign::Positive => Coefficient::of_big(magnitude),
                Sign::Negative => None,
            }
        }
    }
}

fn rounding_of(value: &Value) -> Option<number::Rounding> {
    let text = text_of(value)?.as_bytes();
    let known = ROUNDINGS.iter().find(|known| known.0.as_bytes() == text)?;
    Some(known.1)
}

/// `make(sign, coefficient, exponent)`
fn make(vm: &Vm, args: &[Value]) -> PyResult {
    match parts(vm) {
        Some(parts) => Ok(parts.of([0, 1, 2].map(|at: usize| args[at].clone()))),
        None => Err(vm.type_error("make() has no class yet")),
    }
}

/// `new(value)`
fn new(vm: &Vm, args: &[Value]) -> PyResult {
    let Some(parts) = parts(vm) else {
        return Ok(Value::None);
    };
    let number = match &args[0] {
        Value::Int(_) => parts.number(&args[0]),
        Value::Obj(obj) if *obj.class() == vm.types.str => text_of(&args[0])
            .filter(|text| text.is_ascii())
            .and_then(|text| text.as_str())
            .and_then(Number::parse),
        Value::Obj(obj) if *obj.class() == vm.types.int => obj.get::<BigInt>().and_then(|big| {
            let (sign, magnitude): (Sign, UBig) = big.0.clone().into_parts();
            Some(Number {
                sign: sign == Sign::Negative,
                coefficient: Coefficient::of_big(magnitude)?,
                exponent: 0,
            })
        }),
        _ => None,
    };
    Ok(number.map_or(Value::None, |number| parts.decimal(vm, number)))
}

// ---------------------------------------------------------------------------------------------
// Operators

/// The exact result of an operation; `None` where it is not for here.
type Compute = fn(&Number, &Number, &Settings) -> Option<Number>;

/// An operator of two numbers.
struct Operator {
    compute: Compute,
    /// Whether the first operand is the right one.
    reflected: bool,
    /// The method that does what is not done here.
    otherwise: &'static str,
}

const fn operator(compute: Compute, reflected: bool, otherwise: &'static str) -> Operator {
    Operator {
        compute,
        reflected,
        otherwise,
    }
}

static ADD: Operator = operator(|a, b, settings| a.plus(b, false, settings), false, "_add");
static RADD: Operator = operator(|a, b, settings| a.plus(b, false, settings), true, "_radd");
static SUB: Operator = operator(|a, b, settings| a.plus(b, true, settings), false, "_sub");
static RSUB: Operator = operator(|a, b, settings| a.plus(b, true, settings), true, "_rsub");
static MUL: Operator = operator(|a, b, _| Some(a.times(b)), false, "_mul");
static RMUL: Operator = operator(|a, b, _| Some(a.times(b)), true, "_rmul");
static DIV: Operator = operator(Number::divided, false, "_truediv");
static RDIV: Operator = operator(Number::divided, true, "_rtruediv");
static FLOORDIV: Operator = operator(Number::floor_divided, false, "_floordiv");
static RFLOORDIV: Operator = operator(Number::floor_divided, true, "_rfloordiv");
static MOD: Operator = operator(Number::remainder, false, "_mod");
static RMOD: Operator = operator(Number::remainder, true, "_rmod");

/// Calls the method in Python, which may use any other: those of a subclass are not to be asked.
#[inline(never)]
fn otherwise(vm: &Vm, name: &str, args: &[Value]) -> PyResult {
    let Some(parts) = parts(vm) else {
        return vm.call_method(&args[0], &vm.intern(name), &args[1..]);
    };
    let args: Vec<Value> = args.iter().map(|arg| parts.plain(arg)).collect();
    vm.call_method(&args[0], &vm.intern(name), &args[1..])
}

fn binary(vm: &Vm, args: &[Value], operator: &Operator) -> PyResult {
    match computed(vm, args, operator)? {
        Some(result) => Ok(result),
        None => otherwise(vm, operator.otherwise, args),
    }
}

fn computed(vm: &Vm, args: &[Value], operator: &Operator) -> PyResult<Option<Value>> {
    let Some(parts) = parts(vm) else {
        return Ok(None);
    };
    let Some(context) = parts.current(vm) else {
        return Ok(None);
    };
    let (first, second) = match operator.reflected {
        true => (&args[1], &args[0]),
        false => (&args[0], &args[1]),
    };
    parts.computed(vm, &context, [first, second], operator.compute)
}

impl Parts {
    /// The result of an operation, rounded to a context.
    fn computed(
        &self,
        vm: &Vm,
        context: &Value,
        operands: [&Value; 2],
        compute: Compute,
    ) -> PyResult<Option<Value>> {
        let [a, b] = operands.map(|operand| self.number(operand));
        let result = a.zip(b).and_then(|(a, b)| {
            let settings = self.settings(vm, context)?;
            compute(&a, &b, &settings)?.fixed(&settings)
        });
        match result {
            Some(result) => self.reported(vm, context, result),
            None => Ok(None),
        }
    }

    /// The number with a sign that depends on its own, rounded to a context.
    fn with_sign(
        &self,
        vm: &Vm,
        context: &Value,
        operand: &Value,
        sign: fn(bool) -> bool,
    ) -> PyResult<Option<Value>> {
        let number = self.number(operand);
        let result = number
            .filter(|number| !number.coefficient.is_zero())
            .and_then(|mut number| {
                number.sign = sign(number.sign);
                number.fixed(&self.settings(vm, context)?)
            });
        match result {
            Some(result) => self.reported(vm, context, result),
            None => Ok(None),
        }
    }

    /// An integer power, rounded to a context.
    fn power(&self, vm: &Vm, context: &Value, operands: [&Value; 2]) -> PyResult<Option<Value>> {
        let [a, b] = operands.map(|operand| self.number(operand));
        let result = a
            .zip(b)
            .and_then(|(a, b)| a.power(&b, &self.settings(vm, context)?));
        match result {
            Some(result) => self.reported(vm, context, result),
            None => Ok(None),
        }
    }

    /// The number with the exponent of another.
    fn quantized(
        &self,
        vm: &Vm,
        context: &Value,
        operands: [&Value; 2],
        rounding: Option<&Value>,
    ) -> PyResult<Option<Value>> {
        let [number, target] = operands.map(|operand| self.number(operand));
        let result = number.zip(target).and_then(|(number, target)| {
            let mut settings = self.settings(vm, context)?;
            if let Some(rounding) = rounding {
                settings.rounding = rounding_of(rounding)?;
            }
            number.quantized(target.exponent, &settings)
        });
        match result {
            Some(result) => self.reported(vm, context, result),
            None => Ok(None),
        }
    }
}

fn unary(vm: &Vm, args: &[Value], sign: fn(bool) -> bool, name: &str) -> PyResult {
    if let Some(parts) = parts(vm)
        && let Some(context) = parts.current(vm)
        && let Some(result) = parts.with_sign(vm, &context, &args[0], sign)?
    {
        return Ok(result);
    }
    otherwise(vm, name, args)
}

/// `number ** other % modulo`
fn power(vm: &Vm, args: &[Value]) -> PyResult {
    if args[2].is_none()
        && let Some(parts) = parts(vm)
        && let Some(context) = parts.current(vm)
        && let Some(result) = parts.power(vm, &context, [&args[0], &args[1]])?
    {
        return Ok(result);
    }
    otherwise(vm, "_pow", args)
}

fn compare(vm: &Vm, args: &[Value], op: Compare, name: &str) -> PyResult {
    let order = parts(vm).and_then(|parts| {
        let (a, b) = (parts.number(&args[0])?, parts.number(&args[1])?);
        a.compared(&b)
    });
    match order {
        Some(order) => Ok(Value::bool(op.holds(order as i8, 0))),
        None => otherwise(vm, name, args),
    }
}

fn quantize(vm: &Vm, args: &[Value]) -> PyResult {
    if let Some(parts) = parts(vm)
        && let Some(context) = match args[3].given() {
            Some(context) => Some(context.clone()),
            None => parts.current(vm),
        }
        && *vm.class_of(&context) == parts.context
    {
        let operands = [&args[0], &args[1]];
        if let Some(result) = parts.quantized(vm, &context, operands, args[2].given())? {
            return Ok(result);
        }
    }
    otherwise(vm, "_quantize", args)
}

// ---------------------------------------------------------------------------------------------
// What a number is taken for

fn hash(vm: &Vm, args: &[Value]) -> PyResult {
    match parts(vm).and_then(|parts| parts.number(&args[0])) {
        Some(number) => Ok(Value::Int(number.hash())),
        // That of a NaN is the object's own.
        None => vm.call_method(&args[0], &vm.intern("_hash"), &[]),
    }
}

fn truth(vm: &Vm, args: &[Value]) -> PyResult {
    match parts(vm).and_then(|parts| parts.number(&args[0])) {
        Some(number) => Ok(Value::bool(!number.coefficient.is_zero())),
        None => otherwise(vm, "_bool", args),
    }
}

/// The text of a number that needs no exponent.
fn plain_text(vm: &Vm, value: &Value) -> Option<String> {
    match parts(vm)?.number(value)?.text() {
        (text, None) => Some(text),
        _ => None,
    }
}

fn text(vm: &Vm, args: &[Value]) -> PyResult {
    match plain_text(vm, &args[0]) {
        Some(text) => Ok(vm.str(&text)),
        None => otherwise(vm, "_text", args),
    }
}

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    match plain_text(vm, &args[0]) {
        Some(text) => Ok(vm.str(&format!("Decimal('{text}')"))),
        None => otherwise(vm, "_repr", args),
    }
}

/// `format(number, specifier)`
fn format(vm: &Vm, args: &[Value]) -> PyResult {
    let Some(specifier) = args[1].as_ref::<Str>() else {
        return Err(vm.type_error("format arg must be str"));
    };
    check_encodable(vm, specifier)?;
    let specifier = &specifier.text;
    let Some(parts) = parts(vm) else {
        return otherwise(vm, "_text", &args[..1]);
    };
    if specifier.is_empty() && *vm.class_of(&args[0]) == parts.class {
        return text(vm, &args[..1]);
    }
    let spec = DecimalSpec::parse(specifier.as_bytes()).or_raise(vm)?;
    if spec.is_deprecated() {
        warn_deprecated(vm, "Format specifier 'N' is deprecated")?;
    }
    let negative = |cells: &[&ValueCell; 3]| cells[0].as_int() == Some(1);
    let out = match parts.cells(&args[0]) {
        Some(cells) if let Some(exponent) = cells[2].as_int() => {
            let number = Written {
                negative: negative(&cells),
                digits: digits_of(&cells[1].get()),
                exponent,
            };
            spec.finite(number, parts.manner(vm)?)
        }
        cells => {
            let text = otherwise(vm, "_text", &args[..1])?;
            let text = text_of(&text).and_then(Text::as_str).unwrap_or("");
            let negative = cells.is_some_and(|cells| negative(&cells));
            spec.special(negative, text.trim_start_matches('-'))
        }
    };
    Ok(vm.text(Text::from_wtf8_vec(out.or_raise(vm)?)))
}

/// The digits of a coefficient.
fn digits_of(value: &Value) -> Vec<u8> {
    let text = match value {
        Value::Int(small) => small.to_string(),
        value => value
            .get::<BigInt>()
            .map_or_else(String::new, |big| big.0.to_string()),
    };
    text.into_bytes()
}

impl Parts {
    /// How the current context has texts made.
    fn manner(&self, vm: &Vm) -> PyResult<Manner> {
        let context = match self.current(vm) {
            Some(context) => context,
            None => vm.call(&self.getcontext, &[])?,
        };
        let rounding = lookup::get(vm, &context, &self.names[4])?;
        let capitals = lookup::get(vm, &context, &self.names[7])?;
        Ok(Manner {
            rounding: rounding_of(&rounding).unwrap_or(number::Rounding::HalfEven),
            capitals: !matches!(capitals, Value::Int(0)),
        })
    }
}
