//! List, set and dict comprehensions. Reference: 6.2.4, Displays for lists, sets and dictionaries.
//!
//! Those with `await` or asynchronous clauses are in `exec::resumable`.

use crate::exec::define::MakeFunction;
use crate::exec::frame::Frame;
use crate::exec::generator;
use crate::exec::stmt::LoopTarget;
use crate::exec::tree::{Expr, Node};
use crate::object::heap::Ref;
use crate::object::ops;
use crate::object::value::{PyResult, Value};
use crate::types::cell::CellObject;
use crate::types::dict::Dict;
use dunder_grammar::Span;

/// `for target in iter if condition`
pub struct Clause {
    /// What is assigned to.
    pub target: LoopTarget,
    /// What is iterated over.
    pub iter: Expr,
    /// The conditions.
    pub conditions: Box<[Expr]>,
}

/// What is collected.
pub enum Element {
    /// `[value for ...]`
    List(Expr),
    /// `{value for ...}`
    Set(Expr),
    /// `{key: value for ...}`
    Dict(Expr, Expr),
}

/// A comprehension that runs in the current frame.
pub struct Comprehension {
    /// The `for` clauses.
    pub clauses: Box<[Clause]>,
    /// What is collected.
    pub element: Element,
    /// Slots of its variables, and whether each is a cell.
    pub own: Box<[(u32, bool)]>,
    /// Whether the first clause's expression is an iterator already.
    pub iterating: bool,
    /// The whole expression.
    pub span: Span,
}

/// What has been collected.
enum Collected {
    Values(Vec<Value>),
    Dict(Ref<Dict>),
}

impl Node for Comprehension {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        let first = &self.clauses[0];
        let iterator = first.iter.eval(f)?;
        let iterator = if self.iterating {
            iterator
        } else {
            f.core.span.set(first.iter.span());
            let made = ops::iter(f.vm, &iterator);
            f.at(first.iter.span(), made)?
        };
        // A comprehension in a loop starts with variables of its own; nested ones see outer values.
        let mut saved = Vec::new();
        for &(slot, cell) in &self.own {
            let fresh = if cell {
                CellObject::alloc(f.vm, Value::Unbound).into()
            } else {
                Value::Unbound
            };
            saved.push(f.replace(slot, fresh));
        }
        let mut collected = match self.element {
            Element::Dict(..) => Collected::Dict(f.vm.dict()),
            _ => Collected::Values(Vec::new()),
        };
        let result = self.run(f, 0, iterator, &mut collected);
        for (&(slot, _), old) in self.own.iter().zip(saved) {
            f.set(slot, old);
        }
        result?;
        match collected {
            Collected::Dict(dict) => Ok(dict.into()),
            Collected::Values(values) if matches!(self.element, Element::List(_)) => {
                Ok(f.vm.list(values))
            }
            Collected::Values(values) => {
                let set = crate::types::set::from_values(f.vm, values);
                f.at(self.span, set)
            }
        }
    }
    fn span(&self) -> Span {
        self.span
    }
}

impl Comprehension {
    fn run(
        &self,
        f: &mut Frame<'_>,
        depth: usize,
        iterator: Value,
        out: &mut Collected,
    ) -> PyResult<()> {
        let clause = &self.clauses[depth];
        let span = clause.iter.span();
        if let Some(generator) = generator::plain(f.vm, &iterator) {
            drop(iterator);
            let vm = f.vm;
            f.core.span.set(span);
            let mut result = Ok(());
            let ended = generator::drive(vm, &generator, |value| {
                result = match clause.target.assign(f, value) {
                    Ok(()) => self.round(f, depth, out),
                    Err(raised) => Err(raised),
                };
                f.core.span.set(span);
                result.is_ok()
            });
            return f.at(span, ended).and(result);
        }
        while clause.target.advance(f, &iterator, span)? {
            self.round(f, depth, out)?;
        }
        Ok(())
    }

    /// What is done with one item of the clause at `depth`.
    #[inline(always)]
    fn round(&self, f: &mut Frame<'_>, depth: usize, out: &mut Collected) -> PyResult<()> {
        if let Err(raised) = f.vm.tick() {
            return Err(f.trace(self.span, raised));
        }
        for condition in &self.clauses[depth].conditions {
            if !condition.cond(f)? {
                return Ok(());
            }
        }
        match self.clauses.get(depth + 1) {
            Some(next) => {
                let inner = crate::exec::stmt::start_loop(f, &next.iter)?;
                self.run(f, depth + 1, inner, out)
            }
            None => self.collect(f, out),
        }
    }

    #[inline(always)]
    fn collect(&self, f: &mut Frame<'_>, out: &mut Collected) -> PyResult<()> {
        match (&self.element, out) {
            (Element::List(value), Collected::Values(values)) => values.push(value.eval(f)?),
            (Element::Set(value), Collected::Values(values)) => {
                let value = value.eval(f)?;
                // Unhashable values are noticed at once, as adding them would.
                let hash = ops::hash(f.vm, &value).map(drop);
                f.at(self.span, hash)?;
                values.push(value);
            }
            (Element::Dict(key, value), Collected::Dict(dict)) => {
                let key = key.eval(f)?;
                let value = value.eval(f)?;
                let inserted = dict.insert(f.vm, key, value).map(drop);
                f.at(self.span, inserted)?;
            }
            _ => {}
        }
        Ok(())
    }
}

/// A comprehension that is a function: called with the iterator of its first clause.
pub struct CallComprehension {
    /// Makes the function.
    pub make: MakeFunction,
    /// The first clause's iterable.
    pub iter: Expr,
    /// Whether that clause is an `async for`.
    pub is_async: bool,
    /// The whole expression.
    pub span: Span,
}

impl Node for CallComprehension {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        let iterator = if self.is_async {
            crate::exec::async_stmt::start_traced(f, &self.iter, self.iter.span())?
        } else {
            crate::exec::stmt::start_loop(f, &self.iter)?
        };
        let function = self.make.eval(f)?;
        f.core.span.set(self.span);
        let result = f.vm.call(&function, &[iterator]);
        f.at(self.span, result)
    }
    fn span(&self) -> Span {
        self.span
    }
}
