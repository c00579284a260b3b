//! The escape sequences of coloured reports. An uncoloured report is one with empty sequences.

/// The sequences that start and end the coloured parts of a report.
#[derive(Clone, Copy, Debug)]
pub struct Palette {
    /// Before a file name, a line number or a function's name.
    pub place: &'static str,
    /// Before an exception's type.
    pub kind: &'static str,
    /// Before an exception's message.
    pub message: &'static str,
    /// Before the part of a line that `^` marks, and its marks.
    pub focus: &'static str,
    /// Before the part of a line that `~` marks, and its marks.
    pub rest: &'static str,
    /// After each of them.
    pub reset: &'static str,
}

impl Palette {
    /// No colours.
    pub const PLAIN: Palette = Palette {
        place: "",
        kind: "",
        message: "",
        focus: "",
        rest: "",
        reset: "",
    };

    /// The colours that CPython uses on terminals.
    pub const ANSI: Palette = Palette {
        place: "\x1b[35m",
        kind: "\x1b[1;35m",
        message: "\x1b[35m",
        focus: "\x1b[1;31m",
        rest: "\x1b[31m",
        reset: "\x1b[0m",
    };

    /// The sequences before and after a part of a line marked with `mark`.
    pub(super) fn around(&self, mark: Option<char>) -> (&'static str, &'static str) {
        match mark {
            Some('^') => (self.focus, self.reset),
            Some('~') => (self.rest, self.reset),
            _ => ("", ""),
        }
    }
}
