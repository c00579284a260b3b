//! Operators: arithmetic, comparison, `not`, `and`/`or`. Ints and floats are computed here; all else is
//! up to the operands' special methods in `object::ops`. Reference: 6.5 to 6.12.

use crate::exec::decision::{Decision, Place, Shortcut};
use crate::exec::frame::Frame;
use crate::exec::operand::{Argument, Operand};
use crate::exec::tree::{Expr, Leaf, Node, simple_truth, truth_of};
use crate::object::heap::{Kind, Obj};
use crate::object::ops::{self, BINARY_OPS, Compare};
use crate::object::special::Special;
use crate::object::value::{PyResult, Value};
use crate::types::{int_in_place, quick};
use dunder_grammar::Span;
use dunder_grammar::ast::{Operator, UnaryOperator};

/// The operator's index in [`BINARY_OPS`], used as a const parameter.
pub const fn op_index(op: Operator) -> u8 {
    op as u8
}

const ADD: u8 = Operator::Add as u8;
const SUB: u8 = Operator::Sub as u8;
const MUL: u8 = Operator::Mult as u8;
const DIV: u8 = Operator::Div as u8;
const MOD: u8 = Operator::Mod as u8;
const LSHIFT: u8 = Operator::LShift as u8;
const RSHIFT: u8 = Operator::RShift as u8;
const OR: u8 = Operator::BitOr as u8;
const XOR: u8 = Operator::BitXor as u8;
const AND: u8 = Operator::BitAnd as u8;
const FLOOR_DIV: u8 = Operator::FloorDiv as u8;

/// The operation on inline numbers; `None` where it takes more than a few instructions.
#[inline(always)]
pub fn fast<const OP: u8>(a: &Value, b: &Value) -> Option<Value> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => int_op::<OP>(*a, *b),
        (Value::Float(a), Value::Float(b)) => float_op::<OP>(a.get(), b.get()),
        (Value::Float(a), Value::Int(b)) => float_op::<OP>(a.get(), *b as f64),
        (Value::Int(a), Value::Float(b)) => float_op::<OP>(*a as f64, b.get()),
        _ => None,
    }
}

#[inline(always)]
fn int_op<const OP: u8>(a: i64, b: i64) -> Option<Value> {
    let int = |i: Option<i64>| i.map(Value::Int);
    match OP {
        ADD => int(a.checked_add(b)),
        SUB => int(a.checked_sub(b)),
        MUL => int(a.checked_mul(b)),
        OR => Some(Value::Int(a | b)),
        XOR => Some(Value::Int(a ^ b)),
        AND => Some(Value::Int(a & b)),
        DIV => {
            // Exact where both convert exactly; larger ones need the correctly rounded quotient.
            const EXACT: i64 = 1 << 53;
            let exact = (-EXACT..=EXACT).contains(&a) && (-EXACT..=EXACT).contains(&b) && b != 0;
            exact.then(|| Value::float(a as f64 / b as f64))
        }
        FLOOR_DIV if b > 0 => Some(Value::Int(a.div_euclid(b))),
        MOD if b > 0 => Some(Value::Int(a.rem_euclid(b))),
        LSHIFT if (0..63).contains(&b) => {
            let shifted = a << b;
            (shifted >> b == a).then_some(Value::Int(shifted))
        }
        RSHIFT if b >= 0 => Some(Value::Int(a >> b.min(63))),
        _ => None,
    }
}

#[inline(always)]
fn float_op<const OP: u8>(a: f64, b: f64) -> Option<Value> {
    match OP {
        ADD => Some(Value::float(a + b)),
        SUB => Some(Value::float(a - b)),
        MUL => Some(Value::float(a * b)),
        DIV if b != 0.0 => Some(Value::float(a / b)),
        _ => None,
    }
}

/// `a op b`.
pub struct Binary<const OP: u8, A: Operand, B: Operand> {
    /// Left operand.
    pub a: A,
    /// Right operand.
    pub b: B,
    /// The whole expression.
    pub span: Span,
}

impl<const OP: u8, A: Operand, B: Operand> Node for Binary<OP, A, B> {
    #[inline(always)]
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        let a = self.a.hold(f)?;
        let b = self.b.hold(f)?;
        if let Some(value) = fast::<OP>(self.a.get(&a, f), self.b.get(&b, f)) {
            return Ok(value);
        }
        let (a, b) = (self.a.take(a, f), self.b.take(b, f));
        binary_slow(f, OP, a, b, self.span)
    }
    fn leaf(&self, leaf: &Leaf<'_>) -> Option<Value> {
        self.a
            .leaf_with(leaf, |a| self.b.leaf_with(leaf, |b| fast::<OP>(a, b)))
    }
    fn may_be_leaf(&self) -> bool {
        self.a.may_be_leaf() && self.b.may_be_leaf()
    }
    fn span(&self) -> Span {
        self.span
    }
}

#[inline(never)]
fn binary_slow(f: &mut Frame<'_>, op: u8, mut a: Value, mut b: Value, span: Span) -> PyResult {
    f.core.span.set(span);
    let op = BINARY_OPS[op as usize];
    let result = match a.obj().map(Obj::kind) {
        Some(Kind::Str | Kind::List) => {
            let in_place = match op.forward {
                Special::Add => quick::add_to_sole(f.vm, &mut a, &b),
                _ => None,
            };
            in_place.or_else(|| quick::binary(f.vm, op, &a, &b))
        }
        _ => int_in_place::binary(f.vm, op, &mut a, &mut b),
    };
    let result = result.unwrap_or_else(|| ops::binary(f.vm, op, &a, &b));
    drop((a, b));
    f.at(span, result)
}

/// The value of `a op= b` of two exact ints, `a` being given up; `None`, and `a` as it was, for others.
pub fn in_place_int(
    f: &mut Frame<'_>,
    op: u8,
    a: &mut Value,
    b: &mut Value,
    span: Span,
) -> Option<PyResult> {
    f.core.span.set(span);
    let result = int_in_place::binary(f.vm, BINARY_OPS[op as usize], a, b)?;
    Some(f.at(span, result))
}

/// The value of `a op= b`.
pub fn in_place(f: &mut Frame<'_>, op: u8, a: &Value, b: &Value, span: Span) -> PyResult {
    f.core.span.set(span);
    let result = ops::in_place(f.vm, BINARY_OPS[op as usize], a, b);
    f.at(span, result)
}

/// `a < b` and its kin, on two operands.
pub struct Comparison<const OP: u8, A: Operand, B: Operand> {
    /// Left operand.
    pub a: A,
    /// Right operand.
    pub b: B,
    /// The whole expression.
    pub span: Span,
}

/// The comparison a const parameter stands for.
pub const fn comparison(op: u8) -> Compare {
    match op {
        0 => Compare::Lt,
        1 => Compare::Le,
        2 => Compare::Eq,
        3 => Compare::Ne,
        4 => Compare::Gt,
        _ => Compare::Ge,
    }
}

impl<const OP: u8, A: Operand, B: Operand> Comparison<OP, A, B> {
    const OPERATION: Compare = comparison(OP);

    #[inline(always)]
    fn fast(&self, a: &Value, b: &Value) -> Option<bool> {
        match (a, b) {
            (Value::Int(a), Value::Int(b)) => Some(Self::OPERATION.holds(a, b)),
            (Value::Float(a), Value::Float(b)) => Some(Self::OPERATION.holds(a.get(), b.get())),
            _ => None,
        }
    }
}

impl<const OP: u8, A: Operand, B: Operand> Node for Comparison<OP, A, B> {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        let a = self.a.hold(f)?;
        let b = self.b.hold(f)?;
        let (x, y) = (self.a.get(&a, f), self.b.get(&b, f));
        if let Some(holds) = self.fast(x, y) {
            return Ok(Value::bool(holds));
        }
        if matches!(Self::OPERATION, Compare::Eq | Compare::Ne)
            && let (Value::Obj(x), Value::Obj(y)) = (x, y)
            && let Some(equal) = quick::eq_texts(f.vm, x, y)
        {
            return Ok(Value::bool(equal == (Self::OPERATION == Compare::Eq)));
        }
        let (a, b) = (self.a.take(a, f), self.b.take(b, f));
        compare_slow(f, Self::OPERATION, a, b, self.span)
    }
    fn cond(&self, f: &mut Frame<'_>) -> PyResult<bool> {
        let a = self.a.hold(f)?;
        let b = self.b.hold(f)?;
        let (x, y) = (self.a.get(&a, f), self.b.get(&b, f));
        if let Some(holds) = self.fast(x, y) {
            return Ok(holds);
        }
        if matches!(Self::OPERATION, Compare::Eq | Compare::Ne)
            && let (Value::Obj(x), Value::Obj(y)) = (x, y)
            && let Some(equal) = quick::eq_texts(f.vm, x, y)
        {
            return Ok(equal == (Self::OPERATION == Compare::Eq));
        }
        let (a, b) = (self.a.take(a, f), self.b.take(b, f));
        cond_slow(f, Self::OPERATION, a, b, self.span)
    }
    fn leaf(&self, leaf: &Leaf<'_>) -> Option<Value> {
        self.leaf_cond(leaf).map(Value::bool)
    }
    fn leaf_cond(&self, leaf: &Leaf<'_>) -> Option<bool> {
        self.a
            .leaf_with(leaf, |a| self.b.leaf_with(leaf, |b| self.fast(a, b)))
    }
    fn may_be_leaf(&self) -> bool {
        self.a.may_be_leaf() && self.b.may_be_leaf()
    }
    fn shortcut(&self) -> Option<Shortcut> {
        match (self.a.place()?, self.b.place()?) {
            (Place::Slot(slot), with) => Some(Shortcut::new(comparison(OP), slot, with)),
            _ => None,
        }
    }
    fn span(&self) -> Span {
        self.span
    }
}

#[inline(never)]
fn cond_slow(f: &mut Frame<'_>, op: Compare, a: Value, b: Value, span: Span) -> PyResult<bool> {
    let result = compare_slow(f, op, a, b, span)?;
    let truth = ops::truth(f.vm, &result);
    f.at(span, truth)
}

#[inline(never)]
fn compare_slow(f: &mut Frame<'_>, op: Compare, a: Value, b: Value, span: Span) -> PyResult {
    f.core.span.set(span);
    let result = ops::compare(f.vm, op, &a, &b);
    drop((a, b));
    f.at(span, result)
}

/// `is`, `in` and their negations.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Test {
    /// `is`
    Is,
    /// `is not`
    IsNot,
    /// `in`
    In,
    /// `not in`
    NotIn,
}

/// `a is b`, `a in b` and their negations.
pub struct Membership<A: Operand> {
    /// Left operand.
    pub a: A,
    /// Which test.
    pub test: Test,
    /// Right operand.
    pub b: Argument,
    /// The whole expression.
    pub span: Span,
}

impl<A: Operand> Node for Membership<A> {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        self.cond(f).map(Value::bool)
    }
    fn cond(&self, f: &mut Frame<'_>) -> PyResult<bool> {
        let a = self.a.hold(f)?;
        if let (Test::In | Test::NotIn, Some(b)) = (self.test, self.b.peek(f))
            && let Some(found) = quick::contains(f.vm, b, self.a.get(&a, f))
        {
            return Ok(found == (self.test == Test::In));
        }
        let b = self.b.eval(f)?;
        match self.test {
            Test::Is => Ok(self.a.get(&a, f).is(&b)),
            Test::IsNot => Ok(!self.a.get(&a, f).is(&b)),
            test => {
                let a = self.a.take(a, f);
                f.core.span.set(self.span);
                let found = ops::contains(f.vm, &b, &a);
                drop((a, b));
                f.at(self.span, found)
                    .map(|found| found == (test == Test::In))
            }
        }
    }
    fn span(&self) -> Span {
        self.span
    }
}

/// `a is None`, `a is not None`.
pub struct IsNone<A: Operand> {
    /// The operand.
    pub a: A,
    /// `is not`
    pub negated: bool,
    /// The whole expression.
    pub span: Span,
}

impl<A: Operand> Node for IsNone<A> {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        self.cond(f).map(Value::bool)
    }
    fn cond(&self, f: &mut Frame<'_>) -> PyResult<bool> {
        let a = self.a.hold(f)?;
        Ok(self.a.get(&a, f).is_none() != self.negated)
    }
    fn leaf(&self, leaf: &Leaf<'_>) -> Option<Value> {
        self.leaf_cond(leaf).map(Value::bool)
    }
    fn leaf_cond(&self, leaf: &Leaf<'_>) -> Option<bool> {
        self.a
            .leaf_with(leaf, |a| Some(a.is_none() != self.negated))
    }
    fn may_be_leaf(&self) -> bool {
        self.a.may_be_leaf()
    }
    fn span(&self) -> Span {
        self.span
    }
}

/// One operator of a comparison chain.
#[derive(Clone, Copy, Debug)]
pub enum ChainOp {
    /// A rich comparison.
    Compare(Compare),
    /// `is`, `in`, ...
    Test(Test),
}

/// `a < b <= c`: each operand is evaluated once, and only as far as needed.
pub struct Chain {
    /// The first operand.
    pub first: Expr,
    /// Each operator with its right operand.
    pub rest: Box<[(ChainOp, Expr)]>,
    /// The whole expression.
    pub span: Span,
}

/// How a comparison chain ends.
enum ChainEnd {
    /// With a comparison that is not true.
    False(Value),
    /// With the last comparison, whose truth has not been asked for.
    Last(Value),
}

impl Chain {
    fn run(&self, f: &mut Frame<'_>) -> PyResult<ChainEnd> {
        let mut left = self.first.eval(f)?;
        let last = self.rest.len() - 1;
        for (i, (op, operand)) in self.rest.iter().enumerate() {
            let right = operand.eval(f)?;
            f.core.span.set(self.span);
            let result = apply(f, *op, &left, &right);
            let result = f.at(self.span, result)?;
            if i == last {
                return Ok(ChainEnd::Last(result));
            }
            let go_on = ops::truth(f.vm, &result);
            if !f.at(self.span, go_on)? {
                return Ok(ChainEnd::False(result));
            }
            left = right;
        }
        Ok(ChainEnd::Last(left))
    }
}

impl Node for Chain {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        let (ChainEnd::False(value) | ChainEnd::Last(value)) = self.run(f)?;
        Ok(value)
    }
    fn cond(&self, f: &mut Frame<'_>) -> PyResult<bool> {
        match self.run(f)? {
            ChainEnd::False(_) => Ok(false),
            ChainEnd::Last(value) => truth_of(f, value, || self.span),
        }
    }
    fn span(&self) -> Span {
        self.span
    }
}

/// One comparison of a chain.
///
/// # Errors
/// As the comparison does.
pub fn apply(f: &mut Frame<'_>, op: ChainOp, a: &Value, b: &Value) -> PyResult {
    match op {
        ChainOp::Compare(op) => match (a, b) {
            (Value::Int(x), Value::Int(y)) => Ok(Value::bool(op.holds(x, y))),
            _ => ops::compare(f.vm, op, a, b),
        },
        ChainOp::Test(Test::Is) => Ok(Value::bool(a.is(b))),
        ChainOp::Test(Test::IsNot) => Ok(Value::bool(!a.is(b))),
        ChainOp::Test(Test::In) => ops::contains(f.vm, b, a).map(Value::bool),
        ChainOp::Test(Test::NotIn) => ops::contains(f.vm, b, a).map(|found| Value::bool(!found)),
    }
}

/// `-a`, `+a`, `~a`.
pub struct Unary {
    /// Which operator; `not` is [`Not`].
    pub op: UnaryOperator,
    /// The operand.
    pub a: Expr,
    /// The whole expression.
    pub span: Span,
}

impl Node for Unary {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        let a = self.a.eval(f)?;
        let (special, symbol) = match (self.op, &a) {
            (UnaryOperator::USub, Value::Int(i)) if *i != i64::MIN => return Ok(Value::Int(-i)),
            (UnaryOperator::USub, Value::Float(x)) => return Ok(Value::float(-x.get())),
            (UnaryOperator::Invert, Value::Int(i)) => return Ok(Value::Int(!i)),
            (UnaryOperator::USub, _) => (Special::Neg, "unary -"),
            (UnaryOperator::UAdd, _) => (Special::Pos, "unary +"),
            (UnaryOperator::Invert | UnaryOperator::Not, _) => (Special::Invert, "unary ~"),
        };
        f.core.span.set(self.span);
        let result = ops::unary(f.vm, special, symbol, &a);
        f.at(self.span, result)
    }
    fn leaf(&self, leaf: &Leaf<'_>) -> Option<Value> {
        match (self.op, self.a.leaf(leaf)?) {
            (UnaryOperator::USub, Value::Int(i)) => i.checked_neg().map(Value::Int),
            (UnaryOperator::USub, Value::Float(x)) => Some(Value::float(-x.get())),
            _ => None,
        }
    }
    fn may_be_leaf(&self) -> bool {
        self.a.may_be_leaf()
    }
    fn span(&self) -> Span {
        self.span
    }
}

/// `not a`.
pub struct Not {
    /// The operand.
    pub a: Expr,
    /// The whole expression.
    pub span: Span,
}

impl Node for Not {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        // Of an operand such as `a or b` the value is tested here once more.
        let value = self.a.eval(f)?;
        truth_of(f, value, || self.span).map(|truth| Value::bool(!truth))
    }
    fn cond(&self, f: &mut Frame<'_>) -> PyResult<bool> {
        self.a.cond(f).map(|truth| !truth)
    }
    fn leaf(&self, leaf: &Leaf<'_>) -> Option<Value> {
        self.leaf_cond(leaf).map(Value::bool)
    }
    fn leaf_cond(&self, leaf: &Leaf<'_>) -> Option<bool> {
        self.a.leaf_cond(leaf).map(|truth| !truth)
    }
    fn may_be_leaf(&self) -> bool {
        self.a.may_be_leaf()
    }
    fn span(&self) -> Span {
        self.span
    }
}

/// `a and b and c`, or the same with `or`.
pub struct Logical {
    /// `or` stops at the first true operand, `and` at the first false one.
    pub stop_at: bool,
    /// At least two.
    pub operands: Box<[Decision]>,
    /// The whole expression.
    pub span: Span,
}

impl Node for Logical {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        let Some((last, init)) = self.operands.split_last() else {
            return Ok(Value::None);
        };
        for operand in init {
            let value = operand.node.eval(f)?;
            f.core.span.set(self.span);
            let truth = ops::truth(f.vm, &value);
            if f.at(self.span, truth)? == self.stop_at {
                return Ok(value);
            }
        }
        last.node.eval(f)
    }
    fn cond(&self, f: &mut Frame<'_>) -> PyResult<bool> {
        for operand in &self.operands {
            if operand.cond(f)? == self.stop_at {
                return Ok(self.stop_at);
            }
        }
        Ok(!self.stop_at)
    }
    fn leaf(&self, leaf: &Leaf<'_>) -> Option<Value> {
        let (last, init) = self.operands.split_last()?;
        for operand in init {
            let value = operand.node.leaf(leaf)?;
            if simple_truth(&value)? == self.stop_at {
                return Some(value);
            }
        }
        last.node.leaf(leaf)
    }
    fn leaf_cond(&self, leaf: &Leaf<'_>) -> Option<bool> {
        for operand in &self.operands {
            if operand.leaf_cond(leaf)? == self.stop_at {
                return Some(self.stop_at);
            }
        }
        Some(!self.stop_at)
    }
    fn may_be_leaf(&self) -> bool {
        let mut operands = self.operands.iter();
        operands.all(|operand| operand.node.may_be_leaf())
    }
    fn span(&self) -> Span {
        self.span
    }
}

/// `body if test else orelse`.
pub struct Conditional {
    /// The condition.
    pub test: Decision,
    /// The value when true.
    pub body: Expr,
    /// The value when false.
    pub orelse: Expr,
    /// The whole expression.
    pub span: Span,
}

impl Node for Conditional {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        if self.test.cond(f)? {
            self.body.eval(f)
        } else {
            self.orelse.eval(f)
        }
    }
    fn cond(&self, f: &mut Frame<'_>) -> PyResult<bool> {
        if self.test.cond(f)? {
            self.body.cond(f)
        } else {
            self.orelse.cond(f)
        }
    }
    fn leaf(&self, leaf: &Leaf<'_>) -> Option<Value> {
        match self.test.leaf_cond(leaf)? {
            true => self.body.leaf(leaf),
            false => self.orelse.leaf(leaf),
        }
    }
    fn may_be_leaf(&self) -> bool {
        self.test.node.may_be_leaf() && self.body.may_be_leaf() && self.orelse.may_be_leaf()
    }
    fn span(&self) -> Span {
        self.span
    }
}
