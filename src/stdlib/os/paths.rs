//! Paths as arguments and results: `str`, `bytes`, `os.PathLike` objects, descriptors; and the errors of
//! what was done with them.

use crate::host::Place;
use crate::object::descriptor;
use crate::object::lookup;
use crate::object::value::{PyResult, Raised, Value};
use crate::text::Text;
use crate::text::codec::Codec;
use crate::types::bytes::Bytes;
use crate::types::str::text_of;
use crate::types::{args, encoding};
use crate::vm::Vm;
use std::io;

/// What a function takes for a path.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Accept {
    /// A path.
    Path,
    /// A path or a descriptor.
    OrFile,
    /// A path, a descriptor, or None for the current folder.
    OrFileOrNone,
}

/// A path argument.
pub struct PathArg {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// As it was given: for errors.
    pub given: Value,
    /// Whether names are to be given back as bytes.
    pub as_bytes: bool,
    /// The descriptor that was given in its place.
    pub file: Option<i32>,
}

impl PathArg {
    /// Takes the argument `name` of a function.
    ///
    /// # Errors
    /// TypeError for what is no path, ValueError for null characters, UnicodeEncodeError.
    pub fn new(
        vm: &Vm,
        value: &Value,
        function: &str,
        name: &str,
        accept: Accept,
    ) -> PyResult<PathArg> {
        if accept == Accept::OrFileOrNone && value.is_none() {
            return Ok(PathArg {
                bytes: b".".to_vec(),
                given: Value::None,
                as_bytes: false,
                file: None,
            });
        }
        if accept != Accept::Path && args::has_index(vm, value) {
            return Ok(PathArg {
                bytes: Vec::new(),
                given: value.clone(),
                as_bytes: false,
                file: Some(descriptor_number(vm, value)?),
            });
        }
        let given = match path_object(vm, value)? {
            Some(path) => path,
            None => {
                let wanted = match accept {
                    Accept::Path => "string, bytes or os.PathLike",
                    Accept::OrFile => "string, bytes, os.PathLike or integer",
                    Accept::OrFileOrNone => "string, bytes, os.PathLike, integer or None",
                };
                return Err(vm.type_error(format!(
                    "{function}: {name} should be {wanted}, not {}",
                    vm.type_name(value)
                )));
            }
        };
        let bytes = encode(vm, &given)?;
        if bytes.contains(&0) {
            return Err(vm.value_error(format!("{function}: embedded null character in {name}")));
        }
        Ok(PathArg {
            bytes,
            as_bytes: given.get::<Bytes>().is_some(),
            given,
            file: None,
        })
    }

    /// The place: relative to `folder`, which comes of a `dir_fd` argument.
    pub fn at(&self, folder: Option<i32>) -> Place<'_> {
        Place {
            folder,
            path: &self.bytes,
        }
    }

    /// Raises what the host reports of this path.
    pub fn or_raise<T>(&self, vm: &Vm, result: io::Result<T>) -> PyResult<T> {
        result.map_err(|error| crate::stdlib::raise_os(vm, &error, Some(&self.given)))
    }

    /// As [`PathArg::or_raise`], of two paths.
    pub fn or_raise_both<T>(&self, vm: &Vm, to: &PathArg, result: io::Result<T>) -> PyResult<T> {
        let names = [&self.given, &to.given];
        result.map_err(|error| crate::stdlib::raise_os_about(vm, &error, &names))
    }
}

fn descriptor_number(vm: &Vm, value: &Value) -> PyResult<i32> {
    match crate::object::ops::index(vm, value)? {
        Value::Int(number) if number > i64::from(i32::MAX) => {
            Err(vm.overflow_error("fd is greater than maximum"))
        }
        Value::Int(number) => {
            i32::try_from(number).map_err(|_| vm.overflow_error("fd is less than minimum"))
        }
        big if crate::types::int::is_negative(&big) => {
            Err(vm.overflow_error("fd is less than minimum"))
        }
        _ => Err(vm.overflow_error("fd is greater than maximum")),
    }
}

/// The `str` or `bytes` of a path object; `None` for what is no path.
///
/// # Errors
/// What its `__fspath__` raises; TypeError when that gives something else.
pub fn path_object(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    if text_of(value).is_some() || value.get::<Bytes>().is_some() {
        return Ok(Some(value.clone()));
    }
    let class = vm.class_of(value);
    let Some(method) = lookup::class_find(vm, class, &vm.names.__fspath__) else {
        return Ok(None);
    };
    if method.is_none() {
        return Ok(None);
    }
    let Ok(method) = descriptor::bind(vm, &method, value) else {
        // As if there were none.
        drop(vm.take_pending());
        return Ok(None);
    };
    if method.is_none() {
        return Ok(None);
    }
    let path = vm.call(&method, &[])?;
    if text_of(&path).is_some() || path.get::<Bytes>().is_some() {
        return Ok(Some(path));
    }
    Err(vm.type_error(format!(
        "expected {}.__fspath__() to return str or bytes, not {}",
        bare_type_name(vm, value),
        bare_type_name(vm, &path)
    )))
}

/// The name of the value's class, without its module.
fn bare_type_name(vm: &Vm, value: &Value) -> String {
    let name = vm.type_name(value);
    name.rsplit('.').next().unwrap_or_default().to_owned()
}

/// The error where a path is asked for and something else is given.
pub fn no_path(vm: &Vm, value: &Value) -> Raised {
    vm.type_error(format!(
        "expected str, bytes or os.PathLike object, not {}",
        bare_type_name(vm, value)
    ))
}

/// `os.fspath(path)`
pub fn fspath(vm: &Vm, args: &[Value]) -> PyResult {
    match path_object(vm, &args[0])? {
        Some(path) => Ok(path),
        None => Err(no_path(vm, &args[0])),
    }
}

/// A `str` or `bytes` as the system has it.
///
/// # Errors
/// UnicodeEncodeError for surrogates that don't stand for bytes.
pub fn encode(vm: &Vm, path: &Value) -> PyResult<Vec<u8>> {
    match (text_of(path), path.get::<Bytes>()) {
        (Some(text), _) => match text.as_str() {
            Some(text) => Ok(text.as_bytes().to_vec()),
            None => {
                let errors = Text::from_ascii(b"surrogateescape");
                Ok(encoding::encode_text(vm, text, Codec::Utf8, &errors)?.to_vec())
            }
        },
        (None, Some(bytes)) => Ok(bytes.data.to_vec()),
        (None, None) => Err(vm.type_error("expected str or bytes")),
    }
}

/// A name of the system's as `str`: bytes that are no characters stay recognisable.
pub fn decode_text(bytes: &[u8]) -> Text {
    let mut text = Text::new();
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        for &byte in chunk.invalid() {
            text.push(0xDC00 + u32::from(byte));
        }
    }
    text
}

/// A name of the system's as `str` or `bytes`.
pub fn decode(vm: &Vm, bytes: &[u8], as_bytes: bool) -> Value {
    if as_bytes {
        vm.bytes(bytes)
    } else {
        vm.text(decode_text(bytes))
    }
}

/// A `dir_fd` argument.
///
/// # Errors
/// TypeError for what is neither None nor an integer, OverflowError.
pub fn folder(vm: &Vm, value: &Value) -> PyResult<Option<i32>> {
    if value.is_none() {
        return Ok(None);
    }
    if !args::has_index(vm, value) {
        return Err(vm.type_error(format!(
            "argument should be integer or None, not {}",
            vm.type_name(value)
        )));
    }
    descriptor_number(vm, value).map(Some)
}

/// Refuses a `dir_fd` beside a descriptor in place of the path.
///
/// # Errors
/// ValueError.
pub fn check_folder(vm: &Vm, path: &PathArg, folder: Option<i32>, function: &str) -> PyResult<()> {
    if path.file.is_some() && folder.is_some() {
        return Err(vm.value_error(format!(
            "{function}: can't specify dir_fd without matching path"
        )));
    }
    Ok(())
}

/// Refuses `follow_symlinks=False` beside a descriptor.
///
/// # Errors
/// ValueError.
pub fn check_follow(vm: &Vm, path: &PathArg, follow: bool, function: &str) -> PyResult<()> {
    if path.file.is_some_and(|file| file > 0) && !follow {
        return Err(vm.value_error(format!(
            "{function}: cannot use fd and follow_symlinks together"
        )));
    }
    Ok(())
}

/// A descriptor: an integer, or what has `fileno()`.
///
/// # Errors
/// TypeError for anything else; ValueError for a negative one.
pub fn file_arg(vm: &Vm, value: &Value) -> PyResult<i32> {
    if args::has_index(vm, value) {
        return args::c_int(vm, value);
    }
    let Some(fileno) = lookup::get_optional(vm, value, &vm.intern("fileno"))? else {
        return Err(vm.type_error("argument must be an int, or have a fileno() method."));
    };
    let number = vm.call(&fileno, &[])?;
    if !matches!(number, Value::Int(_)) {
        return Err(vm.type_error("fileno() returned a non-integer"));
    }
    let number = args::c_int(vm, &number)?;
    if number < 0 {
        return Err(vm.value_error(format!(
            "file descriptor cannot be a negative integer ({number})"
        )));
    }
    Ok(number)
}

/// Raises what the host reports.
pub fn or_raise<T>(vm: &Vm, result: io::Result<T>) -> PyResult<T> {
    result.map_err(|error| raise(vm, &error))
}

fn raise(vm: &Vm, error: &io::Error) -> Raised {
    crate::stdlib::raise_os(vm, error, None)
}

/// Does something again for as long as signals interrupt it.
///
/// # Errors
/// What the handlers of the signals raise, or OSError.
pub fn retry<T>(vm: &Vm, mut act: impl FnMut() -> io::Result<T>) -> PyResult<T> {
    loop {
        match act() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => vm.check_signals()?,
            result => return or_raise(vm, result),
        }
    }
}
