//! `type`: creating classes, calling them, and the attributes of classes.

use crate::object::class::Class;
use crate::object::descriptor::call_special;
use crate::object::heap::{Kind, Ref};
use crate::object::shape::Name;
use crate::object::special::Special;
use crate::object::table::TypeTable;
use crate::object::value::{PyResult, Value};
use crate::types::str::Str;
use crate::vm::Vm;

/// The type's table.
pub const TYPE: TypeTable = TypeTable {
    name: "type",
    kind: Kind::Class,
    subclassable: true,
    weakrefable: true,
    ..TypeTable::DEFAULT
};

/// `type.__call__`: `__new__`, then `__init__`. Reference: 3.3.1, Basic customization.
///
/// # Errors
/// Whatever they raise.
pub fn call(vm: &Vm, class: &Ref<Class>, args: &[Value], names: &[Name]) -> PyResult {
    if *class == vm.types.type_ && args.len() == 1 && names.is_empty() {
        return Ok(vm.class_of(&args[0]).value());
    }
    let Some(new) = class.special(vm, Special::New) else {
        return Err(vm.type_error(format!("cannot create '{}' instances", class.name_text())));
    };
    let this = class.value();
    let new =
        crate::object::descriptor::get(vm, &new, crate::object::descriptor::Binding::Class(class))?;
    let obj = vm.call_method_value(&new, &this, args, names)?;
    let made = vm.class_of(&obj).clone();
    if !made.is_subclass(class) {
        return Ok(obj);
    }
    if let Some(init) = made.special(vm, Special::Init) {
        let result = if crate::object::descriptor::binds_as_method(&init) {
            vm.call_method_value(&init, &obj, args, names)?
        } else if names.is_empty() {
            call_special(vm, init, &obj, args)?
        } else {
            let binding = crate::object::descriptor::Binding::Instance(&obj, &made);
            let bound = crate::object::descriptor::get(vm, &init, binding)?;
            vm.call_with(&bound, args, names)?
        };
        if !result.is_none() {
            return Err(vm.type_error(format!(
                "__init__() should return None, not '{}'",
                vm.type_name(&result)
            )));
        }
    }
    Ok(obj)
}

/// The module-qualified name, as default reprs show it.
pub fn full_name(vm: &Vm, class: &Ref<Class>) -> String {
    let qualname = qualname(vm, class);
    let module = match class.table {
        Some(table) => vm.str(table.module),
        None => class
            .dict(vm)
            .get_name(&vm.names.__module__)
            .unwrap_or(Value::None),
    };
    match module.get::<Str>().map(|module| module.to_string()) {
        Some(module) if module != "builtins" => format!("{module}.{qualname}"),
        _ => qualname,
    }
}

/// `__qualname__` as text.
pub fn qualname(_vm: &Vm, class: &Ref<Class>) -> String {
    match class.qualname.get().get::<Str>() {
        Some(name) => name.to_string(),
        None => class.name_text(),
    }
}

/// `obj.__class__ = value`.
///
/// # Errors
/// TypeError when the layouts differ.
pub fn assign_class(vm: &Vm, _obj: &Value, value: Value) -> PyResult<()> {
    Err(vm.type_error(format!(
        "__class__ must be set to a class, not '{}' object",
        vm.type_name(&value)
    )))
}

/// A new instance of a class whose construction is just allocation and a Python `__init__`, with that
/// `__init__`.
#[inline]
pub fn plain_instance(
    vm: &Vm,
    class: &Ref<Class>,
) -> Option<(Value, Ref<crate::types::function::Function>)> {
    if class.instance_kind != Kind::Instance
        || *class.as_obj().class() != vm.types.type_
        || class.is_abstract.get()
    {
        return None;
    }
    let new = class.special(vm, Special::New)?;
    let is_object_new = new.get::<crate::types::native::NativeFunction>()?.owner == "object";
    let init = class
        .special(vm, Special::Init)?
        .downcast::<crate::types::function::Function>()
        .ok()?;
    is_object_new.then(|| {
        (
            crate::object::heap::alloc(class, crate::types::object::Plain).into(),
            init,
        )
    })
}

/// The error for an `__init__` that returned something.
#[cold]
pub fn init_returned(vm: &Vm, result: &Value) -> crate::object::value::Raised {
    vm.type_error(format!(
        "__init__() should return None, not '{}'",
        vm.type_name(result)
    ))
}
