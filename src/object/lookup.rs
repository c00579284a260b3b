//! Attribute lookup: the only implementation of getting, setting and deleting attributes of
//! instances, classes, modules and `super` objects. Reference: 3.3.2, Customizing attribute access,
//! and the descriptor guide.
//!
//! The inline caches of `exec` are shortcuts to answers found here and are invalidated by class
//! versions and shapes. Nothing else in the interpreter walks an MRO or an instance's attributes.

use super::class::{Access, Class};
use super::descriptor::{self, Binding};
use super::exception::Exception;
use super::heap::{Obj, Ref};
use super::shape::{MAX_SHAPE, Name, Shape};
use super::special::Special;
use super::value::{PyResult, Raised, Value};
use crate::types::dict::Dict;
use crate::types::module::Module;
use crate::types::super_::Super;
use crate::vm::Vm;

/// `getattr(obj, name)`.
///
/// # Errors
/// AttributeError, or whatever a descriptor or hook raises.
pub fn get(vm: &Vm, obj: &Value, name: &Name) -> PyResult {
    let class = vm.class_of(obj);
    let found = match class.get_access(vm) {
        Access::Generic => match generic_get(vm, obj, class, name) {
            Ok(Some(value)) => return Ok(value),
            Ok(None) => return Err(no_attribute(vm, obj, name)),
            Err(raised) => Err(raised),
        },
        _ => get_slow(vm, obj, name),
    };
    if found.is_err() {
        annotate(vm, obj, name);
    }
    found
}

fn get_slow(vm: &Vm, obj: &Value, name: &Name) -> PyResult {
    let class = vm.class_of(obj).clone();
    let found = match class.get_access(vm) {
        Access::Custom => return custom_get(vm, obj, &class, name),
        access => builtin_get(vm, obj, access, name)?,
    };
    found
        .ok_or(())
        .map_err(|()| missing(vm, obj, class.get_access(vm), name))
}

/// What the built-in `__getattribute__` of this kind finds; `None` for no such attribute.
///
/// # Errors
/// Whatever a descriptor raises.
pub fn builtin_get(vm: &Vm, obj: &Value, access: Access, name: &Name) -> PyResult<Option<Value>> {
    match (access, obj) {
        (Access::Type, Value::Obj(o)) if let Some(class) = o.as_ref::<Class>() => {
            type_get(vm, class, name)
        }
        (Access::Module, Value::Obj(o)) if let Some(module) = o.as_ref::<Module>() => {
            module_get(vm, module, name)
        }
        (Access::Super, Value::Obj(o)) if let Some(proxy) = o.as_ref::<Super>() => {
            super_get(vm, proxy, name)
        }
        _ => generic_get(vm, obj, vm.class_of(obj), name),
    }
}

/// The error for an attribute that `builtin_get` did not find.
pub fn missing(vm: &Vm, obj: &Value, access: Access, name: &Name) -> Raised {
    match (access, obj) {
        (Access::Module, Value::Obj(o)) if let Some(module) = o.get::<Module>() => {
            crate::types::module::no_attribute(vm, obj, module, name)
        }
        (Access::Super, Value::Obj(o)) if o.get::<Super>().is_some() => vm.attribute_error(
            obj,
            &name.value(),
            format!("'super' object has no attribute '{name}'"),
        ),
        _ => no_attribute(vm, obj, name),
    }
}

/// `'A' object has no attribute 'x'` (or the wording for classes).
#[cold]
pub fn no_attribute(vm: &Vm, obj: &Value, name: &Name) -> Raised {
    let text = match obj.get::<Class>() {
        Some(class) => format!(
            "type object '{}' has no attribute '{name}'",
            class.name.borrow()
        ),
        None => format!("'{}' object has no attribute '{name}'", vm.type_name(obj)),
    };
    vm.attribute_error(obj, &name.value(), text)
}

/// `getattr(obj, name)` with `None` where it raises AttributeError.
///
/// # Errors
/// Whatever else a descriptor or hook raises.
pub fn get_optional(vm: &Vm, obj: &Value, name: &Name) -> PyResult<Option<Value>> {
    let class = vm.class_of(obj).clone();
    let result = match class.get_access(vm) {
        Access::Custom => custom_get(vm, obj, &class, name).map(Some),
        access => builtin_get(vm, obj, access, name),
    };
    result.or_else(|raised| {
        vm.swallow(&vm.exceptions.AttributeError, raised)
            .map(|()| None)
    })
}

/// A class with its own `__getattribute__` or a `__getattr__`.
fn custom_get(vm: &Vm, obj: &Value, class: &Ref<Class>, name: &Name) -> PyResult {
    // "__getattribute__(self, name): called unconditionally to implement attribute accesses".
    let getattribute = class.special(vm, Special::GetAttribute);
    let access = vm.access_of(getattribute.clone(), Special::GetAttribute);
    let Some(fallback) = class.special(vm, Special::GetAttr) else {
        return call_getattribute(vm, obj, class, access, getattribute, name);
    };
    let first = match access {
        Access::Custom | Access::Unknown => {
            match call_getattribute(vm, obj, class, access, getattribute, name) {
                Ok(value) => Some(value),
                Err(raised) => {
                    vm.swallow(&vm.exceptions.AttributeError, raised)?;
                    None
                }
            }
        }
        builtin => builtin_get(vm, obj, builtin, name).or_else(|raised| {
            vm.swallow(&vm.exceptions.AttributeError, raised)
                .map(|()| None)
        })?,
    };
    // "__getattr__(self, name): called when the default attribute access fails with an AttributeError".
    match first {
        Some(value) => Ok(value),
        None => descriptor::call_special(vm, fallback, obj, &[name.value()]),
    }
}

fn call_getattribute(
    vm: &Vm,
    obj: &Value,
    _class: &Ref<Class>,
    access: Access,
    getattribute: Option<Value>,
    name: &Name,
) -> PyResult {
    match (access, getattribute) {
        (Access::Custom | Access::Unknown, Some(method)) => {
            descriptor::call_special(vm, method, obj, &[name.value()])
        }
        (access, _) => match builtin_get(vm, obj, access, name)? {
            Some(value) => Ok(value),
            None => Err(missing(vm, obj, access, name)),
        },
    }
}

/// `object.__getattribute__`.
///
/// # Errors
/// Whatever a descriptor raises.
pub fn generic_get(
    vm: &Vm,
    obj: &Value,
    class: &Ref<Class>,
    name: &Name,
) -> PyResult<Option<Value>> {
    // "instance binding ... a.x: the lookup starts with type(a).__dict__['x'] and continues through the MRO".
    let on_class = class_find(vm, class, name);
    if let Some(descr) = &on_class {
        // "Data descriptors ... always override a redefinition in an instance dictionary", if they
        // define __get__ at all.
        if descriptor::is_data(vm, descr) && descriptor::has_get(vm, descr) {
            let class = class.clone();
            return descriptor::get(vm, descr, Binding::Instance(obj, &class)).map(Some);
        }
    }
    // "... then the object's own __dict__ ..."
    if let Value::Obj(o) = obj
        && let Some(value) = instance_find(vm, o, name)
    {
        return Ok(Some(value));
    }
    // "... then non-data descriptors and other class attributes."
    match on_class {
        Some(descr) => {
            let class = class.clone();
            descriptor::get(vm, &descr, Binding::Instance(obj, &class)).map(Some)
        }
        None => Ok(None),
    }
}

/// What the class or one of its bases holds under the name, unbound.
#[inline]
pub fn class_find(vm: &Vm, class: &Class, name: &Name) -> Option<Value> {
    vm.state
        .method_cache
        .find(class.version(), name, || class.mro_lookup(vm, name))
}

/// What the instance itself holds under the name.
#[inline]
pub fn instance_find(vm: &Vm, obj: &Obj, name: &Name) -> Option<Value> {
    let Some(head) = obj.attrs() else {
        // `object.__getattribute__` of a class takes its namespace for its `__dict__`.
        return obj.get::<Class>()?.dict(vm).get_name(name);
    };
    match head.shape() {
        Some(shape) => {
            let at = shape.find(name)?;
            obj.values().get(at as usize)?.get().bound()
        }
        None => {
            let dict = head.dict().get();
            let dict = dict.as_ref::<Dict>()?;
            dict_get_name(vm, dict, name)
        }
    }
}

/// A dict that may hold keys with an `__eq__` of their own still finds plain names by identity.
fn dict_get_name(_vm: &Vm, dict: &Dict, name: &Name) -> Option<Value> {
    dict.get_name(name)
}

/// `type.__getattribute__`: metaclass data descriptors, then the class and its bases, then the
/// metaclass's other attributes.
fn type_get(vm: &Vm, class: &Ref<Class>, name: &Name) -> PyResult<Option<Value>> {
    let meta = class.as_obj().class().clone();
    let on_meta = class_find(vm, &meta, name);
    let this = class.value();
    if let Some(descr) = &on_meta
        && descriptor::is_data(vm, descr)
        && descriptor::has_get(vm, descr)
    {
        return descriptor::get(vm, descr, Binding::Instance(&this, &meta)).map(Some);
    }
    // "class binding ... A.x is transformed into the call A.__dict__['x'].__get__(None, A)".
    if let Some(found) = class_find(vm, class, name) {
        return descriptor::get(vm, &found, Binding::Class(class)).map(Some);
    }
    match on_meta {
        Some(descr) => descriptor::get(vm, &descr, Binding::Instance(&this, &meta)).map(Some),
        None => Ok(None),
    }
}

/// A module's `__getattr__` is asked last. Reference: 3.3.2.1, Customizing module attribute access.
fn module_get(vm: &Vm, module: &Ref<Module>, name: &Name) -> PyResult<Option<Value>> {
    let this = module.value();
    let class = module.as_obj().class().clone();
    if let Some(value) = generic_get(vm, &this, &class, name)? {
        return Ok(Some(value));
    }
    match instance_find(vm, module.as_obj(), vm.special_name(Special::GetAttr)) {
        Some(hook) => vm.call(&hook, &[name.value()]).map(Some),
        None => Ok(None),
    }
}

/// "super binding: the dotted lookup super(A, a).x searches a.__class__.__mro__ for a base class B
/// following A and then returns B.__dict__['x'].__get__(a, A)".
fn super_get(vm: &Vm, proxy: &Ref<Super>, name: &Name) -> PyResult<Option<Value>> {
    let this = proxy.value();
    if let Some((start, obj, obj_class)) = proxy.bound(vm)
        && *name != vm.names.__class__
    {
        let mro = obj_class.mro();
        let after = mro
            .iter()
            .position(|class| *class == start)
            .map_or(mro.len(), |at| at + 1);
        for class in &mro[after..] {
            let Some(found) = class.dict(vm).get_name(name) else {
                continue;
            };
            let binding = if obj.is(&obj_class.value()) {
                Binding::Class(&obj_class)
            } else {
                Binding::Instance(&obj, &obj_class)
            };
            return descriptor::get(vm, &found, binding).map(Some);
        }
    }
    let class = proxy.as_obj().class().clone();
    generic_get(vm, &this, &class, name)
}

/// What a method call needs: the function with the object to pass first, or a bound attribute.
pub enum MethodLookup {
    /// Call this with the object prepended.
    Unbound(Value),
    /// Call this as it is.
    Bound(Value),
}

/// `getattr(obj, name)` for an immediate call: spares the bound method.
///
/// # Errors
/// As [`get`].
pub fn get_method(vm: &Vm, obj: &Value, name: &Name) -> PyResult<MethodLookup> {
    let class = vm.class_of(obj);
    if class.get_access(vm) == Access::Generic
        && let Some(found) = class_find(vm, class, name)
        && descriptor::binds_as_method(&found)
    {
        let shadow = match obj {
            Value::Obj(o) => instance_find(vm, o, name),
            _ => None,
        };
        return Ok(match shadow {
            Some(value) => MethodLookup::Bound(value),
            None => MethodLookup::Unbound(found),
        });
    }
    get(vm, obj, name).map(MethodLookup::Bound)
}

/// `setattr(obj, name, value)`; an `Unbound` value is `delattr(obj, name)`.
///
/// # Errors
/// AttributeError, or whatever a descriptor or hook raises.
pub fn set(vm: &Vm, obj: &Value, name: &Name, value: Value) -> PyResult<()> {
    let class = vm.class_of(obj).clone();
    match class.set_access(vm) {
        Access::Custom => {
            let (special, args) = match value {
                Value::Unbound => (Special::DelAttr, vec![name.value()]),
                value => (Special::SetAttr, vec![name.value(), value]),
            };
            match class.special(vm, special) {
                Some(method) => descriptor::call_special(vm, method, obj, &args).map(drop),
                None => Err(no_attribute(vm, obj, name)),
            }
        }
        access => builtin_set(vm, obj, access, name, value),
    }
}

/// The built-in `__setattr__` or (for an `Unbound` value) `__delattr__` of this kind.
///
/// # Errors
/// AttributeError or TypeError, or whatever a descriptor raises.
pub fn builtin_set(
    vm: &Vm,
    obj: &Value,
    access: Access,
    name: &Name,
    value: Value,
) -> PyResult<()> {
    match (access, obj) {
        (Access::Type, Value::Obj(o)) if let Some(class) = o.as_ref::<Class>() => {
            type_set(vm, class, name, value)
        }
        _ => generic_set(vm, obj, name, value),
    }
}

/// `object.__setattr__` and `object.__delattr__`.
///
/// # Errors
/// AttributeError, or whatever a descriptor raises.
pub fn generic_set(vm: &Vm, obj: &Value, name: &Name, value: Value) -> PyResult<()> {
    let class = vm.class_of(obj).clone();
    let on_class = class_find(vm, &class, name);
    // A data descriptor's __set__ (or __delete__) decides.
    if let Some(descr) = &on_class
        && let Some(done) = descriptor::set(vm, descr, obj, &value)
    {
        return done;
    }
    if let Value::Obj(o) = obj
        && o.attrs().is_some()
    {
        return if value.is_unbound() {
            if instance_remove(vm, o, name) {
                Ok(())
            } else {
                Err(no_attribute(vm, obj, name))
            }
        } else {
            instance_set(vm, o, name, value);
            Ok(())
        };
    }
    Err(cannot_set(vm, obj, &class, name, on_class.is_some()))
}

fn cannot_set(vm: &Vm, obj: &Value, class: &Ref<Class>, name: &Name, on_class: bool) -> Raised {
    let type_name = class.name_text();
    let text = if on_class {
        format!("'{type_name}' object attribute '{name}' is read-only")
    } else if *class == vm.types.object || !class.is_heap() || !class.trailer().attrs {
        format!(
            "'{type_name}' object has no attribute '{name}' and no __dict__ for setting new attributes"
        )
    } else {
        format!("'{type_name}' object has no attribute '{name}'")
    };
    vm.attribute_error(obj, &name.value(), text)
}

/// Stores in the instance itself.
pub fn instance_set(vm: &Vm, obj: &Obj, name: &Name, value: Value) {
    let Some(head) = obj.attrs() else { return };
    let dict = head.dict().get();
    if let Some(dict) = dict.as_ref::<Dict>() {
        drop(dict.set_name(name, value));
        return;
    }
    let shape = shape_of(obj);
    if let Some(at) = shape.find(name) {
        if let Some(cell) = obj.values().get(at as usize) {
            cell.set(value);
        }
        return;
    }
    let (next, at) = if shape.len() < MAX_SHAPE {
        shape.with(name)
    } else {
        (shape, u16::MAX)
    };
    match obj.values().get(at as usize) {
        Some(cell) => {
            head.set_shape(Some(next));
            cell.set(value);
        }
        None => {
            widen(obj.class(), shape.len());
            drop(materialise(vm, obj));
            instance_set(vm, obj, name, value);
        }
    }
}

/// The shape of an object whose attributes are inline.
fn shape_of(obj: &Obj) -> &'static Shape {
    match obj.attrs().and_then(|head| head.shape()) {
        Some(shape) => shape,
        None => {
            let root = Shape::root(obj.class().trailer().slots);
            if let Some(head) = obj.attrs() {
                head.set_shape(Some(root));
            }
            root
        }
    }
}

/// Later instances get more room: this one had none for another attribute.
fn widen(class: &Ref<Class>, used: usize) {
    let mut trailer = class.trailer();
    let wanted = (used as u16 + 2).min(30);
    if class.is_heap() && trailer.inline < wanted {
        trailer.inline = wanted;
        class.set_trailer(trailer);
    }
}

/// Deletes from the instance itself; false when it is not there.
fn instance_remove(vm: &Vm, obj: &Obj, name: &Name) -> bool {
    let Some(head) = obj.attrs() else {
        return false;
    };
    if head.dict().is_unbound() {
        match head.shape().and_then(|shape| shape.find(name)) {
            Some(_) => drop(materialise(vm, obj)),
            None => return false,
        }
    }
    match head.dict().get().as_ref::<Dict>() {
        Some(dict) => dict.remove_name(name).map(drop).is_some(),
        None => false,
    }
}

/// The instance's `__dict__` as a real dict, which holds its attributes from now on.
pub fn materialise(vm: &Vm, obj: &Obj) -> Option<Ref<Dict>> {
    let head = obj.attrs()?;
    if let Ok(dict) = head.dict().get().downcast::<Dict>() {
        return Some(dict);
    }
    let dict = vm.dict();
    if let Some(shape) = head.shape() {
        for (name, at) in shape.iter() {
            if let Some(value) = obj
                .values()
                .get(at as usize)
                .and_then(|cell| cell.take().bound())
            {
                drop(dict.set_name(name, value));
            }
        }
    }
    head.set_shape(None);
    head.dict().set(dict.value());
    Some(dict)
}

/// Replaces (or, with `None`, empties) the instance's `__dict__`.
pub fn replace_dict(vm: &Vm, obj: &Obj, dict: Option<Ref<Dict>>) {
    drop(materialise(vm, obj));
    if let Some(head) = obj.attrs() {
        head.dict().set(dict.unwrap_or_else(|| vm.dict()).into());
    }
}

/// `type.__setattr__` and `type.__delattr__`.
fn type_set(vm: &Vm, class: &Ref<Class>, name: &Name, value: Value) -> PyResult<()> {
    let this = class.value();
    if !class.is_heap() {
        return Err(vm.type_error(format!(
            "cannot set '{name}' attribute of immutable type '{}'",
            class.name.borrow()
        )));
    }
    let meta = class.as_obj().class().clone();
    if let Some(descr) = class_find(vm, &meta, name)
        && let Some(done) = descriptor::set(vm, &descr, &this, &value)
    {
        return done;
    }
    let dict = class.dict(vm);
    let old = if value.is_unbound() {
        dict.remove_name(name)
    } else {
        dict.set_name(name, value.clone())
    };
    if value.is_unbound() && old.is_none() {
        return Err(no_attribute(vm, &this, name));
    }
    class.modified(vm);
    drop(old);
    Ok(())
}

/// Fills in `name` and `obj` of a pending AttributeError that has none yet.
pub fn annotate(vm: &Vm, obj: &Value, name: &Name) {
    use super::exception::field;
    if let Some(exception) = vm.pending().get::<Exception>()
        && vm.pending_is(&vm.exceptions.AttributeError)
        && exception.field(field::NAME).is_unbound()
    {
        exception.set_field(field::NAME, name.value());
        exception.set_field(field::OBJ, obj.clone());
    }
}
