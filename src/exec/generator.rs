//! Generators, coroutines and asynchronous generators: objects that keep a frame between resumptions.

use crate::exec::frame::Args;
use crate::exec::tree::Code;
use crate::object::heap::{Kind, Obj, Ref, Trace, VecCell};
use crate::object::table::TypeTable;
use crate::object::value::PyResult;
use crate::types::function::Function;
use crate::vm::Vm;
use std::rc::Rc;

/// The payload of generators and their kin.
pub struct Generator {
    /// The frame's slots between resumptions.
    pub slots: VecCell,
}

impl Trace for Generator {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        self.slots.trace(visit);
    }
}

/// Makes the generator that calling a generator function returns.
///
/// # Errors
/// None yet.
pub fn create(vm: &Vm, _function: &Ref<Function>, _code: &Rc<Code>, _args: Args<'_>) -> PyResult {
    Err(vm.system_error("generators are not supported yet"))
}

/// Closes a generator at its end.
pub fn finalise(_vm: &Vm, _generator: &Ref<Generator>) {}

/// The type's table.
pub const GENERATOR: TypeTable = TypeTable {
    name: "generator",
    kind: Kind::Generator,
    weakrefable: true,
    finalise: true,
    ..TypeTable::DEFAULT
};
