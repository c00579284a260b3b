//! The methods of contexts that are those of decimals with another context than the current one. What they can't do
//! quickly is done by the methods in Python, whose names start with an underscore.

use super::{ADD, Compute, DIV, FLOORDIV, MOD, MUL, Parts, SUB, parts};
use crate::object::table::{Row, method};
use crate::object::value::{PyResult, Value};
use crate::vm::Vm;

/// The methods of `Context`.
pub(super) static METHODS: &[Row] = &[
    method(
        "add(self, a, b, /)",
        |vm, args| binary(vm, args, ADD.compute, "_add"),
        "The sum of two numbers.",
    ),
    method(
        "subtract(self, a, b, /)",
        |vm, args| binary(vm, args, SUB.compute, "_subtract"),
        "The difference of two numbers.",
    ),
    method(
        "multiply(self, a, b, /)",
        |vm, args| binary(vm, args, MUL.compute, "_multiply"),
        "The product of two numbers.",
    ),
    method(
        "divide(self, a, b, /)",
        |vm, args| binary(vm, args, DIV.compute, "_divide"),
        "The quotient of two numbers.",
    ),
    method(
        "divide_int(self, a, b, /)",
        |vm, args| binary(vm, args, FLOORDIV.compute, "_divide_int"),
        "The whole part of the quotient of two numbers.",
    ),
    method(
        "remainder(self, a, b, /)",
        |vm, args| binary(vm, args, MOD.compute, "_remainder"),
        "What dividing two numbers leaves.",
    ),
    method(
        "power(self, /, a, b, modulo=None)",
        power,
        "A power of a number, or what dividing that by the modulo leaves.",
    ),
    method(
        "quantize(self, a, b, /)",
        quantize,
        "The first number with the exponent of the second.",
    ),
    method(
        "minus(self, a, /)",
        |vm, args| unary(vm, args, |sign| !sign, "_minus"),
        "The number with the other sign, rounded.",
    ),
    method(
        "plus(self, a, /)",
        |vm, args| unary(vm, args, |sign| sign, "_plus"),
        "The number, rounded.",
    ),
    method(
        "abs(self, a, /)",
        |vm, args| unary(vm, args, |_| false, "_abs"),
        "The number without its sign, rounded.",
    ),
];

/// What is quick, with the context that a method is called on, unless that is of a subclass.
fn quickly(
    vm: &Vm,
    args: &[Value],
    name: &str,
    quick: impl FnOnce(&Parts) -> PyResult<Option<Value>>,
) -> PyResult {
    if let Some(parts) = parts(vm)
        && *vm.class_of(&args[0]) == parts.context
        && let Some(result) = quick(&parts)?
    {
        return Ok(result);
    }
    vm.call_method(&args[0], &vm.intern(name), &args[1..])
}

fn binary(vm: &Vm, args: &[Value], compute: Compute, name: &str) -> PyResult {
    quickly(vm, args, name, |parts| {
        parts.computed(vm, &args[0], [&args[1], &args[2]], compute)
    })
}

fn unary(vm: &Vm, args: &[Value], sign: fn(bool) -> bool, name: &str) -> PyResult {
    quickly(vm, args, name, |parts| {
        parts.with_sign(vm, &args[0], &args[1], sign)
    })
}

fn quantize(vm: &Vm, args: &[Value]) -> PyResult {
    quickly(vm, args, "_quantize", |parts| {
        parts.quantized(vm, &args[0], [&args[1], &args[2]], None)
    })
}

fn power(vm: &Vm, args: &[Value]) -> PyResult {
    quickly(vm, args, "_power", |parts| match args[3].is_none() {
        true => parts.power(vm, &args[0], [&args[1], &args[2]]),
        false => Ok(None),
    })
}
