//! The Python-visible methods of `set` and `frozenset`, and their iterator.

use super::iterators::{Held, LENGTH_HINT_DOC, REDUCE_DOC, SELF_ITER, reduced};
use super::sequence::{self, ReprGuard};
use super::set::Set;
use super::set_algebra as algebra;
use super::slots;
use super::tuple::Tuple;
use crate::object::heap::{self, Kind, Obj, Trace};
use crate::object::lookup;
use crate::object::ops::{self, Compare};
use crate::object::table::{self, Row, TypeTable, method, plain};
use crate::object::value::{PyResult, Value};
use crate::text::Text;
use crate::vm::Vm;
use std::cell::Cell;

/// The table of `set`.
pub const SET: TypeTable = TypeTable {
    constants: &[table::UNHASHABLE],
    name: "set",
    told: Some("(iterable=(), /)"),
    own: &["__getattribute__"],
    doc: "Build an unordered collection of unique elements.",
    kind: Kind::Set,
    construct: Some(construct_set),
    subclassable: true,
    weakrefable: true,
    methods: &[
        table::new("__new__(type, *args, **kwargs)", set_new),
        method(
            "__init__(self, /, *args, **kwargs)",
            init,
            "Initialize self.  See help(type(self)) for accurate signature.",
        ),
        REPR,
        LT,
        LE,
        EQ,
        NE,
        GT,
        GE,
        ITER,
        SUB,
        RSUB,
        AND,
        RAND,
        XOR,
        RXOR,
        OR,
        ROR,
        method("__isub__(self, value, /)", isub, "Return self-=value."),
        method("__iand__(self, value, /)", iand, "Return self&=value."),
        method("__ixor__(self, value, /)", ixor, "Return self^=value."),
        slots::ior(ior),
        LEN,
        CONTAINS,
        method(
            "add(self, object, /)",
            add,
            "Add an element to a set.\n\nThis has no effect if the element is already present.",
        ),
        method(
            "clear(self, /)",
            clear,
            "Remove all elements from this set.",
        ),
        COPY,
        method(
            "discard(self, object, /)",
            discard,
            "Remove an element from a set if it is a member.\n\nUnlike set.remove(), the discard() method does not raise\nan exception when an element is missing from the set.",
        ),
        DIFFERENCE,
        method(
            "difference_update(self, /, *others)",
            difference_update,
            "Update the set, removing elements found in others.",
        ),
        INTERSECTION,
        method(
            "intersection_update(self, /, *others)",
            intersection_update,
            "Update the set, keeping only elements found in it and all others.",
        ),
        ISDISJOINT,
        ISSUBSET,
        ISSUPERSET,
        method(
            "pop(self, /)",
            pop,
            "Remove and return an arbitrary set element.\n\nRaises KeyError if the set is empty.",
        ),
        REDUCE,
        method(
            "remove(self, object, /)",
            remove,
            "Remove an element from a set; it must be a member.\n\nIf the element is not a member, raise a KeyError.",
        ),
        SIZEOF,
        SYMMETRIC_DIFFERENCE,
        method(
            "symmetric_difference_update(self, other, /)",
            symmetric_difference_update,
            "Update the set, keeping only elements found in either set, but not in both.",
        ),
        UNION,
        method(
            "update(self, /, *others)",
            update,
            "Update the set, adding elements from all others.",
        ),
        CLASS_GETITEM,
    ],
    ..TypeTable::DEFAULT
};

/// The table of `frozenset`.
pub const FROZENSET: TypeTable = TypeTable {
    name: "frozenset",
    told: Some("(iterable=(), /)"),
    doc: "Build an immutable unordered collection of unique elements.",
    kind: Kind::Set,
    construct: Some(construct_frozenset),
    subclassable: true,
    weakrefable: true,
    methods: &[
        table::new("__new__(type, *args, **kwargs)", frozenset_new),
        slots::hash(hash),
        REPR,
        LT,
        LE,
        EQ,
        NE,
        GT,
        GE,
        ITER,
        SUB,
        RSUB,
        AND,
        RAND,
        XOR,
        RXOR,
        OR,
        ROR,
        LEN,
        CONTAINS,
        COPY,
        DIFFERENCE,
        INTERSECTION,
        ISDISJOINT,
        ISSUBSET,
        ISSUPERSET,
        REDUCE,
        SIZEOF,
        SYMMETRIC_DIFFERENCE,
        UNION,
        CLASS_GETITEM,
    ],
    ..TypeTable::DEFAULT
};

const REPR: Row = slots::repr(repr);
const LT: Row = slots::lt(lt);
const LE: Row = slots::le(le);
const EQ: Row = slots::eq(eq);
const NE: Row = slots::ne(ne);
const GT: Row = slots::gt(gt);
const GE: Row = slots::ge(ge);
const ITER: Row = slots::iter(iter);
const SUB: Row = slots::sub(sub);
const RSUB: Row = slots::rsub(rsub);
const AND: Row = slots::and(and);
const RAND: Row = slots::rand(rand);
const XOR: Row = slots::xor(xor);
const RXOR: Row = slots::rxor(rxor);
const OR: Row = slots::or(or);
const ROR: Row = slots::ror(ror);
const LEN: Row = slots::len(len);
const CONTAINS: Row = plain(
    "__contains__(self, object, /)",
    contains,
    "x.__contains__(y) <==> y in x.",
);
const COPY: Row = method("copy(self, /)", copy, "Return a shallow copy of a set.");
const DIFFERENCE: Row = method(
    "difference(self, /, *others)",
    difference,
    "Return a new set with elements in the set that are not in the others.",
);
const INTERSECTION: Row = method(
    "intersection(self, /, *others)",
    intersection,
    "Return a new set with elements common to the set and all others.",
);
const ISDISJOINT: Row = method(
    "isdisjoint(self, other, /)",
    isdisjoint,
    "Return True if two sets have a null intersection.",
);
const ISSUBSET: Row = method(
    "issubset(self, other, /)",
    issubset,
    "Report whether another set contains this set.",
);
const ISSUPERSET: Row = method(
    "issuperset(self, other, /)",
    issuperset,
    "Report whether this set contains another set.",
);
const REDUCE: Row = method(
    "__reduce__(self, /)",
    reduce,
    "Return state information for pickling.",
);
const SIZEOF: Row = method(
    "__sizeof__(self, /)",
    sizeof,
    "S.__sizeof__() -> size of S in memory, in bytes.",
);
const SYMMETRIC_DIFFERENCE: Row = method(
    "symmetric_difference(self, other, /)",
    symmetric_difference,
    "Return a new set with elements in either the set or other but not both.",
);
const UNION: Row = method(
    "union(self, /, *others)",
    union,
    "Return a new set with elements from the set and all others.",
);
const CLASS_GETITEM: Row = table::class_getitem(super::class_getitem);

// ---------------------------------------------------------------------------------------------
// Construction

fn construct_set(vm: &Vm, args: &[Value]) -> PyResult {
    let set = match sequence::check_count(vm, "set", args, (0, 1))? {
        [iterable] => algebra::from_iterable(vm, iterable)?,
        _ => Set::new(),
    };
    Ok(set.alloc(vm).into())
}

fn construct_frozenset(vm: &Vm, args: &[Value]) -> PyResult {
    let set = match sequence::check_count(vm, "frozenset", args, (0, 1))? {
        [same] if *vm.class_of(same) == vm.types.frozenset => return Ok(same.clone()),
        [iterable] => algebra::from_iterable(vm, iterable)?,
        _ => Set::new(),
    };
    Ok(set.alloc_frozen(vm).into())
}

fn set_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = super::class_arg(vm, &args[0], "set")?;
    Ok(heap::alloc(&class, Set::new()).into())
}

fn init(vm: &Vm, args: &[Value]) -> PyResult {
    let set = vm.this::<Set>(args)?;
    let given = sequence::positional(vm, "set", &args[1], &args[2], (0, usize::MAX))?;
    let given = sequence::check_count(vm, &vm.type_name(&args[0]), given, (0, 1))?;
    if !set.is_empty() {
        set.clear();
    }
    if let [iterable] = given {
        algebra::update(vm, set, iterable)?;
    }
    Ok(Value::None)
}

fn frozenset_new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = super::class_arg(vm, &args[0], "frozenset")?;
    let base = &vm.types.frozenset;
    let keywords = sequence::keywords_of_new(vm, &args[2], &class, base);
    let given = sequence::positional(vm, "frozenset", &args[1], keywords, (0, usize::MAX))?;
    let set = match sequence::check_count(vm, &class.name_text(), given, (0, 1))? {
        [same] if class == *base && *vm.class_of(same) == class => return Ok(same.clone()),
        // The object is there before its elements: a subclass sees the end of one that fails.
        [iterable] if class.is_heap() => {
            let set = heap::alloc(&class, Set::new());
            set.replace(algebra::from_iterable(vm, iterable)?);
            return Ok(set.into());
        }
        [iterable] => algebra::from_iterable(vm, iterable)?,
        _ => Set::new(),
    };
    Ok(heap::alloc(&class, set).into())
}

fn is_frozen(vm: &Vm, value: &Value) -> bool {
    vm.class_of(value).is_subclass(&vm.types.frozenset)
}

/// A new set of the built-in class that `like` is an instance of.
fn alloc_like(vm: &Vm, like: &Value, set: Set) -> Value {
    if is_frozen(vm, like) {
        set.alloc_frozen(vm).into()
    } else {
        set.alloc(vm).into()
    }
}

fn copy(vm: &Vm, args: &[Value]) -> PyResult {
    let set = vm.this::<Set>(args)?;
    if *vm.class_of(&args[0]) == vm.types.frozenset {
        return Ok(args[0].clone());
    }
    Ok(alloc_like(vm, &args[0], set.copied()))
}

fn reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let elements = vm.list(ops::collect(vm, &args[0])?);
    let state = match lookup::get_optional(vm, &args[0], &vm.names.__getstate__)? {
        Some(method) => vm.call(&method, &[])?,
        None => Value::None,
    };
    let class = vm.class_of(&args[0]).value();
    Ok(vm.tuple(vec![class, vm.tuple(vec![elements]), state]))
}

fn sizeof(vm: &Vm, args: &[Value]) -> PyResult {
    let table = vm.this::<Set>(args)?.size();
    let own = args[0].obj().map_or(0, Obj::size);
    Ok(Value::Int((own + table) as i64))
}

// ---------------------------------------------------------------------------------------------
// Text, hash, comparison

fn repr(vm: &Vm, args: &[Value]) -> PyResult {
    let set = vm.this::<Set>(args)?;
    let class = vm.class_of(&args[0]).clone();
    let name = class.name_text();
    let Some(_guard) = ReprGuard::enter(vm, &args[0]) else {
        return Ok(vm.str(&format!("{name}(...)")));
    };
    if set.is_empty() {
        return Ok(vm.str(&format!("{name}()")));
    }
    let (open, close) = if class == vm.types.set {
        (String::from("{"), "}")
    } else {
        (format!("{name}({{"), "})")
    };
    let mut text = Text::new();
    text.push_str(&open);
    // As a list, which counts as a level of recursion of its own.
    let elements = ops::collect(vm, &args[0])?;
    let list = ops::repr(vm, &vm.list(elements))?;
    let inner = list.text.len() - 1;
    text.push_text(&list.text.slice(1..inner));
    text.push_str(close);
    Ok(vm.text(text))
}

fn hash(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::Int(vm.this::<Set>(args)?.frozen_hash()))
}

fn compare(vm: &Vm, op: Compare, args: &[Value]) -> PyResult {
    let set = vm.this::<Set>(args)?;
    let Some(other) = args[1].get::<Set>() else {
        return Ok(Value::NotImplemented);
    };
    let (len, other_len) = (set.len(), other.len());
    let holds = match op {
        Compare::Eq | Compare::Ne => {
            let equal = len == other_len
                && (set.known_hash().is_none()
                    || other.known_hash().is_none()
                    || set.known_hash() == other.known_hash())
                && algebra::is_subset(vm, set, other)?;
            equal == (op == Compare::Eq)
        }
        Compare::Le => algebra::is_subset(vm, set, other)?,
        Compare::Ge => algebra::is_subset(vm, other, set)?,
        Compare::Lt => len < other_len && algebra::is_subset(vm, set, other)?,
        Compare::Gt => len > other_len && algebra::is_subset(vm, other, set)?,
    };
    Ok(Value::bool(holds))
}

comparison_methods!(compare);

fn issubset(vm: &Vm, args: &[Value]) -> PyResult {
    let set = vm.this::<Set>(args)?;
    let result = match args[1].get::<Set>() {
        Some(other) => algebra::is_subset(vm, set, other)?,
        None => algebra::intersection(vm, set, &args[1])?.len() == set.len(),
    };
    Ok(Value::bool(result))
}

fn issuperset(vm: &Vm, args: &[Value]) -> PyResult {
    let set = vm.this::<Set>(args)?;
    if let Some(other) = args[1].get::<Set>() {
        return algebra::is_subset(vm, other, set).map(Value::bool);
    }
    let mut all = true;
    ops::for_each(vm, &args[1], |key| {
        all = set.contains(vm, &key)?;
        Ok(all)
    })?;
    Ok(Value::bool(all))
}

fn isdisjoint(vm: &Vm, args: &[Value]) -> PyResult {
    algebra::is_disjoint(vm, vm.this::<Set>(args)?, &args[1]).map(Value::bool)
}

// ---------------------------------------------------------------------------------------------
// Elements

fn len(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(Value::Int(vm.this::<Set>(args)?.len() as i64))
}

/// The key to look for, with its hash: a set stands for the frozenset of its elements.
fn key_arg(vm: &Vm, key: &Value) -> PyResult<(Value, i64)> {
    match (ops::hash(vm, key), key.get::<Set>()) {
        (Ok(hash), _) => Ok((key.clone(), hash)),
        (Err(raised), Some(set)) => {
            vm.swallow(&vm.exceptions.TypeError, raised)?;
            let frozen = set.copied();
            let hash = frozen.frozen_hash();
            Ok((frozen.alloc_frozen(vm).into(), hash))
        }
        (Err(raised), None) => Err(raised),
    }
}

fn contains(vm: &Vm, args: &[Value]) -> PyResult {
    let set = vm.this::<Set>(args)?;
    let (key, hash) = key_arg(vm, &args[1])?;
    set.contains_hashed(vm, &key, hash).map(Value::bool)
}

fn add(vm: &Vm, args: &[Value]) -> PyResult {
    vm.this::<Set>(args)?.add(vm, args[1].clone())?;
    Ok(Value::None)
}

fn discard(vm: &Vm, args: &[Value]) -> PyResult {
    let set = vm.this::<Set>(args)?;
    let (key, hash) = key_arg(vm, &args[1])?;
    set.discard_hashed(vm, &key, hash)?;
    Ok(Value::None)
}

fn remove(vm: &Vm, args: &[Value]) -> PyResult {
    let set = vm.this::<Set>(args)?;
    let (key, hash) = key_arg(vm, &args[1])?;
    if set.discard_hashed(vm, &key, hash)? {
        return Ok(Value::None);
    }
    Err(vm.key_error(&args[1]))
}

fn pop(vm: &Vm, args: &[Value]) -> PyResult {
    match vm.this::<Set>(args)?.pop() {
        Some(key) => Ok(key),
        None => Err(vm.key_error(&vm.str("pop from an empty set"))),
    }
}

fn clear(vm: &Vm, args: &[Value]) -> PyResult {
    vm.this::<Set>(args)?.clear();
    Ok(Value::None)
}

// ---------------------------------------------------------------------------------------------
// Whole sets

fn others(args: &[Value]) -> &[Value] {
    args[1].get::<Tuple>().map_or(&[], |others| &others.items)
}

fn union(vm: &Vm, args: &[Value]) -> PyResult {
    let result = vm.this::<Set>(args)?.copied();
    for other in others(args) {
        algebra::update(vm, &result, other)?;
    }
    Ok(alloc_like(vm, &args[0], result))
}

fn update(vm: &Vm, args: &[Value]) -> PyResult {
    let set = vm.this::<Set>(args)?;
    for other in others(args) {
        algebra::update(vm, set, other)?;
    }
    Ok(Value::None)
}

fn intersect_all(vm: &Vm, args: &[Value]) -> PyResult<Set> {
    let set = vm.this::<Set>(args)?;
    let mut result: Option<Set> = None;
    for other in others(args) {
        result = Some(algebra::intersection(
            vm,
            result.as_ref().unwrap_or(set),
            other,
        )?);
    }
    Ok(result.unwrap_or_else(|| set.copied()))
}

fn intersection(vm: &Vm, args: &[Value]) -> PyResult {
    Ok(alloc_like(vm, &args[0], intersect_all(vm, args)?))
}

fn intersection_update(vm: &Vm, args: &[Value]) -> PyResult {
    let result = intersect_all(vm, args)?;
    vm.this::<Set>(args)?.replace(result);
    Ok(Value::None)
}

fn difference(vm: &Vm, args: &[Value]) -> PyResult {
    let set = vm.this::<Set>(args)?;
    let result = match others(args) {
        [] => set.copied(),
        [first, rest @ ..] => {
            let result = algebra::difference(vm, set, first)?;
            for other in rest {
                algebra::remove_all(vm, &result, other)?;
            }
            result
        }
    };
    Ok(alloc_like(vm, &args[0], result))
}

fn difference_update(vm: &Vm, args: &[Value]) -> PyResult {
    let set = vm.this::<Set>(args)?;
    for other in others(args) {
        algebra::remove_all(vm, set, other)?;
    }
    Ok(Value::None)
}

fn symmetric_difference(vm: &Vm, args: &[Value]) -> PyResult {
    vm.this::<Set>(args)?;
    let result = algebra::symmetric_difference(vm, &args[0], &args[1])?;
    Ok(alloc_like(vm, &args[0], result))
}

fn symmetric_difference_update(vm: &Vm, args: &[Value]) -> PyResult {
    algebra::toggle_all(vm, vm.this::<Set>(args)?, &args[1])?;
    Ok(Value::None)
}

/// A binary operator, for two sets only; `a` is the left operand.
fn operator(vm: &Vm, a: &Value, b: &Value, apply: impl FnOnce(&Set) -> PyResult<Set>) -> PyResult {
    match (a.get::<Set>(), b.get::<Set>()) {
        (Some(set), Some(_)) => Ok(alloc_like(vm, a, apply(set)?)),
        _ => Ok(Value::NotImplemented),
    }
}

fn or_of(vm: &Vm, a: &Value, b: &Value) -> PyResult {
    operator(vm, a, b, |set| {
        let result = set.copied();
        algebra::update(vm, &result, b)?;
        Ok(result)
    })
}
fn and_of(vm: &Vm, a: &Value, b: &Value) -> PyResult {
    operator(vm, a, b, |set| algebra::intersection(vm, set, b))
}
fn sub_of(vm: &Vm, a: &Value, b: &Value) -> PyResult {
    operator(vm, a, b, |set| algebra::difference(vm, set, b))
}
fn xor_of(vm: &Vm, a: &Value, b: &Value) -> PyResult {
    operator(vm, a, b, |_| algebra::symmetric_difference(vm, a, b))
}

fn or(vm: &Vm, args: &[Value]) -> PyResult {
    or_of(vm, &args[0], &args[1])
}
fn ror(vm: &Vm, args: &[Value]) -> PyResult {
    or_of(vm, &args[1], &args[0])
}
fn and(vm: &Vm, args: &[Value]) -> PyResult {
    and_of(vm, &args[0], &args[1])
}
fn rand(vm: &Vm, args: &[Value]) -> PyResult {
    and_of(vm, &args[1], &args[0])
}
fn sub(vm: &Vm, args: &[Value]) -> PyResult {
    sub_of(vm, &args[0], &args[1])
}
fn rsub(vm: &Vm, args: &[Value]) -> PyResult {
    sub_of(vm, &args[1], &args[0])
}
fn xor(vm: &Vm, args: &[Value]) -> PyResult {
    xor_of(vm, &args[0], &args[1])
}
fn rxor(vm: &Vm, args: &[Value]) -> PyResult {
    xor_of(vm, &args[1], &args[0])
}

/// An in-place operator, for two sets only.
fn in_place(vm: &Vm, args: &[Value], apply: impl FnOnce(&Set, &Value) -> PyResult<()>) -> PyResult {
    let set = vm.this::<Set>(args)?;
    if args[1].get::<Set>().is_none() {
        return Ok(Value::NotImplemented);
    }
    apply(set, &args[1])?;
    Ok(args[0].clone())
}

fn ior(vm: &Vm, args: &[Value]) -> PyResult {
    in_place(vm, args, |set, other| algebra::update(vm, set, other))
}
fn iand(vm: &Vm, args: &[Value]) -> PyResult {
    in_place(vm, args, |set, other| {
        let result = algebra::intersection(vm, set, other)?;
        set.replace(result);
        Ok(())
    })
}
fn isub(vm: &Vm, args: &[Value]) -> PyResult {
    in_place(vm, args, |set, other| algebra::remove_all(vm, set, other))
}
fn ixor(vm: &Vm, args: &[Value]) -> PyResult {
    in_place(vm, args, |set, other| algebra::toggle_all(vm, set, other))
}

// ---------------------------------------------------------------------------------------------
// The iterator

/// The payload of set iterators.
pub struct SetIterator {
    set: Held<Set>,
    at: Cell<usize>,
    /// How many elements the set had at the start; impossible once it has changed.
    used: Cell<usize>,
    left: Cell<usize>,
}

impl Trace for SetIterator {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        self.set.trace(visit);
    }
    fn clear(&self) {
        self.set.release();
    }
}

impl SetIterator {
    /// The next element.
    ///
    /// # Errors
    /// RuntimeError when the set has changed.
    #[inline]
    pub fn next(&self, vm: &Vm) -> PyResult<Option<Value>> {
        let mut at = self.at.get();
        let used = self.used.get();
        let Some(found) = self
            .set
            .with(|set| (set.len() == used).then(|| set.next(&mut at)))
        else {
            return Ok(None);
        };
        match found {
            Some(Some((key, _))) => {
                self.at.set(at);
                self.left.set(self.left.get().saturating_sub(1));
                Ok(Some(key))
            }
            Some(None) => {
                self.set.release();
                Ok(None)
            }
            None => {
                self.used.set(usize::MAX);
                Err(vm.runtime_error("Set changed size during iteration"))
            }
        }
    }
}

/// The table of `set_iterator`.
pub const SET_ITERATOR: TypeTable = TypeTable {
    name: "set_iterator",
    kind: Kind::SetIterator,
    methods: &[
        SELF_ITER,
        table::next(iterator_next),
        method("__length_hint__(self, /)", iterator_hint, LENGTH_HINT_DOC),
        method("__reduce__(self, /)", iterator_reduce, REDUCE_DOC),
    ],
    ..TypeTable::DEFAULT
};

fn iter(vm: &Vm, args: &[Value]) -> PyResult {
    let len = vm.this::<Set>(args)?.len();
    let Some(set) = args[0].as_ref::<Set>() else {
        return Err(super::internal_error(vm, "a set is no set"));
    };
    let payload = SetIterator {
        set: Held::new(set.clone()),
        at: Cell::new(0),
        used: Cell::new(len),
        left: Cell::new(len),
    };
    Ok(heap::alloc(&vm.types.set_iterator, payload).into())
}

fn iterator_next(vm: &Vm, this: &Value) -> PyResult<Option<Value>> {
    vm.this::<SetIterator>(std::slice::from_ref(this))?.next(vm)
}

fn iterator_hint(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<SetIterator>(args)?;
    let used = this.used.get();
    let fits = this.set.with(|set| set.len() == used).unwrap_or(false);
    Ok(Value::Int(if fits { this.left.get() as i64 } else { 0 }))
}

fn iterator_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<SetIterator>(args)?;
    let mut rest = Vec::new();
    if let Some(set) = this.set.get() {
        let copy = SetIterator {
            set: Held::new(set),
            at: this.at.clone(),
            used: this.used.clone(),
            left: this.left.clone(),
        };
        while let Some(key) = copy.next(vm)? {
            rest.push(key);
        }
    }
    reduced(vm, "iter", vm.list(rest), None)
}
