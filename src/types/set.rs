//! `set` and `frozenset`: the table they share and its entry points for the rest of the interpreter.
//! The Python-visible methods are in `set_methods`, the algebra of whole sets in `set_algebra`.
//!
//! The order in which a set is iterated over is that of its table, so it is visible: the table grows,
//! probes and leaves dummies exactly as CPython's does. A key's place is looked for among ten
//! neighbouring slots, then further away by the hash's higher bits. No borrow of the table is held
//! while user code (`__eq__`, finalisers) can run.

use super::quick;
use crate::object::heap::{self, Obj, Ref, Trace};
use crate::object::ops;
use crate::object::value::{PyResult, Value};
use crate::vm::Vm;
use std::cell::{Cell, RefCell};

/// A table of this size or more only grows where there is memory for it.
const LARGE: usize = 1 << 16;
/// The size of a new table.
const MIN_SIZE: usize = 8;
/// How many neighbours are looked at before jumping.
const LINEAR_PROBES: usize = 9;
/// How fast the hash's higher bits come into play.
const PERTURB_SHIFT: u32 = 5;

#[derive(Clone)]
struct Entry {
    hash: i64,
    /// `Unbound` in slots that are unused (hash 0) or were used (hash -1, a dummy).
    key: Value,
}

const UNUSED: Entry = Entry {
    hash: 0,
    key: Value::Unbound,
};
/// So many unused slots.
fn unused(size: usize) -> Vec<Entry> {
    // Cloning one would look each time at what its key is.
    std::iter::repeat_with(|| UNUSED).take(size).collect()
}

const DUMMY: Entry = Entry {
    hash: -1,
    key: Value::Unbound,
};

impl Entry {
    fn is_unused(&self) -> bool {
        self.key.is_unbound() && self.hash == 0
    }
}

struct Table {
    /// As many slots as the mask says, or none at all while nothing was ever added.
    slots: Vec<Entry>,
    mask: usize,
    /// Slots that are not unused: keys and dummies.
    fill: usize,
    /// Keys.
    used: usize,
    /// Where `pop` looks next.
    finger: usize,
    /// Changes whenever slots move.
    generation: u32,
}

impl Default for Table {
    fn default() -> Table {
        Table {
            slots: Vec::new(),
            mask: MIN_SIZE - 1,
            fill: 0,
            used: 0,
            finger: 0,
            generation: 0,
        }
    }
}

/// The walk through the slots that may hold a key.
struct Probe {
    base: usize,
    /// How far from the base.
    offset: usize,
    perturb: u64,
    /// The last dummy passed: a new key takes its slot.
    dummy: Option<usize>,
}

impl Probe {
    fn new(hash: i64, mask: usize) -> Probe {
        Probe {
            base: hash as usize & mask,
            offset: 0,
            perturb: hash as u64,
            dummy: None,
        }
    }
    #[inline]
    fn at(&self) -> usize {
        self.base + self.offset
    }
    #[inline]
    fn advance(&mut self, mask: usize) {
        if self.offset < LINEAR_PROBES && self.base + LINEAR_PROBES <= mask {
            self.offset += 1;
            return;
        }
        self.perturb >>= PERTURB_SHIFT;
        let jump = self.base.wrapping_mul(5).wrapping_add(1);
        self.base = jump.wrapping_add(self.perturb as usize) & mask;
        self.offset = 0;
    }
}

#[derive(Clone, Copy)]
enum Found {
    /// The key's slot.
    At(usize),
    /// The key is absent; this is the slot where it would go.
    Absent(usize),
    /// The key in this slot needs `__eq__`.
    Ask(usize),
}

impl Table {
    /// `search` from the beginning. Most keys are, or would be, in the first slot.
    #[inline(always)]
    fn find(&self, vm: &Vm, key: &Value, hash: i64) -> Found {
        let at = hash as usize & self.mask;
        match self.slots.get(at) {
            Some(entry) if entry.hash == hash && entry.key.is(key) => Found::At(at),
            Some(entry) if !entry.is_unused() => self.find_further(vm, key, hash),
            _ => Found::Absent(at),
        }
    }

    #[inline(never)]
    fn find_further(&self, vm: &Vm, key: &Value, hash: i64) -> Found {
        self.search(vm, &mut Probe::new(hash, self.mask), key, hash)
    }

    /// Walks on to a key's slot, or to the first that tells that there is none.
    #[inline(always)]
    fn search(&self, vm: &Vm, probe: &mut Probe, key: &Value, hash: i64) -> Found {
        loop {
            let Some(entry) = self.slots.get(probe.at()) else {
                return Found::Absent(probe.at());
            };
            if entry.is_unused() {
                return Found::Absent(probe.dummy.unwrap_or(probe.at()));
            }
            if entry.key.is_unbound() {
                probe.dummy = Some(probe.at());
            } else if entry.hash == hash {
                if entry.key.is(key) {
                    return Found::At(probe.at());
                }
                match quick::eq(vm, &entry.key, key) {
                    Some(true) => return Found::At(probe.at()),
                    Some(false) => {}
                    None => return Found::Ask(probe.at()),
                }
            }
            probe.advance(self.mask);
        }
    }

    /// Puts a key that is known to be absent in a table without dummies.
    #[inline(always)]
    fn insert_clean(&mut self, key: Value, hash: i64) {
        let mut at = hash as usize & self.mask;
        if !self.slots[at].is_unused() {
            at = self.unused_slot(hash);
        }
        // There is nothing to drop.
        std::mem::forget(std::mem::replace(&mut self.slots[at], Entry { hash, key }));
    }

    #[inline(never)]
    fn unused_slot(&self, hash: i64) -> usize {
        let mut probe = Probe::new(hash, self.mask);
        while !self.slots[probe.at()].is_unused() {
            probe.advance(self.mask);
        }
        probe.at()
    }

    /// Makes a table of the least size above `least`, without dummies.
    fn resize(&mut self, least: usize) {
        let mut size = MIN_SIZE;
        while size <= least {
            size <<= 1;
        }
        if size == MIN_SIZE && self.slots.len() == MIN_SIZE && self.fill == self.used {
            return;
        }
        let old = std::mem::replace(&mut self.slots, unused(size));
        self.mask = size - 1;
        self.fill = self.used;
        self.generation = self.generation.wrapping_add(1);
        for entry in old {
            if !entry.key.is_unbound() {
                self.insert_clean(entry.key, entry.hash);
            }
        }
    }

    #[cold]
    #[inline(never)]
    fn resize_for_use(&mut self) {
        let factor = if self.used > 50_000 { 2 } else { 4 };
        self.resize(self.used * factor);
    }

    /// Room for as many more keys as another set has.
    fn reserve(&mut self, more: usize) {
        if (self.fill + more) * 5 >= self.mask * 3 {
            self.resize((self.used + more) * 2);
        }
    }

    /// Whether there is memory for one more key. Only asked for where the table is large and full.
    #[inline]
    fn has_room(&self) -> bool {
        (self.fill + 1) * 5 < self.mask * 3 || self.mask < LARGE || {
            let size = (self.used * 2 + 2).next_power_of_two();
            Vec::<Entry>::new().try_reserve_exact(size).is_ok()
        }
    }

    /// Puts a key in the slot found for it.
    #[inline(always)]
    fn put(&mut self, slot: usize, key: Value, hash: i64) {
        if self.slots.is_empty() {
            self.slots = unused(MIN_SIZE);
        }
        let old = std::mem::replace(&mut self.slots[slot], Entry { hash, key });
        self.used += 1;
        if !old.is_unused() {
            return;
        }
        self.fill += 1;
        if self.fill * 5 >= self.mask * 3 {
            self.resize_for_use();
        }
    }

    /// Whether the key, its hash known, is there, if that takes no user code.
    #[inline(always)]
    fn has_plain(&self, vm: &Vm, key: &Value, hash: i64) -> Option<bool> {
        match self.find(vm, key, hash) {
            Found::At(_) => Some(true),
            Found::Absent(_) => Some(false),
            Found::Ask(_) => None,
        }
    }

    /// Adds a key if that takes no user code and there is memory; whether the key is there now.
    #[inline(always)]
    fn add_plain(&mut self, vm: &Vm, key: &Value, hash: i64) -> bool {
        match self.find(vm, key, hash) {
            Found::At(_) => true,
            Found::Absent(slot) if self.has_room() => {
                self.put(slot, key.clone(), hash);
                true
            }
            _ => false,
        }
    }

    #[inline]
    fn take(&mut self, slot: usize) -> Value {
        self.used -= 1;
        std::mem::replace(&mut self.slots[slot], DUMMY).key
    }

    /// Takes over the keys of a table when this one is empty and without dummies.
    fn fill_from(&mut self, other: &Table) {
        let keys = || other.slots.iter().filter(|entry| !entry.key.is_unbound());
        if self.mask == other.mask && other.fill == other.used {
            self.slots = other.slots.clone();
        } else {
            if self.slots.is_empty() {
                self.slots = unused(self.mask + 1);
            }
            for entry in keys() {
                self.insert_clean(entry.key.clone(), entry.hash);
            }
        }
        self.fill = other.used;
        self.used = other.used;
        self.generation = self.generation.wrapping_add(1);
    }
}

/// The payload of sets and frozensets.
pub struct Set {
    table: RefCell<Table>,
    /// A frozenset's hash once it has been asked for, otherwise -1: no Python hash is -1.
    hash: Cell<i64>,
}

impl Trace for Set {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        for entry in &self.table.borrow().slots {
            if let Value::Obj(key) = &entry.key {
                visit(key);
            }
        }
    }
    fn clear(&self) {
        Set::clear(self);
    }
}

impl Default for Set {
    fn default() -> Set {
        Set::new()
    }
}

impl Set {
    /// An empty set.
    pub fn new() -> Set {
        Set {
            table: RefCell::default(),
            hash: Cell::new(-1),
        }
    }

    /// The number of elements.
    #[inline]
    pub fn len(&self) -> usize {
        self.table.borrow().used
    }
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// The bytes the table takes.
    pub fn size(&self) -> usize {
        self.table.borrow().slots.len() * size_of::<Entry>()
    }
    /// A frozenset's hash, if it is known.
    pub fn known_hash(&self) -> Option<i64> {
        Some(self.hash.get()).filter(|&hash| hash != -1)
    }

    /// The hash of a frozenset.
    pub fn frozen_hash(&self) -> i64 {
        if self.hash.get() == -1 {
            let table = self.table.borrow();
            let keys = table.slots.iter().filter(|entry| !entry.key.is_unbound());
            let hash =
                crate::text::siphash::hash_frozenset(keys.map(|entry| entry.hash), table.used);
            self.hash.set(hash);
        }
        self.hash.get()
    }

    /// The slot of a key (`Ok`), or the one where it would go (`Err`).
    fn locate(&self, vm: &Vm, key: &Value, hash: i64) -> PyResult<Result<usize, usize>> {
        match self.table.borrow().find(vm, key, hash) {
            Found::At(at) => return Ok(Ok(at)),
            Found::Absent(at) => return Ok(Err(at)),
            Found::Ask(_) => {}
        }
        self.locate_asking(vm, key, hash, false)
    }

    /// `locate` where some element's `__eq__` has a say. To one that `adds`, an element is equal even if the
    /// comparison has removed it.
    #[inline(never)]
    fn locate_asking(
        &self,
        vm: &Vm,
        key: &Value,
        hash: i64,
        adds: bool,
    ) -> PyResult<Result<usize, usize>> {
        'restart: loop {
            let (mut probe, generation) = {
                let table = self.table.borrow();
                (Probe::new(hash, table.mask), table.generation)
            };
            loop {
                let table = self.table.borrow();
                let (at, candidate) = match table.search(vm, &mut probe, key, hash) {
                    Found::At(at) => return Ok(Ok(at)),
                    Found::Absent(at) => return Ok(Err(at)),
                    Found::Ask(at) => (at, table.slots[at].key.clone()),
                };
                drop(table);
                let equal = ops::eq(vm, &candidate, key)?;
                if adds && equal {
                    return Ok(Ok(at));
                }
                let table = self.table.borrow();
                let same = |entry: &Entry| entry.key.is(&candidate);
                if table.generation != generation || !table.slots.get(at).is_some_and(same) {
                    continue 'restart;
                }
                if equal {
                    return Ok(Ok(at));
                }
                probe.advance(table.mask);
            }
        }
    }

    /// Whether the set has the key, its hash known, if that can be told without user code.
    #[inline]
    pub fn has_plain(&self, vm: &Vm, key: &Value, hash: i64) -> Option<bool> {
        self.table.borrow().has_plain(vm, key, hash)
    }

    /// Whether the set has the key.
    ///
    /// # Errors
    /// Whatever the elements' `__eq__` raises.
    pub fn contains_hashed(&self, vm: &Vm, key: &Value, hash: i64) -> PyResult<bool> {
        Ok(self.locate(vm, key, hash)?.is_ok())
    }

    /// Whether the set has the key.
    ///
    /// # Errors
    /// Whatever the key's `__hash__` or `__eq__` raises.
    pub fn contains(&self, vm: &Vm, key: &Value) -> PyResult<bool> {
        let hash = ops::hash(vm, key)?;
        self.contains_hashed(vm, key, hash)
    }

    /// Adds a key; whether it is new.
    ///
    /// # Errors
    /// Whatever the key's `__hash__` or `__eq__` raises.
    #[inline]
    pub fn add(&self, vm: &Vm, key: Value) -> PyResult<bool> {
        let hash = ops::hash(vm, &key)?;
        self.add_hashed(vm, key, hash)
    }

    /// `add` with the hash known.
    ///
    /// # Errors
    /// Whatever the elements' `__eq__` raises.
    #[inline]
    pub fn add_hashed(&self, vm: &Vm, key: Value, hash: i64) -> PyResult<bool> {
        {
            let mut table = self.table.borrow_mut();
            match table.find(vm, &key, hash) {
                Found::At(_) => {
                    // The key goes as this returns, which may run a finaliser.
                    drop(table);
                    return Ok(false);
                }
                Found::Absent(_) if !table.has_room() => {
                    drop(table);
                    return Err(vm.memory_error(""));
                }
                Found::Absent(slot) => {
                    // What the slot held is unused or a dummy: no finaliser runs.
                    table.put(slot, key, hash);
                    return Ok(true);
                }
                Found::Ask(_) => {}
            }
        }
        self.add_asking(vm, key, hash)
    }

    /// `add_hashed` where some element's `__eq__` has a say.
    #[inline(never)]
    fn add_asking(&self, vm: &Vm, key: Value, hash: i64) -> PyResult<bool> {
        match self.locate_asking(vm, &key, hash, true)? {
            Ok(_) => Ok(false),
            Err(slot) => {
                let mut table = self.table.borrow_mut();
                if !table.has_room() {
                    return Err(vm.memory_error(""));
                }
                table.put(slot, key, hash);
                Ok(true)
            }
        }
    }

    /// Removes a key; whether it was there.
    ///
    /// # Errors
    /// Whatever the elements' `__eq__` raises.
    pub fn discard_hashed(&self, vm: &Vm, key: &Value, hash: i64) -> PyResult<bool> {
        let Ok(slot) = self.locate(vm, key, hash)? else {
            return Ok(false);
        };
        let old = self.table.borrow_mut().take(slot);
        drop(old);
        Ok(true)
    }

    /// Adds values up to one that takes user code or for which there is no memory; how many it has added.
    pub fn add_all_plain<'a>(&self, vm: &Vm, values: impl Iterator<Item = &'a Value>) -> usize {
        let mut table = self.table.borrow_mut();
        let add = |value: &Value| {
            let hash = quick::hash(vm, value);
            hash.is_some_and(|hash| table.add_plain(vm, value, hash))
        };
        values.map(add).take_while(|added| *added).count()
    }

    /// Adds the keys of this set, from slot `*at` on, that `other` has (or has not) to `result`; stops where
    /// that takes user code or memory that is not there.
    pub fn choose_plain(
        &self,
        vm: &Vm,
        at: &mut usize,
        (other, present): (&Set, bool),
        result: &Set,
    ) {
        let other = other.table.borrow();
        let mut result = result.table.borrow_mut();
        self.walk(at, |key, hash| match other.has_plain(vm, key, hash) {
            Some(has) if has == present => result.add_plain(vm, key, hash),
            found => found.is_some(),
        });
    }

    /// Whether `other` has all keys of this set, from slot `*at` on, or none of them; stops where one has no
    /// part in that, or it takes user code.
    pub fn compare_plain(&self, vm: &Vm, at: &mut usize, (other, present): (&Set, bool)) {
        let other = other.table.borrow();
        self.walk(at, |key, hash| {
            other.has_plain(vm, key, hash) == Some(present)
        });
    }

    /// Adds the keys of `other`, from slot `*at` on, that are not in this set, and removes those that are;
    /// stops where that takes user code or memory that is not there.
    pub fn toggle_plain(&self, vm: &Vm, at: &mut usize, other: &Set) {
        let mut table = self.table.borrow_mut();
        other.walk(at, |key, hash| match table.find(vm, key, hash) {
            // Another object that is equal would come to its end here.
            Found::At(slot) if table.slots[slot].key.is(key) => {
                drop(table.take(slot));
                true
            }
            Found::Absent(slot) if table.has_room() => {
                table.put(slot, key.clone(), hash);
                true
            }
            _ => false,
        });
    }

    /// Shows the keys (with their hashes) from slot `*at` on to `each`, until it answers `false`; `*at` is
    /// left at that key then. `each` must not run user code.
    #[inline(always)]
    fn walk(&self, at: &mut usize, mut each: impl FnMut(&Value, i64) -> bool) {
        let table = self.table.borrow();
        while let Some(entry) = table.slots.get(*at) {
            if !entry.key.is_unbound() && !each(&entry.key, entry.hash) {
                return;
            }
            *at += 1;
        }
    }

    /// The first key (with its hash) in slot `*at` or after it, which moves past it.
    #[inline]
    pub fn next(&self, at: &mut usize) -> Option<(Value, i64)> {
        let table = self.table.borrow();
        while let Some(entry) = table.slots.get(*at) {
            *at += 1;
            if !entry.key.is_unbound() {
                return Some((entry.key.clone(), entry.hash));
            }
        }
        None
    }

    /// Removes and returns some key.
    pub fn pop(&self) -> Option<Value> {
        let mut table = self.table.borrow_mut();
        if table.used == 0 {
            return None;
        }
        let mut at = table.finger & table.mask;
        while table.slots[at].key.is_unbound() {
            at = (at + 1) & table.mask;
        }
        table.finger = at + 1;
        Some(table.take(at))
    }

    /// Removes everything.
    pub fn clear(&self) {
        self.replace(Set::new());
    }

    /// Replaces everything by the elements of another set.
    pub fn replace(&self, other: Set) {
        let mut fresh = other.table.into_inner();
        fresh.generation = self.table.borrow().generation.wrapping_add(1);
        let old = self.table.replace(fresh);
        self.hash.set(-1);
        drop(old);
    }

    /// Gets rid of dummies when they are more than a quarter of the slots.
    pub fn shrink(&self) {
        let mut table = self.table.borrow_mut();
        if table.fill - table.used > table.mask / 4 {
            table.resize_for_use();
        }
    }

    /// Makes room for as many more elements as another container has.
    pub fn reserve(&self, more: usize) {
        self.table.borrow_mut().reserve(more);
    }

    /// Adds all elements of another set.
    ///
    /// # Errors
    /// Whatever the elements' `__eq__` raises.
    pub fn merge(&self, vm: &Vm, other: &Set) -> PyResult<()> {
        if std::ptr::eq(self, other) || other.is_empty() {
            return Ok(());
        }
        {
            let mut table = self.table.borrow_mut();
            let from = other.table.borrow();
            table.reserve(from.used);
            if table.fill == 0 {
                table.fill_from(&from);
                return Ok(());
            }
        }
        let mut at = 0;
        loop {
            {
                let mut table = self.table.borrow_mut();
                other.walk(&mut at, |key, hash| table.add_plain(vm, key, hash));
            }
            let Some((key, hash)) = other.next(&mut at) else {
                return Ok(());
            };
            self.add_hashed(vm, key, hash)?;
        }
    }

    /// A set with the same elements.
    pub fn copied(&self) -> Set {
        let copy = Set::new();
        let from = self.table.borrow();
        if from.used > 0 {
            let mut table = copy.table.borrow_mut();
            table.reserve(from.used);
            table.fill_from(&from);
        }
        copy
    }

    /// The elements in order.
    pub fn to_vec(&self) -> Vec<Value> {
        let table = self.table.borrow();
        let mut keys = Vec::with_capacity(table.used);
        let live = table.slots.iter().filter(|entry| !entry.key.is_unbound());
        keys.extend(live.map(|entry| entry.key.clone()));
        keys
    }

    /// A new `set` object.
    pub fn alloc(self, vm: &Vm) -> Ref<Set> {
        heap::alloc(&vm.types.set, self)
    }
    /// A new `frozenset` object.
    pub fn alloc_frozen(self, vm: &Vm) -> Ref<Set> {
        heap::alloc(&vm.types.frozenset, self)
    }
}

/// A `set` of these values, as a set display makes it.
///
/// # Errors
/// TypeError for unhashable values; whatever their `__eq__` raises.
pub fn from_values(vm: &Vm, values: Vec<Value>) -> PyResult {
    let set = Set::new();
    for value in values {
        set.add(vm, value)?;
    }
    Ok(set.alloc(vm).into())
}

/// What the sets that a display of constants makes are copies of. CPython makes a display of three or
/// more of them by way of a frozenset, which its compiler makes once more when it looks for equal
/// constants; both show in the order.
///
/// # Errors
/// TypeError for unhashable values.
pub fn of_constants(vm: &Vm, mut values: Vec<Value>) -> PyResult<Set> {
    let mut frozen = Set::new();
    for _ in 0..2 {
        frozen = Set::new();
        for value in values {
            frozen.add(vm, value)?;
        }
        values = frozen.to_vec();
    }
    Ok(frozen)
}

impl Vm {
    /// A `set` of these values.
    ///
    /// # Errors
    /// As [`from_values`].
    pub fn set(&self, values: Vec<Value>) -> PyResult {
        from_values(self, values)
    }
}
