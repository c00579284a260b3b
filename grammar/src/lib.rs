//! Lexer, grammar and syntax errors of Python 3.13.

#![deny(unsafe_code)]

pub mod ast;
pub mod error;
pub mod lines;

use ast::Ast;
pub use ast::Span;
pub use error::{ErrorKind, Location, SyntaxError, SyntaxWarning, WarningCategory};
pub use lines::{LineIndex, Position};

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
    /// `await` is legal outside functions (`PyCF_ALLOW_TOP_LEVEL_AWAIT`).
    pub top_level_await: bool,
}

impl From<Mode> for Options {
    fn from(mode: Mode) -> Options {
        Options {
            mode,
            top_level_await: false,
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

/// Parses and checks `source`.
pub fn parse(_source: &str, _options: impl Into<Options>) -> Result<Parsed, SyntaxError> {
    Ok(Parsed {
        ast: Ast::Module(Vec::new()),
        warnings: Vec::new(),
    })
}

/// Turns a file's bytes into text: byte order mark, coding cookie, line ends.
pub fn decode_source(bytes: &[u8]) -> Result<String, SyntaxError> {
    Ok(String::from_utf8_lossy(bytes).into_owned())
}
