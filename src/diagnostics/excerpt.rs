//! Lines of a source with marks under them, as wide as a terminal: tabs are expanded, wide characters
//! count for two columns, long lines are cut so that the mark stays in view.

use std::ops::Range;
use unicode_width::UnicodeWidthChar;

/// Where tabs end.
const TAB: usize = 4;
/// How many lines of one mark are shown in full; of more, the first and the last.
const MAX_LINES: usize = 5;

/// What is marked.
pub struct Label<'a> {
    /// In bytes of the text.
    pub span: Range<usize>,
    /// What is said of it.
    pub text: &'a str,
    /// How it is marked.
    pub weight: Weight,
}

/// How important a mark is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Weight {
    /// Another place that matters.
    Related,
    /// The wrong expression.
    Whole,
    /// The part of it that matters most.
    Focus,
}

impl Weight {
    fn mark(self) -> char {
        match self {
            Weight::Related => '─',
            Weight::Whole => '─',
            Weight::Focus => '━',
        }
    }
}

/// A piece of a line of output.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece {
    /// Source text.
    Source(String),
    /// Marks, and words about them.
    Mark(Weight, String),
}

/// A line of the excerpt: the number of a source line, and what is behind it.
#[derive(Debug, PartialEq, Eq)]
pub enum Row {
    /// A source line.
    Source(usize, Vec<Piece>),
    /// What is below one.
    Marks(Vec<Piece>),
    /// Lines that are left out.
    Gap,
}

/// A source line with each character's columns.
struct Line {
    number: usize,
    span: Range<usize>,
    /// What is shown, with the column it starts at and the byte it stands for.
    cells: Vec<(char, usize, usize)>,
    width: usize,
}

impl Line {
    fn new(number: usize, text: &str, start: usize) -> Line {
        let mut cells = Vec::new();
        let mut column = 0;
        for (at, c) in text.char_indices() {
            let at = start + at;
            if c == '\t' {
                let next = (column / TAB + 1) * TAB;
                cells.extend((column..next).map(|column| (' ', column, at)));
                column = next;
                continue;
            }
            // What would move the cursor is not printed.
            let c = if c.is_control() { '\u{FFFD}' } else { c };
            cells.push((c, column, at));
            column += c.width().unwrap_or(1);
        }
        Line {
            number,
            span: start..start + text.len(),
            cells,
            width: column,
        }
    }

    /// The column of a byte.
    fn column(&self, byte: usize) -> usize {
        let cell = self.cells.iter().find(|cell| cell.2 >= byte);
        cell.map_or(self.width, |cell| cell.1)
    }

    /// The columns that a label takes in this line.
    fn columns(&self, span: &Range<usize>) -> Option<Range<usize>> {
        if span.start > self.span.end || span.end < self.span.start {
            return None;
        }
        if span.end == self.span.start && span.start < span.end {
            return None;
        }
        let indent = self.cells.iter().find(|cell| !cell.0.is_whitespace());
        let indent = indent.map_or(0, |cell| cell.1);
        let start = match span.start < self.span.start {
            true => indent,
            false => self.column(span.start),
        };
        let end = self.column(span.end.min(self.span.end));
        Some(start..end.max(start + 1))
    }

    /// The columns from `view.start` to `view.end`, with a `…` where something is cut off.
    fn cut(&self, view: &Range<usize>) -> String {
        let mut out = String::new();
        let (before, after) = (view.start > 0, self.width > view.end);
        let mut column = view.start;
        if before {
            out.push('…');
            column += 1;
        }
        let end = view.end - usize::from(after);
        for &(c, at, _) in &self.cells {
            let width = c.width().unwrap_or(1);
            if at < column && !(width == 0 && at == column) {
                continue;
            }
            if at + width > end {
                break;
            }
            // Half a wide character is a space.
            out.extend(std::iter::repeat_n(' ', at.saturating_sub(column)));
            out.push(c);
            column = at + width;
        }
        if after {
            out.extend(std::iter::repeat_n(' ', end.saturating_sub(column)));
            out.push('…');
        }
        out
    }
}

/// The lines that the labels are in. `width` is what a line may take behind its number.
pub fn rows(text: &str, first_line: usize, labels: &[Label<'_>], width: usize) -> Vec<Row> {
    let width = width.max(8);
    let mut out = Vec::new();
    let mut last: Option<usize> = None;
    for line in lines(text, first_line, labels) {
        if last.is_some_and(|last| last + 1 < line.number) {
            out.push(Row::Gap);
        }
        last = Some(line.number);
        let mut found: Vec<(Range<usize>, &Label<'_>)> = labels
            .iter()
            .filter_map(|label| Some((line.columns(&label.span)?, label)))
            .collect();
        found.sort_by_key(|(_, label)| label.weight);
        let view = view(&line, &found, width);
        out.push(Row::Source(
            line.number,
            vec![Piece::Source(line.cut(&view))],
        ));
        marks(&line, &found, &view, width, &mut out);
    }
    out
}

/// The lines to show, in their order.
fn lines(text: &str, first_line: usize, labels: &[Label<'_>]) -> Vec<Line> {
    let touches = |line: &Range<usize>| {
        labels.iter().any(|label| {
            let Range { start, end } = label.span;
            start <= line.end && end >= line.start && !(end == line.start && start < end)
        })
    };
    let mut start = 0;
    let mut out = Vec::new();
    for (n, line) in text.split_inclusive('\n').enumerate() {
        let content = line.trim_end_matches(['\n', '\r']);
        if touches(&(start..start + content.len())) {
            out.push(Line::new(first_line + n, content, start));
        }
        start += line.len();
    }
    if out.is_empty() || (text.ends_with('\n') && labels.iter().any(|l| l.span.start >= start)) {
        // The end of the text, behind its last newline.
        let number = first_line + text.matches('\n').count();
        if out.last().is_none_or(|line: &Line| line.number < number) && !text.ends_with('\n') {
            out.push(Line::new(number, "", start));
        }
    }
    let shown = out.len();
    if shown > MAX_LINES {
        let starts = |line: &Line| {
            labels.iter().any(|label| {
                line.span.contains(&label.span.start) || line.span.end == label.span.start
            })
        };
        let kept = |(n, line): &(usize, Line)| *n < 2 || *n + 2 >= shown || starts(line);
        out = out
            .into_iter()
            .enumerate()
            .filter(kept)
            .map(|(_, line)| line)
            .collect();
    }
    out
}

/// The columns of a line to show: all of it, or what is around its most important mark.
fn view(line: &Line, found: &[(Range<usize>, &Label<'_>)], width: usize) -> Range<usize> {
    if line.width <= width {
        return 0..width;
    }
    let mark = found.last().map_or(0..0, |(columns, _)| columns.clone());
    if mark.end + 2 <= width {
        return 0..width;
    }
    let lead = width / 4;
    let fits = mark.end - mark.start + lead < width;
    let start = match fits {
        true => mark.end + lead.min(line.width - mark.end) - width,
        false => mark.start.saturating_sub(lead.min(4)),
    };
    start..start + width
}

/// The marks below a line, and what is said of them.
fn marks(
    line: &Line,
    found: &[(Range<usize>, &Label<'_>)],
    view: &Range<usize>,
    width: usize,
    out: &mut Vec<Row>,
) {
    let mut cells: Vec<Option<Weight>> = Vec::new();
    let end = view
        .end
        .min(line.width.max(view.start) + 1)
        .max(view.start + 1);
    for (columns, label) in found {
        let from = columns.start.clamp(view.start, end - 1) - view.start;
        let to = columns
            .end
            .clamp(view.start + from + 1, end.max(view.start + from + 1))
            - view.start;
        if cells.len() < to {
            cells.resize(to, None);
        }
        cells[from..to].fill(Some(label.weight));
    }
    let mut row = Vec::new();
    for run in cells.chunk_by(|a, b| a == b) {
        row.push(match run[0] {
            None => Piece::Source(" ".repeat(run.len())),
            Some(weight) => Piece::Mark(weight, weight.mark().to_string().repeat(run.len())),
        });
    }
    // Words may stand behind the last mark of the line, if they are about it.
    let last = found.iter().map(|(columns, _)| columns.end).max();
    let mut texts: Vec<(Range<usize>, &Label<'_>)> = found
        .iter()
        .filter(|(_, label)| !label.text.is_empty() && line.span.start <= label.span.start)
        .map(|(columns, label)| (columns.clone(), *label))
        .collect();
    texts.sort_by_key(|(columns, _)| columns.start);
    if let [(columns, label)] = &texts[..]
        && last == Some(columns.end)
        && cells.len() + 1 + text_width(label.text) <= width
    {
        row.push(Piece::Mark(label.weight, format!(" {}", label.text)));
        texts.clear();
    }
    out.push(Row::Marks(row));
    for (columns, label) in texts.iter().rev() {
        let needed = text_width(label.text) + 2;
        let column = columns.start.max(view.start) - view.start;
        let column = column.min(width.saturating_sub(needed));
        for (n, part) in wrapped(label.text, width - column - 2, 0)
            .into_iter()
            .enumerate()
        {
            let lead = if n == 0 { "╰ " } else { "  " };
            out.push(Row::Marks(vec![
                Piece::Source(" ".repeat(column)),
                Piece::Mark(label.weight, format!("{lead}{part}")),
            ]));
        }
    }
}

/// The columns that a text takes.
pub fn text_width(text: &str) -> usize {
    text.chars().map(|c| c.width().unwrap_or(0)).sum()
}

/// A text in lines of at most `width` columns, of which the first has `taken` less; broken between words where that
/// is possible.
pub fn wrapped(text: &str, width: usize, taken: usize) -> Vec<String> {
    let width = width.max(8);
    let mut out = Vec::new();
    let mut line = String::new();
    let mut column = taken.min(width);
    for (n, word) in text.split(' ').enumerate() {
        let gap = usize::from(!line.is_empty());
        if n > 0 && column + gap + text_width(word) > width {
            out.push(std::mem::take(&mut line));
            column = 0;
        } else if gap > 0 {
            line.push(' ');
            column += 1;
        }
        for c in word.chars() {
            let needed = c.width().unwrap_or(0);
            if column + needed > width {
                out.push(std::mem::take(&mut line));
                column = 0;
            }
            line.push(c);
            column += needed;
        }
    }
    out.push(line);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(rows: &[Row]) -> Vec<String> {
        let pieces = |pieces: &[Piece]| -> String {
            pieces
                .iter()
                .map(|piece| match piece {
                    Piece::Source(text) | Piece::Mark(_, text) => text.as_str(),
                })
                .collect()
        };
        rows.iter()
            .map(|row| match row {
                Row::Source(_, found) | Row::Marks(found) => pieces(found),
                Row::Gap => "⋮".to_owned(),
            })
            .collect()
    }

    fn one(text: &str, span: Range<usize>, words: &str, width: usize) -> Vec<String> {
        let labels = [Label {
            span,
            text: words,
            weight: Weight::Focus,
        }];
        plain(&rows(text, 1, &labels, width))
    }

    #[test]
    fn marks_stand_below_wide_characters_and_tabs() {
        assert_eq!(one("x = 5\n", 4..5, "", 40), ["x = 5", "    ━"]);
        assert_eq!(
            one("日本 + x\n", 9..10, "here", 40),
            ["日本 + x", "       ━ here"]
        );
        assert_eq!(one("\tx\t= 5", 1..2, "", 40), ["    x   = 5", "    ━"]);
    }

    #[test]
    fn long_lines_are_cut_around_the_mark() {
        let text = format!("{}!{}", "a".repeat(100), "b".repeat(100));
        let found = one(&text, 100..101, "", 20);
        assert_eq!(found[0].chars().count(), 20);
        let mark = found[1].chars().position(|c| c == '━');
        assert_eq!(mark, found[0].chars().position(|c| c == '!'));
    }

    #[test]
    fn words_that_do_not_fit_go_below() {
        let found = one("abcdefghijklmnop", 10..12, "several words here", 20);
        assert_eq!(found.len(), 3);
        assert!(found[2].ends_with("╰ several words here"), "{found:?}");
    }

    #[test]
    fn texts_are_wrapped() {
        assert_eq!(wrapped("one two three", 8, 0), ["one two", "three"]);
        assert_eq!(wrapped("abcdefghijkl", 8, 0), ["abcdefgh", "ijkl"]);
    }
}
