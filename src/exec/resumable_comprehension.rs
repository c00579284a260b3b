//! Comprehensions with `await` or `async for` in them: statements that collect into a slot. Their loops
//! are those of `exec::resumable` and `exec::async_stmt`.

use crate::exec::comprehension::Element;
use crate::exec::decision::Decision;
use crate::exec::frame::Frame;
use crate::exec::tree::{Flow, Stmt};
use crate::object::ops;
use crate::object::value::{PyResult, Value};
use crate::types::cell::CellObject;
use crate::types::dict::Dict;
use crate::types::list::List;
use dunder_grammar::Span;

/// Puts an empty list or dict into the slot, and fresh variables in place.
pub struct StartCollecting {
    /// Where is collected.
    pub slot: u32,
    /// A dict rather than a list.
    pub is_dict: bool,
    /// Slots of the comprehension's variables, and whether each is a cell.
    pub own: Box<[(u32, bool)]>,
}

impl Stmt for StartCollecting {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        for &(slot, cell) in &self.own {
            let fresh = if cell {
                CellObject::alloc(f.vm, Value::Unbound).into()
            } else {
                Value::Unbound
            };
            f.set(slot, fresh);
        }
        let empty = if self.is_dict {
            f.vm.dict().into()
        } else {
            f.vm.list(Vec::new())
        };
        f.set(self.slot, empty);
        Flow::Next
    }
}

/// Adds an element.
pub struct Collect {
    /// Where is collected.
    pub slot: u32,
    /// The element; those of sets are in a list for now.
    pub element: Element,
    /// The comprehension.
    pub span: Span,
}

impl Collect {
    fn run(&self, f: &mut Frame<'_>) -> PyResult<()> {
        let collected = f.get(self.slot).clone();
        match &self.element {
            Element::List(value) | Element::Set(value) => {
                let value = value.eval(f)?;
                if let Element::Set(_) = self.element {
                    // Unhashable values are noticed at once, as adding them would.
                    let hash = ops::hash(f.vm, &value).map(drop);
                    f.at(self.span, hash)?;
                }
                match collected.get::<List>() {
                    Some(list) if list.items.push(value) => Ok(()),
                    _ => Err(f.trace(self.span, f.vm.memory_error(""))),
                }
            }
            Element::Dict(key, value) => {
                let key = key.eval(f)?;
                let value = value.eval(f)?;
                let Some(dict) = collected.get::<Dict>() else {
                    return Ok(());
                };
                let inserted = dict.insert(f.vm, key, value).map(drop);
                f.at(self.span, inserted)
            }
        }
    }
}

impl Stmt for Collect {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        crate::exec::assign::flow(self.run(f))
    }
}

/// Unbinds the variables, and makes the list a set where that is wanted.
pub struct FinishCollecting {
    /// Where was collected.
    pub slot: u32,
    /// Whether the result is a set.
    pub is_set: bool,
    /// Slots of the comprehension's variables.
    pub own: Box<[(u32, bool)]>,
    /// The comprehension.
    pub span: Span,
}

impl Stmt for FinishCollecting {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        for &(slot, _) in &self.own {
            drop(f.take(slot));
        }
        if self.is_set {
            let list = f.take(self.slot);
            let values = list.get::<List>().map_or(Vec::new(), |l| l.items.take());
            let set = crate::types::set::from_values(f.vm, values);
            match f.at(self.span, set) {
                Ok(set) => f.set(self.slot, set),
                Err(_) => return Flow::Raise,
            }
        }
        Flow::Next
    }
}

/// A comprehension's `if`.
pub struct ContinueUnless {
    /// The condition.
    pub test: Decision,
}

impl Stmt for ContinueUnless {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        match self.test.cond(f) {
            Ok(true) => Flow::Next,
            Ok(false) => Flow::Continue,
            Err(_) => Flow::Raise,
        }
    }
}
