//! What native functions look like from Python: `builtin_function_or_method`, method descriptors,
//! slot wrappers, getset and member descriptors; and `Native`, the payload that extension types share.

use crate::exec::frame::Pushed;
use crate::object::class::Class;
use crate::object::descriptor::Binding;
use crate::object::heap::{self, Extension, Obj, Ref, Trace, ValueCell};
use crate::object::shape::Name;
use crate::object::signature::{Owner, Signature};
use crate::object::special::Special;
use crate::object::table::{Flavour, Native as Function, Property, Row};
use crate::object::value::{PyResult, Value};
use crate::vm::Vm;
use smallvec::SmallVec;
use std::any::Any;
use std::cell::{Cell, OnceCell};
use std::rc::Rc;

/// A built-in function, or a built-in method with the object it is bound to.
pub struct NativeFunction {
    /// The declaration.
    pub row: &'static Row,
    /// The bound object, module or (for `__new__`) class; `Unbound` for none.
    pub receiver: Value,
    /// `__module__`; `__objclass__` of a method-wrapper.
    pub module: ValueCell,
    /// What a program has made of that.
    assigned: OnceCell<Box<ValueCell>>,
    /// The name shown before the function's in messages.
    pub owner: &'static str,
    signature: OnceCell<Rc<Signature>>,
}

impl Trace for NativeFunction {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        if let Value::Obj(obj) = &self.receiver {
            visit(obj);
        }
        self.module.trace(visit);
        if let Some(assigned) = self.assigned.get() {
            assigned.trace(visit);
        }
    }
}

/// method_descriptor, wrapper_descriptor (slot wrapper) or classmethod_descriptor.
pub struct MethodDescriptor {
    /// The declaration.
    pub row: &'static Row,
    /// `__objclass__`
    pub owner: Ref<Class>,
    signature: OnceCell<Rc<Signature>>,
}

impl Trace for MethodDescriptor {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        visit(self.owner.as_obj());
    }
}

/// getset_descriptor, or a member_descriptor computed natively.
pub struct GetSet {
    /// The declaration.
    pub property: &'static Property,
    /// `__objclass__`
    pub owner: Ref<Class>,
}

impl Trace for GetSet {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        visit(self.owner.as_obj());
    }
}

/// member_descriptor: a `__slots__` entry.
pub struct Member {
    /// `__name__`
    pub name: Name,
    /// `__objclass__`
    pub owner: Ref<Class>,
    /// The position among the object's values.
    pub index: u16,
    /// Whether only the library sets it, as it is no attribute in CPython.
    pub closed: Cell<bool>,
}

impl Trace for Member {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        visit(self.owner.as_obj());
    }
}

/// The payload of types that only one module knows: anything that can be traced.
pub struct Native(pub Extension);

/// What such a payload has to do.
pub trait NativePayload: Any {
    /// Calls `visit` for every object this payload holds a counted reference to.
    fn trace(&self, _visit: &mut dyn FnMut(&Obj)) {}
    /// Drops the references that could be part of a cycle.
    fn clear(&self) {}
    /// Calls the object; the last `names.len()` arguments are keyword arguments. `None` when calling
    /// is left to the class's `__call__`.
    fn call(&self, _vm: &Vm, _args: &[Value], _names: &[Name]) -> Option<PyResult> {
        None
    }
    /// What it is as an attribute of an instance. `None` when that is left to the class's `__get__`.
    fn read(&self, _vm: &Vm, _instance: &Value) -> Option<PyResult> {
        None
    }
    /// Runs at the object's end, if its table asks for that.
    fn finalise(&self, _vm: &Vm) {}
    /// The bytes it shares with memoryviews, if it does.
    fn exporter(&self) -> Option<&dyn crate::types::buffer::Exporter> {
        None
    }
}

impl Trace for Native {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        self.0.trace(visit);
    }
    fn clear(&self) {
        self.0.clear();
    }
}

impl Value {
    /// The payload of an extension type.
    #[inline]
    pub fn native<T: NativePayload>(&self) -> Option<&T> {
        self.get::<Native>()?.0.get::<T>()
    }
}

impl NativeFunction {
    /// A function object.
    pub fn alloc(
        vm: &Vm,
        row: &'static Row,
        receiver: Value,
        module: Value,
        owner: &'static str,
    ) -> Value {
        let function = NativeFunction {
            row,
            receiver,
            module: ValueCell::new(module),
            assigned: OnceCell::new(),
            owner,
            signature: OnceCell::new(),
        };
        heap::alloc(&vm.types.builtin_function_or_method, function).into()
    }
    /// `__module__` where a program has assigned it.
    pub fn assigned_module(&self) -> Option<Value> {
        self.assigned.get().map(|assigned| assigned.get())
    }
    /// `__module__ = value`
    pub fn assign_module(&self, value: Value) {
        let assigned = self.assigned.get_or_init(Box::default);
        drop(assigned.replace(value));
    }
    /// `__qualname__`
    pub fn qualname(&self, vm: &Vm) -> String {
        use super::type_::qualname;
        let name = self.row.name();
        if let Some(class) = self.module.get().as_ref::<Class>() {
            return format!("{}.{name}", qualname(vm, class));
        }
        match &self.receiver {
            Value::Unbound if self.module.get().is_none() && !self.owner.is_empty() => {
                format!("{}.{name}", self.owner)
            }
            Value::Unbound => name.to_owned(),
            receiver => match receiver.as_ref::<Class>() {
                Some(class) => format!("{}.{name}", qualname(vm, class)),
                None => format!("{}.{name}", qualname(vm, vm.class_of(receiver))),
            },
        }
    }
    /// The parsed signature.
    pub fn signature(&self, vm: &Vm) -> &Rc<Signature> {
        self.signature
            .get_or_init(|| Rc::new(Signature::of(vm, self.row)))
    }
    /// The signature, if a call passes its arguments alone and there has been one before.
    #[inline(always)]
    pub fn alone(&self) -> Option<&Signature> {
        let signature = self.signature.get()?;
        (self.receiver.is_unbound() || !signature.has_self).then_some(signature)
    }
    /// The object that a call passes before its arguments.
    #[inline]
    pub fn bound_receiver(&self, vm: &Vm) -> Option<&Value> {
        let passes = !self.receiver.is_unbound()
            && self.row.flavour != Flavour::New
            && self.signature(vm).has_self;
        passes.then_some(&self.receiver)
    }
    /// Calls it.
    ///
    /// # Errors
    /// TypeError when the arguments don't fit, or what the function raises.
    pub fn call(&self, vm: &Vm, args: &[Value], names: &[Name]) -> PyResult {
        match self.bound_receiver(vm) {
            Some(receiver) => {
                let mut all: SmallVec<[Value; 5]> = SmallVec::with_capacity(args.len() + 1);
                all.push(receiver.clone());
                all.extend(args.iter().cloned());
                self.call_with_receiver(vm, &all, names)
            }
            None => self.call_with_receiver(vm, args, names),
        }
    }
    /// Calls it with arguments on the stack, where defaults can join them, among which is the
    /// `bound_receiver` already.
    ///
    /// # Errors
    /// As [`NativeFunction::call`].
    #[inline(always)]
    pub fn call_pushed(&self, vm: &Vm, args: Pushed, names: &[Name]) -> PyResult {
        let signature = self.signature(vm);
        if names.is_empty() && signature.fits(args.len()) {
            return signature.call_direct(vm, args);
        }
        self.call_bound(vm, args, names)
    }
    #[inline(never)]
    fn call_bound(&self, vm: &Vm, args: Pushed, names: &[Name]) -> PyResult {
        let args = args.into_args(vm);
        self.call_with_receiver(vm, args.as_slice(), names)
    }
    /// Calls it with arguments among which is the `bound_receiver` already.
    ///
    /// # Errors
    /// As [`NativeFunction::call`].
    #[inline]
    pub fn call_with_receiver(&self, vm: &Vm, args: &[Value], names: &[Name]) -> PyResult {
        if self.row.flavour == Flavour::New {
            self.check_new(vm, &args[..args.len() - names.len()])?;
        }
        self.call_unchecked(vm, args, names)
    }
    /// [`NativeFunction::call_with_receiver`] where a `__new__` is what the class's layout asks for.
    ///
    /// # Errors
    /// As [`NativeFunction::call`].
    pub fn call_unchecked(&self, vm: &Vm, args: &[Value], names: &[Name]) -> PyResult {
        let signature = self.signature(vm);
        let is_new = self.row.flavour == Flavour::New;
        let owner = Owner {
            table: self.owner,
            receiver: (!is_new && !self.receiver.is_unbound()).then_some(&self.receiver),
            function: self.assigned.get().map(|_| self),
        };
        if !names.is_empty() && is_new && signature.takes_no_names() {
            // Keyword arguments are left to an `__init__` of a subclass.
            if self.has_own_init(vm, &args[0]) {
                let args = &args[..args.len() - names.len()];
                return invoke(vm, self.row, signature, owner, args, &[]);
            }
        }
        invoke(vm, self.row, signature, owner, args, names)
    }
}

impl NativeFunction {
    /// `__new__` is called with the class it belongs to or a subclass, whose instances it would make
    /// if no method in Python did.
    fn check_new(&self, vm: &Vm, args: &[Value]) -> PyResult<()> {
        let Some(owner) = self.receiver.as_ref::<Class>() else {
            return Ok(());
        };
        let name = || owner.name_text();
        let text = match args.first() {
            None => format!("{}.__new__(): not enough arguments", name()),
            Some(first) => match first.as_ref::<Class>() {
                Some(class) if class.is_subclass(owner) => match self.unsafe_for(vm, class) {
                    None => return Ok(()),
                    Some(made_by) => {
                        let (name, class) = (name(), class.name_text());
                        let base = made_by.name_text();
                        format!("{name}.__new__({class}) is not safe, use {base}.__new__()")
                    }
                },
                Some(class) => {
                    let (name, class) = (name(), class.name_text());
                    format!("{name}.__new__({class}): {class} is not a subtype of {name}")
                }
                None => {
                    let (name, class) = (name(), vm.type_name(first));
                    format!("{name}.__new__(X): X is not a type object ({class})")
                }
            },
        };
        Err(vm.type_error(text))
    }

    /// The base whose own `__new__` has to make the class's instances, if that is another function.
    #[inline]
    fn unsafe_for(&self, vm: &Vm, class: &Ref<Class>) -> Option<Ref<Class>> {
        let mut base = class.clone();
        while base.asks_for_new.get() {
            base = base.base()?;
        }
        let new = super::type_::constructor(vm, &base);
        let own = new.as_ref().and_then(|new| new.get::<NativeFunction>());
        match own {
            Some(own) if std::ptr::eq(own.row, self.row) || own.row.is_same(self.row) => None,
            _ => Some(base),
        }
    }

    /// Whether a class has another `__init__` than the built-in one whose `__new__` this is.
    fn has_own_init(&self, vm: &Vm, class: &Value) -> bool {
        let init = |class: &Class| class.special(vm, Special::Init);
        match (class.get::<Class>(), self.receiver.get::<Class>()) {
            (Some(class), Some(built_in)) => match (init(class), init(built_in)) {
                (Some(own), Some(built_in)) => !own.is(&built_in),
                _ => false,
            },
            _ => false,
        }
    }
}

impl MethodDescriptor {
    /// The parsed signature.
    pub fn signature(&self, vm: &Vm) -> &Rc<Signature> {
        self.signature.get_or_init(|| {
            let mut signature = Signature::of(vm, self.row);
            let table = self.owner.table;
            signature.unpacked = table.is_some_and(|table| table.unpacks(self.row));
            Rc::new(signature)
        })
    }
    /// Calls it; `args[0]` is the object.
    ///
    /// # Errors
    /// TypeError when the arguments don't fit, or what the method raises.
    #[inline(always)]
    pub fn call(&self, vm: &Vm, args: &[Value], names: &[Name]) -> PyResult {
        let Some(this) = args
            .get(..args.len() - names.len())
            .and_then(|args| args.first())
        else {
            return Err(self.no_self(vm));
        };
        if self.row.flavour != Flavour::Class && !vm.class_of(this).is_subclass(&self.owner) {
            return Err(self.wrong_self(vm, this));
        }
        if self.row.flavour == Flavour::Class {
            self.check_class(vm, this)?;
        }
        let owner = Owner {
            table: self.owner.table.map_or("", |table| table.name),
            receiver: None,
            function: None,
        };
        invoke(vm, self.row, self.signature(vm), owner, args, names)
    }
    /// The signature, where an object of this class needs no look at the method's owner.
    pub fn direct(&self, vm: &Vm, this: &Obj) -> Option<&Rc<Signature>> {
        let fits = self.row.flavour == Flavour::Method && this.class().is_subclass(&self.owner);
        fits.then(|| self.signature(vm))
    }
    /// Calls it with arguments on the stack, where defaults can join them.
    ///
    /// # Errors
    /// As [`MethodDescriptor::call`].
    #[inline(always)]
    pub fn call_pushed(&self, vm: &Vm, args: Pushed, names: &[Name]) -> PyResult {
        let signature = self.signature(vm);
        if names.is_empty()
            && signature.fits(args.len())
            && self.row.flavour == Flavour::Method
            && let [this, ..] = args.as_slice()
            && vm.class_of(this).is_subclass(&self.owner)
        {
            return signature.call_direct(vm, args);
        }
        self.call_bound(vm, args, names)
    }
    #[inline(never)]
    fn call_bound(&self, vm: &Vm, args: Pushed, names: &[Name]) -> PyResult {
        let args = args.into_args(vm);
        self.call(vm, args.as_slice(), names)
    }
    /// Calls a method on `this` with arguments by position.
    ///
    /// # Errors
    /// As [`MethodDescriptor::call`].
    pub fn call_on(&self, vm: &Vm, this: &Value, args: &[Value]) -> PyResult {
        match args {
            [] => self.call(vm, std::slice::from_ref(this), &[]),
            [a] => self.call(vm, &[this.clone(), a.clone()], &[]),
            [a, b] => self.call(vm, &[this.clone(), a.clone(), b.clone()], &[]),
            _ => {
                let mut all = vec![this.clone()];
                all.extend_from_slice(args);
                self.call(vm, &all, &[])
            }
        }
    }
    /// What a class method is called on has to be a class, and of the right kind.
    pub fn check_class(&self, vm: &Vm, this: &Value) -> PyResult<()> {
        let (name, owner) = (self.row.name(), self.owner.name_text());
        match this.get::<Class>() {
            Some(class) if class.is_subclass(&self.owner) => Ok(()),
            Some(class) => Err(vm.type_error(format!(
                "descriptor '{name}' requires a subtype of '{owner}' but received '{}'",
                class.name_text()
            ))),
            None => Err(vm.type_error(format!(
                "descriptor '{name}' for type '{owner}' needs a type, not a '{}' as arg 2",
                vm.type_name(this)
            ))),
        }
    }
    fn no_self(&self, vm: &Vm) -> crate::object::value::Raised {
        let owner = self.owner.name_text();
        if self.row.is_special() || self.row.flavour == Flavour::Class {
            vm.type_error(format!(
                "descriptor '{}' of '{owner}' object needs an argument",
                self.row.name()
            ))
        } else {
            vm.type_error(format!(
                "unbound method {}.{}() needs an argument",
                self.owner.name.borrow(),
                self.row.name()
            ))
        }
    }
    fn wrong_self(&self, vm: &Vm, this: &Value) -> crate::object::value::Raised {
        let owner = self.owner.name_text();
        let got = vm.class_of(this).name_text();
        if self.row.is_special() {
            vm.type_error(format!(
                "descriptor '{}' requires a '{owner}' object but received a '{got}'",
                self.row.name()
            ))
        } else {
            self.wrong_binding(vm, this)
        }
    }
    /// The error of `__get__`.
    fn wrong_binding(&self, vm: &Vm, this: &Value) -> crate::object::value::Raised {
        vm.type_error(format!(
            "descriptor '{}' for '{}' objects doesn't apply to a '{}' object",
            self.row.name(),
            self.owner.name_text(),
            vm.class_of(this).name_text()
        ))
    }
}

#[inline(always)]
fn invoke(
    vm: &Vm,
    row: &Row,
    signature: &Signature,
    owner: Owner<'_>,
    args: &[Value],
    names: &[Name],
) -> PyResult {
    vm.check_stack()?;
    if let Some(quick) = row.quick
        && names.is_empty()
    {
        return quick(vm, args);
    }
    if signature.simple
        && names.is_empty()
        && args.len() == signature.positional
        && let Function::Method(function) = row.native
    {
        return function(vm, args);
    }
    invoke_bound(vm, row, signature, owner, args, names)
}

#[inline(never)]
fn invoke_bound(
    vm: &Vm,
    row: &Row,
    signature: &Signature,
    owner: Owner<'_>,
    args: &[Value],
    names: &[Name],
) -> PyResult {
    let bound = signature.bind(vm, owner, args, names)?;
    match &row.native {
        Function::Method(function) => function(vm, bound.as_slice()),
        Function::Next(function) => match function(vm, &bound.as_slice()[0])? {
            Some(value) => Ok(value),
            None => {
                let value = crate::exec::generator::returned_value(&bound.as_slice()[0]);
                Err(vm.stop_iteration(value))
            }
        },
    }
}

/// Whether two values are one native method: a class may have a base's for itself.
pub fn is_same(one: &Value, other: &Value) -> bool {
    let row = |value: &Value| match value.get::<NativeFunction>() {
        Some(function) => Some(function.row),
        None => value.get::<MethodDescriptor>().map(|method| method.row),
    };
    one.is(other)
        || matches!((row(one), row(other)), (Some(one), Some(other)) if std::ptr::eq(one, other))
}

/// Whether it is the `__new__` of a built-in type.
pub fn is_new(value: &Value) -> bool {
    let function = value.get::<NativeFunction>();
    function.is_some_and(|function| function.row.flavour == Flavour::New)
}

/// The descriptor a method row becomes.
pub fn from_row(vm: &Vm, owner: &Ref<Class>, row: &'static Row) -> Value {
    let name = owner.table.map_or("", |table| table.name);
    match row.flavour {
        Flavour::Method | Flavour::Class => {
            let class = match row.flavour {
                Flavour::Class => &vm.types.classmethod_descriptor,
                _ if row.is_special() => &vm.types.wrapper_descriptor,
                _ => &vm.types.method_descriptor,
            };
            let descriptor = MethodDescriptor {
                row,
                owner: owner.clone(),
                signature: OnceCell::new(),
            };
            heap::alloc(class, descriptor).into()
        }
        Flavour::New => NativeFunction::alloc(vm, row, owner.value(), Value::None, name),
        Flavour::Static => {
            let function = NativeFunction::alloc(vm, row, owner.value(), Value::None, name);
            super::staticmethod::StaticMethod::wrap(vm, function)
        }
    }
}

/// Puts methods into a class that has been made already.
pub fn put_methods(vm: &Vm, class: &Ref<Class>, rows: &'static [Row]) {
    for row in rows {
        let method = from_row(vm, class, row);
        drop(class.dict(vm).set_name(&vm.intern(row.name()), method));
    }
    class.modified(vm);
}

/// The place of a slot in a class's instances, if the class or one of its bases has one of that name.
pub fn slot_place(vm: &Vm, class: &Class, name: &str) -> Option<usize> {
    let member = class.mro_lookup(vm, &vm.intern(name))?;
    Some(member.get::<Member>()?.index.into())
}

/// The descriptor a property row becomes.
pub fn from_property(vm: &Vm, owner: &Ref<Class>, property: &'static Property) -> Value {
    let class = if property.member {
        &vm.types.member_descriptor
    } else {
        &vm.types.getset_descriptor
    };
    heap::alloc(
        class,
        GetSet {
            property,
            owner: owner.clone(),
        },
    )
    .into()
}

/// A method descriptor's `__get__`.
///
/// # Errors
/// TypeError when the object is of a foreign class.
pub fn bind_descriptor(vm: &Vm, descriptor: &Ref<MethodDescriptor>, binding: Binding) -> PyResult {
    match (descriptor.row.flavour, binding) {
        (Flavour::Class, Binding::Instance(_, class) | Binding::Class(class)) => {
            descriptor.check_class(vm, &class.value())?;
            let function = NativeFunction {
                row: descriptor.row,
                receiver: class.value(),
                module: ValueCell::new(Value::None),
                assigned: OnceCell::new(),
                owner: owner_name(descriptor),
                signature: OnceCell::from(descriptor.signature(vm).clone()),
            };
            Ok(heap::alloc(&vm.types.builtin_function_or_method, function).into())
        }
        (_, Binding::Class(_)) => Ok(descriptor.value()),
        (_, Binding::Instance(this, _)) => {
            if !vm.class_of(this).is_subclass(&descriptor.owner) {
                return Err(descriptor.wrong_binding(vm, this));
            }
            let (class, module) = match descriptor.row.is_special() {
                true => (&vm.types.method_wrapper, descriptor.owner.value()),
                false => (&vm.types.builtin_function_or_method, Value::None),
            };
            let function = NativeFunction {
                row: descriptor.row,
                receiver: this.clone(),
                module: ValueCell::new(module),
                assigned: OnceCell::new(),
                owner: owner_name(descriptor),
                signature: OnceCell::from(descriptor.signature(vm).clone()),
            };
            Ok(heap::alloc(class, function).into())
        }
    }
}

fn owner_name(descriptor: &MethodDescriptor) -> &'static str {
    descriptor.owner.table.map_or("", |table| table.name)
}

/// Calls a descriptor from Python: class methods get their class first.
///
/// # Errors
/// TypeError when the arguments don't fit, or what the method raises.
pub fn call_descriptor(
    vm: &Vm,
    descriptor: &Ref<MethodDescriptor>,
    args: &[Value],
    names: &[Name],
) -> PyResult {
    descriptor.call(vm, args, names)
}
