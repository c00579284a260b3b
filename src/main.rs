//! The `dunder` program.

fn main() {}
