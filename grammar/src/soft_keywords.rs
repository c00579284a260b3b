//! Decides which `match`, `case` and `type` are keywords, and which parenthesis belongs to a `with`,
//! before the parser sees them: a parser with one token of lookahead could not.
//!
//! * `match` is a keyword when it comes first on its logical line, that line ends with `:`, and a
//!   block follows that starts with `case`;
//! * `case` when it comes first on a line directly inside such a block;
//! * `type` when it comes first in a statement and a name follows;
//! * `with (` is the statement's parenthesis when it holds an `as` and `:` follows its end.

use crate::token::{Tok, Token};

/// Rewrites the tokens in place.
pub(crate) fn mark(source: &str, tokens: &mut [Token]) {
    let mut marker = Marker {
        source,
        tokens,
        depth: 0,
        match_depths: Vec::new(),
    };
    let mut brackets = 0usize;
    let (mut line_start, mut statement_start) = (true, true);
    for at in 0..marker.tokens.len() {
        let kind = marker.tokens[at].kind;
        match kind {
            Tok::Indent => marker.depth += 1,
            Tok::Dedent => {
                marker.depth = marker.depth.saturating_sub(1);
                while marker
                    .match_depths
                    .last()
                    .is_some_and(|&depth| depth > marker.depth)
                {
                    marker.match_depths.pop();
                }
            }
            Tok::LParen | Tok::LBracket | Tok::LBrace => brackets += 1,
            Tok::RParen | Tok::RBracket | Tok::RBrace => brackets = brackets.saturating_sub(1),
            Tok::With => marker.with(at),
            Tok::Name if statement_start => marker.name(at, line_start),
            _ => {}
        }
        let is_layout = matches!(kind, Tok::Newline | Tok::Indent | Tok::Dedent);
        line_start = is_layout;
        statement_start = is_layout || brackets == 0 && matches!(kind, Tok::Semicolon | Tok::Colon);
    }
}

struct Marker<'t> {
    source: &'t str,
    tokens: &'t mut [Token],
    depth: usize,
    /// The depths of the blocks that hold `case`s.
    match_depths: Vec<usize>,
}

impl Marker<'_> {
    fn kind(&self, at: usize) -> Tok {
        self.tokens
            .get(at)
            .map_or(Tok::EndMarker, |token| token.kind)
    }

    fn is_word(&self, at: usize, word: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            token.kind == Tok::Name
                && self
                    .source
                    .get(token.span.start as usize..token.span.end as usize)
                    == Some(word)
        })
    }

    fn name(&mut self, at: usize, line_start: bool) {
        if line_start && self.match_depths.last() == Some(&self.depth) && self.is_word(at, "case") {
            self.tokens[at].kind = Tok::Case;
        } else if line_start && self.is_word(at, "match") && self.opens_match_block(at) {
            self.tokens[at].kind = Tok::Match;
            self.match_depths.push(self.depth + 1);
        } else if self.is_word(at, "type") && self.kind(at + 1) == Tok::Name {
            self.tokens[at].kind = Tok::Type;
        }
    }

    fn opens_match_block(&self, at: usize) -> bool {
        let line_end =
            (at..self.tokens.len()).find(|&at| matches!(self.kind(at), Tok::Newline | Tok::Error));
        line_end.is_some_and(|end| {
            end > at + 1
                && self.kind(end - 1) == Tok::Colon
                && self.kind(end + 1) == Tok::Indent
                && self.is_word(end + 2, "case")
        })
    }

    /// `at` is a `with`.
    fn with(&mut self, at: usize) {
        if self.kind(at + 1) != Tok::LParen {
            return;
        }
        let (mut depth, mut has_as) = (0usize, false);
        for inside in at + 1..self.tokens.len() {
            match self.kind(inside) {
                Tok::LParen | Tok::LBracket | Tok::LBrace => depth += 1,
                Tok::RParen | Tok::RBracket | Tok::RBrace => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        if has_as && self.kind(inside + 1) == Tok::Colon {
                            self.tokens[at + 1].kind = Tok::WithParen;
                        }
                        return;
                    }
                }
                Tok::As if depth == 1 => has_as = true,
                Tok::Newline | Tok::EndMarker | Tok::Error => return,
                _ => {}
            }
        }
    }
}
