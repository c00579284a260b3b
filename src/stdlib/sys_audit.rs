//! Audit events and their hooks. Where events are raised is where the audited things are done: see the
//! callers of [`event`].

use crate::object::value::{PyResult, Value};
use crate::types::str::text_of;
use crate::types::tuple::Tuple;
use crate::vm::Vm;
use std::cell::RefCell;

/// The hooks of an interpreter, in the order in which they were added.
#[derive(Default)]
pub struct Hooks(RefCell<Vec<Value>>);

impl Hooks {
    /// Forgets all hooks: at exit, so that what they hold is released.
    pub fn clear(&self) {
        drop(self.0.take());
    }
}

/// Tells the hooks of an event. What it is about is only made when there is a hook.
///
/// # Errors
/// Whatever a hook raises: the event must then not take place.
pub fn event(vm: &Vm, name: &str, about: impl FnOnce() -> Vec<Value>) -> PyResult<()> {
    match is_heard(vm) {
        true => call_hooks(vm, vm.str(name), vm.tuple(about())),
        false => Ok(()),
    }
}

/// Whether there is a hook at all.
pub fn is_heard(vm: &Vm) -> bool {
    !vm.state.sys.audit_hooks.0.borrow().is_empty()
}

fn call_hooks(vm: &Vm, name: Value, about: Value) -> PyResult<()> {
    let hooks = vm.state.sys.audit_hooks.0.borrow().clone();
    for hook in hooks {
        vm.call(&hook, &[name.clone(), about.clone()])?;
    }
    Ok(())
}

/// `sys.audit(event, /, *args)`
///
/// # Errors
/// TypeError when the event has no name, or whatever a hook raises.
pub fn audit(vm: &Vm, args: &[Value]) -> PyResult {
    let given: &[Value] = args[0].get::<Tuple>().map_or(&[], |given| &given.items);
    let Some((name, about)) = given.split_first() else {
        return Err(vm.type_error("audit() missing 1 required positional argument: 'event'"));
    };
    if text_of(name).is_none() {
        let got = vm.type_name(name);
        return Err(vm.type_error(format!("expected str for argument 'event', not {got}")));
    }
    call_hooks(vm, name.clone(), vm.tuple(about.to_vec()))?;
    Ok(Value::None)
}

/// `sys.addaudithook(hook)`: hooks that are there already can prevent it.
///
/// # Errors
/// What a hook raises that is no Exception: others only keep the new hook out.
pub fn add_hook(vm: &Vm, args: &[Value]) -> PyResult {
    match event(vm, "sys.addaudithook", Vec::new) {
        Ok(()) => vm
            .state
            .sys
            .audit_hooks
            .0
            .borrow_mut()
            .push(args[0].clone()),
        Err(raised) => vm.swallow(&vm.exceptions.Exception, raised)?,
    }
    Ok(Value::None)
}
