//! Character data and case conversion.

use super::super::unicode;
use super::{Operation, check, truth};

const OPERATIONS: &[Operation] = &[
    ("upper", |a| Ok(unicode::upper(a.text(0)))),
    ("lower", |a| Ok(unicode::lower(a.text(0)))),
    ("title", |a| Ok(unicode::title(a.text(0)))),
    ("capitalize", |a| Ok(unicode::capitalize(a.text(0)))),
    ("casefold", |a| Ok(unicode::casefold(a.text(0)))),
    ("swapcase", |a| Ok(unicode::swapcase(a.text(0)))),
    ("isalpha", |a| truth(unicode::is_alpha(a.text(0)))),
    ("isalnum", |a| truth(unicode::is_alnum(a.text(0)))),
    ("isdecimal", |a| truth(unicode::is_decimal(a.text(0)))),
    ("isdigit", |a| truth(unicode::is_digit(a.text(0)))),
    ("isnumeric", |a| truth(unicode::is_numeric(a.text(0)))),
    ("isspace", |a| truth(unicode::is_space(a.text(0)))),
    ("isprintable", |a| truth(unicode::is_printable(a.text(0)))),
    ("isidentifier", |a| truth(unicode::is_identifier(a.text(0)))),
    ("islower", |a| truth(unicode::is_lower(a.text(0)))),
    ("isupper", |a| truth(unicode::is_upper(a.text(0)))),
    ("istitle", |a| truth(unicode::is_title(a.text(0)))),
];

#[test]
fn agrees_with_tables() {
    check("unicode", OPERATIONS);
}
