//! Lexer, grammar and syntax errors of Python 3.13.

#![deny(unsafe_code)]

mod actions;
pub mod ast;
pub mod check;
pub mod classes;
mod decode;
pub mod error;
mod escape;
mod explain;
mod fstring;
pub mod hash;
mod layout;
pub mod lines;
mod locate;
mod number;
mod outline;
mod parser;
mod recover;
mod related;
mod soft_keywords;
mod token;
mod undecoded;
pub mod walk;

use std::borrow::Cow;

use ast::Ast;
pub use ast::Span;
pub use decode::{decode_file, decode_source, foreign_encoding, normalise_newlines, not_decoded};
pub use error::{ErrorKind, Location, Origin, SyntaxError, SyntaxWarning, WarningCategory};
pub use lines::{LineIndex, Position};
use parser::Unfinished;
pub use parser::as_error;
pub use recover::without_statement;
pub use related::{Related, related};

/// The height an expression's tree may have, as in CPython 3.13.
pub const MAX_DEPTH: u32 = 9_996;

/// Which of `compile()`'s modes to parse in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// `'exec'`: a file.
    Module,
    /// `'single'`: one statement at the prompt.
    Interactive,
    /// `'eval'`: one expression.
    Expression,
}

/// What decides how a source is parsed besides its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// What is expected.
    pub mode: Mode,
    /// `await` outside functions was asked for (`PyCF_ALLOW_TOP_LEVEL_AWAIT`): that is refused as not supported.
    pub top_level_await: bool,
    /// The longest decimal integer literal, in digits (`sys.get_int_max_str_digits()`); 0 for any.
    pub max_int_digits: u32,
    /// Make the checks that CPython makes after parsing; without, the result is that of `ast.parse`.
    pub check: bool,
}

impl From<Mode> for Options {
    fn from(mode: Mode) -> Options {
        Options {
            mode,
            top_level_await: false,
            max_int_digits: 4_300,
            check: true,
        }
    }
}

/// A source that parsed.
#[derive(Debug, Clone, PartialEq)]
pub struct Parsed {
    /// The tree.
    pub ast: Ast,
    /// In the order in which CPython issues them.
    pub warnings: Vec<SyntaxWarning>,
}

/// Parses and checks `source`. Spans in the result refer to the text with its line ends as
/// [`normalise_newlines`] leaves them.
pub fn parse(source: &str, options: impl Into<Options>) -> Result<Parsed, SyntaxError> {
    if memchr::memchr(0, source.as_bytes()).is_some() {
        let message = "source code string cannot contain null bytes";
        return Err(SyntaxError::without_place(ErrorKind::Syntax, message));
    }
    let options = options.into();
    parser::parse(&prepared(source, options.mode), options, Unfinished::Closes)
}

/// Parses a module that is known to be valid and to have `\n` line ends, without the bodies of its
/// functions: [`ast::StmtKind::Skipped`] stands for what comes after their doc strings. No line inside
/// of a function may be indented less than its body. Checks nothing.
pub fn parse_outline(source: &str) -> Result<Parsed, SyntaxError> {
    parse_known(source, outline::lex(source))
}

/// Parses a definition whose body [`parse_outline`] has left out; `span` is that of its statement.
pub fn parse_definition(source: &str, span: Span) -> Result<Parsed, SyntaxError> {
    parse_known(source, outline::lex_definition(source, span))
}

fn parse_known(source: &str, lexed: layout::Lexed) -> Result<Parsed, SyntaxError> {
    let options = Options {
        check: false,
        max_int_digits: 0,
        ..Options::from(Mode::Module)
    };
    parser::parse_lexed(source, options, Unfinished::Closes, lexed)
}

/// Whether `source` is the beginning of something, so that the prompt should ask for another line.
/// It is when it can't be parsed, but could with a newline behind it or with whatever more.
pub fn is_incomplete(source: &str, options: impl Into<Options>) -> bool {
    let options = options.into();
    let is_blank = |line: &str| line.trim().is_empty() || line.trim().starts_with('#');
    if source.lines().all(is_blank) && options.mode != Mode::Expression {
        return false;
    }
    let parse = |source: &str| {
        parser::parse(
            &prepared(source, options.mode),
            options,
            Unfinished::StaysOpen,
        )
    };
    parse(source).is_err()
        && parse(&format!("{source}\n")).map_or_else(|error| error.incomplete, |_| true)
}

/// The text that is parsed: a file's last line ends with a newline, whether it is there or not.
fn prepared(source: &str, mode: Mode) -> Cow<'_, str> {
    let mut source = normalise_newlines(source);
    if mode == Mode::Module && !source.is_empty() && !source.ends_with('\n') {
        source.to_mut().push('\n');
    }
    source
}
