//! PEP 695: type parameters of functions, classes and aliases, and `type` statements. Each list of
//! type parameters is a function of its own, called at once, in whose scope the definition is made.

use super::scope::ScopeId;
use super::{Lowered, Lowering};
use crate::exec::assign::{AnyTarget, Assign};
use crate::exec::call_expr::Argument;
use crate::exec::define::MakeFunction;
use crate::exec::generic::{
    FinishGeneric, GenericBase, InGenericScope, MakeAlias, NewTypeParam, ParamsTuple,
};
use crate::exec::stmt::{Block, Return};
use crate::exec::tree::{Expr, Parameters, Statement};
use crate::object::value::Value;
use dunder_grammar::Span;
use dunder_grammar::ast::{
    ClassDef, ExprKind, FunctionDef, Ident, TypeAlias, TypeParam, TypeParamKind,
};

impl Lowering<'_> {
    /// A generic function's definition: the value to be decorated and bound.
    pub(super) fn generic_function(&mut self, def: &FunctionDef, span: Span) -> Lowered<Expr> {
        let (defaults, kwdefaults) = self.defaults(&def.args, self.tree.function(def))?;
        // What there is takes the first places, whatever these are called.
        let (some, some_by_name) = (!defaults.is_empty(), !kwdefaults.is_empty());
        let passed = u32::from(some) + u32::from(some_by_name);
        let make = self.generic_scope(&def.type_params, passed, span, |lowering| {
            let scope = lowering.tree.function(def);
            let function = lowering.make_function_of(def, scope, span, false)?;
            let node = FinishGeneric {
                make: function,
                defaults: some.then_some(0),
                kwdefaults: some_by_name.then_some(u32::from(some)),
                params: lowering.params_tuple(&def.type_params, span),
            };
            Ok(Box::new(node))
        })?;
        Ok(Box::new(InGenericScope {
            make,
            defaults,
            kwdefaults,
        }))
    }

    /// A generic class's definition.
    pub(super) fn generic_class(&mut self, def: &ClassDef, span: Span) -> Lowered<Expr> {
        let make = self.generic_scope(&def.type_params, 0, span, |lowering| {
            let name = Ident::from(".type_params");
            let params = lowering.params_tuple(&def.type_params, span);
            let target = lowering.name_target(&name, span);
            let store: Statement = Box::new(Assign {
                targets: Box::new([target]),
                value: Box::new(params),
            });
            let base = GenericBase {
                params: lowering.name(&name, span),
                span,
            };
            let mut class = lowering.make_class(def, span)?;
            let mut args = Vec::from(std::mem::take(&mut class.args));
            let at = args
                .iter()
                .position(|arg| matches!(arg, Argument::Keyword(..) | Argument::DoubleStar(_)))
                .unwrap_or(args.len());
            args.insert(at, Argument::Positional(Box::new(base)));
            class.args = args.into();
            Ok(Box::new(crate::exec::generic::After {
                first: store,
                value: Box::new(class),
            }))
        })?;
        Ok(Box::new(InGenericScope {
            make,
            defaults: Box::new([]),
            kwdefaults: Box::new([]),
        }))
    }

    /// `type Name[params] = value`
    pub(super) fn type_alias(&mut self, alias: &TypeAlias, span: Span) -> Lowered<Statement> {
        let ExprKind::Name(name) = &alias.name.kind else {
            return Err(self.error("cannot assign to expression", alias.name.span));
        };
        let value: Expr = if alias.type_params.is_empty() {
            Box::new(self.make_alias(alias, name, span)?)
        } else {
            let make = self.generic_scope(&alias.type_params, 0, span, |lowering| {
                Ok(Box::new(lowering.make_alias(alias, name, span)?))
            })?;
            Box::new(InGenericScope {
                make,
                defaults: Box::new([]),
                kwdefaults: Box::new([]),
            })
        };
        let target: AnyTarget = self.name_target(name, alias.name.span);
        Ok(Box::new(Assign {
            targets: Box::new([target]),
            value,
        }))
    }

    fn make_alias(&mut self, alias: &TypeAlias, name: &Ident, span: Span) -> Lowered<MakeAlias> {
        let scope = self.tree.type_alias(alias);
        let value = self.lazy(scope, &alias.value)?;
        let params = self.params_tuple(&alias.type_params, span);
        Ok(MakeAlias {
            name: self.vm.intern(name),
            params,
            value,
            span,
        })
    }

    /// The function that is a list of type parameters: it binds them and returns `result`.
    fn generic_scope(
        &mut self,
        params: &[TypeParam],
        passed: u32,
        span: Span,
        result: impl FnOnce(&mut Self) -> Lowered<Expr>,
    ) -> Lowered<MakeFunction> {
        let scope = self.tree.type_params(params);
        let parameters = Parameters {
            positional: passed,
            ..Parameters::default()
        };
        let code = self.function_code(scope, parameters, span, |lowering| {
            let mut statements: Vec<Statement> = Vec::new();
            for param in params {
                let value = lowering.type_param(param)?;
                let target = lowering.name_target(&param.name, param.span);
                statements.push(Box::new(Assign {
                    targets: Box::new([target]),
                    value,
                }));
            }
            statements.push(Box::new(Return {
                value: result(lowering)?,
            }));
            let body: Statement = Box::new(Block {
                body: statements.into(),
            });
            Ok((Value::None, body))
        })?;
        Ok(self.plain_function(code, scope, span))
    }

    /// A function without defaults and annotations.
    fn plain_function(
        &mut self,
        code: std::rc::Rc<crate::exec::tree::Code>,
        scope: ScopeId,
        span: Span,
    ) -> MakeFunction {
        MakeFunction {
            module: Default::default(),
            code,
            defaults: Box::new([]),
            kwdefaults: Box::new([]),
            annotations: Box::new([]),
            closure: self.closure_of(scope),
            span,
        }
    }

    fn type_param(&mut self, param: &TypeParam) -> Lowered<Expr> {
        let (kind, bound, constraints) = match &param.kind {
            TypeParamKind::TypeVar { bound: Some(bound) } => {
                let tuple = matches!(bound.kind, ExprKind::Tuple(_));
                (0, Some(self.lazy(self.tree.bound(param), bound)?), tuple)
            }
            TypeParamKind::TypeVar { bound: None } => (0, None, false),
            TypeParamKind::TypeVarTuple => (1, None, false),
            TypeParamKind::ParamSpec => (2, None, false),
        };
        let default = match &param.default {
            Some(default) => Some(self.lazy_default(self.tree.default(param), default)?),
            None => None,
        };
        let name = self.vm.intern(&param.name);
        Ok(Box::new(NewTypeParam {
            kind,
            name,
            bound,
            constraints,
            default,
            span: param.span,
        }))
    }

    /// A function that evaluates an expression when it is called.
    fn lazy(&mut self, scope: ScopeId, e: &dunder_grammar::ast::Expr) -> Lowered<MakeFunction> {
        let code = self.function_code(scope, Parameters::default(), e.span, |lowering| {
            let body: Statement = Box::new(Return {
                value: lowering.expr(e)?,
            });
            Ok((Value::None, body))
        })?;
        Ok(self.plain_function(code, scope, e.span))
    }

    /// As `lazy`, for a default, which may be starred (`*Ts = *tuple[int, str]`).
    fn lazy_default(
        &mut self,
        scope: ScopeId,
        e: &dunder_grammar::ast::Expr,
    ) -> Lowered<MakeFunction> {
        let code = self.function_code(scope, Parameters::default(), e.span, |lowering| {
            let value = lowering.annotation(e)?;
            let body: Statement = Box::new(Return { value });
            Ok((Value::None, body))
        })?;
        Ok(self.plain_function(code, scope, e.span))
    }

    fn params_tuple(&mut self, params: &[TypeParam], span: Span) -> ParamsTuple {
        let names = params
            .iter()
            .map(|param| self.name(&param.name, param.span))
            .collect();
        ParamsTuple { names, span }
    }
}
