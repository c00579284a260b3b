//! `module`. Importing is in `exec::import`.

use crate::object::class::Access;
use crate::object::heap::{self, Kind, Obj, Ref, Trace};
use crate::object::lookup;
use crate::object::ops;
use crate::object::shape::Name;
use crate::object::table::{self, TypeTable, method};
use crate::object::value::{PyResult, Raised, Value};
use crate::stdlib::spec;
use crate::types::dict::Dict;
use crate::types::slots;
use crate::types::str::text_of;
use crate::vm::Vm;

/// The payload of modules. Their namespace is the instance `__dict__`.
pub struct Module;

impl Trace for Module {
    fn trace(&self, _visit: &mut dyn FnMut(&Obj)) {}
}

/// A module around a namespace, which becomes its `__dict__`.
pub fn from_namespace(vm: &Vm, namespace: &Ref<Dict>) -> Ref<Module> {
    let module = heap::alloc(&vm.types.module, Module);
    lookup::replace_dict(vm, module.as_obj(), Some(namespace.clone()));
    module
}

/// The module's namespace.
pub fn namespace(vm: &Vm, module: &Obj) -> Option<Ref<Dict>> {
    lookup::materialise(vm, module)
}

/// A new module with the names that every module has.
pub fn create(vm: &Vm, name: Value) -> (Ref<Module>, Ref<Dict>) {
    // First the module: the collector looks at objects in their order, and would find what the namespace
    // holds reachable only late.
    let module = heap::alloc(&vm.types.module, Module);
    let namespace = vm.dict();
    fill(vm, &namespace, name, Value::None);
    lookup::replace_dict(vm, module.as_obj(), Some(namespace.clone()));
    (module, namespace)
}

/// Gives a namespace the names that every module has.
pub fn fill(vm: &Vm, namespace: &Ref<Dict>, name: Value, doc: Value) {
    let n = &vm.names;
    drop(namespace.set_name(&n.__name__, name));
    drop(namespace.set_name(&n.__doc__, doc));
    for name in [&n.__package__, &n.__loader__, &n.__spec__] {
        drop(namespace.set_name(name, Value::None));
    }
}

/// Why a module may lack what one expects of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Shadowing {
    /// Its file hides a module of the standard library.
    Stdlib,
    /// Its file lies where the program's own modules are, and it is not initialised yet.
    Other,
    /// It is not initialised yet.
    Partial,
    /// Nothing special.
    No,
}

/// Whether a module is still being initialised.
pub fn is_partial(vm: &Vm, module: &Value) -> bool {
    let spec = module
        .obj()
        .and_then(|module| lookup::instance_find(vm, module, &vm.names.__spec__));
    spec.is_some_and(|spec| is_initialising(vm, &spec))
}

/// Whether the module of that spec is being initialised.
fn is_initialising(vm: &Vm, spec: &Value) -> bool {
    let flag = spec
        .obj()
        .and_then(|spec| lookup::instance_find(vm, spec, &vm.intern("_initializing")));
    matches!(flag, Some(Value::True))
}

/// Whether a module hides another one, as CPython's messages guess it.
fn shadowing(vm: &Vm, module: &Value) -> Shadowing {
    let Some(obj) = module.obj() else {
        return Shadowing::No;
    };
    let spec = lookup::instance_find(vm, obj, &vm.names.__spec__).unwrap_or(Value::None);
    let partial = is_initialising(vm, &spec);
    let otherwise = if partial {
        Shadowing::Partial
    } else {
        Shadowing::No
    };
    let origin = spec
        .obj()
        .and_then(|spec| lookup::instance_find(vm, spec, &vm.intern("origin")));
    let Some(origin) = origin.as_ref().and_then(text_of) else {
        return otherwise;
    };
    let origin = origin.to_string_lossy();
    let Some(first) = crate::stdlib::sys::safe_first_path(vm) else {
        return otherwise;
    };
    let mut folder = origin.rsplit_once('/').map_or("", |(folder, _)| folder);
    if let Some(package) = origin.strip_suffix("/__init__.py") {
        folder = package.rsplit_once('/').map_or("", |(folder, _)| folder);
    }
    if folder != first {
        return otherwise;
    }
    let own = lookup::instance_find(vm, obj, &vm.names.__name__);
    let own = own.as_ref().and_then(text_of).map(|t| t.to_string_lossy());
    match own {
        Some(own) if crate::stdlib::names::is_stdlib(&own) => Shadowing::Stdlib,
        _ if partial => Shadowing::Other,
        _ => Shadowing::No,
    }
}

/// `module 'm' has no attribute 'x'`
pub fn no_attribute(vm: &Vm, obj: &Value, _module: &Module, name: &Name) -> Raised {
    let own = obj
        .obj()
        .and_then(|o| lookup::instance_find(vm, o, &vm.names.__name__));
    let Some(own) = own.as_ref().and_then(text_of).map(|t| t.to_string_lossy()) else {
        return vm.unnamed_attribute_error(format!("module has no attribute '{name}'"));
    };
    let origin = || {
        let spec = obj
            .obj()
            .and_then(|o| lookup::instance_find(vm, o, &vm.names.__spec__))?;
        let origin = lookup::instance_find(vm, spec.obj()?, &vm.intern("origin"))?;
        text_of(&origin).map(|text| text.to_string_lossy())
    };
    let text = match shadowing(vm, obj) {
        Shadowing::Stdlib => format!(
            "module '{own}' has no attribute '{name}' (consider renaming '{}' since it has the same name as the standard library module named '{own}' and the import system gives it precedence)",
            origin().unwrap_or_default()
        ),
        Shadowing::Other => format!(
            "module '{own}' has no attribute '{name}' (consider renaming '{}' if it has the same name as a third-party module you intended to import)",
            origin().unwrap_or_default()
        ),
        Shadowing::Partial => match origin() {
            Some(origin) => format!(
                "partially initialized module '{own}' from '{origin}' has no attribute '{name}' (most likely due to a circular import)"
            ),
            None => format!(
                "partially initialized module '{own}' has no attribute '{name}' (most likely due to a circular import)"
            ),
        },
        Shadowing::No if is_uninitialised_submodule(vm, &own, &name.to_string()) => format!(
            "cannot access submodule '{name}' of module '{own}' (most likely due to a circular import)"
        ),
        Shadowing::No => format!("module '{own}' has no attribute '{name}'"),
    };
    vm.unnamed_attribute_error(text)
}

fn is_uninitialised_submodule(vm: &Vm, own: &str, name: &str) -> bool {
    let Some(module) = vm.modules.get_name(&vm.intern(&format!("{own}.{name}"))) else {
        return false;
    };
    let spec = module
        .obj()
        .and_then(|o| lookup::instance_find(vm, o, &vm.names.__spec__));
    spec.is_some_and(|spec| is_initialising(vm, &spec))
}

fn new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = super::class_arg(vm, &args[0], "module")?;
    let module = heap::alloc(&class, Module);
    lookup::replace_dict(vm, module.as_obj(), Some(vm.dict()));
    Ok(module.into())
}

fn init(vm: &Vm, args: &[Value]) -> PyResult {
    super::args::text(vm, &args[1], "module() argument 'name'")?;
    if let Some(namespace) = args[0].obj().and_then(|obj| namespace(vm, obj)) {
        fill(vm, &namespace, args[1].clone(), args[2].clone());
    }
    Ok(Value::None)
}

/// `<module 'm' from '/path/m.py'>`, as `importlib._bootstrap._module_repr` words it. Each attribute is asked for as
/// a program would.
fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let find = |name: &Name| lookup::get_optional(vm, &args[0], name);
    let show = |value: &Value| ops::repr(vm, value).map(|text| text.to_string());
    let loader = find(&vm.names.__loader__)?.unwrap_or(Value::None);
    if let Some(spec) = find(&vm.names.__spec__)?
        && ops::truth(vm, &spec)?
    {
        return spec_repr(vm, &spec);
    }
    let name = match find(&vm.names.__name__)? {
        Some(name) => name,
        None => vm.str("?"),
    };
    let text = match find(&vm.names.__file__)? {
        Some(file) => format!("<module {} from {}>", show(&name)?, show(&file)?),
        None if loader.is_none() => format!("<module {}>", show(&name)?),
        None => format!("<module {} ({})>", show(&name)?, show(&loader)?),
    };
    Ok(vm.str(&text))
}

/// What is shown of a module with a `__spec__`.
fn spec_repr(vm: &Vm, spec: &Value) -> PyResult {
    let get = |name: &str| lookup::get(vm, spec, &vm.intern(name));
    let show = |value: &Value| ops::repr(vm, value).map(|text| text.to_string());
    let name = match get("name")? {
        Value::None => vm.str("?"),
        name => name,
    };
    let text = match get("origin")? {
        Value::None => match get("loader")? {
            Value::None => format!("<module {}>", show(&name)?),
            loader if *vm.class_of(&loader) == spec::classes(vm).namespace => {
                let folders = ops::collect(vm, &get("submodule_search_locations")?)?;
                let folders = show(&vm.list(folders))?;
                format!("<module {} (namespace) from {folders}>", show(&name)?)
            }
            loader => format!("<module {} ({})>", show(&name)?, show(&loader)?),
        },
        origin if ops::truth(vm, &get("has_location")?)? => {
            format!("<module {} from {}>", show(&name)?, show(&origin)?)
        }
        origin => format!("<module {} ({})>", show(&name)?, ops::str(vm, &origin)?),
    };
    Ok(vm.str(&text))
}

/// As `object`'s, but the module's own `__getattr__` is asked last.
fn getattribute(vm: &Vm, args: &[Value]) -> PyResult {
    let name = super::attribute_arg(vm, &args[1])?;
    match lookup::builtin_get(vm, &args[0], Access::Module, &name)? {
        Some(value) => Ok(value),
        None => Err(lookup::missing(vm, &args[0], Access::Module, &name)),
    }
}

/// The dictionary that a module shows as its `__dict__`: a subclass may show another than the module's own.
fn shown_namespace(vm: &Vm, this: &Value) -> PyResult<Ref<Dict>> {
    let shown = lookup::get(vm, this, &vm.names.__dict__)?;
    match shown.as_ref::<Dict>() {
        Some(namespace) => Ok(namespace.clone()),
        None => Err(vm.type_error("<module>.__dict__ is not a dictionary")),
    }
}

fn dir(vm: &Vm, args: &[Value]) -> PyResult {
    let namespace = shown_namespace(vm, &args[0])?;
    match namespace.get_name(&vm.intern("__dir__")) {
        Some(hook) => vm.call(&hook, &[]),
        None => Ok(vm.list(namespace.keys())),
    }
}

/// `__annotations__` is made on first use.
fn get_annotations(vm: &Vm, this: &Value) -> PyResult {
    let namespace = shown_namespace(vm, this)?;
    if let Some(found) = namespace.get_name(&vm.names.__annotations__) {
        return Ok(found);
    }
    let fresh: Value = vm.dict().into();
    drop(namespace.set_name(&vm.names.__annotations__, fresh.clone()));
    Ok(fresh)
}

fn set_annotations(vm: &Vm, this: &Value, value: Value) -> PyResult<()> {
    let namespace = shown_namespace(vm, this)?;
    if value.is_unbound() {
        return match namespace.remove_name(&vm.names.__annotations__) {
            Some(_) => Ok(()),
            None => Err(vm.unnamed_attribute_error("__annotations__")),
        };
    }
    drop(namespace.set_name(&vm.names.__annotations__, value));
    Ok(())
}

fn get_dict(vm: &Vm, this: &Value) -> PyResult {
    match this.obj().and_then(|obj| namespace(vm, obj)) {
        Some(namespace) => Ok(namespace.into()),
        None => Ok(Value::None),
    }
}

/// The type's table.
pub const MODULE: TypeTable = TypeTable {
    name: "module",
    told: Some("(name, doc=None)"),
    kind: Kind::Module,
    subclassable: true,
    has_dict: true,
    weakrefable: true,
    doc: "Create a module object.\n\nThe name must be a string; the optional docstring can have any type.",
    methods: &[
        table::new("__new__(cls, *args, **kwargs)", new),
        method(
            "__init__(self, name, doc=None)",
            init,
            "Initialize self.  See help(type(self)) for accurate signature.",
        ),
        slots::repr(repr),
        slots::getattribute(getattribute),
        method(
            "__dir__(self, /)",
            dir,
            "__dir__() -> list\nspecialized dir() implementation",
        ),
    ],
    properties: &[
        table::member("__dict__", get_dict, ""),
        table::getset("__annotations__", get_annotations, set_annotations, ""),
    ],
    ..TypeTable::DEFAULT
};
