//! What sequences share: subscripts, comparison item by item, searching, the text of containers, and
//! limits of sizes. What one sequence type does alone is in its own file.

use super::slice::{self, Bounds, Slice};
use crate::object::class::Class;
use crate::object::ops::{self, Compare};
use crate::object::special::Special;
use crate::object::value::{PyResult, Raised, Value};
use crate::text::Text;
use crate::types::args;
use crate::types::dict::Dict;
use crate::types::tuple::Tuple;
use crate::vm::Vm;

/// Items in order, which may change whenever user code runs.
pub trait Items {
    /// How many there are now.
    fn count(&self) -> usize;
    /// The item at `index` now.
    fn item(&self, index: usize) -> Option<Value>;
}

// ---------------------------------------------------------------------------------------------
// Subscripts

/// What stood between the brackets.
pub enum Subscript {
    /// An index, negative ones not yet counted from the end.
    Index(i64),
    /// A slice, not yet fitted to a length.
    Slice(Bounds),
}

/// The meaning of `key` in `sequence[key]`; `what` is the type's name in the error.
///
/// # Errors
/// TypeError for anything that is no index and no slice; IndexError for an index past all sizes.
pub fn subscript(vm: &Vm, key: &Value, what: &str) -> PyResult<Subscript> {
    match key {
        Value::Int(i) => Ok(Subscript::Index(*i)),
        Value::Obj(obj) if let Some(slice) = obj.get::<Slice>() => {
            slice.bounds(vm).map(Subscript::Slice)
        }
        _ if args::has_index(vm, key) => args::subscript(vm, key).map(Subscript::Index),
        _ => Err(vm.type_error(format!(
            "{what} indices must be integers or slices, not {}",
            vm.type_name(key)
        ))),
    }
}

// ---------------------------------------------------------------------------------------------
// Comparison and search

/// Compares two sequences item by item. Reference: 6.10.1, Value comparisons.
///
/// # Errors
/// Whatever the items' comparison raises.
pub fn compare(vm: &Vm, op: Compare, a: &impl Items, b: &impl Items) -> PyResult {
    let equality = matches!(op, Compare::Eq | Compare::Ne);
    if equality && a.count() != b.count() {
        return Ok(Value::bool(op == Compare::Ne));
    }
    let mut at = 0;
    while let (Some(x), Some(y)) = (a.item(at), b.item(at)) {
        if !ops::eq(vm, &x, &y)? {
            // The comparison may have changed the items, or taken them away.
            let (Some(x), Some(y)) = (a.item(at), b.item(at)) else {
                break;
            };
            return match op {
                Compare::Eq => Ok(Value::False),
                Compare::Ne => Ok(Value::True),
                _ => ops::compare(vm, op, &x, &y),
            };
        }
        at += 1;
    }
    Ok(Value::bool(op.holds(a.count(), b.count())))
}

/// Whether an item is (or equals) `value`.
///
/// # Errors
/// Whatever `__eq__` raises.
pub fn contains(vm: &Vm, items: &impl Items, value: &Value) -> PyResult<bool> {
    let mut at = 0;
    while let Some(item) = items.item(at) {
        if ops::eq(vm, &item, value)? {
            return Ok(true);
        }
        at += 1;
    }
    Ok(false)
}

/// How many items are (or equal) `value`.
///
/// # Errors
/// Whatever `__eq__` raises.
pub fn count(vm: &Vm, items: &impl Items, value: &Value) -> PyResult {
    let (mut at, mut found) = (0, 0);
    while let Some(item) = items.item(at) {
        found += i64::from(ops::eq(vm, &item, value)?);
        at += 1;
    }
    Ok(Value::Int(found))
}

/// The first position in `start..stop` (as given, `Unbound` for none) that holds `value`.
///
/// # Errors
/// TypeError for bounds that are no integers, or whatever `__eq__` raises.
pub fn find(
    vm: &Vm,
    items: &impl Items,
    value: &Value,
    start: &Value,
    stop: &Value,
) -> PyResult<Option<usize>> {
    let start = slice::bound_arg(vm, start, 0)?;
    let stop = slice::bound_arg(vm, stop, i64::MAX)?;
    let from_end = |i: i64| {
        if i < 0 {
            i.saturating_add(items.count() as i64).max(0) as usize
        } else {
            i as usize
        }
    };
    let (mut at, stop) = (from_end(start), from_end(stop));
    while at < stop
        && let Some(item) = items.item(at)
    {
        if ops::eq(vm, &item, value)? {
            return Ok(Some(at));
        }
        at += 1;
    }
    Ok(None)
}

// ---------------------------------------------------------------------------------------------
// Text

/// While it lives, a nested `repr` of the same object knows that it is nested.
pub struct ReprGuard<'a> {
    vm: &'a Vm,
    id: usize,
}

impl<'a> ReprGuard<'a> {
    /// `None` when the object's repr is being made already.
    pub fn enter(vm: &'a Vm, value: &Value) -> Option<ReprGuard<'a>> {
        let id = value.id() as usize;
        let is_first = vm.state.repr_running.borrow_mut().insert(id);
        is_first.then(|| ReprGuard { vm, id })
    }
}

impl Drop for ReprGuard<'_> {
    fn drop(&mut self) {
        self.vm.state.repr_running.borrow_mut().remove(&self.id);
    }
}

/// Appends the reprs of all items, separated by commas.
///
/// # Errors
/// Whatever an item's `__repr__` raises.
pub fn push_reprs(vm: &Vm, out: &mut Text, items: &impl Items) -> PyResult<()> {
    let mut at = 0;
    while let Some(item) = items.item(at) {
        if at > 0 {
            out.push_str(", ");
        }
        out.push_text(&ops::repr(vm, &item)?.text);
        at += 1;
    }
    Ok(())
}

// ---------------------------------------------------------------------------------------------
// Sizes

/// More items than this cannot be.
const MAX_ITEMS: usize = isize::MAX as usize / size_of::<Value>();

/// An empty vector with room for `len` items.
///
/// # Errors
/// MemoryError when there is no such room.
pub fn vec_of_capacity(vm: &Vm, len: usize) -> PyResult<Vec<Value>> {
    let mut values = Vec::new();
    if len > MAX_ITEMS || values.try_reserve_exact(len).is_err() {
        return Err(vm.memory_error(""));
    }
    Ok(values)
}

/// Appends to a vector that grows with what a program gives.
///
/// # Errors
/// MemoryError when there is no room.
#[inline(always)]
pub fn push<T>(vm: &Vm, values: &mut Vec<T>, value: T) -> PyResult<()> {
    if values.len() == values.capacity() {
        make_room(vm, values, 1)?;
    }
    values.push(value);
    Ok(())
}

/// Makes room for some more.
///
/// # Errors
/// MemoryError when there is none.
#[cold]
#[inline(never)]
pub fn make_room<T>(vm: &Vm, values: &mut Vec<T>, more: usize) -> PyResult<()> {
    (values.try_reserve(more)).map_err(|_| vm.memory_error(""))
}

/// `items * times`.
///
/// # Errors
/// MemoryError when the result is too large.
pub fn repeat(vm: &Vm, items: &[Value], times: usize) -> PyResult<Vec<Value>> {
    let Some(len) = items.len().checked_mul(times) else {
        return Err(vm.memory_error(""));
    };
    let mut result = vec_of_capacity(vm, len)?;
    match items {
        // Without looking each time at what it is.
        [Value::Int(i)] => result.extend(std::iter::repeat_with(|| Value::Int(*i)).take(len)),
        [Value::None] => result.extend(std::iter::repeat_with(|| Value::None).take(len)),
        [Value::False] => result.extend(std::iter::repeat_with(|| Value::False).take(len)),
        [Value::True] => result.extend(std::iter::repeat_with(|| Value::True).take(len)),
        [one] => result.resize(len, one.clone()),
        _ => {
            for _ in 0..if items.is_empty() { 0 } else { times } {
                result.extend_from_slice(items);
            }
        }
    }
    Ok(result)
}

/// `a + b`.
///
/// # Errors
/// MemoryError when the result is too large.
pub fn concat(vm: &Vm, mut a: Vec<Value>, b: Vec<Value>) -> PyResult<Vec<Value>> {
    if a.try_reserve_exact(b.len()).is_err() {
        return Err(vm.memory_error(""));
    }
    a.extend(b);
    Ok(a)
}

// ---------------------------------------------------------------------------------------------
// Arguments of constructors

/// The positional arguments of a constructor that takes between `least` and `most` of them and no
/// keywords; `args` is the tuple and `keywords` the dict its signature collected.
///
/// # Errors
/// TypeError when they don't fit.
pub fn positional<'a>(
    vm: &Vm,
    name: &str,
    args: &'a Value,
    keywords: &Value,
    (least, most): (usize, usize),
) -> PyResult<&'a [Value]> {
    if keywords.get::<Dict>().is_some_and(|dict| !dict.is_empty()) {
        return Err(vm.type_error(format!("{name}() takes no keyword arguments")));
    }
    let args: &[Value] = args.get::<Tuple>().map_or(&[], |tuple| &tuple.items);
    check_count(vm, name, args, (least, most))
}

/// The arguments, if there are between `least` and `most` of them.
///
/// # Errors
/// TypeError when there are not.
pub fn check_count<'a>(
    vm: &Vm,
    name: &str,
    args: &'a [Value],
    (least, most): (usize, usize),
) -> PyResult<&'a [Value]> {
    if (least..=most).contains(&args.len()) {
        return Ok(args);
    }
    Err(count_error(vm, name, args.len(), (least, most)))
}

/// The keywords that the `__init__` of a built-in type has to refuse: those of a class with a `__new__` of its
/// own are that method's business.
pub fn keywords_of_init<'a>(keywords: &'a Value, class: &Class) -> &'a Value {
    match class.asks_for_new.get() {
        true => &Value::None,
        false => keywords,
    }
}

/// The keywords that the `__new__` of `base` has to refuse: those of a class with an `__init__` of its own are
/// that method's business.
pub fn keywords_of_new<'a>(vm: &Vm, keywords: &'a Value, class: &Class, base: &Class) -> &'a Value {
    let own = class.special(vm, Special::Init);
    let inherited = base.special(vm, Special::Init);
    match (own, inherited) {
        (Some(own), Some(inherited)) if !own.is(&inherited) => &Value::None,
        _ => keywords,
    }
}

fn count_error(vm: &Vm, name: &str, given: usize, (least, most): (usize, usize)) -> Raised {
    let (word, limit) = match given {
        _ if least == most => ("", most),
        _ if given < least => ("at least ", least),
        _ => ("at most ", most),
    };
    let s = if limit == 1 { "" } else { "s" };
    vm.type_error(format!(
        "{name} expected {word}{limit} argument{s}, got {given}"
    ))
}
