//! Sets of characters, made so that a character is looked up fast: by its first byte in a table where
//! that tells all, else in ranges.

use super::syntax::{Category, ClassSet, Item, flag};
use crate::text::search::is_space;
use crate::text::unicode::{case_equivalents, cased, decimal_value, is_alnum_char, simple_lower};
use crate::text::wtf8::{decode_at, encode, width};

/// Whether each byte passes.
pub type Table = [bool; 256];

/// What characters and their cases are: follows from a pattern's type and flags.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Mode {
    /// Each byte is a character.
    pub bytes: bool,
    /// Categories are those of Unicode.
    pub unicode: bool,
    /// Case does not matter.
    pub ignore_case: bool,
}

impl Mode {
    /// The mode of a part of a pattern.
    pub fn new(bytes: bool, flags: u32) -> Mode {
        Mode {
            bytes,
            unicode: !bytes && flags & flag::UNICODE != 0 && flags & flag::ASCII == 0,
            ignore_case: flags & flag::IGNORECASE != 0,
        }
    }

    /// The lowercase of a character.
    pub fn lower(self, c: u32) -> u32 {
        match (c, self.unicode) {
            (0..0x80, _) => u32::from((c as u8).to_ascii_lowercase()),
            (_, true) => simple_lower(c),
            (_, false) => c,
        }
    }

    /// Whether a character has a case.
    pub fn is_cased(self, c: u32) -> bool {
        match (c, self.unicode) {
            (0..0x80, _) => (c as u8).is_ascii_alphabetic(),
            (_, true) => cased().binary_search(&c).is_ok(),
            (_, false) => false,
        }
    }

    /// Whether a character is of a category.
    #[inline]
    pub fn is(self, category: Category, c: u32) -> bool {
        let ascii = u8::try_from(c).ok().filter(u8::is_ascii);
        match (category, ascii) {
            (Category::Digit, Some(c)) => c.is_ascii_digit(),
            (Category::Word, Some(c)) => c.is_ascii_alphanumeric() || c == b'_',
            (Category::Space, Some(c)) => match self.unicode {
                true => is_space(c.into()),
                false => matches!(c, b' ' | 9..=13),
            },
            _ if !self.unicode => false,
            (Category::Digit, None) => decimal_value(c).is_some(),
            (Category::Word, None) => is_alnum_char(c),
            (Category::Space, None) => is_space(c),
        }
    }
}

/// What is known of the characters beyond ASCII in text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beyond {
    /// All are in the set.
    All,
    /// None is.
    None,
    /// They have to be looked up.
    Some,
}

/// A set of characters.
#[derive(Debug)]
pub struct CharSet {
    /// Whether characters that start with the byte are in the set. Certain for ASCII, and in bytes;
    /// for text beyond ASCII `false` is certain.
    pub table: Table,
    /// What is known of the rest.
    pub beyond: Beyond,
    /// The only byte that is not in the set, if that is all there is to it.
    pub all_but: Option<u8>,
    /// Every character is in the set.
    pub is_all: bool,
    mode: Mode,
    negate: bool,
    fold: bool,
    ranges: Vec<(u32, u32)>,
    categories: Vec<(Category, bool)>,
}

impl CharSet {
    /// The set of what a pattern's set matches in a mode.
    pub fn new(class: &ClassSet, mode: Mode) -> CharSet {
        let (mut ranges, mut categories) = (Vec::new(), Vec::new());
        let mut fold = false;
        for item in &class.items {
            match *item {
                Item::Range(low, high) if mode.ignore_case => {
                    fold |= add_folded(&mut ranges, (low, high), mode);
                }
                Item::Range(low, high) => ranges.push((low, high)),
                Item::Category(category, negate) => categories.push((category, negate)),
            }
        }
        let mut set = CharSet {
            table: [false; 256],
            beyond: Beyond::Some,
            all_but: None,
            is_all: false,
            mode,
            negate: class.negate,
            fold,
            ranges: merged(ranges),
            categories,
        };
        set.fill();
        set
    }

    fn fill(&mut self) {
        let certain = if self.mode.bytes { 256 } else { 128 };
        for c in 0..certain {
            self.table[c] = self.contains(c as u32);
        }
        if !self.mode.bytes {
            self.beyond = self.beyond_ascii();
            for byte in 0xc2..0xf5 {
                self.table[byte] = self.beyond != Beyond::None;
            }
            self.narrow_leads();
        }
        // Bytes that text never has don't count.
        let out = |byte: &usize| !self.table[*byte];
        let mut without = (0..certain).filter(out);
        let (first, second) = (without.next(), without.next());
        let rest = self.mode.bytes || self.beyond == Beyond::All;
        self.is_all = rest && first.is_none();
        self.all_but = match (rest, first, second) {
            (true, Some(byte), None) => u8::try_from(byte).ok(),
            _ => None,
        };
    }

    fn beyond_ascii(&self) -> Beyond {
        if self.fold && self.mode.unicode {
            return Beyond::Some;
        }
        let mut found = false;
        for (_, negate) in &self.categories {
            match (self.mode.unicode, negate) {
                (true, _) => return Beyond::Some,
                (false, true) => found = true,
                (false, false) => {}
            }
        }
        if !found {
            found = match self.ranges.last() {
                None => false,
                Some((_, high)) if *high < 0x80 => false,
                Some((low, high)) if *low <= 0x80 && *high >= 0x10_ffff => true,
                Some(_) => return Beyond::Some,
            };
        }
        match found != self.negate {
            true => Beyond::All,
            false => Beyond::None,
        }
    }

    /// Leaves only the first bytes that characters of the set have, where these are plain ranges.
    fn narrow_leads(&mut self) {
        let plain = !self.negate && !self.fold && self.categories.is_empty();
        if self.beyond != Beyond::Some || !plain {
            return;
        }
        let mut leads = [false; 256];
        for &(low, high) in self.ranges.iter().filter(|(_, high)| *high >= 0x80) {
            let first = encode(low.max(0x80)).0[0];
            let last = encode(high).0[0];
            leads[usize::from(first)..=usize::from(last)].fill(true);
        }
        self.table[0x80..].copy_from_slice(&leads[0x80..]);
    }

    /// Whether a character is in the set: the slow way.
    pub fn contains(&self, c: u32) -> bool {
        let c = if self.fold { self.mode.lower(c) } else { c };
        let after = self.ranges.partition_point(|&(low, _)| low <= c);
        let found = after
            .checked_sub(1)
            .is_some_and(|at| c <= self.ranges[at].1)
            || self
                .categories
                .iter()
                .any(|&(category, negate)| self.mode.is(category, c) != negate);
        found != self.negate
    }

    /// The offset after the character at `at`, if that is in the set. `WIDE`: text with characters of
    /// several bytes.
    #[inline(always)]
    pub fn step<const WIDE: bool>(&self, data: &[u8], at: usize) -> Option<usize> {
        let byte = *data.get(at)?;
        if !self.table[usize::from(byte)] {
            return None;
        }
        match WIDE && byte >= 0x80 {
            false => Some(at + 1),
            true => self.step_wide(data, at),
        }
    }

    fn step_wide(&self, data: &[u8], at: usize) -> Option<usize> {
        let after = at + width(data[at]);
        match self.beyond {
            Beyond::All => Some(after),
            Beyond::None => None,
            Beyond::Some => self
                .contains(decode_at(data, at).unwrap_or(0))
                .then_some(after),
        }
    }
}

/// Adds the lowercase of a range's characters and what equals them. Whether any has a case.
fn add_folded(ranges: &mut Vec<(u32, u32)>, (low, high): (u32, u32), mode: Mode) -> bool {
    let one = |c: u32, ranges: &mut Vec<(u32, u32)>| {
        let lower = mode.lower(c);
        ranges.push((lower, lower));
        if mode.unicode {
            ranges.extend(case_equivalents(lower).iter().map(|&c| (c, c)));
        }
    };
    if low == high {
        one(low, ranges);
        return mode.is_cased(low);
    }
    ranges.push((low, high));
    let mut any = false;
    for c in low..=high.min(0x7f) {
        if (c as u8).is_ascii_alphabetic() {
            one(c, ranges);
            any = true;
        }
    }
    if mode.unicode && high >= 0x80 {
        let all = cased();
        let from = all.partition_point(|&c| c < low.max(0x80));
        for &c in all[from..].iter().take_while(|&&c| c <= high) {
            one(c, ranges);
            any = true;
        }
    }
    any
}

/// Sorted ranges that don't touch.
fn merged(mut ranges: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    ranges.sort_unstable();
    let mut out: Vec<(u32, u32)> = Vec::with_capacity(ranges.len());
    for (low, high) in ranges {
        match out.last_mut() {
            Some(last) if low <= last.1.saturating_add(1) => last.1 = last.1.max(high),
            _ => out.push((low, high)),
        }
    }
    out
}
