//! `str`: the payload and its entry points for the rest of the interpreter. The Python-visible
//! methods are in `str_methods`; the algorithms are in `text`.

use crate::object::heap::{Obj, Trace};
use crate::object::value::Value;
use crate::text::Text;
use crate::text::siphash::SipKey;
use std::cell::Cell;
use std::fmt;

/// The payload of `str` objects.
pub struct Str {
    /// The code points.
    pub text: Text,
    /// -1 while not computed: no Python hash is -1.
    hash: Cell<i64>,
    interned: Cell<bool>,
}

impl Trace for Str {
    fn trace(&self, _visit: &mut dyn FnMut(&Obj)) {}
}

impl Str {
    /// A payload.
    pub fn new(text: Text) -> Str {
        Str {
            text,
            hash: Cell::new(-1),
            interned: Cell::new(false),
        }
    }
    /// `hash(self)`, computed once.
    #[inline]
    pub fn hash_value(&self) -> i64 {
        match self.hash.get() {
            -1 => self.compute_hash(),
            hash => hash,
        }
    }
    #[cold]
    fn compute_hash(&self) -> i64 {
        let hash = crate::vm::with_hash_key(|key: &SipKey| self.text.hash(key));
        self.hash.set(hash);
        hash
    }
    /// Whether equal interned strings are this very object.
    pub fn is_interned(&self) -> bool {
        self.interned.get()
    }
    /// Called by the intern table only.
    pub fn set_interned(&self) {
        self.interned.set(true);
    }
    /// The text for writing, when the caller has the only reference to the object.
    pub fn text_mut(&mut self) -> &mut Text {
        self.hash.set(-1);
        &mut self.text
    }
    /// The text, lone surrogates replaced.
    pub fn as_str(&self) -> Option<&str> {
        self.text.as_str()
    }
}

impl fmt::Display for Str {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.text.as_str() {
            Some(text) => f.write_str(text),
            None => f.write_str(&self.text.to_string_lossy()),
        }
    }
}

/// The text of a value, when it is a `str` (or an instance of a subclass).
pub fn text_of(value: &Value) -> Option<&Text> {
    value.get::<Str>().map(|s| &s.text)
}

/// The type's table.
pub const STR: crate::object::table::TypeTable = crate::object::table::TypeTable {
    name: "str",
    kind: crate::object::heap::Kind::Str,
    subclassable: true,
    ..crate::object::table::TypeTable::DEFAULT
};
