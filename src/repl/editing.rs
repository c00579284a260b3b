//! What the prompt has to know of a text that is being typed: whether it is a whole block, and how far
//! the next line is indented. Functions of text only.

use dunder_grammar::Mode;

/// One step of indentation.
pub const INDENT: usize = 4;

/// Whether Enter runs the text: it is no beginning of something, and a block has its empty line.
pub fn is_whole(text: &str) -> bool {
    if text.trim().is_empty() || super::commands::is_command(text) {
        return true;
    }
    if !text.trim_end_matches([' ', '\t']).contains('\n') {
        return !dunder_grammar::is_incomplete(text, Mode::Interactive);
    }
    let last = text.rsplit('\n').next().unwrap_or_default();
    if last.trim().is_empty() {
        return !dunder_grammar::is_incomplete(text.trim_end(), Mode::Module) || is_closed(text);
    }
    // A block goes on until an empty line; brackets and strings end it with their own end.
    !dunder_grammar::is_incomplete(text, Mode::Module) && !in_block(text)
}

/// Whether more lines could only be new statements, not a missing part.
fn is_closed(text: &str) -> bool {
    !dunder_grammar::is_incomplete(&format!("{}\n\n", text.trim_end()), Mode::Module)
}

/// Whether the last logical line belongs to a block: alone, with the prompt asking, it would not end.
fn in_block(text: &str) -> bool {
    let statement = last_statement(text);
    dunder_grammar::is_incomplete(statement, Mode::Interactive)
}

/// The text from the last line on that starts a top-level statement.
fn last_statement(text: &str) -> &str {
    let mut start = 0;
    let mut at = 0;
    let mut open = false;
    for line in text.split_inclusive('\n') {
        let begins =
            line.starts_with(|c: char| !c.is_whitespace() && !matches!(c, '#' | ')' | ']' | '}'));
        let continues = ["else", "elif", "except", "finally"]
            .iter()
            .any(|word| line.starts_with(word));
        if begins && !continues && !open {
            start = at;
        }
        at += line.len();
        open = dunder_grammar::is_incomplete(&text[start..at], Mode::Module)
            && !text[start..at].trim_end().ends_with(':');
    }
    &text[start..]
}

/// The blanks that the line after `before` (the text up to the cursor) starts with.
pub fn indentation(before: &str) -> String {
    let line = before.rsplit('\n').next().unwrap_or_default();
    let blanks = line.len() - line.trim_start_matches([' ', '\t']).len();
    let own = &line[..blanks];
    let code = without_comment(line);
    let opens = code.ends_with([':', '(', '[', '{']);
    let leaves = ["return", "pass", "break", "continue", "raise"]
        .iter()
        .any(|word| {
            code.trim_start()
                .strip_prefix(word)
                .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
        });
    if opens {
        format!("{own}{}", " ".repeat(INDENT))
    } else if leaves && !dunder_grammar::is_incomplete(code.trim_start(), Mode::Interactive) {
        own[..own.len().saturating_sub(INDENT)].to_owned()
    } else {
        own.to_owned()
    }
}

fn without_comment(line: &str) -> &str {
    use dunder_grammar::classes::{TokenClass, classify};
    let comment = classify(line)
        .into_iter()
        .find(|(class, _)| *class == TokenClass::Comment);
    let end = comment.map_or(line.len(), |(_, span)| span.start as usize);
    line[..end].trim_end()
}

/// Whether Backspace removes a step of indentation: only blanks stand before the cursor, and it is on the
/// last line.
pub fn steps_back(before: &str, after: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or_default();
    !line.is_empty() && line.chars().all(|c| c == ' ') && !after.contains('\n')
}

/// How many blanks Tab inserts; `None` where it completes.
pub fn step_forward(before: &str) -> Option<usize> {
    let line = before.rsplit('\n').next().unwrap_or_default();
    line.chars()
        .all(|c| c == ' ')
        .then(|| INDENT - line.len() % INDENT)
}

#[cfg(test)]
mod tests {
    use super::{indentation, is_whole, step_forward, steps_back};

    #[test]
    fn simple_statements_are_whole() {
        for text in [
            "",
            "x = 1",
            "print(1)",
            "1 +",
            "x = (1,\n2)",
            "'''a\nb'''",
            "for",
            "x?",
        ] {
            assert!(is_whole(text), "{text:?}");
        }
    }

    #[test]
    fn beginnings_are_not() {
        for text in [
            "(",
            "x = [1,",
            "'''a",
            "if x:",
            "def f():\n    return 1",
            "for i in x: pass",
            "class A:\n    x = 1\n\n    def f(self):\n        return 1",
            "@property",
            "x = \\",
            "if x:\n    a = (1,\n         2)",
        ] {
            assert!(!is_whole(text), "{text:?}");
        }
    }

    #[test]
    fn an_empty_line_ends_a_block() {
        for text in [
            "def f():\n    return 1\n",
            "def f():\n    return 1\n    ",
            "class A:\n    x = 1\n\n    def f(self):\n        return 1\n",
            "def f():\n    return 1\n\nf()",
            "for i in x: pass\n",
        ] {
            assert!(is_whole(text), "{text:?}");
        }
        assert!(!is_whole("x = (1,\n"));
    }

    #[test]
    fn lines_are_indented() {
        assert_eq!(indentation("def f():"), "    ");
        assert_eq!(indentation("if x:  # why:"), "    ");
        assert_eq!(indentation("x = 1  # why:"), "");
        assert_eq!(indentation("def f():\n    x = 1"), "    ");
        assert_eq!(indentation("def f():\n    return 1"), "");
        assert_eq!(indentation("def f():\n    returned = 1"), "    ");
        assert_eq!(indentation("def f():\n    return ("), "        ");
    }

    #[test]
    fn keys_move_in_steps() {
        assert!(steps_back("if x:\n      ", ""));
        assert!(!steps_back("if x:\n", ""));
        assert!(!steps_back("if x:\n    ", "\n    y"));
        assert!(!steps_back("  x", ""));
        assert_eq!(step_forward("x\n  "), Some(2));
        assert_eq!(step_forward("x"), None);
    }
}
