//! A record of the node that each piece of syntax becomes, for a person who wants to see the lowered tree
//! (`:tree` at the prompt). Nodes do not list their parts, so it is kept while they are made.

use super::Lowering;
use super::operand::Opd;
use crate::exec::tree::Node;
use dunder_grammar::Span;

/// A node.
#[derive(Debug)]
pub struct Row {
    /// How many nodes it is in.
    pub depth: usize,
    /// The syntax it is made of.
    pub span: Span,
    /// Its type, without modules: `Binary<0, Local, Const>`.
    pub node: String,
}

/// The nodes made so far, outer ones first.
#[derive(Default)]
pub(super) struct Outline {
    pub(super) rows: Vec<Row>,
    depth: usize,
}

impl Lowering<'_> {
    /// A node begins; gives what [`Self::outline_end`] wants. Nothing happens unless a record is kept.
    pub(super) fn outline_start(&mut self, span: Span) -> Option<usize> {
        let outline = self.outline.as_mut()?;
        let depth = outline.depth;
        outline.depth += 1;
        let node = String::new();
        outline.rows.push(Row { depth, span, node });
        Some(outline.rows.len() - 1)
    }

    /// The node that began there is made.
    pub(super) fn outline_end(&mut self, row: Option<usize>, node: impl FnOnce() -> String) {
        if let Some(outline) = &mut self.outline
            && let Some(row) = row
        {
            outline.depth -= 1;
            outline.rows[row].node = node();
        }
    }
}

/// What an operand is, or will be.
pub(super) fn operand(operand: &Opd) -> String {
    match operand {
        Opd::Local(local) => format!("Local, slot {}", local.slot),
        Opd::Const(_) => "Const".to_owned(),
        Opd::Global(_) => "GlobalName".to_owned(),
        Opd::Attribute(node) => short(node.kind()),
        Opd::Offset(offset) => short(offset.node.kind()),
        Opd::Other(node) => short(node.kind()),
    }
}

/// A type's name without modules and boxes.
pub(super) fn short(name: &str) -> String {
    let mut out = String::new();
    let mut word = 0;
    let mut rest = name;
    while let Some(c) = rest.chars().next() {
        if let Some(after) = rest.strip_prefix("::") {
            out.truncate(word);
            rest = after;
            continue;
        }
        if !c.is_alphanumeric() && c != '_' {
            word = out.len() + c.len_utf8();
        }
        out.push(c);
        rest = &rest[c.len_utf8()..];
    }
    out.replace("Box<dyn Node>", "Expr")
        .replace("Box<dyn Stmt>", "Statement")
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn types_lose_their_modules() {
        let name = "dunder::exec::arith::Binary<0, dunder::exec::operand::Local, alloc::boxed::Box<dyn dunder::exec::tree::Node>>";
        assert_eq!(short(name), "Binary<0, Local, Expr>");
    }
}
