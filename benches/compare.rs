//! Runs `benches/programs/*.py` under Dunder and under a Python of your choice, interleaved, and
//! prints the best time of each, their ratio and the ratios' geometric mean; then the time to start
//! and stop and the time to compile a long file.
//!
//! `cargo bench -- [--python <python>] [--runs <n>] [<filter>]`
//!
//! A ratio above 1 means that Dunder is faster. A program counts only when both print the same.

use std::cmp::Reverse;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Output};
use std::time::{Duration, Instant};

const DUNDER: &str = env!("CARGO_BIN_EXE_dunder");
const ROOT: &str = env!("CARGO_MANIFEST_DIR");
/// The kinds of programs: what their names begin with, and the title of their mean. Those of the language show one
/// thing each.
const KINDS: [(&str, &str); 3] = [
    ("whole_", "whole programs"),
    ("types_", "built-in types"),
    ("", "micro programs"),
];
const STARTS: usize = 20;
const LINES_TO_COMPILE: usize = 100_000;

fn main() -> ExitCode {
    let result =
        Options::from_arguments(std::env::args().skip(1)).and_then(|options| compare(&options));
    match result {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

struct Options {
    python: PathBuf,
    runs: usize,
    filter: String,
}

impl Options {
    fn from_arguments(mut arguments: impl Iterator<Item = String>) -> Result<Options, String> {
        let mut options = Options {
            python: PathBuf::from("python3.13"),
            runs: 5,
            filter: String::new(),
        };
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().ok_or(format!("{argument} needs a value"));
            match argument.as_str() {
                "--bench" => {} // cargo adds it
                "--python" => options.python = PathBuf::from(value()?),
                "--runs" => {
                    let text = value()?;
                    options.runs = text
                        .parse()
                        .ok()
                        .filter(|runs| *runs > 0)
                        .ok_or(format!("--runs {text}?"))?;
                }
                unknown if unknown.starts_with('-') => {
                    return Err(format!("unknown option {unknown}"));
                }
                filter => options.filter = filter.to_owned(),
            }
        }
        Ok(options)
    }
}

/// Best times of Dunder and of the other.
struct Pair {
    dunder: Duration,
    python: Duration,
}

impl Pair {
    /// Slower than anything.
    const MAX: Pair = Pair {
        dunder: Duration::MAX,
        python: Duration::MAX,
    };

    fn ratio(&self) -> f64 {
        self.python.as_secs_f64() / self.dunder.as_secs_f64()
    }

    fn print(&self, name: &str) {
        println!(
            "{name:26} {:9.4} {:9.4} {:7.2}",
            self.dunder.as_secs_f64(),
            self.python.as_secs_f64(),
            self.ratio()
        );
    }
}

fn compare(options: &Options) -> Result<bool, String> {
    println!(
        "{} against {}, best of {}, seconds\n",
        DUNDER,
        options.python.display(),
        options.runs
    );
    println!(
        "{:26} {:>9} {:>9} {:>7}",
        "program", "dunder", "python", "ratio"
    );
    let mut well = true;
    let mut ratios = KINDS.map(|_| Vec::new());
    for path in programs(&options.filter).map_err(|error| error.to_string())? {
        let name = name_of(&path);
        let arguments = [path.to_string_lossy().into_owned()];
        let measured = measure(&arguments, options.runs, &options.python);
        match shown(&name, measured) {
            Some(pair) => ratios[kind_of(&name)].push(pair.ratio()),
            None => well = false,
        }
    }
    println!();
    for ((_, title), ratios) in KINDS.iter().zip(&ratios) {
        summarize(title, ratios);
    }
    if ratios.iter().filter(|kind| !kind.is_empty()).count() > 1 {
        summarize("together", &ratios.concat());
    }
    type Measurement = fn(&Options) -> Result<Pair, String>;
    let others: [(&str, Measurement); 2] = [("start", start), ("compile 100,000 lines", compile)];
    for (title, measurement) in others {
        if title.contains(&options.filter) {
            well &= shown(title, measurement(options)).is_some();
        }
    }
    Ok(well)
}

/// The programs whose names contain the filter, the whole ones last.
fn programs(filter: &str) -> io::Result<Vec<PathBuf>> {
    let mut programs: Vec<PathBuf> =
        fs::read_dir(Path::new(ROOT).join("benches").join("programs"))?
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<io::Result<_>>()?;
    programs.retain(|path| path.extension().is_some_and(|extension| extension == "py"));
    programs.retain(|path| name_of(path).contains(filter));
    programs.sort_by_key(|path| (Reverse(kind_of(&name_of(path))), name_of(path)));
    Ok(programs)
}

/// Prints what was measured, or why nothing was.
fn shown(name: &str, measured: Result<Pair, String>) -> Option<Pair> {
    match measured {
        Ok(pair) => {
            pair.print(name);
            Some(pair)
        }
        Err(problem) => {
            println!("{name:26} {problem}");
            None
        }
    }
}

fn summarize(title: &str, ratios: &[f64]) {
    if !ratios.is_empty() {
        println!(
            "{title}: geometric mean {:.2}, lowest {:.2}",
            geometric_mean(ratios),
            lowest(ratios)
        );
    }
}

/// Which of `KINDS` a program is of.
fn kind_of(name: &str) -> usize {
    let found = KINDS
        .iter()
        .position(|(prefix, _)| name.starts_with(prefix));
    found.expect("all names begin with nothing")
}

fn name_of(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

fn geometric_mean(ratios: &[f64]) -> f64 {
    (ratios.iter().map(|ratio| ratio.ln()).sum::<f64>() / ratios.len() as f64).exp()
}

fn lowest(ratios: &[f64]) -> f64 {
    ratios.iter().copied().fold(f64::INFINITY, f64::min)
}

/// Runs both with the same arguments, in turns, and checks that they print the same.
fn measure(arguments: &[String], runs: usize, python: &Path) -> Result<Pair, String> {
    let mut best = Pair::MAX;
    for _ in 0..runs {
        let (time, ours) = run(Path::new(DUNDER), arguments)?;
        best.dunder = best.dunder.min(time);
        let (time, theirs) = run(python, arguments)?;
        best.python = best.python.min(time);
        if ours.stdout != theirs.stdout {
            let show = |output: &Output| {
                String::from_utf8_lossy(&output.stdout)
                    .chars()
                    .take(200)
                    .collect::<String>()
            };
            return Err(format!(
                "prints something else:\n  dunder: {}\n  python: {}",
                show(&ours),
                show(&theirs)
            ));
        }
    }
    Ok(best)
}

fn run(interpreter: &Path, arguments: &[String]) -> Result<(Duration, Output), String> {
    let start = Instant::now();
    let output = Command::new(interpreter)
        .args(arguments)
        .env("PYTHONHASHSEED", "0")
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .output()
        .map_err(|error| format!("{}: {error}", interpreter.display()))?;
    let time = start.elapsed();
    if !output.status.success() {
        let errors = String::from_utf8_lossy(&output.stderr);
        let last = errors.lines().last().unwrap_or_default();
        return Err(format!(
            "{} fails, {}: {last}",
            interpreter.display(),
            output.status
        ));
    }
    Ok((time, output))
}

/// The time from the start to the end of an empty script.
fn start(options: &Options) -> Result<Pair, String> {
    let script = scratch("empty.py", "")?;
    measure(&["-I".into(), "-S".into(), script], STARTS, &options.python)
}

/// The time that `compile()` says it took for a long file of ordinary code.
fn compile(options: &Options) -> Result<Pair, String> {
    let source = scratch("long.py", &long_source())?;
    let script = scratch(
        "compile.py",
        "import sys, time\n\
         source = open(sys.argv[1]).read()\n\
         start = time.perf_counter()\n\
         compile(source, 'long.py', 'exec')\n\
         print(time.perf_counter() - start)\n",
    )?;
    let arguments = [script, source];
    let mut best = Pair::MAX;
    for _ in 0..options.runs {
        best.dunder = best
            .dunder
            .min(reported(run(Path::new(DUNDER), &arguments)?.1)?);
        best.python = best
            .python
            .min(reported(run(&options.python, &arguments)?.1)?);
    }
    Ok(best)
}

/// A number of seconds that a script printed.
fn reported(output: Output) -> Result<Duration, String> {
    let text = String::from_utf8_lossy(&output.stdout);
    text.trim()
        .parse()
        .map(Duration::from_secs_f64)
        .map_err(|_| format!("not a time: {text}"))
}

fn scratch(name: &str, content: &str) -> Result<String, String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join(name);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&path, content))
        .map_err(|error| error.to_string())?;
    Ok(path.to_string_lossy().into_owned())
}

/// 100,000 lines of classes, functions, loops, calls and literals, different each time.
fn long_source() -> String {
    let mut source = String::new();
    let mut number = 0;
    let mut lines = 0;
    while lines < LINES_TO_COMPILE {
        let unit = format!(
            r#"class Thing{number}(Base{number} if number > {number} else object):
    """One of many things."""

    limit = {number} * 2 + 1

    def __init__(self, name, size={number}, *args, **options):
        self.name = name.strip().lower() or "thing{number}"
        self.size, self.options = size, dict(options, number={number})
        self.parts = [part for part in args if part is not None and part != {number}]

    def area(self, scale=1.5):
        # a comment in between
        total = 0
        for index, part in enumerate(self.parts):
            if part.size > self.limit or not part.options.get("visible", True):
                continue
            elif index % 2 == 0:
                total += part.size * scale ** 2 - {number} // (index + 1)
            else:
                total -= part.area(scale=scale)
        return total if total >= 0 else -total

    @property
    def label(self):
        try:
            return f"{{self.name!r}}: {{self.size:>10}} of {{self.limit}}"
        except (AttributeError, KeyError) as error:
            raise ValueError("no label", error) from error


def build{number}(count, factory=Thing{number}):
    things = {{}}
    while count > 0:
        thing = factory(f"thing {{count}}", count, *things.values(), colour="red", visible=count & 1)
        things[thing.label] = thing
        count -= 1
        with open(f"/tmp/{{count}}.txt", "w") as handle:
            handle.write(", ".join(sorted(things)) + "\n")
    return things, lambda key: things[key].area() + {number}


"#
        );
        lines += unit.lines().count();
        let _ = write!(source, "{unit}");
        number += 1;
    }
    source
}
