//! Inline caches of attribute access. They remember answers of `object::lookup`, keyed by the class's
//! version and the instance's layout; a miss asks it again. The nodes that have them are in
//! `exec::attr` and its neighbours.

use crate::object::class::{Access, Class};
use crate::object::descriptor;
use crate::object::heap::{AttrHead, Kind, Obj, ValueCell};
use crate::object::lookup;
use crate::object::shape::{MAX_SHAPE, Name, Shape};
use crate::object::special::Special;
use crate::object::value::Value;
use crate::types::classmethod::ClassMethod;
use crate::types::function::Function;
use crate::types::native::{Member, MethodDescriptor};
use crate::types::property::Property;
use crate::types::staticmethod::StaticMethod;
use crate::vm::Vm;
use std::cell::{Cell, OnceCell};

/// How many answers a cache has besides the newest one.
const MORE: usize = 3;
/// A cache that has learned so often does so only now and then.
const RESTLESS: u8 = 200;

/// Older answers of a cache, for places that see objects of several classes.
struct More<E> {
    entries: [E; MORE],
    next: Cell<u8>,
    learned: Cell<u8>,
    waiting: Cell<u8>,
}

impl<E: Default> Default for More<E> {
    fn default() -> More<E> {
        More {
            entries: Default::default(),
            next: Cell::new(0),
            learned: Cell::new(0),
            waiting: Cell::new(0),
        }
    }
}

impl<E> More<E> {
    /// The entry to overwrite next; none when it isn't worth while.
    fn oldest(&self) -> Option<&E> {
        if self.learned.get() < RESTLESS {
            self.learned.set(self.learned.get() + 1);
        } else {
            let waiting = self.waiting.get().wrapping_add(1) % 16;
            self.waiting.set(waiting);
            if waiting != 0 {
                return None;
            }
        }
        let at = self.next.get() as usize % MORE;
        self.next.set(at as u8 + 1);
        Some(&self.entries[at])
    }
}

/// What a cache remembers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Hit {
    /// Nothing.
    Miss,
    /// That nothing can be remembered while the class is what it is.
    Never,
    /// The value stands inline at `index` when the layout is `layout`.
    Inline,
    /// The value is in the materialised `__dict__`, at `index`.
    InDict,
    /// A `__slots__` member at `index`.
    Slot,
    /// What `__class__` gives: the object's class.
    Class,
    /// The class's attribute itself, when the instance's layout is `layout`.
    ClassValue,
    /// A function or method descriptor of the class, when the instance's layout is `layout`.
    Method,
    /// A property of the class.
    Property,
    /// Another descriptor of the class with `__get__`, when the instance's layout is `layout`.
    Descriptor,
    /// Another data descriptor of the class: `layout` is its class's version and, above that, where its
    /// `__get__` is remembered.
    DataDescriptor,
    /// The attribute is not there when the instance's layout is `layout`; this is `__getattr__`.
    Fallback,
    /// A static or class method, when the instance's layout is `layout`.
    Wrapped,
    /// The object is a class, and this is its attribute, when the version of its metaclass is `layout`.
    OfClass,
    /// The object is a class, and this is a static or class method of it, when the version of its metaclass is `layout`.
    WrappedOfClass,
}

/// What a cache answers.
pub enum Found {
    /// The attribute.
    Value(Value),
    /// What computes it.
    Computed(Computed),
}

/// The Python function that is called to compute an attribute.
pub enum Computed {
    /// The getter of a property.
    Property(Value),
    /// A descriptor, and its `__get__`.
    Descriptor(Value, Value),
    /// `__getattr__`
    Fallback(Value),
}

/// How an attribute is computed.
#[derive(Clone, Copy)]
pub enum Computing {
    /// By the getter of a property.
    Property,
    /// By a descriptor.
    Descriptor,
    /// By `__getattr__`.
    Fallback,
}

/// The descriptor's `__get__`, if it is a Python function.
#[inline]
pub fn getter_of(vm: &Vm, descr: &Value) -> Option<Value> {
    let get = descr.obj()?.class().special(vm, Special::Get)?;
    is_function(&get).then_some(get)
}

/// What is called to store an attribute.
pub struct Setter {
    /// The setter of a property, or the `__set__` of a descriptor: a function written in Python.
    pub function: Value,
    /// The descriptor, which is passed first.
    pub descr: Option<Value>,
}

/// An inline cache of one attribute access.
#[derive(Default)]
pub struct AttrCache {
    newest: Entry,
    more: OnceCell<Box<More<Entry>>>,
}

/// One remembered answer.
struct Entry {
    version: Cell<u32>,
    hit: Cell<Hit>,
    index: Cell<u32>,
    layout: Cell<u64>,
    /// The version of the value's class, which has no `__get__`: for values of the class that might be descriptors
    /// one day. 0 where they can't.
    value_version: Cell<u32>,
}

impl Default for Entry {
    fn default() -> Entry {
        Entry {
            version: Cell::new(0),
            hit: Cell::new(Hit::Miss),
            index: Cell::new(0),
            layout: Cell::new(0),
            value_version: Cell::new(0),
        }
    }
}

/// A number equal for two objects of one class only if the same attributes exist on both instances.
#[inline(always)]
fn layout_of(obj: &Obj) -> u64 {
    if let Some((head, _)) = obj.plain_attrs()
        && let Some(shape) = head.shape()
    {
        return shape.id() as u64;
    }
    match obj.attrs() {
        None => 1,
        Some(head) => match head.shape() {
            Some(shape) => shape.id() as u64,
            None => layout_of_dict(head),
        },
    }
}

/// Whether that is the object's `layout_of`.
#[inline(always)]
fn has_layout(obj: &Obj, layout: u64) -> bool {
    match obj.plain_attrs() {
        Some((head, _)) if let Some(shape) = head.shape() => shape.id() as u64 == layout,
        _ => match obj.attrs() {
            None => layout == 1,
            Some(_) => layout_of(obj) == layout,
        },
    }
}

#[inline(never)]
fn layout_of_dict(head: &AttrHead) -> u64 {
    // An instance without any attribute yet has neither shape nor dict.
    head.dict().map_or(3, |dict| dict.version() << 1 | 1)
}

impl AttrCache {
    /// The attribute, if it stands where the newest answer says: in the instance itself.
    #[inline(always)]
    pub fn find_own(&self, obj: &Obj) -> Option<Value> {
        self.newest.find_own(obj)
    }

    /// The attribute, if an older answer says that it stands in the instance itself, or the newest one
    /// that it is in a dict or in a class.
    #[inline]
    pub fn find_elsewhere(&self, obj: &Obj, name: &Name) -> Option<Value> {
        if obj.kind() == Kind::Class {
            return self.find_of_class(obj);
        }
        let version = obj.class().version();
        if self.newest.version.get() == version
            && let Some(value) = self.newest.find_plain(obj, name)
        {
            return Some(value);
        }
        for entry in &self.more.get()?.entries {
            if entry.version.get() == version
                && let Some(value) = entry.find_plain(obj, name)
            {
                return Some(value);
            }
        }
        None
    }

    /// The attribute, if the newest answer says where it is without its being computed or bound.
    #[inline]
    pub fn find_value(&self, obj: &Obj, name: &Name) -> Option<Value> {
        let newest = &self.newest;
        match newest.hit.get() {
            Hit::Inline | Hit::Slot | Hit::Class | Hit::ClassValue | Hit::InDict => {
                let holds = newest.version.get() == obj.class().version();
                holds.then(|| newest.find_plain(obj, name)).flatten()
            }
            _ => newest.find_of_class(obj),
        }
    }

    /// The attribute, if the object is a class and an answer says that it is the class's.
    #[inline]
    fn find_of_class(&self, obj: &Obj) -> Option<Value> {
        if let Some(value) = self.newest.find_of_class(obj) {
            return Some(value);
        }
        let older = &self.more.get()?.entries;
        older.iter().find_map(|entry| entry.find_of_class(obj))
    }

    /// How the attribute is computed, if the newest answer says that it is.
    #[inline(always)]
    pub fn computing(&self, obj: &Obj) -> Option<Computing> {
        let newest = &self.newest;
        if newest.version.get() != obj.class().version() {
            return None;
        }
        match newest.hit.get() {
            Hit::Property => Some(Computing::Property),
            Hit::Descriptor | Hit::DataDescriptor => Some(Computing::Descriptor),
            Hit::Fallback => Some(Computing::Fallback),
            _ => None,
        }
    }

    /// What computes it: the getter, the descriptor or the hook. Not together with how it does, so that either
    /// stays in registers.
    #[inline(always)]
    pub fn computing_value(&self, obj: &Obj) -> Option<Value> {
        self.newest.computing_value(obj)
    }

    /// The `__get__` of the descriptor that computes it, if that is a Python function.
    #[inline]
    pub fn getter(&self, vm: &Vm, obj: &Obj, descr: &Value) -> Option<Value> {
        self.newest.getter(vm, obj, descr)
    }

    /// The remembered answer, if there is one for this object.
    #[inline(always)]
    pub fn find(&self, vm: &Vm, obj: &Obj, name: &Name) -> Option<Found> {
        match self.newest.find(vm, obj, name) {
            None if self.more.get().is_some() => self.find_older(vm, obj, name),
            found => found,
        }
    }

    #[inline(never)]
    fn find_older(&self, vm: &Vm, obj: &Obj, name: &Name) -> Option<Found> {
        let entries = &self.more.get()?.entries;
        entries.iter().find_map(|entry| entry.find(vm, obj, name))
    }

    /// The newest remembered function for a method call, if it is right for this object.
    #[inline(always)]
    pub fn find_method(&self, obj: &Obj) -> Option<Value> {
        self.newest.find_method(obj)
    }

    /// The newest one or an older one.
    #[inline]
    pub fn find_any_method(&self, obj: &Obj) -> Option<Value> {
        self.find_method(obj)
            .or_else(|| self.find_older_method(obj))
    }

    /// An older one.
    pub fn find_older_method(&self, obj: &Obj) -> Option<Value> {
        let entries = &self.more.get()?.entries;
        entries.iter().find_map(|entry| entry.find_method(obj))
    }

    /// The static or class method that the newest answer says, as `find_wrapped` gives it.
    #[inline]
    pub fn find_newest_wrapped(&self, obj: &Obj) -> Option<(Value, Option<Value>)> {
        self.newest.find_wrapped(obj)
    }

    /// The remembered static or class method, if there is one for this object: what to call, and the
    /// class to pass first.
    pub fn find_wrapped(&self, obj: &Obj) -> Option<(Value, Option<Value>)> {
        let older = self.more.get().map_or(&[][..], |more| &more.entries);
        let mut entries = std::iter::once(&self.newest).chain(older);
        entries.find_map(|entry| entry.find_wrapped(obj))
    }

    /// Remembers where the attribute will be found next time, if that can be told.
    #[inline(never)]
    pub fn learn(&self, vm: &Vm, obj: &Obj, name: &Name) {
        if vm.state.uncached.get() {
            return;
        }
        match self.newest.hit.get() {
            Hit::Miss => {}
            Hit::Never if self.newest.version.get() == obj.class().version() => return,
            _ => {
                let more = self.more.get_or_init(Default::default);
                let Some(oldest) = more.oldest() else { return };
                let newest = &self.newest;
                let (version, hit) = (newest.version.get(), newest.hit.get());
                oldest.store(version, hit, newest.index.get(), newest.layout.get());
                oldest.value_version.set(newest.value_version.get());
            }
        }
        self.newest.learn(vm, obj, name);
    }
}

impl Entry {
    fn store(&self, version: u32, hit: Hit, index: u32, layout: u64) {
        self.version.set(version);
        self.hit.set(hit);
        self.index.set(index);
        self.layout.set(layout);
        self.value_version.set(0);
    }

    /// The class's attribute at `index`, if it is no descriptor now.
    #[inline(always)]
    fn class_value(&self, class: &Class) -> Option<Value> {
        let value = class.remembered(self.index.get())?;
        let version = self.value_version.get();
        if version != 0 && value.obj()?.class().version() != version {
            return None;
        }
        Some(value)
    }

    /// The attribute, if it stands in the instance itself.
    #[inline(always)]
    fn find_own(&self, obj: &Obj) -> Option<Value> {
        if obj.class().version() != self.version.get() {
            return None;
        }
        let cell = match self.hit.get() {
            Hit::Inline => obj.inline_value(self.layout.get(), self.index.get()),
            Hit::Slot => obj.plain_slot(self.index.get()),
            _ => None,
        };
        cell?.get().bound()
    }

    /// The attribute of an object whose class has the right version, if nothing has to be called for it.
    #[inline(always)]
    fn find_plain(&self, obj: &Obj, name: &Name) -> Option<Value> {
        match self.hit.get() {
            Hit::Inline => self.find_inline(obj),
            Hit::Slot => {
                let cell = obj.values().get(self.index.get() as usize)?;
                cell.get().bound()
            }
            Hit::Class => Some(obj.class().value()),
            Hit::ClassValue if has_layout(obj, self.layout.get()) => self.class_value(obj.class()),
            Hit::InDict => {
                let dict = obj.attrs()?.dict()?;
                dict.value_at(self.index.get(), name)
            }
            _ => None,
        }
    }

    /// The remembered answer, if it holds for this object.
    fn find(&self, vm: &Vm, obj: &Obj, name: &Name) -> Option<Found> {
        if obj.class().version() != self.version.get() {
            return self.find_of_class(obj).map(Found::Value);
        }
        match self.hit.get() {
            Hit::Property | Hit::Descriptor | Hit::DataDescriptor | Hit::Fallback => {
                self.find_computed(vm, obj).map(Found::Computed)
            }
            _ => self.find_plain(obj, name).map(Found::Value),
        }
    }

    #[inline(always)]
    fn find_inline(&self, obj: &Obj) -> Option<Value> {
        let (head, values) = match obj.plain_attrs() {
            Some(found) => found,
            None => (obj.attrs()?, obj.values()),
        };
        if head.layout() as u64 != self.layout.get() {
            return None;
        }
        values.get(self.index.get() as usize)?.get().bound()
    }

    fn find_computed(&self, vm: &Vm, obj: &Obj) -> Option<Computed> {
        let value = self.computing_value(obj)?;
        match self.hit.get() {
            Hit::Property => Some(Computed::Property(value)),
            Hit::Descriptor | Hit::DataDescriptor => {
                let get = self.getter(vm, obj, &value)?;
                Some(Computed::Descriptor(value, get))
            }
            _ => Some(Computed::Fallback(value)),
        }
    }

    #[inline(always)]
    fn computing_value(&self, obj: &Obj) -> Option<Value> {
        let hit = self.hit.get();
        if matches!(hit, Hit::Descriptor | Hit::Fallback) && !has_layout(obj, self.layout.get()) {
            return None;
        }
        let value = obj.class().remembered(self.index.get())?;
        match hit {
            Hit::Property => {
                let getter = value.get::<Property>()?.getter.get();
                is_function(&getter).then_some(getter)
            }
            Hit::DataDescriptor => {
                let version = value.obj()?.class().version();
                (version == self.layout.get() as u32).then_some(value)
            }
            Hit::Descriptor | Hit::Fallback => Some(value),
            _ => None,
        }
    }

    #[inline(always)]
    fn getter(&self, vm: &Vm, obj: &Obj, descr: &Value) -> Option<Value> {
        match self.hit.get() {
            Hit::DataDescriptor => obj.class().remembered((self.layout.get() >> 32) as u32),
            _ => getter_of(vm, descr),
        }
    }

    fn find_wrapped(&self, obj: &Obj) -> Option<(Value, Option<Value>)> {
        let class = match self.hit.get() {
            Hit::Wrapped if has_layout(obj, self.layout.get()) => obj.class(),
            Hit::WrappedOfClass if obj.class().version() == self.layout.get() as u32 => {
                obj.as_ref::<Class>()?
            }
            _ => return None,
        };
        if class.version() != self.version.get() {
            return None;
        }
        let wrapped = class.remembered(self.index.get())?;
        if let Some(method) = wrapped.get::<ClassMethod>() {
            return Some((method.function.get(), Some(class.value())));
        }
        Some((wrapped.get::<StaticMethod>()?.function.get(), None))
    }

    #[inline(always)]
    fn find_of_class(&self, obj: &Obj) -> Option<Value> {
        if self.hit.get() != Hit::OfClass {
            return None;
        }
        let class = obj.get::<Class>()?;
        if class.version() != self.version.get()
            || obj.class().version() != self.layout.get() as u32
        {
            return None;
        }
        self.class_value(class)
    }

    /// The remembered function for a method call, if it holds for this object.
    #[inline(always)]
    fn find_method(&self, obj: &Obj) -> Option<Value> {
        let holds = obj.class().version() == self.version.get()
            && self.hit.get() == Hit::Method
            && has_layout(obj, self.layout.get());
        if holds {
            obj.class().remembered(self.index.get())
        } else {
            None
        }
    }

    fn learn(&self, vm: &Vm, obj: &Obj, name: &Name) {
        self.hit.set(Hit::Miss);
        let class = obj.class();
        match class.get_access(vm) {
            Access::Generic | Access::Module => self.learn_instance(vm, obj, name, None),
            Access::Type => self.learn_class(vm, obj, name),
            Access::Custom if let Some(fallback) = lookup::fallback_only(vm, class) => {
                self.learn_instance(vm, obj, name, Some(fallback));
            }
            _ => self.store(class.version(), Hit::Never, 0, 0),
        }
    }

    /// With a `fallback` (`__getattr__`), and of modules, only what can't raise AttributeError is remembered.
    fn learn_instance(&self, vm: &Vm, obj: &Obj, name: &Name, fallback: Option<Value>) {
        let class = obj.class();
        let version = class.version();
        let learns_computed = fallback.is_none() && class.get_access(vm) == Access::Generic;
        let on_class = lookup::class_find(vm, class, name);
        if let Some(descr) = &on_class
            && descriptor::is_data(vm, descr)
        {
            match descr.get::<Member>() {
                Some(member) if class.is_subclass(&member.owner) => {
                    self.store(version, Hit::Slot, member.index.into(), 0);
                }
                Some(_) => {}
                None if *name == vm.names.__class__ && class.shows_itself(vm) => {
                    self.store(version, Hit::Class, 0, 0);
                }
                None => match computed_by(vm, descr) {
                    Some(hit) if learns_computed => {
                        self.learn_data(vm, class, name, descr, hit);
                    }
                    _ => self.store(version, Hit::Never, 0, 0),
                },
            }
            return;
        }
        if self.learn_own(obj, name, version) {
            return;
        }
        let (hit, value) = match (on_class, fallback) {
            // Beside a `__getattr__` built-in methods are bound before they are called, as their messages show.
            (Some(value), Some(_)) if value.get::<MethodDescriptor>().is_some() => {
                return self.store(version, Hit::Never, 0, 0);
            }
            (Some(value), _) if descriptor::binds_as_method(&value) => (Hit::Method, value),
            (Some(value), _) if is_wrapped(&value) => (Hit::Wrapped, value),
            (Some(value), _) if !descriptor::has_get(vm, &value) => (Hit::ClassValue, value),
            (Some(value), None) if learns_computed => match computed_by(vm, &value) {
                Some(hit) => (hit, value),
                None => return,
            },
            (Some(_), _) => return,
            (None, Some(fallback)) => (Hit::Fallback, fallback),
            (None, None) => return,
        };
        let value_version = if hit == Hit::ClassValue {
            guard_of(&value)
        } else {
            0
        };
        self.store(version, hit, class.remember(name, value), layout_of(obj));
        self.value_version.set(value_version);
    }

    fn learn_data(&self, vm: &Vm, class: &Class, name: &Name, descr: &Value, hit: Hit) {
        let index = class.remember(name, descr.clone());
        let (hit, layout) = match (hit, descr, getter_of(vm, descr)) {
            (Hit::Descriptor, Value::Obj(obj), Some(get)) => {
                let at = u64::from(class.remember(name, get));
                let layout = u64::from(obj.class().version()) | at << 32;
                (Hit::DataDescriptor, layout)
            }
            _ => (hit, 0),
        };
        self.store(class.version(), hit, index, layout);
    }

    fn learn_own(&self, obj: &Obj, name: &Name, version: u32) -> bool {
        let Some(head) = obj.attrs() else {
            return false;
        };
        if let Some(shape) = head.shape() {
            let Some(at) = shape.find(name) else {
                return false;
            };
            self.store(version, Hit::Inline, at.into(), shape.id() as u64);
            return true;
        }
        let Some(dict) = head.dict() else {
            return false;
        };
        match dict.position_of(name) {
            Some(at) => {
                self.store(version, Hit::InDict, at, 0);
                true
            }
            None => dict.is_unclear(name),
        }
    }

    fn learn_class(&self, vm: &Vm, obj: &Obj, name: &Name) {
        let Some(class) = obj.get::<Class>() else {
            return;
        };
        let meta = obj.class();
        // What a metaclass has under the name comes second, unless it is a data descriptor.
        if lookup::class_find(vm, meta, name).is_some_and(|found| !is_no_data(&found)) {
            return;
        }
        let Some(value) = lookup::class_find(vm, class, name) else {
            return;
        };
        // Functions, and methods of built-in types: a class's are not bound.
        let (hit, value_version) = if descriptor::binds_as_method(&value) {
            (Hit::OfClass, 0)
        } else if is_wrapped(&value) {
            (Hit::WrappedOfClass, 0)
        } else if !descriptor::has_get(vm, &value) {
            (Hit::OfClass, guard_of(&value))
        } else {
            return;
        };
        let layout = u64::from(meta.version());
        self.store(class.version(), hit, class.remember(name, value), layout);
        self.value_version.set(value_version);
    }
}

/// Whether the value is a static or class method and nothing derived from them.
fn is_wrapped(value: &Value) -> bool {
    value.obj().is_some_and(|o| {
        matches!(o.kind(), Kind::StaticMethod | Kind::ClassMethod) && !o.class().is_heap()
    })
}

/// How the attribute that this descriptor stands for is computed, if by a Python function.
fn computed_by(vm: &Vm, descr: &Value) -> Option<Hit> {
    let Value::Obj(obj) = descr else { return None };
    if let Some(property) = obj.get::<Property>() {
        let plain = !obj.class().is_heap() && is_function(&property.getter.get());
        return plain.then_some(Hit::Property);
    }
    let get = obj.class().special(vm, Special::Get)?;
    (obj.kind() == Kind::Instance && is_function(&get)).then_some(Hit::Descriptor)
}

fn is_function(value: &Value) -> bool {
    value.get::<Function>().is_some()
}

/// Whether the value can never be a data descriptor.
fn is_no_data(value: &Value) -> bool {
    let kind = value.obj().map(Obj::kind);
    matches!(
        kind,
        Some(Kind::Function | Kind::MethodDescriptor | Kind::NativeFunction)
    )
}

/// The version that the class of a value without `__get__` has to keep for the value to be no descriptor; 0 where
/// it can't become one.
fn guard_of(value: &Value) -> u32 {
    match value {
        Value::Obj(obj) => {
            let never = matches!(
                obj.kind(),
                Kind::Str | Kind::BigInt | Kind::Bytes | Kind::Tuple | Kind::List | Kind::Dict
            ) && !obj.class().is_heap();
            if never { 0 } else { obj.class().version() }
        }
        _ => 0,
    }
}

/// An inline cache of one attribute assignment.
#[derive(Default)]
pub struct StoreCache {
    newest: StoreEntry,
    more: OnceCell<Box<More<StoreEntry>>>,
}

/// One remembered place.
#[derive(Default)]
struct StoreEntry {
    version: Cell<u32>,
    index: Cell<u32>,
    kind: Cell<StoreHit>,
    /// Whether reading gives what stands there.
    reads: Cell<bool>,
    shape: Cell<Option<&'static Shape>>,
    next: Cell<Option<&'static Shape>>,
    function: Cell<u32>,
    descr: Cell<u32>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum StoreHit {
    #[default]
    Miss,
    /// A `__slots__` member.
    Slot,
    /// An inline attribute that exists.
    Inline,
    /// An inline attribute that is added, which changes the shape to `next`.
    Add,
    /// An entry of the materialised `__dict__`.
    InDict,
    /// A property or another data descriptor, which the class remembers: for the latter also its `__set__`, at
    /// `function`, as long as its class's version is `descr`.
    Setter,
}

impl StoreCache {
    /// The remembered property or descriptor that stores the attribute, if there is one.
    #[inline]
    pub fn find_setter(&self, vm: &Vm, obj: &Obj) -> Option<Setter> {
        let newest = &self.newest;
        let class = obj.class();
        if newest.version.get() == class.version() {
            return match newest.kind.get() {
                StoreHit::Setter => newest.setter(vm, class),
                _ => None,
            };
        }
        self.find_older_setter(vm, obj)
    }

    #[inline(never)]
    fn find_older_setter(&self, vm: &Vm, obj: &Obj) -> Option<Setter> {
        let older = self.more.get().map_or(&[][..], |more| &more.entries);
        let version = obj.class().version();
        let entry = older
            .iter()
            .find(|entry| entry.kind.get() == StoreHit::Setter && entry.version.get() == version)?;
        entry.setter(vm, obj.class())
    }

    /// Where the newest answer says that the attribute stands in the instance itself: the caller stores
    /// there at once, since the attribute may be a new one.
    #[inline(always)]
    pub fn place<'o>(&self, obj: &'o Obj) -> Option<&'o ValueCell> {
        self.newest.place(obj)
    }

    /// As `place`, but nothing where what stands there would come to its end.
    #[inline(always)]
    pub fn quiet_place<'o>(&self, obj: &'o Obj) -> Option<&'o ValueCell> {
        self.newest.place_if(obj, |cell| !cell.holds_last())
    }

    /// As `place`, for an attribute that exists and is read from there too.
    #[inline(always)]
    pub fn place_to_update<'o>(&self, obj: &'o Obj) -> Option<&'o ValueCell> {
        match self.newest.reads.get() && self.newest.kind.get() != StoreHit::Add {
            true => self.newest.place(obj),
            false => None,
        }
    }

    /// Stores if a remembered place holds for this object and returns what was there; gives the
    /// value back otherwise.
    ///
    /// # Errors
    /// The value, when nothing has been stored.
    pub fn store(&self, obj: &Obj, name: &Name, mut value: Value) -> Result<Value, Value> {
        let older = self.more.get().map_or(&[][..], |more| &more.entries);
        for entry in std::iter::once(&self.newest).chain(older) {
            match entry.store(obj, name, value) {
                Ok(old) => return Ok(old),
                Err(back) => value = back,
            }
        }
        Err(value)
    }

    /// What the object looks like before a store that missed.
    pub fn layout_before(obj: &Obj) -> Option<Option<&'static Shape>> {
        let head = obj.attrs()?;
        (!head.has_dict()).then(|| head.shape())
    }

    /// Remembers where a store that has just been made went. `before` is what `layout_before` said.
    pub fn learn(&self, vm: &Vm, obj: &Obj, name: &Name, before: Option<Option<&'static Shape>>) {
        if vm.state.uncached.get() {
            return;
        }
        let newest = &self.newest;
        if newest.kind.get() != StoreHit::Miss {
            let more = self.more.get_or_init(Default::default);
            let Some(oldest) = more.oldest() else { return };
            oldest.version.set(newest.version.get());
            oldest.index.set(newest.index.get());
            oldest.kind.set(newest.kind.get());
            oldest.reads.set(newest.reads.get());
            oldest.shape.set(newest.shape.get());
            oldest.next.set(newest.next.get());
            oldest.function.set(newest.function.get());
            oldest.descr.set(newest.descr.get());
        }
        newest.learn(vm, obj, name, before);
    }
}

impl StoreEntry {
    /// What stores, for instances of the class.
    #[inline(always)]
    fn setter(&self, vm: &Vm, class: &Class) -> Option<Setter> {
        let descr = class.remembered(self.index.get())?;
        let known = self.descr.get();
        match known != 0 && descr.obj()?.class().version() == known {
            true => Some(Setter {
                function: class.remembered(self.function.get())?,
                descr: Some(descr),
            }),
            false => setter_of(vm, descr),
        }
    }

    /// Where the attribute stands in the instance itself, if the remembered place holds for this object.
    #[inline(always)]
    fn place<'o>(&self, obj: &'o Obj) -> Option<&'o ValueCell> {
        self.place_if(obj, |_| true)
    }

    /// As `place`, if the cell is all right.
    #[inline(always)]
    fn place_if<'o>(
        &self,
        obj: &'o Obj,
        fits: impl Fn(&ValueCell) -> bool,
    ) -> Option<&'o ValueCell> {
        if obj.class().version() != self.version.get() {
            return None;
        }
        let cell = match self.kind.get() {
            StoreHit::Inline => {
                let shape = self.shape.get().map_or(0, |shape| shape.id() as u64);
                obj.inline_value(shape, self.index.get())
            }
            StoreHit::Add => {
                let (head, values) = obj.plain_attrs()?;
                return self.add(head, values, fits);
            }
            StoreHit::Slot => obj.plain_slot(self.index.get()),
            _ => None,
        };
        cell.filter(|cell| fits(cell))
    }

    /// The place of an attribute that is added, with the shape changed.
    #[inline(always)]
    fn add<'o>(
        &self,
        head: &AttrHead,
        values: &'o [ValueCell],
        fits: impl Fn(&ValueCell) -> bool,
    ) -> Option<&'o ValueCell> {
        if head.layout() != self.shape.get().map_or(0, Shape::id) {
            return None;
        }
        let cell = values.get(self.index.get() as usize)?;
        if !fits(cell) {
            return None;
        }
        head.set_shape(self.next.get());
        Some(cell)
    }

    /// Stores if the remembered place holds for this object; gives the value back otherwise.
    fn store(&self, obj: &Obj, name: &Name, value: Value) -> Result<Value, Value> {
        if obj.class().version() != self.version.get() {
            return Err(value);
        }
        let cell = match (self.kind.get(), obj.attrs()) {
            (StoreHit::Slot, _) => obj.values().get(self.index.get() as usize),
            (StoreHit::Inline, Some(head)) => match (head.shape(), self.shape.get()) {
                (Some(a), Some(b)) if std::ptr::eq(a, b) => {
                    obj.values().get(self.index.get() as usize)
                }
                _ => None,
            },
            (StoreHit::Add, Some(head)) => self.add(head, obj.values(), |_| true),
            (StoreHit::InDict, Some(head)) => {
                return match head.dict() {
                    Some(dict) => dict.set_value_at(self.index.get(), name, value),
                    None => Err(value),
                };
            }
            _ => None,
        };
        match cell {
            Some(cell) => Ok(cell.replace(value)),
            None => Err(value),
        }
    }

    fn learn(&self, vm: &Vm, obj: &Obj, name: &Name, before: Option<Option<&'static Shape>>) {
        self.kind.set(StoreHit::Miss);
        let class = obj.class();
        if class.set_access(vm) != Access::Generic && class.set_access(vm) != Access::Module {
            return;
        }
        self.version.set(class.version());
        // Beside a `__getattr__`, what is there is found all the same.
        let reads = matches!(class.get_access(vm), Access::Generic | Access::Module)
            || lookup::fallback_only(vm, class).is_some();
        self.reads.set(reads);
        if let Some(descr) = lookup::class_find(vm, class, name) {
            if let Some(member) = descr.get::<Member>() {
                if member.closed.get() {
                    return;
                }
                self.index.set(member.index.into());
                self.kind.set(StoreHit::Slot);
                return;
            }
            if descriptor::is_data(vm, &descr) {
                if let Some(setter) = setter_of(vm, descr.clone()) {
                    let version = setter.descr.as_ref().and_then(Value::obj);
                    self.descr
                        .set(version.map_or(0, |obj| obj.class().version()));
                    self.function.set(class.remember(name, setter.function));
                    self.index.set(class.remember(name, descr));
                    self.kind.set(StoreHit::Setter);
                }
                return;
            }
        }
        let Some(head) = obj.attrs() else { return };
        match (before, head.shape()) {
            (Some(before), Some(now)) if let Some(at) = now.find(name) => {
                self.index.set(at.into());
                self.shape.set(before);
                self.next.set(Some(now));
                let same = before.is_some_and(|before| std::ptr::eq(before, now));
                self.kind.set(if same {
                    StoreHit::Inline
                } else {
                    StoreHit::Add
                });
            }
            (None, None) => {
                if let Some(at) = head.dict().and_then(|dict| dict.position_of(name)) {
                    self.index.set(at);
                    self.kind.set(StoreHit::InDict);
                }
            }
            _ => {}
        }
    }
}

/// The descriptor as something that a Python function stores through.
fn setter_of(vm: &Vm, descr: Value) -> Option<Setter> {
    let Value::Obj(obj) = &descr else { return None };
    if let Some(property) = obj.get::<Property>() {
        let function = property.setter.get();
        let plain = !obj.class().is_heap() && is_function(&function);
        return plain.then_some(Setter {
            function,
            descr: None,
        });
    }
    let function = obj.class().special(vm, Special::Set)?;
    let known = obj.kind() == Kind::Instance && is_function(&function);
    known.then_some(Setter {
        function,
        descr: Some(descr),
    })
}

const _: () = assert!(MAX_SHAPE < u16::MAX as usize);
