//! `types.SimpleNamespace`: attributes and nothing else.

use super::dict::Dict;
use super::dict_methods;
use super::object::Plain;
use super::sequence::{self, ReprGuard};
use super::slots;
use super::str::Str;
use crate::object::build;
use crate::object::heap::{self, Kind, Ref};
use crate::object::lookup;
use crate::object::ops::{self, Compare};
use crate::object::table::{self, Property, TypeTable, member, method};
use crate::object::value::{PyResult, Value};
use crate::text::Text;
use crate::vm::Vm;

const DICT: Property = member("__dict__", build::get_dict, "");

/// The type's table.
pub const SIMPLE_NAMESPACE: TypeTable = TypeTable {
    name: "SimpleNamespace",
    told: Some("(mapping_or_iterable=(), /, **kwargs)"),
    module: "types",
    doc: "A simple attribute-based namespace.",
    kind: Kind::Instance,
    subclassable: true,
    has_dict: true,
    methods: &[
        table::new("__new__(type, *args, **kwargs)", namespace_new),
        method(
            "__init__(self, /, *args, **kwargs)",
            init,
            "Initialize self.  See help(type(self)) for accurate signature.",
        ),
        slots::repr(repr),
        slots::lt(lt),
        slots::le(le),
        slots::eq(eq),
        slots::ne(ne),
        slots::gt(gt),
        slots::ge(ge),
        method(
            "__reduce__(self, /)",
            reduce,
            "Return state information for pickling",
        ),
        method(
            "__replace__(self, /, **changes)",
            replace,
            "Return a copy of the namespace object with new values for the specified attributes.",
        ),
    ],
    properties: &[DICT],
    ..TypeTable::DEFAULT
};

fn namespace_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = super::class_arg(vm, &args[0], "SimpleNamespace")?;
    Ok(heap::alloc(&class, Plain).into())
}

/// The attributes as a dict.
fn attributes(vm: &Vm, this: &Value) -> PyResult<Ref<Dict>> {
    match this.obj().and_then(|obj| lookup::materialise(vm, obj)) {
        Some(dict) => Ok(dict),
        None => Err(lookup::no_attribute(vm, this, &vm.names.__dict__)),
    }
}

fn init(vm: &Vm, args: &[Value]) -> PyResult {
    let no_keywords = &Value::None;
    let own = attributes(vm, &args[0])?;
    let name = vm.class_of(&args[0]).name.borrow().to_string();
    if let [source] = sequence::positional(vm, &name, &args[1], no_keywords, (0, 1))? {
        let given = vm.dict();
        dict_methods::update_from(vm, &given, source)?;
        if given.keys().iter().any(|key| key.get::<Str>().is_none()) {
            return Err(vm.type_error("keywords must be strings"));
        }
        dict_methods::merge(vm, &own, &given)?;
    }
    if let Some(keywords) = args[2].get::<Dict>() {
        dict_methods::merge(vm, &own, keywords)?;
    }
    Ok(Value::None)
}

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let class = vm.class_of(&args[0]);
    let name = if *class == vm.types.simple_namespace {
        String::from("namespace")
    } else {
        class.name_text()
    };
    let Some(_guard) = ReprGuard::enter(vm, &args[0]) else {
        return Ok(vm.str(&format!("{name}(...)")));
    };
    let mut text = Text::new();
    text.push_str(&name);
    text.push_str("(");
    let mut first = true;
    for (key, value) in attributes(vm, &args[0])?.items() {
        let Some(key) = key.get::<Str>().filter(|key| !key.text.is_empty()) else {
            continue;
        };
        if !std::mem::take(&mut first) {
            text.push_str(", ");
        }
        text.push_text(&key.text);
        text.push_str("=");
        text.push_text(&ops::repr(vm, &value)?.text);
    }
    text.push_str(")");
    Ok(vm.text(text))
}

fn compare(vm: &Vm, op: Compare, args: &[Value]) -> PyResult {
    let is_namespace = |value: &Value| vm.class_of(value).is_subclass(&vm.types.simple_namespace);
    if !is_namespace(&args[0]) || !is_namespace(&args[1]) {
        return Ok(Value::NotImplemented);
    }
    let (a, b) = (attributes(vm, &args[0])?, attributes(vm, &args[1])?);
    ops::compare(vm, op, &a.value(), &b.value())
}

comparison_methods!(compare);

fn reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let class = vm.class_of(&args[0]).value();
    let state = attributes(vm, &args[0])?.value();
    Ok(vm.tuple(vec![class, vm.tuple(Vec::new()), state]))
}

fn replace(vm: &Vm, args: &[Value]) -> PyResult {
    let copy = vm.call(&vm.class_of(&args[0]).value(), &[])?;
    let target = attributes(vm, &copy)?;
    dict_methods::merge(vm, &target, &*attributes(vm, &args[0])?)?;
    if let Some(changes) = args[1].get::<Dict>() {
        dict_methods::merge(vm, &target, changes)?;
    }
    Ok(copy)
}
