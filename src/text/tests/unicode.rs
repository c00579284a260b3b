//! Character data and case conversion.

use super::super::{Text, unicode};
use super::{Answer, Args, Operation, check, shown, truth};

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
    ("data", data),
    ("cases", cases),
];

fn data(args: &Args) -> Answer {
    fn none_or(value: Option<u8>) -> String {
        value.map_or("None".to_owned(), |value| value.to_string())
    }
    let c = args.number(0);
    let record = unicode::record(c);
    let mirrored = u8::from(record.mirrored);
    let number = unicode::numeric_value(c);
    shown(
        [
            record.category,
            record.bidirectional,
            &record.combining.to_string(),
            &mirrored.to_string(),
            record.east_asian_width,
            &none_or(unicode::decimal_value(c)),
            &none_or(unicode::digit_value(c)),
            &number.map_or("None".to_owned(), |n| format!("{:016x}", n.to_bits())),
        ]
        .join(" "),
    )
}

fn cases(args: &Args) -> Answer {
    let c: u32 = args.number(0);
    let one = Text::from_code_point(c);
    let after = |first: u32| [first, c].into_iter().collect::<Text>();
    let sigma = |text: &Text| text.chars().chain([0x3a3]).collect::<Text>();
    let cases = [
        unicode::upper(&one),
        unicode::lower(&one),
        unicode::title(&one),
        unicode::casefold(&one),
        unicode::swapcase(&one),
        unicode::capitalize(&after(c)),
        unicode::lower(&sigma(&one)),
        unicode::lower(&sigma(&after(0x61))),
    ];
    let mut out = Text::from("|").join(&cases)?;
    let tests = [
        unicode::is_alpha(&one),
        unicode::is_printable(&one),
        unicode::is_identifier(&one),
        unicode::is_identifier(&after(0x61)),
        unicode::is_lower(&one),
        unicode::is_upper(&one),
        unicode::is_title(&one),
        unicode::is_space(&one),
        unicode::is_alnum(&one),
    ];
    tests
        .iter()
        .for_each(|&test| out.push(0x30 + u32::from(test)));
    Ok(out)
}

#[test]
fn agrees_with_tables() {
    check("unicode", OPERATIONS);
}
