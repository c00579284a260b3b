//! `--check`: compiles files without running them, and reports all that is wrong with each: after an error, the
//! statement that is wrong is taken for one that is right.

use dunder::exec::compile::{self, Unit};
use dunder::exec::uncaught;
use dunder::object::exception::Exception;
use dunder::object::value::{PyResult, Value};
use dunder::vm::Vm;

/// How many errors of a file are reported.
const MAX_ERRORS: usize = 100;

/// Checks a file; whether nothing is wrong with it.
pub fn check(vm: &Vm, file: &str) -> bool {
    let text = match read(vm, file) {
        Ok(text) => text,
        Err(_) => {
            uncaught::uncaught(vm);
            return false;
        }
    };
    let mut errors = errors(vm, file, &text);
    errors.sort_by_key(|(line, _)| *line);
    let fine = errors.is_empty();
    for (_, error) in errors {
        let _ = vm.set_pending(error);
        uncaught::uncaught(vm);
    }
    fine
}

fn read(vm: &Vm, file: &str) -> PyResult<String> {
    match vm.host.read_file(file) {
        Ok(bytes) => compile::decode_file(vm, &bytes, file),
        Err(error) => Err(dunder::stdlib::raise_os(vm, &error, Some(&vm.str(file)))),
    }
}

/// The errors of a text with their lines, in the order in which they are found.
fn errors(vm: &Vm, file: &str, text: &str) -> Vec<(i64, Value)> {
    let mut text = dunder_grammar::normalise_newlines(text).into_owned();
    let mut found: Vec<(i64, Value)> = Vec::new();
    while found.len() < MAX_ERRORS {
        let compiled = compile::compile(vm, &Unit::of_file(file, &text));
        if compiled.is_ok() {
            break;
        }
        let error = vm.take_pending();
        let (line, message) = place(vm, &error);
        // The same line again: what took its statement's place does not fit either.
        if found.iter().any(|(known, _)| *known == line) {
            break;
        }
        found.push((line, error));
        let line = u32::try_from(line).unwrap_or(0);
        match dunder_grammar::without_statement(&text, line, &message) {
            Some(next) => text = next,
            None => break,
        }
    }
    found
}

/// The line and the message of a syntax error; line 0 for other exceptions.
fn place(vm: &Vm, error: &Value) -> (i64, String) {
    let is_syntax = vm.class_of(error).is_subclass(&vm.exceptions.SyntaxError);
    match error.get::<Exception>() {
        Some(exception) if is_syntax => {
            let line = match exception.field(2) {
                Value::Int(line) => line,
                _ => 0,
            };
            let message = dunder::types::str::text_of(&exception.field(0))
                .map(|text| text.to_string_lossy())
                .unwrap_or_default();
            (line, message)
        }
        _ => (0, String::new()),
    }
}
