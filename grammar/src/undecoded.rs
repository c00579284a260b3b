//! Sources given as bytes that are not UTF-8 everywhere.
//!
//! CPython decodes such bytes piece by piece: comments not at all, names in its tokenizer, each string literal
//! when its parser has read it. So there may be nothing wrong, or something else may be wrong before.

use std::ops::Range;
use std::str::Utf8Error;

use crate::Mode;
use crate::ast::Span;
use crate::error::SyntaxError;
use crate::layout;
use crate::lines::LineIndex;
use crate::locate::offset_of;
use crate::parser::{self, Unfinished};
use crate::token::{Tok, Token};

/// What stands for a byte that can't be decoded, and what makes a literal a wrong one of the same size
/// instead, whether a backslash comes before it or not.
const REPLACEMENT: &str = "\u{fffd}";
const WRONG_ESCAPE: &str = "x\\N";

/// The text that CPython shows for such bytes.
///
/// # Errors
/// What can't be decoded, if CPython comes to decode it.
pub(crate) fn text(bytes: &[u8]) -> Result<String, SyntaxError> {
    let source = Undecoded::new(bytes);
    match source.mistake() {
        Some(error) => Err(error),
        None => Ok(source.text),
    }
}

/// What the `utf-8` codec says of bytes, with the position counted from `start`.
pub(crate) fn message(bytes: &[u8], start: usize, error: Utf8Error) -> String {
    let at = error.valid_up_to();
    let byte = bytes[at];
    // A character that the end cuts off has all the bytes there are.
    let length = error.error_len().unwrap_or(bytes.len() - at);
    let first = at - start;
    let what = match length {
        1 => format!("byte 0x{byte:02x} in position {first}"),
        _ => format!("bytes in position {first}-{}", first + length - 1),
    };
    let reason = match (error.error_len(), byte) {
        (None, _) => "unexpected end of data",
        (_, 0x80..=0xC1 | 0xF5..) => "invalid start byte",
        _ => "invalid continuation byte",
    };
    format!("(unicode error) 'utf-8' codec can't decode {what}: {reason}")
}

struct Undecoded<'b> {
    bytes: &'b [u8],
    text: String,
    /// Where replacements are in the text, and where the bytes go on that they stand for.
    replaced: Vec<(u32, usize)>,
}

impl Undecoded<'_> {
    fn new(bytes: &[u8]) -> Undecoded<'_> {
        let mut source = Undecoded {
            bytes,
            text: String::with_capacity(bytes.len()),
            replaced: Vec::new(),
        };
        let mut at = 0;
        for chunk in bytes.utf8_chunks() {
            source.text.push_str(chunk.valid());
            at += chunk.valid().len() + chunk.invalid().len();
            if !chunk.invalid().is_empty() {
                source.replaced.push((source.text.len() as u32, at));
                source.text.push_str(REPLACEMENT);
            }
        }
        if !source.text.ends_with('\n') {
            source.text.push('\n');
        }
        source
    }

    /// The offset in the bytes of an offset in the text.
    fn original(&self, offset: u32) -> usize {
        let before = self.replaced.partition_point(|(at, _)| *at < offset);
        let (text, bytes) = match before.checked_sub(1).map(|last| self.replaced[last]) {
            Some((at, next)) => (at as usize + REPLACEMENT.len(), next),
            None => (0, 0),
        };
        (bytes + offset as usize - text).min(self.bytes.len())
    }

    fn mistake(&self) -> Option<SyntaxError> {
        let tokens = layout::lex(&self.text).tokens;
        let literals: Vec<Token> = tokens
            .iter()
            .copied()
            .filter(|token| matches!(token.kind, Tok::String | Tok::FStringMiddle))
            .filter(|token| self.is_replaced(token.span))
            .collect();
        let options = crate::Options {
            check: false,
            ..Mode::Module.into()
        };
        let marked = self.marked(&literals);
        let error = parser::parse(&marked, options, Unfinished::Closes).err()?;
        if error.message.starts_with("invalid character '\u{fffd}'") {
            return self.name_at(&error);
        }
        let place = error.location.map(|at| (at.line, at.offset));
        let is_literal = error.message.starts_with("(unicode error)");
        literals.iter().filter(|_| is_literal).find_map(|literal| {
            let error = self.literal(*literal)?;
            let found = error.location.map(|at| (at.line, at.offset));
            (literal.kind == Tok::FStringMiddle || found == place).then_some(error)
        })
    }

    fn is_replaced(&self, span: Span) -> bool {
        let inside = |at: &u32| (span.start..span.end).contains(at);
        self.replaced.iter().any(|(at, _)| inside(at))
    }

    /// The text with literals that are as wrong in characters as they are in bytes.
    fn marked(&self, literals: &[Token]) -> String {
        let mut marked = self.text.clone();
        for literal in literals {
            let range = literal.span.start as usize..literal.span.end as usize;
            let text = &self.text[range.clone()];
            let is_whole = literal.kind == Tok::String;
            let (prefix, rest) = text.split_at(if is_whole { prefix_length(text) } else { 0 });
            if prefix.contains(['b', 'B']) {
                continue;
            }
            let prefix = prefix.replace(['r', 'R'], "u");
            let rest = rest.replace(REPLACEMENT, WRONG_ESCAPE);
            marked.replace_range(range, &format!("{prefix}{rest}"));
        }
        marked
    }

    /// What is wrong with a literal, where CPython says it is.
    fn literal(&self, literal: Token) -> Option<SyntaxError> {
        let span = literal.span;
        let body = self.body(literal);
        let bytes = &self.bytes[..body.end];
        let message = message(bytes, body.start, self.first_error(&body)?);
        let mut error = parser::on_literal(message, span, &self.text);
        let lines = LineIndex::new(&self.text);
        // CPython counts the bytes of the source in the line that it shows.
        let line_start = lines.start(lines.line(span.end - 1));
        let column = self.original(span.end) - self.original(line_start);
        let first = lines.line_span(lines.line(span.start));
        let shown = self.text[first.start as usize..first.end as usize].trim_end_matches('\n');
        if let Some(at) = &mut error.location {
            at.end_offset = Some(offset_of(shown, column));
        }
        Some(error)
    }

    /// The first thing that can't be decoded there, its position counted from the source's start.
    fn first_error(&self, range: &Range<usize>) -> Option<Utf8Error> {
        // What comes before is replaced by as many valid bytes.
        let mut bytes = vec![b' '; range.start];
        bytes.extend_from_slice(&self.bytes[range.clone()]);
        std::str::from_utf8(&bytes).err()
    }

    /// The bytes of a literal that CPython decodes at once: with escapes, those that are not ASCII and
    /// stand together.
    fn body(&self, literal: Token) -> Range<usize> {
        let (start, end) = (
            self.original(literal.span.start),
            self.original(literal.span.end),
        );
        let text = &self.text[literal.span.start as usize..literal.span.end as usize];
        if literal.kind != Tok::String {
            return start..end;
        }
        let prefix = prefix_length(text);
        let quoted = &text[prefix..];
        let is_triple =
            quoted.len() >= 6 && ["\"\"\"", "'''"].iter().any(|q| quoted.starts_with(q));
        let quotes = if is_triple { 3 } else { 1 };
        let body = start + prefix + quotes..end - quotes;
        if text[..prefix].contains(['r', 'R']) || !text.contains('\\') {
            return body;
        }
        let Some(error) = self.first_error(&body) else {
            return body;
        };
        let at = error.valid_up_to();
        let is_ascii = |byte: &u8| byte.is_ascii();
        let before = self.bytes[body.start..at].iter().rposition(is_ascii);
        let after = self.bytes[at..body.end].iter().position(is_ascii);
        before.map_or(body.start, |last| body.start + last + 1)
            ..after.map_or(body.end, |first| at + first)
    }

    /// The name that the tokenizer can't decode.
    fn name_at(&self, error: &SyntaxError) -> Option<SyntaxError> {
        let place = error.location?;
        let lines = LineIndex::new(&self.text);
        let start = lines.start(place.line as u32) as usize;
        let before = usize::try_from(place.offset - 1).ok()?;
        let at = self.text[start..].char_indices().nth(before)?.0 + start;
        let is_name = |c: char| c.is_alphanumeric() || c == '_' || !c.is_ascii();
        let before = self.text[..at].chars().rev().take_while(|c| is_name(*c));
        let word = &self.text[at - before.map(char::len_utf8).sum::<usize>()..at];
        // A number ends where the name begins.
        let name = word.trim_start_matches(|c: char| c.is_ascii_digit());
        let start = self.original((at - name.len()) as u32);
        let is_part =
            |byte: &&u8| byte.is_ascii_alphanumeric() || **byte == b'_' || !byte.is_ascii();
        let length = self.bytes[start..].iter().take_while(is_part).count();
        let range = start..start + length;
        let message = message(
            &self.bytes[..range.end],
            range.start,
            self.first_error(&range)?,
        );
        let span = Span::new(at as u32, (at + REPLACEMENT.len()) as u32);
        let mut error = parser::on_literal(message, span, &self.text);
        if let Some(at) = &mut error.location {
            at.end_offset = Some(-1);
        }
        Some(error)
    }
}

/// The length of what stands before a literal's quotes.
fn prefix_length(literal: &str) -> usize {
    literal.find(['\'', '"']).unwrap_or(0)
}
