//! Indenting and dedenting of several lines at once, with Python's idea of what ends a line.

use crate::text::Text;

/// `text` with `prefix` before each of its lines.
pub fn indent(text: &Text, prefix: &str) -> Text {
    let mut out = Text::new();
    for line in text.split_lines(true) {
        out.push_str(prefix);
        out.push_wtf8(&text.as_bytes()[line]);
    }
    out
}

/// The lines of `text` without their ends.
pub fn split_lines(text: &str) -> Vec<Vec<char>> {
    Text::from(text)
        .split_lines(false)
        .map(|line| text.get(line).unwrap_or_default().chars().collect())
        .collect()
}

/// `text`, in which only `\n` separates lines, without the blanks that all its lines start with.
/// Lines of nothing but blanks don't count and become empty.
pub fn dedent(text: &str) -> String {
    let blank = |c| c == ' ' || c == '\t';
    let lines: Vec<(usize, &str)> = text
        .split('\n')
        .map(|line| match line.trim_start_matches(blank) {
            "" => (0, ""),
            rest => (line.len() - rest.len(), line),
        })
        .collect();
    let mut indents = lines
        .iter()
        .filter(|(_, line)| !line.is_empty())
        .map(|&(size, line)| &line[..size]);
    let first = indents.next().unwrap_or_default();
    let margin = indents.fold(first.len(), |size, indent| {
        let same = first
            .bytes()
            .zip(indent.bytes())
            .take_while(|(a, b)| a == b);
        size.min(same.count())
    });
    let cut: Vec<&str> = lines
        .iter()
        .map(|(_, line)| line.get(margin..).unwrap_or_default())
        .collect();
    cut.join("\n")
}
