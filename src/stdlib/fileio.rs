//! `_fileio`: files by their descriptors, which `_io` is built on.

use super::{NativeModule, nothing, raise_os};
use crate::host::Place;
use crate::object::table::method;
use crate::object::value::{PyResult, Value};
use crate::types::str::text_of;
use crate::types::{args, buffer};
use crate::vm::Vm;
use std::io::{self, SeekFrom};

/// The native module.
pub const FILEIO: NativeModule = NativeModule {
    name: "_fileio",
    doc: "Files by their descriptors.",
    functions: &[
        method(
            "open(path, kind, name, /)",
            open,
            "Open a file; name is for errors.",
        ),
        method("flags(kind, /)", flags, "The flags of open(2)."),
        method("check(file, /)", check, "Fail unless the file is open."),
        method("read(file, size, /)", read, "Read once, or to the end."),
        method(
            "write(file, data, /)",
            write,
            "Write; the number of bytes written.",
        ),
        method(
            "seek(file, offset, whence, /)",
            seek,
            "Move; the new position.",
        ),
        method("truncate(file, size, /)", truncate, "Set the size."),
        method("close(file, /)", close, "Close."),
        method("isatty(file, /)", is_terminal, "Whether it is a terminal."),
    ],
    fill: nothing,
};

fn or_raise<T>(vm: &Vm, result: io::Result<T>) -> PyResult<T> {
    result.map_err(|error| raise_os(vm, &error, None))
}

fn string(value: &Value) -> String {
    text_of(value)
        .map(|text| text.to_string_lossy())
        .unwrap_or_default()
}

fn open(vm: &Vm, args: &[Value]) -> PyResult {
    let path = string(&args[0]);
    let opened = vm
        .host
        .open(
            Place::new(path.as_bytes()),
            open_flags(&string(&args[1])),
            0o666,
        )
        .and_then(|file| match vm.host.stat_file(file)?.mode & 0o170_000 {
            0o040_000 => {
                vm.host.close(file)?;
                Err(io::Error::from_raw_os_error(21))
            }
            _ => Ok(file),
        });
    match opened {
        Ok(file) => Ok(Value::Int(file.into())),
        Err(error) => Err(raise_os(vm, &error, Some(&args[2]))),
    }
}

fn flags(_vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::Int(open_flags(&string(&args[0])).into()))
}

/// As Linux numbers them, close-on-exec included.
fn open_flags(kind: &str) -> i32 {
    let access = match (kind.contains('+'), kind.starts_with('r')) {
        (true, _) => 2,
        (false, true) => 0,
        (false, false) => 1,
    };
    let create = match kind.as_bytes().first() {
        Some(b'w') => 0o100 | 0o1000,
        Some(b'a') => 0o100 | 0o2000,
        Some(b'x') => 0o100 | 0o200,
        _ => 0,
    };
    access | create | 0o2_000_000
}

fn check(vm: &Vm, args: &[Value]) -> PyResult {
    let file = args::c_int(vm, &args[0])?;
    if !(0..3).contains(&file) {
        or_raise(vm, vm.host.seek(file, SeekFrom::Current(0)))?;
    }
    Ok(Value::None)
}

/// How much is read at once where the size is not known.
const CHUNK: usize = 64 << 10;

fn read(vm: &Vm, args: &[Value]) -> PyResult {
    let file = args::c_int(vm, &args[0])?;
    if let Ok(size) = usize::try_from(args::size(vm, &args[1])?) {
        let mut data = vec![0; size.min(1 << 30)];
        let count = or_raise(vm, vm.host.read(file, &mut data))?;
        data.truncate(count);
        return Ok(vm.bytes(data));
    }
    let mut data = Vec::new();
    let mut chunk = vec![0; CHUNK];
    loop {
        match or_raise(vm, vm.host.read(file, &mut chunk))? {
            0 => return Ok(vm.bytes(data)),
            count => data.extend_from_slice(&chunk[..count]),
        }
    }
}

fn write(vm: &Vm, args: &[Value]) -> PyResult {
    let file = args::c_int(vm, &args[0])?;
    let view = buffer::required(vm, &args[1])?;
    let count = or_raise(vm, vm.host.write_file(file, &view.stable()))?;
    Ok(Value::Int(count as i64))
}

fn seek(vm: &Vm, args: &[Value]) -> PyResult {
    let file = args::c_int(vm, &args[0])?;
    let offset = args::size(vm, &args[1])?;
    let to = match args::c_int(vm, &args[2])? {
        1 => SeekFrom::Current(offset),
        2 => SeekFrom::End(offset),
        // What is no position gets the error that the system has for it.
        _ => SeekFrom::Start(match u64::try_from(offset) {
            Ok(offset) => offset,
            Err(_) => return Err(raise_os(vm, &io::Error::from_raw_os_error(22), None)),
        }),
    };
    let at = or_raise(vm, vm.host.seek(file, to))?;
    Ok(Value::Int(i64::try_from(at).unwrap_or(i64::MAX)))
}

fn truncate(vm: &Vm, args: &[Value]) -> PyResult {
    let file = args::c_int(vm, &args[0])?;
    let Ok(size) = u64::try_from(args::size(vm, &args[1])?) else {
        return Err(raise_os(vm, &io::Error::from_raw_os_error(22), None));
    };
    or_raise(vm, vm.host.truncate(file, size))?;
    Ok(Value::None)
}

fn close(vm: &Vm, args: &[Value]) -> PyResult {
    let file = args::c_int(vm, &args[0])?;
    or_raise(vm, vm.host.close(file))?;
    Ok(Value::None)
}

fn is_terminal(vm: &Vm, args: &[Value]) -> PyResult {
    let file = args::c_int(vm, &args[0])?;
    Ok(Value::bool(or_raise(vm, vm.host.is_terminal_file(file))?))
}
