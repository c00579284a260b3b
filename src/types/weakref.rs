//! Weak references: `weakref.ref` objects, the registry of them, and what happens when a referent goes.
//! Proxies (which have the same payload) and the module's functions are in `stdlib::weakref_native`.

use crate::object::class::Class;
use crate::object::descriptor::{self, Binding};
use crate::object::heap::{self, Kind, Obj, Ref, Trace, ValueCell, WeakPtr};
use crate::object::lookup;
use crate::object::ops::{self, Compare};
use crate::object::shape::AddressHasher;
use crate::object::table::{self, TypeTable, member};
use crate::object::value::{PyResult, Value};
use crate::types::str::Str;
use crate::types::tuple::Tuple;
use crate::types::{sequence, slots};
use crate::vm::Vm;
use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet};
use std::hash::BuildHasherDefault;

/// The payload of `weakref.ref` objects and of proxies.
pub struct WeakRef {
    target: WeakPtr,
    /// The collector has found the referent to be garbage: it is not given out again.
    cut: Cell<bool>,
    /// The callback, `Unbound` for none.
    callback: ValueCell,
    /// The referent's hash once it has been asked for.
    hash: Cell<Option<i64>>,
    proxy: bool,
}

impl Trace for WeakRef {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        self.callback.trace(visit);
    }
    fn clear(&self) {
        drop(self.callback.take());
    }
}

impl WeakRef {
    /// The referent, while it is alive.
    pub fn target(&self) -> Option<Value> {
        if self.cut.get() {
            return None;
        }
        self.target.upgrade().map(Value::from)
    }
    /// Whether the object is a proxy.
    pub fn is_proxy(&self) -> bool {
        self.proxy
    }
}

/// The weak references to one object.
#[derive(Default)]
struct References {
    /// The plain `ref` to a class that has a base: the base knows the class by it, so that it lives, with the hash
    /// that it has been asked for, as long as the class does.
    known: Option<Obj>,
    /// The plain `ref` without a callback, which is made once.
    plain: Option<WeakPtr>,
    /// The proxy without a callback, which is made once.
    proxy: Option<WeakPtr>,
    /// All others, oldest first.
    others: Vec<WeakPtr>,
    /// How many of the others are known to be gone.
    gone: usize,
}

impl References {
    /// Those that are alive, in CPython's order: the shared ones, then the latest first.
    fn alive(&self) -> impl Iterator<Item = Obj> {
        let shared = self.plain.iter().chain(&self.proxy);
        shared
            .chain(self.others.iter().rev())
            .filter_map(WeakPtr::upgrade)
    }
}

/// The weak reference objects of each referent, by its address.
#[derive(Default)]
pub struct Registry(RefCell<HashMap<usize, References, BuildHasherDefault<AddressHasher>>>);

/// Whether this is a class that a base knows by a weak reference, whether or not the program asked for one.
fn is_known(obj: &Obj) -> bool {
    obj.get::<Class>()
        .is_some_and(|class| class.base().is_some())
}

/// All weak references to an object, in CPython's order.
pub fn references(vm: &Vm, value: &Value) -> Vec<Value> {
    let Value::Obj(obj) = value else {
        return Vec::new();
    };
    if is_known(obj) {
        refer(vm, &vm.types.weakref, obj, None, false);
    }
    let registry = vm.state.weakrefs.0.borrow();
    let references = registry.get(&obj.address());
    references.map_or_else(Vec::new, |r| r.alive().map(Value::from).collect())
}

/// How many weak references to an object there are.
pub fn count(vm: &Vm, value: &Value) -> usize {
    let Value::Obj(obj) = value else { return 0 };
    let registry = vm.state.weakrefs.0.borrow();
    let references = registry.get(&obj.address());
    let alive = references.map_or(0, |references| references.alive().count());
    let is_made = references.is_some_and(|references| references.known.is_some());
    alive + usize::from(is_known(obj) && !is_made)
}

/// The first weak reference to the object, or `None`: its `__weakref__`.
pub fn first_reference(vm: &Vm, value: &Value) -> Value {
    let Value::Obj(obj) = value else {
        return Value::None;
    };
    let registry = vm.state.weakrefs.0.borrow();
    let first = registry.get(&obj.address()).and_then(|r| r.alive().next());
    first.map_or(Value::None, Value::from)
}

/// A weak reference to `target` of that class; without a callback, the one there is already if it is
/// of the plain class.
///
/// # Errors
/// TypeError when the object's type has no weak references.
pub fn make(
    vm: &Vm,
    class: &Ref<Class>,
    target: &Value,
    callback: &Value,
    proxy: bool,
) -> PyResult {
    let Some(obj) = target.obj().filter(|obj| obj.class().weakrefable.get()) else {
        return Err(vm.type_error(format!(
            "cannot create weak reference to '{}' object",
            vm.type_name(target)
        )));
    };
    Ok(refer(vm, class, obj, callback.given().cloned(), proxy))
}

/// A weak reference to an object that can have some.
fn refer(vm: &Vm, class: &Ref<Class>, obj: &Obj, callback: Option<Value>, proxy: bool) -> Value {
    let shared = callback.is_none() && !class.is_heap();
    if shared {
        let registry = vm.state.weakrefs.0.borrow();
        let known = registry.get(&obj.address()).and_then(|references| {
            let known = if proxy {
                &references.proxy
            } else {
                &references.plain
            };
            known.as_ref().and_then(WeakPtr::upgrade)
        });
        if let Some(known) = known {
            return known.into();
        }
    }
    let payload = WeakRef {
        target: WeakPtr::new(obj),
        cut: Cell::new(false),
        callback: ValueCell::new(callback.unwrap_or(Value::Unbound)),
        hash: Cell::new(None),
        proxy,
    };
    let reference = heap::alloc(class, payload);
    let weak = WeakPtr::new(reference.as_obj());
    let mut registry = vm.state.weakrefs.0.borrow_mut();
    let references = registry.entry(obj.address()).or_default();
    match (shared, proxy) {
        (true, false) => {
            references.plain = Some(weak);
            references.known = is_known(obj).then(|| reference.as_obj().clone());
        }
        (true, true) => references.proxy = Some(weak),
        (false, _) => references.others.push(weak),
    }
    reference.into()
}

/// An object goes. Its weak references are dead already; now their callbacks run, latest first.
pub fn object_gone(vm: &Vm, obj: &Obj) {
    if let Some(reference) = obj.get::<WeakRef>() {
        forget(vm, reference);
    }
    let gone = vm.state.weakrefs.0.borrow_mut().remove(&obj.address());
    let Some(gone) = gone else { return };
    let calls: Vec<(Obj, Value)> = gone.alive().filter_map(taken_callback).collect();
    run_callbacks(vm, calls);
}

fn taken_callback(reference: Obj) -> Option<(Obj, Value)> {
    let callback = reference.get::<WeakRef>()?.callback.take().bound()?;
    Some((reference, callback))
}

fn run_callbacks(vm: &Vm, calls: Vec<(Obj, Value)>) {
    for (reference, callback) in calls {
        if vm.call(&callback, &[reference.into()]).is_err() {
            super::unraisable(vm, "Exception ignored in: ", &callback);
        }
    }
}

/// A weak reference itself goes: it is struck off its referent's list, at times.
fn forget(vm: &Vm, reference: &WeakRef) {
    let Some(Value::Obj(target)) = reference.target() else {
        return;
    };
    let mut registry = vm.state.weakrefs.0.borrow_mut();
    let Some(references) = registry.get_mut(&target.address()) else {
        return;
    };
    references.gone += 1;
    if references.gone * 2 < references.others.len() {
        return;
    }
    references.gone = 0;
    references.others.retain(|weak| weak.upgrade().is_some());
    if references.alive().next().is_none() {
        registry.remove(&target.address());
    }
}

/// Garbage goes: weak references to it die first; callbacks of those that are no garbage run.
pub fn clear_for_garbage(vm: &Vm, garbage: &[Obj]) {
    if !garbage.iter().any(Obj::has_weakrefs) {
        return;
    }
    let mut references = Vec::new();
    for obj in garbage.iter().filter(|obj| obj.has_weakrefs()) {
        let gone = vm.state.weakrefs.0.borrow_mut().remove(&obj.address());
        references.extend(gone.iter().flat_map(References::alive));
    }
    for payload in references
        .iter()
        .filter_map(|reference| reference.get::<WeakRef>())
    {
        payload.cut.set(true);
    }
    // There is far more garbage than there are references.
    let addresses: HashSet<usize> = references.iter().map(Obj::address).collect();
    let addresses = |obj: &Obj| Some(obj.address()).filter(|at| addresses.contains(at));
    let lost: HashSet<usize> = garbage.iter().filter_map(addresses).collect();
    references.retain(|reference| !lost.contains(&reference.address()));
    run_callbacks(
        vm,
        references.into_iter().filter_map(taken_callback).collect(),
    );
}

// ---------------------------------------------------------------------------------------------
// weakref.ref

/// The type's table.
pub const WEAKREF: TypeTable = TypeTable {
    name: "ReferenceType",
    module: "weakref",
    kind: Kind::WeakRef,
    subclassable: true,
    construct: Some(construct),
    methods: &[
        table::new("__new__(type, *args, **kwargs)", new),
        slots::init(init),
        slots::repr(repr),
        slots::hash(hash),
        slots::call(call).quickly(quick_call),
        slots::lt(lt),
        slots::le(le),
        slots::eq(eq),
        slots::ne(ne),
        slots::gt(gt),
        slots::ge(ge),
        table::class_getitem(super::class_getitem),
    ],
    properties: &[member("__callback__", callback, "")],
    ..TypeTable::DEFAULT
};

fn reference<'a>(vm: &Vm, args: &'a [Value]) -> PyResult<&'a WeakRef> {
    vm.this::<WeakRef>(args)
}

fn construct(vm: &Vm, args: &[Value]) -> PyResult {
    alloc(vm, &vm.types.weakref, args)
}

fn new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = super::class_arg(vm, &args[0], "ReferenceType")?;
    let given = args[1].get::<Tuple>().map_or(&[][..], |tuple| &tuple.items);
    alloc(vm, &class, given)
}

fn alloc(vm: &Vm, class: &Ref<Class>, args: &[Value]) -> PyResult {
    let given = sequence::check_count(vm, "__new__", args, (1, 2))?;
    let none = Value::None;
    make(vm, class, &given[0], given.get(1).unwrap_or(&none), false)
}

fn init(vm: &Vm, args: &[Value]) -> PyResult {
    sequence::positional(vm, "ref", &args[1], &args[2], (0, usize::MAX))?;
    sequence::positional(vm, "__init__", &args[1], &Value::None, (1, 2))?;
    Ok(Value::None)
}

fn call(vm: &Vm, args: &[Value]) -> PyResult {
    let this = reference(vm, args)?;
    sequence::positional(vm, "weakref", &args[1], &args[2], (0, 0))?;
    Ok(this.target().unwrap_or(Value::None))
}

fn quick_call(vm: &Vm, args: &[Value]) -> PyResult {
    let this = reference(vm, args)?;
    sequence::check_count(vm, "weakref", &args[1..], (0, 0))?;
    Ok(this.target().unwrap_or(Value::None))
}

fn callback(vm: &Vm, this: &Value) -> PyResult {
    let this = reference(vm, std::slice::from_ref(this))?;
    Ok(this.callback.get().bound().unwrap_or(Value::None))
}

fn hash(vm: &Vm, args: &[Value]) -> PyResult {
    let this = reference(vm, args)?;
    if let Some(hash) = this.hash.get() {
        return Ok(Value::Int(hash));
    }
    let Some(target) = this.target() else {
        return Err(vm.type_error("weak object has gone away"));
    };
    let hash = ops::hash(vm, &target)?;
    this.hash.set(Some(hash));
    Ok(Value::Int(hash))
}

fn compare(vm: &Vm, op: Compare, args: &[Value]) -> PyResult {
    let this = reference(vm, args)?;
    let other = args[1].get::<WeakRef>().filter(|other| !other.proxy);
    let (Compare::Eq | Compare::Ne, Some(other)) = (op, other) else {
        return Ok(Value::NotImplemented);
    };
    match (this.target(), other.target()) {
        (Some(a), Some(b)) => ops::compare(vm, op, &a, &b),
        _ => Ok(Value::bool(args[0].is(&args[1]) == (op == Compare::Eq))),
    }
}

comparison_methods!(compare);

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let this = reference(vm, args)?;
    let at = args[0].id();
    let Some(target) = this.target() else {
        return Ok(vm.str(&format!("<weakref at {at:#x}; dead>")));
    };
    // The name is looked up as a special method would be, without hooks of the referent.
    let class = vm.class_of(&target).clone();
    let name = match lookup::class_find(vm, &class, &vm.names.__name__) {
        Some(found) => {
            let binding = Binding::Instance(&target, &class);
            let name = descriptor::get(vm, &found, binding).map(Some);
            name.or_else(|raised| {
                vm.swallow(&vm.exceptions.AttributeError, raised)
                    .map(|()| None)
            })?
        }
        None => None,
    };
    let name = match name.as_ref().and_then(|name| name.get::<Str>()) {
        Some(name) => format!(" ({name})"),
        None => String::new(),
    };
    Ok(vm.str(&format!(
        "<weakref at {at:#x}; to '{}' at {:#x}{name}>",
        super::type_::qualified_name(vm, &class)?,
        target.id()
    )))
}
