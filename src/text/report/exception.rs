//! The last lines of a report: the exception's type and message, its notes, and where a syntax
//! error is.

use super::{Exception, Notes, Palette, SyntaxDetails};
use crate::text::Text;
use crate::text::search::is_space;

/// The most `^`s below a line. Only a hand-made `SyntaxError` with an empty text gets so many, and
/// CPython would run out of memory.
const MAX_CARETS: i64 = 1 << 16;

/// The lines about one exception itself, those it holds left out: `format_exception_only`.
/// `depth` tells how far to indent, as a member of a member of a group is.
pub fn exception_lines(exception: &Exception, depth: usize, palette: &Palette) -> Vec<Text> {
    let indent = " ".repeat(3 * depth);
    let mut out = Vec::new();
    match &exception.syntax {
        Some(details) => {
            for line in syntax_lines(&exception.type_name, details, palette) {
                out.push(joined(&[&indent.as_str().into(), &line]));
            }
        }
        None if depth == 0 => {
            let mut line = final_line(exception, palette);
            line.push_str("\n");
            out.push(line);
        }
        None => push_pieces(&mut out, &indent, &final_line(exception, palette)),
    }
    match &exception.notes {
        Notes::None => {}
        Notes::List(notes) => {
            for note in notes {
                push_pieces(&mut out, &indent, note);
            }
        }
        Notes::Other(note) => {
            out.push(joined(&[&indent.as_str().into(), note, &"\n".into()]));
        }
    }
    out
}

fn joined(parts: &[&Text]) -> Text {
    let mut out = Text::new();
    for part in parts {
        out.push_text(part);
    }
    out
}

/// Appends what lies between the newlines of `text`, each as a line of its own.
fn push_pieces(out: &mut Vec<Text>, indent: &str, text: &Text) {
    for piece in text.as_bytes().split(|&b| b == b'\n') {
        let mut line = Text::from(indent);
        line.push_wtf8(piece);
        line.push_str("\n");
        out.push(line);
    }
}

/// `type: message`, or the type alone.
fn final_line(exception: &Exception, palette: &Palette) -> Text {
    let Palette {
        kind,
        message,
        reset,
        ..
    } = palette;
    let mut out = Text::from(*kind);
    out.push_text(&exception.type_name);
    out.push_str(reset);
    if !exception.message.is_empty() || !exception.suggestion.is_empty() {
        out.push_str(": ");
        out.push_str(message);
        out.push_text(&exception.message);
        out.push_text(&exception.suggestion);
        out.push_str(reset);
    }
    out
}

/// Where a syntax error is, the line it is in and its message.
fn syntax_lines(type_name: &Text, details: &SyntaxDetails, palette: &Palette) -> Vec<Text> {
    let Palette {
        place,
        kind,
        message,
        reset,
        ..
    } = palette;
    let mut out = Vec::new();
    let mut suffix = Text::new();
    let filename = details.filename.as_ref();
    if let Some(line) = details.lineno {
        let mut text = Text::from(format!("  File {place}\"").as_str());
        match filename.filter(|name| !name.is_empty()) {
            Some(name) => text.push_text(name),
            None => text.push_str("<string>"),
        }
        text.push_str(&format!("\"{reset}, line {place}{line}{reset}\n"));
        out.push(text);
    } else if let Some(filename) = filename {
        suffix = joined(&[&" (".into(), filename, &")".into()]);
    }
    if let Some(text) = &details.text {
        push_source(&mut out, text, details, palette);
    }
    let mut line = Text::from(*kind);
    line.push_text(type_name);
    line.push_str(&format!("{reset}: {message}"));
    match details.msg.as_ref().filter(|msg| !msg.is_empty()) {
        Some(msg) => line.push_text(msg),
        None => line.push_str("<no detail available>"),
    }
    line.push_str(reset);
    line.push_text(&suffix);
    line.push_str("\n");
    out.push(line);
    out
}

/// A line's code points without newlines at its end and blanks at its start, and the number of those
/// blanks.
fn stripped(text: &Text) -> (Vec<u32>, usize) {
    let mut chars: Vec<u32> = text.chars().collect();
    let is = |c: &u32, set: &str| set.chars().any(|s| s as u32 == *c);
    let end = chars
        .iter()
        .rposition(|c| !is(c, "\n"))
        .map_or(0, |at| at + 1);
    chars.truncate(end);
    let start = chars.iter().position(|c| !is(c, " \n\x0c")).unwrap_or(end);
    chars.drain(..start);
    (chars, start)
}

/// The columns that a syntax error marks, from 0 in the stripped line; nothing if none are.
fn marked_columns(
    details: &SyntaxDetails,
    length: i64,
    stripped: i64,
    blanks: i64,
) -> Option<(i64, i64)> {
    let past_end = stripped + blanks + 1;
    let offset = details.offset?;
    let one_line = details.lineno == details.end_lineno;
    let end = match details.end_offset.filter(|&end| end != 0) {
        _ if !one_line => past_end,
        Some(end) => end,
        None => offset,
    };
    let clamp = |at: i64| {
        if length > 0 && at > length {
            past_end
        } else {
            at
        }
    };
    let (offset, mut end) = (clamp(offset), clamp(end));
    if offset >= end || end < 0 {
        end = offset.saturating_add(1);
    }
    let column = |at: i64| at.saturating_sub(1).saturating_sub(blanks);
    Some((column(offset), column(end))).filter(|&(start, _)| start >= 0)
}

/// The source line of a syntax error and the marks below it.
fn push_source(out: &mut Vec<Text>, text: &Text, details: &SyntaxDetails, palette: &Palette) {
    let Palette { focus, reset, .. } = palette;
    let (line, blanks) = stripped(text);
    let size = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let columns = marked_columns(details, size(text.len()), size(line.len()), size(blanks));
    let mut shown = Text::from("    ");
    let Some((start, end)) = columns else {
        line.iter().for_each(|&c| shown.push(c));
        shown.push_str("\n");
        out.push(shown);
        return;
    };
    let cut = |at: i64| usize::try_from(at).unwrap_or(usize::MAX).min(line.len());
    let (before, rest) = line.split_at(cut(start));
    let (marked, after) = rest.split_at(cut(end) - before.len());
    let mut marks = Text::from("    ");
    for &c in before {
        shown.push(c);
        // White space such as tabs is kept, so that the marks stand below what they mark.
        marks.push(if is_space(c) { c } else { u32::from(b' ') });
    }
    shown.push_str(focus);
    marked.iter().for_each(|&c| shown.push(c));
    shown.push_str(reset);
    after.iter().for_each(|&c| shown.push(c));
    shown.push_str("\n");
    out.push(shown);
    let count = end
        .saturating_sub(start)
        .clamp(0, MAX_CARETS.max(size(line.len()) + 1));
    marks.push_str(focus);
    marks.push_str(&"^".repeat(usize::try_from(count).unwrap_or(0)));
    marks.push_str(&format!("{reset}\n"));
    out.push(marks);
}
