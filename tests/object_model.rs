//! Random programs about classes and attributes (`tests/data/object_model.py` makes them from seeds) give
//! the same with inline caches and without, and the same as CPython. So does every special method, as every
//! kind of thing that a class can have under its name (`tests/data/special_methods.py`).
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

fn run(interpreter: &str, script: &str, arguments: &[String], uncached: bool) -> String {
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data")
        .join(script);
    let mut command = Command::new(interpreter);
    command.args(["-W", "ignore"]).arg(script);
    command.args(arguments);
    if uncached {
        command.env("DUNDER_UNCACHED", "1");
    }
    let output = command.output().expect("the interpreter runs");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "{interpreter} ended with {} on {arguments:?}:\n{errors}",
        output.status
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
    let batches = (first..first + count).step_by(BATCH as usize).map(|start| {
        let batch = BATCH.min(first + count - start);
        vec![start.to_string(), batch.to_string()]
    });
    agree("object_model.py", batches);
}

/// Compared with CPython, all of it is; a tenth otherwise, for the sake of time.
#[test]
fn special_methods_agree() {
    const PARTS: usize = 10;
    let parts = match std::env::var("DUNDER_REFERENCE") {
        Ok(_) => PARTS,
        Err(_) => 1,
    };
    let bases = ["object", "int", "list", "dict", "str", "tuple", "Exception"];
    let batches = bases.iter().flat_map(|base| {
        (0..parts).map(|part| vec![base.to_string(), part.to_string(), PARTS.to_string()])
    });
    agree("special_methods.py", batches);
}

/// Runs the script with each of the arguments: with inline caches, without, and by the reference if there is one.
fn agree(script: &str, batches: impl Iterator<Item = Vec<String>>) {
    let reference = std::env::var("DUNDER_REFERENCE").ok();
    let mut differences = Vec::new();
    for arguments in batches {
        let ours = run(env!("CARGO_BIN_EXE_dunder"), script, &arguments, false);
        let plain = run(env!("CARGO_BIN_EXE_dunder"), script, &arguments, true);
        if let Some(found) = difference(&ours, &plain) {
            differences.push(format!("without caches: {found}"));
        }
        if let Some(python) = &reference {
            let theirs = run(python, script, &arguments, false);
            if let Some(found) = difference(&ours, &theirs) {
                differences.push(format!("{python}: {found}"));
            }
        }
    }
    let (found, all) = (differences.len(), differences.join("\n"));
    assert!(differences.is_empty(), "{found} batches differ:\n{all}");
}
