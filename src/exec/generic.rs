//! PEP 695 at run time: making type parameters, generic functions and classes, and type aliases. The
//! objects themselves are in `stdlib::typing_native`.

use crate::exec::define::MakeFunction;
use crate::exec::frame::Frame;
use crate::exec::tree::{Expr, Flow, Node, Statement};
use crate::object::shape::Name;
use crate::object::value::{PyResult, Raised, Value};
use crate::stdlib::typing_native;
use crate::types::function::Function;
use dunder_grammar::Span;

/// A type parameter.
pub struct NewTypeParam {
    /// 0: TypeVar, 1: TypeVarTuple, 2: ParamSpec.
    pub kind: i64,
    /// Its name.
    pub name: Name,
    /// Evaluates the bound or the constraints.
    pub bound: Option<MakeFunction>,
    /// Whether `bound` gives constraints.
    pub constraints: bool,
    /// Evaluates the default.
    pub default: Option<MakeFunction>,
    /// The parameter.
    pub span: Span,
}

impl Node for NewTypeParam {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        let mut function = |make: &Option<MakeFunction>| match make {
            Some(make) => make.eval(f),
            None => Ok(Value::None),
        };
        let bound = function(&self.bound)?;
        let default = function(&self.default)?;
        let vm = f.vm;
        let name = self.name.value();
        Ok(typing_native::parameter_from_syntax(
            vm,
            self.kind,
            name,
            bound,
            self.constraints,
            default,
        ))
    }
    fn span(&self) -> Span {
        self.span
    }
}

/// The tuple of a definition's type parameters.
pub struct ParamsTuple {
    /// Reads of their names.
    pub names: Box<[Expr]>,
    /// The definition.
    pub span: Span,
}

impl Node for ParamsTuple {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        let params = self
            .names
            .iter()
            .map(|name| name.eval(f))
            .collect::<PyResult<Vec<_>>>()?;
        Ok(f.vm.tuple(params))
    }
    fn span(&self) -> Span {
        self.span
    }
}

/// Runs the function that is a list of type parameters.
pub struct InGenericScope {
    /// Makes that function.
    pub make: MakeFunction,
    /// Defaults of the generic function's positional parameters.
    pub defaults: Box<[Expr]>,
    /// Defaults of its keyword-only parameters.
    pub kwdefaults: Box<[(Name, Expr)]>,
}

impl Node for InGenericScope {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        let vm = f.vm;
        let mut args = Vec::new();
        let defaults = self
            .defaults
            .iter()
            .map(|node| node.eval(f))
            .collect::<PyResult<Vec<_>>>()?;
        if !defaults.is_empty() {
            args.push(vm.tuple(defaults));
        }
        if !self.kwdefaults.is_empty() {
            let dict = vm.dict();
            for (name, node) in &self.kwdefaults {
                let value = node.eval(f)?;
                drop(dict.set_name(name, value));
            }
            args.push(dict.into());
        }
        let function = self.make.eval(f)?;
        let result = vm.call(&function, &args);
        f.at(self.make.span, result)
    }
    fn span(&self) -> Span {
        self.make.span
    }
}

/// Makes a generic function inside the scope of its type parameters.
pub struct FinishGeneric {
    /// Makes the function.
    pub make: MakeFunction,
    /// The slot of the defaults.
    pub defaults: Option<u32>,
    /// The slot of the keyword defaults.
    pub kwdefaults: Option<u32>,
    /// Its type parameters.
    pub params: ParamsTuple,
}

impl Node for FinishGeneric {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        let made = self.make.eval(f)?;
        let params = self.params.eval(f)?;
        if let Some(function) = made.get::<Function>() {
            function.description().type_params.set(params);
            if let Some(slot) = self.defaults {
                function.defaults.set(f.get(slot).clone());
            }
            if let Some(slot) = self.kwdefaults {
                function.description().kwdefaults.set(f.get(slot).clone());
            }
        }
        Ok(made)
    }
    fn span(&self) -> Span {
        self.make.span
    }
}

/// The base `Generic[params]` of a generic class.
pub struct GenericBase {
    /// The tuple of its type parameters.
    pub params: Expr,
    /// The definition.
    pub span: Span,
}

impl Node for GenericBase {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        let params = self.params.eval(f)?;
        let base = typing_native::generic_base(f.vm, &params);
        f.at(self.span, base)
    }
    fn span(&self) -> Span {
        self.span
    }
}

/// A type alias.
pub struct MakeAlias {
    /// Its name.
    pub name: Name,
    /// Its type parameters.
    pub params: ParamsTuple,
    /// Evaluates its value.
    pub value: MakeFunction,
    /// The statement.
    pub span: Span,
}

impl Node for MakeAlias {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        let params = self.params.eval(f)?;
        let value = self.value.eval(f)?;
        let name = self.name.value();
        Ok(typing_native::alias_from_syntax(f.vm, name, &params, value))
    }
    fn span(&self) -> Span {
        self.span
    }
}

/// A statement, then an expression's value.
pub struct After {
    /// Executed first.
    pub first: Statement,
    /// The value.
    pub value: Expr,
}

impl Node for After {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        match self.first.exec(f) {
            Flow::Next => self.value.eval(f),
            _ => Err(Raised),
        }
    }
    fn span(&self) -> Span {
        self.value.span()
    }
}
