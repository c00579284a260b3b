//! The iterators over dicts and their views, forwards and backwards.

use super::dict::Dict;
use super::iterators::{Held, LENGTH_HINT_DOC, REDUCE_DOC, SELF_ITER, reduced};
use crate::object::heap::{self, Kind, Obj, Ref, Trace};
use crate::object::table::{self, Row, TypeTable, method};
use crate::object::value::{PyResult, Value};
use crate::vm::Vm;
use std::cell::Cell;

/// What of each item is wanted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// `dict.keys()`
    Keys,
    /// `dict.values()`
    Values,
    /// `dict.items()`
    Items,
}

/// The payload of iterators over dicts.
pub struct DictIterator {
    dict: Held<Dict>,
    part: Part,
    reverse: bool,
    /// The place in the table.
    at: Cell<usize>,
    /// How many items the dict had at the start; impossible once it has changed.
    used: Cell<usize>,
    /// How many items are still to come.
    left: Cell<usize>,
}

impl Trace for DictIterator {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        self.dict.trace(visit);
    }
    fn clear(&self) {
        self.dict.release();
    }
}

/// An iterator over a part of the dict.
pub fn new(vm: &Vm, dict: Ref<Dict>, part: Part, reverse: bool) -> Value {
    let types = &vm.types;
    let class = match (part, reverse) {
        (Part::Keys, false) => &types.dict_keyiterator,
        (Part::Values, false) => &types.dict_valueiterator,
        (Part::Items, false) => &types.dict_itemiterator,
        (Part::Keys, true) => &types.dict_reversekeyiterator,
        (Part::Values, true) => &types.dict_reversevalueiterator,
        (Part::Items, true) => &types.dict_reverseitemiterator,
    };
    let len = dict.len();
    let payload = DictIterator {
        dict: Held::new(dict),
        part,
        reverse,
        at: Cell::new(if reverse { usize::MAX } else { 0 }),
        used: Cell::new(len),
        left: Cell::new(len),
    };
    heap::alloc(class, payload).into()
}

impl DictIterator {
    /// The next key, value or item.
    ///
    /// # Errors
    /// RuntimeError when the dict has changed.
    #[inline]
    pub fn next(&self, vm: &Vm) -> PyResult<Option<Value>> {
        match self.part {
            Part::Keys if !self.reverse => return self.step(vm, |dict, at| dict.next_key(at)),
            Part::Values if !self.reverse => {
                return self.step(vm, |dict, at| dict.next_value(at));
            }
            _ => {}
        }
        let found = if self.reverse {
            self.step(vm, |dict, at| dict.previous_entry(at))?
        } else {
            self.step(vm, |dict, at| dict.next_entry(at))?
        };
        Ok(found.map(|(key, value, _)| match self.part {
            Part::Keys => key,
            Part::Values => value,
            Part::Items => vm.pair(key, value),
        }))
    }

    /// Whether these are items, from the first to the last one.
    #[inline]
    pub fn gives_items(&self) -> bool {
        self.part == Part::Items && !self.reverse
    }

    /// The next key and value of an iterator over items.
    ///
    /// # Errors
    /// RuntimeError when the dict has changed.
    #[inline]
    pub fn next_item(&self, vm: &Vm) -> PyResult<Option<(Value, Value)>> {
        self.step(vm, |dict, at| dict.next_item(at))
    }

    #[inline]
    fn step<T>(
        &self,
        vm: &Vm,
        find: impl FnOnce(&Dict, &mut usize) -> Option<T>,
    ) -> PyResult<Option<T>> {
        let mut at = self.at.get();
        let used = self.used.get();
        let Some(found) = self
            .dict
            .with(|dict| (dict.len() == used).then(|| find(dict, &mut at)))
        else {
            return Ok(None);
        };
        let left = self.left.get();
        match found {
            Some(Some(_)) if left == 0 => {
                Err(vm.runtime_error("dictionary keys changed during iteration"))
            }
            Some(Some(item)) => {
                self.at.set(at);
                self.left.set(left - 1);
                Ok(Some(item))
            }
            Some(None) => {
                self.dict.release();
                Ok(None)
            }
            None => {
                self.used.set(usize::MAX);
                Err(vm.runtime_error("dictionary changed size during iteration"))
            }
        }
    }
}

const fn table(name: &'static str) -> TypeTable {
    const METHODS: &[Row] = &[
        SELF_ITER,
        table::next(next),
        method("__length_hint__(self, /)", length_hint, LENGTH_HINT_DOC),
        method("__reduce__(self, /)", reduce, REDUCE_DOC),
    ];
    TypeTable {
        name,
        kind: Kind::DictIterator,
        methods: METHODS,
        ..TypeTable::DEFAULT
    }
}

/// The table of `dict_keyiterator`.
pub const KEY_ITERATOR: TypeTable = table("dict_keyiterator");
/// The table of `dict_valueiterator`.
pub const VALUE_ITERATOR: TypeTable = table("dict_valueiterator");
/// The table of `dict_itemiterator`.
pub const ITEM_ITERATOR: TypeTable = table("dict_itemiterator");
/// The table of `dict_reversekeyiterator`.
pub const REVERSE_KEY_ITERATOR: TypeTable = table("dict_reversekeyiterator");
/// The table of `dict_reversevalueiterator`.
pub const REVERSE_VALUE_ITERATOR: TypeTable = table("dict_reversevalueiterator");
/// The table of `dict_reverseitemiterator`.
pub const REVERSE_ITEM_ITERATOR: TypeTable = table("dict_reverseitemiterator");

fn next(vm: &Vm, this: &Value) -> PyResult<Option<Value>> {
    vm.this::<DictIterator>(std::slice::from_ref(this))?
        .next(vm)
}

fn length_hint(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<DictIterator>(args)?;
    let used = this.used.get();
    let fits = this.dict.with(|dict| dict.len() == used).unwrap_or(false);
    Ok(Value::Int(if fits { this.left.get() as i64 } else { 0 }))
}

/// Pickles as an iterator over a list of what is left, without moving this one.
fn reduce(vm: &Vm, args: &[Value]) -> PyResult {
    let this = vm.this::<DictIterator>(args)?;
    let mut rest = Vec::new();
    if let Some(dict) = this.dict.get() {
        let copy = DictIterator {
            dict: Held::new(dict),
            part: this.part,
            reverse: this.reverse,
            at: this.at.clone(),
            used: this.used.clone(),
            left: this.left.clone(),
        };
        while let Some(item) = copy.next(vm)? {
            rest.push(item);
        }
    }
    reduced(vm, "iter", vm.list(rest), None)
}
