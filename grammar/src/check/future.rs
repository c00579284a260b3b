//! `from __future__ import ...`: where it may stand, and the features there are.

use crate::ast::{Alias, Ast, Constant, ExprKind, Stmt, StmtKind};
use crate::error::SyntaxError;
use crate::lines::LineIndex;

const FEATURES: [&str; 10] = [
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "barry_as_FLUFL",
    "generator_stop",
    "annotations",
];

fn body(ast: &Ast) -> &[Stmt] {
    match ast {
        Ast::Module(body) | Ast::Interactive(body) => body,
        Ast::Expression(_) => &[],
    }
}

/// The names that a statement imports from `__future__`.
pub(super) fn names(stmt: &Stmt) -> Option<&[Alias]> {
    match &stmt.kind {
        StmtKind::ImportFrom {
            module: Some(module),
            names,
            level: 0,
        } if &**module == "__future__" => Some(names),
        _ => None,
    }
}

fn is_doc_string(stmt: &Stmt) -> bool {
    matches!(&stmt.kind, StmtKind::Expr(value) if matches!(value.kind, ExprKind::Constant(Constant::Str { .. })))
}

/// The statements from `__future__` that come in time.
fn leading(ast: &Ast) -> impl Iterator<Item = (&Stmt, &[Alias])> {
    let body = body(ast);
    let doc = usize::from(body.first().is_some_and(is_doc_string));
    body[doc..]
        .iter()
        .map_while(|stmt| Some((stmt, names(stmt)?)))
}

/// From which offset on an import from `__future__` comes too late.
pub(super) fn late(ast: &Ast) -> u32 {
    leading(ast).last().map_or(0, |(stmt, _)| stmt.span.end)
}

/// Whether annotations are not evaluated: the imports from `__future__` that come in time include `annotations`.
pub fn leaves_annotations(ast: &Ast) -> bool {
    let names = leading(ast).flat_map(|(_, names)| names);
    names.into_iter().any(|alias| &*alias.name == "annotations")
}

/// Refuses unknown features.
pub(super) fn check(ast: &Ast, source: &str) -> Result<(), SyntaxError> {
    for (stmt, names) in leading(ast) {
        for alias in names {
            let message = match &*alias.name {
                known if FEATURES.contains(&known) => continue,
                "braces" => "not a chance".to_owned(),
                unknown => format!("future feature {unknown} is not defined"),
            };
            let lines = LineIndex::new(source);
            let mut error = SyntaxError::after_parsing(message, stmt.span, source, &lines);
            if let Some(place) = &mut error.location {
                (place.end_line, place.end_offset) = (Some(place.line), None);
            }
            error.only_message = true;
            return Err(error);
        }
    }
    Ok(())
}
