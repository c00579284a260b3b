//! Where errors are reported: the conventions by which CPython's lexer and parser turn a place in
//! the source into `lineno`, `offset`, `end_lineno` and `end_offset`.

use crate::ast::Span;
use crate::error::{ErrorKind, Location, SyntaxError};
use crate::layout::{Bracket, LexError, Place};
use crate::lines::LineIndex;
use crate::token::{Tok, Token};

/// Locates errors in one source.
pub(crate) struct Locator<'s> {
    source: &'s str,
    lines: LineIndex,
}

impl<'s> Locator<'s> {
    pub(crate) fn new(source: &'s str) -> Locator<'s> {
        Locator {
            source,
            lines: LineIndex::new(source),
        }
    }

    /// The line (from 1) of an offset; the end of the source belongs to its last line.
    pub(crate) fn line(&self, offset: u32) -> i32 {
        if offset as usize >= self.source.len() {
            return self.last_line();
        }
        self.lines.line(offset) as i32
    }

    fn last_line(&self) -> i32 {
        self.source
            .strip_suffix('\n')
            .unwrap_or(self.source)
            .matches('\n')
            .count() as i32
            + i32::from(!self.source.is_empty())
    }

    /// A line's text without its newline.
    fn text(&self, line: i32) -> &'s str {
        let span = self.lines.line_span(line.max(1) as u32);
        let text = self
            .source
            .get(span.start as usize..span.end as usize)
            .unwrap_or("");
        text.strip_suffix('\n').unwrap_or(text)
    }

    /// A line's text, with its newline if it has one.
    fn whole_text(&self, line: i32) -> &'s str {
        let span = self.lines.line_span(line.max(1) as u32);
        let text = self.source.get(span.start as usize..span.end as usize);
        text.unwrap_or("")
    }

    /// The number of characters of a line, its newline included.
    fn whole_line(&self, line: i32) -> i32 {
        let ends = line < self.last_line() || self.source.ends_with('\n');
        self.text(line).chars().count() as i32 + i32::from(ends)
    }

    /// Line and number of characters before `offset` in it.
    fn position(&self, offset: u32) -> (i32, i32) {
        let line = self.line(offset);
        let start = self.lines.start(line.max(1) as u32) as usize;
        let before = self.source.get(start..offset as usize).unwrap_or("");
        (line, before.chars().count() as i32)
    }

    fn error(&self, message: impl Into<String>, location: Location) -> SyntaxError {
        SyntaxError {
            kind: ErrorKind::Syntax,
            message: message.into(),
            text: Some(self.whole_text(location.line).to_owned()),
            location: Some(location),
            incomplete: false,
            after_parsing: false,
            in_tokenizer: false,
            only_message: false,
            warnings: Vec::new(),
        }
    }

    fn located(
        &self,
        message: impl Into<String>,
        start: (i32, i32),
        end: (i32, i32),
    ) -> SyntaxError {
        let location = Location {
            line: start.0,
            offset: start.1,
            end_line: Some(end.0),
            end_offset: Some(end.1),
        };
        self.error(message, location)
    }

    /// The parser's usual place: a range.
    pub(crate) fn at(&self, message: impl Into<String>, span: Span) -> SyntaxError {
        let (start, end) = (self.position(span.start), self.end(span.end));
        let end_offset = if start.0 == end.0 {
            end.1 + 1
        } else {
            self.far_end(start.0, end.0, span.end)
        };
        self.located(message, (start.0, start.1 + 1), (end.0, end_offset))
    }

    /// The end offset of a range of several lines. CPython turns its bytes into characters by the
    /// text of the first line.
    fn far_end(&self, first: i32, last: i32, offset: u32) -> i32 {
        let text = self.text(first);
        let bytes = (offset - self.lines.start(last as u32)) as usize;
        offset_of(text, bytes)
    }

    /// The position of the end of a range, which may be just after a newline.
    fn end(&self, offset: u32) -> (i32, i32) {
        let after_newline = offset as usize > self.source.len()
            || offset > 0 && self.source.as_bytes()[offset as usize - 1] == b'\n';
        let (line, column) = self.position(offset.saturating_sub(u32::from(after_newline)));
        (line, column + i32::from(after_newline))
    }

    /// The last character of a range, and no end.
    pub(crate) fn at_end(&self, message: impl Into<String>, span: Span) -> SyntaxError {
        let (start, end) = (self.position(span.start), self.position(span.end));
        self.located(message, (start.0, end.1), (end.0, 0))
    }

    /// A line, and no columns.
    pub(crate) fn line_only(&self, message: impl Into<String>, span: Span) -> SyntaxError {
        let line = self.line(span.start);
        self.located(message, (line, 0), (line, 0))
    }

    /// A token known to the parser; indentation has a line but no column.
    pub(crate) fn on_token(&self, message: impl Into<String>, token: Token) -> SyntaxError {
        if has_column(token) {
            return self.at(message, token.span);
        }
        self.line_only(message, token.span)
    }

    /// The last token that the parser has; instead of indentation, where the lexer is.
    pub(crate) fn at_token(&self, message: impl Into<String>, token: Token) -> SyntaxError {
        if has_column(token) {
            return self.at(message, token.span);
        }
        let (line, column) = self.lexer_after(token);
        self.located(message, (line, column), (line, -1))
    }

    /// From `start` to where the lexer is after `last`.
    pub(crate) fn up_to_lexer(
        &self,
        message: impl Into<String>,
        start: u32,
        last: Token,
    ) -> SyntaxError {
        let start = self.position(start);
        self.located(message, (start.0, start.1 + 1), self.lexer_after(last))
    }

    /// Line and characters of it that the lexer has consumed after a token.
    fn lexer_after(&self, token: Token) -> (i32, i32) {
        if token.span.end as usize >= self.source.len() && !has_column(token) {
            let line = self.last_line();
            return (
                line,
                self.text(line).chars().count() as i32 + i32::from(self.source.ends_with('\n')),
            );
        }
        match token.kind {
            Tok::Indent | Tok::Dedent => self.position(token.span.end),
            _ => self.end(token.span.end),
        }
    }

    /// What the lexer found.
    pub(crate) fn lexical(&self, error: &LexError) -> SyntaxError {
        let message = error.message.clone();
        let located = match error.place {
            Place::Consumed(offset) => {
                let (line, column) = self.end(offset);
                let error = self.located(message, (line, column), (line, column));
                self.as_tokenized(error, line)
            }
            // These count bytes.
            Place::Range(span) => {
                let (start, end) = (
                    self.lines.byte_position(span.start),
                    self.lines.byte_position(span.end),
                );
                let (line, column) = (start.line as i32, start.column as i32);
                let error = self.located(
                    message,
                    (line, column + 1),
                    (end.line as i32, end.column as i32 + 1),
                );
                self.as_tokenized(error, line)
            }
            Place::Bracket => return self.never_closed(error),
            Place::Line(offset) => {
                let line = self.line(offset);
                self.located(message, (line, 1), (line, 0))
            }
            Place::LineEnd(offset) => {
                let line = self.line(offset);
                self.located(message, (line, self.whole_line(line)), (line, -1))
            }
            Place::After { offset, buffer } => {
                let line = self.line(offset);
                let before = self
                    .source
                    .get(buffer as usize..offset as usize)
                    .unwrap_or("");
                self.located(
                    message,
                    (line, before.chars().count() as i32 + 1),
                    (line, 0),
                )
            }
        };
        SyntaxError {
            kind: error.kind,
            ..located
        }
    }

    fn as_tokenized(&self, error: SyntaxError, line: i32) -> SyntaxError {
        SyntaxError {
            text: Some(self.text(line).to_owned()),
            in_tokenizer: true,
            only_message: false,
            ..error
        }
    }

    /// The innermost open bracket is never closed.
    pub(crate) fn never_closed(&self, error: &LexError) -> SyntaxError {
        let Some(Bracket { open, offset }) = error.open else {
            return self.at(error.message.clone(), Span::default());
        };
        let (line, column) = self.position(offset);
        let message = format!("'{}' was never closed", char::from(open));
        self.located(message, (line, column + 1), (line, 0))
    }
}

/// The offset (in characters, from 1) that CPython gives to what begins after so many bytes of a line,
/// of its characters or not.
pub(crate) fn offset_of(line: &str, bytes: usize) -> i32 {
    match line.as_bytes().get(..=bytes) {
        Some(before) => String::from_utf8_lossy(before).chars().count() as i32,
        None => line.chars().count() as i32 + 1,
    }
}

fn has_column(token: Token) -> bool {
    match token.kind {
        Tok::Indent | Tok::Dedent | Tok::EndMarker => false,
        // The newline that the end of the input stands for.
        Tok::Newline => token.span.start != token.span.end,
        _ => true,
    }
}
