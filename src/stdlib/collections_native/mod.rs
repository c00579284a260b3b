//! `_collections`: the table of the module. The classes are in the files beside this one; what is not
//! here is written in Python in `collections`.

mod defaultdict;
mod deque;
mod helpers;
mod ordered;

use super::NativeModule;
use super::extension;
use crate::object::heap::Ref;
use crate::object::table::method;
use crate::object::value::PyResult;
use crate::types::dict::Dict;
use crate::vm::Vm;

/// The module.
pub const COLLECTIONS: NativeModule = NativeModule {
    name: "_collections",
    doc: "Containers that `collections` is made of.",
    functions: &[method(
        "_count_elements(mapping, iterable, /)",
        helpers::count_elements,
        "Count each element of the iterable in the mapping.",
    )],
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
            &helpers::TUPLEGETTER,
        ],
    );
    let class = defaultdict::class(vm);
    drop(namespace.set_name(&vm.intern("defaultdict"), class.value()));
    let class = ordered::class(vm);
    drop(namespace.set_name(&vm.intern("OrderedDict"), class.value()));
    Ok(())
}
