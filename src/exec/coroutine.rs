//! What `await` accepts, the iterator that a coroutine's `__await__` returns, and the warning about
//! coroutines that nobody awaited. Reference: 3.4, Coroutines.

use crate::exec::delegate::{self, Step};
use crate::exec::generator::Generator;
use crate::exec::tree::Resumable;
use crate::object::descriptor::call_async;
use crate::object::heap::{self, Extension, Obj, Ref};
use crate::object::special::Special;
use crate::object::value::{PyResult, Raised, Value};
use crate::object::{lookup, ops};
use crate::types::native::{Native, NativePayload};
use crate::vm::Vm;

/// `CO_COROUTINE`
pub const COROUTINE: u32 = 0x80;
/// `CO_ITERABLE_COROUTINE`: set by `types.coroutine`.
pub const ITERABLE: u32 = 0x100;

/// The payload of `coroutine_wrapper`.
pub struct Wrapper {
    /// The coroutine.
    pub coroutine: Ref<Generator>,
}

impl NativePayload for Wrapper {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        visit(self.coroutine.as_obj());
    }
}

/// `coroutine.__await__()`
pub fn wrap(vm: &Vm, coroutine: &Ref<Generator>) -> Value {
    let wrapper = Wrapper {
        coroutine: coroutine.clone(),
    };
    heap::alloc(&vm.types.coroutine_wrapper, Native(Extension::new(wrapper))).into()
}

/// A step of a `coroutine_wrapper`; `None` when the value is none.
pub fn wrapper_send(vm: &Vm, iterator: &Value, value: &Value) -> Option<PyResult<Step>> {
    let wrapper = iterator.native::<Wrapper>()?;
    let coroutine = wrapper.coroutine.value();
    Some(delegate::send(vm, &coroutine, value.clone()))
}

/// Whether a value can be awaited without `__await__`.
fn is_native(value: &Value) -> bool {
    value.get::<Generator>().is_some_and(|generator| {
        generator.is_coroutine()
            || generator.code.resumable == Resumable::Generator
                && generator.code.flags & ITERABLE != 0
    })
}

/// The iterator that `await value` delegates to; `None` when the value is not awaitable.
fn find_awaitable(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    if let Some(generator) = value.get::<Generator>()
        && generator.is_coroutine()
        && generator.delegate().is_some()
    {
        return Err(vm.runtime_error("coroutine is being awaited already"));
    }
    find_iterator(vm, value)
}

/// As [`find_awaitable`], also of a coroutine that is under way.
fn find_iterator(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    if is_native(value) {
        return Ok(Some(value.clone()));
    }
    let Some(method) = vm.class_of(value).special(vm, Special::Await) else {
        return Ok(None);
    };
    let iterator = call_async(vm, method, value, "__await__")?;
    if is_native(&iterator) {
        return Err(vm.type_error("__await__() returned a coroutine"));
    }
    if !vm.class_of(&iterator).has_special(vm, Special::Next) {
        return Err(vm.type_error(format!(
            "__await__() returned non-iterator of type '{}'",
            vm.type_name(&iterator)
        )));
    }
    Ok(Some(iterator))
}

/// The iterator that `await value` delegates to.
///
/// # Errors
/// TypeError when the value is not awaitable; RuntimeError when it is being awaited already.
pub fn awaitable(vm: &Vm, value: &Value) -> PyResult {
    find_awaitable(vm, value)?.ok_or_else(|| not_awaitable(vm, value))
}

fn not_awaitable(vm: &Vm, value: &Value) -> Raised {
    vm.type_error(format!(
        "object {} can't be used in 'await' expression",
        vm.type_name(value)
    ))
}

/// The iterator by which somebody steps a value that may be under way: of a coroutine, which is none itself, its
/// wrapper.
///
/// # Errors
/// TypeError when the value is not awaitable.
pub fn stepped(vm: &Vm, value: &Value) -> PyResult {
    let iterator = find_iterator(vm, value)?.ok_or_else(|| not_awaitable(vm, value))?;
    Ok(match iterator.as_ref::<Generator>() {
        Some(coroutine) if coroutine.is_coroutine() => wrap(vm, coroutine),
        _ => iterator,
    })
}

/// As [`awaitable`], for what `async with` got from `method`.
///
/// # Errors
/// As [`awaitable`].
pub fn implicit_awaitable(vm: &Vm, value: &Value, method: &str) -> PyResult {
    match find_awaitable(vm, value)? {
        Some(iterator) => Ok(iterator),
        None => Err(vm.type_error(format!(
            "'async with' received an object from {method} that does not implement __await__: {}",
            vm.type_name(value)
        ))),
    }
}

/// As [`awaitable`], for what `async for` got from `__anext__`.
///
/// # Errors
/// TypeError, caused by the reason why it is not awaitable.
pub fn next_awaitable(vm: &Vm, value: &Value) -> PyResult {
    awaitable(vm, value).map_err(|_| {
        let reason = vm.take_pending();
        let raised = vm.type_error(format!(
            "'async for' received an invalid object from __anext__: {}",
            vm.type_name(value)
        ));
        let pending = vm.pending();
        if let Some(error) = pending.get::<crate::object::exception::Exception>() {
            error.cause.set(reason.clone());
            error.context.set(reason);
            error.suppress_context.set(true);
        }
        raised
    })
}

/// Where a coroutine is made, as far up as `sys.set_coroutine_origin_tracking_depth` asks for.
pub fn origin(vm: &Vm) -> Value {
    let depth = vm.state.generators.origin_depth.get() as usize;
    if depth == 0 {
        return Value::Unbound;
    }
    let mut entries = Vec::new();
    while entries.len() < depth {
        let entry = vm.with_frame(entries.len(), |core| {
            let source = &core.code.source;
            let line = source.line(core.span.get().start);
            vm.tuple(vec![
                vm.str(&source.filename),
                Value::Int(i64::from(line)),
                core.code.name.value(),
            ])
        });
        match entry {
            Some(entry) => entries.push(entry),
            None => break,
        }
    }
    vm.tuple(entries)
}

/// `RuntimeWarning: coroutine 'f' was never awaited`
pub fn warn_unawaited(vm: &Vm, coroutine: &Ref<Generator>) {
    if try_warn(vm, coroutine).is_err() {
        crate::types::unraisable(vm, "Exception ignored in: ", &coroutine.value());
    }
}

/// `warnings` words the warning, as it knows how to show where the coroutine was made.
fn try_warn(vm: &Vm, coroutine: &Ref<Generator>) -> PyResult<()> {
    let word = || {
        let module = crate::exec::import::import_absolute(vm, "warnings")?;
        let name = vm.intern("_warn_unawaited_coroutine");
        lookup::get_optional(vm, &module, &name)
    };
    match word() {
        Ok(Some(function)) => return vm.call(&function, &[coroutine.value()]).map(drop),
        Ok(None) => {}
        Err(_) => drop(vm.take_pending()),
    }
    let name = ops::str(vm, &coroutine.qualname.get())?;
    let text = format!("coroutine '{name}' was never awaited");
    crate::stdlib::warn::here(vm, &vm.exceptions.RuntimeWarning, &text, 1)
}
