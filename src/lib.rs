//! Dunder: a small Python interpreter.
