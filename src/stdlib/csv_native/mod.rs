//! `_csv`: the functions of the module, and the dialects that have names. What a dialect is stands in `dialect`,
//! reading and writing have files of their own; classes written in Python are in `csv`.

mod dialect;
mod reader;
mod writer;

use self::dialect::DIALECT;
use super::{NativeModule, extension};
use crate::object::heap::Ref;
use crate::object::table::{Row, method};
use crate::object::value::{PyResult, Raised, Value};
use crate::types::dict::Dict;
use crate::types::str::text_of;
use crate::types::tuple::Tuple;
use crate::types::{args, module};
use crate::vm::Vm;
use std::cell::Cell;

/// The module.
pub const CSV: NativeModule = NativeModule {
    name: "_csv",
    doc: "Reading and writing tables in text files.",
    functions: FUNCTIONS,
    fill,
};

/// What the module keeps.
pub struct State {
    /// The length that fields may have.
    limit: Cell<i64>,
}

impl Default for State {
    fn default() -> State {
        State {
            limit: Cell::new(128 << 10),
        }
    }
}

static FUNCTIONS: &[Row] = &[
    method(
        "reader(*args, **kwargs)",
        |vm, args| {
            let (lines, dialect) = with_dialect(vm, args)?;
            reader::new(vm, &lines, dialect)
        },
        "reader(iterable, dialect='excel', **settings): an iterator over the rows of a table,\nwhose lines the iterable gives.",
    ),
    method(
        "writer(*args, **kwargs)",
        |vm, args| {
            let (file, dialect) = with_dialect(vm, args)?;
            writer::new(vm, &file, dialect)
        },
        "writer(fileobj, dialect='excel', **settings): an object that writes rows to a file.",
    ),
    method(
        "list_dialects()",
        |vm, _| {
            let names = dialects(vm)?;
            Ok(vm.list(names.keys()))
        },
        "The names of all dialects.",
    ),
    method(
        "register_dialect(*args, **kwargs)",
        register,
        "register_dialect(name, dialect='excel', **settings): give a dialect a name.",
    ),
    method(
        "unregister_dialect(name)",
        |vm, args| match dialects(vm)?.remove(vm, &args[0])? {
            Some(_) => Ok(Value::None),
            None => Err(error(vm, "unknown dialect")),
        },
        "Forget the name of a dialect.",
    ),
    method(
        "get_dialect(name)",
        |vm, args| registered(vm, &args[0]),
        "The dialect of that name.",
    ),
    method(
        "field_size_limit(new_limit=<unrepresentable>)",
        field_size_limit,
        "The length that fields may have; with an argument, sets another one.",
    ),
];

fn fill(vm: &Vm, namespace: &Ref<Dict>) -> PyResult<()> {
    let set = |name: &str, value: Value| drop(namespace.set_name(&vm.intern(name), value));
    for (value, name) in dialect::QUOTINGS.iter().enumerate() {
        set(name, Value::Int(value as i64));
    }
    set("_dialects", vm.dict().value());
    set("Error", error_class(vm)?);
    set("Dialect", extension::class(vm, &DIALECT).value());
    set("Reader", extension::class(vm, &reader::READER).value());
    set("Writer", extension::class(vm, &writer::WRITER).value());
    Ok(())
}

fn error_class(vm: &Vm) -> PyResult {
    extension::exception(vm, "_csv", "Error", &vm.exceptions.Exception)
}

/// Raises `csv.Error`.
#[cold]
fn error(vm: &Vm, text: &str) -> Raised {
    extension::raise(vm, error_class(vm), text)
}

/// The first argument of a call, collected as `*args` and `**kwargs`, and the dialect that the others describe.
fn with_dialect(vm: &Vm, args: &[Value]) -> PyResult<(Value, Value)> {
    let (all, names) = args::call_arguments(vm, &args[0], &args[1]);
    let (positional, keywords) = all.split_at(all.len() - names.len());
    let (first, rest) = match positional {
        [] => return Err(vm.type_error(" expected at least 1 argument, got 0")),
        [first, rest @ ..] => (first.clone(), rest),
    };
    if rest.len() > 1 {
        let text = format!(" expected at most 2 arguments, got {}", positional.len());
        return Err(vm.type_error(text));
    }
    let class = extension::class(vm, &DIALECT);
    let dialect = dialect::make(vm, &class, rest, keywords, &names)?;
    Ok((first, dialect))
}

fn register(vm: &Vm, args: &[Value]) -> PyResult {
    let positional = args[0].get::<Tuple>();
    if let Some(name) = positional.and_then(|positional| positional.items.first())
        && text_of(name).is_none()
    {
        return Err(vm.type_error("dialect name must be a string"));
    }
    let (name, dialect) = with_dialect(vm, args)?;
    drop(dialects(vm)?.insert(vm, name, dialect)?);
    Ok(Value::None)
}

/// The dialects by their names: what the module's namespace has.
fn dialects(vm: &Vm) -> PyResult<Ref<Dict>> {
    let module = vm.modules.get_name(&vm.intern("_csv"));
    let module = module.as_ref().and_then(Value::obj);
    let namespace = module.and_then(|module| module::namespace(vm, module));
    let found = namespace.and_then(|names| names.get_name(&vm.intern("_dialects")));
    match found.map(Value::downcast::<Dict>) {
        Some(Ok(dict)) => Ok(dict),
        _ => Err(vm.runtime_error("the module _csv has lost its dialects")),
    }
}

fn registered(vm: &Vm, name: &Value) -> PyResult {
    match dialects(vm)?.get(vm, name)? {
        Some(dialect) => Ok(dialect),
        None => Err(error(vm, "unknown dialect")),
    }
}

fn field_size_limit(vm: &Vm, args: &[Value]) -> PyResult {
    let limit = &vm.state.csv.limit;
    let old = limit.get();
    if !args[0].is_unbound() {
        limit.set(dialect::exact_int(vm, &args[0], "limit", "long")?);
    }
    Ok(Value::Int(old))
}
