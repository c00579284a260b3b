//! What `--errors=fancy` and `--errors=json` show: each `tests/reports/<name>.py` is run at 80 and at 40 columns
//! and as JSON, and compared with `<name>.80`, `<name>.40` and `<name>.json`. `DUNDER_UPDATE=1` rewrites those; look at
//! what changes. The test's folder is `$DIR` in them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const DUNDER: &str = env!("CARGO_BIN_EXE_dunder");

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reports")
}

/// Runs the interpreter in the tests' folder without anything of this terminal's.
fn dunder(arguments: &[&str], environment: &[(&str, &str)]) -> Output {
    let mut command = Command::new(DUNDER);
    command.args(arguments).current_dir(folder());
    for name in [
        "NO_COLOR",
        "FORCE_COLOR",
        "PYTHON_COLORS",
        "DUNDER_ERRORS",
        "COLUMNS",
    ] {
        command.env_remove(name);
    }
    command.envs(environment.iter().copied());
    command.output().expect("dunder runs")
}

fn errors(arguments: &[&str], environment: &[(&str, &str)]) -> String {
    let output = dunder(arguments, environment);
    assert_eq!(output.status.code(), Some(1), "{arguments:?}: {output:?}");
    let text = String::from_utf8(output.stderr).expect("UTF-8");
    text.replace(folder().to_str().expect("UTF-8"), "$DIR")
}

fn cases() -> Vec<String> {
    let entries = fs::read_dir(folder()).expect("tests/reports");
    let mut names: Vec<String> = entries
        .filter_map(|entry| {
            let name = entry.ok()?.file_name().into_string().ok()?;
            Some(name.strip_suffix(".py")?.to_owned())
        })
        .collect();
    names.sort();
    names
}

#[test]
fn reports_are_as_they_were() {
    let update = std::env::var_os("DUNDER_UPDATE").is_some();
    let mut wrong = Vec::new();
    for name in cases() {
        for (kind, style, columns) in [
            ("80", "--errors=fancy", "80"),
            ("40", "--errors=fancy", "40"),
            ("json", "--errors=json", "80"),
        ] {
            let script = format!("{name}.py");
            let found = errors(&[style, &script], &[("COLUMNS", columns)]);
            let path = folder().join(format!("{name}.{kind}"));
            if update {
                fs::write(&path, &found).expect("the file can be written");
            } else if fs::read_to_string(&path).ok().as_ref() != Some(&found) {
                wrong.push(format!("{name}.{kind}:\n{found}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The columns of a terminal that a line takes, roughly: what is not Latin counts for two.
fn columns(line: &str) -> usize {
    line.chars()
        .map(|c| match c as u32 {
            0x1100..=0x115F | 0x2E80..=0xD7A3 | 0xFF00..=0xFF60 | 0x1F300..=0x1FAFF => 2,
            _ => 1,
        })
        .sum()
}

#[test]
fn reports_fit_and_marks_stand_below_what_they_mark() {
    for name in cases() {
        for width in [40, 80] {
            let script = format!("{name}.py");
            let shown = errors(
                &["--errors=fancy", &script],
                &[("COLUMNS", &width.to_string())],
            );
            // Titles are not broken, so that they can be searched for.
            for line in shown.lines().filter(|line| line.contains(['│', '╭'])) {
                assert!(columns(line) <= width, "{name} at {width}: {line}");
            }
            assert!(!shown.contains('\x1b'), "{name}: {shown}");
        }
    }
}

#[test]
fn json_tells_the_same_place_as_the_source() {
    for name in cases() {
        let script = format!("{name}.py");
        let shown = errors(&["--errors=json", &script], &[]);
        assert_eq!(shown.lines().count(), 1, "{name}: {shown}");
        let value: serde_json::Value = serde_json::from_str(&shown).expect("JSON");
        assert_eq!(value["severity"], "error");
        assert!(value["type"].is_string() && value["message"].is_string());
    }
    let shown = errors(&["--errors=json", "wide_characters.py"], &[]);
    let value: serde_json::Value = serde_json::from_str(&shown).expect("JSON");
    let source = fs::read_to_string(folder().join("wide_characters.py")).expect("the case");
    let line = source.lines().nth(1).expect("two lines");
    let number = |key: &str| value[key].as_u64().expect("a number") as usize;
    let marked: String = line
        .chars()
        .skip(number("column") - 1)
        .take(number("end_column") - number("column"))
        .collect();
    assert_eq!((number("line"), marked.as_str()), (2, "名前 + 5"));
}

#[test]
fn styles_are_chosen_by_option_and_environment() {
    let failing = ["-c", "1 / 0"];
    let plain = errors(&failing, &[]);
    assert!(plain.starts_with("Traceback"), "{plain}");
    assert_eq!(errors(&failing, &[("DUNDER_ERRORS", "python")]), plain);
    let fancy = errors(&failing, &[("DUNDER_ERRORS", "fancy")]);
    assert!(fancy.contains("<string>:1:1 in <module>"), "{fancy}");
    assert_eq!(errors(&["--errors=fancy", "-c", "1 / 0"], &[]), fancy);
    let both = ["--errors=python", "-c", "1 / 0"];
    assert_eq!(errors(&both, &[("DUNDER_ERRORS", "fancy")]), plain);
    let output = dunder(&["--errors=loud", "-c", "1"], &[]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn colours_are_used_where_they_are_wanted() {
    let coloured = errors(
        &["--errors=fancy", "descriptor_rule.py"],
        &[("FORCE_COLOR", "1")],
    );
    assert!(
        coloured.starts_with("\x1b[1;31mAttributeError\x1b[0m"),
        "{coloured}"
    );
    let none = errors(
        &["--errors=fancy", "descriptor_rule.py"],
        &[("FORCE_COLOR", "1"), ("NO_COLOR", "1")],
    );
    assert!(!none.contains('\x1b'), "{none}");
}

/// A folder for a test's own files.
fn scratch(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&path).expect("a folder");
    path
}

#[test]
fn check_reports_every_error_in_every_style() {
    let path = scratch("check").join("wrong.py");
    let source = "x = 1 +\ndef f(a, a):\n    return (1 2)\n\nif x\n    pass\nprint('never run')\n";
    fs::write(&path, source).expect("the file can be written");
    let file = path.to_str().expect("UTF-8");
    let json = errors(&["--errors=json", "--check", file], &[]);
    let found: Vec<(u64, String)> = json
        .lines()
        .map(|line| {
            let value: serde_json::Value = serde_json::from_str(line).expect("JSON");
            let message = value["message"].as_str().expect("a text").to_owned();
            (value["line"].as_u64().expect("a number"), message)
        })
        .collect();
    let expected = [
        (1, "invalid syntax"),
        (2, "duplicate argument 'a' in function definition"),
        (3, "invalid syntax. Perhaps you forgot a comma?"),
        (5, "expected ':'"),
    ];
    let expected: Vec<(u64, String)> = expected
        .map(|(line, message)| (line, message.to_owned()))
        .into();
    assert_eq!(found, expected);
    let plain = errors(&["--check", file], &[]);
    assert_eq!(plain.matches("SyntaxError: ").count(), 4, "{plain}");
    let fancy = errors(&["--errors=fancy", "--check", file], &[]);
    assert!(fancy.contains("first here"), "{fancy}");

    let fine = scratch("check").join("fine.py");
    fs::write(&fine, "print('never run')\n").expect("the file can be written");
    let output = dunder(&["--check", fine.to_str().expect("UTF-8")], &[]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(0), 0));
    let missing = errors(&["--check", "/no/such/file.py"], &[]);
    assert!(missing.contains("FileNotFoundError"), "{missing}");
    assert_eq!(dunder(&["--check"], &[]).status.code(), Some(2));
}

const SHAPES: &str = "class A:
    x = 1
class B(A):
    pass
b = B()
b.inner = B()
print('ran')
";

#[test]
fn explain_tells_lookups_after_the_program() {
    let path = scratch("explain").join("shapes.py");
    fs::write(&path, SHAPES).expect("the file can be written");
    let file = path.to_str().expect("UTF-8");
    let run = |expression: &str| {
        let output = dunder(&["--explain", expression, file], &[]);
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        let errors = String::from_utf8(output.stderr).expect("UTF-8");
        (output.status.code(), text, errors)
    };
    for (expression, title) in [
        ("b.x", "'x' of a B object"),
        ("B.x", "'x' of class B"),
        ("b.inner.x", "'x' of a B object"),
        ("(b or 1).x", "'x' of a B object"),
    ] {
        let (status, text, errors) = run(expression);
        assert_eq!((status, errors.as_str()), (Some(0), ""), "{expression}");
        assert!(text.starts_with("ran\n"), "{text}");
        assert!(
            text.contains(title) && text.contains("type: A") | text.contains("class: A"),
            "{text}"
        );
    }
    let (status, text, _) = run("b.nothing");
    assert_eq!(status, Some(1));
    assert!(
        text.contains("AttributeError: 'B' object has no attribute 'nothing'"),
        "{text}"
    );
    let (status, text, errors) = run("unknown.x");
    assert_eq!((status, text.as_str()), (Some(1), "ran\n"));
    assert!(
        errors.contains("NameError: name 'unknown' is not defined"),
        "{errors}"
    );
    for wrong in ["b", "b.x()", "1 + 2", "b."] {
        let (status, text, errors) = run(wrong);
        assert_eq!((status, text.as_str()), (Some(2), ""), "{wrong}");
        assert!(errors.contains("not an attribute lookup"), "{errors}");
    }
}

#[test]
fn explain_follows_a_program_that_fails() {
    let path = scratch("explain").join("fails.py");
    fs::write(&path, format!("{SHAPES}b.nothing\n")).expect("the file can be written");
    let output = dunder(
        &[
            "--explain=b.x",
            "--explain=b.nothing",
            path.to_str().expect("UTF-8"),
        ],
        &[],
    );
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert_eq!(output.status.code(), Some(1));
    assert!(
        text.contains("'x' of a B object") && text.contains("'nothing' of a B object"),
        "{text}"
    );
}
