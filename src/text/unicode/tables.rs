//! Reads `ucd.txt` and looks characters up in it.

use std::sync::LazyLock;

/// The version of the character data.
pub const UNICODE_VERSION: &str = "15.1.0";

static SOURCE: &str = include_str!("ucd.txt");

/// Code points per block of the two-stage table.
const BLOCK: usize = 256;

/// A yes-or-no property of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flag {
    Lowercase = 1,
    Uppercase = 2,
    Titlecase = 4,
    CaseIgnorable = 8,
    IdentifierStart = 16,
    IdentifierPart = 32,
    Alpha = 64,
    Printable = 128,
}

/// What is known of a character but for its case mappings and its number.
#[derive(Clone, Copy, Debug)]
pub struct Record {
    /// The general category, as `Lu`.
    pub category: &'static str,
    /// The bidirectional class, empty for what is unassigned.
    pub bidirectional: &'static str,
    /// The canonical combining class.
    pub combining: u8,
    /// Whether the character is mirrored in text that runs from right to left.
    pub mirrored: bool,
    /// The East Asian width, as `Na`.
    pub east_asian_width: &'static str,
    flags: u8,
}

impl Record {
    /// Whether the flag is set.
    #[inline]
    pub(super) const fn has(&self, flag: Flag) -> bool {
        self.flags & flag as u8 != 0
    }

    /// Whether the character has a case: is lowercase, uppercase or titlecase.
    #[inline]
    pub(super) const fn is_cased(&self) -> bool {
        self.flags & 7 != 0
    }

    /// Whether the version of Unicode knows the character.
    pub fn is_assigned(&self) -> bool {
        self.category != "Cn"
    }
}

/// What kind of number a character stands for; each is also of the later kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A digit of a decimal system of notation.
    Decimal,
    /// Another digit.
    Digit,
    /// Any other number.
    Numeric,
}

/// The number that a character stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// The kind of number.
    pub kind: Kind,
    /// The number's numerator, with its sign.
    pub numerator: i64,
    /// The number's denominator.
    pub denominator: i64,
}

/// The four case mappings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mapping {
    Upper,
    Lower,
    Title,
    Fold,
}

/// Characters `first`, `first + stride`, ... that a mapping moves by `delta`.
struct CaseRun {
    first: u32,
    last: u32,
    stride: u32,
    delta: i32,
}

/// Characters whose numbers go up by one.
struct NumberRun {
    first: u32,
    count: u32,
    number: Number,
}

struct Tables {
    records: Vec<Record>,
    /// For each block of code points where its record numbers start in `cells`.
    blocks: Vec<u32>,
    cells: Vec<u16>,
    numbers: Vec<NumberRun>,
    case: [Vec<CaseRun>; 4],
    special: [Vec<(u32, Vec<u32>)>; 4],
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut sections = SOURCE
        .split("# ")
        .map(|section| section.split_once('\n').unwrap_or_default());
    let mut section = |name: &str| {
        let found = sections.find(|&(title, _)| title == name);
        found.map_or("", |(_, lines)| lines)
    };
    let records = section("records").lines().filter_map(read_record).collect();
    let (blocks, cells) = read_runs(section("runs"));
    let numbers = section("numeric").lines().filter_map(read_number).collect();
    let mut case: [Vec<CaseRun>; 4] = Default::default();
    for (mapping, run) in section("case").lines().filter_map(read_case) {
        case[mapping as usize].push(run);
    }
    let mut special: [Vec<(u32, Vec<u32>)>; 4] = Default::default();
    for line in section("special").lines() {
        let mut words = line.split(' ');
        let mapping = words.next().and_then(read_mapping);
        let mut code_points = words.filter_map(read_hex);
        if let (Some(mapping), Some(from)) = (mapping, code_points.next()) {
            special[mapping as usize].push((from, code_points.collect()));
        }
    }
    Tables {
        records,
        blocks,
        cells,
        numbers,
        case,
        special,
    }
});

fn read_hex(word: &str) -> Option<u32> {
    u32::from_str_radix(word, 16).ok()
}

fn read_record(line: &'static str) -> Option<Record> {
    let mut words = line.split(' ');
    let category = words.next()?;
    let bidirectional = words.next()?.trim_end_matches('-');
    let combining = words.next()?.parse().ok()?;
    let mirrored = words.next()? == "1";
    let east_asian_width = words.next()?;
    let names = words.next()?;
    let printable = !matches!(category.as_bytes()[0], b'C' | b'Z');
    let flags = [
        (Flag::Lowercase, names.contains('l')),
        (Flag::Uppercase, names.contains('u')),
        (Flag::Titlecase, category == "Lt"),
        (Flag::CaseIgnorable, names.contains('i')),
        (Flag::IdentifierStart, names.contains('s')),
        (Flag::IdentifierPart, names.contains('c')),
        (Flag::Alpha, category.starts_with('L')),
        (Flag::Printable, printable),
    ];
    let flags = flags
        .iter()
        .filter(|(_, set)| *set)
        .fold(0, |all, (flag, _)| all | *flag as u8);
    Some(Record {
        category,
        bidirectional,
        combining,
        mirrored,
        east_asian_width,
        flags,
    })
}

/// The two stages: equal blocks in a row, which most are, share their cells.
fn read_runs(lines: &str) -> (Vec<u32>, Vec<u16>) {
    let mut runs = lines.split_ascii_whitespace().filter_map(|run| {
        let (length, record) = run.split_once('x')?;
        let length = if length.is_empty() {
            1
        } else {
            read_hex(length)?
        };
        Some((length as usize, u16::from_str_radix(record, 16).ok()?))
    });
    let (mut blocks, mut cells): (Vec<u32>, Vec<u16>) = (Vec::new(), Vec::new());
    let (mut left, mut record) = (0, 0);
    let mut uniform = None;
    while blocks.len() < 0x110000 / BLOCK {
        if left >= BLOCK && uniform == Some(record) {
            let shared = blocks.last().copied().unwrap_or(0);
            blocks.push(shared);
            left -= BLOCK;
            continue;
        }
        uniform = (left >= BLOCK).then_some(record);
        blocks.push(cells.len() as u32);
        let full = cells.len() + BLOCK;
        while cells.len() < full {
            if left == 0 {
                (left, record) = runs.next().unwrap_or((BLOCK, 0));
            }
            let taken = left.min(full - cells.len());
            cells.resize(cells.len() + taken, record);
            left -= taken;
        }
    }
    (blocks, cells)
}

fn read_number(line: &str) -> Option<NumberRun> {
    let mut words = line.split(' ');
    let first = read_hex(words.next()?)?;
    let count = words.next()?.parse().ok()?;
    let kind = match words.next()? {
        "d" => Kind::Decimal,
        "g" => Kind::Digit,
        _ => Kind::Numeric,
    };
    let value = words.next()?;
    let (numerator, denominator) = value.split_once('/').unwrap_or((value, "1"));
    let (numerator, denominator) = (numerator.parse().ok()?, denominator.parse().ok()?);
    Some(NumberRun {
        first,
        count,
        number: Number {
            kind,
            numerator,
            denominator,
        },
    })
}

fn read_mapping(name: &str) -> Option<Mapping> {
    match name {
        "u" => Some(Mapping::Upper),
        "l" => Some(Mapping::Lower),
        "t" => Some(Mapping::Title),
        "f" => Some(Mapping::Fold),
        _ => None,
    }
}

fn read_case(line: &str) -> Option<(Mapping, CaseRun)> {
    let mut words = line.split(' ');
    let mapping = read_mapping(words.next()?)?;
    let first = read_hex(words.next()?)?;
    let count: u32 = words.next()?.parse().ok()?;
    let stride: u32 = words.next()?.parse().ok()?;
    let delta = words.next()?.parse().ok()?;
    Some((
        mapping,
        CaseRun {
            first,
            last: first + (count - 1) * stride,
            stride,
            delta,
        },
    ))
}

/// The record of a code point (at most 0x10FFFF).
#[inline]
pub fn record(c: u32) -> &'static Record {
    let tables = &*TABLES;
    let c = c as usize;
    let block = tables.blocks.get(c / BLOCK).copied().unwrap_or(0) as usize;
    &tables.records[usize::from(tables.cells[block + c % BLOCK])]
}

/// The number that a code point stands for.
pub fn number(c: u32) -> Option<Number> {
    if c < 0x80 {
        let numerator = i64::from((c as u8 as char).to_digit(10)?);
        return Some(Number {
            kind: Kind::Decimal,
            numerator,
            denominator: 1,
        });
    }
    let runs = &TABLES.numbers;
    let run = &runs[runs.partition_point(|run| run.first <= c).checked_sub(1)?];
    let distance = c - run.first;
    (distance < run.count).then_some(Number {
        numerator: run.number.numerator + i64::from(distance) * run.number.denominator,
        ..run.number
    })
}

/// What one mapping's tables say of a code point: another one, or several.
pub(super) enum Mapped {
    /// It is not in the tables.
    Same,
    /// One code point.
    One(u32),
    /// More than one code point.
    Many(&'static [u32]),
}

/// The code points of Latin, Greek, Cyrillic and Armenian, whose mappings are at hand.
const CLOSE: std::ops::Range<u32> = 0x80..0x580;

/// In place of a distance: several characters, and none of its own.
const MANY: i32 = i32::MAX;
const SAME: i32 = i32::MIN;

/// How far each mapping moves each of the close code points.
static CLOSE_MAPPINGS: [LazyLock<Vec<i32>>; 4] = [
    LazyLock::new(|| distances(Mapping::Upper)),
    LazyLock::new(|| distances(Mapping::Lower)),
    LazyLock::new(|| distances(Mapping::Title)),
    LazyLock::new(|| distances(Mapping::Fold)),
];

fn distances(mapping: Mapping) -> Vec<i32> {
    let distance = |c: u32| match looked_up(mapping, c) {
        Mapped::Same => SAME,
        Mapped::One(other) => other as i32 - c as i32,
        Mapped::Many(_) => MANY,
    };
    CLOSE.map(distance).collect()
}

/// What one mapping makes of a code point.
pub(super) fn mapped(mapping: Mapping, c: u32) -> Mapped {
    if CLOSE.contains(&c) {
        match CLOSE_MAPPINGS[mapping as usize][(c - CLOSE.start) as usize] {
            MANY => {}
            SAME => return Mapped::Same,
            distance => return Mapped::One(c.wrapping_add_signed(distance)),
        }
    }
    looked_up(mapping, c)
}

/// Looks a code point up in one mapping's tables.
fn looked_up(mapping: Mapping, c: u32) -> Mapped {
    let tables = &*TABLES;
    let runs = &tables.case[mapping as usize];
    let at = runs.partition_point(|run| run.first <= c);
    // Runs with a stride of 2 may be interleaved, so the one before counts as well.
    for run in runs[at.saturating_sub(2)..at].iter().rev() {
        if c <= run.last && (c - run.first).is_multiple_of(run.stride) {
            return Mapped::One(c.wrapping_add_signed(run.delta));
        }
    }
    let special = &tables.special[mapping as usize];
    match special.binary_search_by_key(&c, |(from, _)| *from) {
        Ok(at) => Mapped::Many(&special[at].1),
        Err(_) => Mapped::Same,
    }
}

/// All code points that one mapping's tables list.
pub(super) fn mapped_characters(mapping: Mapping) -> Vec<u32> {
    let tables = &*TABLES;
    let runs = tables.case[mapping as usize].iter();
    let in_runs = runs.flat_map(|run| (run.first..=run.last).step_by(run.stride.max(1) as usize));
    let special = tables.special[mapping as usize].iter();
    in_runs.chain(special.map(|(c, _)| *c)).collect()
}
