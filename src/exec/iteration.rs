//! What `for` statements and comprehensions run over. The most frequent iterables are walked without an
//! iterator object; nobody can tell, since nobody else would have a reference to it.
//!
//! The loops that can be left by `yield` are in `exec::resumable`.

use crate::exec::frame::Frame;
use crate::exec::generator::{self, Generator};
use crate::exec::stmt::LoopTarget;
use crate::exec::tree::{Expr, Flow};
use crate::object::heap::{Kind, Ref};
use crate::object::ops;
use crate::object::value::{PyResult, Value};
use crate::types::dict_iterators::DictIterator;
use crate::types::enumerate::Enumerate;
use crate::types::iterators_text::StrIterator;
use crate::types::list::List;
use crate::types::range::Range;
use crate::types::set_methods::SetIterator;
use crate::types::tuple::Tuple;
use crate::types::zip::{self, Zip};
use dunder_grammar::Span;

/// Machine integers in steps: what a range gives.
#[derive(Clone, Copy)]
pub struct Counted {
    /// The next one.
    pub next: i64,
    /// The distance to the one after it.
    pub step: i64,
    /// How many there are still.
    pub left: i64,
}

/// The value of an expression that is iterated over.
pub enum Iterable {
    /// What would have been a range.
    Counted(Counted),
    /// Any other one.
    Value(Value),
}

/// What a loop runs over.
pub enum Loop {
    /// Integers.
    Counted(Counted),
    /// A plain list, from an index on.
    List(Ref<List>, usize),
    /// A plain tuple, from an index on.
    Tuple(Ref<Tuple>, usize),
    /// A generator.
    Generator(Ref<Generator>),
    /// Any iterator.
    Iterator(Value),
}

impl Loop {
    /// The loop over an expression's value, with the error traced.
    ///
    /// # Errors
    /// What the expression raises; as `iter()`.
    #[inline]
    pub fn start(f: &mut Frame<'_>, iter: &Expr) -> PyResult<Loop> {
        match iter.iterable(f)? {
            Iterable::Counted(counted) => Ok(Loop::Counted(counted)),
            Iterable::Value(value) => Loop::over(f, value, iter.span()),
        }
    }

    fn over(f: &mut Frame<'_>, value: Value, span: Span) -> PyResult<Loop> {
        let vm = f.vm;
        if let Value::Obj(obj) = &value {
            let class = obj.class();
            match obj.kind() {
                Kind::List if *class == vm.types.list => {
                    if let Ok(list) = value.downcast::<List>() {
                        return Ok(Loop::List(list, 0));
                    }
                    return Err(crate::types::internal_error(vm, "no list"));
                }
                Kind::Tuple if *class == vm.types.tuple => {
                    if let Ok(tuple) = value.downcast::<Tuple>() {
                        return Ok(Loop::Tuple(tuple, 0));
                    }
                    return Err(crate::types::internal_error(vm, "no tuple"));
                }
                Kind::Range => {
                    if let Some(counted) = obj.get::<Range>().and_then(Range::counted) {
                        return Ok(Loop::Counted(counted));
                    }
                }
                _ => {}
            }
        }
        f.core.span.set(span);
        let iterator = ops::iter(vm, &value);
        drop(value);
        f.at(span, iterator).map(|iterator| Loop::of(f, iterator))
    }

    /// The loop that an iterator's values are taken from.
    pub fn of(f: &Frame<'_>, iterator: Value) -> Loop {
        match generator::plain(f.vm, &iterator) {
            Some(generator) => Loop::Generator(generator),
            None => Loop::Iterator(iterator),
        }
    }

    /// How many rounds there will be, unless something changes meanwhile; 0 when that is not known.
    pub fn rounds(&self) -> usize {
        match self {
            Loop::Counted(counted) => usize::try_from(counted.left).unwrap_or(0),
            Loop::List(list, _) => list.items.len(),
            Loop::Tuple(tuple, _) => tuple.items.len(),
            Loop::Generator(_) | Loop::Iterator(_) => 0,
        }
    }

    /// Whether it is walked in place, by `step`.
    #[inline(always)]
    pub fn is_walked(&self) -> bool {
        matches!(self, Loop::Counted(_) | Loop::List(..) | Loop::Tuple(..))
    }

    /// The next value of a loop that is walked in place.
    #[inline(always)]
    pub fn step(&mut self) -> Option<Value> {
        match self {
            Loop::Counted(counted) => {
                if counted.left <= 0 {
                    return None;
                }
                let value = Value::Int(counted.next);
                counted.advance();
                Some(value)
            }
            Loop::List(list, at) => {
                let item = list.items.get(*at)?;
                *at += 1;
                Some(item)
            }
            Loop::Tuple(tuple, at) => {
                let item = tuple.items.get(*at)?.clone();
                *at += 1;
                Some(item)
            }
            _ => None,
        }
    }

    /// Binds each value and does a round, until one ends otherwise than by `Next`; `Next` at the end.
    /// Errors of the iteration are traced at `span`.
    #[inline(always)]
    pub fn run(
        self,
        f: &mut Frame<'_>,
        target: &LoopTarget,
        span: Span,
        mut round: impl FnMut(&mut Frame<'_>) -> Flow,
    ) -> Flow {
        match (self, target) {
            (Loop::Counted(mut counted), LoopTarget::Slot(slot)) => {
                while counted.left > 0 {
                    f.set(*slot, Value::Int(counted.next));
                    counted.advance();
                    let flow = round(f);
                    if flow != Flow::Next {
                        return flow;
                    }
                }
                Flow::Next
            }
            (Loop::List(list, mut at), LoopTarget::Slot(slot)) => {
                while let Some(item) = list.items.get(at) {
                    at += 1;
                    f.set(*slot, item);
                    let flow = round(f);
                    if flow != Flow::Next {
                        return flow;
                    }
                }
                Flow::Next
            }
            (Loop::Tuple(tuple, _), LoopTarget::Slot(slot)) => {
                for item in &tuple.items {
                    f.set(*slot, item.clone());
                    let flow = round(f);
                    if flow != Flow::Next {
                        return flow;
                    }
                }
                Flow::Next
            }
            (other, target) => other.run_other(f, target, span, &mut round),
        }
    }

    /// `run` for anything.
    #[inline(never)]
    pub fn run_other(
        self,
        f: &mut Frame<'_>,
        target: &LoopTarget,
        span: Span,
        round: &mut dyn FnMut(&mut Frame<'_>) -> Flow,
    ) -> Flow {
        let mut bind = |f: &mut Frame<'_>, value: Value| match target.assign(f, value) {
            Ok(()) => round(f),
            Err(_) => Flow::Raise,
        };
        let mut flow = Flow::Next;
        match self {
            mut walked @ (Loop::Counted(_) | Loop::List(..) | Loop::Tuple(..)) => {
                while flow == Flow::Next
                    && let Some(item) = walked.step()
                {
                    flow = bind(f, item);
                }
            }
            Loop::Generator(generator) => {
                let vm = f.vm;
                f.core.span.set(span);
                let ended = generator::drive(vm, &generator, |value| {
                    flow = bind(f, value);
                    f.core.span.set(span);
                    flow == Flow::Next
                });
                if f.at(span, ended).is_err() {
                    return Flow::Raise;
                }
            }
            Loop::Iterator(iterator) => {
                let known = match target {
                    LoopTarget::Slot(slot) => run_single(f, &iterator, *slot, span, round),
                    LoopTarget::Pair(pair) => pair
                        .pair_slots
                        .and_then(|slots| run_pairs(f, &iterator, slots, span, round)),
                    _ => None,
                };
                if let Some(flow) = known {
                    return flow;
                }
                while flow == Flow::Next {
                    match target.advance(f, &iterator, span) {
                        Ok(true) => flow = round(f),
                        Ok(false) => return Flow::Next,
                        Err(_) => return Flow::Raise,
                    }
                }
            }
        }
        flow
    }
}

/// The loop over an iterator that has two values for two locals without a tuple. `None`, and nothing done,
/// for another one.
#[inline(never)]
fn run_pairs(
    f: &mut Frame<'_>,
    iterator: &Value,
    slots: (u32, u32),
    span: Span,
    round: &mut dyn FnMut(&mut Frame<'_>) -> Flow,
) -> Option<Flow> {
    let vm = f.vm;
    let obj = iterator.obj()?;
    let bind = |f: &mut Frame<'_>, (a, b)| {
        f.set(slots.0, a);
        f.set(slots.1, b);
    };
    match obj.kind() {
        Kind::Enumerate if *obj.class() == vm.types.enumerate => {
            let pairs = obj.get::<Enumerate>()?;
            if let Some(list) = pairs.list() {
                let bind = |f: &mut Frame<'_>, item| {
                    f.set(slots.0, pairs.take_count(vm));
                    f.set(slots.1, item);
                };
                return Some(run_each(f, span, || Ok(list.next()), bind, round));
            }
            let next = || pairs.next_pair(vm);
            Some(run_each(f, span, next, bind, round))
        }
        Kind::Zip if *obj.class() == vm.types.zip => {
            let (a, b) = obj.get::<Zip>()?.two()?;
            let next = || zip::next_pair(vm, a, b);
            Some(run_each(f, span, next, bind, round))
        }
        Kind::DictIterator => {
            let items = obj.get::<DictIterator>()?;
            let next = || items.next_item(vm);
            items
                .gives_items()
                .then(|| run_each(f, span, next, bind, round))
        }
        _ => None,
    }
}

/// The loop over the characters of a text, or what a dict or a set has. `None`, and nothing done, for another
/// iterator.
#[inline(never)]
fn run_single(
    f: &mut Frame<'_>,
    iterator: &Value,
    slot: u32,
    span: Span,
    round: &mut dyn FnMut(&mut Frame<'_>) -> Flow,
) -> Option<Flow> {
    let vm = f.vm;
    let obj = iterator.obj()?;
    let bind = |f: &mut Frame<'_>, value| f.set(slot, value);
    // None of these can be inherited from.
    match obj.kind() {
        Kind::StrIterator => {
            let characters = obj.get::<StrIterator>()?;
            let next = || Ok(characters.next(vm));
            Some(run_each(f, span, next, bind, round))
        }
        Kind::DictIterator => {
            let entries = obj.get::<DictIterator>()?;
            let next = || entries.next(vm);
            Some(run_each(f, span, next, bind, round))
        }
        Kind::SetIterator => {
            let elements = obj.get::<SetIterator>()?;
            let next = || elements.next(vm);
            Some(run_each(f, span, next, bind, round))
        }
        _ => None,
    }
}

#[inline(always)]
fn run_each<T>(
    f: &mut Frame<'_>,
    span: Span,
    mut next: impl FnMut() -> PyResult<Option<T>>,
    bind: impl Fn(&mut Frame<'_>, T),
    round: &mut dyn FnMut(&mut Frame<'_>) -> Flow,
) -> Flow {
    loop {
        f.core.span.set(span);
        let item = match next() {
            Ok(Some(item)) => item,
            Ok(None) => return Flow::Next,
            Err(raised) => {
                let _ = f.trace(span, raised);
                return Flow::Raise;
            }
        };
        bind(f, item);
        let flow = round(f);
        if flow != Flow::Next {
            return flow;
        }
    }
}

impl Counted {
    #[inline(always)]
    fn advance(&mut self) {
        self.left -= 1;
        // The number after the last one may not fit; nobody will see it.
        self.next = self.next.wrapping_add(self.step);
    }
}
