//! What the pieces of a source are, for editors that colour it: the parser's tokens in few classes.
//!
//! Choosing colours is the editor's business.

use crate::ast::Span;
use crate::layout;
use crate::soft_keywords;
use crate::token::Tok;

/// What a piece of a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenClass {
    /// `if`, and `match` where it is one.
    Keyword,
    /// `True`, `False` and `None`.
    Constant,
    /// An identifier.
    Name,
    /// An identifier that `def` or `class` defines.
    Definition,
    /// A number.
    Number,
    /// A string, or the text of an f-string; also one that has no end yet.
    String,
    /// An operator or a bracket.
    Operator,
    /// From `#` to the end of the line.
    Comment,
}

/// All keywords, also those that are names elsewhere (`match`).
pub fn keywords() -> impl Iterator<Item = &'static str> {
    let is_word = |text: &&str| text.starts_with(|c: char| c.is_ascii_alphabetic());
    Tok::WORDS.iter().copied().filter(is_word)
}

/// The pieces of `source` in order, blanks left out. What follows a lexical error has no class, except
/// that a string without its end is one. Spans refer to the text with its line ends as
/// [`normalise_newlines`](crate::normalise_newlines) leaves them.
pub fn classify(source: &str) -> Vec<(TokenClass, Span)> {
    let mut lexed = layout::lex(source);
    soft_keywords::mark(source, &mut lexed.tokens);
    let mut pieces: Vec<(TokenClass, Span)> = Vec::with_capacity(lexed.tokens.len());
    let mut at = 0;
    let mut defines = false;
    for token in &lexed.tokens {
        if token.kind == Tok::Error {
            break;
        }
        let Some(class) = class_of(token.kind, defines) else {
            continue;
        };
        comments(source, at, token.span.start, &mut pieces);
        at = at.max(token.span.end);
        defines = matches!(token.kind, Tok::Def | Tok::Class);
        if token.span.start < token.span.end {
            pieces.push((class, token.span));
        }
    }
    let end = source.len() as u32;
    if let Some(opening) = lexed
        .error
        .as_ref()
        .filter(|error| error.at_end)
        .and_then(|_| {
            let rest = source.get(at as usize..)?;
            let quote = rest.find(['"', '\''])?;
            (!rest[..quote].contains('#')).then_some(at + quote as u32)
        })
    {
        let span = Span {
            start: opening,
            end,
        };
        pieces.push((TokenClass::String, span));
    } else {
        comments(source, at, end, &mut pieces);
    }
    pieces
}

/// The comments between two tokens.
fn comments(source: &str, start: u32, end: u32, pieces: &mut Vec<(TokenClass, Span)>) {
    let Some(gap) = source.get(start as usize..end as usize) else {
        return;
    };
    let mut offset = start;
    for line in gap.split_inclusive('\n') {
        if let Some(at) = line.find('#') {
            let text = line[at..].trim_end_matches('\n');
            let start = offset + at as u32;
            let end = start + text.len() as u32;
            pieces.push((TokenClass::Comment, Span { start, end }));
        }
        offset += line.len() as u32;
    }
}

fn class_of(kind: Tok, defines: bool) -> Option<TokenClass> {
    Some(match kind {
        Tok::Name if defines => TokenClass::Definition,
        Tok::Name => TokenClass::Name,
        Tok::True | Tok::False | Tok::None => TokenClass::Constant,
        Tok::Number => TokenClass::Number,
        Tok::String | Tok::FStringStart | Tok::FStringMiddle | Tok::FStringEnd => {
            TokenClass::String
        }
        Tok::WithParen => TokenClass::Operator,
        Tok::Newline | Tok::Indent | Tok::Dedent | Tok::EndMarker | Tok::Error => return None,
        kind => match kind.spelling()?.as_bytes().first() {
            Some(first) if first.is_ascii_alphabetic() => TokenClass::Keyword,
            _ => TokenClass::Operator,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::{TokenClass, classify};

    fn texts(source: &str) -> Vec<(TokenClass, &str)> {
        let piece = |(class, span): (TokenClass, crate::ast::Span)| {
            (class, &source[span.start as usize..span.end as usize])
        };
        classify(source).into_iter().map(piece).collect()
    }

    #[test]
    fn pieces_have_their_classes() {
        use TokenClass::*;
        let source = "def f(x):  # why\n    return f'{x}' + 1 if None else match\n";
        let expected = [
            (Keyword, "def"),
            (Definition, "f"),
            (Operator, "("),
            (Name, "x"),
            (Operator, ")"),
            (Operator, ":"),
            (Comment, "# why"),
            (Keyword, "return"),
            (String, "f'"),
            (Operator, "{"),
            (Name, "x"),
            (Operator, "}"),
            (String, "'"),
            (Operator, "+"),
            (Number, "1"),
            (Keyword, "if"),
            (Constant, "None"),
            (Keyword, "else"),
            (Name, "match"),
        ];
        assert_eq!(texts(source), expected);
    }

    #[test]
    fn unfinished_strings_are_strings() {
        use TokenClass::*;
        assert_eq!(
            texts("x = 'abc"),
            [(Name, "x"), (Operator, "="), (String, "'abc")]
        );
        assert_eq!(texts("'''a\nb"), [(String, "'''a\nb")]);
        assert_eq!(
            texts("(1, # 'x"),
            [
                (Operator, "("),
                (Number, "1"),
                (Operator, ","),
                (Comment, "# 'x"),
            ]
        );
    }
}
