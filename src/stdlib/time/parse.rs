//! `strptime`, in the locale "C".

use super::calendar::{self, Broken, MONTHS, WEEKDAYS};

/// What is read of a text: the moment and the fraction of a second, in microseconds.
pub struct Parsed {
    /// The moment.
    pub moment: Broken,
    /// Behind the point of the seconds.
    pub microsecond: i64,
    /// What the offset from Greenwich has of microseconds.
    pub offset_fraction: i64,
    /// Whether there is a day of the month, but no year.
    pub day_without_year: bool,
}

/// The fields as they are found.
#[derive(Default)]
struct Found {
    year: Option<i64>,
    iso_year: Option<i64>,
    month: Option<i64>,
    day: Option<i64>,
    hour: Option<i64>,
    half: Option<bool>,
    hour12: Option<i64>,
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

/// The text that is still to be read.
struct Input<'a>(&'a str);

impl Input<'_> {
    /// At most `most` digits, of which the number must lie in the range; fewer are taken if it doesn't.
    fn number(&mut self, most: usize, range: std::ops::RangeInclusive<i64>) -> Option<i64> {
        let digits = self
            .0
            .bytes()
            .take_while(u8::is_ascii_digit)
            .count()
            .min(most);
        for count in (1..=digits).rev() {
            if let Ok(number) = self.0[..count].parse()
                && range.contains(&number)
            {
                self.0 = &self.0[count..];
                return Some(number);
            }
        }
        None
    }

    /// Exactly `count` digits.
    fn digits(&mut self, count: usize) -> Option<i64> {
        let text = self.0.get(..count)?;
        if !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        self.0 = &self.0[count..];
        text.parse().ok()
    }

    /// One of the names, whatever their case; which.
    fn name<'n>(&mut self, names: impl Iterator<Item = &'n str>) -> Option<usize> {
        let fits = |name: &str| {
            self.0
                .get(..name.len())
                .is_some_and(|text| text.eq_ignore_ascii_case(name))
        };
        let (at, name) = names
            .enumerate()
            .filter(|(_, name)| fits(name))
            .max_by_key(|(_, name)| name.len())?;
        self.0 = &self.0[name.len()..];
        Some(at)
    }

    fn spaces(&mut self) -> bool {
        let rest = self.0.trim_start();
        let any = rest.len() < self.0.len();
        self.0 = rest;
        any
    }
}

/// Reads a text by a format. `zones` are the local zone's two names.
///
/// # Errors
/// The text of a ValueError.
pub fn parse(
    text: &str,
    format: &str,
    shown: (&str, &str),
    zones: [&str; 2],
) -> Result<Parsed, String> {
    check(format, shown.1)?;
    let mut input = Input(text);
    let mut found = Found::default();
    let mismatch = || format!("time data {} does not match format {}", shown.0, shown.1);
    matches(&mut input, format, &mut found, zones).ok_or_else(mismatch)?;
    if !input.0.is_empty() {
        return Err(format!("unconverted data remains: {}", input.0));
    }
    found.check()?;
    found.finish()
}

/// Every directive has to be one.
fn check(format: &str, shown: &str) -> Result<(), String> {
    let mut chars = format.chars();
    while let Some(c) = chars.next() {
        if c != '%' {
            continue;
        }
        match chars.next() {
            None => return Err(format!("stray % in format {shown}")),
            Some(letter) if "aAbBcdfGHIjmMpSuUVwWxXyYzZ%".contains(letter) => {}
            Some('\\') => return Err(format!("'\\\\' is a bad directive in format {shown}")),
            Some(letter) => {
                return Err(format!("'{letter}' is a bad directive in format {shown}"));
            }
        }
    }
    Ok(())
}

fn matches(input: &mut Input<'_>, format: &str, found: &mut Found, zones: [&str; 2]) -> Option<()> {
    let mut chars = format.chars();
    while let Some(c) = chars.next() {
        if c == '%' {
            directive(input, chars.next()?, found, zones)?;
        } else if c.is_whitespace() {
            // Any white space stands for any other.
            while chars.as_str().starts_with(char::is_whitespace) {
                chars.next();
            }
            if !input.spaces() {
                return None;
            }
        } else {
            let mut rest = input.0.chars();
            let given = rest.next()?;
            if given != c && !given.to_lowercase().eq(c.to_lowercase()) {
                return None;
            }
            input.0 = rest.as_str();
        }
    }
    Some(())
}

fn directive(
    input: &mut Input<'_>,
    letter: char,
    found: &mut Found,
    zones: [&str; 2],
) -> Option<()> {
    let short = |names: &'static [&'static str]| names.iter().map(|name| &name[..3]);
    match letter {
        'a' => found.weekday = Some(input.name(short(&WEEKDAYS))? as i64),
        'A' => found.weekday = Some(input.name(WEEKDAYS.iter().copied())? as i64),
        'b' => found.month = Some(input.name(short(&MONTHS))? as i64 + 1),
        'B' => found.month = Some(input.name(MONTHS.iter().copied())? as i64 + 1),
        'c' => matches(input, "%a %b %d %H:%M:%S %Y", found, zones)?,
        'd' => {
            // A space may stand in the place of the first digit.
            input.0 = match input.0.strip_prefix(' ') {
                Some(rest) if rest.starts_with(|c: char| ('1'..='9').contains(&c)) => rest,
                _ => input.0,
            };
            found.day = Some(input.number(2, 1..=31)?);
        }
        'f' => {
            let digits = input
                .0
                .bytes()
                .take_while(u8::is_ascii_digit)
                .count()
                .min(6);
            let number = input.digits(digits.max(1))?;
            found.microsecond = number * 10i64.pow(6 - digits as u32);
        }
        'G' => found.iso_year = Some(input.digits(4)?),
        'H' => found.hour = Some(input.number(2, 0..=23)?),
        'I' => found.hour12 = Some(input.number(2, 1..=12)?),
        'j' => found.yearday = Some(input.number(3, 1..=366)?),
        'm' => found.month = Some(input.number(2, 1..=12)?),
        'M' => found.minute = input.number(2, 0..=59)?,
        'p' => found.half = Some(input.name(["am", "pm"].into_iter())? == 1),
        'S' => found.second = input.number(2, 0..=61)?,
        'u' => found.weekday = Some(input.number(1, 1..=7)? - 1),
        'w' => found.weekday = Some((input.number(1, 0..=6)? + 6) % 7),
        'U' => found.week = Some((input.number(2, 0..=53)?, false)),
        'W' => found.week = Some((input.number(2, 0..=53)?, true)),
        'V' => {
            let week = input.number(2, 1..=53).or_else(|| input.number(1, 0..=0));
            found.iso_week = Some(week?);
        }
        'x' => matches(input, "%m/%d/%y", found, zones)?,
        'X' => matches(input, "%H:%M:%S", found, zones)?,
        'y' => {
            let year = input.digits(2)?;
            found.year = Some(if year <= 68 { 2000 + year } else { 1900 + year });
        }
        'Y' => found.year = Some(input.digits(4)?),
        'z' => offset(input, found)?,
        'Z' => {
            let names = ["utc", "gmt", zones[0], zones[1]];
            let which = input.name(names.into_iter())?;
            let summer = which == 3 && !zones[0].eq_ignore_ascii_case(zones[1]);
            found.zone = Some((names[which].to_owned(), summer.into()));
        }
        _ => input.0 = input.0.strip_prefix(letter)?,
    }
    Some(())
}

/// `+HH:MM[:SS[.ffffff]]`, with or without the colons, or `Z`.
fn offset(input: &mut Input<'_>, found: &mut Found) -> Option<()> {
    if let Some(rest) = input.0.strip_prefix(['Z', 'z']) {
        input.0 = rest;
        found.offset = Some(0);
        return Some(());
    }
    let sign = match input.0.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    input.0 = &input.0[1..];
    let hours = input.digits(2)?;
    let colons = input.0.starts_with(':');
    let separated = |input: &mut Input<'_>| {
        let rest = match colons {
            true => input.0.strip_prefix(':'),
            false => Some(input.0),
        };
        let (before, rest) = (input.0, rest?);
        input.0 = rest;
        let number = input
            .number(2, 0..=59)
            .filter(|_| rest.len() - input.0.len() == 2);
        if number.is_none() {
            input.0 = before;
        }
        number
    };
    let minutes = separated(input)?;
    let seconds = separated(input);
    let mut fraction = 0;
    if seconds.is_some()
        && let Some(rest) = input.0.strip_prefix('.')
    {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count().min(6);
        if digits > 0 {
            fraction = rest[..digits].parse::<i64>().ok()? * 10i64.pow(6 - digits as u32);
            input.0 = &rest[digits..];
        }
    }
    found.offset = Some(sign * (hours * 3600 + minutes * 60 + seconds.unwrap_or(0)));
    found.offset_fraction = sign * fraction;
    Some(())
}

const WITH_ISO_YEAR: &str = "must be used with the ISO year directive '%G' and a weekday directive ('%A', '%a', '%w', or '%u').";

impl Found {
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
            (None, _) => self.hour.unwrap_or(0),
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
            zone: self.zone.map(|zone| zone.0.to_uppercase()),
            offset: self.offset,
        };
        Ok(Parsed {
            moment,
            microsecond: self.microsecond,
            offset_fraction: self.offset_fraction,
            day_without_year: self.year.is_none() && self.iso_year.is_none() && self.day.is_some(),
        })
    }
}
