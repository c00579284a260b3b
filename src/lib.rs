//! Dunder: a small Python interpreter.

#![deny(unsafe_code)]

pub mod exec;
pub mod host;
pub mod lower;
pub mod object;
pub mod state;
pub mod text;
pub mod types;
pub mod vm;
