//! Places elsewhere in a source that belong to a syntax error: the bracket that a wrong one meets, the earlier
//! definition, the statement that wants a block. They are no part of CPython's errors; reports show them.

use crate::ast::Span;
use crate::layout;
use crate::lines::LineIndex;
use crate::token::{Tok, Token};

/// A place and what it has to do with the error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Where.
    pub span: Span,
    /// What is there.
    pub text: String,
}

/// What belongs to the error with this message at this offset of `source`, whose line ends are newlines.
pub fn related(source: &str, message: &str, at: u32) -> Vec<Related> {
    let tokens = layout::lex(source).tokens;
    let before = &tokens[..tokens.partition_point(|token| token.span.start < at)];
    let after = &tokens[tokens.partition_point(|token| token.span.start <= at)..];
    let found = if message.starts_with("closing parenthesis") {
        opener(before).map(|token| (token.span, "this is what is open".to_owned()))
    } else if message.ends_with("was never closed") {
        first_statement(source, after)
            .map(|token| (token.span, "still inside the bracket here".to_owned()))
    } else if message.starts_with("expected 'except' or 'finally'") {
        tried(source, before, at).map(|token| (token.span, "this try has no handler".to_owned()))
    } else if message.starts_with("expected an indented block after") {
        line_named(source, message).map(|span| (span, "this wants an indented block".to_owned()))
    } else {
        repeated_name(message).and_then(|(name, text)| {
            let is_it = |token: &&Token| {
                token.kind == Tok::Name && text_of(source, token.span) == Some(name)
            };
            let token = before.iter().rev().find(is_it)?;
            Some((token.span, text.to_owned()))
        })
    };
    found
        .into_iter()
        .map(|(span, text)| Related { span, text })
        .collect()
}

fn text_of(source: &str, span: Span) -> Option<&str> {
    source.get(span.start as usize..span.end as usize)
}

/// The innermost bracket that is open after the tokens.
fn opener(tokens: &[Token]) -> Option<Token> {
    let mut open = Vec::new();
    for token in tokens {
        match token.kind {
            Tok::LParen | Tok::LBracket | Tok::LBrace => open.push(*token),
            Tok::RParen | Tok::RBracket | Tok::RBrace => drop(open.pop()),
            _ => {}
        }
    }
    open.pop()
}

/// Whether a token is the first on its line.
fn starts_line(source: &str, token: Token) -> bool {
    let before = &source[..token.span.start as usize];
    let line = before.rsplit('\n').next().unwrap_or(before);
    line.trim().is_empty()
}

/// The first token that can only begin a statement.
pub(crate) fn first_statement(source: &str, tokens: &[Token]) -> Option<Token> {
    let begins = |token: &&Token| {
        matches!(
            token.kind,
            Tok::Def
                | Tok::Class
                | Tok::Return
                | Tok::Import
                | Tok::While
                | Tok::With
                | Tok::Try
                | Tok::Raise
                | Tok::Del
                | Tok::Pass
                | Tok::Assert
                | Tok::Global
                | Tok::Break
                | Tok::Continue
                | Tok::Elif
                | Tok::Except
        ) && starts_line(source, **token)
    };
    tokens.iter().find(begins).copied()
}

/// The last `try` that is not deeper than what stands at the offset.
pub(crate) fn tried(source: &str, before: &[Token], at: u32) -> Option<Token> {
    let lines = LineIndex::new(source);
    let column = |offset: u32| {
        let start = lines.start(lines.line(offset)) as usize;
        let line = &source[start..];
        line.len() - line.trim_start_matches([' ', '\t']).len()
    };
    let is_it = |token: &&Token| {
        token.kind == Tok::Try
            && (at as usize >= source.trim_end().len() || column(token.span.start) <= column(at))
    };
    before.iter().rev().find(is_it).copied()
}

/// The line that a message ends with the number of, without its indentation.
fn line_named(source: &str, message: &str) -> Option<Span> {
    let number: usize = message.rsplit_once("on line ")?.1.parse().ok()?;
    let lines = LineIndex::new(source);
    let start = lines.start(u32::try_from(number).ok()?);
    let line = source.get(start as usize..)?.lines().next()?;
    let indent = line.len() - line.trim_start().len();
    let end = start + line.trim_end().len() as u32;
    Some(Span::new(start + indent as u32, end))
}

/// The name that a message says is there once too often, and what its earlier occurrence is.
fn repeated_name(message: &str) -> Option<(&str, &'static str)> {
    const TABLE: &[(&str, &str)] = &[
        ("duplicate argument '", "first here"),
        ("duplicate type parameter '", "first here"),
        ("multiple assignments to name '", "first here"),
        ("keyword argument repeated: ", "first here"),
        ("attribute name repeated in class pattern: ", "first here"),
        ("annotated name '", "declared here"),
        ("name '", "here before"),
    ];
    let (start, text) = TABLE.iter().find(|(start, _)| message.starts_with(start))?;
    let rest = &message[start.len()..];
    let name = rest.split(['\'', ' ']).next()?;
    (!name.is_empty()).then_some((name, *text))
}

#[cfg(test)]
mod tests {
    use super::related;
    use crate::{Mode, parse};

    /// The text and the words of what belongs to the error of a source.
    fn of(source: &str) -> Vec<(String, String)> {
        let error = parse(source, Mode::Module).expect_err("an error");
        let at = error.location.expect("a place");
        let lines = crate::LineIndex::new(source);
        let offset = lines.start(at.line as u32) + at.offset as u32 - 1;
        related(source, &error.message, offset)
            .into_iter()
            .map(|one| {
                let span = one.span.start as usize..one.span.end as usize;
                (source[span].to_owned(), one.text)
            })
            .collect()
    }

    fn pair(text: &str, words: &str) -> Vec<(String, String)> {
        vec![(text.to_owned(), words.to_owned())]
    }

    #[test]
    fn places_are_found() {
        assert_eq!(of("x = [1,\n  2)\n"), pair("[", "this is what is open"));
        assert_eq!(
            of("x = (1,\ndef f(): pass\n"),
            pair("def", "still inside the bracket here")
        );
        assert_eq!(of("f(a=1, b=2, a=3)\n"), pair("a", "first here"));
        assert_eq!(
            of("if x:\npass\n"),
            pair("if x:", "this wants an indented block")
        );
        assert_eq!(
            of("try:\n    pass\nx = 1\n"),
            pair("try", "this try has no handler")
        );
        assert_eq!(of("x = 1 +\n"), []);
    }
}
