//! Which part of an expression's text is its operator, or its brackets: what `^` marks while `~`
//! marks the rest. Also whether a statement is so plain that marks would say nothing.

use dunder_grammar::ast::{Ast, Expr, ExprKind, Stmt, StmtKind};
use dunder_grammar::{LineIndex, Mode, Options, Span, parse};

use super::layout::split_lines;
use super::source::is_white;

/// A place in an expression's text: line and column in characters, both from 0.
pub type Place = (usize, usize);

/// What of an expression is marked with `^`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchors {
    /// The first character.
    pub start: Place,
    /// Just past the last one.
    pub end: Place,
}

/// The statements of `text`.
fn statements(text: &str) -> Option<Vec<Stmt>> {
    let options = Options {
        check: false,
        ..Mode::Module.into()
    };
    match parse(text, options).ok()?.ast {
        Ast::Module(body) => Some(body),
        Ast::Interactive(_) | Ast::Expression(_) => None,
    }
}

/// The anchors of an expression's text, if it is a binary operation, a subscript or a call.
pub fn find(text: &str) -> Option<Anchors> {
    // In brackets of its own the text may go over several lines.
    let wrapped = format!("(\n{text}\n)");
    let mut body = statements(&wrapped)?;
    let statement = body.pop().filter(|_| body.is_empty())?;
    let StmtKind::Expr(expr) = &statement.kind else {
        return None;
    };
    let scan = Scan {
        lines: split_lines(text),
        index: LineIndex::new(&wrapped),
    };
    match &expr.kind {
        ExprKind::BinOp { left, right, .. } => scan.operator(left, right),
        ExprKind::Subscript { value, .. } => scan.brackets(value, '[', expr.span),
        ExprKind::Call(call) => scan.brackets(&call.func, '(', expr.span),
        _ => None,
    }
}

/// Looks for characters between the parts of a parsed expression.
struct Scan {
    /// The expression's lines.
    lines: Vec<Vec<char>>,
    /// Of the text that was parsed, where the first line is the added bracket's.
    index: LineIndex,
}

impl Scan {
    /// Where the byte at `offset` of the parsed text is in the expression's.
    fn place(&self, offset: u32) -> Option<Place> {
        let at = self.index.byte_position(offset);
        let number = (at.line as usize).checked_sub(2)?;
        let line = self.lines.get(number)?;
        Some((number, character_offset(line, at.column as usize)))
    }

    /// The first character at `place` or after it.
    fn existing(&self, (mut line, mut column): Place) -> Option<Place> {
        while column >= self.lines.get(line)?.len() {
            (line, column) = (line + 1, 0);
        }
        Some((line, column))
    }

    /// The first character from `offset` on for which `stop` holds and which is in no comment.
    fn search(&self, offset: u32, stop: impl Fn(char) -> bool) -> Option<Place> {
        let mut place = self.existing(self.place(offset)?)?;
        loop {
            let (line, column) = place;
            place = match self.lines[line][column] {
                '\\' | '#' => self.existing((line + 1, 0))?,
                c if stop(c) => return Some(place),
                _ => self.existing((line, column + 1))?,
            };
        }
    }

    /// The operator between two operands: one or two characters on a line.
    fn operator(&self, left: &Expr, right: &Expr) -> Option<Anchors> {
        let start = self.search(left.span.end, |c| !is_white(c) && c != ')')?;
        let second = (start.0, start.1 + 1);
        let is_second = |&c: &char| !is_white(c) && c != '\\' && c != '#';
        let long = match self.lines[start.0].get(second.1) {
            Some(c) => second < self.place(right.span.start)? && is_second(c),
            None => false,
        };
        Some(Anchors {
            start,
            end: (second.0, second.1 + usize::from(long)),
        })
    }

    /// From the bracket `open` after the operand to the expression's end.
    fn brackets(&self, operand: &Expr, open: char, whole: Span) -> Option<Anchors> {
        Some(Anchors {
            start: self.search(operand.span.end, |c| c == open)?,
            end: self.place(whole.end)?,
        })
    }
}

/// The number of characters that start within the first `bytes` bytes of `line`.
pub fn character_offset(line: &[char], bytes: usize) -> usize {
    let mut size = 0;
    line.iter()
        .take_while(|c| {
            let inside = size < bytes;
            size += c.len_utf8();
            inside
        })
        .count()
}

/// What marks would be left out for: a statement of nothing but a call, returned or assigned.
pub enum Plainness {
    /// The text has no statement at all, so there is nothing to mark.
    Empty,
    /// The call has exactly the extent that would be marked.
    Plain,
    /// Marks may tell something.
    Other,
}

/// Judges the lines of a statement, `text`, of which the part from byte `start` of the first line to
/// byte `end` of line number `count` would be marked.
pub fn plainness(text: &str, start: usize, end: usize, count: usize) -> Plainness {
    let Some(body) = statements(text) else {
        return Plainness::Other;
    };
    let Some(first) = body.first() else {
        return Plainness::Empty;
    };
    let call = match &first.kind {
        StmtKind::Return(Some(value)) => match &value.kind {
            ExprKind::Call(call) if matches!(call.func.kind, ExprKind::Name(_)) => value,
            _ => return Plainness::Other,
        },
        StmtKind::Assign { targets, value } => match (&targets[..], &value.kind) {
            ([target], ExprKind::Call(_)) if matches!(target.kind, ExprKind::Name(_)) => value,
            _ => return Plainness::Other,
        },
        _ => return Plainness::Other,
    };
    let index = LineIndex::new(text);
    let (from, to) = (
        index.byte_position(call.span.start),
        index.byte_position(call.span.end),
    );
    let whole = from.line == 1
        && from.column as usize == start
        && to.line as usize == count
        && to.column as usize == end;
    match whole {
        true => Plainness::Plain,
        false => Plainness::Other,
    }
}
