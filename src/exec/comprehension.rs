//! List, set and dict comprehensions. Reference: 6.2.4, Displays for lists, sets and dictionaries.
//!
//! Those with `await` or asynchronous clauses are in `exec::resumable`.

use crate::exec::assign::flow;
use crate::exec::define::MakeFunction;
use crate::exec::frame::Frame;
use crate::exec::iteration::Loop;
use crate::exec::stmt::LoopTarget;
use crate::exec::tree::{Expr, Flow, Node};
use crate::object::heap::Ref;
use crate::object::value::{PyResult, Raised, Value};
use crate::types::cell::CellObject;
use crate::types::dict::Dict;
use crate::types::set::Set;
use dunder_grammar::Span;
use smallvec::SmallVec;

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

/// Where elements go.
trait Collector {
    /// Evaluates the element and adds it.
    fn collect(&mut self, node: &Comprehension, f: &mut Frame<'_>) -> PyResult<()>;
}

impl Collector for Vec<Value> {
    #[inline(always)]
    fn collect(&mut self, node: &Comprehension, f: &mut Frame<'_>) -> PyResult<()> {
        if let Element::List(value) = &node.element {
            self.push(value.eval(f)?);
        }
        Ok(())
    }
}

impl Collector for Set {
    #[inline(always)]
    fn collect(&mut self, node: &Comprehension, f: &mut Frame<'_>) -> PyResult<()> {
        if let Element::Set(value) = &node.element {
            let value = value.eval(f)?;
            f.core.span.set(node.span);
            let added = self.add(f.vm, value);
            f.at(node.span, added)?;
        }
        Ok(())
    }
}

impl Collector for Ref<Dict> {
    #[inline(always)]
    fn collect(&mut self, node: &Comprehension, f: &mut Frame<'_>) -> PyResult<()> {
        if let Element::Dict(key, value) = &node.element {
            let key = key.eval(f)?;
            let value = value.eval(f)?;
            f.core.span.set(node.span);
            let old = self.insert(f.vm, key, value);
            drop(f.at(node.span, old)?);
        }
        Ok(())
    }
}

/// No room for more elements than this is made before they are there.
const MOST_ROOM: usize = 1 << 12;

impl Node for Comprehension {
    fn eval(&self, f: &mut Frame<'_>) -> PyResult {
        let first = &self.clauses[0];
        let over = match self.iterating {
            true => {
                let iterator = first.iter.eval(f)?;
                Loop::of(f, iterator)
            }
            false => Loop::start(f, &first.iter)?,
        };
        // A comprehension in a loop starts with variables of its own; nested ones see outer values.
        let mut saved: SmallVec<[Value; 4]> = SmallVec::new();
        for &(slot, cell) in &self.own {
            let fresh = if cell {
                CellObject::alloc(f.vm, Value::Unbound).into()
            } else {
                Value::Unbound
            };
            saved.push(f.replace(slot, fresh));
        }
        let result = self.collected(f, over);
        for (&(slot, _), old) in self.own.iter().zip(saved) {
            f.set(slot, old);
        }
        result
    }
    fn span(&self) -> Span {
        self.span
    }
}

impl Comprehension {
    fn collected(&self, f: &mut Frame<'_>, over: Loop) -> PyResult {
        let vm = f.vm;
        match &self.element {
            Element::List(_) => {
                let room = match (&*self.clauses, over.rounds()) {
                    ([only], rounds) if only.conditions.is_empty() => rounds.min(MOST_ROOM),
                    (_, rounds) => rounds.min(4),
                };
                let mut values = Vec::with_capacity(room);
                self.run(f, 0, over, &mut values)?;
                Ok(vm.list(values))
            }
            Element::Set(_) => {
                let mut set = Set::new();
                self.run(f, 0, over, &mut set)?;
                Ok(set.alloc(vm).into())
            }
            Element::Dict(..) => {
                let mut dict = vm.dict();
                self.run(f, 0, over, &mut dict)?;
                Ok(dict.into())
            }
        }
    }

    fn run<C: Collector>(
        &self,
        f: &mut Frame<'_>,
        depth: usize,
        over: Loop,
        out: &mut C,
    ) -> PyResult<()> {
        let clause = &self.clauses[depth];
        let inner = self.clauses.get(depth + 1);
        let flow = over.run(f, &clause.target, clause.iter.span(), |f| {
            if let Err(raised) = f.vm.tick() {
                let _ = f.trace(self.span, raised);
                return Flow::Raise;
            }
            for condition in &clause.conditions {
                match condition.cond(f) {
                    Ok(true) => {}
                    Ok(false) => return Flow::Next,
                    Err(_) => return Flow::Raise,
                }
            }
            flow(match inner {
                None => out.collect(self, f),
                Some(inner) => self.run_inner(f, depth + 1, inner, out),
            })
        });
        match flow {
            Flow::Raise => Err(Raised),
            _ => Ok(()),
        }
    }

    #[inline(never)]
    fn run_inner<C: Collector>(
        &self,
        f: &mut Frame<'_>,
        depth: usize,
        clause: &Clause,
        out: &mut C,
    ) -> PyResult<()> {
        let over = Loop::start(f, &clause.iter)?;
        self.run(f, depth, over, out)
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
