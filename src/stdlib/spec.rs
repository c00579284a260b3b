//! Module specs and loaders, as programs see them: `ModuleSpec`, the loaders, `__path__` of namespace
//! packages, and the finders in `sys.meta_path`. What they do is in `finder`.

use super::finder;
use crate::exec::import;
use crate::object::build;
use crate::object::class::Class;
use crate::object::heap::{self, Kind, Ref};
use crate::object::lookup;
use crate::object::ops;
use crate::object::table::{Property, TypeTable, class_method, getset, getter, method};
use crate::object::value::{PyResult, Raised, Value};
use crate::types::list::List;
use crate::types::object::Plain;
use crate::types::str::text_of;
use crate::types::{make_class, slots};
use crate::vm::Vm;
use std::cell::OnceCell;

/// The classes of one interpreter.
pub struct Classes {
    /// `ModuleSpec`
    pub spec: Ref<Class>,
    /// `BuiltinImporter`, finder and loader of native modules.
    pub builtin: Ref<Class>,
    /// `FrozenImporter`, finder and loader of modules written in Python that come with the program.
    pub frozen: Ref<Class>,
    /// `PathFinder`
    pub path: Ref<Class>,
    /// `SourceFileLoader`
    pub source: Ref<Class>,
    /// `NamespaceLoader`
    pub namespace: Ref<Class>,
    /// `_NamespacePath`
    pub namespace_path: Ref<Class>,
}

/// Where an interpreter keeps them.
#[derive(Default)]
pub struct Specs(OnceCell<Classes>);

const OBJECT: TypeTable = TypeTable {
    module: "_frozen_importlib",
    kind: Kind::Instance,
    subclassable: true,
    has_dict: true,
    weakrefable: true,
    ..TypeTable::DEFAULT
};

/// What loaders have in common: names are their attributes `name` and `path`.
const LOADER_NEW: crate::object::table::Row =
    crate::object::table::new("__new__(cls, *args, **kwargs)", new_plain);

const DICT: Property = getset("__dict__", build::get_dict, build::set_dict, "");

static SPEC: TypeTable = TypeTable {
    name: "ModuleSpec",
    doc: "The specification for a module, used for loading.",
    methods: &[
        LOADER_NEW,
        method(
            "__init__(self, name, loader, *, origin=None, loader_state=None, is_package=None)",
            spec_init,
            "Initialize self.  See help(type(self)) for accurate signature.",
        ),
        slots::repr(spec_repr),
        slots::eq(spec_eq),
    ],
    properties: &[
        getter("parent", spec_parent, "The name of the module's parent."),
        getset("has_location", get_has_location, set_has_location, ""),
        getset("cached", get_cached, set_cached, ""),
        DICT,
    ],
    ..OBJECT
};

static BUILTIN: TypeTable = TypeTable {
    name: "BuiltinImporter",
    doc: "Meta path import for built-in modules.",
    methods: &[
        class_method(
            "find_spec(cls, fullname, path=None, target=None)",
            finder::find_builtin,
            "",
        ),
        class_method(
            "create_module(cls, spec)",
            finder::create_builtin,
            "Create a built-in module",
        ),
        class_method(
            "exec_module(cls, module)",
            finder::exec_builtin,
            "Exec a built-in module",
        ),
        class_method("get_code(cls, fullname)", answer_none, ""),
        class_method("get_source(cls, fullname)", answer_none, ""),
        class_method("is_package(cls, fullname)", answer_false, ""),
    ],
    ..OBJECT
};

static FROZEN: TypeTable = TypeTable {
    name: "FrozenImporter",
    doc: "Meta path import for modules that come with the interpreter.",
    methods: &[
        class_method(
            "find_spec(cls, fullname, path=None, target=None)",
            finder::find_frozen,
            "",
        ),
        class_method("create_module(cls, spec)", answer_none, ""),
        class_method("exec_module(cls, module)", finder::exec_frozen, ""),
        class_method("get_source(cls, fullname)", finder::frozen_source, ""),
        class_method("is_package(cls, fullname)", finder::frozen_is_package, ""),
    ],
    ..OBJECT
};

static PATH: TypeTable = TypeTable {
    name: "PathFinder",
    module: "_frozen_importlib_external",
    doc: "Meta path finder for sys.path and package __path__ attributes.",
    methods: &[
        class_method(
            "find_spec(cls, fullname, path=None, target=None)",
            finder::find_on_path,
            "",
        ),
        class_method("invalidate_caches(cls)", answer_none, ""),
    ],
    ..OBJECT
};

static SOURCE: TypeTable = TypeTable {
    name: "SourceFileLoader",
    module: "_frozen_importlib_external",
    doc: "Concrete implementation of SourceLoader using the file system.",
    methods: &[
        LOADER_NEW,
        method(
            "__init__(self, fullname, path)",
            source_init,
            "Initialize self.  See help(type(self)) for accurate signature.",
        ),
        slots::eq(spec_eq),
        method(
            "create_module(self, spec)",
            answer_none,
            "Use default semantics for module creation.",
        ),
        method(
            "exec_module(self, module)",
            finder::exec_source,
            "Execute the module.",
        ),
        method("get_filename(self, fullname=None)", source_filename, ""),
        method(
            "get_data(self, path)",
            finder::get_data,
            "Return the data from path as raw bytes.",
        ),
        method("get_source(self, fullname=None)", finder::get_source, ""),
        method("get_code(self, fullname=None)", finder::get_code, ""),
        method("is_package(self, fullname)", source_is_package, ""),
    ],
    properties: &[DICT],
    ..OBJECT
};

static NAMESPACE: TypeTable = TypeTable {
    name: "NamespaceLoader",
    module: "_frozen_importlib_external",
    methods: &[
        method(
            "create_module(self, spec)",
            answer_none,
            "Use default semantics for module creation.",
        ),
        method("exec_module(self, module)", answer_none, ""),
        method("is_package(self, fullname)", answer_true, ""),
    ],
    properties: &[DICT],
    ..OBJECT
};

static NAMESPACE_PATH: TypeTable = TypeTable {
    name: "_NamespacePath",
    module: "_frozen_importlib_external",
    kind: Kind::List,
    methods: &[slots::repr(namespace_path_repr)],
    ..TypeTable::DEFAULT
};

/// The interpreter's classes of specs and loaders.
pub fn classes(vm: &Vm) -> &Classes {
    vm.state.specs.0.get_or_init(|| {
        let object = &vm.types.object;
        Classes {
            spec: make_class(vm, &SPEC, object),
            builtin: make_class(vm, &BUILTIN, object),
            frozen: make_class(vm, &FROZEN, object),
            path: make_class(vm, &PATH, object),
            source: make_class(vm, &SOURCE, object),
            namespace: make_class(vm, &NAMESPACE, object),
            namespace_path: make_class(vm, &NAMESPACE_PATH, &vm.types.list),
        }
    })
}

/// `__path__` of a namespace package.
pub fn namespace_path(vm: &Vm, folders: Vec<Value>) -> Value {
    heap::alloc(&classes(vm).namespace_path, List::new(folders)).into()
}

fn namespace_path_repr(vm: &Vm, args: &[Value]) -> PyResult {
    let items = args[0]
        .get::<List>()
        .map_or_else(Vec::new, |list| list.items.to_vec());
    let shown = ops::repr(vm, &vm.list(items))?;
    Ok(vm.str(&format!("_NamespacePath({shown})")))
}

/// An attribute of a spec or loader.
pub fn field(vm: &Vm, this: &Value, name: &str) -> Value {
    this.obj()
        .and_then(|obj| lookup::instance_find(vm, obj, &vm.intern(name)))
        .unwrap_or(Value::None)
}

/// Sets an attribute of a spec or loader.
pub fn set_field(vm: &Vm, this: &Value, name: &str, value: Value) {
    if let Some(obj) = this.obj() {
        lookup::instance_set(vm, obj, &vm.intern(name), value);
    }
}

/// What a spec is made of.
pub struct Parts {
    /// The module's name.
    pub name: String,
    /// The loader.
    pub loader: Value,
    /// `origin`
    pub origin: Value,
    /// `submodule_search_locations`: `None` or a list.
    pub locations: Value,
    /// Whether `origin` is a file.
    pub has_location: bool,
}

/// A spec.
pub fn make(vm: &Vm, parts: Parts) -> Value {
    let spec: Value = heap::alloc(&classes(vm).spec, Plain).into();
    set_field(vm, &spec, "name", vm.str(&parts.name));
    set_field(vm, &spec, "loader", parts.loader);
    set_field(vm, &spec, "origin", parts.origin);
    set_field(vm, &spec, "loader_state", Value::None);
    set_field(vm, &spec, "submodule_search_locations", parts.locations);
    set_field(vm, &spec, "_uninitialized_submodules", vm.list(Vec::new()));
    set_field(vm, &spec, "_set_fileattr", Value::bool(parts.has_location));
    set_field(vm, &spec, "_cached", Value::None);
    spec
}

/// Where CPython would keep the compiled file of a source; a compiled file is its own.
fn cache_path(vm: &Vm, path: &str) -> Value {
    if path.ends_with(".pyc") {
        return vm.str(path);
    }
    let Some(stem) = path.strip_suffix(".py") else {
        return Value::None;
    };
    let (folder, stem) = match stem.rsplit_once('/') {
        Some((folder, stem)) => (format!("{}/", folder.trim_end_matches('/')), stem),
        None => (String::new(), stem),
    };
    vm.str(&format!("{folder}__pycache__/{stem}.dunder-313.pyc"))
}

/// The spec of a native module.
///
/// # Errors
/// None that is expected.
pub fn native(vm: &Vm, name: &str) -> PyResult {
    Ok(make(
        vm,
        Parts {
            name: name.to_owned(),
            loader: classes(vm).builtin.value(),
            origin: vm.str("built-in"),
            locations: Value::None,
            has_location: false,
        },
    ))
}

/// A loader of a source file.
pub fn source_loader(vm: &Vm, name: &str, path: &str) -> Value {
    let loader: Value = heap::alloc(&classes(vm).source, Plain).into();
    set_field(vm, &loader, "name", vm.str(name));
    set_field(vm, &loader, "path", vm.str(path));
    loader
}

/// A loader of a namespace package.
pub fn namespace_loader(vm: &Vm, path: &Value) -> Value {
    let loader: Value = heap::alloc(&classes(vm).namespace, Plain).into();
    set_field(vm, &loader, "_path", path.clone());
    loader
}

fn new_plain(vm: &Vm, args: &[Value]) -> PyResult {
    let Some(class) = args[0].as_ref::<Class>() else {
        return Err(vm.type_error("__new__(X): X is not a type object"));
    };
    if class.instance_kind != Kind::Instance {
        return Err(vm.type_error(format!("{}: wrong layout", class.name_text())));
    }
    Ok(heap::alloc(class, Plain).into())
}

fn spec_init(vm: &Vm, args: &[Value]) -> PyResult {
    let this = &args[0];
    for (at, name) in ["name", "loader", "origin", "loader_state"]
        .into_iter()
        .enumerate()
    {
        set_field(vm, this, name, args[at + 1].clone());
    }
    let locations = match &args[5] {
        Value::None => Value::None,
        given if ops::truth(vm, given)? => vm.list(Vec::new()),
        _ => Value::None,
    };
    set_field(vm, this, "submodule_search_locations", locations);
    set_field(vm, this, "_uninitialized_submodules", vm.list(Vec::new()));
    set_field(vm, this, "_set_fileattr", Value::False);
    set_field(vm, this, "_cached", Value::None);
    Ok(Value::None)
}

fn spec_repr(vm: &Vm, args: &[Value]) -> PyResult {
    let this = &args[0];
    let mut text = format!(
        "ModuleSpec(name={}, loader={}",
        ops::repr(vm, &field(vm, this, "name"))?,
        ops::repr(vm, &field(vm, this, "loader"))?
    );
    let origin = field(vm, this, "origin");
    if !origin.is_none() {
        text.push_str(&format!(", origin={}", ops::repr(vm, &origin)?));
    }
    let locations = field(vm, this, "submodule_search_locations");
    if !locations.is_none() {
        let locations = ops::str(vm, &locations)?;
        text.push_str(&format!(", submodule_search_locations={locations}"));
    }
    text.push(')');
    Ok(vm.str(&text))
}

/// Specs and loaders are equal when their attributes are.
fn spec_eq(vm: &Vm, args: &[Value]) -> PyResult {
    if vm.class_of(&args[0]) != vm.class_of(&args[1]) {
        return Ok(Value::NotImplemented);
    }
    let dict = |value: &Value| value.obj().and_then(|obj| lookup::materialise(vm, obj));
    match (dict(&args[0]), dict(&args[1])) {
        (Some(a), Some(b)) => ops::eq(vm, &a.value(), &b.value()).map(Value::bool),
        _ => Ok(Value::NotImplemented),
    }
}

fn spec_parent(vm: &Vm, this: &Value) -> PyResult {
    let name = field(vm, this, "name");
    if !field(vm, this, "submodule_search_locations").is_none() {
        return Ok(name);
    }
    let text = text_of(&name)
        .map(|name| name.to_string_lossy())
        .unwrap_or_default();
    Ok(vm.str(text.rsplit_once('.').map_or("", |(parent, _)| parent)))
}

fn no_deleter(vm: &Vm, name: &str) -> Raised {
    let text = format!("property '{name}' of 'ModuleSpec' object has no deleter");
    vm.raise(&vm.exceptions.AttributeError, &text)
}

fn get_has_location(vm: &Vm, this: &Value) -> PyResult {
    Ok(field(vm, this, "_set_fileattr"))
}

fn set_has_location(vm: &Vm, this: &Value, value: Value) -> PyResult<()> {
    if value.is_unbound() {
        return Err(no_deleter(vm, "has_location"));
    }
    let on = ops::truth(vm, &value)?;
    set_field(vm, this, "_set_fileattr", Value::bool(on));
    Ok(())
}

/// What is not known yet is worked out for a file, and kept from then on.
fn get_cached(vm: &Vm, this: &Value) -> PyResult {
    let known = field(vm, this, "_cached");
    let origin = field(vm, this, "origin");
    if !known.is_none() || !ops::truth(vm, &field(vm, this, "_set_fileattr"))? {
        return Ok(known);
    }
    if let Some(path) = text_of(&origin) {
        let cached = cache_path(vm, &path.to_string_lossy());
        set_field(vm, this, "_cached", cached);
    }
    Ok(field(vm, this, "_cached"))
}

fn set_cached(vm: &Vm, this: &Value, value: Value) -> PyResult<()> {
    if value.is_unbound() {
        return Err(no_deleter(vm, "cached"));
    }
    set_field(vm, this, "_cached", value);
    Ok(())
}

fn source_init(vm: &Vm, args: &[Value]) -> PyResult {
    set_field(vm, &args[0], "name", args[1].clone());
    set_field(vm, &args[0], "path", args[2].clone());
    Ok(Value::None)
}

/// A loader is of one module: it answers for no other name.
///
/// # Errors
/// ImportError for another name.
pub fn check_name(vm: &Vm, loader: &Value, asked: &Value) -> PyResult<()> {
    let name = field(vm, loader, "name");
    if asked.is_none() || ops::eq(vm, &name, asked)? {
        return Ok(());
    }
    let (name, shown) = (ops::str(vm, &name)?, ops::str(vm, asked)?);
    let text = format!("loader for {name} cannot handle {shown}");
    Err(import::failed(vm, &text, asked.clone()))
}

fn source_filename(vm: &Vm, args: &[Value]) -> PyResult {
    check_name(vm, &args[0], &args[1])?;
    Ok(field(vm, &args[0], "path"))
}

fn source_is_package(vm: &Vm, args: &[Value]) -> PyResult {
    check_name(vm, &args[0], &args[1])?;
    let path = field(vm, &args[0], "path");
    let path = text_of(&path)
        .map(|path| path.to_string_lossy())
        .unwrap_or_default();
    Ok(Value::bool(path.ends_with("/__init__.py")))
}

fn answer_none(_vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(Value::None)
}

fn answer_true(_vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(Value::True)
}

fn answer_false(_vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(Value::False)
}
