//! The ends of objects: finalisers, weak reference callbacks, and when and how the cycle collector runs.
//!
//! Finding the garbage is in `heap`; the `gc` module's functions are in `stdlib`.

use super::class::Class;
use super::descriptor::Callee;
use super::heap::{self, Garbage, Hooks, Obj, Ref};
use super::special::Special;
use super::value::{PyResult, Value};
use crate::types::list::List;
use crate::vm::{self, Vm};
use std::cell::{Cell, OnceCell};

/// What the heap calls at an object's end.
pub const HOOKS: Hooks = Hooks {
    finalise,
    clear_weakrefs,
};

/// The collector's settings and statistics.
pub struct Collector {
    /// `gc.isenabled()`
    pub enabled: Cell<bool>,
    /// `gc.get_threshold()`
    pub thresholds: Cell<(u32, u32, u32)>,
    /// Young collections since the last full one.
    pub young_runs: Cell<u32>,
    /// Objects in the old generation after the last full collection.
    pub old_size: Cell<usize>,
    /// `gc.get_debug()`
    pub debug: Cell<i64>,
    /// `gc.callbacks`, once there is a `gc` module.
    pub callbacks: OnceCell<Value>,
}

impl Default for Collector {
    fn default() -> Collector {
        Collector {
            enabled: Cell::new(true),
            thresholds: Cell::new((2000, 10, 10)),
            young_runs: Cell::new(0),
            old_size: Cell::new(0),
            debug: Cell::new(0),
            callbacks: OnceCell::new(),
        }
    }
}

fn finalise(obj: &Obj) {
    let Some(vm) = vm::current() else { return };
    undisturbed(&vm, || {
        obj.set_finalised(true);
        run_finaliser(&vm, obj);
    });
}

/// Runs a finaliser: what is pending or being handled stays as it is, whatever it does.
pub fn undisturbed(vm: &Vm, finalise: impl FnOnce()) {
    let pending = vm.pending();
    finalise();
    let _ = vm.set_pending(pending);
}

fn run_finaliser(vm: &Vm, obj: &Obj) {
    let value = Value::Obj(obj.clone());
    if let Some(generator) = obj.as_ref::<crate::exec::generator::Generator>() {
        crate::exec::generator::finalise(vm, generator);
        return;
    }
    if let Some(native) = obj.get::<crate::types::native::Native>() {
        native.0.finalise(vm);
    }
    if let Some(method) = obj.class().special(vm, Special::Del) {
        // What can't be bound is passed over.
        let Ok(callee) = Callee::of(vm, method, &value) else {
            drop(vm.take_pending());
            return;
        };
        if callee.call(vm, &value, &[]).is_err() {
            crate::types::unraisable(vm, "Exception ignored in: ", callee.value());
        }
    } else {
        obj.set_finalised(false);
    }
}

fn clear_weakrefs(obj: &Obj) {
    let Some(vm) = vm::current() else { return };
    let pending = vm.pending();
    if looks_after_weakrefs_late(obj.class()) {
        obj.clear_attributes();
    }
    crate::types::weakref::object_gone(&vm, obj);
    let _ = vm.set_pending(pending);
}

/// Whether weak references are a built-in base's affair, and attributes are not, or end first there: then these
/// are gone when that base clears the weak references. (Other classes clear them first.)
fn looks_after_weakrefs_late(class: &Ref<Class>) -> bool {
    if !class.is_heap() {
        return false;
    }
    let built_in = Class::built_in_base(class);
    let dict_first = built_in.table.is_some_and(|table| table.dict_ends_first);
    built_in.weakrefable.get() && (dict_first || !built_in.trailer().attrs)
}

/// Runs the collector when enough has been allocated since the last time.
///
/// # Errors
/// MemoryError when there is no room for what survives.
pub fn maybe_collect(vm: &Vm) -> PyResult<()> {
    let settings = &vm.state.collector;
    let (young, old) = heap::generation_sizes();
    let (threshold, runs, _) = settings.thresholds.get();
    if !settings.enabled.get() || threshold == 0 || young < threshold as usize {
        return Ok(());
    }
    if !heap::can_promote() {
        return Err(vm.memory_error(""));
    }
    let count = settings.young_runs.get() + 1;
    settings.young_runs.set(count);
    // A full collection pays when the old generation has grown by a quarter.
    let full = count > runs && old > settings.old_size.get() + settings.old_size.get() / 4;
    collect(vm, full);
    Ok(())
}

/// One collection; the number of unreachable objects found.
pub fn collect(vm: &Vm, full: bool) -> usize {
    announce(vm, "start", full, 0);
    let found = collect_silently(vm, full);
    announce(vm, "stop", full, found);
    found
}

/// Calls what a program has put in `gc.callbacks`.
fn announce(vm: &Vm, phase: &str, full: bool, collected: usize) {
    let Some(callbacks) = vm.state.collector.callbacks.get() else {
        return;
    };
    let Some(callbacks) = callbacks.get::<List>().map(|list| list.items.to_vec()) else {
        return;
    };
    if callbacks.is_empty() {
        return;
    }
    let pending = vm.pending();
    let info = vm.dict();
    for (name, number) in [
        ("generation", if full { 2 } else { 0 }),
        ("collected", collected as i64),
        ("uncollectable", 0),
    ] {
        drop(info.set_name(&vm.intern(name), Value::Int(number)));
    }
    for callback in callbacks {
        if vm.call(&callback, &[vm.str(phase), info.value()]).is_err() {
            crate::types::unraisable(vm, "Exception ignored in: ", &callback);
        }
    }
    let _ = vm.set_pending(pending);
}

fn collect_silently(vm: &Vm, full: bool) -> usize {
    let Some(garbage) = heap::find_garbage(full) else {
        return 0;
    };
    let pending = vm.pending();
    let found = garbage.objects().len();
    let mut finalised = false;
    crate::types::weakref::clear_for_garbage(vm, garbage.objects());
    for obj in garbage.objects() {
        if Garbage::wants_finaliser(obj) {
            obj.set_finalised(true);
            run_finaliser(vm, obj);
            finalised |= obj.is_finalised();
        }
    }
    let garbage = if finalised {
        garbage.recheck()
    } else {
        garbage
    };
    garbage.clear();
    if full {
        vm.state.collector.young_runs.set(0);
        vm.state.collector.old_size.set(heap::generation_sizes().1);
    }
    let _ = vm.set_pending(pending);
    found
}
