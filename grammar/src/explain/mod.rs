//! Why a source that the parser has refused is wrong, in CPython's words and at CPython's place.
//!
//! CPython's own parser tries ordered alternatives, and words an error by what it has tried; to say
//! the same, this module runs such rules (`rules.peg`) from the last statement before the error.
//! Nothing here is reached by a source that parses.

mod fragment;
mod machine;
mod raise;
mod rules;

use machine::{Machine, Run};

use crate::Mode;
use crate::error::{ErrorKind, SyntaxError};
use crate::layout::{Bracket, LexError};
use crate::locate::Locator;
use crate::token::{Tok, Token};

/// A refused source.
pub(crate) struct Refusal<'t> {
    pub source: &'t str,
    /// As the lexer found them.
    pub tokens: &'t [Token],
    /// The last of the tokens may be an error.
    pub lexical: Option<&'t LexError>,
    pub mode: Mode,
    /// The token at which the parser gave up.
    pub at: usize,
}

impl Refusal<'_> {
    /// The error to report, and the last token that CPython has read by then.
    pub(crate) fn explain(&self) -> (SyntaxError, Token) {
        let rule = match self.mode {
            Mode::Module => "module",
            Mode::Interactive => "interactive",
            Mode::Expression => "evaluated",
        };
        let tokens = plain(&relevant(self.tokens, self.at));
        let at = (self.at + tokens.len()).saturating_sub(self.tokens.len());
        let levels = levels(&tokens);
        let mut machine = Machine::new(self.source, &tokens, &levels);
        let mut run = machine.run(rule, false);
        let first_read = machine.read;
        if matches!(run, Run::Failed) {
            run = machine.run(rule, true);
        }
        let read = machine.read;
        // The first run has come to the end of the input: more might have helped.
        let last = tokens[first_read.clamp(1, tokens.len()) - 1];
        let incomplete = match last.kind {
            Tok::Error => self.lexical.is_some_and(|error| error.at_end),
            _ => last.span.start == last.span.end && last.span.end as usize >= self.source.len(),
        };
        let error = match run {
            Run::Lexical => self.lexical_error(),
            Run::Raised(error) if read < tokens.len() && error.kind != ErrorKind::Memory => {
                self.unless_lexical(*error, tokens[read - 1])
            }
            Run::Raised(error) => *error,
            Run::Failed => self.generic(&tokens, first_read, read),
            Run::Matched => self.generic(&tokens, at + 1, read),
        };
        let error = SyntaxError {
            incomplete,
            ..error
        };
        (error, tokens[read.clamp(1, tokens.len()) - 1])
    }

    fn generic(&self, tokens: &[Token], first_read: usize, read: usize) -> SyntaxError {
        let locator = Locator::new(self.source);
        let last = tokens[first_read.clamp(1, tokens.len()) - 1];
        let indentation = match last.kind {
            Tok::Indent => "unexpected indent",
            Tok::Dedent => "unexpected unindent",
            _ => {
                return self.unless_lexical(
                    locator.on_token("invalid syntax", last),
                    tokens[read.max(1) - 1],
                );
            }
        };
        let last = tokens[read.clamp(1, tokens.len()) - 1];
        SyntaxError {
            kind: ErrorKind::Indentation,
            ..locator.at_token(indentation, last)
        }
    }

    fn lexical_error(&self) -> SyntaxError {
        let locator = Locator::new(self.source);
        match self.lexical {
            Some(error) => locator.lexical(error),
            None => locator.on_token(
                "invalid syntax",
                self.tokens[self.at.min(self.tokens.len() - 1)],
            ),
        }
    }

    /// What the lexer finds wrong further on comes before what is wrong here; `current` is the last
    /// token that was looked at.
    pub(crate) fn unless_lexical(&self, error: SyntaxError, current: Token) -> SyntaxError {
        let Some(lexical) = self.lexical else {
            return error;
        };
        let locator = Locator::new(self.source);
        if lexical.is_immediate() {
            return if lexical.in_fstring {
                error
            } else {
                locator.lexical(lexical)
            };
        }
        match lexical.open {
            Some(Bracket { offset, .. })
                if locator.line(current.span.start) > locator.line(offset) =>
            {
                if lexical.in_fstring {
                    error
                } else {
                    locator.never_closed(lexical)
                }
            }
            _ => error,
        }
    }
}

/// The tokens without what `soft_keywords` has found out.
fn plain(tokens: &[Token]) -> Vec<Token> {
    let plain = |token: &Token| match token.kind {
        Tok::Match | Tok::Case | Tok::Type => Token {
            kind: Tok::Name,
            ..*token
        },
        Tok::WithParen => Token {
            kind: Tok::LParen,
            ..*token
        },
        _ => *token,
    };
    tokens.iter().map(plain).collect()
}

/// How many brackets are open after each token.
fn levels(tokens: &[Token]) -> Vec<u32> {
    let mut level = 0u32;
    let after = |token: &Token| {
        match token.kind {
            Tok::LParen | Tok::LBracket | Tok::LBrace => level += 1,
            Tok::RParen | Tok::RBracket | Tok::RBrace => level = level.saturating_sub(1),
            _ => {}
        }
        level
    };
    tokens.iter().map(after).collect()
}

/// The tokens without statements that are complete before the token `at`: the parser has accepted
/// them, so that they have no part in the error. In each block, the last of them stays.
fn relevant(tokens: &[Token], at: usize) -> Vec<Token> {
    let (before, rest) = tokens.split_at(at.min(tokens.len()));
    let mut out: Vec<Token> = Vec::new();
    // Where the last two statements of each open block start.
    let mut blocks: Vec<Vec<usize>> = vec![Vec::new()];
    let mut last = Tok::Newline;
    let mut decorated = false;
    for token in before {
        let starts_line = matches!(last, Tok::Newline | Tok::Indent | Tok::Dedent);
        match token.kind {
            Tok::Indent => blocks.push(Vec::new()),
            Tok::Dedent if blocks.len() > 1 => drop(blocks.pop()),
            // These go on with a statement.
            Tok::Elif | Tok::Else | Tok::Except | Tok::Finally | Tok::Dedent => {}
            kind if starts_line => {
                if let Some(starts) = blocks.last_mut().filter(|_| !decorated) {
                    if let [first, second] = starts[..] {
                        out.drain(first..second);
                        starts.pop();
                    }
                    starts.push(out.len());
                }
                decorated = kind == Tok::At;
            }
            _ => {}
        }
        last = token.kind;
        out.push(*token);
    }
    out.extend_from_slice(rest);
    out
}
