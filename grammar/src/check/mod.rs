//! What Python forbids although it can be parsed, as far as that takes no knowledge of scopes: the
//! rest of what CPython finds in its compiler, in about its order.
//!
//! What its symbol table finds (declarations, duplicate parameters, `yield` and `await` in
//! comprehensions and annotations) is not here but where scopes are resolved.

mod body;
mod constant;
mod expr;
mod future;
mod pattern;
mod target;
mod warn;

pub use future::leaves_annotations;
pub(crate) use target::{Target, Wrong, is_target, wrong_target};

use crate::ast::{Ast, Span};
use crate::error::{Origin, SyntaxError, SyntaxWarning, WarningCategory};
use crate::lines::LineIndex;

/// What is checked depends on this besides the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CheckOptions {
    /// `await` outside functions was asked for: that is refused as not supported.
    pub top_level_await: bool,
    /// `-O`: there are no `assert`s.
    pub optimize: bool,
}

/// Checks the `from __future__` imports, which CPython does before it looks at names.
///
/// # Errors
/// An unknown feature.
pub fn check_future(ast: &Ast, source: &str) -> Result<(), SyntaxError> {
    future::check(ast, source)
}

/// Checks everything else; returns warnings about what is probably a mistake.
///
/// # Errors
/// The first mistake in the order of the code.
pub fn check(
    ast: &Ast,
    source: &str,
    options: CheckOptions,
) -> Result<Vec<SyntaxWarning>, SyntaxError> {
    let mut checker = Checker {
        source,
        options,
        warnings: Vec::new(),
        late_futures: future::late(ast),
        leaves_annotations: future::leaves_annotations(ast),
    };
    checker.ast(ast).map_err(|error| *error)?;
    Ok(checker.warnings)
}

/// What follows the name of what suspends where only a function could, though that was asked for.
const TOP_LEVEL: &str = "outside functions (PyCF_ALLOW_TOP_LEVEL_AWAIT) is not supported";

/// The result of a check.
type Checked = Result<(), Box<SyntaxError>>;

struct Checker<'s> {
    source: &'s str,
    options: CheckOptions,
    warnings: Vec<SyntaxWarning>,
    /// Where the imports from `__future__` that come too late start, at least.
    late_futures: u32,
    /// Annotations are not evaluated, and the symbol table sees to what they may have.
    leaves_annotations: bool,
}

impl Checker<'_> {
    fn error(&self, message: impl Into<String>, span: Span) -> Checked {
        Err(Box::new(SyntaxError::after_parsing(
            message,
            span,
            self.source,
            &LineIndex::new(self.source),
        )))
    }

    fn warn(&mut self, message: impl Into<String>, span: Span) {
        let category = WarningCategory::Syntax;
        self.warnings.push(SyntaxWarning {
            message: message.into(),
            span,
            category,
            origin: Origin::Compiler,
        });
    }

    /// `__debug__` can't be bound.
    fn bindable(&self, name: &str, span: Span) -> Checked {
        if name == "__debug__" {
            self.error("cannot assign to __debug__", span)
        } else {
            Ok(())
        }
    }
}
