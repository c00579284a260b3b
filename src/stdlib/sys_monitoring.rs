//! `sys.monitoring`: tools can register, but the evaluator raises no events, so asking for some is refused.

use super::NativeModule;
use crate::object::heap::Ref;
use crate::object::lookup;
use crate::object::table::{Row, method};
use crate::object::value::{PyResult, Value};
use crate::types::args;
use crate::types::code::CodeObject;
use crate::types::dict::Dict;
use crate::types::str::text_of;
use crate::vm::Vm;
use std::cell::RefCell;
use std::collections::HashMap;

const TOOLS: usize = 6;

/// The events, each the bit of its place.
const EVENTS: &[&str] = &[
    "PY_START",
    "PY_RESUME",
    "PY_RETURN",
    "PY_YIELD",
    "CALL",
    "LINE",
    "INSTRUCTION",
    "JUMP",
    "BRANCH",
    "STOP_ITERATION",
    "RAISE",
    "EXCEPTION_HANDLED",
    "PY_UNWIND",
    "PY_THROW",
    "RERAISE",
    "C_RETURN",
    "C_RAISE",
];

const IDS: &[(&str, i64)] = &[
    ("DEBUGGER_ID", 0),
    ("COVERAGE_ID", 1),
    ("PROFILER_ID", 2),
    ("OPTIMIZER_ID", 5),
];

/// The tools in use, and what they gave to be called.
#[derive(Default)]
pub struct Tools {
    names: RefCell<[Option<Value>; TOOLS]>,
    callbacks: RefCell<HashMap<(usize, i64), Value>>,
}

impl Tools {
    /// Forgets all callbacks: at exit, so that what they hold is released.
    pub fn clear(&self) {
        drop(self.callbacks.take());
    }
}

/// The module that `sys` holds.
pub const MONITORING: NativeModule = NativeModule {
    name: "sys.monitoring",
    doc: "",
    functions: FUNCTIONS,
    fill,
};

const FUNCTIONS: &[Row] = &[
    method("use_tool_id(tool_id, name, /)", use_tool_id, ""),
    method("free_tool_id(tool_id, /)", free_tool_id, ""),
    method("get_tool(tool_id, /)", get_tool, ""),
    method(
        "register_callback(tool_id, event, func, /)",
        register_callback,
        "",
    ),
    method("get_events(tool_id, /)", get_events, ""),
    method("set_events(tool_id, event_set, /)", set_events, ""),
    method("get_local_events(tool_id, code, /)", get_local_events, ""),
    method(
        "set_local_events(tool_id, code, event_set, /)",
        set_local_events,
        "",
    ),
    method("restart_events()", |_, _| Ok(Value::None), ""),
    method("_all_events()", |vm, _| Ok(vm.dict().into()), ""),
];

fn fill(vm: &Vm, namespace: &Ref<Dict>) -> PyResult<()> {
    let add = |name: &str, value: Value| drop(namespace.set_name(&vm.intern(name), value));
    for &(name, id) in IDS {
        add(name, Value::Int(id));
    }
    for marker in ["DISABLE", "MISSING"] {
        add(marker, vm.call(&vm.types.object.value(), &[])?);
    }
    let events = vm.call(&vm.types.simple_namespace.value(), &[])?;
    for (bit, event) in EVENTS.iter().enumerate() {
        lookup::set(vm, &events, &vm.intern(event), Value::Int(1 << bit))?;
    }
    lookup::set(vm, &events, &vm.intern("NO_EVENTS"), Value::Int(0))?;
    add("events", events);
    Ok(())
}

fn tools(vm: &Vm) -> &Tools {
    &vm.state.sys.monitoring
}

/// The tool that a function is about.
fn tool(vm: &Vm, value: &Value) -> PyResult<usize> {
    let id = args::c_int(vm, value)?;
    match usize::try_from(id) {
        Ok(id) if id < TOOLS => Ok(id),
        _ => Err(vm.value_error(format!("invalid tool {id} (must be between 0 and 5)"))),
    }
}

fn tool_in_use(vm: &Vm, value: &Value) -> PyResult<usize> {
    let id = tool(vm, value)?;
    match tools(vm).names.borrow()[id].is_none() {
        true => Err(vm.value_error(format!("tool {id} is not in use"))),
        false => Ok(id),
    }
}

fn use_tool_id(vm: &Vm, args: &[Value]) -> PyResult {
    let id = tool(vm, &args[0])?;
    if text_of(&args[1]).is_none() {
        return Err(vm.value_error("tool name must be a str"));
    }
    let name = &mut tools(vm).names.borrow_mut()[id];
    if name.is_some() {
        return Err(vm.value_error(format!("tool {id} is already in use")));
    }
    *name = Some(args[1].clone());
    Ok(Value::None)
}

fn free_tool_id(vm: &Vm, args: &[Value]) -> PyResult {
    let id = tool(vm, &args[0])?;
    let tools = tools(vm);
    let mut dropped = Vec::new();
    tools.callbacks.borrow_mut().retain(|key, callback| {
        let stays = key.0 != id;
        if !stays {
            dropped.push(std::mem::replace(callback, Value::None));
        }
        stays
    });
    let name = tools.names.borrow_mut()[id].take();
    drop(name);
    Ok(Value::None)
}

fn get_tool(vm: &Vm, args: &[Value]) -> PyResult {
    let id = tool(vm, &args[0])?;
    Ok(tools(vm).names.borrow()[id].clone().unwrap_or(Value::None))
}

fn register_callback(vm: &Vm, args: &[Value]) -> PyResult {
    let id = tool(vm, &args[0])?;
    let event = i64::from(args::c_int(vm, &args[1])?);
    if event <= 0 || event.count_ones() != 1 {
        let text = "The callback can only be set for one event at a time";
        return Err(vm.value_error(text));
    }
    if event >= 1 << EVENTS.len() {
        return Err(vm.value_error(format!("invalid event {event}")));
    }
    let mut callbacks = tools(vm).callbacks.borrow_mut();
    let old = match args[2].is_none() {
        true => callbacks.remove(&(id, event)),
        false => callbacks.insert((id, event), args[2].clone()),
    };
    Ok(old.unwrap_or(Value::None))
}

fn get_events(vm: &Vm, args: &[Value]) -> PyResult {
    tool(vm, &args[0]).map(|_| Value::Int(0))
}

/// No event can be asked for: that would promise calls that never come.
fn no_events(vm: &Vm, function: &str, set: &Value) -> PyResult {
    let set = i64::from(args::c_int(vm, set)?);
    match set {
        0 => Ok(Value::None),
        _ if !(0..1 << EVENTS.len()).contains(&set) => {
            Err(vm.value_error(format!("invalid event set {set:#x}")))
        }
        _ => Err(vm.not_implemented_error(format!(
            "sys.monitoring.{function}() with events is not supported by Dunder"
        ))),
    }
}

fn set_events(vm: &Vm, args: &[Value]) -> PyResult {
    tool_in_use(vm, &args[0])?;
    no_events(vm, "set_events", &args[1])
}

fn check_code(vm: &Vm, value: &Value) -> PyResult<()> {
    match value.get::<CodeObject>() {
        Some(_) => Ok(()),
        None => Err(vm.type_error("code must be a code object")),
    }
}

fn get_local_events(vm: &Vm, args: &[Value]) -> PyResult {
    check_code(vm, &args[1])?;
    get_events(vm, args)
}

fn set_local_events(vm: &Vm, args: &[Value]) -> PyResult {
    check_code(vm, &args[1])?;
    tool_in_use(vm, &args[0])?;
    no_events(vm, "set_local_events", &args[2])
}
