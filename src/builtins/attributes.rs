//! Built-in functions on any object: its attributes, identity, class and text.

use crate::object::descriptor::call_bound;
use crate::object::lookup;
use crate::object::ops;
use crate::object::special::Special;
use crate::object::value::{PyResult, Value};
use crate::text::escape;
use crate::types::dict::Dict;
use crate::types::dict_methods::mapping_keys;
use crate::types::list::List;
use crate::types::str::Str;
use crate::types::{attribute_arg, checks, is_callable};
use crate::vm::Vm;

pub(super) fn ascii(vm: &Vm, args: &[Value]) -> PyResult {
    let repr = ops::repr(vm, &args[0])?;
    if repr.text.is_ascii() {
        return Ok(repr.into());
    }
    Ok(vm.str(&escape::ascii_of_repr(&repr.text)))
}

pub(super) fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    ops::repr(vm, &args[0]).map(Value::from)
}

pub(super) fn callable(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::bool(is_callable(vm, &args[0])))
}

pub(super) fn getattr(vm: &Vm, args: &[Value]) -> PyResult {
    let name = attribute_arg(vm, &args[1])?;
    if args[2].is_unbound() {
        return lookup::get(vm, &args[0], &name);
    }
    let found = lookup::get_optional(vm, &args[0], &name)?;
    Ok(found.unwrap_or_else(|| args[2].clone()))
}

pub(super) fn glance_getattr(vm: &Vm, args: &[&Value]) -> Option<Value> {
    let name = args[1].as_ref::<Str>()?;
    if *name.as_obj().class() != vm.types.str {
        return None;
    }
    lookup::glance(vm, args[0], &vm.interner.intern_object(name))
}

pub(super) fn hasattr(vm: &Vm, args: &[Value]) -> PyResult {
    let name = attribute_arg(vm, &args[1])?;
    Ok(Value::bool(
        lookup::get_optional(vm, &args[0], &name)?.is_some(),
    ))
}

pub(super) fn setattr(vm: &Vm, args: &[Value]) -> PyResult {
    let name = attribute_arg(vm, &args[1])?;
    lookup::set(vm, &args[0], &name, args[2].clone())?;
    Ok(Value::None)
}

pub(super) fn delattr(vm: &Vm, args: &[Value]) -> PyResult {
    let name = attribute_arg(vm, &args[1])?;
    lookup::set(vm, &args[0], &name, Value::Unbound)?;
    Ok(Value::None)
}

pub(super) fn hash(vm: &Vm, args: &[Value]) -> PyResult {
    ops::hash(vm, &args[0]).map(Value::Int)
}

pub(super) fn id(_vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::Int(args[0].id()))
}

pub(super) fn isinstance(vm: &Vm, args: &[Value]) -> PyResult {
    checks::isinstance(vm, &args[0], &args[1]).map(Value::bool)
}

pub(super) fn glance_isinstance(vm: &Vm, args: &[&Value]) -> Option<Value> {
    checks::glance_isinstance(vm, args[0], args[1]).map(Value::bool)
}

pub(super) fn issubclass(vm: &Vm, args: &[Value]) -> PyResult {
    checks::issubclass(vm, &args[0], &args[1]).map(Value::bool)
}

pub(super) fn format(vm: &Vm, args: &[Value]) -> PyResult {
    crate::types::args::text(vm, &args[1], "format() argument 2")?;
    ops::format(vm, &args[0], &args[1]).map(Value::from)
}

pub(super) fn dir(vm: &Vm, args: &[Value]) -> PyResult {
    let names = if args[0].is_unbound() {
        let locals = vm.with_frame(0, |frame| crate::types::frame::locals(vm, frame));
        match locals {
            Some(locals) => {
                let locals = locals?;
                match locals.get::<Dict>() {
                    Some(dict) if *vm.class_of(&locals) == vm.types.dict => dict.keys(),
                    _ => mapping_keys(vm, &locals)?,
                }
            }
            None => return Err(vm.system_error("frame does not exist")),
        }
    } else {
        names_of(vm, &args[0])?
    };
    let list = List::new(names);
    crate::types::list_sort::sort_list(vm, &list, None, false)?;
    Ok(vm.list(list.items.to_vec()))
}

/// What `__dir__` returns.
///
/// # Errors
/// Whatever it raises.
pub fn names_of(vm: &Vm, value: &Value) -> PyResult<Vec<Value>> {
    let Some(method) = vm.class_of(value).special(vm, Special::Dir) else {
        return Err(vm.type_error("object does not provide __dir__"));
    };
    let names = call_bound(vm, method, value, &[])?;
    ops::collect(vm, &names)
}

pub(super) fn vars(vm: &Vm, args: &[Value]) -> PyResult {
    if args[0].is_unbound() {
        return super::code::locals(vm, &[]);
    }
    match lookup::get_optional(vm, &args[0], &vm.names.__dict__)? {
        Some(dict) => Ok(dict),
        None => Err(vm.type_error("vars() argument must have __dict__ attribute")),
    }
}
