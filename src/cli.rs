//! The command line: what is to be run, and the options before it, which are CPython's.

use dunder::limits::Limits;
use dunder::stdlib::sys_info::Flags;
use lexopt::{Arg, Parser};
use std::ffi::OsString;
use std::time::Duration;

/// What is to be run.
#[derive(Debug)]
pub enum Program {
    /// A file, or a folder with a `__main__.py`.
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

/// A parsed command line.
#[derive(Debug)]
pub struct CommandLine {
    /// What is to be run.
    pub program: Program,
    /// `sys.argv[1:]`
    pub args: Vec<String>,
    /// `sys.flags`
    pub flags: Flags,
    /// `-W`
    pub warnings: Vec<String>,
    /// `-X`
    pub implementation: Vec<String>,
    /// `-u`
    pub unbuffered: bool,
    /// `--max-steps`, `--max-memory`, `--timeout`
    pub limits: Limits,
    /// `--no-io`
    pub no_io: bool,
    /// `--check`
    pub check: bool,
}

/// Instead of running something.
#[derive(Debug)]
pub enum Instead {
    /// Print this to standard output.
    Print(String),
    /// The command line makes no sense.
    Usage(String),
}

/// The usage line.
pub const USAGE: &str = "usage: dunder [option] ... [-c cmd | -m mod | file | -] [arg] ...";

const HELP: &str = "\
Options:
-b     : issue warnings about converting bytes to str (-bb: errors)
-B     : accepted for compatibility
-c cmd : program passed in as string (terminates option list)
-E     : ignore PYTHON* environment variables
-h     : print this help message and exit
-i     : accepted for compatibility
-I     : isolate Dunder from the user's environment
-m mod : run library module as a script (terminates option list)
-O     : remove assert statements; -OO: doc strings too
-P     : don't prepend a potentially unsafe path to sys.path
-q     : don't print version and copyright messages
-s, -S : accepted for compatibility
-u     : force the stdout and stderr streams to be unbuffered
-v     : verbose
-V     : print the version number and exit
-W arg : warning control; arg is action:message:category:module:lineno
-x     : skip first line of source
-X opt : set implementation-specific option
--check          : parse and compile only; report every error
--max-memory=N   : end with MemoryError when the process grows by more than N bytes
                   (K, M and G multiply by 1024, 1024^2, 1024^3)
--max-steps=N    : end with dunder.StepLimitExceeded after N loop turns and calls
--timeout=S      : end with dunder.TimeLimitExceeded after S seconds
--no-io          : run without access to files, environment, clock or processes;
                   standard streams only";

fn text(value: OsString) -> String {
    value.to_string_lossy().into_owned()
}

/// Parses the arguments after the program's name.
///
/// # Errors
/// What to print when there is nothing to run.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<CommandLine, Instead> {
    let mut parser = Parser::from_args(arguments);
    let mut line = CommandLine {
        program: Program::Stdin {
            name: String::new(),
        },
        args: Vec::new(),
        flags: Flags::default(),
        warnings: Vec::new(),
        implementation: Vec::new(),
        unbuffered: false,
        limits: Limits::default(),
        no_io: false,
        check: false,
    };
    loop {
        let argument = parser
            .next()
            .map_err(|error| Instead::Usage(error.to_string()))?;
        let Some(argument) = argument else {
            return Ok(line);
        };
        let done = match argument {
            Arg::Short(option) => short(&mut parser, &mut line, option)?,
            Arg::Long("help") => return Err(Instead::Print(format!("{USAGE}\n{HELP}"))),
            Arg::Long("version") => return Err(Instead::Print(version())),
            Arg::Long(option) => {
                let option = option.to_owned();
                long(&mut parser, &mut line, &option)?;
                false
            }
            Arg::Value(file) => {
                line.program = match text(file) {
                    name if name == "-" => Program::Stdin { name },
                    file => Program::File(file),
                };
                true
            }
        };
        if done {
            let rest = parser
                .raw_args()
                .map_err(|error| Instead::Usage(error.to_string()))?;
            line.args = rest.map(text).collect();
            return Ok(line);
        }
    }
}

fn version() -> String {
    "Python 3.13.0 (Dunder 0.1.0)".to_owned()
}

/// Takes one of our own options.
fn long(parser: &mut Parser, line: &mut CommandLine, option: &str) -> Result<(), Instead> {
    let mut value = || {
        let value = parser.value().map(text);
        value.map_err(|_| Instead::Usage(format!("Argument expected for the --{option} option")))
    };
    let wrong = |value: &str| Instead::Usage(format!("--{option}: not a number: {value}"));
    match option {
        "check" => line.check = true,
        "no-io" => line.no_io = true,
        "max-steps" => {
            let value = value()?;
            line.limits.steps = Some(value.parse().map_err(|_| wrong(&value))?);
        }
        "max-memory" => {
            let value = value()?;
            line.limits.memory = Some(bytes(&value).ok_or_else(|| wrong(&value))?);
        }
        "timeout" => {
            let value = value()?;
            let seconds: f64 = value.parse().map_err(|_| wrong(&value))?;
            let time = Duration::try_from_secs_f64(seconds).map_err(|_| wrong(&value))?;
            line.limits.time = Some(time);
        }
        option => return Err(Instead::Usage(format!("unknown option --{option}"))),
    }
    Ok(())
}

/// A number of bytes, with `K`, `M` or `G` behind it.
fn bytes(value: &str) -> Option<u64> {
    let (number, shift) = match value.to_ascii_uppercase().strip_suffix(['K', 'M', 'G']) {
        Some(number) => match value.to_ascii_uppercase().chars().last()? {
            'K' => (number.to_owned(), 10),
            'M' => (number.to_owned(), 20),
            _ => (number.to_owned(), 30),
        },
        None => (value.to_owned(), 0),
    };
    number.parse::<u64>().ok()?.checked_mul(1 << shift)
}

/// Takes a short option; whether it ends the options.
fn short(parser: &mut Parser, line: &mut CommandLine, option: char) -> Result<bool, Instead> {
    let mut value = |option: char| {
        parser
            .value()
            .map(text)
            .map_err(|_| Instead::Usage(format!("Argument expected for the -{option} option")))
    };
    match option {
        'c' => {
            line.program = Program::Command(value('c')?);
            return Ok(true);
        }
        'm' => {
            line.program = Program::Module(value('m')?);
            return Ok(true);
        }
        'W' => line.warnings.push(value('W')?),
        'X' => {
            let option = value('X')?;
            line.flags.dev_mode |= option == "dev";
            line.implementation.push(option);
        }
        'b' => line.flags.bytes_warning += 1,
        'B' => line.flags.dont_write_bytecode = true,
        'E' => line.flags.ignore_environment = true,
        'h' | '?' => return Err(Instead::Print(format!("{USAGE}\n{HELP}"))),
        'i' => line.flags.inspect = true,
        'I' => line.flags.isolated = true,
        'O' => line.flags.optimize += 1,
        'P' => line.flags.safe_path = true,
        'q' => line.flags.quiet = true,
        's' => line.flags.no_user_site = true,
        'S' => line.flags.no_site = true,
        'u' => line.unbuffered = true,
        'v' => line.flags.verbose += 1,
        'd' | 'R' | 'x' => {}
        'V' => return Err(Instead::Print(version())),
        other => return Err(Instead::Usage(format!("Unknown option: -{other}"))),
    }
    Ok(false)
}
