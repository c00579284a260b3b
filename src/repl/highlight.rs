//! Colours of the text being typed.

use dunder_grammar::classes::{TokenClass, classify};

const RESET: &str = "\x1b[0m";
const MATCHED: &str = "\x1b[1;7m";

/// The escape sequence of a class of tokens; colours that can be read on light and dark grounds.
fn colour(class: TokenClass) -> &'static str {
    match class {
        TokenClass::Keyword => "\x1b[1;34m",
        TokenClass::Constant | TokenClass::Number => "\x1b[36m",
        TokenClass::Definition => "\x1b[1m",
        TokenClass::String => "\x1b[32m",
        TokenClass::Comment => "\x1b[31m",
        TokenClass::Name | TokenClass::Operator => "",
    }
}

/// The text with colours, the brackets at the cursor marked.
pub fn highlight(text: &str, cursor: Option<usize>) -> String {
    let pieces = classify(text);
    let marked = cursor.and_then(|cursor| matching(text, &pieces, cursor));
    let mut out = String::with_capacity(text.len() * 2);
    let mut at = 0;
    for (class, span) in pieces {
        let (start, end) = (span.start as usize, span.end as usize);
        out.push_str(&text[at..start]);
        let colour = match marked {
            Some((a, b)) if start == a || start == b => MATCHED,
            _ => colour(class),
        };
        if colour.is_empty() {
            out.push_str(&text[start..end]);
        } else {
            // Each line by itself: what is printed before a line's end must not colour the next prompt.
            for (n, line) in text[start..end].split('\n').enumerate() {
                if n > 0 {
                    out.push('\n');
                }
                out.extend([colour, line, RESET]);
            }
        }
        at = end;
    }
    out.push_str(&text[at..]);
    out
}

/// The coloured text with something before each line but the first. As the editor does not know of that, it
/// puts the cursor elsewhere: on those lines one is drawn, at that offset of the text.
pub fn with_margin(coloured: &str, margin: &str, cursor: Option<usize>) -> String {
    const REVERSED: &str = "\x1b[7m";
    const UPRIGHT: &str = "\x1b[27m";
    let mut out = String::with_capacity(coloured.len() * 2);
    let mut at = 0;
    let mut in_sequence = false;
    for c in coloured.chars() {
        if in_sequence || c == '\x1b' {
            in_sequence = c != 'm';
            out.push(c);
            continue;
        }
        let is_here = cursor == Some(at);
        at += c.len_utf8();
        match (c, is_here) {
            ('\n', true) => out.extend([REVERSED, " ", UPRIGHT, "\n", margin]),
            ('\n', false) => out.extend(["\n", margin]),
            (c, true) => {
                out.push_str(REVERSED);
                out.push(c);
                out.push_str(UPRIGHT);
            }
            (c, false) => out.push(c),
        }
    }
    if cursor == Some(at) {
        // What is shown next, a hint, covers it.
        out.extend([REVERSED, " ", UPRIGHT, "\x1b[D"]);
    }
    out
}

/// Whether no line of a text, with a margin of that width and a cursor behind it, is wider than the terminal.
pub fn fits(text: &str, margin: usize, columns: usize) -> bool {
    text.split('\n')
        .skip(1)
        .all(|line| margin + widest(line) + 1 < columns)
}

/// How many columns a text takes at most.
fn widest(text: &str) -> usize {
    let width = |c: char| match c {
        '\t' => 8,
        c if c.is_ascii() => 1,
        _ => 2,
    };
    text.chars().map(width).sum()
}

/// The brackets to mark: the one before or under the cursor, and its partner.
fn matching(
    text: &str,
    pieces: &[(TokenClass, dunder_grammar::ast::Span)],
    cursor: usize,
) -> Option<(usize, usize)> {
    let mut open = Vec::new();
    for (class, span) in pieces {
        if *class != TokenClass::Operator {
            continue;
        }
        let start = span.start as usize;
        match text.as_bytes()[start] {
            b'(' | b'[' | b'{' => open.push(start),
            b')' | b']' | b'}' => {
                let opener = open.pop()?;
                let at = |bracket: usize| cursor == bracket || cursor == bracket + 1;
                if at(start) || at(opener) {
                    return Some((opener, start));
                }
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{fits, highlight, with_margin};

    fn plain(coloured: &str) -> String {
        let mut out = String::new();
        let mut rest = coloured;
        while let Some(at) = rest.find('\x1b') {
            out.push_str(&rest[..at]);
            rest = &rest[at..];
            rest = &rest[rest.find('m').map_or(rest.len(), |end| end + 1)..];
        }
        out + rest
    }

    #[test]
    fn colours_change_no_text() {
        for text in [
            "x = f(1)  # é",
            "def f():\n    '''a\n    b'''",
            "(((",
            "'abc",
            "f'{x!r:>{w}}'",
            "$ ?",
        ] {
            for cursor in 0..=text.len() {
                assert_eq!(plain(&highlight(text, Some(cursor))), text);
            }
        }
    }

    #[test]
    fn margins_stand_before_the_lines() {
        assert_eq!(with_margin("a\nb\n", "... ", None), "a\n... b\n... ");
        let drawn = with_margin("\x1b[1mif\x1b[0m a:\n  b", "..", Some(7));
        assert_eq!(drawn, "\x1b[1mif\x1b[0m a:\n.. \x1b[7m \x1b[27mb");
        assert!(with_margin("a\nb", "", Some(3)).ends_with("b\x1b[7m \x1b[27m\x1b[D"));
        assert!(with_margin("a\nb\n", "", Some(3)).contains("b\x1b[7m \x1b[27m\n"));
        assert!(fits("a long first line\n1234", 4, 10));
        assert!(!fits("a\n12345", 4, 10));
    }

    #[test]
    fn brackets_at_the_cursor_are_marked() {
        assert!(highlight("f(1)", Some(4)).contains("\x1b[1;7m(\x1b[0m"));
        assert!(!highlight("f(1)", Some(0)).contains("\x1b[1;7m"));
    }
}
