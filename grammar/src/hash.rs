//! The tables of the front end: few entries, short keys, asked often. Their hash function is quick and
//! seeded at random; it is not for what a program computes.

/// How keys are hashed.
pub type RandomState = foldhash::fast::RandomState;

/// A table.
pub type HashMap<K, V> = std::collections::HashMap<K, V, RandomState>;

/// A set.
pub type HashSet<T> = std::collections::HashSet<T, RandomState>;
