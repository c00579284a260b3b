//! `slice`: the type, and what its bounds mean for a sequence of some length.

use super::args;
use super::sequence::{check_count, positional};
use super::slots;
use super::tuple::Tuple;
use crate::object::heap::{self, Kind, Obj, Trace};
use crate::object::ops::{self, Compare};
use crate::object::table::{self, TypeTable, member, method};
use crate::object::value::{PyResult, Value};
use crate::text::Text;
use crate::text::siphash::TupleHash;
use crate::types::int;
use crate::vm::Vm;
use dashu_int::IBig;

/// The payload of slices.
pub struct Slice {
    /// `start`
    pub start: Value,
    /// `stop`
    pub stop: Value,
    /// `step`
    pub step: Value,
}

impl Trace for Slice {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        for value in [&self.start, &self.stop, &self.step] {
            if let Value::Obj(obj) = value {
                visit(obj);
            }
        }
    }
}

/// `slice(start, stop, step)`.
pub fn new(vm: &Vm, start: Value, stop: Value, step: Value) -> Value {
    let payload = Slice { start, stop, step };
    heap::alloc(&vm.types.slice, payload).into()
}

/// A slice's bounds as integers, not yet fitted to a length.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    start: i64,
    stop: i64,
    step: i64,
}

/// The positions a slice takes of a sequence: `start`, `start + step`, ... (`count` of them).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first position; for an empty span, where an insertion goes.
    pub start: usize,
    /// The distance between positions, never zero.
    pub step: i64,
    /// How many positions there are.
    pub count: usize,
}

impl Span {
    /// The positions in order.
    pub fn positions(self) -> impl Iterator<Item = usize> {
        (0..self.count as i64).map(move |i| (self.start as i64 + i * self.step) as usize)
    }
    /// The bytes at the positions.
    pub fn of_bytes(self, data: &[u8]) -> Vec<u8> {
        match self.step {
            1 => data[self.start..self.start + self.count].to_vec(),
            _ => self.positions().map(|at| data[at]).collect(),
        }
    }
    /// The same positions in ascending order.
    pub fn ascending(self) -> Span {
        if self.step > 0 || self.count == 0 {
            return Span {
                step: self.step.max(1),
                ..self
            };
        }
        Span {
            start: (self.start as i64 + (self.count as i64 - 1) * self.step) as usize,
            step: -self.step,
            count: self.count,
        }
    }
}

impl Bounds {
    /// Those of `start:stop`, if they are plain integers or not given.
    #[inline]
    pub fn plain(start: &Value, stop: &Value) -> Option<Bounds> {
        Bounds::stepped(start, stop, &Value::Int(1))
    }

    /// Those of `start:stop:step`, if they are plain integers or not given, and the step is not zero.
    pub fn stepped(start: &Value, stop: &Value, step: &Value) -> Option<Bounds> {
        let step = match step {
            Value::Int(step) if *step != 0 => (*step).max(-i64::MAX),
            _ => return None,
        };
        let bound = |value: &Value, default| match value {
            Value::None => Some(default),
            Value::Int(i) => Some(*i),
            _ => None,
        };
        let (first, last) = if step < 0 {
            (i64::MAX, i64::MIN)
        } else {
            (0, i64::MAX)
        };
        Some(Bounds {
            start: bound(start, first)?,
            stop: bound(stop, last)?,
            step,
        })
    }

    /// Fits the bounds to a sequence of `len` items.
    pub fn fit(self, len: usize) -> Span {
        let len = len as i64;
        let (low, high) = if self.step < 0 {
            (-1, len - 1)
        } else {
            (0, len)
        };
        let fit = |i: i64| {
            let i = if i < 0 { i.saturating_add(len) } else { i };
            i.clamp(low, high)
        };
        let (start, stop) = (fit(self.start), fit(self.stop));
        let count = if self.step < 0 {
            (start - stop - 1).div_euclid(-self.step) + 1
        } else {
            (stop - start - 1).div_euclid(self.step) + 1
        };
        Span {
            start: start.max(0) as usize,
            step: self.step,
            count: count.max(0) as usize,
        }
    }
}

impl Slice {
    /// The bounds as integers.
    ///
    /// # Errors
    /// TypeError for a bound that is no integer, ValueError for a step of zero.
    pub fn bounds(&self, vm: &Vm) -> PyResult<Bounds> {
        let step = args::slice_index(vm, &self.step, 1)?;
        if step == 0 {
            return Err(vm.value_error("slice step cannot be zero"));
        }
        let (first, last) = if step < 0 {
            (i64::MAX, i64::MIN)
        } else {
            (0, i64::MAX)
        };
        Ok(Bounds {
            start: args::slice_index(vm, &self.start, first)?,
            stop: args::slice_index(vm, &self.stop, last)?,
            step: step.max(-i64::MAX),
        })
    }

    fn parts(&self) -> [&Value; 3] {
        [&self.start, &self.stop, &self.step]
    }

    fn as_tuple(&self) -> Tuple {
        Tuple::new(self.parts().map(Value::clone).to_vec())
    }
}

/// A bound that must not be `None`, such as those of `list.index`; `Unbound` gives the default.
///
/// # Errors
/// TypeError when it is no integer.
pub fn bound_arg(vm: &Vm, value: &Value, default: i64) -> PyResult<i64> {
    match value {
        Value::Unbound => Ok(default),
        Value::Int(i) => Ok(*i),
        _ if args::has_index(vm, value) => args::slice_index(vm, value, default),
        _ => Err(vm.type_error("slice indices must be integers or have an __index__ method")),
    }
}

/// The range of a `start, stop` pair of such bounds in a sequence of `len`.
///
/// # Errors
/// TypeError when one is no integer.
pub fn bounds(
    vm: &Vm,
    start: &Value,
    stop: &Value,
    len: usize,
) -> PyResult<std::ops::Range<usize>> {
    let start = bound_arg(vm, start, 0)?;
    let stop = bound_arg(vm, stop, i64::MAX)?;
    args::range(vm, &Value::Int(start), &Value::Int(stop), len)
}

/// The type's table.
pub const SLICE: TypeTable = TypeTable {
    name: "slice",
    own: &["__getattribute__"],
    doc: "slice(stop)\nslice(start, stop[, step])\n\nCreate a slice object.  This is used for extended slicing (e.g. a[0:10:2]).",
    kind: Kind::Slice,
    construct: Some(construct),
    methods: &[
        table::new("__new__(type, *args, **kwargs)", slice_new),
        slots::repr(repr),
        slots::hash(hash),
        slots::lt(lt),
        slots::le(le),
        slots::eq(eq),
        slots::ne(ne),
        slots::gt(gt),
        slots::ge(ge),
        method(
            "indices(self, object, /)",
            indices,
            "S.indices(len) -> (start, stop, stride)\n\nAssuming a sequence of length len, calculate the start and stop\nindices, and the stride length of the extended slice described by\nS. Out of bounds indices are clipped in a manner consistent with the\nhandling of normal slices.",
        ),
        method(
            "__reduce__(self, /)",
            reduce,
            "Return state information for pickling.",
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
    let slice = vm.this::<Slice>(std::slice::from_ref(this))?;
    Ok(slice.parts()[which].clone())
}

fn slice_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = super::class_arg(vm, &args[0], "slice")?;
    let given = positional(vm, "slice", &args[1], &args[2], (1, 3))?;
    Ok(heap::alloc(&class, from_args(given)).into())
}

fn construct(vm: &Vm, args: &[Value]) -> PyResult {
    let slice = from_args(check_count(vm, "slice", args, (1, 3))?);
    Ok(heap::alloc(&vm.types.slice, slice).into())
}

fn from_args(args: &[Value]) -> Slice {
    let none = || Value::None;
    let (start, stop, step) = match args {
        [start, stop, step] => (start.clone(), stop.clone(), step.clone()),
        [start, stop] => (start.clone(), stop.clone(), none()),
        [stop] => (none(), stop.clone(), none()),
        _ => (none(), none(), none()),
    };
    Slice { start, stop, step }
}

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let slice = vm.this::<Slice>(args)?;
    let mut text = Text::new();
    text.push_str("slice(");
    super::sequence::push_reprs(vm, &mut text, &slice.as_tuple())?;
    text.push_str(")");
    Ok(vm.text(text))
}

fn hash(vm: &Vm, args: &[Value]) -> PyResult {
    let mut sum = TupleHash::new();
    for part in vm.this::<Slice>(args)?.parts() {
        sum.add(ops::hash(vm, part)?);
    }
    Ok(Value::Int(sum.finish_unsized()))
}

fn compare(vm: &Vm, op: Compare, args: &[Value]) -> PyResult {
    let slice = vm.this::<Slice>(args)?;
    match args[1].get::<Slice>() {
        Some(_) if args[0].is(&args[1]) => Ok(Value::bool(op.holds(0, 0))),
        Some(other) => super::sequence::compare(vm, op, &slice.as_tuple(), &other.as_tuple()),
        None => Ok(Value::NotImplemented),
    }
}

comparison_methods!(compare);

fn indices(vm: &Vm, args: &[Value]) -> PyResult {
    let slice = vm.this::<Slice>(args)?;
    let len = big(&ops::index(vm, &args[1])?);
    if len < IBig::ZERO {
        return Err(vm.value_error("length should not be negative"));
    }
    let (start, stop, step) = slice.big_indices(vm, &len)?;
    let parts = [start, stop, step].map(|i| int::from_big(vm, i));
    Ok(vm.tuple(parts.to_vec()))
}

impl Slice {
    /// `slice.indices`, for lengths of any size.
    ///
    /// # Errors
    /// TypeError for a bound that is no integer, ValueError for a step of zero.
    pub fn big_indices(&self, vm: &Vm, len: &IBig) -> PyResult<(IBig, IBig, IBig)> {
        let step = match &self.step {
            Value::None => IBig::ONE,
            step => big_bound(vm, step)?,
        };
        if step.is_zero() {
            return Err(vm.value_error("slice step cannot be zero"));
        }
        let (low, high) = if step < IBig::ZERO {
            (IBig::from(-1), len - IBig::ONE)
        } else {
            (IBig::ZERO, len.clone())
        };
        let (first, last) = if step < IBig::ZERO {
            (&high, &low)
        } else {
            (&low, &high)
        };
        let fit = |value: &Value, default: &IBig| -> PyResult<IBig> {
            if value.is_none() {
                return Ok(default.clone());
            }
            let i = big_bound(vm, value)?;
            let i = if i < IBig::ZERO { i + len } else { i };
            Ok(i.clamp(low.clone(), high.clone()))
        };
        Ok((fit(&self.start, first)?, fit(&self.stop, last)?, step))
    }
}

fn big(value: &Value) -> IBig {
    int::to_big(value).unwrap_or_default()
}

fn big_bound(vm: &Vm, value: &Value) -> PyResult<IBig> {
    // Anything but an integer is refused in the words for bounds.
    if !args::has_index(vm, value) {
        args::slice_index(vm, value, 0)?;
    }
    Ok(big(&ops::index(vm, value)?))
}

fn reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let parts = vm.this::<Slice>(args)?.as_tuple();
    let parts = vm.tuple(parts.items.to_vec());
    Ok(vm.tuple(vec![vm.class_of(&args[0]).value(), parts]))
}
