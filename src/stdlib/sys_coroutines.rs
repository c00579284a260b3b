//! The functions of `sys` about asynchronous generators and coroutines. Who obeys the settings is
//! `exec::async_generator` and `exec::coroutine`.

use crate::object::heap::{Ref, ValueCell};
use crate::object::table::TypeTable;
use crate::object::value::{PyResult, Value};
use crate::types::is_callable;
use crate::types::struct_sequence::{OPEN_STRUCT, field, make};
use crate::vm::Vm;

static ASYNCGEN_HOOKS: TypeTable = TypeTable {
    name: "asyncgen_hooks",
    doc: "asyncgen_hooks\n\nThe hooks of asynchronous generators as a named tuple.",
    properties: &[
        field::<0>(
            "firstiter",
            "Called with each asynchronous generator when it is first used",
        ),
        field::<1>(
            "finalizer",
            "Called with each asynchronous generator that goes unfinished",
        ),
    ],
    ..OPEN_STRUCT
};

fn class(vm: &Vm) -> Ref<crate::object::class::Class> {
    let class = &vm.state.generators.hooks_class;
    class
        .get_or_init(|| crate::types::make_class(vm, &ASYNCGEN_HOOKS, &vm.types.tuple))
        .clone()
}

/// `sys.get_asyncgen_hooks()`
///
/// # Errors
/// None.
pub fn get_hooks(vm: &Vm, _args: &[Value]) -> PyResult {
    let settings = &vm.state.generators;
    let hook = |cell: &ValueCell| cell.get().bound().unwrap_or(Value::None);
    let hooks = vec![hook(&settings.firstiter), hook(&settings.finalizer)];
    Ok(make(&class(vm), hooks))
}

/// `sys.set_asyncgen_hooks(firstiter, finalizer)`
///
/// # Errors
/// TypeError when a hook is neither callable nor `None`.
pub fn set_hooks(vm: &Vm, args: &[Value]) -> PyResult {
    let settings = &vm.state.generators;
    let hooks = [
        ("finalizer", &args[1], &settings.finalizer),
        ("firstiter", &args[0], &settings.firstiter),
    ];
    for (what, hook, _) in &hooks {
        if hook.given().is_some() && !is_callable(vm, hook) {
            let got = vm.type_name(hook);
            return Err(vm.type_error(format!("callable {what} expected, got {got}")));
        }
    }
    for (_, hook, cell) in hooks {
        match hook {
            Value::Unbound => {}
            Value::None => cell.set(Value::Unbound),
            hook => cell.set(hook.clone()),
        }
    }
    Ok(Value::None)
}

/// `sys.get_coroutine_origin_tracking_depth()`
///
/// # Errors
/// None.
pub fn get_depth(vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(Value::Int(i64::from(
        vm.state.generators.origin_depth.get(),
    )))
}

/// `sys.set_coroutine_origin_tracking_depth(depth)`
///
/// # Errors
/// TypeError or ValueError when it is no number of frames.
pub fn set_depth(vm: &Vm, args: &[Value]) -> PyResult {
    match u32::try_from(crate::types::args::c_int(vm, &args[0])?) {
        Ok(depth) => {
            vm.state.generators.origin_depth.set(depth);
            Ok(Value::None)
        }
        Err(_) => Err(vm.value_error("depth must be >= 0")),
    }
}
