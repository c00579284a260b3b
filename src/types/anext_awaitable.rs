//! `anext_awaitable`: what `anext(iterator, default)` returns. It passes everything on to what the
//! iterator's `__anext__` gave, and turns its StopAsyncIteration into the default.

use super::slots;
use crate::exec::coroutine;
use crate::object::heap::{self, Extension, Kind, Obj};
use crate::object::shape::Name;
use crate::object::special::Special;
use crate::object::table::{TypeTable, method};
use crate::object::value::{PyResult, Value};
use crate::object::{descriptor, lookup};
use crate::types::async_generator::collected;
use crate::types::generator::{THROW_DOC, send_row};
use crate::types::native::{Native, NativePayload};
use crate::vm::Vm;

struct AnextAwaitable {
    /// What `__anext__` gave; whether it can be awaited is found out at each step.
    awaitable: Value,
    default: Value,
}

impl NativePayload for AnextAwaitable {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        for value in [&self.awaitable, &self.default] {
            if let Value::Obj(obj) = value {
                visit(obj);
            }
        }
    }
}

/// What `anext(iterator, default)` returns for what `__anext__` gave.
pub fn new(vm: &Vm, awaitable: Value, default: Value) -> Value {
    let payload = AnextAwaitable { awaitable, default };
    let class = &vm.types.anext_awaitable;
    heap::alloc(class, Native(Extension::new(payload))).into()
}

/// What `step` makes of the iterator; where that ends without an item, the default is the result. That what
/// was given cannot be awaited is told as it is.
fn stepped(vm: &Vm, args: &[Value], step: impl FnOnce(&Value) -> PyResult) -> PyResult {
    let Some(this) = args[0].native::<AnextAwaitable>() else {
        return Err(vm.type_error("an anext_awaitable is required"));
    };
    let iterator = coroutine::stepped(vm, &this.awaitable)?;
    step(&iterator).or_else(|raised| {
        vm.swallow(&vm.exceptions.StopAsyncIteration, raised)?;
        Err(vm.stop_iteration(this.default.clone()))
    })
}

/// A step by the iterator's method of that name, whatever arguments that takes.
fn passed_on(vm: &Vm, args: &[Value], name: &Name, rest: &[Value]) -> PyResult {
    stepped(vm, args, |iterator| {
        let method = lookup::get(vm, iterator, name)?;
        vm.call(&method, rest)
    })
}

fn itself(_vm: &Vm, args: &[Value]) -> PyResult {
    Ok(args[0].clone())
}

fn next(vm: &Vm, args: &[Value]) -> PyResult {
    stepped(vm, args, |iterator| {
        // Nothing else is let through as an iterator.
        match vm.class_of(iterator).special(vm, Special::Next) {
            Some(next) => descriptor::call_special(vm, next, iterator, &[]),
            None => Err(vm.type_error("an iterator is required")),
        }
    })
}

fn send(vm: &Vm, args: &[Value]) -> PyResult {
    passed_on(vm, args, &vm.names.send, &args[1..])
}

fn throw(vm: &Vm, args: &[Value]) -> PyResult {
    passed_on(vm, args, &vm.names.throw, collected(args))
}

fn close(vm: &Vm, args: &[Value]) -> PyResult {
    passed_on(vm, args, &vm.names.close, collected(args))
}

/// The type's table.
pub const ANEXT_AWAITABLE: TypeTable = TypeTable {
    name: "anext_awaitable",
    kind: Kind::Native,
    methods: &[
        slots::iter(itself),
        slots::next(next),
        slots::await_(itself),
        send_row(send),
        method("throw(self, /, *args)", throw, THROW_DOC).untold(),
        method(
            "close(self, /, *args)",
            close,
            "Raise GeneratorExit where what is awaited waits.",
        )
        .untold(),
    ],
    ..TypeTable::DEFAULT
};
