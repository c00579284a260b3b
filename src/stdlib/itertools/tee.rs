//! `tee`: iterators over what one iterator gives, which is kept in a chain of blocks until the slowest
//! of them has passed.

use super::{class, deprecated, empty, reduce, reduced, setstate, state_parts};
use crate::native_payload;
use crate::object::heap::{ValueCell, VecCell};
use crate::object::lookup;
use crate::object::ops;
use crate::object::table::{self, TypeTable, method};
use crate::object::value::{PyResult, Value};
use crate::stdlib::extension::{self, alloc, this};
use crate::types::args::wrong_argument;
use crate::types::iterators::SELF_ITER;
use crate::types::list::List;
use crate::types::{args, class_arg, sequence};
use crate::vm::Vm;
use std::cell::Cell;

/// How many values a block holds.
const BLOCK: usize = 57;

/// Some values in a row, and where those that follow them are.
struct Block {
    iterator: ValueCell,
    values: VecCell,
    /// The block after this one, once there is one.
    next: ValueCell,
    /// The iterator is being asked for a value.
    running: Cell<bool>,
}
native_payload!(Block, iterator, values, next);

fn block(vm: &Vm, iterator: Value) -> Value {
    let payload = Block {
        iterator: ValueCell::new(iterator),
        values: VecCell::default(),
        next: empty(),
        running: Cell::new(false),
    };
    alloc(&extension::class(vm, &TEE_DATA), payload)
}

impl Block {
    fn get(&self, vm: &Vm, at: usize) -> PyResult<Option<Value>> {
        if let Some(value) = self.values.get(at) {
            return Ok(Some(value));
        }
        if self.running.replace(true) {
            return Err(vm.runtime_error("cannot re-enter the tee iterator"));
        }
        let value = ops::next(vm, &self.iterator.get());
        self.running.set(false);
        let value = value?;
        if let Some(value) = &value {
            self.values.push(value.clone());
        }
        Ok(value)
    }

    fn following(&self, vm: &Vm) -> Value {
        if let Some(next) = self.next.get().bound() {
            return next;
        }
        let next = block(vm, self.iterator.get());
        self.next.set(next.clone());
        next
    }
}

pub(super) static TEE_DATA: TypeTable = TypeTable {
    told: Some(""),
    subclassable: false,
    ..class(
        "_tee_dataobject",
        "",
        &[
            table::new("__new__(type, iterable, values, next, /)", data_new),
            reduce(data_reduce),
        ],
    )
};

fn data_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = class_arg(vm, &args[0], "_tee_dataobject")?;
    let invalid = || Err(vm.value_error("Invalid arguments"));
    let Some(values) = args[2].get::<List>() else {
        let what = "teedataobject() argument 2";
        return Err(wrong_argument(vm, &args[2], what, "list"));
    };
    let values = values.items.to_vec();
    let next = match &args[3] {
        Value::None => Value::Unbound,
        next if next.native::<Block>().is_some() && values.len() == BLOCK => next.clone(),
        _ => return invalid(),
    };
    if values.len() > BLOCK {
        return invalid();
    }
    let payload = Block {
        iterator: ValueCell::new(args[1].clone()),
        values: VecCell::new(values),
        next: ValueCell::new(next),
        running: Cell::new(false),
    };
    Ok(alloc(&class, payload))
}

/// One of the iterators.
struct Tee {
    block: ValueCell,
    at: Cell<usize>,
}
native_payload!(Tee, block);

pub(super) static TEE: TypeTable = TypeTable {
    own: &[],
    subclassable: false,
    weakrefable: true,
    ..class(
        "_tee",
        "One of the iterators that tee makes.",
        &[
            table::new("__new__(type, iterable, /)", tee_new),
            SELF_ITER,
            table::next(tee_next),
            method(
                "__copy__(self, /)",
                tee_copy,
                "An iterator at the same place.",
            ),
            reduce(tee_reduce),
            setstate(tee_setstate),
        ],
    )
};

fn tee_new(vm: &Vm, args: &[Value]) -> PyResult {
    class_arg(vm, &args[0], "_tee")?;
    of_iterable(vm, &args[1])
}

fn of_iterable(vm: &Vm, iterable: &Value) -> PyResult {
    let iterator = ops::iter(vm, iterable)?;
    if iterator.native::<Tee>().is_some() {
        return tee_copy(vm, &[iterator]);
    }
    let payload = Tee {
        block: ValueCell::new(block(vm, iterator)),
        at: Cell::new(0),
    };
    Ok(alloc(&extension::class(vm, &TEE), payload))
}

fn tee_copy(vm: &Vm, args: &[Value]) -> PyResult {
    let this = this::<Tee>(vm, args)?;
    let payload = Tee {
        block: ValueCell::new(this.block.get()),
        at: Cell::new(this.at.get()),
    };
    Ok(alloc(&extension::class(vm, &TEE), payload))
}

fn tee_next(vm: &Vm, value: &Value) -> PyResult<Option<Value>> {
    let this = this::<Tee>(vm, std::slice::from_ref(value))?;
    let mut held = this.block.get();
    if this.at.get() >= BLOCK {
        let next = held.native::<Block>().map(|block| block.following(vm));
        held = next.unwrap_or(Value::Unbound);
        this.block.set(held.clone());
        this.at.set(0);
    }
    let Some(block) = held.native::<Block>() else {
        return Ok(None);
    };
    let value = block.get(vm, this.at.get())?;
    if value.is_some() {
        this.at.set(this.at.get() + 1);
    }
    Ok(value)
}

/// `itertools.tee`.
///
/// # Errors
/// What iterating or `__copy__` raises; ValueError for a negative number.
pub(super) fn tee(vm: &Vm, args: &[Value]) -> PyResult {
    let n = args::size(vm, &args[1])?;
    let Ok(n) = usize::try_from(n) else {
        return Err(vm.value_error("n must be >= 0"));
    };
    if n == 0 {
        return Ok(vm.tuple(Vec::new()));
    }
    let mut all = sequence::vec_of_capacity(vm, n)?;
    let iterator = ops::iter(vm, &args[0])?;
    // An iterator that can copy itself needs no blocks.
    let copy_name = &vm.names.__copy__;
    let (first, copy) = match lookup::get_optional(vm, &iterator, copy_name)? {
        Some(copy) => (iterator, copy),
        None => {
            let first = of_iterable(vm, &iterator)?;
            let copy = lookup::get(vm, &first, copy_name)?;
            (first, copy)
        }
    };
    all.push(first);
    while all.len() < n {
        all.push(vm.call(&copy, &[])?);
    }
    Ok(vm.tuple(all))
}

// ---------------------------------------------------------------------------------------------
// Pickling

fn data_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let this = this::<Block>(vm, args)?;
    deprecated(vm)?;
    let arguments = vec![
        this.iterator.get(),
        vm.list(this.values.to_vec()),
        this.next.get().bound().unwrap_or(Value::None),
    ];
    reduced(vm, &args[0], arguments, None)
}

fn tee_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let this = this::<Tee>(vm, args)?;
    deprecated(vm)?;
    let state = vm.tuple(vec![this.block.get(), Value::Int(this.at.get() as i64)]);
    reduced(vm, &args[0], vec![vm.tuple(Vec::new())], Some(state))
}

fn tee_setstate(vm: &Vm, args: &[Value]) -> PyResult {
    let this = this::<Tee>(vm, args)?;
    deprecated(vm)?;
    let [block, at] = state_parts(vm, &args[1], (2, 2))? else {
        return Ok(Value::None);
    };
    if block.native::<Block>().is_none() {
        return Err(vm.type_error(format!(
            "argument 1 must be itertools._tee_dataobject, not {}",
            vm.type_name(block)
        )));
    }
    let at = args::c_int(vm, at)?;
    let Some(at) = usize::try_from(at).ok().filter(|&at| at <= BLOCK) else {
        return Err(vm.value_error("Index out of range"));
    };
    this.block.set(block.clone());
    this.at.set(at);
    Ok(Value::None)
}
