//! The functions of `posix` that take descriptors, and `open`, which gives one.

use super::paths::{Accept, PathArg, file_arg, folder, or_raise, retry};
use super::{files, structs};
use crate::object::ops;
use crate::object::value::{PyResult, Value};
use crate::stdlib::sys_audit;
use crate::types::{args, buffer};
use crate::vm::Vm;
use std::io::{self, SeekFrom};

/// O_CLOEXEC: descriptors are not inherited unless a program wants it.
const CLOSE_ON_EXEC: i32 = 0o2_000_000;
/// How much is read at most at once, so that a number alone takes no memory.
const MOST: usize = 1 << 30;

/// `open(path, flags, mode=511, *, dir_fd=None)`
pub fn open(vm: &Vm, args: &[Value]) -> PyResult {
    let path = PathArg::new(vm, &args[0], "open", "path", Accept::Path)?;
    let flags = args::c_int(vm, &args[1])? | CLOSE_ON_EXEC;
    let mode = args::c_int(vm, &args[2])? as u32;
    let at = folder(vm, &args[3])?;
    sys_audit::event(vm, "open", || {
        vec![args[0].clone(), Value::None, Value::Int(flags.into())]
    })?;
    loop {
        match vm.host.open(path.at(at), flags, mode) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => vm.check_signals()?,
            opened => return Ok(Value::Int(path.or_raise(vm, opened)?.into())),
        }
    }
}

/// `close(fd)`
pub fn close(vm: &Vm, args: &[Value]) -> PyResult {
    let file = args::c_int(vm, &args[0])?;
    or_raise(vm, vm.host.close(file))?;
    Ok(Value::None)
}

/// `closerange(fd_low, fd_high, /)`
pub fn closerange(vm: &Vm, args: &[Value]) -> PyResult {
    let (low, high) = (args::c_int(vm, &args[0])?, args::c_int(vm, &args[1])?);
    // No process has more open files than this.
    for file in low.max(0)..high.min(1 << 20) {
        // Numbers without a file are no error.
        let _ = vm.host.close(file);
    }
    Ok(Value::None)
}

fn length(vm: &Vm, value: &Value) -> PyResult<usize> {
    match usize::try_from(args::size(vm, value)?) {
        Ok(length) => Ok(length.min(MOST)),
        Err(_) => or_raise(vm, Err(io::Error::from_raw_os_error(22))),
    }
}

/// Memory to read into.
fn room(vm: &Vm, length: usize) -> PyResult<Vec<u8>> {
    let mut data = Vec::new();
    if data.try_reserve_exact(length).is_err() {
        return Err(vm.memory_error(""));
    }
    data.resize(length, 0);
    Ok(data)
}

/// `read(fd, length, /)`
pub fn read(vm: &Vm, args: &[Value]) -> PyResult {
    let file = args::c_int(vm, &args[0])?;
    let mut data = room(vm, length(vm, &args[1])?)?;
    let count = retry(vm, || vm.host.read(file, &mut data))?;
    data.truncate(count);
    Ok(vm.bytes(data))
}

/// `pread(fd, length, offset, /)`
pub fn pread(vm: &Vm, args: &[Value]) -> PyResult {
    let file = args::c_int(vm, &args[0])?;
    let mut data = room(vm, length(vm, &args[1])?)?;
    let at = position(vm, &args[2])?;
    let count = retry(vm, || vm.host.read_at(file, &mut data, at))?;
    data.truncate(count);
    Ok(vm.bytes(data))
}

fn position(vm: &Vm, value: &Value) -> PyResult<u64> {
    match u64::try_from(args::size(vm, value)?) {
        Ok(at) => Ok(at),
        Err(_) => or_raise(vm, Err(io::Error::from_raw_os_error(22))),
    }
}

/// `write(fd, data, /)`
pub fn write(vm: &Vm, args: &[Value]) -> PyResult {
    let file = args::c_int(vm, &args[0])?;
    let data = buffer::required(vm, &args[1])?.stable();
    let count = retry(vm, || vm.host.write_file(file, &data))?;
    Ok(Value::Int(count as i64))
}

/// `pwrite(fd, buffer, offset, /)`
pub fn pwrite(vm: &Vm, args: &[Value]) -> PyResult {
    let file = args::c_int(vm, &args[0])?;
    let data = buffer::required(vm, &args[1])?.stable();
    let at = position(vm, &args[2])?;
    let count = retry(vm, || vm.host.write_at(file, &data, at))?;
    Ok(Value::Int(count as i64))
}

/// `readv(fd, buffers, /)`
pub fn readv(vm: &Vm, args: &[Value]) -> PyResult {
    let file = args::c_int(vm, &args[0])?;
    let mut total = 0;
    for target in ops::collect(vm, &args[1])? {
        let Some(place) = buffer::Target::of(vm, &target) else {
            return Err(vm.type_error(format!(
                "a read-write bytes-like object is required, not '{}'",
                vm.type_name(&target)
            )));
        };
        let size = place.len(vm)?;
        let mut data = room(vm, size)?;
        let count = retry(vm, || vm.host.read(file, &mut data))?;
        place.overwrite(vm, 0, &data[..count])?;
        total += count;
        if count < size {
            break;
        }
    }
    Ok(Value::Int(total as i64))
}

/// `writev(fd, buffers, /)`
pub fn writev(vm: &Vm, args: &[Value]) -> PyResult {
    let file = args::c_int(vm, &args[0])?;
    let mut data = Vec::new();
    for source in ops::collect(vm, &args[1])? {
        data.extend_from_slice(&buffer::required(vm, &source)?);
    }
    let count = retry(vm, || vm.host.write_file(file, &data))?;
    Ok(Value::Int(count as i64))
}

/// `lseek(fd, position, whence, /)`
pub fn lseek(vm: &Vm, args: &[Value]) -> PyResult {
    let file = args::c_int(vm, &args[0])?;
    let offset = args::size(vm, &args[1])?;
    let to = match (args::c_int(vm, &args[2])?, u64::try_from(offset)) {
        (0, Ok(offset)) => SeekFrom::Start(offset),
        (1, _) => SeekFrom::Current(offset),
        (2, _) => SeekFrom::End(offset),
        _ => return or_raise(vm, Err(io::Error::from_raw_os_error(22))),
    };
    let at = or_raise(vm, vm.host.seek(file, to))?;
    Ok(Value::Int(i64::try_from(at).unwrap_or(i64::MAX)))
}

/// `fstat(fd)`
pub fn fstat(vm: &Vm, args: &[Value]) -> PyResult {
    let file = args::c_int(vm, &args[0])?;
    Ok(structs::stat(vm, &or_raise(vm, vm.host.stat_file(file))?))
}

/// `fstatvfs(fd, /)`
pub fn fstatvfs(vm: &Vm, args: &[Value]) -> PyResult {
    let file = args::c_int(vm, &args[0])?;
    Ok(structs::space(vm, &or_raise(vm, vm.host.space_file(file))?))
}

/// `fchdir(fd)`
pub fn fchdir(vm: &Vm, args: &[Value]) -> PyResult {
    let file = file_arg(vm, &args[0])?;
    or_raise(vm, vm.host.change_dir_file(file))?;
    Ok(Value::None)
}

/// `fchmod(fd, mode)`
pub fn fchmod(vm: &Vm, args: &[Value]) -> PyResult {
    let (file, mode) = (args::c_int(vm, &args[0])?, args::c_int(vm, &args[1])?);
    or_raise(vm, vm.host.chmod_file(file, mode as u32))?;
    Ok(Value::None)
}

/// `fchown(fd, uid, gid)`
pub fn fchown(vm: &Vm, args: &[Value]) -> PyResult {
    let file = args::c_int(vm, &args[0])?;
    let user = files::owner(vm, &args[1], "uid")?;
    let group = files::owner(vm, &args[2], "gid")?;
    or_raise(vm, vm.host.chown_file(file, user, group))?;
    Ok(Value::None)
}

/// `ftruncate(fd, length, /)`
pub fn ftruncate(vm: &Vm, args: &[Value]) -> PyResult {
    let file = args::c_int(vm, &args[0])?;
    let size = position(vm, &args[1])?;
    retry(vm, || vm.host.truncate(file, size))?;
    Ok(Value::None)
}

/// `fsync(fd)`
pub fn fsync(vm: &Vm, args: &[Value]) -> PyResult {
    let file = file_arg(vm, &args[0])?;
    retry(vm, || vm.host.sync(file, false))?;
    Ok(Value::None)
}

/// `fdatasync(fd)`
pub fn fdatasync(vm: &Vm, args: &[Value]) -> PyResult {
    let file = file_arg(vm, &args[0])?;
    retry(vm, || vm.host.sync(file, true))?;
    Ok(Value::None)
}

/// `dup(fd, /)`
pub fn dup(vm: &Vm, args: &[Value]) -> PyResult {
    let file = args::c_int(vm, &args[0])?;
    Ok(Value::Int(or_raise(vm, vm.host.duplicate(file))?.into()))
}

/// `dup2(fd, fd2, inheritable=True)`
pub fn dup2(vm: &Vm, args: &[Value]) -> PyResult {
    let (file, to) = (args::c_int(vm, &args[0])?, args::c_int(vm, &args[1])?);
    let inheritable = ops::truth(vm, &args[2])?;
    if file < 0 || to < 0 {
        return or_raise(vm, Err(io::Error::from_raw_os_error(9)));
    }
    or_raise(vm, vm.host.duplicate_to(file, to, inheritable))?;
    Ok(Value::Int(to.into()))
}

/// `pipe()`
pub fn pipe(vm: &Vm, _args: &[Value]) -> PyResult {
    pair(vm, CLOSE_ON_EXEC)
}

/// `pipe2(flags, /)`
pub fn pipe2(vm: &Vm, args: &[Value]) -> PyResult {
    pair(vm, args::c_int(vm, &args[0])?)
}

fn pair(vm: &Vm, flags: i32) -> PyResult {
    let (reader, writer) = or_raise(vm, vm.host.pipe(flags))?;
    Ok(vm.tuple(vec![Value::Int(reader.into()), Value::Int(writer.into())]))
}

/// `isatty(fd, /)`
pub fn isatty(vm: &Vm, args: &[Value]) -> PyResult {
    let file = args::c_int(vm, &args[0])?;
    Ok(Value::bool(vm.host.is_terminal_file(file).unwrap_or(false)))
}

/// `get_inheritable(fd, /)`
pub fn get_inheritable(vm: &Vm, args: &[Value]) -> PyResult {
    let file = args::c_int(vm, &args[0])?;
    Ok(Value::bool(or_raise(vm, vm.host.inheritable(file))?))
}

/// `set_inheritable(fd, inheritable, /)`
pub fn set_inheritable(vm: &Vm, args: &[Value]) -> PyResult {
    let (file, on) = (args::c_int(vm, &args[0])?, args::c_int(vm, &args[1])?);
    or_raise(vm, vm.host.set_inheritable(file, on != 0))?;
    Ok(Value::None)
}

/// `get_blocking(fd, /)`
pub fn get_blocking(vm: &Vm, args: &[Value]) -> PyResult {
    let file = args::c_int(vm, &args[0])?;
    Ok(Value::bool(or_raise(vm, vm.host.blocking(file))?))
}

/// `set_blocking(fd, blocking, /)`
pub fn set_blocking(vm: &Vm, args: &[Value]) -> PyResult {
    let file = args::c_int(vm, &args[0])?;
    let on = ops::truth(vm, &args[1])?;
    or_raise(vm, vm.host.set_blocking(file, on))?;
    Ok(Value::None)
}

/// `get_terminal_size(fd=..., /)`: of standard output unless told otherwise.
pub fn get_terminal_size(vm: &Vm, args: &[Value]) -> PyResult {
    let file = match args[0].given() {
        Some(file) => args::c_int(vm, file)?,
        None => 1,
    };
    let size = or_raise(vm, vm.host.terminal_size(file))?;
    Ok(structs::terminal_size(vm, size))
}

/// `device_encoding(fd)`
pub fn device_encoding(vm: &Vm, args: &[Value]) -> PyResult {
    let file = args::c_int(vm, &args[0])?;
    Ok(match vm.host.is_terminal_file(file) {
        Ok(true) => vm.str("utf-8"),
        _ => Value::None,
    })
}
