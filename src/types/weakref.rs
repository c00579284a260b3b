//! Weak references: `weakref.ref` objects, the registry of them, and what happens when a referent goes.

use crate::object::heap::{Kind, Obj, Trace, ValueCell, WeakPtr};
use crate::object::table::TypeTable;
use crate::object::value::Value;
use crate::vm::Vm;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;

/// The payload of `weakref.ref` objects.
pub struct WeakRef {
    /// The referent.
    pub target: WeakPtr,
    /// The callback, `Unbound` for none.
    pub callback: ValueCell,
    /// The referent's hash once it has been asked for.
    pub hash: Cell<Option<i64>>,
}

impl Trace for WeakRef {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        self.callback.trace(visit);
    }
    fn clear(&self) {
        drop(self.callback.take());
    }
}

/// The weak reference objects of each referent, by its address, oldest first.
#[derive(Default)]
pub struct Registry(pub RefCell<HashMap<usize, Vec<WeakPtr>>>);

/// The oldest weak reference to the object, or `None`: its `__weakref__`.
pub fn first_reference(vm: &Vm, value: &Value) -> Value {
    let Value::Obj(obj) = value else {
        return Value::None;
    };
    let registry = vm.state.weakrefs.0.borrow();
    let first = registry
        .get(&obj.address())
        .and_then(|refs| refs.iter().find_map(|weak| weak.upgrade()));
    first.map_or(Value::None, Value::from)
}

/// The referent goes: its weak references are dead already; now their callbacks run, latest first.
pub fn object_gone(vm: &Vm, obj: &Obj) {
    let refs = vm.state.weakrefs.0.borrow_mut().remove(&obj.address());
    for weak in refs.into_iter().flatten().rev() {
        let Some(reference) = weak.upgrade() else {
            continue;
        };
        let Some(callback) = reference
            .get::<WeakRef>()
            .and_then(|r| r.callback.take().bound())
        else {
            continue;
        };
        if vm.call(&callback, &[reference.into()]).is_err() {
            super::unraisable(vm, "Exception ignored in: ", &callback);
        }
    }
}

/// Garbage goes: weak references to it die first; callbacks of those that are no garbage run.
pub fn clear_for_garbage(_vm: &Vm, _garbage: &[Obj]) {}

/// The type's table.
pub const WEAKREF: TypeTable = TypeTable {
    name: "ReferenceType",
    module: "weakref",
    kind: Kind::WeakRef,
    subclassable: true,
    ..TypeTable::DEFAULT
};
