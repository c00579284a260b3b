//! The command line where CPython can't be asked: usage, refusals to start, documents made from the table of
//! options, closed pipes, signals. What CPython does as well is in `tests/golden/command_line`.

use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

fn dunder(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dunder"));
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("PYTHON") {
            command.env_remove(name);
        }
    }
    command.args(arguments).stdin(Stdio::null());
    command
}

fn run(command: &mut Command) -> (String, String, Option<i32>) {
    let Output {
        stdout,
        stderr,
        status,
    } = command.output().expect("dunder runs");
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    (text(stdout), text(stderr), status.code())
}

fn printed(arguments: &[&str]) -> String {
    let (out, err, status) = run(&mut dunder(arguments));
    assert_eq!((err.as_str(), status), ("", Some(0)), "of {arguments:?}");
    out
}

/// A folder of the test's own, removed at its end.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Scratch {
        let folder = std::env::temp_dir().join(format!("dunder-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("the folder is made");
        Scratch(folder)
    }

    fn file(&self, name: &str, content: &str) -> String {
        let path = self.0.join(name);
        std::fs::write(&path, content).expect("the file is written");
        path.to_string_lossy().into_owned()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn what_makes_no_sense_shows_the_usage() {
    for (arguments, complaint) in [
        (&["-Z"][..], "Unknown option: -Z"),
        (&["-iZ"], "Unknown option: -Z"),
        (&["-VZ"], "Unknown option: -Z"),
        (&["--nonsense"], "unknown option --nonsense"),
        (&["--help=x"], "unknown option --help=x"),
        (&["--check=x"], "unknown option --check=x"),
        (&["-c"], "Argument expected for the -c option"),
        (&["-m"], "Argument expected for the -m option"),
        (&["-X"], "Argument expected for the -X option"),
        (&["--timeout"], "Argument expected for the --timeout option"),
        (&["--timeout=x"], "--timeout: not a number: x"),
        (&["--timeout=-1"], "--timeout: not a number: -1"),
        (&["--max-steps=1.5"], "--max-steps: not a number: 1.5"),
        (&["--max-memory=5X"], "--max-memory: not a number: 5X"),
        (
            &["--completions=dash"],
            "--completions: one of bash, zsh, fish, not dash",
        ),
        (
            &["--check-hash-based-pycs", "x"],
            "--check-hash-based-pycs must be one of 'default', 'always', or 'never'",
        ),
    ] {
        let (out, err, status) = run(&mut dunder(arguments));
        let name = env!("CARGO_BIN_EXE_dunder");
        let usage = format!(
            "{complaint}\nusage: {name} [option] ... [-c cmd | -m mod | file | -] [arg] ...\n\
             Try `dunder -h' for more information.\n"
        );
        assert_eq!((out.as_str(), err, status), ("", usage, Some(2)));
    }
}

#[test]
fn a_start_may_be_impossible() {
    let digits = "invalid limit; must be >= 640 or 0 for unlimited.";
    for (option, variable, complaint) in [
        ("int_max_str_digits=9", ("", ""), format!("config_init_int_max_str_digits: -X int_max_str_digits: {digits}")),
        ("a", ("PYTHONINTMAXSTRDIGITS", "x"), format!("config_init_int_max_str_digits: PYTHONINTMAXSTRDIGITS: {digits}")),
        ("a", ("PYTHONHASHSEED", "-1"), "config_init_hash_seed: PYTHONHASHSEED must be \"random\" or an integer in range [0; 4294967295]".to_owned()),
        ("cpu_count=0", ("", ""), "config_init_cpu_count: -X cpu_count=n option: n is missing or an invalid number, n must be greater than 0".to_owned()),
    ] {
        let mut command = dunder(&["-X", option, "-c", "print(1)"]);
        if !variable.0.is_empty() {
            command.env(variable.0, variable.1);
        }
        let (out, err, status) = run(&mut command);
        let refusal = format!("Fatal Python error: {complaint}\nPython runtime state: preinitialized\n\n");
        assert_eq!((out.as_str(), err, status), ("", refusal, Some(1)));
    }
    let (out, err, status) =
        run(dunder(&["-c", "print(1)"]).env("PYTHONIOENCODING", "no-such-encoding"));
    let complaint = "LookupError: unknown encoding: no-such-encoding\n";
    assert_eq!(
        (out.as_str(), err.as_str(), status),
        ("", complaint, Some(1))
    );
    // With -E nobody asks.
    let (out, ..) = run(dunder(&["-E", "-c", "print(1)"]).env("PYTHONHASHSEED", "x"));
    assert_eq!(out, "1\n");
}

#[test]
fn hash_seeds_make_hashes_the_same() {
    let hash = |seed: &str| {
        run(dunder(&["-c", "print(hash('a'), hash(b'b'))"]).env("PYTHONHASHSEED", seed)).0
    };
    assert_eq!(hash("7"), hash("7"));
    assert_ne!(hash("7"), hash("8"));
    assert_ne!(hash("random"), hash("random"));
}

#[test]
fn help_lists_every_option() {
    let help = printed(&["-h"]);
    assert_eq!(help, printed(&["-?"]));
    assert_eq!(help, printed(&["-V", "--help", "-c", "1"]));
    for text in [
        "-c cmd ",
        "-V, --version",
        "--timeout=S",
        "file  ",
        "sys.argv[1:]",
    ] {
        assert!(help.contains(text), "{text}");
    }
    let all = printed(&["--help-all"]);
    assert!(all.starts_with(&help));
    assert!(all.contains(&printed(&["--help-env"])));
    assert!(all.contains(&printed(&["--help-xoptions"])));
    assert!(
        all.lines()
            .all(|line| line.len() < 80 || line.starts_with("usage:"))
    );
}

#[test]
fn versions_are_told() {
    let version = printed(&["-V"]);
    assert!(version.starts_with("Python 3.13.0 (Dunder "), "{version}");
    assert_eq!(version, printed(&["--version", "script.py"]));
    assert!(printed(&["-VV"]).starts_with(version.trim_end()));
}

/// The output of a program that may not be on this machine.
fn tool(name: &str, arguments: &[&str], input: &str) -> Option<(String, String)> {
    let mut child = Command::new(name)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .ok()?;
    let mut stdin = child.stdin.take()?;
    stdin.write_all(input.as_bytes()).ok()?;
    drop(stdin);
    let output = child.wait_with_output().ok()?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Some((text(&output.stdout), text(&output.stderr)))
}

#[test]
fn the_manual_page_is_well_formed() {
    let page = printed(&["--man"]);
    for text in [
        ".TH DUNDER 1",
        "\\-\\-timeout=S",
        "PYTHONPATH",
        ".SH EXIT STATUS",
    ] {
        assert!(page.contains(text), "{text}");
    }
    if let Some((shown, complaints)) = tool("groff", &["-man", "-ww", "-Tascii"], &page) {
        assert_eq!(complaints, "");
        assert!(shown.contains("dunder - a Python interpreter"));
    }
}

#[test]
fn completions_are_made_for_bash() {
    let script = printed(&["--completions", "bash"]);
    let complete = |words: &str| {
        let count = words.split(' ').count();
        let call = format!(
            "{script}\nCOMP_WORDS=({words}); COMP_CWORD={}; _dunder; echo ${{COMPREPLY[@]}}",
            count - 1
        );
        tool("bash", &[], &call)
    };
    let Some((out, complaints)) = complete("dunder --ti") else {
        return;
    };
    assert_eq!((out.as_str(), complaints.as_str()), ("--timeout\n", ""));
    for (words, expected) in [
        ("dunder --completions z", "zsh"),
        ("dunder --completions = z", "zsh"),
        ("dunder -m unitt", "unittest"),
        ("dunder -X de", "dev"),
        ("dunder -W ignore --no", "--no-io"),
        ("dunder script.py --no", ""),
        ("dunder -c pass --no", ""),
    ] {
        let answer = complete(words).map(|(out, _)| out.trim_end().to_owned());
        assert_eq!(answer.as_deref(), Some(expected), "{words}");
    }
}

#[test]
fn completions_are_made_for_zsh_and_fish() {
    for (shell, sign) in [("zsh", "'--timeout=["), ("fish", " -l timeout -x -d ")] {
        let script = printed(&["--completions", shell]);
        assert!(script.contains(sign), "{script}");
        if let Some((_, complaints)) = tool(shell, &["-n"], &script) {
            assert_eq!(complaints, "", "{shell}");
        }
    }
    let script = printed(&["--completions", "fish"]);
    let asked = format!("{script}\ncomplete -C 'dunder --timeo'");
    if let Some((out, _)) = tool("fish", &[], &asked) {
        assert!(out.starts_with("--timeout"), "{out}");
    }
}

#[test]
fn a_closed_pipe_ends_a_program() {
    let endless = "import itertools\nfor i in itertools.count(): print(i)";
    let mut child = dunder(&["-c", endless])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("dunder runs");
    let mut first = [0; 4];
    let mut pipe = child.stdout.take().expect("a pipe");
    pipe.read_exact(&mut first).expect("numbers");
    drop(pipe);
    let output = child.wait_with_output().expect("it ends");
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{err}");
    assert!(
        err.starts_with("Traceback (most recent call last):\n"),
        "{err}"
    );
    assert!(
        err.ends_with("BrokenPipeError: [Errno 32] Broken pipe\n"),
        "{err}"
    );
}

#[test]
fn output_nobody_can_take_is_told_at_the_end() {
    let Ok(full) = std::fs::File::create("/dev/full") else {
        return;
    };
    let mut child = dunder(&["-c", "print('lost')"])
        .stdout(full)
        .stderr(Stdio::piped())
        .spawn()
        .expect("dunder runs");
    let mut err = String::new();
    let mut pipe = child.stderr.take().expect("a pipe");
    pipe.read_to_string(&mut err).expect("text");
    assert_eq!(child.wait().expect("it ends").code(), Some(120));
    assert_eq!(
        err,
        "Exception ignored on flushing sys.stdout:\nOSError: [Errno 28] No space left on device\n"
    );
}

#[test]
#[cfg(unix)]
fn an_interrupt_is_what_the_program_dies_of() {
    use std::os::unix::process::ExitStatusExt;
    // A shell without job control has its background jobs ignore the signal, and the program would, too.
    let program = "import os, signal\n\
        if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:\n    \
            signal.signal(signal.SIGINT, signal.default_int_handler)\n\
        os.kill(os.getpid(), signal.SIGINT)\nwhile True: pass";
    let output = dunder(&["-c", program]).output().expect("dunder runs");
    assert_eq!(output.status.signal(), Some(2));
    let err = String::from_utf8_lossy(&output.stderr);
    assert!(err.ends_with("KeyboardInterrupt\n"), "{err}");
}

#[test]
#[cfg(unix)]
fn arguments_may_be_any_bytes() {
    use std::os::unix::ffi::OsStrExt;
    let argument = std::ffi::OsStr::from_bytes(b"a\xffb\xc3\xa9");
    let program = "import os, sys; print(ascii(sys.argv[1]), os.fsencode(sys.orig_argv[-1]))";
    let (out, ..) = run(dunder(&["-c", program]).arg(argument));
    assert_eq!(out, "'a\\udcffb\\xe9' b'a\\xffb\\xc3\\xa9'\n");
}

#[test]
fn tests_are_run_as_a_module() {
    let scratch = Scratch::new("unittest");
    scratch.file(
        "test_sums.py",
        "import unittest\nclass Sums(unittest.TestCase):\n    def test_right(self): self.assertEqual(1 + 1, 2)\n    def test_wrong(self): self.assertTrue([])\n",
    );
    let (out, err, status) = run(dunder(&["-m", "unittest"]).current_dir(&scratch.0));
    assert_eq!((out.as_str(), status), ("", Some(1)), "{err}");
    assert!(
        err.contains("FAIL: test_wrong (test_sums.Sums.test_wrong)"),
        "{err}"
    );
    assert!(err.ends_with("FAILED (failures=1)\n"), "{err}");
    let help = printed(&["-m", "pydoc", "len"]);
    assert!(help.starts_with("Help on built-in function len in module builtins:\n"));
}

#[test]
fn all_files_are_checked() {
    let scratch = Scratch::new("check");
    let good = scratch.file("good.py", "print('never run')\n");
    let bad = scratch.file("bad.py", "def f(:\n    pass\n");
    assert_eq!(printed(&["--check", &good]), "");
    let (out, err, status) = run(&mut dunder(&["--check", &bad, &good, &bad]));
    assert_eq!((out.as_str(), status), ("", Some(1)));
    assert_eq!(
        err.matches("SyntaxError: invalid syntax").count(),
        2,
        "{err}"
    );
}

#[test]
fn help_explains_keywords_and_topics() {
    let help = |what: &str| printed(&["-c", &format!("help({what:?})")]);
    assert!(help("for").contains("Related help topics: break, continue, while"));
    assert!(help("+=").contains("a += 1"));
    assert!(help("keywords").contains("nonlocal"));
    assert!(help("SLOTS").contains("__slots__"));
    let topics = printed(&[
        "-c",
        "import _pydoc_topics as t\n\
         known = {**t.TOPICS, **t.KEYWORDS}\n\
         for table in t.TOPICS, t.KEYWORDS, t.SYMBOLS:\n\
        \x20   for name, row in table.items():\n\
        \x20       for other in (row if isinstance(row, str) else row[1]).split():\n\
        \x20           assert other in known, (name, other)\n\
         import keyword\n\
         print(sorted(t.KEYWORDS) == keyword.kwlist)",
    ]);
    assert_eq!(topics, "True\n");
}
