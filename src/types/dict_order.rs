//! The order of an OrderedDict: which of its keys come first, and what becomes of that when `dict`'s
//! own methods change its table behind its back.
//!
//! As long as nobody does that, the order is the table's. The first time somebody does, the keys are noted in a
//! list of their own beside the table ([`Order`]), which from then on only OrderedDict's methods change: a
//! key that `dict` has added is not in it, and one that it has removed still is.

use super::dict::Dict;
use super::dict_table::Table;
use crate::object::heap::Obj;
use crate::object::ops;
use crate::object::value::{PyResult, Value};
use crate::vm::Vm;
use std::collections::HashMap;

/// No node.
const NONE: usize = usize::MAX;

/// A key in the list.
struct Node {
    key: Value,
    hash: i64,
    before: usize,
    after: usize,
}

/// The keys in order, where that is no longer the table's.
pub struct Order {
    /// `None` where one has been taken out; their places are not used again.
    nodes: Vec<Option<Node>>,
    first: usize,
    last: usize,
    live: usize,
    /// Which node belongs to the entry that stands, or once stood, at a position of the table.
    at: HashMap<usize, usize>,
    /// The table's entries have moved since `at` was made.
    pub moved: bool,
    /// Changes whenever the list does, as a dict's version.
    pub state: u64,
}

impl Order {
    /// The list that agrees with a table, for a dict of that version.
    pub fn of(table: &Table, state: u64) -> Order {
        let mut order = Order::empty(state);
        for (at, entry) in table.entries.iter().enumerate() {
            // Iterators go on where they are: nodes stand where the entries do.
            match entry.key.is_unbound() {
                true => order.nodes.push(None),
                false => order.append(at, entry.key.clone(), entry.hash),
            }
        }
        order.state = state;
        order
    }

    /// A list without any key.
    pub fn empty(state: u64) -> Order {
        Order {
            nodes: Vec::new(),
            first: NONE,
            last: NONE,
            live: 0,
            at: HashMap::default(),
            moved: false,
            state,
        }
    }

    /// The list holds these.
    pub fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        for node in self.nodes.iter().flatten() {
            if let Value::Obj(key) = &node.key {
                visit(key);
            }
        }
    }

    fn node(&self, id: usize) -> Option<&Node> {
        self.nodes.get(id)?.as_ref()
    }

    fn node_mut(&mut self, id: usize) -> Option<&mut Node> {
        self.nodes.get_mut(id)?.as_mut()
    }

    /// Makes two nodes neighbours; `NONE` is either end.
    fn join(&mut self, before: usize, after: usize) {
        match self.node_mut(before) {
            Some(node) => node.after = after,
            None => self.first = after,
        }
        match self.node_mut(after) {
            Some(node) => node.before = before,
            None => self.last = before,
        }
    }

    /// Adds a key at the end, for the entry at a position.
    fn append(&mut self, position: usize, key: Value, hash: i64) {
        let id = self.nodes.len();
        let last = self.last;
        self.nodes.push(Some(Node {
            key,
            hash,
            before: NONE,
            after: NONE,
        }));
        self.join(last, id);
        self.join(id, NONE);
        self.live += 1;
        self.at.insert(position, id);
    }

    /// Closes the holes where there are many: no iterator gets over a change of the list.
    fn shrink(&mut self) {
        if self.nodes.len() < self.live * 2 + 16 {
            return;
        }
        let mut new = Vec::with_capacity(self.live);
        let mut names: HashMap<usize, usize> = HashMap::new();
        let mut id = self.first;
        while let Some(node) = self.nodes.get_mut(id).and_then(Option::take) {
            names.insert(id, new.len());
            id = node.after;
            new.push(Some(node));
        }
        let name = |id: usize| names.get(&id).copied().unwrap_or(NONE);
        for node in new.iter_mut().flatten() {
            (node.before, node.after) = (name(node.before), name(node.after));
        }
        (self.first, self.last) = (name(self.first), name(self.last));
        self.nodes = new;
        self.at = self
            .at
            .iter()
            .filter_map(|(position, id)| Some((*position, *names.get(id)?)))
            .collect();
    }

    /// OrderedDict's own methods have set the entry at a position: its key comes last if it has no place yet.
    #[cold]
    pub fn note(&mut self, position: usize, key: &Value, hash: i64, state: u64) {
        if self.at.contains_key(&position) {
            return;
        }
        self.shrink();
        self.append(position, key.clone(), hash);
        self.state = state;
    }

    /// Takes a node out and returns its key.
    fn unlink(&mut self, id: usize) -> Option<Node> {
        let node = self.nodes.get_mut(id)?.take()?;
        self.join(node.before, node.after);
        self.live -= 1;
        Some(node)
    }
}

/// Where an iterator over an OrderedDict is.
#[derive(Clone, Copy)]
pub struct Place {
    /// The next one's position in the table or number in the list; backwards the one above it.
    at: usize,
    /// How many have been given from the list. More than it has are only found where a key stands in it twice.
    given: u32,
    /// Whether it has started in the list.
    listed: bool,
    reverse: bool,
}

impl Place {
    /// Before the first key, or after the last.
    pub fn start(reverse: bool) -> Place {
        Place {
            at: if reverse { usize::MAX } else { 0 },
            given: 0,
            listed: false,
            reverse,
        }
    }
}

impl Dict {
    /// Whether the order is a list of its own, for OrderedDict's methods to ask first: this is how the dict
    /// learns that it has an order to keep. What has been put in before is not in it.
    #[inline]
    pub fn has_own_order(&self) -> bool {
        if !self.is_ordered() {
            self.become_ordered();
        }
        self.table.borrow().order.is_some()
    }

    #[cold]
    fn become_ordered(&self) {
        let state = self.renew_ordered();
        let mut table = self.table.borrow_mut();
        if table.live > 0 {
            table.order = Some(Box::new(Order::empty(state)));
        }
    }

    /// Changes whenever the order does.
    pub fn order_state(&self) -> u64 {
        match &self.table.borrow().order {
            Some(order) => order.state,
            None => self.version(),
        }
    }

    /// Finds the nodes' entries anew where entries have moved.
    fn find_nodes(&self, vm: &Vm) -> PyResult<()> {
        let mut all = Vec::new();
        if let Some(order) = &mut self.table.borrow_mut().order
            && std::mem::take(&mut order.moved)
        {
            order.at.clear();
            let mut id = order.first;
            while let Some(node) = order.node(id) {
                all.push((id, node.key.clone(), node.hash));
                id = node.after;
            }
        }
        for (id, key, hash) in all {
            let position = self.position(vm, &key, hash)?;
            if let Some(order) = &mut self.table.borrow_mut().order {
                order.at.insert(position, id);
            }
        }
        Ok(())
    }

    /// Where a key's entry is, or would be added.
    fn position(&self, vm: &Vm, key: &Value, hash: i64) -> PyResult<usize> {
        let found = self.find(vm, key, hash)?;
        Ok(found.unwrap_or_else(|| self.table.borrow().entries.len()))
    }

    /// The position of a key's entry and its node.
    fn node_of(&self, vm: &Vm, key: &Value, hash: i64) -> PyResult<Option<(usize, usize)>> {
        self.find_nodes(vm)?;
        let position = self.position(vm, key, hash)?;
        let table = self.table.borrow();
        let id = table.order.as_ref().and_then(|o| o.at.get(&position));
        Ok(id.map(|id| (position, *id)))
    }

    /// Takes the node of a key out of the list; whether there was one.
    fn forget(&self, vm: &Vm, key: &Value, hash: i64) -> PyResult<bool> {
        let Some((position, id)) = self.node_of(vm, key, hash)? else {
            return Ok(false);
        };
        let state = self.renew_ordered();
        let mut table = self.table.borrow_mut();
        let Some(order) = &mut table.order else {
            return Ok(false);
        };
        order.at.remove(&position);
        let node = order.unlink(id);
        order.state = state;
        // Its key may be the last of its kind, with a finaliser.
        drop(table);
        Ok(node.is_some())
    }

    /// `od[key] = value`.
    ///
    /// # Errors
    /// Whatever the key's `__hash__` or `__eq__` raises.
    #[inline]
    pub fn insert_ordered(&self, vm: &Vm, key: &Value, mut value: Value) -> PyResult<()> {
        if self.has_own_order() {
            self.find_nodes(vm)?;
        } else {
            match self.set_plain_as::<true>(vm, key, value, |_| true) {
                Ok(_) => return Ok(()),
                Err(back) => value = back,
            }
        }
        let hash = ops::hash(vm, key)?;
        self.insert_as::<true>(vm, key.clone(), hash, value)
            .map(drop)
    }

    /// `del od[key]`: the item. Where the order is a list, `od.pop(key)` leaves alone what is not in it.
    ///
    /// # Errors
    /// Whatever the key's `__hash__` or `__eq__` raises.
    pub fn remove_ordered(
        &self,
        vm: &Vm,
        key: &Value,
        popping: bool,
    ) -> PyResult<Option<(Value, Value)>> {
        let hash = ops::hash(vm, key)?;
        if self.has_own_order() && !self.forget(vm, key, hash)? && popping {
            return Ok(None);
        }
        let at = self.find(vm, key, hash)?;
        Ok(at.map(|at| self.remove_as::<true>(at)))
    }

    /// `od.setdefault(key, default)` of an exact OrderedDict.
    ///
    /// # Errors
    /// Whatever the key's `__hash__` or `__eq__` raises.
    pub fn get_or_insert_ordered(&self, vm: &Vm, key: &Value, value: &Value) -> PyResult {
        let hash = ops::hash(vm, key)?;
        if let Some(found) = self.get_hashed(vm, key, hash)? {
            return Ok(found);
        }
        if self.has_own_order() {
            self.find_nodes(vm)?;
        }
        drop(self.insert_as::<true>(vm, key.clone(), hash, value.clone())?);
        Ok(value.clone())
    }

    /// `od.popitem(last)`; nothing from an empty one.
    ///
    /// # Errors
    /// KeyError where the key has been removed behind its back; whatever comparing keys raises.
    pub fn pop_ordered(&self, vm: &Vm, last: bool) -> PyResult<Option<(Value, Value)>> {
        if !self.has_own_order() {
            return Ok(self.pop_end_as::<true>(last));
        }
        let end = match &self.table.borrow().order {
            Some(order) => order
                .node(if last { order.last } else { order.first })
                .map(|node| (node.key.clone(), node.hash)),
            None => None,
        };
        let Some((key, hash)) = end else {
            return Ok(None);
        };
        let at = match self.forget(vm, &key, hash)? {
            true => self.find(vm, &key, hash)?,
            false => None,
        };
        match at {
            Some(at) => Ok(Some((key, self.remove_as::<true>(at).1))),
            None => Err(vm.key_error(&key)),
        }
    }

    /// Makes an existing key the last one, or the first; whether it is there.
    ///
    /// # Errors
    /// Whatever the key's `__hash__` or `__eq__` raises.
    pub fn move_to_end(&self, vm: &Vm, key: &Value, last: bool) -> PyResult<bool> {
        if !self.has_own_order() {
            let hash = ops::hash(vm, key)?;
            let at = self.find(vm, key, hash)?;
            return Ok(at.is_some_and(|at| self.move_in_order(at, last)));
        }
        let is_end = match &self.table.borrow().order {
            Some(order) if order.live == 0 => return Ok(false),
            Some(order) => order
                .node(if last { order.last } else { order.first })
                .is_some_and(|node| node.key.is(key)),
            None => false,
        };
        if is_end {
            return Ok(true);
        }
        let hash = ops::hash(vm, key)?;
        let Some((_, id)) = self.node_of(vm, key, hash)? else {
            return Ok(false);
        };
        let state = self.renew_ordered();
        let mut table = self.table.borrow_mut();
        if let Some(order) = &mut table.order
            && id != if last { order.last } else { order.first }
            && let Some(node) = order.unlink(id)
        {
            order.live += 1;
            order.nodes[id] = Some(node);
            let (before, after) = match last {
                true => (order.last, NONE),
                false => (NONE, order.first),
            };
            order.join(before, id);
            order.join(id, after);
            order.state = state;
        }
        Ok(true)
    }

    /// Removes everything, and is in step again.
    pub fn clear_ordered(&self) {
        let order = self.table.borrow_mut().order.take();
        let old = self.table.take();
        self.renew_ordered();
        drop((order, old));
    }

    /// The next key in order, with its value where that was at hand.
    ///
    /// # Errors
    /// KeyError where the key has been removed behind the OrderedDict's back; whatever comparing keys raises.
    #[inline(always)]
    pub fn next_ordered(
        &self,
        vm: &Vm,
        place: &mut Place,
    ) -> PyResult<Option<(Value, Option<Value>)>> {
        if self.has_own_order() {
            return self.next_listed(vm, place);
        }
        let item = match place.reverse {
            true => self.previous_entry(&mut place.at).map(|(k, v, _)| (k, v)),
            false => self.next_item(&mut place.at),
        };
        Ok(item.map(|(key, value)| (key, Some(value))))
    }

    #[cold]
    #[inline(never)]
    fn next_listed(&self, vm: &Vm, place: &mut Place) -> PyResult<Option<(Value, Option<Value>)>> {
        let Some((key, hash)) = self.listed(place) else {
            return Ok(None);
        };
        let Some((_, id)) = self.node_of(vm, &key, hash)? else {
            return Err(vm.key_error(&key));
        };
        if let Some(order) = &self.table.borrow().order
            && let Some(node) = order.node(id)
        {
            place.at = match place.reverse {
                true => node.before.wrapping_add(1),
                false => node.after,
            };
            place.given += 1;
        }
        Ok(Some((key, None)))
    }

    /// The key of the list at a place, which is moved to it.
    fn listed(&self, place: &mut Place) -> Option<(Value, i64)> {
        let table = self.table.borrow();
        let order = table.order.as_ref()?;
        if place.given as usize > order.live {
            return None;
        }
        let untouched = place.at == if place.reverse { usize::MAX } else { 0 };
        if !std::mem::replace(&mut place.listed, true) && untouched {
            place.at = match place.reverse {
                true => order.last.wrapping_add(1),
                false => order.first,
            };
        }
        // One that started in the table may be at a hole of it.
        let id = match place.reverse {
            true => (0..place.at.min(order.nodes.len()))
                .rev()
                .find(|id| order.node(*id).is_some())?,
            false => (place.at..order.nodes.len()).find(|id| order.node(*id).is_some())?,
        };
        order.node(id).map(|node| (node.key.clone(), node.hash))
    }

    /// The keys in order, whether they are still in the table or not.
    pub fn ordered_keys(&self) -> Vec<Value> {
        if !self.has_own_order() {
            return self.keys();
        }
        let table = self.table.borrow();
        let mut keys = Vec::new();
        if let Some(order) = &table.order {
            let mut id = order.first;
            while let Some(node) = order.node(id) {
                keys.push(node.key.clone());
                id = node.after;
            }
        }
        keys
    }
}
