//! The command line: what is to be run, and the options before it, which are CPython's and some of our own.
//! The options are rows of `options`; what is printed about them is made in `documents`.

mod documents;
mod options;

use crate::diagnostics::Style;
use crate::explain::Lookup;
use dunder::limits::Limits;
use dunder::stdlib::sys_info::Flags;
use lexopt::{Arg, Parser};
use options::{Argument, ENVIRONMENT, IMPLEMENTATION, OPTIONS, Row, Setting, Take};
use std::ffi::OsString;

/// What is to be run.
#[derive(Debug)]
pub enum Program {
    /// A file, or a folder or archive with a `__main__.py`.
    File(String),
    /// `-c`
    Command(String),
    /// `-m`
    Module(String),
    /// Standard input.
    Stdin {
        /// What asked for it: `-`, or nothing.
        name: String,
    },
}

impl Default for Program {
    fn default() -> Program {
        let name = String::new();
        Program::Stdin { name }
    }
}

/// A parsed command line.
#[derive(Debug, Default)]
pub struct CommandLine {
    /// What is to be run.
    pub program: Program,
    /// `sys.argv[1:]`
    pub args: Vec<OsString>,
    /// `sys.flags`
    pub flags: Flags,
    /// `-W` and `PYTHONWARNINGS`
    pub warnings: Vec<String>,
    /// `-X`
    pub implementation: Vec<String>,
    /// `-u`
    pub unbuffered: bool,
    /// `-x`
    pub skip_first_line: bool,
    /// `-X int_max_str_digits`
    pub digit_limit: Option<usize>,
    /// `PYTHONIOENCODING`
    pub stream_encoding: Option<String>,
    /// `--max-steps`, `--max-memory`, `--timeout`
    pub limits: Limits,
    /// `--no-io`
    pub no_io: bool,
    /// `--check`
    pub check: bool,
    /// `--errors`
    pub errors: Style,
    /// `--explain`
    pub explain: Vec<Lookup>,
    /// How often `-V` was given.
    version: u8,
    /// What is printed when all options have been read.
    print: Option<Document>,
}

/// Something to print in place of running a program.
#[derive(Clone, Copy, Debug)]
pub enum Document {
    /// `-h`
    Help,
    /// `--help-env`
    Environment,
    /// `--help-xoptions`
    Implementation,
    /// `--help-all`
    All,
    /// `--completions`
    Completions(&'static str),
    /// `--man`
    Manual,
}

/// Instead of running something.
#[derive(Debug)]
pub enum Instead {
    /// Print this to standard output.
    Print(String),
    /// The command line makes no sense.
    Usage(String),
    /// An option's or a variable's value makes a start impossible.
    Fatal(&'static str),
}

/// The usage line, for the name by which the program was called.
pub fn usage() -> String {
    let name = std::env::args().next();
    let name = name.as_deref().unwrap_or("dunder");
    format!("usage: {name} [option] ... [-c cmd | -m mod | file | -] [arg] ...")
}

fn text(value: OsString) -> String {
    value.to_string_lossy().into_owned()
}

/// Parses the arguments after the program's name.
///
/// # Errors
/// What to print when there is nothing to run.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<CommandLine, Instead> {
    let mut parser = Parser::from_args(arguments);
    // "-c=1" is the program "=1".
    parser.set_short_equals(false);
    let mut line = CommandLine::default();
    let usage = |error: lexopt::Error| Instead::Usage(error.to_string());
    while let Some(argument) = parser.next().map_err(usage)? {
        let program = match argument {
            Arg::Short(letter) => short(&mut parser, &mut line, letter)?,
            Arg::Long(name) => {
                let name = name.to_owned();
                long(&mut parser, &mut line, &name)?
            }
            Arg::Value(file) => Some(match text(file) {
                name if name == "-" => Program::Stdin { name },
                file => Program::File(file),
            }),
        };
        if let Some(program) = program {
            line.program = program;
            line.args = parser.raw_args().map_err(usage)?.collect();
            break;
        }
    }
    if let Some(document) = line.print {
        return Err(Instead::Print(documents::make(document)));
    }
    if line.version > 0 {
        return Err(Instead::Print(documents::version(line.version > 1)));
    }
    for option in line.implementation.clone() {
        let (name, value) = option.split_once('=').unwrap_or((&option, ""));
        set(&mut line, IMPLEMENTATION, name, value)?;
    }
    Ok(line)
}

/// Lets the environment say what no option has said.
///
/// # Errors
/// That a value makes a start impossible.
pub fn apply_environment(
    line: &mut CommandLine,
    variable: impl Fn(&str) -> Option<String>,
) -> Result<(), Instead> {
    if line.flags.ignore_environment || line.flags.isolated {
        return Ok(());
    }
    let digit_limit = line.digit_limit;
    for setting in ENVIRONMENT {
        if let Some(value) = variable(setting.name).filter(|value| !value.is_empty()) {
            set(line, ENVIRONMENT, setting.name, &value)?;
        }
    }
    line.digit_limit = digit_limit.or(line.digit_limit);
    Ok(())
}

fn set(line: &mut CommandLine, all: &[Setting], name: &str, value: &str) -> Result<(), Instead> {
    match all.iter().find(|setting| setting.name == name) {
        Some(setting) => (setting.take)(line, value).map_err(Instead::Fatal),
        None => Ok(()),
    }
}

/// Takes a short option; the program, if it names that.
fn short(
    parser: &mut Parser,
    line: &mut CommandLine,
    letter: char,
) -> Result<Option<Program>, Instead> {
    // `-?` asks for help, too.
    let known = if letter == '?' { 'h' } else { letter };
    let Some(row) = OPTIONS.iter().find(|row| row.short == Some(known)) else {
        return Err(Instead::Usage(format!("Unknown option: -{letter}")));
    };
    let value = match row.argument {
        Argument::None => String::new(),
        _ => match parser.value() {
            Ok(value) => text(value),
            Err(_) => {
                let text = format!("Argument expected for the -{letter} option");
                return Err(Instead::Usage(text));
            }
        },
    };
    take(line, row, value)
}

/// Takes a long option.
fn long(
    parser: &mut Parser,
    line: &mut CommandLine,
    name: &str,
) -> Result<Option<Program>, Instead> {
    let row = OPTIONS.iter().find(|row| row.long == Some(name));
    let attached = row.is_none_or(|row| matches!(row.argument, Argument::None));
    match (row, attached.then(|| parser.optional_value()).flatten()) {
        (_, Some(value)) => {
            let value = text(value);
            Err(Instead::Usage(format!("unknown option --{name}={value}")))
        }
        (None, None) => Err(Instead::Usage(format!("unknown option --{name}"))),
        (Some(row), None) if attached => take(line, row, String::new()),
        (Some(row), None) => match parser.value() {
            Ok(value) => take(line, row, text(value)),
            Err(_) => {
                let text = format!("Argument expected for the --{name} option");
                Err(Instead::Usage(text))
            }
        },
    }
}

fn take(line: &mut CommandLine, row: &Row, value: String) -> Result<Option<Program>, Instead> {
    match row.take {
        Take::Flag(act) => act(line),
        Take::Value(act) => act(line, &value).map_err(Instead::Usage)?,
        Take::Program(make) => return Ok(Some(make(value))),
        Take::Print(document) => return Err(Instead::Print(documents::make(document))),
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::{CommandLine, Instead, Program, apply_environment, options::OPTIONS, parse};

    fn parsed(arguments: &[&str]) -> CommandLine {
        parse(arguments.iter().map(Into::into)).expect("a command line")
    }

    #[test]
    fn no_option_is_listed_twice() {
        for (n, row) in OPTIONS.iter().enumerate() {
            assert!(row.short.is_some() || row.long.is_some());
            for other in &OPTIONS[..n] {
                assert!(row.short.is_none() || row.short != other.short);
                assert!(row.long.is_none() || row.long != other.long);
            }
        }
    }

    #[test]
    fn options_end_where_the_program_is_named() {
        let line = parsed(&["-iuOO", "-Wignore", "-X", "dev", "-cprint(1)", "-i", "--x"]);
        assert!(matches!(&line.program, Program::Command(text) if text == "print(1)"));
        assert_eq!(line.args, ["-i", "--x"]);
        assert!(line.flags.inspect && line.unbuffered && line.flags.dev_mode);
        assert_eq!((line.flags.optimize, line.warnings.len()), (2, 1));
        let line = parsed(&["-c=1"]);
        assert!(matches!(&line.program, Program::Command(text) if text == "=1"));
        let line = parsed(&["--timeout=1.5", "--max-memory", "2k", "--", "-c"]);
        assert!(matches!(&line.program, Program::File(file) if file == "-c"));
        assert_eq!(line.limits.memory, Some(2048));
    }

    #[test]
    fn the_environment_adds_to_the_options() {
        let mut line = parsed(&["-O", "-Wa", "-X", "int_max_str_digits=700"]);
        let variable = |name: &str| match name {
            "PYTHONOPTIMIZE" => Some("2".to_owned()),
            "PYTHONWARNINGS" => Some("b,,c".to_owned()),
            "PYTHONINTMAXSTRDIGITS" => Some("900".to_owned()),
            "PYTHONVERBOSE" => Some("yes".to_owned()),
            "PYTHONUNBUFFERED" => Some(String::new()),
            _ => None,
        };
        assert!(apply_environment(&mut line, variable).is_ok());
        assert_eq!(line.flags.optimize, 2);
        assert_eq!(line.warnings, ["b", "c", "a"]);
        assert_eq!(line.digit_limit, Some(700));
        assert_eq!((line.flags.verbose, line.unbuffered), (1, false));
        let wrong = |name: &str| (name == "PYTHONHASHSEED").then(|| "x".to_owned());
        let refused = apply_environment(&mut line, wrong);
        assert!(matches!(refused, Err(Instead::Fatal(_))));
    }
}
