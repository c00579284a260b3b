//! Algorithms that the built-in types share: string storage, numbers to and from text, formatting,
//! escapes, codecs, character data and hashing.
//!
//! Nothing here knows of the object model: plain Rust values go in and out, and what Python would
//! raise comes back as an [`Error`], a class name with CPython's message. What a function needs from
//! an object (the value of a `%` argument, the result of an error handler) it asks its caller for.

pub mod ascii;
pub mod codec;
pub mod digits;
pub mod error;
pub mod escape;
pub mod float;
pub mod format_spec;
pub mod hash;
pub mod int;
pub mod pad;
pub mod percent;
pub mod report;
pub mod search;
pub mod siphash;
mod storage;
pub mod str_format;
pub mod unicode;
pub mod wtf8;

#[cfg(test)]
mod tests;

pub use error::{Class, Error};
pub use storage::{Buffer, Fill, Store};
pub use wtf8::Text;
