//! Functions of the modules that come with the program: their bodies are parsed and lowered at the
//! first call, since a program that imports a module calls few of its functions.
//!
//! Until then a function has a code that knows its name and its parameters only. Nobody sees it: calls
//! and `__code__` go through [`Function::code`], and code objects through [`complete`].

use crate::exec::compile::{self, Unit};
use crate::exec::tree::{Code, Source};
use crate::lower::{self, Options};
use crate::object::value::PyResult;
use crate::types::function::Function;
use crate::vm::Vm;
use dunder_grammar::ast::Ident;
use dunder_grammar::{Mode, SyntaxError};
use std::cell::OnceCell;
use std::rc::Rc;

/// What it takes to make the code of a function whose body has been left out.
pub struct Deferred {
    /// The names of the classes around the definition, from outside in.
    pub classes: Box<[Ident]>,
    /// What the module was lowered with.
    pub options: Options,
    /// The code, once somebody wanted it.
    pub made: OnceCell<Rc<Code>>,
}

/// The code with its body.
///
/// # Errors
/// RecursionError when the stack is used up.
pub fn complete(vm: &Vm, code: &Rc<Code>) -> PyResult<Rc<Code>> {
    let Some(deferred) = &code.deferred else {
        return Ok(code.clone());
    };
    if let Some(made) = deferred.made.get() {
        return Ok(made.clone());
    }
    let _guard = vm.recurse("")?;
    let made = make(vm, code, deferred)
        .map_err(|error| compile::raise(vm, &error, &code.source.filename))?;
    Ok(deferred.made.get_or_init(|| made).clone())
}

fn make(vm: &Vm, code: &Code, deferred: &Deferred) -> Result<Rc<Code>, Box<SyntaxError>> {
    let parsed = dunder_grammar::parse_definition(&code.source.text, code.span)?;
    let made = lower::lower_definition(
        vm,
        parsed.ast,
        &deferred.classes,
        &code.source,
        deferred.options,
    )?;
    // The decorators were not parsed again.
    made.first_at.set(code.first_at.get());
    Ok(made)
}

/// Compiles a module that is known to be valid, and leaves its functions' bodies for later.
///
/// # Errors
/// None that is expected.
pub fn compile_outline(vm: &Vm, unit: &Unit<'_>) -> PyResult<Rc<Code>> {
    debug_assert_eq!(unit.mode, Mode::Module);
    let made = dunder_grammar::parse_outline(unit.text)
        .map_err(Box::new)
        .and_then(|parsed| {
            let source = Rc::new(Source::new(unit.filename, unit.text));
            lower::lower(
                vm,
                &parsed.ast,
                &source,
                compile::with_level(vm, unit.options),
            )
        });
    made.map_err(|error| compile::raise(vm, &error, unit.filename))
}

impl Function {
    /// `__code__`
    ///
    /// # Errors
    /// RecursionError when the body is yet to be compiled and the stack is used up.
    #[inline]
    pub fn code(&self, vm: &Vm) -> PyResult<&Rc<Code>> {
        let code = self.code.get();
        if code.deferred.is_some() {
            self.code.set(complete(vm, code)?);
        }
        Ok(self.code.get())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::SandboxHost;
    use crate::interpreter::Interpreter;
    use crate::lower::scope::{self, ScopeKind};
    use crate::stdlib::python_modules::{self, PYTHON_MODULES};
    use dunder_grammar::LineIndex;
    use std::collections::HashMap;

    /// What can be told of a code and those inside of it.
    fn description(vm: &Vm, code: &Rc<Code>) -> Vec<String> {
        let placeholder = code;
        let code = complete(vm, code).unwrap_or_else(|_| panic!("{} is valid", code.qualname));
        assert!(code.free == placeholder.free, "cells of {}", code.qualname);
        let texts = |names: &[crate::object::shape::Name]| -> Vec<String> {
            names.iter().map(ToString::to_string).collect()
        };
        let consts: Vec<String> = code
            .consts
            .iter()
            .map(|value| {
                crate::object::ops::repr(vm, value).map_or(String::new(), |r| r.to_string())
            })
            .collect();
        let kind = (code.kind, code.resumable, code.parameters, code.flags);
        let slots = (
            code.locals,
            code.frame_size,
            code.waiting,
            code.direct,
            code.plain_count,
        );
        let cells: Vec<(u32, bool)> = code.cells.iter().map(|c| (c.slot, c.parameter)).collect();
        let mut all = vec![format!(
            "{} {} {kind:?} {slots:?} {cells:?} {:?} {:?} {:?} {:?} {consts:?} {:?} {}",
            code.name,
            code.qualname,
            code.comprehension_slots,
            texts(&code.slot_names),
            texts(&code.free),
            texts(&code.names),
            // A comment behind the last statement counts as a part of a body left out.
            code.statements
                .iter()
                .map(|span| span.start)
                .collect::<Vec<_>>(),
            crate::object::ops::repr(vm, &code.doc).map_or(String::new(), |r| r.to_string()),
        )];
        for nested in code.nested.borrow().iter() {
            all.extend(description(vm, nested));
        }
        all
    }

    /// The static attributes of each class, by where it starts.
    fn attributes(
        text: &str,
        ast: &dunder_grammar::ast::Ast,
    ) -> HashMap<(String, u32), Vec<String>> {
        let tree = scope::analyse(ast, text, &LineIndex::new(text)).expect("valid");
        let classes = tree
            .scopes
            .iter()
            .filter(|scope| scope.kind == ScopeKind::Class);
        classes
            .map(|scope| {
                let mut names: Vec<String> = scope
                    .static_attributes
                    .iter()
                    .map(ToString::to_string)
                    .collect();
                names.sort();
                ((scope.name.to_string(), scope.span.start), names)
            })
            .collect()
    }

    #[test]
    fn modules_are_the_same_as_if_compiled_whole() {
        let interpreter = Interpreter::new(Rc::new(SandboxHost::default()));
        interpreter.enter(|vm| {
            for (name, _) in PYTHON_MODULES {
                let text = &python_modules::source(name).expect("packed");
                let unit = Unit::new(name, text, Mode::Module);
                let whole = compile::compile(vm, &unit).unwrap_or_else(|_| panic!("{name}"));
                let outline = compile_outline(vm, &unit).unwrap_or_else(|_| panic!("{name}"));
                let (whole, outline) = (description(vm, &whole), description(vm, &outline));
                assert_eq!(whole.len(), outline.len(), "codes of {name}");
                for (wanted, found) in whole.iter().zip(&outline) {
                    assert_eq!(wanted, found, "in {name}");
                }
                let whole = dunder_grammar::parse(text, Mode::Module).expect("valid");
                assert_eq!(whole.warnings, [], "in {name}");
                let outline = dunder_grammar::parse_outline(text).expect("valid");
                let whole = attributes(text, &whole.ast);
                for (class, found) in attributes(text, &outline.ast) {
                    assert_eq!(whole.get(&class), Some(&found), "{} of {name}", class.0);
                }
            }
        });
    }
}
