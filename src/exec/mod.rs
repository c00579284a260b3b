//! Evaluation: frames, the executable tree's nodes, calls, generators, imports.

pub mod arith;
pub mod assign;
pub mod async_generator;
pub mod async_stmt;
pub mod attr;
pub mod call;
pub mod call_expr;
pub mod class_body;
pub mod comprehension;
pub mod coroutine;
pub mod define;
pub mod delegate;
pub mod display;
pub mod except;
pub mod frame;
pub mod generator;
pub mod generic;
pub mod names;
pub mod operand;
pub mod pattern;
pub mod resumable;
pub mod resumable_comprehension;
pub mod resumable_try;
pub mod stmt;
pub mod tree;
