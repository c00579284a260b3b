//! `method`: a function bound to an object. Reference: 3.2.8.2, Instance methods.

use super::slots;
use crate::object::descriptor::{self, Binding};
use crate::object::heap::{self, Kind, Obj, Trace};
use crate::object::lookup;
use crate::object::ops;
use crate::object::table::{self, TypeTable, getter, member, method};
use crate::object::value::{PyResult, Value};
use crate::types::args::call_arguments;
use crate::types::descriptor_methods::with_binding;
use crate::types::dict::Dict;
use crate::types::str::Str;
use crate::types::tuple::Tuple;
use crate::vm::Vm;

/// The payload of bound methods.
pub struct BoundMethod {
    /// `__func__`
    pub function: Value,
    /// `__self__`
    pub this: Value,
}

impl BoundMethod {
    /// A bound method object.
    pub fn alloc(vm: &Vm, function: Value, this: Value) -> Value {
        heap::alloc(&vm.types.method, BoundMethod { function, this }).into()
    }
}

impl Trace for BoundMethod {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        for value in [&self.function, &self.this] {
            if let Value::Obj(obj) = value {
                visit(obj);
            }
        }
    }
}

/// The type's table.
pub const METHOD: TypeTable = TypeTable {
    name: "method",
    told: Some("(function, instance, /)"),
    own: &["__lt__", "__le__", "__gt__", "__ge__"],
    kind: Kind::BoundMethod,
    weakrefable: true,
    doc: "Create a bound instance method object.",
    methods: &[
        table::new("__new__(type, *args, **kwargs)", new),
        slots::repr(repr),
        slots::hash(hash),
        slots::call(call).quickly(|vm, args| vm.call(&args[0], &args[1..])),
        slots::getattribute(getattribute),
        slots::eq(eq),
        slots::ne(ne),
        slots::get(get),
        method("__reduce__(self, /)", reduce, ""),
    ],
    properties: &[
        member(
            "__func__",
            |vm, this| Ok(payload(vm, this)?.function.clone()),
            "the function (or other callable) implementing a method",
        ),
        member(
            "__self__",
            |vm, this| Ok(payload(vm, this)?.this.clone()),
            "the instance to which a method is bound",
        ),
        getter("__doc__", doc, ""),
    ],
    ..TypeTable::DEFAULT
};

fn payload<'a>(vm: &Vm, value: &'a Value) -> PyResult<&'a BoundMethod> {
    value
        .get::<BoundMethod>()
        .ok_or(())
        .map_err(|()| vm.type_error("a method object is required"))
}

fn new(vm: &Vm, args: &[Value]) -> PyResult {
    if args[2].get::<Dict>().is_some_and(|dict| !dict.is_empty()) {
        return Err(vm.type_error("method() takes no keyword arguments"));
    }
    let given = args[1].get::<Tuple>().map_or(&[][..], |tuple| &tuple.items);
    let [function, this] = given else {
        return Err(vm.type_error(format!("method expected 2 arguments, got {}", given.len())));
    };
    if !super::is_callable(vm, function) {
        return Err(vm.type_error("first argument must be callable"));
    }
    if this.is_none() {
        return Err(vm.type_error("instance must not be None"));
    }
    Ok(BoundMethod::alloc(vm, function.clone(), this.clone()))
}

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let method = payload(vm, &args[0])?;
    let attribute = |name| lookup::get_optional(vm, &method.function, name);
    let name = match attribute(&vm.names.__qualname__)? {
        Some(name) => Some(name),
        None => attribute(&vm.names.__name__)?,
    };
    let name = name.and_then(|name| name.get::<Str>().map(|s| s.to_string()));
    let this = ops::repr(vm, &method.this)?;
    Ok(vm.str(&format!(
        "<bound method {} of {this}>",
        name.as_deref().unwrap_or("?")
    )))
}

fn hash(vm: &Vm, args: &[Value]) -> PyResult {
    let method = payload(vm, &args[0])?;
    Ok(Value::Int(
        ops::identity_hash(&method.this) ^ ops::hash(vm, &method.function)?,
    ))
}

fn call(vm: &Vm, args: &[Value]) -> PyResult {
    let method = payload(vm, &args[0])?;
    let (all, names) = call_arguments(vm, &args[1], &args[2]);
    vm.call_method_value(&method.function, &method.this, &all, &names)
}

/// A method's own attributes are few; all others are the function's.
fn getattribute(vm: &Vm, args: &[Value]) -> PyResult {
    let name = super::name_arg(vm, &args[1], "attribute name must be string, not ")?;
    let class = vm.class_of(&args[0]).clone();
    match lookup::class_find(vm, &class, &name) {
        Some(descr) => descriptor::get(vm, &descr, Binding::Instance(&args[0], &class)),
        None => lookup::get(vm, &payload(vm, &args[0])?.function, &name),
    }
}

fn eq(vm: &Vm, args: &[Value]) -> PyResult {
    let method = payload(vm, &args[0])?;
    let Some(other) = args[1].get::<BoundMethod>() else {
        return Ok(Value::NotImplemented);
    };
    let same = method.this.is(&other.this) && ops::eq(vm, &method.function, &other.function)?;
    Ok(Value::bool(same))
}

fn ne(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(match eq(vm, args)? {
        Value::True => Value::False,
        Value::False => Value::True,
        other => other,
    })
}

fn get(vm: &Vm, args: &[Value]) -> PyResult {
    with_binding(vm, args, |_| Ok(args[0].clone()))
}

fn reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let method = payload(vm, &args[0])?;
    let name = lookup::get(vm, &method.function, &vm.names.__name__)?;
    let getattr = vm
        .builtins
        .get_name(&vm.intern("getattr"))
        .unwrap_or(Value::None);
    Ok(vm.tuple(vec![getattr, vm.tuple(vec![method.this.clone(), name])]))
}

fn doc(vm: &Vm, this: &Value) -> PyResult {
    lookup::get(vm, &payload(vm, this)?.function, &vm.names.__doc__)
}
