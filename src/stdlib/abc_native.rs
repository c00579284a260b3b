//! `_abc`: what abstract base classes know of their virtual subclasses, and the checks over it. The
//! metaclass itself is written in Python in `abc`.
//!
//! Answers are cached by the version of the class asked about, which is never used again and changes
//! with the class.

use super::NativeModule;
use super::extension::{self, alloc};
use crate::object::class::{Access, Class, Collection};
use crate::object::heap::{Kind, Obj, Ref, ValueCell, WeakPtr};
use crate::object::lookup;
use crate::object::ops;
use crate::object::shape::AddressHasher;
use crate::object::special::Special;
use crate::object::table::{self, Row, TypeTable, method};
use crate::object::value::{PyResult, Value};
use crate::types::dict::Dict;
use crate::types::native::{NativeFunction, NativePayload};
use crate::types::set::Set;
use crate::types::{checks, is_abstract, weakref};
use crate::vm::Vm;
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::HashMap;
use std::hash::BuildHasherDefault;

/// The module.
pub const ABC: NativeModule = NativeModule {
    name: "_abc",
    doc: "The checks of abc.ABCMeta.",
    functions: &[
        method(
            "get_cache_token()",
            |vm, _| Ok(Value::Int(vm.state.abc.registrations.get())),
            "A value that changes whenever a class is registered with an abstract one.",
        ),
        method(
            "_abc_init(self, /)",
            init,
            "Prepare a new class of the metaclass ABCMeta.",
        ),
        method(
            "_abc_register(self, subclass, /)",
            register,
            "Take in a virtual subclass.",
        ),
        method(
            "_abc_instancecheck(self, instance, /)",
            |vm, args| instance_check(vm, &args[0], &args[1]).map(Value::bool),
            "What ABCMeta.__instancecheck__ answers.",
        ),
        method(
            "_abc_subclasscheck(self, subclass, /)",
            |vm, args| subclass_check(vm, &args[0], &args[1]).map(Value::bool),
            "What ABCMeta.__subclasscheck__ answers.",
        ),
        method(
            "_abc_adopt(metaclass, /)",
            adopt,
            "Note that a metaclass's checks are nothing but calls of the functions here.",
        ),
        method(
            "_get_dump(self, /)",
            dump,
            "The registry, the caches of yes and no, and the token of the latter.",
        ),
        method(
            "_reset_registry(self, /)",
            reset_registry,
            "Forget the virtual subclasses.",
        ),
        method("_reset_caches(self, /)", reset_caches, "Empty the caches."),
    ],
    fill: super::nothing,
};

/// What the module keeps per interpreter.
#[derive(Default)]
pub struct State {
    /// How many classes have been registered.
    registrations: Cell<i64>,
    /// The `__instancecheck__` and `__subclasscheck__` that only call this module's functions.
    adopted: RefCell<Option<Adopted>>,
    /// The callback of weak references to classes that are known.
    destroy: OnceCell<Value>,
}

struct Adopted {
    instance: ValueCell,
    subclass: ValueCell,
}

/// A class that an abstract one knows of, by a weak reference with a callback, as programs can count.
struct Entry {
    class: WeakPtr,
    _reference: Value,
}

/// What the weak references call. What they stood for is known by the class being gone.
static DESTROY: Row = method("_destroy(reference, /)", |_, _| Ok(Value::None), "");

impl Entry {
    fn new(vm: &Vm, class: &Ref<Class>) -> Entry {
        let callback =
            vm.state.abc.destroy.get_or_init(|| {
                NativeFunction::alloc(vm, &DESTROY, Value::Unbound, Value::None, "")
            });
        let reference = weakref::make(vm, &vm.types.weakref, &class.value(), callback, false);
        Entry {
            class: WeakPtr::new(class.as_obj()),
            _reference: reference.unwrap_or_else(|_raised| vm.take_pending()),
        }
    }
    fn class(&self) -> Option<Obj> {
        self.class.upgrade()
    }
}

/// Classes by their addresses. An answer outlives changes of the class; where the class is gone, it is
/// none for another at its address.
type Known = HashMap<usize, Entry, BuildHasherDefault<AddressHasher>>;

fn key(class: &Class) -> usize {
    std::ptr::from_ref(class) as usize
}

fn knows(known: &RefCell<Known>, class: &Class) -> bool {
    let known = known.borrow();
    known
        .get(&key(class))
        .is_some_and(|entry| entry.class().is_some())
}

/// CPython keeps classes in sets: a metaclass may have something to say to that.
///
/// # Errors
/// What the metaclass's `__hash__` raises.
pub fn check_hash(vm: &Vm, class: &Ref<Class>) -> PyResult<()> {
    let own = class.as_obj().class().special(vm, Special::Hash);
    let plain = vm.types.type_.special(vm, Special::Hash);
    match (own, plain) {
        (Some(own), Some(plain)) if own.is(&plain) => Ok(()),
        _ => ops::hash(vm, &class.value()).map(drop),
    }
}

/// More answers than this are not kept.
const MOST_ANSWERS: usize = 1 << 14;

/// What an abstract class knows of others: its `_abc_impl`.
#[derive(Default)]
struct Data {
    registry: RefCell<Vec<Entry>>,
    yes: RefCell<Known>,
    no: RefCell<Known>,
    /// How many registrations there had been when `no` was true.
    token: Cell<i64>,
}

impl NativePayload for Data {}

static DATA: TypeTable = TypeTable {
    names_module: true,
    name: "_abc_data",
    module: "_abc",
    doc: "What ABCMeta keeps of a class.",
    kind: Kind::Native,
    methods: &[table::new(
        "__new__(type, /, *args, **kwargs)",
        |vm, args| {
            let class = crate::types::class_arg(vm, &args[0], "_abc_data")?;
            Ok(alloc(&class, Data::new(vm)))
        },
    )],
    ..TypeTable::DEFAULT
};

impl Data {
    fn new(vm: &Vm) -> Data {
        let data = Data::default();
        data.token.set(vm.state.abc.registrations.get());
        data
    }

    fn says_yes(&self, class: &Class) -> bool {
        knows(&self.yes, class)
    }
    fn says_no(&self, vm: &Vm, class: &Class) -> bool {
        self.token.get() == vm.state.abc.registrations.get() && knows(&self.no, class)
    }
    fn is_registered(&self, class: &Ref<Class>) -> bool {
        let registry = self.registry.borrow();
        let mut known = registry.iter().filter_map(Entry::class);
        known.any(|known| known == *class.as_obj())
    }
    fn remember(&self, vm: &Vm, class: &Ref<Class>, answer: bool) -> PyResult<()> {
        check_hash(vm, class)?;
        let known = if answer { &self.yes } else { &self.no };
        if known.borrow().len() >= MOST_ANSWERS {
            drop(known.take());
        }
        let entry = Entry::new(vm, class);
        let old = known.borrow_mut().insert(key(class), entry);
        drop(old);
        Ok(())
    }
    /// The virtual subclasses there are.
    fn registered(&self) -> Vec<Obj> {
        let registry = self.registry.borrow();
        registry.iter().filter_map(Entry::class).collect()
    }
}

/// The data of a class, which is in its own namespace.
fn data_of(vm: &Vm, class: &Value) -> Option<Value> {
    let class = class.get::<Class>()?;
    let data = class.dict(vm).get_name(&vm.names._abc_impl)?;
    data.native::<Data>().is_some().then_some(data)
}

fn required(vm: &Vm, class: &Value) -> PyResult {
    let data = lookup::get(vm, class, &vm.names._abc_impl)?;
    if data.native::<Data>().is_none() {
        return Err(vm.type_error("_abc_impl is set to a wrong type"));
    }
    Ok(data)
}

fn adopt(vm: &Vm, args: &[Value]) -> PyResult {
    if let Some(meta) = args[0].get::<Class>()
        && let Some(instance) = meta.special(vm, Special::InstanceCheck)
        && let Some(subclass) = meta.special(vm, Special::SubclassCheck)
    {
        let adopted = Adopted {
            instance: ValueCell::new(instance),
            subclass: ValueCell::new(subclass),
        };
        let old = vm.state.abc.adopted.replace(Some(adopted));
        drop(old);
    }
    Ok(Value::None)
}

fn is_adopted(vm: &Vm, class: &Class, special: Special, part: fn(&Adopted) -> &ValueCell) -> bool {
    let Some(check) = class.special(vm, special) else {
        return false;
    };
    let adopted = vm.state.abc.adopted.borrow();
    adopted.as_ref().is_some_and(|known| part(known).is(&check))
}

/// `isinstance(value, class)` for an abstract class, where a cache has the answer and no code needs to
/// run for it.
#[inline]
pub fn known_instance(vm: &Vm, value: &Value, class: &Value) -> Option<bool> {
    let meta = vm.class_of(class);
    if !is_adopted(vm, meta, Special::InstanceCheck, |known| &known.instance)
        || !is_adopted(vm, meta, Special::SubclassCheck, |known| &known.subclass)
    {
        return None;
    }
    let real = vm.class_of(value);
    if !is_honest(vm, real) {
        return None;
    }
    let data = data_of(vm, class)?;
    let data = data.native::<Data>()?;
    if data.says_yes(real) {
        return Some(true);
    }
    data.says_no(vm, real).then_some(false)
}

/// Whether the `__class__` of the instances is the class, and nothing runs to tell.
fn is_honest(vm: &Vm, class: &Class) -> bool {
    let claims = lookup::class_find(vm, class, &vm.names.__class__);
    let honest = match (claims, class_getter(vm)) {
        (Some(found), Some(of_object)) => found.is(&of_object),
        _ => false,
    };
    honest && class.get_access(vm) == Access::Generic
}

/// `issubclass(value, class)` for an abstract class, where a cache has the answer.
#[inline]
pub fn known_subclass(vm: &Vm, value: &Value, class: &Value) -> Option<bool> {
    let meta = vm.class_of(class);
    if !is_adopted(vm, meta, Special::SubclassCheck, |known| &known.subclass) {
        return None;
    }
    let data = data_of(vm, class)?;
    let data = data.native::<Data>()?;
    let value = value.get::<Class>()?;
    if data.says_yes(value) {
        return Some(true);
    }
    data.says_no(vm, value).then_some(false)
}

/// The `__class__` that all objects inherit.
fn class_getter(vm: &Vm) -> Option<Value> {
    vm.types.object.dict(vm).get_name(&vm.names.__class__)
}

// ---------------------------------------------------------------------------------------------
// The functions

fn init(vm: &Vm, args: &[Value]) -> PyResult {
    let class = &args[0];
    let Some(namespace) = class.get::<Class>().map(|class| class.dict(vm).clone()) else {
        return Err(vm.type_error("_abc_init() argument must be a class"));
    };
    set_collection(vm, class, &namespace)?;
    let names = Set::new().alloc_frozen(vm);
    for (name, value) in namespace.items() {
        if is_abstract(vm, &value)? {
            names.add(vm, name)?;
        }
    }
    let bases = lookup::get(vm, class, &vm.names.__bases__)?;
    for base in ops::collect(vm, &bases)? {
        let Some(inherited) = lookup::get_optional(vm, &base, &vm.names.__abstractmethods__)?
        else {
            continue;
        };
        for name in ops::collect(vm, &inherited)? {
            let key = crate::types::name_arg(vm, &name, "attribute name must be string, not ")?;
            if let Some(value) = lookup::get_optional(vm, class, &key)?
                && is_abstract(vm, &value)?
            {
                names.add(vm, name)?;
            }
        }
    }
    lookup::set(vm, class, &vm.names.__abstractmethods__, names.value())?;
    let data = alloc(&extension::class(vm, &DATA), Data::new(vm));
    lookup::set(vm, class, &vm.names._abc_impl, data)?;
    Ok(Value::None)
}

/// The bits of `__abc_tpflags__`.
const SEQUENCE: i64 = 1 << 5;
const MAPPING: i64 = 1 << 6;

/// Takes the class's `__abc_tpflags__` for what its instances are in patterns.
fn set_collection(vm: &Vm, class: &Value, namespace: &Dict) -> PyResult<()> {
    let name = vm.intern("__abc_tpflags__");
    let (Some(Value::Int(flags)), Some(class)) = (namespace.get_name(&name), class.get::<Class>())
    else {
        return Ok(());
    };
    let collection = match (flags & SEQUENCE != 0, flags & MAPPING != 0) {
        (true, true) => {
            return Err(vm.type_error(
                "__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING",
            ));
        }
        (true, false) => Collection::Sequence,
        (false, true) => Collection::Mapping,
        (false, false) => class.collection.get(),
    };
    class.collection.set(collection);
    drop(namespace.remove_name(&name));
    class.modified(vm);
    Ok(())
}

/// Has a class that is registered, and its subclasses, be in patterns what the abstract class is.
fn inherit_collection(class: &Ref<Class>, collection: Collection) {
    let mut left = vec![class.clone()];
    while let Some(class) = left.pop() {
        if class.is_heap() && class.collection.get() != collection {
            class.collection.set(collection);
            left.extend(class.subclasses());
        }
    }
}

fn register(vm: &Vm, args: &[Value]) -> PyResult {
    let [class, subclass] = args else {
        return Ok(Value::None);
    };
    let Some(known) = subclass.as_ref::<Class>() else {
        return Err(vm.type_error("Can only register classes"));
    };
    if checks::issubclass(vm, subclass, class)? {
        return Ok(subclass.clone());
    }
    if checks::issubclass(vm, class, subclass)? {
        return Err(vm.runtime_error("Refusing to create an inheritance cycle"));
    }
    let data = required(vm, class)?;
    if let Some(data) = data.native::<Data>() {
        check_hash(vm, known)?;
        let entry = Entry::new(vm, known);
        let mut registry = data.registry.borrow_mut();
        registry.retain(|known| known.class().is_some());
        registry.push(entry);
    }
    let registrations = &vm.state.abc.registrations;
    registrations.set(registrations.get() + 1);
    let collection = class.get::<Class>().map(|class| class.collection.get());
    if let Some(collection @ (Collection::Sequence | Collection::Mapping)) = collection {
        inherit_collection(known, collection);
    }
    Ok(subclass.clone())
}

fn instance_check(vm: &Vm, class: &Value, instance: &Value) -> PyResult<bool> {
    let data = required(vm, class)?;
    let claimed = lookup::get(vm, instance, &vm.names.__class__)?;
    let real = vm.class_of(instance).value();
    if let (Some(data), Some(claimed)) = (data.native::<Data>(), claimed.get::<Class>()) {
        if data.says_yes(claimed) {
            return Ok(true);
        }
        if real
            .get::<Class>()
            .is_some_and(|real| std::ptr::eq(real, claimed))
            && data.says_no(vm, claimed)
        {
            return Ok(false);
        }
    }
    let check = vm.special_name(Special::SubclassCheck);
    let answer = vm.call_method(class, check, std::slice::from_ref(&claimed))?;
    if real.is(&claimed) || ops::truth(vm, &answer)? {
        return ops::truth(vm, &answer);
    }
    let answer = vm.call_method(class, check, &[real])?;
    ops::truth(vm, &answer)
}

fn subclass_check(vm: &Vm, class: &Value, subclass: &Value) -> PyResult<bool> {
    let Some(candidate) = subclass.as_ref::<Class>() else {
        return Err(vm.type_error("issubclass() arg 1 must be a class"));
    };
    let held = required(vm, class)?;
    let Some(data) = held.native::<Data>() else {
        return Ok(false);
    };
    if !data.yes.borrow().is_empty() {
        check_hash(vm, candidate)?;
    }
    if data.says_yes(candidate) {
        return Ok(true);
    }
    let token = vm.state.abc.registrations.get();
    if data.token.get() != token {
        drop(data.no.take());
        data.token.set(token);
    } else if data.says_no(vm, candidate) {
        return Ok(false);
    }
    let answer = match vm.call_method(
        class,
        &vm.names.__subclasshook__,
        std::slice::from_ref(subclass),
    )? {
        Value::True => true,
        Value::False => false,
        // A class that is registered itself is found again as quickly, and is not remembered.
        Value::NotImplemented
            if data.is_registered(candidate)
                && !class
                    .get::<Class>()
                    .is_some_and(|class| candidate.is_subclass(class)) =>
        {
            return Ok(true);
        }
        Value::NotImplemented => inherits(vm, data, class, subclass)?,
        _ => {
            return Err(vm.raise(
                &vm.exceptions.AssertionError,
                "__subclasshook__ must return either False, True, or NotImplemented",
            ));
        }
    };
    data.remember(vm, candidate, answer)?;
    Ok(answer)
}

/// Whether a class is a subclass without the hook's word: by inheritance, by registration, or because
/// it is one of a subclass.
fn inherits(vm: &Vm, data: &Data, class: &Value, subclass: &Value) -> PyResult<bool> {
    if let (Some(class), Some(subclass)) = (class.get::<Class>(), subclass.get::<Class>())
        && subclass.is_subclass(class)
    {
        return Ok(true);
    }
    for known in data.registered() {
        if checks::issubclass(vm, subclass, &known.into())? {
            return Ok(true);
        }
    }
    let method = lookup::get(vm, class, &vm.intern("__subclasses__"))?;
    if !crate::types::is_callable(vm, &method) {
        return Err(vm.type_error(format!(
            "attribute of type '{}' is not callable",
            vm.type_name(&method)
        )));
    }
    let subclasses = vm.call(&method, &[])?;
    if subclasses.get::<crate::types::list::List>().is_none() {
        return Err(vm.type_error("__subclasses__() must return a list"));
    }
    for known in ops::collect(vm, &subclasses)? {
        if checks::issubclass(vm, subclass, &known)? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn dump(vm: &Vm, args: &[Value]) -> PyResult {
    let held = required(vm, &args[0])?;
    let Some(data) = held.native::<Data>() else {
        return Ok(Value::None);
    };
    let references = |classes: Vec<Obj>| -> PyResult {
        let set = Set::new().alloc(vm);
        for class in classes {
            let reference =
                weakref::make(vm, &vm.types.weakref, &class.into(), &Value::None, false)?;
            set.add(vm, reference)?;
        }
        Ok(set.value())
    };
    let registry = references(data.registered())?;
    let all = |known: &RefCell<Known>| known.borrow().values().filter_map(Entry::class).collect();
    let (yes, no) = (references(all(&data.yes))?, references(all(&data.no))?);
    Ok(vm.tuple(vec![registry, yes, no, Value::Int(data.token.get())]))
}

fn reset_registry(vm: &Vm, args: &[Value]) -> PyResult {
    if let Some(data) = required(vm, &args[0])?.native::<Data>() {
        drop(data.registry.take());
    }
    Ok(Value::None)
}

fn reset_caches(vm: &Vm, args: &[Value]) -> PyResult {
    if let Some(data) = required(vm, &args[0])?.native::<Data>() {
        drop(data.yes.take());
        drop(data.no.take());
    }
    Ok(Value::None)
}
