//! Dunder: a small Python interpreter.
pub mod text;
