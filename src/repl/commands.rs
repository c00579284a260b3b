//! What can be asked at the prompt beside Python: `obj?`, `:time expr` and their kin. One table lists
//! the commands.

use super::complete::Candidates;
use super::session::Session;
use super::{objects, signature};
use crate::explain::{self, Lookup};
use dunder::exec::compile::{self, Unit};
use dunder::exec::import::import_absolute;
use dunder::exec::uncaught::Exit;
use dunder::object::lookup;
use dunder::object::ops;
use dunder::object::value::{PyResult, Value};
use dunder::stdlib::sys;
use dunder::text::Text;
use dunder::types::function::Function;
use dunder::types::method::BoundMethod;
use dunder::types::str::text_of;
use dunder::vm::Vm;
use dunder_grammar::Mode;
use std::time::Duration;

/// A command with its argument.
pub struct Command<'t> {
    row: &'static Row,
    argument: &'t str,
}

struct Row {
    name: &'static str,
    argument: &'static str,
    does: &'static str,
    run: fn(&Session<'_>, &str) -> PyResult<()>,
}

static COMMANDS: &[Row] = &[
    Row {
        name: "explain",
        argument: "obj.attr",
        does: "where an attribute comes from (also: obj.attr???)",
        run: explain,
    },
    Row {
        name: "help",
        argument: "",
        does: "this list",
        run: help,
    },
    Row {
        name: "info",
        argument: "expr",
        does: "signature, class, documentation (also: expr?)",
        run: info,
    },
    Row {
        name: "load",
        argument: "file",
        does: "run a file in this session",
        run: load,
    },
    Row {
        name: "reset",
        argument: "",
        does: "forget all names",
        run: reset,
    },
    Row {
        name: "save",
        argument: "file",
        does: "write what ran without an error to a file",
        run: save,
    },
    Row {
        name: "source",
        argument: "expr",
        does: "the source of a function or class (also: expr??)",
        run: source,
    },
    Row {
        name: "time",
        argument: "expr",
        does: "run it and say how long it took",
        run: time,
    },
    Row {
        name: "tree",
        argument: "code",
        does: "the nodes that code, or a function, is run as",
        run: tree,
    },
    Row {
        name: "type",
        argument: "expr",
        does: "the class of a value and its bases",
        run: type_of,
    },
];

/// The suffixes that stand for commands, longest first.
const SUFFIXES: [(&str, &str); 3] = [("???", "explain"), ("??", "source"), ("?", "info")];

/// The command that a text is.
pub fn parse(text: &str) -> Option<Command<'_>> {
    let text = text.trim();
    if text.contains(['\n', '#']) {
        return None;
    }
    if let Some(rest) = text.strip_prefix(':') {
        let (name, argument) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        let row = COMMANDS.iter().find(|row| row.name == name);
        // What is no command is explained by the list of those that are.
        let row = row.or_else(|| COMMANDS.iter().find(|row| row.name == "help"))?;
        return Some(Command {
            row,
            argument: argument.trim(),
        });
    }
    let (argument, name) = SUFFIXES
        .iter()
        .find_map(|(suffix, name)| Some((text.strip_suffix(suffix)?, *name)))?;
    let row = COMMANDS.iter().find(|row| row.name == name)?;
    (!argument.is_empty() && !argument.ends_with(['"', '\''])).then_some(Command {
        row,
        argument: argument.trim(),
    })
}

/// Whether a text is a command.
pub fn is_command(text: &str) -> bool {
    parse(text).is_some()
}

/// Runs a command.
pub fn run(session: &Session<'_>, command: &Command<'_>) -> Option<Exit> {
    let row = command.row;
    if command.argument.is_empty() && !row.argument.is_empty() {
        show(session, &format!("usage: :{} {}\n", row.name, row.argument));
        return None;
    }
    session.finish((row.run)(session, command.argument))
}

/// Completes the name of a command.
pub fn complete(line: &str, cursor: usize) -> Option<Candidates> {
    let typed = line.strip_prefix(':')?;
    if typed.contains(char::is_whitespace) {
        return None;
    }
    let names = COMMANDS
        .iter()
        .map(|row| row.name)
        .filter(|name| name.starts_with(typed));
    Some((
        cursor - typed.len(),
        names.map(|name| format!("{name} ")).collect(),
    ))
}

/// Prints to `sys.stdout`'s place: what a command answers is no output of the program.
fn show(session: &Session<'_>, text: &str) {
    sys::write_err(session.vm(), &Text::from_wtf8(text.as_bytes()));
}

fn help(session: &Session<'_>, _: &str) -> PyResult<()> {
    let mut out = String::new();
    for row in COMMANDS {
        let head = format!(":{} {}", row.name, row.argument);
        out += &format!("{head:<20} {}\n", row.does);
    }
    show(session, &out);
    Ok(())
}

fn explain(session: &Session<'_>, argument: &str) -> PyResult<()> {
    let vm = session.vm();
    let Some(asked) = Lookup::parse(argument) else {
        show(session, "usage: :explain obj.attr\n");
        return Ok(());
    };
    let object = session.evaluate(&asked.object)?;
    let told = explain::tell(vm, object, &asked.name)?;
    show(session, &format!("{}\n", told.text));
    Ok(())
}

fn info(session: &Session<'_>, argument: &str) -> PyResult<()> {
    let vm = session.vm();
    let value = session.evaluate(argument)?;
    let mut out = String::new();
    if let Some(parameters) = signature::parameters(vm, &value) {
        let name = argument.rsplit('.').next().unwrap_or(argument);
        out += &format!("signature: {name}({parameters})\n");
    }
    out += &format!("class:     {}\n", vm.type_name(&value));
    let shown = ops::repr(vm, &value)?.text.to_string_lossy();
    let first: String = shown
        .lines()
        .next()
        .unwrap_or_default()
        .chars()
        .take(70)
        .collect();
    out += &format!("value:     {first}\n");
    if let Some(place) = place(vm, &value) {
        out += &format!("defined:   {place}\n");
    }
    let doc = lookup::get_optional(vm, &value, &vm.names.__doc__)?;
    if let Some(doc) = doc.as_ref().and_then(text_of) {
        out += &format!("\n{}\n", doc.to_string_lossy().trim_end());
    }
    show(session, &out);
    Ok(())
}

fn function_of(value: &Value) -> Option<Value> {
    if let Some(method) = value.get::<BoundMethod>() {
        return function_of(&method.function);
    }
    value.get::<Function>().map(|_| value.clone())
}

/// File and line of a function, or the module of something else.
fn place(vm: &Vm, value: &Value) -> Option<String> {
    if let Some(function) = function_of(value)
        && let Some(function) = function.get::<Function>()
    {
        let code = function.code.get();
        return Some(format!(
            "{}:{}",
            code.source.filename,
            code.source.line(code.span.start)
        ));
    }
    let names = objects::attribute_names(vm, value);
    if !names.contains("__module__") {
        return None;
    }
    match lookup::get_optional(vm, value, &vm.intern("__module__")) {
        Ok(module) => Some(text_of(&module?)?.to_string_lossy()),
        Err(_) => {
            drop(vm.take_pending());
            None
        }
    }
}

/// The lines of a function.
fn source_of(value: &Value) -> Option<String> {
    let function = function_of(value)?;
    let code = function.get::<Function>()?.code.get().clone();
    let lines = code.source.lines();
    let (first, last) = (lines.line(code.span.start), lines.line(code.span.end));
    let text: Vec<&str> = (first..=last)
        .filter_map(|line| {
            let span = lines.line_span(line);
            code.source.text.get(span.start as usize..span.end as usize)
        })
        .collect();
    Some(format!("{}\n", text.concat().trim_end()))
}

fn source(session: &Session<'_>, argument: &str) -> PyResult<()> {
    let vm = session.vm();
    let value = session.evaluate(argument)?;
    if let Some(text) = source_of(&value) {
        show(session, &text);
        return Ok(());
    }
    let inspect = import_absolute(vm, "inspect")?;
    let getsource = lookup::get(vm, &inspect, &vm.intern("getsource"))?;
    let text = vm.call(&getsource, &[value])?;
    let text = ops::str(vm, &text)?;
    show(session, &text.text.to_string_lossy());
    Ok(())
}

/// One line a node: its type, indented, and the syntax it is made of.
fn tree(session: &Session<'_>, argument: &str) -> PyResult<()> {
    const SYNTAX: usize = 40;
    let vm = session.vm();
    let function = objects::resolve(vm, session.namespace(), argument);
    let text = match function.as_ref().and_then(source_of) {
        Some(text) => without_indentation(&text),
        None => format!("{argument}\n"),
    };
    let unit = Unit::new("<string>", &text, Mode::Module);
    let (source, rows) = compile::outline(vm, &unit)?;
    let mut out = String::new();
    for row in rows {
        let node = format!("{}{}", "  ".repeat(row.depth), row.node);
        let syntax = source
            .text
            .get(row.span.start as usize..row.span.end as usize)
            .and_then(|text| text.lines().next())
            .unwrap_or_default();
        let cut: String = syntax.chars().take(SYNTAX).collect();
        let more = if cut.len() < syntax.len() { "…" } else { "" };
        out += &format!("{node:<SYNTAX$}  {cut}{more}\n");
    }
    show(session, &out);
    Ok(())
}

fn without_indentation(text: &str) -> String {
    let blanks = text.len() - text.trim_start_matches([' ', '\t']).len();
    let line = |line: &str| line.get(blanks..).unwrap_or("\n").to_owned();
    text.split_inclusive('\n').map(line).collect()
}

fn type_of(session: &Session<'_>, argument: &str) -> PyResult<()> {
    let vm = session.vm();
    let value = session.evaluate(argument)?;
    let mro = vm.class_of(&value).mro();
    let names: Vec<String> = mro.iter().map(|class| class.name_text()).collect();
    show(session, &format!("{}\n", names.join(" → ")));
    Ok(())
}

fn time(session: &Session<'_>, argument: &str) -> PyResult<()> {
    let vm = session.vm();
    let start = vm.host.monotonic();
    let done = session.statement(argument);
    let took = vm.host.monotonic().saturating_sub(start);
    done?;
    show(session, &format!("{}\n", duration(took)));
    Ok(())
}

fn duration(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    let (scale, unit) = match seconds {
        s if s >= 1.0 => (1.0, "s"),
        s if s >= 1e-3 => (1e3, "ms"),
        _ => (1e6, "µs"),
    };
    format!("{:.3} {unit}", seconds * scale)
}

fn load(session: &Session<'_>, file: &str) -> PyResult<()> {
    let vm = session.vm();
    let bytes = vm
        .host
        .read_file(file)
        .map_err(|error| dunder::stdlib::raise_os(vm, &error, Some(&vm.str(file))))?;
    session.load(file, &bytes)
}

fn save(session: &Session<'_>, file: &str) -> PyResult<()> {
    let vm = session.vm();
    // At a terminal it is the person who asks, not a program: no host stands between.
    let written = std::fs::write(file, session.log());
    written.map_err(|error| dunder::stdlib::raise_os(vm, &error, Some(&vm.str(file))))
}

fn reset(session: &Session<'_>, _: &str) -> PyResult<()> {
    session.reset();
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::parse;

    fn parsed(text: &str) -> Option<(&'static str, &str)> {
        parse(text).map(|command| (command.row.name, command.argument))
    }

    #[test]
    fn commands_are_told_from_python() {
        assert_eq!(parsed("x.y?"), Some(("info", "x.y")));
        assert_eq!(parsed("x.y??"), Some(("source", "x.y")));
        assert_eq!(parsed("x.y???"), Some(("explain", "x.y")));
        assert_eq!(parsed(":time f(1)"), Some(("time", "f(1)")));
        assert_eq!(parsed(":nonsense"), Some(("help", "")));
        for python in ["'what?'", "x = 1 # why?", "x", "lambda: 1", "?"] {
            assert_eq!(parsed(python), None, "{python}");
        }
    }
}
