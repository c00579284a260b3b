//! Operands: where a node gets a value from, as a type parameter of the node. A local or a constant
//! is looked at in place, without a dynamic call and without a count.

use crate::exec::attr::Attribute;
use crate::exec::decision::Place;
use crate::exec::frame::Frame;
use crate::exec::maker::Source;
use crate::exec::names;
use crate::exec::tree::{Expr, Leaf, Node, cond_of, simple_truth};
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
    /// `hold` without the check that a local is bound, for who looks for a value of a certain kind. Whoever
    /// does not find it has to `check`.
    ///
    /// # Errors
    /// As `hold`.
    #[inline(always)]
    fn begin(&self, f: &mut Frame<'_>) -> PyResult<Self::Held> {
        self.hold(f)
    }
    /// What `begin` leaves out.
    ///
    /// # Errors
    /// UnboundLocalError.
    #[inline(always)]
    fn check(&self, _f: &Frame<'_>) -> PyResult<()> {
        Ok(())
    }
    /// The value computed by `hold`.
    fn get<'x>(&'x self, held: &'x Self::Held, f: &'x Frame<'_>) -> &'x Value;
    /// The value computed by `hold`, as one's own.
    fn take(&self, held: Self::Held, f: &Frame<'_>) -> Value;
    /// What `then` makes of the value, where [`Node::leaf`] tells it.
    fn leaf_with<R>(&self, leaf: &Leaf<'_>, then: impl FnOnce(&Value) -> Option<R>) -> Option<R>;
    /// The value, where [`Node::leaf`] tells it.
    #[inline(always)]
    fn leaf_value(&self, leaf: &Leaf<'_>) -> Option<Value> {
        self.leaf_with(leaf, |value| value.clone().bound())
    }
    /// Whether `leaf_with` may ever have a value.
    fn may_be_leaf(&self) -> bool;
    /// Whether it gives the same as long as no local is assigned to.
    fn is_fixed(&self) -> bool {
        false
    }
    /// Where it stands if it is a local or a constant integer.
    fn place(&self) -> Option<Place> {
        None
    }
    /// What it is, where [`Stmt::stores`](crate::exec::tree::Stmt::stores) may tell of it.
    fn source(&self) -> Option<Source> {
        None
    }
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

/// `Operand::get` and `take` of what is evaluated to be held: that is the value itself.
macro_rules! held_is_value {
    () => {
        #[inline(always)]
        fn get<'x>(&'x self, held: &'x Value, _f: &'x Frame<'_>) -> &'x Value {
            held
        }
        #[inline(always)]
        fn take(&self, held: Value, _f: &Frame<'_>) -> Value {
            held
        }
    };
}
pub(super) use held_is_value;

impl Operand for Local {
    type Held = ();
    #[inline(always)]
    fn hold(&self, f: &mut Frame<'_>) -> PyResult<()> {
        self.check(f)
    }
    #[inline(always)]
    fn begin(&self, _f: &mut Frame<'_>) -> PyResult<()> {
        Ok(())
    }
    #[inline(always)]
    fn check(&self, f: &Frame<'_>) -> PyResult<()> {
        match f.get(self.slot) {
            Value::Unbound => Err(names::unbound_local(f, &self.name, self.span)),
            _ => Ok(()),
        }
    }
    #[inline(always)]
    fn get<'x>(&'x self, _held: &'x (), f: &'x Frame<'_>) -> &'x Value {
        f.get(self.slot)
    }
    #[inline(always)]
    fn take(&self, _held: (), f: &Frame<'_>) -> Value {
        f.get(self.slot).clone()
    }
    #[inline(always)]
    fn leaf_with<R>(&self, leaf: &Leaf<'_>, then: impl FnOnce(&Value) -> Option<R>) -> Option<R> {
        then(leaf.args.get(self.slot as usize)?)
    }
    fn may_be_leaf(&self) -> bool {
        true
    }
    fn is_fixed(&self) -> bool {
        true
    }
    fn place(&self) -> Option<Place> {
        Some(Place::Slot(self.slot))
    }
    fn source(&self) -> Option<Source> {
        Some(Source::Argument(self.slot))
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
    fn cond(&self, f: &mut Frame<'_>) -> PyResult<bool> {
        match simple_truth(f.get(self.slot)) {
            Some(truth) => Ok(truth),
            None => cond_of(self, f),
        }
    }
    fn leaf(&self, leaf: &Leaf<'_>) -> Option<Value> {
        leaf.args.get(self.slot as usize)?.clone().bound()
    }
    fn may_be_leaf(&self) -> bool {
        true
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

impl Const {
    /// The machine integer it is.
    pub fn int(&self) -> Option<i64> {
        match self.value {
            Value::Int(i) => Some(i),
            _ => None,
        }
    }
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
    #[inline(always)]
    fn leaf_with<R>(&self, _leaf: &Leaf<'_>, then: impl FnOnce(&Value) -> Option<R>) -> Option<R> {
        then(&self.value)
    }
    fn may_be_leaf(&self) -> bool {
        true
    }
    fn is_fixed(&self) -> bool {
        true
    }
    fn place(&self) -> Option<Place> {
        self.int().map(Place::Int)
    }
    fn source(&self) -> Option<Source> {
        Some(Source::Constant(self.value.clone()))
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
    fn leaf(&self, _leaf: &Leaf<'_>) -> Option<Value> {
        Some(self.value.clone())
    }
    fn may_be_leaf(&self) -> bool {
        true
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
    /// An attribute of a local.
    Attribute(Box<Attribute<Local>>),
    /// A local and something added to it.
    Offset(Box<Offset>),
    /// Anything else.
    Other(Expr),
}

/// `local + constant`, or `-`: for a local that is a machine integer the sum is made in place.
pub struct Offset {
    /// The local's slot.
    pub slot: u32,
    /// What is added.
    pub by: i64,
    /// The whole expression.
    pub node: Expr,
}

impl Offset {
    #[inline(always)]
    fn quick(&self, f: &Frame<'_>) -> Option<Value> {
        self.added(f.get(self.slot))
    }

    #[inline(always)]
    fn added(&self, to: &Value) -> Option<Value> {
        match to {
            Value::Int(i) => i.checked_add(self.by).map(Value::Int),
            _ => None,
        }
    }

    /// The value, where [`Node::leaf`] tells it.
    #[inline(always)]
    fn leaf(&self, leaf: &Leaf<'_>) -> Option<Value> {
        match self.added(leaf.args.get(self.slot as usize)?) {
            Some(sum) => Some(sum),
            None => self.node.leaf(leaf),
        }
    }
}

impl Operand for Box<Offset> {
    type Held = Value;
    #[inline(always)]
    fn hold(&self, f: &mut Frame<'_>) -> PyResult<Value> {
        match self.quick(f) {
            Some(sum) => Ok(sum),
            None => self.node.eval(f),
        }
    }
    held_is_value!();
    #[inline(always)]
    fn leaf_with<R>(&self, leaf: &Leaf<'_>, then: impl FnOnce(&Value) -> Option<R>) -> Option<R> {
        then(&self.leaf(leaf)?)
    }
    #[inline(always)]
    fn leaf_value(&self, leaf: &Leaf<'_>) -> Option<Value> {
        self.leaf(leaf)
    }
    fn may_be_leaf(&self) -> bool {
        self.node.may_be_leaf()
    }
    fn span(&self) -> Span {
        self.node.span()
    }
}

impl Argument {
    /// The value of a local (`Unbound` if it has none) or a constant.
    #[inline(always)]
    pub fn peek<'x>(&'x self, f: &'x Frame<'_>) -> Option<&'x Value> {
        match self {
            Argument::Local(local) => Some(f.get(local.slot)),
            Argument::Const(constant) => Some(&constant.value),
            Argument::Attribute(_) | Argument::Offset(_) | Argument::Other(_) => None,
        }
    }

    /// The value, where it can be had without any code being run.
    #[inline(always)]
    pub fn quick(&self, f: &Frame<'_>) -> Option<Value> {
        match self {
            Argument::Attribute(attribute) => attribute.own(f),
            Argument::Offset(offset) => offset.quick(f),
            simple => simple.peek(f).cloned(),
        }
    }

    /// The value, where [`Node::leaf`] tells it without evaluating an expression.
    #[inline(always)]
    pub fn leaf(&self, leaf: &Leaf<'_>) -> Option<Value> {
        match self {
            Argument::Local(local) => Node::leaf(local, leaf),
            Argument::Const(constant) => Some(constant.value.clone()),
            Argument::Attribute(_) | Argument::Offset(_) | Argument::Other(_) => None,
        }
    }

    /// As [`Operand::source`].
    pub fn source(&self) -> Option<Source> {
        match self {
            Argument::Local(local) => local.source(),
            Argument::Const(constant) => constant.source(),
            _ => None,
        }
    }

    /// Whether `leaf` may have a value.
    pub fn may_be_leaf(&self) -> bool {
        matches!(self, Argument::Local(_) | Argument::Const(_))
    }

    /// The value, where [`Node::leaf`] tells it.
    #[inline(always)]
    pub fn leaf_any(&self, leaf: &Leaf<'_>) -> Option<Value> {
        match self {
            Argument::Attribute(attribute) => Node::leaf(&**attribute, leaf),
            Argument::Offset(offset) => offset.leaf(leaf),
            Argument::Other(expr) => expr.leaf(leaf),
            simple => simple.leaf(leaf),
        }
    }

    /// Whether `leaf_any` may have a value.
    pub fn may_be_leaf_any(&self) -> bool {
        match self {
            Argument::Attribute(attribute) => Node::may_be_leaf(&**attribute),
            Argument::Offset(offset) => offset.node.may_be_leaf(),
            Argument::Other(expr) => expr.may_be_leaf(),
            _ => true,
        }
    }

    /// Computes the value.
    ///
    /// # Errors
    /// Whatever the expression raises.
    #[inline(always)]
    pub fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        match self {
            Argument::Local(local) => local.eval(f),
            Argument::Const(constant) => Ok(constant.value.clone()),
            Argument::Attribute(attribute) => attribute.hold(f),
            Argument::Offset(offset) => offset.hold(f),
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
    held_is_value!();
    #[inline(always)]
    fn leaf_with<R>(&self, leaf: &Leaf<'_>, then: impl FnOnce(&Value) -> Option<R>) -> Option<R> {
        then(&Node::leaf(self, leaf)?)
    }
    fn may_be_leaf(&self) -> bool {
        Node::may_be_leaf(self)
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
    held_is_value!();
    #[inline(always)]
    fn leaf_with<R>(&self, leaf: &Leaf<'_>, then: impl FnOnce(&Value) -> Option<R>) -> Option<R> {
        then(&(**self).leaf(leaf)?)
    }
    #[inline(always)]
    fn leaf_value(&self, leaf: &Leaf<'_>) -> Option<Value> {
        (**self).leaf(leaf)
    }
    fn may_be_leaf(&self) -> bool {
        (**self).may_be_leaf()
    }
    fn span(&self) -> Span {
        (**self).span()
    }
}
