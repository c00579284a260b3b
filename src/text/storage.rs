//! Growable bytes that live in place while they are few: what a `Text` and a `bytes` object keep theirs in.

use smallvec::SmallVec;
use std::cmp::Ordering;
use std::ops::Deref;

use super::Error;

/// How many bytes live in place: the whole is one word larger than a vector, and has no gaps.
pub const INLINE: usize = 30;
const _: () = assert!(size_of::<Store>() == 32);

/// Output of algorithms on bytes: on the native stack while it is short.
pub type Buffer = SmallVec<[u8; 16]>;

/// Copies at most [`INLINE`] bytes; a copy of a fixed size is much cheaper than one of any size.
#[inline(always)]
fn copy_short(to: &mut [u8; INLINE], from: &[u8]) {
    /// Copies the first and the last `N` bytes of between `N` and `2 * N`.
    #[inline(always)]
    fn ends<const N: usize>(to: &mut [u8; INLINE], from: &[u8]) {
        let last = from.len() - N;
        if let (Some(head), Some(tail)) = (from.first_chunk::<N>(), from.last_chunk::<N>()) {
            to[..N].copy_from_slice(head);
            if let Some(place) = to[last..].first_chunk_mut::<N>() {
                *place = *tail;
            }
        }
    }
    match from.len() {
        16..=INLINE => ends::<16>(to, from),
        8..16 => ends::<8>(to, from),
        4..8 => ends::<4>(to, from),
        2..4 => ends::<2>(to, from),
        1 => to[0] = from[0],
        _ => {}
    }
}

/// Appends the first `len` bytes.
#[inline(always)]
fn push_short(to: &mut Vec<u8>, len: u8, data: &[u8; INLINE]) {
    let end = to.len() + usize::from(len);
    to.extend_from_slice(data);
    to.truncate(end);
}

/// Bytes, without an allocation of their own while they are few.
#[derive(Clone)]
pub enum Store {
    /// The first bytes of the array.
    Inline {
        /// How many there are.
        len: u8,
        /// They, and zeros or what is left of longer ones.
        data: [u8; INLINE],
    },
    /// Anything longer, or with room to grow.
    Heap(Vec<u8>),
}

impl Default for Store {
    #[inline]
    fn default() -> Store {
        Store::Inline {
            len: 0,
            data: [0; INLINE],
        }
    }
}

impl Store {
    /// Puts a copy of a slice in place of no bytes. Unlike a new `Store` that is moved to where it belongs,
    /// it is written there once: to read in larger pieces what has just been written in smaller ones stalls.
    #[inline(always)]
    pub fn fill_in(&mut self, bytes: &[u8]) {
        match self {
            Store::Inline { len, data } if bytes.len() <= INLINE => {
                copy_short(data, bytes);
                *len = bytes.len() as u8;
            }
            _ => *self = Store::Heap(bytes.to_vec()),
        }
    }

    /// Puts the first `size` bytes of a word in place of no bytes.
    #[inline(always)]
    pub fn fill_word(&mut self, word: [u8; 8], size: usize) {
        if let Store::Inline { len, data } = self {
            data[..8].copy_from_slice(&word);
            *len = size as u8;
        }
    }

    /// Puts so many zeros in place of no bytes.
    #[inline(always)]
    pub fn fill_zeros(&mut self, size: usize) {
        match self {
            Store::Inline { len, .. } if size <= INLINE => *len = size as u8,
            _ => *self = Store::Heap(vec![0; size]),
        }
    }

    /// Puts what `change` makes of ASCII bytes in place of no bytes.
    #[inline(always)]
    pub fn fill_mapped(&mut self, bytes: &Store, change: impl Fn(u8) -> u8) {
        match (&mut *self, bytes) {
            (
                Store::Inline { len, data },
                Store::Inline {
                    len: size,
                    data: from,
                },
            ) => {
                for (to, byte) in data.iter_mut().zip(from) {
                    *to = change(*byte);
                }
                *len = *size;
            }
            _ => *self = Store::from_vec(bytes.iter().map(|byte| change(*byte)).collect()),
        }
    }

    /// A copy of a slice.
    #[inline]
    pub fn from_slice(bytes: &[u8]) -> Store {
        match bytes.len() {
            len @ 0..=INLINE => {
                let mut data = [0; INLINE];
                copy_short(&mut data, bytes);
                Store::Inline {
                    len: len as u8,
                    data,
                }
            }
            _ => Store::Heap(bytes.to_vec()),
        }
    }

    /// The bytes of a vector, whose allocation is kept unless they fit in place.
    pub fn from_vec(bytes: Vec<u8>) -> Store {
        match bytes.len() {
            0..=INLINE => Store::from_slice(&bytes),
            _ => Store::Heap(bytes),
        }
    }

    /// The bytes of a buffer, whose allocation, if it has one, is kept.
    #[inline]
    pub fn from_buffer(bytes: Buffer) -> Store {
        match bytes.spilled() {
            true => Store::Heap(bytes.into_vec()),
            false => Store::from_slice(&bytes),
        }
    }

    /// A vector of the bytes.
    pub fn into_vec(self) -> Vec<u8> {
        match self {
            Store::Inline { .. } => self.to_vec(),
            Store::Heap(bytes) => bytes,
        }
    }

    /// The bytes for writing in place.
    #[inline]
    pub fn as_mut_slice(&mut self) -> &mut [u8] {
        match self {
            Store::Inline { len, data } => &mut data[..usize::from(*len).min(INLINE)],
            Store::Heap(bytes) => bytes,
        }
    }

    /// The bytes.
    #[inline]
    pub fn as_slice(&self) -> &[u8] {
        match self {
            Store::Inline { len, data } => &data[..usize::from(*len).min(INLINE)],
            Store::Heap(bytes) => bytes,
        }
    }

    /// No bytes yet, and room for so many, or a `MemoryError`.
    #[inline]
    pub fn try_with_capacity(size: usize) -> Result<Store, Error> {
        if size <= INLINE {
            return Ok(Store::default());
        }
        let mut bytes = Vec::new();
        bytes.try_reserve_exact(size).map_err(|_| Error::memory())?;
        Ok(Store::Heap(bytes))
    }

    /// Appends bytes; the allocation grows by a factor, so that appending is amortised.
    #[inline]
    pub fn extend(&mut self, more: &[u8]) {
        match self {
            Store::Heap(bytes) => bytes.extend_from_slice(more),
            Store::Inline { len, data } => {
                let (start, end) = (usize::from(*len), usize::from(*len) + more.len());
                match data.get_mut(start..end) {
                    Some(room) => {
                        room.copy_from_slice(more);
                        *len = end as u8;
                    }
                    None => self.spill(more),
                }
            }
        }
    }

    /// [`Store::extend`] by all of another one.
    #[inline]
    pub fn extend_by(&mut self, more: &Store) {
        match (&mut *self, more) {
            (Store::Heap(bytes), Store::Inline { len, data })
                if bytes.capacity() - bytes.len() >= INLINE =>
            {
                push_short(bytes, *len, data);
            }
            _ => self.extend(more),
        }
    }

    /// Appends them to a vector. Few ones are copied as if they were as many as fit in place: a copy of a
    /// fixed size is much cheaper than one of any size.
    #[inline(always)]
    pub fn append_to(&self, to: &mut Vec<u8>) {
        match self {
            Store::Inline { len, data } => push_short(to, *len, data),
            Store::Heap(bytes) => to.extend_from_slice(bytes),
        }
    }

    /// Moves the bytes to the heap and appends others.
    #[cold]
    #[inline(never)]
    fn spill(&mut self, more: &[u8]) {
        let mut bytes = Vec::with_capacity((self.len() + more.len()) * 2);
        bytes.extend_from_slice(self.as_slice());
        bytes.extend_from_slice(more);
        *self = Store::Heap(bytes);
    }

    /// Makes room for exactly so many bytes more, or gives a `MemoryError`.
    pub fn try_reserve_exact(&mut self, more: usize) -> Result<(), Error> {
        match self {
            Store::Heap(bytes) => bytes.try_reserve_exact(more).map_err(|_| Error::memory()),
            Store::Inline { .. } => self.try_reserve(more),
        }
    }

    /// Makes room for so many bytes more, or gives a `MemoryError`; an allocation grows by a factor, so that
    /// appending is amortised.
    pub fn try_reserve(&mut self, more: usize) -> Result<(), Error> {
        match self {
            Store::Heap(bytes) => bytes.try_reserve(more).map_err(|_| Error::memory()),
            Store::Inline { len, .. } if usize::from(*len).saturating_add(more) <= INLINE => Ok(()),
            Store::Inline { .. } => {
                let mut bytes = Vec::new();
                let size = self.len().saturating_add(more);
                bytes.try_reserve_exact(size).map_err(|_| Error::memory())?;
                bytes.extend_from_slice(self.as_slice());
                *self = Store::Heap(bytes);
                Ok(())
            }
        }
    }
}

/// What bytes can be made of where they are to stay: see [`Store::fill_in`].
pub trait Fill {
    /// Puts the bytes in place of none.
    fn fill(self, store: &mut Store);
}

impl Fill for &[u8] {
    #[inline(always)]
    fn fill(self, store: &mut Store) {
        store.fill_in(self);
    }
}

impl<const N: usize> Fill for &[u8; N] {
    #[inline(always)]
    fn fill(self, store: &mut Store) {
        store.fill_in(self);
    }
}

impl Fill for Vec<u8> {
    #[inline]
    fn fill(self, store: &mut Store) {
        match self.len() {
            0..=INLINE => store.fill_in(&self),
            _ => *store = Store::Heap(self),
        }
    }
}

impl Fill for Store {
    fn fill(self, store: &mut Store) {
        *store = self;
    }
}

impl Deref for Store {
    type Target = [u8];
    #[inline]
    fn deref(&self) -> &[u8] {
        self.as_slice()
    }
}

impl From<&[u8]> for Store {
    #[inline]
    fn from(bytes: &[u8]) -> Store {
        Store::from_slice(bytes)
    }
}

impl<const N: usize> From<&[u8; N]> for Store {
    #[inline]
    fn from(bytes: &[u8; N]) -> Store {
        Store::from_slice(bytes)
    }
}

impl From<Vec<u8>> for Store {
    #[inline]
    fn from(bytes: Vec<u8>) -> Store {
        Store::from_vec(bytes)
    }
}

impl From<Box<[u8]>> for Store {
    fn from(bytes: Box<[u8]>) -> Store {
        Store::from_vec(bytes.into_vec())
    }
}

impl From<Buffer> for Store {
    #[inline]
    fn from(bytes: Buffer) -> Store {
        Store::from_buffer(bytes)
    }
}

impl PartialEq for Store {
    #[inline]
    fn eq(&self, other: &Store) -> bool {
        self.as_slice() == other.as_slice()
    }
}

impl Eq for Store {}

impl PartialOrd for Store {
    fn partial_cmp(&self, other: &Store) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Store {
    fn cmp(&self, other: &Store) -> Ordering {
        self.as_slice().cmp(other.as_slice())
    }
}
