//! What native modules share: their classes, one of each per interpreter, and the payloads of their
//! objects. The modules themselves have files of their own.

use crate::object::class::Class;
use crate::object::heap::{self, Extension, Ref};
use crate::object::shape::AddressHasher;
use crate::object::special::Special;
use crate::object::table::TypeTable;
use crate::object::value::{PyResult, Raised, Value};
use crate::types::args::call_arguments;
use crate::types::dict::Dict;
use crate::types::native::{MethodDescriptor, Native, NativePayload};
use crate::vm::Vm;
use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;

/// The classes that modules have made, by their tables.
#[derive(Default)]
pub struct Classes {
    classes: RefCell<HashMap<usize, Ref<Class>, BuildHasherDefault<AddressHasher>>>,
    /// Exception classes and the like, by the names of their modules and their own.
    kept: RefCell<HashMap<(&'static str, &'static str), Value>>,
}

/// The class of a table, made when it is asked for first. It inherits from `object`.
pub fn class(vm: &Vm, table: &'static TypeTable) -> Ref<Class> {
    class_of_base(vm, table, &vm.types.object)
}

/// The class of a table, made when it is asked for first.
pub fn class_of_base(vm: &Vm, table: &'static TypeTable, base: &Ref<Class>) -> Ref<Class> {
    let key = std::ptr::from_ref(table).addr();
    if let Some(class) = vm.state.extension.classes.borrow().get(&key) {
        return class.clone();
    }
    make_class(vm, table, base, key)
}

#[cold]
fn make_class(vm: &Vm, table: &'static TypeTable, base: &Ref<Class>, key: usize) -> Ref<Class> {
    let class = crate::types::make_class(vm, table, base);
    let mut classes = vm.state.extension.classes.borrow_mut();
    classes.insert(key, class.clone());
    class
}

/// A module's own exception class, made when it is asked for first: a class like those that are
/// written in Python.
///
/// # Errors
/// None that is expected.
pub fn exception(vm: &Vm, module: &'static str, name: &'static str, base: &Ref<Class>) -> PyResult {
    kept(vm, module, name, || {
        let namespace = vm.dict();
        drop(namespace.set_name(&vm.names.__module__, vm.intern(module).value()));
        let bases = vm.tuple(vec![base.value()]);
        let arguments = [vm.str(name), bases, namespace.value()];
        vm.call(&vm.types.type_.value(), &arguments)
    })
}

/// What a module has one of under that name, made when it is asked for first.
///
/// # Errors
/// Whatever making it raises.
pub fn kept(
    vm: &Vm,
    module: &'static str,
    name: &'static str,
    make: impl FnOnce() -> PyResult,
) -> PyResult {
    if let Some(made) = vm.state.extension.kept.borrow().get(&(module, name)) {
        return Ok(made.clone());
    }
    let made = make()?;
    let mut kept = vm.state.extension.kept.borrow_mut();
    kept.insert((module, name), made.clone());
    Ok(made)
}

/// Raises an exception of a module's own class with that message.
#[cold]
pub fn raise(vm: &Vm, class: PyResult, message: &str) -> Raised {
    match class.and_then(|class| vm.call(&class, &[vm.str(message)])) {
        Ok(exception) => vm.raise_value(exception),
        Err(raised) => raised,
    }
}

/// Adds the classes of the tables to a module's namespace, under their names.
pub fn add_classes(vm: &Vm, namespace: &Ref<Dict>, tables: &[&'static TypeTable]) {
    for table in tables {
        let class = class(vm, table);
        drop(namespace.set_name(&vm.intern(table.name), class.value()));
    }
}

/// A new object of an extension type.
#[inline]
pub fn alloc<T: NativePayload>(class: &Ref<Class>, payload: T) -> Value {
    heap::alloc(class, Native(Extension::new(payload))).into()
}

/// The payload of the object that a method was called on.
///
/// # Errors
/// TypeError when it has another one.
#[inline]
pub fn this<'a, T: NativePayload>(vm: &Vm, args: &'a [Value]) -> PyResult<&'a T> {
    match args.first().and_then(|this| this.native::<T>()) {
        Some(payload) => Ok(payload),
        None => Err(crate::types::internal_error(
            vm,
            "bad argument to internal function",
        )),
    }
}

/// `__call__` of an object whose payload does what a call does, for those who call it by name.
///
/// # Errors
/// Whatever the call raises.
pub fn call_row<T: NativePayload>(vm: &Vm, args: &[Value]) -> PyResult {
    let (all, names) = call_arguments(vm, &args[1], &args[2]);
    let called = this::<T>(vm, args)?.call(vm, &all, &names);
    called.unwrap_or(Ok(Value::None))
}

/// Whether calling an instance of the class (a subclass, maybe) is the business of its payload.
#[inline]
pub fn has_native_call(vm: &Vm, class: &Class) -> bool {
    !class.is_heap()
        || class
            .special(vm, Special::Call)
            .is_some_and(|method| method.get::<MethodDescriptor>().is_some())
}

/// Makes a type a payload. The cells named are what it holds of other objects. With `as call` its
/// inherent method `call` is what a call of an object does, without collecting the arguments.
#[macro_export]
macro_rules! native_payload {
    ($type:ty as call; $($cell:ident),*) => {
        impl $crate::types::native::NativePayload for $type {
            fn trace(&self, _visit: &mut dyn FnMut(&$crate::object::heap::Obj)) {
                $(self.$cell.trace(_visit);)*
            }
            fn clear(&self) {
                $(drop(self.$cell.take());)*
            }
            fn call(
                &self,
                vm: &$crate::vm::Vm,
                args: &[$crate::object::value::Value],
                names: &[$crate::object::shape::Name],
            ) -> Option<$crate::object::value::PyResult> {
                Some(<$type>::call(self, vm, args, names))
            }
        }
    };
    ($type:ty $(, $cell:ident)*) => {
        impl $crate::types::native::NativePayload for $type {
            fn trace(&self, _visit: &mut dyn FnMut(&$crate::object::heap::Obj)) {
                $(self.$cell.trace(_visit);)*
            }
            fn clear(&self) {
                $(drop(self.$cell.take());)*
            }
        }
    };
}
