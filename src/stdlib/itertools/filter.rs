//! What gives some of an iterable's values, or a function of them: `accumulate`, `compress`,
//! `dropwhile`, `takewhile`, `filterfalse`, `islice` and `starmap`.

use super::{advance, class, empty, source};
use crate::native_payload;
use crate::object::heap::ValueCell;
use crate::object::ops;
use crate::object::table::{self, TypeTable};
use crate::object::value::{PyResult, Value};
use crate::stdlib::extension::{alloc, this};
use crate::types::iterators::SELF_ITER;
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
    let Some(item) = advance(vm, &this.iterator)? else {
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
        let Some(item) = advance(vm, &this.data)? else {
            return Ok(None);
        };
        let Some(selector) = advance(vm, &this.selectors)? else {
            return Ok(None);
        };
        if ops::truth(vm, &selector)? {
            return Ok(Some(item));
        }
    }
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
    ],
);

fn dropwhile_next(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    let this = this::<Filter>(vm, std::slice::from_ref(value))?;
    while let Some(item) = advance(vm, &this.iterator)? {
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
    ],
);

fn takewhile_next(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    let this = this::<Filter>(vm, std::slice::from_ref(value))?;
    if this.switched.get() {
        return Ok(None);
    }
    let Some(item) = advance(vm, &this.iterator)? else {
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
    ],
);

fn filterfalse_next(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    let this = this::<Filter>(vm, std::slice::from_ref(value))?;
    let function = this.function.get();
    let plain = function.is_none() || function.is(&vm.types.bool.value());
    while let Some(item) = advance(vm, &this.iterator)? {
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
    ],
);

fn starmap_next(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    let this = this::<Filter>(vm, std::slice::from_ref(value))?;
    let Some(item) = advance(vm, &this.iterator)? else {
        return Ok(None);
    };
    let arguments = ops::collect(vm, &item)?;
    vm.call(&this.function.get(), &arguments).map(Some)
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
        table::new("__new__(type, *args, **kwargs)", islice_new),
        SELF_ITER,
        table::next(islice_next),
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
    let given = sequence::positional(vm, "islice", &args[1], &args[2], (2, 4))?;
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
    Ok(alloc(&class, payload))
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
