//! `_io`: the streams, and the standard ones, which exist from the start. `io` in Python adds the abstract
//! classes that others can be registered for.

pub mod base;
pub mod buffered;
pub mod bytes_io;
pub mod file;
pub mod newlines;
pub mod open;
pub mod pair;
pub mod string_io;
pub mod text;
mod text_read;
mod text_seek;
mod text_write;

use super::NativeModule;
use crate::host::Stream;
use crate::object::build;
use crate::object::exception::Exception;
use crate::object::heap::Ref;
use crate::object::lookup;
use crate::object::ops;
use crate::object::table::{TypeTable, method};
use crate::object::value::{PyResult, Raised, Value};
use crate::text::Text;
use crate::types::args;
use crate::types::buffer::Target;
use crate::types::dict::Dict;
use crate::vm::Vm;
use base::Base;
use buffered::Role;
use std::cell::OnceCell;

/// The size of buffers, unless it is given.
pub const DEFAULT_BUFFER_SIZE: usize = 8192;

/// The native module.
pub const IO: NativeModule = NativeModule {
    name: "_io",
    doc: "Streams of bytes and of text.",
    functions: &[
        method(
            "open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
            open::open,
            "Open a file and return a stream.",
        ).told("($module, /, file, mode='r', buffering=-1, encoding=None,\n     errors=None, newline=None, closefd=True, opener=None)"),
        method(
            "open_code(path)",
            open::open_code,
            "Open a file to be run, as bytes.",
        ),
        method(
            "text_encoding(encoding, stacklevel=2, /)",
            open::text_encoding,
            "The encoding, or \"locale\" for None.",
        ),
    ],
    fill,
};

/// What the module keeps.
#[derive(Default)]
pub struct IoState {
    unsupported: OnceCell<Value>,
}

fn fill(vm: &Vm, namespace: &Ref<Dict>) -> PyResult<()> {
    let set = |name: &str, value: Value| drop(namespace.set_name(&vm.intern(name), value));
    for class in [
        base::class(vm, Base::Stream),
        base::class(vm, Base::Raw),
        base::class(vm, Base::Buffered),
        base::class(vm, Base::Text),
        file::class(vm),
        buffered::class(vm, Role::Reader),
        buffered::class(vm, Role::Writer),
        buffered::class(vm, Role::Random),
        pair::class(vm),
        bytes_io::class(vm),
        bytes_io::buffer_class(vm),
        string_io::class(vm),
        text::class(vm),
        newlines::class(vm),
    ] {
        drop(namespace.set_name(&class.name.borrow().clone(), class.value()));
    }
    // It is one function with the built-in one.
    if let Some(open) = vm.builtins.get_name(&vm.intern("open")) {
        set("open", open);
    }
    set("UnsupportedOperation", unsupported_class(vm)?);
    set("BlockingIOError", vm.exceptions.BlockingIOError.value());
    set(
        "DEFAULT_BUFFER_SIZE",
        Value::Int(DEFAULT_BUFFER_SIZE as i64),
    );
    Ok(())
}

// ---------------------------------------------------------------------------------------------
// What the streams share

/// `UnsupportedOperation`, made when it is asked for first.
fn unsupported_class(vm: &Vm) -> PyResult {
    if let Some(class) = vm.state.io.unsupported.get() {
        return Ok(class.clone());
    }
    let namespace = vm.dict();
    drop(namespace.set_name(&vm.names.__module__, vm.str("io")));
    let bases = vec![
        vm.exceptions.OSError.value(),
        vm.exceptions.ValueError.value(),
    ];
    let arguments = [
        vm.str("UnsupportedOperation"),
        vm.tuple(bases),
        namespace.into(),
    ];
    let class = vm.call(&vm.types.type_.value(), &arguments)?;
    Ok(vm.state.io.unsupported.get_or_init(|| class).clone())
}

/// Raises UnsupportedOperation.
#[cold]
pub fn unsupported(vm: &Vm, what: &str) -> Raised {
    let made = unsupported_class(vm).and_then(|class| vm.call(&class, &[vm.str(what)]));
    match made {
        Ok(exception) => vm.raise_value(exception),
        Err(raised) => raised,
    }
}

/// Whether a value's class is that of the table, and no subclass.
#[inline]
pub fn is_exact(vm: &Vm, value: &Value, table: &'static TypeTable) -> bool {
    vm.class_of(value)
        .table
        .is_some_and(|own| std::ptr::eq(own, table))
}

/// The error for a size argument that is no number.
#[cold]
pub fn not_a_size(vm: &Vm, value: &Value) -> Raised {
    vm.type_error(format!(
        "argument should be integer or None, not '{}'",
        vm.type_name(value)
    ))
}

/// A size argument: `None` for None and negative numbers.
///
/// # Errors
/// TypeError for what is no integer, OverflowError.
#[inline]
pub fn size_arg(vm: &Vm, value: &Value) -> PyResult<Option<usize>> {
    match value {
        Value::Int(size) => Ok(usize::try_from(*size).ok()),
        Value::None | Value::Unbound => Ok(None),
        value if !args::has_index(vm, value) => Err(not_a_size(vm, value)),
        value => Ok(usize::try_from(args::index(vm, value)?).ok()),
    }
}

/// A size argument that can be negative.
///
/// # Errors
/// As [`size_arg`].
pub fn signed_size(vm: &Vm, value: &Value) -> PyResult<i64> {
    match args::has_index(vm, value) {
        true => args::index(vm, value),
        false => Err(not_a_size(vm, value)),
    }
}

/// Refuses more than `most` arguments of a constructor.
///
/// # Errors
/// TypeError.
pub fn check_most(vm: &Vm, name: &str, args: &[Value], most: usize) -> PyResult<()> {
    if args.len() <= most {
        return Ok(());
    }
    let (given, s) = (args.len(), if most == 1 { "" } else { "s" });
    Err(vm.type_error(format!(
        "{name}() takes at most {most} argument{s} ({given} given)"
    )))
}

/// A buffer argument that is read into, and its size.
///
/// # Errors
/// TypeError for one that can't be.
pub fn writable_arg(vm: &Vm, value: &Value, function: &str) -> PyResult<(Target, usize)> {
    match Target::of(vm, value) {
        Some(target) => {
            let size = target.len(vm)?;
            Ok((target, size))
        }
        None => Err(vm.type_error(format!(
            "{function}() argument must be read-write bytes-like object, not {}",
            vm.type_name(value)
        ))),
    }
}

/// Memory to read into.
///
/// # Errors
/// MemoryError.
pub fn room(vm: &Vm, size: usize) -> PyResult<Vec<u8>> {
    let mut data = Vec::new();
    if data.try_reserve_exact(size).is_err() {
        return Err(vm.memory_error(""));
    }
    data.resize(size, 0);
    Ok(data)
}

/// The first of two errors; if there is a second, it is pending and has the first as its context.
pub fn after(vm: &Vm, first: Value, second: bool) -> Raised {
    if !second {
        return vm.set_pending(first);
    }
    let later = vm.take_pending();
    if let Some(exception) = later.get::<Exception>()
        && exception.context.is_unbound()
        && !later.is(&first)
    {
        exception.context.set(first);
    }
    vm.set_pending(later)
}

/// A stream's `name`, if it has one; a stream without anything below has none.
///
/// # Errors
/// What it raises besides AttributeError and ValueError.
pub fn optional_name(vm: &Vm, stream: &Value) -> PyResult<Option<Value>> {
    match lookup::get_optional(vm, stream, &vm.names.name) {
        Ok(name) => Ok(name),
        Err(raised) => {
            if vm
                .class_of(&vm.pending())
                .is_subclass(&vm.exceptions.ValueError)
            {
                drop(vm.take_pending());
                return Ok(None);
            }
            Err(raised)
        }
    }
}

/// The repr of a stream's name, which may lead back to the stream.
///
/// # Errors
/// RuntimeError if it does; what `__repr__` raises.
pub fn shown(vm: &Vm, stream: &Value, name: &Value) -> PyResult<String> {
    use crate::types::sequence::ReprGuard;
    match ReprGuard::enter(vm, stream) {
        Some(_guard) => Ok(ops::repr(vm, name)?.to_string()),
        None => {
            let class = vm.type_name(stream);
            Err(vm.runtime_error(format!("reentrant call inside {class}.__repr__")))
        }
    }
}

/// A copy of a stream's attributes, for its state; None if there are none.
///
/// # Errors
/// What the attributes raise.
pub fn own_attributes(vm: &Vm, stream: &Value) -> PyResult {
    let dict = build::get_dict(vm, stream)?;
    Ok(match dict.as_ref::<Dict>() {
        Some(dict) if !dict.is_empty() => dict.copied().alloc(vm).into(),
        _ => Value::None,
    })
}

/// Sets the attributes that a state has.
///
/// # Errors
/// TypeError for what is no dict.
pub fn restore_attributes(vm: &Vm, stream: &Value, state: &Value, which: &str) -> PyResult<()> {
    if state.is_none() {
        return Ok(());
    }
    let Some(state) = state.get::<Dict>() else {
        return Err(vm.type_error(format!(
            "{which} item of state should be a dict, got a {}",
            vm.type_name(state)
        )));
    };
    let own = build::get_dict(vm, stream)?;
    if let Some(own) = own.get::<Dict>() {
        for (key, value) in state.items() {
            drop(own.insert(vm, key, value)?);
        }
    }
    Ok(())
}

// ---------------------------------------------------------------------------------------------
// The standard streams

/// Opens `sys.stdin`, `sys.stdout` and `sys.stderr`.
pub fn open_standard_streams(vm: &Vm, namespace: &Ref<Dict>) {
    let plain_locale = is_plain_locale(vm);
    for (number, name, stream) in [
        (0, "stdin", Stream::In),
        (1, "stdout", Stream::Out),
        (2, "stderr", Stream::Err),
    ] {
        let raw = file::standard(vm, number, &format!("<{name}>"));
        let role = if number == 0 {
            Role::Reader
        } else {
            Role::Writer
        };
        let buffer = buffered::over(vm, raw, role);
        let errors = match stream {
            Stream::Err => "backslashreplace",
            _ if plain_locale => "surrogateescape",
            _ => "strict",
        };
        let made = text::standard(vm, buffer, number == 0, errors);
        if let Some(text) = text::exact(vm, &made) {
            text.set_buffering(number == 2 || vm.host.is_terminal(stream), false);
        }
        let mode = vm.str(if number == 0 { "r" } else { "w" });
        if lookup::set(vm, &made, &vm.intern("mode"), mode).is_err() {
            drop(vm.take_pending());
        }
        drop(namespace.set_name(&vm.intern(name), made.clone()));
        drop(namespace.set_name(&vm.intern(&format!("__{name}__")), made));
    }
}

/// Whether the environment names the locale "C" or "POSIX" (with UTF-8 or not), or none: then streams
/// take any bytes.
fn is_plain_locale(vm: &Vm) -> bool {
    let named = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .filter_map(|name| vm.host.env(name))
        .find(|name| !name.is_empty());
    matches!(
        named.as_deref(),
        None | Some("C" | "POSIX" | "C.UTF-8" | "C.utf8" | "UTF-8")
    )
}

/// `-u`: what is written to the standard streams is sent at once.
pub fn unbuffer_standard_streams(vm: &Vm) {
    for name in [&vm.names.stdout, &vm.names.stderr] {
        let stream = vm.sys.get_name(name);
        if let Some(stream) = &stream
            && let Some(text) = text::exact(vm, stream)
            && let Some(below) = buffered::exact(vm, &text.buffer.get())
        {
            // Detached, so that the buffer's end doesn't close the file.
            text.buffer.set(below.raw.replace(Value::None));
            text.set_buffering(text.line_buffering(), true);
        }
    }
}

/// Whether writing to a stream needs no call of a Python method.
#[inline]
pub fn is_plain_text(vm: &Vm, file: &Value) -> bool {
    text::exact(vm, file).is_some()
}

/// Writes to a stream that [`is_plain_text`].
///
/// # Errors
/// OSError; UnicodeEncodeError for lone surrogates.
pub fn write_text(vm: &Vm, file: &Value, text: &Text) -> PyResult<()> {
    match text::exact(vm, file) {
        Some(stream) => text_write::put(vm, stream, text),
        None => Err(crate::types::internal_error(vm, "not a text stream")),
    }
}

/// Writes to a stream that [`is_plain_text`].
///
/// # Errors
/// OSError.
pub fn write_str(vm: &Vm, file: &Value, text: &str) -> PyResult<()> {
    write_text(vm, file, &Text::from_wtf8(text.as_bytes()))
}
