//! `object`: the base of all classes.

use super::{reduce, slots};
use crate::object::class::{Access, Class};
use crate::object::heap::{self, Kind, Obj, Ref, Trace};
use crate::object::lookup;
use crate::object::ops;
use crate::object::special::Special;
use crate::object::table::{self, Row, TypeTable, class_method, getset, method};
use crate::object::value::{PyResult, Raised, Value};
use crate::types::dict::Dict;
use crate::types::dict_methods;
use crate::types::native;
use crate::types::str::Str;
use crate::types::tuple::Tuple;
use crate::types::type_::effective_new;
use crate::vm::Vm;
use std::collections::HashSet;

/// The payload of objects that have none: instances of classes written in Python.
pub struct Plain;

impl Trace for Plain {
    fn trace(&self, _visit: &mut dyn FnMut(&Obj)) {}
}

/// The type's table.
pub const OBJECT: TypeTable = TypeTable {
    name: "object",
    told: Some("()"),
    kind: Kind::Instance,
    subclassable: true,
    doc: "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\ninstance that has no instance attributes and cannot be given any.\n",
    methods: &[
        table::new("__new__(type, *args, **kwargs)", object_new)
            .quickly(|vm, args| object_new(vm, &collected(vm, args))),
        method(
            "__init__(self, /, *args, **kwargs)",
            object_init,
            "Initialize self.  See help(type(self)) for accurate signature.",
        )
        .quickly(|vm, args| object_init(vm, &collected(vm, args))),
        slots::getattribute(getattribute),
        slots::setattr(setattr),
        slots::delattr(delattr),
        slots::repr(repr),
        slots::str(str),
        slots::hash(hash),
        slots::eq(eq),
        slots::ne(ne),
        slots::lt(unordered),
        slots::le(unordered),
        slots::gt(unordered),
        slots::ge(unordered),
        method(
            "__reduce_ex__(self, protocol, /)",
            reduce::reduce_ex,
            "Helper for pickle.",
        ),
        method("__reduce__(self, /)", reduce::reduce, "Helper for pickle."),
        method(
            "__getstate__(self, /)",
            reduce::get_state,
            "Helper for pickle.",
        ),
        class_method(
            "__subclasshook__(type, object, /)",
            subclass_hook,
            "Abstract classes can override this to customize issubclass().\n\nThis is invoked early on by abc.ABCMeta.__subclasscheck__().\nIt should return True, False or NotImplemented.  If it returns\nNotImplemented, the normal algorithm is used.  Otherwise, it\noverrides the normal algorithm (and the outcome is cached).\n",
        ),
        class_method(
            "__init_subclass__(type, /, *args, **kwargs)",
            init_subclass,
            "This method is called when a class is subclassed.\n\nThe default implementation does nothing. It may be\noverridden to extend subclasses.\n",
        ).told("($type, /)"),
        method(
            "__format__(self, format_spec, /)",
            format,
            "Default object formatter.\n\nReturn str(self) if format_spec is empty. Raise TypeError otherwise.",
        ),
        SIZEOF,
        method("__dir__(self, /)", dir, "Default dir() implementation."),
    ],
    properties: &[getset(
        "__class__",
        get_class,
        set_class,
        "the object's class",
    )],
    ..TypeTable::DEFAULT
};

/// Arguments by position as `(first, *args, **kwargs)` takes them; what nobody gave is `Unbound`.
fn collected(vm: &Vm, args: &[Value]) -> [Value; 3] {
    let first = args.first().cloned().unwrap_or(Value::Unbound);
    let rest = match args.get(1..) {
        None | Some([]) => Value::Unbound,
        Some(rest) => vm.tuple_of(rest.iter().cloned()),
    };
    [first, rest, Value::Unbound]
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
fn is_objects(vm: &Vm, class: &Ref<Class>, special: Special) -> bool {
    // A built-in class does not inherit `__new__`.
    let built_in = || class.table.is_some_and(|table| table.name != "object");
    if special == Special::New && (class.asks_for_new.get() || built_in()) {
        return false;
    }
    match special {
        Special::Init => is_left_alone(vm, class),
        _ => is_of_object(vm, effective_new(vm, class), special),
    }
}

/// Whether making an instance leaves it to `object.__init__`.
pub fn is_left_alone(vm: &Vm, class: &Ref<Class>) -> bool {
    has_objects_init(vm, class) && !asks_for_init(vm, class)
}

/// Whether what a class finds as `__init__` is `object`'s.
pub fn has_objects_init(vm: &Vm, class: &Ref<Class>) -> bool {
    is_of_object(vm, class.special(vm, Special::Init), Special::Init)
}

fn is_of_object(vm: &Vm, found: Option<Value>, special: Special) -> bool {
    match (found, vm.types.object.special(vm, special)) {
        (Some(a), Some(b)) => native::is_same(&a, &b),
        _ => false,
    }
}

/// Whether making an instance asks for `__init__` by name: a class with one of its own does that, whatever a change
/// of its bases' MRO has put before it.
fn asks_for_init(vm: &Vm, class: &Ref<Class>) -> bool {
    class.is_heap() && !class.hides_init.get() && {
        let own = class.dict(vm).get_name(vm.special_name(Special::Init));
        own.is_some() && !is_of_object(vm, own, Special::Init)
    }
}

fn abstract_error(vm: &Vm, class: &Ref<Class>) -> Raised {
    let names = lookup::get_optional(vm, &class.value(), &vm.names.__abstractmethods__);
    let names = names
        .ok()
        .flatten()
        .map_or(Ok(Vec::new()), |names| ops::collect(vm, &names));
    let mut names: Vec<String> = match names {
        Ok(found) => {
            let mut names = Vec::new();
            for (at, name) in found.iter().enumerate() {
                let Some(text) = name.get::<Str>() else {
                    return vm.type_error(format!(
                        "sequence item {at}: expected str instance, {} found",
                        vm.type_name(name)
                    ));
                };
                names.push(text.to_string());
            }
            names
        }
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
    let name = super::attribute_arg(vm, &args[1])?;
    let class = vm.class_of(&args[0]).clone();
    match lookup::generic_get(vm, &args[0], &class, &name)? {
        Some(value) => Ok(value),
        None => {
            // Also of a class: `type`'s own method has other words.
            let text = format!(
                "'{}' object has no attribute '{name}'",
                vm.type_name(&args[0])
            );
            Err(vm.attribute_error(&args[0], &name.value(), text))
        }
    }
}

fn setattr(vm: &Vm, args: &[Value]) -> PyResult {
    check_jump(vm, &args[0], Access::Generic, "__setattr__")?;
    let name = super::attribute_arg(vm, &args[1])?;
    lookup::builtin_set(vm, &args[0], Access::Generic, &name, args[2].clone()).map(|()| Value::None)
}

/// Refuses to write past a native `__setattr__` or `__delattr__` that a class nearer to the object has:
/// `object.__setattr__(SomeClass, ...)` would forget what `type` checks.
///
/// # Errors
/// TypeError in that case.
pub fn check_jump(vm: &Vm, this: &Value, access: Access, what: &str) -> PyResult<()> {
    let class = vm.class_of(this);
    let mut nearest = Some(class.clone());
    while let Some(at) = nearest {
        match at.set_access(vm) {
            Access::Custom | Access::Unknown => nearest = at.base(),
            found if found == access => return Ok(()),
            _ => break,
        }
    }
    let name = class.name_text();
    Err(vm.type_error(format!("can't apply this {what} to {name} object")))
}

fn delattr(vm: &Vm, args: &[Value]) -> PyResult {
    check_jump(vm, &args[0], Access::Generic, "__delattr__")?;
    let name = super::attribute_arg(vm, &args[1])?;
    lookup::builtin_set(vm, &args[0], Access::Generic, &name, Value::Unbound).map(|()| Value::None)
}

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(vm.str(&ops::default_repr(vm, &args[0])))
}

fn str(vm: &Vm, args: &[Value]) -> PyResult {
    // `str()` itself checks what comes back.
    match vm.class_of(&args[0]).special(vm, Special::Repr) {
        Some(method) => {
            let result = crate::object::descriptor::call_if_bound(vm, method, &args[0], &[])?;
            Ok(result.unwrap_or_else(|| ops::bare_repr(vm, &args[0]).into()))
        }
        None => repr(vm, args),
    }
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
    let result = crate::object::descriptor::call_if_bound(vm, method, &args[0], &args[1..])?;
    let Some(result) = result.filter(|result| !result.is_not_implemented()) else {
        return Ok(Value::NotImplemented);
    };
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

fn format(vm: &Vm, args: &[Value]) -> PyResult {
    let spec = super::args::text(vm, &args[1], "__format__() argument")?;
    if !spec.is_empty() {
        return Err(vm.type_error(format!(
            "unsupported format string passed to {}.__format__",
            vm.type_name(&args[0])
        )));
    }
    ops::str(vm, &args[0]).map(Value::from)
}

/// The row of `__sizeof__`, which some types have for themselves.
pub const SIZEOF: Row = method(
    "__sizeof__(self, /)",
    sizeof,
    "Size of object in memory, in bytes.",
);

fn sizeof(_vm: &Vm, args: &[Value]) -> PyResult {
    let Some(obj) = args[0].obj() else {
        return Ok(Value::Int(16));
    };
    // What sys.getsizeof() adds is part of an object's size here.
    let before = super::class_layout::size_before(obj.class()) - 16;
    Ok(Value::Int((obj.size() as i64 - before).max(16)))
}

fn subclass_hook(_vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(Value::NotImplemented)
}

fn init_subclass(vm: &Vm, args: &[Value]) -> PyResult {
    let name = args[0]
        .as_ref::<Class>()
        .map_or(String::new(), |class| super::type_::qualname(vm, class));
    let given = args[1].get::<Tuple>().map_or(0, |tuple| tuple.items.len());
    if given > 0 {
        return Err(vm.type_error(format!(
            "{name}.__init_subclass__() takes no arguments ({given} given)"
        )));
    }
    if args[2].get::<Dict>().is_some_and(|dict| !dict.is_empty()) {
        return Err(vm.type_error(format!(
            "{name}.__init_subclass__() takes no keyword arguments"
        )));
    }
    Ok(Value::None)
}

/// The names of the instance, its class and the bases.
fn dir(vm: &Vm, args: &[Value]) -> PyResult {
    let own = lookup::get_optional(vm, &args[0], &vm.names.__dict__)?;
    let names = match own.as_ref().and_then(|own| own.as_ref::<Dict>()) {
        Some(own) => {
            // CPython collects the names in the keys that the instances share: there is no room in them then.
            if !own.is_empty() {
                own.note_split(false);
            }
            dict_methods::plain_copy(vm, own)?
        }
        None => vm.dict(),
    };
    if let Some(class) = lookup::get_optional(vm, &args[0], &vm.names.__class__)? {
        add_class_names(vm, &names, &class)?;
    }
    Ok(vm.list(names.keys()))
}

/// Whether a class's `__dict__` and `__bases__` are what `type` gives: its metaclass has no other.
fn is_plain_class(vm: &Vm, class: &Ref<Class>) -> bool {
    let meta = class.as_obj().class();
    let same = |name| {
        let (found, own) = (
            lookup::class_find(vm, meta, name),
            vm.types.type_.dict(vm).get_name(name),
        );
        matches!((found, own), (Some(found), Some(own)) if found.is(&own))
    };
    *meta == vm.types.type_
        || (meta.get_access(vm) == Access::Type
            && same(&vm.names.__dict__)
            && same(&vm.names.__bases__))
}

/// A class and its bases in the order in which `dir` comes by them; `None` where one of them may say something
/// else than what it is.
fn plain_classes(vm: &Vm, class: &Ref<Class>) -> Option<Vec<Ref<Class>>> {
    let (mut found, mut seen) = (Vec::new(), HashSet::new());
    let mut left = vec![class.clone()];
    while let Some(class) = left.pop() {
        if !is_plain_class(vm, &class) {
            return None;
        }
        if seen.insert(class.as_obj().address()) {
            left.extend(class.bases().iter().rev().cloned());
            found.push(class);
        }
    }
    Some(found)
}

/// Adds the names of a class and its bases, or of what says that it is one.
///
/// # Errors
/// What asking for `__dict__` and `__bases__` raises, and TypeError for what can't be those.
pub fn add_class_names(vm: &Vm, names: &Dict, class: &Value) -> PyResult<()> {
    if let Some(class) = class.as_ref::<Class>()
        && let Some(classes) = plain_classes(vm, class)
    {
        for base in classes {
            for key in base.dict(vm).keys() {
                drop(names.insert(vm, key, Value::None)?);
            }
        }
        return Ok(());
    }
    let _guard = vm.recurse("")?;
    if let Some(own) = lookup::get_optional(vm, class, &vm.names.__dict__)? {
        crate::types::dict_methods::update_from_any_mapping(vm, names, &own)?;
    }
    if let Some(bases) = lookup::get_optional(vm, class, &vm.names.__bases__)? {
        // A sequence by its length and items, as CPython reads it.
        for at in 0..ops::len(vm, &bases)? {
            let base = ops::get_item(vm, &bases, &Value::Int(at as i64))?;
            add_class_names(vm, names, &base)?;
        }
    }
    Ok(())
}
