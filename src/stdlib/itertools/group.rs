//! What puts values together or takes iterables one after the other: `batched`, `chain`, `groupby`,
//! `pairwise` and `zip_longest`.

use super::{
    advance, advance_kept, class, deprecated, empty, held, reduce, reduced, setstate, source,
    state_parts,
};
use crate::native_payload;
use crate::object::heap::{ValueCell, VecCell};
use crate::object::ops;
use crate::object::special::Special;
use crate::object::table::{self, TypeTable, class_method};
use crate::object::value::{PyResult, Value};
use crate::stdlib::extension::{self, alloc, this};
use crate::types::args::wrong_argument;
use crate::types::iterators::{self, SELF_ITER};
use crate::types::tuple::Tuple;
use crate::types::type_::keyword_args;
use crate::types::{args, class_arg, class_getitem};
use crate::vm::Vm;
use std::cell::Cell;

// ---------------------------------------------------------------------------------------------
// batched

struct Batched {
    iterator: ValueCell,
    size: usize,
    strict: bool,
}
native_payload!(Batched, iterator);

pub(super) static BATCHED: TypeTable = class(
    "batched",
    "Give tuples of n values each; the last one may be shorter, unless strict.",
    &[
        table::new("__new__(type, iterable, n, *, strict=False)", batched_new),
        SELF_ITER,
        table::next(batched_next),
    ],
);

fn batched_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = class_arg(vm, &args[0], "batched")?;
    let size = args::size(vm, &args[2])?;
    let strict = ops::truth(vm, &args[3])?;
    if size < 1 {
        return Err(vm.value_error("n must be at least one"));
    }
    let payload = Batched {
        iterator: source(vm, &args[1])?,
        size: size as usize,
        strict,
    };
    Ok(alloc(&class, payload))
}

fn batched_next(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    let this = this::<Batched>(vm, std::slice::from_ref(value))?;
    // A batch may be said to be larger than all there is.
    let mut batch = Vec::with_capacity(this.size.min(64));
    while batch.len() < this.size
        && let Some(item) = advance(vm, &this.iterator)?
    {
        batch.push(item);
    }
    if batch.is_empty() {
        return Ok(None);
    }
    if this.strict && batch.len() < this.size {
        return Err(vm.value_error("batched(): incomplete batch"));
    }
    Ok(Some(vm.tuple(batch)))
}

// ---------------------------------------------------------------------------------------------
// chain

struct Chain {
    iterables: ValueCell,
    active: ValueCell,
}
native_payload!(Chain, iterables, active);

pub(super) static CHAIN: TypeTable = class(
    "chain",
    "Go through the iterables one after the other.",
    &[
        table::new("__new__(type, *iterables)", chain_new),
        SELF_ITER,
        table::next(chain_next),
        class_method(
            "from_iterable(type, iterable, /)",
            chain_from_iterable,
            "A chain of the iterables that an iterable gives.",
        ),
        reduce(chain_reduce),
        setstate(chain_setstate),
        table::class_getitem(class_getitem),
    ],
);

fn chain_of(vm: &Vm, class: &Value, iterables: &Value) -> PyResult {
    let class = class_arg(vm, class, "chain")?;
    let payload = Chain {
        iterables: source(vm, iterables)?,
        active: empty(),
    };
    Ok(alloc(&class, payload))
}

fn chain_new(vm: &Vm, args: &[Value]) -> PyResult {
    chain_of(vm, &args[0], &args[1])
}

fn chain_from_iterable(vm: &Vm, args: &[Value]) -> PyResult {
    chain_of(vm, &args[0], &args[1])
}

fn chain_next(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    let this = this::<Chain>(vm, std::slice::from_ref(value))?;
    loop {
        if let Some(item) = advance(vm, &this.active)? {
            return Ok(Some(item));
        }
        let Some(iterable) = advance(vm, &this.iterables)? else {
            return Ok(None);
        };
        match ops::iter(vm, &iterable) {
            Ok(iterator) => this.active.set(iterator),
            Err(raised) => {
                drop(this.iterables.take());
                return Err(raised);
            }
        }
    }
}

// ---------------------------------------------------------------------------------------------
// pairwise

struct Pairwise {
    iterator: ValueCell,
    old: ValueCell,
}
native_payload!(Pairwise, iterator, old);

pub(super) static PAIRWISE: TypeTable = class(
    "pairwise",
    "Give overlapping pairs of values that follow each other.",
    &[
        table::new("__new__(type, iterable, /)", pairwise_new),
        SELF_ITER,
        table::next(pairwise_next),
    ],
);

fn pairwise_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = class_arg(vm, &args[0], "pairwise")?;
    let payload = Pairwise {
        iterator: source(vm, &args[1])?,
        old: empty(),
    };
    Ok(alloc(&class, payload))
}

fn pairwise_next(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    let this = this::<Pairwise>(vm, std::slice::from_ref(value))?;
    let old = match this.old.get().bound() {
        Some(old) => old,
        None => {
            let Some(first) = advance(vm, &this.iterator)? else {
                return Ok(None);
            };
            this.old.set(first.clone());
            first
        }
    };
    let Some(new) = advance(vm, &this.iterator)? else {
        drop(this.old.take());
        return Ok(None);
    };
    this.old.set(new.clone());
    Ok(Some(vm.pair(old, new)))
}

// ---------------------------------------------------------------------------------------------
// groupby

struct GroupBy {
    iterator: ValueCell,
    function: ValueCell,
    /// The key of the group that was given last.
    group_key: ValueCell,
    key: ValueCell,
    value: ValueCell,
    /// The number of the group that was given last: earlier ones are at their ends.
    group: Cell<u64>,
}
native_payload!(GroupBy, iterator, function, group_key, key, value);

pub(super) static GROUPBY: TypeTable = class(
    "groupby",
    "Give pairs of a key and an iterator over the values in a row that have it.",
    &[
        table::new("__new__(type, iterable, key=None)", groupby_new),
        SELF_ITER,
        table::next(groupby_next),
        reduce(groupby_reduce),
        setstate(groupby_setstate),
    ],
);

fn groupby_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = class_arg(vm, &args[0], "groupby")?;
    let payload = GroupBy {
        iterator: source(vm, &args[1])?,
        function: ValueCell::new(args[2].clone()),
        group_key: empty(),
        key: empty(),
        value: empty(),
        group: Cell::new(0),
    };
    Ok(alloc(&class, payload))
}

impl GroupBy {
    /// Takes the next value and its key; false when there is none.
    fn step(&self, vm: &Vm) -> PyResult<bool> {
        let Some(value) = advance_kept(vm, &self.iterator)? else {
            return Ok(false);
        };
        let key = match self.function.get() {
            Value::None => value.clone(),
            function => vm.call(&function, std::slice::from_ref(&value))?,
        };
        self.value.set(value);
        self.key.set(key);
        Ok(true)
    }
}

fn groupby_next(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    let this = this::<GroupBy>(vm, std::slice::from_ref(value))?;
    let number = this.group.get() + 1;
    this.group.set(number);
    loop {
        match (this.key.get().bound(), this.group_key.get().bound()) {
            (Some(_), None) => break,
            (Some(key), Some(group_key)) if !ops::eq(vm, &group_key, &key)? => break,
            _ => {}
        }
        if !this.step(vm)? {
            return Ok(None);
        }
    }
    let key = this.key.get();
    this.group_key.set(key.clone());
    let grouper = Grouper {
        parent: ValueCell::new(value.clone()),
        key: ValueCell::new(key.clone()),
        number,
    };
    let grouper = alloc(&extension::class(vm, &GROUPER), grouper);
    Ok(Some(vm.pair(key, grouper)))
}

struct Grouper {
    /// The `groupby`.
    parent: ValueCell,
    key: ValueCell,
    number: u64,
}
native_payload!(Grouper, parent, key);

pub(super) static GROUPER: TypeTable = TypeTable {
    told: Some(""),
    subclassable: false,
    ..class(
        "_grouper",
        "",
        &[
            table::new("__new__(type, parent, tgtkey, /)", grouper_new),
            SELF_ITER,
            table::next(grouper_next),
            reduce(grouper_reduce),
        ],
    )
};

fn grouper_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = class_arg(vm, &args[0], "_grouper")?;
    let Some(parent) = args[1].native::<GroupBy>() else {
        let what = "_grouper() argument 1";
        return Err(wrong_argument(vm, &args[1], what, "itertools.groupby"));
    };
    let number = parent.group.get() + 1;
    parent.group.set(number);
    let payload = Grouper {
        parent: ValueCell::new(args[1].clone()),
        key: ValueCell::new(args[2].clone()),
        number,
    };
    Ok(alloc(&class, payload))
}

fn grouper_next(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    let this = this::<Grouper>(vm, std::slice::from_ref(value))?;
    let parent = this.parent.get();
    let Some(parent) = parent.native::<GroupBy>() else {
        return Ok(None);
    };
    if parent.group.get() != this.number {
        return Ok(None);
    }
    if parent.value.is_unbound() && !parent.step(vm)? {
        return Ok(None);
    }
    if !ops::eq(vm, &this.key.get(), &parent.key.get())? {
        return Ok(None);
    }
    // What has been given is compared no more.
    drop(parent.key.take());
    Ok(parent.value.take().bound())
}

// ---------------------------------------------------------------------------------------------
// zip_longest

struct ZipLongest {
    /// `Unbound` where an iterator has come to its end.
    iterators: VecCell,
    fill: ValueCell,
    active: Cell<usize>,
}
native_payload!(ZipLongest, iterators, fill);

pub(super) static ZIP_LONGEST: TypeTable = TypeTable {
    told: Some("(*iterables, fillvalue=None)"),
    ..class(
        "zip_longest",
        "Give tuples of one value of each iterable until the longest ends, with fillvalue for those that have.",
        &[
            table::new("__new__(type, *args, **kwargs)", zip_longest_new),
            SELF_ITER,
            table::next(zip_longest_next),
            reduce(zip_longest_reduce),
            setstate(zip_longest_setstate),
        ],
    )
};

fn zip_longest_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = class_arg(vm, &args[0], "zip_longest")?;
    let iterables: &[Value] = args[1].get::<Tuple>().map_or(&[], |tuple| &tuple.items);
    let fill = match &keyword_args(vm, &args[2])[..] {
        [] => Value::None,
        [(name, value)] if name.to_string() == "fillvalue" => value.clone(),
        _ => return Err(vm.type_error("zip_longest() got an unexpected keyword argument")),
    };
    let iterators: PyResult<Vec<Value>> = iterables.iter().map(|i| ops::iter(vm, i)).collect();
    let payload = ZipLongest {
        iterators: VecCell::new(iterators?),
        fill: ValueCell::new(fill),
        active: Cell::new(iterables.len()),
    };
    Ok(alloc(&class, payload))
}

fn zip_longest_next(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    let this = this::<ZipLongest>(vm, std::slice::from_ref(value))?;
    if this.active.get() == 0 {
        return Ok(None);
    }
    let len = this.iterators.len();
    let mut items = Vec::with_capacity(len);
    for at in 0..len {
        let iterator = this.iterators.get(at).and_then(Value::bound);
        let item = match &iterator {
            None => None,
            Some(iterator) => match ops::next(vm, iterator) {
                Ok(item) => item,
                Err(raised) => {
                    this.active.set(0);
                    return Err(raised);
                }
            },
        };
        if item.is_none() && iterator.is_some() {
            // The iterator may have exhausted this very object.
            let active = this.active.get().saturating_sub(1);
            this.active.set(active);
            if active == 0 {
                return Ok(None);
            }
            drop(this.iterators.set(at, Value::Unbound));
        }
        items.push(item.unwrap_or_else(|| this.fill.get()));
    }
    Ok(Some(vm.tuple(items)))
}

// ---------------------------------------------------------------------------------------------
// Pickling

fn chain_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let this = this::<Chain>(vm, args)?;
    deprecated(vm)?;
    let state = this.iterables.get().bound().map(|iterables| {
        let mut parts = vec![iterables];
        parts.extend(this.active.get().bound());
        vm.tuple(parts)
    });
    reduced(vm, &args[0], Vec::new(), state)
}

fn chain_setstate(vm: &Vm, args: &[Value]) -> PyResult {
    let this = this::<Chain>(vm, args)?;
    deprecated(vm)?;
    let parts = state_parts(vm, &args[1], (1, 2))?;
    let is_iterator = |value: &Value| vm.class_of(value).has_special(vm, Special::Next);
    if !parts.iter().all(is_iterator) {
        return Err(vm.type_error("Arguments must be iterators."));
    }
    this.iterables.set(parts[0].clone());
    this.active
        .set(parts.get(1).cloned().unwrap_or(Value::Unbound));
    Ok(Value::None)
}

fn groupby_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let this = this::<GroupBy>(vm, args)?;
    deprecated(vm)?;
    let state = [&this.key, &this.value, &this.group_key].map(ValueCell::get);
    let known = !state.iter().any(Value::is_unbound);
    let state = known.then(|| vm.tuple(state.to_vec()));
    let arguments = vec![held(vm, &this.iterator)?, this.function.get()];
    reduced(vm, &args[0], arguments, state)
}

fn groupby_setstate(vm: &Vm, args: &[Value]) -> PyResult {
    let this = this::<GroupBy>(vm, args)?;
    deprecated(vm)?;
    if let [key, value, group_key] = state_parts(vm, &args[1], (3, 3))? {
        this.key.set(key.clone());
        this.value.set(value.clone());
        this.group_key.set(group_key.clone());
    }
    Ok(Value::None)
}

fn grouper_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let this = this::<Grouper>(vm, args)?;
    deprecated(vm)?;
    let parent = this.parent.get();
    let is_current = parent
        .native::<GroupBy>()
        .is_some_and(|groups| groups.group.get() == this.number);
    if !is_current {
        return iterators::reduced(vm, "iter", vm.tuple(Vec::new()), None);
    }
    reduced(vm, &args[0], vec![parent, this.key.get()], None)
}

fn zip_longest_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let this = this::<ZipLongest>(vm, args)?;
    deprecated(vm)?;
    let iterators = this.iterators.to_vec();
    let open = |iterator: Value| iterator.bound().unwrap_or_else(|| vm.tuple(Vec::new()));
    let arguments = iterators.into_iter().map(open).collect();
    reduced(vm, &args[0], arguments, Some(this.fill.get()))
}

fn zip_longest_setstate(vm: &Vm, args: &[Value]) -> PyResult {
    let this = this::<ZipLongest>(vm, args)?;
    deprecated(vm)?;
    this.fill.set(args[1].clone());
    Ok(Value::None)
}
