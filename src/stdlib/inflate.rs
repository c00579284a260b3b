//! `_inflate`: unpacking what zip archives hold, for `zipimport`. Reference: RFC 1951.

use super::NativeModule;
use crate::object::table::{Row, method};
use crate::object::value::{PyResult, Value};
use crate::types::{args, buffer};
use crate::vm::Vm;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// The module.
pub const INFLATE: NativeModule = NativeModule {
    name: "_inflate",
    doc: "Unpacking deflated data.",
    functions: FUNCTIONS,
    fill: super::nothing,
};

static FUNCTIONS: &[Row] = &[method(
    "inflate(data, size, /)",
    inflate,
    "The data unpacked, which is of that size.",
)];

fn inflate(vm: &Vm, args: &[Value]) -> PyResult {
    let size = args::times(vm, &args[1])?;
    let data = buffer::required(vm, &args[0])?;
    match decompress_to_vec_with_limit(&data, size) {
        Ok(unpacked) if unpacked.len() == size => Ok(vm.bytes(unpacked)),
        Ok(unpacked) => Err(vm.value_error(format!(
            "{} bytes where {size} are expected",
            unpacked.len()
        ))),
        Err(error) => Err(vm.value_error(error.to_string())),
    }
}
