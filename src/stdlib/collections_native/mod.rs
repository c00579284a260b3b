//! `_collections`: the table of the module. The classes are in the files beside this one; what is not
//! here is written in Python in `collections`.

mod defaultdict;
mod deque;

use super::NativeModule;
use super::extension;
use crate::object::heap::Ref;
use crate::object::value::PyResult;
use crate::types::dict::Dict;
use crate::vm::Vm;

/// The module.
pub const COLLECTIONS: NativeModule = NativeModule {
    name: "_collections",
    doc: "Containers that `collections` is made of.",
    functions: &[],
    fill,
};

fn fill(vm: &Vm, namespace: &Ref<Dict>) -> PyResult<()> {
    extension::add_classes(
        vm,
        namespace,
        &[
            &deque::DEQUE,
            &deque::DEQUE_ITERATOR,
            &deque::DEQUE_REVERSE_ITERATOR,
        ],
    );
    let class = defaultdict::class(vm);
    drop(namespace.set_name(&vm.intern("defaultdict"), class.value()));
    Ok(())
}
