//! `module`. Importing is in `exec::import`.

use crate::object::heap::{self, Kind, Obj, Ref, Trace};
use crate::object::lookup;
use crate::object::shape::Name;
use crate::object::table::TypeTable;
use crate::object::value::{Raised, Value};
use crate::types::dict::Dict;
use crate::vm::Vm;

/// The payload of modules. Their namespace is the instance `__dict__`.
pub struct Module;

impl Trace for Module {
    fn trace(&self, _visit: &mut dyn FnMut(&Obj)) {}
}

/// A module around a namespace, which becomes its `__dict__`.
pub fn from_namespace(vm: &Vm, namespace: &Ref<Dict>) -> Ref<Module> {
    let module = heap::alloc(&vm.types.module, Module);
    lookup::replace_dict(vm, module.as_obj(), Some(namespace.clone()));
    module
}

/// The module's namespace.
pub fn namespace(vm: &Vm, module: &Obj) -> Option<Ref<Dict>> {
    lookup::materialise(vm, module)
}

/// `module 'm' has no attribute 'x'`
pub fn no_attribute(vm: &Vm, obj: &Value, _module: &Module, name: &Name) -> Raised {
    let own = obj
        .obj()
        .and_then(|o| lookup::instance_find(vm, o, &vm.names.__name__));
    let text = match own.as_ref().and_then(|own| own.get::<super::str::Str>()) {
        Some(own) => format!("module '{own}' has no attribute '{name}'"),
        None => format!("module has no attribute '{name}'"),
    };
    vm.attribute_error(obj, &name.value(), text)
}

/// The type's table.
pub const MODULE: TypeTable = TypeTable {
    name: "module",
    kind: Kind::Module,
    subclassable: true,
    has_dict: true,
    weakrefable: true,
    ..TypeTable::DEFAULT
};
