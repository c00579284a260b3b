//! `_buffer_wrapper`: what stands between memoryviews and the object that they have their bytes from, where that
//! has to learn that the last of them has ended: the `__release_buffer__` of an object written in Python is called,
//! a memoryview counts one export less.

use crate::exec::uncaught::unraisable;
use crate::object::descriptor::call_special;
use crate::object::heap::{Kind, Obj, ValueCell};
use crate::object::special::Special;
use crate::object::table::TypeTable;
use crate::object::value::Value;
use crate::stdlib::extension;
use crate::types::memoryview::{self, MemoryView};
use crate::types::native::{MethodDescriptor, NativePayload};
use crate::types::slots;
use crate::vm::Vm;
use std::cell::Cell;

/// Whose bytes the memoryviews have.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Source {
    /// An object's whose `__buffer__` gave a memoryview.
    Given,
    /// A built-in base's, in an object whose class has a `__release_buffer__` of its own.
    Base,
    /// Another memoryview's, asked for its buffer.
    Memory,
}

/// The payload.
pub struct BufferWrapper {
    /// The object; `Unbound` once it has been told.
    owner: ValueCell,
    /// What `__release_buffer__` is to be called with.
    memory: ValueCell,
    /// How many memoryviews there are.
    views: Cell<usize>,
    source: Source,
}

impl NativePayload for BufferWrapper {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        self.memory.trace(visit);
        self.owner.trace(visit);
    }
    fn clear(&self) {
        drop((self.owner.take(), self.memory.take()));
    }
    fn finalise(&self, vm: &Vm) {
        self.release(vm);
    }
}

static TABLE: TypeTable = TypeTable {
    name: "_buffer_wrapper",
    kind: Kind::Native,
    finalise: true,
    methods: &[slots::release_buffer(memoryview::release_buffer)],
    ..TypeTable::DEFAULT
};

/// For memoryviews of what an object's `__buffer__` gave, which counts an export until the last of them ends.
pub fn of_given(vm: &Vm, owner: &Value, memory: Value) -> Value {
    if let Some(view) = memory.get::<MemoryView>() {
        view.add_export();
    }
    make(vm, owner, memory, Source::Given)
}

/// For a memoryview of a memoryview, which counts an export until the former and all made from it end.
pub fn of_memory(vm: &Vm, owner: &Value) -> Value {
    if let Some(view) = owner.get::<MemoryView>() {
        view.add_export();
    }
    make(vm, owner, Value::Unbound, Source::Memory)
}

/// For memoryviews of an object whose bytes are a built-in base's, if its class has a `__release_buffer__` of its
/// own; `memory` makes what that is called with.
pub fn of_base(vm: &Vm, owner: &Value, memory: impl FnOnce() -> Value) -> Option<Value> {
    release_method(vm, owner).map(|_method| make(vm, owner, memory(), Source::Base))
}

/// The `__release_buffer__` of a class written in Python. That of a built-in exporter is for views of its own.
fn release_method(vm: &Vm, owner: &Value) -> Option<Value> {
    let class = vm.class_of(owner);
    let method = class
        .is_heap()
        .then(|| class.special(vm, Special::ReleaseBuffer))??;
    method.get::<MethodDescriptor>().is_none().then_some(method)
}

fn make(vm: &Vm, owner: &Value, memory: Value, source: Source) -> Value {
    let payload = BufferWrapper {
        owner: ValueCell::new(owner.clone()),
        memory: ValueCell::new(memory),
        views: Cell::new(0),
        source,
    };
    extension::alloc(&extension::class(vm, &TABLE), payload)
}

impl BufferWrapper {
    /// What a memoryview's `obj` is; nothing where that is its base.
    pub fn shown(&self, this: &Value) -> Option<Value> {
        match self.source {
            Source::Given => Some(this.clone()),
            Source::Base => None,
            Source::Memory => self.owner.get().bound(),
        }
    }

    /// Counts a memoryview.
    pub fn add(&self) {
        self.views.set(self.views.get() + 1);
    }

    /// Counts the end of one; whether it was the last.
    pub fn remove(&self) -> bool {
        self.views.set(self.views.get().saturating_sub(1));
        self.views.get() == 0
    }

    /// Tells the object, once.
    pub fn release(&self, vm: &Vm) {
        let (owner, memory) = (self.owner.take(), self.memory.take());
        if owner.is_unbound() {
            return;
        }
        let counting = match self.source {
            Source::Given => &memory,
            Source::Base => return call_release_base(vm, &owner, &memory),
            Source::Memory => &owner,
        };
        let Some(view) = counting.get::<MemoryView>() else {
            return;
        };
        view.remove_export();
        // A view of the object itself tells it when that view ends.
        if self.source == Source::Given && !view.owner().is(&owner) {
            call_release(vm, &owner, &memory);
        }
    }
}

/// `owner.__release_buffer__(memory)`, and the end of that memoryview, which nobody may keep.
fn call_release_base(vm: &Vm, owner: &Value, memory: &Value) {
    call_release(vm, owner, memory);
    if let Some(view) = memory.get::<MemoryView>() {
        view.end(vm);
    }
}

/// `owner.__release_buffer__(memory)`; what that raises goes to `sys.unraisablehook`.
fn call_release(vm: &Vm, owner: &Value, memory: &Value) {
    let Some(method) = release_method(vm, owner) else {
        return;
    };
    if call_special(vm, method, owner, std::slice::from_ref(memory)).is_err() {
        let name = vm.type_name(owner);
        let text = format!("Exception ignored in __release_buffer__ of {name}");
        unraisable(vm, Some(&text), &Value::None);
    }
}
