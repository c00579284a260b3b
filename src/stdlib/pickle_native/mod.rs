//! `_pickle`: objects as bytes and back, for `pickle`. This file has the module's table, its exceptions and what
//! both directions share; `pickler` has the class that writes and `unpickler` the one that reads. How objects are
//! written is in `save`, `containers`, `reduce` and `globals`, how they are read in `load`, `load_atoms` and `source`, what is
//! remembered of them in `memo`. The names that Python 2 had for things are in `_pickle_codes`, in Python.

mod buffer;
mod codes;
mod containers;
mod globals;
mod load;
mod load_atoms;
mod memo;
mod memo_proxy;
mod pickler;
mod reduce;
mod save;
mod source;
mod unpickler;

use super::{NativeModule, extension};
use crate::object::class::Class;
use crate::object::heap::Ref;
use crate::object::lookup;
use crate::object::shape::Name;
use crate::object::table::method;
use crate::object::value::{PyResult, Raised, Value};
use crate::types::dict::Dict;
use crate::types::module::{self, Module};
use crate::types::name_arg;
use crate::vm::Vm;

/// The module.
pub const PICKLE: NativeModule = NativeModule {
    name: "_pickle",
    doc: "Optimized C implementation for the Python pickle module.",
    functions: &[
        method(
            "dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None)",
            pickler::dump,
            "Writes an object to a file.\n\nThe same as Pickler(file, protocol).dump(obj), in less time.",
        ),
        method(
            "dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None)",
            pickler::dumps,
            "The bytes of an object.",
        ),
        method(
            "load(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())",
            unpickler::load,
            "Reads an object from a file.\n\nThe same as Unpickler(file).load(), in less time.",
        ),
        method(
            "loads(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())",
            unpickler::loads,
            "The object that the bytes stand for.",
        ),
    ],
    fill,
};

/// The newest protocol there is, and the one that is used unless another one is asked for.
const HIGHEST_PROTOCOL: i64 = 5;
const DEFAULT_PROTOCOL: i64 = 4;

fn fill(vm: &Vm, namespace: &Ref<Dict>) -> PyResult<()> {
    let tables = [
        &pickler::PICKLER,
        &unpickler::UNPICKLER,
        &buffer::PICKLE_BUFFER,
    ];
    extension::add_classes(vm, namespace, &tables);
    for name in ["PickleError", "PicklingError", "UnpicklingError"] {
        drop(namespace.set_name(&vm.intern(name), error_class(vm, name)?));
    }
    Ok(())
}

fn error_class(vm: &Vm, name: &'static str) -> PyResult {
    if name == "PickleError" {
        return extension::exception(vm, "_pickle", name, &vm.exceptions.Exception);
    }
    let base = error_class(vm, "PickleError")?;
    match base.as_ref::<Class>() {
        Some(base) => extension::exception(vm, "_pickle", name, base),
        None => Ok(base),
    }
}

#[cold]
fn raise(vm: &Vm, class: &'static str, message: &str) -> Raised {
    extension::raise(vm, error_class(vm, class), message)
}

#[cold]
fn pickling_error(vm: &Vm, message: impl AsRef<str>) -> Raised {
    raise(vm, "PicklingError", message.as_ref())
}

#[cold]
fn unpickling_error(vm: &Vm, message: impl AsRef<str>) -> Raised {
    raise(vm, "UnpicklingError", message.as_ref())
}

/// Raises another exception instead of one that is of the class given, without its context.
#[cold]
fn instead(vm: &Vm, class: &Ref<Class>, raised: Raised, by: impl FnOnce() -> Raised) -> Raised {
    match vm.swallow(class, raised) {
        Ok(()) => by(),
        Err(raised) => raised,
    }
}

/// A module's attribute; the module is imported if need be.
fn module_item(vm: &Vm, module: &str, name: &str) -> PyResult {
    let module = crate::exec::import::import_absolute(vm, module)?;
    let name = vm.intern(name);
    if let Some(obj) = module.obj()
        && module.get::<Module>().is_some()
        && let Some(value) = module::namespace(vm, obj).and_then(|names| names.get_name(&name))
    {
        return Ok(value);
    }
    lookup::get(vm, &module, &name)
}

/// Adds keyword arguments to those of a call; their names.
fn add_keywords(vm: &Vm, keywords: &Dict, all: &mut Vec<Value>) -> PyResult<Vec<Name>> {
    let mut names = Vec::new();
    for (key, value) in keywords.items() {
        names.push(name_arg(vm, &key, "keywords must be strings, not ")?);
        all.push(value);
    }
    Ok(names)
}

/// A dict of `copyreg`'s.
///
/// # Errors
/// What importing it raises, RuntimeError when it is no dict.
pub fn registry(vm: &Vm, name: &str) -> PyResult<Ref<Dict>> {
    module_item(vm, "copyreg", name)?
        .downcast::<Dict>()
        .map_err(|_| vm.runtime_error(format!("copyreg.{name} should be a dict")))
}

/// What a subclass or an instance has in place of a method of the native class; `None` where it is that method.
fn overridden(
    vm: &Vm,
    this: &Value,
    name: &str,
    method: crate::object::table::Method,
) -> PyResult<Option<Value>> {
    let Some(found) = lookup::get_optional(vm, this, &vm.intern(name))? else {
        return Ok(None);
    };
    let row = found
        .get::<crate::types::native::NativeFunction>()
        .map(|function| function.row.native);
    let own = matches!(row, Some(crate::object::table::Native::Method(function))
        if std::ptr::fn_addr_eq(function, method));
    Ok((!own).then_some(found))
}
