//! What the statements that an outline leaves out tell of the class they are in, found in their text:
//! `__static_attributes__`, and whether they need `__class__`. The forms that are looked for are those
//! that the modules that come with the program use; a test compares with what the first pass finds.

use super::declare::{Table, Walk, flag, synthetic};
use dunder_grammar::Span;
use dunder_grammar::ast::Ident;

const SELF: &str = "self.";

/// Notes the use of `__class__` by the text at `span`, which `super` is as well.
pub(super) fn note_class(table: &mut Table, span: Span) -> Walk {
    let source: &str = table.source;
    let text = source.get(span.start as usize..span.end as usize);
    let text = text.unwrap_or_default();
    if reads(text, "super") || reads(text, "__class__") {
        table.define(&synthetic("__class__"), flag::USED, span)?;
    }
    Ok(())
}

/// Whether the name is read in the text: it is a word, no attribute and does not start a string.
fn reads(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].bytes().next_back();
        let after = text[at + name.len()..].bytes().next();
        !before.is_some_and(|b| is_name(b) || matches!(b, b'.' | b'"' | b'\'' | b'`'))
            && !after.is_some_and(is_name)
    })
}

/// Notes the attributes of `self` that the text at `span` assigns.
pub(super) fn note_attributes(table: &mut Table, span: Span) {
    let Some(class) = table.class_around() else {
        return;
    };
    let source: &str = table.source;
    let Some(text) = source.get(span.start as usize..span.end as usize) else {
        return;
    };
    let attributes = &mut table.scopes[class.0 as usize].static_attributes;
    for (at, _) in text.match_indices(SELF) {
        let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
        let (before, rest) = (&text[line..at], &text[at + SELF.len()..]);
        let length = rest.bytes().take_while(|&b| is_name(b)).count();
        let (name, rest) = rest.split_at(length);
        if !before
            .bytes()
            .next_back()
            .is_some_and(|b| is_name(b) || b == b'.')
            && is_assigned(before, rest)
        {
            attributes.insert(Ident::from(name));
        }
    }
}

fn is_name(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b == b'_'
}

/// Whether an attribute between these two is a target.
fn is_assigned(before: &str, rest: &str) -> bool {
    let rest = rest.trim_start_matches(' ');
    let starts_line = before.trim_start().is_empty();
    let equals = rest.starts_with('=') && !rest.starts_with("==");
    if equals || starts_line && rest.starts_with(':') {
        return true;
    }
    // One of several targets: nothing but further names up to the equals sign.
    let line = rest.split('\n').next().unwrap_or(rest);
    let targets = line.split(" = ").next().unwrap_or(line);
    let only_names = |text: &str| {
        text.bytes()
            .all(|b| is_name(b) || matches!(b, b',' | b' ' | b'.' | b'(' | b')' | b'*'))
    };
    rest.starts_with(',') && targets.len() < line.len() && only_names(targets) && only_names(before)
}
