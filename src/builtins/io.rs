//! Built-in functions that read and write: `print`, `input`, `breakpoint`.

use crate::object::ops;
use crate::object::value::{PyResult, Value};
use crate::text::Text;
use crate::types::str::{Str, text_of};
use crate::types::tuple::Tuple;
use crate::vm::Vm;

/// An argument of `print` that is a string or `None` for the default.
fn joint<'a>(vm: &Vm, value: &'a Value, name: &str) -> PyResult<Option<&'a Text>> {
    match text_of(value) {
        Some(text) => Ok(Some(text)),
        None if value.given().is_none() => Ok(None),
        None => Err(vm.type_error(format!(
            "{name} must be None or a string, not {}",
            vm.type_name(value)
        ))),
    }
}

pub(super) fn print(vm: &Vm, args: &[Value]) -> PyResult {
    let items = args[0].get::<Tuple>().map_or(&[][..], |tuple| &tuple.items);
    let file = match args[3].given() {
        Some(file) => file.clone(),
        None => match vm.sys.get_name(&vm.names.stdout) {
            None => return Err(vm.runtime_error("lost sys.stdout")),
            Some(Value::None) => return Ok(Value::None),
            Some(file) => file,
        },
    };
    let sep = joint(vm, &args[1], "sep")?;
    let end = joint(vm, &args[2], "end")?;
    if !crate::stdlib::io::is_plain_text(vm, &file) {
        return print_to_object(vm, items, &file, args);
    }
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            match sep {
                Some(sep) => crate::stdlib::io::write_text(vm, &file, sep)?,
                None => crate::stdlib::io::write_str(vm, &file, " ")?,
            }
        }
        match item.get::<Str>() {
            Some(text) if *vm.class_of(item) == vm.types.str => {
                crate::stdlib::io::write_text(vm, &file, &text.text)?;
            }
            _ => {
                let text = ops::str(vm, item)?;
                crate::stdlib::io::write_text(vm, &file, &text.text)?;
            }
        }
    }
    match end {
        Some(end) => crate::stdlib::io::write_text(vm, &file, end)?,
        None => crate::stdlib::io::write_str(vm, &file, "\n")?,
    }
    flush_if(vm, &file, &args[4])
}

fn flush_if(vm: &Vm, file: &Value, flush: &Value) -> PyResult {
    if !flush.is_unbound() && ops::truth(vm, flush)? {
        vm.call_method(file, &vm.names.flush, &[])?;
    }
    Ok(Value::None)
}

/// Each part is written by a call of its own, as programs that redirect output can see.
fn print_to_object(vm: &Vm, items: &[Value], file: &Value, args: &[Value]) -> PyResult {
    let write = |text: Value| vm.call_method(file, &vm.names.write, &[text]);
    let part = |value: &Value, default: &str| match value.given() {
        Some(value) => value.clone(),
        None => vm.str(default),
    };
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            write(part(&args[1], " "))?;
        }
        write(ops::str(vm, item)?.into())?;
    }
    write(part(&args[2], "\n"))?;
    flush_if(vm, file, &args[4])
}

pub(super) fn input(vm: &Vm, args: &[Value]) -> PyResult {
    let stream = |name| match vm.sys.get_name(name) {
        Some(Value::None) | None => None,
        found => found,
    };
    let lost = |what: &str| vm.runtime_error(format!("input(): lost sys.{what}"));
    let Some(stdin) = stream(&vm.names.stdin) else {
        return Err(lost("stdin"));
    };
    let Some(stdout) = stream(&vm.names.stdout) else {
        return Err(lost("stdout"));
    };
    // What flushing raises is nobody's concern here.
    let flush = |stream: &Value| {
        if vm.call_method(stream, &vm.names.flush, &[]).is_err() {
            drop(vm.take_pending());
        }
    };
    if let Some(stderr) = stream(&vm.names.stderr) {
        flush(&stderr);
    }
    if args[0].given().is_some() || args[0].is_none() {
        let text = ops::str(vm, &args[0])?;
        vm.call_method(&stdout, &vm.names.write, &[text.into()])?;
    }
    flush(&stdout);
    let line = vm.call_method(&stdin, &vm.names.readline, &[])?;
    let Some(text) = text_of(&line) else {
        return Err(vm.type_error(format!(
            "object.readline() returned non-string (type {})",
            vm.type_name(&line)
        )));
    };
    match text.as_bytes() {
        [] => Err(vm.eof_error("EOF when reading a line")),
        [line @ .., b'\n'] => Ok(vm.text(Text::from_wtf8(line))),
        _ => Ok(line.clone()),
    }
}

pub(super) fn breakpoint(vm: &Vm, args: &[Value]) -> PyResult {
    let Some(hook) = vm.sys.get_name(&vm.intern("breakpointhook")) else {
        return Err(vm.runtime_error("lost sys.breakpointhook"));
    };
    let (names, values): (Vec<_>, Vec<_>) = crate::types::type_::keyword_args(vm, &args[1])
        .into_iter()
        .unzip();
    let mut all = args[0]
        .get::<Tuple>()
        .map_or_else(Vec::new, |tuple| tuple.items.to_vec());
    all.extend(values);
    vm.call_with(&hook, &all, &names)
}

pub(super) use crate::stdlib::io::open::open;
