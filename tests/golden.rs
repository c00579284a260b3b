//! The golden tests: every `tests/golden/<area>/<name>.py` and every `examples/<name>.py` is one
//! test, run by the built `dunder` and compared byte for byte with what CPython 3.13 printed.
//!
//! Beside a case `name.py` lie
//! - `name.out`, and `name.err` and `name.exit` where stderr is not empty or the status is not 0;
//! - optionally `name.in` (standard input) and `name.args` (arguments, one a line), or `name.cmd`:
//!   the interpreter's whole command line, one argument a line (`\n` in it is a line break), in place
//!   of the script's name;
//! - optionally `name.env`: variables of its environment, `NAME=value` a line.
//!
//! A case runs in its own folder under its bare file name, so that tracebacks are the same on every
//! machine; where the folder's absolute path is printed all the same, `$DIR` stands for it, and `$PYTHON`
//! for the interpreter's. `SCRATCH`
//! in the environment names an empty folder that is removed afterwards. Folders whose names begin
//! with `_` hold helpers of cases, not cases.
//!
//! `DUNDER_REFERENCE=<python>` runs every case under that CPython as well, which must agree with the
//! files. `DUNDER_UPDATE=1` with it rewrites them from the reference; they never come from Dunder.
//!
//! `DUNDER_UNDER="<program> <arguments>"` has that program run Dunder, as valgrind does.
//!
//! An intended difference is declared in the case by a line `# dunder-differs: <reason>`, with what
//! Dunder prints in `name.dunder.out`, `.dunder.err` and `.dunder.exit` (each standing in for its
//! namesake). The test fails when the difference has disappeared.

use std::fmt::Write as _;
use std::fs;
use std::io::{self, Read, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use libtest_mimic::{Arguments, Failed, Trial};
use similar::TextDiff;

const DIFFERS: &str = "# dunder-differs:";
const DUNDER: &str = env!("CARGO_BIN_EXE_dunder");
const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn main() -> ExitCode {
    let mut arguments: Vec<_> = std::env::args_os().collect();
    // `cargo test golden -- <filter>` hands both words on; the first only names this test binary.
    if arguments.get(1).is_some_and(|first| first == "golden") {
        arguments.remove(1);
    }
    let arguments = Arguments::from_iter(arguments);
    let cases = match discover() {
        Ok(cases) => cases,
        Err(error) => {
            eprintln!("cannot list the golden cases: {error}");
            return ExitCode::FAILURE;
        }
    };
    let mode = Mode::from_environment();
    let trials = cases
        .into_iter()
        .map(|case| {
            let mode = mode.clone();
            Trial::test(case.name.clone(), move || check(&case, &mode))
        })
        .collect();
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// What the environment asks for.
#[derive(Clone)]
struct Mode {
    reference: Option<PathBuf>,
    update: bool,
    timeout: Duration,
    /// A program that Dunder is run by, and its arguments.
    under: Vec<String>,
}

impl Mode {
    fn from_environment() -> Mode {
        let seconds = std::env::var("DUNDER_TIMEOUT")
            .ok()
            .and_then(|text| text.parse().ok());
        Mode {
            reference: std::env::var_os("DUNDER_REFERENCE").map(PathBuf::from),
            update: std::env::var_os("DUNDER_UPDATE").is_some(),
            timeout: Duration::from_secs(seconds.unwrap_or(60)),
            under: std::env::var("DUNDER_UNDER")
                .unwrap_or_default()
                .split_whitespace()
                .map(str::to_owned)
                .collect(),
        }
    }
}

/// One script and where its expectations lie.
struct Case {
    /// `<area>/<name>`, the test's name.
    name: String,
    script: PathBuf,
    /// The expectation files' common path, without an extension.
    stem: PathBuf,
}

impl Case {
    fn new(area: &str, script: PathBuf, expectations: &Path) -> Case {
        let base = script
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        Case {
            name: format!("{area}/{base}"),
            stem: expectations.join(base),
            script,
        }
    }

    fn companion(&self, extension: &str) -> PathBuf {
        let mut path = self.stem.clone().into_os_string();
        path.push(extension);
        PathBuf::from(path)
    }

    /// The interpreter's arguments.
    fn command_line(&self) -> io::Result<Vec<String>> {
        if let Some(text) = read_optional(&self.companion(".cmd"))? {
            return Ok(lines(&text)
                .into_iter()
                .map(|argument| argument.replace("\\n", "\n"))
                .collect());
        }
        let script = self
            .script
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let mut command = vec![script];
        if let Some(text) = read_optional(&self.companion(".args"))? {
            command.extend(lines(&text));
        }
        Ok(command)
    }

    /// The reason for which Dunder is meant to differ here, if the case gives one.
    fn intended_difference(&self) -> io::Result<Option<String>> {
        let source = String::from_utf8_lossy(&fs::read(&self.script)?).into_owned();
        Ok(source
            .lines()
            .find_map(|line| line.strip_prefix(DIFFERS))
            .map(|reason| reason.trim().to_owned()))
    }

    /// What CPython prints, according to the files.
    fn expected(&self) -> io::Result<Option<Outcome>> {
        let Some(out) = read_optional(&self.companion(".out"))? else {
            return Ok(None);
        };
        let err = read_optional(&self.companion(".err"))?.unwrap_or_default();
        let exit = read_optional(&self.companion(".exit"))?.unwrap_or_else(|| b"0".to_vec());
        Ok(Some(Outcome {
            out,
            err,
            exit: String::from_utf8_lossy(&exit).trim().to_owned(),
        }))
    }

    /// What Dunder is meant to print where it is meant to differ.
    fn expected_difference(&self, reference: &Outcome) -> io::Result<Outcome> {
        let or = |extension: &str, otherwise: &[u8]| -> io::Result<Vec<u8>> {
            Ok(read_optional(&self.companion(extension))?.unwrap_or_else(|| otherwise.to_vec()))
        };
        let exit = or(".dunder.exit", reference.exit.as_bytes())?;
        Ok(Outcome {
            out: or(".dunder.out", &reference.out)?,
            err: or(".dunder.err", &reference.err)?,
            exit: String::from_utf8_lossy(&exit).trim().to_owned(),
        })
    }

    fn write_expected(&self, outcome: &Outcome) -> io::Result<()> {
        fs::write(self.companion(".out"), &outcome.out)?;
        let write_unless = |is_default: bool, extension: &str, content: &[u8]| {
            let path = self.companion(extension);
            match is_default {
                false => fs::write(path, content),
                true if path.exists() => fs::remove_file(path),
                true => Ok(()),
            }
        };
        write_unless(outcome.err.is_empty(), ".err", &outcome.err)?;
        write_unless(
            outcome.exit == "0",
            ".exit",
            format!("{}\n", outcome.exit).as_bytes(),
        )
    }
}

/// What a run left behind.
#[derive(PartialEq, Eq)]
struct Outcome {
    out: Vec<u8>,
    err: Vec<u8>,
    exit: String,
}

impl Outcome {
    /// Whether the process ended by a panic or a signal.
    fn crashed(&self) -> bool {
        let panicked = self.err.windows(11).any(|text| text == b"panicked at");
        panicked || self.exit.parse::<u8>().is_err()
    }

    /// Everything that differs from `expected`, readable, or nothing.
    fn difference(&self, expected: &Outcome) -> String {
        let mut report = String::new();
        if self.exit != expected.exit {
            let _ = writeln!(
                report,
                "exit status: expected {}, got {}",
                expected.exit, self.exit
            );
        }
        for (stream, old, new) in [
            ("stdout", &expected.out, &self.out),
            ("stderr", &expected.err, &self.err),
        ] {
            if old != new {
                let (old, new) = (String::from_utf8_lossy(old), String::from_utf8_lossy(new));
                let diff = TextDiff::from_lines(&old, &new);
                let mut unified = diff.unified_diff();
                unified
                    .context_radius(3)
                    .header(&format!("{stream}, expected"), &format!("{stream}, got"));
                let _ = write!(report, "{unified}");
            }
        }
        report
    }
}

fn check(case: &Case, mode: &Mode) -> Result<(), Failed> {
    if let Some(reference) = &mode.reference {
        if mode.update {
            return Ok(update(case, reference, mode)?);
        }
        let got = run(case, reference, "0", mode)?;
        let expected = case.expected()?.ok_or_else(|| missing(case))?;
        if got != expected {
            return Err(report(
                case,
                "CPython does not agree with the files",
                &got.difference(&expected),
            ));
        }
    } else if mode.update {
        return Err(
            "DUNDER_UPDATE needs DUNDER_REFERENCE=<python>, the CPython 3.13 to run".into(),
        );
    }
    if pending()?.contains(&case.name) {
        return still_pending(case, mode);
    }
    let expected = case.expected()?.ok_or_else(|| missing(case))?;
    let got = run(case, Path::new(DUNDER), "0", mode)?;
    let Some(reason) = case.intended_difference()? else {
        return match got == expected {
            true => Ok(()),
            false => Err(report(
                case,
                "Dunder differs from CPython",
                &got.difference(&expected),
            )),
        };
    };
    if got == expected {
        return Err(format!(
            "{}: the intended difference ({reason}) is gone; remove its mark",
            case.name
        )
        .into());
    }
    let intended = case.expected_difference(&expected)?;
    match got == intended {
        true => Ok(()),
        false => Err(report(
            case,
            "Dunder differs from the intended difference",
            &got.difference(&intended),
        )),
    }
}

/// The cases that are known to fail: they show work that is still to be done. The list shrinks only.
fn pending() -> Result<Vec<String>, Failed> {
    let path = Path::new(ROOT).join("tests/golden/pending.txt");
    let text = read_optional(&path)?.unwrap_or_default();
    Ok(lines(&text)
        .into_iter()
        .map(|line| line.trim().to_owned())
        .collect())
}

/// A pending case must not pass (its line is to be removed then) and must not crash.
fn still_pending(case: &Case, mode: &Mode) -> Result<(), Failed> {
    let expected = case.expected()?.ok_or_else(|| missing(case))?;
    match run(case, Path::new(DUNDER), "0", mode) {
        Ok(got) if got == expected => Err(format!(
            "{}: passes; remove it from tests/golden/pending.txt",
            case.name
        )
        .into()),
        Ok(got) if got.crashed() => Err(report(case, "Dunder crashes", &got.difference(&expected))),
        _ => Ok(()),
    }
}

/// Rewrites the expectations from the reference, having made sure that they don't hang on the
/// hash seed and that the reference did not crash.
fn update(case: &Case, reference: &Path, mode: &Mode) -> Result<(), String> {
    let first = run(case, reference, "0", mode)?;
    let second = run(case, reference, "1", mode)?;
    if first != second {
        let difference = second.difference(&first);
        return Err(format!(
            "{}: the output is not the same each time\n{difference}",
            case.name
        ));
    }
    case.write_expected(&first)
        .map_err(|error| format!("{}: {error}", case.name))
}

fn missing(case: &Case) -> Failed {
    format!(
        "{}: no expectations yet\n{}",
        case.name,
        how_to_update(case)
    )
    .into()
}

fn report(case: &Case, headline: &str, difference: &str) -> Failed {
    format!(
        "{}: {headline}\n{difference}\n{}",
        case.name,
        how_to_update(case)
    )
    .into()
}

fn how_to_update(case: &Case) -> String {
    format!(
        "to rewrite the expectations from CPython 3.13:\n    \
         DUNDER_REFERENCE=python3.13 DUNDER_UPDATE=1 cargo test --test golden -- {}",
        case.name
    )
}

/// Runs a case under an interpreter, in the case's folder and with an environment of our making.
fn run(case: &Case, interpreter: &Path, hash_seed: &str, mode: &Mode) -> Result<Outcome, String> {
    let describe = |error: io::Error| format!("{}: {}: {error}", case.name, interpreter.display());
    let folder = case.script.parent().unwrap_or(Path::new("."));
    let scratch = Scratch::new(&case.name).map_err(describe)?;
    let mut command = match (&mode.under[..], interpreter == Path::new(DUNDER)) {
        ([program, arguments @ ..], true) => {
            let mut command = Command::new(program);
            command.args(arguments).arg(interpreter);
            command
        }
        _ => Command::new(interpreter),
    };
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("PYTHON") {
            command.env_remove(name);
        }
    }
    command
        .args(case.command_line().map_err(describe)?)
        .current_dir(folder)
        .env("SCRATCH", &scratch.0)
        .env("PYTHONHASHSEED", hash_seed)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env("LC_ALL", "C.UTF-8")
        .env("TZ", "UTC")
        .env("COLUMNS", "80")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let variables = read_optional(&case.companion(".env")).map_err(describe)?;
    for line in lines(&variables.unwrap_or_default()) {
        let (name, value) = line.split_once('=').unwrap_or((&line, ""));
        command.env(name, value);
    }
    let input = read_optional(&case.companion(".in"))
        .map_err(describe)?
        .unwrap_or_default();
    let mut child = command.spawn().map_err(describe)?;
    let outcome = collect(&mut child, input, mode.timeout).map_err(describe)?;
    Ok(Outcome {
        out: normalise(outcome.out, folder, interpreter),
        err: normalise(outcome.err, folder, interpreter),
        exit: outcome.exit,
    })
}

/// Feeds and drains a child and waits for it; kills it when it takes too long.
fn collect(child: &mut Child, input: Vec<u8>, timeout: Duration) -> io::Result<Outcome> {
    let mut stdin = child.stdin.take().ok_or(io::ErrorKind::BrokenPipe)?;
    // A script need not read its input, so a broken pipe is no failure.
    let feeder = thread::spawn(move || drop(stdin.write_all(&input)));
    let out = drain(child.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?);
    let err = drain(child.stderr.take().ok_or(io::ErrorKind::BrokenPipe)?);
    let start = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break describe_status(status);
        }
        if start.elapsed() > timeout {
            child.kill()?;
            child.wait()?;
            break format!(
                "killed after {} seconds (DUNDER_TIMEOUT)",
                timeout.as_secs()
            );
        }
        thread::sleep(Duration::from_millis(2));
    };
    let panicked = |_| io::Error::other("a reader panicked");
    feeder.join().map_err(panicked)?;
    Ok(Outcome {
        out: out.join().map_err(panicked)??,
        err: err.join().map_err(panicked)??,
        exit: status,
    })
}

fn drain(mut pipe: impl Read + Send + 'static) -> thread::JoinHandle<io::Result<Vec<u8>>> {
    thread::spawn(move || {
        let mut content = Vec::new();
        pipe.read_to_end(&mut content)?;
        Ok(content)
    })
}

/// The exit code, or on Unix the number of the signal that ended the process, negative as in Python.
fn describe_status(status: ExitStatus) -> String {
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return format!("-{signal}");
    }
    status
        .code()
        .map_or_else(|| status.to_string(), |code| code.to_string())
}

/// Replaces the interpreter's path, which messages on the command line begin with, by `$PYTHON`, and the
/// folder's, which imported modules' tracebacks show, by `$DIR`.
fn normalise(mut output: Vec<u8>, folder: &Path, interpreter: &Path) -> Vec<u8> {
    for (path, name) in [(interpreter, "$PYTHON"), (folder, "$DIR")] {
        let path = path.to_string_lossy();
        if let Ok(text) = std::str::from_utf8(&output)
            && text.contains(&*path)
        {
            output = text.replace(&*path, name).into_bytes();
        }
    }
    output
}

/// A folder for one run's files, removed afterwards.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> io::Result<Scratch> {
        let unique = format!(
            "dunder-{}-{:?}-{}",
            std::process::id(),
            thread::current().id(),
            name.replace('/', "-")
        );
        let path = std::env::temp_dir().join(unique);
        fs::create_dir_all(&path)?;
        Ok(Scratch(path))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // Nothing depends on it: the system clears its temporary folder in the end.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// All cases, by name.
fn discover() -> io::Result<Vec<Case>> {
    let golden = Path::new(ROOT).join("tests").join("golden");
    let mut cases = Vec::new();
    for folder in entries(&golden)?.into_iter().filter(|path| path.is_dir()) {
        let area = folder
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        for script in scripts(&folder)? {
            cases.push(Case::new(&area, script, &folder));
        }
    }
    for script in scripts(&Path::new(ROOT).join("examples"))? {
        cases.push(Case::new("examples", script, &golden.join("examples")));
    }
    cases.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(cases)
}

fn scripts(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = entries(folder)?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "py"));
    Ok(paths)
}

fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let paths: io::Result<Vec<PathBuf>> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect();
    let hidden = |path: &PathBuf| {
        path.file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with('_'))
    };
    Ok(paths?.into_iter().filter(|path| !hidden(path)).collect())
}

fn read_optional(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(content) => Ok(Some(content)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn lines(text: &[u8]) -> Vec<String> {
    String::from_utf8_lossy(text)
        .lines()
        .map(str::to_owned)
        .collect()
}
