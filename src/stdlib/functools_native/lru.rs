//! The wrapper that `functools.lru_cache` puts around a function: a hash table over the arguments of
//! earlier calls, in the order of their use. Looking up a call allocates nothing.

use crate::object::build;
use crate::object::descriptor::Binding;
use crate::object::heap::{Kind, Obj, ValueCell};
use crate::object::lookup;
use crate::object::ops;
use crate::object::shape::Name;
use crate::object::table::{self, TypeTable, getset, method};
use crate::object::value::{PyResult, Value};
use crate::stdlib::extension::{self, alloc, this};
use crate::text::siphash::TupleHash;
use crate::types::descriptor_methods::with_binding;
use crate::types::method::BoundMethod;
use crate::types::native::NativePayload;
use crate::types::str::Str;
use crate::types::{args, class_arg, int, is_callable, slots};
use crate::vm::{CALLING, Vm};
use hashbrown::HashTable;
use std::cell::{Cell, RefCell};

/// No entry.
const NONE: u32 = u32::MAX;

/// How many results are kept.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Limit {
    /// As many as there are.
    Unlimited,
    /// The latest ones.
    Latest(usize),
}

/// The wrapper.
struct LruCache {
    function: ValueCell,
    info_type: ValueCell,
    limit: Limit,
    typed: bool,
    hits: Cell<i64>,
    misses: Cell<i64>,
    /// Changes whenever entries come or go.
    version: Cell<u64>,
    store: RefCell<Store>,
}

impl NativePayload for LruCache {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        self.function.trace(visit);
        self.info_type.trace(visit);
        let store = self.store.borrow();
        let values = store.entries.iter().flat_map(|entry| {
            let keys = entry.key.iter();
            keys.chain(std::iter::once(&entry.value))
        });
        for value in values {
            if let Value::Obj(obj) = value {
                visit(obj);
            }
        }
    }
    fn clear(&self) {
        drop(self.store.take());
        drop((self.function.take(), self.info_type.take()));
    }
    fn call(&self, vm: &Vm, args: &[Value], names: &[Name]) -> Option<PyResult> {
        Some(self.answer(vm, args, names))
    }
}

/// A result, with the arguments it is for.
struct Entry {
    hash: u64,
    /// The arguments, those given by name with the name before each.
    key: Box<[Value]>,
    /// How many of them were given by position.
    positional: u32,
    newer: u32,
    older: u32,
    value: Value,
}

/// The results. Nothing in it runs user code: what is taken out is returned.
struct Store {
    table: HashTable<u32>,
    /// Without gaps: the last entry moves to the place of one that goes.
    entries: Vec<Entry>,
    newest: u32,
    oldest: u32,
}

impl Default for Store {
    fn default() -> Store {
        Store {
            table: HashTable::new(),
            entries: Vec::new(),
            newest: NONE,
            oldest: NONE,
        }
    }
}

impl Store {
    fn unlink(&mut self, at: u32) {
        let (newer, older) = {
            let entry = &self.entries[at as usize];
            (entry.newer, entry.older)
        };
        match newer {
            NONE => self.newest = older,
            newer => self.entries[newer as usize].older = older,
        }
        match older {
            NONE => self.oldest = newer,
            older => self.entries[older as usize].newer = newer,
        }
    }

    fn link_newest(&mut self, at: u32) {
        let before = self.newest;
        let entry = &mut self.entries[at as usize];
        (entry.newer, entry.older) = (NONE, before);
        match before {
            NONE => self.oldest = at,
            before => self.entries[before as usize].newer = at,
        }
        self.newest = at;
    }

    /// Notes that an entry has been used.
    fn touch(&mut self, at: u32) {
        if self.newest != at {
            self.unlink(at);
            self.link_newest(at);
        }
    }

    fn insert(&mut self, entry: Entry) {
        let at = self.entries.len() as u32;
        let hash = entry.hash;
        self.entries.push(entry);
        let entries = &self.entries;
        let hash_of = |at: &u32| entries[*at as usize].hash;
        self.table.insert_unique(hash, at, hash_of);
        self.link_newest(at);
    }

    /// Takes out the entry that has not been used for longest.
    fn evict(&mut self) -> Option<Entry> {
        let at = self.oldest;
        if at == NONE {
            return None;
        }
        self.unlink(at);
        let hash = self.entries[at as usize].hash;
        if let Ok(found) = self.table.find_entry(hash, |other| *other == at) {
            found.remove();
        }
        let last = self.entries.len() as u32 - 1;
        let entry = self.entries.swap_remove(at as usize);
        if last != at {
            self.moved(last, at);
        }
        Some(entry)
    }

    /// The entry `from` is now at `to`.
    fn moved(&mut self, from: u32, to: u32) {
        let (hash, newer, older) = {
            let entry = &self.entries[to as usize];
            (entry.hash, entry.newer, entry.older)
        };
        if let Some(at) = self.table.find_mut(hash, |at| *at == from) {
            *at = to;
        }
        match newer {
            NONE => self.newest = to,
            newer => self.entries[newer as usize].older = to,
        }
        match older {
            NONE => self.oldest = to,
            older => self.entries[older as usize].newer = to,
        }
    }
}

/// The arguments of a call, as they are looked up.
struct Call<'a> {
    args: &'a [Value],
    names: &'a [Name],
    hash: u64,
}

impl<'a> Call<'a> {
    fn new(vm: &Vm, args: &'a [Value], names: &'a [Name]) -> PyResult<Call<'a>> {
        if let ([one], []) = (args, names) {
            let hash = spread(ops::hash(vm, one)?);
            return Ok(Call { args, names, hash });
        }
        let mut sum = TupleHash::new();
        for arg in args {
            sum.add(ops::hash(vm, arg)?);
        }
        for name in names {
            sum.add(name.hash_value());
        }
        let hash = spread(sum.finish());
        Ok(Call { args, names, hash })
    }

    fn positional(&self) -> usize {
        self.args.len() - self.names.len()
    }

    fn key(&self) -> Box<[Value]> {
        let positional = self.positional();
        let mut key = Vec::with_capacity(self.args.len() + self.names.len());
        key.extend_from_slice(&self.args[..positional]);
        for (name, value) in self.names.iter().zip(&self.args[positional..]) {
            key.push(name.value());
            key.push(value.clone());
        }
        key.into()
    }

    /// The arguments beside those of an entry, if these have the same form.
    fn beside<'k>(
        &self,
        key: &'k [Value],
        positional: u32,
    ) -> Option<impl Iterator<Item = (&'k Value, &Value)>> {
        let by_name = key.get(positional as usize..)?;
        let same_form = positional as usize == self.positional()
            && key.len() == self.args.len() + self.names.len()
            && by_name
                .iter()
                .step_by(2)
                .zip(self.names)
                .all(|(known, name)| {
                    known
                        .get::<Str>()
                        .is_some_and(|known| known.text == name.text)
                });
        let values = key[..positional as usize]
            .iter()
            .chain(by_name.iter().skip(1).step_by(2));
        same_form.then(|| values.zip(self.args))
    }
}

/// Hash tables look at the upper bits, where those of small ints have nothing.
fn spread(hash: i64) -> u64 {
    (hash as u64)
        .wrapping_mul(0x9e37_79b9_7f4a_7c15)
        .rotate_left(26)
}

/// Whether a single argument of the class is looked up by itself: such keys equal each other only.
fn is_plain(vm: &Vm, value: &Value) -> bool {
    int::is_exact(vm, value)
        || value
            .as_ref::<Str>()
            .is_some_and(|s| *s.as_obj().class() == vm.types.str)
}

/// Whether two arguments are equal, where that can be told without running user code.
fn surely_equal(vm: &Vm, a: &Value, b: &Value) -> Option<bool> {
    if a.is(b) {
        return Some(true);
    }
    match (a, b) {
        (Value::Int(_), Value::Int(_)) => Some(false),
        (Value::Obj(x), Value::Obj(y))
            if let (Some(s), Some(t)) = (x.get::<Str>(), y.get::<Str>())
                && *x.class() == vm.types.str
                && *y.class() == vm.types.str =>
        {
            Some(s.text.as_bytes() == t.text.as_bytes())
        }
        _ => None,
    }
}

/// What a look at the table gave.
enum Look {
    Found(u32),
    Missing,
    /// Equality with this entry's arguments has to be found out by running code.
    Ask(u32),
}

impl LruCache {
    fn changed(&self) {
        self.version.set(self.version.get().wrapping_add(1));
    }

    /// The entry for a call, passing over those known not to be it.
    fn look(&self, vm: &Vm, call: &Call<'_>, not: &[u32]) -> Look {
        let store = self.store.borrow();
        let mut ask = None;
        for &at in store.table.iter_hash(call.hash) {
            let entry = &store.entries[at as usize];
            if entry.hash != call.hash || not.contains(&at) {
                continue;
            }
            match self.matches(vm, call, entry) {
                Some(true) => return Look::Found(at),
                Some(false) => {}
                None => ask = ask.or(Some(at)),
            }
        }
        ask.map_or(Look::Missing, Look::Ask)
    }

    fn matches(&self, vm: &Vm, call: &Call<'_>, entry: &Entry) -> Option<bool> {
        let Some(pairs) = call.beside(&entry.key, entry.positional) else {
            return Some(false);
        };
        if let ([known], [arg], false) = (&*entry.key, call.args, self.typed)
            && call.names.is_empty()
            && is_plain(vm, known) != is_plain(vm, arg)
        {
            return Some(false);
        }
        let mut sure = true;
        for (known, arg) in pairs {
            if self.typed && vm.class_of(known) != vm.class_of(arg) {
                return Some(false);
            }
            match surely_equal(vm, known, arg) {
                Some(true) => {}
                Some(false) => return Some(false),
                None => sure = false,
            }
        }
        sure.then_some(true)
    }

    fn find(&self, vm: &Vm, call: &Call<'_>) -> PyResult<Option<u32>> {
        let mut not: Vec<u32> = Vec::new();
        loop {
            let at = match self.look(vm, call, &not) {
                Look::Found(at) => return Ok(Some(at)),
                Look::Missing => return Ok(None),
                Look::Ask(at) => at,
            };
            let version = self.version.get();
            let (key, positional) = {
                let store = self.store.borrow();
                let entry = &store.entries[at as usize];
                (entry.key.clone(), entry.positional)
            };
            let mut equal = true;
            for (known, arg) in call.beside(&key, positional).into_iter().flatten() {
                if !ops::eq(vm, known, arg)? {
                    equal = false;
                    break;
                }
            }
            if self.version.get() != version {
                // The comparison has changed the cache: the positions mean nothing any more.
                not.clear();
            } else if equal {
                return Ok(Some(at));
            } else {
                not.push(at);
            }
        }
    }

    fn answer(&self, vm: &Vm, args: &[Value], names: &[Name]) -> PyResult {
        if self.limit == Limit::Latest(0) {
            let _guard = vm.recurse(CALLING)?;
            self.misses.set(self.misses.get() + 1);
            return vm.call_with(&self.function.get(), args, names);
        }
        let call = Call::new(vm, args, names)?;
        if let Some(at) = self.find(vm, &call)? {
            self.hits.set(self.hits.get() + 1);
            let mut store = self.store.borrow_mut();
            if self.limit != Limit::Unlimited {
                store.touch(at);
            }
            return Ok(store.entries[at as usize].value.clone());
        }
        self.compute(vm, &call)
    }

    #[inline(never)]
    fn compute(&self, vm: &Vm, call: &Call<'_>) -> PyResult {
        let _guard = vm.recurse(CALLING)?;
        self.misses.set(self.misses.get() + 1);
        let version = self.version.get();
        let value = vm.call_with(&self.function.get(), call.args, call.names)?;
        // The call may have come to a result for the same arguments itself.
        if self.version.get() != version
            && let Some(at) = self.find(vm, call)?
        {
            if self.limit == Limit::Unlimited {
                let old = {
                    let mut store = self.store.borrow_mut();
                    std::mem::replace(&mut store.entries[at as usize].value, value.clone())
                };
                drop(old);
            }
            return Ok(value);
        }
        let entry = Entry {
            hash: call.hash,
            key: call.key(),
            positional: call.positional() as u32,
            newer: NONE,
            older: NONE,
            value: value.clone(),
        };
        self.changed();
        let evicted = {
            let mut store = self.store.borrow_mut();
            let full = matches!(self.limit, Limit::Latest(most) if store.entries.len() >= most);
            let evicted = if full { store.evict() } else { None };
            store.insert(entry);
            evicted
        };
        drop(evicted);
        Ok(value)
    }
}

pub(super) static LRU_CACHE_WRAPPER: TypeTable = TypeTable {
    name: "_lru_cache_wrapper",
    told: Some(""),
    module: "functools",
    names_module: true,
    doc: "A function with a cache of its results in front of it.\n\nmaxsize 0 keeps none and None all of them; typed tells f(3) from f(3.0);\ncache_info_type makes the result of cache_info().",
    kind: Kind::Native,
    has_dict: true,
    weakrefable: true,
    methods: &[
        table::new(
            "__new__(type, user_function, maxsize, typed, cache_info_type)",
            new,
        ),
        slots::call(extension::call_row::<LruCache>),
        slots::get(get),
        method(
            "cache_info(self, /)",
            cache_info,
            "How often the cache had the answer, and how full it is.",
        ),
        method("cache_clear(self, /)", cache_clear, "Forget all results."),
        method(
            "__reduce__(self, /)",
            reduce,
            "Return state information for pickling.",
        ),
        method("__copy__(self, /, *args)", same, "").untold(),
        method("__deepcopy__(self, /, *args)", same, "").untold(),
    ],
    properties: &[getset("__dict__", build::get_dict, build::set_dict, "")],
    ..TypeTable::DEFAULT
};

fn new(vm: &Vm, args: &[Value]) -> PyResult {
    let class = class_arg(vm, &args[0], "_lru_cache_wrapper")?;
    if !is_callable(vm, &args[1]) {
        return Err(vm.type_error("the first argument must be callable"));
    }
    let limit = match &args[2] {
        Value::None => Limit::Unlimited,
        size if args::has_index(vm, size) => {
            Limit::Latest(usize::try_from(args::index(vm, size)?).unwrap_or(0))
        }
        _ => return Err(vm.type_error("maxsize should be integer or None")),
    };
    let payload = LruCache {
        function: ValueCell::new(args[1].clone()),
        info_type: ValueCell::new(args[4].clone()),
        limit,
        typed: ops::truth(vm, &args[3])?,
        hits: Cell::new(0),
        misses: Cell::new(0),
        version: Cell::new(0),
        store: RefCell::default(),
    };
    Ok(alloc(&class, payload))
}

fn get(vm: &Vm, args: &[Value]) -> PyResult {
    with_binding(vm, args, |binding| match binding {
        Binding::Class(_) => Ok(args[0].clone()),
        Binding::Instance(instance, _) => {
            Ok(BoundMethod::alloc(vm, args[0].clone(), instance.clone()))
        }
    })
}

fn cache_info(vm: &Vm, args: &[Value]) -> PyResult {
    let cache = this::<LruCache>(vm, args)?;
    let most = match cache.limit {
        Limit::Unlimited => Value::None,
        Limit::Latest(most) => Value::Int(most as i64),
    };
    let size = cache.store.borrow().entries.len() as i64;
    let counts = [
        Value::Int(cache.hits.get()),
        Value::Int(cache.misses.get()),
        most,
        Value::Int(size),
    ];
    vm.call(&cache.info_type.get(), &counts)
}

fn cache_clear(vm: &Vm, args: &[Value]) -> PyResult {
    let cache = this::<LruCache>(vm, args)?;
    cache.hits.set(0);
    cache.misses.set(0);
    cache.changed();
    let old = cache.store.take();
    drop(old);
    Ok(Value::None)
}

fn reduce(vm: &Vm, args: &[Value]) -> PyResult {
    this::<LruCache>(vm, args)?;
    lookup::get(vm, &args[0], &vm.names.__qualname__)
}

fn same(vm: &Vm, args: &[Value]) -> PyResult {
    this::<LruCache>(vm, args)?;
    Ok(args[0].clone())
}
