//! Built-in functions that read and write: `print`, `input`, `breakpoint`.

use crate::object::ops;
use crate::object::value::{PyResult, Value};
use crate::text::Text;
use crate::types::args::call_arguments;
use crate::types::str::{Str, text_of};
use crate::types::tuple::Tuple;
use crate::vm::Vm;

/// An argument of `print` that is a string or `None` for the default.
fn joint(vm: &Vm, value: &Value, name: &str, default: &str) -> PyResult {
    match text_of(value) {
        Some(_) => Ok(value.clone()),
        None if value.given().is_none() => Ok(vm.str(default)),
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
    let sep = joint(vm, &args[1], "sep", " ")?;
    let end = joint(vm, &args[2], "end", "\n")?;
    let plain = crate::stdlib::io::is_plain_text(vm, &file);
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            print_part(vm, &file, plain, &sep)?;
        }
        print_part(vm, &file, plain, item)?;
    }
    print_part(vm, &file, plain, &end)?;
    flush_if(vm, &file, &args[4])
}

/// Writes `str(part)`. To a file of a program's own by a call for each part, as those that redirect output can see.
fn print_part(vm: &Vm, file: &Value, plain: bool, part: &Value) -> PyResult<()> {
    if !plain {
        let text = ops::str(vm, part)?.into();
        return vm.call_method(file, &vm.names.write, &[text]).map(drop);
    }
    match part.get::<Str>() {
        Some(text) if *vm.class_of(part) == vm.types.str => {
            crate::stdlib::io::write_text(vm, file, &text.text)
        }
        _ => crate::stdlib::io::write_text(vm, file, &ops::str(vm, part)?.text),
    }
}

fn flush_if(vm: &Vm, file: &Value, flush: &Value) -> PyResult {
    if !flush.is_unbound() && ops::truth(vm, flush)? {
        vm.call_method(file, &vm.names.flush, &[])?;
    }
    Ok(Value::None)
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
    let (all, names) = call_arguments(vm, &args[0], &args[1]);
    vm.call_with(&hook, &all, &names)
}

pub(super) use crate::stdlib::io::open::open;
