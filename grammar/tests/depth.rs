//! Deep and long sources: no stack overflow, no super-linear time.

use dunder_grammar::{ErrorKind, Mode, parse};

fn outcome(source: &str) -> String {
    match parse(source, Mode::Module) {
        Ok(_) => "OK".into(),
        Err(error) => format!("{:?}: {}", error.kind, error.message),
    }
}

#[test]
fn deepest_legal_expressions() {
    for (start, link, end) in [
        ("a", "+a", ""),
        ("a", ".a", ""),
        ("a", "()", ""),
        ("a", "[0]", ""),
    ] {
        let source = format!("{start}{}{end}", link.repeat(9_990));
        assert_eq!(outcome(&source), "OK", "{link}");
    }
    assert_eq!(outcome(&format!("{}a", "not ".repeat(5_000))), "OK");
    assert_eq!(outcome(&format!("{}a", "-".repeat(5_000))), "OK");
    let _ = ErrorKind::Syntax;
}
