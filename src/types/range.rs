//! `range`. Its iterators are in `range_iterators`.

use super::args::{self, position};
use super::range_iterators;
use super::sequence;
use super::slice::Slice;
use super::slots;
use crate::exec::iteration::Counted;
use crate::object::heap::{self, Kind, Obj, Trace};
use crate::object::ops::{self, Compare};
use crate::object::table::{self, TypeTable, member, method};
use crate::object::value::{PyResult, Value};
use crate::text::siphash::TupleHash;
use crate::types::int;
use crate::vm::Vm;
use dashu_int::IBig;
use dashu_int::ops::{DivEuclid, DivRem};

/// The payload of ranges.
pub enum Range {
    /// Bounds, step and length are all machine integers.
    Small {
        /// `start`
        start: i64,
        /// `stop`
        stop: i64,
        /// `step`
        step: i64,
        /// How many numbers there are.
        len: i64,
    },
    /// At least one of them is not.
    Big(Box<BigRange>),
}

/// A range of big integers.
#[derive(Clone)]
pub struct BigRange {
    /// `start`
    pub start: IBig,
    /// `stop`
    pub stop: IBig,
    /// `step`
    pub step: IBig,
    /// How many numbers there are.
    pub len: IBig,
}

impl Range {
    /// The numbers, if they are machine integers and not too many.
    pub fn to_vec(&self) -> Option<Vec<Value>> {
        match *self {
            Range::Small {
                start, step, len, ..
            } if len < MAX_COLLECTED => Some(
                (0..len)
                    .map(|at| Value::Int(start.wrapping_add(at.wrapping_mul(step))))
                    .collect(),
            ),
            _ => None,
        }
    }
}

/// A list of a longer range is made number by number, so that it can be interrupted.
const MAX_COLLECTED: i64 = 1 << 24;

impl Range {
    /// The numbers, if they are machine integers.
    pub fn counted(&self) -> Option<Counted> {
        match *self {
            Range::Small {
                start, step, len, ..
            } => Some(Counted {
                next: start,
                step,
                left: len,
            }),
            Range::Big(_) => None,
        }
    }
}

/// The numbers of `range(*args)`, if they are machine integers and the arguments are.
#[inline]
pub fn counted(args: &[Value]) -> Option<Counted> {
    let (next, stop, step) = match *args {
        [Value::Int(stop)] => (0, stop, 1),
        [Value::Int(start), Value::Int(stop)] => (start, stop, 1),
        [Value::Int(start), Value::Int(stop), Value::Int(step)] if step != 0 => (start, stop, step),
        _ => return None,
    };
    let left = small_len(next, stop, step)?;
    Some(Counted { next, step, left })
}

impl Trace for Range {
    fn trace(&self, _visit: &mut dyn FnMut(&Obj)) {}
}

/// How many numbers a range of machine integers has.
#[inline]
fn small_len(start: i64, stop: i64, step: i64) -> Option<i64> {
    if step == 1 {
        return if start < stop {
            stop.checked_sub(start)
        } else {
            Some(0)
        };
    }
    let (low, high, step) = if step > 0 {
        (start, stop, step.unsigned_abs())
    } else {
        (stop, start, step.unsigned_abs())
    };
    if low >= high {
        return Some(0);
    }
    i64::try_from((high.abs_diff(low) - 1) / step + 1).ok()
}

impl Range {
    /// A range of machine integers; `step` is not zero.
    #[inline]
    fn small(start: i64, stop: i64, step: i64) -> Option<Range> {
        let len = small_len(start, stop, step)?;
        Some(Range::Small {
            start,
            stop,
            step,
            len,
        })
    }

    /// A range of any integers; `step` is not zero.
    pub fn new(start: IBig, stop: IBig, step: IBig) -> Range {
        if let (Ok(a), Ok(b), Ok(c)) = (
            i64::try_from(&start),
            i64::try_from(&stop),
            i64::try_from(&step),
        ) && let Some(range) = Range::small(a, b, c)
        {
            return range;
        }
        let distance = if step > IBig::ZERO {
            &stop - &start
        } else {
            &start - &stop
        };
        let len = if distance > IBig::ZERO {
            let size = if step < IBig::ZERO {
                -step.clone()
            } else {
                step.clone()
            };
            (distance - IBig::ONE).div_euclid(size) + IBig::ONE
        } else {
            IBig::ZERO
        };
        Range::Big(Box::new(BigRange {
            start,
            stop,
            step,
            len,
        }))
    }

    /// Bounds, step and length as big integers.
    pub fn to_big(&self) -> BigRange {
        match self {
            Range::Small {
                start,
                stop,
                step,
                len,
            } => BigRange {
                start: (*start).into(),
                stop: (*stop).into(),
                step: (*step).into(),
                len: (*len).into(),
            },
            Range::Big(big) => (**big).clone(),
        }
    }

    /// `start`, `stop`, `step` and the length as values.
    fn parts(&self, vm: &Vm) -> [Value; 4] {
        match self {
            Range::Small {
                start,
                stop,
                step,
                len,
            } => [start, stop, step, len].map(|i| Value::Int(*i)),
            Range::Big(big) => {
                [&big.start, &big.stop, &big.step, &big.len].map(|i| int::from_big(vm, i.clone()))
            }
        }
    }

    /// Whether there are no numbers.
    fn is_empty(&self) -> bool {
        match self {
            Range::Small { len, .. } => *len == 0,
            Range::Big(big) => big.len.is_zero(),
        }
    }

    /// The position of an integer, if the range has it.
    fn position_of(&self, value: &Value) -> Option<IBig> {
        if let (
            Range::Small {
                start, step, len, ..
            },
            Value::Int(i),
        ) = (self, value)
        {
            let distance = i128::from(*i) - i128::from(*start);
            let (at, rest) = (distance / i128::from(*step), distance % i128::from(*step));
            let inside = rest == 0 && (0..i128::from(*len)).contains(&at);
            return inside.then(|| IBig::from(at));
        }
        let big = self.to_big();
        let (at, rest) = (int::to_big(value)? - &big.start).div_rem(&big.step);
        (rest.is_zero() && at >= IBig::ZERO && at < big.len).then_some(at)
    }
}

/// The type's table.
pub const RANGE: TypeTable = TypeTable {
    name: "range",
    own: &["__getattribute__"],
    doc: "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\nReturn an object that produces a sequence of integers from start (inclusive)\nto stop (exclusive) by step.  range(i, j) produces i, i+1, i+2, ..., j-1.\nstart defaults to 0, and stop is omitted!  range(4) produces 0, 1, 2, 3.\nThese are exactly the valid indices for a list of 4 elements.\nWhen step is given, it specifies the increment (or decrement).",
    kind: Kind::Range,
    construct: Some(construct),
    methods: &[
        table::new("__new__(type, *args, **kwargs)", range_new),
        slots::repr(repr),
        slots::hash(hash),
        slots::lt(lt),
        slots::le(le),
        slots::eq(eq),
        slots::ne(ne),
        slots::gt(gt),
        slots::ge(ge),
        slots::iter(iter),
        slots::bool(bool),
        slots::len(len),
        slots::getitem(getitem),
        slots::contains(contains),
        method(
            "__reversed__(self, /)",
            reversed,
            "Return a reverse iterator.",
        ),
        method("__reduce__(self, /)", reduce, ""),
        method(
            "count(self, object, /)",
            count,
            "rangeobject.count(value) -> integer -- return number of occurrences of value",
        ),
        method(
            "index(self, object, /)",
            index,
            "rangeobject.index(value) -> integer -- return index of value.\nRaise ValueError if the value is not present.",
        ),
    ],
    properties: &[
        member("start", |vm, this| part(vm, this, 0), ""),
        member("stop", |vm, this| part(vm, this, 1), ""),
        member("step", |vm, this| part(vm, this, 2), ""),
    ],
    ..TypeTable::DEFAULT
};

fn part(vm: &Vm, this: &Value, which: usize) -> PyResult {
    let range = vm.this::<Range>(std::slice::from_ref(this))?;
    Ok(range.parts(vm)[which].clone())
}

fn construct(vm: &Vm, args: &[Value]) -> PyResult {
    if let [Value::Int(stop)] = args
        && let Some(range) = Range::small(0, *stop, 1)
    {
        return Ok(alloc(vm, range));
    }
    let args = sequence::check_count(vm, "range", args, (1, 3))?;
    let zero = Value::Int(0);
    let (start, stop, step) = match args {
        [start, stop, step] => (start, stop, Some(step)),
        [start, stop] => (start, stop, None),
        [stop, ..] => (&zero, stop, None),
        [] => (&zero, &zero, None),
    };
    let (start, stop) = (ops::index(vm, start)?, ops::index(vm, stop)?);
    let step = match step {
        Some(step) => ops::index(vm, step)?,
        None => Value::Int(1),
    };
    if matches!(step, Value::Int(0)) {
        return Err(vm.value_error("range() arg 3 must not be zero"));
    }
    if let (Value::Int(start), Value::Int(stop), Value::Int(step)) = (&start, &stop, &step)
        && let Some(range) = Range::small(*start, *stop, *step)
    {
        return Ok(alloc(vm, range));
    }
    let big = |value| int::to_big(&value).unwrap_or_default();
    Ok(alloc(vm, Range::new(big(start), big(stop), big(step))))
}

fn range_new(vm: &Vm, args: &[Value]) -> PyResult {
    super::class_arg(vm, &args[0], "range")?;
    construct(
        vm,
        sequence::positional(vm, "range", &args[1], &args[2], (1, 3))?,
    )
}

/// A range object.
pub fn alloc(vm: &Vm, range: Range) -> Value {
    heap::alloc(&vm.types.range, range).into()
}

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let [start, stop, step, _] = vm.this::<Range>(args)?.parts(vm);
    let (start, stop) = (ops::repr(vm, &start)?, ops::repr(vm, &stop)?);
    let text = match step {
        Value::Int(1) => format!("range({start}, {stop})"),
        step => format!("range({start}, {stop}, {})", ops::repr(vm, &step)?),
    };
    Ok(vm.str(&text))
}

fn compare(vm: &Vm, op: Compare, args: &[Value]) -> PyResult {
    let range = vm.this::<Range>(args)?;
    match (op, args[1].get::<Range>()) {
        (Compare::Eq, Some(other)) => Ok(Value::bool(equal(range, other))),
        (Compare::Ne, Some(other)) => Ok(Value::bool(!equal(range, other))),
        _ => Ok(Value::NotImplemented),
    }
}

comparison_methods!(compare);

/// Ranges are equal when they have the same numbers.
fn equal(a: &Range, b: &Range) -> bool {
    let (a, b) = (a.to_big(), b.to_big());
    a.len == b.len
        && (a.len.is_zero() || a.start == b.start && (a.len == IBig::ONE || a.step == b.step))
}

fn hash(vm: &Vm, args: &[Value]) -> PyResult {
    let [start, _, step, len] = vm.this::<Range>(args)?.parts(vm);
    let none = Value::None;
    let parts = match len {
        Value::Int(0) => [&len, &none, &none],
        Value::Int(1) => [&len, &start, &none],
        _ => [&len, &start, &step],
    };
    let mut sum = TupleHash::new();
    for part in parts {
        sum.add(ops::hash(vm, part)?);
    }
    Ok(Value::Int(sum.finish()))
}

fn iter(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(range_iterators::forwards(vm, vm.this::<Range>(args)?))
}

fn reversed(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(range_iterators::backwards(vm, vm.this::<Range>(args)?))
}

fn bool(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::bool(!vm.this::<Range>(args)?.is_empty()))
}

fn len(vm: &Vm, args: &[Value]) -> PyResult {
    match vm.this::<Range>(args)?.parts(vm) {
        [.., len @ Value::Int(_)] => Ok(len),
        _ => Err(vm.overflow_error("Python int too large to convert to C ssize_t")),
    }
}

fn getitem(vm: &Vm, args: &[Value]) -> PyResult {
    let range = vm.this::<Range>(args)?;
    if let Some(slice) = args[1].get::<Slice>() {
        return sliced(vm, range, slice);
    }
    if !args::has_index(vm, &args[1]) {
        return Err(vm.type_error(format!(
            "range indices must be integers or slices, not {}",
            vm.type_name(&args[1])
        )));
    }
    let index = ops::index(vm, &args[1])?;
    let item = match (range, &index) {
        (
            Range::Small {
                start, step, len, ..
            },
            Value::Int(index),
        ) => position(*index, *len as usize).map(|at| Value::Int(start + at as i64 * step)),
        _ => big_item(&range.to_big(), &index).map(|item| int::from_big(vm, item)),
    };
    item.ok_or(())
        .map_err(|()| vm.index_error("range object index out of range"))
}

fn big_item(range: &BigRange, index: &Value) -> Option<IBig> {
    let index = int::to_big(index)?;
    let at = if index < IBig::ZERO {
        index + &range.len
    } else {
        index
    };
    (at >= IBig::ZERO && at < range.len).then(|| &range.start + at * &range.step)
}

fn sliced(vm: &Vm, range: &Range, slice: &Slice) -> PyResult {
    let range = range.to_big();
    let (start, stop, step) = slice.big_indices(vm, &range.len)?;
    let item = |at: IBig| &range.start + at * &range.step;
    Ok(alloc(
        vm,
        Range::new(item(start), item(stop), step * &range.step),
    ))
}

/// An `int` or `bool`, whose place can be computed; others are looked for by comparison.
fn is_plain_int(vm: &Vm, value: &Value) -> bool {
    let class = vm.class_of(value);
    *class == vm.types.int || *class == vm.types.bool
}

fn contains(vm: &Vm, args: &[Value]) -> PyResult {
    let range = vm.this::<Range>(args)?;
    if is_plain_int(vm, &args[1]) {
        return Ok(Value::bool(range.position_of(&args[1]).is_some()));
    }
    let mut found = false;
    ops::for_each(vm, &args[0], |item| {
        found = ops::eq(vm, &item, &args[1])?;
        Ok(!found)
    })?;
    Ok(Value::bool(found))
}

fn count(vm: &Vm, args: &[Value]) -> PyResult {
    let range = vm.this::<Range>(args)?;
    if is_plain_int(vm, &args[1]) {
        return Ok(Value::Int(range.position_of(&args[1]).is_some().into()));
    }
    let mut found = 0;
    ops::for_each(vm, &args[0], |item| {
        found += i64::from(ops::eq(vm, &item, &args[1])?);
        Ok(true)
    })?;
    Ok(Value::Int(found))
}

fn index(vm: &Vm, args: &[Value]) -> PyResult {
    let range = vm.this::<Range>(args)?;
    if is_plain_int(vm, &args[1]) {
        return match range.position_of(&args[1]) {
            Some(at) => Ok(int::from_big(vm, at)),
            None => {
                let value = ops::repr(vm, &args[1])?;
                Err(vm.value_error(format!("{value} is not in range")))
            }
        };
    }
    let (mut at, mut found) = (0, false);
    ops::for_each(vm, &args[0], |item| {
        found = ops::eq(vm, &item, &args[1])?;
        at += i64::from(!found);
        Ok(!found)
    })?;
    if found {
        return Ok(Value::Int(at));
    }
    Err(vm.value_error("sequence.index(x): x not in sequence"))
}

fn reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let [start, stop, step, _] = vm.this::<Range>(args)?.parts(vm);
    let bounds = vm.tuple(vec![start, stop, step]);
    Ok(vm.tuple(vec![vm.class_of(&args[0]).value(), bounds]))
}
