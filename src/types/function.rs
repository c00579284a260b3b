//! `function`: functions written in Python. How they are called is in `exec::call`.

use crate::exec::tree::Code;
use crate::object::heap::{Kind, Obj, Ref, Trace, ValueCell};
use crate::object::shape::Name;
use crate::object::table::TypeTable;
use crate::object::value::Value;
use crate::types::cell::CellObject;
use crate::types::dict::Dict;
use std::cell::RefCell;
use std::rc::Rc;

/// The payload of functions.
pub struct Function {
    /// `__code__`
    pub code: RefCell<Rc<Code>>,
    /// `__globals__`
    pub globals: Ref<Dict>,
    /// `__builtins__`
    pub builtins: Ref<Dict>,
    /// The cells of the free variables.
    pub closure: Box<[Ref<CellObject>]>,
    /// `__name__`
    pub name: RefCell<Name>,
    /// `__qualname__`
    pub qualname: ValueCell,
    /// `__defaults__`: a tuple or `None`.
    pub defaults: ValueCell,
    /// `__kwdefaults__`: a dict or `None`.
    pub kwdefaults: ValueCell,
    /// `__annotations__`: a dict, or `Unbound` while nobody has asked.
    pub annotations: ValueCell,
    /// `__doc__`
    pub doc: ValueCell,
    /// `__module__`
    pub module: ValueCell,
    /// `__type_params__`: a tuple, or `Unbound` for none.
    pub type_params: ValueCell,
}

impl Trace for Function {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        visit(self.globals.as_obj());
        visit(self.builtins.as_obj());
        for cell in &self.closure {
            visit(cell.as_obj());
        }
        for cell in self.cells() {
            cell.trace(visit);
        }
    }
    fn clear(&self) {
        for cell in self.cells() {
            drop(cell.take());
        }
    }
}

impl Function {
    fn cells(&self) -> [&ValueCell; 7] {
        [
            &self.qualname,
            &self.defaults,
            &self.kwdefaults,
            &self.annotations,
            &self.doc,
            &self.module,
            &self.type_params,
        ]
    }
    /// The default of the positional parameter at `index`, of `positional` parameters.
    pub fn default(&self, index: usize, positional: usize) -> Option<Value> {
        let defaults = self.defaults.get();
        let tuple = defaults.get::<crate::types::tuple::Tuple>()?;
        tuple
            .items
            .get((index + tuple.items.len()).checked_sub(positional)?)
            .cloned()
    }
}

/// The type's table.
pub const FUNCTION: TypeTable = TypeTable {
    name: "function",
    kind: Kind::Function,
    has_dict: true,
    weakrefable: true,
    doc: "Create a function object.",
    ..TypeTable::DEFAULT
};
