//! Going on behind a syntax error, to look for more of them: the statement that is wrong gives way to one of the same
//! shape that is right, so that what surrounds it is read as before.

use crate::layout;
use crate::lines::LineIndex;
use crate::related;
use crate::token::{Tok, Token};

/// The source with the statement that is wrong replaced, given the line (from 1) of the error and its message; lines
/// keep their numbers. `None` if there is no such line.
pub fn without_statement(source: &str, line: u32, message: &str) -> Option<String> {
    let mut lines: Vec<String> = source.split('\n').map(str::to_owned).collect();
    let index = LineIndex::new(source);
    let at = (line as usize)
        .checked_sub(1)
        .filter(|&at| at < lines.len())?;
    if [
        "unexpected indent",
        "unindent does not match",
        "inconsistent use of tabs",
    ]
    .iter()
    .any(|start| message.starts_with(start))
    {
        drop_block(&mut lines, at);
        return Some(lines.join("\n"));
    }
    let tokens = layout::lex(source).tokens;
    let mut statement = Statement::around(source, &index, &tokens, at, message);
    if let Some((_, number)) = message.rsplit_once(" on line ")
        && message.starts_with("expected an indented block")
    {
        let header: usize = number.parse().ok()?;
        let header = header
            .checked_sub(1)
            .filter(|&header| header < lines.len())?;
        statement = Statement::around(source, &index, &tokens, header, "");
        statement.has_block = false;
    } else if message.starts_with("expected 'except' or 'finally'") {
        let offset = index.start(line);
        let before = &tokens[..tokens.partition_point(|token| token.span.start < offset)];
        let start = related::tried(source, before, offset)?.span.start;
        statement = Statement::around(source, &index, &tokens, index.line(start) as usize - 1, "");
        statement.head = Some(Tok::If);
    }
    let indent = indentation(&lines[statement.first]).to_owned();
    let replacement = statement.replacement();
    lines[statement.first] = indent + &replacement;
    for line in &mut lines[statement.first + 1..=statement.last] {
        line.clear();
    }
    Some(lines.join("\n"))
}

fn indentation(line: &str) -> &str {
    &line[..line.len() - line.trim_start().len()]
}

/// Empties a line and those that follow it at least as deep.
fn drop_block(lines: &mut [String], at: usize) {
    let depth = indentation(&lines[at]).len();
    for (n, line) in lines[at..].iter_mut().enumerate() {
        if n > 0 && !line.trim().is_empty() && indentation(line).len() < depth.max(1) {
            break;
        }
        line.clear();
    }
}

/// A statement: a simple one, or the head of a compound one.
struct Statement {
    /// Its lines, from 0.
    first: usize,
    last: usize,
    /// What it begins with.
    head: Option<Tok>,
    /// Whether deeper lines follow.
    has_block: bool,
}

impl Statement {
    /// The statement that the line is part of.
    fn around(
        source: &str,
        index: &LineIndex,
        tokens: &[Token],
        at: usize,
        message: &str,
    ) -> Statement {
        let (start, end) = (index.start(at as u32 + 1), index.start(at as u32 + 2));
        let is_layout =
            |token: &&Token| matches!(token.kind, Tok::Newline | Tok::Indent | Tok::Dedent);
        // The newline that ends the statement before this one.
        let before = tokens
            .iter()
            .rposition(|token| token.kind == Tok::Newline && token.span.start < start)
            .map_or(0, |before| before + 1);
        let first = tokens[before..].iter().find(|token| !is_layout(token));
        let first = first.filter(|token| token.span.start < end.max(start + 1));
        let first_line = first.map_or(at, |token| index.line(token.span.start) as usize - 1);
        let mut last_line = at;
        let never_closed = message.ends_with("was never closed");
        let after = &tokens[tokens.partition_point(|token| token.span.start < start)..];
        let newline = after.iter().find(|token| token.kind == Tok::Newline);
        let total = source.split('\n').count();
        if never_closed || message.starts_with("unterminated triple-quoted") {
            let after = &after[after.partition_point(|token| token.span.start < end)..];
            let next = related::first_statement(source, after).filter(|_| never_closed);
            let next = next.map(|token| index.line(token.span.start) as usize - 1);
            last_line = next.map_or(total - 1, |next| next - 1);
        } else if let Some(newline) = newline {
            last_line = (index.line(newline.span.start) as usize - 1).max(at);
        }
        let (first_line, last_line) = (first_line.min(at), last_line.min(total - 1));
        let depth = |line: &str| indentation(line).len();
        let lines: Vec<&str> = source.split('\n').collect();
        let following = lines[last_line + 1..]
            .iter()
            .find(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'));
        Statement {
            first: first_line,
            last: last_line,
            head: first.map(|token| token.kind),
            has_block: following.is_some_and(|line| depth(line) > depth(lines[first_line])),
        }
    }

    fn replacement(&self) -> String {
        let head = match self.head {
            Some(Tok::Def | Tok::Async) => "def _():",
            Some(Tok::Class) => "class _:",
            Some(Tok::For | Tok::While) => "while 0:",
            Some(Tok::If | Tok::With) => "if 0:",
            Some(Tok::Try) => "try:",
            Some(Tok::Elif) => "elif 0:",
            Some(Tok::Else) => "else:",
            Some(Tok::Except) => "except Exception:",
            Some(Tok::Finally) => "finally:",
            Some(Tok::At) => return "@_".to_owned(),
            _ if self.has_block => "if 0:",
            _ => return "pass".to_owned(),
        };
        match self.has_block {
            true => head.to_owned(),
            false => format!("{head} pass"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::without_statement;
    use crate::{Mode, parse};

    /// The lines of all errors.
    fn errors(source: &str) -> Vec<i32> {
        let mut source = source.to_owned();
        let mut found: Vec<i32> = Vec::new();
        while let Err(error) = parse(&source, Mode::Module) {
            let line = error.location.expect("a place").line;
            if found.contains(&line) {
                break;
            }
            found.push(line);
            let Some(next) = without_statement(&source, line as u32, &error.message) else {
                break;
            };
            source = next;
        }
        found.sort_unstable();
        found
    }

    #[test]
    fn each_mistake_is_found_once() {
        assert_eq!(errors("x = 1 +\ny = 2\nz = (3\n"), [1, 3]);
        assert_eq!(
            errors("if x = 1:\n    y = 2 2\nelse\n    pass\n"),
            [1, 2, 3]
        );
        assert_eq!(errors("def f(:\n    return 1\nclass\n    pass\n"), [1, 3]);
        assert_eq!(errors("if x:\nprint(1 2)\n"), [2]);
        assert_eq!(errors("try:\n    pass\nx = = 1\ny = 'a\n"), [3, 4]);
        assert_eq!(errors("x = 1\n    y = 2\n    z = 3\nw = )\n"), [2, 4]);
        assert_eq!(errors("f(\n    1,\n    2 3,\n)\nx = 1 1\n"), [3, 5]);
        assert_eq!(
            errors("x = (1,\n  2\ndef f(a b): pass\nreturn\n"),
            [1, 3, 4]
        );
        assert_eq!(
            errors("def f():\n    x = [1,\n    return x\n\ny = 1 1\n"),
            [2, 5]
        );
        assert_eq!(errors("@a b\ndef f(): pass\n"), [1]);
    }
}
