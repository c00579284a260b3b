//! `FrameLocalsProxy`: what `frame.f_locals` is in functions, a mapping that reads and writes the
//! frame's variables. Reference: PEP 667. Where the variables are is known in `types::frame`.

use super::dict::Dict;
use super::dict_methods::update_from_any_mapping;
use super::frame::FrameObject;
use super::str::Str;
use super::{sequence, slots};
use crate::object::heap::{self, Kind, Obj, Ref, Trace};
use crate::object::ops::{self, Compare};
use crate::object::shape::Name;
use crate::object::table::{self, TypeTable, method};
use crate::object::value::{PyResult, Value};
use crate::vm::Vm;

/// The payload of proxies.
pub struct FrameLocals {
    frame: Ref<FrameObject>,
}

impl Trace for FrameLocals {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        visit(self.frame.as_obj());
    }
}

/// A proxy for a frame's variables.
pub fn new(vm: &Vm, frame: Ref<FrameObject>) -> Value {
    heap::alloc(&vm.types.frame_locals, FrameLocals { frame }).into()
}

/// The type's table.
pub const FRAME_LOCALS: TypeTable = TypeTable {
    name: "FrameLocalsProxy",
    keyed: true,
    kind: Kind::FrameLocals,
    methods: &[
        table::new("__new__(type, /, *args)", proxy_new),
        slots::repr(repr),
        slots::eq(eq),
        slots::ne(ne),
        slots::iter(iter),
        slots::or(or),
        slots::ror(ror),
        slots::ior(ior),
        slots::len(len),
        slots::getitem(getitem),
        slots::setitem(setitem),
        slots::delitem(delitem),
        slots::contains(contains),
        method("update(self, mapping, /)", update, ""),
        method("__reversed__(self, /)", reversed, ""),
        method("copy(self, /)", copy, ""),
        method("keys(self, /)", keys, ""),
        method("values(self, /)", values, ""),
        method("items(self, /)", items, ""),
        method("get(self, /, *args)", get, ""),
        method("setdefault(self, /, *args)", setdefault, ""),
    ],
    ..TypeTable::DEFAULT
};

fn this<'a>(vm: &Vm, args: &'a [Value]) -> PyResult<&'a FrameObject> {
    Ok(&vm.this::<FrameLocals>(args)?.frame)
}

fn proxy_new(vm: &Vm, args: &[Value]) -> PyResult {
    super::class_arg(vm, &args[0], "FrameLocalsProxy")?;
    let given = sequence::positional(vm, "FrameLocalsProxy", &args[1], &Value::None, (1, 1))?;
    match given[0].as_ref::<FrameObject>() {
        Some(frame) => Ok(new(vm, frame.clone())),
        None => {
            let found = vm.type_name(&given[0]);
            Err(vm.type_error(format!("expect frame, not {found}")))
        }
    }
}

/// The variable a key names, if it is one's name.
fn variable_name(vm: &Vm, key: &Value) -> Option<Name> {
    Some(vm.interner.intern_object(key.as_ref::<Str>()?))
}

/// The value under a key: a variable's, or one that only the frame object knows.
fn find(vm: &Vm, frame: &FrameObject, key: &Value) -> PyResult<Option<Value>> {
    ops::hash(vm, key)?;
    if let Some(value) = variable_name(vm, key).and_then(|name| frame.variable(&name)) {
        return Ok(Some(value));
    }
    match frame.extra_locals() {
        Some(extra) => extra.get(vm, key),
        None => Ok(None),
    }
}

fn store(vm: &Vm, frame: &FrameObject, key: &Value, value: Value) -> PyResult<()> {
    ops::hash(vm, key)?;
    if let Some(name) = variable_name(vm, key)
        && frame.set_variable(&name, value.clone())
    {
        return Ok(());
    }
    frame.extra_or_new(vm).insert(vm, key.clone(), value)?;
    Ok(())
}

fn getitem(vm: &Vm, args: &[Value]) -> PyResult {
    match find(vm, this(vm, args)?, &args[1])? {
        Some(value) => Ok(value),
        None => {
            let key = ops::repr(vm, &args[1])?.to_string();
            let text = vm.str(&format!("local variable '{key}' is not defined"));
            Err(vm.key_error(&text))
        }
    }
}

fn setitem(vm: &Vm, args: &[Value]) -> PyResult {
    store(vm, this(vm, args)?, &args[1], args[2].clone())?;
    Ok(Value::None)
}

fn delitem(vm: &Vm, _args: &[Value]) -> PyResult {
    Err(vm.type_error("cannot remove variables from FrameLocalsProxy"))
}

fn contains(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::bool(find(vm, this(vm, args)?, &args[1])?.is_some()))
}

fn get(vm: &Vm, args: &[Value]) -> PyResult {
    let (key, default) = key_and_default(vm, "get", &args[1])?;
    Ok(find(vm, this(vm, args)?, &key)?.unwrap_or(default))
}

fn setdefault(vm: &Vm, args: &[Value]) -> PyResult {
    let (key, default) = key_and_default(vm, "setdefault", &args[1])?;
    let frame = this(vm, args)?;
    if let Some(value) = find(vm, frame, &key)? {
        return Ok(value);
    }
    store(vm, frame, &key, default.clone())?;
    Ok(default)
}

fn key_and_default(vm: &Vm, name: &str, given: &Value) -> PyResult<(Value, Value)> {
    match ops::collect(vm, given)?.as_slice() {
        [key] => Ok((key.clone(), Value::None)),
        [key, default] => Ok((key.clone(), default.clone())),
        _ => Err(vm.type_error(format!("{name} expected 1 or 2 arguments"))),
    }
}

fn snapshot(vm: &Vm, args: &[Value]) -> PyResult<Ref<Dict>> {
    this(vm, args)?.snapshot(vm)
}

fn len(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::Int(snapshot(vm, args)?.len() as i64))
}
fn keys(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(vm.list(snapshot(vm, args)?.keys()))
}
fn values(vm: &Vm, args: &[Value]) -> PyResult {
    let items = snapshot(vm, args)?.items();
    Ok(vm.list(items.into_iter().map(|(_, value)| value).collect()))
}
fn items(vm: &Vm, args: &[Value]) -> PyResult {
    let items = snapshot(vm, args)?.items().into_iter();
    let pairs = items.map(|(key, value)| vm.tuple(vec![key, value]));
    Ok(vm.list(pairs.collect()))
}
fn iter(vm: &Vm, args: &[Value]) -> PyResult {
    ops::iter(vm, &keys(vm, args)?)
}
fn reversed(vm: &Vm, args: &[Value]) -> PyResult {
    let mut keys = snapshot(vm, args)?.keys();
    keys.reverse();
    Ok(vm.list(keys))
}
fn copy(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(snapshot(vm, args)?.into())
}

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let Some(_running) = sequence::ReprGuard::enter(vm, &args[0]) else {
        return Ok(vm.str("{...}"));
    };
    ops::repr(vm, &copy(vm, args)?).map(Value::from)
}

/// Whether a value can be merged with a proxy.
fn is_namespace(value: &Value) -> bool {
    value.get::<Dict>().is_some() || value.get::<FrameLocals>().is_some()
}

fn update(vm: &Vm, args: &[Value]) -> PyResult {
    if !is_namespace(&args[1]) {
        let text = "update() argument must be dict or another FrameLocalsProxy";
        return Err(vm.type_error(text));
    }
    let frame = this(vm, args)?;
    let new = vm.dict();
    update_from_any_mapping(vm, &new, &args[1])?;
    for (key, value) in new.items() {
        store(vm, frame, &key, value)?;
    }
    Ok(Value::None)
}

fn union(vm: &Vm, left: &Value, right: &Value) -> PyResult {
    if !is_namespace(right) {
        return Ok(Value::NotImplemented);
    }
    let dict = vm.dict();
    update_from_any_mapping(vm, &dict, left)?;
    update_from_any_mapping(vm, &dict, right)?;
    Ok(dict.into())
}

fn or(vm: &Vm, args: &[Value]) -> PyResult {
    union(vm, &args[0], &args[1])
}
fn ror(vm: &Vm, args: &[Value]) -> PyResult {
    union(vm, &args[1], &args[0])
}
fn ior(vm: &Vm, args: &[Value]) -> PyResult {
    if !is_namespace(&args[1]) {
        return Ok(Value::NotImplemented);
    }
    update(vm, args)?;
    Ok(args[0].clone())
}

/// Two proxies are equal when they stand for the same frame; a dict is compared with a copy.
fn equal(vm: &Vm, args: &[Value]) -> PyResult<Option<bool>> {
    if let Some(other) = args[1].get::<FrameLocals>() {
        return Ok(Some(std::ptr::eq(this(vm, args)?, &*other.frame)));
    }
    if args[1].get::<Dict>().is_none() {
        return Ok(None);
    }
    ops::compare_bool(vm, Compare::Eq, &copy(vm, args)?, &args[1]).map(Some)
}

fn eq(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(equal(vm, args)?.map_or(Value::NotImplemented, Value::bool))
}
fn ne(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(equal(vm, args)?.map_or(Value::NotImplemented, |equal| Value::bool(!equal)))
}
