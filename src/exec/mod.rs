//! Evaluation: frames, the executable tree's nodes, calls, generators, imports.

pub mod call;
pub mod frame;
pub mod generator;
pub mod tree;
