//! `Generic`. CPython makes it in C, but unlike other native classes it can be changed.

use super::{call_typing, typing, unpacked};
use crate::object::class::Class;
use crate::object::heap::Ref;
use crate::object::shape::Name;
use crate::object::table::{Row, class_method};
use crate::object::value::{PyResult, Value};
use crate::stdlib::extension;
use crate::types::args::call_arguments;
use crate::types::native;
use crate::vm::Vm;

static ROWS: [Row; 2] = [
    class_method(
        "__class_getitem__(cls, /, *args, **kwargs)",
        |vm, args| forward(vm, "_generic_class_getitem", args),
        "The class with arguments for its type parameters.",
    ),
    class_method(
        "__init_subclass__(cls, /, *args, **kwargs)",
        |vm, args| forward(vm, "_generic_init_subclass", args),
        "Finds out the type parameters of a subclass.",
    ),
];

/// The class.
///
/// # Errors
/// None that is expected.
pub fn generic(vm: &Vm) -> PyResult<Ref<Class>> {
    let made = extension::kept(vm, "_typing", "Generic", || make(vm))?;
    match made.as_ref::<Class>() {
        Some(class) => Ok(class.clone()),
        None => Err(vm.type_error("Generic is no class")),
    }
}

fn make(vm: &Vm) -> PyResult {
    let namespace = vm.dict();
    let slots = vm.intern("__slots__");
    let set = |name: &Name, value| drop(namespace.set_name(name, value));
    set(&slots, vm.tuple(Vec::new()));
    for row in &ROWS {
        set(&vm.intern(row.name()), Value::None);
    }
    set(
        &vm.names.__doc__,
        vm.str("Abstract base class for generic types."),
    );
    set(&vm.names.__module__, vm.str("typing"));
    let arguments = [vm.str("Generic"), vm.tuple(Vec::new()), namespace.value()];
    let made = vm.call(&vm.types.type_.value(), &arguments)?;
    if let Some(class) = made.as_ref::<Class>() {
        *class.long_name.borrow_mut() = Some("typing.Generic".into());
        let dict = class.dict(vm);
        drop(dict.remove_name(&slots));
        native::put_methods(vm, class, &ROWS);
    }
    Ok(made)
}

/// Calls a function written in Python with the class before the arguments.
fn forward(vm: &Vm, function: &str, args: &[Value]) -> PyResult {
    let (given, names) = call_arguments(vm, &args[1], &args[2]);
    let mut all = vec![args[0].clone()];
    all.extend(given);
    vm.call_with(&typing(vm, function)?, &all, &names)
}

/// The base `Generic[params]` of a class with type parameters.
///
/// # Errors
/// Whatever subscription raises.
pub fn generic_base(vm: &Vm, params: &Value) -> PyResult {
    let generic = generic(vm)?.value();
    call_typing(
        vm,
        "_generic_class_getitem",
        &[generic, unpacked(vm, params)?],
    )
}
