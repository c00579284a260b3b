//! From source text to code objects, and the front end's errors and warnings as Python's exceptions
//! and warnings.

use crate::exec::tree::{Code, Source};
use crate::lower::{self, Options, scope};
use crate::object::exception::Exception;
use crate::object::ops;
use crate::object::value::{PyResult, Raised, Value};
use crate::types::encoding::{self, Arguments};
use crate::types::str::text_of;
use crate::vm::Vm;
use dunder_grammar::ast::Ast;
use dunder_grammar::{
    ErrorKind, LineIndex, Mode, Parsed, SyntaxError, SyntaxWarning, WarningCategory,
};
use std::rc::Rc;

/// What is to be compiled.
pub struct Unit<'a> {
    /// `co_filename`
    pub filename: &'a str,
    /// The text.
    pub text: &'a str,
    /// What is expected.
    pub mode: Mode,
    /// What lowering depends on.
    pub options: Options,
    /// Whether the text is what the file of that name holds.
    pub is_file: bool,
    /// Whether CPython reads it line by line: at the end of the input its parser is in no column.
    pub by_lines: bool,
}

impl<'a> Unit<'a> {
    /// A text that is in no file.
    pub fn new(filename: &'a str, text: &'a str, mode: Mode) -> Unit<'a> {
        Unit {
            filename,
            text,
            mode,
            options: Options::default(),
            is_file: false,
            by_lines: false,
        }
    }

    /// The same, for a program that CPython reads line by line.
    pub fn by_lines(self) -> Unit<'a> {
        Unit {
            by_lines: true,
            ..self
        }
    }

    /// The text of a module's file.
    pub fn of_file(filename: &'a str, text: &'a str) -> Unit<'a> {
        Unit {
            is_file: true,
            ..Unit::new(filename, text, Mode::Module)
        }
    }
}

/// Compiles a text.
///
/// # Errors
/// SyntaxError and its kin; whatever warnings turned into errors raise.
pub fn compile(vm: &Vm, unit: &Unit<'_>) -> PyResult<Rc<Code>> {
    let mut parsed = parse(vm, unit, true);
    if let Err(error) = &mut parsed {
        if unit.by_lines {
            forget_last_column(error, unit);
        }
        if let Some(first) = mistake_in_names(vm, unit) {
            *error = first;
        }
    }
    let (source, parsed) = warned(vm, unit, parsed)?;
    let source = Rc::new(source);
    let code = lower::lower(vm, &parsed.ast, &source, with_level(vm, unit.options));
    code.map_err(|error| raise_located(vm, *error, unit))
}

/// The nodes that a text becomes, with the text as they refer to it.
///
/// # Errors
/// As [`compile`].
pub fn outline(vm: &Vm, unit: &Unit<'_>) -> PyResult<(Rc<Source>, Vec<lower::outline::Row>)> {
    let (source, parsed) = warned(vm, unit, parse(vm, unit, true))?;
    let source = Rc::new(source);
    match lower::outline(vm, &parsed.ast, &source) {
        Ok(rows) => Ok((source, rows)),
        Err(error) => Err(raise_located(vm, *error, unit)),
    }
}

/// What is wrong with the names of a text that can be parsed: CPython finds that before it compiles.
fn mistake_in_names(vm: &Vm, unit: &Unit<'_>) -> Option<SyntaxError> {
    let parsed = parse(vm, unit, false).ok()?;
    let text = dunder_grammar::normalise_newlines(unit.text);
    dunder_grammar::check::check_future(&parsed.ast, &text).ok()?;
    let lines = LineIndex::new(&text);
    let mut error = scope::mistake(&parsed.ast, &text, &lines, unit.options.of_scopes())?;
    error.warnings = parsed.warnings;
    Some(error)
}

/// Takes the column from an error that is at the very end.
fn forget_last_column(error: &mut SyntaxError, unit: &Unit<'_>) {
    let Some(at) = &mut error.location else {
        return;
    };
    let text = error.text.as_deref().unwrap_or_default();
    let past_end = usize::try_from(at.offset)
        .is_ok_and(|offset| offset > text.trim_end_matches('\n').chars().count());
    let last = usize::try_from(at.line).is_ok_and(|line| line >= unit.text.lines().count());
    let wants_more = error.message.starts_with("expected ");
    if wants_more && at.end_offset == Some(-1) && last && past_end {
        at.offset = 0;
    }
}

/// The options with the level of optimisation that the command line asked for, if they have none.
pub fn with_level(vm: &Vm, options: Options) -> Options {
    let level = || Some(vm.state.sys.flags.borrow().optimize.min(2));
    Options {
        optimize: options.optimize.or_else(level),
        ..options
    }
}

/// Parses a text without the checks that come after parsing: for `ast.parse`.
///
/// # Errors
/// As [`compile`].
pub fn parse_only(vm: &Vm, unit: &Unit<'_>) -> PyResult<(Source, Ast)> {
    let (source, parsed) = warned(vm, unit, parse(vm, unit, false))?;
    Ok((source, parsed.ast))
}

/// The text as it is parsed and what it parses to, its warnings issued.
fn warned(
    vm: &Vm,
    unit: &Unit<'_>,
    parsed: Result<Parsed, SyntaxError>,
) -> PyResult<(Source, Parsed)> {
    let mut text = dunder_grammar::normalise_newlines(unit.text);
    if !text.ends_with('\n') && unit.mode == Mode::Module {
        text.to_mut().push('\n');
    }
    let source = Source::new(unit.filename, &text);
    let warnings = match &parsed {
        Ok(parsed) => &parsed.warnings,
        Err(error) => &error.warnings,
    };
    for warning in warnings {
        issue(vm, unit, &source, warning)?;
    }
    let parsed = parsed.map_err(|error| raise_located(vm, error, unit))?;
    Ok((source, parsed))
}

fn parse(vm: &Vm, unit: &Unit<'_>, check: bool) -> Result<Parsed, SyntaxError> {
    let options = dunder_grammar::Options {
        check,
        top_level_await: unit.options.top_level_await,
        max_int_digits: u32::try_from(vm.state.digit_limit.get()).unwrap_or(u32::MAX),
        ..dunder_grammar::Options::from(unit.mode)
    };
    dunder_grammar::parse(unit.text, options)
}

/// Issues a warning of the front end; one that is an error is a SyntaxError at that place.
fn issue(vm: &Vm, unit: &Unit<'_>, source: &Source, warning: &SyntaxWarning) -> PyResult<()> {
    let category = match warning.category {
        WarningCategory::Syntax => &vm.exceptions.SyntaxWarning,
        WarningCategory::Deprecation => &vm.exceptions.DeprecationWarning,
    };
    let line = source.line(warning.span.start);
    let issued = crate::stdlib::warn::explicit(
        vm,
        category,
        vm.str(&warning.message),
        unit.filename,
        i64::from(line),
    );
    let Err(raised) = issued else { return Ok(()) };
    if !vm.pending_is(category) {
        return Err(raised);
    }
    drop(vm.take_pending());
    let error = dunder_grammar::as_error(warning, &source.text);
    Err(raise_located(vm, error, unit))
}

/// Raises a syntax error found in a unit.
fn raise_located(vm: &Vm, mut error: SyntaxError, unit: &Unit<'_>) -> Raised {
    if unit.is_file
        && let Some(text) = &mut error.text
    {
        // Lines that are one to the tokenizer are not in the file.
        let content = text.strip_suffix('\n').unwrap_or(text);
        let start = content.rfind('\n').map_or(0, |newline| newline + 1);
        text.drain(..start);
        if has_mark(vm, unit) {
            error.with_mark();
        }
    }
    if error.after_parsing && !unit.is_file {
        // CPython looks for the line in the file; a text that is in none has none.
        error.text = error.location.and_then(|location| {
            let bytes = vm.host.read_file(unit.filename).ok()?;
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let line = usize::try_from(location.line).ok()?.checked_sub(1)?;
            text.split_inclusive('\n').nth(line).map(str::to_owned)
        });
    }
    raise(vm, &error, unit.filename)
}

/// Whether the unit's file begins with a byte order mark, which its text does not have any more.
fn has_mark(vm: &Vm, unit: &Unit<'_>) -> bool {
    // A pipe can't be read again.
    let bytes = || vm.host.read_file(unit.filename);
    vm.host.is_file(unit.filename) && bytes().is_ok_and(|bytes| bytes.starts_with(b"\xEF\xBB\xBF"))
}

/// Raises what the front end reports.
pub fn raise(vm: &Vm, error: &SyntaxError, filename: &str) -> Raised {
    let e = &vm.exceptions;
    let class = match error.kind {
        ErrorKind::Syntax => &e.SyntaxError,
        ErrorKind::Indentation => &e.IndentationError,
        ErrorKind::Tab => &e.TabError,
        ErrorKind::Recursion => return vm.recursion_error(&error.message),
        ErrorKind::Memory => return vm.memory_error(&error.message),
    };
    let number =
        |number: Option<i32>| number.map_or(Value::None, |number| Value::Int(number.into()));
    let details = error.location.map(|at| {
        let text = error.text.as_ref().map_or(Value::None, |text| vm.str(text));
        let start = [
            vm.str(filename),
            number(Some(at.line)),
            number(Some(at.offset)),
            text,
        ];
        let end = at
            .end_line
            .map(|line| [number(Some(line)), number(at.end_offset)]);
        start
            .into_iter()
            .chain(end.into_iter().flatten())
            .collect::<Vec<_>>()
    });
    let mut args = vec![vm.str(&error.message)];
    if let Some(details) = &details
        && !error.only_message
    {
        args.push(vm.tuple(details.clone()));
    }
    let exception = match vm.call(&class.value(), &args) {
        Ok(exception) => exception,
        Err(raised) => return raised,
    };
    if let (true, Some(details)) = (error.only_message, details)
        && let Some(fields) = exception.get::<Exception>()
    {
        // After `msg` they stand in this order.
        for (at, value) in details.into_iter().enumerate() {
            fields.set_field(at + 1, value);
        }
    }
    vm.raise_value(exception)
}

/// Reads a source as CPython does: coding cookie, byte order mark.
///
/// # Errors
/// SyntaxError for what is no text in its encoding.
pub fn decode(vm: &Vm, bytes: &[u8], filename: &str) -> PyResult<String> {
    if let Some(name) = foreign_encoding(bytes) {
        return decode_foreign(vm, bytes, &name).map_err(|message| {
            let error = dunder_grammar::not_decoded(message);
            raise(vm, &error, filename)
        });
    }
    dunder_grammar::decode_source(bytes).map_err(|error| raise(vm, &error, filename))
}

/// As [`decode`], for scripts, about whose files CPython's messages say more.
///
/// # Errors
/// SyntaxError for what is no text in its encoding.
pub fn decode_file(vm: &Vm, bytes: &[u8], filename: &str) -> PyResult<String> {
    if let Some(name) = foreign_encoding(bytes) {
        return decode_foreign(vm, bytes, &name).map_err(|_| {
            let message = format!("encoding problem: {name}");
            let error = SyntaxError::without_place(ErrorKind::Syntax, message);
            raise(vm, &error, filename)
        });
    }
    dunder_grammar::decode_file(bytes, filename).map_err(|error| raise(vm, &error, filename))
}

/// The encoding of a source that a codec of the interpreter has to decode; null bytes are refused before.
fn foreign_encoding(bytes: &[u8]) -> Option<String> {
    match memchr::memchr(0, bytes) {
        Some(_) => None,
        None => dunder_grammar::foreign_encoding(bytes),
    }
}

/// Decodes a source by a codec, built in or registered; what the codec raised, in words.
fn decode_foreign(vm: &Vm, bytes: &[u8], encoding: &str) -> Result<String, String> {
    let name = vm.str(encoding);
    let decoded = Arguments::new(vm, "decode", &name, &Value::Unbound)
        .and_then(|arguments| encoding::decode(vm, &vm.bytes(bytes), &arguments));
    match decoded.as_ref().map(text_of) {
        Ok(Some(text)) => {
            let text = text.to_string_lossy();
            Ok(dunder_grammar::normalise_newlines(&text).into_owned())
        }
        Ok(None) => Err(format!("encoding problem: {encoding}")),
        Err(_) => {
            let message = ops::str(vm, &vm.take_pending());
            Err(message.map_or_else(|_| String::new(), |text| text.text.to_string_lossy()))
        }
    }
}
