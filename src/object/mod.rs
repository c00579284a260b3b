//! The object model: values, the heap, classes, attribute lookup, descriptors, operations.

pub mod build;
pub mod class;
pub mod collect;
pub mod descriptor;
pub mod exception;
pub mod heap;
pub mod lookup;
pub mod ops;
pub mod shape;
pub mod signature;
pub mod special;
pub mod table;
pub mod value;
