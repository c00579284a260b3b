//! Dunder: a small Python interpreter that tells the truth about Python's object model.

#![deny(unsafe_code)]

pub mod builtins;
pub mod exec;
pub mod host;
pub mod interpreter;
pub mod limits;
pub mod lower;
pub mod object;
pub mod state;
pub mod stdlib;
pub mod text;
pub mod types;
pub mod vm;
