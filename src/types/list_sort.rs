//! `list.sort`: which keys are compared how, and what happens to the list meanwhile. The list stays
//! whole whatever the key function or a comparison does or raises.
//!
//! Keys that are all plain ints, floats, strs or bytes, or tuples of the first three, are sorted without
//! calling anything; for others the order of comparisons is that of `merge_sort`.

use super::bytes::Bytes;
use super::list::List;
use super::merge_sort;
use super::sequence;
use super::str::Str;
use super::tuple::Tuple;
use crate::object::class::Class;
use crate::object::heap::Ref;
use crate::object::ops::{self, Compare};
use crate::object::value::{PyResult, Value};
use crate::vm::Vm;
use smallvec::SmallVec;
use std::cmp::Ordering;

/// `list.sort(*, key=None, reverse=False)`
///
/// # Errors
/// Whatever the key function or a comparison raises; ValueError when they change the list.
pub fn sort(vm: &Vm, args: &[Value]) -> PyResult {
    let list = vm.this::<List>(args)?;
    let reverse = ops::truth(vm, &args[2])?;
    sort_list(vm, list, args[1].given(), reverse)?;
    Ok(Value::None)
}

/// Sorts the list. While it is sorted, the list is empty for everybody else.
///
/// # Errors
/// As [`sort`].
pub fn sort_list(vm: &Vm, list: &List, key: Option<&Value>, reverse: bool) -> PyResult<()> {
    let mut values = list.items.take();
    let sorts = vm.state.sorts.get();
    vm.state.sorts.set(sorts + 1);
    let result = sort_values(vm, &mut values, key, reverse);
    vm.state.sorts.set(sorts);
    // Even an append followed by a pop leaves its trace: room for items.
    let modified = list.items.capacity() > 0;
    drop(list.items.replace(values));
    result?;
    if modified {
        return Err(vm.value_error("list modified during sort"));
    }
    Ok(())
}

fn sort_values(
    vm: &Vm,
    values: &mut Vec<Value>,
    key: Option<&Value>,
    reverse: bool,
) -> PyResult<()> {
    if values.len() > u32::MAX as usize {
        return Err(vm.memory_error(""));
    }
    let keys = match key {
        Some(key) => {
            let mut keys = sequence::vec_of_capacity(vm, values.len())?;
            for value in values.iter() {
                let made = vm
                    .tick()
                    .and_then(|()| vm.call(key, std::slice::from_ref(value)));
                match made {
                    Ok(made) => keys.push(made),
                    Err(raised) => {
                        // The latest goes first.
                        keys.into_iter().rev().for_each(drop);
                        return Err(raised);
                    }
                }
            }
            Some(keys)
        }
        None => None,
    };
    if keys.is_none() && sort_plain_ints(values, reverse) {
        return Ok(());
    }
    let (order, result) = match sorted_order(vm, keys.as_ref().unwrap_or(values), reverse) {
        Some(order) => (order, Ok(())),
        None => {
            let (order, result) = merge_order(vm, keys.as_ref().unwrap_or(values), reverse);
            (Order::By(order), result)
        }
    };
    apply(values, &order);
    if let Some(mut keys) = keys {
        // They go in their order, whichever way the values are wanted.
        apply(&mut keys, &order);
        match reverse {
            true => keys.into_iter().rev().for_each(drop),
            false => drop(keys),
        }
    }
    result
}

/// The sorted order of values.
enum Order {
    AsIs,
    Backwards,
    /// That of these positions.
    By(Vec<u32>),
}

/// Puts the values in order.
fn apply(values: &mut Vec<Value>, order: &Order) {
    match order {
        Order::AsIs => {}
        Order::Backwards => values.reverse(),
        Order::By(positions) => {
            let mut old = std::mem::take(values);
            let take = |&at: &u32| std::mem::replace(&mut old[at as usize], Value::Unbound);
            values.extend(positions.iter().map(take));
        }
    }
}

/// Equal inline ints can't be told apart: they are sorted by themselves.
fn sort_plain_ints(values: &mut [Value], reverse: bool) -> bool {
    let Some(mut ints) = all(values, |value| match value {
        Value::Int(i) => Some(*i),
        _ => None,
    }) else {
        return false;
    };
    ints.sort_unstable();
    if reverse {
        ints.reverse();
    }
    for (value, int) in values.iter_mut().zip(ints) {
        *value = Value::Int(int);
    }
    true
}

/// What `key` finds in every value, or `None` when it finds nothing in one.
fn all<'a, T>(values: &'a [Value], key: impl Fn(&'a Value) -> Option<T>) -> Option<Vec<T>> {
    key(values.first()?)?;
    values.iter().map(key).collect()
}

/// The sorted order of keys whose comparison calls nothing; `None` for others.
fn sorted_order(vm: &Vm, keys: &[Value], reverse: bool) -> Option<Order> {
    let int = |value: &Value| match value {
        Value::Int(i) => Some(*i),
        Value::True => Some(1),
        Value::False => Some(0),
        _ => None,
    };
    let float = |value: &Value| match value {
        Value::Float(f) if !f.get().is_nan() => Some(f.get()),
        _ => None,
    };
    let text = |value| Some(prefixed(plain_str(vm, value)?.text.as_bytes()));
    let bytes = |value| Some(prefixed(plain_bytes(vm, value)?.data.as_slice()));
    let by_value = |a: &f64, b: &f64| a.partial_cmp(b).unwrap_or(Ordering::Equal);
    if let Some(order) = order_of(keys, reverse, int, i64::cmp)
        .or_else(|| order_of(keys, reverse, float, by_value))
        .or_else(|| order_of(keys, reverse, text, Ord::cmp))
        .or_else(|| order_of(keys, reverse, bytes, Ord::cmp))
    {
        return Some(order);
    }
    let tuple = |value| match plain_tuple(vm, value)? {
        [first, ..] => Some((int(first).unwrap_or(0), plain_tuple(vm, value)?)),
        [] => None,
    };
    let tuples = all(keys, tuple)?;
    if !columns_agree(vm, tuples.iter().map(|(_, items)| *items)) {
        return None;
    }
    let order = order_by(tuples, reverse, |a, b| match a.0.cmp(&b.0) {
        Ordering::Equal => compare_items(a.1, b.1),
        order => order,
    });
    Some(Order::By(order))
}

/// The order of keys in which `key` finds something to compare.
fn order_of<'a, T>(
    keys: &'a [Value],
    reverse: bool,
    key: impl Fn(&'a Value) -> Option<T>,
    compare: impl Fn(&T, &T) -> Ordering,
) -> Option<Order> {
    order_of_run(keys, reverse, &key, &compare)
        .or_else(|| all(keys, key).map(|keys| Order::By(order_by(keys, reverse, compare))))
}

/// The order of keys that follow each other in it already, or, without equal ones, in the opposite one.
fn order_of_run<'a, T>(
    keys: &'a [Value],
    reverse: bool,
    key: impl Fn(&'a Value) -> Option<T>,
    compare: impl Fn(&T, &T) -> Ordering,
) -> Option<Order> {
    let mut last = key(keys.first()?)?;
    let (mut in_order, mut opposite) = (true, true);
    for value in &keys[1..] {
        let next = key(value)?;
        let step = match reverse {
            true => compare(&next, &last),
            false => compare(&last, &next),
        };
        in_order &= step != Ordering::Greater;
        opposite &= step == Ordering::Greater;
        if !in_order && !opposite {
            return None;
        }
        last = next;
    }
    Some(match in_order {
        true => Order::AsIs,
        false => Order::Backwards,
    })
}

/// Bytes, with the first ones as a number that is compared first.
fn prefixed(bytes: &[u8]) -> (u64, &[u8]) {
    let mut prefix = [0; 8];
    let len = bytes.len().min(8);
    prefix[..len].copy_from_slice(&bytes[..len]);
    (u64::from_be_bytes(prefix), bytes)
}

fn plain_tuple<'a>(vm: &Vm, value: &'a Value) -> Option<&'a [Value]> {
    let tuple = value.get::<Tuple>()?;
    (*vm.class_of(value) == vm.types.tuple).then_some(&tuple.items)
}

/// The values of a column whose comparison calls nothing, and which are all comparable with each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Int,
    Float,
    Text,
}

/// Whether in each place all tuples have plain values of one type.
fn columns_agree<'a>(vm: &Vm, tuples: impl Iterator<Item = &'a [Value]>) -> bool {
    let mut columns: SmallVec<[Column; 4]> = SmallVec::new();
    for items in tuples {
        for (at, item) in items.iter().enumerate() {
            let column = match item {
                Value::Int(_) | Value::True | Value::False => Column::Int,
                Value::Float(f) if !f.get().is_nan() => Column::Float,
                item if plain_str(vm, item).is_some() => Column::Text,
                _ => return false,
            };
            match columns.get(at) {
                Some(known) if *known == column => {}
                Some(_) => return false,
                None => columns.push(column),
            }
        }
    }
    true
}

/// The order of tuples whose columns agree.
fn compare_items(a: &[Value], b: &[Value]) -> Ordering {
    let int = |value: &Value| match value {
        Value::Int(i) => *i,
        other => i64::from(matches!(other, Value::True)),
    };
    for (x, y) in a.iter().zip(b) {
        let order = match (x, y) {
            (Value::Float(x), Value::Float(y)) => {
                x.get().partial_cmp(&y.get()).unwrap_or(Ordering::Equal)
            }
            (Value::Obj(x), Value::Obj(y)) => match (x.get::<Str>(), y.get::<Str>()) {
                (Some(x), Some(y)) => x.text.as_bytes().cmp(y.text.as_bytes()),
                _ => Ordering::Equal,
            },
            (x, y) => int(x).cmp(&int(y)),
        };
        if order != Ordering::Equal {
            return order;
        }
    }
    a.len().cmp(&b.len())
}

fn plain_str<'a>(vm: &Vm, value: &'a Value) -> Option<&'a Str> {
    let text = value.get::<Str>()?;
    (*vm.class_of(value) == vm.types.str).then_some(text)
}

fn plain_bytes<'a>(vm: &Vm, value: &'a Value) -> Option<&'a Bytes> {
    let bytes = value.get::<Bytes>()?;
    (*vm.class_of(value) == vm.types.bytes).then_some(bytes)
}

fn order_by<T>(keys: Vec<T>, reverse: bool, compare: impl Fn(&T, &T) -> Ordering) -> Vec<u32> {
    let mut pairs: Vec<(T, u32)> = keys.into_iter().zip(0..).collect();
    if reverse {
        pairs.sort_by(|a, b| compare(&b.0, &a.0));
    } else {
        pairs.sort_by(|a, b| compare(&a.0, &b.0));
    }
    pairs.into_iter().map(|(_, at)| at).collect()
}

/// The order by `<` of any keys, with as much of it as there is when a comparison raises.
fn merge_order(vm: &Vm, keys: &[Value], reverse: bool) -> (Vec<u32>, PyResult<()>) {
    let mut order: Vec<u32> = (0..keys.len() as u32).collect();
    // Sorting backwards keeps the order of equal items when it starts and ends backwards.
    if reverse {
        order.reverse();
    }
    let plain_tuples = keys.iter().all(|key| *vm.class_of(key) == vm.types.tuple);
    let first_class = keys
        .first()
        .and_then(|key| compared_class(vm, key, plain_tuples));
    let asks_first = first_class.is_some_and(|class| class.is_heap())
        && keys
            .iter()
            .all(|key| compared_class(vm, key, plain_tuples) == first_class);
    let result = merge_sort::sort(&mut order, |a, b| {
        let (a, b) = (&keys[a as usize], &keys[b as usize]);
        match (a.get::<Tuple>(), b.get::<Tuple>()) {
            (Some(a), Some(b)) if plain_tuples => tuple_less(vm, &a.items, &b.items, asks_first),
            _ if asks_first => ask_less(vm, a, b),
            _ => less(vm, a, b),
        }
    });
    if reverse {
        order.reverse();
    }
    (order, result)
}

/// `a < b`.
#[inline]
fn less(vm: &Vm, a: &Value, b: &Value) -> PyResult<bool> {
    if let (Some(x), Some(y)) = (plain_str(vm, a), plain_str(vm, b)) {
        return Ok(x.text.as_bytes() < y.text.as_bytes());
    }
    vm.tick()?;
    ops::compare_bool(vm, Compare::Lt, a, b)
}

/// `a < b` of keys that all have one class: the left one's method is asked, and if it does not know, it all begins
/// once more.
fn ask_less(vm: &Vm, a: &Value, b: &Value) -> PyResult<bool> {
    match ops::ask_compare(vm, Compare::Lt, a, b)? {
        Some(answer) => ops::truth(vm, &answer),
        None => less(vm, a, b),
    }
}

/// The class of what of a key is compared first: of tuples the first item.
fn compared_class<'a>(vm: &'a Vm, key: &'a Value, tuples: bool) -> Option<&'a Ref<Class>> {
    match key.get::<Tuple>() {
        Some(tuple) if tuples => Some(vm.class_of(tuple.items.first()?)),
        _ => Some(vm.class_of(key)),
    }
}

/// `a < b` of plain tuples: the first pair of items that differ decides.
fn tuple_less(vm: &Vm, a: &[Value], b: &[Value], asks_first: bool) -> PyResult<bool> {
    for (at, (x, y)) in a.iter().zip(b).enumerate() {
        if !ops::eq(vm, x, y)? {
            return match asks_first && at == 0 {
                true => ask_less(vm, x, y),
                false => less(vm, x, y),
            };
        }
    }
    Ok(a.len() < b.len())
}
