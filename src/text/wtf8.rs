//! [`Text`]: the storage of a Python `str`, a sequence of code points that may be lone surrogates.
//!
//! The bytes are UTF-8 generalised to surrogates: each code point, a surrogate too, is encoded by
//! itself, so a pair of surrogates stays two code points of three bytes each and is never merged.
//! That makes text and bytes one-to-one: equality, order and substring search on the bytes are
//! those on the code points. Searching lives in `search.rs`, casing and character classes in
//! `unicode`, and this file knows nothing of either.

use std::cell::OnceCell;
use std::cmp::Ordering;
use std::fmt;
use std::ops::Range;

use super::storage::{Buffer, INLINE, Store};
use super::{Error, siphash::SipKey};

/// How many code points lie between two entries of the sparse index.
const STRIDE: usize = 32;

/// Below this many bytes a scan from the start beats the index.
const INDEX_FROM: usize = 64;

/// The storage of a Python `str`. It is immutable but for the appending methods, which its owner may
/// call while nobody else holds it.
#[derive(Default)]
pub struct Text {
    bytes: Store,
    /// The number of code points; equal to the number of bytes exactly if all are ASCII.
    chars: usize,
    /// Byte offsets of the code points 0, STRIDE, 2 * STRIDE, ... once somebody has needed them.
    #[allow(
        clippy::box_collection,
        reason = "one word in place of three, as most texts need none"
    )]
    index: OnceCell<Box<Vec<usize>>>,
}

/// The number of bytes that the code point starting with byte `first` has.
#[inline]
pub(crate) const fn width(first: u8) -> usize {
    match first {
        0..0x80 => 1,
        0x80..0xe0 => 2,
        0xe0..0xf0 => 3,
        _ => 4,
    }
}

/// Whether `byte` starts a code point.
#[inline]
const fn is_lead(byte: u8) -> bool {
    byte & 0xc0 != 0x80
}

/// The number of code points in well-formed `bytes`.
#[inline]
pub fn count_chars(bytes: &[u8]) -> usize {
    if bytes.len() > 64 {
        return count_many(bytes);
    }
    let (words, rest) = bytes.as_chunks::<8>();
    let mut last = [0; 8];
    for (to, from) in last.iter_mut().zip(rest) {
        *to = *from;
    }
    // A byte that continues a code point has its highest bit set and the next one not.
    let continuing = |word: [u8; 8]| {
        let word = u64::from_le_bytes(word);
        ((word >> 7) & !(word >> 6) & 0x0101_0101_0101_0101).count_ones() as usize
    };
    let all: usize = words.iter().map(|word| continuing(*word)).sum();
    bytes.len() - all - continuing(last)
}

#[inline(never)]
fn count_many(bytes: &[u8]) -> usize {
    // Counting in chunks that fit a byte lets the compiler use byte-wide lanes.
    bytes
        .chunks(255)
        .map(|chunk| chunk.iter().fold(0u8, |n, &b| n + u8::from(is_lead(b))) as usize)
        .sum()
}

/// The code point that starts at `at` in well-formed `bytes`.
#[inline]
pub fn decode_at(bytes: &[u8], at: usize) -> Option<u32> {
    let first = *bytes.get(at)?;
    if first < 0x80 {
        return Some(u32::from(first));
    }
    let rest = |k: usize| u32::from(bytes.get(at + k).copied().unwrap_or(0) & 0x3f);
    let first = u32::from(first);
    Some(match width(first as u8) {
        2 => (first & 0x1f) << 6 | rest(1),
        3 => (first & 0x0f) << 12 | rest(1) << 6 | rest(2),
        _ => (first & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3),
    })
}

/// The bytes of a code point (at most 0x10FFFF) and how many there are.
#[inline]
pub fn encode(c: u32) -> ([u8; 4], usize) {
    let low = |shift: u32| 0x80 | (c >> shift & 0x3f) as u8;
    match c {
        0..0x80 => ([c as u8, 0, 0, 0], 1),
        0x80..0x800 => ([0xc0 | (c >> 6) as u8, low(0), 0, 0], 2),
        0x800..0x10000 => ([0xe0 | (c >> 12) as u8, low(6), low(0), 0], 3),
        _ => ([0xf0 | (c >> 18 & 7) as u8, low(12), low(6), low(0)], 4),
    }
}

/// Appends the bytes of a code point to `out`.
#[inline]
pub fn push_code_point(out: &mut Vec<u8>, c: u32) {
    if c < 0x80 {
        out.push(c as u8);
    } else {
        let (buffer, len) = encode(c);
        out.extend_from_slice(&buffer[..len]);
    }
}

/// The code points of well-formed bytes, from either end.
#[derive(Clone, Debug)]
pub struct CodePoints<'a> {
    bytes: &'a [u8],
}

impl<'a> CodePoints<'a> {
    /// Iterates over bytes that came from a [`Text`].
    pub const fn new(bytes: &'a [u8]) -> CodePoints<'a> {
        CodePoints { bytes }
    }

    /// The bytes not yet iterated over.
    pub const fn as_bytes(&self) -> &'a [u8] {
        self.bytes
    }
}

impl Iterator for CodePoints<'_> {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        let c = decode_at(self.bytes, 0)?;
        self.bytes = self.bytes.get(width(self.bytes[0])..).unwrap_or_default();
        Some(c)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.bytes.len().div_ceil(4), Some(self.bytes.len()))
    }
}

impl DoubleEndedIterator for CodePoints<'_> {
    #[inline]
    fn next_back(&mut self) -> Option<u32> {
        let start = self.bytes.iter().rposition(|&b| is_lead(b))?;
        let c = decode_at(self.bytes, start);
        self.bytes = &self.as_bytes()[..start];
        c
    }
}

impl Text {
    /// The empty text.
    #[inline(always)]
    pub fn new() -> Text {
        Text::default()
    }

    /// An empty text with room for `bytes` bytes, or a `MemoryError`.
    pub fn try_with_capacity(bytes: usize) -> Result<Text, Error> {
        Ok(Text {
            bytes: Store::try_with_capacity(bytes)?,
            ..Text::default()
        })
    }

    /// A text of one code point, at most 0x10FFFF.
    #[inline]
    pub fn from_code_point(c: u32) -> Text {
        let (buffer, len) = encode(c);
        Text {
            bytes: Store::from_slice(&buffer[..len]),
            chars: 1,
            ..Text::default()
        }
    }

    /// Puts well-formed bytes, `chars` code points, in place of no text: see [`Store::fill_in`].
    #[inline(always)]
    pub fn fill_in(&mut self, bytes: &[u8], chars: usize) {
        debug_assert_eq!(chars, count_chars(bytes));
        self.bytes.fill_in(bytes);
        self.chars = chars;
    }

    /// Puts the first `size` bytes of a word, ASCII ones, in place of no text.
    #[inline(always)]
    pub fn fill_word(&mut self, word: [u8; 8], size: usize) {
        debug_assert!(size <= 8 && word[..size].is_ascii());
        self.bytes.fill_word(word, size);
        self.chars = size;
    }

    /// Whether two texts together need no allocation.
    #[inline(always)]
    pub fn fits_in_place(&self, other: &Text) -> bool {
        self.bytes.len() + other.bytes.len() <= INLINE
    }

    /// Puts two texts, one after the other, in place of no text.
    #[inline(always)]
    pub fn fill_joined(&mut self, first: &Text, second: &Text) {
        self.bytes.fill_in(&first.bytes);
        self.bytes.extend(&second.bytes);
        self.chars = first.chars + second.chars;
    }

    /// Puts so many NUL characters in place of no text, for whoever writes other ASCII there.
    #[inline(always)]
    pub fn fill_ascii(&mut self, size: usize, write: impl FnOnce(&mut [u8])) {
        self.bytes.fill_zeros(size);
        self.chars = size;
        write(self.bytes.as_mut_slice());
        debug_assert!(self.bytes.is_ascii());
    }

    /// Puts what `change` makes of each character of an ASCII text in place of no text.
    #[inline(always)]
    pub fn fill_mapped(&mut self, text: &Text, change: impl Fn(u8) -> u8) {
        self.bytes.fill_mapped(&text.bytes, change);
        self.chars = text.chars;
    }

    /// The text of bytes known to be ASCII.
    pub fn from_ascii(bytes: &[u8]) -> Text {
        debug_assert!(bytes.is_ascii());
        Text {
            chars: bytes.len(),
            bytes: Store::from_slice(bytes),
            ..Text::default()
        }
    }

    /// The text of bytes known to be well-formed: from a `Text`, a `str`, or this module's encoder.
    #[inline]
    pub fn from_wtf8(bytes: &[u8]) -> Text {
        let chars = count_chars(bytes);
        Text {
            chars,
            bytes: Store::from_slice(bytes),
            ..Text::default()
        }
    }

    /// Like [`Text::from_wtf8`], keeping the vector's allocation unless the text fits in place.
    pub fn from_wtf8_vec(bytes: Vec<u8>) -> Text {
        let chars = count_chars(&bytes);
        Text {
            chars,
            bytes: Store::from_vec(bytes),
            ..Text::default()
        }
    }

    /// The text of stored bytes, well-formed ones, `chars` code points.
    #[inline]
    pub fn from_store(bytes: Store, chars: usize) -> Text {
        debug_assert_eq!(chars, count_chars(&bytes));
        Text {
            chars,
            bytes,
            ..Text::default()
        }
    }

    /// The text of a buffer of well-formed bytes, `chars` code points.
    #[inline]
    pub fn from_buffer(bytes: Buffer, chars: usize) -> Text {
        debug_assert_eq!(chars, count_chars(&bytes));
        Text {
            chars,
            bytes: Store::from_buffer(bytes),
            ..Text::default()
        }
    }

    /// The text with its bytes, all of them ASCII, changed in place; `None` where some are not.
    pub fn map_ascii(&self, change: fn(&mut [u8])) -> Option<Text> {
        if !self.is_ascii() {
            return None;
        }
        let mut bytes = self.bytes.clone();
        change(bytes.as_mut_slice());
        Some(Text {
            chars: self.chars,
            bytes,
            ..Text::default()
        })
    }

    /// The number of code points: Python's `len`.
    #[inline]
    pub fn len(&self) -> usize {
        self.chars
    }

    /// Whether there is no code point at all.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.chars == 0
    }

    /// Whether every code point is ASCII.
    #[inline]
    pub fn is_ascii(&self) -> bool {
        self.chars == self.bytes.len()
    }

    /// The bytes: UTF-8 but for surrogates.
    #[inline]
    pub fn as_bytes(&self) -> &[u8] {
        self.bytes.as_slice()
    }

    /// Whether a code point is a surrogate.
    pub fn has_surrogates(&self) -> bool {
        !self.is_ascii() && self.as_str().is_none()
    }

    /// The text as a Rust string, or nothing if it has a surrogate.
    pub fn as_str(&self) -> Option<&str> {
        std::str::from_utf8(self.as_bytes()).ok()
    }

    /// The text as a Rust string with U+FFFD in place of each surrogate.
    pub fn to_string_lossy(&self) -> String {
        match self.as_str() {
            Some(text) => text.to_owned(),
            None => self
                .chars()
                .map(|c| char::from_u32(c).unwrap_or('\u{fffd}'))
                .collect(),
        }
    }

    /// The code points, from either end.
    #[inline]
    pub fn chars(&self) -> CodePoints<'_> {
        CodePoints::new(self.as_bytes())
    }

    /// The largest code point, 0 for the empty text.
    pub fn max_char(&self) -> u32 {
        match self.is_ascii() {
            true => self.as_bytes().iter().copied().max().map_or(0, u32::from),
            false => self.chars().max().unwrap_or(0),
        }
    }

    /// How many bytes a code point needs at most, as CPython chooses the width of storage: 1, 2 or 4.
    pub(super) fn unit(&self) -> usize {
        match self.as_bytes().iter().max() {
            None | Some(0..0xc4) => 1,
            Some(0xc4..0xf0) => 2,
            Some(0xf0..) => 4,
        }
    }

    /// Python's `hash`. `key` must be the same at each call.
    #[inline]
    pub fn hash(&self, key: &SipKey) -> i64 {
        key.hash_text(self)
    }

    /// The sparse index, built at the first call.
    fn index(&self) -> &[usize] {
        self.index.get_or_init(|| {
            let mut index = Vec::with_capacity(self.chars / STRIDE + 1);
            extend_index(&mut index, self.as_bytes());
            Box::new(index)
        })
    }

    /// The byte offset of the code point number `at`, which may be the end.
    #[inline]
    pub fn byte_offset(&self, at: usize) -> usize {
        if self.is_ascii() || at == 0 {
            at.min(self.bytes.len())
        } else if at >= self.chars {
            self.bytes.len()
        } else {
            self.byte_offset_slow(at)
        }
    }

    #[inline(never)]
    fn byte_offset_slow(&self, at: usize) -> usize {
        if self.bytes.len() < INDEX_FROM {
            skip(self.as_bytes(), 0, at)
        } else {
            let start = self.index().get(at / STRIDE).copied().unwrap_or(0);
            skip(self.as_bytes(), start, at % STRIDE)
        }
    }

    /// The number of code points before the byte `offset`, the inverse of [`Text::byte_offset`].
    pub fn char_offset(&self, offset: usize) -> usize {
        if self.is_ascii() {
            return offset;
        }
        let offset = offset.min(self.bytes.len());
        if offset < INDEX_FROM {
            return count_chars(&self.as_bytes()[..offset]);
        }
        let index = self.index();
        let block = index
            .partition_point(|&start| start <= offset)
            .saturating_sub(1);
        block * STRIDE + count_chars(&self.as_bytes()[index[block]..offset])
    }

    /// The code point number `at`.
    #[inline]
    pub fn get(&self, at: usize) -> Option<u32> {
        if at >= self.chars {
            return None;
        }
        decode_at(self.as_bytes(), self.byte_offset(at))
    }

    /// The byte range of a code point range, whose ends are cut to the text's.
    pub fn byte_range(&self, range: Range<usize>) -> Range<usize> {
        let start = self.byte_offset(range.start);
        start..self.byte_offset(range.end).max(start)
    }

    /// The text of a range of code points: `self[start:end]`.
    pub fn slice(&self, range: Range<usize>) -> Text {
        self.slice_bytes(self.byte_range(range))
    }

    /// The text of a byte range between code points, as the searching functions give them.
    pub fn slice_bytes(&self, range: Range<usize>) -> Text {
        let bytes = self.as_bytes().get(range).unwrap_or_default();
        match self.is_ascii() {
            true => Text::from_ascii(bytes),
            false => Text::from_wtf8(bytes),
        }
    }

    /// `count` code points from number `start`, `step` apart: an extended slice. Those beyond the
    /// text's ends are left out.
    pub fn slice_step(&self, start: usize, step: isize, count: usize) -> Text {
        let room = match step {
            _ if start >= self.chars => 0,
            0.. => {
                (self.chars - 1 - start)
                    .checked_div(step.unsigned_abs())
                    .unwrap_or(0)
                    + 1
            }
            _ => start / step.unsigned_abs() + 1,
        };
        let (bytes, count) = (self.as_bytes(), count.min(room));
        let numbers = (0..count).map(|k| start.wrapping_add_signed(k as isize * step));
        if self.is_ascii() {
            let picked: Buffer = numbers.map(|at| bytes[at]).collect();
            return Text::from_buffer(picked, count);
        }
        let mut out = Vec::with_capacity(count);
        let mut offset = self.byte_offset(start);
        for at in numbers {
            // Near neighbours are found by walking, others by the index.
            if step.unsigned_abs() > STRIDE {
                offset = self.byte_offset(at);
            }
            out.extend_from_slice(&bytes[offset..offset + width(bytes[offset])]);
            match step {
                0.. => offset = skip(bytes, offset, step.unsigned_abs().min(STRIDE)),
                _ => offset = skip_back(bytes, offset, step.unsigned_abs().min(STRIDE)),
            }
        }
        Text::from_wtf8_vec(out)
    }

    /// Makes room for `more` bytes, or gives a `MemoryError`.
    pub fn try_reserve(&mut self, more: usize) -> Result<(), Error> {
        self.bytes.try_reserve(more)
    }

    /// As `try_reserve`, but without room for what may come later.
    pub fn try_reserve_exact(&mut self, more: usize) -> Result<(), Error> {
        self.bytes.try_reserve_exact(more)
    }

    /// Appends another text in place: `s += t` where nobody else holds `s`.
    #[inline]
    pub fn push_text(&mut self, other: &Text) {
        self.bytes.extend_by(&other.bytes);
        self.chars += other.chars;
        self.complete_index();
    }

    /// Appends a Rust string in place.
    pub fn push_str(&mut self, other: &str) {
        self.push_wtf8(other.as_bytes());
    }

    /// Appends well-formed bytes in place.
    pub fn push_wtf8(&mut self, other: &[u8]) {
        self.push_wtf8_counted(other, count_chars(other));
    }

    /// Appends ASCII bytes in place.
    #[inline]
    pub fn push_ascii(&mut self, other: &[u8]) {
        debug_assert!(other.is_ascii());
        self.push_wtf8_counted(other, other.len());
    }

    /// Appends a code point in place.
    pub fn push(&mut self, c: u32) {
        let (buffer, len) = encode(c);
        self.push_wtf8_counted(&buffer[..len], 1);
    }

    fn push_wtf8_counted(&mut self, other: &[u8], chars: usize) {
        self.bytes.extend(other);
        self.chars += chars;
        self.complete_index();
    }

    /// Has the index, if there is one, tell of bytes that were appended.
    #[inline(always)]
    fn complete_index(&mut self) {
        if self.index.get().is_some() {
            self.complete_index_slow();
        }
    }

    #[inline(never)]
    fn complete_index_slow(&mut self) {
        if let Some(mut index) = self.index.take()
            && !self.is_ascii()
        {
            extend_index(&mut index, self.as_bytes());
            self.index.set(index).ok();
        }
    }

    /// Both texts, one after the other.
    pub fn concat(&self, other: &Text) -> Result<Text, Error> {
        let mut bytes =
            Store::try_with_capacity(self.bytes.len().saturating_add(other.bytes.len()))?;
        bytes.extend(&self.bytes);
        bytes.extend(&other.bytes);
        Ok(Text {
            bytes,
            chars: self.chars + other.chars,
            ..Text::default()
        })
    }

    /// The text `times` times over.
    pub fn repeat(&self, times: usize) -> Result<Text, Error> {
        let too_long = || Error::overflow("repeated string is too long");
        let chars = self.chars.checked_mul(times).ok_or_else(too_long)?;
        if isize::try_from(chars).is_err() {
            return Err(too_long());
        }
        let size = self
            .bytes
            .len()
            .checked_mul(times)
            .ok_or_else(Error::memory)?;
        if size <= 64 {
            let mut bytes = Buffer::new();
            match self.as_bytes() {
                &[byte] => bytes.resize(size, byte),
                once => (0..times).for_each(|_| bytes.extend_from_slice(once)),
            }
            return Ok(Text::from_buffer(bytes, chars));
        }
        let mut bytes = Vec::new();
        bytes.try_reserve_exact(size).map_err(|_| Error::memory())?;
        match self.as_bytes() {
            &[byte] => bytes.resize(size, byte),
            once => bytes.extend_from_slice(&once[..once.len().min(size)]),
        }
        while bytes.len() < size {
            bytes.extend_from_within(..bytes.len().min(size - bytes.len()));
        }
        Ok(Text {
            bytes: Store::from_vec(bytes),
            chars,
            ..Text::default()
        })
    }

    /// Python's `self.join(parts)`.
    #[cfg(test)]
    pub fn join(&self, parts: &[Text]) -> Result<Text, Error> {
        Ok(self.join_by(parts, Some)?.unwrap_or_default())
    }

    /// Python's `self.join(parts)`, or the position of the first part that `text_of` says is no text.
    pub fn join_by<'a, P>(
        &self,
        parts: &'a [P],
        text_of: impl Fn(&'a P) -> Option<&'a Text>,
    ) -> Result<Result<Text, usize>, Error> {
        let separators = parts.len().saturating_sub(1);
        let mut size = self.bytes.len().saturating_mul(separators);
        let mut chars = self.chars.saturating_mul(separators);
        for (number, part) in parts.iter().enumerate() {
            let Some(part) = text_of(part) else {
                return Ok(Err(number));
            };
            size = size.saturating_add(part.bytes.len());
            chars = chars.saturating_add(part.chars);
        }
        let mut out = Vec::new();
        let room = size.saturating_add(INLINE);
        out.try_reserve_exact(room).map_err(|_| Error::memory())?;
        let mut texts = parts.iter().filter_map(text_of);
        if let Some(first) = texts.next() {
            first.bytes.append_to(&mut out);
        }
        for part in texts {
            if !self.bytes.is_empty() {
                self.bytes.append_to(&mut out);
            }
            part.bytes.append_to(&mut out);
        }
        Ok(Ok(Text {
            bytes: Store::from_vec(out),
            chars,
            ..Text::default()
        }))
    }
}

/// The offset of the code point `count` after the one at `offset`.
#[inline]
fn skip(bytes: &[u8], mut offset: usize, count: usize) -> usize {
    for _ in 0..count {
        match bytes.get(offset) {
            Some(&first) => offset += width(first),
            None => break,
        }
    }
    offset.min(bytes.len())
}

/// The offset of the code point `count` before the one at `offset`, or 0.
#[inline]
fn skip_back(bytes: &[u8], mut offset: usize, count: usize) -> usize {
    for _ in 0..count {
        let before = bytes[..offset].iter().rposition(|&byte| is_lead(byte));
        offset = before.unwrap_or(0);
    }
    offset
}

/// Completes an index after bytes were appended.
fn extend_index(index: &mut Vec<usize>, bytes: &[u8]) {
    if index.is_empty() {
        index.push(0);
    }
    let Some(mut offset) = index.last().copied() else {
        return;
    };
    let mut passed = 0;
    while offset < bytes.len() {
        offset += width(bytes[offset]);
        passed += 1;
        if passed == STRIDE {
            index.push(offset);
            passed = 0;
        }
    }
}

impl Clone for Text {
    fn clone(&self) -> Text {
        // The index is not copied: the copy may never need one.
        Text {
            bytes: self.bytes.clone(),
            chars: self.chars,
            index: OnceCell::new(),
        }
    }
}

impl PartialEq for Text {
    #[inline]
    fn eq(&self, other: &Text) -> bool {
        // Most texts of one length differ in the first byte already, or have no other.
        let (a, b) = (self.as_bytes(), other.as_bytes());
        a.len() == b.len() && a.first() == b.first() && (a.len() < 2 || a == b)
    }
}

impl Eq for Text {}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.as_bytes() == other.as_bytes()
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.as_bytes() == other.as_bytes()
    }
}

impl PartialOrd for Text {
    fn partial_cmp(&self, other: &Text) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Text {
    /// The order of the code points, which is that of the bytes.
    fn cmp(&self, other: &Text) -> Ordering {
        self.as_bytes().cmp(other.as_bytes())
    }
}

impl std::hash::Hash for Text {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.as_bytes().hash(state);
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Text {
        Text::from_wtf8(text.as_bytes())
    }
}

impl From<String> for Text {
    fn from(text: String) -> Text {
        Text::from_wtf8_vec(text.into_bytes())
    }
}

impl From<char> for Text {
    fn from(c: char) -> Text {
        Text::from_code_point(c as u32)
    }
}

impl FromIterator<u32> for Text {
    fn from_iter<I: IntoIterator<Item = u32>>(code_points: I) -> Text {
        let mut bytes = Vec::new();
        code_points
            .into_iter()
            .for_each(|c| push_code_point(&mut bytes, c));
        Text::from_wtf8_vec(bytes)
    }
}

impl fmt::Debug for Text {
    /// The text as a Rust string literal, surrogates as `\u{d800}`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("\"")?;
        for c in self.chars() {
            match char::from_u32(c) {
                Some(c) => write!(f, "{}", c.escape_debug())?,
                None => write!(f, "\\u{{{c:x}}}")?,
            }
        }
        f.write_str("\"")
    }
}

impl fmt::Display for Text {
    /// The text with U+FFFD in place of each surrogate: for messages, not for output.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_string_lossy())
    }
}
