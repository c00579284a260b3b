//! Programs that use up the address space end in MemoryError, never in an abort.
#![cfg(target_os = "linux")]

use std::process::Command;

/// Kibibytes of address space.
const LIMIT: u32 = 300_000;

fn last_line(program: &str) -> String {
    let output = Command::new("sh")
        .arg("-c")
        .arg(format!("ulimit -v {LIMIT}; exec \"$0\" -c \"$1\""))
        .args([env!("CARGO_BIN_EXE_dunder"), program])
        .output()
        .expect("sh runs");
    assert_eq!(output.status.code(), Some(1), "{program}: {output:?}");
    let errors = String::from_utf8_lossy(&output.stderr);
    errors.lines().last().unwrap_or_default().to_owned()
}

#[test]
fn growing_without_end_is_a_memory_error() {
    for grow in [
        "kept.append(object())",
        "kept.append(lambda: 1)",
        "kept.append((i for i in kept))",
        "kept.append('text' * 100 + str(len(kept)))",
        "kept.append({len(kept): [kept]})",
    ] {
        let program = format!("kept = []\nwhile True: {grow}");
        assert_eq!(last_line(&program), "MemoryError", "{grow}");
    }
}

#[test]
fn deep_recursion_in_little_space_is_a_recursion_error() {
    let program = "import sys\nsys.setrecursionlimit(10**6)\ndef f(n): return f(n + 1) + 1\nf(0)";
    let line = last_line(program);
    assert!(line.starts_with("RecursionError: "), "{line}");
}
