//! `strftime`, in the locale "C".

use super::calendar::{Broken, MONTHS, WEEKDAYS, iso_week};
use super::zone::Zone;
use std::collections::TryReserveError;

/// What stands between `%` and its letter.
#[derive(Default)]
struct Spec {
    /// `-`: no padding, `_`: spaces, `0`: zeros.
    pad: Option<char>,
    upper: bool,
    swap: bool,
    width: usize,
}

impl Spec {
    fn number(&self, value: i64, width: usize, default: char) -> String {
        let pad = self.pad.unwrap_or(default);
        let width = match pad {
            '-' => self.width,
            _ => width.max(self.width),
        };
        let digits = value.unsigned_abs().to_string();
        let sign = if value < 0 { "-" } else { "" };
        let missing = width.saturating_sub(digits.len() + sign.len());
        match pad {
            '_' | '-' => format!("{}{sign}{digits}", " ".repeat(missing)),
            _ => format!("{sign}{}{digits}", "0".repeat(missing)),
        }
    }

    /// A name, which `#` makes upper case.
    fn name(&self, name: &str) -> String {
        match self.swap {
            true => self.text(&name.to_uppercase()),
            false => self.text(name),
        }
    }

    fn text(&self, text: &str) -> String {
        let text = match self.upper {
            true => text.to_uppercase(),
            false => text.to_owned(),
        };
        self.padded(&text)
    }

    fn padded(&self, text: &str) -> String {
        let missing = self.width.saturating_sub(text.len());
        let fill = if self.pad == Some('0') { "0" } else { " " };
        format!("{}{text}", fill.repeat(missing))
    }
}

/// How wide a field may be asked to be, so that a number alone takes no memory.
const MOST: usize = 1 << 20;

/// The moment in a format. `local` is the zone for `%s`.
///
/// # Errors
/// There is no room for the text.
pub fn format(format: &str, moment: &Broken, local: &Zone) -> Result<String, TryReserveError> {
    let mut out = String::new();
    let mut rest = format;
    while let Some(at) = rest.find('%') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (spec, letter, after) = parse(rest);
        let text = letter.and_then(|letter| field(&spec, letter, moment, local));
        // What is no directive stays.
        let written = &rest[..rest.len() - after.len()];
        let text = text.unwrap_or_else(|| spec.text(written));
        out.try_reserve(text.len())?;
        out.push_str(&text);
        rest = after;
    }
    out.try_reserve(rest.len())?;
    out.push_str(rest);
    Ok(out)
}

/// The directives that take the modifiers E and O.
const WITH_E: &str = "cnprstuxyzCPRTXYZ%";
const WITH_O: &str = "bdeghjklmnprstuwyzBCGHIMPRSTUVWZ%";

/// Flags, width, modifier and letter behind a `%`, and what comes behind them; no letter where the modifier does not
/// go with it.
fn parse(text: &str) -> (Spec, Option<char>, &str) {
    let mut spec = Spec::default();
    let mut chars = text[1..].chars();
    let mut next = chars.next();
    while let Some(c) = next {
        match c {
            '-' | '_' | '0' => spec.pad = Some(c),
            '^' => spec.upper = true,
            '#' => spec.swap = true,
            _ => break,
        }
        next = chars.next();
    }
    while let Some(digit) = next.and_then(|c| c.to_digit(10)) {
        spec.width = (spec.width * 10 + digit as usize).min(MOST);
        next = chars.next();
    }
    let modified = match next {
        Some('E') => Some(WITH_E),
        Some('O') => Some(WITH_O),
        _ => None,
    };
    if let Some(letters) = modified {
        next = chars.next();
        let fits = next.is_some_and(|letter| letters.contains(letter));
        return (spec, next.filter(|_| fits), chars.as_str());
    }
    (spec, next, chars.as_str())
}

fn field(spec: &Spec, letter: char, moment: &Broken, local: &Zone) -> Option<String> {
    let m = moment;
    let nested = |text: &str| Some(spec.text(&format(text, m, local).ok()?));
    let hour12 = (m.hour + 11).rem_euclid(12) + 1;
    let day = WEEKDAYS.get(m.weekday as usize).copied().unwrap_or("?");
    let month = MONTHS.get(m.month as usize - 1).copied().unwrap_or("?");
    let short = |name: &'static str| name.get(..3).unwrap_or(name);
    let noon = if m.hour >= 12 { "PM" } else { "AM" };
    let sunday = (m.weekday + 1) % 7;
    Some(match letter {
        'a' => spec.name(short(day)),
        'A' => spec.name(day),
        'b' | 'h' => spec.name(short(month)),
        'B' => spec.name(month),
        'c' => nested("%a %b %e %H:%M:%S %Y")?,
        'C' => spec.number(m.year.div_euclid(100), 1, '0'),
        'd' => spec.number(m.day, 2, '0'),
        'D' | 'x' => nested("%m/%d/%y")?,
        'e' => spec.number(m.day, 2, '_'),
        'F' => nested("%Y-%m-%d")?,
        'g' => spec.number(iso_week(m).0.rem_euclid(100), 2, '0'),
        'G' => spec.number(iso_week(m).0, 0, '0'),
        'H' => spec.number(m.hour, 2, '0'),
        'I' => spec.number(hour12, 2, '0'),
        'j' => spec.number(m.yearday, 3, '0'),
        'k' => spec.number(m.hour, 2, '_'),
        'l' => spec.number(hour12, 2, '_'),
        'm' => spec.number(m.month, 2, '0'),
        'M' => spec.number(m.minute, 2, '0'),
        'n' => spec.text("\n"),
        'p' if spec.swap => spec.padded(&noon.to_lowercase()),
        'p' => spec.text(noon),
        'P' => spec.padded(&noon.to_lowercase()),
        'r' => nested("%I:%M:%S %p")?,
        'R' => nested("%H:%M")?,
        's' => spec.number(local.seconds(m), 0, '0'),
        'S' => spec.number(m.second, 2, '0'),
        't' => spec.text("\t"),
        'T' | 'X' => nested("%H:%M:%S")?,
        'u' => spec.number(m.weekday + 1, 1, '0'),
        'U' => spec.number((m.yearday + 6 - sunday) / 7, 2, '0'),
        'V' => spec.number(iso_week(m).1, 2, '0'),
        'w' => spec.number(sunday, 1, '0'),
        'W' => spec.number((m.yearday + 6 - m.weekday) / 7, 2, '0'),
        'y' => spec.number(m.year.rem_euclid(100), 2, '0'),
        'Y' => spec.number(m.year, 0, '0'),
        'z' => offset(spec, m),
        'Z' if spec.swap => spec.padded(&m.zone.clone().unwrap_or_default().to_lowercase()),
        'Z' => spec.text(m.zone.as_deref().unwrap_or_default()),
        '%' => spec.text("%"),
        _ => return None,
    })
}

fn offset(spec: &Spec, moment: &Broken) -> String {
    let Some(offset) = moment.offset else {
        return String::new();
    };
    let sign = spec.text(if offset < 0 { "-" } else { "+" });
    let minutes = offset.abs() / 60;
    sign + &spec.number(minutes / 60 * 100 + minutes % 60, 4, '0')
}

/// `Thu Jan  1 00:00:00 1970`
pub fn plain(moment: &Broken) -> String {
    let day = WEEKDAYS
        .get(moment.weekday as usize)
        .map_or("?", |name| &name[..3]);
    let month = MONTHS
        .get(moment.month as usize - 1)
        .map_or("?", |name| &name[..3]);
    format!(
        "{day} {month} {:2} {:02}:{:02}:{:02} {}",
        moment.day, moment.hour, moment.minute, moment.second, moment.year
    )
}
