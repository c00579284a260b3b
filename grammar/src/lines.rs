//! Byte offsets to lines and columns.

use crate::ast::Span;

/// Where each line of a source starts; built once per source.
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<u32>,
    len: u32,
}

/// A position as tracebacks and `ast` give it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// From 1.
    pub line: u32,
    /// In characters, from 0.
    pub column: u32,
}

impl LineIndex {
    /// Indexes `source`, whose only line separator is `\n`.
    pub fn new(source: &str) -> LineIndex {
        let breaks = memchr::memchr_iter(b'\n', source.as_bytes()).map(|at| at as u32 + 1);
        LineIndex {
            starts: std::iter::once(0).chain(breaks).collect(),
            len: source.len() as u32,
        }
    }

    /// The line (from 1) that holds the byte at `offset`.
    pub fn line(&self, offset: u32) -> u32 {
        self.starts.partition_point(|&start| start <= offset) as u32
    }

    /// The offset of the first byte of `line` (from 1); past the last line, the source's end.
    pub fn start(&self, line: u32) -> u32 {
        self.starts
            .get((line as usize).wrapping_sub(1))
            .copied()
            .unwrap_or(self.len)
    }

    /// The bytes of `line`, its newline included.
    pub fn line_span(&self, line: u32) -> Span {
        Span::new(self.start(line), self.start(line + 1))
    }

    /// Line and byte column of `offset`.
    pub fn byte_position(&self, offset: u32) -> Position {
        let line = self.line(offset);
        Position {
            line,
            column: offset - self.start(line),
        }
    }

    /// Line and column of `offset` in `source`, the text this index was built from.
    pub fn position(&self, source: &str, offset: u32) -> Position {
        let at = self.byte_position(offset);
        let start = self.start(at.line) as usize;
        let text = source.get(start..offset as usize).unwrap_or("");
        Position {
            line: at.line,
            column: text.chars().count() as u32,
        }
    }
}
