//! `dict`: the table and its entry points for the rest of the interpreter. The Python-visible
//! methods are in `dict_methods`.
//!
//! The entries themselves are `dict_table`'s: they stand in insertion order in a vector; an index over
//! it exists only for more than a few. A deleted entry stays as a hole until the next rebuild, so that deletion is
//! O(1) at either end. No borrow of the table is held while user code (`__eq__`, `__hash__`,
//! finalisers) can run.

use crate::object::heap::{Obj, Ref, TableCell, Trace};
use crate::object::lookup::is_plain;
use crate::object::ops;
use crate::object::shape::Name;
use crate::object::value::{PyResult, Value};
use crate::types::dict_order::Order;
use crate::types::dict_table::{Entry, Found, NOWHERE, Table, UNCLEAR};
use crate::types::quick;
use crate::types::str::Str;
use crate::types::tuple::Tuple;
use crate::vm::Vm;
use std::cell::Cell;

/// The payload of `dict` objects.
#[derive(Default)]
pub struct Dict {
    pub(super) table: TableCell,
    /// Changes whenever a key is added or removed, to a number no dict has had (0: always empty).
    /// [`ORDERED`] and [`SPLIT`] are part of it.
    version: Cell<u64>,
}

/// The bit of the version of a dict whose order is an OrderedDict's, which `dict`'s own methods don't change.
const ORDERED: u64 = 1 << 63;

/// The bit of the version of a dict that was made of an instance's attributes, which CPython keeps in the object
/// (a split table) until something is done that such a table can't hold.
const SPLIT: u64 = 1 << 62;

/// The most attributes a split table holds.
const SPLIT_MAX: usize = 30;

impl Trace for Dict {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        for entry in &self.table.borrow().entries {
            if let Value::Obj(key) = &entry.key {
                visit(key);
            }
            if let Value::Obj(value) = &entry.value {
                visit(value);
            }
        }
        if let Some(order) = &self.table.borrow().order {
            order.trace(visit);
        }
    }
    fn clear(&self) {
        let old = self.table.take();
        self.version.set(next_version());
        drop(old);
    }
}

thread_local! {
    static VERSION: Cell<u64> = const { Cell::new(1) };
}

/// Notes the order that a table has had before it is changed.
#[cold]
#[inline(never)]
fn keep_order(table: &mut Table, version: u64) {
    if table.order.is_none() {
        table.order = Some(Box::new(Order::of(table, version)));
    }
}

fn next_version() -> u64 {
    VERSION.with(|version| {
        version.set(version.get() + 1);
        version.get()
    })
}

impl Dict {
    /// An empty dict.
    pub fn new() -> Dict {
        Dict::default()
    }

    /// An empty dict that takes so many items without growing.
    pub fn with_room(items: usize) -> Dict {
        let dict = Dict::default();
        dict.table.borrow_mut().entries.reserve_exact(items);
        dict
    }

    /// The number of items.
    #[inline]
    pub fn len(&self) -> usize {
        self.table.borrow().live as usize
    }
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Changes whenever a key is added or removed (not when a value is replaced).
    #[inline(always)]
    pub fn version(&self) -> u64 {
        self.version.get()
    }

    /// Before a key is added or removed, other than by OrderedDict's own methods.
    #[inline(always)]
    fn bump(&self, table: &mut Table) {
        let old = self.version.get();
        if old & ORDERED != 0 {
            keep_order(table, old);
        }
        self.version.set(next_version() | old & (ORDERED | SPLIT));
    }

    /// Whether this is known to be an OrderedDict's.
    #[inline(always)]
    pub(super) fn is_ordered(&self) -> bool {
        self.version.get() & ORDERED != 0
    }

    /// A new version of an OrderedDict's; the new state of its order, too.
    pub(super) fn renew_ordered(&self) -> u64 {
        self.version.set(next_version() | ORDERED);
        self.version.get()
    }

    /// This one, which nobody has seen yet, as an OrderedDict's.
    pub fn in_order(self) -> Dict {
        self.renew_ordered();
        self
    }

    /// Notes whether this holds an instance's attributes as they stood in the object.
    pub fn note_split(&self, split: bool) {
        let others = self.version.get() & !SPLIT;
        self.version
            .set(if split { others | SPLIT } else { others });
    }

    /// Whether an instance that has this would have its attributes in the object in CPython.
    pub fn is_split(&self) -> bool {
        self.version.get() & SPLIT != 0
            && self.len() <= SPLIT_MAX
            && self.keys().iter().all(|key| key.get::<Str>().is_some())
    }

    pub(super) fn find(&self, vm: &Vm, key: &Value, hash: i64) -> PyResult<Option<usize>> {
        'again: loop {
            let ask = match self.table.borrow().find(vm, key, hash) {
                Found::At(at) => return Ok(Some(at)),
                Found::Absent => return Ok(None),
                Found::Ask(list) => list,
            };
            // Whatever else the comparison changed, only the entry itself matters.
            let stands = |at: usize, key: &Value| {
                let table = self.table.borrow();
                table.entries.get(at).is_some_and(|entry| entry.key.is(key))
            };
            for (at, candidate) in ask {
                let asked = stands(at, &candidate);
                let equal = asked && (candidate.is(key) || ops::eq(vm, &candidate, key)?);
                if !asked || !stands(at, &candidate) {
                    continue 'again;
                }
                if equal {
                    return Ok(Some(at));
                }
            }
            return Ok(None);
        }
    }

    /// The place of a plain int, str or tuple of such (see `Table::place`) and its hash; `None`
    /// where it takes more to find one.
    #[inline(always)]
    fn plain_place(&self, vm: &Vm, key: &Value) -> Option<((usize, usize), i64)> {
        let table = self.table.borrow();
        let (place, hash) = match key {
            Value::Int(i) => {
                let hash = crate::types::int::hash_i64(*i);
                let same = |other: &Value| match other {
                    Value::Int(j) => Some(i == j),
                    other => quick::eq(vm, other, key),
                };
                (table.place(hash, same), hash)
            }
            Value::Obj(obj) if *obj.class() == vm.types.str => {
                let hash = obj.get::<Str>()?.hash_value();
                let same = |other: &Value| match other {
                    Value::Obj(other) if other == obj => Some(true),
                    other => quick::eq(vm, other, key),
                };
                (table.place(hash, same), hash)
            }
            Value::Obj(obj) if *obj.class() == vm.types.tuple => {
                let hash = obj.get::<Tuple>()?.plain_hash(vm)?;
                (table.place(hash, |other| quick::eq(vm, other, key)), hash)
            }
            _ => return None,
        };
        (place.0 != UNCLEAR).then_some((place, hash))
    }

    /// The value of a plain key, if it is found without user code.
    #[inline(never)]
    pub fn get_plain(&self, vm: &Vm, key: &Value) -> Option<Value> {
        let ((place, _), _) = self.plain_place(vm, key)?;
        let table = self.table.borrow();
        table.entries.get(place).map(|entry| entry.value.clone())
    }

    /// The value of a plain key, if there is one; nothing where that takes user code to tell.
    pub fn look_plain(&self, vm: &Vm, key: &Value) -> Option<Option<Value>> {
        let ((place, _), _) = self.plain_place(vm, key)?;
        let table = self.table.borrow();
        Some(table.entries.get(place).map(|entry| entry.value.clone()))
    }

    /// Whether a plain key is there, if that can be told without user code.
    #[inline(never)]
    pub fn has_plain(&self, vm: &Vm, key: &Value) -> Option<bool> {
        self.plain_place(vm, key)
            .map(|((place, _), _)| place != NOWHERE)
    }

    /// Sets the value of a plain key and gives what it was (`Unbound` if it is new), or gives `value`
    /// back where it takes more.
    #[inline(never)]
    pub fn set_plain(&self, vm: &Vm, key: &Value, value: Value) -> Result<Value, Value> {
        self.set_plain_if(vm, key, value, |_| true)
    }

    /// As `set_plain`, where the value that is there is all right.
    #[inline(always)]
    pub fn set_plain_if(
        &self,
        vm: &Vm,
        key: &Value,
        value: Value,
        fits: impl Fn(&Value) -> bool,
    ) -> Result<Value, Value> {
        self.set_plain_as::<false>(vm, key, value, fits)
    }

    /// `set_plain_if`, by the methods of an OrderedDict that has no order of its own, or others.
    #[inline(always)]
    pub(super) fn set_plain_as<const OWN: bool>(
        &self,
        vm: &Vm,
        key: &Value,
        value: Value,
        fits: impl Fn(&Value) -> bool,
    ) -> Result<Value, Value> {
        let Some(((place, slot), hash)) = self.plain_place(vm, key) else {
            return Err(value);
        };
        let mut table = self.table.borrow_mut();
        if let Some(entry) = table.entries.get_mut(place) {
            if !fits(&entry.value) {
                return Err(value);
            }
            return Ok(std::mem::replace(&mut entry.value, value));
        }
        if !table.has_room() {
            return Err(value);
        }
        match OWN {
            true => drop(self.renew_ordered()),
            false => self.bump(&mut table),
        }
        table.push_at(slot, hash, key.clone(), value);
        Ok(Value::Unbound)
    }

    /// Replaces the value of a plain key by what `change` makes of it, if it makes something and the key is found
    /// without user code. Neither value may be an object.
    #[inline(always)]
    pub fn change_plain(
        &self,
        vm: &Vm,
        key: &Value,
        change: impl FnOnce(&Value) -> Option<Value>,
    ) -> bool {
        let Some(((place, _), _)) = self.plain_place(vm, key) else {
            return false;
        };
        let mut table = self.table.borrow_mut();
        let Some(entry) = table.entries.get_mut(place) else {
            return false;
        };
        match change(&entry.value) {
            Some(value) => {
                entry.value = value;
                true
            }
            None => false,
        }
    }

    /// Takes the item of a plain key out, if it is found without user code.
    #[inline(never)]
    pub fn remove_plain(&self, vm: &Vm, key: &Value) -> Option<(Value, Value)> {
        let ((place, _), _) = self.plain_place(vm, key)?;
        (place != NOWHERE).then(|| self.remove_at(place))
    }

    /// `dict.get`, with `None` for a missing key.
    ///
    /// # Errors
    /// Whatever the key's `__hash__` or `__eq__` raises.
    pub fn get(&self, vm: &Vm, key: &Value) -> PyResult<Option<Value>> {
        if let Some(((place, _), _)) = self.plain_place(vm, key) {
            let table = self.table.borrow();
            return Ok(table.entries.get(place).map(|entry| entry.value.clone()));
        }
        let hash = ops::hash(vm, key)?;
        self.get_hashed(vm, key, hash)
    }

    /// `get` with the hash known.
    ///
    /// # Errors
    /// Whatever the keys' `__eq__` raises.
    pub fn get_hashed(&self, vm: &Vm, key: &Value, hash: i64) -> PyResult<Option<Value>> {
        let at = self.find(vm, key, hash)?;
        Ok(at.map(|at| self.table.borrow().entries[at].value.clone()))
    }

    /// Sets `self[key]` and returns the old value.
    ///
    /// # Errors
    /// Whatever the key's `__hash__` or `__eq__` raises.
    pub fn insert(&self, vm: &Vm, key: Value, value: Value) -> PyResult<Option<Value>> {
        let hash = ops::hash(vm, &key)?;
        self.insert_hashed(vm, key, hash, value)
    }

    /// `insert` with the hash known.
    ///
    /// # Errors
    /// Whatever the keys' `__eq__` raises.
    pub fn insert_hashed(
        &self,
        vm: &Vm,
        key: Value,
        hash: i64,
        value: Value,
    ) -> PyResult<Option<Value>> {
        self.insert_as::<false>(vm, key, hash, value)
    }

    /// `insert_hashed`, by OrderedDict's own methods or others.
    pub(super) fn insert_as<const OWN: bool>(
        &self,
        vm: &Vm,
        key: Value,
        hash: i64,
        value: Value,
    ) -> PyResult<Option<Value>> {
        match self.find(vm, &key, hash)? {
            Some(at) => {
                let mut table = self.table.borrow_mut();
                if OWN && let Some(order) = &mut table.order {
                    order.note(at, &key, hash, self.renew_ordered());
                }
                Ok(Some(std::mem::replace(&mut table.entries[at].value, value)))
            }
            None => {
                let mut table = self.table.borrow_mut();
                if !table.has_room() {
                    return Err(vm.memory_error(""));
                }
                match OWN {
                    true => drop(self.renew_ordered()),
                    false => self.bump(&mut table),
                }
                table.push(hash, key, value);
                if OWN && table.order.is_some() {
                    table.note_last(self.version());
                }
                Ok(None)
            }
        }
    }

    /// Whether the key is there.
    ///
    /// # Errors
    /// Whatever the key's `__hash__` or `__eq__` raises.
    pub fn contains(&self, vm: &Vm, key: &Value) -> PyResult<bool> {
        let hash = ops::hash(vm, key)?;
        self.contains_hashed(vm, key, hash)
    }

    /// Whether the key is there, its hash known.
    ///
    /// # Errors
    /// Whatever the keys' `__eq__` raises.
    pub fn contains_hashed(&self, vm: &Vm, key: &Value, hash: i64) -> PyResult<bool> {
        Ok(self.find(vm, key, hash)?.is_some())
    }

    /// `dict.setdefault`.
    ///
    /// # Errors
    /// Whatever the key's `__hash__` or `__eq__` raises.
    pub fn get_or_insert(&self, vm: &Vm, key: &Value, value: &Value) -> PyResult {
        if let Some(((place, slot), hash)) = self.plain_place(vm, key) {
            let mut table = self.table.borrow_mut();
            if let Some(entry) = table.entries.get(place) {
                return Ok(entry.value.clone());
            }
            if table.has_room() {
                self.bump(&mut table);
                table.push_at(slot, hash, key.clone(), value.clone());
                return Ok(value.clone());
            }
        }
        let hash = ops::hash(vm, key)?;
        self.get_or_insert_hashed(vm, key, hash, value)
    }

    /// `dict.setdefault` with the hash known.
    ///
    /// # Errors
    /// Whatever the keys' `__eq__` raises.
    pub fn get_or_insert_hashed(&self, vm: &Vm, key: &Value, hash: i64, value: &Value) -> PyResult {
        match self.find(vm, key, hash)? {
            Some(at) => Ok(self.table.borrow().entries[at].value.clone()),
            None => {
                let mut table = self.table.borrow_mut();
                if !table.has_room() {
                    return Err(vm.memory_error(""));
                }
                self.bump(&mut table);
                table.push(hash, key.clone(), value.clone());
                Ok(value.clone())
            }
        }
    }

    /// Removes `key` with the hash known; whether it was there.
    ///
    /// # Errors
    /// Whatever the keys' `__eq__` raises.
    pub fn remove_hashed(&self, vm: &Vm, key: &Value, hash: i64) -> PyResult<bool> {
        let item = self.find(vm, key, hash)?.map(|at| self.remove_at(at));
        Ok(item.is_some())
    }

    /// Removes `key` and returns its item.
    ///
    /// # Errors
    /// Whatever the key's `__hash__` or `__eq__` raises.
    pub fn remove(&self, vm: &Vm, key: &Value) -> PyResult<Option<(Value, Value)>> {
        let hash = ops::hash(vm, key)?;
        Ok(self.find(vm, key, hash)?.map(|at| self.remove_at(at)))
    }

    fn remove_at(&self, at: usize) -> (Value, Value) {
        self.remove_as::<false>(at)
    }

    /// `remove_at`, by OrderedDict's own methods or others.
    pub(super) fn remove_as<const OWN: bool>(&self, at: usize) -> (Value, Value) {
        let mut table = self.table.borrow_mut();
        match OWN {
            true => drop(self.renew_ordered()),
            false => self.bump(&mut table),
        }
        table.remove_at(at)
    }

    /// The value of an interned name.
    #[inline]
    pub fn get_name(&self, name: &Name) -> Option<Value> {
        let table = self.table.borrow();
        table
            .find_name(name)
            .map(|at| table.entries[at].value.clone())
    }

    /// Sets the value of an interned name and returns the old one.
    pub fn set_name(&self, name: &Name, value: Value) -> Option<Value> {
        let mut table = self.table.borrow_mut();
        match table.find_name(name) {
            Some(at) => Some(std::mem::replace(&mut table.entries[at].value, value)),
            None => {
                self.bump(&mut table);
                table.push(name.hash_value(), name.value(), value);
                None
            }
        }
    }

    /// Removes an interned name and returns its value.
    pub fn remove_name(&self, name: &Name) -> Option<Value> {
        let at = self.table.borrow().find_name(name)?;
        Some(self.remove_at(at).1)
    }

    /// The value of a name, which need not be a plain string, where keys that are none have a say.
    ///
    /// # Errors
    /// Whatever the `__hash__` and `__eq__` of such names and keys raise.
    #[inline]
    pub fn ask_name(&self, vm: &Vm, name: &Name) -> PyResult<Option<Value>> {
        match self.look_name(vm, name) {
            Some(found) => Ok(found),
            None => self.get(vm, &name.value()),
        }
    }

    /// [`Dict::ask_name`] with the name's hash known.
    ///
    /// # Errors
    /// Whatever the `__eq__` of such names and keys raises.
    #[inline]
    pub fn ask_name_hashed(&self, vm: &Vm, name: &Name, hash: i64) -> PyResult<Option<Value>> {
        match self.look_name(vm, name) {
            Some(found) => Ok(found),
            None => self.get_hashed(vm, &name.value(), hash),
        }
    }

    /// [`Dict::set_name`] as [`Dict::ask_name`] is to [`Dict::get_name`].
    ///
    /// # Errors
    /// As [`Dict::ask_name`].
    pub fn ask_set_name(&self, vm: &Vm, name: &Name, value: Value) -> PyResult<Option<Value>> {
        let Some(place) = self.plain_name(vm, name) else {
            return self.insert(vm, name.value(), value);
        };
        let mut table = self.table.borrow_mut();
        if let Some(entry) = table.entries.get_mut(place) {
            return Ok(Some(std::mem::replace(&mut entry.value, value)));
        }
        self.bump(&mut table);
        table.push(name.hash_value(), name.value(), value);
        Ok(None)
    }

    /// [`Dict::remove_name`] as [`Dict::ask_name`] is to [`Dict::get_name`].
    ///
    /// # Errors
    /// As [`Dict::ask_name`].
    pub fn ask_remove_name(&self, vm: &Vm, name: &Name) -> PyResult<Option<Value>> {
        match self.plain_name(vm, name) {
            Some(NOWHERE) => Ok(None),
            Some(place) => Ok(Some(self.remove_at(place).1)),
            None => Ok(self.remove(vm, &name.value())?.map(|(_, value)| value)),
        }
    }

    /// The value of a plain name, if there is one; nothing where a key has to be asked.
    #[inline]
    pub fn look_name(&self, vm: &Vm, name: &Name) -> Option<Option<Value>> {
        let place = self.plain_name(vm, name)?;
        let table = self.table.borrow();
        Some(table.entries.get(place).map(|entry| entry.value.clone()))
    }

    /// Where a plain name is, or `NOWHERE`, if no key and no name of another kind has a say.
    #[inline]
    fn plain_name(&self, vm: &Vm, name: &Name) -> Option<usize> {
        if !is_plain(vm, name) {
            return None;
        }
        let place = self.table.borrow().place_of_name(name);
        (place != UNCLEAR).then_some(place)
    }

    /// Whether a key has to be asked if it is this name.
    pub fn is_unclear(&self, name: &Name) -> bool {
        self.table.borrow().place_of_name(name) == UNCLEAR
    }

    /// The position of a name, for `value_at`.
    pub fn position_of(&self, name: &Name) -> Option<u32> {
        self.table.borrow().find_name(name).map(|at| at as u32)
    }

    /// The value at a remembered position, if that very name object still stands there.
    #[inline(always)]
    pub fn value_at(&self, at: u32, name: &Name) -> Option<Value> {
        self.table.value_at(at as usize, name.as_obj())
    }

    /// Replaces the value at a remembered position; gives `value` back when the name has moved.
    #[inline(always)]
    pub fn set_value_at(&self, at: u32, name: &Name, value: Value) -> Result<Value, Value> {
        let mut table = self.table.borrow_mut();
        match table.entries.get_mut(at as usize) {
            Some(Entry {
                key: Value::Obj(key),
                value: slot,
                ..
            }) if key == name.as_obj() => Ok(std::mem::replace(slot, value)),
            _ => Err(value),
        }
    }

    /// What `look` takes of the first live entry at or after `*at`, which moves past it.
    #[inline(always)]
    fn step<T>(&self, at: &mut usize, look: impl FnOnce(&Entry) -> T) -> Option<T> {
        let table = self.table.borrow();
        *at = (*at).max(table.first as usize);
        while let Some(entry) = table.entries.get(*at) {
            *at += 1;
            if !entry.key.is_unbound() {
                return Some(look(entry));
            }
        }
        None
    }

    /// The first live entry at or after `*at`, which moves past it. Holes are skipped.
    pub fn next_entry(&self, at: &mut usize) -> Option<(Value, Value, i64)> {
        self.step(at, |e| (e.key.clone(), e.value.clone(), e.hash))
    }

    /// The first live item at or after `*at`, which moves past it.
    #[inline]
    pub fn next_item(&self, at: &mut usize) -> Option<(Value, Value)> {
        self.step(at, |e| (e.key.clone(), e.value.clone()))
    }

    /// The first live value at or after `*at`, which moves past it.
    #[inline]
    pub fn next_value(&self, at: &mut usize) -> Option<Value> {
        self.step(at, |e| e.value.clone())
    }

    /// The first live key at or after `*at`, which moves past it.
    #[inline]
    pub fn next_key(&self, at: &mut usize) -> Option<Value> {
        self.step(at, |e| e.key.clone())
    }

    /// Replaces everything by the items of another table.
    pub fn replace(&self, other: Dict) {
        let mut table = self.table.borrow_mut();
        self.bump(&mut table);
        let old = table.renew(other.table.into_inner());
        drop(table);
        drop(old);
    }

    /// The bytes the table takes.
    pub fn size(&self) -> usize {
        self.table.borrow().size()
    }

    /// The last live entry before `*at` (start from `usize::MAX`), which moves to it.
    pub fn previous_entry(&self, at: &mut usize) -> Option<(Value, Value, i64)> {
        if *at == usize::MAX {
            // So that the next one who starts from the end finds no holes there.
            self.table.borrow_mut().trim();
        }
        let table = self.table.borrow();
        *at = (*at).min(table.entries.len());
        while *at > table.first as usize {
            *at -= 1;
            let entry = &table.entries[*at];
            if !entry.key.is_unbound() {
                return Some((entry.key.clone(), entry.value.clone(), entry.hash));
            }
        }
        None
    }

    /// What `look` takes of the live entries, in order.
    fn each<T>(&self, look: impl Fn(&Entry) -> T) -> Vec<T> {
        let table = self.table.borrow();
        let live = table.entries.iter().filter(|entry| !entry.key.is_unbound());
        let mut all = Vec::with_capacity(table.live as usize);
        all.extend(live.map(look));
        all
    }

    /// A copy of the items, in order.
    pub fn items(&self) -> Vec<(Value, Value)> {
        self.each(|entry| (entry.key.clone(), entry.value.clone()))
    }

    /// A copy of the keys, in order.
    pub fn keys(&self) -> Vec<Value> {
        self.each(|entry| entry.key.clone())
    }

    /// A copy of the values, in order.
    pub fn values(&self) -> Vec<Value> {
        self.each(|entry| entry.value.clone())
    }

    /// Removes and returns the last item.
    pub fn pop_last(&self) -> Option<(Value, Value)> {
        self.note_split(false);
        self.pop_end_as::<false>(true)
    }

    /// Removes the last item or the first, by OrderedDict's own methods or others.
    pub(super) fn pop_end_as<const OWN: bool>(&self, last: bool) -> Option<(Value, Value)> {
        if last {
            let mut at = usize::MAX;
            self.previous_entry(&mut at)?;
            let item = self.remove_as::<OWN>(at);
            self.table.borrow_mut().trim();
            return Some(item);
        }
        let mut at = self.table.borrow().first as usize;
        self.next_entry(&mut at)?;
        Some(self.remove_as::<OWN>(at - 1))
    }

    /// Makes an entry the last one or the first, where the table's order is the dict's; true.
    pub(super) fn move_in_order(&self, at: usize, last: bool) -> bool {
        let mut table = self.table.borrow_mut();
        table.trim();
        let end = if last {
            table.entries.len() - 1
        } else {
            table.first as usize
        };
        if at != end {
            self.renew_ordered();
            let hash = table.entries[at].hash;
            let (key, value) = table.remove_at(at);
            match last {
                true => table.push(hash, key, value),
                false => table.push_front(hash, key, value),
            }
        }
        true
    }

    /// Removes everything.
    pub fn clear(&self) {
        let mut table = self.table.borrow_mut();
        self.bump(&mut table);
        let old = table.renew(Table::default());
        drop(table);
        drop(old);
    }

    /// A new table with the same items.
    pub fn copied(&self) -> Dict {
        let copy = self.table.borrow().copied();
        Dict {
            table: TableCell::new(copy),
            version: Cell::new(next_version()),
        }
    }

    /// A new dict object.
    pub fn alloc(self, vm: &Vm) -> Ref<Dict> {
        crate::object::heap::alloc(&vm.types.dict, self)
    }
}

pub use super::dict_methods::DICT;
