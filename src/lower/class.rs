//! Class definitions, module bodies and the annotations of both.

use super::function::first_at;
use super::scope::ScopeKind;
use super::stmt::constant;
use super::{CodeParts, Lowered, Lowering};
use crate::exec::assign::{Assign, GlobalTarget, NamespaceTarget};
use crate::exec::class_body::{CloseClass, OpenClass, SetUpAnnotations, StoreAnnotation};
use crate::exec::define::{MakeClass, MakeFunction};
use crate::exec::names::{GlobalName, NamespaceName};
use crate::exec::stmt::{Block, Evaluate};
use crate::exec::tree::{CodeKind, Expr, Parameters, Resumable, Statement};
use crate::object::value::Value;
use dunder_grammar::Span;
use dunder_grammar::ast::{AnnAssign, ClassDef, ExprKind, Ident, Stmt, StmtKind};

impl Lowering<'_> {
    pub(super) fn module_body(&mut self, body: &[Stmt]) -> Lowered<Statement> {
        let (doc, rest) = if self.options.interactive {
            (Value::None, body)
        } else {
            self.split_doc(body)
        };
        let mut statements: Vec<Statement> = Vec::new();
        if has_annotations(body) {
            statements.push(Box::new(SetUpAnnotations));
        }
        if !doc.is_none() {
            let span = body.first().map_or(Span::new(0, 0), |stmt| stmt.span);
            statements.push(self.store_name("__doc__", doc, span));
        }
        for stmt in rest {
            statements.push(self.stmt(stmt)?);
        }
        Ok(Box::new(Block {
            body: statements.into(),
        }))
    }

    fn store_name(&self, name: &str, value: Value, span: Span) -> Statement {
        let target = NamespaceTarget {
            global: GlobalTarget::new(self.vm.intern(name), span),
        };
        Box::new(Assign {
            targets: Box::new([Box::new(target)]),
            value: constant(value, span),
        })
    }

    pub(super) fn class_definition(&mut self, def: &ClassDef, span: Span) -> Lowered<Statement> {
        let made: Expr = if def.type_params.is_empty() {
            Box::new(self.make_class(def, span)?)
        } else {
            self.generic_class(def, span)?
        };
        let value = self.decorate(&def.decorators, made)?;
        let target = self.name_target(&def.name, def.name_span);
        Ok(Box::new(Assign {
            targets: Box::new([target]),
            value,
        }))
    }

    pub(super) fn make_class(&mut self, def: &ClassDef, span: Span) -> Lowered<MakeClass> {
        let scope = self.tree.class(def);
        let args = self.arguments(&def.bases, &def.keywords)?;
        let outer = self.scope;
        self.open(scope, Resumable::No, span);
        let body = self.class_body(def, span)?;
        let parts = CodeParts {
            name: self.vm.intern(&def.name),
            qualname: self.vm.intern(&self.tree.qualname(scope)),
            span,
            kind: CodeKind::Class,
            parameters: Parameters::default(),
            doc: Value::None,
            flags: 0,
            body,
        };
        let code = self.close(parts);
        code.first_at.set(first_at(&def.decorators, span));
        self.scope = outer;
        let closure = self.closure_of(scope);
        let body = MakeFunction {
            module: Default::default(),
            code,
            defaults: Box::new([]),
            kwdefaults: Box::new([]),
            annotations: Box::new([]),
            closure,
            span,
        };
        Ok(MakeClass {
            name: self.vm.intern(&def.name),
            body,
            args,
            span,
        })
    }

    fn class_body(&mut self, def: &ClassDef, span: Span) -> Lowered<Statement> {
        let scope = self.scope;
        let tree = self.tree;
        let (doc, rest) = self.split_doc(&def.body);
        let first_line_at = first_at(&def.decorators, span);
        let classdict = tree[scope]
            .needs_classdict
            .then(|| self.own_cell(scope, "__classdict__"));
        let mut statements: Vec<Statement> = vec![Box::new(OpenClass {
            qualname: self.vm.str(&tree.qualname(scope)),
            first_line: self.source.line(first_line_at),
            classdict,
        })];
        if !def.type_params.is_empty() {
            let value = self.name(&Ident::from(".type_params"), span);
            let target = self.name_target(&Ident::from("__type_params__"), span);
            statements.push(Box::new(Assign {
                targets: Box::new([target]),
                value,
            }));
        }
        if has_annotations(&def.body) {
            statements.push(Box::new(SetUpAnnotations));
        }
        if !doc.is_none() {
            statements.push(self.store_name("__doc__", doc, def.body[0].span));
        }
        for stmt in rest {
            statements.push(self.stmt(stmt)?);
        }
        let mut attributes: Vec<Value> = tree[scope]
            .static_attributes
            .iter()
            .map(|name| self.vm.intern(name).into())
            .collect();
        attributes.shrink_to_fit();
        statements.push(Box::new(CloseClass {
            static_attributes: self.vm.tuple(attributes),
            class_cell: tree[scope]
                .needs_class_cell
                .then(|| self.own_cell(scope, "__class__")),
            classdict,
        }));
        Ok(Box::new(Block {
            body: statements.into(),
        }))
    }

    /// The slot of a cell that the class body owns.
    fn own_cell(&mut self, scope: super::ScopeId, name: &str) -> u32 {
        let name = Ident::from(name);
        match self.body().slots.get(&(scope, name.clone())) {
            Some(&slot) => slot,
            None => self.new_variable(scope, &name),
        }
    }

    pub(super) fn annotated(&mut self, ann: &AnnAssign) -> Lowered<Statement> {
        let mut statements: Vec<Statement> = Vec::new();
        if let Some(value) = &ann.value {
            statements.push(self.assign_annotated(&ann.target, value)?);
        }
        let kind = self.tree[self.tree.host(self.scope)].kind;
        let recorded = matches!(kind, ScopeKind::Module | ScopeKind::Class);
        match &ann.target.kind {
            ExprKind::Name(name) if ann.simple && recorded => {
                let annotation = self.annotation(&ann.annotation)?;
                let name = self.mangled(self.scope, name);
                let span = ann.annotation.span;
                let annotations = self.vm.names.__annotations__.clone();
                statements.push(Box::new(StoreAnnotation {
                    name,
                    annotation,
                    annotations: Box::new(NamespaceName {
                        global: GlobalName::new(annotations, span),
                    }),
                    span,
                }));
            }
            ExprKind::Name(_) if ann.simple => {}
            _ => {
                // The parts of other targets are evaluated, and outside of functions the annotation.
                if ann.value.is_none() {
                    self.evaluate_parts(&ann.target, &mut statements)?;
                }
                if recorded && !self.tree.future_annotations {
                    let value = self.annotation(&ann.annotation)?;
                    statements.push(Box::new(Evaluate { value }));
                }
            }
        }
        Ok(Box::new(Block {
            body: statements.into(),
        }))
    }

    fn assign_annotated(
        &mut self,
        target: &dunder_grammar::ast::Expr,
        value: &dunder_grammar::ast::Expr,
    ) -> Lowered<Statement> {
        let value = self.expr(value)?;
        Ok(Box::new(Assign {
            targets: Box::new([self.target(target)?]),
            value,
        }))
    }

    fn evaluate_parts(
        &mut self,
        target: &dunder_grammar::ast::Expr,
        out: &mut Vec<Statement>,
    ) -> Lowered<()> {
        match &target.kind {
            ExprKind::Attribute { value, .. } => out.push(Box::new(Evaluate {
                value: self.expr(value)?,
            })),
            ExprKind::Subscript { value, slice } => {
                out.push(Box::new(Evaluate {
                    value: self.expr(value)?,
                }));
                out.push(Box::new(Evaluate {
                    value: self.expr(slice)?,
                }));
            }
            _ => {}
        }
        Ok(())
    }
}

/// Whether a module or class body has annotations at any depth, so that `__annotations__` is set up.
fn has_annotations(body: &[Stmt]) -> bool {
    body.iter().any(|stmt| match &stmt.kind {
        StmtKind::AnnAssign(_) => true,
        StmtKind::For(node) => has_annotations(&node.body) || has_annotations(&node.orelse),
        StmtKind::While { body, orelse, .. } => has_annotations(body) || has_annotations(orelse),
        StmtKind::If { branches, orelse } => {
            branches.iter().any(|branch| has_annotations(&branch.body)) || has_annotations(orelse)
        }
        StmtKind::With(node) => has_annotations(&node.body),
        StmtKind::Try(node) => {
            has_annotations(&node.body)
                || node
                    .handlers
                    .iter()
                    .any(|handler| has_annotations(&handler.body))
                || has_annotations(&node.orelse)
                || has_annotations(&node.finalbody)
        }
        StmtKind::Match { cases, .. } => cases.iter().any(|case| has_annotations(&case.body)),
        _ => false,
    })
}
