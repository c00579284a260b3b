//! What pickling remembers: the objects that were written, by identity, and those that were read, by number.

use crate::object::heap::{Obj, Trace};
use crate::object::value::Value;
use hashbrown::HashTable;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Deref;

/// The memo that a Pickler or Unpickler holds.
#[derive(Default)]
pub(super) struct MemoCell<M>(RefCell<M>);

impl<M: Trace> MemoCell<M> {
    /// Calls `visit` for every object that the memo holds.
    pub fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        self.0.borrow().trace(visit);
    }
}

impl<M> Deref for MemoCell<M> {
    type Target = RefCell<M>;
    fn deref(&self) -> &RefCell<M> {
        &self.0
    }
}

/// What was written, each with its number. The objects are kept alive, so that an identity stays theirs.
#[derive(Default)]
pub(super) struct WriteMemo {
    /// Identities and numbers.
    table: HashTable<(u64, u32)>,
    /// In the order of being written.
    objects: Vec<Value>,
}

fn hash(id: u64) -> u64 {
    let mixed = (id >> 3).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed ^ mixed >> 32
}

impl WriteMemo {
    /// The number of an object that was written.
    #[inline]
    pub fn find(&self, value: &Value) -> Option<u64> {
        let id = value.id() as u64;
        let found = self.table.find(hash(id), |entry| entry.0 == id)?;
        Some(found.1.into())
    }

    /// How many numbers are in use: the next one.
    #[inline]
    pub fn len(&self) -> u64 {
        self.objects.len() as u64
    }

    /// Gives an object a number.
    pub fn insert(&mut self, value: &Value, number: u64) {
        let id = value.id() as u64;
        match self.table.find_mut(hash(id), |entry| entry.0 == id) {
            Some(entry) => entry.1 = number as u32,
            None => self.insert_new(value, number),
        }
    }

    /// Gives an object that has none a number.
    #[inline]
    pub fn insert_new(&mut self, value: &Value, number: u64) {
        if self.table.len() == self.table.capacity() {
            let more = self.table.len() * 3 + 28;
            self.table.reserve(more, |entry| hash(entry.0));
        }
        let id = value.id() as u64;
        self.table
            .insert_unique(hash(id), (id, number as u32), |entry| hash(entry.0));
        self.objects.push(value.clone());
    }

    /// Uses up a number for an object that nobody else can refer to.
    pub fn skip(&mut self) {
        self.objects.push(Value::Unbound);
    }

    /// The objects with their numbers.
    pub fn entries(&self) -> impl Iterator<Item = (Value, u64)> {
        let number = |value: &Value| Some((value.clone(), self.find(value)?));
        self.objects.iter().filter_map(number)
    }
}

impl Trace for WriteMemo {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        let objects = self.objects.iter().filter_map(Value::obj);
        objects.for_each(visit);
    }
}

/// What was read and may be referred to, by number.
#[derive(Default)]
pub(super) struct ReadMemo {
    dense: Vec<Value>,
    /// Numbers far beyond those before them, which no pickler writes.
    sparse: BTreeMap<u64, Value>,
    used: u64,
}

impl ReadMemo {
    /// The object of that number.
    #[inline]
    pub fn get(&self, number: u64) -> Option<&Value> {
        match self.dense.get(number as usize) {
            Some(Value::Unbound) | None => self.sparse.get(&number),
            value => value,
        }
    }

    /// Gives an object a number; what had it before is returned.
    #[inline]
    pub fn set(&mut self, number: u64, value: Value) -> Option<Value> {
        let old = if number == self.dense.len() as u64 && self.sparse.is_empty() {
            self.dense.push(value);
            None
        } else {
            self.set_elsewhere(number, value)
        };
        self.used += u64::from(old.is_none());
        old
    }

    #[cold]
    fn set_elsewhere(&mut self, number: u64, value: Value) -> Option<Value> {
        /// Holes up to this many are filled.
        const NEAR: u64 = 1 << 12;
        if number >= self.dense.len() as u64 + NEAR || self.sparse.contains_key(&number) {
            return self.sparse.insert(number, value);
        }
        let at = number as usize;
        if at >= self.dense.len() {
            self.dense.resize(at + 1, Value::Unbound);
        }
        std::mem::replace(&mut self.dense[at], value).bound()
    }

    /// How many objects there are: the number the next one gets.
    #[inline]
    pub fn len(&self) -> u64 {
        self.used
    }

    /// The objects with their numbers.
    pub fn entries(&self) -> impl Iterator<Item = (u64, &Value)> {
        let dense = (0..)
            .zip(&self.dense)
            .filter(|(_, value)| !value.is_unbound());
        dense.chain(self.sparse.iter().map(|(&number, value)| (number, value)))
    }
}

impl Trace for ReadMemo {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        let objects = self.entries().filter_map(|(_, value)| value.obj());
        objects.for_each(visit);
    }
}
