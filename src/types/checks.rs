//! `isinstance` and `issubclass`. Reference: 3.3.4, Customizing instance and subclass checks.

use crate::object::class::Class;
use crate::object::descriptor::call_bound;
use crate::object::lookup;
use crate::object::ops;
use crate::object::special::Special;
use crate::object::value::{PyResult, Value};
use crate::stdlib::abc_native;
use crate::types::tuple::Tuple;
use crate::types::union::Union;
use crate::vm::Vm;

/// `isinstance(value, class)`.
///
/// # Errors
/// TypeError when `class` is none, or what the hooks raise.
pub fn isinstance(vm: &Vm, value: &Value, class: &Value) -> PyResult<bool> {
    if class
        .as_ref::<Class>()
        .is_some_and(|class| class == vm.class_of(value))
    {
        return Ok(true);
    }
    if vm.class_of(class) == &vm.types.type_ {
        return real_isinstance(vm, value, class);
    }
    if let Some(classes) = alternatives(class) {
        let _guard = vm.recurse(" in __instancecheck__")?;
        for item in classes {
            let found = match vm.class_of(item) == &vm.types.type_ {
                true => real_isinstance(vm, value, item),
                false => isinstance(vm, value, item),
            };
            if found? {
                return Ok(true);
            }
        }
        return Ok(false);
    }
    if let Some(answer) = abc_native::known_instance(vm, value, class) {
        return Ok(answer);
    }
    if let Some(method) = vm.class_of(class).special(vm, Special::InstanceCheck) {
        let _guard = vm.recurse(" in __instancecheck__")?;
        let result = call_bound(vm, method, class, std::slice::from_ref(value))?;
        return ops::truth(vm, &result);
    }
    real_isinstance(vm, value, class)
}

/// The classes of a tuple or a union, any of which will do.
fn alternatives(class: &Value) -> Option<&[Value]> {
    match (class.get::<Tuple>(), class.get::<Union>()) {
        (Some(tuple), _) => Some(&tuple.items),
        (_, Some(union)) => Some(union.args()),
        _ => None,
    }
}

/// `isinstance(value, class)` for a class whose own class is `type`, or a tuple of such, where nothing has to be
/// called for it.
pub fn glance_isinstance(vm: &Vm, value: &Value, class: &Value) -> Option<bool> {
    let own = vm.class_of(value);
    let is_instance = |class: &Value| {
        let class = class.as_ref::<Class>()?;
        if *class.as_obj().class() != vm.types.type_ {
            return None;
        }
        match own.is_subclass(class) {
            true => Some(true),
            false => own.shows_itself(vm).then_some(false),
        }
    };
    let Some(tuple) = class.get::<Tuple>() else {
        return is_instance(class);
    };
    for class in &tuple.items {
        if is_instance(class)? {
            return Some(true);
        }
    }
    Some(false)
}

/// `issubclass(value, class)`.
///
/// # Errors
/// TypeError when one of them is no class, or what the hooks raise.
pub fn issubclass(vm: &Vm, value: &Value, class: &Value) -> PyResult<bool> {
    if vm.class_of(class) == &vm.types.type_ {
        if value.is(class) {
            return Ok(true);
        }
        return real_issubclass(vm, value, class);
    }
    if let Some(classes) = alternatives(class) {
        let _guard = vm.recurse(" in __subclasscheck__")?;
        for item in classes {
            if issubclass(vm, value, item)? {
                return Ok(true);
            }
        }
        return Ok(false);
    }
    if let Some(answer) = abc_native::known_subclass(vm, value, class) {
        return Ok(answer);
    }
    if let Some(method) = vm.class_of(class).special(vm, Special::SubclassCheck) {
        let _guard = vm.recurse(" in __subclasscheck__")?;
        let result = call_bound(vm, method, class, std::slice::from_ref(value))?;
        return ops::truth(vm, &result);
    }
    real_issubclass(vm, value, class)
}

/// `type.__instancecheck__`: by the real class, then by `__class__`.
///
/// # Errors
/// TypeError when `class` is neither a class nor has `__bases__`.
pub fn real_isinstance(vm: &Vm, value: &Value, class: &Value) -> PyResult<bool> {
    if let Some(class) = class.as_ref::<Class>() {
        let own = vm.class_of(value);
        if own.is_subclass(class) {
            return Ok(true);
        }
        if own.shows_itself(vm) {
            return Ok(false);
        }
        let shown = lookup::get_optional(vm, value, &vm.names.__class__)?;
        return Ok(
            match shown.as_ref().and_then(|shown| shown.as_ref::<Class>()) {
                Some(shown) if shown != vm.class_of(value) => shown.is_subclass(class),
                _ => false,
            },
        );
    }
    let text = "isinstance() arg 2 must be a type, a tuple of types, or a union";
    check_class(vm, class, text)?;
    match lookup::get_optional(vm, value, &vm.names.__class__)? {
        Some(shown) => abstract_subclass(vm, &shown, class),
        None => Ok(false),
    }
}

/// `type.__subclasscheck__`: by the MRO, or by `__bases__` for things that only look like classes.
///
/// # Errors
/// TypeError when one of them has no `__bases__`.
pub fn real_issubclass(vm: &Vm, value: &Value, class: &Value) -> PyResult<bool> {
    if let (Some(a), Some(b)) = (value.as_ref::<Class>(), class.as_ref::<Class>()) {
        return Ok(a.is_subclass(b));
    }
    check_class(vm, value, "issubclass() arg 1 must be a class")?;
    check_class(
        vm,
        class,
        "issubclass() arg 2 must be a class, a tuple of classes, or a union",
    )?;
    abstract_subclass(vm, value, class)
}

/// `__bases__`, if the object has them as a tuple.
fn abstract_bases(vm: &Vm, value: &Value) -> PyResult<Option<Vec<Value>>> {
    let bases = lookup::get_optional(vm, value, &vm.names.__bases__)?;
    Ok(bases.and_then(|bases| bases.get::<Tuple>().map(|tuple| tuple.items.to_vec())))
}

fn check_class(vm: &Vm, value: &Value, text: &str) -> PyResult<()> {
    match abstract_bases(vm, value)? {
        Some(_) => Ok(()),
        None => Err(vm.type_error(text)),
    }
}

fn abstract_subclass(vm: &Vm, value: &Value, class: &Value) -> PyResult<bool> {
    let _guard = vm.recurse(" in __issubclass__")?;
    if value.is(class) {
        return Ok(true);
    }
    for base in abstract_bases(vm, value)?.unwrap_or_default() {
        if abstract_subclass(vm, &base, class)? {
            return Ok(true);
        }
    }
    Ok(false)
}
