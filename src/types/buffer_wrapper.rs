//! `_buffer_wrapper`: what stands between the memoryviews of an object written in Python and the one that its
//! `__buffer__` gave. When the last of them has ended, the object's `__release_buffer__` is called.

use crate::object::heap::{Kind, Obj, ValueCell};
use crate::object::special::Special;
use crate::object::table::TypeTable;
use crate::object::value::{PyResult, Value};
use crate::stdlib::extension;
use crate::types::native::{MethodDescriptor, NativePayload};
use crate::types::{buffer, slots};
use crate::vm::Vm;
use std::cell::Cell;

/// The payload.
pub struct BufferWrapper {
    /// The object; `Unbound` once it has been told.
    owner: ValueCell,
    /// What its `__buffer__` gave.
    memory: ValueCell,
    /// How many memoryviews there are.
    views: Cell<usize>,
    /// The object's bytes are a built-in base's own, which is what memoryviews say they show.
    own: bool,
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
        if self.release(vm).is_err() {
            crate::types::unraisable(vm, "Exception ignored in: ", &Value::None);
        }
    }
}

static TABLE: TypeTable = TypeTable {
    name: "_buffer_wrapper",
    kind: Kind::Native,
    finalise: true,
    methods: &[slots::release_buffer(|vm, args| {
        let this: &BufferWrapper = extension::this(vm, args)?;
        this.release(vm)?;
        Ok(Value::None)
    })],
    ..TypeTable::DEFAULT
};

/// For memoryviews of what an object's `__buffer__` gave.
pub fn new(vm: &Vm, owner: &Value, memory: Value) -> Value {
    make(vm, owner, memory, false)
}

/// For memoryviews of an object whose bytes are a built-in base's, if its class has a `__release_buffer__` of its
/// own.
pub fn of_base(vm: &Vm, owner: &Value, memory: impl FnOnce() -> Value) -> Option<Value> {
    let class = vm.class_of(owner);
    let method = class
        .is_heap()
        .then(|| class.special(vm, Special::ReleaseBuffer))??;
    match method.get::<MethodDescriptor>() {
        Some(_) => None,
        None => Some(make(vm, owner, memory(), true)),
    }
}

fn make(vm: &Vm, owner: &Value, memory: Value, own: bool) -> Value {
    let payload = BufferWrapper {
        owner: ValueCell::new(owner.clone()),
        memory: ValueCell::new(memory),
        views: Cell::new(0),
        own,
    };
    extension::alloc(&extension::class(vm, &TABLE), payload)
}

impl BufferWrapper {
    /// What a memoryview's `obj` is; nothing where that is its base.
    pub fn shown(&self, this: &Value) -> Option<Value> {
        (!self.own).then(|| this.clone())
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
    ///
    /// # Errors
    /// Those of releasing the memoryview that it gave.
    pub fn release(&self, vm: &Vm) -> PyResult<()> {
        let (owner, memory) = (self.owner.take(), self.memory.take());
        match owner.is_unbound() {
            true => Ok(()),
            false => buffer::release(vm, &owner, &memory),
        }
    }
}
