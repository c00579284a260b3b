//! `dict`: the table and its entry points for the rest of the interpreter. The Python-visible
//! methods are in `dict_methods`.
//!
//! Entries stand in insertion order in a vector; a hash index over it exists only for more than
//! a few entries. A deleted entry stays as a hole until the next rebuild, so that deletion is
//! O(1) at either end. No borrow of the table is held while user code (`__eq__`, `__hash__`,
//! finalisers) can run.

use crate::object::heap::{Obj, Ref, Trace};
use crate::object::ops;
use crate::object::shape::Name;
use crate::object::value::{PyResult, Value};
use crate::types::str::Str;
use crate::vm::Vm;
use hashbrown::HashTable;
use std::cell::{Cell, RefCell};

/// Up to this many entries are searched without an index.
const SMALL: usize = 8;

struct Entry {
    hash: i64,
    /// `Unbound` marks a hole.
    key: Value,
    value: Value,
}

#[derive(Default)]
struct Table {
    entries: Vec<Entry>,
    index: Option<HashTable<u32>>,
    live: usize,
    /// No live entry stands before this one.
    first: usize,
}

/// The payload of `dict` objects.
#[derive(Default)]
pub struct Dict {
    table: RefCell<Table>,
    /// Changes whenever a key is added or removed, to a number no dict has had (0: always empty).
    version: Cell<u64>,
}

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
    }
    fn clear(&self) {
        Dict::clear(self);
    }
}

thread_local! {
    static VERSION: Cell<u64> = const { Cell::new(1) };
}

fn next_version() -> u64 {
    VERSION.with(|version| {
        version.set(version.get() + 1);
        version.get()
    })
}

fn mix(hash: i64) -> u64 {
    (hash as u64)
        .wrapping_mul(0x9E37_79B9_7F4A_7C15)
        .rotate_left(29)
}

/// Equality that needs no user code; `None` when it does.
pub(super) fn quick_eq(vm: &Vm, a: &Value, b: &Value) -> Option<bool> {
    if a.is(b) {
        return Some(true);
    }
    match (a, b) {
        (Value::Obj(x), Value::Obj(y)) => match (x.get::<Str>(), y.get::<Str>()) {
            (Some(s), Some(t)) if *x.class() == vm.types.str && *y.class() == vm.types.str => {
                Some(s.text.as_bytes() == t.text.as_bytes())
            }
            _ => None,
        },
        (Value::Obj(x), _) | (_, Value::Obj(x)) => {
            if *x.class() == vm.types.str {
                Some(false)
            } else {
                None
            }
        }
        (Value::Int(_), Value::Int(_)) => Some(false),
        _ => None,
    }
}

enum Found {
    At(usize),
    Absent,
    /// These entries need `__eq__`.
    Ask(Vec<(usize, Value)>),
}

impl Table {
    fn candidates(&self, hash: i64, mut see: impl FnMut(usize) -> bool) {
        match &self.index {
            Some(index) => {
                for &at in index.iter_hash(mix(hash)) {
                    if self.entries[at as usize].hash == hash && !see(at as usize) {
                        return;
                    }
                }
            }
            None => {
                for (at, entry) in self.entries.iter().enumerate() {
                    if entry.hash == hash && !entry.key.is_unbound() && !see(at) {
                        return;
                    }
                }
            }
        }
    }

    fn find(&self, vm: &Vm, key: &Value, hash: i64) -> Found {
        let mut found = Found::Absent;
        self.candidates(hash, |at| {
            let entry_key = &self.entries[at].key;
            match quick_eq(vm, entry_key, key) {
                // An earlier candidate has to be asked first, unless this is the object itself.
                Some(true) => {
                    if !matches!(found, Found::Ask(_)) || entry_key.is(key) {
                        found = Found::At(at);
                    } else if let Found::Ask(list) = &mut found {
                        list.push((at, entry_key.clone()));
                    }
                    false
                }
                Some(false) => true,
                None => {
                    match &mut found {
                        Found::Ask(list) => list.push((at, entry_key.clone())),
                        _ => found = Found::Ask(vec![(at, entry_key.clone())]),
                    }
                    true
                }
            }
        });
        found
    }

    fn find_name(&self, name: &Name) -> Option<usize> {
        let hash = name.hash_value();
        let same = |key: &Value| match key.as_ref::<Str>() {
            Some(s) => s == name || s.text.as_bytes() == name.text.as_bytes(),
            None => false,
        };
        let mut found = None;
        if self.index.is_none() {
            // Identity first: most tables of names hold interned strings.
            if let Some(at) = self
                .entries
                .iter()
                .position(|e| matches!(&e.key, Value::Obj(o) if o == name.as_obj()))
            {
                return Some(at);
            }
        }
        self.candidates(hash, |at| {
            if same(&self.entries[at].key) {
                found = Some(at);
            }
            found.is_none()
        });
        found
    }

    fn push(&mut self, hash: i64, key: Value, value: Value) {
        if self.entries.len() > SMALL && self.entries.len() > self.live * 2 + 8 {
            self.rebuild();
        }
        let at = self.entries.len();
        self.entries.push(Entry { hash, key, value });
        self.live += 1;
        match &mut self.index {
            // Growing walks the entries in order, which their index would not do by itself.
            Some(index) if index.len() == index.capacity() => self.rebuild(),
            Some(index) => {
                let entries = &self.entries;
                index.insert_unique(mix(hash), at as u32, |&i| mix(entries[i as usize].hash));
            }
            None if self.entries.len() > SMALL => self.rebuild(),
            None => {}
        }
    }

    /// Closes the holes and makes the index anew.
    fn rebuild(&mut self) {
        self.entries.retain(|entry| !entry.key.is_unbound());
        self.first = 0;
        if self.entries.len() <= SMALL {
            self.index = None;
            return;
        }
        let entries = &self.entries;
        let mut index = HashTable::with_capacity(entries.len() * 2);
        for (at, entry) in entries.iter().enumerate() {
            index.insert_unique(mix(entry.hash), at as u32, |&i| {
                mix(entries[i as usize].hash)
            });
        }
        self.index = Some(index);
    }

    /// Takes an entry out and leaves a hole: entries never move while one iterates over them.
    fn remove_at(&mut self, at: usize) -> (Value, Value) {
        let hash = self.entries[at].hash;
        if let Some(index) = &mut self.index
            && let Ok(found) = index.find_entry(mix(hash), |&i| i as usize == at)
        {
            found.remove();
        }
        self.live -= 1;
        let entry = &mut self.entries[at];
        let item = (
            std::mem::replace(&mut entry.key, Value::Unbound),
            std::mem::replace(&mut entry.value, Value::Unbound),
        );
        if at == self.first {
            let rest = &self.entries[at..];
            self.first += rest.iter().take_while(|e| e.key.is_unbound()).count();
        }
        item
    }

    /// Forgets the holes after the last live entry.
    fn trim(&mut self) {
        while self.entries.last().is_some_and(|e| e.key.is_unbound()) {
            self.entries.pop();
        }
        self.first = self.first.min(self.entries.len());
    }
}

impl Dict {
    /// An empty dict.
    pub fn new() -> Dict {
        Dict::default()
    }

    /// The number of items.
    #[inline]
    pub fn len(&self) -> usize {
        self.table.borrow().live
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

    fn bump(&self) {
        self.version.set(next_version());
    }

    fn find(&self, vm: &Vm, key: &Value, hash: i64) -> PyResult<Option<usize>> {
        'again: loop {
            let ask = match self.table.borrow().find(vm, key, hash) {
                Found::At(at) => return Ok(Some(at)),
                Found::Absent => return Ok(None),
                Found::Ask(list) => list,
            };
            let version = self.version();
            for (at, candidate) in ask {
                let equal = candidate.is(key) || ops::eq(vm, &candidate, key)?;
                if self.version() != version {
                    continue 'again;
                }
                if equal {
                    return Ok(Some(at));
                }
            }
            return Ok(None);
        }
    }

    /// `dict.get`, with `None` for a missing key.
    ///
    /// # Errors
    /// Whatever the key's `__hash__` or `__eq__` raises.
    pub fn get(&self, vm: &Vm, key: &Value) -> PyResult<Option<Value>> {
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
        match self.find(vm, &key, hash)? {
            Some(at) => {
                let mut table = self.table.borrow_mut();
                Ok(Some(std::mem::replace(&mut table.entries[at].value, value)))
            }
            None => {
                self.table.borrow_mut().push(hash, key, value);
                self.bump();
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

    /// `dict.setdefault` with the hash known.
    ///
    /// # Errors
    /// Whatever the keys' `__eq__` raises.
    pub fn get_or_insert_hashed(&self, vm: &Vm, key: &Value, hash: i64, value: &Value) -> PyResult {
        match self.find(vm, key, hash)? {
            Some(at) => Ok(self.table.borrow().entries[at].value.clone()),
            None => {
                let mut table = self.table.borrow_mut();
                table.push(hash, key.clone(), value.clone());
                self.bump();
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
        self.bump();
        self.table.borrow_mut().remove_at(at)
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
                table.push(name.hash_value(), name.value(), value);
                self.bump();
                None
            }
        }
    }

    /// Removes an interned name and returns its value.
    pub fn remove_name(&self, name: &Name) -> Option<Value> {
        let at = self.table.borrow().find_name(name)?;
        Some(self.remove_at(at).1)
    }

    /// The position of a name, for `value_at`.
    pub fn position_of(&self, name: &Name) -> Option<u32> {
        self.table.borrow().find_name(name).map(|at| at as u32)
    }

    /// The value at a remembered position, if that very name object still stands there.
    #[inline(always)]
    pub fn value_at(&self, at: u32, name: &Name) -> Option<Value> {
        let table = self.table.borrow();
        match table.entries.get(at as usize) {
            Some(Entry {
                key: Value::Obj(key),
                value,
                ..
            }) if key == name.as_obj() => Some(value.clone()),
            _ => None,
        }
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

    /// The first live entry at or after `*at`, which moves past it. Holes are skipped.
    pub fn next_entry(&self, at: &mut usize) -> Option<(Value, Value, i64)> {
        let table = self.table.borrow();
        *at = (*at).max(table.first);
        while let Some(entry) = table.entries.get(*at) {
            *at += 1;
            if !entry.key.is_unbound() {
                return Some((entry.key.clone(), entry.value.clone(), entry.hash));
            }
        }
        None
    }

    /// The first live key at or after `*at`, which moves past it.
    #[inline]
    pub fn next_key(&self, at: &mut usize) -> Option<Value> {
        let table = self.table.borrow();
        *at = (*at).max(table.first);
        while let Some(entry) = table.entries.get(*at) {
            *at += 1;
            if !entry.key.is_unbound() {
                return Some(entry.key.clone());
            }
        }
        None
    }

    /// Replaces everything by the items of another table.
    pub fn replace(&self, other: Dict) {
        let old = self.table.replace(other.table.into_inner());
        self.bump();
        drop(old);
    }

    /// The bytes the table takes.
    pub fn size(&self) -> usize {
        let table = self.table.borrow();
        let index = table
            .index
            .as_ref()
            .map_or(0, |index| index.allocation_size());
        table.entries.capacity() * size_of::<Entry>() + index
    }

    /// The last live entry before `*at` (start from `usize::MAX`), which moves to it.
    pub fn previous_entry(&self, at: &mut usize) -> Option<(Value, Value, i64)> {
        if *at == usize::MAX {
            // So that the next one who starts from the end finds no holes there.
            self.table.borrow_mut().trim();
        }
        let table = self.table.borrow();
        *at = (*at).min(table.entries.len());
        while *at > table.first {
            *at -= 1;
            let entry = &table.entries[*at];
            if !entry.key.is_unbound() {
                return Some((entry.key.clone(), entry.value.clone(), entry.hash));
            }
        }
        None
    }

    /// A copy of the items, in order.
    pub fn items(&self) -> Vec<(Value, Value)> {
        let table = self.table.borrow();
        let live = table.entries.iter().filter(|entry| !entry.key.is_unbound());
        live.map(|entry| (entry.key.clone(), entry.value.clone()))
            .collect()
    }

    /// A copy of the keys, in order.
    pub fn keys(&self) -> Vec<Value> {
        self.items().into_iter().map(|(key, _)| key).collect()
    }

    /// Removes and returns the last item.
    pub fn pop_last(&self) -> Option<(Value, Value)> {
        let mut at = usize::MAX;
        self.previous_entry(&mut at)?;
        let item = self.remove_at(at);
        self.table.borrow_mut().trim();
        Some(item)
    }

    /// Removes everything.
    pub fn clear(&self) {
        let old = self.table.take();
        self.bump();
        drop(old);
    }

    /// A new table with the same items.
    pub fn copied(&self) -> Dict {
        let table = self.table.borrow();
        let mut copy = Table::default();
        copy.entries.reserve(table.live);
        for entry in table.entries.iter().filter(|entry| !entry.key.is_unbound()) {
            copy.entries.push(Entry {
                hash: entry.hash,
                key: entry.key.clone(),
                value: entry.value.clone(),
            });
        }
        copy.live = copy.entries.len();
        match &table.index {
            Some(index) if table.live == table.entries.len() => copy.index = Some(index.clone()),
            _ => copy.rebuild(),
        }
        Dict {
            table: RefCell::new(copy),
            version: Cell::new(next_version()),
        }
    }

    /// A new dict object.
    pub fn alloc(self, vm: &Vm) -> Ref<Dict> {
        crate::object::heap::alloc(&vm.types.dict, self)
    }
}

pub use super::dict_methods::DICT;
