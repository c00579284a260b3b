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
fn taking_from_what_never_ends_is_a_memory_error() {
    let start = "import array, collections, gc, itertools\ngc.disable()\n\
                 def endless(x):\n while True: yield x\n\
                 def fresh():\n while True: yield []\n";
    for take in [
        "first, *rest = endless(None)",
        "first, *rest = fresh()",
        "[x for x in fresh()]",
        "[*endless(None)]",
        "{*itertools.count()}",
        "list(endless(None))",
        "print(*endless(None))",
        "collections.deque(endless(None))",
        "bytes(endless(0))",
        "bytearray().extend(endless(0))",
        "array.array('q', endless(0))",
        "array.array('q').extend(endless(0))",
    ] {
        assert_eq!(
            last_line(&format!("{start}{take}")),
            "MemoryError",
            "{take}"
        );
    }
}

#[test]
fn memory_that_comes_back_can_run_out_again() {
    let program = "import gc\ngc.disable()\n\
                   for number in range(4):\n try: kept = list(iter(list, 0))\n except MemoryError: pass\n\
                   gc.collect()\nlist(iter(list, 0))";
    assert_eq!(last_line(program), "MemoryError");
}

#[test]
fn deep_recursion_in_little_space_is_a_recursion_error() {
    let program = "import sys\nsys.setrecursionlimit(10**6)\ndef f(n): return f(n + 1) + 1\nf(0)";
    let line = last_line(program);
    assert!(line.starts_with("RecursionError: "), "{line}");
}
