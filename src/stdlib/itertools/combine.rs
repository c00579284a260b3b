//! `product`, `permutations`, `combinations` and `combinations_with_replacement`.

use super::{
    class, deprecated, number_tuple, reduce, reduced, setstate, state_numbers, state_parts,
};
use crate::native_payload;
use crate::object::heap::{ValueCell, VecCell};
use crate::object::ops;
use crate::object::table::{self, TypeTable};
use crate::object::value::{PyResult, Value};
use crate::stdlib::extension::{alloc, this};
use crate::types::iterators::SELF_ITER;
use crate::types::object::SIZEOF;
use crate::types::tuple::Tuple;
use crate::types::{args, class_arg, sequence};
use crate::vm::Vm;
use smallvec::SmallVec;
use std::cell::{Cell, RefCell};

/// The item of a pool, which is a tuple.
fn item(pool: &Value, at: usize) -> Value {
    let pool = pool.get::<Tuple>();
    pool.and_then(|pool| pool.items.get(at).cloned())
        .unwrap_or(Value::Unbound)
}

/// A list of `len` numbers.
fn numbers(vm: &Vm, len: usize, number: impl Fn(usize) -> usize) -> PyResult<Vec<usize>> {
    let mut all = Vec::new();
    if len > isize::MAX as usize / 16 || all.try_reserve_exact(len).is_err() {
        return Err(vm.memory_error(""));
    }
    all.extend((0..len).map(number));
    Ok(all)
}

// ---------------------------------------------------------------------------------------------
// product

struct Product {
    /// A tuple for each position.
    pools: VecCell,
    at: RefCell<Vec<usize>>,
    /// What was given last.
    current: VecCell,
    started: Cell<bool>,
    done: Cell<bool>,
}
native_payload!(Product, pools, current);

pub(super) static PRODUCT: TypeTable = class(
    "product",
    "Give all tuples with one value of each iterable, the last position changing fastest.",
    &[
        table::new("__new__(type, *iterables, repeat=1)", product_new).counting_names(),
        SELF_ITER,
        table::next(product_next),
        reduce(product_reduce),
        setstate(product_setstate),
        SIZEOF,
    ],
);

fn product_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = class_arg(vm, &args[0], "product")?;
    let repeat = args::size(vm, &args[2])?;
    let Ok(repeat) = usize::try_from(repeat) else {
        return Err(vm.value_error("repeat argument cannot be negative"));
    };
    let iterables: &[Value] = args[1].get::<Tuple>().map_or(&[], |tuple| &tuple.items);
    let len = iterables.len().checked_mul(repeat);
    let at = numbers(vm, len.unwrap_or(usize::MAX), |_| 0)?;
    let mut once = Vec::new();
    if repeat > 0 {
        for iterable in iterables {
            once.push(vm.tuple(ops::collect(vm, iterable)?));
        }
    }
    let payload = Product {
        pools: VecCell::new(sequence::repeat(vm, &once, repeat)?),
        at: RefCell::new(at),
        current: VecCell::default(),
        started: Cell::new(false),
        done: Cell::new(false),
    };
    Ok(alloc(&class, payload))
}

fn product_next(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    let this = this::<Product>(vm, std::slice::from_ref(value))?;
    if this.done.get() {
        return Ok(None);
    }
    let mut old: SmallVec<[_; 4]> = SmallVec::new();
    if this.started.replace(true) {
        let mut indices = this.at.borrow_mut();
        let mut position = indices.len();
        loop {
            let Some(at) = position.checked_sub(1) else {
                this.done.set(true);
                return Ok(None);
            };
            position = at;
            let pool = this.pools.get(position).unwrap_or(Value::Unbound);
            let len = pool.get::<Tuple>().map_or(0, |pool| pool.items.len());
            let carried = indices[position] + 1 >= len;
            indices[position] = if carried { 0 } else { indices[position] + 1 };
            old.push(this.current.set(position, item(&pool, indices[position])));
            if !carried {
                break;
            }
        }
    } else {
        let firsts: Vec<Value> = this.pools.to_vec().iter().map(|p| item(p, 0)).collect();
        if firsts.iter().any(Value::is_unbound) {
            this.done.set(true);
            return Ok(None);
        }
        drop(this.current.replace(firsts));
    }
    let result = match this.current.len() {
        0..=3 => vm.tuple_of((0..3).map_while(|at| this.current.get(at))),
        _ => vm.tuple(this.current.to_vec()),
    };
    drop(old);
    Ok(Some(result))
}

// ---------------------------------------------------------------------------------------------
// combinations, with and without replacement; permutations

struct Choose {
    /// A tuple.
    pool: ValueCell,
    /// The positions in the pool of what was given last. For permutations, a permutation of all.
    at: RefCell<Vec<usize>>,
    /// For permutations: how many turns each position still has.
    turns: RefCell<Vec<usize>>,
    r: usize,
    started: Cell<bool>,
    done: Cell<bool>,
}
native_payload!(Choose, pool);

impl Choose {
    fn len(&self) -> usize {
        self.pool
            .get()
            .get::<Tuple>()
            .map_or(0, |pool| pool.items.len())
    }

    /// The next tuple: the first one as it was set up, then after each `step` that succeeds.
    fn next(&self, vm: &Vm, step: impl FnOnce(&Choose) -> bool) -> Option<Value> {
        if self.done.get() {
            return None;
        }
        if self.started.replace(true) && !step(self) {
            self.done.set(true);
            return None;
        }
        let (pool, at) = (self.pool.get(), self.at.borrow());
        let items: &[Value] = pool.get::<Tuple>().map_or(&[], |pool| &pool.items);
        let chosen = at[..self.r].iter().filter_map(|&at| items.get(at).cloned());
        Some(match self.r {
            0..=3 => vm.tuple_of(chosen),
            r => {
                let mut all = Vec::with_capacity(r);
                all.extend(chosen);
                vm.tuple(all)
            }
        })
    }
}

/// The argument `r`.
fn size_of_choice(vm: &Vm, r: i64) -> PyResult<usize> {
    usize::try_from(r).map_err(|_| vm.value_error("r must be non-negative"))
}

pub(super) static COMBINATIONS: TypeTable = class(
    "combinations",
    "Give all selections of r values, in the order of the iterable.",
    &[
        table::new("__new__(type, iterable, r)", combinations_new),
        SELF_ITER,
        table::next(combinations_next),
        reduce(choose_reduce),
        setstate(combinations_setstate),
        SIZEOF,
    ],
);

fn combinations_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = class_arg(vm, &args[0], "combinations")?;
    let r = args::size(vm, &args[2])?;
    let pool = ops::collect(vm, &args[1])?;
    let r = size_of_choice(vm, r)?;
    let done = r > pool.len();
    let payload = Choose {
        at: RefCell::new(numbers(vm, if done { 0 } else { r }, |i| i)?),
        pool: ValueCell::new(vm.tuple(pool)),
        turns: RefCell::default(),
        r,
        started: Cell::new(false),
        done: Cell::new(done),
    };
    Ok(alloc(&class, payload))
}

fn combinations_next(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    let this = this::<Choose>(vm, std::slice::from_ref(value))?;
    Ok(this.next(vm, |this| {
        let (n, r, mut at) = (this.len(), this.r, this.at.borrow_mut());
        let Some(i) = (0..r).rev().find(|&i| at[i] != i + n - r) else {
            return false;
        };
        at[i] += 1;
        for j in i + 1..r {
            at[j] = at[j - 1] + 1;
        }
        true
    }))
}

pub(super) static COMBINATIONS_WITH_REPLACEMENT: TypeTable = class(
    "combinations_with_replacement",
    "Give all selections of r values, each of which may come again, in the order of the iterable.",
    &[
        table::new("__new__(type, iterable, r)", replacement_new),
        SELF_ITER,
        table::next(replacement_next),
        reduce(choose_reduce),
        setstate(replacement_setstate),
        SIZEOF,
    ],
);

fn replacement_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = class_arg(vm, &args[0], "combinations_with_replacement")?;
    let r = args::size(vm, &args[2])?;
    let pool = ops::collect(vm, &args[1])?;
    let r = size_of_choice(vm, r)?;
    let payload = Choose {
        at: RefCell::new(numbers(vm, r, |_| 0)?),
        done: Cell::new(pool.is_empty() && r > 0),
        pool: ValueCell::new(vm.tuple(pool)),
        turns: RefCell::default(),
        r,
        started: Cell::new(false),
    };
    Ok(alloc(&class, payload))
}

fn replacement_next(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    let this = this::<Choose>(vm, std::slice::from_ref(value))?;
    Ok(this.next(vm, |this| {
        let (n, r, mut at) = (this.len(), this.r, this.at.borrow_mut());
        let Some(i) = (0..r).rev().find(|&i| at[i] + 1 != n) else {
            return false;
        };
        let next = at[i] + 1;
        at[i..].fill(next);
        true
    }))
}

pub(super) static PERMUTATIONS: TypeTable = class(
    "permutations",
    "Give all arrangements of r values, by their positions in the iterable.",
    &[
        table::new("__new__(type, iterable, r=None)", permutations_new),
        SELF_ITER,
        table::next(permutations_next),
        reduce(permutations_reduce),
        setstate(permutations_setstate),
        SIZEOF,
    ],
);

fn permutations_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = class_arg(vm, &args[0], "permutations")?;
    let pool = ops::collect(vm, &args[1])?;
    let n = pool.len();
    let r = match &args[2] {
        Value::None => n,
        r if crate::types::int::int_ref(r).is_some() => size_of_choice(vm, args::size(vm, r)?)?,
        _ => return Err(vm.type_error("Expected int as r")),
    };
    let done = r > n;
    let payload = Choose {
        pool: ValueCell::new(vm.tuple(pool)),
        at: RefCell::new(numbers(vm, n, |i| i)?),
        turns: RefCell::new(numbers(vm, if done { 0 } else { r }, |i| n - i)?),
        r,
        started: Cell::new(false),
        done: Cell::new(done),
    };
    Ok(alloc(&class, payload))
}

fn permutations_next(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    let this = this::<Choose>(vm, std::slice::from_ref(value))?;
    Ok(this.next(vm, |this| {
        let (mut at, mut turns) = (this.at.borrow_mut(), this.turns.borrow_mut());
        let n = at.len();
        for i in (0..this.r).rev() {
            turns[i] -= 1;
            if turns[i] > 0 {
                let j = n - turns[i];
                at.swap(i, j);
                return true;
            }
            at[i..].rotate_left(1);
            turns[i] = n - i;
        }
        false
    }))
}

// ---------------------------------------------------------------------------------------------
// Pickling

fn product_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let this = this::<Product>(vm, args)?;
    deprecated(vm)?;
    if !this.started.get() {
        return reduced(vm, &args[0], this.pools.to_vec(), None);
    }
    if this.done.get() {
        return reduced(vm, &args[0], vec![vm.tuple(Vec::new())], None);
    }
    let state = number_tuple(vm, &this.at.borrow());
    reduced(vm, &args[0], this.pools.to_vec(), Some(state))
}

fn product_setstate(vm: &Vm, args: &[Value]) -> PyResult {
    let this = this::<Product>(vm, args)?;
    deprecated(vm)?;
    let pools = this.pools.to_vec();
    let sizes: Vec<usize> = pools
        .iter()
        .map(|pool| pool.get::<Tuple>().map_or(0, |pool| pool.items.len()))
        .collect();
    let at = state_numbers(vm, &args[1], pools.len(), |i| {
        (0, sizes[i].saturating_sub(1))
    })?;
    this.started.set(true);
    if sizes.contains(&0) {
        this.done.set(true);
        return Ok(Value::None);
    }
    let current = pools.iter().zip(&at).map(|(pool, &at)| item(pool, at));
    drop(this.current.replace(current.collect()));
    *this.at.borrow_mut() = at;
    Ok(Value::None)
}

/// The arguments of those that choose from a pool, and whether there is a state.
fn choice(vm: &Vm, this: &Choose) -> (Vec<Value>, bool) {
    let pool = match this.started.get() && this.done.get() {
        true => vm.tuple(Vec::new()),
        false => this.pool.get(),
    };
    let arguments = vec![pool, Value::Int(this.r as i64)];
    (arguments, this.started.get() && !this.done.get())
}

fn choose_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let this = this::<Choose>(vm, args)?;
    deprecated(vm)?;
    let (arguments, running) = choice(vm, this);
    let state = running.then(|| number_tuple(vm, &this.at.borrow()));
    reduced(vm, &args[0], arguments, state)
}

fn permutations_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let this = this::<Choose>(vm, args)?;
    deprecated(vm)?;
    let (arguments, running) = choice(vm, this);
    let state = running.then(|| {
        let (at, turns) = (this.at.borrow(), this.turns.borrow());
        vm.tuple(vec![number_tuple(vm, &at), number_tuple(vm, &turns)])
    });
    reduced(vm, &args[0], arguments, state)
}

/// Takes the positions of a state, each of which is at most what `most` says.
fn set_positions(vm: &Vm, args: &[Value], most: impl Fn(usize, usize, usize) -> usize) -> PyResult {
    let this = this::<Choose>(vm, args)?;
    deprecated(vm)?;
    let (n, r) = (this.len(), this.r);
    let at = state_numbers(vm, &args[1], r, |i| (0, most(i, n, r)))?;
    if (n > 0 || r == 0) && r <= this.at.borrow().len() {
        *this.at.borrow_mut() = at;
        this.started.set(true);
    }
    Ok(Value::None)
}

fn combinations_setstate(vm: &Vm, args: &[Value]) -> PyResult {
    set_positions(vm, args, |i, n, r| (i + n).saturating_sub(r))
}

fn replacement_setstate(vm: &Vm, args: &[Value]) -> PyResult {
    set_positions(vm, args, |_, n, _| n.saturating_sub(1))
}

fn permutations_setstate(vm: &Vm, args: &[Value]) -> PyResult {
    let this = this::<Choose>(vm, args)?;
    deprecated(vm)?;
    let [at, turns] = state_parts(vm, &args[1], (2, 2))? else {
        return Ok(Value::None);
    };
    let n = this.len();
    let at = state_numbers(vm, at, n, |_| (0, n.saturating_sub(1)))?;
    let turns = state_numbers(vm, turns, this.r, |i| (1, n.saturating_sub(i)))?;
    if this.r <= n {
        *this.at.borrow_mut() = at;
        *this.turns.borrow_mut() = turns;
        this.started.set(true);
    }
    Ok(Value::None)
}
