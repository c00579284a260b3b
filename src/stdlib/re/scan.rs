//! Tight loops over runs of one set of characters, forwards and backwards.

use super::charset::{Beyond, CharSet, Table};
use crate::text::wtf8::width;

/// Whether a byte is not the first of a character.
#[inline(always)]
const fn is_inside(byte: u8) -> bool {
    byte & 0xc0 == 0x80
}

/// The offset `count` characters before a place.
#[inline]
pub fn back<const WIDE: bool>(data: &[u8], at: usize, count: usize) -> Option<usize> {
    if !WIDE {
        return at.checked_sub(count);
    }
    let mut at = at;
    for _ in 0..count {
        at = at.checked_sub(1)?;
        while at > 0 && is_inside(data[at]) {
            at -= 1;
        }
    }
    Some(at)
}

/// The longest run at a place: the offsets after its first `min` characters and of its end.
#[inline(always)]
pub fn forward<const WIDE: bool>(
    set: &CharSet,
    data: &[u8],
    at: usize,
    (min, max): (usize, usize),
) -> Option<(usize, usize)> {
    if !WIDE {
        let limit = at.saturating_add(max).min(data.len());
        let end = at + run_of_bytes(set, &data[at..limit]);
        return (end - at >= min).then_some((at + min, end));
    }
    let mut from = at;
    for _ in 0..min {
        from = set.step::<WIDE>(data, from)?;
    }
    let end = match max {
        usize::MAX => end_wide(set, data, from),
        _ => {
            let mut end = from;
            for _ in min..max {
                match set.step::<WIDE>(data, end) {
                    Some(after) => end = after,
                    None => break,
                }
            }
            end
        }
    };
    Some((from, end))
}

/// How many bytes at the start are in the set, each of them a character.
#[inline(always)]
fn run_of_bytes(set: &CharSet, data: &[u8]) -> usize {
    if let Some(byte) = set.all_but {
        return memchr::memchr(byte, data).unwrap_or(data.len());
    }
    if set.is_all {
        return data.len();
    }
    run_in_table(&set.table, data)
}

#[inline(always)]
fn run_in_table(table: &Table, data: &[u8]) -> usize {
    data.iter()
        .position(|&byte| !table[usize::from(byte)])
        .unwrap_or(data.len())
}

/// Where a run of text ends.
fn end_wide(set: &CharSet, data: &[u8], at: usize) -> usize {
    if let Some(byte) = set.all_but {
        return at + memchr::memchr(byte, &data[at..]).unwrap_or(data.len() - at);
    }
    if set.is_all {
        return data.len();
    }
    let mut at = at;
    loop {
        at += run_of_ascii(set, &data[at..]);
        match data.get(at) {
            Some(0x80..) => {}
            _ => return at,
        }
        match set.beyond {
            Beyond::None => return at,
            Beyond::All => at += width(data[at]),
            Beyond::Some => match set.step::<true>(data, at) {
                Some(after) => at = after,
                None => return at,
            },
        }
    }
}

#[inline(always)]
fn run_of_ascii(set: &CharSet, data: &[u8]) -> usize {
    data.iter()
        .position(|&byte| byte >= 0x80 || !set.table[usize::from(byte)])
        .unwrap_or(data.len())
}

/// The last place in a range from which what follows can start.
#[inline(always)]
pub fn last(
    follow: Option<&Table>,
    byte: Option<u8>,
    data: &[u8],
    (min, end): (usize, usize),
) -> Option<usize> {
    let Some(table) = follow else {
        return Some(end);
    };
    let stop = (end + 1).min(data.len());
    let range = data.get(min..stop)?;
    let found = match byte {
        Some(byte) => memchr::memrchr(byte, range),
        None => range.iter().rposition(|&byte| table[usize::from(byte)]),
    };
    found.map(|at| min + at)
}

/// The first place from `at` on from which what follows can start, with only characters of the set
/// before it, `left` of them at most; and how many may still come.
#[inline(always)]
pub fn next<const WIDE: bool>(
    set: &CharSet,
    follow: Option<&Table>,
    data: &[u8],
    at: usize,
    left: usize,
) -> Option<(usize, usize)> {
    let Some(table) = follow else {
        return Some((at, left));
    };
    let (mut at, mut left) = (at, left);
    loop {
        let byte = *data.get(at)?;
        if table[usize::from(byte)] {
            return Some((at, left));
        }
        if left == 0 {
            return None;
        }
        at = set.step::<WIDE>(data, at)?;
        if left != usize::MAX {
            left -= 1;
        }
    }
}
