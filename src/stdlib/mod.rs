//! The modules of the standard library: one table lists the native ones, `python_modules` those that
//! are written in Python. Each native module is a file with the table of its functions.
//!
//! How modules are found is in `finder`.

pub mod abc_native;
pub mod array_native;
pub mod asyncio_native;
pub mod atexit;
pub mod base_digits;
pub mod binascii;
pub mod bisect_native;
pub mod cmath;
pub mod codecs;
pub mod collections_native;
pub mod contextvars;
pub mod copy_native;
pub mod csv_native;
pub mod datetime_native;
pub mod decimal_native;
pub mod errno;
pub mod explain;
pub mod extension;
pub mod finder;
pub mod functools_native;
pub mod gc;
pub mod hashes;
pub mod heapq_native;
pub mod imp;
pub mod inflate;
pub mod io;
pub mod itertools;
pub mod json_native;
pub mod math;
pub mod names;
pub mod operator_native;
pub mod os;
pub mod pickle_native;
pub mod python_modules;
pub mod quoted_printable;
pub mod random_native;
pub mod re;
pub mod seal;
pub mod signal;
pub mod spec;
pub mod statistics_native;
pub mod string;
pub mod struct_native;
pub mod sys;
pub mod sys_audit;
mod sys_coroutines;
pub mod sys_info;
pub mod sys_monitoring;
pub mod time;
pub mod typing_native;
pub mod unicodedata;
pub mod warn;
pub mod weakref_native;

use crate::object::heap::Ref;
use crate::object::table::Row;
use crate::object::value::{PyResult, Raised, Value};
use crate::types::dict::Dict;
use crate::types::module;
use crate::types::native::NativeFunction;
use crate::vm::Vm;

/// A native module.
pub struct NativeModule {
    /// Its name.
    pub name: &'static str,
    /// `__doc__`
    pub doc: &'static str,
    /// Its functions.
    pub functions: &'static [Row],
    /// Adds everything else to the namespace.
    pub fill: fn(&Vm, &Ref<Dict>) -> PyResult<()>,
}

/// All native modules, sorted by name. `builtins` and `sys` are made with the interpreter.
pub static NATIVE_MODULES: &[NativeModule] = &[
    atexit::ATEXIT,
    typing_native::TYPING,
    abc_native::ABC,
    array_native::ARRAY,
    asyncio_native::ASYNCIO,
    contextvars::CONTEXTVARS,
    copy_native::COPY,
    datetime_native::DATETIME,
    decimal_native::DECIMAL,
    io::IO,
    cmath::CMATH,
    codecs::CODECS,
    collections_native::COLLECTIONS,
    explain::EXPLAIN,
    functools_native::FUNCTOOLS,
    base_digits::BASE_DIGITS,
    binascii::BINASCII,
    bisect_native::BISECT,
    hashes::BLAKE2,
    hashes::HASHLIB,
    heapq_native::HEAPQ,
    imp::IMP,
    inflate::INFLATE,
    operator_native::OPERATOR,
    errno::ERRNO,
    os::POSIX,
    json_native::JSON,
    pickle_native::PICKLE,
    re::SRE,
    seal::SEAL,
    random_native::RANDOM,
    statistics_native::STATISTICS,
    string::STRING,
    csv_native::CSV,
    struct_native::STRUCT,
    warn::WARNINGS,
    unicodedata::UNICODEDATA,
    weakref_native::WEAKREF,
    crate::builtins::BUILTINS,
    gc::GC,
    itertools::ITERTOOLS,
    math::MATH,
    signal::SIGNAL,
    sys::SYS,
    time::TIME,
];

/// The native module of that name.
pub fn native(name: &str) -> Option<&'static NativeModule> {
    NATIVE_MODULES.iter().find(|module| module.name == name)
}

/// The names of all modules that come with Dunder.
pub fn module_names() -> impl Iterator<Item = &'static str> {
    let native = NATIVE_MODULES.iter().map(|module| module.name);
    let python = python_modules::PYTHON_MODULES.iter().map(|(name, _)| *name);
    native.chain(python)
}

/// Nothing to add.
///
/// # Errors
/// None.
pub fn nothing(_vm: &Vm, _namespace: &Ref<Dict>) -> PyResult<()> {
    Ok(())
}

/// Adds a native module's functions and what its `fill` adds to a namespace.
///
/// # Errors
/// What `fill` raises.
pub fn fill(vm: &Vm, module: &NativeModule, namespace: &Ref<Dict>) -> PyResult<()> {
    // What pickle writes shows that this is no interned string.
    let name = vm.str(module.name);
    // Messages name the functions of all modules but `builtins` with their module.
    let owner = match module.name {
        "builtins" => "",
        name => name,
    };
    let doc = match module.doc {
        "" => Value::None,
        doc => vm.str(doc),
    };
    crate::types::module::fill(vm, namespace, name.clone(), doc);
    drop(namespace.set_name(&vm.names.__package__, vm.str("")));
    for row in module.functions {
        let function = NativeFunction::alloc(vm, row, Value::Unbound, name.clone(), owner);
        drop(namespace.set_name(&vm.intern(row.name()), function));
    }
    (module.fill)(vm, namespace)
}

/// Makes `builtins` and `sys`, which always exist.
///
/// # Errors
/// None that is expected.
pub fn start(vm: &Vm) -> PyResult<()> {
    for (module, namespace) in [
        (&crate::builtins::BUILTINS, &vm.builtins),
        (&sys::SYS, &vm.sys),
    ] {
        fill(vm, module, namespace)?;
        let object = module::from_namespace(vm, namespace).value();
        let spec = spec::native(vm, module.name)?;
        drop(namespace.set_name(&vm.names.__loader__, spec::classes(vm).builtin.value()));
        drop(namespace.set_name(&vm.names.__spec__, spec));
        drop(vm.modules.set_name(&vm.intern(module.name), object));
    }
    Ok(())
}

/// Raises OSError (or its subclass) for what the host reports.
#[cold]
pub fn raise_os(vm: &Vm, error: &std::io::Error, filename: Option<&Value>) -> Raised {
    let names: Vec<&Value> = filename.into_iter().collect();
    raise_os_about(vm, error, &names)
}

/// As [`raise_os`], naming up to two files.
#[cold]
pub fn raise_os_about(vm: &Vm, error: &std::io::Error, filenames: &[&Value]) -> Raised {
    let text = error.to_string();
    let text = match text.find(" (os error") {
        Some(at) => &text[..at],
        None => &text,
    };
    let errno = error.raw_os_error().unwrap_or(match error.kind() {
        std::io::ErrorKind::NotFound => 2,
        std::io::ErrorKind::PermissionDenied => 13,
        std::io::ErrorKind::AlreadyExists => 17,
        _ => 5,
    });
    let mut args = vec![Value::Int(errno.into()), vm.str(text)];
    args.extend(filenames.first().map(|&name| name.clone()));
    args.extend(
        filenames
            .get(1)
            .into_iter()
            .flat_map(|&name| [Value::None, name.clone()]),
    );
    match vm.call(&vm.exceptions.OSError.value(), &args) {
        Ok(exception) => vm.raise_value(exception),
        Err(raised) => raised,
    }
}
