//! Growable bytes that live in place while they are few: what a `Text` keeps its bytes in.

use smallvec::SmallVec;
use std::cmp::Ordering;

use super::Error;

/// How many bytes live in place: as many as leave the whole no larger than a vector.
pub(super) const INLINE: usize = 15;

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
        8..=INLINE => ends::<8>(to, from),
        4..8 => ends::<4>(to, from),
        2..4 => ends::<2>(to, from),
        1 => to[0] = from[0],
        _ => {}
    }
}

/// Bytes, without an allocation of their own while they are few.
#[derive(Clone)]
pub(super) enum Bytes {
    /// The first bytes of the array.
    Inline { len: u8, data: [u8; INLINE] },
    /// Anything longer, or with room to grow.
    Heap(Vec<u8>),
}

impl Default for Bytes {
    #[inline]
    fn default() -> Bytes {
        Bytes::Inline {
            len: 0,
            data: [0; INLINE],
        }
    }
}

impl Bytes {
    /// A copy of a slice.
    #[inline]
    pub(super) fn from_slice(bytes: &[u8]) -> Bytes {
        match bytes.len() {
            len @ 0..=INLINE => {
                let mut data = [0; INLINE];
                copy_short(&mut data, bytes);
                Bytes::Inline {
                    len: len as u8,
                    data,
                }
            }
            _ => Bytes::Heap(bytes.to_vec()),
        }
    }

    /// The bytes of a vector, whose allocation is kept unless they fit in place.
    pub(super) fn from_vec(bytes: Vec<u8>) -> Bytes {
        match bytes.len() {
            0..=INLINE => Bytes::from_slice(&bytes),
            _ => Bytes::Heap(bytes),
        }
    }

    /// The bytes of a buffer, whose allocation, if it has one, is kept.
    #[inline]
    pub(super) fn from_buffer(bytes: Buffer) -> Bytes {
        match bytes.spilled() {
            true => Bytes::Heap(bytes.into_vec()),
            false => Bytes::from_slice(&bytes),
        }
    }

    /// The bytes for writing in place.
    #[inline]
    pub(super) fn as_mut_slice(&mut self) -> &mut [u8] {
        match self {
            Bytes::Inline { len, data } => &mut data[..usize::from(*len).min(INLINE)],
            Bytes::Heap(bytes) => bytes,
        }
    }

    #[inline]
    pub(super) fn as_slice(&self) -> &[u8] {
        match self {
            Bytes::Inline { len, data } => &data[..usize::from(*len).min(INLINE)],
            Bytes::Heap(bytes) => bytes,
        }
    }

    #[inline]
    pub(super) fn len(&self) -> usize {
        match self {
            Bytes::Inline { len, .. } => usize::from(*len),
            Bytes::Heap(bytes) => bytes.len(),
        }
    }

    /// Appends bytes; the allocation grows by a factor, so that appending is amortised.
    #[inline]
    pub(super) fn extend(&mut self, more: &[u8]) {
        match self {
            Bytes::Heap(bytes) => bytes.extend_from_slice(more),
            Bytes::Inline { len, data } => {
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

    /// Moves the bytes to the heap and appends others.
    #[cold]
    #[inline(never)]
    fn spill(&mut self, more: &[u8]) {
        let mut bytes = Vec::with_capacity((self.len() + more.len()) * 2);
        bytes.extend_from_slice(self.as_slice());
        bytes.extend_from_slice(more);
        *self = Bytes::Heap(bytes);
    }

    /// Makes room for exactly so many bytes more, or gives a `MemoryError`.
    pub(super) fn try_reserve(&mut self, more: usize) -> Result<(), Error> {
        match self {
            Bytes::Heap(bytes) => bytes.try_reserve(more).map_err(|_| Error::memory()),
            Bytes::Inline { len, .. } if usize::from(*len).saturating_add(more) <= INLINE => Ok(()),
            Bytes::Inline { .. } => {
                let mut bytes = Vec::new();
                let size = self.len().saturating_add(more);
                bytes.try_reserve_exact(size).map_err(|_| Error::memory())?;
                bytes.extend_from_slice(self.as_slice());
                *self = Bytes::Heap(bytes);
                Ok(())
            }
        }
    }
}

impl PartialEq for Bytes {
    #[inline]
    fn eq(&self, other: &Bytes) -> bool {
        self.as_slice() == other.as_slice()
    }
}

impl Eq for Bytes {}

impl PartialOrd for Bytes {
    fn partial_cmp(&self, other: &Bytes) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Bytes {
    fn cmp(&self, other: &Bytes) -> Ordering {
        self.as_slice().cmp(other.as_slice())
    }
}
