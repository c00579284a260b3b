//! Names and targets: which node reads, binds or deletes a variable, by what scope analysis says of it.

use super::operand::{self, Opd};
use super::scope::{Access, ScopeId};
use super::{Lowered, Lowering};
use crate::exec::assign::{
    AnyTarget, AttributeTarget, CellTarget, GlobalTarget, LocalTarget, NamespaceTarget,
    SequenceTarget,
};
use crate::exec::names::{
    CellName, CellSource, ClassdictName, FreeName, GlobalName, NamespaceName, NamespaceOrFree,
};
use crate::exec::operand::{Const, Local};
use crate::exec::tree::Expr;
use crate::object::shape::NameKey;
use crate::object::value::Value;
use dunder_grammar::Span;
use dunder_grammar::ast::{self, ExprKind, Ident};

impl Lowering<'_> {
    /// The slot of a variable that `owner` binds.
    fn slot(&mut self, owner: ScopeId, name: &Ident) -> u32 {
        match self.body().slots.get(&(owner, name.clone())) {
            Some(&slot) => slot,
            None => self.new_variable(owner, name),
        }
    }

    /// The position of a free variable in the closure.
    fn free_index(&mut self, name: &Ident) -> u32 {
        let host = self.body().host;
        let free = &self.tree[host].freevars;
        free.iter()
            .position(|candidate| candidate == name)
            .unwrap_or(0) as u32
    }

    /// A read of a name as written in the source.
    pub(super) fn name(&mut self, written: &Ident, span: Span) -> Expr {
        match self.name_operand(written, span) {
            Opd::Local(local) => Box::new(local),
            other => other.into_expr(),
        }
    }

    /// A read of a name, as a local operand where it is one.
    pub(super) fn name_operand(&mut self, written: &Ident, span: Span) -> Opd {
        if &**written == "__debug__" {
            let value = Value::bool(self.optimize() == 0);
            return Opd::Const(Const { value, span });
        }
        let resolved = self.tree.resolve(self.scope, written);
        let name = self.intern(&resolved.name);
        if !matches!(resolved.access, Access::Fast | Access::Cell | Access::Free) {
            self.note_name(&name);
        }
        Opd::Other(match resolved.access {
            Access::Fast => {
                let slot = self.slot(resolved.owner, &resolved.name);
                return Opd::Local(Local { slot, name, span });
            }
            Access::Cell => Box::new(CellName {
                slot: self.slot(resolved.owner, &resolved.name),
                name,
                span,
            }),
            Access::Free => Box::new(FreeName {
                index: self.free_index(&resolved.name),
                name,
                span,
            }),
            Access::Global => return Opd::Global(Box::new(GlobalName::new(name, span))),
            Access::Name => Box::new(NamespaceName {
                global: GlobalName::new(name, span),
            }),
            Access::NamespaceOrFree => {
                let free = FreeName {
                    index: self.free_index(&resolved.name),
                    name,
                    span,
                };
                Box::new(NamespaceOrFree { free })
            }
            Access::ClassdictOrGlobal | Access::ClassdictOrFree => {
                let rest: Expr = if resolved.access == Access::ClassdictOrGlobal {
                    Box::new(GlobalName::new(name.clone(), span))
                } else {
                    Box::new(FreeName {
                        index: self.free_index(&resolved.name),
                        name: name.clone(),
                        span,
                    })
                };
                let classdict = self.cell_source(&Ident::from("__classdict__"));
                Box::new(ClassdictName {
                    classdict,
                    name,
                    rest,
                })
            }
        })
    }

    /// Remembers a name for `co_names`.
    pub(super) fn note_name(&mut self, name: &crate::object::shape::Name) {
        self.body().names.insert(NameKey(name.clone()), ());
    }

    /// The cell that a nested scope's free variable is, seen from here.
    pub(super) fn cell_source(&mut self, name: &Ident) -> CellSource {
        let mut scope = self.scope;
        let host = self.body().host;
        loop {
            let is_cell = self.tree[scope].cellvars.contains(name);
            if is_cell
                || (scope != host && self.tree[scope].symbols.get(name).is_some_and(is_own_cell))
            {
                return CellSource::Slot(self.slot(scope, name));
            }
            match self.tree[scope].parent {
                Some(parent) if scope != host => scope = parent,
                _ => return CellSource::Free(self.free_index(name)),
            }
        }
    }

    /// A name as a target.
    pub(super) fn name_target(&mut self, written: &Ident, span: Span) -> AnyTarget {
        let resolved = self.tree.resolve(self.scope, written);
        let name = self.intern(&resolved.name);
        if !matches!(resolved.access, Access::Fast | Access::Cell | Access::Free) {
            self.note_name(&name);
        }
        match resolved.access {
            Access::Fast => {
                let slot = self.slot(resolved.owner, &resolved.name);
                Box::new(LocalTarget { slot, name, span })
            }
            Access::Cell => {
                let cell = CellSource::Slot(self.slot(resolved.owner, &resolved.name));
                Box::new(CellTarget { cell, name, span })
            }
            Access::Free | Access::NamespaceOrFree | Access::ClassdictOrFree => {
                let cell = CellSource::Free(self.free_index(&resolved.name));
                Box::new(CellTarget { cell, name, span })
            }
            Access::Global | Access::ClassdictOrGlobal => Box::new(GlobalTarget::new(name, span)),
            Access::Name => Box::new(NamespaceTarget {
                global: GlobalTarget::new(name, span),
            }),
        }
    }

    /// The cell of a name that is read from where it is bound: one of the frame, or of a function's closure.
    pub(super) fn cell_target(&mut self, written: &Ident, span: Span) -> Option<CellTarget> {
        let resolved = self.tree.resolve(self.scope, written);
        let cell = match resolved.access {
            Access::Cell => CellSource::Slot(self.slot(resolved.owner, &resolved.name)),
            Access::Free => CellSource::Free(self.free_index(&resolved.name)),
            _ => return None,
        };
        let name = self.intern(&resolved.name);
        Some(CellTarget { cell, name, span })
    }

    /// The slot of a name that is a plain local.
    pub(super) fn local_slot(&mut self, written: &Ident) -> Option<u32> {
        let resolved = self.tree.resolve(self.scope, written);
        match resolved.access {
            Access::Fast => Some(self.slot(resolved.owner, &resolved.name)),
            _ => None,
        }
    }

    /// Any target of assignment or deletion.
    pub(super) fn target(&mut self, target: &ast::Expr) -> Lowered<AnyTarget> {
        let span = target.span;
        match &target.kind {
            ExprKind::Name(name) => Ok(self.name_target(name, span)),
            ExprKind::Attribute { value, attr, .. } => {
                let obj = self.operand(value)?;
                let name = self.attribute_name(attr);
                let (span, cache) = (self.attribute_place(span, target), Default::default());
                Ok(match obj {
                    Opd::Local(obj) => Box::new(AttributeTarget {
                        obj,
                        name,
                        span,
                        cache,
                    }),
                    obj => Box::new(AttributeTarget {
                        obj: obj.into_expr(),
                        name,
                        span,
                        cache,
                    }),
                })
            }
            ExprKind::Subscript { value, slice } => {
                let (obj, key) = self.operands(value, slice)?;
                Ok(operand::subscript_target(obj, key, span))
            }
            ExprKind::Starred(inner) => self.target(inner),
            ExprKind::List(items) | ExprKind::Tuple(items) => {
                Ok(Box::new(self.sequence_target(items, span)?))
            }
            _ => Err(self.error("cannot assign to expression", span)),
        }
    }

    /// `a, *b, c`
    pub(super) fn sequence_target(
        &mut self,
        items: &[ast::Expr],
        span: Span,
    ) -> Lowered<SequenceTarget> {
        let star = items
            .iter()
            .position(|item| matches!(item.kind, ExprKind::Starred(_)));
        let targets = items
            .iter()
            .map(|item| self.target(item))
            .collect::<Lowered<Vec<_>>>()?;
        Ok(SequenceTarget::new(targets.into(), star, span))
    }

    /// An attribute's name: mangled, interned.
    pub(super) fn attribute_name(&mut self, written: &Ident) -> crate::object::shape::Name {
        let mangled = self.tree[self.scope].mangle(written);
        let name = self.intern(&mangled);
        self.note_name(&name);
        name
    }
}

fn is_own_cell(symbol: &super::scope::Symbol) -> bool {
    symbol.resolution == super::scope::Resolution::Cell
}
