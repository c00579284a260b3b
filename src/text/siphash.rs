//! Python's hashes of `str`, `bytes`, `tuple` and `frozenset`: SipHash-1-3 under the key that
//! `PYTHONHASHSEED` gives, and the two ways of combining hashes. Hashes of numbers are in `hash.rs`.

use super::Text;

/// The key of SipHash: the same for a whole interpreter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SipKey {
    k0: u64,
    k1: u64,
}

impl SipKey {
    /// The key for `PYTHONHASHSEED=seed`: none at all for 0, else what CPython's linear
    /// congruential generator expands the seed to.
    pub fn from_seed(seed: u32) -> SipKey {
        if seed == 0 {
            return SipKey { k0: 0, k1: 0 };
        }
        let mut x = seed;
        SipKey::from_bytes(std::array::from_fn(|_| {
            x = x.wrapping_mul(214013).wrapping_add(2531011);
            (x >> 16) as u8
        }))
    }

    /// The key made of 16 random bytes.
    pub fn from_bytes(bytes: [u8; 16]) -> SipKey {
        let both = u128::from_le_bytes(bytes);
        SipKey {
            k0: both as u64,
            k1: (both >> 64) as u64,
        }
    }

    /// Python's `hash(bytes)`: 0 for none, never -1.
    pub fn hash_bytes(&self, bytes: &[u8]) -> i64 {
        if bytes.is_empty() {
            return 0;
        }
        let mut state = State::new(self);
        let (words, tail) = bytes.as_chunks::<8>();
        for word in words {
            state = state.word(u64::from_le_bytes(*word));
        }
        let tail = tail
            .iter()
            .rev()
            .fold(0, |n, &byte| n << 8 | u64::from(byte));
        finish_hash(state.finish(tail, bytes.len()))
    }

    /// Python's `hash(str)`, which is that of the code points in the narrowest units that hold them
    /// all: one, two or four bytes each.
    pub fn hash_text(&self, text: &Text) -> i64 {
        if text.is_ascii() {
            return self.hash_bytes(text.as_bytes());
        }
        let unit = text.unit();
        let mut state = State::new(self);
        let (mut word, mut filled) = (0u64, 0);
        for c in text.chars() {
            word |= u64::from(c) << (8 * filled);
            filled += unit;
            if filled == 8 {
                state = state.word(word);
                (word, filled) = (0, 0);
            }
        }
        finish_hash(state.finish(word, text.len() * unit))
    }
}

/// A hash is never -1, which stands for an error in CPython's interface.
const fn finish_hash(hash: u64) -> i64 {
    match hash as i64 {
        -1 => -2,
        hash => hash,
    }
}

/// The state of SipHash-1-3.
struct State {
    a: u64,
    b: u64,
    c: u64,
    d: u64,
}

impl State {
    const fn new(key: &SipKey) -> State {
        State {
            a: key.k0 ^ 0x736f_6d65_7073_6575,
            b: key.k1 ^ 0x646f_7261_6e64_6f6d,
            c: key.k0 ^ 0x6c79_6765_6e65_7261,
            d: key.k1 ^ 0x7465_6462_7974_6573,
        }
    }

    #[inline(always)]
    const fn round(self) -> State {
        let State { a, b, c, d } = self;
        let (a, c) = (a.wrapping_add(b), c.wrapping_add(d));
        let (b, d) = (b.rotate_left(13) ^ a, d.rotate_left(16) ^ c);
        let a = a.rotate_left(32);
        let (c, a) = (c.wrapping_add(b), a.wrapping_add(d));
        let (b, d) = (b.rotate_left(17) ^ c, d.rotate_left(21) ^ a);
        State {
            a,
            b,
            c: c.rotate_left(32),
            d,
        }
    }

    #[inline(always)]
    const fn word(mut self, word: u64) -> State {
        self.d ^= word;
        self = self.round();
        self.a ^= word;
        self
    }

    /// The result, given the last bytes (fewer than 8) and the length of all.
    const fn finish(self, tail: u64, len: usize) -> u64 {
        let mut state = self.word(tail | (len as u64) << 56);
        state.c ^= 0xff;
        let State { a, b, c, d } = state.round().round().round();
        a ^ b ^ c ^ d
    }
}

/// The hash of a tuple from those of its items, fed one by one.
#[derive(Clone, Debug)]
pub struct TupleHash {
    sum: u64,
    len: u64,
}

impl TupleHash {
    const PRIME_1: u64 = 11400714785074694791;
    const PRIME_2: u64 = 14029467366897019727;
    const PRIME_5: u64 = 2870177450012600261;

    /// The hash of no items yet.
    #[allow(
        clippy::new_without_default,
        reason = "a start value, not an empty one"
    )]
    pub const fn new() -> TupleHash {
        TupleHash {
            sum: TupleHash::PRIME_5,
            len: 0,
        }
    }

    /// Takes in the next item's hash.
    #[inline]
    pub const fn add(&mut self, hash: i64) {
        let sum = self
            .sum
            .wrapping_add((hash as u64).wrapping_mul(TupleHash::PRIME_2));
        self.sum = sum.rotate_left(31).wrapping_mul(TupleHash::PRIME_1);
        self.len += 1;
    }

    /// The hash of all items.
    pub const fn finish(mut self) -> i64 {
        self.sum = self
            .sum
            .wrapping_add(self.len ^ TupleHash::PRIME_5 ^ 3527539);
        self.finish_unsized()
    }

    /// The hash of all items where their number is always the same (a slice's three).
    pub const fn finish_unsized(self) -> i64 {
        match self.sum {
            u64::MAX => 1546275796,
            sum => sum as i64,
        }
    }
}

/// The hash of a frozenset from those of its `len` items, in any order.
pub fn hash_frozenset(hashes: impl IntoIterator<Item = i64>, len: usize) -> i64 {
    let shuffle = |h: u64| (h ^ 89869747 ^ h << 16).wrapping_mul(3644798167);
    let mut sum = hashes
        .into_iter()
        .fold(0, |sum, hash| sum ^ shuffle(hash as u64));
    sum ^= (len as u64 + 1).wrapping_mul(1927868237);
    sum ^= sum >> 11 ^ sum >> 25;
    sum = sum.wrapping_mul(69069).wrapping_add(907133923);
    match sum {
        u64::MAX => 590923713,
        _ => sum as i64,
    }
}
