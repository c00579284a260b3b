//! Dunder: a small Python interpreter.
pub mod lower;
pub mod text;
