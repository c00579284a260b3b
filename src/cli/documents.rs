//! What is printed about the options: help, completions for shells and the manual page, all from the tables.

use super::options::{Argument, ENVIRONMENT, IMPLEMENTATION, OPTIONS, Row, SHELLS, Setting, Take};
use super::{Document, usage};
use std::fmt::Write;

/// Where the help's text starts.
const HELP_COLUMN: usize = 19;
const WIDTH: usize = 79;

/// The text of a document, without its last newline.
pub fn make(document: Document) -> String {
    let text = match document {
        Document::Help => help(),
        Document::Environment => environment(),
        Document::Implementation => implementation(),
        Document::All => [help(), environment(), implementation()].join("\n"),
        Document::Completions(shell) => completions(shell),
        Document::Manual => manual(),
    };
    text.trim_end().to_owned()
}

/// What `-V` prints, and with twice the option, `-VV`.
pub fn version(long: bool) -> String {
    let version = format!("Python 3.13.0 (Dunder {})", env!("CARGO_PKG_VERSION"));
    match long {
        true => format!(
            "{version} [{} {}]",
            std::env::consts::OS,
            std::env::consts::ARCH
        ),
        false => version,
    }
}

fn help() -> String {
    let mut out = format!("{}\n\nOptions:\n", usage());
    for row in OPTIONS {
        entry(&mut out, &head(row, ", "), row.help);
    }
    out += "\nArguments:\n";
    for (head, text) in ARGUMENTS {
        entry(&mut out, head, text);
    }
    out
}

const ARGUMENTS: [(&str, &str); 3] = [
    (
        "file",
        "the program: a file, or a folder or zip archive with a __main__.py",
    ),
    (
        "-",
        "read the program from standard input (what happens without arguments; at a terminal, a prompt)",
    ),
    ("arg ...", "the program's arguments, sys.argv[1:]"),
];

fn environment() -> String {
    let mut out = "Environment variables:\n".to_owned();
    for setting in ENVIRONMENT {
        entry(&mut out, setting.name, setting.help);
    }
    out
}

fn implementation() -> String {
    let mut out = "Options for -X:\n".to_owned();
    for setting in IMPLEMENTATION {
        entry(&mut out, &x_option(setting), setting.help);
    }
    out
}

fn x_option(setting: &Setting) -> String {
    format!("-X {}{}", setting.name, setting.argument)
}

/// `-c cmd`, `-V, --version`, `--timeout=S`
fn head(row: &Row, between: &str) -> String {
    let names: Vec<String> = names(row).collect();
    let argument = match (row.argument.name(), row.short) {
        (None, _) => String::new(),
        (Some(name), Some(_)) => format!(" {name}"),
        (Some(name), None) => format!("={name}"),
    };
    names.join(between) + &argument
}

/// The option's names as they are typed.
fn names(row: &Row) -> impl Iterator<Item = String> {
    let short = row.short.map(|letter| format!("-{letter}"));
    short
        .into_iter()
        .chain(row.long.map(|name| format!("--{name}")))
}

/// A line of help, or several.
fn entry(out: &mut String, head: &str, text: &str) {
    let indent = " ".repeat(HELP_COLUMN);
    let mut line = format!("{head:<width$}: ", width = HELP_COLUMN - 2);
    if head.len() > HELP_COLUMN - 2 {
        line = format!("{head}:\n{indent}");
    }
    let mut column = HELP_COLUMN;
    for (n, word) in text.split(' ').enumerate() {
        if n > 0 && column + 1 + word.len() > WIDTH {
            line += "\n";
            line += &indent;
            column = HELP_COLUMN;
        } else if n > 0 {
            line += " ";
            column += 1;
        }
        line += word;
        column += word.len();
    }
    out.push_str(&line);
    out.push('\n');
}

fn completions(shell: &str) -> String {
    match shell {
        "bash" => bash(),
        "zsh" => zsh(),
        _ => fish(),
    }
}

/// Names of `-X` options, with the `=` where a value follows.
fn x_words() -> Vec<String> {
    IMPLEMENTATION
        .iter()
        .map(|setting| match setting.argument.starts_with('=') {
            true => format!("{}=", setting.name),
            false => setting.name.to_owned(),
        })
        .collect()
}

/// What can be offered after an option.
fn words(row: &Row) -> Option<Vec<String>> {
    match row.argument {
        Argument::Choice(all) => Some(all.iter().map(|one| (*one).to_owned()).collect()),
        Argument::Module => Some(modules()),
        _ if row.short == Some('X') => Some(x_words()),
        _ if row.short == Some('W') => {
            let actions = ["default", "error", "always", "module", "once", "ignore"];
            Some(actions.map(str::to_owned).to_vec())
        }
        _ => None,
    }
}

/// The modules that one would run.
fn modules() -> Vec<String> {
    let public = |name: &&str| !name.starts_with('_') && !name.contains('.');
    let mut names: Vec<String> = dunder::stdlib::module_names()
        .filter(public)
        .map(str::to_owned)
        .collect();
    names.sort();
    names
}

fn bash() -> String {
    let mut cases = String::new();
    for row in OPTIONS {
        if matches!(row.argument, Argument::None) {
            continue;
        }
        let names: Vec<String> = names(row).collect();
        let reply = match words(row) {
            Some(words) => format!(
                "COMPREPLY=($(compgen -W '{}' -- \"$word\"))",
                words.join(" ")
            ),
            None => "COMPREPLY=()".to_owned(),
        };
        let _ = writeln!(cases, "        {}) {reply}; return ;;", names.join("|"));
    }
    let all: Vec<String> = OPTIONS.iter().flat_map(names).collect();
    let enders: Vec<String> = OPTIONS
        .iter()
        .filter(|row| matches!(row.take, Take::Program(_)))
        .flat_map(names)
        .collect();
    let takers: Vec<String> = OPTIONS
        .iter()
        .filter(|row| !matches!(row.argument, Argument::None))
        .flat_map(names)
        .collect();
    format!(
        "# Completions of dunder for bash: eval \"$(dunder --completions bash)\"
_dunder() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} at
    # \"--option=value\" is three words.
    if [ \"$before\" = '=' ]; then before=${{COMP_WORDS[COMP_CWORD-2]}}; fi
    if [ \"$word\" = '=' ]; then word=; fi
    # Behind the program stand its own arguments.
    for ((at = 1; at < COMP_CWORD; at++)); do
        case ${{COMP_WORDS[at]}} in
        {enders})
            if ((at + 1 < COMP_CWORD)); then COMPREPLY=($(compgen -f -- \"$word\")); return; fi ;;
        {takers}) ((at++)); if [ \"${{COMP_WORDS[at]}}\" = '=' ]; then ((at++)); fi ;;
        -?*) ;;
        *) COMPREPLY=($(compgen -f -- \"$word\")); return ;;
        esac
    done
    case $before in
{cases}    esac
    case $word in
        -*) COMPREPLY=($(compgen -W '{all}' -- \"$word\")) ;;
        *) COMPREPLY=($(compgen -f -- \"$word\")) ;;
    esac
}}
complete -o filenames -F _dunder dunder
",
        enders = enders.join("|"),
        takers = takers.join("|"),
        all = all.join(" "),
    )
}

fn zsh() -> String {
    let quoted = |text: &str| {
        text.replace('\'', "'\\''")
            .replace('[', "\\[")
            .replace(']', "\\]")
            .replace(':', "\\:")
    };
    let mut out = "#compdef dunder\n# Completions of dunder for zsh: dunder --completions zsh > \"${fpath[1]}/_dunder\"\n_arguments -s -S -A '-*' \\\n".to_owned();
    for row in OPTIONS {
        let value = match (row.argument.name(), words(row)) {
            (None, _) => String::new(),
            (Some(name), None) => format!(":{}: ", quoted(&name)),
            (Some(name), Some(words)) => format!(":{}:({})", quoted(&name), words.join(" ")),
        };
        // Behind a program's name everything is the program's.
        let ends = match row.take {
            Take::Program(_) => "(- : *)",
            _ => "",
        };
        for (n, name) in names(row).enumerate() {
            let equals = match (row.argument, row.short.is_some() && n == 0) {
                (Argument::None, _) => "",
                (_, true) => "+",
                (_, false) => "=",
            };
            let _ = writeln!(
                out,
                "    '{ends}{name}{equals}[{}]{value}' \\",
                quoted(row.help)
            );
        }
    }
    out + "    '1:program:_files' \\\n    '*::argument:_files'\n"
}

fn fish() -> String {
    let quoted = |text: &str| text.replace('\\', "\\\\").replace('\'', "\\'");
    let mut out =
        "# Completions of dunder for fish: dunder --completions fish | source\n".to_owned();
    for row in OPTIONS {
        out += "complete -c dunder";
        if let Some(letter) = row.short {
            let _ = write!(out, " -s {letter}");
        }
        if let Some(name) = row.long {
            let _ = write!(out, " -l {name}");
        }
        match (row.argument, words(row)) {
            (Argument::None, _) => {}
            (_, None) => out += " -x",
            (_, Some(words)) => {
                let _ = write!(out, " -x -a '{}'", quoted(&words.join(" ")));
            }
        }
        let _ = writeln!(out, " -d '{}'", quoted(row.help));
    }
    out
}

fn manual() -> String {
    let mut out = format!(
        ".TH DUNDER 1 \"\" \"Dunder {}\" \"User Commands\"\n.nh\n.SH NAME\ndunder \\- a Python interpreter that explains the object model\n",
        env!("CARGO_PKG_VERSION")
    );
    out += ".SH SYNOPSIS\n.B dunder\n[\\fIoption\\fR] ...\n[\\fB\\-c\\fR \\fIcmd\\fR | \\fB\\-m\\fR \\fImod\\fR | \\fIfile\\fR | \\fB\\-\\fR]\n[\\fIarg\\fR] ...\n";
    out += ".SH DESCRIPTION\nDunder runs programs written in Python 3.13. Without a program it reads one from standard input, or, at a\nterminal, shows a prompt at which \\fB:help\\fR lists what can be asked beside Python.\n";
    section(&mut out, "OPTIONS");
    for row in OPTIONS {
        item(&mut out, &head(row, ", "), row.help);
    }
    section(&mut out, "ARGUMENTS");
    for (head, text) in ARGUMENTS {
        item(&mut out, head, text);
    }
    section(&mut out, "IMPLEMENTATION OPTIONS");
    for setting in IMPLEMENTATION {
        item(&mut out, &x_option(setting), setting.help);
    }
    section(&mut out, "ENVIRONMENT");
    for setting in ENVIRONMENT {
        item(&mut out, setting.name, setting.help);
    }
    section(&mut out, "EXIT STATUS");
    for (status, meaning) in STATUSES {
        item(&mut out, status, meaning);
    }
    section(&mut out, "COMPLETIONS");
    for shell in SHELLS {
        item(
            &mut out,
            shell,
            match *shell {
                "bash" => "eval \"$(dunder --completions bash)\" in ~/.bashrc",
                "zsh" => "dunder --completions zsh > \"${fpath[1]}/_dunder\"",
                _ => "dunder --completions fish > ~/.config/fish/completions/dunder.fish",
            },
        );
    }
    out
}

const STATUSES: [(&str, &str); 5] = [
    ("0", "The program has ended."),
    (
        "1",
        "An exception was not caught, or the program could not be run.",
    ),
    (
        "2",
        "The command line makes no sense, or the file can't be opened.",
    ),
    (
        "120",
        "Standard output could not be written when the program had ended.",
    ),
    (
        "other",
        "What the program gave to sys.exit(). After Ctrl-C, Dunder dies of the signal SIGINT.",
    ),
];

fn section(out: &mut String, title: &str) {
    let _ = writeln!(out, ".SH {title}");
}

fn item(out: &mut String, head: &str, text: &str) {
    // A period or an apostrophe at a line's start would be a request.
    let plain = |text: &str| text.replace('\\', "\\e").replace('-', "\\-");
    let _ = writeln!(out, ".TP\n.B {}\n\\&{}", plain(head), plain(text));
}
