//! `object`: the base of all classes.

use crate::object::class::{Access, Class};
use crate::object::heap::{self, Kind, Obj, Ref, Trace};
use crate::object::lookup;
use crate::object::ops;
use crate::object::special::Special;
use crate::object::table::{self, TypeTable, getset, method};
use crate::object::value::{PyResult, Raised, Value};
use crate::types::dict::Dict;
use crate::types::str::Str;
use crate::types::tuple::Tuple;
use crate::vm::Vm;

/// The payload of objects that have none: instances of classes written in Python.
pub struct Plain;

impl Trace for Plain {
    fn trace(&self, _visit: &mut dyn FnMut(&Obj)) {}
}

/// The type's table.
pub const OBJECT: TypeTable = TypeTable {
    name: "object",
    kind: Kind::Instance,
    subclassable: true,
    doc: "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\ninstance that has no instance attributes and cannot be given any.\n",
    methods: &[
        table::new("__new__(type, *args, **kwargs)", object_new),
        method(
            "__init__(self, /, *args, **kwargs)",
            object_init,
            "Initialize self.  See help(type(self)) for accurate signature.",
        ),
        method(
            "__getattribute__(self, name, /)",
            getattribute,
            "Return getattr(self, name).",
        ),
        method(
            "__setattr__(self, name, value, /)",
            setattr,
            "Implement setattr(self, name, value).",
        ),
        method(
            "__delattr__(self, name, /)",
            delattr,
            "Implement delattr(self, name).",
        ),
        method("__repr__(self, /)", repr, "Return repr(self)."),
        method("__str__(self, /)", str, "Return str(self)."),
        method("__hash__(self, /)", hash, "Return hash(self)."),
        method("__eq__(self, value, /)", eq, "Return self==value."),
        method("__ne__(self, value, /)", ne, "Return self!=value."),
        method("__lt__(self, value, /)", unordered, "Return self<value."),
        method("__le__(self, value, /)", unordered, "Return self<=value."),
        method("__gt__(self, value, /)", unordered, "Return self>value."),
        method("__ge__(self, value, /)", unordered, "Return self>=value."),
        method(
            "__format__(self, format_spec, /)",
            format,
            "Default object formatter.\n\nReturn str(self) if format_spec is empty. Raise TypeError otherwise.",
        ),
    ],
    properties: &[getset(
        "__class__",
        get_class,
        set_class,
        "the object's class",
    )],
    ..TypeTable::DEFAULT
};

fn format(vm: &Vm, args: &[Value]) -> PyResult {
    let spec = super::args::text(vm, &args[1], "__format__() argument")?;
    if spec.is_empty() {
        return ops::str(vm, &args[0]).map(Value::from);
    }
    Err(vm.type_error(format!(
        "unsupported format string passed to {}.__format__",
        vm.type_name(&args[0])
    )))
}

fn object_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = super::class_arg(vm, &args[0], "object")?;
    if has_excess(&args[1], &args[2]) {
        if !is_objects(vm, &class, Special::New) {
            return Err(vm.type_error(
                "object.__new__() takes exactly one argument (the type to instantiate)",
            ));
        }
        if is_objects(vm, &class, Special::Init) {
            return Err(vm.type_error(format!("{}() takes no arguments", class.name_text())));
        }
    }
    if class.is_abstract.get() {
        return Err(abstract_error(vm, &class));
    }
    Ok(heap::alloc(&class, Plain).into())
}

fn object_init(vm: &Vm, args: &[Value]) -> PyResult {
    let class = vm.class_of(&args[0]);
    if has_excess(&args[1], &args[2]) {
        if !is_objects(vm, class, Special::Init) {
            return Err(vm.type_error(
                "object.__init__() takes exactly one argument (the instance to initialize)",
            ));
        }
        if is_objects(vm, class, Special::New) {
            return Err(vm.type_error(format!(
                "{}.__init__() takes exactly one argument (the instance to initialize)",
                class.name_text()
            )));
        }
    }
    Ok(Value::None)
}

fn has_excess(args: &Value, keywords: &Value) -> bool {
    args.get::<Tuple>()
        .is_some_and(|tuple| !tuple.items.is_empty())
        || keywords.get::<Dict>().is_some_and(|dict| !dict.is_empty())
}

/// Whether the class uses `object`'s own `__new__` or `__init__`.
fn is_objects(vm: &Vm, class: &Class, special: Special) -> bool {
    match (
        class.special(vm, special),
        vm.types.object.special(vm, special),
    ) {
        (Some(a), Some(b)) => a.is(&b),
        _ => false,
    }
}

fn abstract_error(vm: &Vm, class: &Ref<Class>) -> Raised {
    let names = lookup::get_optional(vm, &class.value(), &vm.names.__abstractmethods__);
    let names = names
        .ok()
        .flatten()
        .map_or(Ok(Vec::new()), |names| ops::collect(vm, &names));
    let mut names: Vec<String> = match names {
        Ok(names) => names
            .iter()
            .filter_map(|n| n.get::<Str>().map(|n| n.to_string()))
            .collect(),
        Err(raised) => return raised,
    };
    names.sort();
    let plural = if names.len() == 1 { "" } else { "s" };
    vm.type_error(format!(
        "Can't instantiate abstract class {} without an implementation for abstract method{plural} '{}'",
        class.name_text(),
        names.join("', '")
    ))
}

fn getattribute(vm: &Vm, args: &[Value]) -> PyResult {
    let name = super::name_arg(vm, &args[1], "attribute name must be string, not ")?;
    let class = vm.class_of(&args[0]).clone();
    match lookup::generic_get(vm, &args[0], &class, &name)? {
        Some(value) => Ok(value),
        None => Err(lookup::no_attribute(vm, &args[0], &name)),
    }
}

fn setattr(vm: &Vm, args: &[Value]) -> PyResult {
    let name = super::name_arg(vm, &args[1], "attribute name must be string, not ")?;
    lookup::builtin_set(vm, &args[0], Access::Generic, &name, args[2].clone()).map(|()| Value::None)
}

fn delattr(vm: &Vm, args: &[Value]) -> PyResult {
    let name = super::name_arg(vm, &args[1], "attribute name must be string, not ")?;
    lookup::builtin_set(vm, &args[0], Access::Generic, &name, Value::Unbound).map(|()| Value::None)
}

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(vm.str(&ops::default_repr(vm, &args[0])))
}

fn str(vm: &Vm, args: &[Value]) -> PyResult {
    ops::repr(vm, &args[0]).map(Value::from)
}

fn hash(_vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::Int(ops::identity_hash(&args[0])))
}

fn eq(_vm: &Vm, args: &[Value]) -> PyResult {
    Ok(if args[0].is(&args[1]) {
        Value::True
    } else {
        Value::NotImplemented
    })
}

fn ne(vm: &Vm, args: &[Value]) -> PyResult {
    let Some(method) = vm.class_of(&args[0]).special(vm, Special::Eq) else {
        return Ok(Value::NotImplemented);
    };
    let result = crate::object::descriptor::call_special(vm, method, &args[0], &args[1..])?;
    if result.is_not_implemented() {
        return Ok(result);
    }
    Ok(Value::bool(!ops::truth(vm, &result)?))
}

fn unordered(_vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(Value::NotImplemented)
}

fn get_class(vm: &Vm, this: &Value) -> PyResult {
    Ok(vm.class_of(this).value())
}

fn set_class(vm: &Vm, this: &Value, value: Value) -> PyResult<()> {
    super::type_::assign_class(vm, this, value)
}

/// Whether the value is a `str` usable as it is.
pub fn is_exact_str(vm: &Vm, value: &Value) -> bool {
    value.get::<Str>().is_some() && *vm.class_of(value) == vm.types.str
}
