//! Warnings: the filters, the registries of those already shown, and `_warnings`, on which
//! `warnings` builds. Their text is in `text::report`.

use super::NativeModule;
use crate::object::class::Class;
use crate::object::heap::Ref;
use crate::object::lookup;
use crate::object::ops;
use crate::object::table::method;
use crate::object::value::{PyResult, Value};
use crate::text::report::format_warning;
use crate::types::checks::{isinstance, issubclass};
use crate::types::dict::Dict;
use crate::types::str::{Str, text_of};
use crate::types::tuple::Tuple;
use crate::vm::Vm;
use std::cell::{Cell, OnceCell};

/// What an interpreter knows of warnings.
#[derive(Default)]
pub struct Warnings {
    filters: OnceCell<Value>,
    once: OnceCell<Ref<Dict>>,
    version: Cell<i64>,
}

/// The native module.
pub const WARNINGS: NativeModule = NativeModule {
    name: "_warnings",
    doc: "_warnings provides basic warning filtering support.\nIt is a helper module to speed up interpreter start-up.",
    functions: &[
        method(
            "warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=())",
            warn,
            "Issue a warning, or maybe ignore it or raise an exception.",
        ),
        method(
            "warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None)",
            warn_explicit,
            "Issue a warning, or maybe ignore it or raise an exception.",
        ),
        method("_filters_mutated()", filters_mutated, ""),
    ],
    fill,
};

fn fill(vm: &Vm, namespace: &Ref<Dict>) -> PyResult<()> {
    drop(namespace.set_name(&vm.intern("filters"), filters(vm)));
    drop(namespace.set_name(&vm.intern("_defaultaction"), vm.str("default")));
    drop(namespace.set_name(&vm.intern("_onceregistry"), once(vm).value()));
    Ok(())
}

fn once(vm: &Vm) -> &Ref<Dict> {
    vm.state.warnings.once.get_or_init(|| vm.dict())
}

/// The list of filters, at first CPython's default ones.
fn filters(vm: &Vm) -> Value {
    let make = || {
        let e = &vm.exceptions;
        let filter = |action: &str, category: &Ref<Class>, module: Value| {
            vm.tuple(vec![
                vm.intern(action).value(),
                Value::None,
                category.value(),
                module,
                Value::Int(0),
            ])
        };
        vm.list(vec![
            filter("default", &e.DeprecationWarning, vm.str("__main__")),
            filter("ignore", &e.DeprecationWarning, Value::None),
            filter("ignore", &e.PendingDeprecationWarning, Value::None),
            filter("ignore", &e.ImportWarning, Value::None),
            filter("ignore", &e.ResourceWarning, Value::None),
        ])
    };
    vm.state.warnings.filters.get_or_init(make).clone()
}

fn filters_mutated(vm: &Vm, _args: &[Value]) -> PyResult {
    let version = &vm.state.warnings.version;
    version.set(version.get() + 1);
    Ok(Value::None)
}

/// Where a warning comes from.
struct Place {
    filename: Value,
    lineno: i64,
    module: Value,
    registry: Value,
    source: Value,
}

/// Issues a warning about code that is being compiled.
///
/// # Errors
/// The warning itself, when filters turn it into an error.
pub fn explicit(
    vm: &Vm,
    category: &Ref<Class>,
    text: Value,
    filename: &str,
    lineno: i64,
) -> PyResult<()> {
    let place = Place {
        filename: vm.str(filename),
        lineno,
        module: Value::None,
        registry: Value::None,
        source: Value::None,
    };
    issue(vm, &text, &category.value(), &place)
}

/// Issues a warning about the running Python code, `level` frames up (1: the innermost).
///
/// # Errors
/// The warning itself, when filters turn it into an error.
pub fn here(vm: &Vm, category: &Ref<Class>, text: &str, level: i64) -> PyResult<()> {
    about(vm, category, text, level, Value::None)
}

/// As [`here`], with the object that the warning is about.
///
/// # Errors
/// The warning itself where it is to be an error; whatever showing it raises.
pub fn about(
    vm: &Vm,
    category: &Ref<Class>,
    text: &str,
    level: i64,
    source: Value,
) -> PyResult<()> {
    let place = context(vm, level, &[], source);
    issue(vm, &vm.str(text), &category.value(), &place)
}

/// The frame that a stack level names. Reference: warnings.warn, `stacklevel`.
fn context(vm: &Vm, level: i64, skip: &[String], source: Value) -> Place {
    let look = |depth: usize| {
        vm.with_frame(depth, |core| {
            let line = core.code.source.line(core.span.get().start);
            (
                core.globals.clone(),
                core.code.source.filename.to_string(),
                i64::from(line),
            )
        })
    };
    let mut depth = 0;
    let mut left = level.max(1) - 1;
    let mut found = look(0);
    let skipped = |frame: &(Ref<Dict>, String, i64)| skip.iter().any(|p| frame.1.starts_with(p));
    while left > 0
        && let Some(frame) = &found
    {
        // Frames of skipped files don't count.
        if !skipped(frame) {
            left -= 1;
        }
        depth += 1;
        found = look(depth);
    }
    while !skip.is_empty() && found.as_ref().is_some_and(skipped) {
        depth += 1;
        found = look(depth);
    }
    let (globals, filename, lineno) =
        found.unwrap_or_else(|| (vm.sys.clone(), "<sys>".to_owned(), 0));
    let key = vm.intern("__warningregistry__");
    let registry = globals.get_name(&key).unwrap_or_else(|| {
        let fresh: Value = vm.dict().into();
        drop(globals.set_name(&key, fresh.clone()));
        fresh
    });
    let module = globals.get_name(&vm.names.__name__);
    Place {
        filename: vm.str(&filename),
        lineno,
        module: module
            .filter(|name| text_of(name).is_some())
            .unwrap_or_else(|| vm.str("<string>")),
        registry,
        source,
    }
}

fn warn(vm: &Vm, args: &[Value]) -> PyResult {
    let mut level = crate::types::args::c_int(vm, &args[2])?;
    let Some(prefixes) = args[4].get::<Tuple>() else {
        return Err(vm.type_error(format!(
            "warn() argument 'skip_file_prefixes' must be tuple, not {}",
            vm.type_name(&args[4])
        )));
    };
    let mut skip = Vec::new();
    for prefix in &prefixes.items {
        match prefix.get::<Str>() {
            Some(prefix) => skip.push(prefix.to_string()),
            None => {
                return Err(vm.type_error(format!(
                    "Found non-str '{}' in skip_file_prefixes.",
                    vm.type_name(prefix)
                )));
            }
        }
    }
    if !skip.is_empty() {
        level = level.max(2);
    }
    let category = category_of(vm, &args[0], &args[1])?;
    let place = context(vm, level.into(), &skip, args[3].clone());
    issue(vm, &args[0], &category, &place)?;
    Ok(Value::None)
}

fn category_of(vm: &Vm, message: &Value, category: &Value) -> PyResult {
    let base = vm.exceptions.Warning.value();
    if isinstance(vm, message, &base)? {
        return Ok(vm.class_of(message).value());
    }
    if category.given().is_none() {
        return Ok(vm.exceptions.UserWarning.value());
    }
    if category.get::<Class>().is_none() || !issubclass(vm, category, &base)? {
        return Err(vm.type_error(format!(
            "category must be a Warning subclass, not '{}'",
            vm.type_name(category)
        )));
    }
    Ok(category.clone())
}

fn warn_explicit(vm: &Vm, args: &[Value]) -> PyResult {
    let lineno = crate::types::args::c_int(vm, &args[3])?;
    if args[5].given().is_some() && args[5].get::<Dict>().is_none() {
        return Err(vm.type_error("'registry' must be a dict or None"));
    }
    let place = Place {
        filename: args[2].clone(),
        lineno: lineno.into(),
        module: args[4].clone(),
        registry: args[5].clone(),
        source: args[7].clone(),
    };
    let category = match isinstance(vm, &args[0], &vm.exceptions.Warning.value())? {
        true => vm.class_of(&args[0]).value(),
        false => args[1].clone(),
    };
    issue(vm, &args[0], &category, &place)?;
    Ok(Value::None)
}

fn issue(vm: &Vm, message: &Value, category: &Value, place: &Place) -> PyResult<()> {
    let module = match &place.module {
        Value::None => {
            let name = text_of(&place.filename)
                .map(|t| t.to_string_lossy())
                .unwrap_or_default();
            match name.strip_suffix(".py") {
                _ if name.is_empty() => vm.str("<unknown>"),
                Some(stem) => vm.str(stem),
                None => place.filename.clone(),
            }
        }
        module => module.clone(),
    };
    let (text, message) = if isinstance(vm, message, &vm.exceptions.Warning.value())? {
        (ops::str(vm, message)?.value(), message.clone())
    } else {
        (
            message.clone(),
            vm.call(category, std::slice::from_ref(message))?,
        )
    };
    let line = Value::Int(place.lineno);
    let key = vm.tuple(vec![text.clone(), category.clone(), line]);
    if already(vm, &place.registry, &key, false)? {
        return Ok(());
    }
    let action = action_for(vm, &text, category, place.lineno, &module)?;
    let action = text_of(&action)
        .map(|t| t.to_string_lossy())
        .unwrap_or_default();
    match action.as_str() {
        "error" => return Err(vm.raise_value(message)),
        "ignore" => return Ok(()),
        _ => {}
    }
    if action != "always"
        && action != "once"
        && let Some(registry) = place.registry.get::<Dict>()
    {
        drop(registry.insert(vm, key, Value::True)?);
    }
    let short = vm.tuple(vec![text.clone(), category.clone(), Value::Int(0)]);
    let seen = match action.as_str() {
        "once" => {
            let registry = match place.registry.given() {
                Some(_) => once_registry(vm)?,
                None => once(vm).value(),
            };
            already(vm, &registry, &short, true)?
        }
        "module" if place.registry.given().is_some() => already(vm, &place.registry, &short, true)?,
        "always" | "default" | "module" => false,
        other => {
            return Err(vm.runtime_error(format!(
                "Unrecognized action ('{other}') in warnings.filters"
            )));
        }
    };
    if seen {
        return Ok(());
    }
    show(vm, &text, message, category, place)
}

/// The `warnings` module, if the program has imported it.
fn module_attribute(vm: &Vm, name: &str) -> PyResult<Option<Value>> {
    match vm.modules.get_name(&vm.intern("warnings")) {
        Some(module) if !module.is_none() => lookup::get_optional(vm, &module, &vm.intern(name)),
        _ => Ok(None),
    }
}

fn once_registry(vm: &Vm) -> PyResult {
    Ok(module_attribute(vm, "onceregistry")?.unwrap_or_else(|| once(vm).value()))
}

/// Whether the registry has the key; with `add`, it has it from now on. Registries of earlier filters
/// are emptied.
fn already(vm: &Vm, registry: &Value, key: &Value, add: bool) -> PyResult<bool> {
    let Some(dict) = registry.get::<Dict>() else {
        return Ok(false);
    };
    let version = Value::Int(vm.state.warnings.version.get());
    let name = vm.str("version");
    match dict.get(vm, &name)? {
        Some(known) if ops::eq(vm, &known, &version)? => {
            if let Some(found) = dict.get(vm, key)?
                && ops::truth(vm, &found)?
            {
                return Ok(true);
            }
        }
        _ => {
            dict.clear();
            drop(dict.insert(vm, name, version)?);
        }
    }
    if add {
        drop(dict.insert(vm, key.clone(), Value::True)?);
    }
    Ok(false)
}

/// What the first filter that fits says.
fn action_for(vm: &Vm, text: &Value, category: &Value, lineno: i64, module: &Value) -> PyResult {
    let filters = module_attribute(vm, "filters")?.unwrap_or_else(|| filters(vm));
    for filter in ops::collect(vm, &filters)? {
        let Some([action, message, kind, place, line]) = filter
            .get::<Tuple>()
            .and_then(|tuple| <&[Value; 5]>::try_from(&tuple.items[..]).ok())
        else {
            return Err(vm.value_error("warnings.filters item isn't a 5-tuple"));
        };
        let line = crate::types::args::size(vm, line)?;
        if fits(vm, message, text)?
            && issubclass(vm, category, kind)?
            && fits(vm, place, module)?
            && (line == 0 || line == lineno)
        {
            return Ok(action.clone());
        }
    }
    Ok(module_attribute(vm, "defaultaction")?.unwrap_or_else(|| vm.str("default")))
}

/// Whether a filter's pattern (`None`, a string, or a regular expression) fits.
fn fits(vm: &Vm, pattern: &Value, value: &Value) -> PyResult<bool> {
    if pattern.is_none() {
        return Ok(true);
    }
    if let (Some(a), Some(b)) = (text_of(pattern), text_of(value)) {
        return Ok(a.as_bytes() == b.as_bytes());
    }
    let found = vm.call_method(pattern, &vm.intern("match"), std::slice::from_ref(value))?;
    ops::truth(vm, &found)
}

fn show(vm: &Vm, text: &Value, message: Value, category: &Value, place: &Place) -> PyResult<()> {
    if !place.source.is_none() {
        // Only the module knows what to say of the object.
        crate::exec::import::import_absolute(vm, "warnings")?;
    }
    if let Some(show) = module_attribute(vm, "_showwarnmsg")? {
        let Some(class) = module_attribute(vm, "WarningMessage")? else {
            return Err(vm.runtime_error("unable to get warnings.WarningMessage"));
        };
        let args = [
            message,
            category.clone(),
            place.filename.clone(),
            Value::Int(place.lineno),
            Value::None,
            Value::None,
            place.source.clone(),
        ];
        let shown = vm.call(&class, &args)?;
        vm.call(&show, &[shown])?;
        return Ok(());
    }
    let filename = ops::str(vm, &place.filename)?;
    let name = lookup::get(vm, category, &vm.names.__name__)?;
    let name = ops::str(vm, &name)?;
    let text = ops::str(vm, text)?;
    let line = super::sys::source_line(vm, &filename.to_string(), place.lineno);
    let report = format_warning(
        &filename.text,
        place.lineno,
        &name.text,
        &text.text,
        line.as_deref().unwrap_or_default(),
    );
    super::sys::write_err(vm, &report);
    Ok(())
}
