//! Dunder: a small Python interpreter that tells the truth about Python's object model.

//!
//! # Embedding
#![doc = include_str!("../docs/EMBEDDING.md")]
#![deny(unsafe_code)]

pub mod builtins;
pub mod convert;
pub mod exec;
pub mod function;
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

pub use function::{Exception, Namespace};
pub use host::{Host, SandboxHost, StdHost};
pub use interpreter::{Interpreter, ScriptError};
pub use limits::Limits;
