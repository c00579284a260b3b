//! The table of options, and those of what `-X` and the environment set. Parsing, help, completions and the
//! manual page are all made from these.

use super::{CommandLine, Document, Program};
use crate::diagnostics::{STYLES, Style};
use crate::explain::Lookup;
use std::time::Duration;

/// One option.
pub struct Row {
    /// `c` for `-c`.
    pub short: Option<char>,
    /// `check` for `--check`.
    pub long: Option<&'static str>,
    /// What follows it.
    pub argument: Argument,
    /// What it does, in one sentence.
    pub help: &'static str,
    /// What it does, in code.
    pub take: Take,
}

/// What follows an option.
#[derive(Clone, Copy)]
pub enum Argument {
    /// Nothing.
    None,
    /// Something that only its name describes.
    Text(&'static str),
    /// A module's name.
    Module,
    /// One of these.
    Choice(&'static [&'static str]),
}

impl Argument {
    /// How the help calls it.
    pub fn name(self) -> Option<String> {
        match self {
            Argument::None => None,
            Argument::Text(name) => Some(name.to_owned()),
            Argument::Module => Some("mod".to_owned()),
            Argument::Choice(all) => Some(all.join("|")),
        }
    }
}

/// What an option does.
pub enum Take {
    /// Needs no argument.
    Flag(fn(&mut CommandLine)),
    /// Takes its argument, or says what is wrong with it.
    Value(fn(&mut CommandLine, &str) -> Result<(), String>),
    /// Its argument is the program, and what follows are the program's arguments.
    Program(fn(String) -> Program),
    /// Prints a document at once.
    Print(Document),
}

const fn flag(short: char, help: &'static str, take: fn(&mut CommandLine)) -> Row {
    Row {
        short: Some(short),
        long: None,
        argument: Argument::None,
        help,
        take: Take::Flag(take),
    }
}

const fn own(long: &'static str, argument: Argument, help: &'static str, take: Take) -> Row {
    Row {
        short: None,
        long: Some(long),
        argument,
        help,
        take,
    }
}

/// The shells for which there are completions.
pub const SHELLS: &[&str] = &["bash", "zsh", "fish"];

/// All options: CPython's, then our own.
pub static OPTIONS: &[Row] = &[
    flag(
        'b',
        "warn when bytes are converted to str or compared with str; -bb: raise errors",
        |line| line.flags.bytes_warning = line.flags.bytes_warning.saturating_add(1),
    ),
    flag(
        'B',
        "accepted: no .pyc files are ever written; also PYTHONDONTWRITEBYTECODE=x",
        |line| line.flags.dont_write_bytecode = true,
    ),
    Row {
        short: Some('c'),
        long: None,
        argument: Argument::Text("cmd"),
        help: "run a program given as text (ends the list of options)",
        take: Take::Program(Program::Command),
    },
    flag(
        'd',
        "accepted: there is no parser to debug; also PYTHONDEBUG=x",
        |line| line.flags.debug = line.flags.debug.saturating_add(1),
    ),
    flag('E', "ignore the PYTHON* environment variables", |line| {
        line.flags.ignore_environment = true
    }),
    Row {
        short: Some('h'),
        long: Some("help"),
        argument: Argument::None,
        help: "print this help and exit (also -?)",
        take: Take::Print(Document::Help),
    },
    flag(
        'i',
        "show a prompt after the program has run, and where no program is named even if standard input is no terminal; also PYTHONINSPECT=x",
        |line| {
            line.flags.inspect = true;
            line.flags.interactive = true;
        },
    ),
    flag(
        'I',
        "isolate Dunder from the user's environment (implies -E, -P and -s)",
        |line| line.flags.isolated = true,
    ),
    Row {
        short: Some('m'),
        long: None,
        argument: Argument::Module,
        help: "run a module as the program (ends the list of options)",
        take: Take::Program(Program::Module),
    },
    flag(
        'O',
        "leave out assert statements; -OO: and docstrings; also PYTHONOPTIMIZE=x",
        |line| line.flags.optimize = line.flags.optimize.saturating_add(1),
    ),
    flag(
        'P',
        "put neither the program's folder nor the current one on sys.path; also PYTHONSAFEPATH=x",
        |line| line.flags.safe_path = true,
    ),
    flag('q', "start the prompt without a banner", |line| {
        line.flags.quiet = true
    }),
    flag(
        's',
        "accepted: there is no user site directory; also PYTHONNOUSERSITE=x",
        |line| line.flags.no_user_site = true,
    ),
    flag(
        'S',
        "accepted: 'site' is not imported when Dunder starts",
        |line| line.flags.no_site = true,
    ),
    flag(
        'u',
        "write standard output and standard error unbuffered; also PYTHONUNBUFFERED=x",
        |line| line.unbuffered = true,
    ),
    flag(
        'v',
        "accepted: sys.flags.verbose counts it; also PYTHONVERBOSE=x",
        |line| line.flags.verbose = line.flags.verbose.saturating_add(1),
    ),
    Row {
        short: Some('V'),
        long: Some("version"),
        argument: Argument::None,
        help: "print the version and exit; given twice, with more about the build",
        take: Take::Flag(|line| line.version = line.version.saturating_add(1)),
    },
    Row {
        short: Some('W'),
        long: None,
        argument: Argument::Text("arg"),
        help: "control warnings; arg is action:message:category:module:lineno; also PYTHONWARNINGS=arg",
        take: Take::Value(|line, value| {
            line.warnings.push(value.to_owned());
            Ok(())
        }),
    },
    flag('x', "skip the program's first line", |line| {
        line.skip_first_line = true
    }),
    Row {
        short: Some('X'),
        long: None,
        argument: Argument::Text("opt"),
        help: "set an option of the implementation (see --help-xoptions)",
        take: Take::Value(|line, value| {
            line.implementation.push(value.to_owned());
            Ok(())
        }),
    },
    own(
        "check",
        Argument::None,
        "compile the named files only, and report every error",
        Take::Flag(|line| line.check = true),
    ),
    own(
        "check-hash-based-pycs",
        Argument::Choice(&["always", "default", "never"]),
        "accepted: there are no .pyc files",
        Take::Value(|_, value| match value {
            "always" | "default" | "never" => Ok(()),
            _ => Err(
                "--check-hash-based-pycs must be one of 'default', 'always', or 'never'".to_owned(),
            ),
        }),
    ),
    own(
        "completions",
        Argument::Choice(SHELLS),
        "print completions for a shell and exit",
        Take::Value(|line, shell| {
            let known = SHELLS.iter().find(|known| **known == shell);
            let shell = known.ok_or_else(|| {
                format!("--completions: one of {}, not {shell}", SHELLS.join(", "))
            })?;
            line.print = Some(Document::Completions(shell));
            Ok(())
        }),
    ),
    own(
        "errors",
        Argument::Choice(STYLES),
        "show errors as CPython does, with excerpts and advice, or as JSON (fancy at a terminal, python elsewhere); also DUNDER_ERRORS=x",
        Take::Value(|line, value| {
            line.errors = Style::named(value)
                .ok_or_else(|| format!("--errors: one of {}, not {value}", STYLES.join(", ")))?;
            Ok(())
        }),
    ),
    own(
        "explain",
        Argument::Text("EXPR"),
        "run the program, then explain how this attribute lookup goes (obj.attr); status 1 if it fails; can be given more than once",
        Take::Value(|line, value| {
            let found = Lookup::parse(value);
            line.explain.push(found.ok_or_else(|| {
                format!("--explain: not an attribute lookup (obj.attr): {value}")
            })?);
            Ok(())
        }),
    ),
    own(
        "help-env",
        Argument::None,
        "print help on environment variables and exit",
        Take::Print(Document::Environment),
    ),
    own(
        "help-xoptions",
        Argument::None,
        "print help on the options for -X and exit",
        Take::Print(Document::Implementation),
    ),
    own(
        "help-all",
        Argument::None,
        "print the whole help and exit",
        Take::Print(Document::All),
    ),
    own(
        "man",
        Argument::None,
        "print the manual page (try: dunder --man | man -l -) and exit",
        Take::Print(Document::Manual),
    ),
    own(
        "max-memory",
        Argument::Text("N"),
        "end with MemoryError when the process grows by more than N bytes (K, M and G multiply by 1024, 1024^2, 1024^3)",
        Take::Value(|line, value| {
            line.limits.memory =
                Some(bytes(value).ok_or_else(|| not_a_number("max-memory", value))?);
            Ok(())
        }),
    ),
    own(
        "max-steps",
        Argument::Text("N"),
        "end with dunder.StepLimitExceeded after N loop turns and calls",
        Take::Value(|line, value| {
            line.limits.steps = Some(
                value
                    .parse()
                    .map_err(|_| not_a_number("max-steps", value))?,
            );
            Ok(())
        }),
    ),
    own(
        "no-io",
        Argument::None,
        "run without access to files, environment, clock or processes; standard streams only",
        Take::Flag(|line| line.no_io = true),
    ),
    own(
        "timeout",
        Argument::Text("S"),
        "end with dunder.TimeLimitExceeded after S seconds",
        Take::Value(|line, value| {
            let time = value.parse().ok().map(Duration::try_from_secs_f64);
            let time = time.and_then(Result::ok);
            line.limits.time = Some(time.ok_or_else(|| not_a_number("timeout", value))?);
            Ok(())
        }),
    ),
];

fn not_a_number(option: &str, value: &str) -> String {
    format!("--{option}: not a number: {value}")
}

/// A number of bytes, with `K`, `M` or `G` behind it.
fn bytes(value: &str) -> Option<u64> {
    let shift = match value.chars().last()?.to_ascii_uppercase() {
        'K' => 10,
        'M' => 20,
        'G' => 30,
        _ => 0,
    };
    let number = &value[..value.len() - usize::from(shift > 0)];
    number.parse::<u64>().ok()?.checked_mul(1 << shift)
}

/// Something that `-X` or the environment sets. What is wrong with the value is said as CPython does when
/// it refuses to start.
pub struct Setting {
    /// `PYTHONOPTIMIZE`, or `dev` for `-X dev`.
    pub name: &'static str,
    /// What stands behind the name of an option of `-X`.
    pub argument: &'static str,
    /// What it does.
    pub help: &'static str,
    /// Takes the value, which is never empty for a variable of the environment.
    pub take: fn(&mut CommandLine, &str) -> Result<(), &'static str>,
}

const fn variable(
    name: &'static str,
    help: &'static str,
    take: fn(&mut CommandLine, &str) -> Result<(), &'static str>,
) -> Setting {
    Setting {
        name,
        argument: "",
        help,
        take,
    }
}

/// What the environment sets. Those that other parts of the program look at take nothing here.
pub static ENVIRONMENT: &[Setting] = &[
    variable(
        "PYTHONPATH",
        "folders, separated by ':', in which modules are looked for before the standard ones",
        |_, _| Ok(()),
    ),
    variable(
        "PYTHONSTARTUP",
        "a file that is run before the first prompt",
        |_, _| Ok(()),
    ),
    variable(
        "PYTHONHASHSEED",
        "'random', or a number in the range [0, 4294967295] that makes the hashes of str and bytes objects the same each time",
        |_, value| match value == "random" || value.parse::<u32>().is_ok() {
            true => Ok(()),
            false => Err(
                "config_init_hash_seed: PYTHONHASHSEED must be \"random\" or an integer in range [0; 4294967295]",
            ),
        },
    ),
    variable(
        "PYTHONBREAKPOINT",
        "what breakpoint() calls; 0: nothing",
        |_, _| Ok(()),
    ),
    variable(
        "PYTHONIOENCODING",
        "encoding[:errors] of the standard streams",
        |line, value| {
            line.stream_encoding = Some(value.to_owned());
            Ok(())
        },
    ),
    variable(
        "PYTHON_COLORS",
        "1: errors and the prompt have colours, 0: they have none",
        |_, _| Ok(()),
    ),
    variable(
        "NO_COLOR",
        "errors and the prompt have no colours",
        |_, _| Ok(()),
    ),
    variable(
        "FORCE_COLOR",
        "errors have colours even if standard error is no terminal",
        |_, _| Ok(()),
    ),
    variable(
        "DUNDER_ERRORS",
        "python, fancy or json: see --errors",
        |line, value| {
            if line.errors == Style::Automatic {
                line.errors =
                    Style::named(value).ok_or("DUNDER_ERRORS must be python, fancy or json")?;
            }
            Ok(())
        },
    ),
    variable(
        "DUNDER_HISTORY",
        "the file that keeps what was typed at the prompt (~/.dunder_history); empty: none",
        |_, _| Ok(()),
    ),
    variable(
        "PYTHON_CPU_COUNT",
        "what os.cpu_count() answers (-X cpu_count)",
        |_, _| Ok(()),
    ),
    variable("PYTHONDEBUG", "see -d", |line, value| {
        line.flags.debug = line.flags.debug.max(level(value));
        Ok(())
    }),
    variable("PYTHONDEVMODE", "development mode (-X dev)", |line, _| {
        line.flags.dev_mode = true;
        Ok(())
    }),
    variable("PYTHONDONTWRITEBYTECODE", "see -B", |line, _| {
        line.flags.dont_write_bytecode = true;
        Ok(())
    }),
    variable(
        "PYTHONINSPECT",
        "a prompt follows the program (-i)",
        |line, _| {
            line.flags.inspect = true;
            Ok(())
        },
    ),
    variable(
        "PYTHONINTMAXSTRDIGITS",
        "how many digits int() and str() convert; 0: any number (-X int_max_str_digits)",
        |line, value| {
            line.digit_limit = Some(digit_limit(value).ok_or(
            "config_init_int_max_str_digits: PYTHONINTMAXSTRDIGITS: invalid limit; must be >= 640 or 0 for unlimited.",
        )?);
            Ok(())
        },
    ),
    variable("PYTHONNOUSERSITE", "see -s", |line, _| {
        line.flags.no_user_site = true;
        Ok(())
    }),
    variable(
        "PYTHONOPTIMIZE",
        "no assert statements; 2: no docstrings (-O, -OO)",
        |line, value| {
            line.flags.optimize = line.flags.optimize.max(level(value));
            Ok(())
        },
    ),
    variable("PYTHONSAFEPATH", "see -P", |line, _| {
        line.flags.safe_path = true;
        Ok(())
    }),
    variable(
        "PYTHONUNBUFFERED",
        "no buffers for standard output and standard error (-u)",
        |line, _| {
            line.unbuffered = true;
            Ok(())
        },
    ),
    variable(
        "PYTHONUTF8",
        "1 or 0: sys.flags.utf8_mode (-X utf8)",
        |line, value| {
            line.flags.utf8_mode = switch(value)
                .ok_or("preconfig_init_utf8_mode: invalid PYTHONUTF8 environment variable value")?;
            Ok(())
        },
    ),
    variable("PYTHONVERBOSE", "see -v", |line, value| {
        line.flags.verbose = line.flags.verbose.max(level(value));
        Ok(())
    }),
    variable(
        "PYTHONWARNDEFAULTENCODING",
        "warn where a text file's encoding is not named (-X warn_default_encoding)",
        |line, _| {
            line.flags.warn_default_encoding = true;
            Ok(())
        },
    ),
    variable(
        "PYTHONWARNINGS",
        "arguments of -W, separated by ','",
        |line, value| {
            let listed = value.split(',').filter(|one| !one.is_empty());
            line.warnings.splice(0..0, listed.map(str::to_owned));
            Ok(())
        },
    ),
];

/// What `-X` sets. Others are kept in `sys._xoptions` and mean nothing, as in CPython.
pub static IMPLEMENTATION: &[Setting] = &[
    Setting {
        name: "cpu_count",
        argument: "=N",
        help: "what os.cpu_count() answers; also PYTHON_CPU_COUNT",
        take: |_, value| match value == "default" || value.parse().is_ok_and(|count: i32| count > 0)
        {
            true => Ok(()),
            false => Err(
                "config_init_cpu_count: -X cpu_count=n option: n is missing or an invalid number, n must be greater than 0",
            ),
        },
    },
    Setting {
        name: "dev",
        argument: "",
        help: "development mode: more warnings; also PYTHONDEVMODE",
        take: |line, _| {
            line.flags.dev_mode = true;
            Ok(())
        },
    },
    Setting {
        name: "int_max_str_digits",
        argument: "=N",
        help: "how many digits int() and str() convert; 0: any number; also PYTHONINTMAXSTRDIGITS",
        take: |line, value| {
            line.digit_limit = Some(digit_limit(value).ok_or(
                "config_init_int_max_str_digits: -X int_max_str_digits: invalid limit; must be >= 640 or 0 for unlimited.",
            )?);
            Ok(())
        },
    },
    Setting {
        name: "utf8",
        argument: "[=0|1]",
        help: "sys.flags.utf8_mode; text is UTF-8 in either case; also PYTHONUTF8",
        take: |line, value| {
            line.flags.utf8_mode = match value {
                "" => true,
                value => {
                    switch(value).ok_or("preconfig_init_utf8_mode: invalid -X utf8 option value")?
                }
            };
            Ok(())
        },
    },
    Setting {
        name: "warn_default_encoding",
        argument: "",
        help: "warn where a text file's encoding is not named; also PYTHONWARNDEFAULTENCODING",
        take: |line, _| {
            line.flags.warn_default_encoding = true;
            Ok(())
        },
    },
];

/// A variable that is a level is 1 if it is no number.
fn level(value: &str) -> u8 {
    match value.parse::<i64>() {
        Ok(number @ 0..) => u8::try_from(number).unwrap_or(u8::MAX),
        _ => 1,
    }
}

fn switch(value: &str) -> Option<bool> {
    match value {
        "0" => Some(false),
        "1" => Some(true),
        _ => None,
    }
}

fn digit_limit(value: &str) -> Option<usize> {
    let limit = value.parse().ok()?;
    (limit == 0 || (640..=i32::MAX as usize).contains(&limit)).then_some(limit)
}
