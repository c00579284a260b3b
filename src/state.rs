//! Per-interpreter state that belongs to one part of the interpreter each; `vm` only holds it.

use crate::object::class::Class;
use crate::object::collect::Collector;
use crate::object::heap::Ref;
use crate::object::shape::{AddressHasher, Name};
use crate::object::value::Value;
use crate::types::dict::Dict;
use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::hash::BuildHasherDefault;

/// Everything parts of the interpreter keep per interpreter.
#[derive(Default)]
pub struct State {
    /// Whether lookups are remembered nowhere: the slow truth that tests compare with.
    pub uncached: Cell<bool>,
    /// How many lists are being sorted.
    pub sorts: Cell<usize>,
    /// What the last call without keywords gave to a native function that collects them.
    pub no_keywords: Cell<Option<Ref<Dict>>>,
    /// MRO lookups already made.
    pub method_cache: MethodCache,
    /// The collector's settings.
    pub collector: Collector,
    /// Python-level weak references.
    pub weakrefs: crate::types::weakref::Registry,
    /// Registered encodings and error handlers.
    pub codecs: crate::types::encoding::Registry,
    /// Hooks of asynchronous generators, origin tracking of coroutines.
    pub generators: crate::exec::generator::Settings,
    /// How many digits `int` and `str` convert.
    pub digit_limit: crate::types::int::DigitLimit,
    /// Room to collect bytes in, while nobody uses it: see `Vm::scratch`.
    pub scratch: Cell<Vec<u8>>,
    /// The classes that only modules know.
    pub extension: crate::stdlib::extension::Classes,
    /// Which not-a-numbers there are.
    pub nans: Nans,
    /// Objects whose repr is being made, for `[...]`.
    pub repr_running: RefCell<HashSet<usize, BuildHasherDefault<AddressHasher>>>,
    /// The classes of module specs and loaders.
    pub specs: crate::stdlib::spec::Specs,
    /// What `atexit` is to call.
    pub atexit: crate::stdlib::atexit::Registry,
    /// What `sys` keeps.
    pub sys: crate::stdlib::sys::SysState,
    /// The formats of `struct` used last.
    pub formats: crate::stdlib::struct_native::Formats,
    /// What `_csv` keeps.
    pub csv: crate::stdlib::csv_native::State,
    /// The state of `_abc`.
    pub abc: crate::stdlib::abc_native::State,
    /// The current context of context variables.
    pub contexts: crate::stdlib::contextvars::State,
    /// What `_asyncio_steps` knows of asyncio's classes.
    pub asyncio: crate::stdlib::asyncio_native::State,
    /// What `_decimal_quick` knows of the class Decimal.
    pub decimal: crate::stdlib::decimal_native::State,
    /// What `_datetime_quick` knows of the classes of datetime.
    pub dates: crate::stdlib::datetime_native::State,
    /// What `_io` keeps.
    pub io: crate::stdlib::io::IoState,
    /// What the program may still use.
    pub limits: crate::limits::Budget,
    /// The program's handlers of signals.
    pub signals: crate::stdlib::signal::Handlers,
    /// The local time zone.
    pub time: crate::stdlib::time::CurrentZone,
    /// The formats that `strptime()` knows.
    pub strptime: crate::stdlib::time::Formats,
    /// The filters of warnings.
    pub warnings: crate::stdlib::warn::Warnings,
    /// Compiled patterns of `re`.
    pub patterns: crate::stdlib::re::Patterns,
}

/// Tells the not-a-numbers that `float()` makes apart. Each is an object of its own, but floats are
/// compared by their bits where identity is asked for, so they get payloads of their own.
#[derive(Default)]
pub struct Nans(Cell<u64>);

/// The bits of a quiet not-a-number, and those that mark one whose payload is a number of ours.
const QUIET: u64 = 0x7ff8_0000_0000_0000;
const MARK: u64 = QUIET | 1 << 50;

impl Nans {
    /// A not-a-number of the same sign that is not identical to an earlier one.
    pub fn distinct(&self, nan: f64) -> f64 {
        let count = (self.0.get() + 1) & 0xffff_ffff;
        self.0.set(count);
        f64::from_bits(MARK | count).copysign(nan)
    }

    /// The number as everybody else knows it.
    #[inline]
    pub fn plain(value: f64) -> f64 {
        if value.is_nan() && value.to_bits() & 0x7fff_ffff_0000_0000 == MARK {
            return f64::from_bits(QUIET).copysign(value);
        }
        value
    }
}

/// What MRO walks have found, by class version and name. Versions are never reused, so nothing in
/// it ever has to be invalidated.
#[derive(Default)]
pub struct MethodCache(RefCell<Vec<Option<Entry>>>);

struct Entry {
    version: u32,
    name: Name,
    /// Where the class remembers the answer. The entry itself holds nothing: a stale one would keep an object from its
    /// finaliser.
    at: u32,
}

const CACHE_SIZE: usize = 1024;

/// What stands for a name that is not found.
const NOWHERE: u32 = u32::MAX;

impl MethodCache {
    /// The cached answer, or the one `walk` gives.
    #[inline]
    pub fn find(
        &self,
        class: &Class,
        name: &Name,
        walk: impl FnOnce() -> Option<Value>,
    ) -> Option<Value> {
        let version = class.version();
        let slot = (version as usize).wrapping_mul(31) ^ (name.as_obj().address() >> 4);
        let slot = slot % CACHE_SIZE;
        if let Some(Some(entry)) = self.0.borrow().get(slot)
            && entry.version == version
            && entry.name == *name
        {
            return class.remembered(entry.at);
        }
        let value = walk();
        let at = value
            .as_ref()
            .map(|value| class.remember(name, value.clone()));
        let fresh = Some(Entry {
            version,
            name: name.clone(),
            at: at.unwrap_or(NOWHERE),
        });
        let old = {
            let mut cache = self.0.borrow_mut();
            if cache.is_empty() {
                cache.resize_with(CACHE_SIZE, || None);
            }
            std::mem::replace(&mut cache[slot], fresh)
        };
        drop(old);
        value
    }

    /// Forgets everything.
    pub fn clear(&self) {
        let old = std::mem::take(&mut *self.0.borrow_mut());
        drop(old);
    }
}
