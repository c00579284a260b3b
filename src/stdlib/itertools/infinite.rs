//! `count`, `cycle` and `repeat`.

use super::{advance, class, deprecated, empty, reduce, reduced, setstate, source, state_parts};
use crate::native_payload;
use crate::object::heap::{ValueCell, VecCell};
use crate::object::ops;
use crate::object::table::{self, TypeTable, method};
use crate::object::value::{PyResult, Value};
use crate::stdlib::extension::{alloc, this};
use crate::types::int;
use crate::types::iterators::{LENGTH_HINT_DOC, SELF_ITER};
use crate::types::list::List;
use crate::types::{args, class_arg, slots};
use crate::vm::Vm;
use std::cell::Cell;

// ---------------------------------------------------------------------------------------------
// count

struct Count {
    current: ValueCell,
    step: ValueCell,
}
native_payload!(Count, current, step);

pub(super) static COUNT: TypeTable = class(
    "count",
    "Count from start on, in steps of step, without an end.",
    &[
        table::new("__new__(type, start=0, step=1)", count_new),
        SELF_ITER,
        table::next(count_next),
        reduce(count_reduce),
        slots::repr(count_repr),
    ],
);

fn check_number(vm: &Vm, value: &Value) -> PyResult<()> {
    match args::is_number(vm, value) {
        true => Ok(()),
        false => Err(vm.type_error("a number is required")),
    }
}

fn is_one(step: &Value) -> bool {
    matches!(step, Value::Int(1) | Value::True)
}

/// The value of an int, also of a subclass, that is a machine word.
fn word(vm: &Vm, value: &Value) -> Option<i64> {
    int::int_ref(value)?;
    match ops::index(vm, value) {
        Ok(Value::Int(word)) => Some(word),
        _ => None,
    }
}

fn count_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = class_arg(vm, &args[0], "count")?;
    check_number(vm, &args[1])?;
    check_number(vm, &args[2])?;
    // From a word on in steps of one it counts by itself, whatever subclass says how to add.
    let (start, step) = match (word(vm, &args[1]), word(vm, &args[2])) {
        (Some(start), Some(1)) => (Value::Int(start), Value::Int(1)),
        _ => (args[1].clone(), args[2].clone()),
    };
    let payload = Count {
        current: ValueCell::new(start),
        step: ValueCell::new(step),
    };
    Ok(alloc(&class, payload))
}

fn count_next(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    let count = this::<Count>(vm, std::slice::from_ref(value))?;
    if let (Some(current), Some(step)) = (count.current.as_int(), count.step.as_int())
        && let Some(next) = current.checked_add(step)
    {
        count.current.set(Value::Int(next));
        return Ok(Some(Value::Int(current)));
    }
    let current = count.current.get();
    let next = ops::binary(vm, &ops::ADD, &current, &count.step.get())?;
    count.current.set(next);
    Ok(Some(current))
}

fn count_repr(vm: &Vm, args: &[Value]) -> PyResult {
    let count = this::<Count>(vm, args)?;
    let name = vm.class_of(&args[0]).name.borrow().to_string();
    let start = ops::repr(vm, &count.current.get())?;
    let step = count.step.get();
    if is_one(&step) {
        return Ok(vm.str(&format!("{name}({start})")));
    }
    let step = ops::repr(vm, &step)?;
    Ok(vm.str(&format!("{name}({start}, {step})")))
}

// ---------------------------------------------------------------------------------------------
// cycle

struct Cycle {
    iterator: ValueCell,
    saved: VecCell,
    at: Cell<usize>,
    /// What the iterator gives is among the saved already.
    knows_all: Cell<bool>,
}
native_payload!(Cycle, iterator, saved);

pub(super) static CYCLE: TypeTable = class(
    "cycle",
    "Go through an iterable, then through what it gave again and again.",
    &[
        table::new("__new__(type, iterable, /)", cycle_new),
        SELF_ITER,
        table::next(cycle_next),
        reduce(cycle_reduce),
        setstate(cycle_setstate),
    ],
);

fn cycle_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = class_arg(vm, &args[0], "cycle")?;
    let payload = Cycle {
        iterator: source(vm, &args[1])?,
        saved: VecCell::default(),
        at: Cell::new(0),
        knows_all: Cell::new(false),
    };
    Ok(alloc(&class, payload))
}

fn cycle_next(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    let cycle = this::<Cycle>(vm, std::slice::from_ref(value))?;
    if !cycle.iterator.is_unbound()
        && let Some(item) = advance(vm, &cycle.iterator)?
    {
        if !cycle.knows_all.get() && !cycle.saved.push(item.clone()) {
            return Err(vm.memory_error(""));
        }
        return Ok(Some(item));
    }
    let at = cycle.at.get();
    let item = cycle.saved.get(at);
    cycle.at.set(if at + 1 < cycle.saved.len() {
        at + 1
    } else {
        0
    });
    Ok(item)
}

// ---------------------------------------------------------------------------------------------
// repeat

struct Repeat {
    object: ValueCell,
    /// How often still; negative for without an end.
    left: Cell<i64>,
}
native_payload!(Repeat, object);

pub(super) static REPEAT: TypeTable = class(
    "repeat",
    "Give the same object, a number of times or without an end.",
    &[
        table::new("__new__(type, object, times=<unrepresentable>)", repeat_new),
        SELF_ITER,
        table::next(repeat_next),
        method("__length_hint__(self, /)", repeat_hint, LENGTH_HINT_DOC),
        reduce(repeat_reduce),
        slots::repr(repeat_repr),
    ],
);

fn repeat_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = class_arg(vm, &args[0], "repeat")?;
    let left = match &args[2] {
        Value::Unbound => -1,
        times => args::size(vm, times)?.max(0),
    };
    let object = empty();
    object.set(args[1].clone());
    let payload = Repeat {
        object,
        left: Cell::new(left),
    };
    Ok(alloc(&class, payload))
}

fn repeat_next(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    let repeat = this::<Repeat>(vm, std::slice::from_ref(value))?;
    let left = repeat.left.get();
    if left == 0 {
        return Ok(None);
    }
    if left > 0 {
        repeat.left.set(left - 1);
    }
    Ok(repeat.object.get().bound())
}

fn repeat_repr(vm: &Vm, args: &[Value]) -> PyResult {
    let repeat = this::<Repeat>(vm, args)?;
    let name = vm.class_of(&args[0]).name.borrow().to_string();
    let object = ops::repr(vm, &repeat.object.get())?;
    Ok(vm.str(&match repeat.left.get() {
        left if left < 0 => format!("{name}({object})"),
        left => format!("{name}({object}, {left})"),
    }))
}

fn repeat_hint(vm: &Vm, args: &[Value]) -> PyResult {
    match this::<Repeat>(vm, args)?.left.get() {
        left if left < 0 => Err(vm.type_error("len() of unsized object")),
        left => Ok(Value::Int(left)),
    }
}

// ---------------------------------------------------------------------------------------------
// Pickling

fn count_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let count = this::<Count>(vm, args)?;
    deprecated(vm)?;
    let arguments = match (count.current.get(), count.step.get()) {
        (current @ Value::Int(_), Value::Int(1)) => vec![current],
        (current, step) => vec![current, step],
    };
    reduced(vm, &args[0], arguments, None)
}

fn cycle_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let cycle = this::<Cycle>(vm, args)?;
    deprecated(vm)?;
    let saved = vm.list(cycle.saved.to_vec());
    let (iterator, knows_all) = match cycle.iterator.get().bound() {
        Some(iterator) => (iterator, cycle.knows_all.get()),
        None => {
            let iterator = ops::iter(vm, &saved)?;
            let at = Value::Int(cycle.at.get() as i64);
            vm.call_method(&iterator, &vm.intern("__setstate__"), &[at])?;
            (iterator, true)
        }
    };
    let state = vm.tuple(vec![saved, Value::bool(knows_all)]);
    reduced(vm, &args[0], vec![iterator], Some(state))
}

fn cycle_setstate(vm: &Vm, args: &[Value]) -> PyResult {
    let cycle = this::<Cycle>(vm, args)?;
    deprecated(vm)?;
    let [saved, knows_all] = state_parts(vm, &args[1], (2, 2))? else {
        return Ok(Value::None);
    };
    let Some(saved) = saved.get::<List>() else {
        return Err(vm.type_error(format!(
            "argument 1 must be list, not {}",
            vm.type_name(saved)
        )));
    };
    cycle.knows_all.set(args::c_int(vm, knows_all)? != 0);
    cycle.at.set(0);
    drop(cycle.saved.replace(saved.items.to_vec()));
    Ok(Value::None)
}

fn repeat_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let repeat = this::<Repeat>(vm, args)?;
    deprecated(vm)?;
    let mut arguments = vec![repeat.object.get()];
    if repeat.left.get() >= 0 {
        arguments.push(Value::Int(repeat.left.get()));
    }
    reduced(vm, &args[0], arguments, None)
}
