//! List, set and dict comprehensions. Reference: 6.2.4, Displays for lists, sets and dictionaries.
//!
//! Those with `await` or asynchronous clauses are in `exec::resumable`.

use crate::exec::decision::Decision;
use crate::exec::define::MakeFunction;
use crate::exec::frame::Frame;
use crate::exec::iteration::Loop;
use crate::exec::operand::Argument;
use crate::exec::stmt::LoopTarget;
use crate::exec::tree::{Expr, Flow, Node};
use crate::object::heap::Ref;
use crate::object::value::{PyResult, Raised, Value};
use crate::types::cell::CellObject;
use crate::types::dict::Dict;
use crate::types::sequence;
use crate::types::set::Set;
use dunder_grammar::Span;

/// `for target in iter if condition`
pub struct Clause {
    /// What is assigned to.
    pub target: LoopTarget,
    /// What is iterated over.
    pub iter: Expr,
    /// The conditions.
    pub conditions: Box<[Decision]>,
}

/// What is collected.
pub enum Element {
    /// `[value for ...]`
    List(Argument),
    /// `{value for ...}`
    Set(Argument),
    /// `{key: value for ...}`
    Dict(Argument, Argument),
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

/// Where elements go, with the expressions of the element.
trait Collector {
    /// Evaluates the element and adds it.
    fn collect(&mut self, span: Span, f: &mut Frame<'_>) -> PyResult<()>;
}

impl<A: ListElement> Collector for (&A, Vec<Value>) {
    #[inline(always)]
    fn collect(&mut self, _span: Span, f: &mut Frame<'_>) -> PyResult<()> {
        let value = self.0.value(f)?;
        sequence::push(f.vm, &mut self.1, value)
    }
}

impl Collector for (&Argument, Set) {
    #[inline(always)]
    fn collect(&mut self, span: Span, f: &mut Frame<'_>) -> PyResult<()> {
        let value = self.0.eval(f)?;
        f.core.span.set(span);
        let added = self.1.add(f.vm, value);
        f.at(span, added)?;
        Ok(())
    }
}

impl Collector for (&Argument, &Argument, Ref<Dict>) {
    #[inline(always)]
    fn collect(&mut self, span: Span, f: &mut Frame<'_>) -> PyResult<()> {
        let key = self.0.eval(f)?;
        let value = self.1.eval(f)?;
        f.core.span.set(span);
        let old = match self.2.set_plain(f.vm, &key, value) {
            Ok(old) => Ok(old),
            Err(value) => self
                .2
                .insert(f.vm, key, value)
                .map(|old| old.unwrap_or(Value::Unbound)),
        };
        drop(f.at(span, old)?);
        Ok(())
    }
}

/// The expression of a list's element, by its kind.
trait ListElement {
    /// Evaluates it.
    fn value(&self, f: &mut Frame<'_>) -> PyResult;
}

impl ListElement for Argument {
    #[inline(always)]
    fn value(&self, f: &mut Frame<'_>) -> PyResult {
        self.eval(f)
    }
}

impl ListElement for Expr {
    #[inline(always)]
    fn value(&self, f: &mut Frame<'_>) -> PyResult {
        self.eval(f)
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
        // Nothing else uses its variables' slots, and nothing stands there while it does not run.
        for &(slot, cell) in &self.own {
            if cell {
                f.set(slot, CellObject::alloc(f.vm, Value::Unbound).into());
            }
        }
        let result = self.collected(f, over);
        for &(slot, _) in &self.own {
            f.set(slot, Value::Unbound);
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
            Element::List(Argument::Other(value)) => self.list(f, over, value),
            Element::List(value) => self.list(f, over, value),
            Element::Set(value) => {
                let mut out = (value, Set::new());
                self.run(f, 0, over, &mut out)?;
                Ok(out.1.alloc(vm).into())
            }
            Element::Dict(key, value) => {
                let mut out = (key, value, vm.dict());
                self.run(f, 0, over, &mut out)?;
                Ok(out.2.into())
            }
        }
    }

    #[inline(always)]
    fn list<A: ListElement>(&self, f: &mut Frame<'_>, over: Loop, value: &A) -> PyResult {
        let room = match (&*self.clauses, over.rounds()) {
            ([only], rounds) if only.conditions.is_empty() => rounds.min(MOST_ROOM),
            (_, rounds) => rounds.min(4),
        };
        // The list comes to be before its items: the collector's order shows that.
        let list = f.vm.empty_list();
        let mut out = (value, Vec::with_capacity(room));
        self.run(f, 0, over, &mut out)?;
        drop(list.items.replace(out.1));
        Ok(list.into())
    }

    fn run<C: Collector>(
        &self,
        f: &mut Frame<'_>,
        depth: usize,
        mut over: Loop,
        out: &mut C,
    ) -> PyResult<()> {
        let clause = &self.clauses[depth];
        let inner = self.clauses.get(depth + 1);
        let mut flow = Flow::Next;
        match clause.target {
            LoopTarget::Slot(slot) if over.is_walked() => {
                while flow == Flow::Next
                    && let Some(item) = over.step()
                {
                    f.set(slot, item);
                    flow = self.round(f, depth, clause, inner, out);
                }
            }
            _ => {
                flow = over.run_other(f, &clause.target, clause.iter.span(), &mut |f| {
                    self.round(f, depth, clause, inner, out)
                });
            }
        }
        match flow {
            Flow::Raise => Err(Raised),
            _ => Ok(()),
        }
    }

    /// What is done with the values of a clause's variables.
    #[inline(always)]
    fn round<C: Collector>(
        &self,
        f: &mut Frame<'_>,
        depth: usize,
        clause: &Clause,
        inner: Option<&Clause>,
        out: &mut C,
    ) -> Flow {
        for condition in &clause.conditions {
            match condition.cond(f) {
                Ok(true) => {}
                Ok(false) => return ended(f, self.span, Ok(())),
                Err(_) => return Flow::Raise,
            }
        }
        let done = match inner {
            None => out.collect(self.span, f),
            Some(inner) => self.run_inner(f, depth + 1, inner, out),
        };
        ended(f, self.span, done)
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

/// The end of a round of the comprehension at `span`.
#[inline(always)]
fn ended(f: &mut Frame<'_>, span: Span, done: PyResult<()>) -> Flow {
    if done.is_err() {
        return Flow::Raise;
    }
    match f.vm.tick() {
        Ok(()) => Flow::Next,
        Err(raised) => {
            let _ = f.trace(span, raised);
            Flow::Raise
        }
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
