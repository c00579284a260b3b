//! Looking at live objects without running their code, for completion and hints: namespaces and
//! classes are read, descriptors are not called.

use dunder::object::class::Class;
use dunder::object::heap::Ref;
use dunder::object::lookup;
use dunder::object::shape::Name;
use dunder::object::value::Value;
use dunder::types::dict::Dict;
use dunder::types::function::Function;
use dunder::types::str::text_of;
use dunder::vm::Vm;
use std::collections::BTreeSet;

/// What a dotted name stands for, as far as can be told without running code.
pub fn resolve(vm: &Vm, namespace: &Ref<Dict>, path: &str) -> Option<Value> {
    let mut parts = path.split('.');
    let first = vm.intern(parts.next()?);
    let mut value = namespace
        .get_name(&first)
        .or_else(|| vm.builtins.get_name(&first))?;
    for part in parts {
        value = attribute(vm, &value, &vm.intern(part))?;
    }
    Some(value)
}

/// An attribute that can be had without calling a descriptor written in Python or a property.
fn attribute(vm: &Vm, value: &Value, name: &Name) -> Option<Value> {
    let (found, is_own) = find(vm, value, name)?;
    let is_function = found.get::<Function>().is_some();
    let is_computed = !is_own
        && vm
            .class_of(&found)
            .has_special(vm, dunder::object::special::Special::Get);
    (is_function || !is_computed).then_some(found)
}

/// What is stored under an attribute's name, and whether in the value itself, so that no descriptor decides.
fn find(vm: &Vm, value: &Value, name: &Name) -> Option<(Value, bool)> {
    if let Some(class) = value.as_ref::<Class>() {
        return Some((lookup::class_find(vm, class, name)?, true));
    }
    let own = value
        .obj()
        .and_then(|obj| lookup::instance_find(vm, obj, name));
    match own {
        Some(found) => Some((found, true)),
        None => Some((lookup::class_find(vm, vm.class_of(value), name)?, false)),
    }
}

/// The names of a value's attributes: its own, its class's and the bases'.
pub fn attribute_names(vm: &Vm, value: &Value) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    if let Some(class) = value.as_ref::<Class>() {
        class_names(vm, class, &mut names);
        return names;
    }
    if let Value::Obj(obj) = value {
        own_names(obj, &mut names);
    }
    class_names(vm, vm.class_of(value), &mut names);
    names
}

fn own_names(obj: &dunder::object::heap::Obj, names: &mut BTreeSet<String>) {
    let Some(head) = obj.attrs() else { return };
    match head.shape() {
        Some(shape) => names.extend(shape.iter().map(|(name, _)| name.text.to_string_lossy())),
        None => {
            if let Some(dict) = head.dict() {
                names.extend(keys(&dict));
            }
        }
    }
}

fn class_names(vm: &Vm, class: &Class, names: &mut BTreeSet<String>) {
    for base in class.mro().iter() {
        names.extend(keys(base.dict(vm)));
    }
}

/// The keys that are strings.
pub fn keys(dict: &Dict) -> impl Iterator<Item = String> {
    dict.keys()
        .into_iter()
        .filter_map(|key| text_of(&key).map(|text| text.to_string_lossy()))
}

/// Whether one would call it: a class, a function, a method.
pub fn is_callable(vm: &Vm, value: &Value) -> bool {
    vm.class_of(value)
        .has_special(vm, dunder::object::special::Special::Call)
}

/// Whether its attribute of that name is callable, as far as can be told.
pub fn has_callable(vm: &Vm, value: &Value, name: &str) -> bool {
    find(vm, value, &vm.intern(name)).is_some_and(|(found, _)| is_callable(vm, &found))
}
