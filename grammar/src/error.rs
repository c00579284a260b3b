//! What the front end reports: syntax errors and warnings, located as CPython locates them.

use crate::ast::Span;
use crate::lines::{LineIndex, Position};
use crate::locate::offset_of;

/// Which exception CPython raises for the error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// `SyntaxError`
    Syntax,
    /// `IndentationError`
    Indentation,
    /// `TabError`
    Tab,
    /// `RecursionError`: the tree is too deep to compile. Carries no location.
    Recursion,
    /// `MemoryError`: nesting too deep to parse. Carries no location.
    Memory,
}

/// An error that prevents a source from being compiled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    /// Which exception to raise.
    pub kind: ErrorKind,
    /// The exception's `msg`.
    pub message: String,
    /// `lineno`, `offset`, `end_lineno`, `end_offset`; `None` when CPython gives none.
    pub location: Option<Location>,
    /// The exception's `text`.
    pub text: Option<String>,
    /// More input could complete the source: the prompt should ask for another line.
    pub incomplete: bool,
    /// CPython finds it in its symbol table or its compiler, which take `text` from the file.
    pub after_parsing: bool,
    /// CPython's tokenizer finds it and shows the line that it is reading; all others show the file's.
    pub in_tokenizer: bool,
    /// The exception's `args` are but the message, as they are for what CPython finds in its symbol table.
    pub only_message: bool,
    /// What CPython warns of before it comes to the error.
    pub warnings: Vec<SyntaxWarning>,
}

/// A syntax error's place: lines from 1, offsets in characters from 1, exactly CPython's attributes
/// (which for a few errors are 0 or -1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Location {
    /// `lineno`
    pub line: i32,
    /// `offset`
    pub offset: i32,
    /// `end_lineno`; without, the exception's details have four items
    pub end_line: Option<i32>,
    /// `end_offset`
    pub end_offset: Option<i32>,
}

impl SyntaxError {
    /// The answer to an expression whose tree is too deep to compile.
    pub fn too_deep() -> SyntaxError {
        SyntaxError::without_place(
            ErrorKind::Recursion,
            "maximum recursion depth exceeded during compilation",
        )
    }

    /// The answer to a source that nests a construct too often in itself.
    pub fn too_complex() -> SyntaxError {
        SyntaxError::without_place(
            ErrorKind::Memory,
            "Parser stack overflowed - Python source too complex to parse",
        )
    }

    /// An error that CPython reports without a location.
    pub fn without_place(kind: ErrorKind, message: impl Into<String>) -> SyntaxError {
        SyntaxError {
            kind,
            message: message.into(),
            location: None,
            text: None,
            incomplete: false,
            after_parsing: false,
            in_tokenizer: false,
            only_message: false,
            warnings: Vec::new(),
        }
    }

    /// Gives the error the place that CPython gives to code of its own making.
    pub(crate) fn forget_place(&mut self) {
        let end_offset = Some(0);
        self.location = Some(Location {
            line: -1,
            offset: 0,
            end_line: Some(-1),
            end_offset,
        });
        self.text = None;
    }

    /// Says of the error what CPython says when the file begins with a byte order mark. It finds the column
    /// in the bytes without the mark, and makes characters of them in the line with the mark.
    pub fn with_mark(&mut self) {
        let (Some(at), Some(text)) = (&mut self.location, &mut self.text) else {
            return;
        };
        if at.line != 1 || self.in_tokenizer {
            return;
        }
        let marked = format!("\u{feff}{text}");
        if !self.after_parsing {
            let before = |offset: i32| -> usize {
                let characters = usize::try_from(offset - 1).unwrap_or(0);
                text.chars().take(characters).map(char::len_utf8).sum()
            };
            for offset in std::iter::once(&mut at.offset).chain(&mut at.end_offset) {
                if *offset > 0 {
                    *offset = offset_of(&marked, before(*offset));
                }
            }
        }
        *text = marked;
    }

    /// A `SyntaxError` that covers `span` of `source`, as the parser reports one: its offsets count
    /// characters.
    pub fn at(
        message: impl Into<String>,
        span: Span,
        source: &str,
        lines: &LineIndex,
    ) -> SyntaxError {
        let place = |offset| lines.position(source, offset);
        SyntaxError::between(
            message.into(),
            place(span.start),
            place(span.end),
            source,
            lines,
        )
    }

    /// As [`SyntaxError::at`], for what CPython finds after parsing (in its symbol table or its
    /// compiler): the offsets of those errors count the bytes of the line's UTF-8.
    pub fn after_parsing(
        message: impl Into<String>,
        span: Span,
        source: &str,
        lines: &LineIndex,
    ) -> SyntaxError {
        let place = |offset| lines.byte_position(offset);
        let error = SyntaxError::between(
            message.into(),
            place(span.start),
            place(span.end),
            source,
            lines,
        );
        SyntaxError {
            after_parsing: true,
            ..error
        }
    }

    fn between(
        message: String,
        start: Position,
        end: Position,
        source: &str,
        lines: &LineIndex,
    ) -> SyntaxError {
        let text = lines.line_span(start.line);
        SyntaxError {
            kind: ErrorKind::Syntax,
            message,
            location: Some(Location {
                line: start.line as i32,
                offset: start.column as i32 + 1,
                end_line: Some(end.line as i32),
                end_offset: Some(end.column as i32 + 1),
            }),
            text: source
                .get(text.start as usize..text.end as usize)
                .map(str::to_owned),
            incomplete: false,
            after_parsing: false,
            in_tokenizer: false,
            only_message: false,
            warnings: Vec::new(),
        }
    }
}

/// The class of a warning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WarningCategory {
    /// `SyntaxWarning`
    Syntax,
    /// `DeprecationWarning`
    Deprecation,
}

/// A warning about something that compiles but is probably a mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxWarning {
    /// The text.
    pub message: String,
    /// Where; the warning's line is that of the span's start.
    pub span: Span,
    /// The class.
    pub category: WarningCategory,
    /// Who warns.
    pub origin: Origin,
}

/// Which part of CPython issues a warning: an error that it is turned into has its place from there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The tokenizer, at the last character that it has read.
    Tokenizer,
    /// The parser.
    Parser,
    /// The compiler.
    Compiler,
}
