//! Finding and loading modules: `sys.meta_path`, native modules, those that come with the program,
//! files on `sys.path`, namespace packages. Reference: 5.3, Searching; 5.4, Loading.

use super::python_modules::{self, PYTHON_PACKAGES};
use super::spec::{self, Parts, classes, field};
use crate::exec::compile::{self, Unit};
use crate::exec::deferred;
use crate::exec::import::{self, not_found};
use crate::exec::tree::Code;
use crate::interpreter::run_module;
use crate::object::heap::Ref;
use crate::object::lookup;
use crate::object::ops;
use crate::object::shape::Name;
use crate::object::value::{PyResult, Raised, Value};
use crate::stdlib::sys_audit;
use crate::text::escape;
use crate::types::dict::Dict;
use crate::types::module;
use crate::types::str::text_of;
use crate::vm::Vm;
use dunder_grammar::Mode;
use std::rc::Rc;

fn string(value: &Value) -> String {
    text_of(value)
        .map(|text| text.to_string_lossy())
        .unwrap_or_default()
}

/// A module's name as messages show it.
fn quoted(name: &str) -> String {
    escape::repr(&name.into())
}

/// Imports a module that is not in `sys.modules`.
///
/// # Errors
/// ModuleNotFoundError, or whatever the module's code raises.
pub fn find_and_load(vm: &Vm, name: &str) -> PyResult {
    let key = vm.intern(name);
    let (parent_name, child) = name.rsplit_once('.').unwrap_or(("", name));
    let mut path = Value::None;
    let mut parent = Value::None;
    if !parent_name.is_empty() {
        parent = crate::exec::import::import_absolute(vm, parent_name)?;
        // Importing the parent may have imported the module.
        if let Some(module) = vm.modules.get_name(&key) {
            return Ok(module);
        }
        match lookup::get_optional(vm, &parent, &vm.names.__path__)? {
            Some(found) => path = found,
            None => {
                let text = format!(
                    "No module named {}; {} is not a package",
                    quoted(name),
                    quoted(parent_name)
                );
                return Err(not_found(vm, name, &text));
            }
        }
    }
    sys_audit::event(vm, "import", || {
        let of_sys = |name: &str| vm.sys.get_name(&vm.intern(name)).unwrap_or(Value::None);
        let places = ["path", "meta_path", "path_hooks"].map(of_sys);
        [vm.str(name), Value::None]
            .into_iter()
            .chain(places)
            .collect()
    })?;
    let spec = find_spec(vm, name, &path, &Value::None)?;
    if spec.is_none() {
        return Err(not_found(
            vm,
            name,
            &format!("No module named {}", quoted(name)),
        ));
    }
    let module = load(vm, &spec)?;
    if !parent.is_none() {
        // "a binding is placed in the parent module's namespace to the submodule object".
        if let Err(raised) = lookup::set(vm, &parent, &vm.intern(child), module.clone()) {
            vm.swallow(&vm.exceptions.AttributeError, raised)?;
        }
    }
    Ok(module)
}

/// Asks the finders in `sys.meta_path`; `None` when no one knows the module.
///
/// # Errors
/// What finders raise.
pub fn find_spec(vm: &Vm, name: &str, path: &Value, target: &Value) -> PyResult {
    let finders = vm.sys.get_name(&vm.intern("meta_path"));
    let Some(finders) = finders.filter(|finders| !finders.is_none()) else {
        if vm.state.sys.ending.get() && is_own(name) {
            let found = builtin_spec(vm, name)?;
            return match found.is_none() {
                true => frozen_spec(vm, name),
                false => Ok(found),
            };
        }
        return Err(no_finders(vm));
    };
    let own = classes(vm);
    for finder in ops::collect(vm, &finders)? {
        let found = if finder.is(&own.builtin.value()) {
            builtin_spec(vm, name)?
        } else if finder.is(&own.frozen.value()) {
            frozen_spec(vm, name)?
        } else if finder.is(&own.path.value()) {
            path_spec(vm, name, path)?
        } else {
            match lookup::get_optional(vm, &finder, &vm.intern("find_spec"))? {
                Some(method) => {
                    let args = [vm.str(name), path.clone(), target.clone()];
                    vm.call(&method, &args)?
                }
                None => Value::None,
            }
        };
        if !found.is_none() {
            return Ok(found);
        }
    }
    Ok(Value::None)
}

/// Whether a module comes with the interpreter.
fn is_own(name: &str) -> bool {
    super::native(name).is_some() || python_modules::is_embedded(name)
}

/// What is raised at the end of a program.
pub fn no_finders(vm: &Vm) -> Raised {
    let text = "sys.meta_path is None, Python is likely shutting down";
    vm.raise(&vm.exceptions.ImportError, text)
}

/// A module of the library that was there when the program ended, and that something still holds with all that
/// is in it.
pub fn left(vm: &Vm, name: &Name) -> Option<Value> {
    if !vm.state.sys.ending.get() || !is_own(&name.to_string()) {
        return None;
    }
    let left = vm.state.sys.left.borrow();
    let (_, module) = left.iter().find(|(other, _)| other == name)?;
    let module = module.upgrade()?;
    let its_name = module::namespace(vm, &module)?.get_name(&vm.names.__name__)?;
    (!its_name.is_none()).then(|| module.into())
}

/// The modules written in Python that no file of the program stands in for: those that CPython has built in
/// or frozen.
const BEFORE_PATH: [&str; 14] = [
    "_ast",
    "_collections_abc",
    "_sitebuiltins",
    "_thread",
    "abc",
    "codecs",
    "genericpath",
    "io",
    "os",
    "posixpath",
    "pwd",
    "site",
    "stat",
    "zipimport",
];

fn builtin_spec(vm: &Vm, name: &str) -> PyResult {
    match super::native(name) {
        Some(module) => spec::native(vm, module.name),
        None if BEFORE_PATH.contains(&name) => frozen_spec(vm, name),
        None => Ok(Value::None),
    }
}

fn frozen_spec(vm: &Vm, name: &str) -> PyResult {
    if !python_modules::is_embedded(name) {
        return Ok(Value::None);
    }
    let locations = if PYTHON_PACKAGES.contains(&name) {
        vm.list(Vec::new())
    } else {
        Value::None
    };
    Ok(spec::make(
        vm,
        Parts {
            name: name.to_owned(),
            loader: classes(vm).frozen.value(),
            origin: vm.str("frozen"),
            locations,
            has_location: false,
        },
    ))
}

/// Looks through the folders of `path`, or of `sys.path`.
fn path_spec(vm: &Vm, name: &str, path: &Value) -> PyResult {
    let folders = match path {
        Value::None => match vm.sys.get_name(&vm.intern("path")) {
            Some(path) => path,
            None => return Ok(Value::None),
        },
        path => path.clone(),
    };
    let tail = name.rsplit('.').next().unwrap_or(name);
    if tail.contains('/') {
        return Ok(Value::None);
    }
    let mut portions = Vec::new();
    for folder in ops::collect(vm, &folders)? {
        let Some(folder) = text_of(&folder).map(|text| text.to_string_lossy()) else {
            continue;
        };
        // Relative to where the program is now, as entries of the path are.
        let base = match folder.starts_with('/') {
            true => format!("{}/{tail}", folder.trim_end_matches('/')),
            false => match vm.host.current_dir() {
                Ok(current) if folder.is_empty() || folder == "." => format!("{current}/{tail}"),
                Ok(current) => format!("{current}/{}/{tail}", folder.trim_end_matches('/')),
                Err(_) => continue,
            },
        };
        let init = format!("{base}/__init__.py");
        if vm.host.is_file(&init) {
            let locations = vm.list(vec![vm.str(&base)]);
            return Ok(file_spec(vm, name, &init, locations));
        }
        let file = format!("{base}.py");
        if vm.host.is_file(&file) {
            return Ok(file_spec(vm, name, &file, Value::None));
        }
        if vm.host.is_dir(&base) {
            portions.push(vm.str(&base));
        } else if let Some(importer) = archive(vm, &folder)? {
            let found = vm.call_method(&importer, &vm.intern("find_spec"), &[vm.str(name)])?;
            if found.is_none() {
                continue;
            }
            if !field_of(vm, &found, "loader")?.is_none() {
                return Ok(found);
            }
            let locations = field_of(vm, &found, "submodule_search_locations")?;
            portions.extend(ops::collect(vm, &locations)?);
        }
    }
    if portions.is_empty() {
        return Ok(Value::None);
    }
    let locations = spec::namespace_path(vm, portions);
    Ok(spec::make(
        vm,
        Parts {
            name: name.to_owned(),
            loader: spec::namespace_loader(vm, &locations),
            origin: Value::None,
            locations,
            has_location: false,
        },
    ))
}

/// The `zipimporter` of an entry of `sys.path` that is an archive, or a folder in one.
/// `sys.path_importer_cache` keeps what was found out.
fn archive(vm: &Vm, entry: &str) -> PyResult<Option<Value>> {
    let cache = vm.sys.get_name(&vm.intern("path_importer_cache"));
    let cache = cache.and_then(|cache| cache.downcast::<Dict>().ok());
    let key = vm.intern(entry);
    if let Some(known) = cache.as_ref().and_then(|cache| cache.get_name(&key)) {
        return Ok((!known.is_none()).then_some(known));
    }
    let remember = |importer: Value| {
        if let Some(cache) = &cache {
            drop(cache.set_name(&key, importer));
        }
    };
    // What `zipimport` itself imports is in no archive.
    remember(Value::None);
    let mut outer = entry;
    while !vm.host.is_file(outer) {
        match outer.rsplit_once('/') {
            Some((above, _)) if !above.is_empty() && !vm.host.is_dir(outer) => outer = above,
            _ => return Ok(None),
        }
    }
    let zipimport = crate::exec::import::import_absolute(vm, "zipimport")?;
    let class = lookup::get(vm, &zipimport, &vm.intern("zipimporter"))?;
    match vm.call(&class, &[vm.str(entry)]) {
        Ok(importer) => {
            remember(importer.clone());
            Ok(Some(importer))
        }
        Err(raised) => vm
            .swallow(&vm.exceptions.ImportError, raised)
            .map(|()| None),
    }
}

/// The spec of a source file.
pub fn file_spec(vm: &Vm, name: &str, file: &str, locations: Value) -> Value {
    spec::make(
        vm,
        Parts {
            name: name.to_owned(),
            loader: spec::source_loader(vm, name, file),
            origin: vm.str(file),
            locations,
            has_location: true,
        },
    )
}

/// Makes the module of a spec, puts it into `sys.modules` and runs it. Reference: 5.4, Loading.
///
/// # Errors
/// Whatever the loader raises.
pub fn load(vm: &Vm, spec: &Value) -> PyResult {
    let loader = field_of(vm, spec, "loader")?;
    let name = string(&field_of(vm, spec, "name")?);
    let key = vm.intern(&name);
    if !loader.is_none() && lookup::get_optional(vm, &loader, &vm.intern("exec_module"))?.is_none()
    {
        let load = lookup::get(vm, &loader, &vm.intern("load_module"))?;
        vm.call(&load, &[key.value()])?;
        return Ok(vm.modules.get_name(&key).unwrap_or(Value::None));
    }
    let module = from_spec(vm, spec)?;
    let initialising = vm.intern("_initializing");
    lookup::set(vm, spec, &initialising, Value::True)?;
    drop(vm.modules.set_name(&key, module.clone()));
    let run = execute(vm, spec, &loader, &module);
    lookup::set(vm, spec, &initialising, Value::False)?;
    if let Err(raised) = run {
        let pending = vm.take_pending();
        drop(vm.modules.remove_name(&key));
        let _ = vm.set_pending(pending);
        return Err(raised);
    }
    // The module may have put something else into its place, which goes to the end all the same.
    match vm.modules.remove_name(&key) {
        Some(module) => {
            drop(vm.modules.set_name(&key, module.clone()));
            Ok(module)
        }
        None => Err(vm.key_error(&key.value())),
    }
}

fn field_of(vm: &Vm, spec: &Value, name: &str) -> PyResult {
    lookup::get(vm, spec, &vm.intern(name))
}

/// Runs a module's code.
///
/// # Errors
/// Whatever the loader raises.
pub fn execute(vm: &Vm, spec: &Value, loader: &Value, module: &Value) -> PyResult<()> {
    if loader.is_none() {
        if field_of(vm, spec, "submodule_search_locations")?.is_none() {
            let name = field_of(vm, spec, "name")?;
            return Err(import::failed(vm, "missing loader", name));
        }
        return Ok(());
    }
    let own = classes(vm);
    let class = vm.class_of(loader);
    if *class == own.source {
        exec_source(vm, &[loader.clone(), module.clone()])?;
    } else if loader.is(&own.frozen.value()) {
        exec_frozen(vm, &[loader.clone(), module.clone()])?;
    } else if !loader.is(&own.builtin.value()) && *class != own.namespace {
        vm.call_method(
            loader,
            &vm.intern("exec_module"),
            std::slice::from_ref(module),
        )?;
    }
    Ok(())
}

/// A module of a spec, not yet run: `importlib.util.module_from_spec`.
///
/// # Errors
/// Whatever the loader raises.
pub fn from_spec(vm: &Vm, spec: &Value) -> PyResult {
    let loader = field_of(vm, spec, "loader")?;
    let mut module = Value::None;
    if !loader.is_none()
        && let Some(create) = lookup::get_optional(vm, &loader, &vm.intern("create_module"))?
    {
        module = vm.call(&create, std::slice::from_ref(spec))?;
    } else if lookup::get_optional(vm, &loader, &vm.intern("exec_module"))?.is_some() {
        let text = "loaders that define exec_module() must also define create_module()";
        return Err(vm.raise(&vm.exceptions.ImportError, text));
    }
    let name = field_of(vm, spec, "name")?;
    if module.is_none() {
        module = module::create(vm, name).0.into();
    } else if lookup::get_optional(vm, &module, &vm.names.__name__)?.is_none() {
        lookup::set(vm, &module, &vm.names.__name__, name)?;
    }
    set_attributes(vm, spec, &loader, &module)?;
    Ok(module)
}

/// "Import-related module attributes", 5.4.6.
///
/// # Errors
/// What setting attributes raises.
pub fn set_attributes(vm: &Vm, spec: &Value, loader: &Value, module: &Value) -> PyResult<()> {
    let n = &vm.names;
    lookup::set(vm, module, &n.__loader__, loader.clone())?;
    lookup::set(vm, module, &n.__package__, field_of(vm, spec, "parent")?)?;
    lookup::set(vm, module, &n.__spec__, spec.clone())?;
    let locations = field_of(vm, spec, "submodule_search_locations")?;
    if !locations.is_none() {
        lookup::set(vm, module, &n.__path__, locations)?;
        // "a namespace package has no __file__", which CPython spells None.
        if *vm.class_of(loader) == classes(vm).namespace {
            lookup::set(vm, module, &n.__file__, Value::None)?;
        }
    }
    let located = field_of(vm, spec, "has_location")?;
    if ops::truth(vm, &located)? {
        lookup::set(vm, module, &n.__file__, field_of(vm, spec, "origin")?)?;
        let cached = field_of(vm, spec, "cached")?;
        if !cached.is_none() {
            lookup::set(vm, module, &n.__cached__, cached)?;
        }
    }
    Ok(())
}

// ---------------------------------------------------------------------------------------------
// The methods of finders and loaders

/// `BuiltinImporter.find_spec`
///
/// # Errors
/// None that is expected.
pub fn find_builtin(vm: &Vm, args: &[Value]) -> PyResult {
    builtin_spec(vm, &string(&args[1]))
}

/// `FrozenImporter.find_spec`
///
/// # Errors
/// None that is expected.
pub fn find_frozen(vm: &Vm, args: &[Value]) -> PyResult {
    frozen_spec(vm, &string(&args[1]))
}

/// `PathFinder.find_spec`
///
/// # Errors
/// What iterating the path raises.
pub fn find_on_path(vm: &Vm, args: &[Value]) -> PyResult {
    path_spec(vm, &string(&args[1]), &args[2])
}

/// `BuiltinImporter.create_module`
///
/// # Errors
/// ImportError when there is no such module.
pub fn create_builtin(vm: &Vm, args: &[Value]) -> PyResult {
    let name = string(&field_of(vm, &args[1], "name")?);
    let Some(native) = super::native(&name) else {
        let text = format!("'{name}' is not a built-in module");
        return Err(vm.raise(&vm.exceptions.ImportError, &text));
    };
    let namespace = match native.name {
        "builtins" => vm.builtins.clone(),
        "sys" => vm.sys.clone(),
        _ => {
            let namespace = vm.dict();
            super::fill(vm, native, &namespace)?;
            namespace
        }
    };
    Ok(module::from_namespace(vm, &namespace).into())
}

/// `BuiltinImporter.exec_module`: creating them has done everything.
///
/// # Errors
/// None.
pub fn exec_builtin(_vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(Value::None)
}

fn namespace_of(vm: &Vm, module: &Value) -> PyResult<Ref<Dict>> {
    match lookup::get(vm, module, &vm.names.__dict__)?.downcast::<Dict>() {
        Ok(namespace) => Ok(namespace),
        Err(_) => Err(vm.type_error("module.__dict__ is not a dictionary")),
    }
}

/// `FrozenImporter.exec_module`
///
/// # Errors
/// Whatever the code raises.
pub fn exec_frozen(vm: &Vm, args: &[Value]) -> PyResult {
    let spec = field_of(vm, &args[1], "__spec__")?;
    let name = string(&field_of(vm, &spec, "name")?);
    let Some(text) = python_modules::source(&name) else {
        let text = format!("'{name}' is not a frozen module");
        return Err(vm.raise(&vm.exceptions.ImportError, &text));
    };
    let filename = format!("<frozen {name}>");
    let unit = Unit::new(&filename, &text, Mode::Module);
    let code = deferred::compile_outline(vm, &unit)?;
    run_module(vm, &code, &namespace_of(vm, &args[1])?)
}

/// `FrozenImporter.get_source`
///
/// # Errors
/// None.
pub fn frozen_source(vm: &Vm, args: &[Value]) -> PyResult {
    let source = python_modules::source(&string(&args[1]));
    Ok(source.map_or(Value::None, |text| vm.str(&text)))
}

/// `FrozenImporter.is_package`
///
/// # Errors
/// None.
pub fn frozen_is_package(_vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::bool(
        PYTHON_PACKAGES.contains(&string(&args[1]).as_str()),
    ))
}

/// Compiles a source file.
///
/// # Errors
/// OSError; SyntaxError.
pub fn compile_file(vm: &Vm, path: &str) -> PyResult<Rc<Code>> {
    let bytes = read(vm, path)?;
    let text = compile::decode(vm, &bytes, path)?;
    compile::compile(vm, &Unit::of_file(path, &text))
}

fn read(vm: &Vm, path: &str) -> PyResult<Vec<u8>> {
    vm.host
        .read_file(path)
        .map_err(|error| super::raise_os(vm, &error, Some(&vm.str(path))))
}

/// `SourceFileLoader.exec_module`
///
/// # Errors
/// Whatever reading, compiling and running raises.
pub fn exec_source(vm: &Vm, args: &[Value]) -> PyResult {
    let path = string(&field(vm, &args[0], "path"));
    let code = compile_file(vm, &path)?;
    run_module(vm, &code, &namespace_of(vm, &args[1])?)
}

/// `SourceFileLoader.get_data`
///
/// # Errors
/// OSError.
pub fn get_data(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(vm.bytes(read(vm, &string(&args[1]))?))
}

/// `SourceFileLoader.get_source`
///
/// # Errors
/// OSError; SyntaxError for what is no text.
pub fn get_source(vm: &Vm, args: &[Value]) -> PyResult {
    spec::check_name(vm, &args[0], &args[1])?;
    let path = string(&field(vm, &args[0], "path"));
    let bytes = read(vm, &path)?;
    compile::decode(vm, &bytes, &path).map(|text| vm.str(&text))
}

/// `SourceFileLoader.get_code`
///
/// # Errors
/// OSError; SyntaxError.
pub fn get_code(vm: &Vm, args: &[Value]) -> PyResult {
    spec::check_name(vm, &args[0], &args[1])?;
    let path = string(&field(vm, &args[0], "path"));
    crate::types::code::CodeObject::of(vm, &compile_file(vm, &path)?)
}
