//! Ways round the look-up of special methods for operations on exact built-in types, which cannot be
//! overridden. Each answers `None` where only the methods can tell.

use crate::object::heap::{Kind, Obj};
use crate::object::ops::{BinaryOp, Compare};
use crate::object::special::Special;
use crate::object::value::{PyResult, Value};
use crate::types::bytearray::ByteArray;
use crate::types::bytes::Bytes;
use crate::types::dict::Dict;
use crate::types::dict_iterators::{self, DictIterator, Part};
use crate::types::dict_views::DictView;
use crate::types::enumerate::Enumerate;
use crate::types::int;
use crate::types::iterators::{self, ListIterator, ListReverseIterator, TupleIterator};
use crate::types::iterators_text::{BytesIterator, StrIterator};
use crate::types::list::List;
use crate::types::numbers;
use crate::types::range::Range;
use crate::types::range_iterators::{self, RangeIterator};
use crate::types::sequence;
use crate::types::set::Set;
use crate::types::set_methods::SetIterator;
use crate::types::slice::Bounds;
use crate::types::str::Str;
use crate::types::tuple::Tuple;
use crate::types::zip::{self, Zip};
use crate::vm::Vm;

/// How deep tuples in tuples are looked into.
const DEPTH: u32 = 3;

/// The hash of a plain int, str or bytes.
#[inline(always)]
pub fn hash(vm: &Vm, value: &Value) -> Option<i64> {
    match value {
        Value::Int(i) => Some(int::hash_i64(*i)),
        Value::Obj(key) if *key.class() == vm.types.str => Some(key.get::<Str>()?.hash_value()),
        Value::Obj(key) if *key.class() == vm.types.bytes => Some(key.get::<Bytes>()?.hash_value()),
        _ => None,
    }
}

/// The hash of an object of a built-in class, or of a subclass that has not overridden it.
pub fn hash_of_built_in(vm: &Vm, obj: &Obj) -> Option<PyResult<i64>> {
    let inherits = |built_in| obj.class().has_of(vm, Special::Hash, built_in);
    let types = &vm.types;
    Some(match obj.kind() {
        Kind::Tuple if inherits(&types.tuple) => {
            let tuple = obj.get::<Tuple>()?;
            vm.recurse("").and_then(|_guard| tuple.hash_value(vm))
        }
        Kind::Str if inherits(&types.str) => Ok(obj.get::<Str>()?.hash_value()),
        Kind::Bytes if inherits(&types.bytes) => Ok(obj.get::<Bytes>()?.hash_value()),
        Kind::BigInt if inherits(&types.int) => Ok(int::hash_of_big(obj)?),
        Kind::Set if inherits(&types.frozenset) => Ok(obj.get::<Set>()?.frozen_hash()),
        _ => return None,
    })
}

/// Equality (or identity) that needs no user code.
#[inline]
pub fn eq(vm: &Vm, a: &Value, b: &Value) -> Option<bool> {
    if a.is(b) {
        return Some(true);
    }
    match (a, b) {
        (Value::Obj(x), Value::Obj(y)) => eq_texts(vm, x, y)
            .or_else(|| eq_bytes(vm, x, y))
            .or_else(|| eq_tuples(vm, a, b, DEPTH)),
        (Value::Int(_), Value::Int(_)) => Some(false),
        (Value::Obj(x), _) | (_, Value::Obj(x)) => (*x.class() == vm.types.str).then_some(false),
        _ => eq_inline(vm, a, b),
    }
}

/// `x == y` of two plain strs.
#[inline]
pub fn eq_texts(vm: &Vm, x: &Obj, y: &Obj) -> Option<bool> {
    if *x.class() != vm.types.str || *y.class() != vm.types.str {
        return None;
    }
    let (s, t) = (x.get::<Str>()?, y.get::<Str>()?);
    Some(x == y || s.text == t.text)
}

/// `x == y` of two plain bytes objects.
#[inline]
fn eq_bytes(vm: &Vm, x: &Obj, y: &Obj) -> Option<bool> {
    if *x.class() != vm.types.bytes || *y.class() != vm.types.bytes {
        return None;
    }
    Some(x.get::<Bytes>()?.data == y.get::<Bytes>()?.data)
}

/// `a == b` of two values that are no heap objects.
fn eq_inline(vm: &Vm, a: &Value, b: &Value) -> Option<bool> {
    match (a, b) {
        (Value::Float(x), Value::Float(y)) => Some(x.get() == y.get()),
        (Value::Int(_), Value::Float(_)) | (Value::Float(_), Value::Int(_)) => {
            numbers::compare(vm, Compare::Eq, a, b)
        }
        (Value::True | Value::False, other) | (other, Value::True | Value::False) => {
            let truth = matches!(a, Value::True) || matches!(b, Value::True);
            match other {
                Value::Int(i) => Some(*i == i64::from(truth)),
                Value::Float(f) => Some(f.get() == f64::from(u8::from(truth))),
                _ => Some(false),
            }
        }
        _ => Some(false),
    }
}

/// Equality of plain tuples of what needs no user code.
fn eq_tuples(vm: &Vm, a: &Value, b: &Value, depth: u32) -> Option<bool> {
    let (Value::Obj(x), Value::Obj(y)) = (a, b) else {
        return None;
    };
    let (Some(s), Some(t)) = (x.get::<Tuple>(), y.get::<Tuple>()) else {
        return None;
    };
    if depth == 0 || *x.class() != vm.types.tuple || *y.class() != vm.types.tuple {
        return None;
    }
    if s.items.len() != t.items.len() {
        return Some(false);
    }
    for (x, y) in s.items.iter().zip(&t.items) {
        let both_tuples = x.get::<Tuple>().is_some() && y.get::<Tuple>().is_some();
        let equal = match both_tuples && !x.is(y) {
            true => eq_tuples(vm, x, y, depth - 1),
            false => eq(vm, x, y),
        };
        if equal != Some(true) {
            return equal;
        }
    }
    Some(true)
}

/// `a + b`, `a * b` and `a % b` of plain strs, lists, tuples and bytes.
#[inline]
pub fn binary(vm: &Vm, op: &BinaryOp, a: &Value, b: &Value) -> Option<PyResult> {
    match op.forward {
        Special::Add => add(vm, a, b),
        Special::Mul => match (a, b) {
            (Value::Obj(_), Value::Int(times)) => repeat(vm, a, *times),
            (Value::Int(times), Value::Obj(_)) => repeat(vm, b, *times),
            _ => None,
        },
        Special::Mod => match a {
            // A subclass of str may have a `__rmod__` that comes first.
            Value::Obj(s)
                if *s.class() == vm.types.str
                    && (!vm.class_of(b).is_heap() || b.get::<Str>().is_none()) =>
            {
                let format = &s.get::<Str>()?.text;
                Some(crate::types::formatting::percent(vm, a, format, b))
            }
            Value::Obj(s)
                if *s.class() == vm.types.bytes
                    && (!vm.class_of(b).is_heap() || b.get::<Bytes>().is_none()) =>
            {
                let format = &s.get::<Bytes>()?.data;
                let formatted = crate::types::formatting::percent_bytes(vm, format, b);
                Some(formatted.map(|bytes| vm.bytes(bytes)))
            }
            _ => None,
        },
        _ => None,
    }
}

/// Whether a value is a plain list or tuple.
pub fn is_plain_sequence(vm: &Vm, value: &Value) -> bool {
    value
        .obj()
        .is_some_and(|obj| *obj.class() == vm.types.list || *obj.class() == vm.types.tuple)
}

/// `a + b` of plain strs or lists in the object of `a`, where nobody else refers to it: what comes of all but the
/// first `+` of `x + y + z`. `None`, and nothing done, for anything else.
pub fn add_to_sole(vm: &Vm, a: &mut Value, b: &Value) -> Option<PyResult> {
    let (Value::Obj(x), Value::Obj(y)) = (&mut *a, b) else {
        return None;
    };
    if x.class() != y.class() {
        return None;
    }
    let done = if *x.class() == vm.types.str {
        x.get_mut::<Str>()?.append(&y.get::<Str>()?.text)?
    } else if *x.class() == vm.types.list {
        x.get_mut::<List>()?.items.append(&y.get::<List>()?.items)
    } else {
        return None;
    };
    Some(match done {
        true => Ok(std::mem::replace(a, Value::None)),
        false => Err(vm.memory_error("")),
    })
}

fn add(vm: &Vm, a: &Value, b: &Value) -> Option<PyResult> {
    let (Value::Obj(x), Value::Obj(y)) = (a, b) else {
        return None;
    };
    let (class, types) = (x.class(), &vm.types);
    if class != y.class() {
        None
    } else if *class == types.str {
        Some(crate::types::str::concat(vm, a, b))
    } else if *class == types.list {
        Some(x.get::<List>()?.concat(vm, y.get::<List>()?))
    } else if *class == types.tuple {
        let (s, t) = (&x.get::<Tuple>()?.items, &y.get::<Tuple>()?.items);
        match (s.is_empty(), t.is_empty()) {
            (true, _) => Some(Ok(b.clone())),
            (_, true) => Some(Ok(a.clone())),
            _ => Some(Ok(vm.tuple_of(s.iter().chain(t).cloned()))),
        }
    } else {
        None
    }
}

fn repeat(vm: &Vm, sequence: &Value, times: i64) -> Option<PyResult> {
    let Value::Obj(obj) = sequence else {
        return None;
    };
    let (class, types) = (obj.class(), &vm.types);
    let times = usize::try_from(times).unwrap_or(0);
    if *class == types.str {
        let text = &obj.get::<Str>()?.text;
        Some(match times {
            1 => Ok(sequence.clone()),
            _ => crate::types::str::repeated(vm, text, times),
        })
    } else if *class == types.list {
        let items = &obj.get::<List>()?.items;
        let repeated = match items.len() {
            1 => sequence::repeat(vm, &[items.get(0)?], times),
            len => sequence::vec_of_capacity(vm, len.saturating_mul(times)).map(|mut all| {
                (0..times).for_each(|_| items.append_to(&mut all));
                all
            }),
        };
        Some(repeated.map(|items| vm.list(items)))
    } else {
        None
    }
}

/// `value[start:stop:step]` of plain strs, lists, tuples and bytes.
pub fn slice(vm: &Vm, value: &Value, [start, stop, step]: [&Value; 3]) -> Option<PyResult> {
    let Value::Obj(obj) = value else { return None };
    let (class, types) = (obj.class(), &vm.types);
    if class.is_heap() {
        return None;
    }
    if !step.is_none() {
        let text = match *class == types.str {
            true => &obj.get::<Str>()?.text,
            false => return None,
        };
        let bounds = Bounds::stepped(start, stop, step)?;
        return Some(Ok(crate::types::str::stepped(vm, value, text, bounds)));
    }
    let bounds = Bounds::plain(start, stop)?;
    let range = |len: usize| {
        let span = bounds.fit(len);
        span.start..span.start + span.count
    };
    if *class == types.list {
        let items = &obj.get::<List>()?.items;
        let range = range(items.len());
        return Some(Ok(vm.list(items.range_to_vec(range.start, range.end))));
    }
    if *class == types.str {
        let text = &obj.get::<Str>()?.text;
        let range = range(text.len());
        return Some(Ok(match range.len() == text.len() {
            true => value.clone(),
            false => vm.text_slice(text, text.byte_range(range)),
        }));
    }
    if *class == types.tuple {
        let items = &obj.get::<Tuple>()?.items;
        let range = range(items.len());
        return Some(Ok(match range.len() == items.len() {
            true => value.clone(),
            false => vm.tuple_of(items[range].iter().cloned()),
        }));
    }
    if *class == types.bytes {
        let data = &obj.get::<Bytes>()?.data;
        let range = range(data.len());
        return Some(Ok(match range.len() == data.len() {
            true => value.clone(),
            false => vm.bytes(&data[range]),
        }));
    }
    None
}

/// `a op b` of two strs, bytes objects, tuples or lists, or of instances of subclasses that have not overridden it.
#[inline]
pub fn compare(vm: &Vm, op: Compare, a: &Value, b: &Value) -> Option<PyResult> {
    let (Value::Obj(x), Value::Obj(y)) = (a, b) else {
        return None;
    };
    let kind = x.kind();
    let built_in = match kind {
        Kind::Str => &vm.types.str,
        Kind::Bytes => &vm.types.bytes,
        Kind::Tuple => &vm.types.tuple,
        Kind::List => &vm.types.list,
        _ => return None,
    };
    if y.kind() != kind
        || !x.class().has_of(vm, op.special(), built_in)
        || !y.class().has_of(vm, op.reflected().special(), built_in)
    {
        return None;
    }
    if kind == Kind::Str {
        let (s, t) = (&x.get::<Str>()?.text, &y.get::<Str>()?.text);
        return Some(Ok(Value::bool(match op {
            Compare::Eq => s == t,
            Compare::Ne => s != t,
            _ => op.holds(s.as_bytes(), t.as_bytes()),
        })));
    }
    if let (Some(s), Some(t)) = (x.get::<Bytes>(), y.get::<Bytes>()) {
        return Some(Ok(Value::bool(op.holds(&s.data, &t.data))));
    }
    if let (Some(s), Some(t)) = (x.get::<Tuple>(), y.get::<Tuple>())
        && let Some(holds) = compare_tuples(vm, op, &s.items, &t.items)
    {
        return Some(Ok(Value::bool(holds)));
    }
    let compare_items = || {
        let _guard = vm.recurse(" in comparison")?;
        match (x.get::<Tuple>(), x.get::<List>()) {
            (Some(s), _) => sequence::compare(vm, op, s, y.get::<Tuple>().unwrap_or(s)),
            (_, Some(s)) => sequence::compare(vm, op, s, y.get::<List>().unwrap_or(s)),
            _ => Ok(Value::NotImplemented),
        }
    };
    Some(compare_items())
}

/// `a op b` of the items of two tuples, where that needs no user code.
fn compare_tuples(vm: &Vm, op: Compare, a: &[Value], b: &[Value]) -> Option<bool> {
    let equality = matches!(op, Compare::Eq | Compare::Ne);
    if equality && a.len() != b.len() {
        return Some(op == Compare::Ne);
    }
    for (x, y) in a.iter().zip(b) {
        if eq(vm, x, y)? {
            continue;
        }
        return match (op, x, y) {
            (Compare::Eq, ..) => Some(false),
            (Compare::Ne, ..) => Some(true),
            (_, Value::Int(x), Value::Int(y)) => Some(op.holds(x, y)),
            (_, Value::Float(x), Value::Float(y)) => Some(op.holds(x.get(), y.get())),
            (_, Value::Obj(s), Value::Obj(t))
                if *s.class() == vm.types.str && *t.class() == vm.types.str =>
            {
                let (s, t) = (&s.get::<Str>()?.text, &t.get::<Str>()?.text);
                Some(op.holds(s.as_bytes(), t.as_bytes()))
            }
            _ => numbers::compare(vm, op, x, y),
        };
    }
    Some(op.holds(a.len(), b.len()))
}

/// `item in container` of plain dicts, sets, frozensets and strs, where that needs no user code.
#[inline]
pub fn contains(vm: &Vm, container: &Value, item: &Value) -> Option<bool> {
    let obj = container.obj()?;
    match obj.kind() {
        Kind::Dict if *obj.class() == vm.types.dict => obj.get::<Dict>()?.has_plain(vm, item),
        Kind::Set if !obj.class().is_heap() => {
            obj.get::<Set>()?.has_plain(vm, item, hash(vm, item)?)
        }
        Kind::Str if *obj.class() == vm.types.str => {
            let part = item.get::<Str>()?;
            Some(obj.get::<Str>()?.text.contains(&part.text))
        }
        _ => None,
    }
}

/// `len(value)`.
#[inline]
pub fn len(vm: &Vm, value: &Value) -> Option<usize> {
    let Value::Obj(obj) = value else { return None };
    if obj.class().is_heap() {
        return None;
    }
    match obj.kind() {
        Kind::List => Some(obj.get::<List>()?.items.len()),
        Kind::Str => Some(obj.get::<Str>()?.text.len()),
        Kind::Dict => Some(obj.get::<Dict>()?.len()),
        Kind::Tuple if *obj.class() == vm.types.tuple => Some(obj.get::<Tuple>()?.items.len()),
        Kind::Set => Some(obj.get::<Set>()?.len()),
        Kind::Bytes => Some(obj.get::<Bytes>()?.data.len()),
        Kind::ByteArray => Some(obj.get::<ByteArray>()?.borrow().len()),
        _ => None,
    }
}

/// The view of a dict that an object is; those of an OrderedDict have iterators of their own.
fn plain_view<'a>(vm: &Vm, obj: &'a Obj) -> Option<&'a DictView> {
    let (class, types) = (obj.class(), &vm.types);
    let plain = [&types.dict_items, &types.dict_keys, &types.dict_values];
    obj.get::<DictView>()
        .filter(|_| plain.into_iter().any(|plain| class == plain))
}

/// `list(value)` as a vector.
pub fn collect(vm: &Vm, value: &Value) -> Option<Vec<Value>> {
    let Value::Obj(obj) = value else { return None };
    let (class, types) = (obj.class(), &vm.types);
    if *class == types.list {
        Some(obj.get::<List>()?.items.to_vec())
    } else if *class == types.tuple {
        Some(obj.get::<Tuple>()?.items.to_vec())
    } else if *class == types.dict {
        Some(obj.get::<Dict>()?.keys())
    } else if *class == types.set || *class == types.frozenset {
        Some(obj.get::<Set>()?.to_vec())
    } else if *class == types.range {
        obj.get::<crate::types::range::Range>()?.to_vec()
    } else if *class == types.str {
        let text = &obj.get::<Str>()?.text;
        let mut characters = Vec::with_capacity(text.len());
        characters.extend(text.chars().map(|c| vm.code_point(c)));
        Some(characters)
    } else if *class == types.bytes {
        let data = &obj.get::<Bytes>()?.data;
        Some(data.iter().map(|byte| Value::Int((*byte).into())).collect())
    } else {
        // Not to be inherited from.
        Some(plain_view(vm, obj)?.to_vec(vm))
    }
}

/// The next value of iterators that run no user code and raise nothing.
#[inline(always)]
pub fn next_plain(obj: &Obj) -> Option<Option<Value>> {
    match obj.kind() {
        Kind::RangeIterator => Some(obj.get::<RangeIterator>()?.next().map(Value::Int)),
        Kind::ListIterator => Some(obj.get::<ListIterator>()?.next()),
        Kind::TupleIterator => Some(obj.get::<TupleIterator>()?.next()),
        Kind::ListReverseIterator => Some(obj.get::<ListReverseIterator>()?.next()),
        _ => None,
    }
}

/// `next(iterator)` of built-in iterators that cannot be inherited from.
#[inline]
pub fn next(vm: &Vm, iterator: &Value) -> Option<PyResult<Option<Value>>> {
    let Value::Obj(obj) = iterator else {
        return None;
    };
    if let Some(item) = next_plain(obj) {
        return Some(Ok(item));
    }
    match obj.kind() {
        Kind::DictIterator => Some(obj.get::<DictIterator>()?.next(vm)),
        Kind::SetIterator => Some(obj.get::<SetIterator>()?.next(vm)),
        Kind::StrIterator => Some(Ok(obj.get::<StrIterator>()?.next(vm))),
        Kind::BytesIterator => Some(obj.get::<BytesIterator>()?.next(vm)),
        _ => None,
    }
}

/// The next of those iterators whose values are pairs, without making the pair.
#[inline]
pub fn next_pair(vm: &Vm, iterator: &Value) -> Option<PyResult<Option<(Value, Value)>>> {
    let Value::Obj(obj) = iterator else {
        return None;
    };
    match obj.kind() {
        Kind::Enumerate if *obj.class() == vm.types.enumerate => {
            Some(obj.get::<Enumerate>()?.next_pair(vm))
        }
        Kind::Zip if *obj.class() == vm.types.zip => {
            let (a, b) = obj.get::<Zip>()?.two()?;
            Some(zip::next_pair(vm, a, b))
        }
        Kind::DictIterator => {
            let items = obj.get::<DictIterator>()?;
            items.gives_items().then(|| items.next_item(vm))
        }
        _ => None,
    }
}

/// The iterator of a value of one of the most frequent built-in classes.
#[inline]
pub fn iter(vm: &Vm, value: &Value) -> Option<Value> {
    let Value::Obj(obj) = value else { return None };
    let class = obj.class();
    match obj.kind() {
        Kind::List if *class == vm.types.list => {
            Some(iterators::list_iterator(vm, obj.as_ref::<List>()?.clone()))
        }
        Kind::Tuple if *class == vm.types.tuple => Some(iterators::tuple_iterator(
            vm,
            obj.as_ref::<Tuple>()?.clone(),
        )),
        Kind::Range => Some(range_iterators::forwards(vm, obj.get::<Range>()?)),
        Kind::Str if *class == vm.types.str => Some(StrIterator::alloc(vm, obj.as_ref::<Str>()?)),
        Kind::Dict if *class == vm.types.dict => {
            let dict = obj.as_ref::<Dict>()?.clone();
            Some(dict_iterators::new(vm, dict, Part::Keys, false))
        }
        Kind::DictView => {
            let view = plain_view(vm, obj)?;
            let dict = view.dict.clone();
            Some(dict_iterators::new(vm, dict, view.part, false))
        }
        Kind::Generator if *class == vm.types.generator => Some(value.clone()),
        _ => None,
    }
}
