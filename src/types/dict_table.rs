//! The table of a dict: entries in insertion order, and an index over them by hash.
//!
//! What user code (`__eq__`, finalisers) may do meanwhile is the concern of `dict`, which holds no
//! borrow of the table while any can run.

use crate::object::shape::Name;
use crate::object::value::Value;
use crate::types::dict_order::Order;
use crate::types::quick;
use crate::types::str::Str;
use crate::vm::Vm;

/// Up to this many entries are searched without an index.
const SMALL: usize = 8;
/// From this many entries on, more are only added where there is memory for them.
const LARGE: usize = 1 << 16;
/// An index slot that never had an entry.
const EMPTY: u32 = u32::MAX;
/// An index slot whose entry has been removed.
const DUMMY: u32 = u32::MAX - 1;
/// How fast a hash's higher bits come into play.
const PERTURB_SHIFT: u32 = 5;

/// A key with its value.
#[derive(Clone)]
pub struct Entry {
    /// The key's hash.
    pub hash: i64,
    /// `Unbound` marks a hole.
    pub key: Value,
    /// The value.
    pub value: Value,
}

/// The positions of entries, in an open-addressed table of a power of two. Small integers are their own
/// hashes, so that neighbours stand beside each other.
#[derive(Clone, Default)]
struct Index {
    slots: Box<[u32]>,
    /// Slots that are not empty: entries and dummies.
    filled: usize,
}

/// The slots in which a hash's entry may be.
struct Probe {
    at: usize,
    perturb: u64,
    mask: usize,
}

impl Probe {
    #[inline(always)]
    fn new(hash: i64, mask: usize) -> Probe {
        Probe {
            at: hash as usize & mask,
            perturb: hash as u64,
            mask,
        }
    }
    #[inline(always)]
    fn advance(&mut self) {
        self.perturb >>= PERTURB_SHIFT;
        let next = self.at.wrapping_mul(5).wrapping_add(1);
        self.at = next.wrapping_add(self.perturb as usize) & self.mask;
    }
}

impl Index {
    fn with_room(entries: usize) -> Index {
        let size = (entries * 3).max(SMALL * 2).next_power_of_two();
        Index {
            slots: vec![EMPTY; size].into(),
            filled: 0,
        }
    }

    #[inline(always)]
    fn probe(&self, hash: i64) -> Probe {
        Probe::new(hash, self.slots.len().wrapping_sub(1))
    }

    /// Whether one more would make the walks long.
    fn is_full(&self) -> bool {
        (self.filled + 1) * 3 > self.slots.len() * 2
    }

    /// Adds an entry whose key is absent: the first slot without one is good.
    fn add(&mut self, hash: i64, entry: u32) {
        let mut probe = self.probe(hash);
        while self.slots[probe.at] < DUMMY {
            probe.advance();
        }
        self.fill(probe.at, entry);
    }

    /// Puts an entry in a slot without one.
    #[inline(always)]
    fn fill(&mut self, slot: usize, entry: u32) {
        self.filled += usize::from(self.slots[slot] == EMPTY);
        self.slots[slot] = entry;
    }

    fn remove(&mut self, hash: i64, entry: u32) {
        let mut probe = self.probe(hash);
        loop {
            match self.slots[probe.at] {
                EMPTY => return,
                found if found == entry => {
                    self.slots[probe.at] = DUMMY;
                    return;
                }
                _ => probe.advance(),
            }
        }
    }
}

/// The entries with what finds them.
#[derive(Default)]
pub struct Table {
    /// In the order of insertion. A removed one leaves `Unbound`.
    pub entries: Vec<Entry>,
    index: Option<Index>,
    pub live: u32,
    /// No live entry stands before this one.
    pub first: u32,
    /// The order of the keys of an OrderedDict, where it isn't that of the entries.
    pub order: Option<Box<Order>>,
}

/// There is no such entry.
pub(super) const NOWHERE: usize = usize::MAX;
/// Some entry needs `__eq__`.
pub(super) const UNCLEAR: usize = usize::MAX - 1;

pub(super) enum Found {
    At(usize),
    Absent,
    /// These entries need `__eq__`.
    Ask(Vec<(usize, Value)>),
}

impl Table {
    /// Calls `see` for the entries of a hash until it answers `false`.
    #[inline(always)]
    fn candidates(&self, hash: i64, mut see: impl FnMut(usize, &Entry) -> bool) {
        let Some(index) = &self.index else {
            for (at, entry) in self.entries.iter().enumerate() {
                if entry.hash == hash && !entry.key.is_unbound() && !see(at, entry) {
                    return;
                }
            }
            return;
        };
        let mut probe = index.probe(hash);
        loop {
            match index.slots[probe.at] {
                EMPTY => return,
                DUMMY => {}
                at => {
                    if let Some(entry) = self.entries.get(at as usize)
                        && entry.hash == hash
                        && !see(at as usize, entry)
                    {
                        return;
                    }
                }
            }
            probe.advance();
        }
    }

    /// The position of the entry whose key is the `same`, [`NOWHERE`], or [`UNCLEAR`] where `same` can't tell;
    /// and the slot of the index for it, where it is nowhere.
    #[inline(always)]
    pub(super) fn place(&self, hash: i64, same: impl Fn(&Value) -> Option<bool>) -> (usize, usize) {
        let Some(index) = &self.index else {
            let mut place = NOWHERE;
            self.candidates(hash, |at, entry| {
                place = match same(&entry.key) {
                    Some(true) => at,
                    Some(false) => return true,
                    None => UNCLEAR,
                };
                false
            });
            return (place, NOWHERE);
        };
        let (mut probe, mut free) = (index.probe(hash), NOWHERE);
        loop {
            match index.slots[probe.at] {
                EMPTY if free == NOWHERE => return (NOWHERE, probe.at),
                EMPTY => return (NOWHERE, free),
                DUMMY if free == NOWHERE => free = probe.at,
                DUMMY => {}
                at => {
                    if let Some(entry) = self.entries.get(at as usize)
                        && entry.hash == hash
                    {
                        match same(&entry.key) {
                            Some(true) => return (at as usize, NOWHERE),
                            Some(false) => {}
                            None => return (UNCLEAR, NOWHERE),
                        }
                    }
                }
            }
            probe.advance();
        }
    }

    #[inline(always)]
    pub(super) fn find(&self, vm: &Vm, key: &Value, hash: i64) -> Found {
        let mut found = None;
        let mut ask = false;
        self.candidates(hash, |at, entry| {
            let equal = match entry.key.is(key) {
                true => Some(true),
                false => quick::eq(vm, &entry.key, key),
            };
            match equal {
                Some(true) => found = Some(at),
                Some(false) => {}
                None => ask = true,
            }
            equal == Some(false)
        });
        match found {
            _ if ask => self.find_asking(vm, key, hash),
            Some(at) => Found::At(at),
            None => Found::Absent,
        }
    }

    /// `find` where some entry's `__eq__` has a say.
    #[cold]
    #[inline(never)]
    fn find_asking(&self, vm: &Vm, key: &Value, hash: i64) -> Found {
        let mut list = Vec::new();
        self.candidates(hash, |at, entry| {
            let equal = quick::eq(vm, &entry.key, key);
            if equal != Some(false) {
                list.push((at, entry.key.clone()));
            }
            // Those before a key that is equal have to be asked first.
            equal != Some(true)
        });
        Found::Ask(list)
    }

    /// The position of a name, also where its key is a string of a class written in Python.
    #[inline]
    pub fn find_name(&self, name: &Name) -> Option<usize> {
        match self.place_of_name(name) {
            NOWHERE => None,
            UNCLEAR => self.find_text(name),
            at => Some(at),
        }
    }

    /// The position of an interned name, [`NOWHERE`], or [`UNCLEAR`] where a key has to be asked.
    #[inline]
    pub(super) fn place_of_name(&self, name: &Name) -> usize {
        if self.index.is_none() {
            // Identity first: most tables of names hold interned strings.
            let same = |e: &Entry| matches!(&e.key, Value::Obj(o) if o == name.as_obj());
            if let Some(at) = self.entries.iter().position(same) {
                return at;
            }
        }
        let mut place = NOWHERE;
        self.candidates(name.hash_value(), |at, entry| {
            let Value::Obj(key) = &entry.key else {
                return true;
            };
            let same = key == name.as_obj();
            if !same && key.class() != name.as_obj().class() {
                place = UNCLEAR;
                return false;
            }
            let equal = |key: &Str| key.text.as_bytes() == name.text.as_bytes();
            if same || key.get::<Str>().is_some_and(equal) {
                place = at;
                return false;
            }
            true
        });
        place
    }

    #[cold]
    fn find_text(&self, name: &Name) -> Option<usize> {
        let mut found = None;
        self.candidates(name.hash_value(), |at, entry| {
            let same = match entry.key.as_ref::<Str>() {
                Some(s) => s == name || s.text.as_bytes() == name.text.as_bytes(),
                None => false,
            };
            if same {
                found = Some(at);
            }
            !same
        });
        found
    }

    /// Whether there is memory for one more entry. Only asked for where there is much to be had.
    #[inline]
    pub fn has_room(&mut self) -> bool {
        self.entries.len() < LARGE || self.entries.len() < self.entries.capacity() || self.grow()
    }

    /// Makes room for as many entries again, and sees whether their index could be had.
    #[cold]
    fn grow(&mut self) -> bool {
        let more = self.entries.len();
        let mut index: Vec<u32> = Vec::new();
        index.try_reserve_exact(more.saturating_mul(6)).is_ok()
            && self.entries.try_reserve(more).is_ok()
    }

    pub fn push(&mut self, hash: i64, key: Value, value: Value) {
        self.push_at(NOWHERE, hash, key, value);
    }

    /// `push` where [`Table::place`] has told the slot of the index.
    #[inline]
    pub(super) fn push_at(&mut self, mut slot: usize, hash: i64, key: Value, value: Value) {
        if self.entries.len() > SMALL && self.entries.len() > self.live as usize * 2 + 8 {
            self.rebuild();
            slot = NOWHERE;
        }
        let at = self.entries.len() as u32;
        self.entries.push(Entry { hash, key, value });
        self.live += 1;
        match &mut self.index {
            Some(index) if !index.is_full() => match slot {
                NOWHERE => index.add(hash, at),
                slot => index.fill(slot, at),
            },
            None if self.entries.len() <= SMALL => {}
            _ => self.make_index(),
        }
    }

    /// Adds an entry before all others, into a hole there. When there is none, as many are made as
    /// `push` tolerates.
    pub fn push_front(&mut self, hash: i64, key: Value, value: Value) {
        if self.first == 0 {
            let room = self.live as usize / 2 + 4;
            let hole = Entry {
                hash: 0,
                key: Value::Unbound,
                value: Value::Unbound,
            };
            self.entries.retain(|entry| !entry.key.is_unbound());
            self.entries.splice(0..0, std::iter::repeat_n(hole, room));
            self.first = room as u32;
            self.make_index();
        }
        self.first -= 1;
        let at = self.first as usize;
        self.entries[at] = Entry { hash, key, value };
        self.live += 1;
        match &mut self.index {
            Some(index) if !index.is_full() => index.add(hash, at as u32),
            None if self.entries.len() <= SMALL => {}
            _ => self.make_index(),
        }
    }

    /// Closes the holes and makes the index anew.
    fn rebuild(&mut self) {
        self.entries.retain(|entry| !entry.key.is_unbound());
        self.first = 0;
        self.make_index();
        if let Some(order) = &mut self.order {
            order.moved = true;
        }
    }

    /// Takes the items of another table, and keeps its order. What it has had is to be dropped when nobody
    /// looks.
    pub(super) fn renew(&mut self, new: Table) -> Table {
        let mut old = std::mem::replace(self, new);
        self.order = old.order.take();
        if let Some(order) = &mut self.order {
            order.moved = true;
        }
        old
    }

    /// OrderedDict's own methods have added the last entry.
    #[cold]
    pub(super) fn note_last(&mut self, state: u64) {
        if let Some(order) = &mut self.order
            && let Some(last) = self.entries.last()
        {
            order.note(self.entries.len() - 1, &last.key, last.hash, state);
        }
    }

    fn make_index(&mut self) {
        if self.entries.len() <= SMALL {
            self.index = None;
            return;
        }
        let mut index = Index::with_room(self.live as usize);
        for (at, entry) in self.entries.iter().enumerate() {
            if !entry.key.is_unbound() {
                index.add(entry.hash, at as u32);
            }
        }
        self.index = Some(index);
    }

    /// Takes an entry out and leaves a hole: entries never move while one iterates over them.
    pub fn remove_at(&mut self, at: usize) -> (Value, Value) {
        let hash = self.entries[at].hash;
        if let Some(index) = &mut self.index {
            index.remove(hash, at as u32);
        }
        self.live -= 1;
        let entry = &mut self.entries[at];
        let item = (
            std::mem::replace(&mut entry.key, Value::Unbound),
            std::mem::replace(&mut entry.value, Value::Unbound),
        );
        if at == self.first as usize {
            let rest = &self.entries[at..];
            self.first += rest.iter().take_while(|e| e.key.is_unbound()).count() as u32;
        }
        item
    }

    /// Forgets the holes after the last live entry.
    pub fn trim(&mut self) {
        while self.entries.last().is_some_and(|e| e.key.is_unbound()) {
            self.entries.pop();
        }
        self.first = self.first.min(self.entries.len() as u32);
    }

    /// The same items, without holes.
    pub fn copied(&self) -> Table {
        if self.live as usize == self.entries.len() {
            return Table {
                entries: self.entries.clone(),
                index: self.index.clone(),
                live: self.live,
                ..Table::default()
            };
        }
        let live = self.entries.iter().filter(|entry| !entry.key.is_unbound());
        let mut copy = Table {
            entries: live.cloned().collect(),
            live: self.live,
            ..Table::default()
        };
        copy.make_index();
        copy
    }

    /// The bytes the table takes.
    pub fn size(&self) -> usize {
        let index = self.index.as_ref().map_or(0, |index| index.slots.len() * 4);
        self.entries.capacity() * size_of::<Entry>() + index
    }
}
