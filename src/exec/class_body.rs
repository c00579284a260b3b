//! What class and module bodies do besides their own statements: the implicit names and annotations.

use crate::exec::assign::flow;
use crate::exec::frame::Frame;
use crate::exec::names::{GlobalName, NamespaceName, from_namespace};
use crate::exec::tree::{Expr, Flow, Node, Stmt};
use crate::object::ops;
use crate::object::shape::Name;
use crate::object::value::{PyResult, Value};
use crate::types::cell::CellObject;
use crate::types::dict::Dict;
use dunder_grammar::Span;

/// Stores in the frame's namespace.
fn store(f: &mut Frame<'_>, name: &Name, value: Value) -> PyResult<()> {
    match f.core.namespace.as_ref::<Dict>() {
        Some(dict) if *dict.as_obj().class() == f.vm.types.dict => {
            drop(dict.set_name(name, value));
            Ok(())
        }
        _ => ops::set_item(f.vm, &f.core.namespace, &name.value(), value),
    }
}

/// The start of a class body: `__module__`, `__qualname__`, `__firstlineno__`.
pub struct OpenClass {
    /// `__qualname__`
    pub qualname: Value,
    /// `__firstlineno__`
    pub first_line: u32,
    /// The slot of the `__classdict__` cell.
    pub classdict: Option<u32>,
}

impl Stmt for OpenClass {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        let vm = f.vm;
        if let Some(slot) = self.classdict
            && let Some(cell) = f.get(slot).get::<CellObject>()
        {
            cell.value.set(f.core.namespace.clone());
        }
        let name = NamespaceName {
            global: GlobalName::new(vm.names.__name__.clone(), f.core.code.span),
        };
        let Ok(module) = name.eval(f) else {
            return Flow::Raise;
        };
        let result = (|| {
            store(f, &vm.names.__module__, module)?;
            store(f, &vm.names.__qualname__, self.qualname.clone())?;
            store(
                f,
                &vm.names.__firstlineno__,
                Value::Int(self.first_line.into()),
            )
        })();
        let span = f.core.code.span;
        flow(f.at(span, result))
    }
}

/// The end of a class body: `__static_attributes__` and the cells that the class statement fills.
pub struct CloseClass {
    /// `__static_attributes__`
    pub static_attributes: Value,
    /// The slot of the `__class__` cell.
    pub class_cell: Option<u32>,
    /// The slot of the `__classdict__` cell.
    pub classdict: Option<u32>,
}

impl Stmt for CloseClass {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        let vm = f.vm;
        let result = (|| {
            store(
                f,
                &vm.names.__static_attributes__,
                self.static_attributes.clone(),
            )?;
            if let Some(slot) = self.classdict {
                let cell = f.get(slot).clone();
                store(f, &vm.names.__classdictcell__, cell)?;
            }
            if let Some(slot) = self.class_cell {
                let cell = f.get(slot).clone();
                store(f, &vm.names.__classcell__, cell.clone())?;
                f.core.result.set(cell);
                return Ok(Flow::Return);
            }
            Ok(Flow::Next)
        })();
        let span = f.core.code.span;
        f.at(span, result).unwrap_or(Flow::Raise)
    }
}

/// Makes `__annotations__` if the namespace has none.
pub struct SetUpAnnotations;

impl Stmt for SetUpAnnotations {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        let vm = f.vm;
        let result = (|| {
            if from_namespace(f, &vm.names.__annotations__)?.is_none() {
                store(f, &vm.names.__annotations__, vm.dict().into())?;
            }
            Ok(())
        })();
        let span = f.core.code.span;
        flow(f.at(span, result))
    }
}

/// `name: annotation` in a module or class body.
pub struct StoreAnnotation {
    /// The name, mangled.
    pub name: Name,
    /// The annotation.
    pub annotation: Expr,
    /// `__annotations__`, which may be another's where the namespace's own is gone.
    pub annotations: Expr,
    /// Where it stands.
    pub span: Span,
}

impl Stmt for StoreAnnotation {
    fn exec(&self, f: &mut Frame<'_>) -> Flow {
        let Ok(annotation) = self.annotation.eval(f) else {
            return Flow::Raise;
        };
        let Ok(annotations) = self.annotations.eval(f) else {
            return Flow::Raise;
        };
        let result = ops::set_item(f.vm, &annotations, &self.name.value(), annotation);
        flow(f.at(self.span, result))
    }
}
