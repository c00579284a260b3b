//! The text of warnings, and of exceptions that nobody can catch.

use super::Exception;
use super::frame::format_bare_frames;
use super::source::is_white;
use crate::text::Text;

/// `warnings.formatwarning`: `line` is the source line, empty if there is none.
pub fn format_warning(
    filename: &Text,
    lineno: i64,
    category: &Text,
    message: &Text,
    line: &str,
) -> Text {
    let mut out = filename.clone();
    out.push_str(&format!(":{lineno}: "));
    out.push_text(category);
    out.push_str(": ");
    out.push_text(message);
    out.push_str("\n");
    if !line.is_empty() {
        out.push_str(&format!("  {}\n", line.trim_matches(is_white)));
    }
    out
}

/// What the default `sys.unraisablehook` prints. `subject` is the `repr` of the object concerned or
/// `<object repr() failed>`, `situation` the hook's `err_msg`. Neither marks, suggestions, notes nor
/// linked exceptions are shown.
pub fn format_unraisable(
    situation: Option<&str>,
    subject: Option<&Text>,
    exception: &Exception,
) -> Text {
    let mut out = Text::new();
    match (situation, subject) {
        (None, None) => {}
        (Some(situation), None) => out.push_str(&format!("{situation}:\n")),
        (_, Some(subject)) => {
            out.push_str(situation.unwrap_or("Exception ignored in"));
            out.push_str(": ");
            out.push_text(subject);
            out.push_str("\n");
        }
    }
    if !exception.frames.is_empty() {
        out.push_str("Traceback (most recent call last):\n");
        for part in format_bare_frames(&exception.frames) {
            out.push_text(&part);
        }
    }
    out.push_text(&exception.type_name);
    out.push_str(": ");
    out.push_text(&exception.message);
    out.push_str("\n");
    out
}
