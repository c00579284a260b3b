//! Python's `float` and `complex`: to text and from text, rounding, and the operators that differ
//! from Rust's.

mod arith;
mod complex;
pub mod complex_arith;
mod format;
pub mod half;
mod hex;
mod parse;

pub use arith::{Power, div_mod, floor_div, modulo, pow, round, round_to_int, true_div};
pub use complex::{parse_complex, repr_complex};
pub use format::{Kind, Style, format, push, push_repr, repr};
pub use hex::{from_hex, to_hex};
pub use parse::{parse, parse_bytes};
