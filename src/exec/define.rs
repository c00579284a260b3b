//! Definitions: functions, lambdas and classes. Reference: 8.7, 8.8.

use crate::exec::call;
use crate::exec::call_expr::{Argument, Keywords, push_argument};
use crate::exec::frame::{Closure, Env, Frame};
use crate::exec::names::CellSource;
use crate::exec::tree::{Code, Expr, Node};
use crate::interpreter::builtin_item;
use crate::object::heap::Ref;
use crate::object::shape::Name;
use crate::object::value::{PyResult, Value};
use crate::types::dict::Dict;
use crate::types::function::Function;
use crate::types::tuple::Tuple;
use dunder_grammar::Span;
use smallvec::SmallVec;
use std::cell::Cell;
use std::rc::Rc;

/// Makes a function object.
pub struct MakeFunction {
    /// The code.
    pub code: Rc<Code>,
    /// Defaults of the last positional parameters.
    pub defaults: Box<[Expr]>,
    /// Defaults of keyword-only parameters.
    pub kwdefaults: Box<[(Name, Expr)]>,
    /// Annotations, mangled names with their expressions.
    pub annotations: Box<[(Name, Expr)]>,
    /// The cells for its free variables.
    pub closure: Box<[CellSource]>,
    /// Where `__name__` is among the globals.
    pub module: ModuleName,
    /// The definition.
    pub span: Span,
}

/// Where `__name__` has been found among the globals.
pub struct ModuleName(Cell<u32>);

impl Default for ModuleName {
    fn default() -> ModuleName {
        ModuleName(Cell::new(u32::MAX))
    }
}

impl ModuleName {
    fn get(&self, f: &Frame<'_>) -> Value {
        let (globals, name) = (&f.core.globals, &f.vm.names.__name__);
        if let Some(value) = globals.value_at(self.0.get(), name) {
            return value;
        }
        if !f.vm.state.uncached.get()
            && let Some(at) = globals.position_of(name)
        {
            self.0.set(at);
        }
        globals.get_name(name).unwrap_or(Value::None)
    }
}

impl Node for MakeFunction {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        let defaults = self.default_tuple(f)?;
        let kwdefaults = self.dict(f, &self.kwdefaults)?;
        let annotations = self.dict(f, &self.annotations)?;
        let module = self.module.get(f);
        let function = new_function(f, &self.code, &self.closure, (defaults, module));
        if let Some(dict) = kwdefaults {
            function.description().kwdefaults.set(dict.into());
        }
        if let Some(dict) = annotations {
            function.description().annotations.set(dict.into());
        }
        Ok(function.into())
    }
    fn span(&self) -> Span {
        self.span
    }
}

impl MakeFunction {
    /// `__defaults__`
    #[inline]
    fn default_tuple(&self, f: &mut Frame<'_>) -> PyResult {
        if self.defaults.is_empty() {
            return Ok(Value::None);
        }
        let mut items = SmallVec::with_capacity(self.defaults.len());
        for default in &self.defaults {
            items.push(default.eval(f)?);
        }
        Ok(f.vm.alloc_tuple(Tuple { items }).into())
    }

    fn dict(&self, f: &mut Frame<'_>, items: &[(Name, Expr)]) -> PyResult<Option<Ref<Dict>>> {
        if items.is_empty() {
            return Ok(None);
        }
        let dict = f.vm.dict();
        for (name, node) in items {
            let value = node.eval(f)?;
            drop(dict.set_name(name, value));
        }
        Ok(Some(dict))
    }
}

/// A function object of `code` with the frame's globals and cells, and its `__defaults__` and `__module__`.
pub fn new_function(
    f: &Frame<'_>,
    code: &Rc<Code>,
    closure: &[CellSource],
    (defaults, module): (Value, Value),
) -> Ref<Function> {
    let vm = f.vm;
    let mut cells = Closure::new();
    for source in closure {
        if let Some(cell) = source.cell(f) {
            cells.push(cell);
        }
    }
    let env = Env {
        globals: f.core.globals.clone(),
        builtins: f.core.builtins.clone(),
        closure: cells,
        namespace: Value::Unbound,
    };
    Function::alloc(vm, code.clone(), env, defaults, module)
}

/// Applies decorators: `@d` on a definition calls `d` with what it decorates.
pub struct Decorated {
    /// The decorator.
    pub decorator: Expr,
    /// What it decorates: another `Decorated`, or the definition.
    pub inner: Expr,
    /// The decorator's expression.
    pub span: Span,
}

impl Node for Decorated {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        let decorator = self.decorator.eval(f)?;
        let inner = self.inner.eval(f)?;
        f.core.span.set(self.span);
        let result = f.vm.call(&decorator, &[inner]);
        f.at(self.span, result)
    }
    fn span(&self) -> Span {
        self.span
    }
}

/// Makes a class: calls `__build_class__` with the body as a function.
pub struct MakeClass {
    /// The class's name.
    pub name: Name,
    /// Makes the body's function.
    pub body: MakeFunction,
    /// Bases, keywords and starred ones.
    pub args: Box<[Argument]>,
    /// From `class` to the end of its header, where errors point.
    pub span: Span,
}

impl Node for MakeClass {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        let vm = f.vm;
        let name = &vm.names.__build_class__;
        let builder = match f.core.builtins.get_name(name) {
            None => f.at(self.span, builtin_item(vm, &f.core.globals, name))?,
            found => found,
        };
        let Some(builder) = builder else {
            let raised = vm.raise(&vm.exceptions.NameError, "__build_class__ not found");
            return Err(f.trace(self.span, raised));
        };
        let body = self.body.eval(f)?;
        let mut args = vm.stack.args();
        args.push(vm, body)?;
        args.push(vm, self.name.value())?;
        let mut keywords = Keywords::default();
        for arg in &self.args {
            push_argument(f, &builder, arg, &mut args, &mut keywords, self.span)?;
        }
        let names = f.at(self.span, keywords.into_names(vm, &builder, &mut args))?;
        f.core.span.set(self.span);
        let result = vm.call_with(&builder, args.as_slice(), &names);
        f.at(self.span, result)
    }
    fn span(&self) -> Span {
        self.span
    }
}

/// Runs a class body's function in `namespace`; the result is its `__class__` cell, or `None`.
///
/// # Errors
/// Whatever the body raises.
pub fn run_class_body(vm: &crate::vm::Vm, body: &Ref<Function>, namespace: Value) -> PyResult {
    let code = body.code.get();
    let env = Env {
        globals: body.globals.clone(),
        builtins: body.builtins.clone(),
        closure: body.env.share_closure(),
        namespace,
    };
    call::run_code(vm, code, &env)
}

/// The annotation `*Ts` of `*args: *Ts`: the single item that unpacking `Ts` gives.
pub struct StarAnnotation {
    /// The iterable.
    pub inner: Expr,
    /// The whole annotation.
    pub span: Span,
}

impl Node for StarAnnotation {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        let value = self.inner.eval(f)?;
        let mut items = f.at(self.span, super::assign::unpack(f.vm, &value, 1, None))?;
        Ok(items.pop().unwrap_or(Value::None))
    }
    fn span(&self) -> Span {
        self.span
    }
}
