//! `coroutine` and `coroutine_wrapper`. What `await` accepts is in `exec::coroutine`.

use super::generator::{
    NAME, QUALNAME, THROW_DOC, class_getitem, close, del, get_code, get_delegate, get_frame,
    get_running, get_suspended, repr, send, this, throw,
};
use crate::exec::coroutine::{self, Wrapper};
use crate::exec::generator::Generator;
use crate::object::heap::{Kind, Ref};
use crate::object::table::{TypeTable, class_method, getter, member, method};
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
        method("__repr__(self, /)", repr, "Return repr(self)."),
        method(
            "__await__(self, /)",
            await_,
            "Return an iterator to be used in await expression.",
        ),
        method(
            "send(self, value, /)",
            send,
            "Send a value in and return what is yielded next, or raise StopIteration.",
        ),
        method(
            "throw(self, type, value=<unrepresentable>, traceback=<unrepresentable>, /)",
            throw,
            THROW_DOC,
        ),
        method(
            "close(self, /)",
            close,
            "Raise GeneratorExit where the body waits.",
        ),
        method(
            "__del__(self, /)",
            del,
            "Called when the instance is about to be destroyed.",
        ),
        class_method(
            "__class_getitem__(cls, item, /)",
            class_getitem,
            "See PEP 585",
        ),
    ],
    properties: &[
        NAME,
        QUALNAME,
        getter("cr_await", get_delegate, "object being awaited on, or None"),
        getter("cr_running", get_running, ""),
        getter("cr_frame", get_frame, ""),
        getter("cr_suspended", get_suspended, ""),
        getter("cr_code", get_code, ""),
        member("cr_origin", get_origin, ""),
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
        method("__iter__(self, /)", wrapper_iter, "Implement iter(self)."),
        method("__next__(self, /)", wrapper_next, "Implement next(self)."),
        method(
            "send(self, value, /)",
            wrapper_send,
            "Send a value in and return what is yielded next, or raise StopIteration.",
        ),
        method(
            "throw(self, type, value=<unrepresentable>, traceback=<unrepresentable>, /)",
            wrapper_throw,
            THROW_DOC,
        ),
        method(
            "close(self, /)",
            wrapper_close,
            "Raise GeneratorExit where the body waits.",
        ),
    ],
    ..TypeTable::DEFAULT
};
