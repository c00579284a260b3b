//! The interpreter's state: built-in classes, interned names, the pending exception, limits, the host.
//!
//! It holds state and the small conveniences everybody needs (making values, raising). What
//! operations mean is in `object`, evaluation is in `exec`.

use crate::exec::frame::{FrameLink, Stack};
use crate::host::Host;
use crate::object::class::{Access, Class};
use crate::object::exception::Exceptions;
use crate::object::heap::{self, Ref, ValueCell};
use crate::object::shape::Name;
use crate::object::special::{SPECIAL_NAMES, Special};
use crate::object::value::{PyResult, Value};
use crate::text::Text;
use crate::text::siphash::SipKey;
use crate::text::wtf8::{count_chars, decode_at};
use crate::types::Types;
use crate::types::dict::Dict;
use crate::types::list::List;
use crate::types::str::Str;
use crate::types::tuple::Tuple;
use hashbrown::HashTable;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

thread_local! {
    static HASH_KEY: Cell<SipKey> = Cell::new(SipKey::from_seed(0));
    static CURRENT: RefCell<Vec<Rc<Vm>>> = const { RefCell::new(Vec::new()) };
}

/// Calls `f` with the thread's key for the hashes of `str` and `bytes`.
pub fn with_hash_key<R>(f: impl FnOnce(&SipKey) -> R) -> R {
    HASH_KEY.with(|key| f(&key.get()))
}

/// The interpreter that is running on this thread: for finalisers, which get no argument.
pub fn current() -> Option<Rc<Vm>> {
    CURRENT.with(|stack| stack.borrow().last().cloned())
}

/// While it lives, `current()` answers this interpreter.
pub struct Entered(());

impl Drop for Entered {
    fn drop(&mut self) {
        CURRENT.with(|stack| stack.borrow_mut().pop());
    }
}

/// Makes `vm` the thread's running interpreter.
pub fn enter(vm: &Rc<Vm>) -> Entered {
    CURRENT.with(|stack| stack.borrow_mut().push(vm.clone()));
    Entered(())
}

/// The table of interned strings.
pub struct Interner {
    table: RefCell<HashTable<Name>>,
    class: OnceCell<Ref<Class>>,
    /// The empty string, and those of one Latin-1 character.
    empty: OnceCell<Name>,
    latin1: Box<[OnceCell<Name>]>,
}

/// Names that there are at the start: that many fit without the table growing.
const START_NAMES: usize = 1700;

impl Default for Interner {
    fn default() -> Interner {
        Interner::new()
    }
}

impl Interner {
    /// An empty table. Strings made before `set_class` have no class yet.
    pub fn new() -> Interner {
        Interner {
            table: RefCell::new(HashTable::with_capacity(START_NAMES)),
            class: OnceCell::new(),
            empty: OnceCell::new(),
            latin1: (0..256).map(|_| OnceCell::new()).collect(),
        }
    }

    /// How many strings are interned.
    pub fn len(&self) -> usize {
        self.table.borrow().len()
    }

    /// Whether no string is interned.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Gives all strings their class.
    pub fn set_class(&self, class: &Ref<Class>) {
        for name in self.table.borrow().iter() {
            name.as_obj().set_class(class);
        }
        let _ = self.class.set(class.clone());
    }

    fn hash(bytes: &[u8]) -> u64 {
        use std::hash::Hasher;
        let mut hasher = crate::object::shape::AddressHasher::default();
        let mut chunks = bytes.chunks_exact(8);
        for chunk in &mut chunks {
            hasher.write_usize(usize::from_le_bytes(chunk.try_into().unwrap_or_default()) << 4);
        }
        for &b in chunks.remainder() {
            hasher.write_usize((b as usize) << 4);
        }
        hasher.write_usize(bytes.len() << 4);
        hasher.finish()
    }

    /// The interned string of these bytes (WTF-8).
    pub fn intern(&self, bytes: &[u8]) -> Name {
        let hash = Interner::hash(bytes);
        if let Some(name) = self
            .table
            .borrow()
            .find(hash, |name| name.text.as_bytes() == bytes)
        {
            return name.clone();
        }
        let payload = Str::new(Text::from_wtf8(bytes));
        payload.set_interned();
        let name = match self.class.get() {
            Some(class) => heap::alloc(class, payload),
            None => heap::alloc_classless(payload),
        };
        self.add(hash, &name);
        name
    }

    /// The string of one code point. Those of Latin-1 are made once.
    #[inline]
    fn code_point(&self, c: u32) -> Option<&Name> {
        let cell = self.latin1.get(c as usize)?;
        Some(cell.get_or_init(|| self.intern(Text::from_code_point(c).as_bytes())))
    }

    fn add(&self, hash: u64, name: &Name) {
        let mut table = self.table.borrow_mut();
        if table.len() == table.capacity() && table.len() > 4096 {
            // Names nobody else holds go, so that dynamic names don't pile up.
            table.retain(|name| name.as_obj().count() > 1);
        }
        table.insert_unique(hash, name.clone(), |name| {
            Interner::hash(name.text.as_bytes())
        });
    }

    /// The name a string object stands for where programs can see it again, as an attribute's or a keyword's: the
    /// interned string, but an instance of a subclass stays what it is.
    pub fn own_name(&self, s: &Ref<Str>) -> Name {
        match self.class.get() == Some(s.as_obj().class()) {
            true => self.intern_object(s),
            false => s.clone(),
        }
    }

    /// The interned string equal to `s`, which becomes it when there is none.
    pub fn intern_object(&self, s: &Ref<Str>) -> Name {
        if s.is_interned() {
            return s.clone();
        }
        let bytes = s.text.as_bytes();
        let hash = Interner::hash(bytes);
        if let Some(name) = self
            .table
            .borrow()
            .find(hash, |name| name.text.as_bytes() == bytes)
        {
            return name.clone();
        }
        if self.class.get() != Some(s.as_obj().class()) {
            return self.intern(bytes);
        }
        s.set_interned();
        self.add(hash, s);
        s.clone()
    }
}

macro_rules! names {
    ($($name:ident)*) => {
        /// Names the interpreter uses that are not special methods.
        #[allow(non_snake_case, missing_docs)]
        pub struct Names { $(pub $name: Name),* }
        impl Names {
            fn new(interner: &Interner) -> Names {
                Names { $($name: interner.intern(stringify!($name).as_bytes())),* }
            }
        }
    };
}

names! {
    __name__ __qualname__ __module__ __doc__ __dict__ __class__ __slots__ __weakref__ __bases__
    __mro__ __file__ __path__ __package__ __spec__ __loader__ __builtins__ __all__ __annotations__
    __main__ __import__ __build_class__ __prepare__ __classcell__ __classdictcell__ __mro_entries__
    __orig_bases__ __type_params__ __firstlineno__ __static_attributes__ __match_args__
    __abstractmethods__ __isabstractmethod__ __notes__ __wrapped__ __debug__ __objclass__
    __text_signature__ __defaults__ __kwdefaults__ __code__ __closure__ __globals__ __self__
    __func__ __copy__ __deepcopy__ __reduce_ex__ __reduce__ __getstate__ __cached__
    copyreg _reduce_ex __newobj__ __newobj_ex__ __slotnames__ _slotnames __setstate__
    __annotate__ __origin__ __args__ __parameters__ __typing_subst__ __typing_prepare_subst__
    __typing_is_unpacked_typevartuple__ __subclasshook__ __fspath__ __getnewargs__ __getnewargs_ex__
    builtins sys stdout stderr stdin write flush send throw close keys values items get append
    mro metaclass msg name path obj end sep file print text join format strict utf8 encoding errors
    modules displayhook excepthook last_value readline args kwargs _abc_impl
}

/// The interpreter's state.
pub struct Vm {
    /// The built-in classes.
    pub types: Types,
    /// The built-in exception classes.
    pub exceptions: Exceptions,
    /// Names the interpreter uses.
    pub names: Names,
    specials: Vec<Name>,
    /// Interned strings.
    pub interner: Interner,
    /// The value stack.
    pub stack: Stack,
    /// The innermost running frame.
    pub frame: FrameLink,
    empty_tuple: OnceCell<Ref<Tuple>>,
    pending: ValueCell,
    /// The exception being handled: what a bare `raise` raises again. `None` or `Unbound` for none.
    pub handled: ValueCell,
    /// `sys.modules`
    pub modules: Ref<Dict>,
    /// The namespace of `builtins`.
    pub builtins: Ref<Dict>,
    /// The `sys` module's namespace.
    pub sys: Ref<Dict>,
    /// The world outside.
    pub host: Rc<dyn Host>,
    class_version: Cell<u32>,
    access: RefCell<Vec<(Value, Special, Access)>>,
    /// `sys.getrecursionlimit()`
    pub recursion_limit: Cell<u32>,
    /// Python calls on the stack.
    pub depth: Cell<u32>,
    /// Native recursion on the stack.
    pub native_depth: Cell<u32>,
    /// The native stack must not grow below this address.
    pub stack_floor: Cell<usize>,
    /// Counts down to the next `tick_slow`.
    pub ticks: Cell<u32>,
    /// Everything other parts of the interpreter keep per interpreter.
    pub state: crate::state::State,
}

/// How deep native code may recurse (CPython's own limit on this platform).
pub const NATIVE_RECURSION_LIMIT: u32 = 10_000;

/// The largest class version: past it, caching of classes would be wrong.
const LAST_VERSION: u32 = u32::MAX - 1;

impl Vm {
    /// A new interpreter on `host`, without modules; `crate::start` adds them.
    pub fn new(host: Rc<dyn Host>) -> Vm {
        HASH_KEY.set(match host.hash_seed() {
            Some(0) => SipKey::from_seed(0),
            Some(seed) => SipKey::from_seed(seed),
            None => SipKey::from_bytes(host.entropy_16()),
        });
        heap::set_hooks(crate::object::collect::HOOKS);
        let interner = Interner::new();
        let (types, exceptions) = crate::types::bootstrap(&interner);
        let names = Names::new(&interner);
        let specials = SPECIAL_NAMES
            .iter()
            .map(|name| interner.intern(name.as_bytes()))
            .collect();
        let dict = || heap::alloc(&types.dict, Dict::new());
        let (modules, builtins, sys) = (dict(), dict(), dict());
        Vm {
            names,
            specials,
            interner,
            stack: Stack::new(),
            frame: FrameLink::default(),
            empty_tuple: OnceCell::new(),
            pending: ValueCell::new(Value::Unbound),
            handled: ValueCell::new(Value::Unbound),
            modules,
            builtins,
            sys,
            host,
            class_version: Cell::new(1000),
            access: RefCell::default(),
            recursion_limit: Cell::new(1000),
            depth: Cell::new(0),
            native_depth: Cell::new(0),
            stack_floor: Cell::new(0),
            ticks: Cell::new(TICKS),
            state: crate::state::State::default(),
            types,
            exceptions,
        }
    }

    /// A version no class has had.
    pub fn next_class_version(&self) -> u32 {
        let next = self.class_version.get().min(LAST_VERSION) + 1;
        self.class_version.set(next);
        next
    }

    /// The name of a special method.
    #[inline]
    pub fn special_name(&self, special: Special) -> &Name {
        &self.specials[special as usize]
    }

    /// Remembers what the built-in `__getattribute__`s, `__setattr__`s and `__delattr__`s are.
    pub fn register_access(&self) {
        let mut table = self.access.borrow_mut();
        let owners = [
            (&self.types.object, Access::Generic),
            (&self.types.type_, Access::Type),
            (&self.types.module, Access::Module),
            (&self.types.super_, Access::Super),
        ];
        for (class, access) in owners {
            for special in [Special::GetAttribute, Special::SetAttr, Special::DelAttr] {
                if let Some(value) = class.dict(self).get_name(self.special_name(special)) {
                    table.push((value, special, access));
                }
            }
        }
    }

    /// Which built-in protocol an accessor found on a class stands for.
    pub fn access_of(&self, found: Option<Value>, special: Special) -> Access {
        let Some(found) = found else {
            return Access::Custom;
        };
        let table = self.access.borrow();
        let known = table
            .iter()
            .find(|(value, of, _)| *of == special && crate::types::native::is_same(value, &found));
        known.map_or(Access::Custom, |entry| entry.2)
    }

    /// The object a class payload belongs to.
    pub fn class_ref(&self, class: &Class) -> Option<Ref<Class>> {
        class
            .mro()
            .first()
            .filter(|first| std::ptr::eq::<Class>(&***first, class))
            .cloned()
    }

    /// `type(value)`
    #[inline]
    pub fn class_of<'a>(&'a self, value: &'a Value) -> &'a Ref<Class> {
        match value {
            Value::Obj(obj) => obj.class(),
            Value::Int(_) => &self.types.int,
            Value::Float(_) => &self.types.float,
            Value::None | Value::Unbound => &self.types.none_type,
            Value::True | Value::False => &self.types.bool,
            Value::NotImplemented => &self.types.not_implemented_type,
            Value::Ellipsis => &self.types.ellipsis,
        }
    }

    /// The class's name as messages show it: that of a built-in class outside of `builtins` comes
    /// with its module.
    pub fn type_name(&self, value: &Value) -> String {
        let class = self.class_of(value);
        match class.table {
            Some(table) if table.module != "builtins" => {
                format!("{}.{}", table.module, table.name)
            }
            _ => class.name_text(),
        }
    }

    /// The interned string.
    pub fn intern(&self, text: &str) -> Name {
        self.interner.intern(text.as_bytes())
    }

    /// A `str`.
    pub fn str(&self, text: &str) -> Value {
        self.str_of(text.as_bytes(), count_chars(text.as_bytes()))
            .into()
    }

    /// A `str`.
    #[inline]
    pub fn text(&self, text: Text) -> Value {
        self.new_str(text).into()
    }

    /// The `str` of a byte range of a text, between code points.
    #[inline]
    pub fn text_slice(&self, text: &Text, range: std::ops::Range<usize>) -> Value {
        let bytes = text.as_bytes().get(range).unwrap_or_default();
        let chars = match text.is_ascii() {
            true => bytes.len(),
            false => count_chars(bytes),
        };
        self.str_of(bytes, chars).into()
    }

    /// A `str` of well-formed bytes, `chars` code points.
    #[inline]
    pub fn str_of(&self, bytes: &[u8], chars: usize) -> Ref<Str> {
        match (chars, bytes) {
            (0, _) => self.empty_str().clone(),
            (1, &[byte]) => self.character(byte.into()),
            (1, _) => self.character(decode_at(bytes, 0).unwrap_or(0)),
            _ => self.filled_str(|text| text.fill_in(bytes, chars)),
        }
    }

    /// A `str` of ASCII bytes.
    #[inline]
    pub fn ascii(&self, bytes: &[u8]) -> Value {
        self.str_of(bytes, bytes.len()).into()
    }

    /// A new `str`, of at least two code points, with the text that `fill` puts there.
    #[inline(always)]
    pub fn filled_str(&self, fill: impl FnOnce(&mut Text)) -> Ref<Str> {
        let empty = || Str::new(Text::new());
        heap::alloc_filled(&self.types.str, false, empty, |s| fill(&mut s.text))
    }

    /// The empty `str`.
    #[inline]
    pub fn empty_str(&self) -> &Name {
        self.interner.empty.get_or_init(|| self.intern(""))
    }

    /// A `str`: the one there is where it is empty or of one Latin-1 character.
    #[inline]
    pub fn new_str(&self, text: Text) -> Ref<Str> {
        match text.len() {
            0 => self.empty_str().clone(),
            1 => self.character(text.get(0).unwrap_or(0)),
            _ => heap::alloc(&self.types.str, Str::new(text)),
        }
    }

    /// The `str` of one code point.
    #[inline]
    pub fn code_point(&self, c: u32) -> Value {
        self.character(c).into()
    }

    #[inline]
    fn character(&self, c: u32) -> Ref<Str> {
        match self.interner.code_point(c) {
            Some(name) => name.clone(),
            None => heap::alloc(&self.types.str, Str::new(Text::from_code_point(c))),
        }
    }

    /// A `tuple`.
    pub fn tuple(&self, items: Vec<Value>) -> Value {
        self.new_tuple(items).into()
    }

    /// A `tuple`.
    pub fn new_tuple(&self, items: Vec<Value>) -> Ref<Tuple> {
        if items.is_empty() {
            return self.empty_tuple().clone();
        }
        self.alloc_tuple(Tuple::new(items))
    }

    /// The empty tuple: there is only one.
    pub fn empty_tuple(&self) -> &Ref<Tuple> {
        self.empty_tuple
            .get_or_init(|| heap::alloc(&self.types.tuple, Tuple::new(Vec::new())))
    }

    /// An empty `dict` for a function that collects keywords and gets none: the last one, if nobody has kept it.
    pub fn no_keywords(&self) -> Ref<Dict> {
        let last = self.state.no_keywords.take();
        let dict = last
            .filter(|dict| dict.as_obj().count() == 1 && dict.is_empty())
            .unwrap_or_else(|| self.dict());
        self.state.no_keywords.set(Some(dict.clone()));
        dict
    }

    /// A `list`.
    pub fn list(&self, items: Vec<Value>) -> Value {
        heap::alloc(&self.types.list, List::new(items)).into()
    }

    /// An empty `list`, to be filled.
    pub fn empty_list(&self) -> Ref<List> {
        heap::alloc(&self.types.list, List::new(Vec::new()))
    }

    /// An empty `dict`.
    pub fn dict(&self) -> Ref<Dict> {
        heap::alloc(&self.types.dict, Dict::new())
    }

    /// An empty `dict` that takes so many items without growing.
    pub fn dict_with_room(&self, items: usize) -> Ref<Dict> {
        heap::alloc(&self.types.dict, Dict::with_room(items))
    }

    /// The pending exception, which stays pending.
    pub fn pending(&self) -> Value {
        self.pending.get()
    }
    /// Takes the pending exception: it is being handled.
    pub fn take_pending(&self) -> Value {
        self.pending.take()
    }
    /// Makes `exception` pending without touching its context or traceback.
    pub fn set_pending(&self, exception: Value) -> crate::object::value::Raised {
        self.pending.set(exception);
        crate::object::value::Raised
    }

    /// Looks at signals, limits and the collector every so often. Called at each loop turn and call.
    ///
    /// # Errors
    /// KeyboardInterrupt, a limit's error, or what a finaliser run by the collector leaves.
    #[inline(always)]
    pub fn tick(&self) -> PyResult<()> {
        let left = self.ticks.get() - 1;
        self.ticks.set(left);
        if left == 0 { self.tick_slow() } else { Ok(()) }
    }

    /// `tick`, if there is nothing to look at; false, and nothing counted, otherwise.
    #[inline(always)]
    pub fn tick_quietly(&self) -> bool {
        let left = self.ticks.get();
        if left > 1 {
            self.ticks.set(left - 1);
        }
        left > 1
    }

    #[cold]
    #[inline(never)]
    fn tick_slow(&self) -> PyResult<()> {
        self.look()?;
        crate::object::collect::maybe_collect(self)
    }

    /// Looks at signals and limits now: for long work that is no loop of the program's. It counts as the
    /// steps to the next look.
    ///
    /// # Errors
    /// KeyboardInterrupt, a limit's error.
    pub fn look(&self) -> PyResult<()> {
        // Until the look is over, so that code run by it is not looked at again.
        self.ticks.set(TICKS);
        self.check_signals()?;
        match crate::limits::next_period(self) {
            Ok(steps) => {
                self.ticks.set(steps);
                Ok(())
            }
            Err(raised) => {
                self.ticks.set(1);
                Err(raised)
            }
        }
    }

    /// Looks at signals.
    ///
    /// # Errors
    /// KeyboardInterrupt, what the program's handlers raise.
    pub fn check_signals(&self) -> PyResult<()> {
        while let Some(signal) = self.host.take_signal() {
            crate::stdlib::signal::arrived(self, signal)?;
        }
        Ok(())
    }

    /// Counts one level of native recursion.
    ///
    /// # Errors
    /// RecursionError (`maximum recursion depth exceeded{what}`) when the native stack or CPython's
    /// limit is used up.
    #[inline]
    pub fn recurse(&self, what: &str) -> PyResult<Recursion<'_>> {
        let depth = self.native_depth.get() + 1;
        if depth > NATIVE_RECURSION_LIMIT || self.stack_is_low() {
            return Err(self.recursion_error(format!("maximum recursion depth exceeded{what}")));
        }
        self.native_depth.set(depth);
        Ok(Recursion(self))
    }

    /// Looks at the native stack before a call that counts no level: native code may lead to itself, as a
    /// property whose function reads it, or `dict.__getitem__` as `__missing__`.
    ///
    /// # Errors
    /// RecursionError when the stack is nearly used up.
    #[inline(always)]
    pub fn check_stack(&self) -> PyResult<()> {
        match self.stack_is_low() {
            true => Err(self.stack_used_up()),
            false => Ok(()),
        }
    }

    #[cold]
    fn stack_used_up(&self) -> crate::object::value::Raised {
        self.recursion_error(format!("maximum recursion depth exceeded{CALLING}"))
    }

    /// Whether the native stack is nearly used up.
    #[inline(always)]
    pub fn stack_is_low(&self) -> bool {
        let here = 0u8;
        (&raw const here as usize) < self.stack_floor.get()
    }
}

/// One level of native recursion.
pub struct Recursion<'a>(&'a Vm);

impl Drop for Recursion<'_> {
    fn drop(&mut self) {
        self.0.native_depth.set(self.0.native_depth.get() - 1);
    }
}

/// What a call that uses up the native stack was doing.
pub const CALLING: &str = " while calling a Python object";

/// Loop turns and calls between two looks at signals and limits.
const TICKS: u32 = 512;
