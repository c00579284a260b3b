//! Union, intersection and so on of sets with sets and other iterables. Which operand is walked, and
//! what is copied, decides the order of the result: it is CPython's choice in every case.

use super::dict::Dict;
use super::list::List;
use super::set::Set;
use crate::object::ops;
use crate::object::value::{PyResult, Value};
use crate::vm::Vm;

/// How many values are added before the interpreter looks at what else there is to do.
const AT_ONCE: usize = 256;

/// A plain dict, whose table is walked without an iterator.
fn plain_dict<'a>(vm: &Vm, value: &'a Value) -> Option<&'a Dict> {
    let dict = value.get::<Dict>()?;
    (*vm.class_of(value) == vm.types.dict).then_some(dict)
}

fn is_same(set: &Set, other: &Value) -> bool {
    other
        .get::<Set>()
        .is_some_and(|other| std::ptr::eq(set, other))
}

/// `set.update(other)`
///
/// # Errors
/// Whatever the iteration, hashing or comparison raises.
pub fn update(vm: &Vm, set: &Set, other: &Value) -> PyResult<()> {
    if let Some(other) = other.get::<Set>() {
        return set.merge(vm, other);
    }
    if let Some(dict) = plain_dict(vm, other) {
        set.reserve(dict.len());
        let mut at = 0;
        while let Some((key, _, hash)) = dict.next_entry(&mut at) {
            set.add_hashed(vm, key, hash)?;
        }
        return Ok(());
    }
    if let Some(list) = other.get::<List>()
        && *vm.class_of(other) == vm.types.list
    {
        return add_list(vm, set, list);
    }
    ops::for_each(vm, other, |key| set.add(vm, key).map(|_| true))
}

/// `set.update(list)`
fn add_list(vm: &Vm, set: &Set, list: &List) -> PyResult<()> {
    let mut at = 0;
    loop {
        // Nothing looks at the list meanwhile.
        let items = list.items.take();
        let next = items.iter().skip(at).take(AT_ONCE);
        at += set.add_all_plain(vm, next);
        drop(list.items.replace(items));
        vm.tick()?;
        let Some(key) = list.items.get(at) else {
            return Ok(());
        };
        set.add(vm, key)?;
        at += 1;
    }
}

/// The elements of `set` that `other` has (or has not).
fn chosen(vm: &Vm, set: &Set, other: &Set, present: bool) -> PyResult<Set> {
    let result = Set::new();
    let mut at = 0;
    loop {
        set.choose_plain(vm, &mut at, (other, present), &result);
        // The end, or a comparison that may be user code.
        let Some((key, hash)) = set.next(&mut at) else {
            return Ok(result);
        };
        if other.contains_hashed(vm, &key, hash)? == present {
            result.add_hashed(vm, key, hash)?;
        }
    }
}

/// Whether `other` has all elements of `set` (or none of them).
fn all_are(vm: &Vm, set: &Set, other: &Set, present: bool) -> PyResult<bool> {
    let mut at = 0;
    loop {
        set.compare_plain(vm, &mut at, (other, present));
        let Some((key, hash)) = set.next(&mut at) else {
            return Ok(true);
        };
        if other.contains_hashed(vm, &key, hash)? != present {
            return Ok(false);
        }
    }
}

/// `set & other`
///
/// # Errors
/// Whatever the iteration, hashing or comparison raises.
pub fn intersection(vm: &Vm, set: &Set, other: &Value) -> PyResult<Set> {
    if is_same(set, other) {
        return Ok(set.copied());
    }
    let Some(other) = other.get::<Set>() else {
        let result = Set::new();
        ops::for_each(vm, other, |key| {
            let hash = ops::hash(vm, &key)?;
            if !set.contains_hashed(vm, &key, hash)? {
                return Ok(true);
            }
            result.add_hashed(vm, key, hash)?;
            Ok(result.len() < set.len())
        })?;
        return Ok(result);
    };
    let (large, small) = by_size(set, other);
    chosen(vm, small, large, true)
}

/// The larger set first; `set` where they are as large.
fn by_size<'a>(set: &'a Set, other: &'a Set) -> (&'a Set, &'a Set) {
    match other.len() > set.len() {
        true => (other, set),
        false => (set, other),
    }
}

/// `set - other`
///
/// # Errors
/// Whatever the iteration, hashing or comparison raises.
pub fn difference(vm: &Vm, set: &Set, other: &Value) -> PyResult<Set> {
    let is_few = |size: usize| set.len() >> 2 > size;
    if let Some(other) = other.get::<Set>()
        && !is_few(other.len())
    {
        return chosen(vm, set, other, false);
    }
    if let Some(dict) = plain_dict(vm, other)
        && !is_few(dict.len())
    {
        let result = Set::new();
        let mut at = 0;
        while let Some((key, hash)) = set.next(&mut at) {
            if !dict.contains_hashed(vm, &key, hash)? {
                result.add_hashed(vm, key, hash)?;
            }
        }
        return Ok(result);
    }
    // Only few elements go, or only an iteration tells which: those are taken out of a copy.
    let result = set.copied();
    remove_all(vm, &result, other)?;
    Ok(result)
}

/// `set -= other`
///
/// # Errors
/// Whatever the iteration, hashing or comparison raises.
pub fn remove_all(vm: &Vm, set: &Set, other: &Value) -> PyResult<()> {
    if is_same(set, other) {
        set.clear();
        return Ok(());
    }
    if let Some(others) = other.get::<Set>() {
        // Of a much larger set only the common elements matter.
        let common = if others.len() >> 3 > set.len() {
            Some(intersection(vm, set, other)?)
        } else {
            None
        };
        let others = common.as_ref().unwrap_or(others);
        let mut at = 0;
        while let Some((key, hash)) = others.next(&mut at) {
            set.discard_hashed(vm, &key, hash)?;
        }
    } else {
        ops::for_each(vm, other, |key| {
            let hash = ops::hash(vm, &key)?;
            set.discard_hashed(vm, &key, hash)?;
            Ok(true)
        })?;
    }
    set.shrink();
    Ok(())
}

/// `set ^= other`
///
/// # Errors
/// Whatever the iteration, hashing or comparison raises.
pub fn toggle_all(vm: &Vm, set: &Set, other: &Value) -> PyResult<()> {
    if is_same(set, other) {
        set.clear();
        return Ok(());
    }
    let toggle = |key: Value, hash| -> PyResult<()> {
        if !set.discard_hashed(vm, &key, hash)? {
            set.add_hashed(vm, key, hash)?;
        }
        Ok(())
    };
    if let Some(dict) = plain_dict(vm, other) {
        let mut at = 0;
        while let Some((key, _, hash)) = dict.next_entry(&mut at) {
            toggle(key, hash)?;
        }
        return Ok(());
    }
    let made = match other.get::<Set>() {
        Some(_) => None,
        None => Some(from_iterable(vm, other)?),
    };
    if let Some(other) = made.as_ref().or(other.get::<Set>()) {
        let mut at = 0;
        loop {
            set.toggle_plain(vm, &mut at, other);
            let Some((key, hash)) = other.next(&mut at) else {
                break;
            };
            toggle(key, hash)?;
        }
    }
    Ok(())
}

/// `set ^ other`
///
/// # Errors
/// Whatever the iteration, hashing or comparison raises.
pub fn symmetric_difference(vm: &Vm, set: &Value, other: &Value) -> PyResult<Set> {
    let result = from_iterable(vm, other)?;
    toggle_all(vm, &result, set)?;
    Ok(result)
}

/// `set(iterable)`
///
/// # Errors
/// Whatever the iteration, hashing or comparison raises.
pub fn from_iterable(vm: &Vm, iterable: &Value) -> PyResult<Set> {
    let set = Set::new();
    update(vm, &set, iterable)?;
    Ok(set)
}

/// `set <= other` for two sets.
///
/// # Errors
/// Whatever a comparison raises.
pub fn is_subset(vm: &Vm, set: &Set, other: &Set) -> PyResult<bool> {
    if set.len() > other.len() {
        return Ok(false);
    }
    all_are(vm, set, other, true)
}

/// `set.isdisjoint(other)`
///
/// # Errors
/// Whatever the iteration, hashing or comparison raises.
pub fn is_disjoint(vm: &Vm, set: &Set, other: &Value) -> PyResult<bool> {
    if is_same(set, other) {
        return Ok(set.is_empty());
    }
    let class = vm.class_of(other);
    let is_exact = *class == vm.types.set || *class == vm.types.frozenset;
    if let Some(other) = other.get::<Set>().filter(|_| is_exact) {
        let (large, small) = by_size(set, other);
        return all_are(vm, small, large, false);
    }
    let mut disjoint = true;
    ops::for_each(vm, other, |key| {
        disjoint = !set.contains(vm, &key)?;
        Ok(disjoint)
    })?;
    Ok(disjoint)
}
