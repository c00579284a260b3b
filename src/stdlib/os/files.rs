//! The functions of `posix` that take paths.

use super::paths::{self, Accept, PathArg, check_folder, check_follow, folder};
use super::structs;
use crate::host::{Place, Times};
use crate::object::ops;
use crate::object::value::{PyResult, Value};
use crate::types::tuple::Tuple;
use crate::types::{args, int};
use crate::vm::Vm;
use std::io;

/// A path argument that can only be a path.
fn path(vm: &Vm, value: &Value, function: &str) -> PyResult<PathArg> {
    PathArg::new(vm, value, function, "path", Accept::Path)
}

fn path_or_file(vm: &Vm, value: &Value, function: &str) -> PyResult<PathArg> {
    PathArg::new(vm, value, function, "path", Accept::OrFile)
}

fn mode_arg(vm: &Vm, value: &Value) -> PyResult<u32> {
    Ok(args::c_int(vm, value)? as u32)
}

/// `stat(path, *, dir_fd=None, follow_symlinks=True)`
pub fn stat(vm: &Vm, args: &[Value]) -> PyResult {
    let path = path_or_file(vm, &args[0], "stat")?;
    let at = folder(vm, &args[1])?;
    let follow = ops::truth(vm, &args[2])?;
    check_folder(vm, &path, at, "stat")?;
    check_follow(vm, &path, follow, "stat")?;
    let found = match path.file {
        Some(file) => vm.host.stat_file(file),
        None => vm.host.stat(path.at(at), follow),
    };
    Ok(structs::stat(vm, &path.or_raise(vm, found)?))
}

/// `lstat(path, *, dir_fd=None)`
pub fn lstat(vm: &Vm, args: &[Value]) -> PyResult {
    let path = path(vm, &args[0], "lstat")?;
    let found = vm.host.stat(path.at(folder(vm, &args[1])?), false);
    Ok(structs::stat(vm, &path.or_raise(vm, found)?))
}

/// `access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)`
pub fn access(vm: &Vm, args: &[Value]) -> PyResult {
    let path = path(vm, &args[0], "access")?;
    let mode = mode_arg(vm, &args[1])?;
    let at = folder(vm, &args[2])?;
    let effective = ops::truth(vm, &args[3])?;
    let follow = ops::truth(vm, &args[4])?;
    let allowed = vm.host.access(path.at(at), mode, effective, follow);
    Ok(Value::bool(path.or_raise(vm, allowed)?))
}

/// What acts on a place and gives nothing back.
fn act(
    vm: &Vm,
    args: (&Value, &Value),
    function: &str,
    act: impl FnOnce(Place<'_>) -> io::Result<()>,
) -> PyResult {
    let path = path(vm, args.0, function)?;
    let done = act(path.at(folder(vm, args.1)?));
    path.or_raise(vm, done)?;
    Ok(Value::None)
}

/// `mkdir(path, mode=511, *, dir_fd=None)`
pub fn mkdir(vm: &Vm, args: &[Value]) -> PyResult {
    let mode = mode_arg(vm, &args[1])?;
    act(vm, (&args[0], &args[2]), "mkdir", |place| {
        vm.host.make_dir(place, mode)
    })
}

/// `rmdir(path, *, dir_fd=None)`
pub fn rmdir(vm: &Vm, args: &[Value]) -> PyResult {
    act(vm, (&args[0], &args[1]), "rmdir", |place| {
        vm.host.remove_dir(place)
    })
}

/// `unlink(path, *, dir_fd=None)`
pub fn unlink(vm: &Vm, args: &[Value]) -> PyResult {
    act(vm, (&args[0], &args[1]), "unlink", |place| {
        vm.host.unlink(place)
    })
}

/// `remove(path, *, dir_fd=None)`
pub fn remove(vm: &Vm, args: &[Value]) -> PyResult {
    act(vm, (&args[0], &args[1]), "remove", |place| {
        vm.host.unlink(place)
    })
}

/// `mkfifo(path, mode=438, *, dir_fd=None)`
pub fn mkfifo(vm: &Vm, args: &[Value]) -> PyResult {
    let mode = mode_arg(vm, &args[1])?;
    act(vm, (&args[0], &args[2]), "mkfifo", |place| {
        vm.host.make_fifo(place, mode)
    })
}

/// What takes `(src, dst, *, src_dir_fd=None, dst_dir_fd=None)`.
fn act_on_two(
    vm: &Vm,
    args: &[Value],
    function: &str,
    act: impl FnOnce(Place<'_>, Place<'_>) -> io::Result<()>,
) -> PyResult {
    let from = PathArg::new(vm, &args[0], function, "src", Accept::Path)?;
    let to = PathArg::new(vm, &args[1], function, "dst", Accept::Path)?;
    let done = act(from.at(folder(vm, &args[2])?), to.at(folder(vm, &args[3])?));
    from.or_raise_both(vm, &to, done)?;
    Ok(Value::None)
}

/// `rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None)`
pub fn rename(vm: &Vm, args: &[Value]) -> PyResult {
    act_on_two(vm, args, "rename", |from, to| vm.host.rename(from, to))
}

/// `replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None)`
pub fn replace(vm: &Vm, args: &[Value]) -> PyResult {
    act_on_two(vm, args, "replace", |from, to| vm.host.rename(from, to))
}

/// `link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)`
pub fn link(vm: &Vm, args: &[Value]) -> PyResult {
    let follow = ops::truth(vm, &args[4])?;
    act_on_two(vm, args, "link", |from, to| vm.host.link(from, to, follow))
}

/// `symlink(src, dst, target_is_directory=False, *, dir_fd=None)`
pub fn symlink(vm: &Vm, args: &[Value]) -> PyResult {
    let from = PathArg::new(vm, &args[0], "symlink", "src", Accept::Path)?;
    let to = PathArg::new(vm, &args[1], "symlink", "dst", Accept::Path)?;
    ops::truth(vm, &args[2])?;
    let done = vm.host.symlink(&from.bytes, to.at(folder(vm, &args[3])?));
    from.or_raise_both(vm, &to, done)?;
    Ok(Value::None)
}

/// `readlink(path, *, dir_fd=None)`
pub fn readlink(vm: &Vm, args: &[Value]) -> PyResult {
    let path = path(vm, &args[0], "readlink")?;
    let target = vm.host.read_link(path.at(folder(vm, &args[1])?));
    let target = path.or_raise(vm, target)?;
    Ok(paths::decode(vm, &target, path.as_bytes))
}

/// `chmod(path, mode, *, dir_fd=None, follow_symlinks=True)`
pub fn chmod(vm: &Vm, args: &[Value]) -> PyResult {
    let path = path_or_file(vm, &args[0], "chmod")?;
    let mode = mode_arg(vm, &args[1])?;
    let at = folder(vm, &args[2])?;
    let follow = ops::truth(vm, &args[3])?;
    check_folder(vm, &path, at, "chmod")?;
    check_follow(vm, &path, follow, "chmod")?;
    let is_link = || {
        let found = vm.host.stat(path.at(at), false);
        found.is_ok_and(|found| found.mode & 0o170_000 == 0o120_000)
    };
    if !follow && is_link() {
        return Err(vm.not_implemented_error("chmod: follow_symlinks unavailable on this platform"));
    }
    let done = match path.file {
        Some(file) => vm.host.chmod_file(file, mode),
        None => vm.host.chmod(path.at(at), mode),
    };
    path.or_raise(vm, done)?;
    Ok(Value::None)
}

/// A user or group number; `None` for -1, which leaves it as it is.
///
/// # Errors
/// TypeError for what is no integer, OverflowError.
pub fn owner(vm: &Vm, value: &Value, what: &str) -> PyResult<Option<u32>> {
    if !args::has_index(vm, value) {
        let got = vm.type_name(value);
        return Err(vm.type_error(format!("{what} should be integer, not {got}")));
    }
    match ops::index(vm, value)? {
        Value::Int(-1) => Ok(None),
        Value::Int(number) if number < 0 => {
            Err(vm.overflow_error(format!("{what} is less than minimum")))
        }
        Value::Int(number) if let Ok(number) = u32::try_from(number) => Ok(Some(number)),
        big if int::is_negative(&big) => {
            Err(vm.overflow_error(format!("{what} is less than minimum")))
        }
        _ => Err(vm.overflow_error(format!("{what} is greater than maximum"))),
    }
}

/// `chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True)`
pub fn chown(vm: &Vm, args: &[Value]) -> PyResult {
    let path = path_or_file(vm, &args[0], "chown")?;
    let (user, group) = (owner(vm, &args[1], "uid")?, owner(vm, &args[2], "gid")?);
    let at = folder(vm, &args[3])?;
    let follow = ops::truth(vm, &args[4])?;
    check_folder(vm, &path, at, "chown")?;
    check_follow(vm, &path, follow, "chown")?;
    let done = match path.file {
        Some(file) => vm.host.chown_file(file, user, group),
        None => vm.host.chown(path.at(at), user, group, follow),
    };
    path.or_raise(vm, done)?;
    Ok(Value::None)
}

/// `lchown(path, uid, gid)`
pub fn lchown(vm: &Vm, args: &[Value]) -> PyResult {
    let path = path(vm, &args[0], "lchown")?;
    let (user, group) = (owner(vm, &args[1], "uid")?, owner(vm, &args[2], "gid")?);
    let done = vm.host.chown(path.at(None), user, group, false);
    path.or_raise(vm, done)?;
    Ok(Value::None)
}

const NANOS: i128 = 1_000_000_000;

/// Seconds as nanoseconds.
fn seconds(vm: &Vm, value: &Value) -> PyResult<i128> {
    let range = || vm.overflow_error("timestamp out of range for platform time_t");
    if let Value::Float(seconds) = value {
        let seconds = seconds.get();
        if seconds.is_nan() {
            return Err(vm.value_error("Invalid value NaN (not a number)"));
        }
        // The whole part is exact, so that the fraction loses nothing by its size.
        let whole = seconds.floor();
        if !(-9.3e18..9.3e18).contains(&whole) {
            return Err(range());
        }
        let nanos = ((seconds - whole) * 1e9).floor() as i128;
        return Ok(whole as i128 * NANOS + nanos);
    }
    match ops::index(vm, value)? {
        Value::Int(seconds) => Ok(i128::from(seconds) * NANOS),
        _ => Err(range()),
    }
}

fn nanoseconds(vm: &Vm, value: &Value) -> PyResult<i128> {
    match ops::index(vm, value)? {
        Value::Int(nanos) => Ok(nanos.into()),
        _ => Err(vm.overflow_error("timestamp out of range for platform time_t")),
    }
}

fn times(vm: &Vm, times: &Value, ns: &Value) -> PyResult<Times> {
    let given = ns.given();
    if !times.is_none() && given.is_some() {
        return Err(vm.value_error("utime: you may specify either 'times' or 'ns' but not both"));
    }
    let pair = |value: &Value| match value.get::<Tuple>().map(|tuple| &*tuple.items) {
        Some([accessed, modified]) => Some((accessed.clone(), modified.clone())),
        _ => None,
    };
    match given {
        Some(ns) => match pair(ns) {
            Some((a, m)) => Ok(Some((nanoseconds(vm, &a)?, nanoseconds(vm, &m)?))),
            None => Err(vm.type_error("utime: 'ns' must be a tuple of two ints")),
        },
        None if times.is_none() => Ok(None),
        None => match pair(times) {
            Some((a, m)) => Ok(Some((seconds(vm, &a)?, seconds(vm, &m)?))),
            None => Err(vm.type_error("utime: 'times' must be either a tuple of two ints or None")),
        },
    }
}

/// `utime(path, times=None, *, ns=..., dir_fd=None, follow_symlinks=True)`
pub fn utime(vm: &Vm, args: &[Value]) -> PyResult {
    let path = path_or_file(vm, &args[0], "utime")?;
    let times = times(vm, &args[1], &args[2])?;
    let at = folder(vm, &args[3])?;
    let follow = ops::truth(vm, &args[4])?;
    check_folder(vm, &path, at, "utime")?;
    check_follow(vm, &path, follow, "utime")?;
    let done = match path.file {
        Some(file) => vm.host.set_times_file(file, times),
        None => vm.host.set_times(path.at(at), times, follow),
    };
    path.or_raise(vm, done)?;
    Ok(Value::None)
}

/// O_WRONLY and O_CLOEXEC.
const FOR_WRITING: i32 = 0o2_000_001;

/// `truncate(path, length)`
pub fn truncate(vm: &Vm, args: &[Value]) -> PyResult {
    let path = path_or_file(vm, &args[0], "truncate")?;
    let Ok(size) = u64::try_from(args::size(vm, &args[1])?) else {
        return path.or_raise(vm, Err(io::Error::from_raw_os_error(22)));
    };
    let done = match path.file {
        Some(file) => vm.host.truncate(file, size),
        None => vm
            .host
            .open(path.at(None), FOR_WRITING, 0)
            .and_then(|file| {
                let done = vm.host.truncate(file, size);
                vm.host.close(file)?;
                done
            }),
    };
    path.or_raise(vm, done)?;
    Ok(Value::None)
}

/// `statvfs(path)`
pub fn statvfs(vm: &Vm, args: &[Value]) -> PyResult {
    let path = path_or_file(vm, &args[0], "statvfs")?;
    let found = match path.file {
        Some(file) => vm.host.space_file(file),
        None => vm.host.space(&path.bytes),
    };
    Ok(structs::space(vm, &path.or_raise(vm, found)?))
}

/// `getcwd()`
pub fn getcwd(vm: &Vm, _args: &[Value]) -> PyResult {
    let path = paths::or_raise(vm, vm.host.current_dir_bytes())?;
    Ok(paths::decode(vm, &path, false))
}

/// `getcwdb()`
pub fn getcwdb(vm: &Vm, _args: &[Value]) -> PyResult {
    let path = paths::or_raise(vm, vm.host.current_dir_bytes())?;
    Ok(paths::decode(vm, &path, true))
}

/// `chdir(path)`
pub fn chdir(vm: &Vm, args: &[Value]) -> PyResult {
    let path = path_or_file(vm, &args[0], "chdir")?;
    let done = match path.file {
        Some(file) => vm.host.change_dir_file(file),
        None => vm.host.change_dir(&path.bytes),
    };
    path.or_raise(vm, done)?;
    Ok(Value::None)
}
