//! `_json`: reading and writing JSON natively, for `json`. Reading is in `read`, writing in `write`.

mod read;
mod write;

pub use write::quoted;

use super::{NativeModule, extension};
use crate::object::heap::Ref;
use crate::object::table::method;
use crate::object::value::PyResult;
use crate::types::dict::Dict;
use crate::vm::Vm;

/// The module.
pub const JSON: NativeModule = NativeModule {
    name: "_json",
    doc: "json speedups\n",
    functions: &[
        method(
            "scanstring(string, end, strict=True, /)",
            read::scanstring,
            "scanstring(string, end, strict=True) -> (string, end)\n\nThe string of JSON whose opening quote is in front of end, and the index behind it.",
        ),
        method(
            "encode_basestring(string, /)",
            |vm, args| write::encode_basestring(vm, args, false),
            "A string as JSON.",
        ),
        method(
            "encode_basestring_ascii(string, /)",
            |vm, args| write::encode_basestring(vm, args, true),
            "A string as JSON that consists of ASCII only.",
        ),
    ],
    fill,
};

fn fill(vm: &Vm, namespace: &Ref<Dict>) -> PyResult<()> {
    for (name, table) in [
        ("make_scanner", &read::SCANNER),
        ("make_encoder", &write::ENCODER),
    ] {
        let class = extension::class(vm, table);
        drop(namespace.set_name(&vm.intern(name), class.value()));
    }
    Ok(())
}
