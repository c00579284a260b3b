//! The entries of a stack: `StackSummary.format` and `format_frame_summary`.

use std::collections::BTreeSet;
use std::ops::Range;

use super::anchors::{self, Anchors, Plainness, character_offset};
use super::layout::{dedent, indent, split_lines};
use super::source::is_white;
use super::width::width;
use super::{Frame, FrameSource, Palette, Position};
use crate::text::Text;

/// How often the same line is printed before its repetitions are only counted.
const REPEATS: usize = 3;

/// How many lines past the end of a file are made up for a position that goes so far.
const MAX_MISSING: i64 = 10_000;

/// How many frames of an unraisable exception are shown by default.
const UNRAISABLE_LIMIT: u64 = 1000;

/// What source lines are indented with.
const MARGIN: &str = "    ";

/// Which frames of a stack are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// All.
    All,
    /// The outermost ones.
    First(usize),
    /// The innermost ones.
    Last(usize),
    /// What `sys.tracebacklimit` means to the interpreter itself.
    Uncaught(usize),
}

impl Limit {
    /// What the functions of `traceback` show, given their `limit` and `sys.tracebacklimit`.
    pub fn of_call(limit: Option<i64>, system: Option<i64>) -> Limit {
        let size = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
        match (limit, system) {
            (None, None) => Limit::All,
            (None, Some(n)) => Limit::First(size(n.max(0).unsigned_abs())),
            (Some(n), _) if n >= 0 => Limit::First(size(n.unsigned_abs())),
            (Some(n), _) => Limit::Last(size(n.unsigned_abs())),
        }
    }

    /// What the interpreter shows of an uncaught exception, given `sys.tracebacklimit`.
    pub fn of_uncaught(system: Option<i64>) -> Limit {
        match system {
            None => Limit::All,
            Some(n) => Limit::Uncaught(usize::try_from(n.max(0)).unwrap_or(usize::MAX)),
        }
    }

    /// What `sys.unraisablehook` shows, given `sys.tracebacklimit`.
    pub fn of_unraisable(system: Option<i64>) -> Limit {
        let limit = system.map_or(UNRAISABLE_LIMIT, |n| n.max(0).unsigned_abs());
        Limit::Last(usize::try_from(limit).unwrap_or(usize::MAX))
    }

    /// The frames shown of `len` frames.
    pub fn range(self, len: usize) -> Range<usize> {
        match self {
            Limit::All => 0..len,
            Limit::First(n) => 0..len.min(n),
            Limit::Last(n) => len.saturating_sub(n)..len,
            Limit::Uncaught(n) if n <= len => len - n..len,
            // CPython slices from `len - n`, which then is negative and counts from the end.
            Limit::Uncaught(n) => len.saturating_sub(n - len)..len,
        }
    }
}

/// A stack, one text for each frame, and one for each row of repetitions.
pub fn format_frames(frames: &[Frame], palette: &Palette) -> Vec<Text> {
    format_frames_by(frames, |frame| format_frame(frame, palette))
}

/// A stack as the interpreter itself prints it where it may not run Python code: without marks.
pub(super) fn format_bare_frames(frames: &[Frame]) -> Vec<Text> {
    format_frames_by(frames, |frame| {
        let mut out = header(frame, &Palette::PLAIN);
        if let (FrameSource::File(file), Some(line)) = (&frame.source, frame.line)
            && let Some(line) = file.line(line)
        {
            let line = line.trim_end_matches('\n');
            out.push_str(MARGIN);
            out.push_str(line.trim_start_matches([' ', '\t', '\x0c']));
            out.push_str("\n");
        }
        out
    })
}

fn format_frames_by(frames: &[Frame], format: impl Fn(&Frame) -> Text) -> Vec<Text> {
    let same = |a: &Frame, b: &Frame| {
        a.line.is_some() && a.line == b.line && a.filename == b.filename && a.name == b.name
    };
    let mut out = Vec::new();
    for row in frames.chunk_by(same) {
        out.extend(row.iter().take(REPEATS).map(&format));
        let more = row.len().saturating_sub(REPEATS);
        if more > 0 {
            let plural = if more > 1 { "s" } else { "" };
            out.push(format!("  [Previous line repeated {more} more time{plural}]\n").into());
        }
    }
    out
}

/// One frame: where it is, its source lines with marks, its variables.
pub fn format_frame(frame: &Frame, palette: &Palette) -> Text {
    let mut out = header(frame, palette);
    if let Some(lines) = frame.lines().filter(|lines| !lines.chars().all(is_white)) {
        let excerpt = frame
            .position
            .and_then(|position| Excerpt::new(&lines, frame.line?, position));
        match excerpt {
            Some(excerpt) => out.push_text(&excerpt.format(palette)),
            None => out.push_text(&first_line(&lines)),
        }
    }
    let mut locals: Vec<_> = frame.locals.iter().collect();
    locals.sort();
    for (name, value) in locals {
        out.push_str(MARGIN);
        out.push_text(name);
        out.push_str(" = ");
        out.push_text(value);
        out.push_str("\n");
    }
    out
}

/// `File "...", line ..., in ...`.
fn header(frame: &Frame, palette: &Palette) -> Text {
    let Palette { place, reset, .. } = palette;
    let mut out = Text::from(format!("  File {place}\"").as_str());
    match frame.filename.as_bytes().starts_with(b"<stdin>-") {
        true => out.push_str("<stdin>"),
        false => out.push_text(&frame.filename),
    }
    out.push_str(&format!("\"{reset}, line {place}"));
    match frame.line {
        Some(line) => out.push_str(&line.to_string()),
        None => out.push_str("None"),
    }
    out.push_str(&format!("{reset}, in {place}"));
    out.push_text(&frame.name);
    out.push_str(&format!("{reset}\n"));
    out
}

/// The line printed when it isn't known what part of it is being evaluated.
fn first_line(lines: &str) -> Text {
    let line = lines.split('\n').next().unwrap_or_default();
    let line = Text::from(line.trim_matches(is_white));
    let mut out = Text::new();
    for piece in line.split_lines(true) {
        let piece = line.slice_bytes(piece);
        if piece.chars().any(|c| !crate::text::search::is_space(c)) {
            out.push_str(MARGIN);
        }
        out.push_text(&piece);
    }
    out.push_str("\n");
    out
}

impl Frame {
    /// The source lines that the frame's position covers, or the one of its line.
    fn lines(&self) -> Option<String> {
        let file = match &self.source {
            FrameSource::Missing => return None,
            FrameSource::Lines(lines) => return Some(lines.to_string()),
            FrameSource::File(file) => file,
        };
        let first = self.line?;
        let last = self.position.map_or(first, |position| position.end_line);
        let mut lines = String::new();
        // The file may be shorter than when it was compiled; what lacks is shown as empty lines.
        let end = first.max(file.line_count()).saturating_add(MAX_MISSING);
        for number in first.max(1)..=last.min(end) {
            lines.push_str(
                file.line(number)
                    .unwrap_or_default()
                    .trim_end_matches(is_white),
            );
            lines.push('\n');
        }
        Some(lines)
    }
}

/// The lines that a position covers, and the part of them that it means.
struct Excerpt {
    /// Without their common indentation.
    lines: Vec<Vec<char>>,
    /// Where the part starts, in characters of the first line.
    start: usize,
    /// Where the part ends, in characters of the last line.
    end: usize,
}

/// The marks of an excerpt.
struct Marks {
    /// Columns in the first and in the last line.
    start: usize,
    end: usize,
    /// With columns in place of characters.
    anchors: Option<Anchors>,
}

impl Excerpt {
    fn new(text: &str, line: i64, position: Position) -> Option<Excerpt> {
        let count = usize::try_from(position.end_line.checked_sub(line)?).ok()? + 1;
        let original = split_lines(text);
        let mut lines = split_lines(&dedent(text));
        lines.truncate(count);
        let first = original.first()?;
        let last = original.get(count - 1)?;
        let dedented = first.len().saturating_sub(lines.first()?.len());
        let offset = |line, bytes| character_offset(line, bytes).saturating_sub(dedented);
        Some(Excerpt {
            start: offset(first, position.column),
            end: offset(last, position.end_column),
            lines,
        })
    }

    fn first(&self) -> &[char] {
        &self.lines[0]
    }

    fn last(&self) -> &[char] {
        &self.lines[self.lines.len() - 1]
    }

    /// All lines as one text.
    fn text(&self) -> String {
        let lines: Vec<String> = self
            .lines
            .iter()
            .map(|line| line.iter().collect())
            .collect();
        lines.join("\n")
    }

    /// The part that is evaluated.
    fn segment(&self, text: &str) -> String {
        let total = text.chars().count();
        let end = (total + self.end).saturating_sub(self.last().len());
        let size = end.saturating_sub(self.start);
        text.chars().skip(self.start).take(size).collect()
    }

    /// Whether there is anything to tell by marks.
    fn is_marked(&self, text: &str, anchors: Option<&Anchors>) -> bool {
        match anchors::plainness(text, self.start, self.end, self.lines.len()) {
            Plainness::Empty | Plainness::Plain => return false,
            Plainness::Other => {}
        }
        let more =
            |part: Option<&[char]>| part.is_some_and(|part| !part.iter().all(|&c| is_white(c)));
        let before = &self.first()[..self.start.min(self.first().len())];
        anchors.is_some() || more(Some(before)) || more(self.last().get(self.end..))
    }

    /// The numbers of the lines worth printing: the outer ones and those next to an anchor.
    fn significant(&self, anchors: Option<&Anchors>) -> BTreeSet<usize> {
        let last = self.lines.len() - 1;
        let mut numbers = BTreeSet::from([0, last]);
        for (line, _) in anchors.iter().flat_map(|a| [a.start, a.end]) {
            numbers.extend(line.saturating_sub(1)..=(line + 1).min(last));
        }
        numbers
    }

    /// Anchors as columns of the lines.
    fn columns(&self, anchors: Anchors) -> Anchors {
        let column = |(line, offset): (usize, usize)| {
            let offset = offset + if line == 0 { self.start } else { 0 };
            (
                line,
                self.lines
                    .get(line)
                    .map_or(offset, |line| width(line, offset)),
            )
        };
        Anchors {
            start: column(anchors.start),
            end: column(anchors.end),
        }
    }

    /// The marks below a line.
    fn carets(&self, number: usize, marks: &Marks) -> Vec<char> {
        let line = &self.lines[number];
        let blank = line.iter().take_while(|&&c| is_white(c)).count();
        let end = match number + 1 == self.lines.len() {
            true => marks.end,
            false => width(line, line.len()),
        };
        let mark = |column: usize| {
            if column < blank || (number == 0 && column < marks.start) {
                return ' ';
            }
            match &marks.anchors {
                Some(a) if !(a.start..a.end).contains(&(number, column)) => '~',
                _ => '^',
            }
        };
        (0..end).map(mark).collect()
    }

    /// Appends a line, and the marks below it if there are any.
    fn push_line(&self, out: &mut String, number: usize, marks: Option<&Marks>, palette: &Palette) {
        let line = &self.lines[number];
        let Some(marks) = marks else {
            out.extend(line);
            out.push('\n');
            return;
        };
        let carets = self.carets(number, marks);
        let mut below = String::new();
        let mut at = 0;
        // Colours go by characters and marks by columns; with wide characters they drift apart.
        for run in carets.chunk_by(|a, b| a == b) {
            let (on, off) = palette.around(run.first().copied());
            let end = at + run.len();
            let newline = (at..end).contains(&line.len()).then_some(&'\n');
            out.push_str(on);
            out.extend(line.iter().take(end).skip(at).chain(newline));
            out.push_str(off);
            below.push_str(on);
            below.extend(run);
            below.push_str(off);
            at = end;
        }
        if at <= line.len() {
            out.extend(&line[at..]);
            out.push('\n');
        }
        out.push_str(&below);
        out.push('\n');
    }

    fn format(&self, palette: &Palette) -> Text {
        let text = self.text();
        let anchors = anchors::find(&self.segment(&text));
        let marks = self.is_marked(&text, anchors.as_ref()).then(|| Marks {
            start: width(self.first(), self.start),
            end: width(self.last(), self.end),
            anchors: anchors.map(|anchors| self.columns(anchors)),
        });
        let mut out = String::new();
        let mut next = 0;
        for number in self.significant(anchors.as_ref()) {
            match number - next {
                0 => {}
                1 => self.push_line(&mut out, next, marks.as_ref(), palette),
                left_out => out.push_str(&format!("...<{left_out} lines>...\n")),
            }
            self.push_line(&mut out, number, marks.as_ref(), palette);
            next = number + 1;
        }
        indent(&dedent(&out).into(), MARGIN)
    }
}
