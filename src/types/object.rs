//! `object`: the base of all classes.

use super::slots;
use crate::object::class::{Access, Class};
use crate::object::descriptor::{self, Binding};
use crate::object::heap::{self, Kind, Obj, Ref, Trace};
use crate::object::lookup;
use crate::object::ops;
use crate::object::shape::Name;
use crate::object::special::Special;
use crate::object::table::{self, TypeTable, class_method, getset, method};
use crate::object::value::{PyResult, Raised, Value};
use crate::types::dict::Dict;
use crate::types::list::List;
use crate::types::native::{self, MethodDescriptor, NativeFunction};
use crate::types::str::Str;
use crate::types::tuple::Tuple;
use crate::types::type_::effective_new;
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
            reduce_ex,
            "Helper for pickle.",
        ),
        method("__reduce__(self, /)", reduce, "Helper for pickle."),
        method("__getstate__(self, /)", get_state, "Helper for pickle."),
        class_method(
            "__subclasshook__(type, object, /)",
            subclass_hook,
            "Abstract classes can override this to customize issubclass().\n\nThis is invoked early on by abc.ABCMeta.__subclasscheck__().\nIt should return True, False or NotImplemented.  If it returns\nNotImplemented, the normal algorithm is used.  Otherwise, it\noverrides the normal algorithm (and the outcome is cached).\n",
        ),
        class_method(
            "__init_subclass__(type, /, *args, **kwargs)",
            init_subclass,
            "This method is called when a class is subclassed.\n\nThe default implementation does nothing. It may be\noverridden to extend subclasses.\n",
        ),
        method(
            "__format__(self, format_spec, /)",
            format,
            "Default object formatter.\n\nReturn str(self) if format_spec is empty. Raise TypeError otherwise.",
        ),
        method(
            "__sizeof__(self, /)",
            sizeof,
            "Size of object in memory, in bytes.",
        ),
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
    if special == Special::New && class.table.is_some_and(|table| table.name != "object") {
        return false;
    }
    let found = match special {
        Special::New => effective_new(vm, class),
        _ => class.special(vm, special),
    };
    match (found, vm.types.object.special(vm, special)) {
        (Some(a), Some(b)) => native::is_same(&a, &b),
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
    let name = super::name_arg(vm, &args[1], "attribute name must be string, not ")?;
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
    let name = super::name_arg(vm, &args[1], "attribute name must be string, not ")?;
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
    let name = super::name_arg(vm, &args[1], "attribute name must be string, not ")?;
    lookup::builtin_set(vm, &args[0], Access::Generic, &name, Value::Unbound).map(|()| Value::None)
}

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(vm.str(&ops::default_repr(vm, &args[0])))
}

fn str(vm: &Vm, args: &[Value]) -> PyResult {
    // `str()` itself checks what comes back.
    match vm.class_of(&args[0]).special(vm, Special::Repr) {
        Some(method) => {
            let _guard = vm.recurse(" while getting the str of an object")?;
            crate::object::descriptor::call_special(vm, method, &args[0], &[])
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
    let Some(spec) = args[1].get::<Str>() else {
        return Err(vm.type_error(format!(
            "__format__() argument must be str, not {}",
            vm.type_name(&args[1])
        )));
    };
    if !spec.text.is_empty() {
        return Err(vm.type_error(format!(
            "unsupported format string passed to {}.__format__",
            vm.type_name(&args[0])
        )));
    }
    ops::str(vm, &args[0]).map(Value::from)
}

fn sizeof(_vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::Int(args[0].obj().map_or(16, |obj| obj.size()) as i64))
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
    let names = vm.dict();
    let own = lookup::get_optional(vm, &args[0], &vm.names.__dict__)?;
    if let Some(own) = own.as_ref().and_then(|own| own.get::<Dict>()) {
        for key in own.keys() {
            drop(names.insert(vm, key, Value::None)?);
        }
    }
    if let Some(class) = lookup::get_optional(vm, &args[0], &vm.names.__class__)? {
        add_class_names(vm, &names, &class)?;
    }
    Ok(vm.list(names.keys()))
}

/// The names of a class and its bases, or of what says that it is one.
fn add_class_names(vm: &Vm, names: &Dict, class: &Value) -> PyResult<()> {
    if let Some(class) = class.as_ref::<Class>() {
        for base in class.mro().iter() {
            for key in base.dict(vm).keys() {
                drop(names.insert(vm, key, Value::None)?);
            }
        }
        return Ok(());
    }
    let _guard = vm.recurse("")?;
    if let Some(own) = lookup::get_optional(vm, class, &vm.names.__dict__)? {
        crate::types::dict_methods::update_from(vm, names, &own)?;
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

/// `copyreg` holds the general algorithm.
fn copyreg(vm: &Vm, function: &str, args: &[Value]) -> PyResult {
    let import = vm
        .builtins
        .get_name(&vm.names.__import__)
        .unwrap_or(Value::None);
    let module = vm.call(&import, &[vm.str("copyreg")])?;
    let function = lookup::get(vm, &module, &vm.intern(function))?;
    vm.call(&function, args)
}

fn reduce_ex(vm: &Vm, args: &[Value]) -> PyResult {
    let protocol = ops::index(vm, &args[1])?;
    // An overridden __reduce__ decides.
    let name = &vm.names.__reduce__;
    if let Some(method) = lookup::get_optional(vm, &args[0], name)? {
        let own = lookup::get(vm, &vm.class_of(&args[0]).value(), name)?;
        let default = vm.types.object.dict(vm).get_name(name);
        if default.is_some_and(|default| !own.is(&default)) {
            return vm.call(&method, &[]);
        }
    }
    match protocol {
        Value::Int(protocol) if protocol >= 2 => reduce_new(vm, &args[0]),
        protocol => copyreg(vm, "_reduce_ex", &[args[0].clone(), protocol]),
    }
}

fn reduce(vm: &Vm, args: &[Value]) -> PyResult {
    copyreg(vm, "_reduce_ex", &[args[0].clone(), Value::Int(0)])
}

/// `copyreg.__newobj__` with the arguments for `__new__`, the state, and iterators over items.
fn reduce_new(vm: &Vm, this: &Value) -> PyResult {
    let class = vm.class_of(this).clone();
    if super::type_::constructor(vm, &class).is_none() {
        return Err(cannot_pickle(vm, &class));
    }
    let (function, arguments, has_arguments) = new_arguments(vm, this, &class)?;
    let built_in = class.instance_kind;
    let is_required = !has_arguments && !matches!(built_in, Kind::List | Kind::Dict);
    let state = state_of(vm, this, is_required)?;
    let items = if class.is_subclass(&vm.types.list) {
        ops::iter(vm, this)?
    } else {
        Value::None
    };
    let pairs = if class.is_subclass(&vm.types.dict) {
        let pairs = vm.call_method(this, &vm.names.items, &[])?;
        ops::iter(vm, &pairs)?
    } else {
        Value::None
    };
    Ok(vm.tuple(vec![function, arguments, state, items, pairs]))
}

fn cannot_pickle(vm: &Vm, class: &Class) -> Raised {
    vm.type_error(format!("cannot pickle '{}' object", class.name_text()))
}

/// What `__getstate__` gives; object's own is told whether all there is to the instance has to be in it.
fn state_of(vm: &Vm, this: &Value, is_required: bool) -> PyResult {
    let method = lookup::get(vm, this, &vm.names.__getstate__)?;
    let default = vm.types.object.dict(vm).get_name(&vm.names.__getstate__);
    let of_object = default
        .as_ref()
        .and_then(|default| default.get::<MethodDescriptor>());
    match (method.get::<NativeFunction>(), of_object) {
        (Some(bound), Some(own)) if std::ptr::eq(bound.row, own.row) && bound.receiver.is(this) => {
            default_state(vm, this, is_required)
        }
        _ => vm.call(&method, &[]),
    }
}

/// How to make the instance anew: the function, its arguments, and whether the class gave any.
fn new_arguments(vm: &Vm, this: &Value, class: &Ref<Class>) -> PyResult<(Value, Value, bool)> {
    let import = vm
        .builtins
        .get_name(&vm.names.__import__)
        .unwrap_or(Value::None);
    let module = vm.call(&import, &[vm.str("copyreg")])?;
    if let Some(method) = on_type(vm, this, &vm.names.__getnewargs_ex__)? {
        let pair = vm.call(&method, &[])?;
        let parts = tuple_of("__getnewargs_ex__ should return a tuple", vm, &pair)?;
        let [args, kwargs] = &parts.items[..] else {
            return Err(vm.value_error(format!(
                "__getnewargs_ex__ should return a tuple of length 2, not {}",
                parts.items.len()
            )));
        };
        let first = "first item of the tuple returned by __getnewargs_ex__ must be a tuple";
        tuple_of(first, vm, args)?;
        let Some(named) = kwargs.get::<Dict>() else {
            return Err(vm.type_error(format!(
                "second item of the tuple returned by __getnewargs_ex__ must be a dict, not '{}'",
                vm.type_name(kwargs)
            )));
        };
        if named.is_empty() {
            let function = lookup::get(vm, &module, &vm.intern("__newobj__"))?;
            let all = std::iter::once(class.value())
                .chain(tuple_of(first, vm, args)?.items.iter().cloned());
            return Ok((function, vm.tuple_of(all), true));
        }
        let function = lookup::get(vm, &module, &vm.intern("__newobj_ex__"))?;
        return Ok((
            function,
            vm.tuple(vec![class.value(), args.clone(), kwargs.clone()]),
            true,
        ));
    }
    let mut all = vec![class.value()];
    let method = on_type(vm, this, &vm.names.__getnewargs__)?;
    if let Some(method) = &method {
        let args = vm.call(method, &[])?;
        let args = tuple_of("__getnewargs__ should return a tuple", vm, &args)?;
        all.extend(args.items.iter().cloned());
    }
    let function = lookup::get(vm, &module, &vm.intern("__newobj__"))?;
    Ok((function, vm.tuple(all), method.is_some()))
}

/// What the type has under the name, bound.
fn on_type(vm: &Vm, this: &Value, name: &Name) -> PyResult<Option<Value>> {
    let class = vm.class_of(this).clone();
    match class.mro_lookup(vm, name) {
        Some(found) => descriptor::get(vm, &found, Binding::Instance(this, &class)).map(Some),
        None => Ok(None),
    }
}

/// A tuple that a method of pickling's must have answered.
fn tuple_of<'a>(rule: &str, vm: &Vm, value: &'a Value) -> PyResult<&'a Tuple> {
    value
        .get::<Tuple>()
        .ok_or(())
        .map_err(|()| vm.type_error(format!("{rule}, not '{}'", vm.type_name(value))))
}

fn get_state(vm: &Vm, args: &[Value]) -> PyResult {
    default_state(vm, &args[0], false)
}

/// The instance's `__dict__` (or `None`), with the values of its slots where there are any. Where all of
/// the instance is required, it may have no more to it than that.
fn default_state(vm: &Vm, this: &Value, is_required: bool) -> PyResult {
    let Value::Obj(obj) = this else {
        return Ok(Value::None);
    };
    let class = obj.class();
    if is_required && super::type_::has_items(class) {
        return Err(vm.type_error(format!("cannot pickle {} objects", class.name_text())));
    }
    let state = match lookup::materialise(vm, obj) {
        Some(dict) if !dict.is_empty() => dict.value(),
        _ => Value::None,
    };
    let slots = vm.dict();
    let names = match obj.class().dict(vm).get_name(&vm.intern("__slotnames__")) {
        Some(names) => names,
        None => copyreg(vm, "_slotnames", &[obj.class().value()])?,
    };
    if !names.is_none() && names.get::<List>().is_none() {
        return Err(vm.type_error(format!(
            "{}.__slotnames__ should be a list or None, not {}",
            obj.class().name_text(),
            vm.type_name(&names)
        )));
    }
    let named = names.get::<List>().map_or(0, |list| list.items.len());
    let has_more = obj.class().instance_kind != Kind::Instance
        || usize::from(obj.class().trailer().slots) > named;
    if is_required && has_more {
        return Err(cannot_pickle(vm, obj.class()));
    }
    if !names.is_none() {
        for name in ops::collect(vm, &names)? {
            let attribute = super::name_arg(vm, &name, "attribute name must be string, not ")?;
            if let Some(value) = lookup::get_optional(vm, this, &attribute)? {
                drop(slots.insert(vm, name, value)?);
            }
        }
    }
    if slots.is_empty() {
        return Ok(state);
    }
    Ok(vm.tuple(vec![state, slots.into()]))
}
