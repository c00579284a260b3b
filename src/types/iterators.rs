//! The iterators of lists, tuples and the older protocols (`__getitem__`, `iter(callable, sentinel)`).
//! Those of dicts, sets and ranges are with their types.

use super::list::List;
use super::tuple::Tuple;
use super::{args, slots};
use crate::object::descriptor::{bind, binds_as_method, call_special, check_applies};
use crate::object::heap::{self, Kind, Obj, Payload, Ref, Trace, ValueCell};
use crate::object::ops;
use crate::object::special::Special;
use crate::object::table::{self, Row, TypeTable, method};
use crate::object::value::{PyResult, Value};
use crate::vm::Vm;
use std::cell::Cell;

/// What an iterator iterates over, until it is exhausted and lets go of it.
pub struct Held<T: Payload>(Cell<Option<Ref<T>>>);

impl<T: Payload> Held<T> {
    /// Holds `object`.
    pub fn new(object: Ref<T>) -> Held<T> {
        Held(Cell::new(Some(object)))
    }
    /// The object.
    pub fn get(&self) -> Option<Ref<T>> {
        let object = self.0.take();
        self.0.set(object.clone());
        object
    }
    /// Looks at the object without counting; `look` must not run user code.
    #[inline(always)]
    pub fn with<R>(&self, look: impl FnOnce(&T) -> R) -> Option<R> {
        let object = self.0.take()?;
        let result = look(&object);
        self.0.set(Some(object));
        Some(result)
    }
    /// Lets go of the object.
    pub fn release(&self) {
        drop(self.0.take());
    }
    /// Visits the object.
    pub fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        let object = self.0.take();
        if let Some(object) = &object {
            visit(object.as_obj());
        }
        self.0.set(object);
    }
}

/// `__iter__` of every iterator.
pub const SELF_ITER: Row = slots::iter(self_iter);

/// `__iter__` of iterators.
///
/// # Errors
/// Never.
pub fn self_iter(_vm: &Vm, args: &[Value]) -> PyResult {
    Ok(args[0].clone())
}

/// The doc string of `__length_hint__`.
pub const LENGTH_HINT_DOC: &str = "Private method returning an estimate of len(list(it)).";
/// The doc string of `__reduce__`.
pub const REDUCE_DOC: &str = "Return state information for pickling.";
/// The doc string of `__setstate__`.
pub const SETSTATE_DOC: &str = "Set state information for unpickling.";

/// A built-in function as `__reduce__` names it.
///
/// # Errors
/// AttributeError when the program has removed it.
pub fn builtin(vm: &Vm, name: &str) -> PyResult {
    let spaces = vm.with_frame(0, |core| (core.builtins.clone(), core.globals.clone()));
    let name_of = vm.intern(name);
    let found = match spaces {
        Some((builtins, globals)) => match builtins.ask_name(vm, &name_of)? {
            None => crate::interpreter::builtin_item(vm, &globals, &name_of)?,
            found => found,
        },
        None => vm.builtins.get_name(&name_of),
    };
    match found {
        Some(value) => Ok(value),
        None => Err(vm.attribute_error(&Value::None, &vm.str(name), name)),
    }
}

/// `(builtin, (object,), index)`, the usual result of an iterator's `__reduce__`.
///
/// # Errors
/// AttributeError when the program has removed the built-in function.
pub fn reduced(vm: &Vm, name: &str, object: Value, index: Option<usize>) -> PyResult {
    let mut parts = vec![builtin(vm, name)?, vm.tuple(vec![object])];
    parts.extend(index.map(|index| Value::Int(index as i64)));
    Ok(vm.tuple(parts))
}

/// `operator.length_hint(value, default)`.
///
/// # Errors
/// Whatever `__len__` or `__length_hint__` raises, TypeError apart; TypeError and ValueError for
/// results that are no sizes.
pub fn length_hint(vm: &Vm, value: &Value, default: usize) -> PyResult<usize> {
    let class = vm.class_of(value).clone();
    if class.has_special(vm, Special::Len) {
        match ops::len(vm, value) {
            Ok(len) => return Ok(len),
            Err(raised) => vm.swallow(&vm.exceptions.TypeError, raised)?,
        }
    }
    let Some(hint) = class.special(vm, Special::LengthHint) else {
        return Ok(default);
    };
    check_applies(vm, &hint, value)?;
    let hint = match binds_as_method(&hint) {
        true => call_special(vm, hint, value, &[]),
        false => vm.call(&bind(vm, &hint, value)?, &[]),
    };
    let hint = match hint {
        Ok(Value::NotImplemented) => return Ok(default),
        Ok(hint) => hint,
        Err(raised) => {
            vm.swallow(&vm.exceptions.TypeError, raised)?;
            return Ok(default);
        }
    };
    match hint {
        Value::Int(hint) => usize::try_from(hint)
            .map_err(|_| vm.value_error("__length_hint__() should return >= 0")),
        other => match super::int::to_big(&other) {
            Some(_) => args::word(vm, &other).map(|hint| hint.max(0) as usize),
            None => Err(vm.type_error(format!(
                "__length_hint__ must be an integer, not {}",
                vm.type_name(&other)
            ))),
        },
    }
}

// ---------------------------------------------------------------------------------------------
// list_iterator, list_reverseiterator

/// The payload of list iterators.
pub struct ListIterator {
    list: Held<List>,
    /// The index of the next item, or [`FINISHED`].
    index: Cell<usize>,
}

/// The index of a list's iterator that a state has exhausted. It keeps its list, and another state revives it.
const FINISHED: usize = usize::MAX;

impl Trace for ListIterator {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        self.list.trace(visit);
    }
    fn clear(&self) {
        self.list.release();
    }
}

impl ListIterator {
    /// The next item.
    #[inline(always)]
    pub fn next(&self) -> Option<Value> {
        let index = self.index.get();
        let item = self.list.with(|list| list.items.get(index))?;
        if item.is_some() {
            self.index.set(index + 1);
        } else if index != FINISHED {
            self.list.release();
        }
        item
    }
}

/// `iter(list)`.
pub fn list_iterator(vm: &Vm, list: Ref<List>) -> Value {
    let payload = ListIterator {
        list: Held::new(list),
        index: Cell::new(0),
    };
    heap::alloc(&vm.types.list_iterator, payload).into()
}

/// The table of `list_iterator`.
pub const LIST_ITERATOR: TypeTable = TypeTable {
    name: "list_iterator",
    kind: Kind::ListIterator,
    methods: &[
        SELF_ITER,
        table::next(list_next),
        method("__length_hint__(self, /)", list_hint, LENGTH_HINT_DOC),
        method("__reduce__(self, /)", list_reduce, REDUCE_DOC),
        method("__setstate__(self, object, /)", list_setstate, SETSTATE_DOC),
    ],
    ..TypeTable::DEFAULT
};

fn list_next(vm: &Vm, this: &Value) -> PyResult<Option<Value>> {
    Ok(vm.this::<ListIterator>(std::slice::from_ref(this))?.next())
}

fn list_hint(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<ListIterator>(args)?;
    let len = this.list.with(|list| list.items.len()).unwrap_or(0);
    Ok(Value::Int(len.saturating_sub(this.index.get()) as i64))
}

fn list_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<ListIterator>(args)?;
    // Finding the function may run user code that exhausts the iterator: look it up first.
    builtin(vm, "iter")?;
    let index = this.index.get();
    match this.list.get().filter(|_| index != FINISHED) {
        Some(list) => reduced(vm, "iter", list.into(), Some(index)),
        None => reduced(vm, "iter", vm.list(Vec::new()), None),
    }
}

fn list_setstate(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<ListIterator>(args)?;
    let index = args::word(vm, &args[1])?;
    if let Some(len) = this.list.with(|list| list.items.len()) {
        let index = usize::try_from(index).map_or(FINISHED, |index| index.min(len));
        this.index.set(index);
    }
    Ok(Value::None)
}

/// The payload of reversed list iterators.
pub struct ListReverseIterator {
    list: Held<List>,
    /// One more than the index of the next item; 0 when exhausted.
    left: Cell<usize>,
}

impl Trace for ListReverseIterator {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        self.list.trace(visit);
    }
    fn clear(&self) {
        self.list.release();
    }
}

/// `reversed(list)`.
pub fn list_reverse_iterator(vm: &Vm, list: Ref<List>) -> Value {
    let left = Cell::new(list.items.len());
    let payload = ListReverseIterator {
        list: Held::new(list),
        left,
    };
    heap::alloc(&vm.types.list_reverseiterator, payload).into()
}

/// The table of `list_reverseiterator`.
pub const LIST_REVERSE_ITERATOR: TypeTable = TypeTable {
    name: "list_reverseiterator",
    kind: Kind::ListReverseIterator,
    methods: &[
        SELF_ITER,
        table::next(list_reverse_next),
        method(
            "__length_hint__(self, /)",
            list_reverse_hint,
            LENGTH_HINT_DOC,
        ),
        method("__reduce__(self, /)", list_reverse_reduce, REDUCE_DOC),
        method(
            "__setstate__(self, object, /)",
            list_reverse_setstate,
            SETSTATE_DOC,
        ),
    ],
    ..TypeTable::DEFAULT
};

impl ListReverseIterator {
    /// The next item. A list is let go of only where it has become too short.
    #[inline]
    pub fn next(&self) -> Option<Value> {
        let index = self.left.get().checked_sub(1)?;
        let item = self.list.with(|list| list.items.get(index)).flatten();
        if item.is_some() {
            self.left.set(index);
        } else {
            self.left.set(0);
            self.list.release();
        }
        item
    }
}

fn list_reverse_next(vm: &Vm, this: &Value) -> PyResult<Option<Value>> {
    let this = vm.this::<ListReverseIterator>(std::slice::from_ref(this))?;
    Ok(this.next())
}

fn list_reverse_hint(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<ListReverseIterator>(args)?;
    let len = this.list.with(|list| list.items.len()).unwrap_or(0);
    let left = this.left.get();
    Ok(Value::Int(if len < left { 0 } else { left as i64 }))
}

fn list_reverse_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<ListReverseIterator>(args)?;
    builtin(vm, "reversed")?;
    match (this.list.get(), this.left.get().checked_sub(1)) {
        (Some(list), Some(index)) => reduced(vm, "reversed", list.into(), Some(index)),
        _ => reduced(vm, "reversed", vm.list(Vec::new()), None),
    }
}

fn list_reverse_setstate(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<ListReverseIterator>(args)?;
    let index = args::word(vm, &args[1])?;
    if let Some(len) = this.list.with(|list| list.items.len()) {
        let left = index.clamp(-1, len as i64 - 1) + 1;
        this.left.set(left as usize);
    }
    Ok(Value::None)
}

// ---------------------------------------------------------------------------------------------
// tuple_iterator

/// The payload of tuple iterators.
pub struct TupleIterator {
    tuple: Held<Tuple>,
    index: Cell<usize>,
}

impl Trace for TupleIterator {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        self.tuple.trace(visit);
    }
    fn clear(&self) {
        self.tuple.release();
    }
}

impl TupleIterator {
    /// The next item.
    #[inline(always)]
    pub fn next(&self) -> Option<Value> {
        let index = self.index.get();
        let item = self.tuple.with(|tuple| tuple.items.get(index).cloned())?;
        if item.is_some() {
            self.index.set(index + 1);
        } else {
            self.tuple.release();
        }
        item
    }
}

/// `iter(tuple)`.
pub fn tuple_iterator(vm: &Vm, tuple: Ref<Tuple>) -> Value {
    let payload = TupleIterator {
        tuple: Held::new(tuple),
        index: Cell::new(0),
    };
    heap::alloc(&vm.types.tuple_iterator, payload).into()
}

/// The table of `tuple_iterator`.
pub const TUPLE_ITERATOR: TypeTable = TypeTable {
    name: "tuple_iterator",
    kind: Kind::TupleIterator,
    methods: &[
        SELF_ITER,
        table::next(tuple_next),
        method("__length_hint__(self, /)", tuple_hint, LENGTH_HINT_DOC),
        method("__reduce__(self, /)", tuple_reduce, REDUCE_DOC),
        method(
            "__setstate__(self, object, /)",
            tuple_setstate,
            SETSTATE_DOC,
        ),
    ],
    ..TypeTable::DEFAULT
};

fn tuple_next(vm: &Vm, this: &Value) -> PyResult<Option<Value>> {
    Ok(vm.this::<TupleIterator>(std::slice::from_ref(this))?.next())
}

fn tuple_hint(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<TupleIterator>(args)?;
    let len = this.tuple.with(|tuple| tuple.items.len()).unwrap_or(0);
    Ok(Value::Int(len.saturating_sub(this.index.get()) as i64))
}

fn tuple_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<TupleIterator>(args)?;
    builtin(vm, "iter")?;
    match this.tuple.get() {
        Some(tuple) => reduced(vm, "iter", tuple.into(), Some(this.index.get())),
        None => reduced(vm, "iter", vm.tuple(Vec::new()), None),
    }
}

fn tuple_setstate(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<TupleIterator>(args)?;
    let index = args::word(vm, &args[1])?;
    if let Some(len) = this.tuple.with(|tuple| tuple.items.len()) {
        this.index.set((index.max(0) as usize).min(len));
    }
    Ok(Value::None)
}

// ---------------------------------------------------------------------------------------------
// iterator: over what has `__getitem__` only

/// The payload of iterators over `__getitem__`.
pub struct SequenceIterator {
    sequence: ValueCell,
    index: Cell<i64>,
}

impl Trace for SequenceIterator {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        self.sequence.trace(visit);
    }
    fn clear(&self) {
        drop(self.sequence.take());
    }
}

/// The iterator over something that has `__getitem__` only.
pub fn sequence_iterator(vm: &Vm, value: &Value) -> Value {
    let payload = SequenceIterator {
        sequence: ValueCell::new(value.clone()),
        index: Cell::new(0),
    };
    heap::alloc(&vm.types.sequence_iterator, payload).into()
}

/// The table of `iterator`.
pub const SEQUENCE_ITERATOR: TypeTable = TypeTable {
    name: "iterator",
    kind: Kind::SequenceIterator,
    methods: &[
        SELF_ITER,
        table::next(sequence_next),
        method("__length_hint__(self, /)", sequence_hint, LENGTH_HINT_DOC),
        method("__reduce__(self, /)", sequence_reduce, REDUCE_DOC),
        method(
            "__setstate__(self, object, /)",
            sequence_setstate,
            SETSTATE_DOC,
        ),
    ],
    ..TypeTable::DEFAULT
};

fn sequence_next(vm: &Vm, this: &Value) -> PyResult<Option<Value>> {
    let this = vm.this::<SequenceIterator>(std::slice::from_ref(this))?;
    let Some(sequence) = this.sequence.get().bound() else {
        return Ok(None);
    };
    let index = this.index.get();
    if index == i64::MAX {
        return Err(vm.overflow_error("iter index too large"));
    }
    match ops::sequence_item(vm, &sequence, index) {
        Ok(item) => {
            this.index.set(index + 1);
            Ok(Some(item))
        }
        Err(raised) => {
            if !vm.pending_is(&vm.exceptions.StopIteration) {
                vm.swallow(&vm.exceptions.IndexError, raised)?;
            } else {
                drop(vm.take_pending());
            }
            drop(this.sequence.take());
            Ok(None)
        }
    }
}

fn sequence_hint(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<SequenceIterator>(args)?;
    let Some(sequence) = this.sequence.get().bound() else {
        return Ok(Value::Int(0));
    };
    if !vm.class_of(&sequence).has_special(vm, Special::Len) {
        return Ok(Value::NotImplemented);
    }
    let len = ops::len(vm, &sequence)? as i64;
    Ok(Value::Int((len - this.index.get()).max(0)))
}

fn sequence_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<SequenceIterator>(args)?;
    builtin(vm, "iter")?;
    match this.sequence.get().bound() {
        Some(sequence) => reduced(vm, "iter", sequence, Some(this.index.get() as usize)),
        None => reduced(vm, "iter", vm.tuple(Vec::new()), None),
    }
}

fn sequence_setstate(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<SequenceIterator>(args)?;
    let index = args::word(vm, &args[1])?;
    if !this.sequence.is_unbound() {
        this.index.set(index.max(0));
    }
    Ok(Value::None)
}

// ---------------------------------------------------------------------------------------------
// callable_iterator: `iter(callable, sentinel)`

/// The payload of iterators that call.
pub struct CallableIterator {
    callable: ValueCell,
    sentinel: ValueCell,
}

impl Trace for CallableIterator {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        self.callable.trace(visit);
        self.sentinel.trace(visit);
    }
    fn clear(&self) {
        drop((self.callable.take(), self.sentinel.take()));
    }
}

/// `iter(callable, sentinel)`.
pub fn callable_iterator(vm: &Vm, callable: Value, sentinel: Value) -> Value {
    let payload = CallableIterator {
        callable: ValueCell::new(callable),
        sentinel: ValueCell::new(sentinel),
    };
    heap::alloc(&vm.types.callable_iterator, payload).into()
}

/// The table of `callable_iterator`.
pub const CALLABLE_ITERATOR: TypeTable = TypeTable {
    name: "callable_iterator",
    kind: Kind::CallableIterator,
    methods: &[
        SELF_ITER,
        table::next(callable_next),
        method("__reduce__(self, /)", callable_reduce, REDUCE_DOC),
    ],
    ..TypeTable::DEFAULT
};

fn callable_next(vm: &Vm, this: &Value) -> PyResult<Option<Value>> {
    let this = vm.this::<CallableIterator>(std::slice::from_ref(this))?;
    let Some(callable) = this.callable.get().bound() else {
        return Ok(None);
    };
    let finish = || drop((this.callable.take(), this.sentinel.take()));
    let value = match vm.call(&callable, &[]) {
        Ok(value) => value,
        Err(raised) => {
            vm.swallow(&vm.exceptions.StopIteration, raised)?;
            finish();
            return Ok(None);
        }
    };
    // The call may have exhausted this very iterator.
    let Some(sentinel) = this.sentinel.get().bound() else {
        return Ok(None);
    };
    if ops::eq(vm, &sentinel, &value)? {
        finish();
        return Ok(None);
    }
    Ok(Some(value))
}

fn callable_reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<CallableIterator>(args)?;
    let iter = builtin(vm, "iter")?;
    match (this.callable.get().bound(), this.sentinel.get().bound()) {
        (Some(callable), Some(sentinel)) => {
            let pair = vm.tuple(vec![callable, sentinel]);
            Ok(vm.tuple(vec![iter, pair]))
        }
        _ => reduced(vm, "iter", vm.tuple(Vec::new()), None),
    }
}
