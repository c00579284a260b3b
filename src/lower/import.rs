//! `import` and `from ... import`. Reference: 7.11, The import statement.

use super::{Lowered, Lowering};
use crate::exec::import::{ImportFrom, ImportModule, ImportStar};
use crate::exec::stmt::Block;
use crate::exec::tree::Statement;
use crate::object::value::Value;
use dunder_grammar::Span;
use dunder_grammar::ast::{Alias, Ident};

impl Lowering<'_> {
    /// `import a.b as c, d`
    pub(super) fn import(&mut self, aliases: &[Alias], span: Span) -> Lowered<Statement> {
        let mut body: Vec<Statement> = Vec::with_capacity(aliases.len());
        for alias in aliases {
            let name = self.attribute_name(&alias.name);
            let (bound, parts) = match &alias.asname {
                Some(asname) => {
                    let rest = alias.name.split('.').skip(1);
                    (
                        asname.clone(),
                        rest.map(|part| self.vm.intern(part)).collect(),
                    )
                }
                None => {
                    let first = alias.name.split('.').next().unwrap_or_default();
                    (Ident::from(first), Vec::new())
                }
            };
            body.push(Box::new(ImportModule {
                name,
                parts: parts.into(),
                target: self.name_target(&bound, alias.span),
                span,
            }));
        }
        match <[Statement; 1]>::try_from(body) {
            Ok([only]) => Ok(only),
            Err(body) => Ok(Box::new(Block { body: body.into() })),
        }
    }

    /// `from .a import b as c, d` and `from a import *`
    pub(super) fn import_from(
        &mut self,
        module: Option<&Ident>,
        aliases: &[Alias],
        level: u32,
        span: Span,
    ) -> Lowered<Statement> {
        let module = self.attribute_name(module.unwrap_or(&Ident::from("")));
        if let [alias] = aliases
            && &*alias.name == "*"
        {
            return Ok(Box::new(ImportStar {
                module,
                level,
                span,
            }));
        }
        let mut names = Vec::with_capacity(aliases.len());
        for alias in aliases {
            let name = self.attribute_name(&alias.name);
            let bound = alias.asname.as_ref().unwrap_or(&alias.name);
            names.push((name, self.name_target(bound, alias.span)));
        }
        // What is asked for is as written; what is bound is looked for as it is mangled.
        let asked = aliases.iter().map(|alias| self.intern(&alias.name).value());
        let list: Vec<Value> = asked.collect();
        Ok(Box::new(ImportFrom {
            module,
            level,
            list: self.vm.tuple(list),
            names: names.into(),
            span,
        }))
    }
}
