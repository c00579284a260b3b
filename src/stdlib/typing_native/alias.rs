//! `TypeAliasType`: what a `type` statement makes.

use super::{caller, check_name, unpacked};
use crate::native_payload;
use crate::object::heap::{Kind, ValueCell};
use crate::object::lookup;
use crate::object::table::{self, TypeTable, getter, member, method};
use crate::object::value::{PyResult, Value};
use crate::stdlib::extension::{self, alloc, this};
use crate::types::tuple::Tuple;
use crate::types::{class_arg, generic_alias, slots, union};
use crate::vm::Vm;

/// What there is not is `Unbound`.
struct Alias {
    name: ValueCell,
    /// A tuple that isn't empty.
    params: ValueCell,
    value: ValueCell,
    /// The function that computes the value.
    compute: ValueCell,
    module: ValueCell,
}
native_payload!(Alias, name, params, value, compute, module);

pub(super) static TYPE_ALIAS: TypeTable = TypeTable {
    name: "TypeAliasType",
    module: "typing",
    doc: "Type alias.",
    kind: Kind::Native,
    keyed: true,
    methods: &[
        table::new(
            "__new__(type, name, value, *, type_params=<unrepresentable>)",
            new,
        ),
        slots::repr(|vm, args| Ok(payload(vm, &args[0])?.name.get())),
        slots::or(|vm, args| union::union_of(vm, &args[0], &args[1])),
        slots::ror(|vm, args| union::union_of(vm, &args[1], &args[0])),
        slots::getitem(getitem),
        method(
            "__reduce__(self, /)",
            |vm, args| Ok(payload(vm, &args[0])?.name.get()),
            "",
        ),
    ],
    properties: &[
        member("__name__", |vm, this| Ok(payload(vm, this)?.name.get()), ""),
        getter(
            "__parameters__",
            |vm, this| unpacked(vm, &payload(vm, this)?.params.get()),
            "",
        ),
        getter("__type_params__", type_params, ""),
        getter("__value__", value, ""),
        getter("__module__", module, ""),
    ],
    ..TypeTable::DEFAULT
};

/// Whether it is a type alias.
pub fn is_alias(value: &Value) -> bool {
    value.native::<Alias>().is_some()
}

fn payload<'a>(vm: &Vm, value: &'a Value) -> PyResult<&'a Alias> {
    this(vm, std::slice::from_ref(value))
}

fn given_params(params: &Value) -> Value {
    match params.get::<Tuple>() {
        Some(params) if params.items.is_empty() => Value::Unbound,
        _ => params.clone(),
    }
}

fn new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = class_arg(vm, &args[0], "TypeAliasType")?;
    check_name(vm, "typealias", &args[1])?;
    if !args[3].is_unbound() && args[3].get::<Tuple>().is_none() {
        return Err(vm.type_error("type_params must be a tuple"));
    }
    let alias = Alias {
        name: ValueCell::new(args[1].clone()),
        params: ValueCell::new(given_params(&args[3])),
        value: ValueCell::new(args[2].clone()),
        compute: ValueCell::default(),
        module: ValueCell::new(caller(vm)),
    };
    Ok(alloc(&class, alias))
}

/// The alias of `type Name[params] = value`: `compute` is the function that evaluates its value.
pub fn alias_from_syntax(vm: &Vm, name: Value, params: &Value, compute: Value) -> Value {
    let alias = Alias {
        name: ValueCell::new(name),
        params: ValueCell::new(given_params(params)),
        value: ValueCell::default(),
        compute: ValueCell::new(compute),
        module: ValueCell::default(),
    };
    alloc(&extension::class(vm, &TYPE_ALIAS), alias)
}

fn type_params(vm: &Vm, this: &Value) -> PyResult {
    let params = payload(vm, this)?.params.get();
    Ok(params.bound().unwrap_or_else(|| vm.tuple(Vec::new())))
}

fn value(vm: &Vm, this: &Value) -> PyResult {
    let alias = payload(vm, this)?;
    if let Some(value) = alias.value.get().bound() {
        return Ok(value);
    }
    let value = vm.call(&alias.compute.get(), &[])?;
    alias.value.set(value.clone());
    Ok(value)
}

fn module(vm: &Vm, this: &Value) -> PyResult {
    let alias = payload(vm, this)?;
    match (alias.module.get().bound(), alias.compute.get().bound()) {
        (Some(module), _) => Ok(module),
        (None, Some(function)) => lookup::get(vm, &function, &vm.names.__module__),
        (None, None) => Ok(Value::None),
    }
}

fn getitem(vm: &Vm, args: &[Value]) -> PyResult {
    if payload(vm, &args[0])?.params.is_unbound() {
        return Err(vm.type_error("Only generic type aliases are subscriptable"));
    }
    Ok(generic_alias::new(vm, args[0].clone(), &args[1]))
}
