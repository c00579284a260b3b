//! The descriptor protocol: what `__get__`, `__set__` and `__delete__` do, for the built-in
//! descriptors directly and for others by call. Reference: 3.3.2.2 to 3.3.2.4.
//!
//! Which descriptor is asked, and when, is decided in `lookup`.

use super::class::Class;
use super::heap::{Kind, Ref};
use super::special::Special;
use super::value::{PyResult, Raised, Value};
use crate::types::classmethod::ClassMethod;
use crate::types::method::BoundMethod;
use crate::types::native::{GetSet, Member, MethodDescriptor, Native};
use crate::types::property::Property;
use crate::types::staticmethod::StaticMethod;
use crate::vm::Vm;

/// Through what a descriptor was reached.
#[derive(Clone, Copy)]
pub enum Binding<'a> {
    /// `a.x`: the instance and its class.
    Instance(&'a Value, &'a Ref<Class>),
    /// `A.x`: the class.
    Class(&'a Ref<Class>),
}

/// Whether the value defines `__set__` or `__delete__`.
#[inline]
pub fn is_data(vm: &Vm, value: &Value) -> bool {
    let Value::Obj(obj) = value else { return false };
    match obj.kind() {
        Kind::Function | Kind::MethodDescriptor => return false,
        Kind::Str | Kind::Class if !obj.class().is_heap() => return false,
        Kind::Property | Kind::GetSet | Kind::Member => return true,
        _ => {}
    }
    obj.class().has_special(vm, Special::Set) || obj.class().has_special(vm, Special::Delete)
}

/// Whether the value defines `__get__`.
#[inline]
pub fn has_get(vm: &Vm, value: &Value) -> bool {
    let Value::Obj(obj) = value else { return false };
    matches!(
        obj.kind(),
        Kind::Property | Kind::GetSet | Kind::Member | Kind::Function
    ) || obj.class().has_special(vm, Special::Get)
}

/// Whether `__get__` on an instance makes a bound method that a call can do without.
#[inline]
pub fn binds_as_method(value: &Value) -> bool {
    match value {
        Value::Obj(obj) => match obj.kind() {
            Kind::Function => true,
            Kind::MethodDescriptor => obj
                .get::<MethodDescriptor>()
                .is_some_and(|d| d.row.flavour == super::table::Flavour::Method),
            _ => false,
        },
        _ => false,
    }
}

/// `value.__get__(...)`, or `value` itself when it is no descriptor.
///
/// # Errors
/// Whatever the descriptor raises.
pub fn get(vm: &Vm, value: &Value, binding: Binding) -> PyResult {
    let Value::Obj(obj) = value else {
        return Ok(value.clone());
    };
    match (obj.kind(), binding) {
        (Kind::Str | Kind::List | Kind::Tuple | Kind::Dict, _) if !obj.class().is_heap() => {
            Ok(value.clone())
        }
        (Kind::Function, Binding::Class(_)) => Ok(value.clone()),
        (Kind::Function, Binding::Instance(this, _)) => {
            Ok(BoundMethod::alloc(vm, value.clone(), this.clone()))
        }
        (Kind::Property, binding) if let Some(property) = obj.get::<Property>() => match binding {
            Binding::Class(_) if !obj.class().is_heap() => Ok(value.clone()),
            Binding::Instance(this, _) if !obj.class().is_heap() => property.read(vm, this),
            _ => get_by_call(vm, value, binding),
        },
        (Kind::GetSet, Binding::Instance(this, _)) if let Some(descr) = obj.get::<GetSet>() => {
            descr.check(vm, this)?;
            (descr.property.get)(vm, this)
        }
        (Kind::Member, Binding::Instance(this, _)) if let Some(member) = obj.get::<Member>() => {
            member.read(vm, this)
        }
        (Kind::GetSet | Kind::Member, Binding::Class(_)) => Ok(value.clone()),
        (Kind::MethodDescriptor, _) if let Some(descr) = obj.as_ref::<MethodDescriptor>() => {
            crate::types::native::bind_descriptor(vm, descr, binding)
        }
        (Kind::StaticMethod, _)
            if let (Some(method), false) = (obj.get::<StaticMethod>(), obj.class().is_heap()) =>
        {
            Ok(method.function.get())
        }
        (Kind::ClassMethod, binding)
            if let (Some(method), false) = (obj.get::<ClassMethod>(), obj.class().is_heap()) =>
        {
            let (Binding::Instance(_, class) | Binding::Class(class)) = binding;
            let function = method.function.get();
            Ok(BoundMethod::alloc(vm, function, class.value()))
        }
        (Kind::Native, Binding::Instance(this, _))
            if let (Some(native), false) = (obj.get::<Native>(), obj.class().is_heap())
                && let Some(result) = native.0.read(vm, this) =>
        {
            result
        }
        _ => get_by_call(vm, value, binding),
    }
}

fn get_by_call(vm: &Vm, value: &Value, binding: Binding) -> PyResult {
    let Some(method) = vm.class_of(value).special(vm, Special::Get) else {
        return Ok(value.clone());
    };
    let (this, class) = match binding {
        Binding::Instance(this, class) => (this.clone(), class.value()),
        Binding::Class(class) => (Value::None, class.value()),
    };
    if binds_as_method(&method) {
        return call_special(vm, method, value, &[this, class]);
    }
    // Alone among the special methods, it is called as it stands in the class, not bound to the descriptor.
    vm.call(&method, &[value.clone(), this, class])
}

/// `descr.__set__(obj, value)`, or `descr.__delete__(obj)` for an `Unbound` value; `None` when the
/// descriptor has no such method and is no data descriptor either.
pub fn set(vm: &Vm, descr: &Value, obj: &Value, value: &Value) -> Option<PyResult<()>> {
    let Value::Obj(o) = descr else { return None };
    let exact = !o.class().is_heap();
    match o.kind() {
        Kind::Function | Kind::MethodDescriptor => return None,
        Kind::Property if exact && let Some(property) = o.get::<Property>() => {
            return Some(property.write(vm, obj, value));
        }
        Kind::GetSet if let Some(getset) = o.get::<GetSet>() => {
            return Some(getset.write(vm, obj, value.clone()));
        }
        Kind::Member if let Some(member) = o.get::<Member>() => {
            if member.closed.get() && vm.class_of(obj).sealed.get() {
                return Some(Err(super::lookup::no_such_slot(vm, obj, &member.name)));
            }
            return Some(member.write(vm, obj, value.clone()));
        }
        _ => {}
    }
    let class = o.class().clone();
    let (special, other) = if value.is_unbound() {
        (Special::Delete, Special::Set)
    } else {
        (Special::Set, Special::Delete)
    };
    match class.special(vm, special) {
        Some(method) => {
            let result = if value.is_unbound() {
                call_special(vm, method, descr, std::slice::from_ref(obj))
            } else {
                call_special(vm, method, descr, &[obj.clone(), value.clone()])
            };
            Some(result.map(drop))
        }
        None if class.has_special(vm, other) => {
            let name = if value.is_unbound() {
                "__delete__"
            } else {
                "__set__"
            };
            Some(Err(vm.unnamed_attribute_error(name)))
        }
        None => None,
    }
}

/// Whether [`set`] is certain to raise before it changes anything: no setter (or deleter) is there.
pub fn refuses(vm: &Vm, descr: &Value, deleting: bool) -> bool {
    let Value::Obj(o) = descr else { return false };
    let special = match deleting {
        true => Special::Delete,
        false => Special::Set,
    };
    match o.kind() {
        Kind::Property if !o.class().is_heap() => o.get::<Property>().is_some_and(|property| {
            let function = match deleting {
                true => property.deleter.get(),
                false => property.setter.get(),
            };
            function.given().is_none()
        }),
        Kind::GetSet => o
            .get::<GetSet>()
            .is_some_and(|getset| getset.property.set.is_none()),
        Kind::Member => o
            .get::<GetSet>()
            .is_some_and(|getset| getset.property.set.is_none()),
        _ => !o.class().has_special(vm, special),
    }
}

/// Calls a special method found on `type(this)`: binds it to `this` and passes `args`.
///
/// # Errors
/// Whatever the method raises.
#[inline]
pub fn call_special(vm: &Vm, method: Value, this: &Value, args: &[Value]) -> PyResult {
    if let Some(native) = method.get::<MethodDescriptor>()
        && native.row.flavour == super::table::Flavour::Method
    {
        return native.call_on(vm, this, args);
    }
    if binds_as_method(&method) {
        return vm.call_method_value(&method, this, args, &[]);
    }
    let bound = bind(vm, &method, this)?;
    vm.call(&bound, args)
}

/// As [`call_special`], for a method that is looked up and bound before it is called, as most of those without an
/// operator are: a native one that is for other objects refuses in the words of binding.
///
/// # Errors
/// Whatever the method raises.
#[inline]
pub fn call_bound(vm: &Vm, method: Value, this: &Value, args: &[Value]) -> PyResult {
    check_applies(vm, &method, this)?;
    call_special(vm, method, this, args)
}

/// A special method, bound.
///
/// # Errors
/// What binding raises.
pub fn bind(vm: &Vm, method: &Value, this: &Value) -> PyResult {
    let class = vm.class_of(this).clone();
    get(vm, method, Binding::Instance(this, &class))
}

/// TypeError, as binding raises it, for a native method that is for other objects.
///
/// # Errors
/// That.
pub fn check_applies(vm: &Vm, method: &Value, this: &Value) -> PyResult<()> {
    match method.get::<MethodDescriptor>() {
        Some(native) if !vm.class_of(this).is_subclass(&native.owner) => {
            bind(vm, method, this).map(drop)
        }
        _ => Ok(()),
    }
}

/// As [`call_special`], but `None` when the method can't be bound: comparison, hashing, iteration
/// and `repr` then go on as if there were no such method, whatever its `__get__` raised.
///
/// # Errors
/// Whatever the method raises.
#[inline]
pub fn call_if_bound(
    vm: &Vm,
    method: Value,
    this: &Value,
    args: &[Value],
) -> PyResult<Option<Value>> {
    if binds_as_method(&method) {
        return match method.get::<MethodDescriptor>() {
            Some(native) => native.call_on(vm, this, args).map(Some),
            None => vm.call_method_value(&method, this, args, &[]).map(Some),
        };
    }
    match bind_if_possible(vm, &method, this) {
        Some(bound) => vm.call(&bound, args).map(Some),
        None => Ok(None),
    }
}

/// As [`call_if_bound`], for methods without arguments that a None says there are not: also when binding gives it.
///
/// # Errors
/// `refused` for that None, and whatever the method raises.
#[inline]
pub fn call_unless_none(
    vm: &Vm,
    method: Value,
    this: &Value,
    refused: impl FnOnce() -> Raised,
) -> PyResult<Option<Value>> {
    if binds_as_method(&method) {
        return call_if_bound(vm, method, this, &[]);
    }
    match bind_if_possible(vm, &method, this) {
        Some(Value::None) => Err(refused()),
        Some(bound) => vm.call(&bound, &[]).map(Some),
        None => Ok(None),
    }
}

/// Whether the object has the special method and binding it does not raise.
pub fn can_bind(vm: &Vm, this: &Value, special: Special) -> bool {
    let method = vm.class_of(this).special(vm, special);
    method.is_some_and(|method| {
        binds_as_method(&method) || bind_if_possible(vm, &method, this).is_some()
    })
}

/// A special method, bound; nothing where binding raises.
fn bind_if_possible(vm: &Vm, method: &Value, this: &Value) -> Option<Value> {
    bind(vm, method, this).map_or_else(
        |_| {
            drop(vm.take_pending());
            None
        },
        Some,
    )
}

/// As [`call_special`], for methods that a None says there are not: also when binding gives it.
///
/// # Errors
/// `refused` for that None, and whatever binding and the method raise.
pub fn call_or_refuse(
    vm: &Vm,
    method: Value,
    this: &Value,
    args: &[Value],
    refused: impl FnOnce() -> Raised,
) -> PyResult {
    let callee = Callee::of(vm, method, this)?;
    match callee.value() {
        Value::None => Err(refused()),
        _ => callee.call(vm, this, args),
    }
}

/// What is called for a special method, for those who tell a failing call from failing binding.
pub struct Callee {
    /// The method itself where calling it binds it, otherwise what binding gave.
    value: Value,
    is_bound: bool,
}

impl Callee {
    /// Binds the method, unless calling does that.
    ///
    /// # Errors
    /// What binding raises.
    #[inline]
    pub fn of(vm: &Vm, method: Value, this: &Value) -> PyResult<Callee> {
        let is_bound = !binds_as_method(&method);
        let value = match is_bound {
            true => bind(vm, &method, this)?,
            false => method,
        };
        Ok(Callee { value, is_bound })
    }

    /// What the errors of a call are said to be in.
    pub fn value(&self) -> &Value {
        &self.value
    }

    /// Calls it for the object that it is of.
    ///
    /// # Errors
    /// Whatever the call raises.
    #[inline]
    pub fn call(&self, vm: &Vm, this: &Value, args: &[Value]) -> PyResult {
        match self.is_bound {
            true => vm.call(&self.value, args),
            false => call_special(vm, self.value.clone(), this, args),
        }
    }
}

/// Calls `__aiter__`, `__anext__` or `__await__`. When it can't be bound the answer is as if there were none,
/// whatever its `__get__` raised.
///
/// # Errors
/// Whatever the method raises, and AttributeError for that.
pub fn call_async(vm: &Vm, method: Value, this: &Value, name: &str) -> PyResult {
    call_if_bound(vm, method, this, &[])?
        .ok_or(())
        .map_err(|()| {
            vm.unnamed_attribute_error(format!(
                "object {} does not have {name} method",
                vm.type_name(this)
            ))
        })
}

impl GetSet {
    /// The object must be of the class the descriptor belongs to.
    ///
    /// # Errors
    /// TypeError otherwise.
    pub fn check(&self, vm: &Vm, this: &Value) -> Result<(), Raised> {
        if vm.class_of(this).is_subclass(&self.owner) {
            return Ok(());
        }
        Err(vm.type_error(format!(
            "descriptor '{}' for '{}' objects doesn't apply to a '{}' object",
            self.property.name,
            self.owner.name_text(),
            vm.type_name(this)
        )))
    }

    /// Sets or deletes the attribute.
    ///
    /// # Errors
    /// AttributeError when it is read-only, or what the setter raises.
    pub fn write(&self, vm: &Vm, this: &Value, value: Value) -> PyResult<()> {
        self.check(vm, this)?;
        match self.property.set {
            Some(set) => set(vm, this, value),
            None if self.property.member => Err(vm.unnamed_attribute_error("readonly attribute")),
            None => Err(vm.unnamed_attribute_error(format!(
                "attribute '{}' of '{}' objects is not writable",
                self.property.name,
                self.owner.name_text()
            ))),
        }
    }
}

impl Member {
    fn check(&self, vm: &Vm, this: &Value) -> Result<(), Raised> {
        if vm.class_of(this).is_subclass(&self.owner) {
            return Ok(());
        }
        Err(vm.type_error(format!(
            "descriptor '{}' for '{}' objects doesn't apply to a '{}' object",
            self.name,
            self.owner.name_text(),
            vm.type_name(this)
        )))
    }

    /// Reads the slot.
    ///
    /// # Errors
    /// AttributeError when it is empty, TypeError for an object of another class.
    pub fn read(&self, vm: &Vm, this: &Value) -> PyResult {
        self.check(vm, this)?;
        let cell = this
            .obj()
            .and_then(|obj| obj.values().get(self.index as usize));
        cell.and_then(|cell| cell.get().bound())
            .ok_or(())
            .map_err(|()| self.unset(vm, this))
    }

    /// The error of reading an empty slot names the class in full.
    #[cold]
    fn unset(&self, vm: &Vm, this: &Value) -> Raised {
        let class = match crate::types::type_::qualified_name(vm, vm.class_of(this)) {
            Ok(class) => class,
            Err(raised) => return raised,
        };
        let text = format!("'{class}' object has no attribute '{}'", self.name);
        vm.unnamed_attribute_error(text)
    }

    /// Sets or (with `Unbound`) empties the slot.
    ///
    /// # Errors
    /// AttributeError when an empty slot is deleted, TypeError for an object of another class.
    pub fn write(&self, vm: &Vm, this: &Value, value: Value) -> PyResult<()> {
        self.check(vm, this)?;
        let Some(cell) = this
            .obj()
            .and_then(|obj| obj.values().get(self.index as usize))
        else {
            return Err(super::lookup::no_attribute(vm, this, &self.name));
        };
        let deleting = value.is_unbound();
        let old = cell.replace(value);
        if deleting && old.is_unbound() {
            return Err(vm.unnamed_attribute_error(self.name.to_string()));
        }
        drop(old);
        Ok(())
    }
}
