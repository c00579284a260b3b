//! `async_generator` and the awaitables its methods return. How these run is in
//! `exec::async_generator`.

use super::generator::{
    NAME, QUALNAME, THROW_DOC, class_getitem, close_row, del, get_code, get_delegate, get_frame,
    get_suspended, repr, send_row, this, thrown, warn_of_more,
};
use super::slots;
use crate::exec::async_generator as run;
use crate::exec::delegate::Step;
use crate::object::heap::Kind;
use crate::object::table::{self, TypeTable, getter, member, method};
use crate::object::value::{PyResult, Value};
use crate::types::tuple::Tuple;
use crate::vm::Vm;

fn itself(_vm: &Vm, args: &[Value]) -> PyResult {
    Ok(args[0].clone())
}

fn anext(vm: &Vm, args: &[Value]) -> PyResult {
    run::asend(vm, this(vm, args)?, Value::None)
}

fn asend(vm: &Vm, args: &[Value]) -> PyResult {
    run::asend(vm, this(vm, args)?, args[1].clone())
}

/// What `*args` behind `self` has collected.
pub(super) fn collected(args: &[Value]) -> &[Value] {
    args[1].get::<Tuple>().map_or(&[][..], |args| &args.items)
}

fn athrow(vm: &Vm, args: &[Value]) -> PyResult {
    warn_of_more(vm, "athrow", collected(args))?;
    run::athrow(vm, this(vm, args)?, args[1].clone())
}

fn aclose(vm: &Vm, args: &[Value]) -> PyResult {
    run::aclose(vm, this(vm, args)?)
}

fn get_running(vm: &Vm, value: &Value) -> PyResult {
    let generator = this(vm, std::slice::from_ref(value))?;
    Ok(Value::bool(generator.asynchronous.running.get()))
}

/// The type's table.
pub const ASYNC_GENERATOR: TypeTable = TypeTable {
    name: "async_generator",
    kind: Kind::Generator,
    weakrefable: true,
    finalise: true,
    methods: &[
        slots::repr(repr),
        method(
            "__aiter__(self, /)",
            itself,
            "Return an awaitable, that resolves in asynchronous iterator.",
        ),
        method(
            "__anext__(self, /)",
            anext,
            "Return a value or raise StopAsyncIteration.",
        ),
        method(
            "asend(self, object, /)",
            asend,
            "Return an awaitable that sends a value in.",
        ),
        method(
            "athrow(self, /, *args)",
            athrow,
            "Return an awaitable that raises an exception where the body waits.",
        )
        .bare()
        .untold(),
        method(
            "aclose(self, /)",
            aclose,
            "Return an awaitable that raises GeneratorExit where the body waits.",
        ),
        slots::del(del),
        super::object::SIZEOF,
        table::class_getitem(class_getitem),
    ],
    properties: &[
        NAME,
        QUALNAME,
        member("ag_running", get_running, ""),
        getter("ag_await", get_delegate, "object being awaited on, or None"),
        getter("ag_frame", get_frame, ""),
        getter("ag_code", get_code, ""),
        getter("ag_suspended", get_suspended, ""),
    ],
    ..TypeTable::DEFAULT
};

fn finish(vm: &Vm, step: Option<PyResult<Step>>) -> PyResult {
    match step {
        Some(Ok(Step::Yield(value))) => Ok(value),
        Some(Ok(Step::Return(value))) => Err(vm.stop_iteration(value)),
        Some(Err(raised)) => Err(raised),
        None => Err(vm.type_error("an awaitable of an asynchronous generator is required")),
    }
}

fn send(vm: &Vm, args: &[Value]) -> PyResult {
    finish(vm, run::step(vm, &args[0], &args[1]))
}

fn next(vm: &Vm, args: &[Value]) -> PyResult {
    finish(vm, run::step(vm, &args[0], &Value::None))
}

fn throw(vm: &Vm, args: &[Value]) -> PyResult {
    let thrown = || thrown(vm, collected(args));
    finish(vm, run::step_throwing(vm, &args[0], thrown))
}

fn close(vm: &Vm, args: &[Value]) -> PyResult {
    match run::close(vm, &args[0]) {
        Some(result) => result.map(|()| Value::None),
        None => finish(vm, None),
    }
}

const AWAITABLE: TypeTable = TypeTable {
    kind: Kind::Native,
    finalise: true,
    methods: &[
        slots::await_(itself),
        slots::del(|vm, args| {
            run::finalise(vm, &args[0]);
            Ok(Value::None)
        }),
        slots::iter(itself),
        slots::next(next),
        send_row(send),
        // What it is given is looked at after it has begun.
        method("throw(self, /, *args)", throw, THROW_DOC).untold(),
        close_row(close),
    ],
    ..TypeTable::DEFAULT
};

/// What `__anext__` and `asend` return.
pub const ASEND: TypeTable = TypeTable {
    name: "async_generator_asend",
    ..AWAITABLE
};

/// What `athrow` and `aclose` return.
pub const ATHROW: TypeTable = TypeTable {
    name: "async_generator_athrow",
    ..AWAITABLE
};
