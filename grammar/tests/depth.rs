//! Deep, long and hostile sources: CPython's answer, in time, and no stack overflow.

use dunder_grammar::{Mode, parse};

fn outcome(source: &str) -> String {
    match parse(source, Mode::Module) {
        Ok(_) => "OK".into(),
        Err(error) => error.message,
    }
}

const TOO_DEEP: &str = "maximum recursion depth exceeded during compilation";
const TOO_COMPLEX: &str = "Parser stack overflowed - Python source too complex to parse";
const TOO_NESTED: &str = "too many nested parentheses";

/// What is repeated, how often, between what, and CPython's answer.
const REPEATED: &[(&str, &str, usize, &str, &str)] = &[
    ("a", "+a", 9_990, "", "OK"),
    ("a", ".a", 9_990, "", "OK"),
    ("a", "()", 9_990, "", "OK"),
    ("a", "[0]", 9_990, "", "OK"),
    ("", "-", 5_900, "a", "OK"),
    ("", "not ", 5_900, "a", "OK"),
    ("", "a if b else ", 5_900, "c", "OK"),
    ("", "lambda: ", 2_900, "c", "OK"),
    ("", "a**", 2_900, "c", "OK"),
    ("a", "+a", 200_000, "", TOO_DEEP),
    ("a", ".a", 100_000, "", TOO_DEEP),
    ("a", "()", 100_000, "", TOO_DEEP),
    ("a", "[0]", 100_000, "", TOO_DEEP),
    ("", "-", 1_000_000, "1", TOO_COMPLEX),
    ("", "-", 100_000, ")", TOO_COMPLEX),
    ("", "not ", 100_000, "a", TOO_COMPLEX),
    ("", "a if b else ", 50_000, "c", TOO_COMPLEX),
    ("", "a if b else ", 50_000, "", TOO_COMPLEX),
    ("", "lambda: ", 50_000, "c", TOO_COMPLEX),
    ("", "a**", 50_000, "c", TOO_COMPLEX),
    ("if a: pass\n", "elif a: pass\n", 5_900, "", "OK"),
    ("if a: pass\n", "elif a: pass\n", 20_000, "", TOO_COMPLEX),
    ("", "(", 100_000, "", TOO_NESTED),
    ("", "[", 100_000, "", TOO_NESTED),
    ("", "{", 100_000, "", TOO_NESTED),
    ("", "f'{", 1_000, "", "too many nested f-strings"),
    ("", "a and ", 20_000, "c", "OK"),
    ("", "a < ", 20_000, "c", "OK"),
    ("", "a = ", 20_000, "c", "OK"),
    ("", "a;", 20_000, "", "OK"),
    ("", "a\n", 20_000, "", "OK"),
    ("f(", "a, ", 20_000, ")", "OK"),
    (
        "f(",
        "a, ",
        20_000,
        "a b)",
        "invalid syntax. Perhaps you forgot a comma?",
    ),
    ("{", "1: 2, ", 20_000, "}", "OK"),
    ("", "'a' ", 20_000, "", "OK"),
    ("", "a = 1\n", 20_000, "b c", "invalid syntax"),
    ("def f():\n", "  a(b)\n", 20_000, "  b c", "invalid syntax"),
    ("x = (\n", "a = 1\n", 20_000, "", "'(' was never closed"),
    ("", "\\\n", 20_000, "", "unexpected EOF while parsing"),
    (
        "'",
        "x",
        20_000,
        "",
        "unterminated string literal (detected at line 1)",
    ),
    ("", "*", 20_000, "", "invalid syntax"),
    ("", "@", 20_000, "", "invalid syntax"),
    ("", "\t", 20_000, "x", "unexpected indent"),
    ("#", "x", 100_000, "", "OK"),
];

#[test]
fn repeated() {
    for (start, repeated, times, end, expected) in REPEATED {
        let source = format!("{start}{}{end}", repeated.repeat(*times));
        assert_eq!(&outcome(&source), expected, "{start}{repeated}...{end}");
    }
}

#[test]
fn nested_blocks() {
    let nested = |depth: usize| -> String {
        (0..depth)
            .map(|level| " ".repeat(level) + "if 1:\n")
            .collect::<String>()
            + &" ".repeat(depth)
            + "pass"
    };
    assert_eq!(outcome(&nested(99)), "OK");
    assert_eq!(outcome(&nested(1_000)), "too many levels of indentation");
}

#[test]
fn garbage() {
    let mut state = 1_u64;
    let mut random = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 33) as usize
    };
    let pieces = [
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "'",
        "\"",
        "'''",
        "f'",
        "f\"\"\"",
        "{x",
        ":",
        "=",
        "!",
        "\\",
        "\n",
        "  ",
        "\t",
        "if",
        "else",
        "def",
        "lambda",
        "match",
        "case",
        "x",
        "1",
        "1e",
        "0x",
        ".",
        "*",
        "@",
        "é",
        "€",
        "\u{1F600}",
        "\u{0}",
        "\r",
        "\u{c}",
        "#",
        ";",
        "async",
        "\u{feff}",
        "yield",
        ":=",
        "->",
        "b'",
        "\\N{",
        "\\x",
        "with",
        "as",
        "import",
    ];
    for _ in 0..3_000 {
        let length = random() % 30;
        let source: String = (0..length)
            .map(|_| pieces[random() % pieces.len()])
            .collect();
        for mode in [Mode::Module, Mode::Interactive, Mode::Expression] {
            let _ = parse(&source, mode);
        }
        let bytes: Vec<u8> = (0..length).map(|_| random() as u8).collect();
        let _ = dunder_grammar::decode_source(&bytes).map(|source| parse(&source, Mode::Module));
    }
}
