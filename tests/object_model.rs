//! Random programs about classes and attributes (`tests/data/object_model.py` makes them from seeds) give
//! the same with inline caches and without, and the same as CPython.
//!
//! `DUNDER_PROGRAMS=<count>` and `DUNDER_SEED=<first>` choose the programs; `DUNDER_REFERENCE=<python>` has
//! them compared with that CPython as well.

use std::path::PathBuf;
use std::process::Command;

/// Programs in one process.
const BATCH: u64 = 20;

fn number(name: &str, default: u64) -> u64 {
    let text = std::env::var(name).ok();
    text.and_then(|text| text.parse().ok()).unwrap_or(default)
}

fn run(interpreter: &str, first: u64, count: u64, uncached: bool) -> String {
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/object_model.py");
    let mut command = Command::new(interpreter);
    command.args(["-W", "ignore"]).arg(script);
    command.args([first.to_string(), count.to_string()]);
    if uncached {
        command.env("DUNDER_UNCACHED", "1");
    }
    let output = command.output().expect("the interpreter runs");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "{interpreter} ended with {} on programs {first}..{}:\n{errors}",
        output.status,
        first + count
    );
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The first line that differs, with the program and the change it comes after.
fn difference(ours: &str, theirs: &str) -> Option<String> {
    let (mut program, mut change) = ("", "");
    let mut theirs_lines = theirs.lines();
    for line in ours.lines() {
        let other = theirs_lines.next().unwrap_or("(nothing)");
        if line.starts_with("####") {
            program = line;
        } else if !line.starts_with(' ') {
            change = line;
        }
        if line != other {
            return Some(format!("{program}, after {change}:\n- {line}\n+ {other}"));
        }
    }
    let rest = theirs_lines.next();
    rest.map(|rest| format!("{program}, after {change}:\n- (nothing)\n+ {rest}"))
}

#[test]
fn caches_and_reference_agree() {
    let (first, count) = (number("DUNDER_SEED", 0), number("DUNDER_PROGRAMS", 60));
    let reference = std::env::var("DUNDER_REFERENCE").ok();
    let mut differences = Vec::new();
    let mut start = first;
    while start < first + count {
        let batch = BATCH.min(first + count - start);
        let ours = run(env!("CARGO_BIN_EXE_dunder"), start, batch, false);
        let plain = run(env!("CARGO_BIN_EXE_dunder"), start, batch, true);
        if let Some(found) = difference(&ours, &plain) {
            differences.push(format!("without caches: {found}"));
        }
        if let Some(python) = &reference {
            let theirs = run(python, start, batch, false);
            if let Some(found) = difference(&ours, &theirs) {
                differences.push(format!("{python}: {found}"));
            }
        }
        start += batch;
    }
    let (found, all) = (differences.len(), differences.join("\n"));
    assert!(differences.is_empty(), "{found} batches differ:\n{all}");
}
