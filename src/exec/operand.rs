//! Operands: where a node gets a value from, as a type parameter of the node. A local or a constant
//! is looked at in place, without a dynamic call and without a count.

use crate::exec::frame::Frame;
use crate::exec::names;
use crate::exec::tree::{Expr, Node};
use crate::object::shape::Name;
use crate::object::value::{PyResult, Value};
use dunder_grammar::Span;

/// Where a value comes from.
///
/// `hold` computes it; `get` looks at it afterwards. Lowering uses [`Local`] only where nothing
/// evaluated between the two can rebind the variable.
pub trait Operand: 'static {
    /// What `hold` has to keep.
    type Held;
    /// Computes the value.
    ///
    /// # Errors
    /// Whatever the expression raises.
    fn hold(&self, f: &mut Frame<'_>) -> PyResult<Self::Held>;
    /// The value computed by `hold`.
    fn get<'x>(&'x self, held: &'x Self::Held, f: &'x Frame<'_>) -> &'x Value;
    /// The value computed by `hold`, as one's own.
    fn take(&self, held: Self::Held, f: &Frame<'_>) -> Value;
    /// Where the expression stands.
    fn span(&self) -> Span;
}

/// A local variable in a slot.
pub struct Local {
    /// The slot.
    pub slot: u32,
    /// Its name, for the error when it is unbound.
    pub name: Name,
    /// Where it is read.
    pub span: Span,
}

impl Operand for Local {
    type Held = ();
    #[inline(always)]
    fn hold(&self, f: &mut Frame<'_>) -> PyResult<()> {
        if f.get(self.slot).is_unbound() {
            return Err(names::unbound_local(f, &self.name, self.span));
        }
        Ok(())
    }
    #[inline(always)]
    fn get<'x>(&'x self, _held: &'x (), f: &'x Frame<'_>) -> &'x Value {
        f.get(self.slot)
    }
    #[inline(always)]
    fn take(&self, _held: (), f: &Frame<'_>) -> Value {
        f.get(self.slot).clone()
    }
    fn span(&self) -> Span {
        self.span
    }
}

impl Node for Local {
    #[inline]
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        let value = f.get(self.slot);
        if value.is_unbound() {
            return Err(names::unbound_local(f, &self.name, self.span));
        }
        Ok(value.clone())
    }
    fn span(&self) -> Span {
        self.span
    }
}

/// A constant.
pub struct Const {
    /// The value.
    pub value: Value,
    /// Where it stands.
    pub span: Span,
}

impl Operand for Const {
    type Held = ();
    #[inline(always)]
    fn hold(&self, _f: &mut Frame<'_>) -> PyResult<()> {
        Ok(())
    }
    #[inline(always)]
    fn get<'x>(&'x self, _held: &'x (), _f: &'x Frame<'_>) -> &'x Value {
        &self.value
    }
    #[inline(always)]
    fn take(&self, _held: (), _f: &Frame<'_>) -> Value {
        self.value.clone()
    }
    fn span(&self) -> Span {
        self.span
    }
}

impl Node for Const {
    #[inline]
    fn eval(&self, _f: &mut Frame<'_>) -> PyResult {
        Ok(self.value.clone())
    }
    fn span(&self) -> Span {
        self.span
    }
}

/// An argument of a call or an item of a display: a local or a constant is taken without a dynamic
/// call.
pub enum Argument {
    /// A local variable.
    Local(Local),
    /// A constant.
    Const(Const),
    /// Anything else.
    Other(Expr),
}

impl Argument {
    /// Computes the value.
    ///
    /// # Errors
    /// Whatever the expression raises.
    #[inline(always)]
    pub fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        match self {
            Argument::Local(local) => local.eval(f),
            Argument::Const(constant) => Ok(constant.value.clone()),
            Argument::Other(expr) => expr.eval(f),
        }
    }
}

impl Operand for names::GlobalName {
    type Held = Value;
    #[inline(always)]
    fn hold(&self, f: &mut Frame<'_>) -> PyResult<Value> {
        match self.find(f) {
            Ok(Some(value)) => Ok(value),
            _ => self.eval(f),
        }
    }
    #[inline(always)]
    fn get<'x>(&'x self, held: &'x Value, _f: &'x Frame<'_>) -> &'x Value {
        held
    }
    #[inline(always)]
    fn take(&self, held: Value, _f: &Frame<'_>) -> Value {
        held
    }
    fn span(&self) -> Span {
        self.span
    }
}

impl Operand for Expr {
    type Held = Value;
    #[inline(always)]
    fn hold(&self, f: &mut Frame<'_>) -> PyResult<Value> {
        self.eval(f)
    }
    #[inline(always)]
    fn get<'x>(&'x self, held: &'x Value, _f: &'x Frame<'_>) -> &'x Value {
        held
    }
    #[inline(always)]
    fn take(&self, held: Value, _f: &Frame<'_>) -> Value {
        held
    }
    fn span(&self) -> Span {
        (**self).span()
    }
}
