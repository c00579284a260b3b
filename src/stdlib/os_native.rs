//! `_os`: what `os` needs of the host: the environment, the current folder, random bytes. Names that are
//! not here, `os` refuses by name.

use super::NativeModule;
use crate::object::heap::Ref;
use crate::object::ops;
use crate::object::table::{Row, method};
use crate::object::value::{PyResult, Value};
use crate::types::dict::Dict;
use crate::vm::Vm;

/// The native module.
pub const OS: NativeModule = NativeModule {
    name: "_os",
    doc: "",
    functions: FUNCTIONS,
    fill,
};

const FUNCTIONS: &[Row] = &[
    method(
        "getcwd()",
        getcwd,
        "Return a unicode string representing the current working directory.",
    ),
    method(
        "getcwdb()",
        getcwdb,
        "Return a bytes string representing the current working directory.",
    ),
    method(
        "urandom(size, /)",
        urandom,
        "Return a bytes object containing random bytes suitable for cryptographic use.",
    ),
];

fn fill(vm: &Vm, namespace: &Ref<Dict>) -> PyResult<()> {
    let environ = vm.dict();
    for (name, value) in vm.host.environment() {
        drop(environ.insert(vm, vm.bytes(name.as_bytes()), vm.bytes(value.as_bytes()))?);
    }
    drop(namespace.set_name(&vm.intern("environ"), environ.into()));
    Ok(())
}

fn current(vm: &Vm) -> PyResult<String> {
    vm.host
        .current_dir()
        .map_err(|error| super::raise_os(vm, &error, None))
}

fn getcwd(vm: &Vm, _args: &[Value]) -> PyResult {
    current(vm).map(|path| vm.str(&path))
}

fn getcwdb(vm: &Vm, _args: &[Value]) -> PyResult {
    current(vm).map(|path| vm.bytes(path.as_bytes()))
}

fn urandom(vm: &Vm, args: &[Value]) -> PyResult {
    let size = match ops::index(vm, &args[0])? {
        Value::Int(size) => usize::try_from(size).ok(),
        _ => return Err(vm.overflow_error("Python int too large to convert to C ssize_t")),
    };
    let Some(size) = size else {
        return Err(vm.value_error("negative argument not allowed"));
    };
    let mut bytes: Vec<u8> = Vec::new();
    if bytes.try_reserve(size).is_err() {
        return Err(vm.memory_error(""));
    }
    while bytes.len() < size {
        bytes.extend_from_slice(&vm.host.entropy_16());
    }
    bytes.truncate(size);
    Ok(vm.bytes(&bytes[..]))
}
