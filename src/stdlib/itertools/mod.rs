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
use crate::object::table::{Row, TypeTable, method};
use crate::object::value::{PyResult, Value};
use crate::types::dict::Dict;
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
        methods,
        ..TypeTable::DEFAULT
    }
}

/// The next value of the iterator in a cell, which is emptied when there is none.
fn advance(vm: &Vm, iterator: &ValueCell) -> PyResult<Option<Value>> {
    let Some(source) = iterator.get().bound() else {
        return Ok(None);
    };
    vm.tick()?;
    let value = ops::next(vm, &source)?;
    if value.is_none() {
        drop(iterator.take());
    }
    Ok(value)
}

/// A cell with the iterator of an argument.
fn source(vm: &Vm, iterable: &Value) -> PyResult<ValueCell> {
    Ok(ValueCell::new(ops::iter(vm, iterable)?))
}

/// An empty cell.
fn empty() -> ValueCell {
    ValueCell::new(Value::Unbound)
}
