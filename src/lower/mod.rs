//! From syntax tree to executable tree. Nothing here evaluates anything.

pub mod scope;
