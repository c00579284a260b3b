//! Classes: the payload of `type` objects, MRO computation, versions and the cache of special methods.
//!
//! How attributes are looked up is in `lookup`; how a class statement becomes a class is in
//! `types::type_`; conversions of method tables are in `table`.

use super::heap::{Kind, Obj, Plan, Ref, Trace, Trailer, ValueCell, VecCell, WeakPtr};
use super::ops::NextFunction;
use super::shape::Name;
use super::special::{SPECIAL_COUNT, Special};
use super::table::TypeTable;
use super::value::{PyResult, Raised, Value};
use crate::types::dict::Dict;
use crate::types::native::MethodDescriptor;
use crate::types::str::Str;
use crate::types::type_::Construction;
use crate::vm::Vm;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

/// How the instances' attributes are read and written, by the `__getattribute__`, `__getattr__`
/// (`__setattr__`, `__delattr__`) that the class has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Access {
    /// Not determined since the class last changed.
    Unknown,
    /// `object`'s.
    Generic,
    /// `type`'s.
    Type,
    /// `module`'s.
    Module,
    /// `super`'s.
    Super,
    /// Something else: to be called.
    Custom,
}

/// What instances count as in patterns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Collection {
    /// A list, tuple, range, ...; not text.
    Sequence,
    /// A dict, ...
    Mapping,
    /// Neither.
    None,
}

/// Native classes that are sequences.
const NATIVE_SEQUENCES: &[&str] = &["array", "deque"];

impl Collection {
    /// What a built-in class is by itself.
    fn of_builtin(kind: Kind, table: &TypeTable) -> Collection {
        match kind {
            Kind::List | Kind::Tuple | Kind::Range | Kind::MemoryView => Collection::Sequence,
            Kind::Dict | Kind::MappingProxy | Kind::FrameLocals => Collection::Mapping,
            Kind::Native if NATIVE_SEQUENCES.contains(&table.name) => Collection::Sequence,
            _ => Collection::None,
        }
    }
}

/// The payload of a class.
pub struct Class {
    /// `__name__`
    pub name: RefCell<Name>,
    /// What messages show instead, of a class without a table that stands for one which is native in CPython.
    pub long_name: RefCell<Option<Rc<str>>>,
    /// Whether it can't be changed though it is written in Python, as it stands for a class that is native in
    /// CPython.
    pub sealed: Cell<bool>,
    /// `__qualname__`
    pub qualname: ValueCell,
    bases: RefCell<Rc<[Ref<Class>]>>,
    mro: RefCell<Rc<[Ref<Class>]>>,
    /// Whether the MRO has been computed; until then it is empty, and shown as `None`.
    has_mro: Cell<bool>,
    /// `__mro__` and `__bases__` as the tuples a program sees, made when asked for.
    shown_mro: ValueCell,
    shown_bases: ValueCell,
    /// The base that decides the layout; `None` for `object` only.
    base: RefCell<Option<Ref<Class>>>,
    dict: OnceCell<Ref<Dict>>,
    /// Changes whenever the class or one of its bases does; never the same for two classes.
    version: Cell<u32>,
    /// The payload its instances have.
    pub instance_kind: Kind,
    trailer: Cell<Trailer>,
    /// What the trailer comes to.
    plan: Cell<Plan>,
    /// Whether it is known that instances have no `__del__`.
    no_finaliser: Cell<bool>,
    /// What `shows_itself` has found.
    shows_itself: Cell<Option<bool>>,
    /// What `calls_as_type` has found.
    calls_as_type: Cell<Option<bool>>,
    /// Names of the `__slots__` this class itself adds, with their positions.
    pub own_slots: RefCell<Vec<(Name, u16)>>,
    /// Built-in classes have a table; classes written in Python have none.
    pub table: Option<&'static TypeTable>,
    /// Whether the table's rows have been put in the dict.
    filled: Cell<bool>,
    /// Whether it may be subclassed.
    pub subclassable: Cell<bool>,
    /// Whether instances can be weakly referenced.
    pub weakrefable: Cell<bool>,
    /// Whether making an instance asks for `__new__` by name. It does from when the class or a base has
    /// had one that is not built in, and ever after, although that may have gone.
    pub asks_for_new: Cell<bool>,
    /// Whether the MRO it was made with has the `__init__` of `object` before its own.
    pub hides_init: Cell<bool>,
    /// Whether `__abstractmethods__` is set and not empty.
    pub is_abstract: Cell<bool>,
    /// What instances count as in patterns.
    pub collection: Cell<Collection>,
    subclasses: RefCell<Vec<WeakPtr>>,
    /// Classes that are not below this one, and yet have it in their MRO.
    dependents: RefCell<Vec<WeakPtr>>,
    /// While those that depend on a change are being told: they may depend on each other.
    changing: Cell<bool>,
    known: Bits,
    found: Bits,
    specials: OnceCell<Box<[ValueCell]>>,
    /// How the iterators of a built-in class advance, once that has been looked for and found.
    pub advance: OnceCell<NextFunction>,
    get_access: Cell<Access>,
    set_access: Cell<Access>,
    /// Values that inline caches refer to by position, valid for the current version. They are kept
    /// here rather than in the caches so that the collector sees them.
    cached_names: RefCell<Vec<Name>>,
    cached: VecCell,
    construction: Cell<Maker>,
    /// The position in `cached` of the method that `construction` goes by, where there is one.
    maker_at: Cell<u32>,
    memory: Cell<Memory>,
}

/// What becomes of a class's memory when the class goes.
#[derive(Clone, Copy, PartialEq)]
pub enum Memory {
    /// It is freed.
    Free,
    /// It is kept, as the class may be borrowed from an object that has another class now.
    Kept,
    /// It has been kept: the class has gone.
    Retired,
}

fn alive(classes: &RefCell<Vec<WeakPtr>>) -> Vec<Ref<Class>> {
    let classes = classes.borrow();
    let alive = classes.iter().filter_map(WeakPtr::upgrade);
    alive
        .filter_map(|obj| obj.downcast::<Class>().ok())
        .collect()
}

/// What `construction` remembers.
#[derive(Clone, Copy)]
enum Maker {
    Unknown,
    General,
    Bare,
    Init,
    Exception,
    ExceptionInit,
    New,
    NativeNew,
}

impl Trace for Class {
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        self.qualname.trace(visit);
        self.shown_mro.trace(visit);
        self.shown_bases.trace(visit);
        for class in self.bases.borrow().iter().chain(self.mro.borrow().iter()) {
            visit(class.as_obj());
        }
        if let Some(base) = &*self.base.borrow() {
            visit(base.as_obj());
        }
        if let Some(dict) = self.dict.get() {
            visit(dict.as_obj());
        }
        for cell in self
            .specials
            .get()
            .into_iter()
            .flat_map(|cells| cells.iter())
        {
            cell.trace(visit);
        }
        self.cached.trace(visit);
    }

    fn clear(&self) {
        if let Some(dict) = self.dict.get() {
            dict.clear();
        }
        self.forget_specials(&mut Vec::new());
        drop((self.shown_mro.take(), self.shown_bases.take()));
        let _bases = self.bases.replace(Rc::new([]));
        let _mro = self.mro.replace(Rc::new([]));
        let _base = self.base.replace(None);
    }
}

/// A set of special methods, aligned like everything else on the heap.
#[derive(Default)]
struct Bits(Cell<u64>, Cell<u64>);

impl Bits {
    #[inline(always)]
    fn get(&self) -> u128 {
        self.0.get() as u128 | (self.1.get() as u128) << 64
    }
    #[inline(always)]
    fn set(&self, bits: u128) {
        self.0.set(bits as u64);
        self.1.set((bits >> 64) as u64);
    }
    fn replace(&self, bits: u128) -> u128 {
        let old = self.get();
        self.set(bits);
        old
    }
    #[inline(always)]
    fn has(&self, special: Special) -> bool {
        let (word, at) = (special as u32 / 64, special as u32 % 64);
        let bits = if word == 0 {
            self.0.get()
        } else {
            self.1.get()
        };
        bits & (1 << at) != 0
    }
}

/// What a new class is made of.
pub struct ClassSpec {
    /// `__name__`
    pub name: Name,
    /// `__qualname__`
    pub qualname: Value,
    /// `__bases__`
    pub bases: Vec<Ref<Class>>,
    /// The base that decides the layout.
    pub base: Option<Ref<Class>>,
    /// The payload of instances.
    pub kind: Kind,
    /// What follows the payload.
    pub trailer: Trailer,
    /// The table of a built-in class.
    pub table: Option<&'static TypeTable>,
}

impl Class {
    /// A class without MRO and dict; `finish` completes it.
    pub fn new(spec: ClassSpec, version: u32) -> Class {
        let table = spec.table;
        let collection = table.map_or(Collection::None, |table| {
            Collection::of_builtin(spec.kind, table)
        });
        Class {
            name: RefCell::new(spec.name),
            long_name: RefCell::default(),
            sealed: Cell::default(),
            qualname: ValueCell::new(spec.qualname),
            bases: RefCell::new(spec.bases.into()),
            mro: RefCell::new(Rc::new([])),
            has_mro: Cell::new(true),
            shown_mro: ValueCell::new(Value::Unbound),
            shown_bases: ValueCell::new(Value::Unbound),
            base: RefCell::new(spec.base),
            dict: OnceCell::new(),
            version: Cell::new(version),
            instance_kind: spec.kind,
            trailer: Cell::new(spec.trailer),
            plan: Cell::new(Plan::new(spec.kind, spec.trailer)),
            no_finaliser: Cell::new(false),
            shows_itself: Cell::new(None),
            calls_as_type: Cell::new(None),
            own_slots: RefCell::default(),
            table: spec.table,
            filled: Cell::new(spec.table.is_none()),
            subclassable: Cell::new(true),
            weakrefable: Cell::new(false),
            asks_for_new: Cell::new(false),
            hides_init: Cell::new(false),
            is_abstract: Cell::new(false),
            collection: Cell::new(collection),
            subclasses: RefCell::default(),
            dependents: RefCell::default(),
            changing: Cell::new(false),
            known: Bits::default(),
            found: Bits::default(),
            specials: OnceCell::new(),
            advance: OnceCell::new(),
            get_access: Cell::new(Access::Unknown),
            set_access: Cell::new(Access::Unknown),
            cached_names: RefCell::default(),
            cached: VecCell::default(),
            construction: Cell::new(Maker::Unknown),
            maker_at: Cell::new(0),
            memory: Cell::new(Memory::Free),
        }
    }

    /// What becomes of its memory.
    pub fn memory(&self) -> Memory {
        self.memory.get()
    }
    /// Notes that an object that lent the class has another one now.
    pub fn keep_memory(&self) {
        if self.memory.get() == Memory::Free {
            self.memory.set(Memory::Kept);
        }
    }
    /// Notes that the class has gone.
    pub fn retire(&self) {
        self.memory.set(Memory::Retired);
    }

    /// Gives a new class its dict and its MRO.
    pub fn finish(&self, dict: Ref<Dict>, mro: Vec<Ref<Class>>) {
        let _ = self.dict.set(dict);
        *self.mro.borrow_mut() = mro.into();
    }

    /// The class's version. Inline caches keyed by it are valid while it stays.
    #[inline(always)]
    pub fn version(&self) -> u32 {
        self.version.get()
    }

    /// How instances are laid out.
    #[inline(always)]
    pub fn trailer(&self) -> Trailer {
        self.trailer.get()
    }
    /// Changes how future instances are laid out.
    pub fn set_trailer(&self, trailer: Trailer) {
        self.trailer.set(trailer);
        self.plan.set(Plan::new(self.instance_kind, trailer));
    }
    /// How instances are allocated.
    #[inline(always)]
    pub fn plan(&self) -> Plan {
        self.plan.get()
    }

    /// `__bases__`
    pub fn bases(&self) -> Rc<[Ref<Class>]> {
        self.bases.borrow().clone()
    }
    /// `__mro__`
    pub fn mro(&self) -> Rc<[Ref<Class>]> {
        self.mro.borrow().clone()
    }
    /// `__base__`
    pub fn base(&self) -> Option<Ref<Class>> {
        self.base.borrow().clone()
    }
    /// Replaces bases and MRO; the caller then calls `modified`.
    pub fn set_bases(&self, bases: Vec<Ref<Class>>, base: Ref<Class>) {
        drop(self.shown_bases.take());
        let _old = (
            self.bases.replace(bases.into()),
            self.base.replace(Some(base)),
        );
    }
    /// Replaces the MRO; the caller then calls `modified`.
    pub fn set_mro(&self, mro: Rc<[Ref<Class>]>) {
        self.has_mro.set(true);
        drop(self.shown_mro.take());
        let _old = self.mro.replace(mro);
    }
    /// `__mro__` as a tuple, the same one every time.
    pub fn mro_tuple(&self, vm: &Vm) -> Value {
        tuple_of(vm, &self.shown_mro, &self.mro())
    }
    /// `__bases__` as a tuple, the same one every time.
    pub fn bases_tuple(&self, vm: &Vm) -> Value {
        tuple_of(vm, &self.shown_bases, &self.bases())
    }
    /// Whether the MRO has been computed.
    pub fn has_mro(&self) -> bool {
        self.has_mro.get()
    }
    /// Notes that the MRO is still to be computed.
    pub fn expect_mro(&self) {
        self.has_mro.set(false);
    }

    /// The class's own namespace, filled from the table on first use.
    #[inline]
    pub fn dict(&self, vm: &Vm) -> &Ref<Dict> {
        if !self.filled.get() {
            self.filled.set(true);
            super::table::fill(vm, self);
        }
        self.dict
            .get()
            .expect("a class gets its dict before anybody sees it")
    }

    /// Whether this is a class written in Python (a heap type).
    #[inline]
    pub fn is_heap(&self) -> bool {
        self.table.is_none()
    }

    /// Whether neither its attributes can be assigned nor the `__class__` of its instances.
    pub fn is_immutable(&self) -> bool {
        !self.is_heap() || self.sealed.get()
    }

    /// The class itself when it is built in, else the built-in class that decides its layout.
    pub fn built_in_base(class: &Ref<Class>) -> Ref<Class> {
        let mut at = class.clone();
        while let Some(base) = at.base().filter(|_| at.is_heap()) {
            at = base;
        }
        at
    }

    /// Python's `issubclass` by MRO alone.
    pub fn is_subclass(&self, other: &Class) -> bool {
        std::ptr::eq(self, other)
            || self
                .mro
                .borrow()
                .iter()
                .any(|class| std::ptr::eq::<Class>(&**class, other))
            || (!self.has_mro() && self.is_layout_subclass(other))
    }

    /// Whether iterating over instances is what the built-in class `base` does.
    pub fn iterates_as(&self, vm: &Vm, base: &Class) -> bool {
        let method = |class: &Class| class.special(vm, Special::Iter);
        matches!((method(self), method(base)), (Some(own), Some(built_in)) if own.is(&built_in))
    }

    /// Notes that the class (its dict or bases) has changed: caches of it and of its subclasses end.
    pub fn modified(&self, vm: &Vm) {
        let mut gone = Vec::new();
        self.outdate(vm, &mut gone);
        // Finalisers may run now, and find nothing outdated.
        drop(gone);
    }

    fn outdate(&self, vm: &Vm, gone: &mut Vec<Value>) {
        if self.changing.replace(true) {
            return;
        }
        self.version.set(vm.next_class_version());
        self.forget_specials(gone);
        self.get_access.set(Access::Unknown);
        self.set_access.set(Access::Unknown);
        for class in self.subclasses() {
            class.outdate(vm, gone);
        }
        for class in alive(&self.dependents) {
            class.outdate(vm, gone);
        }
        self.changing.set(false);
    }

    /// Keeps a value for inline caches, which find it again by the position returned.
    pub fn remember(&self, name: &Name, value: Value) -> u32 {
        let mut names = self.cached_names.borrow_mut();
        let mut known = names.iter().enumerate();
        if let Some((at, _)) =
            known.find(|(at, known)| *known == name && self.cached.is_at(*at, &value))
        {
            return at as u32;
        }
        names.push(name.clone());
        self.cached.push(value);
        names.len() as u32 - 1
    }

    /// What `remember` kept. Only to be asked while the class's version is the same.
    #[inline(always)]
    pub fn remembered(&self, at: u32) -> Option<Value> {
        self.cached.get(at as usize)
    }

    /// The Python `__init__` that is all there is to making an instance, if that is known.
    #[inline(always)]
    pub fn plain_init(&self) -> Option<Value> {
        match self.construction.get() {
            Maker::Init => self.remembered(self.maker_at.get()),
            _ => None,
        }
    }

    /// How instances are made: what `find` says, until the class changes.
    #[inline]
    pub fn construction(&self, find: impl FnOnce() -> Construction) -> Construction {
        let method = || self.remembered(self.maker_at.get());
        match self.construction.get() {
            Maker::Unknown => {}
            Maker::General => return Construction::General,
            Maker::Bare => return Construction::Bare,
            Maker::Exception => return Construction::Exception,
            Maker::Init => return method().map_or(Construction::General, Construction::Init),
            Maker::ExceptionInit => {
                return method().map_or(Construction::General, Construction::ExceptionInit);
            }
            Maker::New => return method().map_or(Construction::General, Construction::New),
            Maker::NativeNew => {
                return method().map_or(Construction::General, Construction::NativeNew);
            }
        }
        let found = find();
        let (maker, method) = match &found {
            Construction::General => (Maker::General, None),
            Construction::Bare => (Maker::Bare, None),
            Construction::Exception => (Maker::Exception, None),
            Construction::Init(init) => (Maker::Init, Some(init)),
            Construction::ExceptionInit(init) => (Maker::ExceptionInit, Some(init)),
            Construction::New(new) => (Maker::New, Some(new)),
            Construction::NativeNew(new) => (Maker::NativeNew, Some(new)),
        };
        if let Some(method) = method {
            let name = self.name.borrow().clone();
            self.maker_at.set(self.remember(&name, method.clone()));
        }
        self.construction.set(maker);
        found
    }

    /// What was remembered goes to `gone`, to be dropped when nothing refers to it by position any more.
    fn forget_specials(&self, gone: &mut Vec<Value>) {
        self.construction.set(Maker::Unknown);
        self.no_finaliser.set(false);
        self.shows_itself.set(None);
        self.calls_as_type.set(None);
        self.cached_names.borrow_mut().clear();
        gone.append(&mut self.cached.take());
        let found = self.found.replace(0);
        self.known.set(0);
        if let Some(cells) = self.specials.get() {
            for (i, cell) in cells.iter().enumerate() {
                if found & (1 << i) != 0 {
                    gone.push(cell.take());
                }
            }
        }
    }

    /// The special method as `type(x).__name__` finds it along the MRO, undescribed.
    /// Reference: 3.3.12, Special method lookup.
    #[inline]
    pub fn special(&self, vm: &Vm, special: Special) -> Option<Value> {
        if !self.known.has(special) {
            self.find_special(vm, special);
        }
        if !self.found.has(special) {
            return None;
        }
        self.specials
            .get()
            .map(|cells| cells[special as usize].get())
    }

    /// Whether the class has the special method.
    #[inline]
    pub fn has_special(&self, vm: &Vm, special: Special) -> bool {
        if !self.known.has(special) {
            self.find_special(vm, special);
        }
        self.found.has(special)
    }

    /// Whether the special method is the one that the built-in class defines.
    #[inline]
    pub fn has_of(&self, vm: &Vm, special: Special, built_in: &Class) -> bool {
        std::ptr::eq(self, built_in)
            || match (self.special(vm, special), built_in.special(vm, special)) {
                (Some(own), Some(of_built_in)) => own.is(&of_built_in),
                _ => false,
            }
    }

    /// Whether the `__class__` of instances is surely their class: the attribute is `object`'s, which wins
    /// over what an instance's dict has.
    #[inline]
    pub fn shows_itself(&self, vm: &Vm) -> bool {
        match self.shows_itself.get() {
            Some(known) => known,
            None => self.find_shows_itself(vm),
        }
    }

    #[cold]
    fn find_shows_itself(&self, vm: &Vm) -> bool {
        let name = &vm.names.__class__;
        let found = self.mro_lookup(vm, name);
        let own = vm.types.object.dict(vm).get_name(name);
        let same = matches!((&found, &own), (Some(found), Some(own)) if found.is(own));
        let shows = same && self.get_access(vm) == Access::Generic;
        if !vm.state.uncached.get() {
            self.shows_itself.set(Some(shows));
        }
        shows
    }

    /// Whether calling instances of this metaclass makes what `type` makes: it has no `__call__` of its own.
    #[inline]
    pub fn calls_as_type(&self, vm: &Vm) -> bool {
        match self.calls_as_type.get() {
            Some(known) => known,
            None => self.find_calls_as_type(vm),
        }
    }

    #[cold]
    fn find_calls_as_type(&self, vm: &Vm) -> bool {
        let found = self.special(vm, Special::Call);
        let own = vm.types.type_.special(vm, Special::Call);
        let calls = matches!((&found, &own), (Some(found), Some(own)) if found.is(own));
        if !vm.state.uncached.get() {
            self.calls_as_type.set(Some(calls));
        }
        calls
    }

    /// Whether it is known that instances have no `__del__`.
    #[inline(always)]
    pub fn surely_has_no_finaliser(&self) -> bool {
        self.no_finaliser.get()
    }

    #[cold]
    fn find_special(&self, vm: &Vm, special: Special) {
        let bit = 1u128 << special as u32;
        if let Some(value) = self.mro_lookup(vm, vm.special_name(special)) {
            let cells = self.specials.get_or_init(|| {
                (0..SPECIAL_COUNT)
                    .map(|_| ValueCell::new(Value::Unbound))
                    .collect()
            });
            cells[special as usize].set(value);
            self.found.set(self.found.get() | bit);
        } else {
            self.found.set(self.found.get() & !bit);
        }
        if !vm.state.uncached.get() {
            self.known.set(self.known.get() | bit);
            if special == Special::Del {
                self.no_finaliser
                    .set(self.is_heap() && !self.found.has(special));
            }
        }
    }

    /// Whether `other` is the class or one up its line of layout bases.
    pub fn is_layout_subclass(&self, other: &Class) -> bool {
        if std::ptr::eq(self, other) {
            return true;
        }
        let mut at = self.base();
        while let Some(base) = at {
            if std::ptr::eq::<Class>(&*base, other) {
                return true;
            }
            at = base.base();
        }
        false
    }

    /// Walks the MRO, without any cache.
    pub fn mro_lookup(&self, vm: &Vm, name: &Name) -> Option<Value> {
        self.mro()
            .iter()
            .find_map(|class| class.dict(vm).get_name(name))
    }

    /// How instances' attributes are read.
    #[inline]
    pub fn get_access(&self, vm: &Vm) -> Access {
        match self.get_access.get() {
            Access::Unknown => self.find_get_access(vm),
            access => access,
        }
    }

    #[cold]
    fn find_get_access(&self, vm: &Vm) -> Access {
        let access = if self.has_special(vm, Special::GetAttr) {
            Access::Custom
        } else {
            self.access_by(vm, Special::GetAttribute)
        };
        if !vm.state.uncached.get() {
            self.get_access.set(access);
        }
        access
    }

    /// What a special method stands for. One taken from a class that is no base of this one will refuse.
    pub fn access_by(&self, vm: &Vm, special: Special) -> Access {
        let found = self.special(vm, special);
        let descriptor = found
            .as_ref()
            .and_then(|found| found.get::<MethodDescriptor>());
        if descriptor.is_some_and(|descriptor| !self.is_subclass(&descriptor.owner)) {
            return Access::Custom;
        }
        vm.access_of(found, special)
    }

    /// How instances' attributes are written and deleted.
    #[inline]
    pub fn set_access(&self, vm: &Vm) -> Access {
        match self.set_access.get() {
            Access::Unknown => self.find_set_access(vm),
            access => access,
        }
    }

    #[cold]
    fn find_set_access(&self, vm: &Vm) -> Access {
        let set = self.access_by(vm, Special::SetAttr);
        let del = self.access_by(vm, Special::DelAttr);
        let access = if set == del { set } else { Access::Custom };
        if !vm.state.uncached.get() {
            self.set_access.set(access);
        }
        access
    }

    /// The direct subclasses that are alive, in the order of their creation.
    pub fn subclasses(&self) -> Vec<Ref<Class>> {
        alive(&self.subclasses)
    }

    /// Notes that a class has this one in its MRO, wherever that comes from.
    pub fn add_dependent(&self, class: &Ref<Class>) {
        let mut all = self.dependents.borrow_mut();
        all.retain(|weak| weak.upgrade().is_some_and(|obj| obj != *class.as_obj()));
        all.push(WeakPtr::new(class.as_obj()));
    }

    /// Registers a direct subclass.
    pub fn add_subclass(&self, class: &Ref<Class>) {
        let mut all = self.subclasses.borrow_mut();
        // Looking for the dead ones only when the list is full, and leaving room for as many as are
        // alive, keeps the cost of a new class independent of how many there are.
        if all.len() == all.capacity() {
            all.retain(|weak| weak.upgrade().is_some());
            let alive = all.len();
            all.reserve(alive + 4);
        }
        all.push(WeakPtr::new(class.as_obj()));
    }

    /// Forgets a direct subclass.
    pub fn remove_subclass(&self, class: &Ref<Class>) {
        self.subclasses
            .borrow_mut()
            .retain(|weak| weak.upgrade().is_some_and(|obj| obj != *class.as_obj()));
    }

    /// The name as messages show it: that of a built-in class outside of `builtins` comes with its
    /// module.
    pub fn name_text(&self) -> String {
        if let Some(name) = &*self.long_name.borrow() {
            return name.to_string();
        }
        match self.table {
            Some(table) if table.module != "builtins" => {
                format!("{}.{}", table.module, self.name.borrow())
            }
            _ => self.name.borrow().to_string(),
        }
    }
}

fn tuple_of(vm: &Vm, shown: &ValueCell, classes: &[Ref<Class>]) -> Value {
    if let Some(tuple) = shown.get().bound() {
        return tuple;
    }
    let tuple = vm.tuple(classes.iter().map(Ref::value).collect());
    shown.set(tuple.clone());
    tuple
}

/// The C3 linearisation of `class` before its `bases`. Reference: 3.3.3.1 and "The Python 2.3 MRO".
///
/// # Errors
/// TypeError with CPython's text when there is no consistent order, or a base is repeated.
pub fn c3(vm: &Vm, class: &Ref<Class>, bases: &[Ref<Class>]) -> PyResult<Vec<Ref<Class>>> {
    if let [base] = bases {
        // Whatever the base's order is: a metaclass may have made it one that merging would refuse.
        let inherited = base.mro();
        return Ok(std::iter::once(class).chain(&*inherited).cloned().collect());
    }
    for (i, base) in bases.iter().enumerate() {
        if bases[..i].contains(base) {
            return Err(vm.type_error(match shown_name(vm, base)? {
                Some(name) => format!("duplicate base class {name}"),
                None => "duplicate base class".to_owned(),
            }));
        }
    }
    let mut lists: Vec<Vec<Ref<Class>>> = bases.iter().map(|base| base.mro().to_vec()).collect();
    lists.push(bases.to_vec());
    let mut heads = vec![0usize; lists.len()];
    let mut order = vec![class.clone()];
    loop {
        let mut pending = lists
            .iter()
            .zip(&heads)
            .filter(|(list, at)| **at < list.len())
            .peekable();
        if pending.peek().is_none() {
            return Ok(order);
        }
        let in_tail = |candidate: &Ref<Class>| {
            lists
                .iter()
                .zip(&heads)
                .any(|(list, &at)| list.iter().skip(at + 1).any(|c| c == candidate))
        };
        let next = pending
            .map(|(list, &at)| &list[at])
            .find(|candidate| !in_tail(candidate))
            .cloned();
        let Some(next) = next else {
            // Classes are told apart by hash for the message, and a metaclass may forbid that.
            for (list, &at) in lists.iter().zip(&heads) {
                if let Some(class) = list.get(at) {
                    super::ops::hash(vm, &class.value())?;
                }
            }
            return Err(conflict(vm, &lists, &heads));
        };
        for (list, at) in lists.iter().zip(&mut heads) {
            if list.get(*at) == Some(&next) {
                *at += 1;
            }
        }
        order.push(next);
    }
}

/// The name of a class as its metaclass has it; `None` when that is no text.
fn shown_name(vm: &Vm, class: &Ref<Class>) -> PyResult<Option<Ref<Str>>> {
    let class = class.value();
    match super::lookup::get_optional(vm, &class, &vm.names.__name__)? {
        Some(name) => Ok(name.as_ref::<Str>().cloned()),
        None => super::ops::repr(vm, &class).map(Some),
    }
}

fn conflict(vm: &Vm, lists: &[Vec<Ref<Class>>], heads: &[usize]) -> Raised {
    let mut seen: Vec<&Ref<Class>> = Vec::new();
    for (list, &at) in lists.iter().zip(heads) {
        if let Some(class) = list.get(at).filter(|class| !seen.contains(class)) {
            seen.push(class);
        }
    }
    let mut names: Vec<String> = Vec::new();
    for class in seen {
        match shown_name(vm, class) {
            Ok(name) => names.push(name.map_or("?".to_owned(), |name| name.to_string())),
            Err(raised) => return raised,
        }
    }
    vm.type_error(format!(
        "Cannot create a consistent method resolution order (MRO) for bases {}",
        names.join(", ")
    ))
}
