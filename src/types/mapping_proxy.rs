//! `types.MappingProxyType`: a read-only view on a mapping.

use super::list::List;
use super::slots;
use super::tuple::Tuple;
use crate::object::descriptor::call_special;
use crate::object::heap::{self, Kind, Obj, Trace};
use crate::object::ops::{self, Compare};
use crate::object::special::Special;
use crate::object::table::{self, TypeTable, method};
use crate::object::value::{PyResult, Value};
use crate::vm::Vm;

/// The payload of proxies.
pub struct MappingProxy {
    mapping: Value,
}

impl Trace for MappingProxy {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        if let Value::Obj(obj) = &self.mapping {
            visit(obj);
        }
    }
}

/// A proxy for a mapping.
pub fn new(vm: &Vm, mapping: Value) -> Value {
    heap::alloc(&vm.types.mapping_proxy, MappingProxy { mapping }).into()
}

/// The mapping behind a proxy; anything else is itself.
pub fn unwrap(value: &Value) -> &Value {
    value
        .get::<MappingProxy>()
        .map_or(value, |proxy| &proxy.mapping)
}

/// The type's table.
pub const MAPPING_PROXY: TypeTable = TypeTable {
    name: "mappingproxy",
    keyed: true,
    doc: "Read-only proxy of a mapping.",
    kind: Kind::MappingProxy,
    methods: &[
        table::new("__new__(type, mapping)", proxy_new),
        slots::repr(repr),
        slots::hash(hash),
        slots::str(str),
        slots::lt(lt),
        slots::le(le),
        slots::eq(eq),
        slots::ne(ne),
        slots::gt(gt),
        slots::ge(ge),
        slots::iter(iter),
        slots::or(or),
        slots::ror(ror),
        slots::ior(ior),
        slots::len(len),
        slots::getitem(getitem),
        slots::contains(contains),
        method(
            "get(self, key, default=None, /)",
            get,
            "Return the value for key if key is in the mapping, else default.",
        ),
        method(
            "keys(self, /)",
            keys,
            "D.keys() -> a set-like object providing a view on D's keys",
        ),
        method(
            "values(self, /)",
            values,
            "D.values() -> an object providing a view on D's values",
        ),
        method(
            "items(self, /)",
            items,
            "D.items() -> a set-like object providing a view on D's items",
        ),
        method("copy(self, /)", copy, "D.copy() -> a shallow copy of D"),
        table::class_getitem(super::class_getitem),
        method(
            "__reversed__(self, /)",
            reversed,
            "D.__reversed__() -> reverse iterator",
        ),
    ],
    ..TypeTable::DEFAULT
};

fn this<'a>(vm: &Vm, args: &'a [Value]) -> PyResult<&'a Value> {
    Ok(&vm.this::<MappingProxy>(args)?.mapping)
}

fn proxy_new(vm: &Vm, args: &[Value]) -> PyResult {
    super::class_arg(vm, &args[0], "mappingproxy")?;
    let mapping = &args[1];
    let is_mapping = ops::is_mapping(vm, mapping)
        && mapping.get::<List>().is_none()
        && mapping.get::<Tuple>().is_none();
    if !is_mapping {
        return Err(vm.type_error(format!(
            "mappingproxy() argument must be a mapping, not {}",
            vm.type_name(mapping)
        )));
    }
    Ok(new(vm, mapping.clone()))
}

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let inner = ops::repr(vm, this(vm, args)?)?;
    let mut text = crate::text::Text::new();
    text.push_str("mappingproxy(");
    text.push_text(&inner.text);
    text.push_str(")");
    Ok(vm.text(text))
}

fn str(vm: &Vm, args: &[Value]) -> PyResult {
    ops::str(vm, this(vm, args)?).map(Value::from)
}

fn hash(vm: &Vm, args: &[Value]) -> PyResult {
    ops::hash(vm, this(vm, args)?).map(Value::Int)
}

fn compare(vm: &Vm, op: Compare, args: &[Value]) -> PyResult {
    ops::compare(vm, op, this(vm, args)?, &args[1])
}

comparison_methods!(compare);

fn iter(vm: &Vm, args: &[Value]) -> PyResult {
    ops::iter(vm, this(vm, args)?)
}

fn or(vm: &Vm, args: &[Value]) -> PyResult {
    ops::binary(vm, &ops::OR, unwrap(&args[0]), unwrap(&args[1]))
}

fn ror(vm: &Vm, args: &[Value]) -> PyResult {
    ops::binary(vm, &ops::OR, unwrap(&args[1]), unwrap(&args[0]))
}

fn ior(vm: &Vm, args: &[Value]) -> PyResult {
    Err(vm.type_error(format!(
        "'|=' is not supported by {}; use '|' instead",
        vm.type_name(&args[0])
    )))
}

fn len(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::Int(ops::len(vm, this(vm, args)?)? as i64))
}

fn getitem(vm: &Vm, args: &[Value]) -> PyResult {
    ops::get_item(vm, this(vm, args)?, &args[1])
}

fn contains(vm: &Vm, args: &[Value]) -> PyResult {
    ops::contains(vm, this(vm, args)?, &args[1]).map(Value::bool)
}

fn get(vm: &Vm, args: &[Value]) -> PyResult {
    vm.call_method(this(vm, args)?, &vm.names.get, &args[1..])
}

fn keys(vm: &Vm, args: &[Value]) -> PyResult {
    vm.call_method(this(vm, args)?, &vm.names.keys, &[])
}

fn values(vm: &Vm, args: &[Value]) -> PyResult {
    vm.call_method(this(vm, args)?, &vm.names.values, &[])
}

fn items(vm: &Vm, args: &[Value]) -> PyResult {
    vm.call_method(this(vm, args)?, &vm.names.items, &[])
}

fn copy(vm: &Vm, args: &[Value]) -> PyResult {
    vm.call_method(this(vm, args)?, &vm.intern("copy"), &[])
}

fn reversed(vm: &Vm, args: &[Value]) -> PyResult {
    let mapping = this(vm, args)?;
    match vm.class_of(mapping).special(vm, Special::Reversed) {
        Some(method) => call_special(vm, method, mapping, &[]),
        None => Err(vm.attribute_error(
            mapping,
            &vm.str("__reversed__"),
            format!(
                "'{}' object has no attribute '__reversed__'",
                vm.type_name(mapping)
            ),
        )),
    }
}
