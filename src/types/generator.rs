//! `generator`, and what it shares with `coroutine` and `async_generator`. How bodies run is in
//! `exec::generator`.

use super::slots;
use crate::exec::generator::{self, Generator, State, Thrown};
use crate::object::heap::{Kind, Ref};
use crate::object::ops;
use crate::object::table::{self, Method, Property, Row, TypeTable, getset, getter, method, next};
use crate::object::value::{PyResult, Value};
use crate::types::code::CodeObject;
use crate::types::str::Str;
use crate::vm::Vm;

/// The generator (or coroutine, or asynchronous generator) a method was called on.
///
/// # Errors
/// TypeError when it is none.
pub fn this<'a>(vm: &Vm, args: &'a [Value]) -> PyResult<&'a Ref<Generator>> {
    match args.first().and_then(|this| this.as_ref::<Generator>()) {
        Some(generator) => Ok(generator),
        None => Err(vm.type_error("a generator is required")),
    }
}

/// What a native method returns for a step: the value, or StopIteration at the end.
///
/// # Errors
/// StopIteration; what the step raised.
pub fn or_stop(vm: &Vm, generator: &Generator, result: PyResult<Option<Value>>) -> PyResult {
    match result? {
        Some(value) => Ok(value),
        None => Err(vm.stop_iteration(generator.take_returned())),
    }
}

/// Warns of more than one argument of `throw` or `athrow`, which is named.
///
/// # Errors
/// DeprecationWarning when filters make it an error.
pub(super) fn warn_of_more(vm: &Vm, name: &str, given: &[Value]) -> PyResult<()> {
    if given.len() < 2 {
        return Ok(());
    }
    let text = format!(
        "the (type, exc, tb) signature of {name}() is deprecated, use the single-arg signature instead."
    );
    crate::types::warn_deprecated(vm, &text)
}

/// The arguments of `throw`.
///
/// # Errors
/// TypeError for a wrong number of them; DeprecationWarning for the old ones, when filters make it an error.
pub(super) fn thrown(vm: &Vm, given: &[Value]) -> PyResult<Thrown> {
    let thrown = Thrown::of_args(vm, "throw", given)?;
    warn_of_more(vm, "throw", given)?;
    Ok(thrown)
}

/// `send(value)`
pub(super) fn send(vm: &Vm, args: &[Value]) -> PyResult {
    let generator = this(vm, args)?;
    or_stop(
        vm,
        generator,
        generator::send(vm, generator, args[1].clone()),
    )
}

/// `throw(type[, value[, traceback]])`
pub(super) fn throw(vm: &Vm, args: &[Value]) -> PyResult {
    let generator = this(vm, args)?;
    let count = args.iter().take_while(|arg| !arg.is_unbound()).count();
    let thrown = thrown(vm, &args[1..count])?;
    let result = generator::throw(vm, generator, &thrown, true);
    or_stop(vm, generator, result)
}

/// `close()`
pub(super) fn close(vm: &Vm, args: &[Value]) -> PyResult {
    generator::close(vm, this(vm, args)?)
}

/// `__del__()`
pub(super) fn del(vm: &Vm, args: &[Value]) -> PyResult {
    generator::finalise(vm, this(vm, args)?);
    Ok(Value::None)
}

/// `<generator object f at 0x7f...>`
pub(super) fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let generator = this(vm, args)?;
    let name = ops::str(vm, &generator.qualname.get())?;
    let kind = vm.type_name(&args[0]);
    Ok(vm.str(&format!("<{kind} object {name} at {:#x}>", args[0].id())))
}

fn itself(_vm: &Vm, args: &[Value]) -> PyResult {
    Ok(args[0].clone())
}

pub(super) fn get_name(vm: &Vm, value: &Value) -> PyResult {
    Ok(this(vm, std::slice::from_ref(value))?.name.get())
}

pub(super) fn set_name(vm: &Vm, this_value: &Value, value: Value) -> PyResult<()> {
    let generator = this(vm, std::slice::from_ref(this_value))?;
    if value.get::<Str>().is_none() {
        return Err(vm.type_error("__name__ must be set to a string object"));
    }
    generator.name.set(value);
    Ok(())
}

pub(super) fn get_qualname(vm: &Vm, value: &Value) -> PyResult {
    Ok(this(vm, std::slice::from_ref(value))?.qualname.get())
}

pub(super) fn set_qualname(vm: &Vm, this_value: &Value, value: Value) -> PyResult<()> {
    let generator = this(vm, std::slice::from_ref(this_value))?;
    if value.get::<Str>().is_none() {
        return Err(vm.type_error("__qualname__ must be set to a string object"));
    }
    generator.qualname.set(value);
    Ok(())
}

pub(super) fn get_delegate(vm: &Vm, value: &Value) -> PyResult {
    let generator = this(vm, std::slice::from_ref(value))?;
    Ok(generator.delegate().unwrap_or(Value::None))
}

pub(super) fn get_running(vm: &Vm, value: &Value) -> PyResult {
    let generator = this(vm, std::slice::from_ref(value))?;
    Ok(Value::bool(generator.state.get() == State::Running))
}

pub(super) fn get_suspended(vm: &Vm, value: &Value) -> PyResult {
    let generator = this(vm, std::slice::from_ref(value))?;
    Ok(Value::bool(generator.state.get() == State::Suspended))
}

pub(super) fn get_frame(vm: &Vm, value: &Value) -> PyResult {
    let generator = this(vm, std::slice::from_ref(value))?;
    Ok(generator::frame_object(vm, generator))
}

pub(super) fn get_code(vm: &Vm, value: &Value) -> PyResult {
    let generator = this(vm, std::slice::from_ref(value))?;
    CodeObject::of(vm, &generator.code)
}

/// `__class_getitem__`
pub(super) fn class_getitem(vm: &Vm, args: &[Value]) -> PyResult {
    crate::types::generic_alias(vm, &args[0], &args[1])
}

/// `__name__`
pub(super) const NAME: Property = getset("__name__", get_name, set_name, "name of the generator");
/// `__qualname__`
pub(super) const QUALNAME: Property = getset(
    "__qualname__",
    get_qualname,
    set_qualname,
    "qualified name of the generator",
);
/// `send` of what is driven like a generator.
pub(super) const fn send_row(send: Method) -> Row {
    method(
        "send(self, object, /)",
        send,
        "Send a value in and return what is yielded next, or raise StopIteration.",
    )
}

/// `throw` of what is driven like a generator.
pub(super) const fn throw_row(throw: Method) -> Row {
    method(
        "throw(self, type, value=<unrepresentable>, traceback=<unrepresentable>, /)",
        throw,
        THROW_DOC,
    )
    .untold()
}

/// `close` of what is driven like a generator.
pub(super) const fn close_row(close: Method) -> Row {
    method(
        "close(self, /)",
        close,
        "Raise GeneratorExit where the body waits.",
    )
}

/// The doc string of every `throw`.
pub(super) const THROW_DOC: &str = "throw(value)\nthrow(type[,value[,tb]])\n\nRaise an exception where the body waits, and return what it yields next.";

/// The type's table.
pub const GENERATOR: TypeTable = TypeTable {
    name: "generator",
    kind: Kind::Generator,
    weakrefable: true,
    finalise: true,
    methods: &[
        slots::repr(repr),
        slots::iter(itself),
        next(generator::next),
        send_row(send),
        throw_row(throw),
        close_row(close),
        slots::del(del),
        super::object::SIZEOF,
        table::class_getitem(class_getitem),
    ],
    properties: &[
        NAME,
        QUALNAME,
        getter(
            "gi_yieldfrom",
            get_delegate,
            "object being iterated by yield from, or None",
        ),
        getter("gi_running", get_running, ""),
        getter("gi_frame", get_frame, ""),
        getter("gi_suspended", get_suspended, ""),
        getter("gi_code", get_code, ""),
    ],
    ..TypeTable::DEFAULT
};
