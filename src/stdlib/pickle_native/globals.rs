//! Writing functions and classes: by their names.

use super::codes::*;
use super::save::Writer;
use super::{module_item, pickling_error, registry};
use crate::exec::import::import_absolute;
use crate::object::lookup;
use crate::object::ops;
use crate::object::value::{PyResult, Value};
use crate::types::str::text_of;
use crate::vm::Vm;

impl Writer<'_> {
    /// Writes a class.
    pub(super) fn save_type(&mut self, value: &Value) -> PyResult<()> {
        let vm = self.vm;
        for singleton in [Value::None, Value::NotImplemented, Value::Ellipsis] {
            if vm.class_of(&singleton).value().is(value) {
                let arguments = vm.tuple(vec![singleton]);
                let reduced = vm.pair(vm.types.type_.value(), arguments);
                return self.save_reduced(&reduced, Some(value));
            }
        }
        self.save_global(value, None)
    }

    /// Writes what can be found in a module, under the name given or its own.
    pub(super) fn save_global(&mut self, value: &Value, name: Option<&Value>) -> PyResult<()> {
        let vm = self.vm;
        let name = match name {
            Some(name) => name.clone(),
            None => match lookup::get_optional(vm, value, &vm.names.__qualname__)? {
                Some(name) => name,
                None => lookup::get(vm, value, &vm.names.__name__)?,
            },
        };
        let text = ops::str(vm, &name)?.to_string();
        let path: Vec<&str> = text.split('.').collect();
        if path.contains(&"<locals>") {
            let repr = ops::repr(vm, &name)?;
            return Err(vm.unnamed_attribute_error(format!("Can't get local object {repr}")));
        }
        let module = module_of(vm, value, &path)?;
        let found = self.look_up(value, &module, &text, &path)?;
        if !found.is(value) {
            let repr = ops::repr(vm, value)?;
            let module = ops::str(vm, &module)?;
            return Err(pickling_error(
                vm,
                format!("Can't pickle {repr}: it's not the same object as {module}.{text}"),
            ));
        }
        if self.protocol >= 2 && self.save_extension(&module, &name)? {
            return Ok(());
        }
        if self.protocol >= 4 {
            self.save(&module)?;
            self.save(&name)?;
            self.out.push(STACK_GLOBAL);
        } else if path.len() > 1 {
            self.write_path(&module, &path)?;
        } else {
            self.write_names(module, name)?;
        }
        self.memoize(value);
        Ok(())
    }

    /// Calls of getattr() down a path from what the module has.
    fn write_path(&mut self, module: &Value, path: &[&str]) -> PyResult<()> {
        let vm = self.vm;
        let (Some((first, rest)), old) = (path.split_first(), self.protocol < 2) else {
            return Ok(());
        };
        for _ in rest {
            self.save(&module_item(vm, "builtins", "getattr")?)?;
            if old {
                self.out.push(MARK);
            }
        }
        self.write_names(module.clone(), vm.str(first))?;
        for part in rest {
            self.save(&vm.str(part))?;
            self.out
                .extend_from_slice(&[if old { TUPLE } else { TUPLE2 }, REDUCE]);
        }
        Ok(())
    }

    /// What the name stands for.
    fn look_up(&self, value: &Value, module_name: &Value, name: &str, path: &[&str]) -> PyResult {
        let vm = self.vm;
        let shown = ops::str(vm, module_name)?.to_string();
        let module = import_absolute(vm, &shown).or_else(|raised| {
            vm.swallow(&vm.exceptions.Exception, raised)?;
            let repr = ops::repr(vm, value)?;
            let module = ops::repr(vm, module_name)?;
            let text = format!("Can't pickle {repr}: import of module {module} failed");
            Err(pickling_error(vm, text))
        })?;
        let mut found = module;
        for part in path {
            found = lookup::get(vm, &found, &vm.intern(part)).or_else(|raised| {
                vm.swallow(&vm.exceptions.Exception, raised)?;
                let repr = ops::repr(vm, value)?;
                Err(pickling_error(
                    vm,
                    format!("Can't pickle {repr}: attribute lookup {name} on {shown} failed"),
                ))
            })?;
        }
        Ok(found)
    }

    /// Writes the number that `copyreg` knows for a name, if it knows one.
    fn save_extension(&mut self, module: &Value, name: &Value) -> PyResult<bool> {
        let vm = self.vm;
        let registered = registry(vm, "_extension_registry")?;
        if registered.is_empty() {
            return Ok(false);
        }
        let key = vm.pair(module.clone(), name.clone());
        let Some(code) = registered.get(vm, &key)? else {
            return Ok(false);
        };
        let number = crate::types::args::index(vm, &code)?;
        if !(1..=0x7fff_ffff).contains(&number) {
            return Err(vm.runtime_error(format!("extension code {number} is out of range")));
        }
        let bytes = (number as u32).to_le_bytes();
        let (operation, len) = match number {
            ..=0xff => (EXT1, 1),
            0x100..=0xffff => (EXT2, 2),
            _ => (EXT4, 4),
        };
        self.out.push(operation);
        self.out.extend_from_slice(&bytes[..len]);
        Ok(true)
    }

    /// The names as lines, as protocols 0 to 3 have them.
    fn write_names(&mut self, mut module: Value, mut name: Value) -> PyResult<()> {
        let vm = self.vm;
        if self.pickler.fix_imports.get() {
            let rename = module_item(vm, "_pickle_codes", "to_old_name")?;
            let renamed = vm.call(&rename, &[module, name])?;
            module = ops::get_item(vm, &renamed, &Value::Int(0))?;
            name = ops::get_item(vm, &renamed, &Value::Int(1))?;
        }
        let (module, name) = (ops::str(vm, &module)?, ops::str(vm, &name)?);
        let writable = |text: &crate::text::Text| match self.protocol {
            3.. => !text.has_surrogates(),
            _ => text.is_ascii(),
        };
        if !writable(&module.text) || !writable(&name.text) {
            return Err(pickling_error(
                vm,
                format!(
                    "can't pickle global identifier '{module}.{name}' using pickle protocol {}",
                    self.protocol
                ),
            ));
        }
        self.out.push(GLOBAL);
        for text in [module, name] {
            self.out.extend_from_slice(text.text.as_bytes());
            self.out.push(b'\n');
        }
        Ok(())
    }
}

/// The name of the module that an object is found in.
fn module_of(vm: &Vm, value: &Value, path: &[&str]) -> PyResult {
    if let Some(name) = lookup::get_optional(vm, value, &vm.names.__module__)?
        && !name.is_none()
    {
        return Ok(name);
    }
    let main = vm.names.__main__.value();
    for (name, module) in vm.modules.items() {
        let named = |other: &str| text_of(&name).and_then(|name| name.as_str()) == Some(other);
        if named("__main__") || named("__mp_main__") || module.is_none() {
            continue;
        }
        let mut found = Some(module);
        for part in path {
            if let Some(holder) = found {
                found = lookup::get_optional(vm, &holder, &vm.intern(part))?;
            }
        }
        if found.is_some_and(|found| found.is(value)) {
            return Ok(name);
        }
    }
    Ok(main)
}
