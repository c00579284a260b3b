//! `repr` and its kin.

use super::super::escape;
use super::{Operation, check, shown};

const OPERATIONS: &[Operation] = &[
    ("repr", |a| Ok(escape::repr_text(a.text(0)))),
    ("ascii", |a| shown(escape::ascii(a.text(0)))),
    ("repr_bytes", |a| shown(escape::repr_bytes(&a.bytes(0)))),
];

#[test]
fn agrees_with_tables() {
    check("escapes", OPERATIONS);
}
