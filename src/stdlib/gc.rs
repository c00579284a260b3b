//! `gc`: the cycle collector's interface. What it does is in `object::collect` and `object::heap`.

use super::NativeModule;
use crate::object::build;
use crate::object::class::Class;
use crate::object::collect;
use crate::object::heap::{self, Kind, Obj, Ref};
use crate::object::lookup;
use crate::object::table::method;
use crate::object::value::{PyResult, Value};
use crate::types::dict::Dict;
use crate::types::list::List;
use crate::types::set::Set;
use crate::types::str::Str;
use crate::types::tuple::Tuple;
use crate::types::{args, class_layout};
use crate::vm::Vm;

/// The native module.
pub const GC: NativeModule = NativeModule {
    name: "gc",
    doc: "This module provides access to the garbage collector for reference cycles.",
    functions: &[
        method("enable()", enable, "Enable automatic garbage collection."),
        method(
            "disable()",
            disable,
            "Disable automatic garbage collection.",
        ),
        method(
            "isenabled()",
            is_enabled,
            "Returns true if automatic garbage collection is enabled.",
        ),
        method("collect(generation=2)", run, "Run the garbage collector."),
        method(
            "get_threshold()",
            get_threshold,
            "Return the current collection thresholds.",
        ),
        method(
            "set_threshold(*args)",
            set_threshold,
            "set_threshold(threshold0, [threshold1, [threshold2]])\nSet the collection thresholds (the collection frequency).",
        ),
        method(
            "get_count()",
            get_count,
            "Return a three-tuple of the current collection counts.",
        ),
        method(
            "get_debug()",
            get_debug,
            "Get the garbage collection debugging flags.",
        ),
        method(
            "set_debug(flags, /)",
            set_debug,
            "Set the garbage collection debugging flags.",
        ),
        method(
            "get_objects(generation=None)",
            get_objects,
            "Return a list of objects tracked by the collector (excluding the list returned).",
        ),
        method(
            "get_stats()",
            get_stats,
            "Return a list of dictionaries containing per-generation statistics.",
        ),
        method(
            "is_tracked(obj, /)",
            is_tracked,
            "Returns true if the object is tracked by the garbage collector.",
        ),
        method(
            "is_finalized(obj, /)",
            is_finalized,
            "Returns true if the object has been already finalized by the GC.",
        ),
        method(
            "get_referrers(*objs)",
            get_referrers,
            "Return the list of objects that directly refer to any of 'objs'.",
        ),
        method(
            "get_referents(*objs)",
            get_referents,
            "Return the list of objects that are directly referred to by 'objs'.",
        ),
        method(
            "freeze()",
            freeze,
            "Freeze all current tracked objects and ignore them for future collections.",
        ),
        method(
            "unfreeze()",
            unfreeze,
            "Unfreeze all objects in the permanent generation.",
        ),
        method(
            "get_freeze_count()",
            get_freeze_count,
            "Return the number of objects in the permanent generation.",
        ),
    ],
    fill,
};

fn fill(vm: &Vm, namespace: &Ref<Dict>) -> PyResult<()> {
    for (name, value) in [
        ("DEBUG_STATS", 1),
        ("DEBUG_COLLECTABLE", 2),
        ("DEBUG_UNCOLLECTABLE", 4),
        ("DEBUG_SAVEALL", 32),
        ("DEBUG_LEAK", 38),
    ] {
        drop(namespace.set_name(&vm.intern(name), Value::Int(value)));
    }
    drop(namespace.set_name(&vm.intern("garbage"), vm.list(Vec::new())));
    let callbacks = vm
        .state
        .collector
        .callbacks
        .get_or_init(|| vm.list(Vec::new()));
    drop(namespace.set_name(&vm.intern("callbacks"), callbacks.clone()));
    Ok(())
}

fn freeze(_vm: &Vm, _args: &[Value]) -> PyResult {
    heap::freeze(true);
    Ok(Value::None)
}

fn unfreeze(_vm: &Vm, _args: &[Value]) -> PyResult {
    heap::freeze(false);
    Ok(Value::None)
}

fn get_freeze_count(_vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(Value::Int(heap::frozen_objects() as i64))
}

fn enable(vm: &Vm, _args: &[Value]) -> PyResult {
    vm.state.collector.enabled.set(true);
    Ok(Value::None)
}

fn disable(vm: &Vm, _args: &[Value]) -> PyResult {
    vm.state.collector.enabled.set(false);
    Ok(Value::None)
}

fn is_enabled(vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(Value::bool(vm.state.collector.enabled.get()))
}

fn run(vm: &Vm, args: &[Value]) -> PyResult {
    let generation = args::c_int(vm, &args[0])?;
    if !(0..=2).contains(&generation) {
        return Err(vm.value_error("invalid generation"));
    }
    Ok(Value::Int(collect::collect(vm, generation > 0) as i64))
}

fn get_threshold(vm: &Vm, _args: &[Value]) -> PyResult {
    let (a, b, c) = vm.state.collector.thresholds.get();
    let number = |n: u32| Value::Int(n.into());
    Ok(vm.tuple(vec![number(a), number(b), number(c)]))
}

fn set_threshold(vm: &Vm, args: &[Value]) -> PyResult {
    let given = args[0].get::<Tuple>().map_or(&[][..], |tuple| &tuple.items);
    if given.is_empty() || given.len() > 3 {
        return Err(vm.type_error("gc.set_threshold requires 1 to 3 arguments"));
    }
    let mut all = vm.state.collector.thresholds.get();
    for (at, value) in given.iter().enumerate() {
        let number = u32::try_from(args::c_int(vm, value)?).unwrap_or(0);
        match at {
            0 => all.0 = number,
            1 => all.1 = number,
            _ => all.2 = number,
        }
    }
    vm.state.collector.thresholds.set(all);
    Ok(Value::None)
}

fn get_count(vm: &Vm, _args: &[Value]) -> PyResult {
    let (young, _) = heap::generation_sizes();
    let runs = vm.state.collector.young_runs.get();
    Ok(vm.tuple(vec![
        Value::Int(young as i64),
        Value::Int(runs.into()),
        Value::Int(0),
    ]))
}

fn get_debug(vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(Value::Int(vm.state.collector.debug.get()))
}

fn set_debug(vm: &Vm, args: &[Value]) -> PyResult {
    let flags = args::c_int(vm, &args[0])?;
    vm.state.collector.debug.set(flags.into());
    Ok(Value::None)
}

fn get_objects(vm: &Vm, args: &[Value]) -> PyResult {
    let old = match args[0].given() {
        None => None,
        Some(value) => match args::size(vm, value)? {
            0 => Some(false),
            1 | 2 => Some(true),
            n if n < 0 => return Err(vm.value_error("generation parameter cannot be negative")),
            _ => {
                return Err(vm.value_error(
                    "generation parameter must be less than the number of available generations (3)",
                ));
            }
        },
    };
    let all = heap::tracked_objects(old)
        .into_iter()
        .map(Value::Obj)
        .collect();
    Ok(vm.list(all))
}

fn get_stats(vm: &Vm, _args: &[Value]) -> PyResult {
    let runs = Value::Int(vm.state.collector.young_runs.get().into());
    let mut all = Vec::new();
    for collections in [runs, Value::Int(0), Value::Int(0)] {
        let entry = vm.dict();
        drop(entry.set_name(&vm.intern("collections"), collections));
        drop(entry.set_name(&vm.intern("collected"), Value::Int(0)));
        drop(entry.set_name(&vm.intern("uncollectable"), Value::Int(0)));
        all.push(entry.value());
    }
    Ok(vm.list(all))
}

fn is_tracked(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::bool(follows(vm, &args[0])))
}

/// Whether CPython's collector follows an object: not a class that is always there, nor a dict of what it doesn't follow.
fn follows(vm: &Vm, value: &Value) -> bool {
    let Some(obj) = value.obj() else {
        return false;
    };
    if let Some(class) = obj.get::<Class>() {
        return class_layout::is_made(class);
    }
    if !build::is_collected(obj.class()) || !(obj.is_tracked() || obj.class().is_heap()) {
        return false;
    }
    match obj.get::<Dict>() {
        Some(dict) if *obj.class() == vm.types.dict => {
            let may = |value: &Value| {
                value
                    .obj()
                    .is_some_and(|obj| build::is_collected(obj.class()))
            };
            dict.items()
                .iter()
                .any(|(key, value)| may(key) || may(value))
        }
        // The one empty tuple is never followed.
        None if *obj.class() == vm.types.tuple => {
            obj.get::<Tuple>().is_none_or(|t| !t.items.is_empty())
        }
        _ => true,
    }
}

fn is_finalized(_vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::bool(args[0].obj().is_some_and(Obj::is_finalised)))
}

fn given(args: &[Value]) -> Vec<Value> {
    args[0]
        .get::<Tuple>()
        .map_or_else(Vec::new, |tuple| tuple.items.to_vec())
}

fn get_referrers(vm: &Vm, args: &[Value]) -> PyResult {
    let wanted = given(args);
    let mut found = Vec::new();
    for obj in heap::tracked_objects(None) {
        let mut refers = false;
        obj.trace(&mut |inner| {
            refers |= wanted.iter().any(|value| value.obj() == Some(inner));
        });
        if refers && args[0].obj() != Some(&obj) {
            found.push(Value::Obj(obj));
        }
    }
    Ok(vm.list(found))
}

fn get_referents(vm: &Vm, args: &[Value]) -> PyResult {
    let mut found = Vec::new();
    for value in given(args) {
        referents(vm, &value, &mut found);
    }
    Ok(vm.list(found))
}

/// What an object refers to, as CPython shows it: the items of containers, numbers included, but
/// neither the classes of built-in objects nor the keys of dicts that are plain names.
fn referents(vm: &Vm, value: &Value, found: &mut Vec<Value>) {
    let Some(obj) = value.obj() else { return };
    if obj.get::<Class>().is_some_and(|class| !class.is_heap()) {
        return;
    }
    if obj.class().is_heap() {
        added_referents(vm, value, obj, found);
    }
    if let Some(list) = obj.get::<List>() {
        found.extend(list.items.to_vec().into_iter().rev());
    } else if let Some(tuple) = obj.get::<Tuple>() {
        found.extend(tuple.items.iter().rev().cloned());
    } else if let Some(dict) = obj.get::<Dict>() {
        if is_embedded(obj, dict) {
            return;
        }
        let items = dict.items();
        let names = items.iter().all(|(key, _)| key.get::<Str>().is_some());
        for (key, value) in items {
            found.extend((!names).then_some(key));
            found.push(value);
        }
    } else if let Some(set) = obj.get::<Set>() {
        found.extend(set.to_vec());
    } else {
        let head = obj.attrs().filter(|_| obj.class().is_heap());
        let dict = head.and_then(heap::AttrHead::dict);
        obj.trace(&mut |inner| {
            let inner = Value::Obj(inner.clone());
            let known = dict
                .as_ref()
                .is_some_and(|dict| inner.obj() == Some(dict.as_obj()));
            if !known && inner.obj() != Some(obj.class().as_obj()) && !is_among(obj, &inner) {
                found.push(inner);
            }
        });
    }
}

/// Whether a dict is that of an instance which holds the values itself, as CPython has it for plain ones.
fn is_embedded(obj: &Obj, dict: &Dict) -> bool {
    /// More attributes are not held so.
    const MOST: usize = 30;
    let names = dict.keys().iter().all(|key| key.get::<Str>().is_some());
    let holds = |owner: &Obj| {
        let head = owner.attrs();
        let plain = owner.kind() == Kind::Instance && owner.class().trailer().slots == 0;
        plain
            && head
                .and_then(heap::AttrHead::dict)
                .is_some_and(|dict| dict.as_obj() == obj)
    };
    names && dict.len() <= MOST && heap::tracked_objects(None).iter().any(holds)
}

/// Whether a value is an attribute or in a slot of an instance.
fn is_among(obj: &Obj, value: &Value) -> bool {
    obj.values().iter().any(|cell| cell.get().is(value))
}

/// What classes written in Python have added: slots, attributes and the class, in CPython's order.
fn added_referents(vm: &Vm, value: &Value, obj: &Obj, found: &mut Vec<Value>) {
    let class = obj.class();
    let slots = usize::from(class.trailer().slots);
    let own = obj.values().iter().take(slots);
    found.extend(own.filter_map(|cell| cell.get().bound()));
    let dict = lookup::known_dict(vm, value);
    let native = build::has_native_dict(class);
    let plain = obj.kind() == Kind::Instance && slots == 0;
    match &dict {
        Some(dict) if plain => found.extend(dict.values()),
        Some(dict) if !native => found.push(dict.value()),
        _ => {}
    }
    found.push(class.value());
    if native {
        found.extend(dict.map(Value::from));
    }
}
