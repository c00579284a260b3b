//! Hashes under a seed, and combinations of hashes.

use std::collections::HashSet;

use super::super::hash::hash_int;
use super::super::int::Int;
use super::super::siphash::{SipKey, TupleHash, hash_frozenset};
use super::{Args, Operation, check, shown};

fn ints(args: &Args) -> Vec<Int> {
    (0..args.0.len()).map(|at| args.int(at)).collect()
}

const OPERATIONS: &[Operation] = &[
    ("hash_text", |a| {
        shown(a.text(1).hash(&SipKey::from_seed(a.number(0))))
    }),
    ("hash_bytes", |a| {
        shown(SipKey::from_seed(a.number(0)).hash_bytes(&a.bytes(1)))
    }),
    ("hash_tuple", |a| {
        let mut hash = TupleHash::new();
        ints(a)
            .iter()
            .for_each(|item| hash.add(hash_int(item.as_ref())));
        shown(hash.finish())
    }),
    ("hash_frozenset", |a| {
        let items: HashSet<Int> = ints(a).into_iter().collect();
        shown(hash_frozenset(
            items.iter().map(|item| hash_int(item.as_ref())),
            items.len(),
        ))
    }),
];

#[test]
fn agrees_with_tables() {
    check("hashes", OPERATIONS);
}
