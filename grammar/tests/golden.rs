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
            place.line,
            place.offset,
            place.end_line.unwrap_or(0)
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

#[test]
fn decoding() {
    use dunder_grammar::decode_file;
    let text = |bytes: &[u8]| decode_source(bytes).map_err(|error| error.message);
    assert_eq!(text(b"\xEF\xBB\xBFx\r\ny\rz"), Ok("x\ny\nz".into()));
    assert_eq!(
        text(b"# -*- coding: latin-1 -*-\n\xE9"),
        Ok("# -*- coding: latin-1 -*-\né".into())
    );
    assert_eq!(
        text(b"#!x\n# vim: set fileencoding=iso-8859-1 :\n\xE9").map(|text| text.len()),
        Ok(43)
    );
    assert_eq!(
        text(b"# coding: UTF_8-unix\nx").map(|text| text.len()),
        Ok(22)
    );
    let cases: [(&[u8], &str, &str); 8] = [
        (
            b"x = 1\n\xff\n",
            "(unicode error) 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte",
            "Non-UTF-8 code starting with '\\xff' in file p on line 2, but no encoding declared; \
             see https://peps.python.org/pep-0263/ for details",
        ),
        (
            b"x = \"\xed\xa0\x80\"\n",
            "(unicode error) 'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte",
            "Non-UTF-8 code starting with '\\xed' in file p on line 1, but no encoding declared; \
             see https://peps.python.org/pep-0263/ for details",
        ),
        (
            b"x=1\n# coding: latin-1\nprint('\xe9')\n",
            "(unicode error) 'utf-8' codec can't decode byte 0xe9 in position 0: unexpected end of data",
            "Non-UTF-8 code starting with '\\xe9' in file p on line 3, but no encoding declared; \
             see https://peps.python.org/pep-0263/ for details",
        ),
        (
            b"a\0b",
            "source code string cannot contain null bytes",
            "source code cannot contain null bytes",
        ),
        (
            b"\xEF\xBB\xBF# coding: latin-1\n",
            "encoding problem: iso-8859-1 with BOM",
            "encoding problem: iso-8859-1 with BOM",
        ),
        (
            b"# coding: foo\n",
            "unknown encoding: foo",
            "encoding problem: foo",
        ),
        (
            b"\n# coding: foo-bar\n",
            "unknown encoding: foo-bar",
            "encoding problem: foo-bar",
        ),
        (
            b"# coding: ascii\nprint(\"\xe9\")\n",
            "'ascii' codec can't decode byte 0xe9 in position 23: ordinal not in range(128)",
            "encoding problem: ascii",
        ),
    ];
    for (bytes, as_bytes, as_file) in cases {
        assert_eq!(text(bytes).unwrap_err(), as_bytes);
        assert_eq!(decode_file(bytes, "p").unwrap_err().message, as_file);
    }
}

/// Whether the prompt asks for another line; the expectations are those of `codeop`.
#[test]
fn incomplete_input() {
    let incomplete = [
        "a = (",
        "if 1:",
        "if 1:\n  pass",
        "def f():\n  x\n  y",
        "for x in (",
        "'''a",
        "'''a\nb",
        "f'''{a",
        "a \\",
        "@a",
        "@a\n",
        "try:\n  a",
        "try:\n  a\n",
        "if 1:\n  pass\nelse:",
        "class A:",
        "f(a,\n b",
        "match a:",
        "match a:\n  case b:",
        "x = {\n 1:",
        "while 1:",
        "with a:",
        "async def f():",
        "def f(",
        "def f():",
        "if 1:\n\n",
        "a = [\n\n",
        "lambda: (",
        "print([1,",
        "if a:\n  b\n  if c:\n    d",
        "try:\n  a\nexcept b:\n  c",
        "'abc\\",
    ];
    let complete = [
        "",
        "a",
        "a = 1",
        "a b",
        "x = ",
        "if 1: pass\n",
        "if 1:\n  pass\n",
        "a = )",
        "'abc",
        "f'abc",
        "#x",
        "\n",
        "a\n",
        "a; b",
        "if",
        "if 1",
        "def f()",
        "class",
        "x = 1 2",
        "return",
        "f() = 1",
        "(a b",
        "a = (1 2",
        "if 1:\npass",
        "else:",
        "1 +",
        "def f(:",
        "import",
        "a.",
        "try: a\nfinally: b\n",
        "'''a'''",
        "match a",
        "\\ x",
        "f(**a, *b",
        "1\n2",
        "a\nb",
    ];
    for source in incomplete {
        assert!(
            dunder_grammar::is_incomplete(source, Mode::Interactive),
            "{source:?} is incomplete"
        );
    }
    for source in complete {
        assert!(
            !dunder_grammar::is_incomplete(source, Mode::Interactive),
            "{source:?} is complete"
        );
    }
}
