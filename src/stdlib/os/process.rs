//! The functions of `posix` about the process, the system and the environment.

use super::paths::{self, or_raise};
use super::structs;
use crate::host::Identity;
use crate::object::heap;
use crate::object::value::{PyResult, Value};
use crate::stdlib::sys_audit;
use crate::types::set::Set;
use crate::types::{args, int};
use crate::vm::Vm;

fn identity(vm: &Vm, what: Identity) -> PyResult {
    Ok(Value::Int(or_raise(vm, vm.host.identity(what))?))
}

fn own_process(vm: &Vm) -> PyResult<i64> {
    or_raise(vm, vm.host.identity(Identity::Process))
}

/// `getpid()`
pub fn getpid(vm: &Vm, _args: &[Value]) -> PyResult {
    identity(vm, Identity::Process)
}
/// `getppid()`
pub fn getppid(vm: &Vm, _args: &[Value]) -> PyResult {
    identity(vm, Identity::Parent)
}
/// `getpgrp()`
pub fn getpgrp(vm: &Vm, _args: &[Value]) -> PyResult {
    identity(vm, Identity::ProcessGroup)
}
/// `getuid()`
pub fn getuid(vm: &Vm, _args: &[Value]) -> PyResult {
    identity(vm, Identity::User)
}
/// `geteuid()`
pub fn geteuid(vm: &Vm, _args: &[Value]) -> PyResult {
    identity(vm, Identity::EffectiveUser)
}
/// `getgid()`
pub fn getgid(vm: &Vm, _args: &[Value]) -> PyResult {
    identity(vm, Identity::Group)
}
/// `getegid()`
pub fn getegid(vm: &Vm, _args: &[Value]) -> PyResult {
    identity(vm, Identity::EffectiveGroup)
}
/// `getgroups()`
pub fn getgroups(vm: &Vm, _args: &[Value]) -> PyResult {
    let groups = or_raise(vm, vm.host.groups())?.into_iter();
    Ok(vm.list(groups.map(|group| Value::Int(group.into())).collect()))
}

/// `umask(mask, /)`
pub fn umask(vm: &Vm, args: &[Value]) -> PyResult {
    let mask = args::c_int(vm, &args[0])?;
    Ok(Value::Int(or_raise(vm, vm.host.umask(mask as u32))?.into()))
}

/// `kill(pid, signal, /)`
pub fn kill(vm: &Vm, args: &[Value]) -> PyResult {
    let (process, signal) = (args::c_int(vm, &args[0])?, args::c_int(vm, &args[1])?);
    or_raise(vm, vm.host.kill(process, signal))?;
    vm.check_signals()?;
    Ok(Value::None)
}

/// `killpg(pgid, signal, /)`
pub fn killpg(vm: &Vm, args: &[Value]) -> PyResult {
    let (group, signal) = (args::c_int(vm, &args[0])?, args::c_int(vm, &args[1])?);
    or_raise(vm, vm.host.kill(-group, signal))?;
    vm.check_signals()?;
    Ok(Value::None)
}

/// `_exit(status)`
pub fn exit(vm: &Vm, args: &[Value]) -> PyResult {
    let status = args::c_int(vm, &args[0])?;
    or_raise(vm, vm.host.exit(status))?;
    Ok(Value::None)
}

/// `abort()`
pub fn abort(vm: &Vm, _args: &[Value]) -> PyResult {
    const SIGABRT: i32 = 6;
    let process = own_process(vm)?;
    or_raise(vm, vm.host.kill(process as i32, SIGABRT))?;
    Ok(Value::None)
}

/// `system(command)`
pub fn system(vm: &Vm, args: &[Value]) -> PyResult {
    let command = variable(vm, &args[0])?;
    sys_audit::event(vm, "os.system", || vec![vm.bytes(&command[..])])?;
    Ok(Value::Int(or_raise(vm, vm.host.system(&command))?.into()))
}

/// What a status says: the code of a process that ended, the signal that ended or stopped it.
enum Ended {
    Exited(i32),
    Signaled(i32),
    Stopped(i32),
}

fn ended(status: i32) -> Ended {
    match (status & 0x7F, (status >> 8) & 0xFF) {
        (0, code) => Ended::Exited(code),
        (0x7F, signal) => Ended::Stopped(signal),
        (signal, _) => Ended::Signaled(signal),
    }
}

/// `waitstatus_to_exitcode(status)`
pub fn waitstatus_to_exitcode(vm: &Vm, args: &[Value]) -> PyResult {
    match ended(args::c_int(vm, &args[0])?) {
        Ended::Exited(code) => Ok(Value::Int(code.into())),
        Ended::Signaled(signal) => Ok(Value::Int((-signal).into())),
        Ended::Stopped(signal) => {
            Err(vm.value_error(format!("process stopped by delivery of signal {signal}")))
        }
    }
}

/// `WIFEXITED(status)`
pub fn wifexited(vm: &Vm, args: &[Value]) -> PyResult {
    let status = ended(args::c_int(vm, &args[0])?);
    Ok(Value::bool(matches!(status, Ended::Exited(_))))
}

/// `WEXITSTATUS(status)`
pub fn wexitstatus(vm: &Vm, args: &[Value]) -> PyResult {
    let status = args::c_int(vm, &args[0])?;
    Ok(Value::Int(((status >> 8) & 0xFF).into()))
}

/// `WIFSIGNALED(status)`
pub fn wifsignaled(vm: &Vm, args: &[Value]) -> PyResult {
    let status = ended(args::c_int(vm, &args[0])?);
    Ok(Value::bool(matches!(status, Ended::Signaled(_))))
}

/// `WTERMSIG(status)`
pub fn wtermsig(vm: &Vm, args: &[Value]) -> PyResult {
    let status = args::c_int(vm, &args[0])?;
    Ok(Value::Int((status & 0x7F).into()))
}

/// A name or value of the environment, or a command.
fn variable(vm: &Vm, value: &Value) -> PyResult<Vec<u8>> {
    let Some(path) = paths::path_object(vm, value)? else {
        return Err(paths::no_path(vm, value));
    };
    let bytes = paths::encode(vm, &path)?;
    if bytes.contains(&0) {
        return Err(vm.value_error("embedded null byte"));
    }
    Ok(bytes)
}

/// `putenv(name, value, /)`
pub fn putenv(vm: &Vm, args: &[Value]) -> PyResult {
    let (name, value) = (variable(vm, &args[0])?, variable(vm, &args[1])?);
    if name.contains(&b'=') {
        return Err(vm.value_error("illegal environment variable name"));
    }
    or_raise(vm, vm.host.set_env(&name, Some(&value)))?;
    Ok(Value::None)
}

/// `unsetenv(name, /)`
pub fn unsetenv(vm: &Vm, args: &[Value]) -> PyResult {
    let name = variable(vm, &args[0])?;
    or_raise(vm, vm.host.set_env(&name, None))?;
    Ok(Value::None)
}

/// `uname()`
pub fn uname(vm: &Vm, _args: &[Value]) -> PyResult {
    Ok(structs::system_name(
        vm,
        &or_raise(vm, vm.host.system_name())?,
    ))
}

/// `cpu_count()`
pub fn cpu_count(vm: &Vm, _args: &[Value]) -> PyResult {
    let wanted = vm.host.env("PYTHON_CPU_COUNT");
    if let Some(count) = wanted.and_then(|wanted| wanted.parse().ok()) {
        return Ok(Value::Int(count));
    }
    Ok(match vm.host.processors() {
        Ok(count) => Value::Int(count as i64),
        Err(_) => Value::None,
    })
}

/// `sched_getaffinity(pid, /)`: of this process only.
pub fn sched_getaffinity(vm: &Vm, args: &[Value]) -> PyResult {
    let process = args::c_int(vm, &args[0])?;
    if process != 0 && i64::from(process) != own_process(vm)? {
        return Err(vm.not_implemented_error("sched_getaffinity: only of this process"));
    }
    let numbers = or_raise(vm, vm.host.affinity())?.into_iter();
    let found = Set::new();
    for number in numbers {
        found.add(vm, Value::Int(number as i64))?;
    }
    Ok(heap::alloc(&vm.types.set, found).into())
}

/// `times()`
pub fn times(vm: &Vm, _args: &[Value]) -> PyResult {
    const PROCESS_CPU_TIME: i32 = 2;
    let used = or_raise(vm, vm.host.clock(PROCESS_CPU_TIME))?.as_secs_f64();
    let elapsed = vm.host.monotonic().as_secs_f64();
    Ok(structs::times(vm, [used, 0.0, 0.0, 0.0, elapsed]))
}

/// What an error number means.
pub fn error_text(number: i32) -> String {
    let text = std::io::Error::from_raw_os_error(number).to_string();
    match text.find(" (os error") {
        Some(at) => text[..at].to_owned(),
        None => text,
    }
}

/// `strerror(code, /)`
pub fn strerror(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(vm.str(&error_text(args::c_int(vm, &args[0])?)))
}

fn random(vm: &Vm, size: usize) -> PyResult {
    let mut bytes: Vec<u8> = Vec::new();
    if bytes.try_reserve(size).is_err() {
        return Err(vm.memory_error(""));
    }
    bytes.resize(size, 0);
    or_raise(vm, vm.host.random(&mut bytes))?;
    Ok(vm.bytes(bytes))
}

/// `urandom(size, /)`
pub fn urandom(vm: &Vm, args: &[Value]) -> PyResult {
    match usize::try_from(args::size(vm, &args[0])?) {
        Ok(size) => random(vm, size),
        Err(_) => Err(vm.value_error("negative argument not allowed")),
    }
}

/// `getrandom(size, flags=0)`
pub fn getrandom(vm: &Vm, args: &[Value]) -> PyResult {
    args::c_int(vm, &args[1])?;
    match usize::try_from(args::size(vm, &args[0])?) {
        Ok(size) => random(vm, size),
        Err(_) => or_raise(vm, Err(std::io::Error::from_raw_os_error(22))),
    }
}

/// The major number of a device's.
pub fn major(device: u64) -> u64 {
    ((device >> 8) & 0xFFF) | ((device >> 32) & 0xFFFF_F000)
}

/// The minor number of a device's.
pub fn minor(device: u64) -> u64 {
    (device & 0xFF) | ((device >> 12) & 0xFFFF_FF00)
}

/// `major(device, /)` and `minor(device, /)`
pub fn device(vm: &Vm, args: &[Value], part: fn(u64) -> u64) -> PyResult {
    let device = args::size(vm, &args[0])?;
    Ok(Value::Int(part(device as u64) as i64))
}

/// `makedev(major, minor, /)`
pub fn makedev(vm: &Vm, args: &[Value]) -> PyResult {
    let part = |value: &Value| -> PyResult<u64> { Ok(args::size(vm, value)? as u64) };
    let (major, minor) = (part(&args[0])?, part(&args[1])?);
    let high = ((major & 0xFFFF_F000) << 32) | ((minor & 0xFFFF_FF00) << 12);
    let device = high | ((major & 0xFFF) << 8) | (minor & 0xFF);
    Ok(match i64::try_from(device) {
        Ok(device) => Value::Int(device),
        Err(_) => int::from_big(vm, device.into()),
    })
}
