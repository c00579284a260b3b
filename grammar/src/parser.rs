//! Runs the generated parser.

use crate::actions::{Builder, Error, Refused};
use crate::ast::{Ast, Span};
use crate::check::{self, CheckOptions};
use crate::error::{ErrorKind, Origin, SyntaxError, SyntaxWarning};
use crate::explain::Refusal;
use crate::layout::{self, LexError, Lexed, Place};
use crate::lines::LineIndex;
use crate::locate::Locator;
use crate::token::{Tok, Token};
use crate::{Mode, Options, Parsed, soft_keywords};

#[allow(clippy::all, clippy::pedantic, unused, missing_docs)]
mod generated {
    //! The parser that LALRPOP makes of `python.lalrpop`.
    lalrpop_util::lalrpop_mod!(python, "/python.rs");
    pub(crate) use python::SourceParser;
}

/// Parses `tokens`, of which the first says what to expect.
pub(crate) fn parse_tokens(
    builder: &mut Builder<'_>,
    start: Tok,
    tokens: impl Iterator<Item = Token>,
) -> Result<Ast, Error> {
    let mut end = 0;
    let located = tokens.map(move |token| {
        // Layout has no extent: what it ends ends with the last token before.
        if matches!(
            token.kind,
            Tok::Newline | Tok::Indent | Tok::Dedent | Tok::EndMarker
        ) {
            return (end, token.kind, end);
        }
        end = token.span.end;
        (token.span.start, token.kind, token.span.end)
    });
    let all = std::iter::once((0, start, 0)).chain(located);
    generated::SourceParser::new().parse(builder, all.map(Ok::<_, Refused>))
}

/// The strings that end before `tokens[at]` with nothing between, the last one first: what came after
/// them did not fit, so that the parser may not have made literals of them.
fn strings_before(tokens: &[Token], at: usize) -> impl Iterator<Item = &[Token]> {
    let mut end = at;
    std::iter::from_fn(move || {
        let start = start_of_string(&tokens[..end])?;
        let string = &tokens[start..end];
        end = start;
        Some(string)
    })
}

/// Where the string begins that the tokens end with.
fn start_of_string(tokens: &[Token]) -> Option<usize> {
    let last = tokens.len().checked_sub(1)?;
    let mut depth = 0_usize;
    match tokens[last].kind {
        Tok::String => Some(last),
        Tok::FStringEnd => tokens.iter().rposition(|token| {
            match token.kind {
                Tok::FStringEnd => depth += 1,
                Tok::FStringStart => depth -= 1,
                _ => {}
            }
            depth == 0
        }),
        _ => None,
    }
}

/// Adds the warnings about strings that CPython reads before it sees that what follows does not fit.
fn add_unread<'a>(
    warnings: &mut Vec<SyntaxWarning>,
    strings: impl Iterator<Item = &'a [Token]>,
    source: &str,
    options: Options,
) {
    let known = warnings.last().map_or(0, |last| last.span.end);
    for string in strings {
        let end = Token {
            kind: Tok::EndMarker,
            ..string[0]
        };
        let tokens = string.iter().copied().chain([end]);
        let mut builder = Builder::new(source, options.max_int_digits);
        // Whether it is right as a whole has been told already.
        let _ = parse_tokens(&mut builder, Tok::StartExpression, tokens);
        let unread = builder.warnings.into_iter();
        warnings.extend(unread.filter(|warning| warning.span.start >= known));
    }
    warnings.sort_by_key(|warning| warning.span.start);
}

/// What the end of the input at the prompt means for a block whose last line has no newline yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unfinished {
    Closes,
    StaysOpen,
}

/// Parses a source whose line ends are `\n`.
pub(crate) fn parse(
    source: &str,
    options: Options,
    unfinished: Unfinished,
) -> Result<Parsed, SyntaxError> {
    parse_lexed(source, options, unfinished, layout::lex(source))
}

/// Parses what the lexer makes of a source.
pub(crate) fn parse_lexed(
    source: &str,
    options: Options,
    unfinished: Unfinished,
    lexed: Lexed,
) -> Result<Parsed, SyntaxError> {
    let Lexed {
        mut tokens,
        error: lexical,
        mut warnings,
    } = lexed;
    if options.mode == Mode::Interactive {
        end_lines(source, &mut tokens, unfinished);
    }
    soft_keywords::mark(source, &mut tokens);
    let (start, length) = match options.mode {
        Mode::Module => (Tok::StartModule, tokens.len()),
        Mode::Interactive => (Tok::StartInteractive, first_statement(&tokens)),
        Mode::Expression => (Tok::StartExpression, tokens.len()),
    };
    let mut builder = Builder::new(source, options.max_int_digits);
    let mut read = 0_usize;
    let rest = &tokens[length..];
    let end = rest.last().map(|last| Token {
        kind: Tok::EndMarker,
        ..*last
    });
    let counted = tokens[..length]
        .iter()
        .copied()
        .chain(end)
        .inspect(|_| read += 1);
    let outcome = parse_tokens(&mut builder, start, counted);
    warnings.append(&mut builder.warnings);
    warnings.sort_by_key(|warning| warning.span.start);
    let found = match outcome {
        Ok(_) if !rest.is_empty() && has_statement(source, tokens[length - 1].span.end) => {
            let message = "multiple statements found while compiling a single statement";
            Err(Locator::new(source).on_token(message, tokens[length - 1]))
        }
        Ok(ast) => {
            let checked = if options.check {
                check_tree(&ast, source, options)
            } else {
                Ok(Vec::new())
            };
            checked.map(|more| (ast, more))
        }
        Err(error) => {
            let at = read.saturating_sub(1);
            let (mut found, reached) = explained(
                error,
                Refusal {
                    source,
                    tokens: &tokens,
                    lexical: lexical.as_ref(),
                    mode: options.mode,
                    at,
                },
            );
            as_buffered(&mut found, source, &tokens, reached);
            add_unread(&mut warnings, strings_before(&tokens, at), source, options);
            if found.message == "unexpected indent" {
                // The only mistake after which CPython does not read on to the end of the source.
                let read = tokens[at].span.end;
                warnings.retain(|warning| warning.span.start < read);
            }
            Err(found)
        }
    };
    match found {
        Ok((ast, more)) => {
            warnings.extend(more);
            Ok(Parsed { ast, warnings })
        }
        Err(error) => Err(SyntaxError { warnings, ..error }),
    }
}

/// The parser's error as CPython tells it, and the last token that CPython has read by then.
fn explained(error: Error, refusal: Refusal<'_>) -> (SyntaxError, Token) {
    let locator = Locator::new(refusal.source);
    let token = || refusal.tokens[refusal.at];
    let error = match error {
        Error::User {
            error: Refused::Literal { message, span },
        } => {
            let found = match span {
                Some(span) => locator.at(message, span),
                None => locator.at_token(message, token()),
            };
            let error = refusal.unless_lexical(found, token());
            let literal = span.filter(|span| ends_with_quote(refusal.source, *span));
            return (error, literal.map_or_else(token, string_token));
        }
        Error::User {
            error: Refused::Number { message, span },
        } => refusal.unless_lexical(locator.line_only(message, span), token()),
        Error::User {
            error: Refused::Deep,
        } => SyntaxError::too_deep(),
        Error::User {
            error: Refused::Nested,
        } => SyntaxError::too_complex(),
        _ => return refusal.explain(),
    };
    (error, token())
}

/// The error that a warning about `source` is turned into.
pub fn as_error(warning: &SyntaxWarning, source: &str) -> SyntaxError {
    let (message, span) = (warning.message.clone(), warning.span);
    match warning.origin {
        Origin::Compiler => {
            SyntaxError::after_parsing(message, span, source, &LineIndex::new(source))
        }
        Origin::Tokenizer => Locator::new(source).lexical(&LexError {
            kind: ErrorKind::Syntax,
            message,
            place: Place::Consumed(span.end),
            at_end: false,
            in_fstring: false,
            open: None,
        }),
        Origin::Parser => on_literal(message, span, source),
    }
}

/// An error about the literal there, which is the last that CPython has read.
pub(crate) fn on_literal(message: String, span: Span, source: &str) -> SyntaxError {
    let mut error = Locator::new(source).at(message, span);
    let tokens = layout::lex(source).tokens;
    as_buffered(&mut error, source, &tokens, string_token(span));
    error
}

fn ends_with_quote(source: &str, span: Span) -> bool {
    let text = source.get(span.start as usize..span.end as usize);
    text.is_some_and(|text| text.ends_with(['\'', '"']))
}

/// The string literal there, or the end of one. CPython decodes each as soon as it has read it.
fn string_token(span: Span) -> Token {
    Token {
        kind: Tok::String,
        span,
    }
}

/// CPython shows the newline of the line its tokenizer is at, but not those of earlier lines. When it
/// misses a bracket's end the tokenizer is at the end of the source. Of what the tokenizer itself
/// finds, it shows the line alone.
fn as_buffered(error: &mut SyntaxError, source: &str, tokens: &[Token], reached: Token) {
    let (Some(location), Some(text)) = (error.location, &mut error.text) else {
        return;
    };
    if !text.ends_with('\n') && source.ends_with('\n') {
        return;
    }
    let end = source.trim_end_matches('\n').len() as u32;
    let offset = match error.message.ends_with(" was never closed") {
        true => end,
        false if is_text(reached) => reached.span.end.min(end),
        false => reached.span.start.min(end),
    };
    let lines = LineIndex::new(source);
    let reached = lines.line(offset);
    let line = location.line as u32;
    if line < reached {
        text.pop();
    }
    if line == reached {
        let mut start = lines.start(line);
        let end = start as usize;
        while start > 0 && goes_on(source, tokens, start) {
            start = lines.start(lines.line(start - 1));
        }
        text.insert_str(0, &source[start as usize..end]);
    }
}

/// Whether a token may have several lines.
fn is_text(token: Token) -> bool {
    matches!(token.kind, Tok::String | Tok::FStringMiddle)
}

/// Whether the line that starts at `start` is one with the line before to the tokenizer: a token or a
/// backslash behind one joins them.
fn goes_on(source: &str, tokens: &[Token], start: u32) -> bool {
    let before = tokens.partition_point(|token| token.span.start < start);
    let Some(token) = before.checked_sub(1).map(|at| tokens[at]) else {
        return false;
    };
    if token.span.end >= start {
        return is_text(token);
    }
    let gap = &source[token.span.end as usize..start as usize];
    let line = gap.trim_end_matches('\n').rsplit('\n').next();
    !matches!(token.kind, Tok::Newline | Tok::Indent | Tok::Dedent)
        && gap.ends_with("\\\n")
        && line.is_some_and(|line| !line.contains('#'))
        && (!gap.trim_end_matches('\n').contains('\n')
            || line.is_some_and(|line| line.trim() != "\\"))
}

fn check_tree(
    ast: &Ast,
    source: &str,
    options: Options,
) -> Result<Vec<SyntaxWarning>, SyntaxError> {
    check::check_future(ast, source)?;
    let options = CheckOptions {
        top_level_await: options.top_level_await,
        optimize: false,
    };
    check::check(ast, source, options)
}

/// At the prompt, the end of the input also ends the line, and once more a block.
fn end_lines(source: &str, tokens: &mut Vec<Token>, unfinished: Unfinished) {
    let Some(&Token {
        kind: Tok::EndMarker,
        span,
    }) = tokens.last()
    else {
        return;
    };
    let newline = Token {
        kind: Tok::Newline,
        span,
    };
    let body = tokens
        .iter()
        .rposition(|token| !matches!(token.kind, Tok::Dedent | Tok::EndMarker))
        .map_or(0, |at| at + 1);
    if body == 0 {
        return;
    }
    if unfinished == Unfinished::StaysOpen && !source.ends_with('\n') {
        tokens.drain(body..tokens.len() - 1);
    }
    let closes_block = body + 1 < tokens.len();
    if source.ends_with('\n') || closes_block {
        tokens.insert(tokens.len() - 1, newline);
    }
    if !source.ends_with('\n') {
        tokens.insert(body, newline);
    }
}

/// Whether there is more than blank lines and comments from `offset` on.
fn has_statement(source: &str, offset: u32) -> bool {
    let rest = source.get(offset as usize..).unwrap_or("");
    rest.lines()
        .any(|line| !line.trim_start().is_empty() && !line.trim_start().starts_with('#'))
}

/// How many tokens the first statement takes if it is a simple one; else all.
fn first_statement(tokens: &[Token]) -> usize {
    let is_compound = matches!(
        tokens.first().map(|token| token.kind),
        Some(
            Tok::If
                | Tok::While
                | Tok::For
                | Tok::Try
                | Tok::With
                | Tok::Def
                | Tok::Class
                | Tok::Async
                | Tok::At
                | Tok::Match
        )
    );
    match tokens.iter().position(|token| token.kind == Tok::Newline) {
        Some(at) if !is_compound => at + 1,
        _ => tokens.len(),
    }
}
