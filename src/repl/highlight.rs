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
    use super::highlight;

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
    fn brackets_at_the_cursor_are_marked() {
        assert!(highlight("f(1)", Some(4)).contains("\x1b[1;7m(\x1b[0m"));
        assert!(!highlight("f(1)", Some(0)).contains("\x1b[1;7m"));
    }
}
