//! Limits and confinement: whatever the script, the end is an error that names the limit, and soon.

use std::io::Write;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

/// Far more than any of these programs may take.
const SOON: Duration = Duration::from_secs(30);

fn dunder(options: &[&str], program: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dunder"));
    let start = Instant::now();
    let mut child = command
        .args(options)
        .arg("-")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = child.stdin.take().expect("it has an input");
    input.write_all(program.as_bytes()).expect("it reads");
    drop(input);
    let output = child.wait_with_output().expect("it ends");
    assert!(start.elapsed() < SOON, "{program}");
    output
}

fn last_line(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    text.lines().last().unwrap_or_default().to_owned()
}

/// The program ends with status 1 and this last line.
fn ends_with(options: &[&str], program: &str, line: &str) {
    let output = dunder(options, program);
    assert_eq!(last_line(&output.stderr), line, "{program}");
    assert_eq!(output.status.code(), Some(1), "{program}");
}

const ENDLESS: &[&str] = &[
    "while True: pass",
    "def f(): f()\nwhile True:\n  try: f()\n  except RecursionError: pass",
    "sum(range(10 ** 12))",
    "max(iter(int, 1))",
    "import itertools\nfor x in itertools.count(): pass",
    "import itertools\nset(itertools.repeat(1))",
    "any(x for x in iter(int, 1))",
    "import re\nre.match('(a*)*b', 'a' * 60)",
    "while True:\n  try:\n    while True: pass\n  except BaseException: pass",
    "class A:\n  def __eq__(self, other): return False\n  def __hash__(self): return 1\nd = {}\nwhile True: d[A()] = 1",
];

/// CPython crashes on most of them, so no golden case can hold what it does.
const LEADS_TO_ITSELF: &[&str] = &[
    "import operator\nclass A: b = property(operator.attrgetter('b'))\nA().b",
    "class A: __len__ = property(len)\nlen(A())",
    "class A: __bool__ = property(bool)\nbool(A())",
    "class A: __dir__ = property(dir)\ndir(A())",
    "import operator\nclass A: __neg__ = property(operator.neg)\n-A()",
    "import operator\nclass A: __index__ = property(operator.index)\noperator.index(A())",
    "class D(dict): pass\nD.__missing__ = D.__getitem__\nD()[1]",
    "import itertools\nx = []\nx.append(itertools.chain.from_iterable(x))\nnext(x[0])",
    "p = property()\np.__init__(p.__get__)\nclass A: b = p\nA().b",
];

#[test]
fn native_calls_that_lead_to_themselves_are_recursion() {
    for program in LEADS_TO_ITSELF {
        let line = "RecursionError: maximum recursion depth exceeded while calling a Python object";
        ends_with(&[], program, line);
    }
}

#[test]
fn time_ends_everything() {
    for program in ENDLESS {
        let line = "dunder.TimeLimitExceeded: more than 0.5 s";
        ends_with(&["--timeout=0.5"], program, line);
    }
    let line = "dunder.TimeLimitExceeded: more than 0.5 s";
    ends_with(&["--timeout=0.5"], "import time\ntime.sleep(1000)", line);
}

#[test]
fn steps_end_everything() {
    for program in ENDLESS {
        let line = "dunder.StepLimitExceeded: more than 20000 steps";
        ends_with(&["--max-steps=20000"], program, line);
    }
}

#[test]
fn steps_are_exact() {
    let turns = |n: u32| format!("for i in range({n}): pass\nprint('done')");
    let least = (0..400)
        .find(|steps| {
            let output = dunder(&[&format!("--max-steps={steps}")], &turns(100));
            output.status.success()
        })
        .expect("some number of steps is enough");
    assert!((100..200).contains(&least), "{least}");
    let options = format!("--max-steps={}", least + 900);
    assert!(dunder(&[&options], &turns(1000)).status.success());
    let options = format!("--max-steps={}", least + 899);
    assert!(!dunder(&[&options], &turns(1000)).status.success());
}

#[test]
fn memory_ends_in_memory_error() {
    for program in [
        "x = []\nwhile True: x.append('a' * 1000)",
        "x = []\nwhile True: x = [x]",
        "d = {}\nfor i in range(10 ** 9): d[i] = i",
        "s = 'x'\nwhile True: s += s",
    ] {
        let output = dunder(&["--max-memory=60M", "--timeout=20"], program);
        assert!(
            last_line(&output.stderr).starts_with("MemoryError"),
            "{program}"
        );
    }
    for program in ["[0] * 10 ** 9", "'a' * 10 ** 9", "bytes(10 ** 9)"] {
        let output = dunder(&["--max-memory=60M"], program);
        assert!(
            last_line(&output.stderr).starts_with("MemoryError"),
            "{program}"
        );
    }
}

#[test]
fn a_program_that_keeps_to_its_limits_does_not_notice() {
    let program = "print(sum(x * x for x in range(1000)))";
    let limits = ["--max-steps=100000", "--timeout=20", "--max-memory=100M"];
    let output = dunder(&limits, program);
    assert_eq!(last_line(&output.stdout), "332833500");
    assert!(output.status.success());
}

#[test]
fn finally_and_output_are_not_lost() {
    let output = dunder(&["--max-steps=5000"], "print('before')\nwhile True: pass");
    assert_eq!(last_line(&output.stdout), "before");
}

#[test]
fn without_io_nothing_is_reached() {
    for program in [
        "open('/etc/passwd')",
        "import os\nos.listdir('/')",
        "import os\nos.getcwd()",
        "import os\nos.mkdir('x')",
    ] {
        let output = dunder(&["--no-io"], program);
        let line = last_line(&output.stderr);
        assert!(
            line.starts_with("PermissionError: [Errno 13] no access to the machine"),
            "{program}: {line}"
        );
    }
    let output = dunder(
        &["--no-io"],
        "import json, re, os\nprint(json.dumps([1]), dict(os.environ))",
    );
    assert_eq!(last_line(&output.stdout), "[1] {}");
}
