//! `open()` and its relatives.

use super::buffered::{self, Role};
use super::{DEFAULT_BUFFER_SIZE, base, file, text};
use crate::object::lookup;
use crate::object::ops;
use crate::object::value::{PyResult, Value};
use crate::stdlib::os::paths;
use crate::types::args;
use crate::vm::Vm;

/// What a mode says.
#[derive(Default)]
struct Mode {
    kind: Option<char>,
    plus: bool,
    text: bool,
    binary: bool,
}

impl Mode {
    fn of(vm: &Vm, given: &Value) -> PyResult<Mode> {
        let spelled = args::text(vm, given, "open() argument 'mode'")?;
        let invalid = || {
            vm.value_error(format!(
                "invalid mode: {}",
                ops::repr(vm, given).map_or_else(|_| String::new(), |repr| repr.to_string())
            ))
        };
        let (mut mode, mut kinds, mut seen) = (Mode::default(), 0, Vec::new());
        for c in spelled.to_string_lossy().chars() {
            if seen.contains(&c) {
                return Err(invalid());
            }
            seen.push(c);
            match c {
                'r' | 'w' | 'a' | 'x' => {
                    mode.kind.get_or_insert(c);
                    kinds += 1;
                }
                '+' => mode.plus = true,
                't' => mode.text = true,
                'b' => mode.binary = true,
                _ => return Err(invalid()),
            }
        }
        if mode.text && mode.binary {
            return Err(vm.value_error("can't have text and binary mode at once"));
        }
        if kinds > 1 {
            return Err(vm.value_error("must have exactly one of create/read/write/append mode"));
        }
        Ok(mode)
    }

    /// As `FileIO` spells it.
    fn raw(&self) -> String {
        let mut raw: String = self.kind.into_iter().collect();
        if self.plus {
            raw.push('+');
        }
        raw
    }
}

/// `open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)`
pub fn open(vm: &Vm, args: &[Value]) -> PyResult {
    let file = file(vm, &args[0])?;
    let mode = Mode::of(vm, &args[1])?;
    let buffering = args::c_int(vm, &args[2])?;
    for (name, article, value) in [
        ("encoding", "an", &args[3]),
        ("errors", "an", &args[4]),
        ("newline", "a", &args[5]),
    ] {
        if value.given().is_none() {
            continue;
        }
        let what = format!("open() argument '{name}'");
        if crate::types::str::text_of(value).is_none() {
            return Err(vm.type_error(format!(
                "{what} must be str or None, not {}",
                vm.type_name(value)
            )));
        }
        if mode.binary {
            return Err(vm.value_error(format!(
                "binary mode doesn't take {article} {name} argument"
            )));
        }
    }
    if mode.binary && buffering == 1 {
        let message = "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used";
        crate::stdlib::warn::here(vm, &vm.exceptions.RuntimeWarning, message, 1)?;
    }
    let raw_arguments = [file, vm.str(&mode.raw()), args[6].clone(), args[7].clone()];
    let raw = vm.call(&file::class(vm).value(), &raw_arguments)?;
    match layers(vm, &raw, &mode, buffering, args) {
        Ok(stream) => Ok(stream),
        Err(_) => {
            let error = vm.take_pending();
            let closed = vm.call_method(&raw, &vm.names.close, &[]);
            Err(super::after(vm, error, closed.is_err()))
        }
    }
}

/// What is opened: a path object is asked for its path here, so that the stream's name is that.
fn file(vm: &Vm, given: &Value) -> PyResult {
    match args::is_number(vm, given) {
        true => Ok(given.clone()),
        false => paths::path_object(vm, given)?.ok_or_else(|| paths::no_path(vm, given)),
    }
}

/// Puts a buffer and a decoder over the raw file, as the mode says.
fn layers(vm: &Vm, raw: &Value, mode: &Mode, buffering: i32, args: &[Value]) -> PyResult {
    let terminal = match buffering {
        ..0 => ops::truth(vm, &base::call(vm, raw, "isatty", &[])?)?,
        _ => false,
    };
    let lines = (buffering == 1 && !mode.binary) || terminal;
    if buffering == 0 {
        return match mode.binary {
            true => Ok(raw.clone()),
            false => Err(vm.value_error("can't have unbuffered text I/O")),
        };
    }
    let size = match buffering {
        ..=1 => DEFAULT_BUFFER_SIZE as i64,
        size => size.into(),
    };
    let role = match mode.kind {
        _ if mode.plus => Role::Random,
        Some('r') | None => Role::Reader,
        Some(_) => Role::Writer,
    };
    let arguments = [raw.clone(), Value::Int(size)];
    let buffer = vm.call(&buffered::class(vm, role).value(), &arguments)?;
    if mode.binary {
        return Ok(buffer);
    }
    let arguments = [
        buffer,
        args[3].clone(),
        args[4].clone(),
        args[5].clone(),
        Value::bool(lines),
    ];
    let wrapper = vm.call(&text::class(vm).value(), &arguments)?;
    lookup::set(vm, &wrapper, &vm.intern("mode"), args[1].clone())?;
    Ok(wrapper)
}

/// `open_code(path)`
pub fn open_code(vm: &Vm, args: &[Value]) -> PyResult {
    let path = args::text(vm, &args[0], "open_code() argument 'path'")?;
    let path = vm.text(path.clone());
    let none = || Value::None;
    let arguments = [
        path,
        vm.str("rb"),
        Value::Int(-1),
        none(),
        none(),
        none(),
        Value::True,
        none(),
    ];
    open(vm, &arguments)
}

/// `text_encoding(encoding, stacklevel=2, /)`
pub fn text_encoding(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(match args[0].is_none() {
        true => vm.str("locale"),
        false => args[0].clone(),
    })
}
