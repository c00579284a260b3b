//! `_operator`: Python's operators as functions. `itemgetter`, `attrgetter` and `methodcaller` are in
//! `callers`.

mod callers;

use super::NativeModule;
use super::extension;
use crate::object::descriptor::call_special;
use crate::object::heap::Ref;
use crate::object::ops::{self, BinaryOp, Compare};
use crate::object::special::Special;
use crate::object::table::{Row, method};
use crate::object::value::{PyResult, Raised, Value};
use crate::types::args::call_arguments;
use crate::types::dict::Dict;
use crate::types::str::text_of;
use crate::types::{args, buffer, is_sequence, iterators, numbers};
use crate::vm::Vm;

/// The module.
pub const OPERATOR: NativeModule = NativeModule {
    name: "_operator",
    doc: "Python's operators as functions.",
    functions: FUNCTIONS,
    fill,
};

fn fill(vm: &Vm, namespace: &Ref<Dict>) -> PyResult<()> {
    extension::add_classes(
        vm,
        namespace,
        &[
            &callers::ITEMGETTER,
            &callers::ATTRGETTER,
            &callers::METHODCALLER,
        ],
    );
    Ok(())
}

/// The row of a function of one operand.
macro_rules! one {
    ($name:literal, $doc:expr, $function:expr) => {
        method(concat!($name, "(a, /)"), $function, $doc)
    };
}

/// The row of a function of two operands.
macro_rules! two {
    ($name:literal, $doc:expr, $function:expr) => {
        method(concat!($name, "(a, b, /)"), $function, $doc)
    };
}

/// The row of a binary operator.
macro_rules! binary {
    ($name:literal, $symbol:literal, $op:ident) => {
        two!($name, concat!("Same as a ", $symbol, " b."), |vm, args| {
            ops::binary(vm, &ops::$op, &args[0], &args[1])
        })
    };
}

/// The row of an augmented assignment.
macro_rules! in_place {
    ($name:literal, $symbol:literal, $op:ident) => {
        two!($name, concat!("Same as a ", $symbol, " b."), |vm, args| {
            ops::in_place(vm, &ops::$op, &args[0], &args[1])
        })
    };
}

/// The row of a comparison.
macro_rules! comparison {
    ($name:literal, $symbol:literal, $op:ident) => {
        two!($name, concat!("Same as a ", $symbol, " b."), |vm, args| {
            ops::compare(vm, Compare::$op, &args[0], &args[1])
        })
    };
}

static FUNCTIONS: &[Row] = &[
    comparison!("lt", "<", Lt),
    comparison!("le", "<=", Le),
    comparison!("eq", "==", Eq),
    comparison!("ne", "!=", Ne),
    comparison!("gt", ">", Gt),
    comparison!("ge", ">=", Ge),
    one!("not_", "Same as not a.", |vm, args| Ok(Value::bool(
        !ops::truth(vm, &args[0])?
    ))),
    one!(
        "truth",
        "Return True if a is true, False otherwise.",
        |vm, args| { ops::truth(vm, &args[0]).map(Value::bool) }
    ),
    two!("is_", "Same as a is b.", |_, args| Ok(Value::bool(
        args[0].is(&args[1])
    ))),
    two!("is_not", "Same as a is not b.", |_, args| Ok(Value::bool(
        !args[0].is(&args[1])
    ))),
    one!("abs", "Same as abs(a).", |vm, args| ops::unary(
        vm,
        Special::Abs,
        "abs()",
        &args[0]
    )),
    one!("neg", "Same as -a.", |vm, args| ops::unary(
        vm,
        Special::Neg,
        "unary -",
        &args[0]
    )),
    one!("pos", "Same as +a.", |vm, args| ops::unary(
        vm,
        Special::Pos,
        "unary +",
        &args[0]
    )),
    one!("inv", "Same as ~a.", invert),
    one!("invert", "Same as ~a.", invert),
    one!("index", "Same as a.__index__()", |vm, args| ops::index(
        vm, &args[0]
    )),
    binary!("add", "+", ADD),
    binary!("sub", "-", SUB),
    binary!("mul", "*", MUL),
    binary!("matmul", "@", MAT_MUL),
    binary!("truediv", "/", TRUE_DIV),
    binary!("floordiv", "//", FLOOR_DIV),
    binary!("mod", "%", MOD),
    binary!("lshift", "<<", LSHIFT),
    binary!("rshift", ">>", RSHIFT),
    binary!("and_", "&", AND),
    binary!("or_", "|", OR),
    binary!("xor", "^", XOR),
    two!("pow", "Same as a ** b.", |vm, args| numbers::power(
        vm,
        &args[0],
        &args[1],
        &Value::None
    )),
    in_place!("iadd", "+=", ADD),
    in_place!("isub", "-=", SUB),
    in_place!("imul", "*=", MUL),
    in_place!("imatmul", "@=", MAT_MUL),
    in_place!("itruediv", "/=", TRUE_DIV),
    in_place!("ifloordiv", "//=", FLOOR_DIV),
    in_place!("imod", "%=", MOD),
    in_place!("ilshift", "<<=", LSHIFT),
    in_place!("irshift", ">>=", RSHIFT),
    in_place!("iand", "&=", AND),
    in_place!("ior", "|=", OR),
    in_place!("ixor", "^=", XOR),
    in_place!("ipow", "**=", POW),
    two!(
        "concat",
        "Same as a + b, for a and b sequences.",
        |vm, args| concatenate(vm, Special::Add, ops::try_binary, args)
    ),
    two!(
        "iconcat",
        "Same as a += b, for a and b sequences.",
        |vm, args| concatenate(vm, Special::IAdd, ops::try_in_place, args)
    ),
    two!(
        "contains",
        "Same as b in a (note reversed operands).",
        |vm, args| ops::contains(vm, &args[0], &args[1]).map(Value::bool)
    ),
    two!(
        "countOf",
        "How many items of a are b or equal it.",
        count_of
    ),
    two!("indexOf", "The first position of b in a.", index_of),
    two!("getitem", "Same as a[b].", |vm, args| ops::get_item(
        vm, &args[0], &args[1]
    )),
    method("setitem(a, b, c, /)", setitem, "Same as a[b] = c."),
    two!("delitem", "Same as del a[b].", |vm, args| ops::del_item(
        vm, &args[0], &args[1]
    )
    .map(|()| Value::None)),
    method(
        "length_hint(obj, default=0, /)",
        length_hint,
        "An estimate of how many items obj has: len(obj), what its __length_hint__ says, or default.",
    ),
    method(
        "call(obj, /, *args, **kwargs)",
        call,
        "Same as obj(*args, **kwargs).",
    ),
    two!(
        "_compare_digest",
        "Return a == b for two ASCII strings or two bytes-like objects, in a time that does not tell where they differ.",
        compare_digest
    ),
];

fn invert(vm: &Vm, args: &[Value]) -> PyResult {
    ops::unary(vm, Special::Invert, "unary ~", &args[0])
}

type Operation = fn(&Vm, &BinaryOp, &Value, &Value) -> PyResult;

/// `a + b` of sequences: the built-in ones don't ask `b`, others have to look like sequences.
fn concatenate(vm: &Vm, special: Special, operation: Operation, args: &[Value]) -> PyResult {
    let class = vm.class_of(&args[0]);
    let own = class
        .special(vm, special)
        .or_else(|| class.special(vm, Special::Add));
    if ops::is_of_sequence(own.as_ref())
        && let Some(own) = own
    {
        return call_special(vm, own, &args[0], &args[1..]);
    }
    let result = match is_sequence(vm, &args[0]) && is_sequence(vm, &args[1]) {
        true => operation(vm, &ops::ADD, &args[0], &args[1])?,
        false => Value::NotImplemented,
    };
    if result.is_not_implemented() {
        return Err(vm.type_error(format!(
            "'{}' object can't be concatenated",
            vm.type_name(&args[0])
        )));
    }
    Ok(result)
}

fn setitem(vm: &Vm, args: &[Value]) -> PyResult {
    ops::set_item(vm, &args[0], &args[1], args[2].clone()).map(|()| Value::None)
}

/// Calls `found` with the number of each item that equals `value`, until it answers `false`.
fn each_equal(
    vm: &Vm,
    iterable: &Value,
    value: &Value,
    mut found: impl FnMut(i64) -> bool,
) -> PyResult<()> {
    let iterator = ops::iter(vm, iterable).or_else(|raised| {
        vm.swallow(&vm.exceptions.TypeError, raised)?;
        Err(vm.type_error(format!(
            "argument of type '{}' is not iterable",
            vm.type_name(iterable)
        )))
    })?;
    let mut at = 0;
    while let Some(item) = ops::next(vm, &iterator)? {
        vm.tick()?;
        if ops::eq(vm, &item, value)? && !found(at) {
            break;
        }
        at += 1;
    }
    Ok(())
}

fn count_of(vm: &Vm, args: &[Value]) -> PyResult {
    let mut count = 0;
    each_equal(vm, &args[0], &args[1], |_| {
        count += 1;
        true
    })?;
    Ok(Value::Int(count))
}

/// `operator.indexOf`
///
/// # Errors
/// ValueError when it is not there; whatever iterating or comparing raises.
pub fn index_of(vm: &Vm, args: &[Value]) -> PyResult {
    let mut first = None;
    each_equal(vm, &args[0], &args[1], |at| {
        first = Some(at);
        false
    })?;
    match first {
        Some(at) => Ok(Value::Int(at)),
        None => Err(vm.value_error("sequence.index(x): x not in sequence")),
    }
}

fn length_hint(vm: &Vm, args: &[Value]) -> PyResult {
    // A negative default is given back as it is.
    let default = args::size(vm, &args[1])?;
    let hint = iterators::length_hint(vm, &args[0], usize::MAX)?;
    Ok(Value::Int(i64::try_from(hint).unwrap_or(default)))
}

fn call(vm: &Vm, args: &[Value]) -> PyResult {
    let (all, names) = call_arguments(vm, &args[1], &args[2]);
    vm.call_with(&args[0], &all, &names)
}

fn compare_digest(vm: &Vm, args: &[Value]) -> PyResult {
    if let (Some(a), Some(b)) = (text_of(&args[0]), text_of(&args[1])) {
        if !a.is_ascii() || !b.is_ascii() {
            return Err(
                vm.type_error("comparing strings with non-ASCII characters is not supported")
            );
        }
        return Ok(same_bytes(a.as_bytes(), b.as_bytes()));
    }
    if !buffer::is_bytes_like(vm, &args[0]) && !buffer::is_bytes_like(vm, &args[1]) {
        return Err(wrong_digests(vm, args));
    }
    let a = buffer::required(vm, &args[0])?.stable().into_owned();
    let b = buffer::required(vm, &args[1])?;
    Ok(same_bytes(&a, &b))
}

fn wrong_digests(vm: &Vm, args: &[Value]) -> Raised {
    vm.type_error(format!(
        "unsupported operand types(s) or combination of types: '{}' and '{}'",
        vm.type_name(&args[0]),
        vm.type_name(&args[1])
    ))
}

/// Compares without a branch that depends on the contents.
fn same_bytes(a: &[u8], b: &[u8]) -> Value {
    let difference = a.iter().zip(b).fold(0, |sum, (x, y)| sum | (x ^ y));
    Value::bool(a.len() == b.len() && std::hint::black_box(difference) == 0)
}
