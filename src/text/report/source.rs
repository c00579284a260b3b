//! Source texts as tracebacks need them: lines by number.

use dunder_grammar::{LineIndex, Span};

use super::Position;
use crate::text::search::is_space;

/// A decoded source text with its lines indexed.
#[derive(Clone, Debug)]
pub struct Source {
    text: String,
    lines: LineIndex,
    count: i64,
}

impl Source {
    /// Indexes a text whose only line separator is `\n`.
    pub fn new(text: String) -> Source {
        let lines = LineIndex::new(&text);
        let end = u32::try_from(text.len()).unwrap_or(u32::MAX);
        let count = i64::from(lines.line(end)) - i64::from(text.is_empty() || text.ends_with('\n'));
        Source { text, lines, count }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The number of lines.
    pub fn line_count(&self) -> i64 {
        self.count
    }

    /// A line with its newline; nothing if there is no line of that number.
    pub fn line(&self, number: i64) -> Option<&str> {
        let number = u32::try_from(number).ok()?;
        if number == 0 || i64::from(number) > self.count {
            return None;
        }
        let span = self.lines.line_span(number);
        self.text.get(span.start as usize..span.end as usize)
    }

    /// The offset of the first byte of a line; past the last line, the text's end.
    pub fn start(&self, line: i64) -> usize {
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        self.lines.start(line.max(1)) as usize
    }

    /// The line and the position of a frame that evaluates the code at `span`.
    pub fn locate(&self, span: Span) -> (i64, Position) {
        let start = self.lines.byte_position(span.start);
        let end = self.lines.byte_position(span.end);
        let position = Position {
            end_line: i64::from(end.line),
            column: start.column as usize,
            end_column: end.column as usize,
        };
        (i64::from(start.line), position)
    }
}

/// White space as Python's `str` methods see it.
pub fn is_white(c: char) -> bool {
    is_space(c as u32)
}
