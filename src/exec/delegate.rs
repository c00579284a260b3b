//! What `yield from` and `await` do with the iterator they delegate to: one step, `throw`, `close`.
//! Reference: 6.2.9.1; PEP 380.

use crate::exec::generator::{self, Generator, Thrown};
use crate::exec::tree::Resumable;
use crate::exec::{async_generator, coroutine};
use crate::object::heap::Ref;
use crate::object::lookup;
use crate::object::special::Special;
use crate::object::value::{PyResult, Raised, Value};
use crate::vm::Vm;

/// How a step of an iterator ended.
pub enum Step {
    /// It yielded.
    Yield(Value),
    /// It is exhausted, with this value.
    Return(Value),
}

/// What came of throwing into an iterator.
pub enum Reply {
    /// It took another step.
    Step(Step),
    /// It has no `throw`: nothing has happened.
    Absent,
    /// Looking its `throw` up has failed.
    NotFound(Raised),
}

fn step(generator: &Generator, result: PyResult<Option<Value>>) -> PyResult<Step> {
    Ok(match result? {
        Some(value) => Step::Yield(value),
        None => Step::Return(generator.take_returned()),
    })
}

/// The generator or coroutine itself: asynchronous generators are no iterators.
fn native(value: &Value) -> Option<&Ref<Generator>> {
    value
        .as_ref::<Generator>()
        .filter(|generator| generator.code.resumable != Resumable::AsyncGenerator)
}

/// Sends a value to an iterator: `next()` when it is `None`.
///
/// # Errors
/// What the iterator raises, StopIteration excepted.
#[inline]
pub fn send(vm: &Vm, iterator: &Value, value: Value) -> PyResult<Step> {
    if let Some(generator) = native(iterator) {
        return step(generator, generator::send(vm, generator, value));
    }
    send_slow(vm, iterator, value)
}

#[inline(never)]
fn send_slow(vm: &Vm, iterator: &Value, value: Value) -> PyResult<Step> {
    if let Some(result) = coroutine::wrapper_send(vm, iterator, &value) {
        return result;
    }
    if let Some(result) = async_generator::step(vm, iterator, &value) {
        return result;
    }
    let result = if value.is_none() {
        let class = vm.class_of(iterator);
        let Some(method) = class.special(vm, Special::Next) else {
            return Err(vm.type_error(format!(
                "'{}' object is not an iterator",
                vm.type_name(iterator)
            )));
        };
        crate::object::descriptor::call_special(vm, method, iterator, &[])
    } else {
        vm.call_method(iterator, &vm.names.send, &[value])
    };
    stopped(vm, result)
}

/// StopIteration is the end, with its value.
fn stopped(vm: &Vm, result: PyResult) -> PyResult<Step> {
    match result {
        Ok(value) => Ok(Step::Yield(value)),
        Err(raised) => generator::stop_value(vm, raised).map(Step::Return),
    }
}

/// Throws into an iterator.
///
/// # Errors
/// What the iterator raises, StopIteration excepted.
pub fn throw(vm: &Vm, iterator: &Value, thrown: &Thrown, close_delegate: bool) -> PyResult<Reply> {
    if let Some(generator) = native(iterator) {
        let result = generator::throw(vm, generator, thrown, close_delegate);
        return step(generator, result).map(Reply::Step);
    }
    let method = match lookup::get_optional(vm, iterator, &vm.names.throw) {
        Ok(Some(method)) => method,
        Ok(None) => return Ok(Reply::Absent),
        Err(raised) => return Ok(Reply::NotFound(raised)),
    };
    let result = vm.call(&method, &thrown.args());
    stopped(vm, result).map(Reply::Step)
}

/// Closes an iterator, if it can be.
///
/// # Errors
/// What its `close` raises.
pub fn close(vm: &Vm, iterator: &Value) -> PyResult<()> {
    if let Some(generator) = native(iterator) {
        return generator::close(vm, generator).map(drop);
    }
    match lookup::get_optional(vm, iterator, &vm.names.close) {
        Ok(Some(method)) => vm.call(&method, &[]).map(drop),
        Ok(None) => Ok(()),
        Err(_) => {
            crate::types::unraisable(vm, "Exception ignored in: ", iterator);
            Ok(())
        }
    }
}

/// The iterator that `yield from value` delegates to. Coroutines only inside of coroutines.
///
/// # Errors
/// TypeError when it is none.
pub fn start_yield_from(vm: &Vm, value: Value, in_coroutine: bool) -> PyResult {
    match native(&value) {
        Some(generator) if generator.is_coroutine() => {
            if in_coroutine {
                Ok(value)
            } else {
                Err(vm.type_error(
                    "cannot 'yield from' a coroutine object in a non-coroutine generator",
                ))
            }
        }
        Some(_) => Ok(value),
        None => crate::object::ops::iter(vm, &value),
    }
}
