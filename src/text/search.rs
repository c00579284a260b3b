//! Searching, counting, replacing, splitting and stripping on bytes, for `bytes` as for `str`.
//!
//! The functions on `&[u8]` serve `bytes` and `bytearray`; those of [`Text`] add what differs for
//! `str`: positions in code points, Unicode white space and line ends. Pieces come back as byte
//! ranges, which `Text::slice_bytes` turns into texts.

use std::ops::Range;

use memchr::memmem;

use super::storage::{Buffer, Store};
use super::wtf8::{CodePoints, count_chars, width};
use super::{Error, Text};

/// Below this many bytes, trying at each occurrence of the first byte beats preparing a search.
pub const SHORT: usize = 256;

/// Among so few bytes a loop finds one before a search has started.
const FEW: usize = 16;

/// The offset of the first occurrence of `needle`.
#[inline]
pub fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    match needle {
        [] => Some(0),
        &[byte] if haystack.len() <= FEW => haystack.iter().position(|&other| other == byte),
        &[byte] => memchr::memchr(byte, haystack),
        _ if haystack.len() < SHORT => find_short(haystack, needle),
        _ => memmem::find(haystack, needle),
    }
}

fn find_short(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    let (&first, last) = (needle.first()?, haystack.len().checked_sub(needle.len())?);
    let mut at = 0;
    while at <= last {
        at += memchr::memchr(first, &haystack[at..=last])?;
        if haystack[at..].starts_with(needle) {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// A needle, which is not empty, prepared for several searches.
enum Finder<'a> {
    /// In a short haystack, or of one byte.
    Plain(&'a [u8]),
    Prepared(Box<memmem::Finder<'a>>),
}

impl<'a> Finder<'a> {
    fn new(haystack: &[u8], needle: &'a [u8]) -> Finder<'a> {
        match haystack.len() < SHORT || needle.len() == 1 {
            true => Finder::Plain(needle),
            false => Finder::Prepared(Box::new(memmem::Finder::new(needle))),
        }
    }

    fn find(&self, haystack: &[u8]) -> Option<usize> {
        match self {
            Finder::Plain([byte]) => memchr::memchr(*byte, haystack),
            Finder::Plain(needle) => find_short(haystack, needle),
            Finder::Prepared(finder) => finder.find(haystack),
        }
    }

    /// The offsets of all occurrences, without overlap.
    fn find_all(&self, haystack: &[u8], size: usize) -> impl Iterator<Item = usize> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let at = from + self.find(&haystack[from..])?;
            from = at + size;
            Some(at)
        })
    }
}

/// The offset of the last occurrence of `needle`.
#[inline]
pub fn rfind(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    match needle {
        [] => Some(haystack.len()),
        &[byte] => memchr::memrchr(byte, haystack),
        _ => memmem::rfind(haystack, needle),
    }
}

/// How often `needle`, which is not empty, occurs without overlap.
pub fn count(haystack: &[u8], needle: &[u8]) -> usize {
    match needle {
        &[byte] => memchr::memchr_iter(byte, haystack).count(),
        _ => Finder::new(haystack, needle)
            .find_all(haystack, needle.len())
            .count(),
    }
}

/// `haystack` with the first `max` occurrences of `old` replaced by `new`, or nothing where there is
/// no occurrence. An empty `old` occurs before each unit and at the end; `chars` tells whether a unit
/// is a code point or a byte.
pub fn replace(
    haystack: &[u8],
    old: &[u8],
    new: &[u8],
    max: Option<usize>,
    chars: bool,
) -> Result<Option<Store>, Error> {
    let max = max.unwrap_or(usize::MAX);
    if old.is_empty() {
        return interleave(haystack, new, max, chars).map(|out| Some(out.into()));
    }
    if let (&[old], &[new]) = (old, new) {
        return Ok(replace_byte(haystack, old, new, max));
    }
    if haystack.len() < SHORT {
        let mut out = Vec::new();
        let found = replace_short(&mut out, haystack, old, new, Some(max))?;
        return Ok(found.then(|| out.into()));
    }
    let finder = Finder::new(haystack, old);
    let found = finder.find_all(haystack, old.len()).take(max).count();
    if found == 0 {
        return Ok(None);
    }
    let mut out = reserve(haystack.len() - found * old.len(), found, new.len())?;
    let mut rest = 0;
    for at in finder.find_all(haystack, old.len()).take(found) {
        out.extend_from_slice(&haystack[rest..at]);
        out.extend_from_slice(new);
        rest = at + old.len();
    }
    out.extend_from_slice(&haystack[rest..]);
    Ok(Some(out.into()))
}

/// Replaces the first `max` bytes `old` by `new`.
fn replace_byte(haystack: &[u8], old: u8, new: u8, max: usize) -> Option<Store> {
    let first = memchr::memchr(old, haystack).filter(|_| max > 0)?;
    let mut copy = Store::from_slice(haystack);
    let out = copy.as_mut_slice();
    if max >= haystack.len() {
        for byte in &mut out[first..] {
            *byte = if *byte == old { new } else { *byte };
        }
    } else {
        let found = memchr::memchr_iter(old, haystack).take(max);
        found.for_each(|at| out[at] = new);
    }
    Some(copy)
}

/// Appends [`replace`] of a short text in one pass, where the result cannot be too long; whether there was
/// anything to replace. `old` is not empty.
pub fn replace_short(
    out: &mut Vec<u8>,
    haystack: &[u8],
    old: &[u8],
    new: &[u8],
    max: Option<usize>,
) -> Result<bool, Error> {
    let (mut rest, mut left) = (0, max.unwrap_or(usize::MAX));
    while left > 0
        && let Some(at) = find_short(&haystack[rest..], old)
    {
        out.try_reserve(haystack.len() - rest + new.len())
            .map_err(|_| Error::memory())?;
        out.extend_from_slice(&haystack[rest..rest + at]);
        out.extend_from_slice(new);
        rest += at + old.len();
        left -= 1;
    }
    if rest == 0 {
        return Ok(false);
    }
    out.extend_from_slice(&haystack[rest..]);
    Ok(true)
}

/// `new` before each of the first units, and at the end if `max` allows.
fn interleave(haystack: &[u8], new: &[u8], max: usize, chars: bool) -> Result<Buffer, Error> {
    let units = if chars {
        count_chars(haystack)
    } else {
        haystack.len()
    };
    let times = max.min(units + 1);
    let mut out = reserve(haystack.len(), times, new.len())?;
    let mut rest = 0;
    for _ in 0..times {
        out.extend_from_slice(new);
        let step = match haystack.get(rest) {
            Some(&first) if chars => width(first),
            Some(_) => 1,
            None => 0,
        };
        out.extend_from_slice(&haystack[rest..rest + step]);
        rest += step;
    }
    out.extend_from_slice(&haystack[rest..]);
    Ok(out)
}

/// A vector with room for `fixed + times * each` bytes.
fn reserve(fixed: usize, times: usize, each: usize) -> Result<Buffer, Error> {
    let size = times.checked_mul(each).and_then(|n| n.checked_add(fixed));
    match size.filter(|&n| isize::try_from(n).is_ok()) {
        None => Err(Error::overflow("replace string is too long")),
        Some(size) => {
            let mut out = Buffer::new();
            out.try_reserve_exact(size).map_err(|_| Error::memory())?;
            Ok(out)
        }
    }
}

/// The pieces between the first `max` occurrences of `separator`, which is not empty.
pub fn split<'a>(
    haystack: &'a [u8],
    separator: &'a [u8],
    max: Option<usize>,
) -> impl Iterator<Item = Range<usize>> + 'a {
    let (mut start, mut left) = (Some(0), max.unwrap_or(usize::MAX));
    // One searcher for all pieces.
    let finder = Finder::new(haystack, separator);
    std::iter::from_fn(move || {
        let from = start?;
        let rest = &haystack[from..];
        let at = match left {
            0 => None,
            _ => finder.find(rest),
        };
        left = left.saturating_sub(1);
        start = at.map(|at| from + at + separator.len());
        Some(from..at.map_or(haystack.len(), |at| from + at))
    })
}

/// The pieces between the last `max` occurrences of `separator`, which is not empty, in the order of
/// the text.
pub fn rsplit(haystack: &[u8], separator: &[u8], max: Option<usize>) -> Vec<Range<usize>> {
    let (mut end, mut pieces) = (haystack.len(), Vec::new());
    let finder = memmem::FinderRev::new(separator);
    let mut left = max.unwrap_or(usize::MAX);
    while left > 0
        && let Some(at) = finder.rfind(&haystack[..end])
    {
        pieces.push(at + separator.len()..end);
        end = at;
        left -= 1;
    }
    pieces.push(0..end);
    pieces.reverse();
    pieces
}

/// The pieces between runs of ASCII white space, at most `max` cuts: `bytes.split()`.
pub fn split_ascii_space(
    haystack: &[u8],
    max: Option<usize>,
) -> impl Iterator<Item = Range<usize>> + '_ {
    split_bytes_by(haystack, max, is_ascii_space)
}

/// Splits at runs of the bytes that `space` calls white space.
#[inline(always)]
fn split_bytes_by<'a>(
    haystack: &'a [u8],
    max: Option<usize>,
    space: impl Fn(u8) -> bool + 'a,
) -> impl Iterator<Item = Range<usize>> + 'a {
    let (mut at, mut left) = (0, max.unwrap_or(usize::MAX));
    std::iter::from_fn(move || {
        let rest = haystack.get(at..)?;
        let start = at + rest.iter().position(|&byte| !space(byte))?;
        // The last piece keeps its inner white space but not what ends it.
        let size = match left {
            0 => None,
            _ => haystack[start..].iter().position(|&byte| space(byte)),
        };
        left = left.saturating_sub(1);
        at = size.map_or(haystack.len(), |size| start + size);
        Some(start..at)
    })
}

/// The pieces between runs of ASCII white space, cut from the right: `bytes.rsplit()`.
pub fn rsplit_ascii_space(haystack: &[u8], max: Option<usize>) -> Vec<Range<usize>> {
    rsplit_space_by(haystack, max, |bytes| {
        (is_ascii_space(bytes[bytes.len() - 1]), 1)
    })
}

/// Splits at runs of what `space` calls white space; it sees the rest, never empty, and gives
/// whether its first unit is white space and that unit's size.
fn split_space_by<'a>(
    haystack: &'a [u8],
    max: Option<usize>,
    space: impl Fn(&[u8]) -> (bool, usize) + 'a,
) -> impl Iterator<Item = Range<usize>> + 'a {
    let (mut at, mut left) = (0, max.unwrap_or(usize::MAX));
    std::iter::from_fn(move || {
        while at < haystack.len()
            && let (true, size) = space(&haystack[at..])
        {
            at += size;
        }
        if at >= haystack.len() {
            return None;
        }
        let start = at;
        if left == 0 {
            // The last piece keeps its inner white space but not what ends it.
            at = haystack.len();
            return Some(start..at);
        }
        left -= 1;
        while at < haystack.len()
            && let (false, size) = space(&haystack[at..])
        {
            at += size;
        }
        Some(start..at)
    })
}

/// The mirror image of [`split_space_by`]: `space` looks at the last unit.
fn rsplit_space_by(
    haystack: &[u8],
    max: Option<usize>,
    space: impl Fn(&[u8]) -> (bool, usize),
) -> Vec<Range<usize>> {
    let trim = |end: &mut usize, what: bool| {
        while *end > 0
            && let (is_space, size) = space(&haystack[..*end])
            && is_space == what
        {
            *end -= size;
        }
    };
    let (mut end, mut left) = (haystack.len(), max.unwrap_or(usize::MAX));
    let mut pieces = Vec::new();
    loop {
        trim(&mut end, true);
        if end == 0 {
            break;
        }
        let stop = end;
        if left == 0 {
            pieces.push(0..stop);
            break;
        }
        left -= 1;
        trim(&mut end, false);
        pieces.push(end..stop);
    }
    pieces.reverse();
    pieces
}

/// The lines of bytes, which end at `\n`, `\r` or `\r\n`: `bytes.splitlines(keepends)`.
pub fn split_lines(haystack: &[u8], keep: bool) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = haystack.get(start..).filter(|rest| !rest.is_empty())?;
        let line = start;
        let (end, size) = match memchr::memchr2(b'\n', b'\r', rest) {
            None => (haystack.len(), 0),
            Some(at) if rest[at..].starts_with(b"\r\n") => (start + at, 2),
            Some(at) => (start + at, 1),
        };
        start = end + size;
        Some(line..if keep { start } else { end })
    })
}

/// The range that remains after stripping: bytes in `set`, or ASCII white space without one, from
/// the sides asked for.
pub fn strip(haystack: &[u8], set: Option<&[u8]>, left: bool, right: bool) -> Range<usize> {
    let cut = |byte: u8| match set {
        None => is_ascii_space(byte),
        Some(set) => set.contains(&byte),
    };
    strip_by(haystack, cut, left, right)
}

/// [`strip`] of the bytes that `cut` tells.
#[inline]
fn strip_by(haystack: &[u8], cut: impl Fn(u8) -> bool, left: bool, right: bool) -> Range<usize> {
    let (mut start, mut end) = (0, haystack.len());
    while left && start < end && cut(haystack[start]) {
        start += 1;
    }
    while right && end > start && cut(haystack[end - 1]) {
        end -= 1;
    }
    start..end
}

/// White space as `bytes` methods see it.
#[inline]
pub const fn is_ascii_space(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ')
}

/// White space as `str` methods see it, of ASCII.
#[inline]
const fn is_text_space(byte: u8) -> bool {
    const SPACES: u64 = 0x1f << 0x09 | 0x1f << 0x1c;
    byte <= 0x20 && SPACES >> byte & 1 == 1
}

/// White space as `str` methods see it.
#[inline]
pub const fn is_space(c: u32) -> bool {
    matches!(
        c,
        0x09..=0x0d | 0x1c..=0x20 | 0x85 | 0xa0 | 0x1680 | 0x2000..=0x200a | 0x2028 | 0x2029
            | 0x202f | 0x205f | 0x3000
    )
}

/// Whether a code point ends a line of a `str`.
#[inline]
pub const fn is_line_break(c: u32) -> bool {
    matches!(c, 0x0a..=0x0d | 0x1c..=0x1e | 0x85 | 0x2028 | 0x2029)
}

/// Whether the first code point is white space, and its size.
fn first_space(bytes: &[u8]) -> (bool, usize) {
    match bytes[0] {
        byte @ 0..0x80 => (is_text_space(byte), 1),
        lead => (
            CodePoints::new(bytes).next().is_some_and(is_space),
            width(lead),
        ),
    }
}

/// Whether the last code point is white space, and its size.
fn last_space(bytes: &[u8]) -> (bool, usize) {
    match bytes[bytes.len() - 1] {
        byte @ 0..0x80 => (is_space(u32::from(byte)), 1),
        _ => {
            let mut rest = CodePoints::new(bytes);
            let space = rest.next_back().is_some_and(is_space);
            (space, bytes.len() - rest.as_bytes().len())
        }
    }
}

impl Text {
    /// Whether `needle` occurs: Python's `in`.
    #[inline]
    pub fn contains(&self, needle: &Text) -> bool {
        find(self.as_bytes(), needle.as_bytes()).is_some()
    }

    /// The first occurrence of `needle` within a range of code points, as a code point number. The
    /// caller has brought the range within the text; where it starts after its end there is none.
    pub fn find(&self, needle: &Text, range: Range<usize>) -> Option<usize> {
        self.find_by(needle, range, find)
    }

    /// The last occurrence of `needle` within a range of code points, as [`Text::find`].
    pub fn rfind(&self, needle: &Text, range: Range<usize>) -> Option<usize> {
        self.find_by(needle, range, rfind)
    }

    fn find_by(
        &self,
        needle: &Text,
        range: Range<usize>,
        find: fn(&[u8], &[u8]) -> Option<usize>,
    ) -> Option<usize> {
        if range.start > range.end || range.start > self.len() {
            return None;
        }
        let bytes = self.byte_range(range);
        let at = find(&self.as_bytes()[bytes.clone()], needle.as_bytes())?;
        Some(self.char_offset(bytes.start + at))
    }

    /// How often `needle` occurs within a range of code points without overlap.
    pub fn count(&self, needle: &Text, range: Range<usize>) -> usize {
        if range.start > range.end || range.start > self.len() {
            return 0;
        }
        if needle.is_empty() {
            return range.end.min(self.len()) - range.start + 1;
        }
        count(&self.as_bytes()[self.byte_range(range)], needle.as_bytes())
    }

    /// Whether the range of code points starts with `prefix`.
    pub fn starts_with(&self, prefix: &Text, range: Range<usize>) -> bool {
        range.start <= range.end
            && range.start <= self.len()
            && self.as_bytes()[self.byte_range(range)].starts_with(prefix.as_bytes())
    }

    /// Whether the range of code points ends with `suffix`.
    pub fn ends_with(&self, suffix: &Text, range: Range<usize>) -> bool {
        range.start <= range.end
            && range.start <= self.len()
            && self.as_bytes()[self.byte_range(range)].ends_with(suffix.as_bytes())
    }

    /// The text with the first `max` occurrences of `old` replaced, or nothing if that changes
    /// nothing.
    pub fn replace(
        &self,
        old: &Text,
        new: &Text,
        max: Option<usize>,
    ) -> Result<Option<Text>, Error> {
        let bytes = replace(self.as_bytes(), old.as_bytes(), new.as_bytes(), max, true)?;
        let ascii = self.is_ascii() && new.is_ascii();
        Ok(bytes.map(|bytes| {
            let chars = if ascii {
                bytes.len()
            } else {
                count_chars(&bytes)
            };
            Text::from_store(bytes, chars)
        }))
    }

    /// The pieces between the first `max` occurrences of `separator`, which is not empty.
    pub fn split<'a>(
        &'a self,
        separator: &'a Text,
        max: Option<usize>,
    ) -> impl Iterator<Item = Range<usize>> + 'a {
        split(self.as_bytes(), separator.as_bytes(), max)
    }

    /// The pieces between the last `max` occurrences of `separator`, which is not empty.
    pub fn rsplit(&self, separator: &Text, max: Option<usize>) -> Vec<Range<usize>> {
        rsplit(self.as_bytes(), separator.as_bytes(), max)
    }

    /// The pieces between runs of white space, at most `max` cuts.
    pub fn split_space(&self, max: Option<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
        split_space_by(self.as_bytes(), max, first_space)
    }

    /// The same of a text that is ASCII.
    pub fn split_ascii_space(&self, max: Option<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
        split_bytes_by(self.as_bytes(), max, is_text_space)
    }

    /// The pieces between runs of white space, at most `max` cuts from the right.
    pub fn rsplit_space(&self, max: Option<usize>) -> Vec<Range<usize>> {
        rsplit_space_by(self.as_bytes(), max, last_space)
    }

    /// The lines, with their ends if `keep`: Python's `splitlines`.
    pub fn split_lines(&self, keep: bool) -> impl Iterator<Item = Range<usize>> + '_ {
        let bytes = self.as_bytes();
        let mut start = 0;
        std::iter::from_fn(move || {
            let rest = bytes.get(start..).filter(|rest| !rest.is_empty())?;
            let line = start;
            let (end, size) = line_end(rest);
            start += end + size;
            Some(line..if keep { start } else { line + end })
        })
    }

    /// The byte range that remains after stripping: code points of `set`, or white space without
    /// one, from the sides asked for.
    pub fn strip(&self, set: Option<&Text>, left: bool, right: bool) -> Range<usize> {
        if self.is_ascii() {
            return match set {
                None => strip_by(self.as_bytes(), is_text_space, left, right),
                Some(set) => {
                    let bit = |byte: u8| 1u128.checked_shl(byte.into()).unwrap_or(0);
                    let set = set.as_bytes().iter().fold(0, |all, &byte| all | bit(byte));
                    strip_by(self.as_bytes(), |byte| set & bit(byte) != 0, left, right)
                }
            };
        }
        let cut = |c: u32| match set {
            None => is_space(c),
            Some(set) => {
                let (buffer, size) = super::wtf8::encode(c);
                find(set.as_bytes(), &buffer[..size]).is_some()
            }
        };
        let (mut chars, mut start) = (self.chars(), 0);
        if left {
            while chars.clone().next().is_some_and(cut) {
                chars.next();
            }
            start = self.as_bytes().len() - chars.as_bytes().len();
        }
        if right {
            while chars.clone().next_back().is_some_and(cut) {
                chars.next_back();
            }
        }
        start..start + chars.as_bytes().len()
    }
}

/// Where the first line of `rest` ends and how many bytes its end has.
fn line_end(rest: &[u8]) -> (usize, usize) {
    let mut at = 0;
    while at < rest.len() {
        // Most text has long runs without a byte that could start a line end.
        if let Some(chunk) = rest[at..].first_chunk::<16>()
            && !chunk
                .iter()
                .fold(false, |any, byte| any | !matches!(byte, 0x20..0x80))
        {
            at += 16;
            continue;
        }
        let size = width(rest[at]);
        match rest[at] {
            b'\r' if rest.get(at + 1) == Some(&b'\n') => return (at, 2),
            // Of what is not ASCII only U+0085 and U+2028 and U+2029 end a line.
            0x20..0x80 => {}
            byte @ 0..0x20 if !is_line_break(u32::from(byte)) => {}
            0x00..0x20 => return (at, 1),
            0xc2 if rest.get(at + 1) == Some(&0x85) => return (at, 2),
            0xe2 if matches!(rest.get(at + 1..at + 3), Some([0x80, 0xa8 | 0xa9])) => {
                return (at, 3);
            }
            _ => {}
        }
        at += size;
    }
    (rest.len(), 0)
}
