//! The import statements and `__import__`. Reference: 5, The import system; 7.11.
//!
//! How modules are found and loaded is in `stdlib::finder`.

use crate::exec::assign::{AnyTarget, flow};
use crate::exec::frame::{Frame, FrameCore};
use crate::exec::tree::{Flow, Stmt};
use crate::interpreter::builtin_item;
use crate::object::exception::Exception;
use crate::object::heap::Ref;
use crate::object::lookup;
use crate::object::ops;
use crate::object::shape::Name;
use crate::object::value::{PyResult, Raised, Value};
use crate::stdlib::{finder, warn};
use crate::types::dict::Dict;
use crate::types::module;
use crate::types::native::NativeFunction;
use crate::types::str::{Str, text_of};
use crate::vm::Vm;
use dunder_grammar::Span;

/// `import a.b` (binds `a`) and `import a.b as c` (binds `a.b`).
pub struct ImportModule {
    /// The dotted name.
    pub name: Name,
    /// With `as`, the parts after the first, to be taken from one another.
    pub parts: Box<[Name]>,
    /// What is bound.
    pub target: AnyTarget,
    /// The statement.
    pub span: Span,
}

impl Stmt for ImportModule {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        let result = (|| {
            let mut module = import_name(f, self.span, &self.name, &Value::None, 0)?;
            for part in &self.parts {
                let found = take(f.vm, &module, part);
                module = f.at(self.span, found)?;
            }
            self.target.assign(f, module)
        })();
        flow(result)
    }
}

/// `from .a import b as c`
pub struct ImportFrom {
    /// The dotted name after the dots, possibly empty.
    pub module: Name,
    /// The number of dots.
    pub level: u32,
    /// The names, as a tuple.
    pub list: Value,
    /// The names and what they are bound to.
    pub names: Box<[(Name, AnyTarget)]>,
    /// The statement.
    pub span: Span,
}

impl Stmt for ImportFrom {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        let result = (|| {
            let module = import_name(f, self.span, &self.module, &self.list, self.level)?;
            for (name, target) in &self.names {
                let found = take(f.vm, &module, name);
                let value = f.at(self.span, found)?;
                target.assign(f, value)?;
            }
            Ok(())
        })();
        flow(result)
    }
}

/// `from a import *`
pub struct ImportStar {
    /// The dotted name after the dots, possibly empty.
    pub module: Name,
    /// The number of dots.
    pub level: u32,
    /// The statement.
    pub span: Span,
}

impl Stmt for ImportStar {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        let list = f.vm.tuple(vec![f.vm.str("*")]);
        let result = (|| {
            let module = import_name(f, self.span, &self.module, &list, self.level)?;
            let done = import_all(f, &module);
            f.at(self.span, done)
        })();
        flow(result)
    }
}

/// What the statements do first: they call the built-in `__import__`, whatever it is by now.
fn import_name(f: &mut Frame<'_>, span: Span, name: &Name, list: &Value, level: u32) -> PyResult {
    f.core.span.set(span);
    let vm = f.vm;
    let globals = f.core.globals.clone();
    let hook = match f.core.builtins.get_name(&vm.names.__import__) {
        None => builtin_item(vm, &globals, &vm.names.__import__),
        found => Ok(found),
    };
    let result = match f.at(span, hook)? {
        None => {
            let class = vm.exceptions.ImportError.value();
            let error = vm.call(&class, &[vm.str("__import__ not found")]);
            Err(error.map_or_else(|raised| raised, |error| vm.raise_value(error)))
        }
        Some(hook) if is_native(&hook) => {
            import(vm, Some(&globals), &name.value(), list, i64::from(level))
        }
        Some(hook) => {
            let locals = match &f.core.namespace {
                Value::Unbound => Value::None,
                namespace => namespace.clone(),
            };
            let level = Value::Int(level.into());
            vm.call(
                &hook,
                &[name.value(), globals.value(), locals, list.clone(), level],
            )
        }
    };
    f.at(span, result)
}

fn is_native(hook: &Value) -> bool {
    hook.get::<NativeFunction>()
        .is_some_and(|function| crate::builtins::is_import(function.row))
}

/// `__import__(name, globals, None, list, level)`.
///
/// # Errors
/// ImportError, or whatever the modules' code raises.
pub fn import(
    vm: &Vm,
    globals: Option<&Ref<Dict>>,
    name: &Value,
    list: &Value,
    level: i64,
) -> PyResult {
    let Some(written) = name.as_ref::<Str>() else {
        return Err(vm.type_error("module name must be a string"));
    };
    if level < 0 {
        return Err(vm.value_error("level must be >= 0"));
    }
    let written = written.to_string();
    let full = match level {
        0 if written.is_empty() => return Err(vm.value_error("Empty module name")),
        0 => written.clone(),
        _ => {
            let package = package_of(vm, globals)?;
            resolve(vm, &written, &package, level)?
        }
    };
    let module = match vm.state.sys.ending.get() && !is_library(vm) {
        true => import_present(vm, &full)?,
        false => import_absolute(vm, &full)?,
    };
    if list.given().is_some() && ops::truth(vm, list)? {
        if lookup::get_optional(vm, &module, &vm.names.__path__)?.is_some() {
            import_listed(vm, &module, &full, list, false)?;
        }
        return Ok(module);
    }
    // "the top-level package (the name up till the first dot) is returned".
    let Some(dot) = written.find('.') else {
        return Ok(module);
    };
    if level == 0 {
        return import_absolute(vm, &written[..dot]);
    }
    let cut = written.len() - dot;
    let name = &full[..full.len() - cut];
    match vm.modules.get_name(&vm.intern(name)) {
        Some(module) => Ok(module),
        None => Err(vm.key_error(&vm.str(&format!("'{name}' not in sys.modules as expected")))),
    }
}

/// The package that relative imports start from. Reference: 5.4.1, `__package__`.
fn package_of(vm: &Vm, globals: Option<&Ref<Dict>>) -> PyResult<String> {
    let Some(globals) = globals else {
        let text = vm.str("'__name__' not in globals");
        return Err(vm.key_error(&text));
    };
    let package = globals.get_name(&vm.names.__package__);
    let spec = globals.get_name(&vm.names.__spec__);
    let parent = || match spec.as_ref().and_then(Value::given) {
        Some(spec) => lookup::get(vm, spec, &vm.intern("parent")).map(Some),
        None => Ok(None),
    };
    if let Some(package) = package.as_ref().and_then(Value::given) {
        let Some(text) = text_of(package) else {
            return Err(vm.type_error("package must be a string"));
        };
        if let Some(parent) = parent()?
            && !ops::eq(vm, package, &parent)?
        {
            let deprecated = &vm.exceptions.DeprecationWarning;
            warn::here(vm, deprecated, "__package__ != __spec__.parent", 1)?;
        }
        return Ok(text.to_string_lossy());
    }
    if let Some(parent) = parent()? {
        let Some(text) = text_of(&parent) else {
            return Err(vm.type_error("__spec__.parent must be a string"));
        };
        return Ok(text.to_string_lossy());
    }
    let text =
        "can't resolve package from __spec__ or __package__, falling back on __name__ and __path__";
    warn::here(vm, &vm.exceptions.ImportWarning, text, 1)?;
    let Some(name) = globals.get_name(&vm.names.__name__) else {
        let text = vm.str("'__name__' not in globals");
        return Err(vm.key_error(&text));
    };
    let Some(name) = text_of(&name).map(|text| text.to_string_lossy()) else {
        return Err(vm.type_error("__name__ must be a string"));
    };
    if globals.get_name(&vm.names.__path__).is_some() {
        return Ok(name);
    }
    Ok(match name.rfind('.') {
        Some(dot) => name[..dot].to_owned(),
        None => String::new(),
    })
}

/// The absolute name of a relative one.
///
/// # Errors
/// ImportError when there is no such package level.
pub fn resolve(vm: &Vm, name: &str, package: &str, level: i64) -> PyResult<String> {
    if package.is_empty() {
        let text = "attempted relative import with no known parent package";
        return Err(vm.raise(&vm.exceptions.ImportError, text));
    }
    let mut base = package;
    for _ in 1..level {
        match base.rfind('.') {
            Some(dot) => base = &base[..dot],
            None => {
                let text = "attempted relative import beyond top-level package";
                return Err(vm.raise(&vm.exceptions.ImportError, text));
            }
        }
    }
    Ok(if name.is_empty() {
        base.to_owned()
    } else {
        format!("{base}.{name}")
    })
}

/// A module by its absolute name, imported with its parents if need be.
///
/// # Errors
/// ImportError, or whatever the modules' code raises.
pub fn import_absolute(vm: &Vm, name: &str) -> PyResult {
    let key = vm.intern(name);
    match vm.modules.get_name(&key) {
        None | Some(Value::None) if let Some(module) = finder::left(vm, &key) => {
            drop(vm.modules.set_name(&key, module.clone()));
            Ok(module)
        }
        Some(Value::None) if !vm.state.sys.ending.get() => Err(halted(vm, name)),
        None | Some(Value::None) => {
            let _guard = vm.recurse("")?;
            finder::find_and_load(vm, name)
        }
        Some(module) => Ok(module),
    }
}

/// What the program itself gets while its modules are taken down: those that are still there.
fn import_present(vm: &Vm, name: &str) -> PyResult {
    match vm.modules.get_name(&vm.intern(name)) {
        Some(Value::None) => Err(halted(vm, name)),
        Some(module) => Ok(module),
        None => Err(finder::no_finders(vm)),
    }
}

/// Whether it is the library that imports something. What CPython imports before it does so when it is needed.
fn is_library(vm: &Vm) -> bool {
    let is_library = |frame: &FrameCore<'_>| frame.code.source.filename.starts_with("<frozen ");
    vm.with_frame(0, is_library).unwrap_or(false)
}

fn halted(vm: &Vm, name: &str) -> Raised {
    let text = format!("import of {name} halted; None in sys.modules");
    not_found(vm, name, &text)
}

/// Raises ModuleNotFoundError with its `name`.
#[cold]
pub fn not_found(vm: &Vm, name: &str, text: &str) -> Raised {
    let class = &vm.exceptions.ModuleNotFoundError;
    raise_import(vm, class, text, vm.str(name), Value::None, None)
}

/// An ImportError that is about a module of that name.
pub fn failed(vm: &Vm, text: &str, name: Value) -> Raised {
    let class = &vm.exceptions.ImportError;
    raise_import(vm, class, text, name, Value::None, None)
}

fn raise_import(
    vm: &Vm,
    class: &Ref<crate::object::class::Class>,
    text: &str,
    name: Value,
    path: Value,
    name_from: Option<Value>,
) -> Raised {
    let text = vm.str(text);
    let exception: Ref<Exception> = vm.new_exception(class, vec![text.clone()]);
    exception.set_field(0, text);
    exception.set_field(1, name);
    exception.set_field(2, path);
    if let Some(name) = name_from {
        exception.set_field(3, name);
    }
    vm.raise_value(exception.into())
}

/// Imports those of the listed names that are submodules not imported yet.
fn import_listed(vm: &Vm, module: &Value, full: &str, list: &Value, all: bool) -> PyResult<()> {
    for item in ops::collect(vm, list)? {
        let Some(name) = item.as_ref::<Str>() else {
            let place = if all {
                format!("{full}.__all__")
            } else {
                "``from list''".to_owned()
            };
            return Err(vm.type_error(format!(
                "Item in {place} must be str, not {}",
                vm.type_name(&item)
            )));
        };
        let text = name.to_string();
        if text == "*" {
            if !all && let Some(names) = lookup::get_optional(vm, module, &vm.names.__all__)? {
                import_listed(vm, module, full, &names, true)?;
            }
            continue;
        }
        let name = vm.interner.intern_object(name);
        if lookup::get_optional(vm, module, &name)?.is_some() {
            continue;
        }
        let submodule = format!("{full}.{text}");
        if let Err(raised) = import_absolute(vm, &submodule) {
            // A name that is no submodule is the business of whoever takes it from the module.
            if !vm.pending_is(&vm.exceptions.ModuleNotFoundError)
                || !names_module(vm, &submodule)
                || matches!(
                    vm.modules.get_name(&vm.intern(&submodule)),
                    Some(Value::None)
                )
            {
                return Err(raised);
            }
            drop(vm.take_pending());
        }
    }
    Ok(())
}

/// Whether the pending ImportError is about this module.
fn names_module(vm: &Vm, name: &str) -> bool {
    let pending = vm.pending();
    let about = pending.get::<Exception>().map(|e| e.field(1));
    about
        .is_some_and(|about| text_of(&about).is_some_and(|text| text.as_bytes() == name.as_bytes()))
}

/// A name taken from a module: its attribute, or the submodule of that name. Reference: 7.11.
fn take(vm: &Vm, module: &Value, name: &Name) -> PyResult {
    if let Some(value) = lookup::get_optional(vm, module, name)? {
        return Ok(value);
    }
    let own = lookup::get_optional(vm, module, &vm.names.__name__)?;
    if let Some(own) = own.as_ref().and_then(text_of) {
        let full = format!("{}.{name}", own.to_string_lossy());
        if let Some(found) = vm.modules.get_name(&vm.intern(&full)) {
            return Ok(found);
        }
    }
    Err(cannot_import(vm, module, own, name))
}

#[cold]
fn cannot_import(vm: &Vm, module: &Value, own: Option<Value>, name: &Name) -> Raised {
    let class = &vm.exceptions.ImportError;
    let shown = own.as_ref().and_then(text_of).map_or_else(
        || "<unknown module name>".to_owned(),
        |text| text.to_string_lossy(),
    );
    let own = own.filter(|own| text_of(own).is_some());
    let file = match lookup::get_optional(vm, module, &vm.names.__file__) {
        Ok(file) => file.filter(|file| text_of(file).is_some()),
        Err(raised) => return raised,
    };
    let place = match &file {
        Some(file) => text_of(file)
            .map(|t| t.to_string_lossy())
            .unwrap_or_default(),
        None => "unknown location".to_owned(),
    };
    let partially = match module::is_partial(vm, module) {
        true => "partially initialized module ",
        false => "",
    };
    let circular = match partially {
        "" => "",
        _ => "(most likely due to a circular import) ",
    };
    let text = format!("cannot import name '{name}' from {partially}'{shown}' {circular}({place})");
    let own = own.unwrap_or_else(|| vm.str(&shown));
    raise_import(
        vm,
        class,
        &text,
        own,
        file.unwrap_or(Value::None),
        Some(name.value()),
    )
}

/// `from module import *`: the names in `__all__`, or else all public ones.
fn import_all(f: &mut Frame<'_>, module: &Value) -> PyResult<()> {
    let vm = f.vm;
    let (names, all) = match lookup::get_optional(vm, module, &vm.names.__all__)? {
        Some(all) => (all, true),
        None => match lookup::get_optional(vm, module, &vm.names.__dict__)? {
            Some(dict) => (vm.list(ops::collect(vm, &dict)?), false),
            None => {
                let text = "from-import-* object has no __dict__ and no __all__";
                return Err(vm.raise(&vm.exceptions.ImportError, text));
            }
        },
    };
    let mut at = 0;
    loop {
        let name = match ops::sequence_item(vm, &names, at) {
            Ok(name) => name,
            Err(raised) => return vm.swallow(&vm.exceptions.IndexError, raised),
        };
        at += 1;
        let Some(text) = name.as_ref::<Str>() else {
            let own = lookup::get(vm, module, &vm.names.__name__)?;
            let Some(own) = text_of(&own) else {
                return Err(vm.type_error(format!(
                    "module __name__ must be a string, not {}",
                    vm.type_name(&own)
                )));
            };
            let (what, place) = if all {
                ("Item", "__all__")
            } else {
                ("Key", "__dict__")
            };
            return Err(vm.type_error(format!(
                "{what} in {}.{place} must be str, not {}",
                own.to_string_lossy(),
                vm.type_name(&name)
            )));
        };
        if !all && text.text.as_bytes().starts_with(b"_") {
            continue;
        }
        let interned = vm.interner.intern_object(text);
        let value = lookup::get(vm, module, &interned)?;
        match f.core.namespace.as_ref::<Dict>() {
            Some(dict) if *dict.as_obj().class() == vm.types.dict => {
                drop(dict.set_name(&interned, value));
            }
            _ => ops::set_item(vm, &f.core.namespace, &name, value)?,
        }
    }
}
