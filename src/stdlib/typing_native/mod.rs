//! `_typing`: type parameters, type aliases and `Generic`, which the syntax of PEP 695 and `typing` are built on.
//! How parameters are substituted is written in Python, in `_typing_alias`.

mod alias;
mod generic;
mod parameters;

pub use alias::{alias_from_syntax, is_alias};
pub use generic::generic_base;
pub use parameters::parameter_from_syntax;

use super::NativeModule;
use super::extension;
use crate::exec::import::import_absolute;
use crate::object::heap::{self, Kind, Ref};
use crate::object::lookup;
use crate::object::shape::Name;
use crate::object::table::{self, TypeTable, method};
use crate::object::value::{PyResult, Value};
use crate::types::args;
use crate::types::class_arg;
use crate::types::dict::Dict;
use crate::types::object::Plain;
use crate::types::slots;
use crate::types::tuple::Tuple;
use crate::vm::Vm;

/// The module.
pub const TYPING: NativeModule = NativeModule {
    name: "_typing",
    doc: "Primitives and accelerators for the typing module.\n",
    functions: &[method("_idfunc(x, /)", |_, args| Ok(args[0].clone()), "")],
    fill,
};

fn fill(vm: &Vm, namespace: &Ref<Dict>) -> PyResult<()> {
    extension::add_classes(
        vm,
        namespace,
        &[
            &parameters::TYPE_VAR,
            &parameters::PARAM_SPEC,
            &parameters::TYPE_VAR_TUPLE,
            &parameters::PARAM_SPEC_ARGS,
            &parameters::PARAM_SPEC_KWARGS,
            &alias::TYPE_ALIAS,
        ],
    );
    drop(namespace.set_name(&vm.intern("Generic"), generic::generic(vm)?.value()));
    drop(namespace.set_name(&vm.intern("NoDefault"), no_default(vm)?));
    Ok(())
}

/// A function or form that is written in Python: typing's machinery is loaded when a parameter is used first,
/// not when one is made.
///
/// # Errors
/// Whatever loading it raises.
fn typing(vm: &Vm, name: &str) -> PyResult {
    let module = import_absolute(vm, "_typing_alias")?;
    lookup::get(vm, &module, &vm.intern(name))
}

/// Calls such a function.
///
/// # Errors
/// Whatever it raises.
fn call_typing(vm: &Vm, name: &str, args: &[Value]) -> PyResult {
    vm.call(&typing(vm, name)?, args)
}

/// The name of the module that called a constructor of this module.
fn caller(vm: &Vm) -> Value {
    vm.with_frame(0, |frame| frame.globals.get_name(&vm.names.__name__))
        .flatten()
        .unwrap_or(Value::None)
}

/// The argument `name` of the constructor that reports errors as `function`.
///
/// # Errors
/// TypeError when it is no text.
fn check_name(vm: &Vm, function: &str, name: &Value) -> PyResult<()> {
    args::text(vm, name, &format!("{function}() argument 'name'")).map(drop)
}

/// `type_params` with the unpacked form of each TypeVarTuple in its place.
///
/// # Errors
/// Whatever unpacking one raises.
fn unpacked(vm: &Vm, params: &Value) -> PyResult {
    let params = params
        .get::<Tuple>()
        .map_or(&[][..], |params| &params.items);
    let mut result = Vec::with_capacity(params.len());
    for param in params {
        match parameters::is_type_var_tuple(vm, param) {
            true => result.extend(crate::object::ops::collect(vm, param)?),
            false => result.push(param.clone()),
        }
    }
    Ok(vm.tuple(result))
}

// ---------------------------------------------------------------------------------------------
// NoDefault

static NO_DEFAULT: TypeTable = TypeTable {
    name: "NoDefaultType",
    told: Some("()"),
    doc: "The type of the NoDefault singleton.",
    kind: Kind::Instance,
    methods: &[
        table::new("__new__(type, /, *args, **kwargs)", new_no_default),
        slots::repr(|vm, _| Ok(vm.str("typing.NoDefault"))),
        method("__reduce__(self, /)", |vm, _| Ok(vm.str("NoDefault")), ""),
    ],
    ..TypeTable::DEFAULT
};

/// What says that a type parameter has no default.
///
/// # Errors
/// None that is expected.
fn no_default(vm: &Vm) -> PyResult {
    extension::kept(vm, "_typing", "NoDefault", || {
        let class = extension::class(vm, &NO_DEFAULT);
        Ok(heap::alloc(&class, Plain).into())
    })
}

fn new_no_default(vm: &Vm, args: &[Value]) -> PyResult {
    class_arg(vm, &args[0], "NoDefaultType")?;
    let given = |value: &Value| match (value.get::<Tuple>(), value.get::<Dict>()) {
        (Some(tuple), _) => !tuple.items.is_empty(),
        (_, Some(dict)) => !dict.is_empty(),
        _ => false,
    };
    if args[1..].iter().any(given) {
        return Err(vm.type_error("NoDefaultType takes no arguments"));
    }
    no_default(vm)
}

/// Sets an attribute in the object's own dict.
fn set_own(vm: &Vm, this: &Value, name: &Name, value: Value) {
    if let Value::Obj(obj) = this {
        lookup::instance_set(vm, obj, name, value);
    }
}
