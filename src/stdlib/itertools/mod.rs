//! `itertools`: the table of the module, and what its classes share. The classes are in the files
//! beside this one.

mod combine;
mod filter;
mod group;
mod infinite;
mod tee;

use super::NativeModule;
use super::extension;
use crate::object::heap::{Kind, Ref, ValueCell};
use crate::object::ops;
use crate::object::table::{Method, Row, TypeTable, method};
use crate::object::value::{PyResult, Value};
use crate::types::args;
use crate::types::dict::Dict;
use crate::types::iterators::{REDUCE_DOC, SETSTATE_DOC};
use crate::types::quick;
use crate::types::tuple::Tuple;
use crate::vm::Vm;

/// The module.
pub const ITERTOOLS: NativeModule = NativeModule {
    name: "itertools",
    doc: "Iterators made of other iterators: endless ones, filters, groups and combinations.",
    functions: &[method(
        "tee(iterable, n=2, /)",
        tee::tee,
        "Make n independent iterators of one iterable.",
    )],
    fill,
};

/// The classes, in CPython's order.
static CLASSES: &[&TypeTable] = &[
    &filter::ACCUMULATE,
    &group::BATCHED,
    &combine::COMBINATIONS,
    &combine::COMBINATIONS_WITH_REPLACEMENT,
    &infinite::CYCLE,
    &filter::DROPWHILE,
    &filter::TAKEWHILE,
    &filter::ISLICE,
    &filter::STARMAP,
    &group::CHAIN,
    &filter::COMPRESS,
    &filter::FILTERFALSE,
    &infinite::COUNT,
    &group::PAIRWISE,
    &combine::PERMUTATIONS,
    &combine::PRODUCT,
    &infinite::REPEAT,
    &group::GROUPBY,
    &group::ZIP_LONGEST,
    &group::GROUPER,
    &tee::TEE,
    &tee::TEE_DATA,
];

fn fill(vm: &Vm, namespace: &Ref<Dict>) -> PyResult<()> {
    extension::add_classes(vm, namespace, CLASSES);
    Ok(())
}

/// The table of a class of the module.
const fn class(name: &'static str, doc: &'static str, methods: &'static [Row]) -> TypeTable {
    TypeTable {
        name,
        module: "itertools",
        doc,
        kind: Kind::Native,
        subclassable: true,
        names_module: true,
        own: &["__getattribute__"],
        methods,
        ..TypeTable::DEFAULT
    }
}

/// The next value of the iterator in a cell, which is emptied when there is none.
#[inline]
fn advance(vm: &Vm, iterator: &ValueCell) -> PyResult<Option<Value>> {
    let value = advance_kept(vm, iterator)?;
    if value.is_none() {
        drop(iterator.take());
    }
    Ok(value)
}

/// The next value of the iterator in a cell, which keeps it: what has come to its end is asked again.
#[inline]
fn advance_kept(vm: &Vm, iterator: &ValueCell) -> PyResult<Option<Value>> {
    vm.tick()?;
    let source = iterator.get();
    if let Value::Obj(source) = &source
        && let Some(Some(value)) = quick::next_plain(source)
    {
        return Ok(Some(value));
    }
    advance_slow(vm, source)
}

#[inline(never)]
fn advance_slow(vm: &Vm, source: Value) -> PyResult<Option<Value>> {
    if source.is_unbound() {
        return Ok(None);
    }
    // An iterator of iterables may be among them itself.
    vm.check_stack()?;
    match ops::next_known(vm, &source) {
        Some(value) => value,
        None => ops::next(vm, &source),
    }
}

/// A cell with the iterator of an argument.
fn source(vm: &Vm, iterable: &Value) -> PyResult<ValueCell> {
    Ok(ValueCell::new(ops::iter(vm, iterable)?))
}

/// The row of `__reduce__`.
const fn reduce(function: Method) -> Row {
    method("__reduce__(self, /)", function, REDUCE_DOC)
}

/// The row of `__setstate__`.
const fn setstate(function: Method) -> Row {
    method("__setstate__(self, object, /)", function, SETSTATE_DOC)
}

/// Warns of what pickling and copying is going to do.
fn deprecated(vm: &Vm) -> PyResult<()> {
    crate::types::warn_deprecated(
        vm,
        "Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.",
    )
}

/// What `__reduce__` returns: the object's class with the arguments to make it by, and its state.
fn reduced(vm: &Vm, this: &Value, arguments: Vec<Value>, state: Option<Value>) -> PyResult {
    let mut parts = vec![vm.class_of(this).value(), vm.tuple(arguments)];
    parts.extend(state);
    Ok(vm.tuple(parts))
}

/// The iterator in a cell, or an empty one in its place.
fn held(vm: &Vm, iterator: &ValueCell) -> PyResult {
    match iterator.get().bound() {
        Some(iterator) => Ok(iterator),
        None => ops::iter(vm, &vm.tuple(Vec::new())),
    }
}

/// The parts of a state that is a tuple of between `least` and `most` of them.
fn state_parts<'a>(vm: &Vm, state: &'a Value, limits: (usize, usize)) -> PyResult<&'a [Value]> {
    let Some(state) = state.get::<Tuple>() else {
        return Err(vm.type_error("state is not a tuple"));
    };
    args::unnamed(vm, &state.items, limits)?;
    Ok(&state.items)
}

/// Numbers in a state, `count` of them, each brought within its limits.
fn state_numbers(
    vm: &Vm,
    state: &Value,
    count: usize,
    limits: impl Fn(usize) -> (usize, usize),
) -> PyResult<Vec<usize>> {
    let numbers = state.get::<Tuple>().map(|tuple| &tuple.items);
    let Some(numbers) = numbers.filter(|numbers| numbers.len() == count) else {
        return Err(vm.value_error("invalid arguments"));
    };
    let number = |(i, value): (usize, &Value)| {
        let (low, high) = limits(i);
        let number = usize::try_from(args::word(vm, value)?).unwrap_or(0);
        Ok(number.min(high).max(low))
    };
    numbers.iter().enumerate().map(number).collect()
}

/// A tuple of numbers.
fn number_tuple(vm: &Vm, numbers: &[usize]) -> Value {
    vm.tuple(numbers.iter().map(|&n| Value::Int(n as i64)).collect())
}

/// An empty cell.
fn empty() -> ValueCell {
    ValueCell::new(Value::Unbound)
}
