//! `coroutine` and `coroutine_wrapper`. What `await` accepts is in `exec::coroutine`.

use super::generator::{
    NAME, QUALNAME, class_getitem, close, close_row, del, get_code, get_delegate, get_frame,
    get_running, get_suspended, repr, send, send_row, this, throw, throw_row,
};
use super::slots;
use crate::exec::coroutine::{self, Wrapper};
use crate::exec::generator::Generator;
use crate::object::heap::{Kind, Ref};
use crate::object::table::{self, TypeTable, getter, member};
use crate::object::value::{PyResult, Value};
use crate::vm::Vm;

fn await_(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(coroutine::wrap(vm, this(vm, args)?))
}

fn get_origin(vm: &Vm, value: &Value) -> PyResult {
    let origin = this(vm, std::slice::from_ref(value))?.origin.get();
    Ok(origin.bound().unwrap_or(Value::None))
}

/// The type's table.
pub const COROUTINE: TypeTable = TypeTable {
    name: "coroutine",
    kind: Kind::Generator,
    weakrefable: true,
    finalise: true,
    methods: &[
        slots::repr(repr),
        slots::await_(await_),
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
        member("cr_origin", get_origin, ""),
        getter("cr_await", get_delegate, "object being awaited on, or None"),
        getter("cr_running", get_running, ""),
        getter("cr_frame", get_frame, ""),
        getter("cr_code", get_code, ""),
        getter("cr_suspended", get_suspended, ""),
    ],
    ..TypeTable::DEFAULT
};

/// The coroutine of the wrapper a method was called on.
fn wrapped(vm: &Vm, args: &[Value]) -> PyResult<Ref<Generator>> {
    match args.first().and_then(|this| this.native::<Wrapper>()) {
        Some(wrapper) => Ok(wrapper.coroutine.clone()),
        None => Err(vm.type_error("a coroutine_wrapper is required")),
    }
}

/// The arguments with the coroutine in place of its wrapper.
fn unwrapped(vm: &Vm, args: &[Value]) -> PyResult<Vec<Value>> {
    let mut inner = args.to_vec();
    inner[0] = wrapped(vm, args)?.into();
    Ok(inner)
}

fn wrapper_iter(_vm: &Vm, args: &[Value]) -> PyResult {
    Ok(args[0].clone())
}

fn wrapper_next(vm: &Vm, args: &[Value]) -> PyResult {
    send(vm, &[wrapped(vm, args)?.into(), Value::None])
}

fn wrapper_send(vm: &Vm, args: &[Value]) -> PyResult {
    send(vm, &unwrapped(vm, args)?)
}

fn wrapper_throw(vm: &Vm, args: &[Value]) -> PyResult {
    throw(vm, &unwrapped(vm, args)?)
}

fn wrapper_close(vm: &Vm, args: &[Value]) -> PyResult {
    close(vm, &unwrapped(vm, args)?)
}

/// The type's table.
pub const COROUTINE_WRAPPER: TypeTable = TypeTable {
    name: "coroutine_wrapper",
    kind: Kind::Native,
    doc: "A wrapper object implementing __await__ for coroutines.",
    methods: &[
        slots::iter(wrapper_iter),
        slots::next(wrapper_next),
        send_row(wrapper_send),
        throw_row(wrapper_throw),
        close_row(wrapper_close),
    ],
    ..TypeTable::DEFAULT
};
