//! Attribute lookup: the only implementation of getting, setting and deleting attributes of
//! instances, classes, modules and `super` objects. Reference: 3.3.2, Customizing attribute access,
//! and the descriptor guide.
//!
//! The inline caches of `exec` are shortcuts to answers found here and are invalidated by class
//! versions and shapes. Nothing else in the interpreter walks an MRO or an instance's attributes.

use super::class::{Access, Class};
use super::descriptor::{self, Binding};
use super::exception::Exception;
use super::heap::{Kind, Obj, Ref};
use super::ops;
use super::shape::{Name, Shape};
use super::special::Special;
use super::value::{PyResult, Raised, Value};
use crate::types::dict::Dict;
use crate::types::function::Function;
use crate::types::method::BoundMethod;
use crate::types::module::Module;
use crate::types::super_::Super;
use crate::vm::Vm;

/// What a lookup tells of its steps. Every step of the functions below goes through one, so that an
/// explanation is an account of the lookup itself. [`Silent`] costs nothing.
pub trait Tracer {
    /// Whether anybody listens: what a lookup passes over is looked at only then.
    const ON: bool;
    /// Takes note of a step.
    fn event(&mut self, event: Event<'_>);
}

/// Nobody listens.
pub struct Silent;

impl Tracer for Silent {
    const ON: bool = false;
    #[inline(always)]
    fn event(&mut self, _event: Event<'_>) {}
}

/// A step of a lookup.
pub enum Event<'a> {
    /// The classes of an MRO are searched from here on.
    Search(Place, &'a Ref<Class>),
    /// A class's namespace was looked at. What follows a find in the same search is only shadowed.
    Visit(&'a Ref<Class>, Option<&'a Value>),
    /// The object's own attributes were looked at; `false`: only to tell what is shadowed.
    Own(Option<&'a Value>, bool),
    /// A hook is called.
    Hook(Special, &'a Value),
    /// The hook called last raised AttributeError, which the next step replaces.
    Missed(Special),
    /// What decided, with what was found before any `__get__`.
    Decided(Rule, &'a Value),
}

/// Whose MRO is searched.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// The object's type.
    Type,
    /// The class that is the object.
    Class,
    /// The classes after the one that `super` starts at.
    Super,
    /// Nothing is looked for any more: this only tells what is shadowed.
    Shadowed,
}

/// What decides a lookup.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rule {
    /// A data descriptor of the type.
    DataDescriptor,
    /// The object's own attribute.
    Own,
    /// Anything else the type has.
    TypeAttribute,
    /// What the class (being the object) or a base of it has.
    ClassAttribute,
    /// What a class after the one `super` starts at has.
    SuperAttribute,
    /// A hook.
    Hook,
}

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
        _ => get_slow(vm, obj, name, &mut Silent),
    };
    if found.is_err() {
        annotate(vm, obj, name);
    }
    found
}

/// [`get`], told to a tracer.
///
/// # Errors
/// As [`get`].
pub fn get_told<T: Tracer>(vm: &Vm, obj: &Value, name: &Name, tracer: &mut T) -> PyResult {
    let found = get_slow(vm, obj, name, tracer);
    if found.is_err() {
        annotate(vm, obj, name);
    }
    found
}

fn get_slow<T: Tracer>(vm: &Vm, obj: &Value, name: &Name, tracer: &mut T) -> PyResult {
    let class = vm.class_of(obj);
    let access = class.get_access(vm);
    if access == Access::Custom {
        return custom_get(vm, obj, class, name, tracer);
    }
    let found = builtin_get_told(vm, obj, access, name, tracer)?;
    found.ok_or(()).map_err(|()| missing(vm, obj, access, name))
}

/// What the built-in `__getattribute__` of this kind finds; `None` for no such attribute.
///
/// # Errors
/// Whatever a descriptor raises.
pub fn builtin_get(vm: &Vm, obj: &Value, access: Access, name: &Name) -> PyResult<Option<Value>> {
    builtin_get_told(vm, obj, access, name, &mut Silent)
}

fn builtin_get_told<T: Tracer>(
    vm: &Vm,
    obj: &Value,
    access: Access,
    name: &Name,
    tracer: &mut T,
) -> PyResult<Option<Value>> {
    match (access, obj) {
        (Access::Type, Value::Obj(o)) if let Some(class) = o.as_ref::<Class>() => {
            type_get(vm, class, name, tracer)
        }
        (Access::Module, Value::Obj(o)) if let Some(module) = o.as_ref::<Module>() => {
            module_get(vm, module, name, tracer)
        }
        (Access::Super, Value::Obj(o)) if let Some(proxy) = o.as_ref::<Super>() => {
            super_get(vm, proxy, name, tracer)
        }
        _ => generic_get_told(vm, obj, vm.class_of(obj), name, tracer),
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
            format!("'{}' object has no attribute '{name}'", vm.type_name(obj)),
        ),
        _ => no_attribute(vm, obj, name),
    }
}

/// `'A' object has no attribute 'x'` (or the wording for classes).
#[cold]
pub fn no_attribute(vm: &Vm, obj: &Value, name: &Name) -> Raised {
    match obj.get::<Class>() {
        Some(class) => {
            let class = class.name_text();
            vm.unnamed_attribute_error(format!("type object '{class}' has no attribute '{name}'"))
        }
        None => {
            let text = format!("'{}' object has no attribute '{name}'", vm.type_name(obj));
            vm.attribute_error(obj, &name.value(), text)
        }
    }
}

/// `getattr(obj, name)` with `None` where it raises AttributeError.
///
/// # Errors
/// Whatever else a descriptor or hook raises.
pub fn get_optional(vm: &Vm, obj: &Value, name: &Name) -> PyResult<Option<Value>> {
    let class = vm.class_of(obj);
    let result = match class.get_access(vm) {
        Access::Custom => custom_get(vm, obj, class, name, &mut Silent).map(Some),
        access => builtin_get(vm, obj, access, name),
    };
    result.or_else(|raised| {
        vm.swallow(&vm.exceptions.AttributeError, raised)
            .map(|()| None)
    })
}

/// The `__getattr__` of a class whose `__getattribute__` is `object`'s, if it is a Python function.
pub fn fallback_only(vm: &Vm, class: &Ref<Class>) -> Option<Value> {
    let getattribute = class.special(vm, Special::GetAttribute);
    if vm.access_of(getattribute, Special::GetAttribute) != Access::Generic {
        return None;
    }
    let fallback = class.special(vm, Special::GetAttr)?;
    fallback
        .get::<crate::types::function::Function>()
        .is_some()
        .then_some(fallback)
}

/// A class with its own `__getattribute__` or a `__getattr__`.
fn custom_get<T: Tracer>(
    vm: &Vm,
    obj: &Value,
    class: &Ref<Class>,
    name: &Name,
    tracer: &mut T,
) -> PyResult {
    // "__getattribute__(self, name): called unconditionally to implement attribute accesses".
    let getattribute = class.special(vm, Special::GetAttribute);
    let Some(fallback) = class.special(vm, Special::GetAttr) else {
        let access = class.access_by(vm, Special::GetAttribute);
        return match call_getattribute(vm, obj, access, getattribute, name, tracer)? {
            Some(value) => Ok(value),
            None => Err(missing(vm, obj, access, name)),
        };
    };
    // Beside a `__getattr__`, that of `object` may come from any class.
    let access = match vm.access_of(getattribute.clone(), Special::GetAttribute) {
        Access::Generic => Access::Generic,
        _ => class.access_by(vm, Special::GetAttribute),
    };
    // "__getattr__(self, name): called when the default attribute access fails with an AttributeError".
    let first = call_getattribute(vm, obj, access, getattribute, name, tracer);
    let first = first.or_else(|raised| {
        tracer.event(Event::Missed(Special::GetAttribute));
        vm.swallow(&vm.exceptions.AttributeError, raised)
            .map(|()| None)
    })?;
    match first {
        Some(value) => Ok(value),
        None => {
            tracer.event(Event::Hook(Special::GetAttr, &fallback));
            tracer.event(Event::Decided(Rule::Hook, &fallback));
            descriptor::call_special(vm, fallback, obj, &[name.value()])
        }
    }
}

fn call_getattribute<T: Tracer>(
    vm: &Vm,
    obj: &Value,
    access: Access,
    getattribute: Option<Value>,
    name: &Name,
    tracer: &mut T,
) -> PyResult<Option<Value>> {
    match (access, getattribute) {
        (Access::Custom | Access::Unknown, Some(method)) => {
            tracer.event(Event::Hook(Special::GetAttribute, &method));
            let decided = Event::Decided(Rule::Hook, &method);
            tracer.event(decided);
            descriptor::call_special(vm, method, obj, &[name.value()]).map(Some)
        }
        (access, _) => builtin_get_told(vm, obj, access, name, tracer),
    }
}

/// `object.__getattribute__`.
///
/// # Errors
/// Whatever a descriptor raises.
#[inline]
pub fn generic_get(
    vm: &Vm,
    obj: &Value,
    class: &Ref<Class>,
    name: &Name,
) -> PyResult<Option<Value>> {
    generic_get_told(vm, obj, class, name, &mut Silent)
}

fn generic_get_told<T: Tracer>(
    vm: &Vm,
    obj: &Value,
    class: &Ref<Class>,
    name: &Name,
    tracer: &mut T,
) -> PyResult<Option<Value>> {
    // "instance binding ... a.x: the lookup starts with type(a).__dict__['x'] and continues through the MRO".
    let on_class = find_told(vm, Place::Type, class, name, tracer);
    if let Some(descr) = &on_class {
        // "Data descriptors ... always override a redefinition in an instance dictionary", if they
        // define __get__ at all.
        if descriptor::is_data(vm, descr) && descriptor::has_get(vm, descr) {
            if T::ON && obj.obj().is_some_and(has_own) {
                tracer.event(Event::Own(own(vm, obj, name)?.as_ref(), false));
            }
            tracer.event(Event::Decided(Rule::DataDescriptor, descr));
            let class = class.clone();
            return descriptor::get(vm, descr, Binding::Instance(obj, &class)).map(Some);
        }
    }
    // "... then the object's own __dict__ ..."
    let found = own(vm, obj, name)?;
    if T::ON && obj.obj().is_some_and(has_own) {
        tracer.event(Event::Own(found.as_ref(), true));
    }
    if let Some(value) = found {
        tracer.event(Event::Decided(Rule::Own, &value));
        return Ok(Some(value));
    }
    // "... then non-data descriptors and other class attributes."
    match on_class {
        Some(descr) => {
            tracer.event(Event::Decided(Rule::TypeAttribute, &descr));
            let class = class.clone();
            descriptor::get(vm, &descr, Binding::Instance(obj, &class)).map(Some)
        }
        None => Ok(None),
    }
}

/// What [`get`] gives where nothing has to be called for it.
pub fn glance(vm: &Vm, obj: &Value, name: &Name) -> Option<Value> {
    let class = vm.class_of(obj);
    if class.get_access(vm) != Access::Generic {
        return None;
    }
    let on_class = class_find(vm, class, name);
    if let Some(descr) = &on_class
        && descriptor::is_data(vm, descr)
    {
        return None;
    }
    if let Some(obj) = obj.obj() {
        let found = match obj.attrs().and_then(|head| head.dict()) {
            Some(dict) => dict.look_name(vm, name)?,
            None => instance_find(vm, obj, name),
        };
        if found.is_some() {
            return found;
        }
    }
    let descr = on_class?;
    if descr.get::<Function>().is_some() {
        return Some(BoundMethod::alloc(vm, descr, obj.clone()));
    }
    (!descriptor::has_get(vm, &descr)).then_some(descr)
}

/// What the object itself holds under the name, which may be a string of a class written in Python.
#[inline(always)]
fn own(vm: &Vm, obj: &Value, name: &Name) -> PyResult<Option<Value>> {
    let Value::Obj(obj) = obj else {
        return Ok(None);
    };
    match obj.attrs() {
        Some(head) => match head.dict() {
            Some(dict) => dict.ask_name(vm, name),
            None if is_plain(vm, name) => Ok(instance_find(vm, obj, name)),
            None => ask_own(vm, obj, name),
        },
        None if obj.kind() != Kind::Class => Ok(None),
        None => ask_own(vm, obj, name),
    }
}

/// [`own`] of a class, or of an instance whose shape doesn't know such names.
#[inline(never)]
fn ask_own(vm: &Vm, obj: &Obj, name: &Name) -> PyResult<Option<Value>> {
    match (obj.get::<Class>(), materialise(vm, obj)) {
        (_, Some(dict)) => dict.ask_name(vm, name),
        (Some(class), None) => class.dict(vm).ask_name(vm, name),
        (None, None) => Ok(None),
    }
}

/// Whether a name is an interned one. Others have to be asked what they are equal to, and no cache and no shape
/// knows them.
#[inline(always)]
pub fn is_plain(vm: &Vm, name: &Name) -> bool {
    *name.as_obj().class() == vm.types.str
}

/// Whether an object has attributes of its own, other than slots.
fn has_own(obj: &Obj) -> bool {
    obj.attrs().is_some() || obj.get::<Class>().is_some()
}

/// What the class or one of its bases holds under the name, unbound.
#[inline]
pub fn class_find(vm: &Vm, class: &Class, name: &Name) -> Option<Value> {
    let walk = || visit(vm, &class.mro(), name, &mut Silent);
    if vm.state.uncached.get() || !is_plain(vm, name) {
        return walk();
    }
    vm.state.method_cache.find(class, name, walk)
}

/// [`class_find`], told class by class.
#[inline]
fn find_told<T: Tracer>(
    vm: &Vm,
    place: Place,
    class: &Ref<Class>,
    name: &Name,
    tracer: &mut T,
) -> Option<Value> {
    if !T::ON {
        return class_find(vm, class, name);
    }
    tracer.event(Event::Search(place, class));
    visit(vm, &class.mro(), name, tracer)
}

/// The first of the classes whose own namespace has the name. A listener hears of the others too.
pub fn visit<T: Tracer>(vm: &Vm, mro: &[Ref<Class>], name: &Name, tracer: &mut T) -> Option<Value> {
    let mut first = None;
    let hash = match is_plain(vm, name) {
        true => Ok(name.hash_value()),
        false => ops::hash(vm, &name.value()),
    };
    for class in mro {
        let found = hash.and_then(|hash| class.dict(vm).ask_name_hashed(vm, name, hash));
        let Ok(found) = found else {
            // A key that can't be compared hides all the rest, and nobody hears of it.
            drop(vm.take_pending());
            return None;
        };
        tracer.event(Event::Visit(class, found.as_ref()));
        if first.is_none() {
            first = found;
        }
        if !T::ON && first.is_some() {
            break;
        }
    }
    first
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
            let dict = head.dict()?;
            dict.get_name(name)
        }
    }
}

/// `type.__getattribute__`: metaclass data descriptors, then the class and its bases, then the
/// metaclass's other attributes.
fn type_get<T: Tracer>(
    vm: &Vm,
    class: &Ref<Class>,
    name: &Name,
    tracer: &mut T,
) -> PyResult<Option<Value>> {
    let meta = class.as_obj().class().clone();
    let on_meta = find_told(vm, Place::Type, &meta, name, tracer);
    let this = class.value();
    if let Some(descr) = &on_meta
        && descriptor::is_data(vm, descr)
        && descriptor::has_get(vm, descr)
    {
        if T::ON {
            find_told(vm, Place::Shadowed, class, name, tracer);
        }
        tracer.event(Event::Decided(Rule::DataDescriptor, descr));
        return descriptor::get(vm, descr, Binding::Instance(&this, &meta)).map(Some);
    }
    // "class binding ... A.x is transformed into the call A.__dict__['x'].__get__(None, A)".
    if let Some(found) = find_told(vm, Place::Class, class, name, tracer) {
        tracer.event(Event::Decided(Rule::ClassAttribute, &found));
        return descriptor::get(vm, &found, Binding::Class(class)).map(Some);
    }
    match on_meta {
        Some(descr) => {
            tracer.event(Event::Decided(Rule::TypeAttribute, &descr));
            descriptor::get(vm, &descr, Binding::Instance(&this, &meta)).map(Some)
        }
        None => Ok(None),
    }
}

/// A module's `__getattr__` is asked last. Reference: 3.3.2.1, Customizing module attribute access.
fn module_get<T: Tracer>(
    vm: &Vm,
    module: &Ref<Module>,
    name: &Name,
    tracer: &mut T,
) -> PyResult<Option<Value>> {
    let this = module.value();
    let class = module.as_obj().class().clone();
    match generic_get_told(vm, &this, &class, name, tracer) {
        Ok(Some(value)) => return Ok(Some(value)),
        Ok(None) => {}
        // A descriptor's AttributeError is no different here from finding nothing.
        Err(raised) => vm.swallow(&vm.exceptions.AttributeError, raised)?,
    }
    match instance_find(vm, module.as_obj(), vm.special_name(Special::GetAttr)) {
        Some(hook) => {
            tracer.event(Event::Hook(Special::GetAttr, &hook));
            tracer.event(Event::Decided(Rule::Hook, &hook));
            vm.call(&hook, &[name.value()]).map(Some)
        }
        None => Ok(None),
    }
}

/// "super binding: the dotted lookup super(A, a).x searches a.__class__.__mro__ for a base class B
/// following A and then returns B.__dict__['x'].__get__(a, A)".
fn super_get<T: Tracer>(
    vm: &Vm,
    proxy: &Ref<Super>,
    name: &Name,
    tracer: &mut T,
) -> PyResult<Option<Value>> {
    let this = proxy.value();
    if let Some((start, obj, obj_class)) = proxy.bound(vm)
        && name.text.as_bytes() != vm.names.__class__.text.as_bytes()
    {
        let mro = obj_class.mro();
        let after = mro
            .iter()
            .position(|class| *class == start)
            .map_or(mro.len(), |at| at + 1);
        tracer.event(Event::Search(Place::Super, &obj_class));
        if let Some(found) = visit(vm, &mro[after..], name, tracer) {
            let binding = if obj.is(&obj_class.value()) {
                Binding::Class(&obj_class)
            } else {
                Binding::Instance(&obj, &obj_class)
            };
            tracer.event(Event::Decided(Rule::SuperAttribute, &found));
            return descriptor::get(vm, &found, binding).map(Some);
        }
    }
    let class = proxy.as_obj().class().clone();
    generic_get_told(vm, &this, &class, name, tracer)
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
        return Ok(match own(vm, obj, name)? {
            Some(value) => MethodLookup::Bound(value),
            None => MethodLookup::Unbound(found),
        });
    }
    // What a descriptor raises here is not told the attribute, as it is in [`get`].
    match class.get_access(vm) {
        Access::Generic => match generic_get(vm, obj, class, name)? {
            Some(value) => Ok(MethodLookup::Bound(value)),
            None => Err(no_attribute(vm, obj, name)),
        },
        _ => get(vm, obj, name).map(MethodLookup::Bound),
    }
}

/// Where an assignment or a deletion goes.
pub enum Target {
    /// To `__setattr__` or `__delattr__`.
    Hook(Value),
    /// To a data descriptor of the type.
    Descriptor(Value),
    /// To the object's own attributes.
    Own,
    /// To the namespace of the class that is the object.
    Namespace,
    /// Nowhere: the error.
    Refused(Refusal),
}

/// Why nothing can be stored.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// The class that is the object is a built-in one.
    ImmutableType,
    /// The object has no `__dict__`; the type has something of that name (`true`) or not.
    NoDict(bool),
    /// The type has no such hook.
    NoHook,
}

/// Where `setattr(obj, name, ...)`, or `delattr(obj, name)`, goes, without doing it.
pub fn target(vm: &Vm, obj: &Value, name: &Name, deleting: bool) -> Target {
    let class = vm.class_of(obj);
    match class.set_access(vm) {
        Access::Custom => {
            let special = match deleting {
                true => Special::DelAttr,
                false => Special::SetAttr,
            };
            let method = class.special(vm, special);
            method.map_or(Target::Refused(Refusal::NoHook), Target::Hook)
        }
        access => builtin_target(vm, obj, access, name),
    }
}

fn builtin_target(vm: &Vm, obj: &Value, access: Access, name: &Name) -> Target {
    let this = match access {
        Access::Type => obj.get::<Class>(),
        _ => None,
    };
    if this.is_some_and(Class::is_immutable) {
        return Target::Refused(Refusal::ImmutableType);
    }
    let plain = (this.is_some() && !is_plain(vm, name)).then(|| vm.interner.intern_object(name));
    // A data descriptor's __set__ (or __delete__) decides.
    let on_class = class_find(vm, vm.class_of(obj), plain.as_ref().unwrap_or(name));
    if let Some(descr) = &on_class
        && descriptor::is_data(vm, descr)
    {
        return Target::Descriptor(descr.clone());
    }
    match obj {
        Value::Obj(o) if o.get::<Class>().is_some() => Target::Namespace,
        Value::Obj(o) if o.attrs().is_some() => Target::Own,
        _ => Target::Refused(Refusal::NoDict(on_class.is_some())),
    }
}

/// `setattr(obj, name, value)`; an `Unbound` value is `delattr(obj, name)`.
///
/// # Errors
/// AttributeError, or whatever a descriptor or hook raises.
pub fn set(vm: &Vm, obj: &Value, name: &Name, value: Value) -> PyResult<()> {
    let target = target(vm, obj, name, value.is_unbound());
    store(vm, obj, target, name, value)
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
    let target = builtin_target(vm, obj, access, name);
    store(vm, obj, target, name, value)
}

fn store(vm: &Vm, obj: &Value, target: Target, name: &Name, value: Value) -> PyResult<()> {
    match target {
        Target::Hook(method) if value.is_unbound() => {
            descriptor::call_special(vm, method, obj, &[name.value()]).map(drop)
        }
        Target::Hook(method) => {
            descriptor::call_special(vm, method, obj, &[name.value(), value]).map(drop)
        }
        Target::Descriptor(descr) => descriptor::set(vm, &descr, obj, &value).unwrap_or(Ok(())),
        Target::Own => match obj {
            Value::Obj(o) if !value.is_unbound() => store_own(vm, o, name, value),
            Value::Obj(o) if instance_remove(vm, o, name)? => Ok(()),
            _ => Err(not_there(vm, obj, name)),
        },
        Target::Namespace => namespace_set(vm, obj, name, value),
        Target::Refused(refusal) => Err(refused(vm, obj, name, refusal)),
    }
}

/// Stores in the instance itself, where keys of its dict may have a say.
#[inline]
fn store_own(vm: &Vm, obj: &Obj, name: &Name, value: Value) -> PyResult<()> {
    let Some(head) = obj.attrs() else {
        return Ok(());
    };
    let dict = match head.dict() {
        None if is_plain(vm, name) => {
            instance_set(vm, obj, name, value);
            return Ok(());
        }
        None => materialise(vm, obj),
        dict => dict,
    };
    match dict {
        Some(dict) => dict.ask_set_name(vm, name, value).map(drop),
        None => Ok(()),
    }
}

/// The error of deleting what an instance does not have. An instance that holds its attributes inline
/// is not named in it.
#[cold]
fn not_there(vm: &Vm, obj: &Value, name: &Name) -> Raised {
    let class = vm.class_of(obj);
    let inline = obj
        .obj()
        .and_then(Obj::attrs)
        .is_some_and(|head| head.dict().is_none_or(|dict| dict.is_split()));
    if !inline {
        return no_attribute(vm, obj, name);
    }
    if obj.obj().is_some_and(keeps_inline) {
        let text = format!("'{}' object has no attribute '{name}'", class.name_text());
        return vm.unnamed_attribute_error(text);
    }
    // Elsewhere the dict has been made to look for the name in it.
    drop(obj.obj().and_then(|obj| materialise(vm, obj)));
    no_attribute(vm, obj, name)
}

/// Whether CPython keeps the attributes of such an object in itself: it has nothing but them.
fn keeps_inline(obj: &Obj) -> bool {
    let class = obj.class();
    obj.kind() == Kind::Instance && class.is_heap() && class.trailer().slots == 0
}

/// The error of a refusal.
pub fn refused(vm: &Vm, obj: &Value, name: &Name, refusal: Refusal) -> Raised {
    match refusal {
        Refusal::ImmutableType => obj.get::<Class>().map_or_else(
            || no_attribute(vm, obj, name),
            |class| immutable_type(vm, class, &name.value()),
        ),
        Refusal::NoDict(on_class) => cannot_set(vm, obj, vm.class_of(obj), name, on_class),
        Refusal::NoHook => no_attribute(vm, obj, name),
    }
}

/// The error of changing a class that can't change; what stands for a name may be none.
#[cold]
pub fn immutable_type(vm: &Vm, class: &Class, name: &Value) -> Raised {
    match ops::repr(vm, name) {
        Ok(shown) => vm.type_error(format!(
            "cannot set {shown} attribute of immutable type '{}'",
            class.name_text()
        )),
        Err(raised) => raised,
    }
}

/// The error of setting what an object without a `__dict__` has no slot for.
#[cold]
pub fn no_such_slot(vm: &Vm, obj: &Value, name: &Name) -> Raised {
    cannot_set(vm, obj, vm.class_of(obj), name, false)
}

fn cannot_set(vm: &Vm, obj: &Value, class: &Ref<Class>, name: &Name, on_class: bool) -> Raised {
    let type_name = class.name_text();
    let text = if on_class {
        return vm.unnamed_attribute_error(format!(
            "'{type_name}' object attribute '{name}' is read-only"
        ));
    } else if class.set_access(vm) == Access::Generic {
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
    if let Some(dict) = head.dict() {
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
    if let Some((next, at)) = shape.with(name) {
        if let Some(cell) = obj.values().get(at as usize) {
            head.set_shape(Some(next));
            cell.set(value);
            return;
        }
        widen(obj.class(), shape.len());
    }
    drop(materialise(vm, obj));
    instance_set(vm, obj, name, value);
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
fn instance_remove(vm: &Vm, obj: &Obj, name: &Name) -> PyResult<bool> {
    let Some(head) = obj.attrs() else {
        return Ok(false);
    };
    if !head.has_dict() {
        match head.shape().and_then(|shape| shape.find(name)) {
            None if is_plain(vm, name) => return Ok(false),
            Some(at) if remove_inline(obj, name, at) => return Ok(true),
            _ => drop(materialise(vm, obj)),
        }
    }
    match head.dict() {
        Some(dict) => Ok(dict.ask_remove_name(vm, name)?.is_some()),
        None => Ok(false),
    }
}

/// Takes out an attribute that stands inline, if there are few: those after it move up. Whether that was done: not for
/// the only one, as an object whose attributes are gone has a dict that is empty, unlike one that never had any.
fn remove_inline(obj: &Obj, name: &Name, at: u16) -> bool {
    let shape = shape_of(obj);
    if !(2..=FEW).contains(&shape.len()) {
        return false;
    }
    let Some(rest) = shape.without(name) else {
        return false;
    };
    let mut cells = obj.values()[at as usize..shape.end() as usize].iter();
    let Some(first) = cells.next() else {
        return false;
    };
    let removed = first.take();
    let mut hole = first;
    for cell in cells {
        hole.put(cell.take());
        hole = cell;
    }
    if let Some(head) = obj.attrs() {
        head.set_shape(Some(rest));
    }
    drop(removed);
    true
}

/// With more attributes than this, an object that has one deleted gets a dict.
const FEW: usize = 8;

/// The instance's `__dict__` as a real dict, which holds its attributes from now on.
pub fn materialise(vm: &Vm, obj: &Obj) -> Option<Ref<Dict>> {
    let head = obj.attrs()?;
    if let Some(dict) = head.dict() {
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
    if keeps_inline(obj) {
        dict.note_split(true);
    }
    drop(head.replace_dict(Some(dict.clone())));
    Some(dict)
}

/// The instance's `__dict__` if it has come to have one: something has been stored in the instance, it has been
/// asked for, or something it doesn't have has been deleted.
pub fn known_dict(vm: &Vm, this: &Value) -> Option<Ref<Dict>> {
    let obj = this.obj()?;
    let head = obj.attrs()?;
    let empty = head.shape().is_none_or(Shape::is_empty);
    match !head.has_dict() && empty {
        true => None,
        false => materialise(vm, obj),
    }
}

/// Takes all attributes from an instance, as if it had never had a `__dict__`.
pub fn forget_dict(vm: &Vm, obj: &Obj) {
    let old = materialise(vm, obj);
    if let Some(head) = obj.attrs() {
        drop(head.replace_dict(None));
    }
    drop(old);
}

/// Replaces (or, with `None`, empties) the instance's `__dict__`.
pub fn replace_dict(vm: &Vm, obj: &Obj, dict: Option<Ref<Dict>>) {
    drop(materialise(vm, obj));
    if let Some(head) = obj.attrs() {
        let dict = dict.unwrap_or_else(|| vm.dict());
        dict.note_split(false);
        drop(head.replace_dict(Some(dict)));
    }
}

/// What makes an object a descriptor.
const DESCRIPTOR: [Special; 3] = [Special::Get, Special::Set, Special::Delete];

/// Whether instances of the class are descriptors.
pub fn makes_descriptors(vm: &Vm, class: &Class) -> bool {
    DESCRIPTOR
        .iter()
        .any(|&special| class.has_special(vm, special))
}

/// Notes that objects have become descriptors, or are none any more. Which classes have them as attributes is not
/// known: the caches of all classes end.
pub fn descriptors_changed(vm: &Vm) {
    vm.types.object.modified(vm);
}

/// `type.__setattr__` and `type.__delattr__` where no descriptor of the metaclass decides.
fn namespace_set(vm: &Vm, this: &Value, name: &Name, value: Value) -> PyResult<()> {
    let Some(class) = this.as_ref::<Class>() else {
        return Err(no_attribute(vm, this, name));
    };
    let dict = class.dict(vm);
    let deleting = value.is_unbound();
    // A class's own names are plain strings.
    let name = &vm.interner.intern_object(name);
    let old = if deleting {
        dict.ask_remove_name(vm, name)?
    } else {
        dict.ask_set_name(vm, name, value)?
    };
    if deleting && old.is_none() {
        let text = format!(
            "type object '{}' has no attribute '{name}'",
            class.name.borrow()
        );
        return Err(vm.attribute_error(this, &name.value(), text));
    }
    class.modified(vm);
    if name == vm.special_name(Special::New) {
        super::build::new_changed(vm, class);
    } else if DESCRIPTOR
        .iter()
        .any(|&special| name == vm.special_name(special))
    {
        descriptors_changed(vm);
    }
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
