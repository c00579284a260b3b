//! The heap: counted object pointers, the cells objects are made of, allocation, prompt release and
//! the storage side of the cycle collector.
//!
//! All unsafe code of the object model is here. What an object *means* (classes, lookup, finalisers,
//! weak references) is not: the heap calls back through [`Hooks`]. Which payload types exist is the
//! one table `kinds!` below.

#![allow(unsafe_code)]

use super::class::{Class, Memory};
use super::exception::Exception;
use super::shape::{AddressHasher, Shape};
use super::value::Value;
use crate::types::dict::Dict;
use crate::types::dict_table::Table;
use crate::types::native::NativePayload;
use std::alloc::{
    GlobalAlloc, Layout as MemLayout, System, alloc as system_alloc, dealloc as system_dealloc,
    handle_alloc_error,
};
use std::any::TypeId;
use std::cell::{Cell, RefCell, UnsafeCell};
use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::marker::PhantomData;
use std::mem::{ManuallyDrop, align_of, offset_of, size_of};
use std::ops::Deref;
use std::ptr::{self, NonNull};
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, AtomicPtr, Ordering};

/// What the collector needs to know of a payload.
pub trait Trace {
    /// Calls `visit` for every object this payload holds a counted reference to.
    fn trace(&self, visit: &mut dyn FnMut(&Obj));
    /// Drops the references that could be part of a cycle. Called on garbage only.
    fn clear(&self) {}
}

mod sealed {
    pub trait Sealed {}
}

/// A type that can be the payload of a heap object. Implemented by the `kinds!` table only, which is
/// what makes the casts below sound: a kind names exactly one Rust type.
pub trait Payload: Trace + sealed::Sealed + 'static {
    /// The tag that objects with this payload carry.
    const KIND: Kind;
}

macro_rules! kinds {
    ($($kind:ident: $ty:ty, $tracked:literal;)*) => {
        /// The payload types, one tag each.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        pub enum Kind { $(#[allow(missing_docs)] $kind),* }

        $(impl sealed::Sealed for $ty {}
        impl Payload for $ty { const KIND: Kind = Kind::$kind; }
        const _: () = assert!(align_of::<$ty>() <= 8);)*

        /// Payload sizes in bytes, rounded up to 8, by kind.
        const PAYLOAD_SIZE: &[usize] = &[$((size_of::<$ty>() + 7) & !7),*];
        /// Whether the collector follows objects of the kind.
        const KIND_TRACKED: &[bool] = &[$($tracked),*];

        /// SAFETY: `at` points to a live payload of kind `kind`, never used again.
        unsafe fn drop_payload(kind: Kind, at: *mut u8) {
            match kind {
                // SAFETY: the kind tag names the payload's type.
                $(Kind::$kind => unsafe { ptr::drop_in_place(at as *mut $ty) },)*
            }
        }

        /// [`destroy`] for an object that nothing follows.
        fn destroy_bare(heap: &Heap, at: NonNull<Header>, kind: Kind) {
            match kind {
                $(Kind::$kind => destroy_payload::<$ty>(heap, at),)*
            }
        }

        /// SAFETY: `at` points to a live payload of kind `kind`.
        unsafe fn payload_as_trace<'a>(kind: Kind, at: *const u8) -> &'a dyn Trace {
            match kind {
                // SAFETY: the kind tag names the payload's type.
                $(Kind::$kind => unsafe { &*(at as *const $ty) },)*
            }
        }
    };
}

impl Kind {
    /// Whether the collector follows objects of the kind.
    pub fn is_tracked(self) -> bool {
        KIND_TRACKED[self as usize]
    }
}

use crate::exec::generator::Generator;
use crate::types as t;

kinds! {
    Instance: t::object::Plain, true;
    Class: Class, true;
    Str: t::str::Str, false;
    BigInt: t::int::BigInt, false;
    Float: t::float::Float, false;
    Complex: t::complex::Complex, false;
    Bytes: t::bytes::Bytes, false;
    ByteArray: t::bytearray::ByteArray, false;
    MemoryView: t::memoryview::MemoryView, true;
    StrIterator: t::iterators_text::StrIterator, true;
    BytesIterator: t::iterators_text::BytesIterator, true;
    List: t::list::List, true;
    Tuple: t::tuple::Tuple, true;
    ListIterator: t::iterators::ListIterator, true;
    ListReverseIterator: t::iterators::ListReverseIterator, true;
    TupleIterator: t::iterators::TupleIterator, true;
    SequenceIterator: t::iterators::SequenceIterator, true;
    CallableIterator: t::iterators::CallableIterator, true;
    Slice: t::slice::Slice, true;
    Set: t::set::Set, true;
    SetIterator: t::set_methods::SetIterator, true;
    Range: t::range::Range, false;
    RangeIterator: t::range_iterators::RangeIterator, false;
    LongRangeIterator: t::range_iterators::LongRangeIterator, false;
    Enumerate: t::enumerate::Enumerate, true;
    Zip: t::zip::Zip, true;
    Map: t::map::Map, true;
    Filter: t::filter::Filter, true;
    Reversed: t::reversed::Reversed, true;
    MappingProxy: t::mapping_proxy::MappingProxy, true;
    GenericAlias: t::generic_alias::GenericAlias, true;
    GenericAliasIterator: t::generic_alias::GenericAliasIterator, true;
    Union: t::union::Union, true;
    Dict: t::dict::Dict, true;
    DictView: t::dict_views::DictView, true;
    DictIterator: t::dict_iterators::DictIterator, true;
    Function: t::function::Function, true;
    NativeFunction: t::native::NativeFunction, true;
    MethodDescriptor: t::native::MethodDescriptor, true;
    GetSet: t::native::GetSet, true;
    Member: t::native::Member, true;
    BoundMethod: t::method::BoundMethod, true;
    Property: t::property::Property, true;
    StaticMethod: t::staticmethod::StaticMethod, true;
    ClassMethod: t::classmethod::ClassMethod, true;
    Super: t::super_::Super, true;
    Cell: t::cell::CellObject, true;
    Code: t::code::CodeObject, false;
    Frame: t::frame::FrameObject, true;
    FrameLocals: t::frame_locals::FrameLocals, true;
    Traceback: t::traceback::Traceback, true;
    Generator: Generator, true;
    Exception: super::exception::Exception, true;
    Module: t::module::Module, true;
    WeakRef: t::weakref::WeakRef, true;
    Native: t::native::Native, true;
}

/// The object's payload is a user class's instance or otherwise something that may have a finaliser.
const MAY_FINALISE: u8 = 1;
/// The finaliser has run.
const FINALISED: u8 = 2;
/// Weak references to the object exist.
const HAS_WEAKREFS: u8 = 4;
/// The object has a [`GcPrefix`].
const TRACKED: u8 = 8;
/// The object has an [`AttrHead`] between payload and values.
const HAS_ATTRS: u8 = 16;
/// The running collection looks at this object.
const COLLECTING: u8 = 32;
/// The object is in the old generation.
const OLD: u8 = 64;
/// The running collection has found the object reachable.
const REACHABLE: u8 = 128;

#[repr(C)]
struct Header {
    count: Cell<u32>,
    kind: Kind,
    flags: Cell<u8>,
    /// How many values follow the payload.
    values: u16,
    class: Cell<Option<NonNull<Header>>>,
}

/// Stands before the header of tracked objects.
#[repr(C)]
struct GcPrefix {
    /// Position in its generation's vector.
    index: Cell<u32>,
    /// Scratch count of a running collection.
    refs: Cell<u32>,
}

/// Where an instance keeps its attributes: the address of a shape over the trailing values, that of its `__dict__`
/// and one, or null before there are any.
#[repr(transparent)]
pub struct AttrHead(Cell<*const u8>);

impl AttrHead {
    const fn new() -> AttrHead {
        AttrHead(Cell::new(ptr::null()))
    }
    /// `Shape::id` of the layout of inline attributes, 0 before there are any; else an odd number.
    #[inline(always)]
    pub fn layout(&self) -> usize {
        self.0.get().addr()
    }
    /// Whether the attributes are in a materialised `__dict__`.
    #[inline(always)]
    pub fn has_dict(&self) -> bool {
        self.layout() & 1 != 0
    }
    /// The shape, while the attributes are inline.
    #[inline(always)]
    pub fn shape(&self) -> Option<&'static Shape> {
        let at = self.0.get();
        if at.is_null() || self.has_dict() {
            return None;
        }
        // SAFETY: what is neither null nor odd was stored by `set_shape`.
        Some(unsafe { &*(at as *const Shape) })
    }
    /// Replaces the shape. The attributes are inline, or there are none.
    #[inline(always)]
    pub fn set_shape(&self, shape: Option<&'static Shape>) {
        debug_assert!(!self.has_dict());
        self.0
            .set(shape.map_or(ptr::null(), |shape| ptr::from_ref(shape) as *const u8));
    }
    fn dict_at(&self) -> Option<NonNull<Header>> {
        let at = self.0.get().wrapping_byte_sub(1) as *mut Header;
        self.has_dict().then(|| NonNull::new(at)).flatten()
    }
    /// The materialised `__dict__`, if there is one.
    #[inline]
    pub fn dict(&self) -> Option<Ref<Dict>> {
        let dict: ManuallyDrop<Ref<Dict>> =
            ManuallyDrop::new(Ref(Obj(self.dict_at()?), PhantomData));
        Some((*dict).clone())
    }
    /// Puts a `__dict__`, or nothing, in the place of shape or dict, and returns the dict that was there.
    #[must_use = "dropping the old dict may run user code; say so with drop()"]
    pub fn replace_dict(&self, dict: Option<Ref<Dict>>) -> Option<Ref<Dict>> {
        let old = self.dict_at().map(|at| Ref(Obj(at), PhantomData));
        let new = dict.map(|dict| dict.into_obj().into_raw().as_ptr() as *const u8);
        self.0
            .set(new.map_or(ptr::null(), |at| at.wrapping_byte_add(1)));
        old
    }
    fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        if let Some(at) = self.dict_at() {
            visit(&view(&at));
        }
    }
}

impl Drop for AttrHead {
    #[inline(always)]
    fn drop(&mut self) {
        if self.has_dict() {
            drop(self.replace_dict(None));
        }
    }
}

const HEADER: usize = size_of::<Header>();
const PREFIX: usize = size_of::<GcPrefix>();

/// A counted pointer to an object on the heap.
#[repr(transparent)]
pub struct Obj(NonNull<Header>);

impl Clone for Obj {
    #[inline(always)]
    fn clone(&self) -> Obj {
        let count = &self.header().count;
        count.set(count.get() + 1);
        Obj(self.0)
    }
}

impl Drop for Obj {
    #[inline(always)]
    fn drop(&mut self) {
        let count = &self.header().count;
        let left = count.get() - 1;
        count.set(left);
        if left == 0 {
            release(self.0);
        }
    }
}

impl PartialEq for Obj {
    /// Identity.
    fn eq(&self, other: &Obj) -> bool {
        self.0 == other.0
    }
}
impl Eq for Obj {}

impl Obj {
    #[inline(always)]
    fn header(&self) -> &Header {
        // SAFETY: an Obj holds a count, so the header it points to is live.
        unsafe { self.0.as_ref() }
    }

    #[inline(always)]
    fn flag(&self, flag: u8) -> bool {
        self.header().flags.get() & flag != 0
    }

    fn set_flag(&self, flag: u8, on: bool) {
        let flags = &self.header().flags;
        flags.set(if on {
            flags.get() | flag
        } else {
            flags.get() & !flag
        });
    }

    /// The tag of the payload's type.
    #[inline(always)]
    pub fn kind(&self) -> Kind {
        self.header().kind
    }

    /// The reference count.
    pub fn count(&self) -> u32 {
        self.header().count.get()
    }

    /// A number that identifies the object while it lives.
    #[inline(always)]
    pub fn address(&self) -> usize {
        self.0.as_ptr() as usize
    }

    /// The object's class.
    #[inline(always)]
    pub fn class(&self) -> &Ref<Class> {
        // SAFETY: every object's class slot is set before it is reachable, and holds a counted
        // pointer to a Class. What `set_class` puts aside keeps its memory (see `retire`).
        unsafe {
            debug_assert!(self.header().class.get().is_some());
            &*(self.header().class.as_ptr() as *const Ref<Class>)
        }
    }

    /// Changes the object's class. The caller has made sure that the layouts agree.
    ///
    /// Since `class()` hands out borrows, the old class keeps its memory when it goes.
    pub fn set_class(&self, class: &Ref<Class>) {
        if self.header().class.get() == Some(class.0.0) {
            return;
        }
        let new = class.clone().into_obj().into_raw();
        if let Some(old) = self.header().class.replace(Some(new)) {
            let old = Obj(old);
            if let Some(class) = old.get::<Class>() {
                class.keep_memory();
            }
        }
    }

    /// The payload, when it is a `T`.
    #[inline(always)]
    pub fn get<T: Payload>(&self) -> Option<&T> {
        if self.kind() == T::KIND {
            // SAFETY: the kind tag names the payload's type.
            Some(unsafe { &*(self.payload_at() as *const T) })
        } else {
            None
        }
    }

    /// The payload for writing, when it is a `T` and this is the only reference to the object.
    #[inline]
    pub fn get_mut<T: Payload>(&mut self) -> Option<&mut T> {
        if self.kind() == T::KIND && self.count() == 1 && !self.flag(HAS_WEAKREFS) {
            // SAFETY: the kind tag names the payload's type, and the sole counted pointer is borrowed
            // mutably, so nobody else can look.
            Some(unsafe { &mut *(self.payload_at() as *mut T) })
        } else {
            None
        }
    }

    /// This pointer as a typed one, when the payload is a `T`.
    #[inline(always)]
    pub fn downcast<T: Payload>(self) -> Result<Ref<T>, Obj> {
        if self.kind() == T::KIND {
            Ok(Ref(self, PhantomData))
        } else {
            Err(self)
        }
    }

    /// A borrow of this pointer as a typed one, when the payload is a `T`.
    #[inline(always)]
    pub fn as_ref<T: Payload>(&self) -> Option<&Ref<T>> {
        if self.kind() == T::KIND {
            // SAFETY: Ref<T> is a transparent wrapper, and the kind has been checked.
            Some(unsafe { &*(self as *const Obj as *const Ref<T>) })
        } else {
            None
        }
    }

    #[inline(always)]
    fn payload_at(&self) -> *mut u8 {
        // SAFETY: the payload follows the header in the same allocation.
        unsafe { (self.0.as_ptr() as *mut u8).add(HEADER) }
    }

    #[inline(always)]
    fn tail_at(&self) -> *mut u8 {
        // SAFETY: as above; the sizes are those the object was allocated with.
        unsafe { self.payload_at().add(PAYLOAD_SIZE[self.kind() as usize]) }
    }

    /// Where the object keeps attributes that are not slots, if it can have any.
    #[inline(always)]
    pub fn attrs(&self) -> Option<&AttrHead> {
        if self.flag(HAS_ATTRS) {
            // SAFETY: HAS_ATTRS objects were allocated with an AttrHead after the payload.
            Some(unsafe { &*(self.tail_at() as *const AttrHead) })
        } else {
            None
        }
    }

    /// Whether the object's attributes are inline and laid out by that shape.
    #[inline(always)]
    pub fn has_shape(&self, shape: Option<&'static Shape>) -> bool {
        let layout = shape.map_or(0, Shape::id);
        self.attrs().is_some_and(|head| head.layout() == layout)
    }

    /// Whether the object is a plain instance, with an [`AttrHead`] or without one.
    #[inline(always)]
    fn is_plain(&self, has_attrs: bool) -> bool {
        self.kind() == Kind::Instance && self.flag(HAS_ATTRS) == has_attrs
    }

    /// The shape of a plain instance whose attributes are inline, and the values that follow: what
    /// `attrs` and `values` give, for the most frequent kind of object in the least time.
    #[inline(always)]
    pub fn plain_attrs(&self) -> Option<(&AttrHead, &[ValueCell])> {
        const _: () = assert!(PAYLOAD_SIZE[Kind::Instance as usize] == 0);
        if !self.is_plain(true) {
            return None;
        }
        // SAFETY: a plain instance has no payload, and with HAS_ATTRS an AttrHead, then `values`
        // initialised cells.
        unsafe {
            let head = self.payload_at();
            let cells = head.add(size_of::<AttrHead>()) as *const ValueCell;
            Some((
                &*(head as *const AttrHead),
                std::slice::from_raw_parts(cells, self.header().values as usize),
            ))
        }
    }

    /// The value at `index` of a plain instance that has slots and no attributes besides.
    #[inline(always)]
    pub fn plain_slot(&self, index: u32) -> Option<&ValueCell> {
        if !self.is_plain(false) || index >= u32::from(self.header().values) {
            return None;
        }
        // SAFETY: a plain instance has no payload, and without HAS_ATTRS nothing else stands before its
        // `values` initialised cells.
        Some(unsafe { &*(self.payload_at() as *const ValueCell).add(index as usize) })
    }

    /// The value at `index` of a plain instance whose attributes are inline and laid out as in the
    /// shape with this id.
    #[inline(always)]
    pub fn inline_value(&self, shape: u64, index: u32) -> Option<&ValueCell> {
        let (head, values) = self.plain_attrs()?;
        if head.layout() as u64 != shape {
            return None;
        }
        values.get(index as usize)
    }

    /// The values that follow the payload: `__slots__` first, then inline attributes.
    #[inline(always)]
    pub fn values(&self) -> &[ValueCell] {
        let head = if self.flag(HAS_ATTRS) {
            size_of::<AttrHead>()
        } else {
            0
        };
        // SAFETY: the object was allocated with `values` initialised cells there.
        unsafe {
            std::slice::from_raw_parts(
                self.tail_at().add(head) as *const ValueCell,
                self.header().values as usize,
            )
        }
    }

    /// Whether weak references to the object exist.
    pub fn has_weakrefs(&self) -> bool {
        self.flag(HAS_WEAKREFS)
    }
    /// Notes whether weak references to the object exist, so that its end is told to the hook.
    pub fn set_has_weakrefs(&self, on: bool) {
        self.set_flag(HAS_WEAKREFS, on);
    }
    /// Whether the finaliser has run.
    pub fn is_finalised(&self) -> bool {
        self.flag(FINALISED)
    }
    /// Notes that the finaliser has run (or has to run again).
    pub fn set_finalised(&self, on: bool) {
        self.set_flag(FINALISED, on);
    }
    /// Asks for the finalisation hook at the object's end.
    pub fn set_may_finalise(&self, on: bool) {
        self.set_flag(MAY_FINALISE, on);
    }
    /// Whether the collector follows the object.
    pub fn is_tracked(&self) -> bool {
        self.flag(TRACKED)
    }
    /// Whether the object is in the old generation.
    pub fn is_old(&self) -> bool {
        self.flag(OLD)
    }
    /// The bytes the object takes itself, header and trailing values included.
    pub fn size(&self) -> usize {
        block_size(self.header())
    }

    fn into_raw(self) -> NonNull<Header> {
        ManuallyDrop::new(self).0
    }

    /// SAFETY: the object is tracked.
    unsafe fn prefix(&self) -> &GcPrefix {
        // SAFETY: as the caller promises.
        unsafe { prefix_of(self.0) }
    }

    /// Calls `visit` for every object this one holds a counted reference to, its class included.
    pub fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        visit(self.class().as_obj());
        // SAFETY: the kind tag names the payload's type.
        unsafe { payload_as_trace(self.kind(), self.payload_at()) }.trace(visit);
        if let Some(head) = self.attrs() {
            head.trace(visit);
        }
        for cell in self.values() {
            cell.trace(visit);
        }
    }

    fn clear(&self) {
        // SAFETY: the kind tag names the payload's type.
        unsafe { payload_as_trace(self.kind(), self.payload_at()) }.clear();
        self.clear_attributes();
    }

    /// Lets go of slots and inline attributes, and of the `__dict__`.
    pub fn clear_attributes(&self) {
        for cell in self.values() {
            drop(cell.take());
        }
        if let Some(head) = self.attrs().filter(|head| head.has_dict()) {
            drop(head.replace_dict(None));
        }
    }
}

/// A counted pointer to an object whose payload is known to be a `T`.
#[repr(transparent)]
pub struct Ref<T: Payload>(Obj, PhantomData<T>);

impl<T: Payload> Clone for Ref<T> {
    #[inline(always)]
    fn clone(&self) -> Ref<T> {
        Ref(self.0.clone(), PhantomData)
    }
}

impl<T: Payload> PartialEq for Ref<T> {
    /// Identity.
    #[inline(always)]
    fn eq(&self, other: &Ref<T>) -> bool {
        self.0 == other.0
    }
}
impl<T: Payload> Eq for Ref<T> {}

impl<T: Payload> Deref for Ref<T> {
    type Target = T;
    #[inline(always)]
    fn deref(&self) -> &T {
        // SAFETY: a Ref<T> is only made of objects whose payload is a T.
        unsafe { &*(self.0.payload_at() as *const T) }
    }
}

impl<T: Payload + std::fmt::Display> std::fmt::Display for Ref<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: Payload> Ref<T> {
    /// The untyped pointer.
    #[inline(always)]
    pub fn as_obj(&self) -> &Obj {
        &self.0
    }
    /// The untyped pointer.
    #[inline(always)]
    pub fn into_obj(self) -> Obj {
        self.0
    }
    /// The object as a value, with a count of its own.
    #[inline(always)]
    pub fn value(&self) -> Value {
        Value::Obj(self.0.clone())
    }
    /// The payload for writing, when this is the only reference to the object.
    #[inline]
    pub fn get_mut(&mut self) -> Option<&mut T> {
        self.0.get_mut()
    }
}

impl<T: Payload> From<Ref<T>> for Value {
    #[inline(always)]
    fn from(r: Ref<T>) -> Value {
        Value::Obj(r.0)
    }
}

/// How a class wants its instances laid out after the payload.
#[derive(Clone, Copy, Default, Debug)]
pub struct Trailer {
    /// `__slots__` of the class and its bases.
    pub slots: u16,
    /// Inline attribute capacity; only with `attrs`.
    pub inline: u16,
    /// Whether instances have a `__dict__`.
    pub attrs: bool,
    /// Whether instances may have a finaliser (they are of a class written in Python).
    pub finalise: bool,
}

impl Trailer {
    /// Whether nothing follows the payload, and nothing is to be done at the end.
    pub fn is_empty(self) -> bool {
        self.slots == 0 && self.inline == 0 && !self.attrs && !self.finalise
    }
}

fn block_size(header: &Header) -> usize {
    let head = if header.flags.get() & HAS_ATTRS != 0 {
        size_of::<AttrHead>()
    } else {
        0
    };
    let prefix = if header.flags.get() & TRACKED != 0 {
        PREFIX
    } else {
        0
    };
    prefix
        + HEADER
        + PAYLOAD_SIZE[header.kind as usize]
        + head
        + header.values as usize * size_of::<Value>()
}

/// Allocates an object of `class`, laid out as the class's instances are.
#[inline]
pub fn alloc<T: Payload>(class: &Ref<Class>, payload: T) -> Ref<T> {
    let mut plan = class.plan();
    if !plan.is_of(T::KIND) {
        plan = Plan::new(T::KIND, class.trailer());
    }
    alloc_with(Some(class), plan, || payload)
}

/// Allocates an object of a class whose instances are nothing but their payload, and has the payload made and
/// completed where it stands: to put it together elsewhere and to move it in larger pieces stalls. Unless it
/// is `tracked` it will never refer to anything the collector looks at.
#[inline(always)]
pub fn alloc_filled<T: Payload>(
    class: &Ref<Class>,
    tracked: bool,
    payload: impl FnOnce() -> T,
    fill: impl FnOnce(&mut T),
) -> Ref<T> {
    debug_assert!(class.trailer().is_empty());
    let mut plan = Plan::new(T::KIND, Trailer::default());
    if !tracked {
        plan = plan.untracked();
    }
    let made = alloc_with(Some(class), plan, payload);
    // SAFETY: nobody else has seen the object, and its payload is a T.
    fill(unsafe { &mut *(made.0.payload_at() as *mut T) });
    made
}

/// Allocates the object that becomes the class of all classes; its class slot is set afterwards.
pub fn alloc_classless<T: Payload>(payload: T) -> Ref<T> {
    alloc_with(None, Plan::new(T::KIND, Trailer::default()), || payload)
}

/// What a kind of payload and a [`Trailer`] come to, reckoned once for a class.
#[derive(Clone, Copy)]
pub struct Plan {
    /// The bytes of the whole block.
    size: u32,
    /// What stands in the header behind the count: kind, flags and number of values.
    head: [u8; 4],
}

// `Plan::head` is written there at once.
const _: () = assert!(
    offset_of!(Header, kind) == 4
        && offset_of!(Header, flags) == 5
        && offset_of!(Header, values) == 6
        && offset_of!(Header, class) == 8
);

impl Plan {
    /// The plan for objects with such a payload and trailer.
    #[inline(always)]
    pub fn new(kind: Kind, trailer: Trailer) -> Plan {
        let values = trailer.slots + trailer.inline;
        let mut flags = 0;
        let mut size = HEADER + PAYLOAD_SIZE[kind as usize] + values as usize * size_of::<Value>();
        if KIND_TRACKED[kind as usize] || trailer.attrs || trailer.slots > 0 {
            flags |= TRACKED;
            size += PREFIX;
        }
        if trailer.attrs {
            flags |= HAS_ATTRS;
            size += size_of::<AttrHead>();
        }
        if trailer.finalise {
            flags |= MAY_FINALISE;
        }
        let [low, high] = values.to_ne_bytes();
        Plan {
            size: size as u32,
            head: [kind as u8, flags, low, high],
        }
    }

    #[inline(always)]
    fn is_of(self, kind: Kind) -> bool {
        self.head[0] == kind as u8
    }

    #[inline(always)]
    fn flags(self) -> u8 {
        self.head[1]
    }

    #[inline(always)]
    fn values(self) -> u16 {
        u16::from_ne_bytes([self.head[2], self.head[3]])
    }

    /// The same without a prefix.
    #[inline(always)]
    fn untracked(mut self) -> Plan {
        if self.flags() & TRACKED != 0 {
            self.head[1] &= !TRACKED;
            self.size -= PREFIX as u32;
        }
        self
    }
}

/// The plan is one for payloads of the type.
#[inline(always)]
fn alloc_with<T: Payload>(
    class: Option<&Ref<Class>>,
    plan: Plan,
    payload: impl FnOnce() -> T,
) -> Ref<T> {
    debug_assert!(plan.is_of(T::KIND));
    let (values, flags) = (plan.values(), plan.flags());
    let (tracked, attrs) = (flags & TRACKED != 0, flags & HAS_ATTRS != 0);
    let prefix = if tracked { PREFIX } else { 0 };
    let head = if attrs { size_of::<AttrHead>() } else { 0 };
    let tail = HEADER + PAYLOAD_SIZE[T::KIND as usize];
    // SAFETY: the block has room for prefix, header, payload, head and values, in this order, and
    // each part is written before anybody can see the object: that the plan's bytes are those of the header
    // has been asserted. The heap's address is used at once, by the thread whose heap it is.
    unsafe {
        let heap = &*heap_address();
        let block = take_block(heap, plan.size as usize);
        let at = block.add(prefix);
        let header = at as *mut Header;
        (&raw mut (*header).count).write(Cell::new(1));
        (at.add(offset_of!(Header, kind)) as *mut [u8; 4]).write(plan.head);
        let class = class.map(|c| c.clone().into_obj().into_raw());
        (&raw mut (*header).class).write(Cell::new(class));
        (at.add(HEADER) as *mut T).write(payload());
        if attrs {
            (at.add(tail) as *mut AttrHead).write(AttrHead::new());
        }
        let mut cell = at.add(tail + head) as *mut ValueCell;
        let end = cell.add(values as usize);
        while cell < end {
            cell.write(ValueCell::new(Value::Unbound));
            cell = cell.add(1);
        }
        let obj = Obj(NonNull::new_unchecked(at as *mut Header));
        if tracked {
            heap.track(&obj);
        }
        Ref(obj, PhantomData)
    }
}

// ---------------------------------------------------------------------------------------------
// Blocks

const CLASSES: usize = 65;

/// Whether blocks of so many eighths are cut from chunks. A sanitizer is to see each block come and go.
#[inline(always)]
const fn is_cut(class: usize) -> bool {
    class < CLASSES && !cfg!(dunder_sanitized)
}

/// What small objects are cut from. A heap that has grown large takes more at once, so that it comes to lie
/// in large pages.
const CHUNK: usize = 64 << 10;
const LARGE_CHUNK: usize = 8 << 20;

/// What the object model does at an object's end.
#[derive(Clone, Copy)]
pub struct Hooks {
    /// Runs the finaliser. The object is alive during the call and may be resurrected by it.
    pub finalise: fn(&Obj),
    /// Clears the weak references to the object and runs their callbacks.
    pub clear_weakrefs: fn(&Obj),
}

struct Heap {
    /// Free blocks of 8, 16, 24, ... bytes, linked through their first word.
    free: [Cell<*mut u8>; CLASSES],
    next: Cell<*mut u8>,
    left: Cell<usize>,
    chunks: UnsafeCell<Vec<*mut u8>>,
    young: UnsafeCell<Generation>,
    old: UnsafeCell<Generation>,
    /// Objects whose release waits for an outer release to return.
    deferred: UnsafeCell<Vec<NonNull<Header>>>,
    /// Classes that have gone, all but their memory.
    retired: UnsafeCell<Vec<NonNull<Header>>>,
    depth: Cell<u32>,
    hooks: Cell<Option<Hooks>>,
    bytes: Cell<usize>,
    collecting: Cell<bool>,
    weak: UnsafeCell<Option<HashMap<usize, WeakPtr, BuildHasherDefault<AddressHasher>>>>,
}

thread_local! {
    static HEAP: Heap = const { Heap::new() };
}

/// This thread's heap, for the few functions that are to be part of their callers: closures for
/// `HEAP.with` as long as theirs are not.
#[inline(always)]
fn heap_address() -> *const Heap {
    HEAP.with(|heap| &raw const *heap)
}

impl Heap {
    const fn new() -> Heap {
        Heap {
            free: [const { Cell::new(ptr::null_mut()) }; CLASSES],
            next: Cell::new(ptr::null_mut()),
            left: Cell::new(0),
            chunks: UnsafeCell::new(Vec::new()),
            young: UnsafeCell::new(Generation::new()),
            old: UnsafeCell::new(Generation::new()),
            deferred: UnsafeCell::new(Vec::new()),
            retired: UnsafeCell::new(Vec::new()),
            depth: Cell::new(0),
            hooks: Cell::new(None),
            bytes: Cell::new(0),
            collecting: Cell::new(false),
            weak: UnsafeCell::new(None),
        }
    }

    #[inline(always)]
    fn track(&self, obj: &Obj) {
        // SAFETY: the generation is only borrowed inside this file, never across a call out of it; the
        // object is tracked, and new.
        unsafe { (*self.young.get()).push(obj.0) }
    }

    #[inline]
    fn untrack(&self, obj: &Obj) {
        let generation = if obj.flag(OLD) {
            &self.old
        } else {
            &self.young
        };
        // SAFETY: as above; the flag says which generation holds the object.
        unsafe { (*generation.get()).remove(obj) }
    }
}

/// A place in a generation: a tracked object, or the hole that one has left.
type Place = Option<NonNull<Header>>;

/// Tracked objects, each at the index that its prefix names. They are in the order in which they came, as
/// that is the order in which garbage is finalised: whoever goes leaves a hole.
struct Generation {
    places: Vec<Place>,
    holes: usize,
    /// How many places, from the first, collections leave alone.
    frozen: usize,
}

/// The index of what is garbage, which no generation holds.
const NOWHERE: u32 = u32::MAX;

/// With fewer places than these, a generation grows before it closes holes.
const FEW_PLACES: usize = 8192;

impl Generation {
    const fn new() -> Generation {
        Generation {
            places: Vec::new(),
            holes: 0,
            frozen: 0,
        }
    }

    fn len(&self) -> usize {
        self.places.len() - self.holes
    }

    /// SAFETY: `at` is a live tracked object that no generation holds.
    #[inline(always)]
    unsafe fn push(&mut self, at: NonNull<Header>) {
        let index = self.places.len();
        if index == self.places.capacity() {
            return self.push_slowly(at);
        }
        // SAFETY: there is room, as has just been seen; the object is tracked.
        unsafe {
            prefix_of(at).index.set(index as u32);
            self.places.as_mut_ptr().add(index).write(Some(at));
            self.places.set_len(index + 1);
        }
    }

    #[cold]
    #[inline(never)]
    fn push_slowly(&mut self, at: NonNull<Header>) {
        if self.holes > self.places.len() / 2 && self.places.len() >= FEW_PLACES {
            self.close_holes();
        }
        // SAFETY: the object is tracked, as `push` has been promised.
        let prefix = unsafe { prefix_of(at) };
        prefix.index.set(self.places.len() as u32);
        self.make_room();
        self.places.push(Some(at));
    }

    /// Makes room for one more. Where the system has no memory for the double it is asked for less, at last
    /// for so little that the allocator's reserve serves (and MemoryError is raised soon).
    fn make_room(&mut self) {
        let len = self.places.len();
        if len < self.places.capacity() {
            return;
        }
        let mut sizes = [len, len / 8, len / 64].into_iter();
        if !sizes.any(|more| self.places.try_reserve_exact(more.max(64)).is_ok()) {
            self.places.reserve_exact(SMALL_GROWTH / size_of::<Place>());
        }
    }

    /// SAFETY: the generation holds the object, or a list of garbage does.
    #[inline]
    unsafe fn remove(&mut self, obj: &Obj) {
        // SAFETY: what a generation or such a list holds is tracked.
        let index = unsafe { obj.prefix() }.index.get() as usize;
        debug_assert!(index == NOWHERE as usize || self.places[index] == Some(obj.0));
        if index + 1 < self.places.len() {
            self.places[index] = None;
            self.holes += 1;
            return;
        }
        if index == NOWHERE as usize {
            return;
        }
        self.places.pop();
        if self.holes > 0 || index < self.frozen {
            self.drop_last_holes();
        }
    }

    /// The objects in the first `places` that are not frozen.
    fn objects(&self, places: usize) -> impl Iterator<Item = ManuallyDrop<Obj>> + Clone {
        self.places[self.frozen..places].iter().flatten().map(view)
    }

    /// Moves the objects found late behind all others, no longer flagged. Without memory for that they stay: only
    /// an order depends on it.
    fn move_to_the_end(&mut self, late: &Late) {
        if self.places.try_reserve(late.len.get()).is_err() {
            return;
        }
        let mut at = late.first.get();
        while let Some(found) = self.places.get_mut(at as usize).and_then(Option::take) {
            view(&found).set_flag(COLLECTING | REACHABLE, false);
            // SAFETY: what a generation holds is tracked.
            let prefix = unsafe { prefix_of(found) };
            at = prefix.refs.get();
            prefix.index.set(self.places.len() as u32);
            self.places.push(Some(found));
        }
        self.holes += late.len.get();
    }

    /// Takes out the objects that are flagged COLLECTING, of which there are `lost`; `None` without memory for
    /// that. They count once more, as the list holds them.
    fn take_garbage(&mut self, lost: usize) -> Option<Garbage> {
        let is_lost = |place: &Place| {
            place
                .as_ref()
                .map(view)
                .is_some_and(|obj| obj.flag(COLLECTING))
        };
        let mut garbage = Vec::new();
        if lost > self.places.len() / 2 {
            // There may be millions: what stays moves to a new vector, and they keep theirs.
            let mut rest = Vec::new();
            rest.try_reserve_exact(self.places.len() - lost).ok()?;
            rest.extend(self.places.iter().filter(|place| !is_lost(place)));
            garbage = std::mem::replace(&mut self.places, rest);
            garbage.retain(is_lost);
            self.number_places();
        } else {
            garbage.try_reserve_exact(lost).ok()?;
            for place in self.places[self.frozen..]
                .iter_mut()
                .filter(|place| is_lost(place))
            {
                garbage.push(place.take());
            }
            self.holes += lost;
        }
        self.drop_last_holes();
        for obj in garbage.iter().flatten().map(view) {
            obj.set_flag(COLLECTING, false);
            obj.header().count.set(obj.count() + 1);
            // SAFETY: what a generation held is tracked.
            unsafe { obj.prefix() }.index.set(NOWHERE);
        }
        let mut garbage = ManuallyDrop::new(garbage);
        let (first, len, room) = (garbage.as_mut_ptr(), garbage.len(), garbage.capacity());
        // SAFETY: a place that is taken is a pointer as an `Obj` is one, and each has just been counted.
        Some(Garbage(unsafe {
            Vec::from_raw_parts(first as *mut Obj, len, room)
        }))
    }

    /// Tells each object its place.
    fn number_places(&mut self) {
        for (index, place) in self.places.iter().enumerate() {
            if let Some(object) = place {
                // SAFETY: what a generation holds is tracked.
                unsafe { prefix_of(*object) }.index.set(index as u32);
            }
        }
    }

    /// The last place has gone; so do holes that are the last ones now.
    fn drop_last_holes(&mut self) {
        while let Some(None) = self.places.last() {
            self.places.pop();
            self.holes -= 1;
        }
        self.frozen = self.frozen.min(self.places.len());
    }

    /// Moves all objects to the first places, in their order.
    fn close_holes(&mut self) {
        self.frozen = self.places[..self.frozen].iter().flatten().count();
        self.places.retain(Option::is_some);
        self.holes = 0;
        self.number_places();
    }
}

const fn system_layout(size: usize) -> MemLayout {
    match MemLayout::from_size_align(size, 16) {
        Ok(layout) => layout,
        Err(_) => panic!("object sizes are far below isize::MAX"),
    }
}

/// SAFETY: the caller initialises the block and gives it back with `give_block` and the same size.
#[inline(always)]
unsafe fn take_block(heap: &Heap, size: usize) -> *mut u8 {
    debug_assert!(size.is_multiple_of(8));
    let class = size / 8;
    if is_cut(class) {
        let head = heap.free[class].get();
        if !head.is_null() {
            // SAFETY: a free block's first word links to the next one.
            heap.free[class].set(unsafe { *(head as *mut *mut u8) });
            return head;
        }
    }
    refill(heap, size)
}

#[cold]
#[inline(never)]
fn refill(heap: &Heap, size: usize) -> *mut u8 {
    let class = size.div_ceil(8);
    // SAFETY: sizes are not zero; chunk arithmetic stays within the chunk.
    unsafe {
        if !is_cut(class) {
            heap.bytes.set(heap.bytes.get() + size);
            let block = system_alloc(system_layout(size));
            if block.is_null() {
                handle_alloc_error(system_layout(size));
            }
            return block;
        }
        let bytes = class * 8;
        if heap.left.get() < bytes {
            let large = heap.bytes.get() >= LARGE_CHUNK;
            let size = if large { LARGE_CHUNK } else { CHUNK };
            let chunk = system_alloc(system_layout(size));
            if chunk.is_null() {
                handle_alloc_error(system_layout(size));
            }
            (*heap.chunks.get()).push(chunk);
            heap.bytes.set(heap.bytes.get() + size);
            heap.next.set(chunk);
            heap.left.set(size);
        }
        let block = heap.next.get();
        heap.next.set(block.add(bytes));
        heap.left.set(heap.left.get() - bytes);
        block
    }
}

/// SAFETY: `block` came from `take_block(size)` and is not used afterwards.
#[inline]
unsafe fn give_block(heap: &Heap, block: *mut u8, size: usize) {
    let class = size.div_ceil(8);
    // SAFETY: the block is ours again, and at least 16 bytes large.
    unsafe {
        if is_cut(class) {
            *(block as *mut *mut u8) = heap.free[class].get();
            heap.free[class].set(block);
        } else {
            heap.bytes.set(heap.bytes.get() - size);
            system_dealloc(block, system_layout(size));
        }
    }
}

/// Installs what the object model does at an object's end.
pub fn set_hooks(hooks: Hooks) {
    HEAP.with(|heap| heap.hooks.set(Some(hooks)));
}

/// Bytes the heap has taken for objects (not for the buffers they own).
pub fn bytes_in_use() -> usize {
    HEAP.with(|heap| heap.bytes.get())
}

/// How deep releases nest before the next one waits: bounds the native stack that dropping takes.
const MAX_RELEASE_DEPTH: u32 = 100;

/// The count has come to zero.
#[cold]
#[inline(never)]
fn release(at: NonNull<Header>) {
    HEAP.with(|heap| {
        let obj = ManuallyDrop::new(Obj(at));
        if obj.kind() == Kind::Str && obj.header().flags.get() == 0 {
            return destroy_payload::<t::str::Str>(heap, at);
        }
        if obj.flag(MAY_FINALISE | HAS_WEAKREFS) {
            let finalise = obj.flag(MAY_FINALISE) && !obj.class().surely_has_no_finaliser();
            if (finalise || obj.flag(HAS_WEAKREFS)) && !end_of_life(heap, &obj) {
                return;
            }
        }
        let depth = heap.depth.get();
        if depth >= MAX_RELEASE_DEPTH {
            // SAFETY: the vector is only borrowed inside this file.
            unsafe { (*heap.deferred.get()).push(at) };
            return;
        }
        heap.depth.set(depth + 1);
        if obj.kind() == Kind::Instance && obj.flag(TRACKED) {
            destroy_instance(heap, at);
        } else if obj.header().values == 0 && !obj.flag(HAS_ATTRS) && obj.kind() != Kind::Class {
            // (A class may have to keep its memory, as `destroy` knows.)
            destroy_bare(heap, at, obj.kind());
        } else {
            destroy(heap, at);
        }
        heap.depth.set(depth);
        // SAFETY: as above.
        if depth == 0 && unsafe { !(*heap.deferred.get()).is_empty() } {
            release_deferred(heap);
        }
    });
}

#[cold]
#[inline(never)]
fn release_deferred(heap: &Heap) {
    // SAFETY: the vector is only borrowed inside this file, and the borrow ends before `destroy` runs.
    while let Some(next) = unsafe { (*heap.deferred.get()).pop() } {
        heap.depth.set(1);
        destroy(heap, next);
        heap.depth.set(0);
    }
}

/// Finaliser and weak references; false when the object has been resurrected.
fn end_of_life(heap: &Heap, obj: &Obj) -> bool {
    let Some(hooks) = heap.hooks.get() else {
        return true;
    };
    let count = &obj.header().count;
    count.set(1);
    if obj.flag(MAY_FINALISE) && !obj.flag(FINALISED) {
        (hooks.finalise)(obj);
        if count.get() > 1 {
            count.set(count.get() - 1);
            return false;
        }
    }
    if obj.flag(HAS_WEAKREFS) {
        // SAFETY: the map is only borrowed inside this file, never across a call out of it.
        if let Some(weak) = unsafe {
            (*heap.weak.get())
                .as_mut()
                .and_then(|map| map.remove(&obj.address()))
        } {
            weak.0.set(None);
        }
        (hooks.clear_weakrefs)(obj);
        if count.get() > 1 {
            count.set(count.get() - 1);
            return false;
        }
    }
    count.set(0);
    true
}

fn destroy(heap: &Heap, at: NonNull<Header>) {
    let obj = ManuallyDrop::new(Obj(at));
    match obj.get::<Class>().map(Class::memory) {
        Some(Memory::Kept) => return retire(heap, &obj),
        Some(Memory::Retired) => return,
        Some(Memory::Free) | None => {}
    }
    if obj.flag(TRACKED) {
        heap.untrack(&obj);
    }
    free(heap, at);
}

/// The end of a class that an object had before its `__class__` was assigned. Whoever borrowed it from the object
/// may be waiting for the very code that assigned: it lets go of all it refers to, and what is left can be
/// looked at until nobody runs.
fn retire(heap: &Heap, obj: &Obj) {
    heap.untrack(obj);
    // SAFETY: the vector is only borrowed inside this file, never across a call out of it.
    unsafe { (*heap.retired.get()).push(obj.0) };
    if let Some(class) = obj.get::<Class>() {
        class.retire();
    }
    // Its metaclass may be borrowed in the same way, through it.
    let mut built_in = obj.class().clone();
    while let (None, Some(base)) = (built_in.table, built_in.base()) {
        built_in = base;
    }
    obj.set_class(&built_in);
    obj.clear();
}

/// Frees the classes that were retired. No code that could have borrowed one may be running.
pub fn free_retired() {
    HEAP.with(|heap| {
        // SAFETY: as in `retire`.
        for at in unsafe { std::mem::take(&mut *heap.retired.get()) } {
            if view(&at).count() == 0 {
                free(heap, at);
            }
        }
    })
}

/// Drops what an object without a count consists of, and gives its block back.
fn free(heap: &Heap, at: NonNull<Header>) {
    let obj = ManuallyDrop::new(Obj(at));
    let size = block_size(obj.header());
    let prefix = if obj.flag(TRACKED) { PREFIX } else { 0 };
    // SAFETY: the count is zero, so nobody else can reach the object; each part is dropped once and
    // the block given back with the size it was taken with.
    unsafe {
        for cell in obj.values() {
            ptr::drop_in_place(cell as *const ValueCell as *mut ValueCell);
        }
        if let Some(exception) = obj.get::<Exception>() {
            // These go before the `__dict__`, other parts of payloads after it.
            drop(exception.fields.take());
        }
        if let Some(head) = obj.attrs() {
            ptr::drop_in_place(head as *const AttrHead as *mut AttrHead);
        }
        drop_payload(obj.kind(), obj.payload_at());
        if let Some(class) = obj.header().class.get() {
            drop(Obj(class));
        }
        give_block(heap, (at.as_ptr() as *mut u8).sub(prefix), size);
    }
}

/// [`destroy`] for the most frequent kind: a tracked instance that has no payload.
#[inline(always)]
fn destroy_instance(heap: &Heap, at: NonNull<Header>) {
    let obj = ManuallyDrop::new(Obj(at));
    heap.untrack(&obj);
    let (header, has_attrs) = (obj.header(), obj.flag(HAS_ATTRS));
    let head = if has_attrs { size_of::<AttrHead>() } else { 0 };
    let values = header.values as usize;
    let size = PREFIX + HEADER + head + values * size_of::<Value>();
    // SAFETY: as in `destroy`; a plain instance has no payload, and with HAS_ATTRS an AttrHead, then its
    // values.
    unsafe {
        let first = obj.payload_at();
        let mut cell = first.add(head) as *mut ValueCell;
        let end = cell.add(values);
        while cell < end {
            ptr::drop_in_place(cell);
            cell = cell.add(1);
        }
        if has_attrs {
            ptr::drop_in_place(first as *mut AttrHead);
        }
        if let Some(class) = header.class.get() {
            drop(Obj(class));
        }
        give_block(heap, (at.as_ptr() as *mut u8).sub(PREFIX), size);
    }
}

/// [`destroy`] for an object whose payload is a `T` and that nothing follows.
#[inline(always)]
fn destroy_payload<T: Payload>(heap: &Heap, at: NonNull<Header>) {
    let obj = ManuallyDrop::new(Obj(at));
    debug_assert!(obj.kind() == T::KIND && obj.header().values == 0 && !obj.flag(HAS_ATTRS));
    let prefix = if obj.flag(TRACKED) {
        heap.untrack(&obj);
        PREFIX
    } else {
        0
    };
    let size = prefix + HEADER + PAYLOAD_SIZE[T::KIND as usize];
    // SAFETY: as in `destroy`; the kind tag names the payload's type, and an object that nothing follows
    // was allocated with this size.
    unsafe {
        ptr::drop_in_place(obj.payload_at() as *mut T);
        if let Some(class) = obj.header().class.get() {
            drop(Obj(class));
        }
        give_block(heap, (at.as_ptr() as *mut u8).sub(prefix), size);
    }
}

// ---------------------------------------------------------------------------------------------
// The cycle collector's storage side: trial deletion over the tracked objects.

/// How many objects each generation holds: (young, old).
pub fn generation_sizes() -> (usize, usize) {
    // SAFETY: read only, no call out of this file.
    HEAP.with(|heap| unsafe { ((*heap.young.get()).len(), (*heap.old.get()).len()) })
}

/// All tracked objects that are not frozen, of the young (`Some(false)`), old (`Some(true)`) or both
/// generations.
pub fn tracked_objects(old: Option<bool>) -> Vec<Obj> {
    HEAP.with(|heap| {
        let mut all = Vec::new();
        // SAFETY: the generations hold live objects; cloning only counts.
        unsafe {
            for (is_old, generation) in [(false, &*heap.young.get()), (true, &*heap.old.get())] {
                if old.is_none_or(|want| want == is_old) {
                    // Without a count is what waits for its release.
                    let tracked = generation.objects(generation.places.len());
                    let alive = tracked.filter(|obj| obj.count() > 0);
                    all.extend(alive.map(|obj| (*obj).clone()));
                }
            }
        }
        all
    })
}

/// Takes all tracked objects out of the collector's sight, or gives those that are so back to it.
pub fn freeze(on: bool) {
    HEAP.with(|heap| {
        if heap.collecting.get() {
            return;
        }
        // SAFETY: no call out of this file while the generations are borrowed.
        unsafe {
            let old = &mut *heap.old.get();
            if on {
                promote(&mut *heap.young.get(), old);
            }
            old.frozen = if on { old.places.len() } else { 0 };
        }
    })
}

/// How many objects are frozen.
pub fn frozen_objects() -> usize {
    // SAFETY: read only, no call out of this file.
    let old = |heap: &Heap| unsafe {
        let old = &*heap.old.get();
        old.places[..old.frozen].iter().flatten().count()
    };
    HEAP.with(old)
}

/// What a collection found: garbage that is only kept alive by this list (and by itself). What outlives the list
/// is the old generation's.
pub struct Garbage(Vec<Obj>);

/// Makes room for the young generation in the old one; false when memory is exhausted.
pub fn can_promote() -> bool {
    HEAP.with(|heap| {
        // SAFETY: no call out of this file while the generations are borrowed.
        let (young, old) = unsafe { (&*heap.young.get(), &mut *heap.old.get()) };
        let (places, more) = (&mut old.places, young.len());
        places.try_reserve(more).is_ok() || places.try_reserve_exact(more).is_ok()
    })
}

/// Finds the tracked objects (of the young generation only, or of both) that are reachable only
/// from each other, and moves the survivors to the old generation. `None` while a collection is
/// already running, and without memory for it.
pub fn find_garbage(full: bool) -> Option<Garbage> {
    if !can_promote() {
        return None;
    }
    HEAP.with(|heap| {
        // SAFETY: read only. What waits for its release has no count and is tracked still: it is not the
        // collector's.
        if unsafe { !(*heap.deferred.get()).is_empty() } || heap.collecting.replace(true) {
            return None;
        }
        // SAFETY: no call out of this file while the generations are borrowed; `unreachable` only traces.
        let garbage = unsafe {
            let (young, old) = (&mut *heap.young.get(), &mut *heap.old.get());
            if full {
                promote(young, old);
                unreachable(old)
            } else {
                let garbage = unreachable(young);
                promote(young, old);
                garbage
            }
        };
        heap.collecting.set(false);
        Some(garbage)
    })
}

/// Moves all young objects to the old generation.
fn promote(young: &mut Generation, old: &mut Generation) {
    // What made the first generation large may not come again.
    for at in std::mem::take(&mut young.places).into_iter().flatten() {
        view(&at).set_flag(OLD, true);
        // SAFETY: the object was the young generation's, and is no more.
        unsafe { old.push(at) };
    }
    young.holes = 0;
}

/// Those of a generation that nothing outside of it refers to, directly or not: the generation does not hold
/// them any more. What was found reachable only after its turn goes to the end, as in CPython.
fn unreachable(generation: &mut Generation) -> Garbage {
    if generation.holes > generation.places.len() / 4 {
        generation.close_holes();
    }
    let places = generation.places.len();
    count_outside(generation.objects(places), 0);
    let late = mark_in_order(&generation.places, generation.frozen);
    generation.move_to_the_end(&late);
    let mut lost = 0;
    for obj in generation.objects(places) {
        if obj.flag(REACHABLE) {
            obj.set_flag(COLLECTING | REACHABLE, false);
        } else {
            lost += 1;
        }
    }
    if lost == 0 {
        return Garbage(Vec::new());
    }
    generation.take_garbage(lost).unwrap_or_else(|| {
        for obj in generation.objects(places) {
            obj.set_flag(COLLECTING, false);
        }
        Garbage(Vec::new())
    })
}

/// SAFETY: the object is tracked, and alive as long as the result is used.
unsafe fn prefix_of<'a>(at: NonNull<Header>) -> &'a GcPrefix {
    // SAFETY: tracked objects are allocated with a prefix before the header.
    unsafe { &*((at.as_ptr() as *const u8).sub(PREFIX) as *const GcPrefix) }
}

fn view(at: &NonNull<Header>) -> ManuallyDrop<Obj> {
    ManuallyDrop::new(Obj(*at))
}

/// Flags the objects as COLLECTING, and notes how many references each has from others, where whoever calls
/// holds `held` of each. The objects are tracked.
fn count_outside(objects: impl Iterator<Item = ManuallyDrop<Obj>> + Clone, held: u32) {
    for obj in objects.clone() {
        debug_assert!(!obj.flag(REACHABLE));
        obj.set_flag(COLLECTING, true);
        // SAFETY: the object is tracked.
        unsafe { obj.prefix() }.refs.set(obj.count() - held);
    }
    for obj in objects {
        obj.trace(&mut |child| {
            if child.flag(COLLECTING) {
                // SAFETY: COLLECTING objects are tracked.
                let refs = &unsafe { child.prefix() }.refs;
                refs.set(refs.get().saturating_sub(1));
            }
        });
    }
}

/// Where a list of places ends.
const END: u32 = u32::MAX;

/// What is found reachable after its turn, in this order: each prefix names the place of the next, which takes
/// no memory however many they are.
struct Late {
    first: Cell<u32>,
    len: Cell<usize>,
}

/// Flags as REACHABLE what something outside refers to, directly or not, of the objects from the place
/// `first` on, which have been counted, and each of which has its turn in order.
fn mark_in_order(places: &[Place], first: usize) -> Late {
    let late = Late {
        first: Cell::new(END),
        len: Cell::new(0),
    };
    let next = Cell::new(&late.first);
    let follow = |obj: &Obj, now: u32| {
        obj.trace(&mut |child| {
            if !child.flag(COLLECTING) || child.flag(REACHABLE) {
                return;
            }
            child.set_flag(REACHABLE, true);
            // SAFETY: COLLECTING objects are tracked, and alive as long as `places` is looked at.
            let found = unsafe { prefix_of(child.0) };
            if found.index.get() < now {
                found.refs.set(END);
                next.replace(&found.refs).set(found.index.get());
                late.len.set(late.len.get() + 1);
            }
        });
    };
    for (now, at) in places.iter().enumerate().skip(first) {
        let Some(obj) = at.as_ref().map(view) else {
            continue;
        };
        // SAFETY: what a generation holds is tracked.
        if obj.flag(REACHABLE) || unsafe { obj.prefix() }.refs.get() > 0 {
            obj.set_flag(REACHABLE, true);
            follow(&obj, now as u32);
        }
    }
    let mut at = late.first.get();
    while let Some(Some(found)) = places.get(at as usize) {
        follow(&view(found), END);
        // SAFETY: as above.
        at = unsafe { prefix_of(*found) }.refs.get();
    }
    late
}

/// Flags as REACHABLE what something outside refers to, directly or not, of tracked objects that have been
/// counted.
fn mark(objects: impl Iterator<Item = ManuallyDrop<Obj>>) {
    let mut found = Vec::new();
    for obj in objects {
        // SAFETY: the objects are tracked.
        if unsafe { obj.prefix() }.refs.get() > 0 && !obj.flag(REACHABLE) {
            obj.set_flag(REACHABLE, true);
            found.push(obj.0);
        }
        while let Some(at) = found.pop() {
            view(&at).trace(&mut |child| {
                if child.flag(COLLECTING) && !child.flag(REACHABLE) {
                    child.set_flag(REACHABLE, true);
                    found.push(child.0);
                }
            });
        }
    }
}

impl Garbage {
    /// The objects.
    pub fn objects(&self) -> &[Obj] {
        &self.0
    }
    /// Whether an object of the list has finalisers still to run.
    pub fn wants_finaliser(obj: &Obj) -> bool {
        obj.flag(MAY_FINALISE) && !obj.flag(FINALISED)
    }
    /// After finalisers have run: leaves out what is reachable again, which counts as what came last.
    pub fn recheck(mut self) -> Garbage {
        let objects = || self.0.iter().map(|obj| view(&obj.0));
        count_outside(objects(), 1);
        mark(objects());
        self.0.retain(|obj| {
            let lost = !obj.flag(REACHABLE);
            obj.set_flag(COLLECTING | REACHABLE, false);
            if !lost {
                give_back(obj);
            }
            lost
        });
        self
    }
    /// Breaks the cycles. The objects go as the list does.
    pub fn clear(self) {
        for obj in &self.0 {
            obj.clear();
        }
    }
}

impl Drop for Garbage {
    fn drop(&mut self) {
        for obj in std::mem::take(&mut self.0) {
            if obj.count() > 1 {
                give_back(&obj);
            }
        }
    }
}

/// Hands an object that has turned out not to be garbage to the old generation.
fn give_back(obj: &Obj) {
    // SAFETY: no generation holds what was garbage; no call out of this file meanwhile.
    HEAP.with(|heap| unsafe {
        debug_assert!(obj.prefix().index.get() == NOWHERE);
        obj.set_flag(OLD, true);
        (*heap.old.get()).push(obj.0);
    });
}

// ---------------------------------------------------------------------------------------------
// Payloads of extension types

/// A payload that only one module knows, and of which type it is. (`Any` would have to be asked by a
/// call, whose answer in memory takes long to come back.)
pub struct Extension {
    type_id: TypeId,
    payload: Box<dyn NativePayload>,
}

impl Extension {
    /// Wraps a payload.
    pub fn new<T: NativePayload>(payload: T) -> Extension {
        Extension {
            type_id: TypeId::of::<T>(),
            payload: Box::new(payload),
        }
    }
    /// The payload, when it is a `T`.
    #[inline(always)]
    pub fn get<T: NativePayload>(&self) -> Option<&T> {
        if self.type_id == TypeId::of::<T>() {
            // SAFETY: `new` has boxed a value of the type whose id this is, and nothing replaces it.
            Some(unsafe { &*(ptr::from_ref(&*self.payload) as *const T) })
        } else {
            None
        }
    }
}

impl Deref for Extension {
    type Target = dyn NativePayload;
    #[inline]
    fn deref(&self) -> &dyn NativePayload {
        &*self.payload
    }
}

// ---------------------------------------------------------------------------------------------
// Weak pointers

/// A pointer that does not keep its object alive, and is emptied before the object goes.
#[derive(Clone)]
pub struct WeakPtr(Rc<Cell<Option<NonNull<Header>>>>);

impl WeakPtr {
    /// A weak pointer to `obj`. All of one object's weak pointers share one cell.
    pub fn new(obj: &Obj) -> WeakPtr {
        HEAP.with(|heap| {
            // SAFETY: the map is only borrowed inside this file, never across a call out of it.
            let map = unsafe { (*heap.weak.get()).get_or_insert_default() };
            obj.set_has_weakrefs(true);
            map.entry(obj.address())
                .or_insert_with(|| WeakPtr(Rc::new(Cell::new(Some(obj.0)))))
                .clone()
        })
    }
    /// The object, while it is alive.
    pub fn upgrade(&self) -> Option<Obj> {
        // SAFETY: the cell is emptied before the object is freed.
        self.0.get().map(|at| (*ManuallyDrop::new(Obj(at))).clone())
    }
    /// Cuts the connection: `upgrade` answers `None` from now on, for every copy of this pointer.
    pub fn clear(&self) {
        if let Some(at) = self.0.take() {
            HEAP.with(|heap| {
                // SAFETY: as in `new`.
                if let Some(map) = unsafe { (*heap.weak.get()).as_mut() } {
                    map.remove(&(at.as_ptr() as usize));
                }
            });
        }
    }
}

// ---------------------------------------------------------------------------------------------
// Cells

/// A place for a value that may be shared and overwritten at any time.
///
/// Reading clones, and writing hands back the old value *after* the new one is in place, since
/// dropping the old one can run user code that looks here again.
#[repr(transparent)]
pub struct ValueCell(UnsafeCell<Value>);

impl Default for ValueCell {
    /// A cell that holds nothing.
    fn default() -> ValueCell {
        ValueCell::new(Value::Unbound)
    }
}

impl ValueCell {
    /// A cell that holds `value`.
    #[inline(always)]
    pub const fn new(value: Value) -> ValueCell {
        ValueCell(UnsafeCell::new(value))
    }
    /// A copy of the value.
    #[inline(always)]
    pub fn get(&self) -> Value {
        // SAFETY: cloning a value only increments a count; nothing writes meanwhile.
        unsafe { (*self.0.get()).clone() }
    }
    /// Stores `value` and returns what was there.
    #[inline(always)]
    #[must_use = "dropping the old value may run user code; say so with drop()"]
    pub fn replace(&self, value: Value) -> Value {
        // SAFETY: no reference into the cell exists outside of this impl's calls.
        unsafe { std::mem::replace(&mut *self.0.get(), value) }
    }
    /// Stores `value`, then drops what was there.
    #[inline(always)]
    pub fn set(&self, value: Value) {
        drop(self.replace(value));
    }
    /// Takes the value out and leaves `Unbound`.
    #[inline(always)]
    pub fn take(&self) -> Value {
        self.replace(Value::Unbound)
    }
    /// Stores `value` where nothing is that would have to be dropped.
    #[inline(always)]
    pub fn put(&self, value: Value) {
        let old = ManuallyDrop::new(self.replace(value));
        debug_assert!(!matches!(*old, Value::Obj(_)));
    }
    /// Whether the cell holds `Unbound`.
    #[inline(always)]
    pub fn is_unbound(&self) -> bool {
        // SAFETY: a read of the tag.
        unsafe { matches!(&*self.0.get(), Value::Unbound) }
    }
    /// Whether overwriting the cell would end an object.
    #[inline(always)]
    pub fn holds_last(&self) -> bool {
        // SAFETY: a read.
        matches!(unsafe { &*self.0.get() }, Value::Obj(obj) if obj.count() == 1)
    }
    /// Whether the cell holds that very object.
    #[inline(always)]
    pub fn is(&self, other: &Value) -> bool {
        // SAFETY: an identity comparison runs no user code.
        unsafe { (*self.0.get()).is(other) }
    }
    /// The integer the cell holds, if it is an inline one.
    #[inline(always)]
    pub fn as_int(&self) -> Option<i64> {
        // SAFETY: a read.
        match unsafe { &*self.0.get() } {
            Value::Int(i) => Some(*i),
            _ => None,
        }
    }
    /// The version of the class the cell holds.
    #[inline(always)]
    pub fn class_version(&self) -> Option<u32> {
        // SAFETY: a read.
        unsafe { &*self.0.get() }.get::<Class>().map(Class::version)
    }
    /// Visits the object the cell holds.
    #[inline]
    pub fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        // SAFETY: tracing runs no user code.
        if let Value::Obj(obj) = unsafe { &*self.0.get() } {
            visit(obj);
        }
    }
}

/// The table of a dict. Single values can be copied out of it without a borrow being counted.
#[derive(Default)]
pub struct TableCell(RefCell<Table>);

impl Deref for TableCell {
    type Target = RefCell<Table>;
    #[inline(always)]
    fn deref(&self) -> &RefCell<Table> {
        &self.0
    }
}

impl TableCell {
    /// A cell with this table.
    pub fn new(table: Table) -> TableCell {
        TableCell(RefCell::new(table))
    }
    /// The table.
    pub fn into_inner(self) -> Table {
        self.0.into_inner()
    }
    /// A copy of the value of the entry at `at`, if its key is that very object.
    #[inline(always)]
    pub fn value_at(&self, at: usize, key: &Obj) -> Option<Value> {
        // SAFETY: nobody is changing the table, and nobody can before the copy is made: copying a
        // value only increments a count.
        let table = unsafe { self.0.try_borrow_unguarded() }.ok()?;
        let entry = table.entries.get(at)?;
        match &entry.key {
            Value::Obj(found) if found == key => Some(entry.value.clone()),
            _ => None,
        }
    }
}

/// A growable sequence of values that may be shared and changed at any time.
///
/// No method hands out a reference into the buffer or runs user code while it looks at it; what is
/// overwritten or removed is returned, for the caller to drop when the sequence is in order again.
#[derive(Default)]
pub struct VecCell(UnsafeCell<Vec<Value>>);

impl VecCell {
    /// A sequence of these values.
    pub const fn new(values: Vec<Value>) -> VecCell {
        VecCell(UnsafeCell::new(values))
    }
    #[inline(always)]
    fn vec(&self) -> &Vec<Value> {
        // SAFETY: see the type's comment; private, and never held across a write.
        unsafe { &*self.0.get() }
    }
    #[inline(always)]
    #[allow(clippy::mut_from_ref)]
    fn vec_mut(&self) -> &mut Vec<Value> {
        // SAFETY: see the type's comment; private, and never held across a call out of this impl.
        unsafe { &mut *self.0.get() }
    }
    /// The number of values.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.vec().len()
    }
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// How many values fit without reallocation.
    pub fn capacity(&self) -> usize {
        self.vec().capacity()
    }
    /// The value at `index`.
    #[inline(always)]
    pub fn get(&self, index: usize) -> Option<Value> {
        self.vec().get(index).cloned()
    }
    /// The inline integer at `index`.
    #[inline(always)]
    pub fn get_int(&self, index: usize) -> Option<i64> {
        match self.vec().get(index) {
            Some(Value::Int(i)) => Some(*i),
            _ => None,
        }
    }
    /// Stores at `index` and returns what was there; gives `value` back when out of range.
    #[inline(always)]
    pub fn set(&self, index: usize, value: Value) -> Result<Value, Value> {
        match self.vec_mut().get_mut(index) {
            Some(slot) => Ok(std::mem::replace(slot, value)),
            None => Err(value),
        }
    }
    /// Appends. False (and nothing done) when memory is exhausted.
    #[inline(always)]
    pub fn push(&self, value: Value) -> bool {
        let vec = self.vec_mut();
        if vec.len() == vec.capacity() && !Self::grow(vec, 1) {
            return false;
        }
        vec.push(value);
        true
    }
    /// Appends a copy where there is room for it already.
    #[inline(always)]
    pub fn push_within(&self, value: &Value) -> bool {
        let vec = self.vec_mut();
        let fits = vec.len() < vec.capacity();
        if fits {
            vec.push(value.clone());
        }
        fits
    }
    #[cold]
    fn grow(vec: &mut Vec<Value>, more: usize) -> bool {
        vec.try_reserve(more).is_ok()
    }
    /// Takes the last value off.
    #[inline(always)]
    pub fn pop(&self) -> Option<Value> {
        self.vec_mut().pop()
    }
    /// Takes off what is no object at the end, then the object before that. `None` when all is gone.
    #[inline]
    pub fn pop_object(&self) -> Option<Obj> {
        let vec = self.vec_mut();
        let last = vec.iter().rposition(|value| matches!(value, Value::Obj(_)));
        // SAFETY: not more than there are, and what is left out has nothing to drop.
        unsafe { vec.set_len(last.map_or(0, |at| at + 1)) };
        match vec.pop() {
            Some(Value::Obj(obj)) => Some(obj),
            _ => None,
        }
    }
    /// Inserts before `index`, clamped to the length.
    pub fn insert(&self, index: usize, value: Value) -> bool {
        let vec = self.vec_mut();
        if !Self::grow(vec, 1) {
            return false;
        }
        vec.insert(index.min(vec.len()), value);
        true
    }
    /// Takes the value at `index` out.
    pub fn remove(&self, index: usize) -> Option<Value> {
        let vec = self.vec_mut();
        (index < vec.len()).then(|| vec.remove(index))
    }
    /// Exchanges two values; out-of-range indices change nothing.
    pub fn swap(&self, a: usize, b: usize) {
        let vec = self.vec_mut();
        if a < vec.len() && b < vec.len() {
            vec.swap(a, b);
        }
    }
    /// Reverses in place.
    pub fn reverse(&self) {
        self.vec_mut().reverse();
    }
    /// A copy of all values.
    pub fn to_vec(&self) -> Vec<Value> {
        self.vec().clone()
    }
    /// Makes room for so many values more. False when there is none.
    pub fn reserve(&self, more: usize) -> bool {
        self.vec_mut().try_reserve(more).is_ok()
    }
    /// Appends a copy of all values to `to`.
    pub fn append_to(&self, to: &mut Vec<Value>) {
        to.extend_from_slice(self.vec());
    }
    /// A copy of the values in the range, clamped to the length.
    pub fn range_to_vec(&self, from: usize, to: usize) -> Vec<Value> {
        let vec = self.vec();
        let to = to.min(vec.len());
        vec[from.min(to)..to].to_vec()
    }
    /// Appends all of `values`. False when memory is exhausted.
    pub fn extend(&self, values: Vec<Value>) -> bool {
        let vec = self.vec_mut();
        if !Self::grow(vec, values.len()) {
            return false;
        }
        vec.extend(values);
        true
    }
    /// Appends a copy of all values of another sequence, without room for more. False when memory is exhausted.
    pub fn append(&self, other: &VecCell) -> bool {
        let vec = self.vec_mut();
        let fits = !ptr::eq(self, other) && vec.try_reserve_exact(other.len()).is_ok();
        if fits {
            vec.extend_from_slice(other.vec());
        }
        fits
    }
    /// Replaces the range (clamped) by `values` and returns what was there.
    pub fn splice(&self, from: usize, to: usize, mut values: Vec<Value>) -> Vec<Value> {
        let vec = self.vec_mut();
        let to = to.min(vec.len());
        let from = from.min(to);
        if to - from == vec.len() {
            return std::mem::replace(vec, values);
        }
        if to - from == values.len() {
            vec[from..to].swap_with_slice(&mut values);
            return values;
        }
        if values.is_empty() {
            return vec.drain(from..to).collect();
        }
        vec.splice(from..to, values).collect()
    }
    /// Takes all values out.
    pub fn take(&self) -> Vec<Value> {
        std::mem::take(self.vec_mut())
    }
    /// Replaces all values and returns the old ones.
    pub fn replace(&self, values: Vec<Value>) -> Vec<Value> {
        std::mem::replace(self.vec_mut(), values)
    }
    /// The address of the buffer's state, to notice changes behind one's back.
    pub fn is_at(&self, index: usize, value: &Value) -> bool {
        self.vec().get(index).is_some_and(|v| v.is(value))
    }
    /// Visits the objects held.
    pub fn trace(&self, visit: &mut dyn FnMut(&Obj)) {
        for value in self.vec() {
            if let Value::Obj(obj) = value {
                visit(obj);
            }
        }
    }
}

/// Blocks of this size and more are to lie in large pages.
const LARGE_BLOCK: usize = 4 << 20;
#[cfg(target_os = "linux")]
const PAGE: usize = 4 << 10;

/// Asks the system to put what it can of a block into large pages when it is first written to: that takes
/// fewer faults, and there is less to look up for whoever goes about in the block.
#[cold]
#[inline(never)]
fn prefer_large_pages(block: *mut u8, size: usize) {
    #[cfg(target_os = "linux")]
    {
        // All the pages it has a part in: a mapping of which a part is different can't be moved.
        let start = block.addr() / PAGE * PAGE;
        let end = (block.addr() + size).next_multiple_of(PAGE);
        let advice = rustix::mm::Advice::LinuxHugepage;
        // SAFETY: these pages are there, and their contents stay as they are. A system that has no large
        // pages refuses, and nothing is different then.
        let _ = unsafe { rustix::mm::madvise(block.with_addr(start).cast(), end - start, advice) };
    }
    #[cfg(not(target_os = "linux"))]
    let _ = (block, size);
}

/// Small blocks that a thread has freed, by size: to take one again is cheaper than to ask the system.
struct Spare {
    /// The first of each size; each links to the next by its first word.
    first: [Cell<*mut u8>; SPARE_SIZES],
    /// How many more of each size are kept. None are by a thread that has not asked for it: what a thread
    /// keeps when it ends is lost.
    room: [Cell<u16>; SPARE_SIZES],
}

/// Sizes are 8, 24, 40, ... bytes: with the word that an allocator keeps beside a block, they fill its
/// granules.
const SPARE_SIZES: usize = 65;
/// What is kept of each size, in bytes.
const SPARE_BYTES: usize = 32 << 10;

thread_local! {
    static SPARE: Spare = const {
        Spare {
            first: [const { Cell::new(ptr::null_mut()) }; SPARE_SIZES],
            room: [const { Cell::new(0) }; SPARE_SIZES],
        }
    };
}

impl Spare {
    /// Which size a block is of, and the layout that all of this size have; `None` for large ones.
    #[inline(always)]
    fn size_of(layout: MemLayout) -> Option<(usize, MemLayout)> {
        // What is kept and rounded up hides the use of freed and of neighbouring memory from a sanitizer.
        if cfg!(dunder_sanitized) {
            return None;
        }
        let number = layout.size().wrapping_add(7) / 16;
        if number >= SPARE_SIZES || layout.align() > align_of::<usize>() {
            return None;
        }
        let size = number * 16 + 8;
        // SAFETY: a power of two, and a size far below the limit.
        let layout = unsafe { MemLayout::from_size_align_unchecked(size, align_of::<usize>()) };
        Some((number, layout))
    }

    #[inline(always)]
    fn take(number: usize) -> *mut u8 {
        SPARE.with(|spare| {
            let (first, room) = (&spare.first[number], &spare.room[number]);
            let block = first.get();
            if !block.is_null() {
                // SAFETY: a kept block's first word links to the next one.
                first.set(unsafe { *(block as *mut *mut u8) });
                room.set(room.get() + 1);
            }
            block
        })
    }

    /// Keeps a block, if there is room.
    ///
    /// SAFETY: the block has the size of that number and is not used any more.
    #[inline(always)]
    unsafe fn keep(number: usize, block: *mut u8) -> bool {
        SPARE.with(|spare| {
            let (first, room) = (&spare.first[number], &spare.room[number]);
            if room.get() == 0 {
                return false;
            }
            room.set(room.get() - 1);
            // SAFETY: the block is ours, and large enough for a pointer.
            unsafe { *(block as *mut *mut u8) = first.get() };
            first.set(block);
            true
        })
    }
}

/// The system's allocator with some memory set aside: a small block that the system refuses comes out of the
/// reserve, so that the interpreter gets to raise MemoryError where the process would end. Programs that
/// embed Dunder may make it theirs by `#[global_allocator]`.
pub struct ReservingAllocator {
    reserve: AtomicPtr<u8>,
    used: AtomicBool,
}

/// What is set aside.
const RESERVE: usize = 64 << 20;

/// Blocks that are larger are refused without touching the reserve.
const SMALL_BLOCK: usize = 32 << 20;

/// By how much a block may grow without being refused so, however large it is.
const SMALL_GROWTH: usize = 1 << 20;

impl ReservingAllocator {
    /// An allocator with nothing set aside yet.
    pub const fn new() -> ReservingAllocator {
        ReservingAllocator {
            reserve: AtomicPtr::new(ptr::null_mut()),
            used: AtomicBool::new(false),
        }
    }

    /// Has this thread keep small blocks that are freed for itself. Only a thread that lasts should.
    pub fn keep_blocks(&self) {
        SPARE.with(|spare| {
            for (number, room) in spare.room.iter().enumerate() {
                room.set((SPARE_BYTES / (number * 16 + 8)) as u16);
            }
        });
    }

    /// Sets memory aside, if there is none; the system may refuse that too.
    pub fn fill(&self) {
        if self.reserve.load(Ordering::Relaxed).is_null() {
            // SAFETY: the layout is not empty.
            let block = unsafe { System.alloc(RESERVE_LAYOUT) };
            let free = ptr::null_mut();
            let order = Ordering::AcqRel;
            if (self.reserve)
                .compare_exchange(free, block, order, Ordering::Relaxed)
                .is_err()
                && !block.is_null()
            {
                // SAFETY: allocated above; another thread has filled the reserve meanwhile.
                unsafe { System.dealloc(block, RESERVE_LAYOUT) };
            }
        }
    }

    /// Whether the reserve has been used since this was last asked. It is filled again as soon as the system
    /// has memory for it.
    pub fn was_used(&self) -> bool {
        self.fill();
        self.used.load(Ordering::Relaxed) && self.used.swap(false, Ordering::Relaxed)
    }

    /// SAFETY: as of `GlobalAlloc::alloc`. Its own function, so that the many places that allocate have but
    /// one call.
    #[inline(never)]
    unsafe fn alloc_in_system(&self, layout: MemLayout) -> *mut u8 {
        // SAFETY: as the caller promises.
        self.ask_system(layout.size(), layout.size() <= SMALL_BLOCK, || unsafe {
            System.alloc(layout)
        })
    }

    /// What the system answers to a request for a block of that size, which is asked again when it is for
    /// little (`small`) and there was a reserve to give up.
    #[inline(always)]
    fn ask_system(&self, size: usize, small: bool, request: impl Fn() -> *mut u8) -> *mut u8 {
        let mut block = request();
        if block.is_null() && small && self.give_up() {
            block = request();
        }
        if size >= LARGE_BLOCK && !block.is_null() {
            prefer_large_pages(block, size);
        }
        block
    }

    /// Gives the reserve back to the system; false if there is none.
    #[cold]
    fn give_up(&self) -> bool {
        let block = self.reserve.swap(ptr::null_mut(), Ordering::AcqRel);
        if block.is_null() {
            return false;
        }
        self.used.store(true, Ordering::Relaxed);
        // SAFETY: allocated with this layout in `fill`, and taken out by this thread alone.
        unsafe { System.dealloc(block, RESERVE_LAYOUT) };
        true
    }
}

impl Default for ReservingAllocator {
    fn default() -> ReservingAllocator {
        ReservingAllocator::new()
    }
}

const RESERVE_LAYOUT: MemLayout = system_layout(RESERVE);

// SAFETY: every block comes from the system's allocator, with the caller's layout or that of its size, and
// goes back to it with the same; what is kept in between is in nobody's hands. The reserve is a block of its
// own that nobody else sees.
unsafe impl GlobalAlloc for ReservingAllocator {
    #[inline]
    unsafe fn alloc(&self, layout: MemLayout) -> *mut u8 {
        match Spare::size_of(layout) {
            Some((number, rounded)) => {
                let block = Spare::take(number);
                match block.is_null() {
                    // SAFETY: no smaller than what the caller asks for.
                    true => unsafe { self.alloc_in_system(rounded) },
                    false => block,
                }
            }
            // SAFETY: as the caller promises.
            None => unsafe { self.alloc_in_system(layout) },
        }
    }
    #[inline(never)]
    unsafe fn alloc_zeroed(&self, layout: MemLayout) -> *mut u8 {
        if Spare::size_of(layout).is_some() {
            // SAFETY: as the caller promises; a block of that size is written to.
            return unsafe {
                let block = self.alloc(layout);
                if !block.is_null() {
                    ptr::write_bytes(block, 0, layout.size());
                }
                block
            };
        }
        // SAFETY: as the caller promises.
        self.ask_system(layout.size(), layout.size() <= SMALL_BLOCK, || unsafe {
            System.alloc_zeroed(layout)
        })
    }
    #[inline(never)]
    unsafe fn realloc(&self, block: *mut u8, mut layout: MemLayout, mut size: usize) -> *mut u8 {
        let old = Spare::size_of(layout);
        // SAFETY: the caller promises that the size is not too large for the alignment.
        let new =
            Spare::size_of(unsafe { MemLayout::from_size_align_unchecked(size, layout.align()) });
        match (old, new) {
            (Some((old, _)), Some((new, _))) if old == new => return block,
            (Some(_), Some((_, rounded))) => {
                // SAFETY: both blocks are as large as is copied, and nobody uses the old one afterwards.
                return unsafe {
                    let moved = self.alloc(rounded);
                    if !moved.is_null() {
                        ptr::copy_nonoverlapping(block, moved, layout.size().min(size));
                        self.dealloc(block, layout);
                    }
                    moved
                };
            }
            (Some((_, rounded)), None) => layout = rounded,
            (None, Some((_, rounded))) => size = rounded.size(),
            (None, None) => {}
        }
        // SAFETY: as the caller promises; the layout is that which the block has, and a refused block is left
        // as it was.
        let small = size <= SMALL_BLOCK || size <= layout.size() + SMALL_GROWTH;
        self.ask_system(size, small, || unsafe {
            System.realloc(block, layout, size)
        })
    }
    #[inline]
    unsafe fn dealloc(&self, block: *mut u8, layout: MemLayout) {
        match Spare::size_of(layout) {
            // SAFETY: a block of this size was allocated with at least as much, and has the rounded layout.
            Some((number, rounded)) => unsafe {
                if !Spare::keep(number, block) {
                    free_in_system(block, rounded);
                }
            },
            // SAFETY: as the caller promises.
            None => unsafe { free_in_system(block, layout) },
        }
    }
}

/// SAFETY: as of `GlobalAlloc::dealloc`. Its own function, so that the many places that free a block have
/// but one call.
#[inline(never)]
unsafe fn free_in_system(block: *mut u8, layout: MemLayout) {
    // SAFETY: as the caller promises.
    unsafe { System.dealloc(block, layout) }
}
