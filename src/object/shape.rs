//! Shapes (hidden classes): which attribute of an instance stands at which inline position.
//!
//! A shape is an ordered list of names, reached from the empty one by adding names. Shapes say
//! nothing about classes; caches pair them with a class version.

use super::heap::Ref;
use crate::types::str::Str;
use indexmap::IndexMap;
use indexmap::map::Entry;
use std::cell::{Cell, RefCell};
use std::hash::{BuildHasherDefault, Hash, Hasher};

/// An interned string: equal names are the same object.
pub type Name = Ref<Str>;

/// A name hashed and compared by identity.
#[derive(Clone)]
pub struct NameKey(pub Name);

impl PartialEq for NameKey {
    fn eq(&self, other: &NameKey) -> bool {
        self.0 == other.0
    }
}
impl Eq for NameKey {}
impl Hash for NameKey {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_usize(self.0.as_obj().address());
    }
}

/// A hasher for addresses.
#[derive(Default)]
pub struct AddressHasher(u64);

impl Hasher for AddressHasher {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for &b in bytes {
            self.write_usize(b as usize);
        }
    }
    fn write_usize(&mut self, n: usize) {
        self.0 = (self.0.rotate_left(5) ^ (n as u64 >> 4)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

/// A map keyed by interned names.
pub type NameMap<V> = IndexMap<NameKey, V, BuildHasherDefault<AddressHasher>>;

/// An instance's attribute layout. Shapes live as long as the thread's heap: there are few, they are
/// shared by all classes, and that makes their addresses safe to keep in inline caches.
pub struct Shape {
    /// Absolute position among the object's values, by name, in the order of addition.
    keys: NameMap<u16>,
    /// The position the next attribute gets.
    next: u16,
    transitions: RefCell<NameMap<&'static Shape>>,
}

/// More attributes than this live in a dict.
pub const MAX_SHAPE: usize = 64;

/// So many shapes follow one shape, and so many there are in all: programs that make up attributes' names as they go
/// would fill the memory with them.
const MAX_FOLLOWING: usize = 1024;
const MAX_SHAPES: usize = 1 << 15;

thread_local! {
    static SHAPES: Cell<usize> = const { Cell::new(0) };
}

impl Shape {
    /// The empty shape of objects with `slots` values before the first attribute.
    pub fn root(slots: u16) -> &'static Shape {
        thread_local! {
            static ROOTS: RefCell<Vec<Option<&'static Shape>>> = const { RefCell::new(Vec::new()) };
        }
        ROOTS.with_borrow_mut(|roots| {
            let index = slots as usize;
            if roots.len() <= index {
                roots.resize(index + 1, None);
            }
            *roots[index].get_or_insert_with(|| {
                Box::leak(Box::new(Shape {
                    keys: NameMap::default(),
                    next: slots,
                    transitions: RefCell::default(),
                }))
            })
        })
    }

    /// Where the attribute stands.
    pub fn find(&self, name: &Name) -> Option<u16> {
        if self.keys.len() <= 6 {
            return self
                .keys
                .iter()
                .find(|(key, _)| key.0 == *name)
                .map(|(_, &at)| at);
        }
        self.keys.get(&NameKey(name.clone())).copied()
    }

    /// The shape with `name` added, and where it stands there; `None` when a dict had better hold it.
    pub fn with(&'static self, name: &Name) -> Option<(&'static Shape, u16)> {
        let mut transitions = self.transitions.borrow_mut();
        let full = transitions.len() >= MAX_FOLLOWING;
        let next = match transitions.entry(NameKey(name.clone())) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(_) if full || self.len() >= MAX_SHAPE => return None,
            Entry::Vacant(place) => {
                let count = SHAPES.get();
                if count >= MAX_SHAPES {
                    return None;
                }
                SHAPES.set(count + 1);
                let mut keys = self.keys.clone();
                keys.insert(NameKey(name.clone()), self.next);
                *place.insert(Box::leak(Box::new(Shape {
                    keys,
                    next: self.next + 1,
                    transitions: RefCell::default(),
                })))
            }
        };
        Some((next, self.next))
    }

    /// The shape that has all of these attributes but `name`.
    pub fn without(&self, name: &Name) -> Option<&'static Shape> {
        let root = Shape::root(self.next - self.len() as u16);
        let mut others = self.iter().filter(|(other, _)| *other != name);
        others.try_fold(root, |shape, (other, _)| Some(shape.with(other)?.0))
    }

    /// The position that the next attribute would get.
    pub fn end(&self) -> u16 {
        self.next
    }

    /// The attributes in order, with their positions.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&Name, u16)> {
        self.keys.iter().map(|(key, &at)| (&key.0, at))
    }

    /// The number of attributes.
    pub fn len(&self) -> usize {
        self.keys.len()
    }
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }
    /// The shape's identity, for caches.
    #[inline(always)]
    pub fn id(&'static self) -> usize {
        self as *const Shape as usize
    }
}
