//! From characters to the parser's tokens: indentation, logical lines, brackets, strings.
//!
//! One pass over the whole source fills a vector, so that the soft keywords and the explanation of
//! errors can look ahead. The pass stops at the first error and leaves a `Tok::Error` there: the
//! parser, like CPython's, only reports it when it gets that far.

use logos::{Lexer, Logos};

use crate::ast::Span;
use crate::error::{ErrorKind, Origin, SyntaxWarning, WarningCategory};
use crate::fstring::FString;
use crate::number;
use crate::token::{Tok, Token};

/// CPython's limits.
const MAX_BRACKETS: usize = 200;
const MAX_INDENTS: usize = 100;
const MAX_FSTRINGS: usize = 150;

/// What the lexer makes of a source.
#[derive(Debug)]
pub(crate) struct Lexed {
    /// Ends with `EndMarker` or `Error`.
    pub tokens: Vec<Token>,
    /// Set when the last token is `Error`.
    pub error: Option<LexError>,
    pub warnings: Vec<SyntaxWarning>,
}

/// An error found by the lexer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LexError {
    pub kind: ErrorKind,
    pub message: String,
    pub place: Place,
    /// The input ended too soon.
    pub at_end: bool,
    /// An f-string is being read.
    pub in_fstring: bool,
    /// The innermost open bracket.
    pub open: Option<Bracket>,
}

impl LexError {
    /// Whether CPython's lexer reports this itself, rather than let the parser find the words.
    pub(crate) fn is_immediate(&self) -> bool {
        matches!(self.place, Place::Consumed(_) | Place::Range(_))
    }
}

/// CPython's lexer has several ways to locate its errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// At the last consumed character: this is the offset after it.
    Consumed(u32),
    /// From one character to another.
    Range(Span),
    /// The start of the line of this offset.
    Line(u32),
    /// The end of the line of this offset.
    LineEnd(u32),
    /// The character at `offset`, counted from where the lexer's buffer starts: an earlier line if a
    /// token or a backslash continues from there.
    After { offset: u32, buffer: u32 },
    /// The innermost open bracket.
    Bracket,
}

/// An open bracket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Bracket {
    pub open: u8,
    pub offset: u32,
}

pub(crate) struct Indent {
    /// With tabs every eight columns.
    pub(crate) column: u32,
    /// With tabs of one column: both must agree on what is deeper.
    alternative: u32,
}

impl Indent {
    /// An indentation without tabs.
    pub(crate) fn at(column: u32) -> Indent {
        Indent {
            column,
            alternative: column,
        }
    }
}

/// The lexer with its context.
pub(crate) struct Layout<'s> {
    pub(crate) source: &'s str,
    pub(crate) lexer: Lexer<'s, Tok>,
    pub(crate) out: Lexed,
    pub(crate) brackets: Vec<Bracket>,
    pub(crate) fstrings: Vec<FString>,
    pub(crate) indents: Vec<Indent>,
    pub(crate) at_line_start: bool,
    /// In an outline: up to where functions are kept whole.
    pub(crate) whole_until: Option<u32>,
    /// Where the current line starts, or the first of those that are joined with it.
    buffer: u32,
    /// The current line has nothing but white space and a comment so far.
    blank: bool,
}

/// Stops the lexer; the error itself is in `Lexed`.
#[derive(Debug)]
pub(crate) struct Stop;

/// Splits `source` into tokens. `source` has `\n` line ends only.
pub(crate) fn lex(source: &str) -> Lexed {
    run(Layout::new(source, Tok::lexer(source)))
}

/// Reads up to the end or the first error.
pub(crate) fn run(mut layout: Layout<'_>) -> Lexed {
    while let Ok(true) = layout.step() {}
    layout.out
}

impl<'s> Layout<'s> {
    /// At the start of `source`, or wherever `lexer` is.
    pub(crate) fn new(source: &'s str, lexer: Lexer<'s, Tok>) -> Layout<'s> {
        let tokens = Vec::with_capacity(lexer.remainder().len() / 4 + 4);
        Layout {
            source,
            lexer,
            out: Lexed {
                tokens,
                error: None,
                warnings: Vec::new(),
            },
            brackets: Vec::new(),
            fstrings: Vec::new(),
            indents: vec![Indent::at(0)],
            at_line_start: true,
            whole_until: None,
            buffer: 0,
            blank: false,
        }
    }

    /// How far the source has been read.
    pub(crate) fn at(&self) -> u32 {
        (self.source.len() - self.lexer.remainder().len()) as u32
    }

    pub(crate) fn push(&mut self, kind: Tok, start: u32, end: u32) {
        self.out.tokens.push(Token {
            kind,
            span: Span::new(start, end),
        });
    }

    pub(crate) fn fail_with(
        &mut self,
        kind: ErrorKind,
        message: impl Into<String>,
        place: Place,
    ) -> Stop {
        let at = self.at();
        self.push(Tok::Error, at, at);
        let in_fstring = !self.fstrings.is_empty();
        self.out.error = Some(LexError {
            kind,
            message: message.into(),
            place,
            at_end: false,
            in_fstring,
            open: self.brackets.last().copied(),
        });
        Stop
    }

    /// An error at the last character before `end`.
    pub(crate) fn fail(&mut self, message: impl Into<String>, end: u32) -> Stop {
        self.fail_with(ErrorKind::Syntax, message, Place::Consumed(end))
    }

    /// The same for an error that more input could mend.
    pub(crate) fn fail_at_end(&mut self, message: impl Into<String>, place: Place) -> Stop {
        let stop = self.fail_with(ErrorKind::Syntax, message, place);
        if let Some(error) = &mut self.out.error {
            error.at_end = true;
        }
        stop
    }

    pub(crate) fn warn(&mut self, message: String, span: Span) {
        self.out.warnings.push(SyntaxWarning {
            message,
            span,
            category: WarningCategory::Syntax,
            origin: Origin::Tokenizer,
        });
    }

    /// Reads one token or so; whether there is more.
    pub(crate) fn step(&mut self) -> Result<bool, Stop> {
        if self.fstrings.last().is_some_and(|fstring| fstring.in_text) {
            self.fstring_text()?;
            return Ok(true);
        }
        if self.at_line_start {
            self.at_line_start = false;
            self.line_start()?;
        }
        let Some(token) = self.lexer.next() else {
            return self.end_of_input().map(|()| false);
        };
        let span = self.lexer.span();
        let (start, end) = (span.start as u32, span.end as u32);
        match token {
            Ok(Tok::Space) => {}
            Ok(Tok::Comment) => self.comment(start)?,
            Ok(Tok::Newline) => self.newline(start, end)?,
            Ok(Tok::Name) => self.name(start, end)?,
            Ok(Tok::Number) => self.number(start)?,
            Ok(Tok::String) => self.string(start, end)?,
            Ok(Tok::FStringStart) => self.fstring_start(start, end)?,
            Ok(Tok::Continuation) => self.continuation(end)?,
            Ok(Tok::Backslash) => return Err(self.bad_continuation(end)),
            Ok(kind) => self.operator(kind, start, end)?,
            Err(()) => return Err(self.bad_character(start)),
        }
        Ok(true)
    }

    /// A comment runs up to the line's end; a NEWLINE then starts where the comment does.
    fn comment(&mut self, start: u32) -> Result<(), Stop> {
        if self.lexer.remainder().starts_with('\n') {
            self.lexer.bump(1);
            self.newline(start, self.at())?;
        }
        Ok(())
    }

    fn newline(&mut self, start: u32, end: u32) -> Result<(), Stop> {
        self.at_line_start = true;
        self.buffer = end;
        if self.brackets.is_empty() && !self.blank {
            self.push(Tok::Newline, start, end);
            if let Some(whole_until) = self.whole_until {
                return self.skip_body(whole_until);
            }
        }
        Ok(())
    }

    /// Measures the indentation of a line and turns its change into INDENT and DEDENTs.
    fn line_start(&mut self) -> Result<(), Stop> {
        let bytes = self.lexer.remainder().as_bytes();
        let (mut column, mut alternative, mut taken) = (0, 0, 0);
        let mut continued = None;
        loop {
            match bytes.get(taken) {
                Some(b' ') => (column, alternative) = (column + 1, alternative + 1),
                Some(b'\t') => (column, alternative) = ((column / 8 + 1) * 8, alternative + 1),
                Some(0x0C) => (column, alternative) = (0, 0),
                // A backslash after white space fixes the indentation of whatever comes next.
                Some(b'\\') if bytes.get(taken + 1) == Some(&b'\n') => {
                    continued = continued.or(Some(column).filter(|&column| column != 0));
                    taken += 1;
                    if taken + 1 == bytes.len() {
                        self.lexer.bump(taken + 1);
                        return Err(self.end_after_backslash());
                    }
                }
                _ => break,
            }
            taken += 1;
        }
        let next = bytes.get(taken).copied();
        self.lexer.bump(taken);
        self.blank = matches!(next, Some(b'#' | b'\n'));
        if next == Some(b'\\') {
            self.lexer.bump(1);
            let at = self.at();
            return Err(self.bad_continuation(at));
        }
        if self.blank || !self.brackets.is_empty() {
            return Ok(());
        }
        // At the end of the input there is no line any more.
        let indent = continued.map_or(
            Indent {
                column,
                alternative,
            },
            |column| Indent {
                column,
                alternative: column,
            },
        );
        self.indentation(indent)
    }

    fn indentation(&mut self, new: Indent) -> Result<(), Stop> {
        let at = self.at();
        let Some(current) = self.indents.last() else {
            return Ok(());
        };
        if new.column > current.column {
            if self.indents.len() >= MAX_INDENTS {
                return Err(self.fail_with(
                    ErrorKind::Indentation,
                    "too many levels of indentation",
                    Place::Line(at),
                ));
            }
            if new.alternative <= current.alternative {
                return Err(self.inconsistent_tabs());
            }
            self.indents.push(new);
            self.push(Tok::Indent, at, at);
            return Ok(());
        }
        let keep = self
            .indents
            .iter()
            .rposition(|indent| indent.column <= new.column)
            .unwrap_or(0);
        let closed = self.indents.len() - 1 - keep;
        self.indents.truncate(keep + 1);
        let current = &self.indents[keep];
        if current.column != new.column {
            return Err(self.fail_with(
                ErrorKind::Indentation,
                "unindent does not match any outer indentation level",
                Place::LineEnd(at),
            ));
        }
        if current.alternative != new.alternative {
            return Err(self.inconsistent_tabs());
        }
        for _ in 0..closed {
            self.push(Tok::Dedent, at, at);
        }
        Ok(())
    }

    fn inconsistent_tabs(&mut self) -> Stop {
        let place = Place::Line(self.at());
        self.fail_with(
            ErrorKind::Tab,
            "inconsistent use of tabs and spaces in indentation",
            place,
        )
    }

    /// After a backslash and a newline; something must follow.
    fn continuation(&mut self, end: u32) -> Result<(), Stop> {
        if end as usize == self.source.len() {
            Err(self.end_after_backslash())
        } else {
            Ok(())
        }
    }

    fn end_after_backslash(&mut self) -> Stop {
        if !self.brackets.is_empty() {
            return self.fail_at_end("", Place::Bracket);
        }
        let end = self.at();
        self.fail_at_end(
            "unexpected EOF while parsing",
            Place::LineEnd(end.saturating_sub(1)),
        )
    }

    /// `end` is just after the backslash.
    fn bad_continuation(&mut self, end: u32) -> Stop {
        let message = "unexpected character after line continuation character";
        // At the end of the input there is no such character.
        let offset = if end as usize == self.source.len() {
            end - 1
        } else {
            end
        };
        let buffer = self.buffer;
        self.fail_with(ErrorKind::Syntax, message, Place::After { offset, buffer })
    }

    fn end_of_input(&mut self) -> Result<(), Stop> {
        let end = self.source.len() as u32;
        if !self.brackets.is_empty() {
            return Err(self.fail_at_end("", Place::Bracket));
        }
        for _ in 1..self.indents.len() {
            self.push(Tok::Dedent, end, end);
        }
        self.push(Tok::EndMarker, end, end);
        Ok(())
    }

    fn name(&mut self, start: u32, end: u32) -> Result<(), Stop> {
        let source = self.source;
        let text = &source[start as usize..end as usize];
        if !text.is_ascii() {
            for (index, c) in text.char_indices() {
                let fits = if index == 0 {
                    unicode_ident::is_xid_start(c) || c == '_'
                } else {
                    unicode_ident::is_xid_continue(c)
                };
                if !fits {
                    return Err(self.bad_character(start + index as u32));
                }
            }
        }
        self.push(Tok::Name, start, end);
        Ok(())
    }

    /// The character at `offset` can't be there.
    fn bad_character(&mut self, offset: u32) -> Stop {
        let Some(c) = self.source[offset as usize..].chars().next() else {
            return self.fail("invalid syntax", offset);
        };
        let code = u32::from(c);
        let message = if is_printable(c) {
            format!("invalid character '{c}' (U+{code:04X})")
        } else {
            format!("invalid non-printable character U+{code:04X}")
        };
        self.fail(message, offset + c.len_utf8() as u32)
    }

    fn number(&mut self, start: u32) -> Result<(), Stop> {
        let text = &self.source[start as usize..];
        match number::scan(text) {
            Ok(number) => {
                let end = start + number.len as u32;
                self.lexer.bump((end - self.at()) as usize);
                self.push(Tok::Number, start, end);
                if let Some(kind) = number.touches_keyword {
                    self.warn(format!("invalid {kind} literal"), Span::new(start, end));
                }
                Ok(())
            }
            Err(error) => {
                let consumed = start + error.consumed as u32;
                let place = match error.from {
                    None => Place::Consumed(consumed),
                    Some(from) => Place::Range(Span::new(start + from as u32, consumed)),
                };
                Err(self.fail_with(ErrorKind::Syntax, error.message, place))
            }
        }
    }

    /// A string literal: `start..end` is its prefix and opening quote.
    fn string(&mut self, start: u32, end: u32) -> Result<(), Stop> {
        let source = self.source;
        let bytes = source.as_bytes();
        let quote = bytes[end as usize - 1];
        let size = opening_quotes(&source[start as usize..end as usize]);
        let mut at = end as usize;
        let (mut run, mut escaped_quote) = (0, false);
        while run < size {
            let byte = bytes.get(at).filter(|&&b| b != b'\n' || size == 3);
            match byte {
                None => return Err(self.unterminated(start, (quote, size), at, escaped_quote)),
                Some(&b) if b == quote => run += 1,
                Some(b'\\') => {
                    (run, at) = (0, at + 1);
                    escaped_quote |= size == 1 && bytes.get(at) == Some(&quote);
                }
                Some(_) => run = 0,
            }
            at += 1;
        }
        self.lexer.bump(at - end as usize);
        self.push(Tok::String, start, at as u32);
        Ok(())
    }

    /// A string that starts at `start` goes on till `at`, where it can't.
    fn unterminated(
        &mut self,
        start: u32,
        (quote, size): (u8, usize),
        at: usize,
        escaped_quote: bool,
    ) -> Stop {
        let place = Place::Consumed(start + 1);
        if self
            .fstrings
            .last()
            .is_some_and(|outer| outer.quote == quote && outer.size == size)
        {
            return self.fail_with(ErrorKind::Syntax, "f-string: expecting '}'", place);
        }
        let mut message = self.unterminated_message("string", size, at);
        if escaped_quote {
            message += "; perhaps you escaped the end quote?";
        }
        if at >= self.source.len() {
            return self.fail_at_end(message, place);
        }
        self.fail_with(ErrorKind::Syntax, message, place)
    }

    /// The message for a literal that ends too early at `at`.
    pub(crate) fn unterminated_message(&self, what: &str, size: usize, at: usize) -> String {
        let read = &self.source.as_bytes()[..at.min(self.source.len())];
        // A final newline starts no line of its own.
        let read = if at >= self.source.len() {
            read.strip_suffix(b"\n").unwrap_or(read)
        } else {
            read
        };
        let line = 1 + read.iter().filter(|&&b| b == b'\n').count();
        let triple = if size == 3 { "triple-quoted " } else { "" };
        format!("unterminated {triple}{what} literal (detected at line {line})")
    }

    fn fstring_start(&mut self, start: u32, end: u32) -> Result<(), Stop> {
        let opening = &self.source[start as usize..end as usize];
        if self.fstrings.len() + 1 >= MAX_FSTRINGS {
            return Err(self.fail("too many nested f-strings", end));
        }
        self.fstrings.push(FString::new(opening, start));
        self.push(Tok::FStringStart, start, end);
        Ok(())
    }

    fn operator(&mut self, mut kind: Tok, start: u32, mut end: u32) -> Result<(), Stop> {
        match kind {
            Tok::LParen | Tok::LBracket | Tok::LBrace => self.open(start, end)?,
            Tok::RParen | Tok::RBracket | Tok::RBrace => self.close(start, end)?,
            Tok::Colon if self.starts_format_spec() => {
                if let Some(fstring) = self.fstrings.last_mut() {
                    fstring.enter_format_spec();
                }
            }
            Tok::Colon if self.lexer.remainder().starts_with('=') => {
                self.lexer.bump(1);
                (kind, end) = (Tok::ColonEqual, end + 1);
            }
            _ => {}
        }
        self.push(kind, start, end);
        Ok(())
    }

    fn starts_format_spec(&self) -> bool {
        self.fstrings.last().is_some_and(FString::at_field_level)
    }

    /// An opening bracket.
    pub(crate) fn open(&mut self, start: u32, end: u32) -> Result<(), Stop> {
        if self.brackets.len() >= MAX_BRACKETS {
            return Err(self.fail("too many nested parentheses", end));
        }
        self.brackets.push(Bracket {
            open: self.source.as_bytes()[start as usize],
            offset: start,
        });
        if let Some(fstring) = self.fstrings.last_mut() {
            fstring.depth += 1;
        }
        Ok(())
    }

    /// A closing bracket.
    pub(crate) fn close(&mut self, start: u32, end: u32) -> Result<(), Stop> {
        let close = char::from(self.source.as_bytes()[start as usize]);
        if close == '}'
            && self
                .fstrings
                .last()
                .is_some_and(|fstring| fstring.depth == 0)
        {
            return Err(self.fail("f-string: single '}' is not allowed", end));
        }
        let Some(bracket) = self.brackets.pop() else {
            return Err(self.fail(format!("unmatched '{close}'"), end));
        };
        let open = char::from(bracket.open);
        if !matches!((open, close), ('(', ')') | ('[', ']') | ('{', '}')) {
            if open == '{' && self.starts_format_spec() {
                return Err(self.fail(format!("f-string: unmatched '{close}'"), end));
            }
            let mut message = format!(
                "closing parenthesis '{close}' does not match opening parenthesis '{open}'"
            );
            if self.source[bracket.offset as usize..start as usize].contains('\n') {
                let line = 1 + self.source[..bracket.offset as usize].matches('\n').count();
                message += &format!(" on line {line}");
            }
            return Err(self.fail(message, end));
        }
        if let Some(fstring) = self.fstrings.last_mut()
            && !fstring.close(close)
        {
            return Err(self.fail(format!("f-string: unmatched '{close}'"), end));
        }
        Ok(())
    }
}

/// One or three.
pub(crate) fn opening_quotes(opening: &str) -> usize {
    opening
        .bytes()
        .filter(|b| matches!(b, b'\'' | b'"'))
        .count()
}

/// `str.isprintable` for one character.
fn is_printable(c: char) -> bool {
    use unicode_general_category::{GeneralCategory as Gc, get_general_category};
    c == ' '
        || !matches!(
            get_general_category(c),
            Gc::Control
                | Gc::Format
                | Gc::Surrogate
                | Gc::PrivateUse
                | Gc::Unassigned
                | Gc::LineSeparator
                | Gc::ParagraphSeparator
                | Gc::SpaceSeparator
        )
}
