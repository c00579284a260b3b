//! The iterators over ranges: of machine integers, and of big ones.

use super::iterators::{LENGTH_HINT_DOC, REDUCE_DOC, SELF_ITER, SETSTATE_DOC, builtin};
use super::range::{self, Range};
use crate::object::heap::{self, Kind, Obj, Trace};
use crate::object::ops;
use crate::object::table::{self, TypeTable, method};
use crate::object::value::{PyResult, Value};
use crate::types::int;
use crate::vm::Vm;
use dashu_int::IBig;
use std::cell::{Cell, RefCell};

/// The payload of iterators over machine integers.
pub struct RangeIterator {
    next: Cell<i64>,
    step: i64,
    /// How many numbers are still to come.
    left: Cell<i64>,
}

impl Trace for RangeIterator {
    fn trace(&self, _visit: &mut dyn FnMut(&Obj)) {}
}

impl RangeIterator {
    /// The next number.
    #[inline(always)]
    pub fn next(&self) -> Option<i64> {
        let left = self.left.get();
        if left <= 0 {
            return None;
        }
        let next = self.next.get();
        self.left.set(left - 1);
        // The number after the last one may not fit; nobody will see it.
        self.next.set(next.wrapping_add(self.step));
        Some(next)
    }
}

/// The payload of iterators over big integers.
pub struct LongRangeIterator {
    next: RefCell<IBig>,
    step: IBig,
    left: RefCell<IBig>,
}

impl Trace for LongRangeIterator {
    fn trace(&self, _visit: &mut dyn FnMut(&Obj)) {}
}

/// `iter(range)`
pub fn forwards(vm: &Vm, range: &Range) -> Value {
    match range {
        Range::Small {
            start, step, len, ..
        } => alloc(vm, *start, *step, *len),
        Range::Big(big) => alloc_big(vm, big.start.clone(), big.step.clone(), big.len.clone()),
    }
}

/// `reversed(range)`
pub fn backwards(vm: &Vm, range: &Range) -> Value {
    if let Range::Small {
        start, step, len, ..
    } = range
        && let Some(back) = step.checked_neg()
    {
        let last = start.wrapping_add((len - 1).wrapping_mul(*step));
        return alloc(vm, last, back, *len);
    }
    let big = range.to_big();
    let last = &big.start + (&big.len - IBig::ONE) * &big.step;
    alloc_big(vm, last, -big.step, big.len)
}

fn alloc(vm: &Vm, start: i64, step: i64, len: i64) -> Value {
    let payload = RangeIterator {
        next: Cell::new(start),
        step,
        left: Cell::new(len),
    };
    heap::alloc(&vm.types.range_iterator, payload).into()
}

fn alloc_big(vm: &Vm, start: IBig, step: IBig, len: IBig) -> Value {
    let payload = LongRangeIterator {
        next: RefCell::new(start),
        step,
        left: RefCell::new(len),
    };
    heap::alloc(&vm.types.longrange_iterator, payload).into()
}

/// The table of `range_iterator`.
pub const RANGE_ITERATOR: TypeTable = TypeTable {
    name: "range_iterator",
    kind: Kind::RangeIterator,
    methods: &[
        SELF_ITER,
        table::next(next),
        method("__length_hint__(self, /)", length_hint, LENGTH_HINT_DOC),
        method("__reduce__(self, /)", reduce, REDUCE_DOC),
        method("__setstate__(self, object, /)", setstate, SETSTATE_DOC),
    ],
    ..TypeTable::DEFAULT
};

/// The table of `longrange_iterator`.
pub const LONGRANGE_ITERATOR: TypeTable = TypeTable {
    name: "longrange_iterator",
    kind: Kind::LongRangeIterator,
    methods: &[
        SELF_ITER,
        table::next(long_next),
        method(
            "__length_hint__(self, /)",
            long_length_hint,
            LENGTH_HINT_DOC,
        ),
        method("__reduce__(self, /)", long_reduce, REDUCE_DOC),
        method("__setstate__(self, object, /)", long_setstate, SETSTATE_DOC),
    ],
    ..TypeTable::DEFAULT
};

fn next(vm: &Vm, this: &Value) -> PyResult<Option<Value>> {
    let this = vm.this::<RangeIterator>(std::slice::from_ref(this))?;
    Ok(this.next().map(Value::Int))
}

fn length_hint(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::Int(vm.this::<RangeIterator>(args)?.left.get()))
}

fn reduced(vm: &Vm, start: IBig, step: IBig, len: IBig) -> PyResult {
    let stop = &start + &len * &step;
    let rest = range::alloc(vm, Range::new(start, stop, step));
    let parts = vec![builtin(vm, "iter")?, vm.tuple(vec![rest]), Value::None];
    Ok(vm.tuple(parts))
}

fn reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<RangeIterator>(args)?;
    let (start, left) = (this.next.get(), this.left.get());
    reduced(vm, start.into(), this.step.into(), left.into())
}

fn setstate(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<RangeIterator>(args)?;
    let Value::Int(skip) = ops::index(vm, &args[1])? else {
        return Err(vm.overflow_error("Python int too large to convert to C long"));
    };
    let skip = skip.clamp(0, this.left.get());
    let step = this.step.wrapping_mul(skip);
    this.next.set(this.next.get().wrapping_add(step));
    this.left.set(this.left.get() - skip);
    Ok(Value::None)
}

fn long_next(vm: &Vm, this: &Value) -> PyResult<Option<Value>> {
    let this = vm.this::<LongRangeIterator>(std::slice::from_ref(this))?;
    let mut left = this.left.borrow_mut();
    if *left <= IBig::ZERO {
        return Ok(None);
    }
    *left -= IBig::ONE;
    let mut next = this.next.borrow_mut();
    let after = &*next + &this.step;
    let number = std::mem::replace(&mut *next, after);
    Ok(Some(int::from_big(vm, number)))
}

fn long_length_hint(vm: &Vm, args: &[Value]) -> PyResult {
    let left = vm.this::<LongRangeIterator>(args)?.left.borrow().clone();
    Ok(int::from_big(vm, left))
}

fn long_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<LongRangeIterator>(args)?;
    let (start, left) = (this.next.borrow().clone(), this.left.borrow().clone());
    reduced(vm, start, this.step.clone(), left)
}

fn long_setstate(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<LongRangeIterator>(args)?;
    let skip = ops::index(vm, &args[1])?;
    let skip = int::to_big(&skip).unwrap_or_default();
    let skip = skip.clamp(IBig::ZERO, this.left.borrow().clone());
    *this.next.borrow_mut() += &skip * &this.step;
    *this.left.borrow_mut() -= skip;
    Ok(Value::None)
}
