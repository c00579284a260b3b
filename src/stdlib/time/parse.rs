//! `strptime`, in the locale "C". A format is made into pieces. These match a text as the regular expression would
//! that CPython makes of the format: each directive tries its alternatives in order, the next when what follows
//! does not match.

use super::calendar::{self, Broken, MONTHS, WEEKDAYS};
use crate::text::search::is_space;
use crate::text::unicode::{case_equivalents, decimal_value, simple_lower};
use std::collections::HashSet;
use std::ops::Range;

/// What is read of a text: the moment and the fraction of a second, in microseconds.
pub struct Parsed {
    /// The moment.
    pub moment: Broken,
    /// Behind the point of the seconds.
    pub microsecond: i64,
    /// What the offset from Greenwich has of microseconds.
    pub offset_fraction: i64,
}

/// Why a text is not read.
pub enum Fault {
    /// A ValueError with this text.
    Value(String),
    /// A PatternError with this text.
    Pattern(String),
    /// The text does not match the format.
    Mismatch,
    /// The text goes on behind what matches.
    Remains(usize),
}

impl From<String> for Fault {
    fn from(text: String) -> Fault {
        Fault::Value(text)
    }
}

/// The names of the local time zone, without and with summer time.
pub type ZoneNames = [String; 2];

/// A format, ready to be matched.
pub struct Format {
    pieces: Vec<Piece>,
    /// Whether there is a day of the month, but no year.
    pub day_without_year: bool,
    zones: ZoneNames,
}

#[derive(Clone, Copy)]
enum Piece {
    Literal(u32),
    /// White space, any amount.
    Spaces,
    /// A directive, by its letter.
    Field(u8),
}

/// Which part of the text stands for which directive.
type Fields = Vec<(u8, Range<usize>)>;

/// The fields as they are found.
#[derive(Default)]
struct Found {
    year: Option<i64>,
    iso_year: Option<i64>,
    month: Option<i64>,
    day: Option<i64>,
    hour: i64,
    /// In place of the hour: one of twelve, and which half of the day.
    hour12: Option<i64>,
    half: Option<bool>,
    minute: i64,
    second: i64,
    microsecond: i64,
    weekday: Option<i64>,
    yearday: Option<i64>,
    /// The number of a week, and whether weeks begin on Monday.
    week: Option<(i64, bool)>,
    iso_week: Option<i64>,
    offset: Option<i64>,
    offset_fraction: i64,
    zone: Option<(String, i64)>,
}

/// How many digits there may be, and what the number must lie between.
type Digits = (usize, i64, i64);

/// Directives that are numbers: which there may be, in the order in which they are tried; and how long CPython's
/// expression for it is.
#[rustfmt::skip]
const NUMBERS: &[(u8, &[Digits], usize)] = &[
    (b'd', &[(2, 1, 31), (1, 1, 9)], 41),
    (b'G', &[(4, 0, 9999)], 15),
    (b'H', &[(2, 0, 23), (1, 0, 9)], 24),
    (b'I', &[(2, 1, 12), (1, 1, 9)], 26),
    (b'j', &[(3, 1, 366), (2, 1, 99), (1, 1, 9)], 71),
    (b'm', &[(2, 1, 12), (1, 1, 9)], 26),
    (b'M', &[(2, 0, 59), (1, 0, 9)], 17),
    (b'S', &[(2, 0, 61), (1, 0, 9)], 24),
    (b'u', &[(1, 1, 7)], 12),
    (b'U', &[(2, 0, 53), (1, 0, 9)], 24),
    (b'V', &[(2, 1, 53), (1, 0, 9)], 31),
    (b'w', &[(1, 0, 6)], 12),
    (b'W', &[(2, 0, 53), (1, 0, 9)], 24),
    (b'y', &[(2, 0, 99)], 11),
    (b'Y', &[(4, 0, 9999)], 15),
];

/// Directives that stand for several others.
const COMPOSED: &[(u32, &str)] = &[
    ('c' as u32, "%a %b %d %H:%M:%S %Y"),
    ('x' as u32, "%m/%d/%y"),
    ('X' as u32, "%H:%M:%S"),
];

/// Characters that mean something in regular expressions.
const SPECIAL: &str = "\\.^$*+?(){}[]|";

/// Whether it means something in regular expressions.
fn is_special(c: u32) -> bool {
    char::from_u32(c).is_some_and(|c| SPECIAL.contains(c))
}

/// What is known of a directive that is a number.
fn number_row(letter: u8) -> Option<&'static (u8, &'static [Digits], usize)> {
    NUMBERS.iter().find(|(other, ..)| *other == letter)
}

impl Format {
    /// Makes a format ready.
    ///
    /// # Errors
    /// Directives that there are not.
    pub fn compile(format: &[u32], zones: ZoneNames) -> Result<Format, Fault> {
        let mut compiled = Format {
            pieces: Vec::new(),
            day_without_year: false,
            zones,
        };
        compiled.add(format)?;
        Ok(compiled)
    }

    fn add(&mut self, format: &[u32]) -> Result<(), Fault> {
        let (mut day, mut year) = (false, false);
        let mut at = 0;
        while let Some(&c) = format.get(at) {
            at += 1;
            if is_space(c) {
                while format.get(at).is_some_and(|&c| is_space(c)) {
                    at += 1;
                }
                self.pieces.push(Piece::Spaces);
            } else if c == u32::from(b'%') {
                let letter = *format
                    .get(at)
                    .ok_or_else(|| format!("stray % in format '{}'", shown(format)))?;
                at += 1;
                day |= letter == u32::from(b'd');
                year |= [b'Y', b'y', b'G'].map(u32::from).contains(&letter);
                self.add_directive(letter, format)?;
            } else {
                self.pieces.push(Piece::Literal(c));
            }
        }
        self.day_without_year = day && !year;
        Ok(())
    }

    fn add_directive(&mut self, letter: u32, format: &[u32]) -> Result<(), Fault> {
        if let Some((_, others)) = COMPOSED.iter().find(|(other, _)| *other == letter) {
            let others: Vec<u32> = others.chars().map(u32::from).collect();
            return self.add(&others);
        }
        let known = u8::try_from(letter).ok();
        self.pieces.push(match known {
            Some(b'%') => Piece::Literal(letter),
            Some(letter) if width(letter, &self.zones).is_some() => Piece::Field(letter),
            _ => {
                // Those are escaped by then.
                let letter = if is_space(letter) || is_special(letter) {
                    u32::from(b'%')
                } else {
                    letter
                };
                let (letter, format) = (shown(&[letter]), shown(format));
                let text = format!("'{letter}' is a bad directive in format '{format}'");
                return Err(Fault::Value(text));
            }
        });
        Ok(())
    }

    /// Each directive may be there once, as it is a group of a regular expression.
    ///
    /// # Errors
    /// A directive that is there twice.
    pub fn check_groups(&self) -> Result<(), Fault> {
        let mut seen: Vec<(u8, usize)> = Vec::new();
        let (mut groups, mut at) = (0, 0);
        for piece in &self.pieces {
            at += match piece {
                Piece::Spaces => 3,
                Piece::Literal(c) => 1 + usize::from(is_special(*c)),
                Piece::Field(letter) => {
                    groups += 1;
                    if let Some((_, first)) = seen.iter().find(|(other, _)| other == letter) {
                        return Err(Fault::Pattern(format!(
                            "redefinition of group name '{}' as group {groups}; was group {first} at position {}",
                            char::from(*letter),
                            at + 4
                        )));
                    }
                    seen.push((*letter, groups));
                    if *letter == b'z' {
                        groups += 2;
                    }
                    width(*letter, &self.zones).unwrap_or(0)
                }
            };
        }
        Ok(())
    }

    /// Reads a text.
    ///
    /// # Errors
    /// A text that is not of the format, or no moment.
    pub fn read(&self, text: &[u32]) -> Result<Parsed, Fault> {
        let (fields, end) = self.matched(text).ok_or(Fault::Mismatch)?;
        if end != text.len() {
            return Err(Fault::Remains(end));
        }
        let mut found = Found::default();
        for (letter, range) in fields {
            found.take(letter, &text[range], &self.zones)?;
        }
        found.check()?;
        Ok(found.finish()?)
    }

    /// What stands for each directive, and where the match ends.
    fn matched(&self, text: &[u32]) -> Option<(Fields, usize)> {
        let mut search = Search::default();
        let (mut piece, mut at) = (0, 0);
        while let Some(&next) = self.pieces.get(piece) {
            if let Piece::Literal(c) = next
                && text.get(at).is_some_and(|&given| is_same(given, c))
            {
                piece += 1;
                at += 1;
                continue;
            }
            search.branch(piece, at, |ends| ends_of(next, text, at, &self.zones, ends));
            (piece, at) = search.go_on()?;
        }
        let field = |choice: &Choice| match self.pieces[choice.piece] {
            Piece::Field(letter) => Some((letter, choice.start..choice.taken)),
            _ => None,
        };
        Some((search.choices.iter().filter_map(field).collect(), at))
    }
}

/// Where a piece had alternatives.
struct Choice {
    piece: usize,
    start: usize,
    /// The end that is tried.
    taken: usize,
    /// Which ends are left, the next one last.
    ends: usize,
}

/// The alternatives that are open.
#[derive(Default)]
struct Search {
    choices: Vec<Choice>,
    ends: Vec<usize>,
    /// Pieces that have failed at a place.
    failed: HashSet<(usize, usize)>,
}

impl Search {
    /// Notes where a piece may end, unless it is known to lead nowhere.
    fn branch(&mut self, piece: usize, start: usize, ends: impl FnOnce(&mut Vec<usize>)) {
        let first = self.ends.len();
        if !self.failed.contains(&(piece, start)) {
            ends(&mut self.ends);
            self.ends[first..].reverse();
        }
        self.choices.push(Choice {
            piece,
            start,
            taken: start,
            ends: first,
        });
    }

    /// Takes the next alternative: the piece that follows, and where it begins.
    fn go_on(&mut self) -> Option<(usize, usize)> {
        loop {
            let choice = self.choices.last_mut()?;
            if self.ends.len() > choice.ends
                && let Some(end) = self.ends.pop()
            {
                choice.taken = end;
                return Some((choice.piece + 1, end));
            }
            self.failed.insert((choice.piece, choice.start));
            self.choices.pop();
        }
    }
}

/// Code points as text for messages.
pub fn shown(format: &[u32]) -> String {
    let shown = |&c: &u32| char::from_u32(c).unwrap_or(char::REPLACEMENT_CHARACTER);
    format.iter().map(shown).collect()
}

/// Whether two characters are the same, whatever their case.
fn is_same(given: u32, wanted: u32) -> bool {
    let (lower, other) = (simple_lower(given), simple_lower(wanted));
    given == wanted || lower == other || case_equivalents(other).contains(&lower)
}

/// The names that a directive chooses from.
fn names(letter: u8, zones: &ZoneNames) -> Option<Vec<&str>> {
    let short = |names: &[&'static str]| names.iter().map(|name| &name[..3]).collect();
    Some(match letter {
        b'a' => short(&WEEKDAYS),
        b'A' => WEEKDAYS.to_vec(),
        b'b' => short(&MONTHS),
        b'B' => MONTHS.to_vec(),
        b'p' => vec!["am", "pm"],
        b'Z' => zone_names(zones),
        _ => return None,
    })
}

/// What zones are called: UTC in two ways and the local names, each once.
fn zone_names(zones: &ZoneNames) -> Vec<&str> {
    let mut names = vec!["utc", "gmt"];
    for zone in zones {
        if !names.iter().any(|name| name.eq_ignore_ascii_case(zone)) {
            names.push(zone);
        }
    }
    names
}

/// How long CPython's expression for a directive is; none for what is no directive.
fn width(letter: u8, zones: &ZoneNames) -> Option<usize> {
    match letter {
        b'f' => Some(17),
        b'z' => Some(56),
        _ => match number_row(letter) {
            Some((_, _, width)) => Some(*width),
            None => {
                let names = names(letter, zones)?;
                Some("(?P<a>".len() + names.iter().map(|name| name.len() + 1).sum::<usize>())
            }
        },
    }
}

/// Where a piece that begins at `at` may end, in the order of trying.
fn ends_of(piece: Piece, text: &[u32], at: usize, zones: &ZoneNames, ends: &mut Vec<usize>) {
    let rest = &text[at..];
    match piece {
        Piece::Literal(_) => {}
        Piece::Spaces => {
            let count = rest.iter().take_while(|&&c| is_space(c)).count();
            ends.extend((1..=count).rev().map(|count| at + count));
        }
        Piece::Field(b'f') => {
            let is_digit = |&&c: &&u32| u8::try_from(c).is_ok_and(|c| c.is_ascii_digit());
            let count = rest.iter().take(6).take_while(is_digit).count();
            ends.extend((1..=count).rev().map(|count| at + count));
        }
        Piece::Field(b'z') => ends.extend(offset_ends(rest).into_iter().map(|end| at + end)),
        Piece::Field(letter) => {
            if let Some((_, choices, _)) = number_row(letter) {
                ends.extend(number_ends(letter, choices, rest).map(|end| at + end));
            } else if let Some(mut names) = names(letter, zones) {
                names.sort_by_key(|name| std::cmp::Reverse(name.len()));
                let fits = |name: &&str| {
                    let mut given = rest.iter();
                    let fits = |c| {
                        given
                            .next()
                            .is_some_and(|&given| is_same(given, u32::from(c)))
                    };
                    name.chars().all(fits)
                };
                let fitting = names.into_iter().filter(fits);
                ends.extend(fitting.map(|name| at + name.chars().count()));
            }
        }
    }
}

/// Where a number may end.
fn number_ends<'t>(
    letter: u8,
    choices: &'t [Digits],
    text: &'t [u32],
) -> impl Iterator<Item = usize> + 't {
    // A blank may stand in the place of a day's first digit.
    let blank = letter == b'd' && text.first() == Some(&u32::from(b' '));
    let behind = blank && text.get(1).is_some_and(|c| (0x31..=0x39).contains(c));
    choices
        .iter()
        .filter(|(count, low, high)| fits(text, *count, *low, *high))
        .map(|(count, ..)| *count)
        .chain(behind.then_some(2))
}

/// Whether so many digits are there, and their number in the range. A digit may be of any script where any would
/// do.
fn fits(text: &[u32], count: usize, low: i64, high: i64) -> bool {
    let mut number = 0;
    let mut left = 10i64.pow(count as u32);
    for i in 0..count {
        let Some(digit) = text.get(i).and_then(|&c| decimal_value(c)) else {
            return false;
        };
        let any = number * left >= low && (number * left + left - 1) <= high;
        if text[i] >= 0x80 && !any {
            return false;
        }
        number = number * 10 + i64::from(digit);
        left /= 10;
    }
    (low..=high).contains(&number)
}

/// Where an offset may end: `Z`, or a sign, hours and minutes, maybe seconds and a fraction of these.
fn offset_ends(text: &[u32]) -> Vec<usize> {
    let is = |at: usize, c: u8| text.get(at) == Some(&u32::from(c));
    if is(0, b'Z') {
        return vec![1];
    }
    let sixty = |at: usize| fits(text.get(at..).unwrap_or_default(), 2, 0, 59);
    let hours = fits(text.get(1..).unwrap_or_default(), 2, 0, 99);
    let minutes = 3 + usize::from(is(3, b':'));
    if !(is(0, b'+') || is(0, b'-')) || !hours || !sixty(minutes) {
        return Vec::new();
    }
    let mut ends = vec![minutes + 2];
    let seconds = minutes + 2 + usize::from(is(minutes + 2, b':'));
    if sixty(seconds) {
        ends.push(seconds + 2);
        if is(seconds + 2, b'.') {
            let digits = text[seconds + 3..].iter().take(6);
            let count = digits.take_while(|&&c| decimal_value(c).is_some()).count();
            ends.extend((1..=count).map(|count| seconds + 3 + count));
        }
    }
    ends.reverse();
    ends
}

/// The number that digits are, behind a blank maybe.
fn number(text: &[u32]) -> i64 {
    let digits = text.iter().filter_map(|&c| decimal_value(c));
    digits.fold(0, |number, digit| number * 10 + i64::from(digit))
}

/// Only so many years have dates.
fn in_range(year: i64) -> Result<(), String> {
    match year {
        1..=9999 => Ok(()),
        _ => Err(format!("year {year} is out of range")),
    }
}

/// Which of the names a text is.
fn listed(names: &[&str], text: &[u32]) -> Result<i64, Fault> {
    let lower = |c: &u32| char::from_u32(*c).map(char::to_lowercase);
    let text: String = text.iter().filter_map(lower).flatten().collect();
    let found = names.iter().position(|name| name.to_lowercase() == text);
    // Equal whatever the case, yet another name.
    found
        .map(|at| at as i64)
        .ok_or_else(|| Fault::Value(format!("'{text}' is not in list")))
}

const WITH_ISO_YEAR: &str = "must be used with the ISO year directive '%G' and a weekday directive ('%A', '%a', '%w', or '%u').";

impl Found {
    /// Notes what a directive has matched.
    fn take(&mut self, letter: u8, text: &[u32], zones: &ZoneNames) -> Result<(), Fault> {
        let value = match names(letter, zones) {
            Some(names) => listed(&names, text)?,
            None => number(text),
        };
        match letter {
            b'a' | b'A' => self.weekday = Some(value),
            b'b' | b'B' => self.month = Some(value + 1),
            b'd' => self.day = Some(value),
            b'f' => self.microsecond = value * 10i64.pow(6 - text.len() as u32),
            b'G' => self.iso_year = Some(value),
            b'H' => (self.hour, self.hour12) = (value, None),
            b'I' => self.hour12 = Some(value),
            b'j' => self.yearday = Some(value),
            b'm' => self.month = Some(value),
            b'M' => self.minute = value,
            b'p' => self.half = Some(value == 1),
            b'S' => self.second = value,
            b'u' => self.weekday = Some(value - 1),
            b'w' => self.weekday = Some((value + 6) % 7),
            b'U' => self.week = Some((value, false)),
            b'W' => self.week = Some((value, true)),
            b'V' => self.iso_week = Some(value),
            b'y' => self.year = Some(value + if value <= 68 { 2000 } else { 1900 }),
            b'Y' => self.year = Some(value),
            b'z' => self.take_offset(text)?,
            _ => self.take_zone(value, text, zones),
        }
        Ok(())
    }

    fn take_zone(&mut self, which: i64, text: &[u32], zones: &ZoneNames) {
        let names = zone_names(zones);
        let name = names.get(which as usize).copied().unwrap_or_default();
        let is = |zone: &String| zone.eq_ignore_ascii_case(name);
        let summer = which > 1 && is(&zones[1]) && !is(&zones[0]);
        self.zone = Some((shown(text), summer.into()));
    }

    fn take_offset(&mut self, text: &[u32]) -> Result<(), Fault> {
        let colon = |at: usize| text.get(at) == Some(&u32::from(b':'));
        let sign = if text[0] == u32::from(b'-') { -1 } else { 1 };
        let two = |at: usize| text.get(at..at + 2).map_or(0, number);
        let minutes = 3 + usize::from(colon(3));
        let mut seconds = minutes + 2;
        if text.len() > seconds {
            if colon(3) != colon(seconds) {
                return Err(Fault::Value(match colon(3) {
                    true => format!("Inconsistent use of : in {}", shown(text)),
                    false => format!(
                        "invalid literal for int() with base 10: '{}'",
                        shown(&text[seconds..seconds + 2])
                    ),
                }));
            }
            seconds += usize::from(colon(seconds));
        }
        self.offset = Some(sign * (two(1) * 3600 + two(minutes) * 60 + two(seconds)));
        let fraction = text.get(seconds + 3..).unwrap_or_default();
        self.offset_fraction = sign * number(fraction) * 10i64.pow(6 - fraction.len() as u32);
        Ok(())
    }

    /// ISO years and weeks go together and with nothing else.
    fn check(&self) -> Result<(), String> {
        if self.iso_year.is_some() {
            if self.yearday.is_some() {
                return Err("Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.".to_owned());
            }
            if self.iso_week.is_none() || self.weekday.is_none() {
                return Err("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive ('%A', '%a', '%w', or '%u').".to_owned());
            }
        } else if self.iso_week.is_some() {
            if self.year.is_none() || self.weekday.is_none() {
                return Err(format!("ISO week directive '%V' {WITH_ISO_YEAR}"));
            }
            return Err("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.".to_owned());
        }
        Ok(())
    }

    fn hour(&self) -> i64 {
        match (self.hour12, self.half) {
            (Some(hour), half) => hour % 12 + if half == Some(true) { 12 } else { 0 },
            (None, _) => self.hour,
        }
    }

    /// The day of the year that a week, counted from the first Sunday or Monday, and a weekday stand for.
    fn day_of_week(&self, year: i64) -> Option<i64> {
        let (weekday, (week, from_monday)) = (self.weekday?, self.week?);
        let first = calendar::weekday(calendar::days(year, 1, 1));
        let (first, weekday) = match from_monday {
            true => (first, weekday),
            false => ((first + 1) % 7, (weekday + 1) % 7),
        };
        let until = (7 - first) % 7;
        Some(match week {
            0 => 1 + weekday - first,
            week => 1 + until + 7 * (week - 1) + weekday,
        })
    }

    /// The number of the day that an ISO year, week and weekday stand for.
    fn iso_day(&self) -> Result<Option<i64>, String> {
        let (Some(year), Some(week), Some(weekday)) = (self.iso_year, self.iso_week, self.weekday)
        else {
            return Ok(None);
        };
        let first = |year| {
            let fourth = calendar::days(year, 1, 4);
            fourth - calendar::weekday(fourth)
        };
        let start = first(year) + (week - 1) * 7;
        if week < 1 || start >= first(year + 1) {
            return Err(format!("Invalid week: {week}"));
        }
        Ok(Some(start + weekday))
    }

    fn finish(self) -> Result<Parsed, String> {
        let leap_day = self.year.is_none() && self.month == Some(2) && self.day == Some(29);
        // The default year has no such day.
        let mut year = self.year.unwrap_or(if leap_day { 1904 } else { 1900 });
        in_range(year)?;
        let (mut month, mut day) = (self.month.unwrap_or(1), self.day.unwrap_or(1));
        let mut yearday = self.yearday;
        if yearday.is_none() {
            yearday = self.day_of_week(year);
            if let Some(before) = yearday.filter(|&yearday| yearday <= 0) {
                year -= 1;
                yearday =
                    Some(before + calendar::days(year + 1, 1, 1) - calendar::days(year, 1, 1));
            }
        }
        // A day of the year says more than a month and a day, whatever these are.
        let number = match (yearday, self.iso_day()?) {
            (Some(yearday), _) => calendar::days(year, 1, 1) + yearday - 1,
            (None, Some(number)) => number,
            (None, None) if day > calendar::days_in_month(year, month) => {
                return Err("day is out of range for month".to_owned());
            }
            (None, None) => calendar::days(year, month, day),
        };
        (year, month, day) = calendar::date(number);
        in_range(year)?;
        let first = calendar::days(year, 1, 1);
        if leap_day {
            year = 1900;
        }
        let moment = Broken {
            year,
            month,
            day,
            hour: self.hour(),
            minute: self.minute,
            second: self.second,
            weekday: self.weekday.unwrap_or(calendar::weekday(number)),
            yearday: yearday.unwrap_or(number - first + 1),
            summer: self.zone.as_ref().map_or(-1, |zone| zone.1),
            zone: self.zone.map(|zone| zone.0),
            offset: self.offset,
        };
        Ok(Parsed {
            moment,
            microsecond: self.microsecond,
            offset_fraction: self.offset_fraction,
        })
    }
}
