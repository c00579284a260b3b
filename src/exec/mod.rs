//! Evaluation: frames, the executable tree's nodes, calls, generators, imports.

pub mod arith;
pub mod assign;
pub mod attr;
pub mod call;
pub mod call_expr;
pub mod class_body;
pub mod comprehension;
pub mod define;
pub mod display;
pub mod except;
pub mod frame;
pub mod generator;
pub mod generic;
pub mod names;
pub mod operand;
pub mod pattern;
pub mod stmt;
pub mod tree;
