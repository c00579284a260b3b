//! The format mini-language: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.
//!
//! [`Spec::parse`] reads a specification for one family of types; the methods then format values of
//! that family. Numbers are laid out in `number.rs`. An empty specification is the caller's matter:
//! Python then answers `str(value)`.

mod number;

use super::unicode::decimal_value;
use super::wtf8::CodePoints;
use super::{Error, Text, wtf8};

/// The types that read a specification alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// `int` and `bool`
    Int,
    /// `float`
    Float,
    /// `complex`
    Complex,
    /// `str`
    Str,
}

/// Where the filling goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// `<`
    Left,
    /// `>`
    Right,
    /// `^`
    Center,
    /// `=`, between sign and digits
    Inner,
}

/// When a number shows a sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// `-`, or none: where it is below 0.
    Minus,
    /// `+`: always.
    Plus,
    /// A blank in place of a plus sign.
    Space,
}

/// A specification as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spec {
    /// The filling character.
    pub fill: u32,
    /// The alignment, given or the family's own.
    pub align: Align,
    /// The sign, if one was given.
    pub sign: Option<Sign>,
    /// `z`: no minus sign before what rounds to zero.
    pub no_negative_zero: bool,
    /// `#`
    pub alternate: bool,
    /// The least number of characters.
    pub width: usize,
    /// The separator of groups of digits: a comma or an underscore.
    pub grouping: Option<u8>,
    /// What follows the point.
    pub precision: Option<usize>,
    /// The type's character; 0 where there is none and the family has no other.
    pub kind: u32,
}

fn align_of(c: u32) -> Option<Align> {
    match char::from_u32(c)? {
        '<' => Some(Align::Left),
        '>' => Some(Align::Right),
        '^' => Some(Align::Center),
        '=' => Some(Align::Inner),
        _ => None,
    }
}

/// A character as messages show it: by its number where it is not printable ASCII.
fn shown(c: u32) -> String {
    match char::from_u32(c) {
        Some(known @ '!'..='\x7f') => known.to_string(),
        _ => format!("\\x{c:x}"),
    }
}

/// The error for a type that values of the family do not have.
fn unknown(kind: u32, type_name: &str) -> Error {
    let shown = shown(kind);
    Error::value(format!(
        "Unknown format code '{shown}' for object of type '{type_name}'"
    ))
}

/// Reads a specification bit by bit.
struct Reader<'a>(CodePoints<'a>);

impl Reader<'_> {
    fn peek(&self) -> Option<u32> {
        self.0.clone().next()
    }

    fn take(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted as u32);
        if found {
            self.0.next();
        }
        found
    }

    /// A number in digits of any script, if there is one.
    fn number(&mut self) -> Result<Option<usize>, Error> {
        let mut number: Option<usize> = None;
        while let Some(digit) = self.peek().and_then(decimal_value) {
            self.0.next();
            let longer = number.unwrap_or(0).checked_mul(10);
            let longer = longer.and_then(|n| n.checked_add(usize::from(digit)));
            match longer.filter(|&n| isize::try_from(n).is_ok()) {
                Some(longer) => number = Some(longer),
                None => return Err(Error::value("Too many decimal digits in format string")),
            }
        }
        Ok(number)
    }

    /// The filling character and the alignment, where they are given.
    fn alignment(&mut self) -> (Option<u32>, Option<Align>) {
        let mut ahead = self.0.clone();
        let (first, second) = (ahead.next(), ahead.next());
        if let Some(found) = second.and_then(align_of) {
            self.0 = ahead;
            return (first, Some(found));
        }
        let given = first.and_then(align_of);
        if given.is_some() {
            self.0.next();
        }
        (None, given)
    }

    fn sign(&mut self) -> Option<Sign> {
        let sign = match char::from_u32(self.peek()?)? {
            '-' => Sign::Minus,
            '+' => Sign::Plus,
            ' ' => Sign::Space,
            _ => return None,
        };
        self.0.next();
        Some(sign)
    }

    fn grouping(&mut self) -> Result<Option<u8>, Error> {
        let comma = self.take(',');
        let underscore = self.take('_');
        if underscore && (comma || self.peek() == Some(u32::from(b','))) {
            return Err(Error::value("Cannot specify both ',' and '_'."));
        }
        Ok(match (comma, underscore) {
            (true, _) => Some(b','),
            (_, true) => Some(b'_'),
            _ => None,
        })
    }
}

impl Spec {
    /// Reads a specification; `type_name` is the name of the value's class, for messages.
    pub fn parse(text: &[u8], family: Family, type_name: &str) -> Result<Spec, Error> {
        let (kind, align) = match family {
            Family::Int => (u32::from(b'd'), Align::Right),
            Family::Str => (u32::from(b's'), Align::Left),
            Family::Float | Family::Complex => (0, Align::Right),
        };
        let mut reader = Reader(CodePoints::new(text));
        let (mut fill, given) = reader.alignment();
        let mut align = given.unwrap_or(align);
        let sign = reader.sign();
        let no_negative_zero = reader.take('z');
        let alternate = reader.take('#');
        if fill.is_none() && reader.take('0') {
            fill = Some(u32::from(b'0'));
            if given.is_none() && align == Align::Right {
                align = Align::Inner;
            }
        }
        let width = reader.number()?.unwrap_or(0);
        let grouping = reader.grouping()?;
        let precision = match reader.take('.') {
            false => None,
            true => match reader.number()? {
                None => return Err(Error::value("Format specifier missing precision")),
                precision => precision,
            },
        };
        let kind = match (reader.0.next(), reader.0.next()) {
            (_, Some(_)) => {
                return Err(Error::value(format!(
                    "Invalid format specifier '{}' for object of type '{type_name}'",
                    Text::from_wtf8(text)
                )));
            }
            (given, None) => given.unwrap_or(kind),
        };
        check_grouping(grouping, kind)?;
        let fill = fill.unwrap_or(u32::from(b' '));
        let spec = Spec {
            fill,
            align,
            sign,
            no_negative_zero,
            alternate,
            width,
            grouping,
            precision,
            kind,
        };
        Ok(spec)
    }

    /// Reads the specification of a decimal, which may not have both an alignment and a zero before the width. Also
    /// whether there is such a zero.
    pub fn parse_decimal(text: &[u8]) -> Result<(Spec, bool), Error> {
        let mut reader = Reader(CodePoints::new(text));
        let (_, given) = reader.alignment();
        reader.sign();
        reader.take('z');
        reader.take('#');
        let zeros = reader.take('0');
        let spec = Spec::parse(text, Family::Float, "").map_err(|error| {
            match error.message.starts_with("Too many") {
                true => Error::overflow("cannot fit 'int' into an index-sized integer"),
                false => Error::value("invalid format string"),
            }
        })?;
        let known = match spec.letter() {
            // The old type knows nothing of the newer flags.
            Some(b'N') => !spec.alternate && !spec.no_negative_zero,
            letter => letter.is_some_and(|letter| b"\0eEfFgGn%".contains(&letter)),
        };
        match known && spec.grouping != Some(b'_') && !(zeros && given.is_some()) {
            true => Ok((spec, zeros)),
            false => Err(Error::value("invalid format string")),
        }
    }

    /// The type as an ASCII letter, if it is ASCII; 0 where there is none.
    pub fn letter(&self) -> Option<u8> {
        u8::try_from(self.kind).ok().filter(u8::is_ascii)
    }

    /// `format(text, spec)`
    pub fn format_str(&self, text: &Text, type_name: &str) -> Result<Text, Error> {
        collected(|out| self.put_str(out, text, type_name))
    }

    /// Appends `format(text, spec)`.
    pub fn put_str(&self, out: &mut Vec<u8>, text: &Text, type_name: &str) -> Result<(), Error> {
        if self.letter() != Some(b's') {
            return Err(unknown(self.kind, type_name));
        }
        let refused = if self.sign == Some(Sign::Space) {
            "Space not allowed in string format specifier"
        } else if self.sign.is_some() {
            "Sign not allowed in string format specifier"
        } else if self.no_negative_zero {
            "Negative zero coercion (z) not allowed in string format specifier"
        } else if self.alternate {
            "Alternate form (#) not allowed in string format specifier"
        } else if self.align == Align::Inner {
            "'=' alignment not allowed in string format specifier"
        } else {
            let len = text.len().min(self.precision.unwrap_or(usize::MAX));
            let bytes = &text.as_bytes()[text.byte_range(0..len)];
            return self.fill_up(out, bytes, len);
        };
        Err(Error::value(refused))
    }

    /// Appends a text of `len` code points, filled up to the width.
    fn fill_up(&self, out: &mut Vec<u8>, bytes: &[u8], len: usize) -> Result<(), Error> {
        let missing = self.width.saturating_sub(len);
        let left = match self.align {
            Align::Left | Align::Inner => 0,
            Align::Center => missing / 2,
            Align::Right => missing,
        };
        let filling = Filling::new(out, self.fill, missing, bytes.len())?;
        filling.put(out, left);
        out.extend_from_slice(bytes);
        filling.put(out, missing - left);
        Ok(())
    }
}

/// The text that `put` appends.
fn collected(put: impl FnOnce(&mut Vec<u8>) -> Result<(), Error>) -> Result<Text, Error> {
    let mut out = Vec::new();
    put(&mut out)?;
    Ok(Text::from_wtf8_vec(out))
}

/// Refuses a separator that the type does not take.
fn check_grouping(grouping: Option<u8>, kind: u32) -> Result<(), Error> {
    let Some(separator) = grouping else {
        return Ok(());
    };
    let allowed = match char::from_u32(kind) {
        Some('d' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F' | '\0') => true,
        Some('b' | 'o' | 'x' | 'X') => separator == b'_',
        _ => false,
    };
    match allowed {
        true => Ok(()),
        false => {
            let (separator, kind) = (char::from(separator), shown(kind));
            Err(Error::value(format!(
                "Cannot specify '{separator}' with '{kind}'."
            )))
        }
    }
}

/// A filling character.
struct Filling {
    bytes: [u8; 4],
    size: usize,
}

impl Filling {
    /// A filling, and room for so many of it and other bytes.
    fn new(out: &mut Vec<u8>, fill: u32, count: usize, others: usize) -> Result<Filling, Error> {
        let (bytes, size) = wtf8::encode(fill);
        let needed = count
            .checked_mul(size)
            .and_then(|needed| needed.checked_add(others));
        out.try_reserve(needed.ok_or_else(Error::memory)?)
            .map_err(|_| Error::memory())?;
        Ok(Filling { bytes, size })
    }

    fn put(&self, out: &mut Vec<u8>, count: usize) {
        /// A copy of a fixed size is much cheaper than one of any size.
        const SHORT: usize = 16;
        let len = out.len() + count;
        match self.size {
            _ if count == 0 => {}
            1 if count <= SHORT => {
                out.extend_from_slice(&[self.bytes[0]; SHORT]);
                out.truncate(len);
            }
            1 => out.resize(len, self.bytes[0]),
            size => (0..count).for_each(|_| out.extend_from_slice(&self.bytes[..size])),
        }
    }
}
