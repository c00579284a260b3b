//! `_frozen_importlib`: what `importlib` needs of the import system.

use super::{NativeModule, finder, spec};
use crate::object::heap::Ref;
use crate::object::lookup;
use crate::object::table::method;
use crate::object::value::{PyResult, Value};
use crate::types::dict::Dict;
use crate::types::str::text_of;
use crate::vm::Vm;

/// The native module.
pub const IMP: NativeModule = NativeModule {
    name: "_frozen_importlib",
    doc: "",
    functions: &[
        method(
            "_find_spec(name, path, target=None, /)",
            find_spec,
            "Ask the finders in sys.meta_path.",
        ),
        method(
            "_load(spec, /)",
            load,
            "Make a module, put it into sys.modules and run it.",
        ),
        method(
            "_exec(spec, module, /)",
            exec,
            "Run a module's code in a module that exists.",
        ),
        method(
            "module_from_spec(spec, /)",
            from_spec,
            "Create a module based on the provided spec.",
        ),
        method(
            "_typed(name, /)",
            |vm, args| {
                let name = text_of(&args[0]).map(|name| name.to_string_lossy());
                let typed = vm.state.sys.typed.borrow();
                let text = name.and_then(|name| typed.get(&name));
                Ok(text.map_or(Value::None, |text| vm.str(text)))
            },
            "The text of a program that is in no file, or None.",
        ),
        method(
            "_remember(name, text, /)",
            |vm, args| {
                if let (Some(name), Some(text)) = (text_of(&args[0]), text_of(&args[1])) {
                    let (name, text) = (name.to_string_lossy(), text.to_string_lossy());
                    vm.state.sys.remember_typed(&name, &text);
                }
                Ok(Value::None)
            },
            "Keep the text of a program that is in no file, for tracebacks.",
        ),
    ],
    fill,
};

fn fill(vm: &Vm, namespace: &Ref<Dict>) -> PyResult<()> {
    let own = spec::classes(vm);
    for class in [
        &own.spec,
        &own.builtin,
        &own.frozen,
        &own.path,
        &own.source,
        &own.namespace,
        &own.namespace_path,
    ] {
        let name = class.table.map_or("", |table| table.name);
        drop(namespace.set_name(&vm.intern(name), class.value()));
    }
    Ok(())
}

fn find_spec(vm: &Vm, args: &[Value]) -> PyResult {
    let name = text_of(&args[0]).map(|text| text.to_string_lossy());
    finder::find_spec(vm, &name.unwrap_or_default(), &args[1], &args[2])
}

fn load(vm: &Vm, args: &[Value]) -> PyResult {
    finder::load(vm, &args[0])
}

fn exec(vm: &Vm, args: &[Value]) -> PyResult {
    let loader = lookup::get(vm, &args[0], &vm.intern("loader"))?;
    finder::set_attributes(vm, &args[0], &loader, &args[1])?;
    finder::execute(vm, &args[0], &loader, &args[1])?;
    Ok(args[1].clone())
}

fn from_spec(vm: &Vm, args: &[Value]) -> PyResult {
    finder::from_spec(vm, &args[0])
}
