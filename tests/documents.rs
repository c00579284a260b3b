//! The examples in the documents: a block of `python` followed by a block of `text` is a program and
//! what Dunder prints for it.

use std::fs;
use std::path::Path;
use std::process::Command;

/// The (program, output) pairs of a document.
fn examples(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut program: Option<String> = None;
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let Some(language) = line.strip_prefix("```") else {
            continue;
        };
        let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        let body = body.join("\n") + "\n";
        match (language, program.take()) {
            ("python", _) => program = Some(body),
            ("text", Some(program)) => found.push((program, body)),
            _ => {}
        }
    }
    found
}

#[test]
fn explanations_are_as_documented() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/EXPLAIN.md");
    let text = fs::read_to_string(path).expect("the document exists");
    let examples = examples(&text);
    assert!(examples.len() >= 3, "the document has examples");
    for (program, expected) in examples {
        let output = Command::new(env!("CARGO_BIN_EXE_dunder"))
            .args(["-c", &program])
            .output()
            .expect("dunder runs");
        let printed = String::from_utf8_lossy(&output.stdout);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert_eq!(printed, expected, "of\n{program}\nstderr:\n{errors}");
    }
}
