//! Outlines: valid modules whose functions' bodies are left for later, and the definitions that were
//! left out.
//!
//! A body ends before the first line that is indented no deeper than its `def`: lines inside of
//! multi-line strings must not be, which whoever asks for an outline has to make sure of. What may need
//! cells for type parameters is kept whole.

use logos::Logos;

use crate::layout::{Indent, Layout, Lexed, Stop};
use crate::token::{Tok, Token};
use crate::{Span, layout};

/// Bodies that are shorter than this many bytes are not worth being left out.
const SHORT: usize = 16;

/// Splits a source into tokens, with [`Tok::Skipped`] in place of functions' bodies.
pub(crate) fn lex(source: &str) -> Lexed {
    let mut layout = Layout::new(source, Tok::lexer(source));
    layout.whole_until = Some(0);
    layout::run(layout)
}

/// Splits the definition at `span`, whose body [`lex`] has left out, into tokens.
pub(crate) fn lex_definition(source: &str, span: Span) -> Lexed {
    let bytes = source.as_bytes();
    let (start, mut end) = (span.start as usize, span.end as usize);
    end += usize::from(bytes.get(end) == Some(&b'\n'));
    let part = &source[..end];
    let mut lexer = Tok::lexer(part);
    lexer.bump(start);
    let mut layout = Layout::new(part, lexer);
    layout.at_line_start = false;
    layout::run(layout)
}

/// Where a block's last line ends, and where the line after it starts. The lines from `at` on are in the
/// block as long as they are indented deeper than `column`.
fn block_end(source: &str, at: usize, column: usize) -> (usize, usize) {
    let mut found = (at, at);
    let mut start = at;
    while start < source.len() {
        let end = source[start..]
            .find('\n')
            .map_or(source.len(), |length| start + length);
        let line = &source.as_bytes()[start..end];
        let indent = line.iter().take_while(|&&b| b == b' ').count();
        let is_blank = matches!(line.get(indent), None | Some(b'#'));
        if !is_blank && indent <= column {
            break;
        }
        start = (end + 1).min(source.len());
        if !is_blank {
            found = (end, start);
        }
    }
    found
}

/// The first statement in `source[at..]`.
fn first_statement(source: &str, mut at: usize) -> usize {
    loop {
        let rest = source[at..].trim_start();
        at = source.len() - rest.len();
        match rest.starts_with('#') {
            true => at += rest.find('\n').unwrap_or(rest.len()),
            false => return at,
        }
    }
}

impl Layout<'_> {
    /// Leaves out the body of a function whose header's logical line has just ended.
    pub(crate) fn skip_body(&mut self, whole_until: u32) -> Result<(), Stop> {
        let tokens = &self.out.tokens[..self.out.tokens.len() - 1];
        let is_layout =
            |token: &Token| matches!(token.kind, Tok::Newline | Tok::Indent | Tok::Dedent);
        let start = tokens.iter().rposition(is_layout).map_or(0, |at| at + 1);
        let line = &tokens[start..];
        let kind = |at: usize| line.get(at).map(|token| token.kind);
        let name = match (kind(0), kind(1)) {
            (Some(Tok::Def | Tok::Class), _) => 1,
            (Some(Tok::Async), Some(Tok::Def)) => 2,
            _ => return Ok(()),
        };
        let at = self.at();
        if kind(line.len() - 1) != Some(Tok::Colon) || at < whole_until {
            return Ok(());
        }
        let is_class = kind(0) == Some(Tok::Class);
        let is_generic = kind(name + 1) == Some(Tok::LBracket);
        if is_class && !is_generic {
            return Ok(());
        }
        let column = self.indents.last().map_or(0, |indent| indent.column);
        let (end, next) = block_end(self.source, at as usize, column as usize);
        if is_generic {
            self.whole_until = Some(end as u32);
            return Ok(());
        }
        self.open_body(end)?;
        let first = first_statement(self.source, self.at() as usize);
        if !self.at_line_start || end.saturating_sub(first) < SHORT {
            self.whole_until = Some(end as u32);
            return Ok(());
        }
        self.push(Tok::Skipped, first as u32, end as u32);
        self.push(Tok::Newline, end as u32, next as u32);
        self.push(Tok::Dedent, next as u32, next as u32);
        self.indents.pop();
        self.lexer.bump(next - self.at() as usize);
        Ok(())
    }

    /// Reads the beginning of a body: its indentation, and its doc string if that is a line of its own.
    /// Else what follows is not at a line's start.
    fn open_body(&mut self, end: usize) -> Result<(), Stop> {
        let at = self.at() as usize;
        let first = first_statement(self.source, at);
        let line = self.source[..first].rfind('\n').map_or(0, |at| at + 1);
        self.indents.push(Indent::at((first - line) as u32));
        self.push(Tok::Indent, first as u32, first as u32);
        let start = self.source.as_bytes()[first..].iter().copied();
        let mut start = start.skip_while(|b| matches!(b, b'r' | b'R'));
        if !matches!(start.next(), Some(b'"' | b'\'')) {
            // Another first statement; it starts its line, of which nothing has been read.
            self.lexer.bump(line.max(at) - at);
            return Ok(());
        }
        self.lexer.bump(first - at);
        self.at_line_start = false;
        self.step()?;
        let rest = &self.source[self.at() as usize..end];
        if rest.starts_with('\n') {
            let at = self.at();
            self.lexer.bump(1);
            self.at_line_start = true;
            self.push(Tok::Newline, at, at + 1);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ast::{Ast, Stmt, StmtKind};

    const SOURCE: &str = r#"
"""Doc."""
import x

def f(a, b=1):
    """Doc of f."""
    # comment
    for x in a:

        yield x
    return b

# more
class C:
    def short(self): return 1

    @decorated
    async def method(self, *,
                     c):
        # comment
        self.x, self.y = 1, 2
        return self.x + self.y

    def generic[T](self):
        def inner():
            return 12345678 + 1
        return T, inner()
    def only_doc(self):
        'x'
if x:
    def last():
        return 'the end of the source' + \
'x'
"#;

    fn statements(source: &str) -> Vec<Stmt> {
        match crate::parse_outline(source).unwrap().ast {
            Ast::Module(body) => body,
            other => panic!("{other:?}"),
        }
    }

    fn skipped(body: &[Stmt]) -> Vec<(Span, Vec<Stmt>)> {
        let mut found = Vec::new();
        for stmt in body {
            match &stmt.kind {
                StmtKind::FunctionDef(def) => {
                    if let Some(StmtKind::Skipped) = def.body.last().map(|stmt| &stmt.kind) {
                        found.push((stmt.span, def.body.clone()));
                    }
                }
                StmtKind::ClassDef(def) => found.extend(skipped(&def.body)),
                StmtKind::If { branches, .. } => found.extend(skipped(&branches[0].body)),
                _ => {}
            }
        }
        found
    }

    #[test]
    fn outlines_leave_out_bodies() {
        let source = SOURCE.replace("\\\n", "");
        let found = skipped(&statements(&source));
        let text = |span: Span| &source[span.start as usize..span.end as usize];
        let texts: Vec<&str> = found
            .iter()
            .filter_map(|(_, body)| Some(text(body.last()?.span)))
            .collect();
        assert_eq!(
            texts,
            [
                "for x in a:\n\n        yield x\n    return b",
                "self.x, self.y = 1, 2\n        return self.x + self.y",
                "return 'the end of the source' + 'x'",
            ]
        );
        assert_eq!(found[0].1.len(), 2, "the doc string is there");
    }

    #[test]
    fn what_was_left_out_can_be_parsed() {
        let source = SOURCE.replace("\\\n", "");
        let whole = crate::parse(&source, crate::Mode::Module).unwrap().ast;
        let Ast::Module(whole) = whole else {
            panic!("a module");
        };
        for (span, _) in skipped(&statements(&source)) {
            let Ast::Module(part) = crate::parse_definition(&source, span).unwrap().ast else {
                panic!("a module");
            };
            let [definition] = &part[..] else {
                panic!("{part:?}");
            };
            let StmtKind::FunctionDef(found) = &definition.kind else {
                panic!("{definition:?}");
            };
            let wanted = find(&whole, definition.span.start).expect("is in the whole");
            assert_eq!(wanted.body, found.body);
            assert_eq!(wanted.args, found.args);
        }
    }

    fn find(body: &[Stmt], start: u32) -> Option<&crate::ast::FunctionDef> {
        body.iter().find_map(|stmt| match &stmt.kind {
            StmtKind::FunctionDef(def) if stmt.span.start == start => Some(&**def),
            StmtKind::ClassDef(def) => find(&def.body, start),
            StmtKind::If { branches, .. } => find(&branches[0].body, start),
            _ => None,
        })
    }
}
