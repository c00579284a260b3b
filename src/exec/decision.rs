//! What control flow depends on: the conditions of statements, of conditional expressions and of
//! comprehensions. A comparison of integers in locals needs no call of the condition's node.

use crate::exec::frame::Frame;
use crate::exec::tree::{Expr, Leaf};
use crate::object::ops::Compare;
use crate::object::value::{PyResult, Value};

/// A condition.
pub struct Decision {
    /// The expression.
    pub node: Expr,
    shortcut: Option<Shortcut>,
}

/// Where an operand stands that can be looked at at any time.
#[derive(Clone, Copy)]
pub enum Place {
    /// A local variable.
    Slot(u32),
    /// A constant integer.
    Int(i64),
}

/// A comparison that is made in place where both operands are machine integers.
#[derive(Clone, Copy)]
pub struct Shortcut {
    /// Whether less, equal and greater will do, by the lowest bits.
    accepted: u8,
    slot: u32,
    with: Place,
}

impl Shortcut {
    /// The comparison of a local with something.
    pub fn new(op: Compare, slot: u32, with: Place) -> Shortcut {
        let bit = |a: i64, bit: u8| u8::from(op.holds(&a, &0)) << bit;
        Shortcut {
            accepted: bit(-1, 0) | bit(0, 1) | bit(1, 2),
            slot,
            with,
        }
    }

    #[inline(always)]
    fn holds<'v>(&self, local: impl Fn(u32) -> Option<&'v Value>) -> Option<bool> {
        let &Value::Int(a) = local(self.slot)? else {
            return None;
        };
        let b = match self.with {
            Place::Int(b) => b,
            Place::Slot(slot) => match local(slot)? {
                Value::Int(b) => *b,
                _ => return None,
            },
        };
        let bit = u8::from(a >= b) + u8::from(a > b);
        Some(self.accepted >> bit & 1 != 0)
    }
}

impl From<Expr> for Decision {
    fn from(node: Expr) -> Decision {
        Decision {
            shortcut: node.shortcut(),
            node,
        }
    }
}

impl Decision {
    /// Whether it is true.
    ///
    /// # Errors
    /// As [`Node::cond`](crate::exec::tree::Node::cond).
    #[inline(always)]
    pub fn cond(&self, f: &mut Frame<'_>) -> PyResult<bool> {
        if let Some(shortcut) = &self.shortcut
            && let Some(holds) = shortcut.holds(|slot| Some(f.get(slot)))
        {
            return Ok(holds);
        }
        self.node.cond(f)
    }

    /// As [`Node::leaf_cond`](crate::exec::tree::Node::leaf_cond).
    #[inline(always)]
    pub fn leaf_cond(&self, leaf: &Leaf<'_>) -> Option<bool> {
        if let Some(shortcut) = &self.shortcut
            && let Some(holds) = shortcut.holds(|slot| leaf.args.get(slot as usize))
        {
            return Some(holds);
        }
        self.node.leaf_cond(leaf)
    }
}
