//! The modules of the standard library: one table lists the native ones, `python_modules` those that
//! are written in Python. Each native module is a file with the table of its functions.

pub mod extension;
pub mod python_modules;
pub mod weakref_native;

use crate::object::heap::Ref;
use crate::object::table::Row;
use crate::object::value::{PyResult, Value};
use crate::types::dict::Dict;
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
pub static NATIVE_MODULES: &[NativeModule] = &[weakref_native::WEAKREF];

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
    let name = vm.intern(module.name).value();
    // Messages name the functions of all modules but `builtins` with their module.
    let owner = match module.name {
        "builtins" => "",
        name => name,
    };
    for row in module.functions {
        let function = NativeFunction::alloc(vm, row, Value::Unbound, name.clone(), owner);
        drop(namespace.set_name(&vm.intern(row.name()), function));
    }
    drop(namespace.set_name(&vm.names.__name__, name));
    let doc = match module.doc {
        "" => Value::None,
        doc => vm.str(doc),
    };
    drop(namespace.set_name(&vm.names.__doc__, doc));
    drop(namespace.set_name(&vm.names.__package__, vm.str("")));
    (module.fill)(vm, namespace)
}
