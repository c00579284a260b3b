//! What gives some of an iterable's values, or a function of them: `accumulate`, `compress`,
//! `dropwhile`, `takewhile`, `filterfalse`, `islice` and `starmap`.

use super::group::CHAIN;
use super::{
    advance, advance_kept, class, deprecated, empty, held, reduce, reduced, setstate, source,
};
use crate::native_payload;
use crate::object::class::Class;
use crate::object::heap::{Ref, ValueCell};
use crate::object::ops;
use crate::object::table::{self, TypeTable};
use crate::object::value::{PyResult, Value};
use crate::stdlib::extension::{self, alloc, this};
use crate::types::iterators::SELF_ITER;
use crate::types::tuple::Tuple;
use crate::types::{class_arg, sequence};
use crate::vm::Vm;
use std::cell::Cell;

// ---------------------------------------------------------------------------------------------
// accumulate

struct Accumulate {
    iterator: ValueCell,
    function: ValueCell,
    total: ValueCell,
    initial: ValueCell,
}
native_payload!(Accumulate, iterator, function, total, initial);

pub(super) static ACCUMULATE: TypeTable = class(
    "accumulate",
    "Give running sums, or what another function of two arguments makes of them.",
    &[
        table::new(
            "__new__(type, iterable, func=None, *, initial=None)",
            accumulate_new,
        ),
        SELF_ITER,
        table::next(accumulate_next),
        reduce(accumulate_reduce),
        setstate(accumulate_setstate),
    ],
);

fn accumulate_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = class_arg(vm, &args[0], "accumulate")?;
    let given = |value: &Value| ValueCell::new(value.given().cloned().unwrap_or(Value::Unbound));
    let payload = Accumulate {
        iterator: source(vm, &args[1])?,
        function: given(&args[2]),
        total: empty(),
        initial: given(&args[3]),
    };
    Ok(alloc(&class, payload))
}

fn accumulate_next(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    let this = this::<Accumulate>(vm, std::slice::from_ref(value))?;
    if let Some(initial) = this.initial.take().bound() {
        this.total.set(initial.clone());
        return Ok(Some(initial));
    }
    let Some(item) = advance_kept(vm, &this.iterator)? else {
        return Ok(None);
    };
    let total = match this.total.get().bound() {
        None => item,
        Some(total) => match this.function.get().bound() {
            None => ops::binary(vm, &ops::ADD, &total, &item)?,
            Some(function) => vm.call(&function, &[total, item])?,
        },
    };
    this.total.set(total.clone());
    Ok(Some(total))
}

/// The iterator of an accumulate with a value in front of it.
fn with_first(vm: &Vm, this: &Accumulate, first: Value) -> PyResult {
    let rest = held(vm, &this.iterator)?;
    let chain = extension::class(vm, &CHAIN).value();
    vm.call(&chain, &[vm.tuple(vec![first]), rest])
}

fn accumulate_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let this = this::<Accumulate>(vm, args)?;
    deprecated(vm)?;
    let function = this.function.get().bound().unwrap_or(Value::None);
    if let Some(initial) = this.initial.get().bound() {
        let iterator = with_first(vm, this, initial)?;
        return reduced(vm, &args[0], vec![iterator, function], Some(Value::None));
    }
    match this.total.get() {
        // As a state, None would be no total: the None is given once more and left out.
        Value::None => {
            let iterator = with_first(vm, this, Value::None)?;
            let class = vm.class_of(&args[0]).value();
            let inner = vm.call(&class, &[iterator, function])?;
            let islice = extension::class(vm, &ISLICE).value();
            let arguments = vm.tuple(vec![inner, Value::Int(1), Value::None]);
            Ok(vm.tuple(vec![islice, arguments]))
        }
        total => {
            let state = total.bound().unwrap_or(Value::None);
            let iterator = held(vm, &this.iterator)?;
            reduced(vm, &args[0], vec![iterator, function], Some(state))
        }
    }
}

fn accumulate_setstate(vm: &Vm, args: &[Value]) -> PyResult {
    let this = this::<Accumulate>(vm, args)?;
    deprecated(vm)?;
    this.total.set(args[1].clone());
    Ok(Value::None)
}

// ---------------------------------------------------------------------------------------------
// compress

struct Compress {
    data: ValueCell,
    selectors: ValueCell,
}
native_payload!(Compress, data, selectors);

pub(super) static COMPRESS: TypeTable = class(
    "compress",
    "Give the values of data whose selectors are true.",
    &[
        table::new("__new__(type, data, selectors)", compress_new),
        SELF_ITER,
        table::next(compress_next),
        reduce(compress_reduce),
    ],
);

fn compress_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = class_arg(vm, &args[0], "compress")?;
    let payload = Compress {
        data: source(vm, &args[1])?,
        selectors: source(vm, &args[2])?,
    };
    Ok(alloc(&class, payload))
}

fn compress_next(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    let this = this::<Compress>(vm, std::slice::from_ref(value))?;
    loop {
        let Some(item) = advance_kept(vm, &this.data)? else {
            return Ok(None);
        };
        let Some(selector) = advance_kept(vm, &this.selectors)? else {
            return Ok(None);
        };
        if ops::truth(vm, &selector)? {
            return Ok(Some(item));
        }
    }
}

fn compress_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let this = this::<Compress>(vm, args)?;
    deprecated(vm)?;
    let arguments = vec![held(vm, &this.data)?, held(vm, &this.selectors)?];
    reduced(vm, &args[0], arguments, None)
}

// ---------------------------------------------------------------------------------------------
// dropwhile, takewhile, filterfalse, starmap: a function and an iterable

struct Filter {
    function: ValueCell,
    iterator: ValueCell,
    /// The condition has changed, for good.
    switched: Cell<bool>,
}
native_payload!(Filter, function, iterator);

fn filter_new(vm: &Vm, args: &[Value], name: &str) -> PyResult {
    let class = class_arg(vm, &args[0], name)?;
    let payload = Filter {
        function: ValueCell::new(args[1].clone()),
        iterator: source(vm, &args[2])?,
        switched: Cell::new(false),
    };
    Ok(alloc(&class, payload))
}

/// `__reduce__` of those without a state.
fn filter_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let this = this::<Filter>(vm, args)?;
    deprecated(vm)?;
    let arguments = vec![this.function.get(), held(vm, &this.iterator)?];
    reduced(vm, &args[0], arguments, None)
}

fn while_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let this = this::<Filter>(vm, args)?;
    deprecated(vm)?;
    let arguments = vec![this.function.get(), held(vm, &this.iterator)?];
    let state = Value::Int(this.switched.get().into());
    reduced(vm, &args[0], arguments, Some(state))
}

fn while_setstate(vm: &Vm, args: &[Value]) -> PyResult {
    let this = this::<Filter>(vm, args)?;
    deprecated(vm)?;
    this.switched.set(ops::truth(vm, &args[1])?);
    Ok(Value::None)
}

impl Filter {
    fn holds(&self, vm: &Vm, item: &Value) -> PyResult<bool> {
        let answer = vm.call(&self.function.get(), std::slice::from_ref(item))?;
        ops::truth(vm, &answer)
    }
}

pub(super) static DROPWHILE: TypeTable = class(
    "dropwhile",
    "Leave values out while the predicate is true, then give all that follow.",
    &[
        table::new("__new__(type, predicate, iterable, /)", |vm, args| {
            filter_new(vm, args, "dropwhile")
        }),
        SELF_ITER,
        table::next(dropwhile_next),
        reduce(while_reduce),
        setstate(while_setstate),
    ],
);

fn dropwhile_next(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    let this = this::<Filter>(vm, std::slice::from_ref(value))?;
    while let Some(item) = advance_kept(vm, &this.iterator)? {
        if this.switched.get() {
            return Ok(Some(item));
        }
        if !this.holds(vm, &item)? {
            this.switched.set(true);
            return Ok(Some(item));
        }
    }
    Ok(None)
}

pub(super) static TAKEWHILE: TypeTable = class(
    "takewhile",
    "Give values while the predicate is true.",
    &[
        table::new("__new__(type, predicate, iterable, /)", |vm, args| {
            filter_new(vm, args, "takewhile")
        }),
        SELF_ITER,
        table::next(takewhile_next),
        reduce(while_reduce),
        setstate(while_setstate),
    ],
);

fn takewhile_next(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    let this = this::<Filter>(vm, std::slice::from_ref(value))?;
    if this.switched.get() {
        return Ok(None);
    }
    let Some(item) = advance_kept(vm, &this.iterator)? else {
        return Ok(None);
    };
    if this.holds(vm, &item)? {
        return Ok(Some(item));
    }
    this.switched.set(true);
    Ok(None)
}

pub(super) static FILTERFALSE: TypeTable = class(
    "filterfalse",
    "Give the values for which the function (or, for None, the value itself) is false.",
    &[
        table::new("__new__(type, function, iterable, /)", |vm, args| {
            filter_new(vm, args, "filterfalse")
        }),
        SELF_ITER,
        table::next(filterfalse_next),
        reduce(filter_reduce),
    ],
);

fn filterfalse_next(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    let this = this::<Filter>(vm, std::slice::from_ref(value))?;
    let function = this.function.get();
    let plain = function.is_none() || function.is(&vm.types.bool.value());
    while let Some(item) = advance_kept(vm, &this.iterator)? {
        let holds = match plain {
            true => ops::truth(vm, &item)?,
            false => this.holds(vm, &item)?,
        };
        if !holds {
            return Ok(Some(item));
        }
    }
    Ok(None)
}

pub(super) static STARMAP: TypeTable = class(
    "starmap",
    "Call the function with each value's items as arguments.",
    &[
        table::new("__new__(type, function, iterable, /)", |vm, args| {
            filter_new(vm, args, "starmap")
        }),
        SELF_ITER,
        table::next(starmap_next),
        reduce(filter_reduce),
    ],
);

fn starmap_next(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    let this = this::<Filter>(vm, std::slice::from_ref(value))?;
    let Some(item) = advance_kept(vm, &this.iterator)? else {
        return Ok(None);
    };
    let function = this.function.get();
    if let Some(tuple) = item.get::<Tuple>()
        && *vm.class_of(&item) == vm.types.tuple
    {
        return vm.call(&function, &tuple.items).map(Some);
    }
    let arguments = ops::collect(vm, &item)?;
    vm.call(&function, &arguments).map(Some)
}

// ---------------------------------------------------------------------------------------------
// islice

struct Slice {
    iterator: ValueCell,
    /// How many values the iterator has given.
    given: Cell<i64>,
    /// The number of the next one wanted.
    wanted: Cell<i64>,
    stop: Option<i64>,
    step: i64,
}
native_payload!(Slice, iterator);

pub(super) static ISLICE: TypeTable = class(
    "islice",
    "islice(iterable, stop), islice(iterable, start, stop[, step]): the values that a slice would give.",
    &[
        table::new("__new__(type, *args, **kwargs)", islice_new).quickly(quick_islice),
        SELF_ITER,
        table::next(islice_next),
        reduce(islice_reduce),
        setstate(islice_setstate),
    ],
);

/// A bound of an `islice`: `None` for None, -1 for what is no index.
fn slice_bound(vm: &Vm, value: &Value) -> Option<i64> {
    if value.is_none() {
        return None;
    }
    match ops::index(vm, value) {
        Ok(Value::Int(i)) => Some(i),
        Ok(_) => Some(-1),
        Err(_) => {
            drop(vm.take_pending());
            Some(-1)
        }
    }
}

fn islice_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = class_arg(vm, &args[0], "islice")?;
    let own = extension::class(vm, &ISLICE);
    let keywords = sequence::keywords_of_new(vm, &args[2], &class, &own);
    let given = sequence::positional(vm, "islice", &args[1], keywords, (2, 4))?;
    islice_of(vm, &class, given)
}

fn quick_islice(vm: &Vm, args: &[Value]) -> PyResult {
    let class = class_arg(vm, &args[0], "islice")?;
    let given = sequence::check_count(vm, "islice", &args[1..], (2, 4))?;
    islice_of(vm, &class, given)
}

fn islice_of(vm: &Vm, class: &Ref<Class>, given: &[Value]) -> PyResult {
    let none = Value::None;
    let (start, stop, step) = match given {
        [_, stop] => (&none, stop, &none),
        [_, start, stop, rest @ ..] => (start, stop, rest.first().unwrap_or(&none)),
        _ => (&none, &none, &none),
    };
    let (start, stop) = (slice_bound(vm, start), slice_bound(vm, stop));
    if stop == Some(-1) {
        return Err(vm.value_error(
            "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.",
        ));
    }
    if start.is_some_and(|i| i < 0) || stop.is_some_and(|i| i < 0) {
        return Err(vm.value_error(
            "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.",
        ));
    }
    let step = slice_bound(vm, step).unwrap_or(1);
    if step < 1 {
        return Err(vm.value_error("Step for islice() must be a positive integer or None."));
    }
    let payload = Slice {
        iterator: source(vm, &given[0])?,
        given: Cell::new(0),
        wanted: Cell::new(start.unwrap_or(0)),
        stop,
        step,
    };
    Ok(alloc(class, payload))
}

fn islice_next(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    let this = this::<Slice>(vm, std::slice::from_ref(value))?;
    while this.given.get() < this.wanted.get() {
        if advance(vm, &this.iterator)?.is_none() {
            return Ok(None);
        }
        this.given.set(this.given.get() + 1);
    }
    if this.stop.is_some_and(|stop| this.given.get() >= stop) {
        drop(this.iterator.take());
        return Ok(None);
    }
    let Some(item) = advance(vm, &this.iterator)? else {
        return Ok(None);
    };
    this.given.set(this.given.get() + 1);
    let stop = this.stop.unwrap_or(i64::MAX);
    let wanted = this.wanted.get().saturating_add(this.step).min(stop);
    this.wanted.set(wanted);
    Ok(Some(item))
}

fn islice_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let this = this::<Slice>(vm, args)?;
    deprecated(vm)?;
    let Some(iterator) = this.iterator.get().bound() else {
        let nothing = ops::iter(vm, &vm.list(Vec::new()))?;
        return reduced(
            vm,
            &args[0],
            vec![nothing, Value::Int(0)],
            Some(Value::Int(0)),
        );
    };
    let arguments = vec![
        iterator,
        Value::Int(this.wanted.get()),
        this.stop.map_or(Value::None, Value::Int),
        Value::Int(this.step),
    ];
    reduced(vm, &args[0], arguments, Some(Value::Int(this.given.get())))
}

fn islice_setstate(vm: &Vm, args: &[Value]) -> PyResult {
    let this = this::<Slice>(vm, args)?;
    deprecated(vm)?;
    this.given.set(crate::types::args::word(vm, &args[1])?);
    Ok(Value::None)
}
