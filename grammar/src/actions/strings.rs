//! Actions for string literals: joining adjacent ones, and putting f-strings together.

use std::rc::Rc;

use super::{Builder, Made, Refused, deepest, leaf, node};
use crate::ast::*;
use crate::error::{Origin, SyntaxWarning, WarningCategory};
use crate::escape::{self, Problem};
use crate::layout::opening_quotes;

/// One literal of a row of adjacent ones.
#[derive(Debug)]
pub(crate) enum StringPart {
    /// A string or bytes literal.
    Plain(Span),
    /// The parts of an f-string.
    Formatted(Vec<Expr>),
}

/// A piece of an f-string between its quotes.
#[derive(Debug)]
pub(crate) enum FStringPart {
    /// Text that is still to be decoded.
    Text(Span),
    /// A replacement field: with `=` its text comes first.
    Field(Option<Expr>, Expr),
}

/// A string or bytes literal without its quotes.
struct Literal<'s> {
    body: &'s str,
    is_bytes: bool,
    is_raw: bool,
    u_prefix: bool,
}

fn split_literal(text: &str) -> Literal<'_> {
    let quote = text.find(['\'', '"']).unwrap_or(0);
    let (prefix, quoted) = text.split_at(quote);
    let size = if quoted.len() >= 6 && (quoted.starts_with("\"\"\"") || quoted.starts_with("'''")) {
        3
    } else {
        1
    };
    Literal {
        body: quoted
            .get(size..quoted.len().saturating_sub(size))
            .unwrap_or(""),
        is_bytes: prefix.contains(['b', 'B']),
        is_raw: prefix.contains(['r', 'R']),
        // As CPython, which notes a lower-case `u` only.
        u_prefix: prefix == "u",
    }
}

fn string(span: Span, value: Rc<[u8]>, u_prefix: bool) -> Expr {
    leaf(
        span.start,
        ExprKind::Constant(Constant::Str { value, u_prefix }),
        span.end,
    )
}

fn string_value(expr: &Expr) -> Option<(&Rc<[u8]>, bool)> {
    match &expr.kind {
        ExprKind::Constant(Constant::Str { value, u_prefix }) => Some((value, *u_prefix)),
        _ => None,
    }
}

impl Builder<'_> {
    /// A row of adjacent literals, which makes one constant or one f-string.
    pub(crate) fn strings(&mut self, l: u32, parts: Vec<StringPart>, r: u32) -> Made<Expr> {
        let span = Span::new(l, r);
        let is_bytes = |part: &StringPart| match part {
            StringPart::Plain(span) => split_literal(self.text(*span)).is_bytes,
            StringPart::Formatted(_) => false,
        };
        let bytes = parts.iter().filter(|part| is_bytes(part)).count();
        if bytes != 0 && bytes != parts.len() {
            let message = "cannot mix bytes and nonbytes literals".to_owned();
            return Err(Refused::Literal {
                message,
                span: None,
            }
            .into());
        }
        let formatted = parts
            .iter()
            .any(|part| matches!(part, StringPart::Formatted(_)));
        if bytes != 0 {
            return self.bytes(span, &parts);
        }
        let mut flat = Vec::with_capacity(parts.len());
        for part in parts {
            match part {
                StringPart::Plain(span) => flat.push(self.plain(span)?),
                StringPart::Formatted(values) => flat.extend(values),
            }
        }
        if formatted {
            let values = merge_constants(flat);
            return node(l, deepest(&values), ExprKind::JoinedStr(values), r);
        }
        if let [only] = &mut flat[..] {
            return Ok(Expr {
                span,
                ..std::mem::replace(only, leaf(l, ExprKind::Tuple(Vec::new()), r))
            });
        }
        let u_prefix = flat
            .first()
            .and_then(string_value)
            .is_some_and(|(_, u_prefix)| u_prefix);
        Ok(string(span, concatenate(&flat), u_prefix))
    }

    fn bytes(&mut self, span: Span, parts: &[StringPart]) -> Made<Expr> {
        let mut value = Vec::new();
        for part in parts {
            let StringPart::Plain(part) = part else {
                continue;
            };
            let literal = split_literal(self.text(*part));
            if !literal.body.is_ascii() {
                let message = "bytes can only contain ASCII literal characters".to_owned();
                return Err(Refused::Literal {
                    message,
                    span: Some(*part),
                }
                .into());
            }
            if literal.is_raw || !literal.body.contains('\\') {
                value.extend_from_slice(literal.body.as_bytes());
            } else {
                let warning = escape::decode_bytes(literal.body, &mut value);
                self.escape_warning(warning, *part)?;
            }
        }
        Ok(leaf(
            span.start,
            ExprKind::Constant(Constant::Bytes(value.into())),
            span.end,
        ))
    }

    /// A string literal that is no f-string.
    fn plain(&mut self, span: Span) -> Made<Expr> {
        let Literal {
            body,
            is_raw,
            u_prefix,
            ..
        } = split_literal(self.text(span));
        Ok(string(span, self.decoded(body, is_raw, span)?, u_prefix))
    }

    fn decoded(&mut self, body: &str, is_raw: bool, span: Span) -> Made<Rc<[u8]>> {
        if is_raw || !body.contains('\\') {
            return Ok(body.as_bytes().into());
        }
        let mut value = Vec::with_capacity(body.len());
        let warning = escape::decode(body, &mut value);
        self.escape_warning(warning, span)?;
        Ok(value.into())
    }

    /// The lexer has warned about a backslash before a brace already.
    fn fstring_text(&mut self, body: &str, is_raw: bool, end: Span) -> Made<Rc<[u8]>> {
        let warnings = self.warnings.len();
        let value = self.decoded(body, is_raw, end)?;
        self.warnings
            .truncate(if body.contains("\\{") || body.contains("\\}") {
                warnings
            } else {
                self.warnings.len()
            });
        Ok(value)
    }

    fn escape_warning(&mut self, outcome: Result<Option<String>, Problem>, span: Span) -> Made<()> {
        match outcome {
            Ok(None) => Ok(()),
            Ok(Some(message)) => {
                let category = WarningCategory::Syntax;
                self.warnings.push(SyntaxWarning {
                    message,
                    span,
                    category,
                    origin: Origin::Parser,
                });
                Ok(())
            }
            Err(Problem(message)) => Err(Refused::Literal {
                message,
                span: Some(span),
            }
            .into()),
        }
    }

    /// An f-string; `start` is its prefix and opening quotes.
    pub(crate) fn fstring(
        &mut self,
        start: Span,
        parts: Vec<FStringPart>,
        r: u32,
    ) -> Made<StringPart> {
        let opening = self.text(start);
        let is_raw = opening.contains(['r', 'R']);
        // Problems with the text are reported at the closing quotes.
        let end = Span::new(r - opening_quotes(opening) as u32, r);
        Ok(StringPart::Formatted(self.fstring_values(
            parts,
            is_raw,
            Some(end),
        )?))
    }

    /// Decodes the text among the parts; warnings and errors about it are located at `end`, or where it is.
    fn fstring_values(
        &mut self,
        parts: Vec<FStringPart>,
        is_raw: bool,
        end: Option<Span>,
    ) -> Made<Vec<Expr>> {
        let mut values = Vec::with_capacity(parts.len());
        for part in parts {
            match part {
                FStringPart::Text(span) => {
                    let text = self.text(span);
                    // The lexer ends a stretch of text after a doubled brace.
                    let doubled = text.ends_with("{{") || text.ends_with("}}");
                    let text = &text[..text.len() - usize::from(doubled)];
                    let value = self.fstring_text(text, is_raw, end.unwrap_or(span))?;
                    values.push(string(span, value, false));
                }
                FStringPart::Field(text, value) => {
                    values.extend(text);
                    values.push(value);
                }
            }
        }
        Ok(values)
    }

    /// `{value = !r:format}`; `close` is where the closing brace stands.
    pub(crate) fn field(
        &mut self,
        span: Span,
        value: Expr,
        equal: bool,
        conversion: Option<(Span, Span)>,
        format: Option<(u32, Vec<FStringPart>)>,
        close: u32,
    ) -> Made<FStringPart> {
        let after = conversion
            .map(|(mark, _)| mark.start)
            .or(format.as_ref().map(|format| format.0))
            .unwrap_or(close);
        let debug = equal.then(|| self.debug_text(Span::new(span.start + 1, after)));
        let conversion = match conversion {
            Some((mark, name)) => Some(self.conversion(mark, name)?),
            None if equal && format.is_none() => Some(Conversion::Repr),
            None => None,
        };
        let format_spec = match format {
            Some((start, parts)) => {
                let values = merge_constants(self.fstring_values(parts, false, None)?);
                Some(node(
                    start,
                    deepest(&values),
                    ExprKind::JoinedStr(values),
                    close,
                )?)
            }
            None => None,
        };
        let depth = value.depth.max(deepest(&format_spec));
        let format_spec = format_spec.map(Box::new);
        let kind = ExprKind::FormattedValue {
            value: Box::new(value),
            conversion,
            format_spec,
        };
        Ok(FStringPart::Field(
            debug,
            node(span.start, depth, kind, span.end)?,
        ))
    }

    /// The text of `{x = }` from the brace to what follows the `=`, comments left out.
    fn debug_text(&self, span: Span) -> Expr {
        string(
            span,
            strip_comments(self.text(span)).as_bytes().into(),
            false,
        )
    }

    fn conversion(&self, mark: Span, name: Span) -> Made<Conversion> {
        if mark.end != name.start {
            return Err(Refused::Here.into());
        }
        match self.text(name) {
            "s" => Ok(Conversion::Str),
            "r" => Ok(Conversion::Repr),
            "a" => Ok(Conversion::Ascii),
            _ => Err(Refused::Here.into()),
        }
    }
}

/// Removes comments from the text of an expression.
fn strip_comments(text: &str) -> std::borrow::Cow<'_, str> {
    if !text.contains('#') {
        return text.into();
    }
    let mut result = String::with_capacity(text.len());
    let mut quote = None;
    let mut in_comment = false;
    for c in text.chars() {
        match c {
            '\n' => in_comment = false,
            _ if in_comment => continue,
            '\'' | '"' if quote == Some(c) => quote = None,
            '\'' | '"' if quote.is_none() => quote = Some(c),
            '#' if quote.is_none() => {
                in_comment = true;
                continue;
            }
            _ => {}
        }
        result.push(c);
    }
    result.into()
}

fn concatenate(parts: &[Expr]) -> Rc<[u8]> {
    let mut value = Vec::new();
    for (part, _) in parts.iter().filter_map(string_value) {
        value.extend_from_slice(part);
    }
    value.into()
}

/// Joins neighbouring constants and drops empty ones.
fn merge_constants(values: Vec<Expr>) -> Vec<Expr> {
    let mut merged: Vec<Expr> = Vec::with_capacity(values.len());
    let mut run: Vec<Expr> = Vec::new();
    for value in values {
        if string_value(&value).is_some() {
            run.push(value);
        } else {
            flush(&mut run, &mut merged);
            merged.push(value);
        }
    }
    flush(&mut run, &mut merged);
    merged
}

fn flush(run: &mut Vec<Expr>, merged: &mut Vec<Expr>) {
    if let (Some(first), Some(last)) = (run.first(), run.last()) {
        let value = concatenate(run);
        let u_prefix = string_value(first).is_some_and(|(_, u_prefix)| u_prefix);
        if !value.is_empty() {
            merged.push(string(first.span.to(last.span), value, u_prefix));
        }
    }
    run.clear();
}
