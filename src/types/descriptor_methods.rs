//! What the native descriptor types and built-in functions show to Python: reprs, attributes,
//! `__get__`/`__set__`/`__delete__` and calls. Their payloads are in `native`.

use super::module::Module;
use super::native::{GetSet, Member, MethodDescriptor, NativeFunction, bind_descriptor};
use super::slots;
use crate::object::class::Class;
use crate::object::descriptor::{self, Binding};
use crate::object::heap::{Kind, Ref};
use crate::object::ops;
use crate::object::table::{Flavour, Property, Row, TypeTable, getset, getter, member, method};
use crate::object::value::{PyResult, Value};
use crate::types::args::call_arguments;
use crate::vm::Vm;

const REPR: &str = "Return repr(self).";
const CALL: &str = "Call self as a function.";
const GET: &str = "Return an attribute of instance, which is of type owner.";

/// The table of `builtin_function_or_method`.
pub const BUILTIN_FUNCTION: TypeTable = TypeTable {
    name: "builtin_function_or_method",
    own: &["__lt__", "__le__", "__gt__", "__ge__"],
    kind: Kind::NativeFunction,
    weakrefable: true,
    methods: &[
        method("__repr__(self, /)", function_repr, REPR),
        slots::hash(function_hash),
        method("__call__(self, /, *args, **kwargs)", function_call, CALL)
            .quickly(|vm, args| function(vm, &args[0])?.call(vm, &args[1..], &[])),
        slots::eq(function_eq),
        slots::ne(function_ne),
        method("__reduce__(self, /)", function_reduce, ""),
    ],
    properties: &[
        Property {
            member: true,
            ..getset("__module__", function_module, set_function_module, "")
        },
        getter("__doc__", function_doc, ""),
        getter("__name__", function_name, ""),
        getter("__qualname__", function_qualname, ""),
        getter("__self__", function_self, ""),
        getter("__text_signature__", function_signature, ""),
    ],
    ..TypeTable::DEFAULT
};

/// The table of `method-wrapper`.
pub const METHOD_WRAPPER: TypeTable = TypeTable {
    name: "method-wrapper",
    own: &["__lt__", "__le__", "__gt__", "__ge__"],
    kind: Kind::NativeFunction,
    methods: BUILTIN_FUNCTION.methods,
    properties: &[
        member("__self__", function_self, ""),
        getter("__objclass__", wrapper_objclass, ""),
        getter("__name__", function_name, ""),
        getter("__qualname__", function_qualname, ""),
        getter("__doc__", function_doc, ""),
        getter("__text_signature__", function_signature, ""),
    ],
    ..TypeTable::DEFAULT
};

const DESCRIPTOR_METHODS: &[Row] = &[
    method("__repr__(self, /)", descriptor_repr, REPR),
    method("__call__(self, /, *args, **kwargs)", descriptor_call, CALL).quickly(|vm, args| {
        super::native::call_descriptor(vm, descriptor_of(vm, &args[0])?, &args[1..], &[])
    }),
    method(
        "__get__(self, instance, owner=None, /)",
        descriptor_get,
        GET,
    ),
    method("__reduce__(self, /)", descriptor_reduce, ""),
];
const DESCRIPTOR_PROPERTIES: &[Property] = &[
    member("__objclass__", descriptor_objclass, ""),
    member("__name__", descriptor_name, ""),
    getter("__doc__", descriptor_doc, ""),
    getter("__qualname__", descriptor_qualname, ""),
    getter("__text_signature__", descriptor_signature, ""),
];

/// The table of `method_descriptor`.
pub const METHOD_DESCRIPTOR: TypeTable = TypeTable {
    name: "method_descriptor",
    kind: Kind::MethodDescriptor,
    methods: DESCRIPTOR_METHODS,
    properties: DESCRIPTOR_PROPERTIES,
    ..TypeTable::DEFAULT
};
/// The table of `wrapper_descriptor`.
pub const WRAPPER_DESCRIPTOR: TypeTable = TypeTable {
    name: "wrapper_descriptor",
    ..METHOD_DESCRIPTOR
};
/// The table of `classmethod_descriptor`.
pub const CLASSMETHOD_DESCRIPTOR: TypeTable = TypeTable {
    name: "classmethod_descriptor",
    methods: &[
        DESCRIPTOR_METHODS[0],
        DESCRIPTOR_METHODS[1],
        DESCRIPTOR_METHODS[2],
    ],
    ..METHOD_DESCRIPTOR
};

const ATTRIBUTE_METHODS: [Row; 4] = [
    method("__repr__(self, /)", attribute_repr, REPR),
    method("__get__(self, instance, owner=None, /)", attribute_get, GET),
    slots::set(attribute_set),
    slots::delete(attribute_delete),
];

const ATTRIBUTE_PROPERTIES: &[Property] = &[
    member("__objclass__", attribute_objclass, ""),
    member("__name__", attribute_name, ""),
    getter("__doc__", attribute_doc, ""),
    getter("__qualname__", attribute_qualname, ""),
];

/// The table of `getset_descriptor`.
pub const GETSET_DESCRIPTOR: TypeTable = TypeTable {
    name: "getset_descriptor",
    kind: Kind::GetSet,
    methods: &ATTRIBUTE_METHODS,
    properties: ATTRIBUTE_PROPERTIES,
    ..TypeTable::DEFAULT
};
/// The table of `member_descriptor`. Its instances have one of two payloads.
pub const MEMBER_DESCRIPTOR: TypeTable = TypeTable {
    name: "member_descriptor",
    kind: Kind::Member,
    methods: &[
        ATTRIBUTE_METHODS[0],
        ATTRIBUTE_METHODS[1],
        ATTRIBUTE_METHODS[2],
        ATTRIBUTE_METHODS[3],
        method("__reduce__(self, /)", attribute_reduce, ""),
    ],
    ..GETSET_DESCRIPTOR
};

/// What the arguments of `__get__(instance, owner)` say.
///
/// # Errors
/// TypeError for `__get__(None, None)`.
pub fn with_binding<R>(
    vm: &Vm,
    args: &[Value],
    then: impl FnOnce(Binding) -> PyResult<R>,
) -> PyResult<R> {
    let (instance, owner) = (&args[1], args[2].as_ref::<Class>());
    match (instance.is_none(), owner) {
        // Nobody looks at an owner that is no class.
        (true, None) if !matches!(args[2], Value::None | Value::Unbound) => {
            then(Binding::Class(vm.class_of(&args[2])))
        }
        (true, None) => Err(vm.type_error("__get__(None, None) is invalid")),
        (true, Some(owner)) => then(Binding::Class(owner)),
        (false, Some(owner)) => then(Binding::Instance(instance, owner)),
        (false, None) => {
            let class = vm.class_of(instance).clone();
            then(Binding::Instance(instance, &class))
        }
    }
}

/// `($self, object, /)` of a row.
fn text_signature(vm: &Vm, row: &Row, module: bool) -> Value {
    if let Some(told) = row.told {
        return text_or_none(vm, told);
    }
    let inner = row.signature.split_once('(').map_or(")", |(_, rest)| rest);
    let first = inner.split([',', ')']).next().unwrap_or("").trim();
    if row.name() == "__init__" {
        return vm.str("($self, /, *args, **kwargs)");
    }
    if row.flavour == Flavour::New {
        return vm.str("($type, *args, **kwargs)");
    }
    let text = match (module, first) {
        (true, _) if inner.starts_with(')') => "($module, /)".to_owned(),
        (true, _) if !inner.contains('/') => format!("($module, /, {inner}"),
        (true, _) => format!("($module, {inner}"),
        (false, "self" | "cls" | "type") => format!("(${inner}"),
        _ => format!("({inner}"),
    };
    // Parameters that are only there together with those before them.
    let (apart, together) = (
        ", start=<unrepresentable>, end=<unrepresentable>",
        "[, start[, end]]",
    );
    vm.str(&text.replace(apart, together))
}

/// A text of a table, `None` for an empty one.
pub(super) fn text_or_none(vm: &Vm, text: &str) -> Value {
    match text.is_empty() {
        true => Value::None,
        false => vm.str(text),
    }
}

fn doc(vm: &Vm, row: &Row) -> Value {
    text_or_none(vm, row.doc)
}

// ---- built-in functions and bound methods

fn function<'a>(vm: &Vm, value: &'a Value) -> PyResult<&'a NativeFunction> {
    value
        .get::<NativeFunction>()
        .ok_or(())
        .map_err(|()| vm.type_error("a built-in function is required"))
}

fn function_repr(vm: &Vm, args: &[Value]) -> PyResult {
    let f = function(vm, &args[0])?;
    let name = f.row.name();
    let text = match &f.receiver {
        _ if *vm.class_of(&args[0]) == vm.types.method_wrapper => {
            format!(
                "<method-wrapper '{name}' of {} object at {:#x}>",
                vm.type_name(&f.receiver),
                f.receiver.id()
            )
        }
        Value::Unbound => format!("<built-in function {name}>"),
        // A function's receiver is its module, so a module's own methods are shown as functions.
        receiver if receiver.get::<Module>().is_some() => format!("<built-in function {name}>"),
        receiver => format!(
            "<built-in method {name} of {} object at {:#x}>",
            vm.type_name(receiver),
            receiver.id()
        ),
    };
    Ok(vm.str(&text))
}

fn same(a: &NativeFunction, b: &NativeFunction) -> bool {
    std::ptr::eq(a.row, b.row) && a.receiver.is(&b.receiver)
}

fn function_eq(vm: &Vm, args: &[Value]) -> PyResult {
    let f = function(vm, &args[0])?;
    match args[1].get::<NativeFunction>() {
        Some(other) if vm.class_of(&args[0]) == vm.class_of(&args[1]) => {
            Ok(Value::bool(same(f, other)))
        }
        _ => Ok(Value::NotImplemented),
    }
}

fn function_ne(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(match function_eq(vm, args)? {
        Value::True => Value::False,
        Value::False => Value::True,
        other => other,
    })
}

fn function_hash(vm: &Vm, args: &[Value]) -> PyResult {
    let f = function(vm, &args[0])?;
    let row = std::ptr::from_ref(f.row).addr() as i64;
    Ok(Value::Int(
        ops::identity_hash(&f.receiver) ^ row.rotate_right(4),
    ))
}

fn function_call(vm: &Vm, args: &[Value]) -> PyResult {
    let (all, names) = call_arguments(vm, &args[1], &args[2]);
    function(vm, &args[0])?.call(vm, &all, &names)
}

fn function_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let f = function(vm, &args[0])?;
    let name = vm.str(f.row.name());
    if f.receiver.is_unbound() {
        return Ok(name);
    }
    let getattr = vm
        .builtins
        .get_name(&vm.intern("getattr"))
        .unwrap_or(Value::None);
    Ok(vm.tuple(vec![getattr, vm.tuple(vec![f.receiver.clone(), name])]))
}

fn function_module(vm: &Vm, this: &Value) -> PyResult {
    let function = function(vm, this)?;
    let assigned = function.assigned_module();
    Ok(assigned.unwrap_or_else(|| function.module.get()))
}

fn set_function_module(vm: &Vm, this: &Value, value: Value) -> PyResult<()> {
    let value = value.bound().unwrap_or(Value::None);
    function(vm, this)?.assign_module(value);
    Ok(())
}

fn function_doc(vm: &Vm, this: &Value) -> PyResult {
    Ok(doc(vm, function(vm, this)?.row))
}

fn function_name(vm: &Vm, this: &Value) -> PyResult {
    Ok(vm.str(function(vm, this)?.row.name()))
}

fn function_qualname(vm: &Vm, this: &Value) -> PyResult {
    let f = function(vm, this)?;
    Ok(vm.str(&f.qualname(vm)))
}

fn function_self(vm: &Vm, this: &Value) -> PyResult {
    let f = function(vm, this)?;
    if !f.receiver.is_unbound() {
        return Ok(f.receiver.clone());
    }
    let module = f.module.get();
    Ok(vm.modules.get(vm, &module)?.unwrap_or(Value::None))
}

fn function_signature(vm: &Vm, this: &Value) -> PyResult {
    let f = function(vm, this)?;
    Ok(text_signature(vm, f.row, f.receiver.is_unbound()))
}

fn wrapper_objclass(vm: &Vm, this: &Value) -> PyResult {
    Ok(function(vm, this)?.module.get())
}

// ---- method descriptors and slot wrappers

fn descriptor_of<'a>(vm: &Vm, value: &'a Value) -> PyResult<&'a Ref<MethodDescriptor>> {
    value
        .as_ref::<MethodDescriptor>()
        .ok_or(())
        .map_err(|()| vm.type_error("a method descriptor is required"))
}

fn descriptor_repr(vm: &Vm, args: &[Value]) -> PyResult {
    let d = descriptor_of(vm, &args[0])?;
    let kind = if d.row.is_special() {
        "slot wrapper"
    } else {
        "method"
    };
    Ok(vm.str(&format!(
        "<{kind} '{}' of '{}' objects>",
        d.row.name(),
        d.owner.name_text()
    )))
}

fn descriptor_call(vm: &Vm, args: &[Value]) -> PyResult {
    let (all, names) = call_arguments(vm, &args[1], &args[2]);
    super::native::call_descriptor(vm, descriptor_of(vm, &args[0])?, &all, &names)
}

fn descriptor_get(vm: &Vm, args: &[Value]) -> PyResult {
    let d = descriptor_of(vm, &args[0])?;
    if d.row.flavour == Flavour::Class {
        return class_descriptor_get(vm, d, args);
    }
    with_binding(vm, args, |binding| bind_descriptor(vm, d, binding))
}

fn class_descriptor_get(vm: &Vm, d: &Ref<MethodDescriptor>, args: &[Value]) -> PyResult {
    let class = match (&args[2], &args[1]) {
        (Value::None | Value::Unbound, Value::None) => {
            return Err(vm.type_error("__get__(None, None) is invalid"));
        }
        (Value::None | Value::Unbound, instance) => vm.class_of(instance).value(),
        (class, _) => class.clone(),
    };
    d.check_class(vm, &class)?;
    let Some(class) = class.as_ref::<Class>() else {
        return Ok(Value::None);
    };
    bind_descriptor(vm, d, Binding::Class(class))
}

fn descriptor_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let d = descriptor_of(vm, &args[0])?;
    Ok(reduced(vm, d.owner.value(), vm.str(d.row.name())))
}

fn attribute_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let owner = attribute_objclass(vm, &args[0])?;
    Ok(reduced(vm, owner, attribute_name(vm, &args[0])?))
}

/// `getattr(owner, name)`, in parts.
fn reduced(vm: &Vm, owner: Value, name: Value) -> Value {
    let getattr = vm
        .builtins
        .get_name(&vm.intern("getattr"))
        .unwrap_or(Value::None);
    vm.tuple(vec![getattr, vm.tuple(vec![owner, name])])
}

fn descriptor_objclass(vm: &Vm, this: &Value) -> PyResult {
    Ok(descriptor_of(vm, this)?.owner.value())
}

fn descriptor_name(vm: &Vm, this: &Value) -> PyResult {
    Ok(vm.str(descriptor_of(vm, this)?.row.name()))
}

fn descriptor_doc(vm: &Vm, this: &Value) -> PyResult {
    Ok(doc(vm, descriptor_of(vm, this)?.row))
}

fn descriptor_qualname(vm: &Vm, this: &Value) -> PyResult {
    let d = descriptor_of(vm, this)?;
    Ok(vm.str(&format!(
        "{}.{}",
        super::type_::qualname(vm, &d.owner),
        d.row.name()
    )))
}

fn descriptor_signature(vm: &Vm, this: &Value) -> PyResult {
    Ok(text_signature(vm, descriptor_of(vm, this)?.row, false))
}

// ---- getset and member descriptors

/// Name, owner and doc of either payload.
fn parts(vm: &Vm, value: &Value) -> PyResult<(String, Ref<Class>, Value, bool)> {
    if let Some(d) = value.get::<GetSet>() {
        let doc = if d.property.doc.is_empty() {
            Value::None
        } else {
            vm.str(d.property.doc)
        };
        return Ok((
            d.property.name.to_owned(),
            d.owner.clone(),
            doc,
            d.property.member,
        ));
    }
    match value.get::<Member>() {
        Some(m) => Ok((m.name.to_string(), m.owner.clone(), Value::None, true)),
        None => Err(vm.type_error("an attribute descriptor is required")),
    }
}

fn attribute_repr(vm: &Vm, args: &[Value]) -> PyResult {
    let (name, owner, _, is_member) = parts(vm, &args[0])?;
    let kind = if is_member { "member" } else { "attribute" };
    Ok(vm.str(&format!(
        "<{kind} '{name}' of '{}' objects>",
        owner.name_text()
    )))
}

fn attribute_get(vm: &Vm, args: &[Value]) -> PyResult {
    with_binding(vm, args, |binding| match binding {
        Binding::Class(_) => Ok(args[0].clone()),
        binding => descriptor::get(vm, &args[0], binding),
    })
}

fn write(vm: &Vm, args: &[Value], value: Value) -> PyResult {
    match descriptor::set(vm, &args[0], &args[1], &value) {
        Some(done) => done.map(|()| Value::None),
        None => Err(vm.type_error("an attribute descriptor is required")),
    }
}

fn attribute_set(vm: &Vm, args: &[Value]) -> PyResult {
    write(vm, args, args[2].clone())
}

fn attribute_delete(vm: &Vm, args: &[Value]) -> PyResult {
    write(vm, args, Value::Unbound)
}

fn attribute_objclass(vm: &Vm, this: &Value) -> PyResult {
    Ok(parts(vm, this)?.1.into())
}

fn attribute_name(vm: &Vm, this: &Value) -> PyResult {
    Ok(vm.str(&parts(vm, this)?.0))
}

fn attribute_doc(vm: &Vm, this: &Value) -> PyResult {
    Ok(parts(vm, this)?.2)
}

fn attribute_qualname(vm: &Vm, this: &Value) -> PyResult {
    let (name, owner, ..) = parts(vm, this)?;
    Ok(vm.str(&format!("{}.{name}", super::type_::qualname(vm, &owner))))
}
