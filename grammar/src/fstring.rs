//! The text parts of f-strings: the lexer's mode between the quotes, outside `{}` (PEP 701).

use crate::ast::Span;
use crate::layout::{Layout, Place, Stop, opening_quotes};
use crate::token::Tok;

/// How deep replacement fields may nest within one f-string's format specs.
const MAX_FIELDS: i32 = 3;

/// An f-string that is being read.
#[derive(Debug)]
pub(crate) struct FString {
    pub(crate) quote: u8,
    /// One quote or three.
    pub(crate) size: usize,
    raw: bool,
    start: u32,
    /// Whether text comes next, not an expression.
    pub(crate) in_text: bool,
    in_format_spec: bool,
    /// Brackets opened inside, those of replacement fields included.
    pub(crate) depth: i32,
    /// The innermost field's bracket is the one after so many; -1 outside fields.
    field: i32,
}

impl FString {
    pub(crate) fn new(opening: &str, start: u32) -> FString {
        FString {
            quote: opening.as_bytes()[opening.len() - 1],
            size: opening_quotes(opening),
            raw: opening.contains(['r', 'R']),
            start,
            in_text: true,
            in_format_spec: false,
            depth: 0,
            field: -1,
        }
    }

    /// Directly inside a replacement field, not in brackets within it.
    pub(crate) fn at_field_level(&self) -> bool {
        self.field >= 0 && self.depth - 1 == self.field
    }

    pub(crate) fn enter_format_spec(&mut self) {
        self.in_text = true;
        self.in_format_spec = true;
    }

    /// A bracket is closed; false if it isn't one of this f-string's.
    pub(crate) fn close(&mut self, close: char) -> bool {
        self.depth -= 1;
        if self.depth < 0 {
            return false;
        }
        if close == '}' && self.depth == self.field {
            self.field -= 1;
            self.in_text = true;
            self.in_format_spec = false;
        }
        true
    }
}

/// How a stretch of text ends.
enum End {
    /// A doubled brace (the second is not part of the text), or the closing quotes: stay in text mode.
    Text,
    /// A brace opens or closes a field.
    Field,
}

impl Layout<'_> {
    /// Reads the end of the f-string, or the text up to the next field and the field's brace.
    pub(crate) fn fstring_text(&mut self) -> Result<(), Stop> {
        let Some(fstring) = self.fstrings.last() else {
            return Ok(());
        };
        let (quote, size) = (fstring.quote, fstring.size);
        let start = self.at();
        let rest = self.lexer.remainder().as_bytes();
        if rest.len() >= size && rest[..size].iter().all(|&b| b == quote) {
            self.lexer.bump(size);
            self.fstrings.pop();
            self.push(Tok::FStringEnd, start, start + size as u32);
            return Ok(());
        }
        if rest.first() == Some(&b'{') && rest.get(1) != Some(&b'{') {
            return self.open_field();
        }
        let (len, end) = self.scan_text()?;
        self.lexer.bump(len);
        self.push(Tok::FStringMiddle, start, start + len as u32);
        match end {
            End::Text => {}
            End::Field => {
                if self.lexer.remainder().starts_with('{') {
                    return self.open_field();
                }
                // A newline ends a format spec, a brace the field.
                if let Some(fstring) = self.fstrings.last_mut() {
                    fstring.in_text = false;
                    if self.lexer.remainder().starts_with('\n') {
                        fstring.in_format_spec = false;
                    }
                }
            }
        }
        Ok(())
    }

    /// At the `{` of a replacement field.
    fn open_field(&mut self) -> Result<(), Stop> {
        let start = self.at();
        let Some(fstring) = self.fstrings.last_mut() else {
            return Ok(());
        };
        fstring.field += 1;
        fstring.in_text = false;
        if fstring.field >= MAX_FIELDS {
            return Err(self.fail("f-string: expressions nested too deeply", start));
        }
        self.lexer.bump(1);
        self.open(start, start + 1)?;
        self.push(Tok::LBrace, start, start + 1);
        Ok(())
    }

    /// The length of the text that comes next, and how it ends.
    fn scan_text(&mut self) -> Result<(usize, End), Stop> {
        let Some(fstring) = self.fstrings.last() else {
            return Ok((0, End::Text));
        };
        let (quote, size, raw, depth) = (fstring.quote, fstring.size, fstring.raw, fstring.depth);
        let in_format_spec = fstring.in_format_spec && fstring.field >= 0;
        let start = self.at();
        let bytes = self.lexer.remainder().as_bytes();
        let (mut at, mut run) = (0, 0);
        let mut in_name = false;
        while run < size {
            let Some(&byte) = bytes.get(at) else {
                return Err(self.unterminated_fstring(at));
            };
            at += 1;
            if byte == quote {
                run += 1;
                continue;
            }
            run = 0;
            match byte {
                b'\n' if size == 1 => {
                    return if in_format_spec {
                        Ok((at - 1, End::Field))
                    } else {
                        Err(self.unterminated_fstring(at - 1))
                    };
                }
                b'{' if bytes.get(at) == Some(&b'{') && !in_format_spec => {
                    return Ok((at + 1, End::Text));
                }
                b'{' => return Ok((at - 1, End::Field)),
                // `\N{BULLET}` is text.
                b'}' if in_name => return Ok((at, End::Text)),
                b'}' if bytes.get(at) == Some(&b'}') && !in_format_spec && depth == 0 => {
                    return Ok((at + 1, End::Text));
                }
                b'}' => return Ok((at - 1, End::Field)),
                b'\\' => match bytes.get(at) {
                    Some(b'{' | b'}') if raw => {}
                    Some(&brace @ (b'{' | b'}')) => {
                        let span = Span::new(start + at as u32 - 1, start + at as u32 + 1);
                        let brace = char::from(brace);
                        self.warn(format!("invalid escape sequence '\\{brace}'"), span);
                    }
                    Some(b'N') if !raw && bytes.get(at + 1) == Some(&b'{') => {
                        in_name = true;
                        at += 2;
                    }
                    Some(_) => at += 1,
                    None => {}
                },
                _ => {}
            }
        }
        Ok((at - size, End::Text))
    }

    fn unterminated_fstring(&mut self, len: usize) -> Stop {
        let at = self.at() as usize + len;
        let (size, start) = self
            .fstrings
            .last()
            .map_or((1, 0), |fstring| (fstring.size, fstring.start));
        let message = self.unterminated_message("f-string", size, at);
        let place = Place::Consumed(start + 1);
        if size == 3 {
            self.fail_at_end(message, place)
        } else {
            self.fail(message, start + 1)
        }
    }
}
