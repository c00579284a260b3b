//! `atexit`: functions to call when the interpreter ends. `exec::uncaught::finish` has them called.

use super::NativeModule;
use crate::object::ops;
use crate::object::shape::Name;
use crate::object::table::method;
use crate::object::value::{PyResult, Value};
use crate::types::args::call_arguments;
use crate::vm::Vm;
use std::cell::RefCell;

/// The native module.
pub const ATEXIT: NativeModule = NativeModule {
    name: "atexit",
    doc: "Functions that are called when the interpreter ends, the last registered first.",
    functions: &[
        method(
            "register(func, /, *args, **kwargs)",
            register,
            "Have func called with these arguments at the end; returns func.",
        ),
        method(
            "unregister(func, /)",
            unregister,
            "Forget every registration of a function that equals func.",
        ),
        method("_clear()", clear, "Forget all registrations."),
        method(
            "_run_exitfuncs()",
            run,
            "Call and forget what is registered.",
        ),
        method("_ncallbacks()", count, "How many registrations there are."),
    ],
    fill: super::nothing,
};

#[derive(Clone)]
struct Registration {
    function: Value,
    args: Vec<Value>,
    names: Vec<Name>,
}

/// What is registered, in order. A place is empty once it is unregistered, so that positions stay
/// while user code runs.
#[derive(Default)]
pub struct Registry(RefCell<Vec<Option<Registration>>>);

impl Registry {
    fn at(&self, at: usize) -> Option<Registration> {
        self.0.borrow().get(at).cloned().flatten()
    }

    fn take(&self) -> Vec<Option<Registration>> {
        std::mem::take(&mut *self.0.borrow_mut())
    }
}

fn register(vm: &Vm, args: &[Value]) -> PyResult {
    if !crate::types::is_callable(vm, &args[0]) {
        return Err(vm.type_error("the first argument must be callable"));
    }
    let (all, names) = call_arguments(vm, &args[1], &args[2]);
    let registration = Registration {
        function: args[0].clone(),
        args: all,
        names,
    };
    vm.state.atexit.0.borrow_mut().push(Some(registration));
    Ok(args[0].clone())
}

fn unregister(vm: &Vm, args: &[Value]) -> PyResult {
    let registry = &vm.state.atexit;
    let count = registry.0.borrow().len();
    for at in 0..count {
        let Some(known) = registry.at(at) else {
            continue;
        };
        if ops::eq(vm, &known.function, &args[0])? {
            let old = registry.0.borrow_mut().get_mut(at).and_then(Option::take);
            drop(old);
        }
    }
    Ok(Value::None)
}

fn clear(vm: &Vm, _args: &[Value]) -> PyResult {
    drop(vm.state.atexit.take());
    Ok(Value::None)
}

/// What is registered meanwhile is not called any more.
fn run(vm: &Vm, _args: &[Value]) -> PyResult {
    let registry = &vm.state.atexit;
    let count = registry.0.borrow().len();
    for at in (0..count).rev() {
        let Some(known) = registry.at(at) else {
            continue;
        };
        if vm
            .call_with(&known.function, &known.args, &known.names)
            .is_err()
        {
            report(vm, &known.function);
        }
    }
    drop(registry.take());
    Ok(Value::None)
}

fn report(vm: &Vm, function: &Value) {
    let pending = vm.take_pending();
    let shown = ops::repr(vm, function).map_or_else(|_| String::new(), |text| text.to_string());
    let _ = vm.set_pending(pending);
    let situation = format!("Exception ignored in atexit callback {shown}");
    crate::exec::uncaught::unraisable(vm, Some(&situation), &Value::None);
}

fn count(vm: &Vm, _args: &[Value]) -> PyResult {
    let registry = vm.state.atexit.0.borrow();
    Ok(Value::Int(registry.iter().flatten().count() as i64))
}
