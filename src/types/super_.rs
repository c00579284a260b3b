//! `super`.

use crate::object::class::Class;
use crate::object::heap::{Kind, Obj, Ref, Trace, ValueCell};
use crate::object::table::TypeTable;
use crate::object::value::Value;
use crate::vm::Vm;

/// The payload of `super` objects.
pub struct Super {
    /// `__thisclass__`
    pub start: ValueCell,
    /// `__self__`, `Unbound` when not bound.
    pub this: ValueCell,
    /// `__self_class__`, `Unbound` when not bound.
    pub this_class: ValueCell,
}

impl Super {
    /// The class to start after, the object, and the class whose MRO is searched.
    pub fn bound(&self, _vm: &Vm) -> Option<(Ref<Class>, Value, Ref<Class>)> {
        let start = self.start.get().downcast::<Class>().ok()?;
        let this_class = self.this_class.get().downcast::<Class>().ok()?;
        Some((start, self.this.get().bound()?, this_class))
    }
}

impl Trace for Super {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        for cell in [&self.start, &self.this, &self.this_class] {
            cell.trace(visit);
        }
    }
}

/// The type's table.
pub const SUPER: TypeTable = TypeTable {
    name: "super",
    kind: Kind::Super,
    subclassable: true,
    ..TypeTable::DEFAULT
};
