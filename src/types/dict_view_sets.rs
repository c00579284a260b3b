//! What makes views of keys and items sets: comparison, the operators, `isdisjoint`.

use super::dict::Dict;
use super::dict_iterators::Part;
use super::dict_views::DictView;
use super::set::Set;
use super::set_algebra as algebra;
use crate::object::ops::{self, Compare};
use crate::object::value::{PyResult, Value};
use crate::vm::Vm;

/// A view that is a set: of keys or of items.
fn as_view(value: &Value) -> Option<&DictView> {
    value
        .get::<DictView>()
        .filter(|view| view.part != Part::Values)
}

/// The length of a set or a view.
fn set_len(value: &Value) -> Option<usize> {
    match value.get::<Set>() {
        Some(set) => Some(set.len()),
        None => as_view(value).map(|view| view.dict.len()),
    }
}

/// Whether every element of `a` is in `b`.
fn all_in(vm: &Vm, a: &Value, b: &Value) -> PyResult<bool> {
    let mut all = true;
    ops::for_each(vm, a, |item| {
        all = ops::contains(vm, b, &item)?;
        Ok(all)
    })?;
    Ok(all)
}

fn compare(vm: &Vm, op: Compare, args: &[Value]) -> PyResult {
    let [this, other] = args else {
        return Ok(Value::NotImplemented);
    };
    let (Some(len), Some(other_len)) = (set_len(this), set_len(other)) else {
        return Ok(Value::NotImplemented);
    };
    let holds = match op {
        Compare::Eq => len == other_len && all_in(vm, this, other)?,
        Compare::Ne => !(len == other_len && all_in(vm, this, other)?),
        Compare::Lt => len < other_len && all_in(vm, this, other)?,
        Compare::Le => len <= other_len && all_in(vm, this, other)?,
        Compare::Gt => len > other_len && all_in(vm, other, this)?,
        Compare::Ge => len >= other_len && all_in(vm, other, this)?,
    };
    Ok(Value::bool(holds))
}

macro_rules! public_comparisons {
    ($($name:ident $op:ident)*) => {
        $(#[doc = concat!("`__", stringify!($name), "__` of views.")]
        ///
        /// # Errors
        /// Whatever a comparison raises.
        pub fn $name(vm: &Vm, args: &[Value]) -> PyResult {
            compare(vm, Compare::$op, args)
        })*
    };
}

public_comparisons! { lt Lt le Le eq Eq ne Ne gt Gt ge Ge }

macro_rules! operators {
    ($($name:ident $reflected:ident $function:ident)*) => {
        $(#[doc = concat!("`__", stringify!($name), "__` of views.")]
        ///
        /// # Errors
        /// Whatever the iteration, hashing or comparison raises.
        pub fn $name(vm: &Vm, args: &[Value]) -> PyResult {
            $function(vm, &args[0], &args[1])
        }
        #[doc = concat!("`__", stringify!($reflected), "__` of views.")]
        ///
        /// # Errors
        /// Whatever the iteration, hashing or comparison raises.
        pub fn $reflected(vm: &Vm, args: &[Value]) -> PyResult {
            $function(vm, &args[1], &args[0])
        })*
    };
}

operators! {
    sub rsub difference
    and rand intersection
    xor rxor symmetric_difference
    or ror union
}

/// A new set of what an operand shows; from the keys of a plain dict by way of its table.
fn to_set(vm: &Vm, value: &Value) -> PyResult<Set> {
    match as_view(value) {
        Some(view) if view.part == Part::Keys => algebra::from_iterable(vm, &view.dict.value()),
        _ => algebra::from_iterable(vm, value),
    }
}

fn difference(vm: &Vm, a: &Value, b: &Value) -> PyResult {
    let result = to_set(vm, a)?;
    algebra::remove_all(vm, &result, b)?;
    Ok(result.alloc(vm).into())
}

fn union(vm: &Vm, a: &Value, b: &Value) -> PyResult {
    let result = to_set(vm, a)?;
    algebra::update(vm, &result, b)?;
    Ok(result.alloc(vm).into())
}

/// The larger view is asked about what the other operand holds.
fn intersection(vm: &Vm, a: &Value, b: &Value) -> PyResult {
    let (mut this, mut other) = if as_view(a).is_some() { (a, b) } else { (b, a) };
    let Some(mut view) = as_view(this) else {
        return Ok(Value::NotImplemented);
    };
    if let Some(set) = other.get::<Set>()
        && *vm.class_of(other) == vm.types.set
        && view.dict.len() <= set.len()
    {
        let result = algebra::intersection(vm, set, this)?;
        return Ok(result.alloc(vm).into());
    }
    if let Some(larger) = as_view(other)
        && larger.dict.len() > view.dict.len()
    {
        std::mem::swap(&mut this, &mut other);
        view = larger;
    }
    let result = Set::new();
    ops::for_each(vm, other, |item| {
        if view.contains(vm, &item)? {
            result.add(vm, item)?;
        }
        Ok(true)
    })?;
    Ok(result.alloc(vm).into())
}

fn symmetric_difference(vm: &Vm, a: &Value, b: &Value) -> PyResult {
    if let (Some(x), Some(y)) = (as_view(a), as_view(b))
        && x.part == Part::Items
        && y.part == Part::Items
    {
        return items_difference(vm, &x.dict, &y.dict);
    }
    let result = to_set(vm, a)?;
    algebra::toggle_all(vm, &result, b)?;
    Ok(result.alloc(vm).into())
}

/// The items in one of the dicts but not in the other; values need not be hashable if they agree.
fn items_difference(vm: &Vm, a: &Dict, b: &Dict) -> PyResult {
    let (small, large) = if a.len() > b.len() { (b, a) } else { (a, b) };
    let rest = small.copied();
    let result = Set::new();
    let mut at = 0;
    while let Some((key, value, hash)) = large.next_entry(&mut at) {
        let same = match rest.get_hashed(vm, &key, hash)? {
            Some(other) => ops::eq(vm, &other, &value)?,
            None => false,
        };
        if same {
            rest.remove_hashed(vm, &key, hash)?;
        } else {
            result.add(vm, vm.tuple(vec![key, value]))?;
        }
    }
    for (key, value) in rest.items() {
        result.add(vm, vm.tuple(vec![key, value]))?;
    }
    Ok(result.alloc(vm).into())
}

/// `isdisjoint` of views.
///
/// # Errors
/// Whatever the iteration, hashing or comparison raises.
pub fn isdisjoint(vm: &Vm, args: &[Value]) -> PyResult {
    let (mut this, mut other) = (&args[0], &args[1]);
    if this.is(other) {
        return Ok(Value::bool(set_len(this) == Some(0)));
    }
    if set_len(other) > set_len(this) {
        std::mem::swap(&mut this, &mut other);
    }
    let mut disjoint = true;
    ops::for_each(vm, other, |item| {
        disjoint = !ops::contains(vm, this, &item)?;
        Ok(disjoint)
    })?;
    Ok(Value::bool(disjoint))
}
