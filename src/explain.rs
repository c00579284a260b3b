//! Explaining attribute lookups from outside a program: `--explain` and the prompt's `:explain`. The explanation itself
//! is made by the module `dunder`.

use dunder::exec::import::import_absolute;
use dunder::object::lookup;
use dunder::object::ops;
use dunder::object::value::{PyResult, Value};
use dunder::vm::Vm;
use dunder_grammar::Mode;
use dunder_grammar::ast::{Ast, ExprKind};

/// An attribute lookup as it is written: `a.b.c` looks `c` up on `a.b`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lookup {
    /// The expression for the object.
    pub object: String,
    /// The attribute.
    pub name: String,
}

impl Lookup {
    /// Parses an expression; `None` if it is no attribute lookup.
    pub fn parse(text: &str) -> Option<Lookup> {
        let text = text.trim();
        let parsed = dunder_grammar::parse(text, Mode::Expression).ok()?;
        let Ast::Expression(expr) = parsed.ast else {
            return None;
        };
        let ExprKind::Attribute {
            attr, attr_span, ..
        } = expr.kind
        else {
            return None;
        };
        // What stands before the dot, brackets included.
        let object = text.get(..attr_span.start as usize)?.trim_end();
        let object = object.strip_suffix('.')?.trim_end();
        Some(Lookup {
            object: object.to_owned(),
            name: attr.to_string(),
        })
    }
}

/// An explanation: its text, and whether the attribute was found.
pub struct Told {
    /// The table.
    pub text: String,
    /// Whether the lookup gave a value.
    pub found: bool,
}

/// Explains the lookup of an attribute.
///
/// # Errors
/// What the lookup raises other than an `Exception`.
pub fn tell(vm: &Vm, object: Value, name: &str) -> PyResult<Told> {
    let module = import_absolute(vm, "dunder")?;
    let explain = lookup::get(vm, &module, &vm.intern("explain"))?;
    let told = vm.call(&explain, &[object, vm.str(name)])?;
    let found = lookup::get(vm, &told, &vm.intern("found"))?;
    let text = ops::str(vm, &told)?.text.to_string_lossy();
    Ok(Told {
        text: text.trim_end().to_owned(),
        found: found.is(&Value::True),
    })
}

#[cfg(test)]
mod tests {
    use super::Lookup;

    #[test]
    fn only_attribute_lookups_are_taken() {
        let pair = |text| Lookup::parse(text).map(|found| (found.object, found.name));
        let of = |object: &str, name: &str| Some((object.to_owned(), name.to_owned()));
        assert_eq!(pair("a.b"), of("a", "b"));
        assert_eq!(pair(" a.b . c "), of("a.b", "c"));
        assert_eq!(pair("(f(x)[0]) .y"), of("(f(x)[0])", "y"));
        assert_eq!(pair("'a.b'.upper"), of("'a.b'", "upper"));
        for wrong in [
            "a", "1.5", "a.b()", "a.b + 1", "a.", "", "x = a.b", "a.b, c.d",
        ] {
            assert_eq!(pair(wrong), None, "{wrong}");
        }
    }
}
