//! Compares trees and errors with CPython's, which `support/*.py` have written down.

#[path = "support/dump.rs"]
mod dump;

use std::path::{Path, PathBuf};

use dunder_grammar::{ErrorKind, Mode, Options, decode_source, parse};

fn golden(directory: &str, extension: &str) -> Vec<PathBuf> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(directory);
    let mut paths: Vec<PathBuf> = std::fs::read_dir(directory)
        .expect("the golden directory")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .collect();
    paths.sort();
    assert!(!paths.is_empty());
    paths
}

#[test]
fn trees() {
    for path in golden("trees", "py") {
        let bytes = std::fs::read(&path).expect("a source");
        let source = decode_source(&bytes).expect("text");
        let options = Options {
            check: false,
            ..Mode::Module.into()
        };
        let parsed = parse(&source, options).unwrap_or_else(|error| panic!("{path:?}: {error:?}"));
        let expected = std::fs::read_to_string(path.with_extension("ast")).expect("its tree");
        let found = dump::dump(&parsed.ast, &source) + "\n";
        for (found, expected) in found.lines().zip(expected.lines()) {
            assert_eq!(found, expected, "{path:?}");
        }
        assert_eq!(found.lines().count(), expected.lines().count(), "{path:?}");
    }
}

/// The error as `support/errors.py` writes it.
fn report(source: &str) -> String {
    let (mode, source) = match source.split_once(':') {
        Some(("single", rest)) => (Mode::Interactive, rest),
        Some(("eval", rest)) => (Mode::Expression, rest),
        _ => (Mode::Module, source),
    };
    let Err(error) = parse(source, mode) else {
        return "OK".into();
    };
    let kind = match error.kind {
        ErrorKind::Syntax => "SyntaxError",
        ErrorKind::Indentation => "IndentationError",
        ErrorKind::Tab => "TabError",
        ErrorKind::Recursion => "RecursionError",
        ErrorKind::Memory => "MemoryError",
    };
    let place = error.location.map_or("None".to_owned(), |place| {
        let end = place
            .end_offset
            .map_or("None".to_owned(), |offset| offset.to_string());
        format!(
            "({}, {}, {}, {end})",
            place.line, place.offset, place.end_line
        )
    });
    format!("{kind}|{}|{place}", error.message)
}

#[test]
fn errors() {
    let mut wrong = Vec::new();
    for path in golden("", "txt") {
        let sources = std::fs::read_to_string(&path).expect("sources");
        let expected = std::fs::read_to_string(path.with_extension("out")).expect("errors");
        assert_eq!(
            sources.lines().count(),
            expected.lines().count(),
            "{path:?}"
        );
        for (source, expected) in sources.split('\n').zip(expected.lines()) {
            let found = report(&source.replace('⏎', "\n").replace('→', "\t")).replace('\n', "⏎");
            if found != expected {
                wrong.push(format!(
                    "{source}\n  found    {found}\n  expected {expected}"
                ));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} differ:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
